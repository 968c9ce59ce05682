"""Read the words and figures of a text: what every reader of quantities begins with."""

import re
from decimal import Decimal
from functools import lru_cache

ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
GERMAN = (
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn "
    "achtzehn neunzehn"
)
GERMAN_TENS = "zwanzig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig"
OTHERS = {
    "a": "1", "an": "1", "hundred": "100",
    "ein": "1", "eine": "1", "einem": "1", "einen": "1", "einer": "1", "eines": "1", "hundert": "100",
    "anderthalb": "1.5", "eineinhalb": "1.5", "zweieinhalb": "2.5",
}  # fmt: skip
LARGEST, SMALLEST = Decimal(10**12), Decimal("0.000000001")
"""No business counts beyond these, and all arithmetic between them is exact."""

FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}


def _words() -> dict[str, Decimal]:
    small = [(word, n) for words in (ENGLISH, GERMAN) for n, word in enumerate(words.split())]
    tens = [(word, 10 * n) for words in (ENGLISH_TENS, GERMAN_TENS) for n, word in enumerate(words.split(), 2)]
    digits = list(zip(ENGLISH.split()[1:10], ["ein", *GERMAN.split()[2:10]], strict=True))
    both = [
        (word, 10 * at + digit)
        for at, (ten, zehner) in enumerate(zip(ENGLISH_TENS.split(), GERMAN_TENS.split(), strict=True), 2)
        for digit, (one, einer) in enumerate(digits, 1)
        for word in (f"{ten}-{one}", f"{einer}und{zehner}")
    ]
    numbers = {word: Decimal(n) for word, n in (*small, *tens, *both)}
    return numbers | {word: Decimal(text) for word, text in OTHERS.items()}


WORDS = _words()
"""Folded words and their numbers; a further language is further tables."""

_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?P<mark>[.,'])[0-9]{3}(?:(?P=mark)[0-9]{3})*")
_DECIMAL = re.compile(r"[0-9]+[.,][0-9]+")
_BOTH = re.compile(r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+\.|(?:\.[0-9]{3})+,|(?:'[0-9]{3})+[.,])[0-9]+")


def read_number(word: str) -> Decimal | None:
    """A word of the tables or figures; three digits behind a single mark are thousands, as in `1,000` and `1.000`."""
    if word in WORDS:
        return WORDS[word]
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
_TOKEN = re.compile(
    rf"[0-9]+(?:[.,'][0-9]+)+|[0-9]*[½¼¾]|[0-9]+|(?:{'|'.join(ENGLISH_TENS.split())})-[^\W\d_]+|[^\W\d_]+|\S"
)


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
