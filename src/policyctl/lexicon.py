"""Look up the words of each language: what rules search for in prose, and what people write for the language's own.

They are YAML, one folder a language: `data/en/promises.yaml` holds lists and tables by their names, and
`pattern("promises.vague")` is a pattern of every word of the list of that name, in all languages or in one. A word is
a regular expression in small letters. `{length}` in it stands for another list of the same file.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).resolve().parent / "data"
"""The folder of the languages, and of what else is data."""

_LOADER = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader

_LIST_NAME = re.compile(r"\{([a-z_]+)\}")


@cache
def languages() -> tuple[str, ...]:
    """The languages whose words are known, by their codes: `en`, `de`."""
    return tuple(sorted((folder.name for folder in DATA.iterdir() if len(folder.name) == 2), reverse=True))


def is_understood(language: str) -> bool:
    """Whether there are words of this language, so that prose in it can be read."""
    return language in languages()


@cache
def words(name: str, language: str | None = None) -> tuple[str, ...]:
    """The words of a list, those of one language or of all; raises KeyError where no language has such a list."""
    return tuple(word for each in _of(name, language) for word in _filled(name, each))


@cache
def table(name: str, language: str | None = None) -> Mapping[str, Any]:
    """A table by its keys, of one language or of all together; raises KeyError where no language has such a table."""
    return {key: value for each in _of(name, language) for key, value in load(name, each).items()}


@cache
def alternatives(name: str, language: str | None = None) -> str:
    """A regular expression of all words of a list, to build a larger one with."""
    return "(?:" + "|".join(words(name, language)) + ")"


@cache
def pattern(name: str, language: str | None = None) -> re.Pattern[str]:
    """A pattern that finds any word of a list as a whole word, in capitals or not."""
    return re.compile(rf"\b{alternatives(name, language)}\b", re.IGNORECASE)


@lru_cache(maxsize=512)
def finds(name: str, text: str, language: str | None = None) -> bool:
    """Whether a text holds any word of a list as a whole word, in capitals or not."""
    return bool(_small_pattern(name, language).search(text.lower()))


@cache
def _small_pattern(name: str, language: str | None) -> re.Pattern[str]:
    """A pattern for texts in small letters, which takes a third of the time of one with `re.IGNORECASE`."""
    return re.compile(rf"\b{alternatives(name, language)}\b")


def load(name: str, language: str) -> Any:
    """What stands under a name such as `promises.vague`, or in a whole file; empty where the language has none."""
    file, _, key = name.partition(".")
    whole = _file(language, file)
    return whole.get(key, ()) if key else whole


@cache
def _file(language: str, name: str) -> Mapping[str, Any]:
    path = DATA / language / f"{name}.yaml"
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8") as file:
        whole: Mapping[str, Any] = _data(yaml.compose(file, _LOADER))
    return whole


def _data(node: Any) -> Any:
    """What a node of YAML holds, every scalar as text: `no`, `on` and `12` are words here."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _data(value) for key, value in node.value}
    return [_data(each) for each in node.value] if isinstance(node, yaml.SequenceNode) else node.value


def _of(name: str, language: str | None) -> tuple[str, ...]:
    """The languages to look in."""
    having = tuple(each for each in languages() if load(name, each))
    if not having:
        raise KeyError(name)
    return having if language is None else tuple(each for each in having if each == language)


def _filled(name: str, language: str) -> tuple[str, ...]:
    file = name.split(".", maxsplit=1)[0]
    return tuple(
        _LIST_NAME.sub(lambda found: alternatives(f"{file}.{found[1]}", language), str(word))
        for word in load(name, language)
    )
