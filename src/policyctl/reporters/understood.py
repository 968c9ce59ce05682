"""Tell in plain sentences what was understood of a policy, concept by concept, and what was not."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from policyctl.findings import Pointer
from policyctl.meaning.concepts import (
    Ban,
    Charge,
    Concept,
    Dated,
    Deed,
    Grant,
    Handover,
    Measure,
    Mention,
    Names,
    Opening,
    Place,
    Presence,
    Promise,
    Saying,
    Situation,
    StatedLimit,
)
from policyctl.meaning.figures import Bound, Kind
from policyctl.meaning.formatting import joined
from policyctl.meaning.lowering import Gap
from policyctl.reporters.layout import BOLD, paint, wrapped
from policyctl.reporters.report import Look
from policyctl.reporters.untrusted import show
from policyctl.schema import Policy
from policyctl.schema.grammar.commitment import Firmness, Milestone
from policyctl.schema.quantities import AgreedDay, Allowance, Frequency, Never, Quantity, SameDay, Words
from policyctl.schema.sections.aims import Better

LineOf = Callable[[Pointer], int]
"""The line on which the value that a pointer leads to begins."""


class Understood(NamedTuple):
    """What was understood of a whole policy, or of one entry: its concepts, and what is not clear.

    Of a whole policy, counts of things in sentences are left out of the text: there are many, and few matter.
    `language` is that of the policy.
    """

    title: str
    concepts: Sequence[Concept]
    gaps: Sequence[Gap]
    whole: bool = True
    language: str = "en"


_HEADINGS: Mapping[type[Concept], str] = {
    Promise: "What is promised",
    Grant: "What may be given, and what is owed",
    Handover: "Who takes a case from whom",
    Deed: "What is done",
    Saying: "What is said",
    Ban: "What nobody does",
    Charge: "What it costs",
    Presence: "Who is there when",
    Measure: "What is measured",
    Dated: "What happens on which day",
    Mention: "Figures read in sentences",
}
_NOTHING = "Nothing of it is a promise, a limit, a deed or anything else that is compared: it is printed as it stands."


def text(understood: Understood, line_of: LineOf, look: Look) -> str:
    """Each kind of concept below its heading, each concept in a sentence behind its line; then what is not clear."""
    blocks = [[paint(show(understood.title), BOLD, look)]]
    places = [each.place.pointer for each in understood.concepts] + [gap.place.pointer for gap in understood.gaps]
    width = max((len(str(line_of(place))) for place in places), default=1)
    for kind, heading in _HEADINGS.items():
        told = [each for each in understood.concepts if type(each) is kind and not _is_left_out(each, understood)]
        if understood.language[:2].casefold() != "en":
            told = [_in_english(each) for each in told]
        rows = sorted(((line_of(each.place.pointer), sentence(each)) for each in told), key=itemgetter(0))
        if rows:
            blocks.append([paint(heading, BOLD, look), *_rows(rows, width, look)])
    if understood.gaps:
        rows = [(line_of(gap.place.pointer), _gap(gap)) for gap in understood.gaps]
        blocks.append([paint("Not understood", BOLD, look), *_rows(rows, width, look)])
    if len(blocks) == 1:
        blocks.append(wrapped(_NOTHING, look.width, ""))
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _is_left_out(concept: Concept, understood: Understood) -> bool:
    return understood.whole and isinstance(concept, Mention) and concept.kind is Kind.COUNT


def _in_english(tree: Any) -> Any:
    """A concept of a policy in another language: figures as they were read, its author's words in quotation marks.

    The names of things stay as they are.
    """
    match tree:
        case Words():
            return replace(tree, text=_quote(tree.words))
        case Grant():
            return replace(_with_parts(tree), gives=tuple(map(_quote, tree.gives)))
        case Quantity() if is_dataclass(tree) and hasattr(tree, "text"):
            return _replaced(tree, {"text": ""})
        case tuple() if type(tree) is tuple:
            return tuple(map(_in_english, tree))
        case _ if is_dataclass(tree) and not isinstance(tree, Place):
            return _with_parts(tree)
        case _:
            return tree


def _with_parts(tree: Any) -> Any:
    """The same concept, each of its parts as `_in_english` says it."""
    return _replaced(tree, {each.name: _in_english(getattr(tree, each.name)) for each in fields(tree)})


def _replaced(tree: Any, changes: Mapping[str, Any]) -> Any:
    """The same thing with other parts."""
    return replace(tree, **changes)


def _rows(rows: Iterable[tuple[int, str]], width: int, look: Look) -> Iterator[str]:
    indent = width + 4
    for line, words in rows:
        first, *more = wrapped(show(words), look.width, " " * indent) or [""]
        yield f"  {line:>{width}}  {first.strip()}"
        yield from more


def _gap(gap: Gap) -> str:
    return f"{_head(gap.name, gap.place.pointer)}{_quote(gap.place.words)} is {gap.why}."


def sentence(concept: Concept) -> str:
    """A concept in one sentence."""
    said = _SENTENCES[type(concept)](concept)
    return f"{_head(concept.name, concept.place.pointer)}{said}".rstrip(".") + "."


def _head(name: str, pointer: Pointer) -> str:
    """What to begin with: the name of the entry, or the title of the section where it has none."""
    return f"{name or Policy.model_fields[str(pointer[0])].title}: "


def _list(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _any(names: Names, last: str = "or") -> str:
    return joined([name.text for name in names], last) if names else ""


def _quoted(texts: Iterable[str], last: str = "or") -> str:
    quotes = [_quote(text) for text in texts]
    return joined(quotes, last) if quotes else ""


def _all(conditions: Iterable[Iterable[str]]) -> str:
    """Conditions all of which are needed, each in any of its wordings."""
    said = [_quoted(text.removeprefix("when ") for text in each) for each in conditions]
    return joined(said) if said else ""


def _quote(words: str) -> str:
    """An author's words in quotation marks, without the stop at their end: the sentence around them has its own."""
    return f"“{_without_stop(words)}”" if words else ""


