"""A language says the quantities of a policy in its reader's words: numbers and dates by Babel, phrases by catalogue.

A phrase is whole, because a language may bend the unit by what stands before it: `2 Werktage`, `in 2 Werktagen`.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any, ClassVar, TypeAlias

from babel import Locale, UnknownLocaleError, dates, lists, numbers
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from policyctl.schema.quantities import (
    AgreedDay,
    Allowance,
    Clock,
    Count,
    Date,
    DayPart,
    Duration,
    Frequency,
    Money,
    Never,
    Quantity,
    Relative,
    SameDay,
    Share,
    TimeOfDay,
    Unit,
    Week,
    Words,
)

CATALOGUES = Path(__file__).resolve().parent / "catalogues"
"""One `.po` file a language, named `de.po` or `pt_BR.po`; a new language is a new file."""

FALLBACK = Locale("en", "GB")
"""For `en` alone, and for a tag that names no language there is."""

_NARROW, _SPACE = "\u202f", "\u00a0"
"""Many fonts lack the narrow space that does not break."""

Plural: TypeAlias = tuple[str, str]
"""The phrase for one and for many."""

_UNIVERSAL = ("UTC", "GMT")
"""Zones that belong to no region, and are called alike everywhere."""

_SHORT = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)
TERMS = ("business day", "arbeitstag")
"""What authors call a working day; a catalogue that has the phrase in this context says it as they do.

