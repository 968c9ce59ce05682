"""What a file was printed from is known by fingerprints; a record that somebody else has written harms nobody."""

import json
from collections.abc import Callable

import pytest

from policyctl.rendering.documents import DOCUMENTS
from policyctl.rendering.formats import FORMATS
from policyctl.rendering.record import (
    INPUTS,
    MISSING,
    TOUCHED,
    UNKNOWN,
    Entry,
    fingerprint,
    fingerprint_of_all,
    inputs_of,
    read_record,
    why_stale,
    write_record,
)

VALUES = dict.fromkeys(INPUTS, "before")
ALL = [(document, form) for document in DOCUMENTS for form in FORMATS]


def stale(values: dict[str, str], *, of_author: bool = False) -> dict[tuple[str, str], str]:
    """The files that are printed anew where these are the inputs and everything was printed from VALUES."""
    reasons = {}
    for each in ALL:
        entry = Entry("content", "policy.yaml", inputs_of(*each, VALUES))
        reasons[each] = why_stale(entry, "content", inputs_of(*each, values), of_author=of_author)
    return {each: why for each, why in reasons.items() if why}


def of(document: str) -> list[tuple[str, str]]:
    return [each for each in ALL if each[0] == document]


IN_PDF = [each for each in ALL if each[1] == "pdf"]
NONE: list[tuple[str, str]] = []

# An input | the files that it shapes | those that are out of date where they were committed elsewhere.
SHAPES = [
    ("policy", ALL, ALL),
    ("brand", ALL, ALL),
    ("templates", ALL, ALL),
    ("before", of("briefing"), of("briefing")),
    ("findings", of("review"), of("review")),
    ("engine", IN_PDF, IN_PDF),
    ("version", ALL, ALL),
    ("program", ALL, NONE),
    ("packages", ALL, NONE),
]


def test_every_input_is_in_the_table_below() -> None:
    assert [name for name, _, _ in SHAPES] == [*INPUTS]


@pytest.mark.parametrize(("name", "files", "committed"), SHAPES, ids=[name for name, _, _ in SHAPES])
def test_what_is_printed_anew_where_one_input_is_another(
    name: str, files: list[tuple[str, str]], committed: list[tuple[str, str]]
) -> None:
    changed = VALUES | {name: "now"}
    assert stale(changed) == dict.fromkeys(files, INPUTS[name].changed)
    assert [*stale(changed, of_author=True)] == committed
    assert stale({each: word for each, word in VALUES.items() if each != name}).keys() == dict.fromkeys(files).keys()


def test_where_nothing_changed_nothing_is_printed_anew() -> None:
    assert stale(VALUES) == {}


def test_a_file_that_is_gone_unknown_or_touched_is_printed_anew() -> None:
    inputs = inputs_of("card", "html", VALUES)
    entry = Entry("content", "policy.yaml", inputs)
    assert why_stale(entry, None, inputs) == MISSING
    assert why_stale(None, "content", inputs) == UNKNOWN
    assert why_stale(entry, "other", inputs) == TOUCHED
    assert why_stale(entry, "content", inputs) == ""


def test_a_text_is_the_same_however_its_lines_end() -> None:
    assert fingerprint(b"a\r\nb\r\n", is_text=True) == fingerprint(b"a\nb\n", is_text=True)
    assert fingerprint(b"a\r\nb\r\n") != fingerprint(b"a\nb\n")
    assert fingerprint(b"a b", is_text=True) != fingerprint(b"a\nb", is_text=True)


def test_files_are_known_by_what_they_are_called_and_not_by_their_order() -> None:
    assert fingerprint_of_all({"a": b"1", "b": b"2"}) == fingerprint_of_all({"b": b"2", "a": b"1"})
    assert fingerprint_of_all({"a": b"1", "b": b"2"}) != fingerprint_of_all({"a": b"2", "b": b"1"})
    assert fingerprint_of_all({"a": b"12"}) != fingerprint_of_all({"a": b"1", "2": b""})


def test_a_record_is_a_text_that_a_person_can_read() -> None:
    record = {
        "handbook.md": Entry("c0ffee", "policy.yaml", {"policy": "bea7", "version": "1.0"}),
        "card.md": Entry("f00d", "policy.yaml", {"policy": "bea7"}),
    }
    written = write_record(record)
    assert (
        written.decode()
        == """\
{
 "policyctl": 1,
 "about": "What policyctl printed the files beside it from. Keep it with them; render --check reads it.",
 "files": {
  "card.md": {
   "content": "f00d",
   "policy": "policy.yaml",
   "inputs": {
    "policy": "bea7"
   }
  },
  "handbook.md": {
   "content": "c0ffee",
   "policy": "policy.yaml",
   "inputs": {
    "policy": "bea7",
    "version": "1.0"
   }
  }
 }
}
"""
    )
    assert read_record(written) == record


GOOD = {"content": "f00d", "policy": "policy.yaml", "inputs": {"policy": "bea7"}}


def with_file(name: str, said: object) -> bytes:
    return json.dumps({"policyctl": 1, "files": {name: said, "card.md": GOOD}}).encode()


STRANGE: dict[str, bytes] = {
    "nothing": b"",
    "no JSON": b"<<<<<<< ours\n{}",
    "no UTF-8": b"\xff\xfe\x00",
    "a list": b"[]",
    "a number": b"1" * 5000,
    "brackets in brackets": b"[" * 100_000,
    "mappings in mappings": b'{"files":' * 100_000,
    "another form": b'{"policyctl": 2, "files": {}}',
    "files in a list": b'{"policyctl": 1, "files": ["card.md"]}',
}


@pytest.mark.parametrize("data", STRANGE.values(), ids=STRANGE)
def test_what_is_no_record_says_nothing(data: bytes) -> None:
    assert read_record(data) == {}


ENTRIES: dict[str, Callable[[], bytes]] = {
    "a file elsewhere": lambda: with_file("../card.pdf", GOOD),
    "a file anywhere": lambda: with_file("/etc/passwd", GOOD),
    "no name": lambda: with_file("", GOOD),
    "half a sign": lambda: with_file("\ud800", GOOD),
    "a line": lambda: with_file("a\nb", GOOD),
    "no entry": lambda: with_file("x.md", None),
    "no words": lambda: with_file("x.md", {"content": 1, "policy": [], "inputs": {}}),
    "inputs in a list": lambda: with_file("x.md", {**GOOD, "inputs": ["policy"]}),
}


@pytest.mark.parametrize("record", ENTRIES.values(), ids=ENTRIES)
def test_what_is_no_entry_for_a_file_beside_the_record_is_passed_over(record: Callable[[], bytes]) -> None:
    assert read_record(record()) == {"card.md": Entry("f00d", "policy.yaml", {"policy": "bea7"})}
