"""What a field says in, a form in which two ways to say the same are equal out, and the author's words for it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Part
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.texts import Giving
from policyctl.schema.quantities import Allowance, Duration, Money, Words
from policyctl.schema.quantities.units import Unit

AROUND = frozenset({
    "name", "about", "because", "note", "notes", "intro", "stem", "topic", "audience", "examples", "log",
})  # fmt: skip
"""Words around what is undertaken; it stays the same when they change."""

_LEAST = {
    Unit.HOUR: (Unit.SECOND, 3_600),
    Unit.MINUTE: (Unit.SECOND, 60),
    Unit.WEEK: (Unit.DAY, 7),
    Unit.YEAR: (Unit.MONTH, 12),
    Unit.QUARTER: (Unit.MONTH, 3),
}
"""Each unit with the one that it is counted in here, and how many of that it is."""


def meaning(value: Any, currency: str | None) -> Any:
    """The meaning of a value; the order of a list, the case of letters and the unit's spelling are none of it."""
    told = next((told for kind, told in _MEANINGS if isinstance(value, kind)), None)
    return told(value, currency) if told else value


def words(value: Any) -> str:
    """A value as its author wrote it, on one line."""
    if isinstance(value, Limits):
        return ", ".join(f"{case} {words(bound)}" if case else words(bound) for case, bound in value)
    if isinstance(value, tuple | Collection):
        return ", ".join(words(each) for each in value)
    if isinstance(value, Part):
        return getattr(value, "name", None) or ", ".join(words(each) for each in value.set_fields().values())
    return " ".join((getattr(value, "text", None) or str(value)).split())


def _of_part(part: Part, currency: str | None) -> Any:
    around = AROUND - {"name"}
    return frozenset(
        (name, meaning(value, currency)) for name, value in part.set_fields().items() if name not in around
    )


def _of_text(text: str, _: str | None) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


def _of_duration(duration: Duration, _: str | None) -> Duration:
    """In the least unit that it can be said in; weeks and hours of a clock of their own keep to it."""
    unit, factor = _LEAST.get(duration.unit, (duration.unit, 1)) if duration.clock is None else (duration.unit, 1)
    upper = None if duration.upper is None else duration.upper * factor
    return replace(duration, amount=duration.amount * factor, unit=unit, upper=upper)


def _of_allowance(allowance: Allowance, currency: str | None) -> Allowance:
    return replace(allowance, amount=meaning(allowance.amount, currency))


_MEANINGS: tuple[tuple[type, Callable[[Any, str | None], Any]], ...] = (
    (
        Limits,
        lambda value, money: frozenset((normalise_name(case or ""), meaning(bound, money)) for case, bound in value),
    ),
    (Part, _of_part),
    (Collection, lambda value, money: frozenset(meaning(each, money) for each in value)),
    (tuple, lambda value, money: frozenset(meaning(each, money) for each in value)),
    (Words, lambda value, money: _of_text(value.words, money)),
    (Duration, _of_duration),
    (Money, Money.in_currency),
    (Allowance, _of_allowance),
    (Giving, lambda text, money: meaning(Money.find(text) or str(text), money)),
    (str, _of_text),
)
"""What is compared of each kind of value; a quantity is equal to another that says the same."""
