"""Roles, hours, channels, customers and priorities say who is there for whom, when and how soon."""

from typing import Any

from policyctl.findings import Pointer
from policyctl.rendering.view.blocks import Block, Cell, Inline, Joined, Note, Prose, Row, Rows, Strong, Words, table
from policyctl.rendering.view.document import SectionView, titled_section
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sentences import fill, flow, joined, line
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.references import HoursRef
from policyctl.schema.quantities import Date
from policyctl.schema.sections.people import Channel, Closure, Condition, Customers, Hours, Priority, Role

BRIEF = 2
"""How many fields of a job fit behind its name."""

TELLING = ("examples", "when_unsure", "round_the_clock", "because", "note")
"""What helps to tell how urgent something is."""

_ = str  # Marks words for the catalogue; they are translated where they are used.


def roles(presenter: Presenter, section: Collection[Role]) -> SectionView:
    """Who does what: a job as a topic of its own where more than a title is said of any."""
    title = presenter._("Who is who")
    located = list(section.located(("roles",)))
    if all(len(row.set_fields()) <= BRIEF for _, row in located):
        return _listed(presenter, "roles", title, section)
    topics = tuple(presenter.entry_topic(pointer, row, 4, body=_role(presenter, row)) for pointer, row in located)
    return titled_section(title, presenter.with_intro_and_notes(section, topics))


def _role(presenter: Presenter, role: Role) -> tuple[Block, ...]:
    """The people of a job, what they look after, how to reach them, and who stands in."""
    opening = (Strong(presenter.inline(role.people)),) if role.people else ()
    title = (presenter.inline(role.title),) if role.title else ()
    away = (fill(presenter._("When away: {who}"), who=presenter.inline(role.backup)),) if role.backup else ()
    leaves = fill(presenter._("Until {day}"), day=presenter.inline(role.until)) if role.until else None
    return (
        *flow(
            *opening,
            *title,
            *((presenter.inline(role.covers),) if role.covers else ()),
            *((presenter.inline(role.rota),) if role.rota else ()),
            *((presenter.inline(role.reach),) if role.reach else ()),
            *away,
            *((leaves,) if leaves else ()),
        ),
        *presenter.says(role, "people", "title", "covers", "rota", "reach", "backup", "until", "leads"),
    )


def hours(presenter: Presenter, section: Collection[Hours]) -> SectionView:
    """Each set of hours, with the days on which nobody is there."""
    zone = presenter.policy.policy.timezone
    rows = tuple(_hours(presenter, pointer, row) for pointer, row in section.located(("hours",)))
    body = presenter.with_intro_and_notes(section, (Rows(rows),))
    note = (Note(Words(presenter._("Times are in {zone}.").format(zone=presenter.language.zone()))),) if zone else ()
    return titled_section(presenter._("When we are there"), (*body, *note))


def _hours(presenter: Presenter, pointer: Pointer, row: Hours) -> Row:
    label = Prose(row.named()) if row.name else Words(presenter._("Open"))
    values = (*flow(presenter.inline(row.open or ())), *_closed(presenter, row), *presenter.says(row, "open", "closed"))
    return Row(label, values, presenter.anchor(pointer))


def _closed(presenter: Presenter, row: Hours) -> tuple[Block, ...]:
    if not row.closed:
        return ()
    days = joined((closure(presenter, each) for each in row.closed), "; ")
    closed = flow(fill(presenter._("Closed on {days}"), days=days))
    return presenter.with_intro_and_notes(row.closed, closed)


def closure(presenter: Presenter, row: Closure) -> Inline:
    """A day, and what it is in brackets."""
    day = Date.find(row.named())
    name = Words(presenter.language.words(day)) if day else Prose(row.named())
    about = line(" (", presenter.running(row.about), ")") if row.about else Words("")
    rest = presenter.rest_of(row, "about")
    return line(name, about, *((": ", *rest) if rest else ()))


