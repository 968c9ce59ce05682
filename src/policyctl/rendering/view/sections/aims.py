"""Goals, their measures and how they compare say what the organisation aims for."""

from policyctl.rendering.view.blocks import Cell, Prose, Words, leads, paragraphs, table
from policyctl.rendering.view.document import SectionView, titled_section
from policyctl.rendering.view.presenter import Presenter
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.sections.aims import Benchmark, Goal, Metric


def goals(presenter: Presenter, section: Collection[Goal]) -> SectionView:
    """Each goal under its name, its statement in the face of what is said."""
    topics = tuple(
        presenter.entry_topic(
            pointer,
            row,
            3,
            body=(*leads(row.statement, large=False), *presenter.says(row, "statement")),
        )
        for pointer, row in section.located(("goals",))
    )
    return presenter.named_section(section, topics)


def metrics(presenter: Presenter, section: Collection[Metric]) -> SectionView:
    """One table: what is measured, where it stands, where it should be, and who reads it."""
    columns = (
        (presenter._("Measure"), 50.0),
        (presenter._("Now"), 16.0),
        (presenter._("Target"), 16.0),
        (presenter._("Read by"), 18.0),
    )
    rows = tuple(
        (
            Cell(Prose(row.named()), presenter.rest_of(row, "baseline", "target", "owner"), presenter.anchor(pointer)),
            presenter.figure_cell(row.baseline),
            presenter.figure_cell(row.target),
            presenter.cell(row.owner),
        )
        for pointer, row in section.located(("metrics",))
    )
    body = presenter.with_intro_and_notes(section, (table(columns, rows, wide=True),))
    return titled_section(presenter._("What we measure"), body)


def benchmarks(presenter: Presenter, section: Collection[Benchmark]) -> SectionView:
    """One table: theirs, ours, and what was decided."""
    columns = (
        (presenter._("Compared with"), 30.0),
        (presenter._("Theirs"), 20.0),
        (presenter._("Ours"), 20.0),
        (presenter._("We decided to"), 30.0),
    )
    rows = tuple(
        (
            Cell(
                Prose(row.named()),
                presenter.rest_of(row, "theirs", "ours", "decision", "because"),
                presenter.anchor(pointer),
            ),
            presenter.figure_cell(row.theirs),
            presenter.figure_cell(row.ours),
            Cell(presenter.inline(row.decision) if row.decision else Words(""), paragraphs(row.because)),
        )
        for pointer, row in section.located(("benchmarks",))
    )
    body = presenter.with_intro_and_notes(section, (table(columns, rows, wide=True),))
    return titled_section(presenter._("How we compare"), body)
