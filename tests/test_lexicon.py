"""Every list of words can be searched for, and every language has the same lists."""

from pathlib import Path

import pytest
import yaml

from policyctl import lexicon

_FILES = sorted(lexicon.DATA.glob("??/*.yaml"))


def _lists(file: Path) -> dict[str, list[str]]:
    loaded = yaml.safe_load(file.read_text(encoding="utf-8"))
    return {key: value for key, value in loaded.items() if isinstance(value, list)}


@pytest.mark.parametrize("file", _FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_each_word_of_a_list_is_text_that_can_be_searched_for(file: Path) -> None:
    for name, words in _lists(file).items():
        assert all(isinstance(word, str) for word in words), name
        assert lexicon.pattern(f"{file.stem}.{name}", file.parent.name).search("") is None, name


@pytest.mark.parametrize("name", sorted({file.name for file in _FILES}))
def test_the_languages_that_have_a_file_have_the_same_lists(name: str) -> None:
    lists = [set(_lists(file)) for file in _FILES if file.name == name]
    assert all(each == lists[0] for each in lists)
