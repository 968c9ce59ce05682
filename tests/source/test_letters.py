"""Words of a value in, the author's own letters for them out, however the text is written."""

import pytest
from tests.source.tables import read_text
from tests.source.test_spans import under_words

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
