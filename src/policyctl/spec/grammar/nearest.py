"""A misspelt word and the words there are in, the one that was likely meant out."""

from collections.abc import Iterable
from difflib import get_close_matches

SHORT = 4
"""Letters up to which one wrong letter makes a word look quite another."""


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The likely word, or none where nothing is near enough to be worth a question."""
    plain = word.casefold().replace("-", "_").replace(" ", "_")
    near = get_close_matches(plain, list(words), 1, 0.6 if len(plain) <= SHORT else 0.75)
    return near[0] if near else None
