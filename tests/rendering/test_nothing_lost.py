"""Every text that an author wrote stands in the handbook, in every format."""

from pathlib import Path
from typing import Any

import pytest
from tests.printed import EXAMPLES, FORMATS, example, policy_of, print_policy, printed, squeezed, text_of

from policyctl.findings import Pointer
from policyctl.rendering.language import Language
from policyctl.rendering.prose import plain
from policyctl.rendering.view import view
from policyctl.rendering.view.sections.aims import DECISIONS
from policyctl.schema import Policy, walk
from policyctl.schema.grammar.choices import Choice, Flag
from policyctl.schema.grammar.texts import Text
from policyctl.schema.quantities import Never, Quantity
from policyctl.schema.sections.aims import Decision

UNTIDY = sorted((Path(__file__).parents[1] / "cases" / "untidy").glob("*.yaml"))
SETTINGS: set[Pointer] = {
    ("policyctl",),               # The version of the language is the program's.
    ("policy", "language"),       # It is how the words are written,
    ("policy", "timezone"),       # when the hours are,
    ("policy", "currency"),       # and what stands beside each amount.
}  # fmt: skip


SECTIONS_OF_SETTINGS = ("brand", "checks")
"""How the documents look, and how the policy is judged."""


OF_THE_PROGRAM = frozenset({
    "audience", "public",      # They say in which documents an entry stands,
    "kind",                    # what its name says already,
    "milestone",               # in which order promises fall due,
    "better",                  # which of two figures is the better one,
    "register",                # how formal the sentences are that one reads,
    "status",                  # and what the mark of every page says.
})  # fmt: skip
"""Choices by which a policy is judged and printed, and which no reader misses."""


def is_setting(pointer: Pointer) -> bool:
    """Whether a value is there for the program alone."""
    return pointer in SETTINGS or pointer[0] in SECTIONS_OF_SETTINGS


def word(language: Language, value: Choice) -> str:
    """The word for a choice: what was decided is said in a sentence of its own."""
    return language.gettext(DECISIONS[value] if isinstance(value, Decision) else value.value.replace("-", " "))


def said(policy: Policy, pointer: Pointer, value: Any) -> tuple[str, ...]:
    """The words of which a reader must find one: a quantity stands alone, or bent at the end of a promise.

    What a yes or a no says is the label beside it.
    """
    head = policy.policy
    language = Language(head.language or "en-GB", head.currency, head.timezone)
    if isinstance(value, Never) and pointer[-1] == "reply":
        return (language.gettext("Do not reply."),)
    if isinstance(value, Quantity):
        forms = (language.words, language.within, language.by, language.at_most, language.at_least)
        return tuple(plain(form(value)) for form in forms)
    if isinstance(value, Choice):
        return ("" if isinstance(value, Flag) or OF_THE_PROGRAM & {*pointer[-2:]} else word(language, value),)
    assert isinstance(value, Text | str), (pointer, value)
    return (plain(value).removesuffix("."),)  # A clause may follow.


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_text_of_the_author_is_printed(name: str, form: str) -> None:
    policy = example(name)
    shown = view(policy, kind="handbook")
    running = frozenset(squeezed(line) for line in (shown.organisation, shown.foot, shown.mark))
    assert lost(policy, text_of(form, printed(name, form), running)) == []


@pytest.mark.parametrize("form", ["markdown", "html", "docx"])
@pytest.mark.parametrize("path", UNTIDY, ids=lambda path: path.stem)
def test_what_untidy_people_write_is_printed_too(path: Path, form: str) -> None:
    policy = policy_of(path)
    assert lost(policy, text_of(form, print_policy(policy, form)[form])) == []


def pieces(value: Any) -> list[Any]:
    """What stands by itself on a page: each item of a list that is one text, and every other value as it is."""
    if isinstance(value, Text) and value.startswith("- "):
        return [Text(item.removeprefix("- ")) for item in value.splitlines()]
    return [value]


def lost(policy: Policy, text: str) -> list[tuple[Pointer, tuple[str, ...]]]:
    """The values of a policy that a reader does not find."""
    page = squeezed(text)
    values = ((p, value) for p, value in walk(policy) if not is_setting(p))
    wanted = ((p, said(policy, p, piece)) for p, value in values for piece in pieces(value))
    return [(pointer, forms) for pointer, forms in wanted if not any(squeezed(words) in page for words in forms)]
