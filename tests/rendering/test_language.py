"""What a quantity is called in four languages."""

import pytest

from policyctl.rendering.language import Language
from policyctl.schema.quantities import (
    Allowance,
    Count,
    Date,
    Duration,
    Frequency,
    Money,
    Quantity,
    Share,
    TimeOfDay,
    Week,
    read_limit,
)

BRITISH = Language("en-GB", "GBP", "Europe/London")
AMERICAN = Language("en-US", "USD")
GERMAN = Language("de", "EUR", "Europe/Berlin")
FRENCH = Language("fr", "EUR")

HOURS = Week.read("Mon-Fri 9:00-12:00 and 13:00-17:30, Sat 10:00-midnight")

WORDS: list[tuple[Quantity, str, str, str]] = [
    (Duration.read("30 seconds"), "30 seconds", "30 seconds", "30 Sekunden"),
    (Duration.read("1 business hour"), "1 business hour", "1 business hour", "1 Geschäftsstunde"),
    (Duration.read("4 business hours"), "4 business hours", "4 business hours", "4 Geschäftsstunden"),
    (Duration.read("2 business days"), "2 business days", "2 business days", "2 Werktage"),
    (Duration.read("2 Arbeitstage"), "2 working days", "2 working days", "2 Arbeitstage"),
    (Duration.read("2 Werktage"), "2 working days", "2 working days", "2 Werktage"),
    (Duration.read("2-4 hours"), "2–4 hours", "2–4 hours", "2–4 Stunden"),
    (Duration.read("1.5 hours"), "1.5 hours", "1.5 hours", "1,5 Stunden"),
    (
        Duration.read("12 hours on working days"),
        "12 hours on working days",
        "12 hours on working days",
        "12 Stunden an Werktagen",
    ),
    (Duration.read("6 rings"), "6 rings", "6 rings", "6 Klingeltöne"),
    (Money.read("20"), "£20", "$20", "20 €"),
    (Money.read("€1,000.50"), "€1,000.50", "€1,000.50", "1.000,50 €"),
    (Money.read("$20"), "US$20", "$20", "20 $"),
    (Share.read("85% of calls"), "85% of calls", "85% of calls", "85 % of calls"),
    (Share.read("99.5%"), "99.5%", "99.5%", "99,5 %"),
    (Count.read("1,000 letters"), "1,000 letters", "1,000 letters", "1.000 letters"),
    (Count.read("3"), "3", "3", "3"),
    (Date.read("2026-03-01"), "1 March 2026", "March 1, 2026", "1. März 2026"),
    (TimeOfDay.read("17:30"), "17:30", "5:30 PM", "17:30 Uhr"),
    (
        HOURS,
        "Monday to Friday 09:00 to 12:00 and 13:00 to 17:30, Saturday 10:00 to midnight",
        "Monday to Friday 9:00 AM to 12:00 PM and 1:00 PM to 5:30 PM, Saturday 10:00 AM to midnight",
        "Montag bis Freitag 09:00 bis 12:00 Uhr und 13:00 bis 17:30 Uhr, Samstag 10:00 bis 24:00 Uhr",
    ),
    (
        Week.read("Fri and Sat 18:00-2:00, Mon 24 hours"),
        "Monday all day, Friday and Saturday 18:00 to 02:00",
        "Monday all day, Friday and Saturday 6:00 PM to 2:00 AM",
        "Montag ganztägig, Freitag und Samstag 18:00 bis 02:00 Uhr",
    ),
    (
        Week.read("daily 9-17"),
        "Every day 09:00 to 17:00",
        "Every day 9:00 AM to 5:00 PM",
        "Täglich 09:00 bis 17:00 Uhr",
    ),
    (Week.read("24/7"), "around the clock", "around the clock", "rund um die Uhr"),
    (Frequency.read("month"), "every month", "every month", "jeden Monat"),
    (Frequency.read("every 6 months"), "every 6 months", "every 6 months", "alle 6 Monate"),
    (Frequency.read("every 1 working day"), "every working day", "every working day", "jeden Werktag"),
    (Frequency.read("alle 2 Arbeitstage"), "every 2 working days", "every 2 working days", "alle 2 Arbeitstage"),
    (Frequency.read("every business day"), "every business day", "every business day", "jeden Werktag"),
    (Frequency.read("twice a year"), "twice a year", "twice a year", "zweimal pro Jahr"),
    (Frequency.read("3 times an hour"), "3 times an hour", "3 times an hour", "3-mal pro Stunde"),
    (Frequency.read("twice every 2 weeks"), "twice every 2 weeks", "twice every 2 weeks", "zweimal alle 2 Wochen"),
    (
        Allowance.read("50 per customer and year"),
        "£50 per customer and year",
        "$50 per customer and year",
        "50 € pro Kunde und Jahr",
    ),
    (Allowance.read("20%"), "20%", "20%", "20 %"),
    (read_limit("2 x Erste Antwort"), "2 × Erste Antwort", "2 × Erste Antwort", "2 × Erste Antwort"),
    (read_limit("half of First reply"), "half of First reply", "half of First reply", "die Hälfte von First reply"),
    (read_limit("the same day"), "the same day", "the same day", "am selben Tag"),
    (read_limit("the same business day"), "the same working day", "the same working day", "am selben Werktag"),
    (read_limit("on the day we agreed"), "on the agreed day", "on the agreed day", "am vereinbarten Tag"),
    (read_limit("none"), "none", "none", "keine"),
    (read_limit("While you wait"), "While you wait", "While you wait", "While you wait"),
]


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(("value", "british", "american", "german"), WORDS)
def test_a_quantity_in_the_language_of_its_reader(value: Quantity, british: str, american: str, german: str) -> None:
    said = [spaced(reader.words(value)) for reader in (BRITISH, AMERICAN, GERMAN)]
    assert said == [british, american, german]