def _without_stop(words: str) -> str:
    """The words without the stop at their end, which `3 p.m.` needs for itself."""
    return words if re.search(r"\.\w\.$", words) else words.rstrip(".")


def _after(lead: str, words: str) -> str:
    return f"{lead} {words}" if words else ""


def _where(situation: Situation) -> str:
    """In which case it holds: `by Email, for Urgent, when “it is a present”`."""
    return _list(
        _after("by", _any(situation.channels)),
        _after("for", _any(situation.priorities)),
        _after("for", _any(situation.customers)),
        _after("not for", _any(situation.not_for)),
        _after("when", _all(situation.when)),
        _after("unless", _quoted(situation.unless)),
    )


def _limit(limit: StatedLimit) -> str:
    """A limit as it is said: `within 4 business hours`, `at least 4 a year`, `on the same day`."""
    value = limit.value
    if isinstance(value, Never):
        said = "with no limit"
    else:
        words = " ".join((getattr(value, "text", "") or str(value)).split())
        said = words if _says_how(value, words, limit.how) else f"{limit.how} {words}".strip()
    if limit.length is not None:
        said += f" (which is {limit.length})"
    return f"{said} for {limit.case}" if limit.case else said


def _says_how(value: Any, words: str, how: str) -> bool:
    """Whether the words need no little word before them."""
    if words.casefold().startswith(f"{how} ") or (isinstance(value, SameDay) and how == "within"):
        return True
    if how == "every":
        return (isinstance(value, Frequency) and not words[:1].isdigit() and " " in words) or words.endswith("ly")
    return how in ("on", "by", "within") and isinstance(value, Words | SameDay | AgreedDay) and words.startswith(how)


def _limits(limits: Iterable[StatedLimit]) -> str:
    return _list(*map(_limit, limits))


