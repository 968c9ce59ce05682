"""Quantities of a policy in, the words of its reader's language out."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, ClassVar

from policyctl.rendering import phrases
from policyctl.rendering.wording import Wording
from policyctl.schema.quantities import (
    AgreedDay,
    Allowance,
    Count,
    Date,
    Duration,
    Frequency,
    Money,
    Never,
    Quantity,
    Relative,
    SameDay,
    Share,
    TimeOfDay,
    Week,
    Words,
)


class Language(Wording):
    """How a language says each quantity, alone (`words`) and in a promise (`within`, `by`, `at_least`, `at_most`)."""

    def words(self, value: Quantity) -> str:
        """Any quantity by itself; the author's own words as they are."""
        return self._SAYS[type(value)](self, value)

    limit = words

    def duration(self, value: Duration) -> str:
        """`2 working days`, `2–4 hours`."""
        return self._counted(phrases.amount(value.unit, value.clock), value)

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
            return self.gettext(phrases.times_a(per.unit, per.clock)).format(times=times)
        return self.gettext("{times} {every}").format(times=times, every=self._every(per))

    def relative(self, value: Relative) -> str:
        """`2 × First reply`, with the author's name for it."""
        if value.factor == Decimal("0.5"):
            return self.gettext("half of {name}").format(name=value.name)
        return self.gettext("{n} × {name}").format(n=self.number(value.factor), name=value.name)

    def allowance(self, value: Allowance) -> str:
        """`£50 per customer and year`."""
        amount = self.words(value.amount)
        if not value.per:
            return amount
        per = self.join_labels([self.pgettext("per", unit) for unit in value.per])
        return self.gettext("{amount} per {per}").format(amount=amount, per=per)

    def within(self, value: Quantity) -> str:
        """A limit as the end of a promise: `within 2 working days`, `by 09:00`, `the same day`, `in 2 messages`."""
        if isinstance(value, Duration):
            return self._counted(phrases.within(value.unit, value.clock), value)
        if isinstance(value, TimeOfDay | Date):
            return self.by(value)
        if isinstance(value, Relative):
            return self.gettext("within {limit}").format(limit=self.words(value))
        if isinstance(value, Count):
            return self.gettext("in {count}").format(count=self.words(value))
        return self.words(value)

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
        """The opening hours in one line: `Monday to Friday 09:00 to 17:30, Saturday 10:00 to 16:00`."""
        if value.always:
            return self.gettext("around the clock")
        return ", ".join(f"{days} {times}" for days, times in self.week_rows(value))

    def week_rows(self, value: Week) -> tuple[tuple[str, str], ...]:
        """The opening hours as rows of a table: days and times."""
        return tuple(
            (self._days(row.days), self.join_labels([self._open(*time) for time in row.times])) for row in value.rows()
        )

    def _counted(self, phrase: phrases.Plural, value: Duration) -> str:
        n = int(value.longest) if value.longest % 1 == 0 else 2
        terms = (term for term in phrases.TERMS if term in value.text.casefold())
        text = next(filter(None, (self.ngettext_as(term, *phrase, n) for term in terms)), None) or self.ngettext(
            *phrase, n
        )
        number = self.number(value.amount)
        return text.format(n=number if value.upper is None else f"{number}–{self.number(value.upper)}")

    def _every(self, per: Duration) -> str:
        return self._counted(phrases.every(per.unit, per.clock), per)

    def _days(self, days: tuple[int, ...]) -> str:
        names = [self.weekday(day) for day in days]
        if len(days) == 7:
            return self.pgettext("opening hours", "Every day")
        if len(days) < 3:
            return self.join_labels(names)
        return self.gettext("{first} to {last}").format(first=names[0], last=names[-1])

    def _open(self, opens: int, closes: int) -> str:
        if (opens, closes) == (0, 1440):
            return self.gettext("all day")
        times = self.gettext("{first} to {last}").format(first=self.clock(opens), last=self.clock(closes))
        return self.pgettext("time of day", "{time}").format(time=times)

    _SAYS: ClassVar[dict[type[Quantity], Callable[["Language", Any], str]]] = {
        AgreedDay: lambda self, _: self.gettext("on the agreed day"),
        Allowance: allowance,
        Count: count,
        Date: date,
        Duration: duration,
        Frequency: frequency,
        Money: money,
        Never: lambda self, _: self.gettext("none"),
        Relative: relative,
        SameDay: lambda self, value: self.gettext(phrases.SAME[value.part]),
        Share: share,
        TimeOfDay: time,
        Week: week,
        Words: lambda _, value: value.words,
    }
    """How each is said: one row a quantity."""
