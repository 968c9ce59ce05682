"""Measure how hard texts are to read, by the published formula of their language.

English: Kincaid, Fishburne, Rogers and Chissom, *Derivation of New Readability Formulas for Navy Enlisted Personnel*,
Naval Technical Training Command, Research Branch Report 8-75, 1975 (the Flesch-Kincaid grade level).
German: Bamberger and Vanecek, *Lesen - Verstehen - Lernen - Schreiben*, Vienna 1984 (the first new Wiener
Sachtextformel).
French: Kandel and Moles, *Application de l'indice de Flesch à la langue française*, Cahiers Études de
Radio-Télévision 19, 1958. Spanish: Szigriszt Pazos, *Sistemas predictivos de legibilidad del mensaje escrito*,
Madrid 1993, read on the INFLESZ scale of Barrio Cantalejo and others, Anales del Sistema Sanitario de Navarra 31, 2008.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from policyctl.rules.words.sentences import how_many

LEAST_WORDS = 100
"""Words below which no formula says anything: they were made on samples of a hundred."""

_WORD = r"[A-Za-zÀ-ÿŒœ]+(?:['’-][A-Za-zÀ-ÿŒœ]+)*"
_HEARD_APART = 1.05
"""More syllables than groups of vowels, at the most: `di-al` has one group and two syllables."""

_SCHOOL = 16
"""Years of school and university, beyond which nobody counts."""

_LEAST_OF_A_SENTENCE = 6
"""Words below which a text without a full stop is a name and no sentence: *Large print*."""


class Counts(NamedTuple):
    """What the formulas are made of; `long` has three syllables and more, `wide` more than six letters."""

    sentences: int
    words: int
    syllables: int
    long: int
    wide: int
    short: int

    @property
    def sentence(self) -> float:
        """Words in a sentence."""
        return self.words / self.sentences

    @property
    def word(self) -> float:
        """Syllables in a word."""
        return self.syllables / self.words

    def percent(self, count: int) -> float:
        """The share of all words."""
        return 100 * count / self.words


class Formula(NamedTuple):
    """A formula, what it calls its result, and the results beyond which customers and staff should not be taken."""

    level: Callable[[Counts], float]
    customers: float
    staff: float
    easier: int
    wording: str

    def too_hard(self, level: float, limit: float) -> bool:
        """Whether a level is well beyond a limit; `easier` is 1 where more is easier, and -1 where less is.

        No formula is exact to a year of school, or to five points of a hundred.
        """
        margin = 5 if self.easier > 0 else 1
        return self.easier * level < self.easier * limit - margin

    def describe(self, level: float) -> str:
        """The level in words; beyond the ends of its scale a formula says no more than that."""
        if self.easier > 0:
            return self.wording.format(f"{max(level, 0):.0f}")
        return self.wording.format(f"{level:.0f}" if level <= _SCHOOL else f"more than {_SCHOOL}")


FORMULAS: Mapping[str, Formula] = {
    "en": Formula(
        lambda c: 0.39 * c.sentence + 11.8 * c.word - 15.59, 8, 10, -1, "{} years of school (Flesch-Kincaid)"
    ),
    "de": Formula(
        lambda c: (
            0.1935 * c.percent(c.long) + 0.1672 * c.sentence + 0.1297 * c.percent(c.wide)
            - 0.0327 * c.percent(c.short) - 0.875
        ), 9, 11, -1, "{} years of school (Wiener Sachtextformel)",
    ),
    "fr": Formula(
        lambda c: 207 - 1.015 * c.sentence - 73.6 * c.word, 50, 40, 1,
        "practice: {} of 100 points for ease, and easy texts have 60 (Kandel and Moles)",
    ),
    "es": Formula(
        lambda c: 206.835 - 62.3 * c.word - c.sentence, 55, 40, 1,
        "practice: {} of 100 points for ease, and easy texts have 65 (INFLESZ)",
    ),
}  # fmt: skip
"""By language; others have none here, and are not judged."""


def words_of(text: str) -> list[str]:
    """The words of a text, without figures and signs."""
    return re.findall(_WORD, text)


def is_prose(text: str) -> bool:
    """Whether a text has sentences; what has neither an end nor length is a name."""
    return text.endswith((".", "!", "?", "…", "”", '"')) or len(text.split()) >= _LEAST_OF_A_SENTENCE


def surely_easy(texts: Sequence[str], limit: float) -> bool:
    """Whether English texts, taken together, cannot be beyond a limit, found out at a glance.

    A text has a sentence at the least. A syllable has a group of vowels; the few that are heard apart are made up for
    by the many that are mute.
    """
    whole = "\n\n".join(texts)
    groups = len(re.findall("[aeiouy]+", whole, re.IGNORECASE))
    most = Counts(max(len(texts), 1), len(whole.split()) or 1, int(groups * _HEARD_APART) + 1, 0, 0, 0)
    level = FORMULAS["en"].level
    return level(most) <= limit or level(most._replace(sentences=how_many(whole))) <= limit


def count(text: str, language: str) -> Counts:
    """The counts of a text, or of several with an empty line between them."""
    heard = [(syllables(word, language), len(word), times) for word, times in Counter(words_of(text.lower())).items()]
    return Counts(
        sentences=how_many(text),
        words=max(sum(times for _, _, times in heard), 1),
        syllables=sum(each * times for each, _, times in heard),
        long=sum(times for each, _, times in heard if each >= 3),
        wide=sum(times for _, letters, times in heard if letters > 6),
        short=sum(times for each, _, times in heard if each == 1),
    )


_DICTIONARIES = {"en": "en_US", "fr": "fr", "es": "es"}
_GERMAN_SYLLABLE = r"aa|ee|oo|ie|ai|au|äu|ei|eu|ay|ey|(?<!q)u|[aeioäöüy]"
"""Each vowel is one, and each double one. German is spelt as it is spoken, and its dictionary takes long to load."""


@lru_cache(maxsize=10_000)
def syllables(word: str, language: str) -> int:
    """How many syllables a word in small letters has, by where its language would hyphenate it."""
    if language == "de":
        return max(len(re.findall(_GERMAN_SYLLABLE, word)), 1)
    return len(_break_points(language)(word)) + 1


@cache
def _break_points(language: str) -> Callable[[str], Sequence[int]]:
    """A function that says where a word may be hyphenated, from a dictionary of patterns."""
    from pyphen import Pyphen  # type: ignore[import-untyped]  # noqa: PLC0415  Most policies are easy at a glance.

    positions: Callable[[str], Sequence[int]] = Pyphen(lang=_DICTIONARIES[language], left=1).positions
    return positions
