"""The charter for customers: what they may count on, as large figures, and what they can do where it fails.

It is handed a policy from which everything that is not public has been taken, so it need not ask who may read what.
"""

from collections.abc import Iterator
from typing import Any

from policyctl.rendering.view.blocks import (
    Beside,
    Block,
    Cell,
    Figure,
    Flow,
    Inline,
    Items,
    Joined,
    Lead,
    Move,
    Prose,
    Steps,
    Strong,
    Words,
    paragraphs,
    table,
)
from policyctl.rendering.view.document import Context, Pages, SectionView
from policyctl.rendering.view.presenter import Presenter, ordered_fields
from policyctl.rendering.view.sections import section_view
from policyctl.rendering.view.sections.people import closure, open_hours
from policyctl.rendering.view.sections.promises import measure, without_inherited
from policyctl.rendering.view.sentences import capitalised, fill, flow, joined, line, open_end, sentence
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.commitment import Commitment, Firmness
from policyctl.schema.grammar.entry import Part
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.quantities import Never, Relative
from policyctl.schema.quantities import Words as InWords
from policyctl.schema.sections.complaints import Complaints, Complexity, Extension, HowToComplain, OutsideBody, Stage
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

NOT_NEWS = ("counts", "does_not_count", "learning", "logged", "remedies")
"""What a leaflet on complaints has room for, and a charter has not."""

SHORT = 24
"""How many signs of a limit in words fit into the side column."""

OPEN = {
    Firmness.AIM: _("This is what we aim for."),
    Firmness.TRY: _("This is what we try to do."),
}
"""How firmly something is promised, where it is no plain promise."""

SAID = (
    "name", "says", "firmness", "milestone", "within", "at_least", "at_most", "by", "on", "every", "notice", "until",
    "before", "after", "met", "rows", "intro", "notes", "stem", "channels", "about",
)  # fmt: skip
"""What is said of a promise before everything else, or not to customers: which moment it is measured at."""


def pages(presenter: Presenter, _context: Context) -> Pages:
    """What is promised, what follows where it fails, how to reach us, and what we ask."""
    policy = presenter.policy
    there = policy.set_fields()
    sections = {
        name: _as_it_is(presenter, name) for name in ("remedies", "terms", "access", "privacy") if name in there
    }
    own = {
        "promises": tuple(_promises(presenter, policy.standards)) if policy.standards else (),
        "complaints": _complaints(presenter, policy.complaints) if policy.complaints else (),
        "reach": (*_channels(presenter), *_hours(presenter)),
        "facts": _facts(presenter),
        "conduct": _conduct(presenter),
        "opening": _opening(presenter),
        "closing": _closing(presenter),
    }
    shown = {name: SectionView(body=body) for name, body in own.items()}
    return Pages({**sections, **shown}, presenter._("What you can expect from us"))


def _as_it_is(presenter: Presenter, name: str) -> SectionView:
    """A section as the handbook has it, under a heading for customers where its author gave it none."""
    section = getattr(presenter.policy, name)
    shown = section_view(presenter, name, section)
    return shown.titled(presenter._(RETITLED[name])) if name in RETITLED and not section.title else shown


def _opening(presenter: Presenter) -> tuple[Block, ...]:
    """What the organisation is there for, and the words that open its charter."""
    mission, head = presenter.policy.mission, presenter.policy.policy
    lead = (Lead(Prose(mission.statement)),) if mission and mission.statement else ()
    return (*lead, *paragraphs(head.intro))


def _closing(presenter: Presenter) -> tuple[Block, ...]:
    """For whom it is, where it is to be had, and what else its head says to customers."""
    head = presenter.policy.policy
    scope = presenter.says(head.scope) if head.scope else ()
    told = (
        presenter.statement(head, name, getattr(head, name)) for name in ("copies", "schemes") if getattr(head, name)
    )
    return (*scope, *flow(*(each for each in told if each)), *paragraphs(head.notes))


