"""Nothing that anybody can put into a file makes reading fail, hang or point outside of it."""

import time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.source.tables import FOLDER, cases, outcome, read_text

from policyctl.findings import Pointer, Span
from policyctl.source import Data, Source, read

HOSTILE: dict[str, bytes] = {
    "brackets": b"[" * 100_000,
    "braces": b"{" * 100_000,
    "dashes": b"- " * 100_000,
    "questions": b"? " * 100_000,
    "groups in braces": b"{a: " * 10_000,
    "stairs": b"\n".join(b" " * depth + b"a:" for depth in range(500)),
    "an alias bomb": b"a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
    "a merge bomb": b"a: &a {x: y}\nb:\n" + b"  <<: *a\n" * 1000,
    "aliases": b"*a\n" * 2000,
    "names given again": b"a:\n" * 5000,
    "quotation marks": b"'" * 50_001,
    "quotations": b"a: 'x\n" * 2001,
    "tabs": b"\t" * 50_000,
    "colons": b"- a: b: c\n" * 500,
    "bars": b"a: |\n" * 5000,
    "commas": b"a: {" + b"b: 1,000, " * 2000 + b"}",
    "hashes": b"a: b " + b"#c " * 20_000,
    "spaces": b"x: " + b" " * 50_000 + b"#a" + b" " * 50_000 + b"y",
    "empty lines": b"\n" * 200_000,
    "too many values": b"- a\n" * 150_000,
    "nulls": b"a: \x00\x00",
    "a lone surrogate": b"a: \xed\xa0\x80",
    "UTF-16": "policy: x".encode("utf-16"),
    "every byte": bytes(range(256)),
    "every byte that is text": bytes(range(128)) * 20,
    "a directive": b"%YAML 9.9",
    "documents": b"--- a\n--- b",
    "a tag": b"!!int x",
    "a value left out at the end": b"\r?   ",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_bytes_are_findings_and_soon(name: str) -> None:
    began = time.monotonic()
    source = read(HOSTILE[name], "policy.yaml")
    assert time.monotonic() - began < 10
    assert source.findings
    assert_inside(source)


ALPHABET = st.sampled_from(
    [*"\"'[]{}:-#&*!|>%@`, \n\t?“£1a\\~<=\r", "  ", "\n  ", "\n- ", ": ", " #x", "\n---\n", "\u2028"]
)
TEXTS = [case.text for path in sorted(FOLDER.glob("*.txt")) for case in cases(path)]


@given(st.binary(max_size=60))
@settings(max_examples=300, deadline=None)
def test_no_bytes_are_too_odd(data: bytes) -> None:
    assert_inside(read(data, "policy.yaml"))


@given(st.lists(ALPHABET, max_size=40).map("".join))
@settings(max_examples=500, deadline=None)
def test_no_text_is_too_odd(text: str) -> None:
    assert_inside(read_text(text))
    assert outcome(read_text(text)) == outcome(read_text(text))


@given(st.sampled_from(TEXTS), st.integers(min_value=0), ALPHABET, st.integers(min_value=0, max_value=3))
@settings(max_examples=500, deadline=None)
def test_no_slip_of_the_finger_is_too_odd(text: str, at: int, typed: str, deleted: int) -> None:
    at %= len(text)
    assert_inside(read_text(text[:at] + typed + text[at + deleted :]))


def test_without_libyaml_the_same_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a:\n  - {b: c}\n  - |\n    text\n  - 'd': \"e\"\nf:\nf: g\n"
    fast = read_text(text)
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    slow = read_text(text)
    assert slow == fast
    assert [slow.span(pointer) for pointer, _ in walk(slow.data)] == [
        fast.span(pointer) for pointer, _ in walk(fast.data)
    ]


def assert_inside(source: Source) -> None:
    """Every span of findings and of values lies inside the author's text."""
    lengths = [len(line) for line in source.text.split("\n")]
    for finding in source.findings:
        assert_span(finding.span, lengths)
    for pointer, _ in walk(source.data)[:200]:
        assert_span(source.span(pointer), lengths)
        assert_span(source.span(pointer, at_key=True), lengths)


def assert_span(span: Span, lengths: list[int]) -> None:
    assert span.start <= span.end
    for position in (span.start, span.end):
        assert 1 <= position.line <= len(lengths)
        assert 1 <= position.column <= lengths[position.line - 1] + 1


def walk(data: Data | None, pointer: Pointer = ()) -> list[tuple[Pointer, Data | None]]:
    """Every value with the way to it."""
    found: list[tuple[Pointer, Data | None]] = [(pointer, data)]
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inside:
        found += walk(value, (*pointer, key))
    return found
