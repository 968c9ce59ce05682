"""Find words that the policy itself asks to avoid, in what it gives people to say."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import words
from policyctl.meaning.concepts import Saying
from policyctl.meaning.lowering import concepts_of
from policyctl.meaning.texts import Passage
from policyctl.rules.rule import RuleContext
from policyctl.rules.words.sentences import sentences
from policyctl.schema.sections.stand import Behaviour, GroundRule
from policyctl.schema.sections.tone import PlainWord, Wording

_QUOTED = r"[“\"„«»‚]([^“”\"„«»‚‘]+)[”“\"»«‘]"
_ASIDE = r"(?<!\s)\s*+\([^()]*+\)"
_BETWEEN = r"(?<!\s)\s++/\s++|;|\n"
_MOST_PAIRS = 2_000
"""Pairs of a phrase and a text that are compared at most; a policy may be hostile."""

_WORD = r"\w+(?:['’]\w+)*"
_ENDS_A_SENTENCE = frozenset(".!?…")
_LEAST_SPACES = 4
"""Spaces in a sentence below which it may be right in one place and poor in another: `It's the bank.`"""

_SHORT = 5
"""Letters below which a word that stands alone is taken as it is: `will` is not `willing`."""

_RESTORED = {"ies": "y", "ied": "y"}


class Word(NamedTuple):
    """A word as it stands in a text, and what is left of it without its ending."""

    start: int
    end: int
    written: str
    stem: str


class Phrase(NamedTuple):
    """Words not to be said, where the policy says so, and what to say instead; `is_term` marks a word of the trade."""

    written: str
    words: Sequence[Word]
    pointer: Pointer
    instead: str | None
    is_term: bool = False
    is_of_tone: bool = True

    @property
    def where(self) -> str:
        """What a hint calls the list that it stands on."""
        return "the list under `words` in the tone" if self.is_of_tone else "what is to be avoided"

    @property
    def who_asks(self) -> str:
        """What a message calls the place that asks to avoid it."""
        return "the tone asks" if self.is_of_tone else "another place asks"


def forbidden_words(context: RuleContext) -> Iterator[Issue]:
    """Words that the tone asks to avoid, or has plain words for, in a sentence that the policy gives people to say.

    What a value or a ground rule asks to avoid counts as well, and so does a sentence that stands under `say` in one
    place and under `avoid` in another.

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
    pairs = ((phrase, *each) for phrase in _phrases(context) for each in _texts_with(phrase, context))
    for phrase, passage, spoken in islice(pairs, _MOST_PAIRS):
        at = _find(phrase.words, spoken, passage.text)
        if at and passage.pointer[: len(phrase.pointer)] != phrase.pointer and not _is_explained(phrase, passage):
            yield _issue(phrase, passage, *at)
    yield from _said_and_avoided(context)
    yield from _avoided_elsewhere(context)


def _avoided_elsewhere(context: RuleContext) -> Iterator[Issue]:
    """A whole sentence that one sample, mood or step shows as the poor way, and another says."""
    poor: dict[str, Pointer] = {}
    for each in concepts_of(Saying, context):
        place = each.place.pointer
        if each.avoided and place[0] in ("tone", "procedures") and place[:2] != ("tone", "words"):
            poor.update({_bare(sentence.text): place for sentence in sentences(each.words)})
    for passage in context.texts.said if poor else ():
        for sentence in sentences(passage.text):
            bare = _bare(sentence.text)
            there = poor.get(bare) if bare.count(" ") >= _LEAST_SPACES else None
            if there and there[:-2] != passage.pointer[: len(there) - 2]:
                message = f"“{sentence.text.strip()}” is said here, and another place shows it as what not to say."
                issue = passage.issue(
                    sentence.start, sentence.text, message, "Say it in other words in one of the two."
                )
                yield issue._replace(twin=there)


def avoided_phrases(context: RuleContext) -> frozenset[str]:
    """Everything that the tone asks to avoid, in small letters."""
    phrases = (phrase for phrase in _phrases(context) if not phrase.is_term)
    return frozenset(phrase.written.lower().replace("’", "'") for phrase in phrases)


def _issue(phrase: Phrase, passage: Passage, start: int, end: int) -> Issue:
    there = passage.text[start:end]
    if phrase.is_term:
        message = f"A customer hears “{there}” here, and the tone has “{phrase.instead}” for it."
        hint = f"Say “{phrase.instead}”, or explain the term in the same sentence."
        return passage.issue(start, there, message, hint)._replace(gently=True)
    instead = f"Say “{phrase.instead}” instead" if phrase.instead else "Say it in other words"
    hint = f"{instead}, or take “{phrase.written}” off {phrase.where}."
    message = f"“{there}” is said here, and {phrase.who_asks} everybody to avoid it."
    return passage.issue(start, there, message, hint)._replace(twin=None if phrase.is_of_tone else phrase.pointer)