# ---- what we promise -------------------------------------------------------------------------------------------


def _promises(presenter: Presenter, rows: Collection[Standard], group: Standard | None = None) -> Iterator[Block]:
    """Each promise beside its figure, in the author's order; those in words alone in one list."""
    yield from _words(rows.intro)
    words: list[Inline] = []
    stem = group.stem if group else rows.stem
    for row in rows:
        if not (row.rows or _is_measured(row)):
            words.append(_in_words(presenter, _own(row, group), runs_on=bool(stem)))
            continue
        yield from _listed(group, stem, words)
        words = []
        if row.rows:
            yield from _group(presenter, row)
        else:
            yield _promise(presenter, row, group)
    yield from _listed(group, stem, words)
    yield from _words(rows.notes)


def _own(row: Standard, group: Standard | None) -> Standard:
    """A row with what it says itself: what its group says is said once, below the last of them."""
    return without_inherited(row, group) if group else row


def _group(presenter: Presenter, group: Standard) -> Iterator[Block]:
    """The promises of a group between its own words; what holds for all of them stands below."""
    yield from _words(group.says, group.about, group.intro)
    yield from _promises(presenter, group.rows or Collection.model_construct(), group)
    shared = flow(*_rest(presenter, group))
    if shared or group.notes:
        yield Beside((), (*shared, *paragraphs(group.notes)))


def _words(*texts: str | None) -> Iterator[Block]:
    said = paragraphs(*texts)
    if said:
        yield Beside((), said)


def _listed(group: Standard | None, stem: str | None, words: list[Inline]) -> Iterator[Block]:
    """Promises in words, under the name of their group and the words that begin each; one alone is a sentence."""
    if len(words) == 1 and not stem:
        yield Beside((), (words[0],))
    elif words:
        name = (Strong(Prose(group.named())),) if group and group.name else ()
        yield Beside((), (*name, *paragraphs(stem), Items(tuple(words))))


def _is_measured(row: Standard) -> bool:
    """Whether a promise has a figure of its own; a person who does it is none."""
    field = measure(row)
    return field is not None and not (field == "by" and not any(each.deadline for each in row.by))


def _in_words(presenter: Presenter, row: Standard, *, runs_on: bool) -> Inline:
    """A promise without a figure: its sentence, which may run on from another's words, and in which case it holds."""
    said = presenter.inline(row.says or row.about or row.name or "")
    rest = tuple(_rest(presenter, row))
    if runs_on and not rest:
        return said
    return line(
        open_end(said) if runs_on else sentence(said), *(("." if runs_on else ""),), *(line(" ", each) for each in rest)
    )


def _promise(presenter: Presenter, row: Standard, group: Standard | None) -> Beside:
    """A promise: its figure at the side, its sentence, then its cases, what it is counted from, and what follows."""
    field = measure(row) or ""
    name = row.says or (f"{group.named()}: {row.named()}" if group and group.name else row.named())
    side, cases = _figures(presenter, row, field)
    said = (Strong(sentence(Prose(name))), *map(sentence, cases), *_rest(presenter, _own(row, group)))
    return Beside((side,) if side != Words("") else (), (Flow(said[:1]), *((Flow(said[1:]),) if said[1:] else ())))


def _figures(presenter: Presenter, row: Standard, field: str) -> tuple[Inline, tuple[Inline, ...]]:
    """The figure for the side, that of the last case where there are several, and all of those in words."""
    value = getattr(row, field)
    if field == "by":
        times = joined((Prose(each) for each in value if each.deadline), ", ")
        return Strong(fill(presenter._("by {moment}"), moment=times)), ()
    cases = [(case, limit) for case, limit in value if not isinstance(limit, Never)] or list(value)
    last = cases[-1][1]
    spoken = tuple(line(f"{case}: ", _limit(presenter, field, limit)) for case, limit in cases if case)
    if isinstance(last, Relative):
        return Words(""), spoken or (capitalised(_limit(presenter, field, last)),)
    if isinstance(last, InWords) and len(last.words) > SHORT:
        return Words(""), spoken or (capitalised(Prose(last.words)),)
    if field in ("at_least", "at_most"):
        return Strong(_limit(presenter, field, last)), spoken
    shown = presenter.figure(last)
    before = (fill(presenter._("before {it}"), it=presenter.running(row.before)),) if row.before else ()
    until = (fill(presenter._("until {it}"), it=presenter.running(row.until)),) if row.until else ()
    return (shown if isinstance(shown, Figure) else Strong(shown)), (*spoken, *map(capitalised, (*before, *until)))


