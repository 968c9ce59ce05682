"""Mission, values, rules, topics, goals, metrics and benchmarks say what the organisation stands and aims for."""

from policyctl.rendering.view.blocks import Block, Boxed, Cell, Items, Prose, Row, Rows, Topic, Words, paragraphs
from policyctl.rendering.view.document import SectionView, titled_section
from policyctl.rendering.view.presenter import Presenter
from policyctl.schema import parts
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Entry
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.sections.aims import Benchmark, Goal, Metric
from policyctl.schema.sections.stand import GroundRule, Mission, Value
from policyctl.schema.sections.stand import Topic as Chapter


def mission(presenter: Presenter, section: Mission) -> SectionView:
    """The statement opens the part; what stands around it follows."""
    lead = paragraphs(section.intro, section.statement)
    return SectionView(lead, presenter.rows_block(section, "intro", "statement"), (presenter._("Our mission"),))


def values(presenter: Presenter, section: Collection[Value]) -> SectionView:
    """Each value under its name: what it means, and what one does, says and avoids."""
    topics = tuple(_value(presenter, presenter.anchor(pointer), row) for pointer, row in section.located(("values",)))
    return presenter.named_section(section, topics)


def _value(presenter: Presenter, anchor: str, row: Value) -> Topic:
    behaviours = (Rows(presenter.rows(behaviour)) for behaviour in row.behaviours)
    rest = presenter.fields(row, "name", "means", "behaviours")
    return Topic(Prose(row.named()), anchor, 3, body=(*presenter.blocks(row.means or ()), *behaviours, *rest))


def always(presenter: Presenter, section: Collection[GroundRule]) -> SectionView:
    """The rules that hold whatever the case."""
    body = presenter.with_intro_and_notes(section, ground_rules(presenter, section))
    return SectionView(
        (), (Topic(Words(presenter._("Always")), "", 3, body=body),), (presenter._("What we always do"),)
    )


def never(presenter: Presenter, section: Collection[GroundRule]) -> SectionView:
    """What nobody does: the one thing in a frame."""
    return SectionView(
        (),
        (Boxed(presenter._("Never"), presenter.with_intro_and_notes(section, ground_rules(presenter, section))),),
        (presenter._("What we never do"),),
    )


def ground_rules(presenter: Presenter, section: Collection[GroundRule]) -> tuple[Block, ...]:
    """Rules in a list, each with what lifts it and why."""
    return (Items(tuple(presenter.one_line(rule) for rule in section)),)


def topics(presenter: Presenter, section: Collection[Chapter]) -> SectionView:
    """Each chapter: what it is about, the customer's own part, and where else the policy speaks of it."""
    links = _links_by_topic(presenter)
    body = tuple(
        presenter.entry_topic(
            pointer,
            row,
            3,
            body=(*presenter.body(row, pointer, 4), *_see_also(presenter, links.get(normalise_name(row.named()), ()))),
        )
        for pointer, row in section.located(("topics",))
    )
    return presenter.named_section(section, body)


def _links_by_topic(presenter: Presenter) -> dict[str, tuple[Block, ...]]:
    found: dict[str, tuple[Block, ...]] = {}
    for pointer, part in parts(presenter.policy):
        if isinstance(part, Entry) and part.topic and part.name:
            known = found.get(normalise_name(part.topic), ())
            found[normalise_name(part.topic)] = (*known, presenter.link_to(pointer, part.named()))
    return found


def _see_also(presenter: Presenter, links: tuple[Block, ...]) -> tuple[Block, ...]:
    return (Rows((Row(Words(presenter._("See")), (Items(links),)),)),) if links else ()


def goals(presenter: Presenter, section: Collection[Goal]) -> SectionView:
    """Each goal under its name, its statement in the face of what is said."""
    topics = tuple(
        presenter.entry_topic(
            pointer, row, 3, lead=presenter.blocks(row.statement or ()), body=presenter.fields(row, "name", "statement")
        )
        for pointer, row in section.located(("goals",))
    )
    return presenter.named_section(section, topics)


def metrics(presenter: Presenter, section: Collection[Metric]) -> SectionView:
    """One table: what is measured, where it stands, where it should be, and who reads it."""
    columns = (
        (presenter._("Measure"), 50),
        (presenter._("Now"), 16),
        (presenter._("Target"), 16),
        (presenter._("Read by"), 18),
    )
    rows = tuple(
        (
            presenter.head_cell(pointer, row, "baseline", "target", "owner"),
            presenter.figure_cell(row.baseline),
            presenter.figure_cell(row.target),
            presenter.cell(row.owner),
        )
        for pointer, row in section.located(("metrics",))
    )
    title = presenter._("What we measure")
    body = presenter.with_intro_and_notes(section, (presenter.table(columns, rows),))
    return titled_section(title, body)


def benchmarks(presenter: Presenter, section: Collection[Benchmark]) -> SectionView:
    """One table: theirs, ours, and what was decided."""
    columns = (
        (presenter._("Compared with"), 30),
        (presenter._("Theirs"), 20),
        (presenter._("Ours"), 20),
        (presenter._("We decided to"), 30),
    )
    rows = tuple(
        (
            presenter.head_cell(pointer, row, "theirs", "ours", "decision", "because"),
            presenter.figure_cell(row.theirs),
            presenter.figure_cell(row.ours),
            _decision(presenter, row),
        )
        for pointer, row in section.located(("benchmarks",))
    )
    title = presenter._("How we compare")
    body = presenter.with_intro_and_notes(section, (presenter.table(columns, rows),))
    return titled_section(title, body)


def _decision(presenter: Presenter, row: Benchmark) -> Cell:
    reason = paragraphs(row.because)
    return (
        Cell(presenter.blocks(row.decision)[0], reason) if row.decision else Cell(presenter.empty_cell().value, reason)
    )
