"""Try every regular expression on the strings that would take it longest, made from its own parts.

A pattern is linear if four times as much text takes about four times as long. What makes it worse is always a
repetition without an end: so many of what it repeats are put behind what leads to it, alone, and together with that
again and again, and nothing comes behind that would let the whole match.
"""

import re
import signal
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import FrameType
from typing import Any, NamedTuple

SIZES = (1_000, 4_000, 40_000)
"""Characters of the texts that are compared; a text of a policy has at most 20,000."""

NOTICEABLE = 0.004
"""Seconds of the processor that the second text may take whatever the first one took."""

WORSE = 7
"""How many times as long the second text may take as the first: four is linear, and sixteen quadratic."""

PATIENCE = 2.0
SURELY = 0.3
"""Seconds for the third text, which is ten times as long as the second, that no linear pattern takes."""

ENDLESSLY = 0.5
"""Seconds that no pattern takes for the first text."""

ENOUGH = 6
"""Parts of a choice or a set that are tried."""

ENDLESS = 200
MOST = 80
"""Repetitions of one pattern that are tried; those of long lists are alike."""

_CATEGORIES = {
    codes.CATEGORY_DIGIT: "1", codes.CATEGORY_NOT_DIGIT: "a", codes.CATEGORY_SPACE: " \n", codes.CATEGORY_WORD: "a1",
    codes.CATEGORY_NOT_SPACE: "a", codes.CATEGORY_NOT_WORD: " .",
}  # fmt: skip
_OTHERS = "aA1 .,-\n:/#ä"
_NOTHING = "\x00"
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


class Slow(NamedTuple):
    """A text on which a pattern is worse than linear, with the seconds that it took."""

    pattern: str
    text: str
    seconds: float


class _TooLongError(Exception):
    """Ends a search that would not end by itself."""


def slow(pattern: re.Pattern[str], method: str = "search") -> Slow | None:
    """The first text found on which a pattern is worse than linear, used by this method of it."""
    for before, inside in islice(dict.fromkeys(attacks(pattern)), MOST):
        for first, again in (("", inside), (before, inside), ("", before + inside), ("", f"{before}{inside} ")):
            texts = [first + again * (size // len(again)) + _NOTHING for size in SIZES]
            quick = _seconds(pattern, method, texts[1])
            if quick > ENDLESSLY and _seconds(pattern, method, texts[0]) > ENDLESSLY:
                return Slow(pattern.pattern, texts[0], ENDLESSLY)
            if quick > NOTICEABLE and quick > WORSE * _seconds(pattern, method, texts[0]):
                took = [min(_seconds(pattern, method, text) for _ in range(2)) for text in texts]
                if took[2] > SURELY and (took[2] > 25 * took[1] or took[2] >= PATIENCE):
                    return Slow(pattern.pattern, texts[2], took[2])
    return None


def attacks(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """What leads to each repetition without an end, and what it repeats."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    yield from _within(tree, "")


def _within(items: Sequence[Any], before: str) -> Iterator[tuple[str, str]]:
    for operation, argument in items:
        if operation in _REPEATS:
            _, most, inside = argument
            if most is codes.MAXREPEAT or most >= ENDLESS:
                yield from ((before, sample) for sample in _samples(inside) if sample)
            yield from _within(inside, before)
        elif operation is codes.BRANCH:
            for branch in argument[1]:
                yield from _within(branch, before)
        elif operation is codes.SUBPATTERN:
            yield from _within(argument[3], before)
        elif operation is codes.ATOMIC_GROUP:
            yield from _within(argument, before)
        elif operation in (codes.ASSERT, codes.ASSERT_NOT) and argument[0] > 0:
            yield from _within(argument[1], before)
        before += next(iter(_of(operation, argument)), "")


def _samples(items: Sequence[Any]) -> list[str]:
    """A few texts that match a sequence."""
    found = [""]
    for operation, argument in items:
        parts = _of(operation, argument)[:ENOUGH] or [""]
        found = [before + part for part in parts for before in found][:ENOUGH]
    return found


def _of(operation: Any, argument: Any) -> list[str]:  # noqa: PLR0911  One for each part that a pattern is made of.
    if operation is codes.LITERAL:
        return [chr(argument)]
    if operation is codes.NOT_LITERAL:
        return [sign for sign in _OTHERS if ord(sign) != argument][:3]
    if operation is codes.ANY:
        return list("a 1.")
    if operation is codes.IN:
        return _of_set(argument)
    if operation in _REPEATS:
        least, _, inside = argument
        return [sample * max(least, 1) for sample in _samples(inside)]
    if operation is codes.SUBPATTERN:
        return _samples(argument[3])
    if operation is codes.ATOMIC_GROUP:
        return _samples(argument)
    if operation is codes.BRANCH:
        return [sample for branch in argument[1][:ENOUGH] for sample in _samples(branch)[:2]]
    return [""]


def _of_set(members: Sequence[Any]) -> list[str]:
    signs: list[str] = []
    for operation, argument in members:
        if operation is codes.LITERAL:
            signs.append(chr(argument))
        elif operation is codes.RANGE:
            signs.append(chr(argument[0]))
        elif operation is codes.CATEGORY:
            signs += _CATEGORIES.get(argument, "")
    if members and members[0][0] is codes.NEGATE:
        shown = re.compile("[" + re.escape("".join(signs)) + "]") if signs else None
        return [sign for sign in _OTHERS if not (shown and shown.match(sign))][:3]
    return signs[:4]


def _seconds(pattern: re.Pattern[str], method: str, text: str) -> float:
    """The seconds of the processor that a search takes, up to so many."""
    former = signal.signal(signal.SIGVTALRM, _give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    started = time.process_time()
    try:
        if method in ("match", "fullmatch"):
            getattr(pattern, method)(text)
        else:
            for _ in pattern.finditer(text):
                pass
    except _TooLongError:
        return PATIENCE
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, former)
    return time.process_time() - started


def _give_up(_number: int, _frame: FrameType | None) -> None:
    raise _TooLongError