def _limit(presenter: Presenter, field: str, limit: Any) -> Inline:
    """A limit as the end of a promise."""
    return presenter.limit_phrase(Limits(((None, limit),)), field) or presenter.value(limit)


def _rest(presenter: Presenter, row: Commitment) -> Iterator[Inline]:
    """What a promise is counted from, how surely it is kept, and whatever else its author says of it."""
    if row.after:
        yield sentence(fill(presenter._("Counted from: {it}"), it=presenter.running(row.after)))
    if row.met:
        share = presenter.language.words(row.met)
        whole = share if row.met.of else presenter._("{share} of cases").format(share=share)
        yield sentence(fill(presenter._("To be kept in {share}"), share=whole))
    if row.firmness in OPEN:
        yield Words(presenter._(OPEN[row.firmness]))
    if row.channels and not _named(row):
        yield sentence(presenter.statement(row, "channels", row.channels) or Words(""))
    yield from _statements(presenter, row, *SAID)


def _named(row: Commitment) -> bool:
    """Whether a promise speaks of its channels itself, or has too many of them to name."""
    spoken = f"{row.named()} {row.says or ''}".lower().split()
    return len(row.channels) > 1 or bool(set(row.channels[0].lower().split()) & set(spoken))


def _statements(presenter: Presenter, part: Part, *without: str) -> Iterator[Inline]:
    """What else a part says, sentence by sentence."""
    for name, value in ordered_fields(part):
        if name not in without and not isinstance(value, Collection):
            said = presenter.statement(part, name, value)
            if said not in (None, Joined(())):
                yield sentence(said)


# ---- what somebody can do where it fails -----------------------------------------------------------------------


def _complaints(presenter: Presenter, section: Complaints) -> tuple[Block, ...]:
    """How to complain, then stage by stage what happens by when, to whoever may be asked outside; then what holds."""
    how = section.how_to_complain
    moves = (*_stages(presenter, section.stages), *_outside(presenter, section.outside))
    arranged = ("intro", "notes", "says", "how_to_complain", "stages", "outside", *NOT_NEWS)
    return (
        *paragraphs(section.intro),
        *flow(*(presenter.inline(text) for text in (section.says, how.says if how else None) if text)),
        *(flow(*_how(presenter, how)) if how else ()),
        *((Steps(tuple(moves)),) if moves else ()),
        *flow(*_statements(presenter, section, *arranged)),
        *paragraphs(section.notes),
    )


def _how(presenter: Presenter, how: HowToComplain) -> Iterator[Inline]:
    """By which ways and until when somebody complains, and what helps us to answer."""
    if how.within:
        within = _limits(presenter, "within", how.within)
        yield line(fill(presenter._("Tell us {within}"), within=Strong(within)), _counted(presenter, how.after))
    yield from _statements(presenter, how, "says", "within", "after", *(("to",) if how.says else ()))


