"""The tone in, how the organisation sounds out: shown by samples."""

from policyctl.findings import Pointer
from policyctl.rendering.view.document import SectionView
from policyctl.rendering.view.sections.tables import unstated
from policyctl.rendering.view.shown import (
    Cell,
    Column,
    Joined,
    Pair,
    Prose,
    Row,
    Rows,
    Say,
    Shown,
    Table,
    Topic,
    Unsay,
    Words,
)
from policyctl.rendering.view.telling import Teller
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.sections.people import ChannelKind
from policyctl.schema.sections.tone import Sample, Tone, Trait, Wording

WRITTEN = (ChannelKind.EMAIL, ChannelKind.LETTER, ChannelKind.CHAT, ChannelKind.SOCIAL, ChannelKind.FORM)
ELSEWHERE = ("intro", "notes", "sounds_like", "traits", "moods", "words", "plain_words", "audio_guide", "samples")


def tone(tell: Teller, section: Tone) -> SectionView:
    """The tone in one line, its traits, how it moves, words to swap, and samples side by side."""
    lead = tuple(Prose(text) for text in (section.intro, section.sounds_like) if text)
    rows = (*tell.rows(section, *ELSEWHERE), *_traits(tell, section), *_audio(tell, section))
    body = (
        *((Rows(rows),) if rows else ()),
        *_headed(tell, section, "moods"),
        *_wordings(tell, section),
        *_headed(tell, section, "plain_words"),
        *_samples(tell, section.samples or Collection()),
        *((Prose(section.notes),) if section.notes else ()),
    )
    inside = (tell._("Our tone"), *(row.named() for row in section.samples or () if row.name))
    return SectionView(lead, body, inside)


def _headed(tell: Teller, section: Tone, name: str) -> tuple[Shown, ...]:
    rows = getattr(section, name)
    return tell.headed(tell.label(section, name), tell.collection(rows, ("tone", name)), 3) if rows else ()


def _traits(tell: Teller, section: Tone) -> tuple[Row, ...]:
    if not section.traits:
        return ()
    return (Row(Words(tell.label(section, "traits")), tuple(_trait(tell, trait) for trait in section.traits)),)


def _trait(tell: Teller, trait: Trait) -> Shown:
    be = (Prose(trait.be),) if trait.be else ()
    comma = (Words(", "),) if trait.be else ()
    limit = (*comma, Words(tell._("not")), Words(" "), Prose(trait.not_)) if trait.not_ else ()
    return Joined((*be, *limit))


def _audio(tell: Teller, section: Tone) -> tuple[Row, ...]:
    guide = section.audio_guide
    if not guide:
        return ()
    values = (*tell.shown(guide.script or ()), *tell.remainder(guide, "script"))
    return (Row(Words(tell.label(section, "audio_guide")), values),)


def _wordings(tell: Teller, section: Tone) -> tuple[Shown, ...]:
    if not section.words:
        return ()
    columns = (Column(tell.label(Wording, "avoid"), 35), Column(tell.label(Wording, "say"), 65))
    rows = tuple(_wording(tell, wording) for wording in section.words)
    return tell.headed(tell.label(section, "words"), (Table("", columns, rows),), 3)


def _wording(tell: Teller, wording: Wording) -> tuple[Cell, Cell]:
    because = (Prose(wording.because),) if wording.because else ()
    say = tell.inline(wording.say) if wording.say else unstated(tell)
    return Cell(tell.inline(wording.avoid)), Cell(say, because)


def _samples(tell: Teller, samples: Collection[Sample]) -> tuple[Shown, ...]:
    located = samples.located(("tone", "samples"))
    return tell.around(samples, tuple(_sample(tell, pointer, sample) for pointer, sample in located))


def _sample(tell: Teller, pointer: Pointer, sample: Sample) -> Topic:
    rest = tell.told(sample, "name", "avoid", "say", "because", "about")
    pair = Pair(
        tell._("Instead of"),
        tuple(Unsay(text) for text in sample.avoid),
        tell._("Write") if _written(tell, sample) else tell._("Say"),
        tuple(Say(text) for text in sample.say),
        tell._("Why it is better"),
        Prose(sample.because) if sample.because else None,
    )
    return Topic(Prose(sample.named()), tell.anchor(pointer), 3, body=(*tell.shown(sample.about or ()), *rest, pair))


def _written(tell: Teller, sample: Sample) -> bool:
    channels = tell.policy.channels
    channel = channels.find(sample.channel) if channels and sample.channel else None
    return channel is not None and channel.means() in WRITTEN
