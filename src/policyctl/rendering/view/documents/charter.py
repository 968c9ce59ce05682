"""The charter for customers: what they may count on, as large figures, and what they can do where it fails.

It is handed a policy from which everything that is not public has been taken, so it need not ask who may read what.
"""

from collections.abc import Iterator
from typing import Any

from policyctl.rendering.view.blocks import (
    Beside,
    Block,
    Cell,
    Inline,
    Items,
    Joined,
    Lead,
    Prose,
    Strong,
    Words,
    paragraphs,
    table,
)
from policyctl.rendering.view.document import Context, Pages, SectionView
from policyctl.rendering.view.presenter import Presenter, ordered_fields
from policyctl.rendering.view.sections import section_view
from policyctl.rendering.view.sections.commitments import OF_GROUP, listed, measure, own_rows, said
from policyctl.rendering.view.sections.people import closure, open_hours
from policyctl.rendering.view.sentences import fill, flow, joined, line, sentence
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Part
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.quantities import Duration, Frequency, Never
from policyctl.schema.sections.complaints import Complaints
from policyctl.schema.sections.conduct import Conduct
from policyctl.schema.sections.people import Channel, Hours
from policyctl.schema.sections.standards import Standard

_ = str  # Marks words for the catalogue; they are translated where they are used.

RETITLED = {
    "remedies": _("If we fail"),
    "access": _("If you need more time or help"),
    "privacy": _("What you tell us"),
}
"""Headings for a customer, in place of those for staff."""

AS_THEY_ARE = ("remedies", "terms", "complaints", "access", "privacy")
"""Sections that say to a customer what they say to staff, in the same words."""

FOR_A_LEAFLET = ("counts", "does_not_count", "learning", "logged", "remedies")
"""What a leaflet on complaints has room for, and a charter has not."""


def pages(presenter: Presenter, _context: Context) -> Pages:
    """What is promised, what follows where it fails, how to reach us, and what we ask."""
    policy = presenter.policy
    there = policy.set_fields()
    own = {
        "promises": tuple(_promises(presenter, policy.standards)) if policy.standards else (),
        "reach": (*_channels(presenter), *_hours(presenter)),
        "facts": _facts(presenter),
        "conduct": _conduct(presenter),
        "opening": _opening(presenter),
        "closing": _closing(presenter),
    }
    sections = {name: _as_it_is(presenter, name) for name in AS_THEY_ARE if name in there}
    shown = {name: SectionView(body=body) for name, body in own.items()}
    return Pages({**sections, **shown}, presenter._("What you can expect from us"))


def _as_it_is(presenter: Presenter, name: str) -> SectionView:
    """A section as the handbook has it, under a heading for customers where its author gave it none."""
    whole = getattr(presenter.policy, name)
    shown = section_view(presenter, name, _in_short(whole) if isinstance(whole, Complaints) else whole)
    return shown.titled(presenter._(RETITLED[name])) if name in RETITLED and not whole.title else shown


def _in_short(section: Complaints) -> Complaints:
    """How to complain without what a leaflet has room for; who sees to it is told by its author's own sentence."""
    how = section.how_to_complain
    stages = section.stages and section.stages.mapped(
        lambda stage: stage.model_copy(update={"by": (), "optional": None}) if stage.says else stage
    )
    return section.model_copy(
        update={
            **{field: Complaints.model_fields[field].default for field in FOR_A_LEAFLET},
            "how_to_complain": how.model_copy(update={"to": ()}) if how and how.says else how,
            "stages": stages,
        }
    )


def _opening(presenter: Presenter) -> tuple[Block, ...]:
    """What the organisation is there for, and the words that open its charter."""
    mission, head = presenter.policy.mission, presenter.policy.policy
    lead = (Lead(Prose(mission.statement)),) if mission and mission.statement else ()
    return (*lead, *paragraphs(head.intro))


def _closing(presenter: Presenter) -> tuple[Block, ...]:
    """For whom it is, where it is to be had, and what else its head says to customers."""
    head = presenter.policy.policy
    scope = presenter.says(head.scope) if head.scope else ()
    fields = head.set_fields()
    told = (presenter.statement(head, name, fields[name]) for name in ("copies", "schemes") if name in fields)
    return (*scope, *flow(*(each for each in told if each)), *paragraphs(head.notes))


# ---- what we promise -------------------------------------------------------------------------------------------


def _promises(presenter: Presenter, rows: Collection[Standard]) -> Iterator[Block]:
    """Each promise beside its figure, in the author's order; those in words alone in lists."""
    yield from _words(rows.intro)
    yield from _in_order(presenter, list(rows), None, rows.stem)
    yield from _words(rows.notes)


def _in_order(presenter: Presenter, rows: list[Standard], group: Standard | None, stem: str | None) -> Iterator[Block]:
    """Promises one after the other; those in words that follow each other stand together."""
    words: list[Standard] = []
    for row in rows:
        if not (row.rows or _is_measured(row)):
            words.append(row)
            continue
        yield from _listed(presenter, group, stem, words)
        words = []
        if row.rows:
            yield from _group(presenter, row)
        else:
            yield _promise(presenter, row, group)
    yield from _listed(presenter, group, stem, words)


def _group(presenter: Presenter, group: Standard) -> Iterator[Block]:
    """The promises of a group between its own words; what holds for all of them stands below."""
    yield from _words(group.says, group.about, group.intro)
    yield from _in_order(presenter, own_rows(group), group, group.stem)
    shared = said(presenter, group, *OF_GROUP, "says", "about", "channels", *_figure_field(group))
    if shared or group.notes:
        yield Beside((), (*shared, *paragraphs(group.notes)))