def _stages(presenter: Presenter, stages: Collection[Stage] | None) -> Iterator[Move]:
    for number, stage in enumerate(stages or (), start=1):
        arranged = ("name", "says", "begins", "extension", "ask_within", "ask_after", "optional")
        told = ("by", "not_by") if stage.says else ()
        said = (
            *((presenter.statement(stage, "begins", stage.begins) or Words(""),) if stage.begins else ()),
            *_to_ask(presenter, stage),
            *((presenter.inline(stage.says),) if stage.says else ()),
            *(_dated(presenter, step) for step in (*(stage.steps or ()), *(stage.complexity or ()))),
            *(_longer(presenter, stage.extension) if stage.extension else ()),
            *_statements(presenter, stage, *arranged, *told),
        )
        yield Move(str(number), (presenter.inline(stage.name or ""),), rest=flow(*said))


def _longer(presenter: Presenter, extension: Extension) -> Iterator[Inline]:
    """What happens where the answer takes longer, behind a label that says so."""
    label = Strong(Words(f"{presenter.label(Stage, 'extension')}:"))
    first, *others = (*_statements(presenter, extension, "reason_given"), Words(""))
    yield line(label, " ", first)
    yield from others


def _to_ask(presenter: Presenter, stage: Stage) -> Iterator[Inline]:
    """Until when a customer may ask for the stage."""
    if stage.ask_within:
        within = Strong(_limits(presenter, "within", stage.ask_within))
        yield line(fill(presenter._("Ask for it {within}"), within=within), _counted(presenter, stage.ask_after))


def _dated(presenter: Presenter, step: Standard | Complexity) -> Inline:
    """A step of a complaint behind its date: by when, what happens, and what the time is counted from."""
    is_promise = isinstance(step, Standard)
    field = measure(step) if is_promise else "within" if step.within else None
    says = step.says if isinstance(step, Standard) else step.means
    said = joined((presenter.running(each) for each in (step.name, says) if each), ": ")
    date = (Strong(line(capitalised(_limits(presenter, field, getattr(step, field))), ":")), " ") if field else ()
    rest = _statements(presenter, step, *SAID) if is_promise else ()
    dated = sentence(line(*date, said, _counted(presenter, step.after)))
    return line(dated, *(line(" ", each) for each in rest))


def _limits(presenter: Presenter, field: str, value: Any) -> Inline:
    """A limit in words: the end of a promise, or one for each case."""
    if isinstance(value, Limits) and value.sole is not None:
        return _limit(presenter, field, value.sole)
    return presenter.inline(value)


def _counted(presenter: Presenter, after: str | None) -> Inline:
    """What a time is counted from, in brackets."""
    return line(" (", fill(presenter._("counted from: {it}"), it=presenter.running(after)), ")") if after else Words("")


def _outside(presenter: Presenter, bodies: Collection[OutsideBody] | None) -> Iterator[Move]:
    for body in bodies or ():
        said = (
            *_statements(presenter, body, "name", "limits", "address"),
            *(sentence(presenter.one_line(limit)) for limit in body.limits),
            *((presenter.inline(body.address),) if body.address else ()),
        )
        yield Move("", (presenter.inline(body.name or ""),), rest=flow(*said))


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
    said = tuple(_open(presenter, row, is_named=is_named) for row, is_named in rows)
    return tuple(block for blocks in said for block in blocks)


def _open(presenter: Presenter, row: Hours, *, is_named: bool) -> tuple[Block, ...]:
    name = (Strong(line(presenter.inline(row.name), ":")), " ") if row.name else ()
    week = (line(*name, presenter.inline(row.open)),) if row.open and not is_named else ()
    days = joined((closure(presenter, each) for each in row.closed or ()), "; ")
    closed = (fill(presenter._("Closed on {days}"), days=days),) if row.closed else ()
    opening = (line(*name, closed[0]),) if closed and not week else closed
    return flow(*week, *opening, *((presenter.inline(row.about),) if row.about else ()))


def _facts(presenter: Presenter) -> tuple[Block, ...]:
    """What everybody asks, in one paragraph: the name of each fact, and the answer straight after it."""
    said = (
        line(*((Strong(presenter.inline(fact.name)), " ") if fact.name else ()), presenter.inline(fact.says or ""))
        for fact in presenter.policy.facts or ()
    )
    return flow(*said)


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
