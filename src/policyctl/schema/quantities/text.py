"""Read the words and figures of a text: what every reader of quantities begins with."""

import re
from decimal import Decimal
from functools import lru_cache

from policyctl import lexicon

LARGEST, SMALLEST = Decimal(10**12), Decimal("0.000000001")
"""No business counts beyond these, and all arithmetic between them is exact."""

FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
IN_FIGURES = {"1/2": "½", "1/4": "¼", "3/4": "¾"}
FRACTION = r"(?<![0-9/])(?:[0-9]+ )?(?:1/2|[13]/4)(?![0-9/])"
"""A fraction in figures, with the whole number before it: `1/2`, `1 1/2`; not a date or `24/7`."""


def _words() -> dict[str, Decimal]:
    numbers: dict[str, Decimal] = {}
    for language in lexicon.languages():
        small, tens = lexicon.words("quantities.numbers", language), lexicon.words("quantities.tens", language)
        compound = lexicon.load("quantities.compound", language)
        digits = [compound.get("one", small[1]), *small[2:10]]
        numbers |= {word: Decimal(number) for number, word in enumerate(small)}
        numbers |= {word: Decimal(10 * number) for number, word in enumerate(tens, 2)}
        numbers |= {
            compound["form"].format(ten=ten, digit=digit): Decimal(10 * at + number)
            for at, ten in enumerate(tens, 2)
            for number, digit in enumerate(digits, 1)
        }
    return numbers | {word: Decimal(text) for word, text in lexicon.table("quantities.other_numbers").items()}


WORDS = _words()
"""Words in small letters and their numbers, of all languages."""

_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?P<mark>[.,'])[0-9]{3}(?:(?P=mark)[0-9]{3})*")
_DECIMAL = re.compile(r"[0-9]+[.,][0-9]+")
_BOTH = re.compile(r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+\.|(?:\.[0-9]{3})+,|(?:'[0-9]{3})+[.,])[0-9]+")


def read_number(word: str) -> Decimal | None:
    """A word of the tables or figures; three digits behind a single mark are thousands, as in `1,000` and `1.000`."""
    if word in WORDS:
        return WORDS[word]
    if word[-3:] in IN_FIGURES and word[-4:-3] in ("", " "):
        word = word[:-3].strip() + IN_FIGURES[word[-3:]]
    whole, fraction = (word[:-1] or "0", FRACTIONS[word[-1]]) if word[-1:] in FRACTIONS else (word, Decimal(0))
    number = _read_figures(whole)
    if number is None or number >= LARGEST or number != number.quantize(SMALLEST):
        return None
    return number + fraction


def _read_figures(word: str) -> Decimal | None:
    if word.isascii() and word.isdigit():
        return Decimal(word)
    if _GROUPED.fullmatch(word):
        return Decimal(re.sub(r"[.,']", "", word))
    if _DECIMAL.fullmatch(word):
        return Decimal(word.replace(",", "."))
    if _BOTH.fullmatch(word):
        whole, part = re.split(r"[.,](?=[0-9]+$)", word)
        return Decimal(re.sub(r"[.,']", "", whole) + "." + part)
    return None


def read_whole(word: str) -> int | None:
    """As `read_number`, for numbers without a fraction."""
    number = read_number(word)
    return int(number) if number is not None and number == number.to_integral_value() else None


def figures(number: Decimal) -> str:
    """The number as `read_number` reads it back: no exponent, no needless zeros, never three decimals."""
    plain = format(number, "f")
    whole, _, part = plain.partition(".")
    part = part.rstrip("0")
    return f"{whole}.{part}{'0' * (len(part) == 3)}" if part else whole


LONGEST = 500
"""Characters; no quantity is longer, and no reader looks further."""

_SAME = str.maketrans({
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "×": "x", "’": "'", "‘": "'",
    "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ",
})  # fmt: skip
_HYPHENED = lexicon.alternatives("quantities.tens", "en") + r"-[^\W\d_]+"
_TOKEN = re.compile(rf"{FRACTION}|[0-9]+(?:[.,'][0-9]+)+|[0-9]*[½¼¾]|[0-9]+|{_HYPHENED}|[^\W\d_]+|\S")


def plain(text: str) -> str:
    """The text as `tidy` leaves it, in small letters; empty when it is too long to be a quantity."""
    return "" if len(text) > LONGEST else tidy(text).casefold()


@lru_cache(maxsize=256)
def tidy(text: str) -> str:
    """The text with one kind of space, dash and apostrophe, character for character but for spaces at its ends."""
    return " ".join(text.translate(_SAME).split())


def tokens(text: str) -> list[str]:
    """The numbers, words and marks of a plain text."""
    return _TOKEN.findall(plain(text))


def shorten(text: str, limit: int = 60) -> str:
    """The text on one line, cut for a message."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
