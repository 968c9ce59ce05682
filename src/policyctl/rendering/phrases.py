"""A unit and its clock in, the English phrases around it out, which are the keys of the catalogues.

A phrase is whole, because a language may bend the unit by what stands before it: `2 Werktage`, `in 2 Werktagen`.
"""

from typing import TypeAlias

from policyctl.schema.quantities import Clock, DayPart, Unit

Plural: TypeAlias = tuple[str, str]
"""The phrase for one and for many."""

SHORT = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)
LONG = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR)
KINDS: tuple[tuple[Unit, Clock | None], ...] = (
    *((unit, None) for unit in Unit),
    *((unit, Clock.CALENDAR) for unit in (*SHORT, *LONG)),
    *((unit, Clock.BUSINESS) for unit in SHORT),
    *((unit, Clock.WORKING) for unit in (*SHORT, Unit.DAY, Unit.WEEK)),
)
"""Every unit with every clock that it may have."""

PER = ("case", "customer", "order", "stay", "day", "week", "month", "quarter", "year")
"""What an amount may be counted by, in the context `per`."""

TERMS = ("business day", "arbeitstag")
"""What authors call a working day; a catalogue that has the phrase in this context says it as they do.

The difference may matter: to German law, a Werktag may be a Saturday and an Arbeitstag is none.
"""

SAME = {part: f"the same {part}" for part in DayPart}


def amount(unit: Unit, clock: Clock | None) -> Plural:
    """`2 working days`."""
    return f"{{n}} {_name(unit, clock)}", f"{{n}} {_name(f'{unit}s', clock)}"


def within(unit: Unit, clock: Clock | None) -> Plural:
    """`within 2 working days`."""
    one, many = amount(unit, clock)
    return f"within {one}", f"within {many}"


def every(unit: Unit, clock: Clock | None) -> Plural:
    """`every working day`, `every 2 working days`."""
    return f"every {_name(unit, clock)}", f"every {{n}} {_name(f'{unit}s', clock)}"


def times_a(unit: Unit, clock: Clock | None) -> str:
    """`twice a working day`."""
    name = _name(unit, clock)
    return f"{{times}} {'an' if name.startswith('hour') else 'a'} {name}"


def _name(unit: str, clock: Clock | None) -> str:
    if clock is None:
        return unit
    return (
        f"{unit} on working days" if clock is Clock.WORKING and unit.removesuffix("s") in SHORT else f"{clock} {unit}"
    )
