"""The tone says how the organisation sounds, and shows it by samples."""

from policyctl.findings import Pointer
from policyctl.rendering.view.blocks import (
    Block,
    Cell,
    Column,
    Joined,
    Pair,
    Prose,
    Row,
    Rows,
    Say,
    Table,
    Topic,
    Unsay,
    Words,
    paragraphs,
)
from policyctl.rendering.view.document import SectionView
from policyctl.rendering.view.inline import unquoted
from policyctl.rendering.view.presenter import Presenter
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.sections.people import ChannelKind
from policyctl.schema.sections.tone import Sample, Tone, Trait, Wording

WRITTEN = (ChannelKind.EMAIL, ChannelKind.LETTER, ChannelKind.CHAT, ChannelKind.SOCIAL, ChannelKind.FORM)
ARRANGED = ("intro", "notes", "sounds_like", "traits", "moods", "words", "plain_words", "audio_guide", "samples")


def tone(presenter: Presenter, section: Tone) -> SectionView:
    """The tone in one line, its traits, how it moves, words to swap, and samples side by side."""
    lead = paragraphs(section.intro, section.sounds_like)
    rows = (*presenter.rows(section, *ARRANGED), *_traits(presenter, section), *_audio(presenter, section))
    body = (
        *((Rows(rows),) if rows else ()),
        *_headed(presenter, section, "moods"),
        *_wordings(presenter, section),
        *_headed(presenter, section, "plain_words"),
        *_samples(presenter, section.samples or Collection.model_construct()),
        *paragraphs(section.notes),
    )
    inside = (presenter._("Our tone"), *(row.named() for row in section.samples or () if row.name))
    return SectionView(lead, body, inside)


def _headed(presenter: Presenter, section: Tone, name: str) -> tuple[Block, ...]:
    rows = getattr(section, name)
    return presenter.under_label(section, name, presenter.collection(rows, ("tone", name)), 3) if rows else ()


def _traits(presenter: Presenter, section: Tone) -> tuple[Row, ...]:
    if not section.traits:
        return ()
    return (presenter.field_row(section, "traits", tuple(_trait(presenter, trait) for trait in section.traits)),)


def _trait(presenter: Presenter, trait: Trait) -> Block:
    be = paragraphs(trait.be)
    comma = (Words(", "),) if trait.be else ()
    limit = (*comma, Words(presenter._("not")), Words(" "), Prose(trait.not_)) if trait.not_ else ()
    return Joined((*be, *limit))


def _audio(presenter: Presenter, section: Tone) -> tuple[Row, ...]:
    guide = section.audio_guide
    if not guide:
        return ()
    values = (*presenter.blocks(guide.script or ()), *presenter.other_fields(guide, "script"))
    return (presenter.field_row(section, "audio_guide", values),)


def _wordings(presenter: Presenter, section: Tone) -> tuple[Block, ...]:
    if not section.words:
        return ()
    columns = (Column(presenter.label(Wording, "avoid"), 35), Column(presenter.label(Wording, "say"), 65))
    rows = tuple(_wording(presenter, wording) for wording in section.words)
    return presenter.under_label(section, "words", (Table("", columns, rows),), 3)


def _wording(presenter: Presenter, wording: Wording) -> tuple[Cell, Cell]:
    because = paragraphs(wording.because)
    say = presenter.inline(wording.say) if wording.say else presenter.not_stated()
    return Cell(presenter.inline(wording.avoid)), Cell(say, because)


def _samples(presenter: Presenter, samples: Collection[Sample]) -> tuple[Block, ...]:
    located = samples.located(("tone", "samples"))
    return presenter.with_intro_and_notes(
        samples, tuple(_sample(presenter, pointer, sample) for pointer, sample in located)
    )


def _sample(presenter: Presenter, pointer: Pointer, sample: Sample) -> Topic:
    rest = presenter.fields(sample, "name", "avoid", "say", "because", "about")
    pair = Pair(
        presenter._("Instead of"),
        tuple(Unsay(unquoted(text)) for text in sample.avoid),
        presenter._("Write") if _written(presenter, sample) else presenter._("Say"),
        tuple(Say(unquoted(text)) for text in sample.say),
        presenter._("Why it is better"),
        Prose(sample.because) if sample.because else None,
    )
    return presenter.entry_topic(pointer, sample, 3, body=(*presenter.blocks(sample.about or ()), *rest, pair))


def _written(presenter: Presenter, sample: Sample) -> bool:
    channels = presenter.policy.channels
    channel = channels.find(sample.channel) if channels and sample.channel else None
    return channel is not None and channel.means() in WRITTEN
