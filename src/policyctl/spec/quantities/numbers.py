"""Words and figures in, numbers out, as English and German people write them; and back into figures."""

import re
from decimal import Decimal

ENGLISH = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "ninety": 90, "hundred": 100,
}  # fmt: skip
GERMAN = {
    "ein": 1, "eine": 1, "einem": 1, "einen": 1, "einer": 1, "eines": 1, "eins": 1, "zwei": 2, "drei": 3, "vier": 4,
    "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "vierzehn": 14,
    "fünfzehn": 15, "zwanzig": 20, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "neunzig": 90,
}  # fmt: skip
WORDS = ENGLISH | GERMAN
"""Folded words and their numbers; a further language is a further table."""

_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?P<mark>[.,'])[0-9]{3}(?:(?P=mark)[0-9]{3})*")
_DECIMAL = re.compile(r"[0-9]+[.,][0-9]+")
_BOTH = re.compile(r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+\.|(?:\.[0-9]{3})+,|(?:'[0-9]{3})+[.,])[0-9]+")


def read_number(word: str) -> Decimal | None:
    """A word of the tables or figures; three digits behind a single mark are thousands, as in `1,000` and `1.000`."""
    if word in WORDS:
        return Decimal(WORDS[word])
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
