"""A policy in; words that customers stumble over, with plain ones, out."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.readers import Reader
from policyctl.rules.rule import RuleContext
from policyctl.rules.texts import Passage
from policyctl.rules.words.plain_words import PLAIN
from policyctl.rules.words.unhelpful_words import whole_words


def jargon(context: RuleContext) -> Iterator[Issue]:
    """A word of offices and conferences, such as “utilise” or “prior to”, in what customers read or hear.

    Why it matters: it keeps people at a distance, and some of them have to guess what it means.

    Diff:

          standards:
        -   - We ring you prior to every delivery.  # <- here
        +   - We ring you before every delivery.
    """
    where = context.texts.where
    for word, (phrase, plain) in PLAIN.get(context.language, {}).items():
        found = [hit for passage in where.get(word, ()) if (hit := _found(passage, phrase))] if word in where else []
        if found:
            passage, start, there = found[0]
            others = len(found) - 1
            more = f" It stands in {others} more {'texts' if others > 1 else 'text'} for customers." if others else ""
            hint = f"Plainer is “{plain}”.{more}"
            yield passage.issue(start, there, f"“{there}” is a word of offices, and customers stumble over it.", hint)


def _found(passage: Passage, phrase: str) -> tuple[Passage, int, str] | None:
    hit = whole_words(phrase).search(passage.text) if passage.reader is Reader.CUSTOMERS else None
    return (passage, hit.start(), hit[0]) if hit else None