def _words(*texts: str | None) -> Iterator[Block]:
    shown = paragraphs(*texts)
    if shown:
        yield Beside((), shown)


def _listed(presenter: Presenter, group: Standard | None, stem: str | None, rows: list[Standard]) -> Iterator[Block]:
    """Promises in words under the name of their group, and the words that begin each."""
    if rows:
        name = (Strong(Prose(group.named())),) if group and group.name else ()
        yield Beside((), (*name, *listed(presenter, rows, stem)))


def _is_measured(row: Standard) -> bool:
    """Whether a promise has a figure of its own; a person who does it is none."""
    field = measure(row)
    return field is not None and not (field == "by" and not any(each.deadline for each in row.by))


def _promise(presenter: Presenter, row: Standard, group: Standard | None) -> Beside:
    """A promise beside its figure: its sentence, or its name behind that of its group, and what else is said of it."""
    name = row.says or (f"{group.named()}: {row.named()}" if group and group.name else row.named())
    shown = _figure_field(row)
    body = said(presenter, row, *OF_GROUP, "says", *shown, opening=Strong(Prose(name.rstrip("."))))
    figure = _figure(row)
    return presenter.beside_figure(figure, body) if figure else Beside((), body)


def _figure_field(row: Standard) -> tuple[str, ...]:
    """The field whose whole is told by the figure beside it."""
    field = measure(row)
    value = getattr(row, field) if field in ("within", "every") else None
    return (field,) if field and isinstance(value, Limits) and value.sole is not None and _figure(row) else ()


def _figure(row: Standard) -> Any:
    """The figure for the side: of the last case, where there are several; none where it is no plain length of time."""
    field = measure(row)
    value = getattr(row, field) if field in ("within", "every") else None
    limits = [limit for _case, limit in value if not isinstance(limit, Never)] if isinstance(value, Limits) else []
    return limits[-1] if limits and isinstance(limits[-1], (Duration, Frequency)) else None


def _statements(presenter: Presenter, part: Part, *without: str) -> Iterator[Inline]:
    """What else a part says, sentence by sentence."""
    for name, value in ordered_fields(part):
        if name not in without and not isinstance(value, Collection):
            told = presenter.statement(part, name, value)
            if told not in (None, Joined(())):
                yield sentence(told)


# ---- how to reach us, and what we ask --------------------------------------------------------------------------


def _channels(presenter: Presenter) -> tuple[Block, ...]:
    """The ways on which help is given: where, and when somebody is there."""
    channels = [row for row in presenter.policy.channels or () if row.helps()]
    columns = ((presenter._("Way"), 22.0), (presenter._("Where"), 44.0), (presenter._("Open"), 34.0))
    rows = tuple(
        (
            Cell(presenter.inline(row.name or "")),
            Cell(joined(map(presenter.inline, row.address), ", "), tuple(_for_them(presenter, row))),
            Cell(open_hours(presenter, row)) if row.hours else Cell(Words("")),
        )
        for row in channels
    )
    return (table(columns, rows),) if rows else ()


def _for_them(presenter: Presenter, row: Channel) -> Iterator[Inline]:
    """What somebody should know of a channel before they use it."""
    for name in ("about", "for_", "customer_part", "when_busy", "note"):
        if value := getattr(row, name):
            yield sentence(presenter.statement(row, name, value) or Words(""))


def _hours(presenter: Presenter) -> tuple[Block, ...]:
    """The hours that no channel has named already, and the days on which nobody is there."""
    named = {normalise_name(str(row.hours)) for row in presenter.policy.channels or () if row.hours}
    rows = ((row, normalise_name(row.named()) in named) for row in presenter.policy.hours or ())
    shown = (_open(presenter, row, is_named=is_named) for row, is_named in rows)
    return tuple(block for blocks in shown for block in blocks)


def _open(presenter: Presenter, row: Hours, *, is_named: bool) -> tuple[Block, ...]:
    name = (Strong(line(presenter.inline(row.name), ":")), " ") if row.name else ()
    week = (line(*name, presenter.inline(row.open)),) if row.open and not is_named else ()
    days = joined((closure(presenter, each) for each in row.closed or ()), "; ")
    closed = (fill(presenter._("Closed on {days}"), days=days),) if row.closed else ()
    opening = (line(*name, closed[0]),) if closed and not week else closed
    return flow(*week, *opening, *((presenter.inline(row.about),) if row.about else ()))


def _facts(presenter: Presenter) -> tuple[Block, ...]:
    """What everybody asks, in one paragraph: the name of each fact, and the answer straight after it."""
    told = (
        line(*((Strong(presenter.inline(fact.name)), " ") if fact.name else ()), presenter.inline(fact.says or ""))
        for fact in presenter.policy.facts or ()
    )
    return flow(*told)


def _conduct(presenter: Presenter) -> tuple[Block, ...]:
    """What we ask of customers, in general and in one matter or another, and what we do not accept."""
    conduct = presenter.policy.conduct or Conduct()
    matters = (
        line(Strong(Words(f"{topic.named()}:")), " ", joined(map(presenter.inline, topic.customer_part), " "))
        for topic in presenter.policy.topics or ()
        if topic.customer_part
    )
    asked = (*map(presenter.inline, conduct.we_ask), *matters)
    return (
        *paragraphs(conduct.intro),
        *((Items(asked),) if len(asked) > 1 else flow(*asked)),
        *flow(*_statements(presenter, conduct, "intro", "notes", "we_ask")),
        *paragraphs(conduct.notes),
    )
