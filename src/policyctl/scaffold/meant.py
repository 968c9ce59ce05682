"""Find what somebody means: a trade by any word for it, ways in by any name, an offer whose currency is understood."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from policyctl import lexicon
from policyctl.scaffold.trades import Trade
from policyctl.schema.quantities import find_money
from policyctl.schema.quantities.amounts import SIGNS

_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_SHORTEST = 3
"""Letters of a word of a trade's own line that is enough to name it; `a`, `or` and `in` are not."""

_BARE = re.compile(
    r"(?<![\w$£€.,:/-])(?P<figures>[0-9]{1,6}(?:[.,][0-9]{1,2})?)(?=\Z| (?:off|nachlass|rabatt)\b)", re.IGNORECASE
)


@cache
def every(name: str) -> frozenset[str]:
    """The words of a list, in all languages; a conversation may be in one and an answer in another."""
    return frozenset(lexicon.words(f"conversation.{name}"))


# ---- trades -------------------------------------------------------------------------------------------------------


def trades_meant(said: str, trades: Sequence[Trade]) -> tuple[str, ...]:
    """The trades that are meant, by their id: those of which the most words are said, nothing where none is."""
    words = _words(said)
    text = f" {' '.join(words)} "
    points = {
        trade.id: max((_weight(each) for each in _names(trade) if f" {each} " in text), default=0) for trade in trades
    }
    best = max(points.values(), default=0)
    return tuple(name for name, count in points.items() if count == best) if best else ()


def _names(trade: Trade) -> Iterator[str]:
    """All that a trade is called: words of its own line, and those that people use."""
    yield " ".join(_words(trade.id))
    line = _words(f"{trade.name} {trade.about}")
    yield from (each for each in line if len(each) > _SHORTEST and each not in _filler())
    for language in lexicon.languages():
        yield from (" ".join(_words(each)) for each in lexicon.load("conversation.trades", language).get(trade.id, ()))


def _weight(name: str) -> int:
    """How much a name says: two words more than one."""
    return len(name.split())


@cache
def _filler() -> frozenset[str]:
    return every("filler")


def _words(text: str) -> list[str]:
    return [found[0].replace("-", " ") for found in _WORD.finditer(text.casefold())]


# ---- ways in ------------------------------------------------------------------------------------------------------


def parts_of(said: str, known: Iterable[str]) -> tuple[str, ...]:
    """The ways in that are said one after another, with commas or words such as `and` between them."""
    names = {each.casefold() for each in known}
    joined = "|".join(sorted(map(re.escape, every("and")), key=len, reverse=True))
    found: list[str] = []
    for part in re.split(r"[,;]", said):
        if part.strip().casefold() in names:
            found.append(part.strip())
        else:
            found += re.split(rf"\s+(?:{joined})\s+|\s*[&+]\s*|\s+/\s+", part.strip(), flags=re.IGNORECASE)
    leading = re.compile(rf"(?:{joined})\s+", re.IGNORECASE)
    return tuple(word for each in found if (word := leading.sub("", each, count=1) if leading.match(each) else each))


def way_meant(said: str, ways: Sequence[str]) -> str | None:
    """The way in of a trade that goes by this name, too: `mail` is the email, `walk-ins` come to the counter."""
    word = _plain(said)
    for language in lexicon.languages():
        for names in map(_all_plain, lexicon.load("conversation.ways", language).values()):
            if word in names:
                found = [way for way in ways if _plain(way) in names or kind_of_way(way) == kind_of_way(names[0])]
                if len(found) == 1:
                    return found[0]
    places = [way for way in ways if kind_of_way(way) == "place"]
    return places[0] if word in _all_plain(every("ways_in_person")) and len(places) == 1 else None


def _plain(name: str) -> str:
    return " ".join(_words(name))


def _all_plain(names: Iterable[str]) -> list[str]:
    return [_plain(name) for name in names]


@cache
def kind_of_way(name: str) -> str:
    """What kind of way in a name says: phone, email, place and so on; empty where it says none."""
    words = f" {' '.join(_words(name))} "
    kinds = [
        (kind, each)
        for language in lexicon.languages()
        for kind, names in lexicon.load("conversation.way_kinds", language).items()
        for each in names
        if f" {' '.join(_words(each))} " in words
    ]
    return max(kinds, key=lambda found: len(found[1]), default=("", ""))[0]


# ---- an offer -----------------------------------------------------------------------------------------------------


def offer(text: str, currency: str, up_to: str = "{what} up to {amount}", money_off: str = "money off") -> str:
    """What may be given, with its currency, and with the amount at its end: `$200 credit` is credit up to $200."""
    whole = _BARE.sub(lambda found: amount_in(found["figures"], currency), text) if find_money(text) is None else text
    money = find_money(whole)
    what = whole.removeprefix(money.text).split() if money and whole.startswith(money.text) else []
    if money is None or not 1 <= len(what) <= _FEW_WORDS or not all(word.isalpha() for word in what):
        return whole
    named = money_off if what == ["off"] else " ".join(what)
    return up_to.replace("{what}", named).replace("{amount}", money.text)


_FEW_WORDS = 2
"""Words behind an amount that say what it is: `$200 store credit`."""


def amount_in(figures: str, currency: str) -> str:
    """Figures with their currency, as people write it: £30, 30 €, 30 CHF."""
    sign = next((sign for sign, code in SIGNS.items() if code == currency and len(sign) == 1), None)
    if sign is None or sign == "€":
        return f"{figures} {sign or currency}"
    return f"{sign}{figures}"
