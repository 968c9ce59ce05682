"""Find phrases that never helped a customer, and words of offices that customers stumble over.

Both are tables of `data/<language>/words.yaml`: each expression with what to say instead.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from policyctl.findings import Issue
from policyctl.lexicon import finds, table
from policyctl.meaning.texts import Passage, Reader
from policyctl.patterns import pattern
from policyctl.rules.rule import RuleContext
from policyctl.rules.words.forbidden import avoided_phrases


def unhelpful_phrase(context: RuleContext) -> Iterator[Issue]:
    """A phrase that never helped anybody, such as “calm down” or “that's our policy”, among words to say.

    Why it matters: it tells the customer that the case is closed while theirs is still open, and the next sentence is
    louder.

    Diff:

          tone:
            samples:
        -     No receipt: I'm sorry, that's our policy.  # <- here
        +     No receipt: I can't give the money back without it. I can swap it now, if you like.
    """
    if context.understood:
        avoided = avoided_phrases(context)
        for passage, found, instead in _found("words.unhelpful", context.texts.said, context.language):
            if not _is_avoided(found[0], avoided):
                message = f"“{found[0]}” has never helped a customer who heard it."
                yield passage.issue(found.start(), found[0], message, instead)


def jargon(context: RuleContext) -> Iterator[Issue]:
    """A word of offices and conferences, such as “utilise” or “prior to”, in what customers read or hear.

    Why it matters: it keeps people at a distance, and some of them have to guess what it means.

    Diff:

          standards:
        -   - We ring you prior to every delivery.  # <- here
        +   - We ring you before every delivery.
    """
    read = [passage for passage in context.texts.read if passage.reader is Reader.CUSTOMERS]
    alike: dict[re.Pattern[str], list[tuple[Passage, re.Match[str], str]]] = {}
    for each in _found("words.plain", read, context.language) if context.understood else ():
        alike.setdefault(each[1].re, []).append(each)
    for (passage, found, plain), *others in alike.values():
        texts = "texts" if len(others) > 1 else "text"
        more = f" It stands in {len(others)} more {texts} for customers." if others else ""
        message = f"“{found[0]}” is a word of offices, and customers stumble over it."
        yield passage.issue(found.start(), found[0], message, f"Plainer is “{plain}”.{more}")


def _found(name: str, passages: Iterable[Passage], language: str) -> Iterator[tuple[Passage, re.Match[str], str]]:
    """Each expression of a table in each text that holds it, once a text, with what to say instead."""
    for passage in passages:
        if finds(name, passage.text.replace("’", "'"), language):
            for expression, instead in table(name, language).items():
                if found := _whole_words(expression).search(passage.text):
                    yield passage, found, instead


@cache
def _whole_words(expression: str) -> re.Pattern[str]:
    """The pattern of an expression as whole words, with either apostrophe."""
    either = expression.replace("'", "['’]")
    return pattern(rf"\b(?:{either})\b")


def _is_avoided(phrase: str, avoided: frozenset[str]) -> bool:
    """Whether the tone asks to avoid a part of it or more than it, which is found as forbidden already."""
    words = f" {phrase.lower()} ".replace("’", "'")
    return any(f" {each} " in words or words in f" {each} " for each in avoided)
