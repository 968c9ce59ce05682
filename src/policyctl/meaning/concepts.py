"""Define the ten concepts that every section is lowered into, so that what two sections say can be compared.

Each bears what all have in common: its place, who reads it, what it is about, its author's sentence, and whether its
author stated it in a field or whether it was read in a sentence.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Annotated, Any, ClassVar, NamedTuple

from pydantic import ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from policyctl.findings import Pointer
from policyctl.meaning.figures import Bound, Kind
from policyctl.meaning.subjects import Subject
from policyctl.meaning.texts import Reader
from policyctl.schema.grammar.commitment import Firmness, Milestone
from policyctl.schema.quantities import (
    Allowance,
    Count,
    Date,
    Duration,
    Frequency,
    Money,
    Never,
    Quantity,
    Relative,
    Share,
    TimeOfDay,
    Words,
)
from policyctl.schema.sections.aims import Better

DOCUMENTED = ConfigDict(use_attribute_docstrings=True, json_schema_serialization_defaults_required=True)
"""Each field is described by the words below it, and every field is there, also where it says nothing."""


def json_pointer(pointer: Pointer) -> str:
    """The pointer as RFC 6901 writes it: `/standards/First reply/within`."""
    return "".join("/" + str(segment).replace("~", "~0").replace("/", "~1") for segment in pointer)


class AsData(NamedTuple):
    """How a value of ours is given to other programs: what makes plain data of it, and the type of that data."""

    convert: Callable[[Any], Any]
    shape: Any

    def __get_pydantic_core_schema__(self, _source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        written = core_schema.plain_serializer_function_ser_schema(
            self.convert, return_schema=handler.generate_schema(self.shape)
        )
        return core_schema.any_schema(serialization=written)


Way = Annotated[Pointer, AsData(json_pointer, str)]
"""The way to a value in the policy; as data, a JSON pointer (RFC 6901)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A figure as data, in which each kind of figure fills what it has."""

    __pydantic_config__: ClassVar[ConfigDict] = DOCUMENTED

    kind: str
    """duration, money, allowance, share, count, frequency, multiple, time, date, none, or words for any other."""
    text: str
    """The figure in its author's words."""
    amount: str | None = None
    """Its number in decimal digits; a share in percent, a date and a time in the notation of ISO 8601."""
    most: str | None = None
    """The upper end of a range such as 2 to 3 days."""
    unit: str | None = None
    """Of a duration: second, minute, hour, day, week, month, quarter, year or ring; of a share: percent; of a count,
    what is counted; of a multiple, what it is a multiple of."""
    clock: str | None = None
    """Of a duration: calendar, working or business, where its words say so."""
    currency: str | None = None
    """Of money, its currency, where it is known."""
    per: tuple[str, ...] = ()
    """Of an allowance, what it is counted by; of a frequency, its period."""


def value_of(quantity: Quantity | str) -> Value:
    """A figure as data."""
    text = " ".join((getattr(quantity, "text", "") or str(quantity)).split())
    kind, fill = next((each for of, each in _FILLED.items() if isinstance(quantity, of)), ("words", _nothing))
    return Value(kind=kind, text=text, **fill(quantity))


def _nothing(_quantity: Any) -> dict[str, Any]:
    return {}


def _duration(length: Duration) -> dict[str, Any]:
    most = None if length.upper is None else _decimal(length.upper)
    clock = None if length.clock is None else str(length.clock)
    return {"amount": _decimal(length.amount), "most": most, "unit": str(length.unit), "clock": clock}


def _allowance(allowance: Allowance) -> dict[str, Any]:
    inner = allowance.amount
    filled = _share(inner) if isinstance(inner, Share) else _money(inner)
    return {**filled, "per": allowance.per}


def _money(money: Money) -> dict[str, Any]:
    return {"amount": _decimal(money.amount), "currency": money.currency}


def _share(share: Share) -> dict[str, Any]:
    return {"amount": _decimal(share.percent), "unit": "percent"}


_FILLED: Mapping[type[Quantity], tuple[str, Callable[[Any], dict[str, Any]]]] = {
    Duration: ("duration", _duration),
    Money: ("money", _money),
    Allowance: ("allowance", _allowance),
    Share: ("share", _share),
    Count: ("count", lambda count: {"amount": str(count.amount), "unit": count.of}),
    Frequency: ("frequency", lambda often: {"amount": str(often.times), "per": (str(often.per),)}),
    Relative: ("multiple", lambda multiple: {"amount": _decimal(multiple.factor), "unit": multiple.name}),
    TimeOfDay: ("time", lambda time: {"amount": f"{time.hour:02}:{time.minute:02}"}),
    Date: ("date", lambda date: {"amount": date.value.isoformat()}),
    Never: ("none", _nothing),
}
"""Each kind of figure with its name and what it fills."""


