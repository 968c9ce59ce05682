"""Goals, their measures and how they compare say what the organisation aims for."""

from collections.abc import Iterator, Sequence
from typing import Any

from policyctl.findings import Pointer
from policyctl.rendering.view.blocks import (
    EMPTY,
    Block,
    Cell,
    Inline,
    Note,
    Prose,
    Row,
    Rows,
    Strong,
    Words,
    leads,
    table,
)
from policyctl.rendering.view.document import SectionView, titled_section
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sentences import fill, flow, joined, line, sentence
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.sections.aims import Benchmark, Decision, Goal, Metric

_ = str  # Marks words for the catalogue; they are translated where they are used.

Located = tuple[Pointer, Any]

DECISIONS = {
    Decision.MATCH: _("We match it"),
    Decision.EXCEED: _("We do better"),
    Decision.DIFFER: _("We do it differently"),
    Decision.NOT_COMPETE: _("We do not compete in this"),
}


def goals(presenter: Presenter, section: Collection[Goal]) -> SectionView:
    """Goals beside the measures that show them, in one table; those without a measure stand in sentences."""
    located = list(section.located(("goals",)))
    if not any(_measures(presenter, goal) for _, goal in located):
        topics = tuple(
            presenter.entry_topic(pointer, row, 3, body=_in_words(presenter, row)) for pointer, row in located
        )
        return presenter.named_section(section, topics)
    body = (_table(presenter, tuple(_goal_rows(presenter, located))),)
    return presenter.named_section(section, body)


def _in_words(presenter: Presenter, goal: Goal) -> tuple[Block, ...]:
    return (*leads(goal.statement, large=False), *presenter.says(goal, "statement"))


def _goal_rows(presenter: Presenter, located: Sequence[Located]) -> Iterator[tuple[Cell, ...]]:
    """A row for each measure of each goal; the goal stands beside the first of them."""
    shown: set[Pointer] = set()
    for pointer, goal in located:
        texts = (presenter.inline(text) for text in (goal.statement, goal.serves_mission) if text)
        rest = presenter.rest_of(goal, "statement", "serves_mission", "metrics", "owner")
        owner = (fill(presenter._("{who} answers for it"), who=presenter.inline(goal.owner)),) if goal.owner else ()
        words = (*(sentence(each) for each in (*texts, *owner)), *rest)
        first = Cell(Prose(goal.named()), (joined(words, " "),) if words else (), presenter.anchor(pointer))
        for number, (at, metric) in enumerate(_measures(presenter, goal) or [((), None)]):
            known = at in shown
            shown.add(at)
            yield (first if number == 0 else EMPTY, *_metric_cells(presenter, at, metric, known=known))


def _measures(presenter: Presenter, goal: Goal) -> list[tuple[Pointer, Metric]]:
    """The measures that a goal names, each with its place."""
    found = [presenter.names.find(reference) for reference in goal.metrics]
    return [(each.pointer, each.entry) for each in found if each and isinstance(each.entry, Metric)]


def _metric_cells(presenter: Presenter, pointer: Pointer, metric: Metric | None, *, known: bool) -> tuple[Cell, ...]:
    """A measure, where it stands and where it should; one that was told above is only named."""
    nothing = EMPTY
    if metric is None:
        return (nothing, nothing, nothing)
    if known:
        return (Cell(presenter.link_to(pointer, metric.named())), nothing, nothing)
    return (
        Cell(Strong(Prose(metric.named())), _definition(presenter, metric), presenter.anchor(pointer)),
        presenter.figure_cell(metric.baseline),
        presenter.figure_cell(metric.target),
    )


def _definition(presenter: Presenter, metric: Metric) -> tuple[Inline, ...]:
    """What a measure counts, how often it is read, where and by whom."""
    sentences = [presenter.inline(text) for text in (metric.definition, metric.formula) if text]
    read = [presenter.inline(value) for value in (metric.every,) if value]
    if metric.source:
        read.append(fill(presenter._("from {where}"), where=presenter.inline(metric.source)))
    if metric.owner:
        read.append(fill(presenter._("read by {who}"), who=presenter.inline(metric.owner)))
    if read:
        sentences.append(joined(read, ", "))
    if metric.balanced_by:
        sentences.append(fill(presenter._("Balanced by {what}"), what=presenter.inline(metric.balanced_by)))
    shown = ("definition", "formula", "every", "source", "owner", "balanced_by", "baseline", "target", "better")
    rest = presenter.rest_of(metric, *shown)
    whole = (*(sentence(each) for each in sentences), *rest)
    return (joined(whole, " "),) if whole else ()


def _table(presenter: Presenter, rows: tuple[tuple[Cell, ...], ...]) -> Block:
    columns = (
        (presenter._("What we want, and why"), 38.0),
        (presenter._("How we know"), 36.0),
        (presenter._("Now"), 13.0),
        (presenter._("Target"), 13.0),
    )
    return table(columns, rows, wide=True)


def metrics(presenter: Presenter, section: Collection[Metric]) -> SectionView:
    """The measures that no goal names; the others stand beside their goals."""
    goals = presenter.policy.goals or ()
    named = {pointer for goal in goals for pointer, _ in _measures(presenter, goal)}
    rows = tuple(
        _metric_cells(presenter, pointer, row, known=False)
        for pointer, row in section.located(("metrics",))
        if pointer not in named
    )
    columns = ((presenter._("Measure"), 60.0), (presenter._("Now"), 20.0), (presenter._("Target"), 20.0))
    body = presenter.with_intro_and_notes(section, (table(columns, rows, wide=True),) if rows else ())
    return titled_section(presenter._("What we measure"), body) if body else SectionView()


def benchmarks(presenter: Presenter, section: Collection[Benchmark]) -> SectionView:
    """Each comparison in a paragraph: theirs, ours, what was decided and why, and where it was read."""
    rows = tuple(
        Row(Prose(row.named()), _comparison(presenter, row), presenter.anchor(pointer))
        for pointer, row in section.located(("benchmarks",))
    )
    return titled_section(presenter._("How we compare"), presenter.with_intro_and_notes(section, (Rows(rows),)))


def _comparison(presenter: Presenter, row: Benchmark) -> tuple[Block, ...]:
    they = presenter.inline(row.who) if row.who else Words(presenter._("They"))
    sides = [
        line(who, ": ", presenter.inline(value))
        for who, value in ((they, row.theirs), (Words(presenter._("we")), row.ours))
        if value
    ]
    sentences: list[Inline] = [joined(sides, "; ")] if sides else [they] if row.who else []
    if row.decision:
        decided = line(Strong(Words(presenter._(DECISIONS[row.decision]))))
        because = line(": ", presenter.running(row.because)) if row.because else Words("")
        sentences.append(line(decided, because))
    elif row.because:
        sentences.append(presenter.inline(row.because))
    source = joined((presenter.inline(each) for each in (row.source, row.checked) if each), ", ")
    about = joined((presenter.inline(each) for each in (row.goal, row.metric) if each), ", ")
    small = [sentence(each) for each in (source, about) if each != line()]
    rest = presenter.says(row, "who", "theirs", "ours", "decision", "because", "source", "checked", "goal", "metric")
    return (*flow(*sentences), *rest, *((Note(joined(small, " ")),) if small else ()))
