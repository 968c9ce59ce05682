"""A word in; how many syllables a speaker of its language hears in it out.

Counted by its vowels, as a reader would count them without a dictionary: right for nearly every word of plain prose,
which is as exact as the formulas for reading level are.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

_VOWELS = frozenset("aeiouy")
_GROUPS = r"[aeiouy]+"
_APART = (
    r"(?<![aeiou])i(?:a|o(?!u)|u(?!s?$))(?<![tscgx]io)(?<![cst]ia)|eo(?!p)|(?<![gq])ua|uou|[eouy]ing|ayi"
    r"|scie|(?<=cl)ie|(?<=qu)ie|(?<=d)ie(?=t)|ciet|(?<=[dnr])ie(?=nc)"
)
"""Vowels beside each other that are heard apart: `di-al`, `vid-e-o`, `be-ing`, but not `sta-tion` and `spe-cial`."""

_MUTE = r"[^aeiouy]e(?:ment(?<!plement)(?<!lement)|less|ful|ly|thing|times|body|where|one)|every"
"""An `e` that is not heard inside a word: `some-thing`, `care-ful`, `ev-ery`."""

_HISS = ("s", "x", "z", "c", "g", "ch", "sh")


def english(word: str) -> int:
    """`ta-ble` 2, `walked` 1, `wan-ted` 2, `box-es` 2, `makes` 1."""
    count = len(re.findall(_GROUPS, word)) + len(re.findall(_APART, word)) - len(re.findall(_MUTE, word))
    return max(count - _ends_mute(word), 1)


def _ends_mute(word: str) -> bool:
    """Whether the last `e` is not heard, as in `make`, `makes` and `walked`; in `table` and `wanted` it is."""
    bare, vowel = word.removesuffix("s"), _VOWELS
    if word.endswith("ed"):
        return word[-3:-2] not in vowel and word[-3:-2] not in ("t", "d")
    if not bare.endswith("e") or bare[-2:-1] in vowel:
        return False
    heard = bare[-2:-1] == "l" and bare[-3:-2] not in vowel
    return not heard and not (bare != word and bare[:-1].endswith(_HISS))


_GERMAN = r"aa|ee|oo|ie|ai|au|äu|ei|eu|ay|ey|(?<!q)u|[aeioäöüy]"


def german(word: str) -> int:
    """Each vowel is one, and each double one: `Kun-den-dienst` 3, `Na-ti-on` 3."""
    return max(len(re.findall(_GERMAN, word)), 1)


_FRENCH = r"é|(?<=[bcdfgptv][lr])i|[aàâeèêëiîïoôuùûüyœæ]+"
_FRENCH_MUTE = r"(?<=[^aàâeéèêëiîïoôuùûüyœæ])es?$"


def french(word: str) -> int:
    """As it is spoken in prose: the last `e` is not heard. `-ent` is, as in `argent`, though not in verbs."""
    return max(len(re.findall(_FRENCH, word)) - len(re.findall(_FRENCH_MUTE, word)), 1)


_SPANISH = r"[aeoáéóíú]|(?<![aeoáéóíúiuü])[iuü]+(?![aeoáéóíúiuü])"


def spanish(word: str) -> int:
    """Each strong vowel is one; a weak one counts where no strong one is beside it: `ciu-dad` 2, `dí-a` 2."""
    return max(len(re.findall(_SPANISH, word)), 1)


_LANGUAGES = {"en": english, "de": german, "fr": french, "es": spanish}

SYLLABLES: Mapping[str, Callable[[str], int]] = {
    language: lru_cache(maxsize=10_000)(syllables) for language, syllables in _LANGUAGES.items()
}
"""By language; each takes a word in small letters, and knows the usual ones when it meets them again."""
