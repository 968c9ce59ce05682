"""The lists of words of every language can be searched for, and a list means the same in each of them."""

import re
from pathlib import Path

import pytest
import yaml

from policyctl.lexicon import DATA, finds, languages, pattern, words

_FILES = sorted(path for language in languages() for path in (DATA / language).glob("*.yaml"))


@pytest.mark.parametrize("path", _FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_list_holds_expressions(path: Path) -> None:
    for key, listed in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        assert all(isinstance(word, str) for word in listed), key
        for word in words(f"{path.stem}.{key}", path.parent.name):
            re.compile(word)


def test_words_are_found_in_one_language_or_in_all() -> None:
    assert finds("people.way_out", "Say so, and you are out.")
    assert finds("people.way_out", "Das geht Jederzeit.")
    assert not finds("people.way_out", "Das geht jederzeit.", "en")
    assert pattern("words.units").findall("in 3 Tagen, or 5 days") == ["Tagen", "days"]
    assert words("words.conjunctions", "fr") == ()


def test_a_list_that_no_language_has_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        words("words.nonsense")
