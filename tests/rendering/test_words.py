"""Every fixed word of a document stands in each catalogue, so that a language is whole and no template knows it."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po

from policyctl import rendering, resources
from policyctl.rendering.catalogue import CATALOGUES
from policyctl.schema import Policy
from policyctl.schema.grammar.choices import Choice
from policyctl.schema.grammar.entry import Part

LANGUAGES = sorted(file.stem for file in CATALOGUES.glob("*.po") if file.stem != "en")


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
    folder = Path(rendering.__file__).parent
    for method, files in (
        ("python", folder.rglob("*.py")),
        ("jinja2.ext:babel_extract", resources.templates().rglob("*.j2")),
    ):
        for file in files:
            found = extract(method, io.BytesIO(file.read_bytes()), keywords={"_": None, "gettext": None})
            yield from (words if isinstance(words, str) else words[0] for _, words, _, _ in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_fixed_word_is_without_a_translation(language: str) -> None:
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        known = {m.id if isinstance(m.id, str) else m.id[0] for m in read_po(file) if m.id and m.string}
    needed = {words for words in (*words_of_the_language(), *words_of_the_code()) if words}
    assert sorted(needed - known) == []
