"""Find cases of one group whose figures leave something open between them, or give less where more is due."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, cmp_to_key
from typing import NamedTuple

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import alternatives, pattern
from policyctl.meaning.figures import Figure, Kind, read_figures
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.commitment import Commitment
from policyctl.schema.quantities import Duration, Money, Share
from policyctl.schema.quantities.base import Measured
from policyctl.schema.sections.standards import Remedy
from policyctl.schema.sections.terms import Term

Edge = Duration | Money

_GROUPS: tuple[type[Term | Remedy], ...] = (Term, Remedy)


class Tier(NamedTuple):
    """One row of a group, whose name says from which figure on and up to which it holds; None where it is open."""

    pointer: Pointer
    row: Commitment
    above: Edge | None
    below: Edge | None

    @property
    def name(self) -> str:
        """The name as it is shown in a message."""
        return self.row.named()


def cases_that_do_not_meet(context: RuleContext) -> Iterator[Issue]:
    """Cases by figures that leave a gap or overlap, or that owe less to whoever waited longer.

    Why it matters: the customer whose case lies between two rows is told nothing, or two things.

    Diff:

          terms:
            Cancelling a trip:
              rows:
        -       More than 72 hours before: all of your money  # <- here
        +       More than 48 hours before: all of your money
                Between 48 and 24 hours before: half of your money
                Less than 24 hours before: nothing back
    """
    for kind in _GROUPS:
        for pointer, group in context.parts_of(kind):
            if group.rows and context.understood:
                rows = [*group.rows.located((*pointer, "rows"))]
                tiers = [tier for place, row in rows if (tier := _tier(place, row))]
                if not any(pattern("figures.otherwise").fullmatch(row.named().strip()) for _, row in rows):
                    yield from _gaps(tiers)
                if kind is Remedy:
                    yield from _less_for_longer(tiers)


def _tier(pointer: Pointer, row: Commitment) -> Tier | None:
    name = row.named()
    if range_ := _range(name):
        return Tier(pointer, row, *range_)
    figures = [each for each in read_figures(name) if each.kind in (Kind.DURATION, Kind.MONEY)]
    edge = _edge(figures[0]) if len(figures) == 1 else None
    if edge is None:
        return None
    before = name[: figures[0].start].strip()
    if _ends(before, "case_above"):
        return Tier(pointer, row, edge, None)
    return Tier(pointer, row, None, edge) if _ends(before, "case_below") else None


def _range(name: str) -> tuple[Edge, Edge] | None:
    """`Between 48 and 24 hours before`, in either order; the unit may be said once."""
    between = _between().match(name)
    if between is None:
        return None
    one = _end(between["one"], "") or _end(between["one"], between["unit"])
    other = _end(between["other"], between["unit"])
    if one is None or other is None or not one.comparable(other):
        return None
    return (one, other) if _order(one, other) < 0 else (other, one)


def _end(number: str, unit: str | None) -> Edge | None:
    """One end of a range; of the words behind it, two may be its unit or one: `2 working days`, `48 hours before`."""
    words = [number, *(unit or "").split()]
    lengths = (Duration.find(" ".join(words[:count])) for count in range(len(words), 0, -1))
    return Money.first_in(number) or next((each for each in lengths if each), None)


def _edge(figure: Figure) -> Edge | None:
    return figure.value if isinstance(figure.value, Duration | Money) else None


def _ends(before: str, name: str) -> bool:
    return bool(_opening(name).search(before))


@cache
def _opening(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\b){alternatives(f'figures.{name}')}$", re.IGNORECASE)


@cache
def _between() -> re.Pattern[str]:
    return re.compile(
        rf"^{alternatives('figures.case_between')} (?P<one>\S+(?: [^\W\d_]+){{0,2}}?) (?:and|und|to|bis) (?P<other>\S+)"
        r"(?: (?P<unit>(?:[^\W\d_]+ )?[^\W\d_]+))?",
        re.IGNORECASE,
    )


def _gaps(tiers: Sequence[Tier]) -> Iterator[Issue]:
    """Neighbours of which the one begins elsewhere than the other ends."""
    lowest = [each for each in tiers if each.above is None]
    if len(lowest) != 1 or len(tiers) < 2:
        return
    at, rest = lowest[0], [each for each in tiers if each.above is not None]
    if any(not _comparable(each.above, at.below) for each in rest):
        return
    for nearest in sorted(rest, key=cmp_to_key(_by_beginning)):
        if at.below is None:
            return
        if order := _order(nearest.above, at.below):
            what = "and nothing is said of what lies between" if order > 0 else "so that both hold for some"
            message = (
                f"“{at.name}” ends at {_shown(at.below)}, “{nearest.name}” begins at {_shown(nearest.above)}, {what}."
            )
            hint = "Let each case begin where the one before it ends."
            doubted, twin = (nearest, at) if nearest.below is None else (at, nearest)
            yield Issue(doubted.pointer, message, hint, at_key=True, twin=twin.pointer)
        at = nearest


def _by_beginning(one: Tier, other: Tier) -> int:
    return _order(one.above, other.above)


def _comparable(one: Edge | None, other: Edge | None) -> bool:
    return one is not None and other is not None and one.comparable(other)


def _order(one: Edge | None, other: Edge | None) -> int:
    """-1, 0 or 1 as the first is the smaller; 0 too where nobody can say."""
    if isinstance(one, Duration) and isinstance(other, Duration) and one.comparable(other):
        return one.compare(other)
    return one.compare(other) if isinstance(one, Money) and isinstance(other, Money) and one.comparable(other) else 0


def _shown(edge: Edge | None) -> str:
    return " ".join(edge.text.split()) if edge else ""


def _less_for_longer(tiers: Sequence[Tier]) -> Iterator[Issue]:
    """Rows that begin later and owe less."""
    open_ended = [each for each in tiers if each.above is not None and each.below is None]
    for one in open_ended:
        for other in open_ended:
            if _order(one.above, other.above) < 0:
                owed, less = _owed(one), _owed(other)
                if owed and less and owed.comparable(less) and less < owed:
                    message = f"“{other.name}” owes {less.text}, and “{one.name}” owes {owed.text} for less."
                    hint = "Owe at least as much to whoever waited longer."
                    yield Issue(other.pointer, message, hint, at_key=True, twin=one.pointer)


def _owed(tier: Tier) -> Measured | None:
    """The one share or amount that a row owes."""
    texts = [*tier.row.gives, *([tier.row.says] if tier.row.says else [])]
    values = [each.value for text in texts for each in read_figures(text) if each.kind in (Kind.MONEY, Kind.SHARE)]
    first = values[0] if len(values) == 1 else None
    return first if isinstance(first, Money | Share) else None
