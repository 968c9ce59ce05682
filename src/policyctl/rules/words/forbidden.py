"""A policy in; what its own tone forbids, in words that are there to be said, out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from policyctl.findings import Issue, Pointer
from policyctl.rules.rule import RuleContext
from policyctl.rules.texts import Passage
from policyctl.rules.words.inflection import Word, find, words
from policyctl.schema.sections.tone import PlainWord, Wording

_QUOTED = r"[“\"„«»‚]([^“”\"„«»‚‘]+)[”“\"»«‘]"
_ASIDE = r"\s*\([^)]*\)"
_BETWEEN = r"\s+/\s+|;|\n"
_LOOKED_AT = 2_000
"""Pairs of a phrase and a text that are compared at most; a policy may be hostile."""


class Phrase(NamedTuple):
    """Words not to be said, where the policy says so, and what to say instead."""

    written: str
    words: Sequence[Word]
    pointer: Pointer
    instead: str | None


def forbidden_words(context: RuleContext) -> Iterator[Issue]:
    """Words that the tone asks to avoid, in a sentence that the same policy gives people to say.

    Why it matters: people copy the samples and forget the list, so the word that was banned is what customers hear.

    Diff:

          tone:
            words:
              - avoid: unfortunately
                say: I'm sorry
            samples:
        -     A late parcel: Unfortunately it will be Friday.  # <- here
        +     A late parcel: I'm sorry, it will be Friday.
    """
    for passage, phrase, start, end in _said(context, _avoided(context)):
        there = passage.text[start:end]
        instead = f"Say “{phrase.instead}” instead" if phrase.instead else "Say it in other words"
        hint = f"{instead}, or take “{phrase.written}” off the list under `words` in the tone."
        yield passage.issue(start, there, f"“{there}” is said here, and the tone asks everybody to avoid it.", hint)


def trade_term_said(context: RuleContext) -> Iterator[Issue]:
    """A term of the trade in words said to customers, though the tone has a plain word for it.

    Why it matters: a customer who does not know the term nods, understands something else, and calls again.

    Diff:

          tone:
            plain_words:
              OOP: out of print
            samples:
        -     A book that is gone: I'm sorry, that one is OOP.  # <- here
        +     A book that is gone: I'm sorry, that one is out of print.
    """
    for passage, phrase, start, end in _said(context, _terms(context)):
        if phrase.instead and phrase.instead.lower() in passage.text.lower():
            continue
        there = passage.text[start:end]
        message = f"A customer hears “{there}” here, and the tone has “{phrase.instead}” for it."
        yield passage.issue(start, there, message, f"Say “{phrase.instead}”, or explain the term in the same sentence.")


def forbidden(context: RuleContext) -> frozenset[str]:
    """Everything that the tone asks to avoid, in small letters."""
    return frozenset(phrase.written.lower().replace("’", "'") for phrase in _avoided(context))


def _said(context: RuleContext, phrases: Iterable[Phrase]) -> Iterator[tuple[Passage, Phrase, int, int]]:
    """Each text to be said that holds one of the phrases, once for a phrase; what stands beside it is no offence."""
    pairs = ((phrase, *each) for phrase in phrases for each in context.cached(_spoken).get(_telling(phrase), ()))
    for phrase, passage, spoken in islice(pairs, _LOOKED_AT):
        found = find(phrase.words, spoken, passage.text)
        if found and passage.pointer[: len(phrase.pointer)] != phrase.pointer:
            yield passage, phrase, *found


def _spoken(context: RuleContext) -> dict[str, list[tuple[Passage, list[Word]]]]:
    """What is there to be said, word by word, by each of the words in it without its ending."""
    holding: dict[str, list[tuple[Passage, list[Word]]]] = {}
    for passage in context.texts.said:
        spoken = words(passage.text, context.language)
        for stem in {each.stem for each in spoken}:
            holding.setdefault(stem, []).append((passage, spoken))
    return holding


def _telling(phrase: Phrase) -> str:
    return max((each.stem for each in phrase.words), key=len)


def _avoided(context: RuleContext) -> Iterator[Phrase]:
    for pointer, wording in context.parts_of(Wording):
        instead = wording.say[0] if wording.say else None
        for avoid in wording.avoid:
            yield from _phrases(avoid, pointer, instead, context.language)


def _terms(context: RuleContext) -> Iterator[Phrase]:
    for pointer, term in context.parts_of(PlainWord):
        if term.plain:
            yield from _phrases(term.named(), pointer, term.plain.rstrip("."), context.language)


def _phrases(text: str, pointer: Pointer, instead: str | None, language: str) -> Iterator[Phrase]:
    """The phrases that a text stands for: what is quoted in it, or all of it without asides."""
    for written in re.findall(_QUOTED, text) or re.split(_BETWEEN, re.sub(_ASIDE, "", text)):
        bare = written.strip(" .…!?,*_")
        spoken = words(bare, language)
        if spoken and "…" not in bare and "..." not in bare:
            yield Phrase(bare, spoken, pointer, instead)