@pytest.mark.parametrize(
    ("text", "british", "german"),
    [
        ("2 working days", "within 2 working days", "innerhalb von 2 Werktagen"),
        ("3 business days", "within 3 business days", "innerhalb von 3 Werktagen"),
        ("1 Arbeitstag", "within 1 working day", "innerhalb eines Arbeitstags"),
        ("1 month", "within 1 month", "innerhalb eines Monats"),
        ("an hour", "within 1 hour", "innerhalb einer Stunde"),
        ("2-4 days", "within 2–4 days", "innerhalb von 2–4 Tagen"),
        ("2 x Antwort", "within 2 × Antwort", "innerhalb von 2 × Antwort"),
        ("9:00", "by 09:00", "bis 09:00 Uhr"),
        ("2 emails", "in 2 emails", "in 2 emails"),
        ("the same day", "the same day", "am selben Tag"),
        ("at once", "at once", "at once"),
    ],
)
def test_a_limit_as_the_end_of_a_promise(text: str, british: str, german: str) -> None:
    limit = read_limit(text)
    assert (spaced(BRITISH.within(limit)), spaced(GERMAN.within(limit))) == (british, german)
    assert BRITISH.by(limit) == BRITISH.within(limit)


def test_the_other_ends_of_a_promise() -> None:
    assert GERMAN.by(Date.read("1 April 2026")) == "bis 1. April 2026"
    assert BRITISH.by(read_limit("noon on Friday")) == "noon on Friday"
    assert BRITISH.at_least(Frequency.read("twice a year")) == "at least twice a year"
    assert GERMAN.at_least(Frequency.read("twice a year")) == "mindestens zweimal pro Jahr"
    assert GERMAN.at_most(Duration.read("2 hours")) == "höchstens 2 Stunden"


def test_opening_hours_as_rows() -> None:
    assert BRITISH.week_rows(HOURS) == (
        ("Monday to Friday", "09:00 to 12:00 and 13:00 to 17:30"),
        ("Saturday", "10:00 to midnight"),
    )
    assert GERMAN.week_rows(Week.read("rund um die Uhr")) == (("Täglich", "ganztägig"),)


def test_a_language_without_a_catalogue_has_its_dates_and_english_labels() -> None:
    assert FRENCH.words(Date.read("2026-03-01")) == "1 mars 2026"
    assert spaced(FRENCH.words(Money.read("1,000.5"))) == "1 000,50 €"
    assert FRENCH.words(Duration.read("2 working days")) == "2 working days"
    assert FRENCH.words(Week.read("Mon, Tue 9-17")) == "Monday and Tuesday 09:00 to 17:00"


@pytest.mark.parametrize("tag", ["en", "xx", "not a tag", ""])
def test_a_tag_of_no_language_is_british(tag: str) -> None:
    assert Language(tag).words(Date.read("2026-03-01")) == "1 March 2026"


def test_an_amount_without_any_currency_is_a_number() -> None:
    assert Language("de").words(Money.read("1000.50")) == "1.000,5"


def test_lists_and_zones() -> None:
    labels = ["a", "b", "c"]
    assert [reader.join(labels) for reader in (BRITISH, AMERICAN, GERMAN, FRENCH)] == [
        "a, b and c",
        "a, b, and c",
        "a, b und c",
        "a, b and c",
    ]
    assert (BRITISH.zone(), GERMAN.zone(), FRENCH.zone()) == ("United Kingdom Time", "Mitteleuropäische Zeit", "")


def test_words_of_a_document_go_through_the_catalogue() -> None:
    assert GERMAN.gettext("midnight") == "24:00"
    assert GERMAN.pgettext("per", "case") == "Fall"
    assert GERMAN.ngettext("{n} day", "{n} days", 2) == "{n} Tage"
    assert GERMAN.gettext("A word that nobody has translated") == "A word that nobody has translated"
