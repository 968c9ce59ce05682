"""Gather every figure of a policy as a claim: what it is a figure of, whether a field or a sentence says it, and where.

A rule then compares claims about one subject, whichever section each of them stands in.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from typing import NamedTuple

from policyctl import lexicon
from policyctl.findings import Issue, Pointer
from policyctl.lexicon import alternatives
from policyctl.meaning.figures import NEAR, Bound, Figure, Kind, Quantity, read_figures
from policyctl.meaning.formatting import amount
from policyctl.meaning.lengths import differs
from policyctl.meaning.model import Meaning
from policyctl.meaning.references import inside
from policyctl.meaning.subjects import matters_in, stems_of
from policyctl.meaning.texts import Passage
from policyctl.patterns import finds
from policyctl.schema.grammar.entry import Entry
from policyctl.schema.grammar.texts import Unsaid
from policyctl.schema.quantities import Allowance, Count, Duration, Frequency, Money, SameDay, Share
from policyctl.schema.quantities.base import Measured

_STATED: Mapping[type, Kind] = {
    Duration: Kind.DURATION,
    Money: Kind.MONEY,
    Share: Kind.SHARE,
    Count: Kind.COUNT,
    SameDay: Kind.DURATION,
    Frequency: Kind.FREQUENCY,
}
"""The values of fields that are figures; what may be given is one of them with its measure."""

_BOUNDS = {"within": Bound.AT_MOST, "at_most": Bound.AT_MOST, "up_to": Bound.AT_MOST, "over": Bound.ABOVE}
"""What a field makes of its figure; any other is exactly what it says."""

_NOT_SAID = frozenset({"customer", "example", "found", "changed", "because", "trigger"})
"""Fields that tell what happened, what somebody else said or why, and hold nothing that the policy undertakes."""

_ONE_DAY = Duration.read("1 calendar day")


class Side(StrEnum):
    """Where a length of time lies beside the event that it is counted from."""

    BEFORE = "before"
    AFTER = "after"
    LASTING = "lasting"
    OPEN = "open"


_LOWER = {Bound.AT_LEAST, Bound.ABOVE}
_UPPER = {Bound.AT_MOST, Bound.BELOW}


@dataclass(frozen=True)
class Claim:
    """One figure, with what it is a figure of.

    `entries` are the entries that it stands in, the outermost first. A claim that is `stated` is the value of a field;
    any other was read in the sentence of a `passage`, and `figure` says how it stands there.
    """

    kind: Kind
    value: Quantity
    bound: Bound
    pointer: Pointer
    field: str
    entries: tuple[tuple[Pointer, Entry], ...]
    language: str
    text: str
    figure: Figure | None = None
    passage: Passage | None = None

    @property
    def stated(self) -> bool:
        """Whether a field holds it, and no sentence."""
        return self.figure is None

    @property
    def section(self) -> str:
        """The section that it stands in."""
        return str(self.pointer[0])

    @property
    def name(self) -> str:
        """The name of the nearest entry that has one."""
        return next((entry.named() for _, entry in reversed(self.entries) if entry.name), "")

    @property
    def words(self) -> str:
        """The figure in its author's words."""
        return " ".join(self.figure.words.split()) if self.figure else self.text

    @cached_property
    def clause(self) -> str:
        """The part of the sentence that the figure stands in, without the event that it is counted after."""
        if self.figure is None:
            return ""
        before, _, behind = self.figure.clause.partition(self.figure.words)
        return before if _starting().match(behind.strip()) else f"{before} {behind}"

    @cached_property
    def rate(self) -> str:
        """What a figure is counted for, in small letters: "a month", "pro Woche"."""
        found = _rates().match(self.figure.text[self.figure.end : self.figure.end + NEAR]) if self.figure else None
        return found[0].strip().lower() if found else ""

    @cached_property
    def holder(self) -> Pointer:
        """The part whose field holds it, or holds the text that it was read in."""
        fields = [at for at, segment in enumerate(self.pointer) if segment == self.field]
        return self.pointer[: fields[-1]] if fields else self.pointer[:-1]

    @cached_property
    def side(self) -> Side:
        """On which side of an event a length of time lies, as far as its field or the words beside it say."""
        if self.figure is None:
            return Side.BEFORE if self.field == "notice" else Side.AFTER
        text, start, end = self.figure.text, self.figure.start, self.figure.end
        ahead, behind = text[max(0, start - NEAR) : start], text[end : end + NEAR]
        for side in (Side.BEFORE, Side.AFTER, Side.LASTING):
            if _beside(f"{side}_behind", "^ ?{}").search(behind) or _beside(f"{side}_ahead", "{} $").search(ahead):
                return side
        return Side.AFTER if self.bound is Bound.AT_MOST else Side.OPEN

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words around it in its part of the sentence."""
        return stems_of(self.clause, self.language)

    @cached_property
    def matters(self) -> frozenset[str]:
        """The matters that its part of the sentence names, or else the names of the entries around it."""
        if self.field == "paid_within":
            return frozenset({"refund", "payment"})
        own = frozenset({"notice"}) if self.field == "notice" else frozenset[str]()
        return own | (self.spoken or matters_in(" ".join(entry.named() for _, entry in self.entries)))

    @cached_property
    def spoken(self) -> frozenset[str]:
        """The matters that its part of the sentence names."""
        if self.figure is None:
            return frozenset()
        before, words, behind = self.figure.clause.partition(self.figure.words)
        return matters_in(before + words + ("" if _starting().match(behind.strip()) else behind))

    @cached_property
    def is_firm(self) -> bool:
        """Whether it holds in every case, as far as its sentence says: no "if", no "usually", no worked example."""
        figure = self.figure
        return figure is None or not (
            figure.hedged or lexicon.finds("figures.conditions", figure.clause) or _is_worked_example(figure)
        )

    @cached_property
    def is_conditional(self) -> bool:
        """Whether anything in its sentence makes it hold in some cases only: "14 days if it was on sale"."""
        return self.figure is not None and lexicon.finds("figures.in_a_case", self.figure.sentence)

    @cached_property
    def is_ours(self) -> bool:
        """Whether its part of the sentence asks nothing of customers: no "tell us within 2 days"."""
        return self.figure is None or not lexicon.finds("promises.conditions", self.figure.clause)

    def issue(self, message: str, hint: str, twin: Pointer | None = None) -> Issue:
        """A finding at this very figure."""
        if self.figure is None or self.passage is None:
            return Issue(self.pointer, message, hint, twin=twin)
        return self.passage.issue(self.figure.start, self.figure.words, message, hint)._replace(twin=twin)


class Rivals(NamedTuple):
    """Two figures that cannot both hold, the one to doubt first."""

    doubted: Claim
    believed: Claim


def claims(meaning: Meaning) -> tuple[Claim, ...]:
    """Every figure of a policy, made once for all rules; those of fields first."""
    return meaning.cached(_claims)


def disagree(one: Claim, other: Claim) -> bool:
    """Whether two figures of one thing cannot both be right: they bound it alike, and they differ."""
    return _bound_alike(one, other) and differ(one, other)


def differ(one: Claim, other: Claim) -> bool:
    """Whether the values of two figures are certainly not the same, whatever each of them bounds."""
    mine, theirs = one.value, other.value
    if one.kind is not other.kind:
        return False
    if isinstance(mine, Duration) and isinstance(theirs, Duration):
        return differs(mine, theirs) and not _spoken_alike(mine, theirs)
    if isinstance(mine, Share) and isinstance(theirs, Share):
        return abs(mine.percent - theirs.percent) >= 1
    return isinstance(mine, Measured) and isinstance(theirs, Measured) and _order(mine, theirs) not in (None, 0)


def agree(one: Claim, other: Claim) -> bool:
    """Whether two figures are the same, whatever each of them bounds."""
    if isinstance(one.value, Duration) and isinstance(other.value, Duration):
        return _spoken_alike(one.value, other.value)
    mine, theirs = one.value, other.value
    if isinstance(mine, Measured) and isinstance(theirs, Measured):
        return _order(mine, theirs) == 0
    return mine == theirs


def _order(one: Measured, other: Measured) -> int | None:
    """-1, 0 or 1 as the first is less than, as much as or more than the second; None where no order is honest."""
    return one.compare(other) if one.comparable(other) else None


def _spoken_alike(one: Duration, other: Duration) -> bool:
    """Whether two lengths are said alike; a sentence may leave out the clock."""
    same = (one.longest, one.unit) == (other.longest, other.unit)
    return (same and (one.clock == other.clock or None in (one.clock, other.clock))) or (
        one.comparable(other) and one.compare(other) == 0
    )


def _bound_alike(one: Claim, other: Claim) -> bool:
    """Whether both figures bound one side of one thing; the most that something costs is no price."""
    sides = {one.bound, other.bound}
    if one.rate and other.rate and one.rate != other.rate:
        return False
    if sides & _LOWER and sides - _LOWER:
        return False
    return one.kind is not Kind.MONEY or (one.bound in _UPPER) == (other.bound in _UPPER)


def _claims(meaning: Meaning) -> tuple[Claim, ...]:
    entries = {pointer: part for pointer, part in meaning.parts if isinstance(part, Entry)}
    return (*_stated(meaning, entries), *_read(meaning, entries))


def _stated(meaning: Meaning, entries: Mapping[Pointer, Entry]) -> Iterator[Claim]:
    for pointer, value in meaning.values:
        figure = value.amount if isinstance(value, Allowance) else value
        kind = _STATED.get(type(figure))
        if kind:
            around = _around(pointer, entries)
            base = around[-1][0] if around else pointer[:1]
            field = str(pointer[len(base)]) if len(pointer) > len(base) else ""
            yield Claim(
                kind=kind,
                value=_value(figure, meaning),
                bound=_BOUNDS.get(field, Bound.EXACT),
                pointer=pointer,
                field=field,
                entries=around,
                language=meaning.language,
                text=amount(figure) if isinstance(figure, Money) else " ".join((figure.text or str(figure)).split()),
            )


def _read(meaning: Meaning, entries: Mapping[Pointer, Entry]) -> Iterator[Claim]:
    for passage in meaning.texts.read if meaning.understood else ():
        if passage.kind is Unsaid or passage.field == "name" or passage.field in _NOT_SAID:
            continue
        if passage.field == "answer" and SameDay.find(passage.text):
            around = _around(passage.pointer, entries)
            yield Claim(
                Kind.DURATION, _ONE_DAY, Bound.EXACT, passage.pointer, "answer", around, meaning.language, passage.text
            )
        found = read_figures(passage.text)
        around = _around(passage.pointer, entries) if found else ()
        for figure in found:
            yield Claim(
                kind=figure.kind,
                value=_value(figure.value, meaning),
                bound=figure.bound,
                pointer=passage.pointer,
                field=passage.field,
                entries=around,
                language=meaning.language,
                text=figure.words,
                figure=figure,
                passage=passage,
            )


def _value(value: Quantity | SameDay, meaning: Meaning) -> Quantity:
    """The value in the policy's currency; the same day is a length of time like any other."""
    if isinstance(value, SameDay):
        return _ONE_DAY
    return meaning.priced(value) if isinstance(value, Money) else value


