"""Who works here, when, where customers reach them, and who the customers are."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from policyctl import lexicon
from policyctl.schema.grammar.choices import Choice, Flag
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import TEXTS_JSON, Entry, Many, Part, field, many
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import ChannelRef, CustomerRef, HoursRef, RoleRef, Somebody
from policyctl.schema.grammar.texts import Address, Text, TimeZone, refusal
from policyctl.schema.quantities import Date, QuantityError, Week, has_figure
from policyctl.schema.quantities.base import SCALAR_JSON
from policyctl.schema.quantities.week import is_days


def _rota(value: Any) -> Text:
    """Who is on when, in words; what reads as hours is refused where it is in doubt, as any hours are."""
    text = Text.read(value)
    _week_in(text)
    return text


def _week_in(text: str) -> Week | None:
    """The week of a text, None for words; refuses what is hours and in doubt."""
    try:
        return Week.parse(text)
    except QuantityError as error:
        raise refusal(error.message, error.hint) from error


Rota = Annotated[Text, PlainValidator(_rota), WithJsonSchema(SCALAR_JSON)]


class Role(Entry):
    """A job, or the people who do it."""

    bare_text = "title"
    bare_list = "people"

    title: Text | None = field("Title", "The title of the job.", "Customer care lead")
    people: Many[Text] = many("People", "Who holds it.", "Maria Odell")
    covers: Many[Text] = many("Looks after", "What each looks after.", "School orders")
    backup: Many[RoleRef] = many("When away", "Who stands in.", "Director")
    rota: Rota | None = field("Rota", "Who is on when.", "Samir in the week, Jo at weekends")
    reach: Address | None = field("How to reach them", "Number or address, for staff.", "Extension 12")
    leads: Flag | None = field("Leads", "Whether it leads others.", "yes")
    until: Date | None = field("Until", "The last day, for somebody who leaves.", "2027-03-31")

    def aliases(self) -> tuple[str, ...]:
        """Every name that finds this role: its own, its people's, and the parts of a name such as `Samir and Jo`."""
        parts = re.split(r" ?(?:,|;|&|/) ?| and | und ", " ".join(self.named().split()))
        given = (person.split()[0] for person in self.people)
        whole = (person.partition(" (")[0] for person in self.people)
        return tuple(dict.fromkeys([self.named(), *self.people, *whole, *parts, *given, self.title or ""]))


class Closure(Entry):
    """A day or a stretch of days on which nobody is there."""

    bare_text = "about"


class HoursInWords(HoursRef):
    """Hours in words: the name of others, or what cannot be read and is printed as it stands."""

    __slots__ = ()
    loose = True


NAME = 4
"""Words up to which a text is taken for the name of a set of hours; a longer one is a sentence."""


def _week_or_name(value: Any) -> Week | HoursRef:
    if isinstance(value, Week):
        return value
    text = Text.read(_one_text(value))
    is_name = len(text.split()) <= NAME and not has_figure(text)
    return _week_in(text) or (HoursRef if is_name else HoursInWords).read(text)


def _week_or_words(value: Any) -> Week | HoursRef:
    found = _week_or_name(value)
    return found if isinstance(found, Week) else HoursInWords.read(str(found))


def _one_text(value: Any) -> Any:
    """A list of weeks or of names is as good as one text."""
    several = isinstance(value, (list, tuple)) and all(isinstance(each, str) for each in value)
    return ", ".join(value) if several else value


_WRITTEN = PlainSerializer(lambda value: getattr(value, "text", value))
_HOURS_JSON = WithJsonSchema(TEXTS_JSON)
WeekOrName = Annotated[Week | HoursRef, PlainValidator(_week_or_name), _WRITTEN, _HOURS_JSON]
WeekOrWords = Annotated[Week | HoursRef, PlainValidator(_week_or_words), _WRITTEN, _HOURS_JSON]


class Hours(Entry):
    """One set of hours."""

    bare_text = "open"
    bare_list = "open"
    may_stand_alone = True
    other_keys = {"hours": "open"}  # noqa: RUF012  Declared in `Part`.

    open: WeekOrWords | None = field(
        "Open", "The week, or the other hours that it is made of.", "Mon-Fri 9:00-17:30 and Sat 10:00-16:00"
    )
    closed: Collection[Closure] | None = field(
        "Closed", "Days without service, each with its date as its name; without a year, each year.", "25 December"
    )
    timezone: TimeZone | None = field("Time zone", "Where these hours are, if elsewhere.", "Europe/London")
    for_: Many[CustomerRef] = many("For", "The customers they are for.", "Enterprise", alias="for")

    @classmethod
    def from_item(cls, text: str) -> dict[str, Any] | str:
        return {"open": text} if Week.find(text) else {"name": text}

    @classmethod
    def is_single_entry(cls, value: dict[str, Any]) -> bool:
        rest = {key: each for key, each in value.items() if not _is_day(key, each)}
        return super().is_single_entry(rest) or (bool(value) and not rest)

    @classmethod
    def from_mapping(cls, value: dict[str, Any]) -> dict[str, Any]:
        """Hours may be written day by day, each on a line of its own; days without any are told in words."""
        lines = {day: f"{day} {times}" for day, times in value.items() if _is_day(day, times)}
        if not lines or "open" in value:
            return value
        words = [line for line in lines.values() if not (has_figure(line) or Week.find(f"Mon 9:00-10:00, {line}"))]
        about = {"about": ", ".join(words)} if words else {}
        rest = {key: each for key, each in value.items() if key not in lines}
        return {**rest, "open": ", ".join(line for line in lines.values() if line not in words), **about}

    @property
    def zone(self) -> str | None:
        """The time zone that they name."""
        return self.timezone or (self.open.timezone if isinstance(self.open, Week) else None)


