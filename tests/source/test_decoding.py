"""Bytes that are no text, and characters that nobody can see."""

import pytest
from tests.source.tables import outcome, read_text

from policyctl.source import read
from policyctl.source.decoding import MAX_BYTES

AGAIN = "Save it again as UTF-8; most editors ask for the encoding under Save as."
AFRESH = "Delete it; typing the words around it afresh takes it away too."
LATIN = "It looks like an older Windows or Latin-1 text."
TOO_LARGE = "error yaml-size This file is larger than 1 MiB, and no policy is. | Keep the policy alone in this file."
NOT_UTF8 = "error yaml-encoding Line {} holds a character that is not in UTF-8, so this file cannot be read."


ENCODINGS = [
    (b"\xef\xbb\xbfa: b\n", '---> {"a": "b"}\n'),
    (b"a: b\rc: d\r\ne: f\n", '---> {"a": "b", "c": "d", "e": "f"}\n'),
    (
        "a: b".encode("utf-16"),
        f"---> null\n1:1 {NOT_UTF8.format(1)} | It looks like UTF-16, which some Windows programs write. {AGAIN}\n",
    ),
    (b"a: b\nc: caf\xe9\n", f"---> null\n2:7 {NOT_UTF8.format(2)} | {LATIN} {AGAIN}\n"),
    (b"a: \xed\xa0\x80", f"---> null\n1:4 {NOT_UTF8.format(1)} | {LATIN} {AGAIN}\n"),
    (b"a" * (MAX_BYTES + 1), f"---> null\n1:1 {TOO_LARGE}\n"),
]


@pytest.mark.parametrize(("data", "expected"), ENCODINGS)
def test_bytes_become_text_or_a_finding(data: bytes, expected: str) -> None:
    assert outcome(read(data, "policy.yaml")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a: \U0001f3f4\U000e0067\U000e0062\U000e007f",
        "a: می\u200cخواهم \U0001f469\u200d\U0001f373",
        "a: e\u0301 – “ü”\xa0!",
    ],
)
def test_what_writing_needs_is_no_finding(text: str) -> None:
    source = read_text(text)
    assert (source.data, source.findings) == ({"a": text.removeprefix("a: ")}, ())


def test_control_characters_of_one_kind_are_one_error() -> None:
    what = "a control character (U+0007), and 1 more, which nobody can see."
    expected = f'---> {{"a": "b", "c": ""}}\n1:5 error yaml-control-character Here stands {what} | {AFRESH}\n'
    assert outcome(read_text("a: b\x07\nc: \x07\n")) == expected


def test_characters_that_nobody_sees_are_named() -> None:
    source = read_text("a: b\u202ec\u200bd\u2028e\n")
    assert source.data == {"a": "b c\u200bd e"}
    assert [(str(finding.severity), finding.span.start.column, finding.message) for finding in source.findings] == [
        ("error", 5, "Here stands a character that turns the direction of the text (U+202E), which nobody can see."),
        ("warning", 7, "Here stands a space without width (U+200B), which nobody can see."),
        ("warning", 9, "Here stands a line separator (U+2028), which nobody can see."),
    ]
