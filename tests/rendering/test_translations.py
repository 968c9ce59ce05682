"""Every fixed word and every quantity is translated in each catalogue, so that no template knows a language."""

import inspect
import io
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any, get_args

import pytest
from babel import Locale
from babel.messages.catalog import Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po

from policyctl import rendering, resources
from policyctl.rendering import language
from policyctl.rendering.language import (
    CATALOGUES,
    SAME,
    after_phrase,
    amount_phrase,
    catalogue,
    every_phrase,
    times_phrase,
    within_phrase,
)
from policyctl.schema import Policy
from policyctl.schema.grammar.choices import Choice
from policyctl.schema.grammar.entry import Part
from policyctl.schema.quantities import Clock, Unit

FILES = sorted(CATALOGUES.glob("*.po"))
FOREIGN = [file for file in FILES if file.stem != "en"]
SHORT = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)
LONG = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR)
UNITS: tuple[tuple[Unit, Clock | None], ...] = (
    *((unit, None) for unit in Unit),
    *((unit, Clock.CALENDAR) for unit in (*SHORT, *LONG)),
    *((unit, Clock.BUSINESS) for unit in SHORT),
    *((unit, Clock.WORKING) for unit in (*SHORT, Unit.DAY, Unit.WEEK)),
)
RECURRING = [each for each in UNITS if each[0] is not Unit.RING]
LITERAL = re.compile(r'gettext\((?:"[a-z ]+", )?"([^"]+)"\)')


def messages(file: Path) -> list[Message]:
    with file.open("rb") as text:
        return [message for message in read_po(text, abort_invalid=True) if message.id]


def forms(text: str | list[str] | tuple[str, ...] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or [])


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("file", FOREIGN, ids=lambda file: file.stem)
def test_every_quantity_has_its_words(file: Path) -> None:
    """A phrase counts as said once its form for one is there; gettext keeps both forms together."""
    known = {forms(message.id)[0] for message in messages(file)}
    pairs = [phrase(*kind) for phrase in (amount_phrase, within_phrase, after_phrase) for kind in UNITS]
    pairs += [every_phrase(*kind) for kind in RECURRING]
    said = {one for one, _ in pairs} | {times_phrase(*kind) for kind in RECURRING} | {*SAME.values()}
    assert said - known == set()


@pytest.mark.parametrize("file", FOREIGN, ids=lambda file: file.stem)
def test_every_text_of_the_language_module_is_translated(file: Path) -> None:
    literal = LITERAL.findall(inspect.getsource(language))
    assert {"twice", "midnight", "{time}", "all day"} <= {*literal}
    assert {*literal} - {forms(message.id)[0] for message in messages(file)} == set()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_translation_is_there_and_loses_no_field(file: Path) -> None:
    for message in messages(file):
        english, translated = forms(message.id), forms(message.string)
        assert all(translated), english
        assert not message.fuzzy, english
        assert fields(translated[-1]) == fields(english[-1]), english
        assert all(fields(form) <= fields(english[-1]) for form in translated), english


def test_a_catalogue_is_found_by_its_language() -> None:
    assert catalogue(Locale("de", "AT")).gettext("none") == "keine"
    assert catalogue(Locale("fr")).gettext("none") == "none"


def kinds(annotation: Any, seen: set[type]) -> set[type]:
    """Every part and choice that the language is made of."""
    if isinstance(annotation, type) and issubclass(annotation, (Part, Choice)) and annotation not in seen:
        seen.add(annotation)
        if issubclass(annotation, Part):
            for field in annotation.model_fields.values():
                kinds(field.annotation, seen)
    for inner in get_args(annotation):
        kinds(inner, seen)
    return seen


def words_of_the_language() -> Iterator[str]:
    for kind in kinds(Policy, set()):
        if issubclass(kind, Part):
            yield from (field.title or "" for field in kind.model_fields.values())
        elif issubclass(kind, Choice):
            yield from (choice.value.replace("-", " ") for choice in kind)


def words_of_the_code() -> Iterator[str]:
    source = Path(rendering.__file__).parents[1]
    for method, files in (
        ("python", [file for room in ("rendering", "scaffold", "cli") for file in (source / room).rglob("*.py")]),
        ("jinja2.ext:babel_extract", resources.templates().rglob("*.j2")),
    ):
        for file in files:
            found = extract(method, io.BytesIO(file.read_bytes()), keywords={"_": None, "gettext": None})
            yield from (words if isinstance(words, str) else words[0] for _, words, _, _ in found)


@pytest.mark.parametrize("file", FOREIGN, ids=lambda file: file.stem)
def test_no_fixed_word_is_without_a_translation(file: Path) -> None:
    known = {forms(message.id)[0] for message in messages(file) if message.string}
    needed = {words for words in (*words_of_the_language(), *words_of_the_code()) if words}
    assert sorted(needed - known) == []
