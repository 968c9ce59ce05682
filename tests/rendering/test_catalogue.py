"""A catalogue in; whether it says everything, with nothing lost, out."""

import inspect
import re
from pathlib import Path
from string import Formatter

import pytest
from babel import Locale
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from policyctl.rendering import language, phrases, wording
from policyctl.rendering.catalogue import CATALOGUES, catalogue
from policyctl.schema.quantities import Unit

FILES = sorted(CATALOGUES.glob("*.po"))
FOREIGN = [file for file in FILES if file.stem != "en"]
OFTEN = [kind for kind in phrases.KINDS if kind[0] is not Unit.RING]
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
    pairs = [phrase(*kind) for phrase in (phrases.amount, phrases.within) for kind in phrases.KINDS]
    pairs += [phrases.every(*kind) for kind in OFTEN]
    said = {one for one, _ in pairs} | {phrases.times_a(*kind) for kind in OFTEN} | {*phrases.SAME.values()}
    assert said - known == set()


@pytest.mark.parametrize("file", FOREIGN, ids=lambda file: file.stem)
def test_every_text_of_the_language_modules_is_translated(file: Path) -> None:
    literal = [text for module in (language, wording) for text in LITERAL.findall(inspect.getsource(module))]
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
