"""The tone says how the organisation sounds, and shows it by samples."""

from policyctl.findings import Pointer
from policyctl.rendering.view.blocks import (
    Block,
    Cell,
    Inline,
    Items,
    Note,
    Prose,
    Quoted,
    Say,
    Strong,
    Topic,
    Unsay,
    Words,
    leads,
    paragraphs,
    table,
)
from policyctl.rendering.view.document import SectionView
from policyctl.rendering.view.finder import WORDING
from policyctl.rendering.view.inline import unquoted
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sentences import capitalised, fill, flow, joined, line
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.sections.tone import MoodTone, Sample, Tone, Trait, Wording

ARRANGED = (
    "intro",
    "notes",
    "sounds_like",
    "traits",
    "rules",
    "moods",
    "words",
    "plain_words",
    "audio_guide",
    "samples",
)


def tone(presenter: Presenter, section: Tone) -> SectionView:
    """The tone in one line, its traits, how it moves, words to swap, and samples."""
    lead = (*leads(section.sounds_like), *paragraphs(section.intro))
    body = (
        *presenter.says(section, *ARRANGED),
        *_traits(presenter, section),
        *_moods(presenter, section),
        *_wordings(presenter, section),
        *_plain_words(presenter, section),
        *_samples(presenter, section.samples or Collection.model_construct()),
        *_audio(presenter, section),
        *paragraphs(section.notes),
    )
    inside = (presenter._("Our tone"), *(row.named() for row in section.samples or () if row.name))
    return SectionView(lead, body, inside, headed=bool(lead or body))


def _traits(presenter: Presenter, section: Tone) -> tuple[Block, ...]:
    """What we are and what that does not mean, then the rules of style."""
    listed = (Items(tuple(_trait(presenter, trait) for trait in section.traits), "plain"),) if section.traits else ()
    rules = (Items(tuple(presenter.inline(rule) for rule in section.rules)),) if section.rules else ()
    return presenter.under_heading(presenter.label(section, "traits" if listed else "rules"), (*listed, *rules), 3)


def _trait(presenter: Presenter, trait: Trait) -> Inline:
    be = tuple(Strong(each) for each in paragraphs(trait.be))
    limit = line(presenter._("not"), " ", presenter.running(trait.not_)) if trait.not_ else Words("")
    return line(*be, ", ", limit) if be and trait.not_ else line(*be, capitalised(limit))


def _moods(presenter: Presenter, section: Tone) -> tuple[Block, ...]:
    """How the tone moves with the customer's mood: how to sound, and what to say and not to say."""
    if not section.moods:
        return ()
    columns = ((presenter._("They are"), 20.0), (presenter._("You sound"), 30.0), (presenter._("You say"), 50.0))
    rows = tuple(_mood(presenter, pointer, row) for pointer, row in section.moods.located(("tone", "moods")))
    shown = presenter.with_intro_and_notes(section.moods, (table(columns, rows, wide=True),))
    return presenter.under_heading(presenter.label(section, "moods"), shown, 3)


def _mood(presenter: Presenter, pointer: Pointer, row: MoodTone) -> tuple[Cell, ...]:
    said = joined((presenter.inline(each) for each in row.say), " ")
    avoided = fill(presenter._("Not {words}"), words=presenter.inline(row.avoid)) if row.avoid else None
    rest = presenter.rest_of(row, "sound", "say", "avoid")
    sound = presenter.inline(row.sound) if row.sound else Words("")
    return (
        Cell(presenter.inline(row.name or ""), (), presenter.anchor(pointer)),
        Cell(sound, rest) if row.sound else Cell(joined(rest, " ")),
        Cell(said, (avoided,) if avoided else ()) if row.say else Cell(avoided or Words("")),
    )


def _wordings(presenter: Presenter, section: Tone) -> tuple[Block, ...]:
    if not section.words:
        return ()
    columns = ((presenter.label(Wording, "avoid"), 38.0), (presenter.label(Wording, "say"), 62.0))
    rows = tuple(_wording(presenter, wording) for wording in section.words)
    return (Topic(Words(presenter.label(section, "words")), WORDING, body=(table(columns, rows),)),)


def _wording(presenter: Presenter, wording: Wording) -> tuple[Cell, Cell]:
    because = paragraphs(wording.because)
    say = joined((presenter.inline(each) for each in wording.say), " ") if wording.say else Words("")
    avoid = joined((presenter.inline(each) for each in wording.avoid), ", ")
    return Cell(avoid), Cell(say, because) if wording.say else Cell(joined(because))


def _plain_words(presenter: Presenter, section: Tone) -> tuple[Block, ...]:
    """Terms and their plain words, one after the other."""
    if not section.plain_words:
        return ()
    words = tuple(
        line(Strong(Prose(row.named())), ": ", presenter.one_line(row, "name")) for row in section.plain_words
    )
    body = presenter.with_intro_and_notes(section.plain_words, flow(*words))
    return presenter.under_heading(presenter.label(section, "plain_words"), body, 3)


def _audio(presenter: Presenter, section: Tone) -> tuple[Block, ...]:
    """The script to be read aloud, then who reads it and where the recording is."""
    guide = section.audio_guide
    if guide is None:
        return ()
    body = (*presenter.blocks(guide.script or ()), *presenter.says(guide, "script"))
    return presenter.under_heading(presenter.label(section, "audio_guide"), body, 3)


def _samples(presenter: Presenter, samples: Collection[Sample]) -> tuple[Block, ...]:
    located = samples.located(("tone", "samples"))
    return presenter.with_intro_and_notes(
        samples, tuple(_sample(presenter, pointer, sample) for pointer, sample in located)
    )


def _sample(presenter: Presenter, pointer: Pointer, sample: Sample) -> Topic:
    """What the customer says, what to answer, what not to, and why; where and in which mood at the side."""
    where = joined((presenter.inline(each) for each in (sample.channel, sample.mood) if each), ", ")
    side = (Note(capitalised(where)),) if sample.channel or sample.mood else ()
    small = [presenter.inline(text) for text in (sample.because,) if text]
    if sample.procedure:
        small.append(fill(presenter._("See {where}"), where=presenter.inline(sample.procedure)))
    shown = ("channel", "mood", "customer", "about", "say", "avoid", "because", "procedure")
    body: tuple[Block, ...] = (
        *(Quoted(unquoted(text)) for text in sample.customer),
        *presenter.blocks(sample.about or ()),
        *(Say(unquoted(text)) for text in sample.say),
        *(Unsay(unquoted(text)) for text in sample.avoid),
        *presenter.says(sample, *shown),
        *(Note(each) for each in small),
    )
    return presenter.entry_topic(pointer, sample, 3, side=side, body=body)