def channels(presenter: Presenter, section: Collection[Channel]) -> SectionView:
    """One table of the ways to reach us: where, when, and what else where somebody cannot use it.

    What is said of a channel beside these stands small below its address.
    """
    located = list(section.located(("channels",)))
    title = presenter._("Where to reach us")
    if all(row.set_fields().keys() <= {"name", "address", "kind"} for _, row in located):
        return _listed(presenter, "channels", title, section)
    columns = (
        (presenter._("Way"), 20.0),
        (presenter._("Where"), 38.0),
        (presenter._("Open"), 25.0),
        (presenter._("Or else"), 17.0),
    )
    rows = tuple(_channel(presenter, pointer, row) for pointer, row in located)
    return titled_section(title, presenter.with_intro_and_notes(section, (table(columns, rows, wide=True),)))


def _channel(presenter: Presenter, pointer: Pointer, row: Channel) -> tuple[Cell, ...]:
    addresses = joined((presenter.inline(each) for each in row.address), ", ")
    rest = presenter.rest_of(row, "address", "hours", "alternatives", "support")
    no_help = () if row.helps() else (Words(presenter._("No help is given here.")),)
    where = Cell(addresses, (*rest, *no_help)) if row.address else Cell(joined((*rest, *no_help), " "))
    return (
        Cell(presenter.inline(row.name or ""), (), presenter.anchor(pointer)),
        where,
        Cell(open_hours(presenter, row)) if row.hours else Cell(Words("")),
        presenter.cell(row.alternatives),
    )


def open_hours(presenter: Presenter, row: Channel) -> Inline:
    """When a channel is open: the hours themselves, where it names a set of them."""
    named = presenter.names.find(row.hours) if isinstance(row.hours, HoursRef) else None
    week = named.entry.open if named and isinstance(named.entry, Hours) else None
    return presenter.inline(week or row.hours)


def customers(presenter: Presenter, section: Collection[Customers]) -> SectionView:
    """Each kind of customer, and what it means for them."""
    return _listed(presenter, "customers", presenter._("Our customers"), section)


def priorities(presenter: Presenter, section: Collection[Priority]) -> SectionView:
    """From the first that fits: what it means, how to tell, and what it looked like."""
    rows = tuple(
        Row(Prose(row.named()), _urgency(presenter, row), presenter.anchor(pointer))
        for pointer, row in section.located(("priorities",))
    )
    return titled_section(presenter._("How urgent is it?"), presenter.with_intro_and_notes(section, (Rows(rows),)))


def _urgency(presenter: Presenter, row: Priority) -> tuple[Block, ...]:
    """How urgent something is, and how to know it."""
    means = (Prose(row.means),) if row.means else ()
    signs = [
        line(presenter._(words), " ", joined((_sign(presenter, each) for each in conditions), "; "))
        for words, conditions in ((_("Any of these:"), row.any), (_("All of these:"), row.all))
        if conditions
    ]
    others = (Words(presenter._("Everything else")),) if row.otherwise else ()
    told = (presenter.statement(row, name, getattr(row, name)) for name in TELLING if getattr(row, name))
    rest = presenter.says(row, "means", "any", "all", "otherwise", *TELLING)
    return (*flow(*means, *signs, *others, *(each for each in told if each)), *rest)


def _sign(presenter: Presenter, condition: Condition) -> Inline:
    """A condition as a clause, with the customers and the channels that it is for."""
    says = presenter.running(condition.says or ())
    whom = fill(presenter._("for {it}"), it=presenter.running(condition.for_)) if condition.for_ else Joined(())
    return joined((says, whom, presenter.inline(condition.channels)), ", ")


def _listed(presenter: Presenter, name: str, title: str, section: Collection[Any]) -> SectionView:
    rows = tuple(presenter.entry_row(pointer, row) for pointer, row in section.located((name,)))
    return titled_section(title, presenter.with_intro_and_notes(section, (Rows(rows),)))
