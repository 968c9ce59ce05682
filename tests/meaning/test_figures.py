"""Figures are read as people write them, and words that only look like one are left alone."""

import pytest

from policyctl.meaning.figures import Kind, read_figures


def _read(text: str, kind: Kind) -> list[tuple[str, str]]:
    return [(each.words, str(each.value)) for each in read_figures(text) if each.kind is kind]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Half of the price with the order", "Half", "50%"),
        ("After that it is half your fee.", "half", "50%"),
        ("Three tenths of the stay", "Three tenths", "30%"),
        ("Two thirds of all calls", "Two thirds", "66.6667%"),
        ("Seven tickets in ten are closed.", "Seven tickets in ten", "70%"),
        ("Every third call is about a bill.", "Every third", "33.3333%"),
        ("danach die Hälfte der Fahrstunde", "die Hälfte", "50%"),
        ("ein Fünftel vom Grundbetrag", "ein Fünftel", "20%"),
        ("Jede zweite Anmeldung kommt so.", "Jede zweite", "50%"),
    ],
)
def test_shares_in_words(text: str, words: str, value: str) -> None:
    assert _read(text, Kind.SHARE) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "half a day", "half the day", "a quarter of an hour", "five calls in ten minutes", "every third week",
        "jeden zweiten Dienstag", "jede zweite Woche", "the second half of the day",
    ],
)  # fmt: skip
def test_halves_of_days_and_rhythms_are_no_shares(text: str) -> None:
    assert _read(text, Kind.SHARE) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I ring at ten past nine tonight.", "21:10"),
        ("We come at twenty to five.", "16:40"),
        ("Wir kommen um zehn nach neun.", "9:10"),
        ("Wir kommen heute Abend um zehn vor acht.", "7:50"),
    ],
)
def test_minutes_beside_an_hour(text: str, value: str) -> None:
    assert [value for _, value in _read(text, Kind.TIME)] == [value]


@pytest.mark.parametrize("text", ["from ten to five", "open nine to five", "ten days past due", "zehn Tage vor acht"])
def test_from_one_hour_to_another_is_no_minute(text: str) -> None:
    assert [value for _, value in _read(text, Kind.TIME) if value != "8:00"] == []


def test_lengths_with_a_half_and_what_they_bound() -> None:
    assert _read("three and a half hours", Kind.DURATION) == [("three and a half hours", "3.5 hours")]
    assert _read("within 1/2 hour, never 1 1/2 hours", Kind.DURATION) == [
        ("1/2 hour", "30 minutes"),
        ("1 1/2 hours", "1.5 hours"),
    ]
    assert _read("1/3 hour, or 11/2 hours", Kind.DURATION) == []
    assert _read("in der nächsten halben Stunde", Kind.DURATION) == [("halben Stunde", "30 minutes")]
    assert [each.bound.value for each in read_figures("It is never longer than an hour.")] == ["at most"]