def _decimal(number: Any) -> str:
    return f"{number.normalize():f}"


Figured = Annotated[Any, AsData(value_of, Value)]
"""A quantity of the language; as data, a `Value`."""


def _words_of(subject: Subject) -> list[str]:
    return sorted(subject.matters | subject.stems)


def _values_of(amounts: Iterable[Quantity]) -> list[Value]:
    return [value_of(each) for each in amounts]


About = Annotated[Subject, AsData(_words_of, list[str])]
"""What a concept is about; as data, the matters and the stems that it is compared by."""


@dataclass(frozen=True, slots=True)
class Name:
    """What a reference names, by the name that its entry has itself."""

    __pydantic_config__: ClassVar[ConfigDict] = DOCUMENTED

    text: str
    """The name, or the author's words where the policy has no such entry."""
    pointer: Way | None = None
    """The way to the entry; nothing where the policy has none."""


Names = tuple[Name, ...]

CUSTOMER = Name("the customer")
"""Whoever asks; no entry stands for them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands."""

    __pydantic_config__: ClassVar[ConfigDict] = DOCUMENTED

    pointer: Way
    """The way to it."""
    words: str = ""
    """The very words, where the place holds more or where they are few."""
    line: int | None = None
    """The line in its file, once somebody has looked it up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """In which case something holds; whatever is empty narrows nothing."""

    __pydantic_config__: ClassVar[ConfigDict] = DOCUMENTED

    channels: Names = ()
    """The channels on which it holds."""
    customers: Names = ()
    """The customers for whom it holds."""
    not_for: Names = ()
    """The customers for whom it does not."""
    priorities: Names = ()
    """The priorities for which it holds."""
    when: tuple[tuple[str, ...], ...] = ()
    """The conditions in which it holds, in words: all of them are needed, of each any of its wordings."""
    unless: tuple[str, ...] = ()
    """What lifts it, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedLimit:
    """A figure that something is held to."""

    __pydantic_config__: ClassVar[ConfigDict] = DOCUMENTED

    how: str
    """within, at least, at most, by, on, every, with notice of, for."""
    value: Figured
    """The figure."""
    length: Annotated[Duration, AsData(value_of, Value)] | None = None
    """The time it comes to, where it is a multiple of another limit."""
    case: str = ""
    """The case that it is for, where the limit has several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """What every concept has."""

    __pydantic_config__: ClassVar[ConfigDict] = DOCUMENTED

    place: Place
    """Where its author wrote it."""
    audience: Reader
    """Who reads it: customers, staff or nobody."""
    subject: About
    """What it is about, as stems and matters that can be compared."""
    name: str = ""
    """What to call it: the names of the entries that it stands in."""
    sentence: str = ""
    """Its author's own sentence, where there is one."""
    stated: bool = True
    """Whether its author stated it in a field; what was read in a sentence is not."""
    situation: Situation = Situation()
    """In which case it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise(Concept):
    """What a customer may count on."""

    what: str = ""
    """What is promised, where neither its name nor its moment says it."""
    limits: tuple[StatedLimit, ...] = ()
    """The figures that it is held to, all of them together; none where it is words alone."""
    milestone: Milestone | None = None
    """The moment that it is about."""
    start: str = ""
    """What its time is counted after."""
    before: str = ""
    """The event that a notice comes before."""
    until: str = ""
    """When what is repeated ends."""
    share: Figured | None = None
    """The share of cases in which it is kept."""
    firmness: Firmness | None = None
    """How firmly it is promised, where somebody says so."""
    public: bool | None = None
    """Whether customers are told, where somebody says so."""
    who: Names = ()
    """Who keeps it."""
    not_by: Names = ()
    """Who does not."""
    when_missed: str = ""
    """What follows where it is not kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant(Concept):
    """What a customer gets: by leave of somebody, or because it is owed."""

    owed: bool = False
    """Whether it is owed; otherwise somebody may give it."""
    who: Names = ()
    """Who may give it."""
    gives: tuple[str, ...] = ()
    """What is given."""
    rows: Names = ()
    """The rows of what may be given that it names instead."""
    over: Figured | None = None
    """The amount from which it begins."""
    up_to: Figured | None = None
    """The most that may be given."""
    ask_first: Names = ()
    """Whose leave it needs."""
    above: Names = ()
    """Who decides above that."""
    limits: tuple[StatedLimit, ...] = ()
    """How soon it is given or decided, and how often at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover(Concept):
    """Who passes a case to whom."""

    giver: Names = ()
    """Who has it before; nobody where a case begins with it."""
    to: Names = ()
    """Who takes it."""
    backup: Names = ()
    """Who stands in."""
    told: Names = ()
    """Who else is told."""
    waits: tuple[StatedLimit, ...] = ()
    """How long whoever takes it has for an answer, or how soon it must reach them."""
    how: str = ""
    """In which way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed(Concept):
    """What somebody does."""

    who: Names = ()
    """Who does it; nobody in particular where it does not say."""
    does: str = ""
    """What is done, in its author's words."""
    asks: Names = ()
    """Whose leave it needs."""
    tells: Names = ()
    """Who is told of it."""
    records: tuple[str, ...] = ()
    """What is written down."""
    limits: tuple[StatedLimit, ...] = ()
    """By when, or how often."""
    start: str = ""
    """What its time is counted after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying(Concept):
    """Words to say, or to avoid."""

    words: str = ""
    """The words."""
    avoided: bool = False
    """Whether they are to be avoided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ban(Concept):
    """What nobody does."""

    what: str = ""
    """What is not done, in its author's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge(Concept):
    """What something costs."""

    what: str = ""
    """What costs it, and whom, in its author's words."""
    amounts: Annotated[tuple[Money, ...], AsData(_values_of, list[Value])] = ()
    """The amounts that the words name."""


