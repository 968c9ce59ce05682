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
