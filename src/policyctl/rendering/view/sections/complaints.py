"""Complaints are told from how to make one to whom to ask outside, each stage with its dated steps."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from policyctl.findings import Pointer
from policyctl.rendering.view.blocks import (
    Beside,
    Block,
    Inline,
    Items,
    Note,
    Prose,
    Strong,
    Topic,
    Words,
    leads,
    paragraphs,
)
from policyctl.rendering.view.document import SectionView
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sections.commitments import (
    by_name,
    clause,
    limit_phrase,
    measure,
    opens_itself,
    said,
    sentences,
)
from policyctl.rendering.view.sentences import fill, flow, is_clause, joined, line, sentence
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.commitment import Milestone
from policyctl.schema.grammar.entry import Part
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import Reference
from policyctl.schema.sections.complaints import (
    Complaints,
    Complexity,
    Extension,
    HowToComplain,
    OutsideBody,
    Stage,
    Way,
)
from policyctl.schema.sections.people import Channel


def complaints(presenter: Presenter, section: Complaints) -> SectionView:
    """What a complaint is, how to make one, its stages, whom to ask outside, and what comes of it."""
    lead = (*leads(section.intro), *leads(section.says, large=False))
    body = (
        *presenter.under_heading(presenter._("What a complaint is"), _what_counts(presenter, section), 3),
        *_how(presenter, section),
        *_stages(presenter, section.stages or Collection.model_construct()),
        *_outside(presenter, section.outside or Collection.model_construct()),
        *_what_follows(presenter, section),
        *paragraphs(section.notes),
    )
    inside = tuple(row.named() for row in (*(section.stages or ()), *(section.outside or ())) if row.name)
    return SectionView(lead, body, inside or (presenter._("How to complain"),))


# ---- what one is, and how to make it ---------------------------------------------------------------------------------


def _what_counts(presenter: Presenter, section: Complaints) -> tuple[Block, ...]:
    """What counts as a complaint, and what does not."""
    counts = presenter.blocks(section.counts) if section.counts else ()
    match section.does_not_count:
        case ():
            return counts
        case (only,) if is_clause(only):
            return (*counts, *flow(clause(presenter, presenter._("Not {it}"), only).words))
        case _:
            return (*counts, *_told(presenter, section, "does_not_count"))


def _how(presenter: Presenter, section: Complaints) -> tuple[Block, ...]:
    """How to make one: to whom, in which ways and until when, what it should say, and who helps."""
    how = section.how_to_complain or HowToComplain.model_construct()
    body = (
        *flow(*_to_whom(presenter, how), *_in_time(presenter, how)),
        *_ways(presenter, how.ways),
        *_what_to_say(presenter, how),
        *flow(*_for_whom(presenter, section, how)),
    )
    return presenter.under_heading(presenter._("How to complain"), body, 3)


def _ways(presenter: Presenter, ways: Sequence[Way]) -> tuple[Block, ...]:
    """The ways in their order, each with its address: in one paragraph, or in a list where some are in words."""
    if all(presenter.names.find(way) for way in ways):
        return flow(*(_way(presenter, way) for way in ways))
    return (Items(tuple(_way(presenter, way) for way in ways)),)


def _way(presenter: Presenter, way: Way) -> Inline:
    """A way in the author's words, with the addresses of the channel that it names or speaks of."""
    addresses = _addresses(presenter, way)
    return line(Strong(Prose(f"{way}:")), " ", presenter.inline(addresses)) if addresses else presenter.inline(way)


def _addresses(presenter: Presenter, way: Way) -> tuple[Any, ...]:
    named = presenter.names.find(way)
    channels = [named.entry] if named else (presenter.policy.channels or ())
    spoken = (each for each in channels if isinstance(each, Channel) and (named or _speaks_of(way, each)))
    return next((channel.address for channel in spoken), ())


def _speaks_of(text: str, channel: Channel) -> bool:
    words = text.casefold().replace(",", " ").replace(".", " ").split()
    return any(name.casefold() in words for name in channel.aliases() if name)


def _to_whom(presenter: Presenter, how: HowToComplain) -> Iterator[Inline]:
    if how.says:
        yield Prose(how.says)
    unnamed = [each for each in how.to if not _is_named_in(presenter, each, how.says or "")]
    if unnamed:
        yield fill(presenter._("Complaints go to {who}"), who=presenter.people(unnamed))


def _in_time(presenter: Presenter, how: HowToComplain) -> Iterator[Inline]:
    if how.within:
        yield limit_phrase(presenter, how.within, how.after)
    if how.late:
        yield Prose(how.late)


def _what_to_say(presenter: Presenter, how: HowToComplain) -> tuple[Block, ...]:
    if len(how.tell_us) == 1 and is_clause(how.tell_us[0]):
        return flow(clause(presenter, presenter._("Tell us {it}"), how.tell_us[0]).words)
    return _told(presenter, how, "tell_us")


