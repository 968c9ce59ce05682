"""Say a fixed phrase in English, or in the language of whoever reads it."""

from datetime import date
from typing import Any, Protocol, Self

from policyctl.meaning.formatting import joined, quoted
from policyctl.schema.quantities import Date, Quantity

NAMES = 2
"""Names that are listed in a phrase; more are counted."""


class Speaker(Protocol):
    """A language that has phrases in a catalogue, and knows how it writes lists, days and quantities."""

    def gettext(self, message: str, /) -> str:
        """A fixed English text in this language."""

    def ngettext(self, one: str, many: str, n: int, /) -> str:
        """As `gettext`, in the form for n things."""

    def join(self, labels: list[str], /) -> str:
        """Words as one list."""

    def day(self, value: date, /) -> str:
        """A date with the month as a word."""

    def words(self, value: Quantity, /) -> str:
        """Any quantity by itself."""


class English:
    """English as policyctl writes it itself, without a catalogue."""

    def gettext(self, message: str, /) -> str:
        """The text as it is."""
        return message

    def ngettext(self, one: str, many: str, n: int, /) -> str:
        """The form for n things."""
        return one if n == 1 else many

    def join(self, labels: list[str], /) -> str:
        """`a, b and c`."""
        return joined(labels)

    def day(self, value: date, /) -> str:
        """`1 March 2026`."""
        return str(Date(value))

    def words(self, value: Quantity, /) -> str:
        """The quantity in short English."""
        return str(value)


ENGLISH = English()


class Phrase(str):
    """A phrase in English, which can be said in other languages too.

    What it holds in braces are counts, days, quantities, or names as a tuple.
    """

    __slots__ = ("_form", "_values")
    _form: tuple[str, str]
    _values: dict[str, Any]

    def __new__(cls, one: str, many: str = "", **values: Any) -> Self:
        """The phrase; `many` is its form for a `count` that is not one."""
        phrase = super().__new__(cls, _said(ENGLISH, (one, many), values))
        phrase._form, phrase._values = (one, many), values
        return phrase

    def said(self, speaker: Speaker) -> str:
        """The phrase in a language."""
        return _said(speaker, self._form, self._values)


def _said(speaker: Speaker, form: tuple[str, str], values: dict[str, Any]) -> str:
    one, many = form
    text = speaker.ngettext(one, many, values["count"]) if many else speaker.gettext(one)
    return text.format(**{name: _value(speaker, value) for name, value in values.items()})


def _value(speaker: Speaker, value: Any) -> str:
    if isinstance(value, Date):
        return speaker.day(value.value)
    if isinstance(value, Quantity):
        return speaker.words(value)
    if isinstance(value, tuple):
        return _quoted(speaker, value)
    return str(value)


def _quoted(speaker: Speaker, names: tuple[str, ...]) -> str:
    """Names in quotation marks, the first few of many."""
    if isinstance(speaker, English):
        return quoted(names, few=NAMES)
    shown = [speaker.gettext("“{name}”").format(name=name) for name in names[:NAMES]]
    rest = len(names) - NAMES
    return speaker.join([*shown, *([speaker.gettext("{count} more").format(count=rest)] if rest > 0 else [])])
