"""Sentences are read as the parts of a promise, as limits and as amounts."""

import pytest

from policyctl.schema.quantities import (
    AgreedDay,
    Allowance,
    Count,
    Duration,
    Frequency,
    Never,
    Relative,
    SameDay,
    TimeOfDay,
    Words,
    find_money,
    has_figure,
    read_allowance,
    read_limit,
    split_promise,
)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("within 3 minutes", {"within": "3 minutes"}),
        ("Within half an hour.", {"within": "half an hour"}),
        ("within 8 rings", {"within": "8 rings"}),
        ("in one email", {"within": "one email"}),
        ("3 minutes", {"within": "3 minutes"}),
        ("within 2 × First reply", {"within": "2 × First reply"}),
        ("within half of First reply", {"within": "half of First reply"}),
        ("within 10 working days of receipt", {"within": "10 working days", "after": "receipt"}),
        ("within 2–4 hours after we have heard", {"within": "2–4 hours", "after": "we have heard"}),
        ("no later than 3 days after receipt", {"within": "3 days", "after": "receipt"}),
        ("innerhalb von 2 Werktagen", {"within": "2 Werktagen"}),
        ("innerhalb von 2 Werktagen nach Eingang", {"within": "2 Werktagen", "after": "Eingang"}),
        ("the same day", {"on": "the same day"}),
        ("am selben Tag", {"on": "am selben Tag"}),
        ("on the day we agreed", {"on": "the day we agreed"}),
        ("on the date requested", {"on": "the date requested"}),
        ("by 9:00", {"by": "9:00"}),
        ("by 7 a.m.", {"by": "7 a.m."}),
        ("bis 12 Uhr", {"by": "12 Uhr"}),
        ("by noon on the day after ordering", {"by": "noon on the day after ordering"}),
        ("by the next working day", {"by": "the next working day"}),
        ("no later than 5 p.m.", {"by": "5 p.m."}),
        ("every 30 minutes until it is found", {"every": "30 minutes", "until": "it is found"}),
        ("every working day", {"every": "working day"}),
        ("jeden Tag bis es gefunden ist", {"every": "Tag", "until": "es gefunden ist"}),
        ("twice a year", {"every": "twice a year"}),
        ("90% within 20 seconds", {"within": "20 seconds", "met": "90%"}),
        ("within 20 seconds for 90% of calls", {"within": "20 seconds", "met": "90% of calls"}),
        ("within 60 seconds, in 85% of calls", {"within": "60 seconds", "met": "85% of calls"}),
        ("within 2 days of receipt in 95 % of cases", {"within": "2 days", "after": "receipt", "met": "95 % of cases"}),
        ("wöchentlich, bis das Teil da ist", {"every": "wöchentlich", "until": "das Teil da ist"}),
        ("spätestens am nächsten Arbeitstag", {"by": "am nächsten Arbeitstag"}),
        ("in 95 Prozent der Fälle innerhalb von 2 Tagen", {"says": "in 95 Prozent der Fälle innerhalb von 2 Tagen"}),
        ("2 weeks before a price changes", {"notice": "2 weeks", "before": "a price changes"}),
        ("at least 2 weeks before a price changes", {"notice": "2 weeks", "before": "a price changes"}),
        ("mindestens 3 Tage vor der Anreise", {"notice": "3 Tage", "before": "der Anreise"}),
        ("by Friday", {"by": "Friday"}),
        ("by the end of the next working day", {"by": "the end of the next working day"}),
        ("by close of business", {"by": "close of business"}),
        ("the next working day", {"on": "the next working day"}),
        ("am nächsten Werktag", {"on": "am nächsten Werktag"}),
        ("on the next working day", {"on": "the next working day"}),
        ("at least twice a year", {"at_least": "twice a year"}),
        ("at most 2 hours", {"at_most": "2 hours"}),
        ("höchstens 2 Stunden", {"at_most": "2 Stunden"}),
    ],
)
def test_a_promise_is_split_into_its_parts(text: str, parts: dict[str, str]) -> None:
    assert split_promise(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Rosa rings you the same day.",
        "We answer within 3 minutes",
        "by phone",
        "within reason",
        "within 2 hours, unless it is Sunday",
        "within 2 hours of opening. Otherwise the next day.",
        "every customer",
        "on paper",
        "at once",
        "",
    ],
)
def test_any_other_sentence_is_what_it_says(text: str) -> None:
    assert split_promise(text) == {"says": text}


@pytest.mark.parametrize(
    ("text", "kind", "printed"),
    [
        ("2 working days", Duration, "2 working days"),
        ("within 2 working days", Duration, "2 working days"),
        ("6-mal klingeln", Duration, "6 rings"),
        ("2 x First reply", Relative, "2 x First reply"),
        ("one email", Count, "1 email"),
        ("in one email", Count, "1 email"),
        ("9:00", TimeOfDay, "9:00"),
        ("noon", TimeOfDay, "12:00"),
        ("the same day", SameDay, "the same day"),
        ("the same morning", SameDay, "the same morning"),
        ("the same business day", SameDay, "the same working day"),
        ("24 hours' notice", Duration, "24 hours"),
        ("up to 2 hours", Duration, "2 hours"),
        ("10 minutes at most", Duration, "10 minutes"),
        ("half past nine", Words, "half past nine"),
        ("am selben Nachmittag", SameDay, "the same afternoon"),
        ("on the agreed day", AgreedDay, "the agreed day"),
        ("on the day we agreed", AgreedDay, "the agreed day"),
        ("am vereinbarten Tag", AgreedDay, "the agreed day"),
        ("twice a year", Frequency, "twice a year"),
        ("none", Never, "none"),
        ("keine", Never, "none"),
        ("at once", Words, "at once"),
        ("while you wait", Words, "while you wait"),
        ("noon on the day after ordering", Words, "noon on the day after ordering"),
        ("", Words, ""),
    ],
)
def test_every_limit_is_welcome(text: str, kind: type, printed: str) -> None:
    limit = read_limit(text)
    assert type(limit) is kind
    assert str(limit) == printed
    assert limit.text == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [("within 20 minutes or so", True), ("three of us look", True), ("one of us looks", False), ("at once", False)],
)
def test_figures_are_noticed(text: str, expected: bool) -> None:  # noqa: FBT001 - A table's column.
    assert has_figure(Words.read(text)) is expected


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Postage: £3.50, free above £40", "£3.50"),
        ("free shipping, £9", "£9"),
        ("up to about 20 EUR, or €30.", "€20"),
        ("a gift worth 15 pounds", "£15"),
        ("20 people, 15% and 3 days", None),
        ("A refund", None),
        ("more than £1.5k", None),
    ],
)
def test_the_first_amount_of_a_sentence(text: str, printed: str | None) -> None:
    money = find_money(text)
    assert (money and str(money)) == printed
    assert money is None or money.text in text


def test_an_allowance_may_be_words() -> None:
    assert read_allowance("by judgement") == Words("by judgement")
    assert isinstance(read_allowance("£20 per case"), Allowance)