def _told(presenter: Presenter, part: Part, name: str) -> tuple[Block, ...]:
    """Several texts behind their label: in one sentence, or in a list where they are long or whole sentences."""
    texts = getattr(part, name)
    whole = len(texts) > 1 and any(text.endswith(".") or not is_clause(text) for text in texts)
    if not whole and presenter.fits_a_line(texts):
        return flow(*_statements(presenter, part, name))
    label = Strong(Words(f"{presenter.label(part, name)}:"))
    return (*flow(label), Items(tuple(map(presenter.inline, texts))))


def _for_whom(presenter: Presenter, section: Complaints, how: HowToComplain) -> Iterator[Inline]:
    """Who may complain for somebody else, who helps, and that nothing is lost by it."""
    yield from _statements(presenter, how, "for_somebody_else")
    yield from (Prose(each) for each in (*how.help, *section.help_offered))
    yield from _statements(presenter, section, "free_of_charge")
    if section.no_detriment:
        yield Prose(section.no_detriment)


def _is_named_in(presenter: Presenter, reference: Reference, text: str) -> bool:
    """Whether a sentence of the author speaks of whoever is meant already."""
    named = presenter.names.find(reference)
    names = named.entry.aliases() if named else (str(reference),)
    return any(re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) for name in names if name)


# ---- the stages ------------------------------------------------------------------------------------------------------


def _stages(presenter: Presenter, stages: Collection[Stage]) -> tuple[Block, ...]:
    located = stages.located(("complaints", "stages"))
    return presenter.with_intro_and_notes(stages, tuple(_stage(presenter, at, stage) for at, stage in located))


def _stage(presenter: Presenter, pointer: Pointer, stage: Stage) -> Topic:
    """What happens in a stage, then its dated steps with the figure in the side column."""
    steps = stage.steps or Collection.model_construct()
    levels = stage.complexity or Collection.model_construct()
    dated = [_step(presenter, at, step) for at, step in steps.located((*pointer, "steps"))]
    answered_last = bool(steps) and not levels and steps.rows[-1].milestone is Milestone.FULL_REPLY
    dated += (_level(presenter, at, level) for at, level in levels.located((*pointer, "complexity")))
    body = (
        *presenter.blocks(stage.about or ()),
        *presenter.blocks(stage.says or ()),
        *flow(*_who_and_when(presenter, stage)),
        *paragraphs(steps.intro, steps.stem, levels.intro),
        *_closed(dated, (*paragraphs(steps.notes, levels.notes), *_closing(presenter, stage)), apart=not answered_last),
    )
    return presenter.entry_topic(pointer, stage, 3, body=body)


def _closed(dated: Sequence[Beside], closing: tuple[Block, ...], *, apart: bool) -> tuple[Block, ...]:
    """Dated steps, and what closes them: below the last of them, or apart where that is not the answer."""
    if not dated or not closing:
        return (*dated, *closing)
    if apart:
        return (*dated, Beside((), closing))
    *others, last = dated
    return (*others, replace(last, body=(*last.body, *closing)))


def _who_and_when(presenter: Presenter, stage: Stage) -> Iterator[Inline]:
    """What begins a stage, who decides it, and until when it may be asked for."""
    if stage.begins:
        named = opens_itself(presenter, stage.begins)
        pattern = presenter._("It begins {it}") if named else presenter._("It begins when {it}")
        yield clause(presenter, pattern, stage.begins).words
    unnamed = [each for each in stage.by if not _is_named_in(presenter, each, stage.says or "")]
    if unnamed and stage.not_by:
        pattern = presenter._("Decided by {who}, not by {others}")
        yield fill(pattern, who=presenter.people(unnamed), others=presenter.people(stage.not_by))
    elif unnamed:
        yield fill(presenter._("Decided by {who}"), who=presenter.people(unnamed))
    elif stage.not_by:
        yield fill(presenter._("not by {it}"), it=presenter.people(stage.not_by))
    if stage.ask_within:
        asked = limit_phrase(presenter, stage.ask_within, stage.ask_after)
        yield fill(presenter._("Ask for it {within}"), within=asked)
    if stage.optional:
        yield Words(presenter._("This stage may be skipped"))
    yield from (Prose(text) for text in (stage.because, stage.note) if text)


def _step(presenter: Presenter, pointer: Pointer, step: Any) -> Beside:
    """A step beside its figure: its name, and what is said of it."""
    field = measure(step) or ""
    value = getattr(step, field, None)
    figure = value.sole if isinstance(value, Limits) and field in ("within", "every") else None
    shown = (field,) if figure else ()
    opening = Strong(Prose(step.named())) if step.name else None
    own = said(presenter, step, "rows", "intro", "notes", "stem", *shown, opening=opening)
    body = (*own, *by_name(presenter, list(step.rows.located((*pointer, "rows"))))) if step.rows else own
    anchor = presenter.anchor(pointer)
    return presenter.beside_figure(figure, body, anchor) if figure else Beside((), body, anchor)


