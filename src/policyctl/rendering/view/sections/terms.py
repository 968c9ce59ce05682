"""Terms stand in a table, case by question, where their cases answer the same questions; in sentences elsewhere."""

from collections.abc import Sequence
from typing import Any

from policyctl.findings import Pointer
from policyctl.rendering.view.blocks import (
    EMPTY,
    Block,
    Cell,
    Prose,
    Row,
    Rows,
    Strong,
    Table,
    Topic,
    Words,
    leads,
    paragraphs,
    table,
)
from policyctl.rendering.view.document import SectionView
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sections.commitments import OF_GROUP, Located, by_name, own_rows, sentences
from policyctl.rendering.view.sections.commitments import said as said_of
from policyctl.rendering.view.sentences import capitalised, flow, joined, sentence
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.sections.terms import Term

_ = str  # Marks words for the catalogue; they are translated where they are used.

MAX_CASES, MIN_ANSWERS = 4, 2
"""How many cases a table may hold beside each other, and how much each must say to be worth one."""

QUESTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (_("When"), ("when", "fault", "for_", "not_for", "channels", "priorities", "unless", "exceptions")),
    (_("How long"), ("within", "by", "on", "at_least", "at_most", "notice", "every", "after", "before", "until",
                     "usually", "late")),
    (_("You get"), ("gives", "up_to", "over", "automatic", "added_to", "paid_within", "if_late")),
    (_("Condition"), ("condition",)),
    (_("Proof"), ("proof", "no_proof")),
    (_("How, and who pays"), ("how", "costs")),
    (_("Besides"), ("about", "because", "note", "customer_part", "when_missed", "who", "not_by", "effective", "met",
                    "links")),
    (_("Rests on"), ("basis",)),
)  # fmt: skip
"""What a customer asks, and the fields that answer it."""

TOLD_BY_THE_QUESTION = ("when", "condition", "proof", "how", "costs", "basis")
"""Fields that need no words of their own beside their question."""

REFUSED = ("refuse", "abuse")


def terms(presenter: Presenter, section: Collection[Term]) -> SectionView:
    """Each kind of case under its name."""
    named = tuple(_topic(presenter, pointer, row) for pointer, row in section.located(("terms",)) if row.name)
    others = by_name(presenter, [(at, row) for at, row in section.located(("terms",)) if not row.name])
    body = (*paragraphs(section.stem), *others, *named, *paragraphs(section.notes))
    return SectionView(leads(section.intro), body, tuple(row.named() for row in section if row.name))


def _topic(presenter: Presenter, pointer: Pointer, row: Term) -> Topic:
    """What holds for all cases, then the cases, and what is not taken."""
    places = [at for at, _case in row.rows.located((*pointer, "rows"))] if row.rows else []
    cases = list(zip(places, own_rows(row), strict=True))
    own = (*leads(row.intro, large=False), *said_of(presenter, row, *OF_GROUP, *REFUSED), *paragraphs(row.stem))
    below = (_table(presenter, cases),) if _answer_alike(cases) else by_name(presenter, cases, *REFUSED)
    body = (*own, *below, *paragraphs(row.notes), *_refused(presenter, row, cases))
    return presenter.entry_topic(pointer, row, 3, body=body)


def _answer_alike(cases: Sequence[Located]) -> bool:
    """Whether a few cases say several things each, and none has sentences or cases of its own."""
    plain = all(row.name and not {"says", *OF_GROUP[1:]} & row.set_fields().keys() for _pointer, row in cases)
    answers = (
        sum(not row.set_fields().keys().isdisjoint(fields) for _question, fields in QUESTIONS)
        for _pointer, row in cases
    )
    return plain and 1 < len(cases) <= MAX_CASES and min(answers) >= MIN_ANSWERS


def _table(presenter: Presenter, cases: Sequence[Located]) -> Table:
    """A question in each row and a case in each column; a question that no case answers is not asked."""
    columns = (("", 15.0), *((row.named(), 85.0 / len(cases)) for _pointer, row in cases))
    rows: list[tuple[Cell, ...]] = []
    for question, fields in QUESTIONS:
        anchors = [presenter.anchor(pointer) if not rows else "" for pointer, _row in cases]
        cells = tuple(
            _answer(presenter, row, fields, anchor) for (_pointer, row), anchor in zip(cases, anchors, strict=True)
        )
        if any(cell.value != EMPTY.value for cell in cells):
            rows.append((Cell(Words(presenter._(question))), *cells))
    return table(columns, tuple(rows), wide=True)


def _answer(presenter: Presenter, row: Any, fields: Sequence[str], anchor: str) -> Cell:
    given = row.set_fields()
    told = [
        capitalised(presenter.inline(given[name])) for name in fields if name in TOLD_BY_THE_QUESTION and name in given
    ]
    others = [name for name in given if name not in fields or name in TOLD_BY_THE_QUESTION]
    texts = [sentence(each) for each in (*told, *sentences(presenter, row, *others))]
    return Cell(joined(texts, " "), anchor=anchor) if texts else Cell(EMPTY.value, anchor=anchor)


def _refused(presenter: Presenter, row: Term, cases: Sequence[Located]) -> tuple[Block, ...]:
    """What is not taken, in all cases or in one of them, and what follows for whoever abuses it."""
    by_case = [("", row), *((each.named(), each) for _pointer, each in cases)]
    refused = tuple(block for name, each in by_case for block in _refusals(presenter, name, each))
    abuse = paragraphs(*(each.abuse for _name, each in by_case))
    return presenter.under_heading(presenter.label(Term, "refuse"), (*refused, *abuse), 4)


def _refusals(presenter: Presenter, case: str, row: Any) -> tuple[Block, ...]:
    refusals = row.refuse or ()
    named = tuple(Row(Prose(each.named()), presenter.says(each)) for each in refusals if each.name)
    texts = [sentence(presenter.one_line(each)) for each in refusals if not each.name]
    opening = (Strong(Prose(f"{case}:")),) if case and (texts or named) else ()
    return (*flow(joined((*opening, *texts), " ")), *((Rows(named),) if named else ()))