@dataclass(frozen=True, slots=True)
class Opening:
    """One stretch of a usual week in which somebody is there."""

    __pydantic_config__: ClassVar[ConfigDict] = DOCUMENTED

    day: str
    """The day of the week, in English."""
    opens: str
    """The time at which it begins, as 09:00."""
    closes: str
    """The time at which it ends; 24:00 is midnight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence(Concept):
    """Which person, role, channel or house is there when."""

    who: Names = ()
    """Who or what is there."""
    week: tuple[Opening, ...] = ()
    """The usual week, where it could be read."""
    closed: tuple[str, ...] = ()
    """The days on which nobody is there."""
    words: str = ""
    """What is said about it in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Concept):
    """What is counted, where it stands and where it should."""

    definition: str = ""
    """What it counts, or what is to come of it."""
    better: Better | None = None
    """Which way it should move."""
    now: tuple[StatedLimit, ...] = ()
    """Where it stands."""
    target: tuple[StatedLimit, ...] = ()
    """Where it should."""
    others: tuple[StatedLimit, ...] = ()
    """Where somebody else stands, in a comparison."""
    every: Figured | None = None
    """How often it is read."""
    owner: Names = ()
    """Who answers for it."""
    shown_by: Names = ()
    """The measures that show it, or keep it honest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated(Concept):
    """What happens on a day."""

    what: str = ""
    """What happens then."""
    date: Figured | None = None
    """The day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Concept):
    """A figure in a sentence, of which it is not said what it binds; `stated` is never true."""

    kind: Kind
    """What it counts."""
    value: Figured
    """The figure."""
    bound: Bound
    """What it bounds."""
    hedged: bool = False
    """Whether its author leaves it open: "usually", "about"."""


CONCEPTS: tuple[type[Concept], ...] = (
    Promise, Grant, Handover, Deed, Saying, Ban, Charge, Presence, Measure, Dated, Mention,
)  # fmt: skip
"""The ten concepts, and what is left of a sentence of which no more than its figure is sure."""


def names_in(concept: Concept) -> Names:
    """Everything that a concept names."""
    own = (getattr(concept, each.name) for each in fields(concept))
    around = (getattr(concept.situation, each.name) for each in fields(concept.situation))
    tuples = (value for value in (*own, *around) if isinstance(value, tuple))
    return tuple(each for value in tuples for each in value if isinstance(each, Name))


def is_in_words(quantity: object) -> bool:
    """Whether a limit or an amount is words alone, which nobody can compare."""
    return isinstance(quantity, Words)
