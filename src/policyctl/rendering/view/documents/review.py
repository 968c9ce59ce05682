"""The pack for a review: what is open, what was promised and measured, how we compare, and room for what is decided."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from policyctl.findings import Finding, Severity
from policyctl.rendering.view.blocks import (
    EMPTY,
    SPACE,
    Beside,
    Blank,
    Block,
    Cell,
    Column,
    Fields,
    Group,
    Inline,
    Items,
    Prose,
    Stack,
    Strong,
    Words,
    grouped_table,
    paragraphs,
    table,
)
from policyctl.rendering.view.document import Context, Pages, SectionView
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sections.aims import DECISIONS
from policyctl.rendering.view.sections.commitments import limit, measure
from policyctl.rendering.view.sections.keeping import log
from policyctl.rendering.view.sentences import capitalised, fill, flow, joined, line, sentence
from policyctl.schema.sections.aims import Benchmark, Metric
from policyctl.schema.sections.conduct import LeaderCommitment
from policyctl.schema.sections.keeping import Review
from policyctl.schema.sections.listening import Feedback
from policyctl.schema.sections.standards import Standard

_ = str  # Marks words for the catalogue; they are translated where they are used.

_TYPED = re.compile(r"`([^`\n]*+)`")
"""A word of the language, as messages write it."""

SEVERITIES = {
    Severity.ERROR: _("To mend"),
    Severity.WARNING: _("To look at"),
    Severity.INFO: _("To think about"),
}
"""What a group of findings asks for, the gravest first."""

USUAL_QUESTIONS = (_("What still holds?"), _("What do customers say?"), _("What do we change?"))
"""What is asked where the policy does not tell."""

ROOM, LITTLE_ROOM = 8, 5
"""How many decisions there is room for: in a review with questions of its own, and in a short one."""


def pages(presenter: Presenter, context: Context) -> Pages:
    """What is on the table, in the order in which it is talked about."""
    policy = presenter.policy
    review = policy.review or Review.model_construct()
    bodies = {
        "meeting": _meeting(presenter, review),
        "measured": _measured(presenter),
        "promised": _promised(presenter),
        "heard": _heard(presenter),
        "compared": _compared(presenter),
        "leaders": _leaders(presenter),
        "open": _findings(presenter, context.findings),
        "questions": _questions(presenter, review),
        "decided": _decided(presenter, review),
    }
    shown = {name: SectionView(body=body) for name, body in bodies.items()}
    return Pages(shown, presenter._("The review"), policy.policy.title)


def _meeting(presenter: Presenter, review: Review) -> tuple[Block, ...]:
    """When, with whom, what to bring, and what was decided last time."""
    when = (Strong(presenter.inline(review.next)),) if review.next else ()
    who = (fill(presenter._("with {who}"), who=presenter.people(review.attendees)),) if review.attendees else ()
    bring = Items(tuple(presenter.inline(text) for text in review.bring), "tick")
    held = log(presenter, review.log) if review.log else ()
    return (
        *paragraphs(review.intro),
        *flow(*((joined((*when, *who), ", "),) if when or who else ())),
        *presenter.under_heading(presenter.label(review, "bring"), (bring,) if review.bring else (), 3),
        *presenter.under_heading(presenter.label(review, "log"), held, 3),
    )


# ---- tables with a column to fill in ---------------------------------------------------------------------------------


def _measured(presenter: Presenter) -> tuple[Block, ...]:
    """Each measure with where it should be and where it was, and room for where it is."""
    rows = tuple(_metric(presenter, row) for row in presenter.policy.metrics or ())
    columns = (
        (presenter._("Measure"), 40.0),
        (presenter.label(Metric, "target"), 13.0),
        (presenter._("Last time"), 13.0),
        (presenter._("Today"), 13.0),
        (presenter._("Why"), 21.0),
    )
    return (table(columns, rows, wide=True),) if rows else ()


def _metric(presenter: Presenter, row: Metric) -> tuple[Cell, ...]:
    told: list[Inline] = []
    if row.source:
        told.append(line(f"{presenter.label(row, 'source')}: ", presenter.one_line(row.source, "column")))
    if row.owner:
        told.append(fill(presenter._("read by {who}"), who=presenter.inline(row.owner)))
    small = (presenter.sentences(*told),) if told else ()
    figures = (presenter.figure_cell(row.target), presenter.figure_cell(row.baseline))
    return (Cell(Prose(row.named()), small), *figures, SPACE, SPACE)


def _promised(presenter: Presenter) -> tuple[Block, ...]:
    """Each promise with a figure, group by group, and room for whether it was kept."""
    rows = list(presenter.policy.standards or ())
    loose = Group(tuple(_promises(presenter, [row for row in rows if not row.rows])))
    named = (_group(presenter, row) for row in rows if row.rows)
    groups = (loose, *named)
    shown = [group for group in groups if group.rows]
    columns = (
        (presenter._("Promise"), 29.0),
        (presenter._("Promised"), 30.0),
        (presenter.label(Standard, "met"), 15.0),
        (presenter._("Kept"), 12.0),
        (presenter._("Remark"), 14.0),
    )
    return (grouped_table(columns, tuple(shown), wide=True),) if shown else ()


def _group(presenter: Presenter, group: Standard) -> Group:
    name = Prose(group.named()) if group.name else None
    return Group(tuple(_promises(presenter, group.rows or ())), name)


def _promises(presenter: Presenter, rows: Iterable[Standard]) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        field = measure(row)
        if field and row.name:
            kept = Cell(presenter.inline(row.met)) if row.met else EMPTY
            yield (Cell(Prose(row.named())), Cell(capitalised(limit(presenter, row, field))), kept, SPACE, SPACE)


def _heard(presenter: Presenter) -> tuple[Block, ...]:
    """Each way in which customers are heard, and room for what they said."""
    rows = tuple(_source(presenter, row) for row in presenter.policy.feedback or ())
    columns = ((presenter._("Where we listen"), 40.0), (presenter._("What we heard"), 60.0))
    return (table(columns, rows, wide=True),) if rows else ()


def _source(presenter: Presenter, row: Feedback) -> tuple[Cell, ...]:
    read = (fill(presenter._("Read by {who}"), who=presenter.people(row.read_by)),) if row.read_by else ()
    return (Cell(Prose(row.named() or row.about or ""), tuple(sentence(each) for each in read)), SPACE)


def _compared(presenter: Presenter) -> tuple[Block, ...]:
    """What others do and what we do, what was decided and why, and room for whether that is still so."""
    rows = tuple(_comparison(presenter, row) for row in presenter.policy.benchmarks or ())
    columns = (
        (presenter._("What is compared"), 30.0),
        (presenter._("Theirs"), 22.0),
        (presenter._("Ours"), 18.0),
        (presenter._("Decided"), 18.0),
        (presenter._("Still so"), 12.0),
    )
    return (table(columns, rows, wide=True),) if rows else ()


def _comparison(presenter: Presenter, row: Benchmark) -> tuple[Cell, ...]:
    read = joined((presenter.inline(each) for each in (row.source, row.checked) if each), ", ")
    small = (sentence(read),) if row.source or row.checked else ()
    who = (presenter.inline(row.who),) if row.who else ()
    decided = Words(presenter._(DECISIONS[row.decision])) if row.decision else Words("")
    because = (sentence(presenter.inline(row.because)),) if row.because else ()
    theirs = Cell(presenter.inline(row.theirs) if row.theirs else Words(""), who)
    return (Cell(Prose(row.named()), small), theirs, presenter.cell(row.ours), Cell(decided, because), SPACE)


def _leaders(presenter: Presenter) -> tuple[Block, ...]:
    """What leaders said that they would do, and room for whether they did."""
    leadership = presenter.policy.leadership
    rows = tuple(_commitment(presenter, row) for row in (leadership and leadership.commitments) or ())
    columns = (
        (presenter._("What"), 44.0),
        (presenter._("Who"), 16.0),
        (presenter.label(LeaderCommitment, "every"), 16.0),
        (presenter._("Kept"), 24.0),
    )
    said = tuple(
        presenter.statement(leadership, name, text)
        for name in ("same_rules", "speaks_of_customers")
        if leadership and (text := getattr(leadership, name))
    )
    return (*((table(columns, rows, wide=True),) if rows else ()), *flow(*(each for each in said if each)))


def _commitment(presenter: Presenter, row: LeaderCommitment) -> tuple[Cell, ...]:
    seen = (fill(presenter._("You see it: {how}"), how=presenter.running(row.seen)),) if row.seen else ()
    small = tuple(sentence(each) for each in (*((presenter.inline(row.does),) if row.does else ()), *seen))
    head = Cell(Prose(row.named()), (joined(small, " "),) if small else ())
    who = Cell(presenter.people(row.who)) if row.who else EMPTY
    return (head, who, presenter.cell(row.every), SPACE)


# ---- what is open, what is asked, what is decided --------------------------------------------------------------------


def _findings(presenter: Presenter, findings: Sequence[Finding]) -> tuple[Block, ...]:
    """What policyctl has found and is still open, the gravest first, each with a square to tick."""
    blocks: list[Block] = []
    for severity, title in SEVERITIES.items():
        found = sorted((each for each in findings if each.severity is severity), key=lambda each: each.span.start.line)
        if found:
            items = Items(tuple(_finding(presenter, each) for each in found), "tick")
            blocks += presenter.under_heading(presenter._(title), (items,), 3)
    return tuple(blocks)


def _finding(presenter: Presenter, finding: Finding) -> Block:
    where = presenter._("line {number}").format(number=finding.span.start.line)
    hint = flow(Words(_on_paper(finding.hint))) if finding.hint else ()
    return Stack((Words(f"{_on_paper(finding.message)} ({where})"), *hint))


def _on_paper(message: str) -> str:
    """What is told on a screen, with the words of the language in quotation marks: on paper, nobody types them."""
    return _TYPED.sub(r"“\1”", message)


def _questions(presenter: Presenter, review: Review) -> tuple[Block, ...]:
    """Each question with room for what was said."""
    asked: Sequence[Any] = review.questions or tuple(presenter._(text) for text in USUAL_QUESTIONS)
    return tuple(Beside((Strong(presenter.inline(text)),), (Blank(None, 2),)) for text in asked)


def _decided(presenter: Presenter, review: Review) -> tuple[Block, ...]:
    """A table to fill in: what was decided, who does it, by when; then the day of the next one."""
    columns = ((presenter._("Decided"), 58.0), (presenter._("Who does it"), 24.0), (presenter._("By when"), 18.0))
    every = presenter.language.words(review.every) if review.every else ""
    following = presenter._("The next one ({every})").format(every=every) if every else presenter._("The next one")
    return (
        table(columns, ((SPACE, SPACE, SPACE),) * (ROOM if review.questions else LITTLE_ROOM), wide=True),
        Fields((Column(following, 50), Column(presenter._("Signature"), 50))),
    )