def _is_day(key: str, times: Any) -> bool:
    """Whether a line says the hours of a day: `Mon-Fri: 9:00-17:30`."""
    return isinstance(times, str) and bool(times) and is_days(key)


class ChannelKind(Choice):
    """By which means a customer reaches us."""

    PHONE = "phone"
    EMAIL = "email"
    CHAT = "chat"
    SOCIAL = "social"
    IN_PERSON = "in-person"
    LETTER = "letter"
    FORM = "form"
    CALLBACK = "callback"
    APP = "app"
    COMMUNITY = "community"
    HOME_VISIT = "home-visit"
    SURVEY = "survey"


_NAME_AND_ADDRESS = re.compile(
    r"^(?P<name>[^\d@:/+]*[^\d@:/+\s(])(?:\s*+:)?\s++(?P<address>[+(]?\d.*|\S+@\S+|https?://\S+)$"
)


class Channel(Entry):
    """A way in which customers reach us."""

    bare_text = "address"

    kind: ChannelKind | None = field("Kind", "What it is, where the name does not say it.", "phone")
    address: Many[Address] = many("Reached at", "Number, address or link; each by a name of its own.", "020 7946 0112")
    hours: WeekOrName | None = field("Hours", "The set of hours, where there are several, or the week.", "Shop")
    for_: Many[CustomerRef] = many("For", "Who may use it.", "Schools", alias="for")
    alternatives: Many[ChannelRef] = many("If you cannot use it", "Other ways for people who cannot.", "Email")
    moves_to: Many[ChannelRef] = many("Goes on by", "Where it moves people on to.", "Phone")
    support: Flag | None = field("Help is given here", "Whether it is a channel of support at all.", "no")
    good_for: Many[Text] = many("Good for", "The matters that it is good for.", "A quick question")
    not_for: Many[Text] = many("Not for", "The matters that belong elsewhere.", "An emergency")
    answered_by: Many[Somebody] = many("Answered by", "Who answers, or is alerted.", "Engineer on call")
    when_busy: Text | None = field("When it is busy", "What to do when nobody is free.", "Leave a message.")
    languages: Many[Text] = many("Languages", "The languages spoken on it.", "English and Welsh")
    identity: Text | None = field("Identity", "How we know who it is.", "Order number and postcode")

    @classmethod
    def from_item(cls, text: str) -> dict[str, Any] | str:
        found = _NAME_AND_ADDRESS.match(text)
        return {"name": found["name"], "address": found["address"]} if found else {"name": text}

    @classmethod
    def from_text(cls, text: str) -> dict[str, Any] | str:
        return {"hours": text} if Week.find(text) else {"address": text}

    def helps(self) -> bool:
        """Whether help is given on it, as on every channel of which nothing else is said."""
        return self.support is None or bool(self.support)

    def aliases(self) -> tuple[str, ...]:
        """Its name, and the word for what it is: `phone` finds the Telephone."""
        kind = self.means()
        return (self.named(), kind.value) if kind else (self.named(),)

    def means(self) -> ChannelKind | None:
        """The kind that is stated, or that the name says: a channel called Phone is a phone."""
        words, kinds = (self.named(), *reversed(self.named().split())), _kinds_by_word()
        return self.kind or next((kinds[normalise_name(word)] for word in words if normalise_name(word) in kinds), None)


@cache
def _kinds_by_word() -> Mapping[str, ChannelKind]:
    return {
        normalise_name(word): ChannelKind(kind)
        for language in lexicon.languages()
        for kind, words in lexicon.load("channels.kinds", language).items()
        for word in words
    }


class Customers(Entry):
    """A kind of customer."""

    bare_text = "who"

    who: Text | None = field("Who they are", "How to know them.", "Orders on a school account")
    part_of: CustomerRef | None = field("Part of", "The wider kind they belong to.", "Schools")
    comes_before: Many[CustomerRef] = many("Come before", "Whom they come before when we are short.", "Visitors")
    needs: Many[Text] = many("Need", "What they need.", "An invoice in the right year")


class Condition(Part):
    """One condition of a priority."""

    bare_text = "says"

    says: Text | None = field("Condition", "The condition in words.", "A school orders in the first week of term")
    for_: Many[CustomerRef] = many("For", "For customers of this kind.", "Schools", alias="for")
    channels: Many[ChannelRef] = many("Channels", "On these channels.", "Phone")


class Priority(Entry):
    """How urgent a case is, and how to tell; the first that fits wins."""

    bare_text = "means"

    means: Text | None = field("What it means", "What it means, in words.", "The customer cannot work.")
    any: Many[Condition] = many("When any of", "One of these is enough.", "The book is needed this week")
    all: Many[Condition] = many("When all of", "All of these must be so.", "It is paid for")
    otherwise: Flag | None = field("Everything else", "What nothing above fits.", "yes", alias="else")
    examples: Many[Text] = many("For example", "What it looked like.", "A birthday present that has not arrived")
    when_unsure: Text | None = field("When unsure", "What to do in doubt.", "Take the higher one.")
    round_the_clock: Flag | None = field("Round the clock", "Whether it is worked on outside hours.", "no")