The difference may matter: to German law, a Werktag may be a Saturday and an Arbeitstag is none.
"""

SAME = {part: f"the same {part}" for part in DayPart}


@dataclass(frozen=True)
class LocaleFormatter:
    """How a language, by its BCP 47 tag, writes what every text has; labels are English where it has no catalogue.

    `currency` (ISO 4217) is that of amounts which name none; `timezone` is a name such as Europe/London.
    """

    tag: str = "en-GB"
    currency: str | None = None
    timezone: str | None = None

    @cached_property
    def locale(self) -> Locale:
        """What the tag stands for."""
        try:
            found = Locale.parse(self.tag.replace("_", "-"), sep="-")
        except (UnknownLocaleError, ValueError, TypeError):
            return FALLBACK
        return FALLBACK if str(found) == "en" else found

    @cached_property
    def translations(self) -> NullTranslations:
        """The catalogue, as templates take it."""
        return catalogue(self.locale)

    @cached_property
    def _label_locale(self) -> Locale:
        """The language that fixed words are in, so that a phrase does not mix two."""
        return self.locale if self.translations.info() or self.locale.language == "en" else FALLBACK

    def gettext(self, message: str) -> str:
        """A fixed English text in this language."""
        return self.translations.gettext(message)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """As `gettext`, in the form for n things."""
        return self.translations.ngettext(one, many, n)

    def ngettext_as(self, term: str, one: str, many: str, n: int) -> str | None:
        """As `ngettext`, in the words for an author's own term, None where the language has none."""
        translated = self.translations.npgettext(term, one, many, n)
        return None if translated in (one, many) else translated

    def pgettext(self, context: str, message: str) -> str:
        """As `gettext`, where English has one word for two."""
        return self.translations.pgettext(context, message)

    def number(self, value: Decimal | int) -> str:
        """A number with the language's marks: 1,000.5 or 1.000,5."""
        return _with_wide_spaces(numbers.format_decimal(value, locale=self.locale, decimal_quantization=False))

    def percent(self, value: Decimal) -> str:
        """A number of hundredths: 95% or 95 %."""
        pattern = self.locale.percent_formats[None].pattern.replace("#,##0", "#,##0.##")
        return _with_wide_spaces(numbers.format_percent(value / 100, format=pattern, locale=self.locale))

    def amount(self, value: Decimal, currency: str | None) -> str:
        """An amount of money, round ones without decimals: £20, 19,50 €."""
        code = currency or self.currency
        if code is None:
            return self.number(value)
        if value % 1:
            return _with_wide_spaces(numbers.format_currency(value, code, locale=self.locale))
        pattern = self.locale.currency_formats["standard"].pattern.replace(".00", "")
        return _with_wide_spaces(
            numbers.format_currency(value, code, pattern, locale=self.locale, currency_digits=False)
        )

    def day(self, value: dt.date) -> str:
        """A date with the month as a word: 1 March 2026, March 1, 2026, 1. März 2026."""
        return _with_wide_spaces(dates.format_date(value, "long", locale=self.locale))

    def clock(self, minutes: int) -> str:
        """A time, in minutes since midnight, as clocks of the language show it: 09:00, 9:00 AM."""
        if minutes == 1440:
            return self.gettext("midnight")
        time = dt.time(minutes // 60 % 24, minutes % 60)
        return _with_wide_spaces(dates.format_time(time, "short", locale=self.locale))

    def weekday(self, day: int) -> str:
        """The name of a day, 0 for Monday."""
        return str(self._label_locale.days["stand-alone"]["wide"][day])

    def zone(self) -> str:
        """The name of the time zone, empty when none is set."""
        if not self.timezone or self.timezone in _UNIVERSAL:
            return self.timezone or ""
        return dates.get_timezone_name(dates.get_timezone(self.timezone), zone_variant="generic", locale=self.locale)

    def join(self, labels: Sequence[str]) -> str:
        """Fixed words as one list, in the language that they are in."""
        return lists.format_list(labels, locale=self._label_locale)

    def either(self, labels: Sequence[str]) -> str:
        """Names of which one is enough: `Maria or Edwin`."""
        return lists.format_list(labels, "or", locale=self._label_locale)


class Language(LocaleFormatter):
    """How a language says each quantity, alone (`words`) and in a promise (`within`, `by`, `at_least`, `at_most`)."""

    def words(self, value: Quantity) -> str:
        """Any quantity by itself; the author's own words as they are."""
        return self._METHODS[type(value)](self, value)

    def duration(self, value: Duration) -> str:
        """`2 working days`, `2–4 hours`."""
        return self._counted(amount_phrase(value.unit, value.clock), value)

    def money(self, value: Money) -> str:
        """`£20`, in the policy's currency where the author named none."""
        whole = value.in_currency(self.currency)
        return self.amount(whole.amount, whole.currency)

    def share(self, value: Share) -> str:
        """`95%`, `85% of calls`."""
        return f"{self.percent(value.percent)} {value.of}" if value.of else self.percent(value.percent)

    def count(self, value: Count) -> str:
        """`2 messages`, with the author's noun."""
        return f"{self.number(value.amount)} {value.of}" if value.of else self.number(value.amount)

    def date(self, value: Date) -> str:
        """`1 March 2026`."""
        return self.day(value.value)

    def time(self, value: TimeOfDay) -> str:
        """`09:00`, in German `09:00 Uhr`."""
        return self.pgettext("time of day", "{time}").format(time=self.clock(value.minutes))

    def frequency(self, value: Frequency) -> str:
        """`every 6 months`, `twice a year`."""
        per = value.per
        once = per.amount == 1 and per.upper is None
        if value.times == 1:
            return self._every(per)
        times = (
            self.gettext("twice") if value.times == 2 else self.gettext("{n} times").format(n=self.number(value.times))
        )
        if once:
            return self.gettext(times_phrase(per.unit, per.clock)).format(times=times)
        return self.gettext("{times} {every}").format(times=times, every=self._every(per))

    def relative(self, value: Relative) -> str:
        """`2 × First reply`, with the author's name for it."""
        if value.factor == Decimal("0.5"):
            return self.gettext("half of {name}").format(name=value.name)
        return self.gettext("{n} × {name}").format(n=self.number(value.factor), name=value.name)

    def allowance(self, value: Allowance) -> str:
        """`£50 per customer and year`, `under £25`."""
        phrases = {"under": self.gettext("under {amount}"), "from": self.gettext("from {amount}")}
        amount = phrases.get(value.edge, "{amount}").format(amount=self.words(value.amount))
        if not value.per:
            return amount
        per = self.join([self.pgettext("per", unit) for unit in value.per])
        return self.gettext("{amount} per {per}").format(amount=amount, per=per)

    def within(self, value: Quantity) -> str:
        """A limit as the end of a promise: `within 2 working days`, `by 09:00`, `the same day`, `in 2 messages`."""
        if isinstance(value, Duration):
            return self._counted(within_phrase(value.unit, value.clock), value)
        if isinstance(value, TimeOfDay | Date):
            return self.by(value)
        if isinstance(value, Relative):
            return self.gettext("within {limit}").format(limit=self.words(value))
        if isinstance(value, Count):
            return self.gettext("in {count}").format(count=self.words(value))
        return self.words(value)

    def after(self, value: Quantity) -> str:
        """How long it takes until something else begins: `after 30 business minutes`; words as they are."""
        if isinstance(value, Duration):
            return self._counted(after_phrase(value.unit, value.clock), value)
        return (
            self.words(value)
            if isinstance(value, Words)
            else self.gettext("after {limit}").format(limit=self.words(value))
        )

    def by(self, value: Quantity) -> str:
        """A moment as the end of a promise: `by 09:00`; what is no moment as `within` says it, words as they are."""
        if isinstance(value, TimeOfDay | Date):
            return self.gettext("by {moment}").format(moment=self.words(value))
        return self.words(value) if isinstance(value, Words) else self.within(value)

    def at_least(self, value: Quantity) -> str:
        """`at least twice a year`."""
        return self.gettext("at least {limit}").format(limit=self.words(value))

    def at_most(self, value: Quantity) -> str:
        """`at most 2 hours`."""
        return self.gettext("at most {limit}").format(limit=self.words(value))

    def week(self, value: Week) -> str:
        """The opening hours in one line: `Monday to Friday 09:00 to 17:30, Saturday 10:00 to 16:00`.

        Those that do not say their days stand as their author wrote them.
        """
        if not value.days_said:
            return value.text
        rows = [f"{days} {times}" for days, times in self.week_rows(value)]
        if value.always:
            rows[0] = self.gettext("around the clock")
        return " ".join([", ".join(rows), *([f"({value.zone})"] if value.zone else [])])

    def brief_week(self, value: Week) -> str:
        """The opening hours with days in short: `Mon–Fri 09:00 to 17:30, Sat 10:00 to 16:00`.

        Those that are more than days and times are told in full.
        """
        if not value.days_said or value.always or value.shut or value.holidays is not None or value.zone:
            return self.week(value)
        rows = (f"{self._brief_days(row.days)} {self._openings(row.times)}" for row in value.rows())
        return ", ".join(row.replace(" ", _SPACE) for row in rows)

    def _brief_days(self, days: tuple[int, ...]) -> str:
        names = [str(self._label_locale.days["stand-alone"]["abbreviated"][day]) for day in days]
        return f"{names[0]}–{names[-1]}" if len(days) > 2 else ", ".join(names)

    def week_rows(self, value: Week) -> tuple[tuple[str, str], ...]:
        """The opening hours as rows of a table: days and times, then the days that are expressly closed or open too."""
        rows = [(self._days(row.days), row.times) for row in value.rows()]
        rows += [(self.join([self.weekday(day) for day in value.shut]), ())] if value.shut else []
        rows += [(self.gettext("public holidays"), value.holidays)] if value.holidays is not None else []
        return tuple((days, self._openings(times)) for days, times in rows)

    def _counted(self, phrase: Plural, value: Duration) -> str:
        n = int(value.longest) if value.longest % 1 == 0 else 2
        terms = (term for term in TERMS if term in value.text.casefold())
        text = next(filter(None, (self.ngettext_as(term, *phrase, n) for term in terms)), None) or self.ngettext(
            *phrase, n
        )
        number = self.number(value.amount)
        return text.format(n=number if value.upper is None else f"{number}–{self.number(value.upper)}")

    def _every(self, per: Duration) -> str:
        return self._counted(every_phrase(per.unit, per.clock), per)

    def _days(self, days: tuple[int, ...]) -> str:
        names = [self.weekday(day) for day in days]
        if len(days) == 7:
            return self.pgettext("opening hours", "Every day")
        if len(days) < 3:
            return self.join(names)
        return self.gettext("{first} to {last}").format(first=names[0], last=names[-1])

    def _openings(self, times: Sequence[tuple[int, int]]) -> str:
        return self.join([self._opening(*time) for time in times]) or self.gettext("closed")

    def _opening(self, opens: int, closes: int) -> str:
        if (opens, closes) == (0, 1440):
            return self.gettext("all day")
        times = self.gettext("{first} to {last}").format(first=self.clock(opens), last=self.clock(closes))
        return self.pgettext("time of day", "{time}").format(time=times)

    _METHODS: ClassVar[dict[type[Quantity], Callable[["Language", Any], str]]] = {
        AgreedDay: lambda self, _: self.gettext("on the agreed day"),
        Allowance: allowance,
        Count: count,
        Date: date,
        Duration: duration,
        Frequency: frequency,
        Money: money,
        Never: lambda self, _: self.gettext("none"),
        Relative: relative,
        SameDay: lambda self, value: self.gettext(SAME[value.part]),
        Share: share,
        TimeOfDay: time,
        Week: week,
        Words: lambda _, value: value.words,
    }
    """How each is said: one row a quantity."""


# ---- catalogues ------------------------------------------------------------------------------------------------


@cache
def catalogue(locale: Locale) -> NullTranslations:
    """Translations by `gettext`, `ngettext` and `pgettext`; the English words themselves where there are none."""
    for name in (str(locale), locale.language):
        file = CATALOGUES / f"{name}.po"
        if file.is_file():
            return _compile(file)
    return NullTranslations()


def _compile(file: Path) -> GNUTranslations:
    """The standard library reads compiled catalogues only, so this one is compiled in memory."""
    with file.open("rb") as text:
        messages = read_po(text, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return GNUTranslations(compiled)


# ---- phrases -----------------------------------------------------------------------------------------------------


def amount_phrase(unit: Unit, clock: Clock | None) -> Plural:
    """`2 working days`."""
    return f"{{n}} {_unit_name(unit, clock)}", f"{{n}} {_unit_name(f'{unit}s', clock)}"


def within_phrase(unit: Unit, clock: Clock | None) -> Plural:
    """`within 2 working days`."""
    one, many = amount_phrase(unit, clock)
    return f"within {one}", f"within {many}"


def after_phrase(unit: Unit, clock: Clock | None) -> Plural:
    """`after 2 working days`."""
    one, many = amount_phrase(unit, clock)
    return f"after {one}", f"after {many}"


def every_phrase(unit: Unit, clock: Clock | None) -> Plural:
    """`every working day`, `every 2 working days`."""
    return f"every {_unit_name(unit, clock)}", f"every {{n}} {_unit_name(f'{unit}s', clock)}"


def times_phrase(unit: Unit, clock: Clock | None) -> str:
    """`twice a working day`."""
    name = _unit_name(unit, clock)
    return f"{{times}} {'an' if name.startswith('hour') else 'a'} {name}"


def _unit_name(unit: str, clock: Clock | None) -> str:
    if clock is None:
        return unit
    return (
        f"{unit} on working days" if clock is Clock.WORKING and unit.removesuffix("s") in _SHORT else f"{clock} {unit}"
    )


def _with_wide_spaces(text: str) -> str:
    return text.replace(_NARROW, _SPACE)