_MILESTONES: Mapping[Milestone, str] = {
    Milestone.PICK_UP: "picking up",
    Milestone.ACKNOWLEDGE: "an acknowledgement",
    Milestone.FIRST_REPLY: "a first reply",
    Milestone.NEXT_REPLY: "the next reply",
    Milestone.UPDATE: "news",
    Milestone.FULL_REPLY: "a full reply",
    Milestone.RESOLVE: "settling it",
    Milestone.CALL_BACK: "a call back",
    Milestone.SEEN: "being seen",
    Milestone.TELL_NO: "a no",
}
_VERBS = {None: "promised", Firmness.WILL: "promised", Firmness.AIM: "aimed at", Firmness.TRY: "tried"}
_TOLD = {True: "; customers are told", False: "; for staff alone", None: ""}


def _promise(each: Promise) -> str:
    verb = _VERBS[each.firmness]
    what = _MILESTONES[each.milestone] if each.milestone else each.what
    start = f"counted after {_quote(each.start)}" if each.start and each.limits else ""
    before = f"before {_quote(each.before)}" if each.before else ""
    until = f"until {_quote(each.until)}" if each.until else ""
    if each.limits:
        held = _list(f"{what} {_limits(each.limits)}".strip(), start, before, until)
    else:
        held = "in words" if each.sentence else what or "in its name alone"
        held += f": {_quote(each.sentence)}" if each.sentence else ""
    share = _after("in", f"{each.share} of cases") if each.share else ""
    who, never = _after("by", _any(each.who, "and")), _after("not by", _any(each.not_by))
    where = _where(each.situation)
    told = _TOLD[each.public]
    missed = f"; if it is missed: {_quote(each.when_missed)}" if each.when_missed else ""
    if not where and held.startswith(("within", "at ", "on ", "by ", "every", "in ", "for ", "with ")):
        return _list(f"{verb} {held}", share, who, never) + told + missed
    return f"{_list(verb, where)}: {_list(held, share, who, never)}{told}{missed}"


def _grant(each: Grant) -> str:
    given = [*map(_without_stop, each.gives), *(f"what “{row.text}” says" for row in each.rows)]
    what = joined(given, "or")
    upper = _amount("up to", each.up_to)
    lower = _amount("from over", each.over)
    limits = _limits(each.limits)
    if each.owed:
        words = what or (_quote(each.sentence) if each.sentence else "")
        return f"{_list('owed', _where(each.situation))}: {_list(words, lower, upper, limits)}"
    who = _any(each.who, "and")
    unsaid = "what its name says" if who != each.name else "something"
    may = "may give" if who == each.name else f"{who} may give" if who else "may be given"
    words = what or (_quote(each.sentence) if each.sentence else unsaid)
    ask = f"{_any(each.ask_first)} is asked first" if each.ask_first else ""
    above = f"{_any(each.above)} decides above that" if each.above else ""
    return "; ".join(
        part for part in (_list(f"{may} {words}", lower, upper, _where(each.situation)), ask, above, limits) if part
    )


def _amount(lead: str, bound: Any) -> str:
    if bound is None:
        return ""
    words = " ".join((bound.text or str(bound)).split())
    says_so = not isinstance(bound, Allowance) or bound.edge or words.startswith(f"{lead} ")
    return words if says_so else f"{lead} {words}"


def _handover(each: Handover) -> str:
    to, giver = _any(each.to, "and"), _any(each.giver, "and")
    passed = f"from {giver} " if giver and giver != each.name else ""
    way = f"{passed}to {to}" if to else ""
    backup = f"{_any(each.backup)} stands in" if each.backup else ""
    told = f"{_any(each.told, 'and')} is told" if each.told else ""
    how = _quote(each.how) if each.how else ""
    where = "" if passed else _where(each.situation)
    return "; ".join(part for part in (_list(way, where), _limits(each.waits), backup, told, how) if part)


def _deed(each: Deed) -> str:
    who = _any(each.who, "and")
    limits = _list(_limits(each.limits), f"counted after {_quote(each.start)}" if each.start else "")
    what = _quote(each.does) if each.sentence or each.records else each.does
    does = f"{who}: {what}" if who and each.sentence else f"{what}: {who}" if who else what
    asks = f"asks {_any(each.asks)} first" if each.asks else ""
    tells = f"tells {_any(each.tells, 'and')}" if each.tells else ""
    records = f"writes down {_quoted(each.records, 'and')}" if each.records else ""
    if not each.sentence and limits and not who:
        does = f"{what}: {limits}"
        limits = ""
    return _list(does or records, limits, asks, tells, records if does else "", _where(each.situation))


