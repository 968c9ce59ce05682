"""Goals, metrics and comparisons in, what the organisation aims for out."""

from policyctl.rendering.view.document import SectionView
from policyctl.rendering.view.sections.tables import amount, head, nothing, table, words
from policyctl.rendering.view.shown import Cell, Prose, Topic, Words
from policyctl.rendering.view.telling import Teller
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.sections.aims import Benchmark, Goal, Metric


def goals(tell: Teller, section: Collection[Goal]) -> SectionView:
    """Each goal under its name, its statement in the face of what is said."""
    topics = tuple(
        Topic(
            Prose(row.named()),
            tell.anchor(pointer),
            3,
            tell.shown(row.statement or ()),
            tell.told(row, "name", "statement"),
        )
        for pointer, row in section.located(("goals",))
    )
    return SectionView((), tell.around(section, topics), tuple(row.named() for row in section))


def metrics(tell: Teller, section: Collection[Metric]) -> SectionView:
    """One table: what is measured, where it stands, where it should be, and who reads it."""
    columns = (
        (tell._("Measure"), 50),
        (tell._("Now"), 16),
        (tell._("Target"), 16),
        (tell._("Read by"), 18),
    )
    rows = tuple(
        (
            head(tell, pointer, row, "baseline", "target", "owner"),
            amount(tell, row.baseline),
            amount(tell, row.target),
            words(tell, row.owner),
        )
        for pointer, row in section.located(("metrics",))
    )
    title = tell._("What we measure")
    body = tell.around(section, (table(tell, columns, rows),))
    return SectionView((), (Topic(Words(title), "", 3, body=body),), (title,))


def benchmarks(tell: Teller, section: Collection[Benchmark]) -> SectionView:
    """One table: theirs, ours, and what was decided."""
    columns = (
        (tell._("Compared with"), 30),
        (tell._("Theirs"), 20),
        (tell._("Ours"), 20),
        (tell._("We decided to"), 30),
    )
    rows = tuple(
        (
            head(tell, pointer, row, "theirs", "ours", "decision", "because"),
            amount(tell, row.theirs),
            amount(tell, row.ours),
            _decision(tell, row),
        )
        for pointer, row in section.located(("benchmarks",))
    )
    title = tell._("How we compare")
    body = tell.around(section, (table(tell, columns, rows),))
    return SectionView((), (Topic(Words(title), "", 3, body=body),), (title,))


def _decision(tell: Teller, row: Benchmark) -> Cell:
    reason = (Prose(row.because),) if row.because else ()
    return Cell(tell.shown(row.decision)[0], reason) if row.decision else Cell(nothing(tell).value, reason)