def _is_explained(phrase: Phrase, passage: Passage) -> bool:
    """Whether the plain word for a term stands beside it."""
    return phrase.is_term and (phrase.instead or "").lower() in passage.text.lower()


def _said_and_avoided(context: RuleContext) -> Iterator[Issue]:
    """The same sentence as what to say and as what to avoid, in one and the same entry."""
    sayings = concepts_of(Saying, context)
    avoided = {(each.place.pointer[:-2], _bare(each.words)) for each in sayings if each.avoided}
    for each in sayings:
        place = each.place.pointer
        if not each.avoided and (place[:-2], _bare(each.words)) in avoided:
            yield Issue(place, "This is to be said and to be avoided.", "Write under `say` what to say instead.")


def _bare(text: str) -> str:
    return " ".join(re.findall(_WORD, text.lower()))


def _texts_with(phrase: Phrase, context: RuleContext) -> Sequence[tuple[Passage, Sequence[Word]]]:
    """What is there to be said that holds the longest word of a phrase, in any form."""
    return context.cached(_spoken).get(max((each.stem for each in phrase.words), key=len), ())


def _spoken(context: RuleContext) -> dict[str, list[tuple[Passage, list[Word]]]]:
    """What is there to be said, word by word, by each of the words in it without its ending."""
    holding: dict[str, list[tuple[Passage, list[Word]]]] = {}
    for passage in context.texts.said:
        spoken = _words(passage.text, context.language)
        for stem in {each.stem for each in spoken}:
            holding.setdefault(stem, []).append((passage, spoken))
    return holding


def _phrases(context: RuleContext) -> Iterator[Phrase]:
    """What the tone asks to avoid, and the terms that it has a plain word for."""
    for pointer, wording in context.parts_of(Wording):
        instead = wording.say[0] if wording.say else None
        for avoid in wording.avoid:
            yield from _split(avoid, pointer, instead, context.language)
    wanted: list[tuple[Pointer, Behaviour | GroundRule]] = [*context.parts_of(Behaviour), *context.parts_of(GroundRule)]
    for pointer, part in wanted:
        for text in part.avoid:
            found = _split(text, pointer, next(iter(part.say), None), context.language)
            yield from (phrase._replace(is_of_tone=False) for phrase in found if len(phrase.words) > 1)
    for pointer, term in context.parts_of(PlainWord):
        if term.plain:
            found = _split(term.named(), pointer, term.plain.rstrip("."), context.language)
            yield from (phrase._replace(is_term=True) for phrase in found)


def _split(text: str, pointer: Pointer, instead: str | None, language: str) -> Iterator[Phrase]:
    """The phrases that a text stands for: what is quoted in it, or all of it without asides."""
    for written in re.findall(_QUOTED, text) or re.split(_BETWEEN, re.sub(_ASIDE, "", text)):
        bare = written.strip(" .…!?,*_")
        spoken = _words(bare, language)
        if spoken and "…" not in bare and "..." not in bare:
            yield Phrase(bare, spoken, pointer, instead)


def _words(text: str, language: str) -> list[Word]:
    """The words of a text; `don't` is one of them."""
    found = ((each.start(), each.end(), each[0].replace("’", "'")) for each in re.finditer(_WORD, text))
    return [Word(start, end, written, _stem(written, language)) for start, end, written in found]


@lru_cache(maxsize=4096)
def _stem(word: str, language: str) -> str:
    """A word without its ending, in small letters; at least three letters stay."""
    small = word.lower()
    if small in words("words.uninflected", language):
        return small
    for ending in words("words.endings", language):
        if small.endswith(ending) and len(small) - len(ending) >= 3:
            return small[: -len(ending)] + _RESTORED.get(ending, "")
    return small


def _find(phrase: Sequence[Word], spoken: Sequence[Word], text: str) -> tuple[int, int] | None:
    """Where the phrase begins and ends in a text, within one sentence.

    An abbreviation is found in capitals only, and a short word only as it is.
    """
    for at in range(len(spoken) - len(phrase) + 1):
        if all(_is_same(wanted, spoken[at + n], alone=len(phrase) == 1) for n, wanted in enumerate(phrase)):
            start, end = spoken[at].start, spoken[at + len(phrase) - 1].end
            if not _ENDS_A_SENTENCE.intersection(text[start:end]):
                return start, end
    return None


def _is_same(wanted: Word, there: Word, *, alone: bool) -> bool:
    if wanted.written.isupper() and len(wanted.written) > 1:
        return there.written in (wanted.written, f"{wanted.written}s")
    if alone and len(wanted.written) < _SHORT:
        return there.written.lower() in (wanted.written.lower(), f"{wanted.written.lower()}s")
    return wanted.stem == there.stem