def _around(pointer: Pointer, entries: Mapping[Pointer, Entry]) -> tuple[tuple[Pointer, Entry], ...]:
    prefixes = (pointer[:length] for length in range(1, len(pointer) + 1))
    return tuple((prefix, entries[prefix]) for prefix in prefixes if prefix in entries)


@cache
def _starting() -> re.Pattern[str]:
    return re.compile(rf"{alternatives('figures.counted_after')}\b", re.IGNORECASE)


@cache
def _beside(name: str, around: str) -> re.Pattern[str]:
    return re.compile(around.format(rf"\b{alternatives(f'figures.{name}')}\b"), re.IGNORECASE)


@cache
def _rates() -> re.Pattern[str]:
    return re.compile(rf" ?{alternatives('figures.per')} [^\W\d_]+", re.IGNORECASE)


def _is_worked_example(figure: Figure) -> bool:
    """Whether the figure is reckoned for the sake of an example: `On $2,000 that is $800.`."""
    return figure.kind is Kind.MONEY and finds(alternatives("figures.worked"), figure.sentence)


def within_entry(found: Iterable[Claim], pointer: Pointer) -> Sequence[Claim]:
    """The claims that stand in an entry, wherever in it."""
    return [each for each in found if inside(each.pointer, {pointer})]
