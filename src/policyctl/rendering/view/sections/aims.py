"""Goals, metrics and comparisons in, what the organisation aims for out."""

from typing import Any

from policyctl.findings import Pointer
from policyctl.rendering.view.document import SectionView
from policyctl.rendering.view.shown import Cell, Column, Joined, Prose, Table, Topic, Words
from policyctl.rendering.view.telling import Teller
from policyctl.spec.grammar.collection import Collection
from policyctl.spec.grammar.entry import Part
from policyctl.spec.grammar.limits import Limits
from policyctl.spec.sections.aims import Benchmark, Goal, Metric


def goals(tell: Teller, section: Collection[Goal]) -> SectionView:
    """Each goal under its name, its statement in the face of what is said."""
    topics = tuple(
        Topic(
            Prose(row.named()),
            tell.anchor(pointer),
            3,
            tell.shown(row.statement or ()),
            tell.table_of(row, "name", "statement"),
        )
        for pointer, row in section.located(("goals",))
    )
    return SectionView((), tell.around(section, topics), tuple(row.named() for row in section))


def metrics(tell: Teller, section: Collection[Metric]) -> SectionView:
    """One table: what is measured, where it stands, where it should be, and who reads it."""
    columns = (
        Column(tell._("Measure"), 50),
        Column(tell._("Now"), 16),
        Column(tell._("Target"), 16),
        Column(tell._("Read by"), 18),
    )
    rows = tuple(
        (
            _head(tell, pointer, row, "baseline", "target", "owner"),
            amount(tell, row.baseline),
            amount(tell, row.target),
            words(tell, row.owner),
        )
        for pointer, row in section.located(("metrics",))
    )
    title = tell._("What we measure")
    body = tell.around(section, (Table("", columns, rows),))
    return SectionView((), (Topic(Words(title), "", 3, body=body),), (title,))


def benchmarks(tell: Teller, section: Collection[Benchmark]) -> SectionView:
    """One table: theirs, ours, and what was decided."""
    columns = (
        Column(tell._("Compared with"), 30),
        Column(tell._("Theirs"), 20),
        Column(tell._("Ours"), 20),
        Column(tell._("We decided to"), 30),
    )
    rows = tuple(
        (
            _head(tell, pointer, row, "theirs", "ours", "decision", "because"),
            amount(tell, row.theirs),
            amount(tell, row.ours),
            _decision(tell, row),
        )
        for pointer, row in section.located(("benchmarks",))
    )
    title = tell._("How we compare")
    body = tell.around(section, (Table("", columns, rows),))
    return SectionView((), (Topic(Words(title), "", 3, body=body),), (title,))


def _head(tell: Teller, pointer: Pointer, row: Any, *elsewhere: str) -> Cell:
    """The name of a row, and below it in small words all that has no column of its own."""
    return Cell(Prose(row.named()), below(tell, row, "name", *elsewhere), tell.anchor(pointer))


def below(tell: Teller, row: Part, *elsewhere: str) -> tuple[Any, ...]:
    """What has no column of its own: what the row mainly says in a line, and the facts about it in another."""
    main = getattr(row, row.bare_text) if row.bare_text and row.bare_text not in elsewhere else None
    said = (tell.inline(main),) if main else ()
    return (*said, *tell.remainder(row, *elsewhere, row.bare_text or ""))


def amount(tell: Teller, limits: Limits | None) -> Cell:
    """An amount large, or several in a line; a cell without one says so."""
    if limits is None:
        return nothing(tell)
    return Cell(tell.figure(limits.sole) if limits.sole is not None else tell.inline(limits))


def words(tell: Teller, value: Any) -> Cell:
    """Any value in a cell."""
    return Cell(tell.inline(value)) if value not in (None, ()) else nothing(tell)


def nothing(tell: Teller) -> Cell:
    """An empty cell says that nothing is stated, so that nobody reads a promise into it."""
    return Cell(Words(tell._("Nothing stated")))


def _decision(tell: Teller, row: Benchmark) -> Cell:
    reason = (Prose(row.because),) if row.because else ()
    return Cell(tell.inline(row.decision), reason) if row.decision else Cell(Words(tell._("Nothing stated")), reason)