def _level(presenter: Presenter, pointer: Pointer, level: Complexity) -> Beside:
    """A level of complexity beside its own figure."""
    opening = sentence(Strong(Prose(level.named()))) if level.name else None
    body = said(presenter, level, "within", opening=opening)
    figure = level.within.sole if level.within else None
    anchor = presenter.anchor(pointer)
    return presenter.beside_figure(figure, body, anchor) if figure else Beside((), body, anchor)


def _closing(presenter: Presenter, stage: Stage) -> tuple[Block, ...]:
    """What happens when it takes longer, what the letter says, and everything else that the author says of a stage."""
    longer = flow(*extension(presenter, stage.extension)) if stage.extension else ()
    letter = _told(presenter, stage, "letter") if stage.letter else ()
    others = presenter.says(stage, *ARRANGED)
    return (*longer, *letter, *others)


def extension(presenter: Presenter, extension: Extension) -> Iterator[Inline]:
    """When an answer may take longer: in the author's words, then by how much and when it is told."""
    label = Strong(Words(f"{presenter.label(Stage, 'extension')}:"))
    most = limit_phrase(presenter, extension.at_most, None, "at_most") if extension.at_most else None
    told = limit_phrase(presenter, extension.told_by) if extension.told_by else None
    bounds = joined(
        (
            fill(presenter._("{limit} longer"), limit=most) if most else Words(""),
            Words(presenter._("with the reason")) if extension.reason_given else Words(""),
            fill(presenter._("and told {when}"), when=told) if told else Words(""),
        ),
        ", ",
    )
    texts = [Prose(extension.says), bounds] if extension.says else [bounds]
    yield line(label, " ", texts[0])
    yield from texts[1:]


ARRANGED = (
    "name", "about", "says", "begins", "by", "not_by", "ask_within", "ask_after", "optional", "because", "note",
    "steps", "complexity", "extension", "letter",
)  # fmt: skip
"""What a stage has a place for; the rest follows field by field."""


# ---- outside, and what comes of it -----------------------------------------------------------------------------------


def _outside(presenter: Presenter, bodies: Collection[OutsideBody]) -> tuple[Block, ...]:
    located = bodies.located(("complaints", "outside"))
    return presenter.with_intro_and_notes(bodies, tuple(_body(presenter, at, body) for at, body in located))


def _body(presenter: Presenter, pointer: Pointer, body: OutsideBody) -> Topic:
    """Somebody outside: for what, after what and until when, and what their decision means."""
    limits = list(until_when(presenter, body))
    told = {normalise_name(each.after or "") for each in body.limits}
    after = clause(presenter, presenter._("After {it}"), body.after).words if body.after else Words("")
    texts = (
        *(Prose(each) for each in body.for_what),
        *((after,) if body.after and normalise_name(body.after) not in told else ()),
        *limits,
        *((Words(presenter._("Their decision binds us")),) if body.decides else ()),
        *_statements(presenter, body, "free", "not_for", "because", "note"),
        *map(presenter.inline, body.address),
    )
    others = presenter.says(
        body, "about", "for_what", "after", "limits", "decides", "free", "not_for", "because", "note", "address"
    )
    blocks = (*presenter.blocks(body.about or ()), *flow(*texts), *others)
    return presenter.entry_topic(pointer, body, 3, side=(Note(Words(presenter._("Outside our house"))),), body=blocks)


def until_when(presenter: Presenter, body: OutsideBody) -> Iterator[Inline]:
    """Until when somebody outside may be asked, limit by limit."""
    return (sentence(joined(sentences(presenter, each), ", ")) for each in body.limits)


def _statements(presenter: Presenter, part: Part, *names: str) -> Iterator[Inline]:
    """Fields of a part one by one, each as a sentence."""
    values = part.set_fields()
    statements = (presenter.statement(part, name, values[name]) for name in names if name in values)
    return (each for each in statements if each is not None)


def _what_follows(presenter: Presenter, section: Complaints) -> tuple[Block, ...]:
    """What may come of a complaint, what is learnt from it, and how it is kept."""
    remedies = section.remedies or Collection.model_construct()
    located = list(remedies.located(("complaints", "remedies")))
    follows = presenter.with_intro_and_notes(remedies, by_name(presenter, located))
    if not (follows or section.learning):
        return presenter.under_heading(presenter.label(section, "logged"), paragraphs(section.logged), 3)
    learnt = flow(*paragraphs(section.learning), *_statements(presenter, section, "logged"))
    title = presenter.label(section, "remedies" if follows else "learning")
    return presenter.under_heading(title, (*follows, *learnt), 3)
