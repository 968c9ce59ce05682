"""Marks as people type them, and as each language sets them out."""

import pytest

from policyctl.rendering import prose
from policyctl.rendering.prose import html

CASES = [
    ("en", "We don't", "We don’t"),
    ("en", "the '90s, 5' wide", "the '90s, 5' wide"),
    ("en", 'Say "yes" (or "no")', "Say “yes” (or “no”)"),
    ("en", '"*Yes*", he said', "“Yes”, he said"),
    ("en", 'a 12" pizza', 'a 12" pizza'),
    ("de", 'Sag "ja"', "Sag „ja“"),
    ("de-AT", 'Sag "ja"', "Sag „ja“"),
    ("fr", 'Dites "oui"', "Dites «\u202foui\u202f»"),
    ("xx", 'Say "yes"', "Say “yes”"),
    ("en", "Wait... please", "Wait… please"),
    ("en", "Wait.... please", "Wait.... please"),
    ("en", "9 - 5, well-known, a -b", "9 – 5, well-known, a -b"),
    ("en", '`a - "b"...` - c', 'a - "b"... – c'),
    ("en", "https://a.example/it's... - x", "https://a.example/it's... – x"),
    ("en", "o'neil's@a.example isn't", "o'neil's@a.example isn’t"),
]


@pytest.mark.parametrize(("language", "typed", "shown"), CASES)
def test_words_are_set_out_in_their_language(language: str, typed: str, shown: str) -> None:
    assert prose.plain(typed, language) == shown


def test_a_link_keeps_its_address() -> None:
    tree = prose.tree("[it's...](https://a.example/it's...)", "en")
    assert html.blocks(tree) == '<p><a href="https://a.example/it&#39;s...">it’s…</a></p>'


# Words of more than 30 letters may break.
LONG = [
    ("x" * 30, "x" * 30),
    ("x" * 45, f"{'x' * 20}<wbr>{'x' * 20}<wbr>xxxxx"),
    ("https://shop.example/returns-and-refunds", "https://<wbr>shop.<wbr>example/<wbr>returns-<wbr>and-<wbr>refunds"),
    ("<" * 31, f"{'&lt;' * 20}<wbr>{'&lt;' * 11}"),
    ("e\u0301" * 20, "e\u0301" * 10 + "<wbr>" + "e\u0301" * 10),
]


@pytest.mark.parametrize(("typed", "shown"), LONG)
def test_long_words_may_break(typed: str, shown: str) -> None:
    assert html.breakable(typed) == shown
