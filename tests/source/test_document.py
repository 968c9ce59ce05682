"""The span of every value, key and word, in the author's own lines and columns."""

import pytest
from tests.source.tables import read_text

from policyctl.findings import Pointer, Span
from policyctl.source import Source

POLICY = """\
# A comment first.
policy:
  title: Care for all
  owner:
  say: |
    Dear Tom,

    hello.

  # Not part of it.
  long: begins here
    and ends here
  brand: {logo: a.svg, paper: A4}
steps:
  - Smile
  - do: Ask
    say: "Who?"
  - Note: we close
  -
wide:
  Note: we close
"""


def under(source: Source, pointer: Pointer, *, at_key: bool = False) -> str:
    """The author's text under a span, and where it begins."""
    return _text(source, source.span(pointer, at_key=at_key))


def under_words(source: Source, pointer: Pointer, words: str, nth: int, *, at_key: bool = False) -> str:
    """The author's letters for some words of a value, and where they begin."""
    return _text(source, source.span(pointer, at_key=at_key, words=words, nth=nth))


def _text(source: Source, span: Span) -> str:
    lines = source.text.split("\n")[span.start.line - 1 : span.end.line]
    lines[-1] = lines[-1][: span.end.column - 1]
    lines[0] = lines[0][span.start.column - 1 :]
    return f"{span.start.line}:{span.start.column} " + "/".join(lines)


@pytest.mark.parametrize(
    ("pointer", "value", "key"),
    [
        ((), "2:1 policy", "2:1 policy"),
        (("policy",), "3:3 title: Care for all", "2:1 policy"),
        (("policy", "title"), "3:10 Care for all", "3:3 title"),
        (("policy", "owner"), "4:3 owner", "4:3 owner"),
        (("policy", "say"), "5:8 |/    Dear Tom,//    hello.", "5:3 say"),
        (("policy", "long"), "11:9 begins here/    and ends here", "11:3 long"),
        (("policy", "brand"), "13:10 {logo: a.svg, paper: A4}", "13:3 brand"),
        (("policy", "brand", "paper"), "13:31 A4", "13:24 paper"),
        (("policy", "absent"), "3:3 title: Care for all", "2:1 policy"),
        (("policy", "rows", "title"), "3:10 Care for all", "3:3 title"),
        (("steps",), "15:3 - Smile", "14:1 steps"),
        (("steps", 0), "15:5 Smile", "15:5 Smile"),
        (("steps", 0, "do"), "15:5 Smile", "15:5 Smile"),
        (("steps", 1), "16:5 do: Ask", "16:5 do: Ask"),
        (("steps", 1, "say"), '17:10 "Who?"', "17:5 say"),
        (("steps", 3), "19:3 -", "19:3 -"),
    ],
)
def test_a_span_lies_on_what_the_author_wrote(pointer: Pointer, value: str, key: str) -> None:
    source = read_text(POLICY)
    assert (under(source, pointer), under(source, pointer, at_key=True)) == (value, key)


def test_spans_refer_to_the_authors_columns_after_mending() -> None:
    source = read_text("policy:\n\towner:Rosa's shop\n\tm: {a: £1,000, b: c}\n")
    assert source.data == {"policy": {"owner": "Rosa's shop", "m": {"a": "£1,000", "b": "c"}}}
    assert under(source, ("policy", "owner")) == "2:8 Rosa's shop"
    assert under(source, ("policy", "owner"), at_key=True) == "2:2 owner"
    assert under(source, ("policy", "m", "a")) == "3:9 £1,000"
    assert under(source, ("policy", "m", "b")) == "3:20 c"


@pytest.mark.parametrize("text", ["", "# nothing\n"])
def test_an_empty_file_begins_at_its_beginning(text: str) -> None:
    span = read_text(text).span(("policy", "title"))
    assert (span.start.line, span.start.column, span.end) == (1, 1, span.start)


_PLAIN = "a: We reply as soon as possible, as soon as\n  possible indeed.\n"
_SINGLE = "a: 'It''s as soon\n  as possible'\n"
_DOUBLE = 'a: "\\u201eSo bald\\u201c as\\x20soon \\\n  as possible"\n'
_FOLDED = "a: >-\n  We reply\n  as soon\n  as possible.\n"
_LITERAL = "a: |\n    First.\n\n    As soon\n    as possible.\n"


@pytest.mark.parametrize(
    ("text", "words", "nth", "where"),
    [
        (_PLAIN, "as soon as possible", 0, "1:13 as soon as possible"),
        (_PLAIN, "as soon as possible", 1, "1:34 as soon as/  possible"),
        (_SINGLE, "as soon as possible", 0, "1:11 as soon/  as possible"),
        (_SINGLE, "It's", 0, "1:5 It''s"),
        (_DOUBLE, "as soon as possible", 0, "1:25 as\\x20soon \\/  as possible"),
        (_DOUBLE, "„So", 0, "1:5 \\u201eSo"),
        (_FOLDED, "as soon as possible", 0, "3:3 as soon/  as possible"),
        (_LITERAL, "As soon\nas possible", 0, "4:5 As soon/    as possible"),
    ],
)
def test_the_very_words_are_marked(text: str, words: str, nth: int, where: str) -> None:
    assert under_words(read_text(text), ("a",), words, nth) == where


def test_words_of_a_short_form_are_found_in_the_text_that_stands_for_it() -> None:
    source = read_text("may_give:\n  Amir: a refund or a gift up to £15\n")
    assert under_words(source, ("may_give", "Amir", "gives"), "a gift", 0) == "2:21 a gift"


def test_words_of_a_sentence_that_a_colon_broke_are_found_in_its_line() -> None:
    source = read_text("nobody_may:\n  - Note: we promise nothing\n")
    assert under_words(source, ("nobody_may", 0), "promise", 0) == "2:14 promise"


def test_words_of_a_name_are_found_in_the_key() -> None:
    source = read_text("'Answer''s as soon as possible': x\n")
    place = ("Answer's as soon as possible",)
    assert under_words(source, place, "as soon", 0, at_key=True) == "1:12 as soon"


@pytest.mark.parametrize("words", ["elsewhere", "We reply as soon as possible indeed"])
def test_words_that_do_not_stand_there_mark_the_whole_text(words: str) -> None:
    assert under_words(read_text("a: We reply.\n"), ("a",), words, 0) == "1:4 We reply."
