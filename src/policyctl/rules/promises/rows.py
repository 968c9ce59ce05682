"""A policy in; every promise as a row that can be compared with others, wherever it stands, out."""

from collections.abc import Mapping
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.rules.patterns import finds
from policyctl.rules.promises.cases import Case, case_of
from policyctl.rules.promises.clock_words import clock_around, clocks_of_homes
from policyctl.rules.promises.index import Index, index_of
from policyctl.rules.promises.limits import CaseLimit, limits_of
from policyctl.rules.promises.milestones import milestone_told
from policyctl.rules.promises.multiples import settled
from policyctl.rules.promises.starts import Start, start_of
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.commitment import Firmness, Milestone
from policyctl.schema.grammar.entry import Audience
from policyctl.schema.quantities import Clock
from policyctl.schema.sections.standards import Standard

_TRIES = {
    Firmness.AIM: r"\b(?:aim|hope|intend) to\b|\bour (?:aim|goal|target)\b|\bunser ziel\b|\bwir möchten\b",
    Firmness.TRY: r"\b(?:try|endeavou?r|strive|do our best)\b|\b(?:versuchen|bemühen)\b",
}


class Row(NamedTuple):
    """One promise that is no group, with what it inherits, and what its words and those around it mean.

    `name` is what to call it, its own name or that of its nearest group. `milestone` is stated, or told by a name that
    tells nothing else. `limits` are those in time, case by case. `clock` is what the words around say about hours and
    days that do not say it themselves. `firmness` and `public` are None where nobody says.
    """

    pointer: Pointer
    promise: Standard
    name: str
    home: Pointer
    case: Case
    limits: tuple[CaseLimit, ...]
    start: Start
    milestone: Milestone | None = None
    clock: Clock | None = None
    firmness: Firmness | None = None
    public: bool | None = None

    @property
    def in_every_case(self) -> bool:
        """Whether it is to be kept in every case, and not in a share of them."""
        return self.promise.met is None or self.promise.met.percent >= 100

    @property
    def in_complaints(self) -> bool:
        """Whether it is a step of a complaint, which binds in every case."""
        return self.home[0] == "complaints"


def rows(context: RuleContext) -> tuple[Row, ...]:
    """The promises of a policy in its author's order, made once for all rules."""
    return context.cached(_rows)


def promise_index(context: RuleContext) -> Index:
    """The promises and their groups by place and by name, made once for all rules."""
    return context.cached(index_of)


def _rows(context: RuleContext) -> tuple[Row, ...]:
    index = promise_index(context)
    limits = settled({pointer: tuple(limits_of(pointer, each, index)) for pointer, each in index.leaves()}, index)
    clocks = clocks_of_homes(set(index.homes.values()), context)
    return tuple(_row(pointer, each, limits[pointer], index, clocks) for pointer, each in index.leaves())


def _row(
    pointer: Pointer,
    promise: Standard,
    limits: tuple[CaseLimit, ...],
    index: Index,
    clocks: Mapping[Pointer, Clock | None],
) -> Row:
    home = index.homes[pointer]
    groups = [index.promises[each] for each in index.groups(pointer)]
    names = [each.named() for each in (promise, *reversed(groups)) if each.name]
    told = (milestone_told(name) for name in names)
    return Row(
        pointer=pointer,
        promise=promise,
        name=names[0] if names else "",
        home=home,
        case=case_of(promise, groups, home, index.names),
        limits=limits,
        start=start_of(promise.after, home, index),
        milestone=promise.milestone or next((each for each in told if each), None),
        clock=clock_around(promise, groups) or clocks[home],
        firmness=promise.firmness or _firmness(promise.says or ""),
        public=_public(promise),
    )


def _firmness(sentence: str) -> Firmness | None:
    return next((each for each, words in _TRIES.items() if finds(words, sentence)), None)


def _public(promise: Standard) -> bool | None:
    """Whether customers are told, where the promise says so."""
    if promise.public is not None:
        return bool(promise.public)
    return None if promise.audience is None else promise.audience in (Audience.CUSTOMERS, Audience.EVERYBODY)
