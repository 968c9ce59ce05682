"""A policy in; what people are given to say and had better not out."""

import re
from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.rule import RuleContext
from policyctl.rules.words.forbidden import forbidden
from policyctl.rules.words.unhelpful_words import UNHELPFUL, whole_words
from policyctl.schema.grammar.texts import Speech

_SHOUTED = r"!{2,}|[?]!|![?]|\b[A-ZÄÖÜ]{2,}(?:[ ,]+[A-ZÄÖÜ]{2,}){2,}\b"


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
    where, listed, told = context.texts.where, forbidden(context), set[tuple[int, int]]()
    for word, phrase, instead in UNHELPFUL.get(context.language, ()):
        for passage in where.get(word, ()):
            found = whole_words(phrase).search(passage.text) if passage.kind is Speech else None
            if found and (id(passage), found.end()) not in told and not _holds_one_of(found[0], listed):
                told.add((id(passage), found.end()))
                message = f"“{found[0]}” has never helped a customer who heard it."
                yield passage.issue(found.start(), found[0], message, instead)


def _holds_one_of(phrase: str, listed: frozenset[str]) -> bool:
    """Whether any words in a row are listed: they are told as forbidden already."""
    words = phrase.lower().replace("’", "'").split()
    ends = range(1, len(words) + 1)
    return any(" ".join(words[start:end]) in listed for end in ends for start in range(end))


def shouting(context: RuleContext) -> Iterator[Issue]:
    """Words to say that shout: a row of words in capitals, or more than one exclamation mark.

    Why it matters: in writing it reads as anger or as advertising, and a customer with a problem wants neither.

    Diff:

          tone:
            samples:
        -     Thanks: Thank you so much!!!  # <- here
        +     Thanks: Thank you. Joss has told everybody who came in today.
    """
    for passage in context.texts.said:
        found = re.search(_SHOUTED, passage.text)
        if found:
            hint = "Write it in small letters, and end the sentence with one mark."
            yield passage.issue(found.start(), found[0], f"“{found[0]}” reads as if somebody shouted.", hint)
