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
from policyctl.rendering.view.sentences import joined, line
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.sections.tone import Sample, Tone, Trait, Wording

ARRANGED = ("intro", "notes", "sounds_like", "traits", "words", "samples")


def tone(presenter: Presenter, section: Tone) -> SectionView:
    """The tone in one line, its traits, how it moves, words to swap, and samples."""
    lead = (*leads(section.sounds_like), *paragraphs(section.intro))
    body = (
        *presenter.says(section, *ARRANGED),
        *_traits(presenter, section),
        *(presenter.under(section, "moods", section.moods, ("tone",), 3) if section.moods else ()),
        *_wordings(presenter, section),
        *(presenter.under(section, "plain_words", section.plain_words, ("tone",), 3) if section.plain_words else ()),
        *_samples(presenter, section.samples or Collection.model_construct()),
        *paragraphs(section.notes),
    )
    inside = (presenter._("Our tone"), *(row.named() for row in section.samples or () if row.name))
    return SectionView(lead, body, inside)


def _traits(presenter: Presenter, section: Tone) -> tuple[Block, ...]:
    if not section.traits:
        return ()
    listed = Items(tuple(_trait(presenter, trait) for trait in section.traits), "plain")
    return (Topic(Words(presenter.label(section, "traits")), body=(listed,)),)


def _trait(presenter: Presenter, trait: Trait) -> Inline:
    be = tuple(Strong(each) for each in paragraphs(trait.be))
    limit = (*((", ",) if be else ()), presenter._("not"), " ", Prose(trait.not_)) if trait.not_ else ()
    return line(*be, *limit)


def _wordings(presenter: Presenter, section: Tone) -> tuple[Block, ...]:
    if not section.words:
        return ()
    columns = ((presenter.label(Wording, "avoid"), 35.0), (presenter.label(Wording, "say"), 65.0))
    rows = tuple(_wording(presenter, wording) for wording in section.words)
    return (Topic(Words(presenter.label(section, "words")), WORDING, body=(table(columns, rows),)),)


def _wording(presenter: Presenter, wording: Wording) -> tuple[Cell, Cell]:
    because = paragraphs(wording.because)
    say = presenter.inline(wording.say) if wording.say else Words("")
    return Cell(presenter.inline(wording.avoid)), Cell(say, because)


def _samples(presenter: Presenter, samples: Collection[Sample]) -> tuple[Block, ...]:
    located = samples.located(("tone", "samples"))
    return presenter.with_intro_and_notes(
        samples, tuple(_sample(presenter, pointer, sample) for pointer, sample in located)
    )


def _sample(presenter: Presenter, pointer: Pointer, sample: Sample) -> Topic:
    where = joined((presenter.inline(each) for each in (sample.channel, sample.mood) if each), ", ")
    side = (Note(where),) if sample.channel or sample.mood else ()
    shown = ("channel", "mood", "customer", "about", "say", "avoid", "because")
    body: tuple[Block, ...] = (
        *(Quoted(unquoted(text)) for text in sample.customer),
        *presenter.blocks(sample.about or ()),
        *(Say(unquoted(text)) for text in sample.say),
        *(Unsay(unquoted(text)) for text in sample.avoid),
        *((Note(Prose(sample.because)),) if sample.because else ()),
        *presenter.says(sample, *shown),
    )
    return presenter.entry_topic(pointer, sample, 3, side=side, body=body)
