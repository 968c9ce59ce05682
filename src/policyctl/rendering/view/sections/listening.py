"""What the front line said, what customers say and what a trial showed is what we have heard."""

from policyctl.rendering.view.blocks import (
    Block,
    Branch,
    Branches,
    Inline,
    Items,
    Note,
    Prose,
    Row,
    Rows,
    Strong,
    Words,
    leads,
    paragraphs,
)
from policyctl.rendering.view.document import SectionView, titled_section
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sentences import capitalise, fill, flow, joined, line
from policyctl.schema import Policy
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.sections.listening import Feedback, StaffInput
from policyctl.schema.sections.training import Pilot, PilotFinding


def staff_input(presenter: Presenter, section: Collection[StaffInput]) -> SectionView:
    """Each talk: what was asked of whom, what they said and what changed. A single one needs no heading of its own."""
    talks = tuple(section.located(("staff_input",)))
    body: tuple[Block, ...]
    if len(talks) == 1:
        pointer, row = talks[0]
        asked_on = (presenter.inline(row.on),) if row.on else ()
        talk = (*flow(*asked_on), *_talk(presenter, row))
        body = (Rows((Row(Prose(row.named()), talk, presenter.anchor(pointer)),)),)
    else:
        body = tuple(
            presenter.entry_topic(pointer, row, 4, side=_asked_on(presenter, row), body=_talk(presenter, row))
            for pointer, row in talks
        )
    return titled_section(presenter.label(Policy, "staff_input"), presenter.with_intro_and_notes(section, body))


def _asked_on(presenter: Presenter, row: StaffInput) -> tuple[Note, ...]:
    return (Note(presenter.inline(row.on)),) if row.on else ()


def _talk(presenter: Presenter, row: StaffInput) -> tuple[Block, ...]:
    asked = tuple(Prose(text) for text in row.question)
    who = tuple(presenter.inline(value) for value in (row.who, row.how) if value)
    return (
        *presenter.blocks(row.question if len(asked) > 1 else ()),
        *(leads(row.question[0], large=False) if len(asked) == 1 else ()),
        *flow(*who),
        *presenter.says(row, "on", "how", "who", "question", "found", "changed"),
        *found_and_changed(presenter, ((presenter._("We found"), row.found), (presenter._("We changed"), row.changed))),
    )


def found_and_changed(presenter: Presenter, cases: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[Block, ...]:
    """What was found, and what changed because of it, side by side."""
    filled = [(title, texts) for title, texts in cases if texts]
    branches = tuple(
        Branch(
            "",
            Words(title),
            presenter.blocks(texts) if len(texts) < 2 else (Items(tuple(map(Prose, texts)), "plain"),),
        )
        for title, texts in filled
    )
    return (Branches(branches),) if branches else ()


def feedback(presenter: Presenter, section: Collection[Feedback]) -> SectionView:
    """Each way in which we listen: what we ask, where, how often, who reads it and what comes of it."""
    located = tuple(section.located(("feedback",)))
    rows = tuple(
        Row(Prose(row.named()), _source(presenter, row), presenter.anchor(pointer))
        for pointer, row in located
        if row.name
    )
    in_words = tuple(block for _, row in located if not row.name for block in _source(presenter, row))
    body = (*in_words, *((Rows(rows),) if rows else ()))
    return titled_section(presenter.label(Policy, "feedback"), presenter.with_intro_and_notes(section, body))


def _source(presenter: Presenter, row: Feedback) -> tuple[Block, ...]:
    sentences = [presenter.inline(row.question)] if row.question else []
    how = [presenter.inline(value) for value in (row.channels, row.sample, row.every) if value]
    if how:
        sentences.append(joined(how, ", "))
    if row.read_by:
        sentences.append(fill(presenter._("Read by {who}"), who=presenter.inline(row.read_by)))
    if row.acted_on:
        sentences.append(presenter.inline(row.acted_on))
    rest = presenter.says(row, "question", "channels", "sample", "every", "read_by", "acted_on", "metrics")
    shows = (Note(fill(presenter._("It shows in {what}"), what=presenter.inline(row.metrics))),) if row.metrics else ()
    return (*flow(*sentences), *rest, *shows)


def pilot(presenter: Presenter, section: Pilot) -> SectionView:
    """Who tried it from when to when, what they were told, what it showed, and what was decided."""
    when = period(presenter, section)
    who = [presenter.inline(value) for value in (section.staff, section.customers) if value]
    if section.channels:
        who.append(fill(presenter._("by {channels}"), channels=presenter.inline(section.channels)))
    opening: list[Inline] = [Strong(when)] if when else []
    if section.lead:
        opening.append(fill(presenter._("Led by {who}"), who=presenter.inline(section.lead)))
    shown = (
        "intro", "notes", "starts", "ends", "lead", "staff", "customers", "channels", "told", "consent", "opt_out",
        "findings", "decision", "decided_by",
    )  # fmt: skip
    agreed = (presenter.inline(text) for text in (section.consent, section.opt_out) if text)
    body = (
        *leads(section.intro, large=False),
        *flow(*opening, *((joined(who, "; "),) if who else ())),
        *presenter.blocks(section.told),
        *flow(*agreed),
        *presenter.says(section, *shown),
        *_findings(presenter, section.findings or Collection.model_construct()),
        *flow(*_decision(presenter, section)),
        *paragraphs(section.notes),
    )
    return titled_section(presenter.label(Policy, "pilot"), body)


def period(presenter: Presenter, section: Pilot) -> Inline | None:
    """From which day to which a trial runs."""
    words = presenter.language.words
    if section.starts and section.ends:
        text = presenter._("{first} to {last}").format(first=words(section.starts), last=words(section.ends))
        return Words(capitalise(text))
    if section.starts:
        return fill(presenter._("From {day}"), day=presenter.inline(section.starts))
    return fill(presenter._("Until {day}"), day=presenter.inline(section.ends)) if section.ends else None


def _findings(presenter: Presenter, rows: Collection[PilotFinding]) -> tuple[Block, ...]:
    if not rows:
        return ()
    branches = tuple(
        Branch(
            "",
            presenter.inline(row.name or ""),
            _finding(presenter, row),
            presenter.anchor(pointer),
        )
        for pointer, row in rows.located(("pilot", "findings"))
    )
    return presenter.with_intro_and_notes(rows, (Branches(branches),))


def _finding(presenter: Presenter, row: PilotFinding) -> tuple[Block, ...]:
    found = (presenter.inline(row.found),) if row.found else ()
    changed = (Strong(presenter.inline(row.changed)),) if row.changed else ()
    return (*flow(*found, *changed), *presenter.says(row, "found", "changed"))


def _decision(presenter: Presenter, section: Pilot) -> tuple[Inline, ...]:
    if not section.decision:
        return ()
    who = (presenter.inline(section.decided_by),) if section.decided_by else ()
    return (
        line(Strong(Words(f"{presenter.label(section, 'decision')}:")), " ", presenter.inline(section.decision)),
        *who,
    )