def _saying(each: Saying) -> str:
    return _list(f"{'avoid' if each.avoided else 'say'} {_quote(each.words)}", _where(each.situation))


def _ban(each: Ban) -> str:
    return _list(f"ruled out: {_quote(each.what)}", _where(each.situation))


def _charge(each: Charge) -> str:
    return _list(_quote(each.what) if each.sentence else each.what, _where(each.situation))


def _presence(each: Presence) -> str:
    who = _any(each.who)
    week = _week(each.week)
    closed = f"closed on {joined(each.closed)}" if each.closed else ""
    said = "; ".join(part for part in (week, closed, each.words.rstrip(".")) if part) or "at no hours that are stated"
    return _list(said if who in (each.name, "the house") else f"{who} {said}", _where(each.situation))


def _times(one: Opening) -> str:
    """`20:00-08:00`: what ends past midnight, as `32:00`, ends as clocks show it on the next day."""
    hours, minutes = one.closes.split(":")
    return f"{one.opens}-{int(hours) % 24:02}:{minutes}" if int(hours) > 24 else f"{one.opens}-{one.closes}"


def _week(week: Sequence[Opening]) -> str:
    """A usual week: `Monday to Friday 09:00-17:30, Saturday 10:00-16:00`."""
    if len(week) == len(_DAYS) and all((one.opens, one.closes) == ("00:00", "24:00") for one in week):
        return "at any hour"
    by_day = [(day, [_times(one) for one in times]) for day, times in groupby(week, key=_day)]
    groups: list[tuple[list[str], list[str]]] = []
    for day, times in by_day:
        if groups and groups[-1][1] == times and _follows(groups[-1][0][-1], day):
            groups[-1][0].append(day)
        else:
            groups.append(([day], times))
    spans = (f"{days[0]} to {days[-1]}" if len(days) > 1 else days[0] for days, _ in groups)
    return ", ".join(f"{span} {joined(times)}" for span, (_, times) in zip(spans, groups, strict=True))


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _day(opening: Opening) -> str:
    return opening.day


def _follows(day: str, other: str) -> bool:
    return _DAYS.index(other) == _DAYS.index(day) + 1


_BETTER = {None: "", Better.HIGHER: "the higher the better", Better.LOWER: "the lower the better"}


def _measure(each: Measure) -> str:
    definition = _quote(each.definition) if each.sentence else each.definition
    compared = bool(each.others) or not (each.sentence or each.target)
    return _list(
        definition,
        _BETTER[each.better],
        _after("we have" if compared else "now", _limits(each.now)),
        _after("they have", _limits(each.others)),
        _after("to be", _limits(each.target)),
        f"read {_limit(StatedLimit(how='every', value=each.every))}" if each.every else "",
        _after("answered for by", _any(each.owner)),
        _after("about" if compared else "seen beside", _any(each.shown_by, "and")),
    )


def _dated(each: Dated) -> str:
    return f"{each.what[:1].casefold()}{each.what[1:]} {each.date}"


def _mention(each: Mention) -> str:
    bound = "" if each.bound is Bound.EXACT else each.bound.value
    words, value = each.place.words, str(each.value)
    said = "" if each.kind is Kind.MONEY or value.casefold() == words.casefold().rstrip(".") else value
    read = f", read as {f'{bound} {said}'.strip()}" if bound or said else ""
    about = _after("about", joined(sorted(each.subject.matters), "and")) if each.subject.matters else ""
    hedged = "left open by its author" if each.hedged else ""
    return _list(f"“{words}”{read}", about, hedged)


_SENTENCES: Mapping[type[Concept], Callable[[Any], str]] = {
    Promise: _promise,
    Grant: _grant,
    Handover: _handover,
    Deed: _deed,
    Saying: _saying,
    Ban: _ban,
    Charge: _charge,
    Presence: _presence,
    Measure: _measure,
    Dated: _dated,
    Mention: _mention,
}
