"""Compare names as people write them, and find the word that a misspelt one was likely meant to be."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

_IGNORED = re.compile(r"[\s\-\u2010-\u2015_]+")


@lru_cache(maxsize=4096)
def normalise_name(name: str) -> str:
    """The name without case, spaces and hyphens: `Care lead`, `care-lead` and `Care Lead` are one."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", name).casefold())


SHORT = 4
"""Letters up to which one wrong letter makes a word look quite another."""


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The likely word, or none where nothing is near enough to be worth a question."""
    plain = word.casefold().replace("-", "_").replace(" ", "_")
    known = list(words)
    turned = [each for each in known if len(each) == len(plain) and sorted(each) == sorted(plain)]
    alike = [each for each in known if abs(len(each) - len(plain)) < SHORT / 2 or len(plain) > SHORT]
    near = get_close_matches(plain, alike, 1, 0.6 if len(plain) <= SHORT else 0.75)
    return next(iter(turned or near), None)
