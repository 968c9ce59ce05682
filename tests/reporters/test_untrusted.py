"""Texts that nobody vouches for are shown so that they harm no terminal and no log."""

import re
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyctl.reporters.untrusted import cells, pieces, show

COMMAND = re.compile(r"^\s*::[A-Za-z]|##\w*\[")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Rosa's Corner Shop, £5 – “yes”", "Rosa's Corner Shop, £5 – “yes”"),
        ("寿司 e\u0301", "寿司 e\u0301"),
        ("a\tb", "a→b"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\x9b2J", "\\x9b2J"),
        ("line\nbreak\r", "line\\x0abreak\\x0d"),
        ("\u202etxt.exe", "\\u202etxt.exe"),
        ("zero\u200bwidth\ufeff", "zero\\u200bwidth\\ufeff"),
        ("\U000e0041", "\\ue0041"),
        ("\ud800", "\\ud800"),
        ("::error file=a::b", ": :error file=a: :b"),
        ("##[group]x ##vso[task]", "# #[group]x # #vso[task]"),
        ("within :: 3", "within :: 3"),
        ("## Heading", "## Heading"),
    ],
)
def test_what_is_hidden_is_shown_and_no_command_is_whole(text: str, shown: str) -> None:
    assert show(text) == shown


@given(st.text())
def test_nothing_that_is_shown_moves_a_cursor_or_commands_a_build(text: str) -> None:
    shown = show(text)
    assert all(sign.isprintable() or category(sign) == "Zs" for sign in shown)
    assert COMMAND.search(shown) is None
    assert len(pieces(text)) == len(text)


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("寿司", 4), ("e\u0301", 1), ("é…", 2), ("👍", 2)])
def test_a_text_takes_the_columns_of_a_terminal(text: str, columns: int) -> None:
    assert cells(text) == columns
