"""Every fixed word and every quantity is translated in each catalogue, so that no template knows a language."""

import ast
import inspect
import io
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import TypeAlias, TypeVar

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
    TERMS,
    after_phrase,
    amount_phrase,
    catalogue,
    every_phrase,
    times_phrase,
    within_phrase,
)
from policyctl.rendering.view.budget import NOUNS
from policyctl.reporters import summary
from policyctl.rules import method as method_module
from policyctl.rules.method import STEPS, Grade
from policyctl.schema import Policy
from policyctl.schema.grammar.choices import Choice
from policyctl.schema.grammar.entry import Part
from policyctl.schema.quantities import Clock, Unit
from policyctl.schema.quantities.amounts import PER

T = TypeVar("T")
Key: TypeAlias = tuple[str, str]
"""A text to translate: the context that tells it from another one of the same words, and its English words."""

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
ROOMS = ("rendering", "scaffold", "preview", "cli", "meaning", "reporters")
"""Where the code says something in the language of its reader."""

LITERAL = re.compile(r'gettext\((?:"([a-z ]+)", )?"([^"]+)"\)')


def messages(file: Path) -> list[Message]:
    with file.open("rb") as text:
        return [message for message in read_po(text, abort_invalid=True) if message.id]


def known(file: Path) -> set[Key]:
    return {(message.context or "", forms(message.id)[0]) for message in messages(file)}


def forms(text: str | list[str] | tuple[str, ...] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or [])


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def words_of_quantities() -> Iterator[Key]:
    """A phrase counts as said once its form for one is there; gettext keeps both forms together."""
    pairs = [phrase(*kind) for phrase in (amount_phrase, within_phrase, after_phrase) for kind in UNITS]
    pairs += [every_phrase(*kind) for kind in RECURRING]
    said = [*(one for one, _ in pairs), *(times_phrase(*kind) for kind in RECURRING), *SAME.values()]
    yield from (("", words) for words in said)
    yield from (("per", unit) for unit in PER.values())


def words_of_the_language_module() -> Iterator[Key]:
    yield from LITERAL.findall(inspect.getsource(language))


@pytest.mark.parametrize("file", FOREIGN, ids=lambda file: file.stem)
def test_every_quantity_has_its_words(file: Path) -> None:
    assert {*words_of_quantities()} - known(file) == set()


@pytest.mark.parametrize("file", FOREIGN, ids=lambda file: file.stem)
def test_every_text_of_the_language_module_is_translated(file: Path) -> None:
    literal = {*words_of_the_language_module()}
    assert {("", "twice"), ("", "midnight"), ("time of day", "{time}"), ("", "all day")} <= literal
    assert literal - known(file) == set()


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


def kinds_of(base: type[T]) -> Iterator[type[T]]:
    """Everything of policyctl's that is derived from a class; other tests may have derived from it, too."""
    for kind in base.__subclasses__():
        if kind.__module__.startswith("policyctl."):
            yield from (kind, *kinds_of(kind))


def words_of_the_language() -> Iterator[str]:
    """Every label of a field, and every word that an author chooses from."""
    assert Policy in {*kinds_of(Part)}
    for part in kinds_of(Part):
        yield from (field.title or "" for field in part.model_fields.values())
    for choice in kinds_of(Choice):
        yield from (each.value.replace("-", " ") for each in choice)


def words_of_the_code() -> Iterator[str]:
    source = Path(rendering.__file__).parents[1]
    for method, files in (
        ("python", [file for room in ROOMS for file in (source / room).rglob("*.py")]),
        ("jinja2.ext:babel_extract", resources.templates().rglob("*.j2")),
    ):
        for file in files:
            found = extract(method, io.BytesIO(file.read_bytes()), keywords={"_": None, "gettext": None})
            yield from (words if isinstance(words, str) else words[0] for _, words, _, _ in found)


def words_of_the_method() -> Iterator[str]:
    """The steps, how far a policy has come with each, and the phrases for what it holds and lacks there."""
    yield from (words for step in STEPS for words in (step.title, step.title.lower(), step.begin))
    yield from (grade.value for grade in Grade)
    yield from summary.KINDS.values()
    yield from (one for one, _many in summary.COUNTED.values())
    for call in (each for each in ast.walk(ast.parse(inspect.getsource(method_module))) if isinstance(each, ast.Call)):
        if isinstance(call.func, ast.Name) and call.func.id in ("Phrase", "_count", "_counts", "_lacking_in"):
            rows = [each.elts for each in call.args if isinstance(each, ast.Tuple)] or [call.args]
            literal = ([each.value for each in row if isinstance(each, ast.Constant)] for row in rows)
            yield from (str(words[0]) for words in literal if words)


def fixed_words() -> set[Key]:
    """The words of the language and of the code, and how pieces that a page has no room for are counted."""
    counted = (one for one, _many in NOUNS.values())
    return {
        ("", words)
        for words in (*words_of_the_language(), *words_of_the_code(), *words_of_the_method(), *counted)
        if words
    }


@pytest.mark.parametrize("file", FOREIGN, ids=lambda file: file.stem)
def test_no_fixed_word_is_without_a_translation(file: Path) -> None:
    assert sorted(fixed_words() - known(file)) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_nothing_is_translated_that_is_not_printed(file: Path) -> None:
    used = {*words_of_quantities(), *words_of_the_language_module(), *fixed_words()}
    of_authors = {(term, words) for term in TERMS for _, words in words_of_quantities()}
    assert sorted(known(file) - used - of_authors) == []
