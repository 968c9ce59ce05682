"""Find abbreviations that the policy nowhere explains."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from policyctl.findings import Issue
from policyctl.lexicon import alternatives, words
from policyctl.meaning.formatting import joined
from policyctl.meaning.references import GUESSES
from policyctl.meaning.texts import Passage, Reader, without_code
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.texts import Unsaid
from policyctl.schema.quantities.amounts import CODES
from policyctl.schema.quantities.week import ZONES

_SHORT = re.compile(
    r"[A-ZÄÖÜ]{2,6}s?(?![\w@&*\]}>%]|[-/]\w| ?\d|['’]\w{2}|(?<=\b[A-ZÄÖÜ]{2}) [A-ZÄÖÜ][a-zäöü]| ?[A-ZÄÖÜ]{2})"
)
_PART = r"[\w./@#&'’\[{<%-]$|[A-ZÄÖÜ]{2} $"
"""What stands around capitals that are part of an address, a number, a postcode or a row of words in capitals."""

_CAPITALS = r"[A-ZÄÖÜ]{2,6}s?"
_ZONES = tuple(zone.upper() for zone in ZONES)
_LISTED = 12
"""Abbreviations that one finding lists; more are counted."""

_Hit = tuple[Passage, int]


def unexplained_abbreviation(context: RuleContext) -> Iterator[Issue]:
    """An abbreviation that the policy nowhere writes out: not beside it, not in the glossary, not among plain words.

    Why it matters: newcomers and customers do not ask what CSAT is; they nod, and read on past it.

    Diff:

          values:
        -   Readers feel heard: Our CSAT shows it.  # <- here
        +   Readers feel heard: Our customer satisfaction (CSAT) shows it, and a CSAT below 8 is talked about.
    """
    found: dict[str, list[_Hit]] = {}
    known = _known()
    for passage in context.texts.read:
        if passage.kind is not Unsaid:
            for hit in _SHORT.finditer(without_code(passage.text)):
                short = hit[0].removesuffix("s")
                before = passage.text[max(hit.start() - 3, 0) : hit.start()]
                if short not in known and not re.search(_PART, before):
                    found.setdefault(short, []).append((passage, hit.start()))
    named = set(_named(context)) if found else set()
    unnamed = islice((each for each in found.items() if each[0] not in named), GUESSES)
    yield from _issues([(short, hits) for short, hits in unnamed if not _is_explained(short, context)])


def _issues(unknown: list[tuple[str, list[_Hit]]]) -> Iterator[Issue]:
    """All in one finding, at the first of them."""
    if len(unknown) == 1:
        ((short, hits),) = unknown
        more = len({id(each) for each, _ in hits}) - 1
        times = f", here and in {more} more {'texts' if more > 1 else 'text'}" if more else ""
        hint = f"Write it out once, with “{short}” in brackets behind it, or add it to the `glossary`."
        yield hits[0][0].issue(hits[0][1], short, f"“{short}” is nowhere explained{times}.", hint)
    elif unknown:
        short, ((passage, start), *_) = unknown[0]
        shown = [f"“{each}”" for each, _ in unknown[:_LISTED]]
        more = len(unknown) - len(shown)
        words = joined([*shown, *([f"{more} more"] if more else [])])
        hint = f"Write each out once, as in “… ({short})”, or add them to the `glossary`."
        yield passage.issue(start, short, f"{words} are nowhere explained.", hint)


def _is_explained(short: str, context: RuleContext) -> bool:
    """Whether a text says what it stands for, or the same word is written small elsewhere and was only stressed."""
    verbs = alternatives("words.explains")
    explains = re.compile(rf"\({short}s?\)|\b{short.lower()}\b|\b{short}s?\b['”“\"»«]? ?(?:\(|[:=–—-] |,? {verbs}\b)")
    return any(explains.search(passage.text) for passage in context.texts.where.get(short.lower(), ()))


def _named(context: RuleContext) -> Iterator[str]:
    """What is a name, or part of one: of an entry, of the organisation, of a law."""
    names = (passage for passage in context.texts.passages if passage.reader is Reader.NOBODY)
    return (hit[0].removesuffix("s") for passage in names for hit in re.finditer(_CAPITALS, passage.text))


@cache
def _known() -> frozenset[str]:
    """What needs no explanation: what everybody has met, currencies, and words that are only stressed."""
    return frozenset({*words("words.known_abbreviations"), *words("words.stressed"), *CODES.split("|"), *_ZONES})
