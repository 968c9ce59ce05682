"""Lower one part of a policy into concepts: the functions that the table of `lowering` names.

Each takes a site (a part with the fields that the table gives to this function) and yields what they say.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from policyctl.findings import Pointer
from policyctl.meaning import concepts
from policyctl.meaning.concepts import CUSTOMER, Concept, Name, Names, Opening, Situation, StatedLimit
from policyctl.meaning.figures import Kind as FigureKind
from policyctl.meaning.figures import read_figures
from policyctl.meaning.model import Meaning
from policyctl.meaning.presence import staffing
from policyctl.meaning.promises.limits import CaseLimit
from policyctl.meaning.promises.rows import Row, rows_below
from policyctl.meaning.sites import (
    HOW,
    Site,
    all_of,
    any_of,
    around,
    as_tuple,
    common,
    limits_in,
    one_line,
    one_line_each,
    parts_by_place,
    resolve,
    situation_of,
    titled,
)
from policyctl.meaning.texts import Reader
from policyctl.schema.grammar.choices import Flag
from policyctl.schema.grammar.commitment import Commitment
from policyctl.schema.grammar.entry import Entry, Part
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.references import Reference, RoleRef
from policyctl.schema.grammar.texts import Speech, Text
from policyctl.schema.quantities import Money, Never, Relative, Week
from policyctl.schema.sections.complaints import Stage
from policyctl.schema.sections.discretion import Grant
from policyctl.schema.sections.escalation import DirectRoute, Escalation, Ladder, Level, NotFor
from policyctl.schema.sections.people import Channel, Hours, Role
from policyctl.schema.sections.procedures import Step


class Lowerer(NamedTuple):
    """A function that makes concepts of a part, and the kinds that it makes."""

    kinds: frozenset[type[Concept]]
    lower: Callable[[Site], Iterable[Concept]]


def makes(*kinds: type[Concept]) -> Callable[[Callable[[Site], Iterable[Concept]]], Lowerer]:
    """Say which kinds of concept a function makes, so that those of one kind can be made alone."""
    return partial(Lowerer, frozenset(kinds))


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# ---- promises --------------------------------------------------------------------------------------------------

_OTHER_LIMITS = ("at_least", "at_most", "by", "on", "every", "notice")


@makes(concepts.Promise)
def promises(site: Site) -> Iterator[Concept]:
    """A row of promises, once for each case that it has a limit of its own for."""
    each: Commitment = site.part
    if each.group():
        return
    row = next(iter(rows_below(site.pointer, site.meaning)), None)
    others = limits_in(site, *_OTHER_LIMITS)
    shared: dict[str, Any] = {
        "milestone": row.milestone if row else each.milestone,
        "start": one_line(each.after or ""),
        "before": one_line(each.before or ""),
        "until": one_line(each.until or ""),
        "share": each.met,
        "firmness": row.firmness if row else each.firmness,
        "public": row.public if row else None if each.public is None else bool(each.public),
        "who": (*site.names("who"), *resolve((by for by in each.by if not by.deadline), site.meaning)),
        "not_by": site.names("not_by"),
        "when_missed": one_line(each.when_missed or ""),
    }
    sentence = one_line(each.says or "")
    for pointer, within, situation in _cases(site, row):
        base = common(site, "says", pointer=pointer, sentence=sentence, situation=situation)
        yield concepts.Promise(**base, limits=(*within, *others), **shared)


def _cases(site: Site, row: Row | None) -> Iterator[tuple[Pointer, tuple[StatedLimit, ...], Situation]]:
    """Each limit in time with its place and the case that it is for; one without any where there is none."""
    whole = situation_of(site.pointer, site.meaning)
    if row and row.limits:
        for limit in row.limits:
            yield limit.pointer, (_of_case(limit),), _narrowed(whole, limit, site.meaning)
    elif within := limits_in(site, "within"):
        for each in within:
            yield (*site.at("within"), each.case) if each.case else site.at("within"), (each,), whole
    else:
        yield site.pointer, (), whole


def _of_case(limit: CaseLimit) -> StatedLimit:
    length = limit.length if isinstance(limit.bound, Relative) else None
    known = limit.means is not None and limit.section in ("priorities", "customers", "channels")
    return StatedLimit(how="within", value=limit.bound, length=length, case="" if known else limit.case_name or "")


def _narrowed(situation: Situation, limit: CaseLimit, meaning: Meaning) -> Situation:
    if limit.section not in ("priorities", "customers", "channels") or not isinstance(limit.means, tuple):
        return situation
    entry = meaning.cached(parts_by_place).get(limit.means)
    name = Name(entry.named() if isinstance(entry, Entry) else limit.case_name or "", limit.means)
    narrowed: dict[str, Any] = {limit.section: (name,)}
    return replace(situation, **narrowed)


def limited(*, start: str = "", who: Names = ()) -> Lowerer:
    """Make a lowerer of parts that promise something in a few fields of their own, in words or with a limit."""

    @makes(concepts.Promise)
    def lower(site: Site) -> Iterator[Concept]:
        for field in site.fields:
            value = getattr(site.part, field)
            texts = [each for each in as_tuple(value) if isinstance(each, Text) and not isinstance(each, Reference)]
            for text in texts:
                yield concepts.Promise(**titled(site, field, common(site, field, sentence=one_line(text))))
            if not texts and not isinstance(value, Flag) and field in HOW:
                base = common(site, field, about=site.title(field))
                after = one_line(getattr(site.part, start, None) or "") if start else ""
                what = "first help" if field == "first_help_within" else ""
                yield concepts.Promise(**base, what=what, limits=limits_in(site, field), start=after, who=who)

    return lower


# ---- grants ----------------------------------------------------------------------------------------------------


@makes(concepts.Grant)
def grants(site: Site) -> Iterator[Concept]:
    """A row of what may be given."""
    each: Grant = site.part
    if each.rows:
        return
    yield concepts.Grant(
        **common(site, "says", sentence=one_line(each.says or "")),
        who=site.names("who") or _named_like_a_role(site),
        gives=one_line_each(each.gives),
        over=_priced(each.over, site.meaning),
        up_to=_priced(each.up_to, site.meaning),
        ask_first=site.names("ask_first"),
        above=site.names("above"),
        limits=limits_in(site, "within", "at_most", "answers_within"),
    )


def _named_like_a_role(site: Site) -> Names:
    """A row may be named like the role that it is for."""
    name = site.part.named()
    found = resolve([RoleRef(name)], site.meaning) if name else ()
    return tuple(each for each in found if each.pointer)


def _priced(bound: Any, meaning: Meaning) -> Any:
    amount = getattr(bound, "amount", None)
    return replace(bound, amount=meaning.priced(amount)) if isinstance(amount, Money) else bound


@makes(concepts.Grant)
def owed(site: Site) -> Iterator[Concept]:
    """What a customer is owed or gets back: the part of a promise, a term or a remedy that says so."""
    each: Commitment = site.part
    if each.group():
        return
    timed = ("within", "by", "on") if "says" in site.fields or "within" in site.fields else ()
    yield concepts.Grant(
        **common(site, "gives", sentence=one_line(each.says or "")),
        owed=True,
        gives=one_line_each(each.gives),
        over=_priced(each.over, site.meaning),
        up_to=_priced(each.up_to, site.meaning),
        limits=limits_in(site, *timed, "paid_within", *(("at_most",) if "at_most" in site.fields else ())),
    )


@makes(concepts.Grant)
def step_gives(site: Site) -> Iterator[Concept]:
    """What a step gives, by whoever does it."""
    step: Step = site.part
    base = common(site, "gives")
    yield concepts.Grant(**base, who=site.names("by"), gives=one_line_each(step.gives), ask_first=site.names("ask"))


@makes(concepts.Grant)
def may_refund(site: Site) -> Iterator[Concept]:
    """Who may give money back in a moment."""
    yield concepts.Grant(**common(site, "may_refund"), who=site.names("may_refund"), gives=("a refund",))


@makes(concepts.Grant)
def level_may(site: Site) -> Iterator[Concept]:
    """What a level of a ladder may decide."""
    named = site.names("may")
    gives = tuple(name.text for name in named if name.pointer is None)
    rows = tuple(name for name in named if name.pointer)
    yield concepts.Grant(**common(site, "may"), who=site.names("role"), gives=gives, rows=rows)


# ---- handovers -------------------------------------------------------------------------------------------------


@makes(concepts.Handover)
def level(site: Site) -> Iterator[Concept]:
    """A level of a ladder, which takes a case from the one before it."""
    each: Level = site.part
    index = int(site.pointer[-1])
    ladder = next(part for _, part in around(site.pointer, site.meaning) if isinstance(part, Ladder))
    before = ladder.levels[index - 1] if index else None
    handoff = ladder.handoff if before else None
    base = common(site, "role", situation=Situation(when=any_of(ladder.triggers)))
    yield concepts.Handover(
        **base,
        giver=resolve(before.role, site.meaning) if before else (),
        to=(*site.names("role"), *site.names("next")),
        backup=site.names("backup"),
        waits=limits_in(site, "waits"),
        how=one_line(each.reach or (handoff and handoff.how) or ""),
    )


def handed_to(
    *to: str, told: str = "", backup: str = "", how: str = "", when: str = "", waits: tuple[str, ...] = ()
) -> Lowerer:
    """Make a lowerer of parts that name in fields of their own who takes a case."""

    @makes(concepts.Handover)
    def lower(site: Site) -> Iterator[Concept]:
        whole = situation_of(site.pointer, site.meaning)
        situation = replace(whole, when=(*whole.when, *any_of(_begin(site.part)), *all_of([when] if when else [])))
        named = (*site.names(*to), *(site.names(backup) if backup else ()))
        giver = (Name(site.part.named(), site.pointer),) if isinstance(site.part, Role | Channel) else ()
        words = _in_words(getattr(site.part, how, None)) if how else ""
        if named or words or site.names(told):
            yield concepts.Handover(
                **common(site, site.fields[0], situation=situation),
                giver=giver,
                to=site.names(*to),
                told=site.names(told) if told else (),
                backup=site.names(backup) if backup else (),
                waits=limits_in(site, *waits),
                how=words,
            )

    return lower


def _begin(part: Part) -> tuple[str, ...]:
    """When a case begins with those whom a part names."""
    match part:
        case Escalation():
            return part.when
        case DirectRoute():
            return part.triggers
        case Stage():
            return (part.begins,) if part.begins else ()
        case _:
            return ()


def _in_words(value: Limits | str | None) -> str:
    sole = value.sole if isinstance(value, Limits) else value
    if isinstance(sole, Never):
        return "nothing is replied"
    return one_line(sole if isinstance(sole, str) else sole.text) if sole else ""


@makes(concepts.Handover)
def handed_on(site: Site) -> Iterator[Concept]:
    """What happens to a case in words alone: out of hours, when a level declines, where else it goes."""
    for field, pointer, text in site.texts():
        when = all_of([site.part.case]) if isinstance(site.part, NotFor) and site.part.case else ()
        base = common(site, field, pointer=pointer, sentence=one_line(text), situation=Situation(when=when))
        yield concepts.Handover(**titled(site, field, base), how=one_line(text))


@makes(concepts.Handover)
def outside(site: Site) -> Iterator[Concept]:
    """Somebody outside, who may be asked."""
    after = all_of([f"after {site.part.after}"] if site.part.after else [])
    situation = Situation(when=(*any_of(site.part.for_what), *after))
    to = (Name(site.part.named(), site.pointer),)
    yield concepts.Handover(**common(site, site.fields[0], situation=situation), to=to)


# ---- deeds, sayings, bans --------------------------------------------------------------------------------------


@makes(concepts.Deed)
def deeds(site: Site) -> Iterator[Concept]:
    """Each text of the fields as something that is done."""
    for field, pointer, text in site.texts():
        base = common(site, field, pointer=pointer, sentence=one_line(text))
        yield concepts.Deed(**titled(site, field, base), does=one_line(text))


@makes(concepts.Deed)
def customers_do(site: Site) -> Iterator[Concept]:
    """Each text of the fields as something that is asked of customers."""
    for field, pointer, text in site.texts():
        base = common(site, field, pointer=pointer, sentence=one_line(text))
        yield concepts.Deed(**titled(site, field, base), who=(CUSTOMER,), does=one_line(text))


@makes(concepts.Deed)
def step(site: Site) -> Iterator[Concept]:
    """What is done in a step."""
    each: Step = site.part
    uses = site.names("go_to")
    does = one_line(each.do or "") or "; ".join(f"go on with {use.text}" for use in uses)
    yield concepts.Deed(
        **common(site, "do", about=does, sentence=one_line(each.do or "")),
        who=site.names("by"),
        does=does,
        asks=site.names("ask"),
        tells=site.names("tell"),
        records=one_line_each(each.record),
        limits=limits_in(site, "within"),
        start=one_line(each.after or ""),
    )


@makes(concepts.Deed)
def duties(site: Site) -> Iterator[Concept]:
    """Each field that names somebody, as what they do: the title of the field."""
    for field in site.fields:
        does = site.title(field)
        yield concepts.Deed(**common(site, field, about=does), who=site.names(field), does=does)


@makes(concepts.Deed)
def timed(site: Site) -> Iterator[Concept]:
    """Each figure of the fields, as how often or how soon something is done."""
    for field in site.fields:
        does = site.title(field)
        yield concepts.Deed(**common(site, field, about=does), does=does, limits=limits_in(site, field))


def done_by(*who: str, does: str, limits: tuple[str, ...] = ()) -> Lowerer:
    """Make a lowerer of parts that say in fields of their own who does what, and how often."""

    @makes(concepts.Deed)
    def lower(site: Site) -> Iterator[Concept]:
        text = one_line(getattr(site.part, does, None) or "")
        what = text or site.title(next((each for each in (*who, *limits) if each in site.fields), does))
        base = common(site, does if text else site.fields[0], sentence=text, about=what)
        yield concepts.Deed(**base, who=site.names(*who), does=what, limits=limits_in(site, *limits))

    return lower


@makes(concepts.Deed, concepts.Ban)
def rule_of_work(site: Site) -> Iterator[Concept]:
    """What everybody does, whatever the case; below `never`, what nobody does. A rule may be its name alone."""
    is_ban = "never" in site.pointer
    if "do" in site.fields:
        yield from (bans if is_ban else deeds).lower(site._replace(fields=("do",)))
        return
    words = one_line(site.part.named())
    base = common(site, sentence=words)
    yield concepts.Ban(**base, what=words) if is_ban else concepts.Deed(**base, does=words)


@makes(concepts.Ban)
def bans(site: Site) -> Iterator[Concept]:
    """Each text of the fields as something that nobody does."""
    for field, pointer, text in site.texts():
        base = common(site, field, pointer=pointer, sentence=one_line(text))
        yield concepts.Ban(**titled(site, field, base), what=one_line(text))


@makes(concepts.Saying)
def sayings(site: Site) -> Iterator[Concept]:
    """Each text of the fields as words to say."""
    for field, pointer, text in site.texts():
        base = common(site, field, pointer=pointer, about=one_line(text))
        if isinstance(text, Speech):
            base["audience"] = Reader.CUSTOMERS
        yield concepts.Saying(**base, words=one_line(text))


@makes(concepts.Saying)
def avoided(site: Site) -> Iterator[Concept]:
    """Each text of the fields as words to avoid."""
    for field, pointer, text in site.texts():
        base = common(site, field, pointer=pointer, about=one_line(text))
        yield concepts.Saying(**base, words=one_line(text), avoided=True)


# ---- charges, measures, dates, presence ------------------------------------------------------------------------


@makes(concepts.Charge)
def charges(site: Site) -> Iterator[Concept]:
    """What something costs, as its author says it; a flag is the title of its field."""
    for field in site.fields:
        value = getattr(site.part, field)
        if value is not Flag.NO:
            words = site.title(field) if isinstance(value, Flag) else one_line(value)
            base = common(site, field, sentence="" if isinstance(value, Flag) else words, about=words)
            yield concepts.Charge(**base, what=words, amounts=_amounts(words, site.meaning))


@makes(concepts.Charge, concepts.Promise)
def fact(site: Site) -> Iterator[Concept]:
    """What everybody asks: a charge where it names an amount, otherwise something that customers may count on."""
    words = one_line(site.part.says)
    base = common(site, "says", sentence=words)
    amounts = _amounts(words, site.meaning)
    base["stated"] = not amounts
    yield concepts.Charge(**base, what=words, amounts=amounts) if amounts else concepts.Promise(**base)


def _amounts(words: str, meaning: Meaning) -> tuple[Money, ...]:
    found = (figure.value for figure in read_figures(words) if figure.kind is FigureKind.MONEY)
    return tuple(meaning.priced(each) for each in found if isinstance(each, Money))


@makes(concepts.Measure)
def metric(site: Site) -> Iterator[Concept]:
    """A figure that is read regularly."""
    each = site.part
    definition = one_line(each.definition or "")
    yield concepts.Measure(
        **common(site, "definition", sentence=definition),
        definition=definition,
        better=each.better,
        now=_figures("", each.baseline),
        target=_figures("", each.target),
        every=each.every,
        owner=site.names("owner"),
        shown_by=site.names("balanced_by"),
    )


@makes(concepts.Measure)
def goal(site: Site) -> Iterator[Concept]:
    """What the policy is to bring about."""
    statement = one_line(site.part.statement or "")
    base = common(site, "statement", sentence=statement)
    owner, metrics = site.names("owner"), site.names("metrics")
    yield concepts.Measure(**base, definition=statement, owner=owner, shown_by=metrics)


@makes(concepts.Measure)
def comparison(site: Site) -> Iterator[Concept]:
    """Where somebody else stands in one thing, and where we do."""
    each = site.part
    what = site.names("metric", "goal")
    yield concepts.Measure(
        **common(site, "ours", about=" ".join(name.text for name in what)),
        definition=f"Compared with {each.who}" if each.who else "",
        now=_figures("", each.ours),
        others=_figures("", each.theirs),
        shown_by=what,
    )


@makes(concepts.Measure)
def pass_mark(site: Site) -> Iterator[Concept]:
    """The share of right answers with which a quiz is passed."""
    base = common(site, "pass_mark", about=site.title("pass_mark"))
    target = (StatedLimit(how="at least", value=site.part.pass_mark),)
    yield concepts.Measure(**base, definition=site.title("pass_mark"), target=target)


def _figures(how: str, value: Limits | None) -> tuple[StatedLimit, ...]:
    return tuple(StatedLimit(how=how, value=bound, case=str(case or "")) for case, bound in value or ())


@makes(concepts.Dated)
def dates(site: Site) -> Iterator[Concept]:
    """Each date of the fields, with the title of its field as what happens then."""
    for field in site.fields:
        what = site.title(field)
        yield concepts.Dated(**common(site, field, about=what), what=what, date=getattr(site.part, field))


@makes(concepts.Presence)
def opening(site: Site) -> Iterator[Concept]:
    """A set of hours: when the house is open, and when it is not."""
    hours: Hours = site.part
    closed = tuple(_closure(each) for each in hours.closed or ())
    if isinstance(hours.open, Week) and hours.open.holidays == ():
        closed += ("public holidays",)
    who = (Name(hours.named() or "the house", site.pointer),)
    week = _openings(hours.open) if isinstance(hours.open, Week) else ()
    words = (hours.open.text if isinstance(hours.open, Week) else str(hours.open)) if hours.open else ""
    base = common(site, "open" if hours.open else "about", words=words)
    yield concepts.Presence(**base, who=who, week=week, closed=closed, words=one_line(hours.about or ""))


def _closure(day: Entry) -> str:
    return one_line(f"{day.named()} ({day.about})" if day.name and day.about else day.named() or day.about or "")


@makes(concepts.Presence)
def channel(site: Site) -> Iterator[Concept]:
    """A channel: whether help is given on it, and when."""
    each: Channel = site.part
    staffed = staffing(site.meaning).channels.get(site.pointer)
    week = Week(staffed.schedule.week) if staffed and staffed.schedule and staffed.schedule.week else None
    spoken = f"languages: {', '.join(each.languages)}" if each.languages else ""
    words = "no help is given here" if not each.helps() else spoken
    who = (Name(each.named(), site.pointer),)
    yield concepts.Presence(**common(site, "hours"), who=who, week=_openings(week) if week else (), words=words)


def _openings(week: Week) -> tuple[Opening, ...]:
    return tuple(Opening(_DAYS[day], _clock(opens), _clock(closes)) for day, opens, closes in week.intervals)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


@makes(concepts.Presence)
def people(site: Site) -> Iterator[Concept]:
    """A role: who holds it, and who of them is on when."""
    each: Role = site.part
    words = "; ".join(one_line_each((*each.people, *((each.rota,) if each.rota else ()))))
    who = (Name(each.named(), site.pointer),)
    yield concepts.Presence(**common(site, "rota"), who=who, words=words)


@makes(concepts.Presence)
def round_the_clock(site: Site) -> Iterator[Concept]:
    """Whether cases of a priority are worked on outside hours."""
    words = "worked on round the clock" if site.part.round_the_clock else "not worked on outside hours"
    who = (Name(site.part.named(), site.pointer),)
    yield concepts.Presence(**common(site, "round_the_clock"), who=who, words=words)
