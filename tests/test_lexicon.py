"""The lists of words of every language can be searched for, and every language has the same lists."""

import re
from pathlib import Path

import pytest
import yaml

from policyctl.lexicon import DATA, finds, pattern, words

_FILES = sorted(DATA.glob("??/*.yaml"))

_OF_ONE_LANGUAGE = {"be_at_the_end", "we_stopped"}
"""German alone puts its verb at the end of a clause, and English alone has the verb before what has stopped."""


def _lists(file: Path) -> dict[str, list[str]]:
    loaded = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  It builds nothing but texts.
    return {key: value for key, value in loaded.items() if isinstance(value, list)}


@pytest.mark.parametrize("file", _FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_each_word_of_a_list_is_text_that_can_be_searched_for(file: Path) -> None:
    for name, listed in _lists(file).items():
        assert all(isinstance(word, str) for word in listed), name
        for word in words(f"{file.stem}.{name}", file.parent.name):
            assert re.compile(rf"\b(?:{word})\b").search("") is None, word


@pytest.mark.parametrize("name", sorted({file.name for file in _FILES}))
def test_the_languages_that_have_a_file_have_the_same_lists(name: str) -> None:
    lists = [set(_lists(file)) - _OF_ONE_LANGUAGE for file in _FILES if file.name == name]
    assert all(each == lists[0] for each in lists)


def test_words_are_found_in_one_language_or_in_all() -> None:
    assert finds("people.way_out", "Say so, and you are out.")
    assert finds("people.way_out", "Das geht Jederzeit.")
    assert not finds("people.way_out", "Das geht jederzeit.", "en")
    assert pattern("words.units").findall("in 3 Tagen, or 5 days") == ["Tagen", "days"]
    assert words("words.conjunctions", "fr") == ()


def test_a_list_that_no_language_has_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        words("words.nonsense")
