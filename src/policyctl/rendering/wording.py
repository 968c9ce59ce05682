"""Plain values in (numbers, dates, times, amounts, lists), their words in one language out."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from gettext import NullTranslations
from typing import Literal

from babel import Locale, UnknownLocaleError, dates, lists, numbers

from policyctl.rendering.catalogue import catalogue

HOME = Locale("en", "GB")
"""For `en` alone, and for a tag that names no language there is."""

_NARROW, _SPACE = "\u202f", "\u00a0"
"""Many fonts lack the narrow space that does not break."""


@dataclass(frozen=True)
class Wording:
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
            return HOME
        return HOME if str(found) == "en" else found

    @cached_property
    def translations(self) -> NullTranslations:
        """The catalogue, as templates take it."""
        return catalogue(self.locale)

    @cached_property
    def _labels(self) -> Locale:
        """The language that fixed words are in, so that a phrase does not mix two."""
        return self.locale if self.translations.info() or self.locale.language == "en" else HOME

    def gettext(self, message: str) -> str:
        """A fixed English text in this language."""
        return self.translations.gettext(message)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """As `gettext`, in the form for n things."""
        return self.translations.ngettext(one, many, n)

    def ngettext_as(self, term: str, one: str, many: str, n: int) -> str | None:
        """As `ngettext`, in the words for an author's own term, None where the language has none."""
        said = self.translations.npgettext(term, one, many, n)
        return None if said in (one, many) else said

    def pgettext(self, context: str, message: str) -> str:
        """As `gettext`, where English has one word for two."""
        return self.translations.pgettext(context, message)

    def number(self, value: Decimal | int) -> str:
        """A number with the language's marks: 1,000.5 or 1.000,5."""
        return _plain(numbers.format_decimal(value, locale=self.locale, decimal_quantization=False))

    def percent(self, value: Decimal) -> str:
        """A number of hundredths: 95% or 95 %."""
        pattern = self.locale.percent_formats[None].pattern.replace("#,##0", "#,##0.##")
        return _plain(numbers.format_percent(value / 100, format=pattern, locale=self.locale))

    def amount(self, value: Decimal, currency: str | None) -> str:
        """An amount of money, round ones without decimals: £20, 19,50 €."""
        code = currency or self.currency
        if code is None:
            return self.number(value)
        if value % 1:
            return _plain(numbers.format_currency(value, code, locale=self.locale))
        pattern = self.locale.currency_formats["standard"].pattern.replace(".00", "")
        return _plain(numbers.format_currency(value, code, pattern, locale=self.locale, currency_digits=False))

    def day(self, value: dt.date) -> str:
        """A date with the month as a word: 1 March 2026, March 1, 2026, 1. März 2026."""
        return _plain(dates.format_date(value, "long", locale=self.locale))

    def clock(self, minutes: int) -> str:
        """A time, in minutes since midnight, as clocks of the language show it: 09:00, 9:00 AM."""
        if minutes == 1440:
            return self.gettext("midnight")
        time = dt.time(minutes // 60 % 24, minutes % 60)
        return _plain(dates.format_time(time, "short", locale=self.locale))

    def weekday(self, day: int) -> str:
        """The name of a day, 0 for Monday."""
        return str(self._labels.days["stand-alone"]["wide"][day])

    def zone(self) -> str:
        """The name of the time zone, empty when none is set."""
        if not self.timezone:
            return ""
        return dates.get_timezone_name(dates.get_timezone(self.timezone), zone_variant="generic", locale=self.locale)

    def join(self, items: Sequence[str], last: Literal["and", "or"] = "and") -> str:
        """The author's items as one list: a, b and c."""
        return lists.format_list(items, style="standard" if last == "and" else "or", locale=self.locale)

    def join_labels(self, labels: Sequence[str]) -> str:
        """Fixed words as one list, in the language that they are in."""
        return lists.format_list(labels, locale=self._labels)


def _plain(text: str) -> str:
    return text.replace(_NARROW, _SPACE)
