"""Words on a page are found in the line that they come from."""

import time
from collections import Counter

import pytest
from tests.preview.clicking import clicks
from tests.printed import EXAMPLES, example, page_of, printed

from policyctl import resources
from policyctl.preview.places import Click, Places, Text
from policyctl.rendering.view.document import anchors
from policyctl.source import read

TEXT = """\
policyctl: 1
policy: {title: How we help, organisation: Shop}
values:
  Honest: We say what we **know**, and [ask](https://shop.example/a-list) about the rest.
standards:
  Parcels:
    says: |
      We send it today.

      We write to you if it is late.
    within: 2 working days
  Letters:
    within: 2 working days
tone:
  samples:
    Late: {say: "I'm sorry... it's late."}
"""


@pytest.fixture
def places() -> Places:
    return Places(
        read(TEXT.encode(), "policy.yaml"), {"parcels": ("standards", "Parcels"), "letters": ("standards", "Letters")}
    )


def found(places: Places, text: str, word: str, anchor: str = "", *near: str) -> list[str]:
    """Each place as its line, its columns and the way to it."""
    hits = places.find(Click(text, text.index(word), anchor, near))
    return [
        f"{hit.span.start.line}:{hit.span.start.column}-{hit.span.end.column} {' > '.join(map(str, hit.pointer))}"
        for hit in hits
    ]


def test_a_sentence_is_found_without_its_marks(places: Places) -> None:
    said = "Honest: We say what we know, and ask about the rest."
    assert found(places, said, "know") == ["4:11-89 values > Honest"]
    assert found(places, said, "Honest") == ["4:3-9 values > Honest"]
    assert found(places, "“I’m sorry … it’s late.”", "late") == ["16:18-40 tone > samples > Late > say"]


def test_a_word_that_is_said_again_and_again_is_found_in_no_time() -> None:
    facts = "".join(f"  {name}: {'so ' * 4000}\n" for name in range(40))
    places, started = Places(read(f"facts:\n{facts}".encode(), "policy.yaml")), time.process_time()
    hits = places.find(Click("so " * 600, 900))
    assert (len(hits), hits[0].pointer) == (1, ("facts", "0"))
    assert time.process_time() - started < 5


def test_a_part_of_a_longer_text_is_found_in_its_own_line(places: Places) -> None:
    assert found(places, "We write to you if it is late.", "late") == ["10:7-36 standards > Parcels > says"]
    assert found(places, "We send it today.", "send") == ["8:7-23 standards > Parcels > says"]


def test_of_texts_that_are_alike_the_nearest_is_meant(places: Places) -> None:
    assert found(places, "Sent within 2 working days.", "working", "letters") == [
        "13:13-27 standards > Letters > within"
    ]
    assert found(places, "Sent within 2 working days.", "working", "parcels") == [
        "11:13-27 standards > Parcels > within"
    ]
    assert found(places, "Sent within 2 working days.", "working", "", "Letters") == [
        "13:13-27 standards > Letters > within",
        "11:13-27 standards > Parcels > within",
    ]


def test_words_that_nobody_wrote_are_not_found(places: Places) -> None:
    assert found(places, "It happens now", "happens") == []
    assert found(places, "Sent within 2 working days.", "Sent") == []
    assert found(places, "What we promise: we say what is due", "what is") == []
    assert places.find(Click("…", 0)) == ()
    assert places.find(Click("", 0)) == ()


def test_a_finding_is_looked_for_by_the_text_that_it_is_in(places: Places) -> None:
    source = places.source
    assert places.words_at(source.span(("standards", "Letters", "within"))) == "2 working days"
    assert places.words_at(source.span(("standards", "Letters"), at_key=True)) == "Letters"


def test_nothing_is_found_in_what_cannot_be_read() -> None:
    assert Places(read(b"\xff\xfe\xfa", "policy.yaml")).find(Click("policy", 0)) == ()


@pytest.mark.parametrize("name", EXAMPLES)
def test_nearly_every_sentence_of_a_handbook_leads_to_its_line(name: str) -> None:
    data = (resources.examples() / name / "policy.yaml").read_bytes()
    places = Places(read(data, name), {anchor: pointer for pointer, anchor in anchors(example(name)).items()})
    written = Counter(_letters(text) for text in places.texts)
    once = [
        each for each in clicks(page_of("html", printed(name, "html")), places) if written[_letters(each.text)] == 1
    ]
    wrong = [each.text for each in once if [hit.pointer for hit in places.find(each.click)][:1] != [each.text.pointer]]
    assert len(wrong) <= len(once) * 0.05, wrong


def _letters(text: Text) -> tuple[str, ...]:
    return tuple(word.letters for word in text.words)
