"""A price that is said beside a name, and half of it, is what the entry of that name says."""

import pytest
from tests.rules.judging import found, said

PRICES = """
facts:
  Lesson: £65 for 45 minutes
  Day pass: £12
  Course: £400 for ten evenings. You pay 25%% when you book.
  Deposit: We take 30%% of the fee when you book
tone:
  samples:
    %s: {channel: Phone, customer: How much is it?, say: "%s"}
channels: {Phone: 01632 960 112}
"""

TERMS = """
facts:
  Fahrstunde: 65 € für 45 Minuten
terms:
  Absagen: {notice: 48 Stunden, before: der Fahrstunde, late: "%s"}
"""

GERMAN = "policy:\n  title: So helfen wir\n  organisation: Seelmann\n  language: de\n  currency: EUR\n"


@pytest.mark.parametrize(
    "words",
    ["A lesson is 70.", "The day pass costs £10.", "Each lesson: £60, at the desk.", "Your lesson comes to £70."],
)
def test_a_price_beside_a_name_is_that_of_the_entry(words: str) -> None:
    assert found("figures-disagree", PRICES % ("Prices", words)) == ["8"]


@pytest.mark.parametrize(
    "words",
    [
        "A lesson is 65.",
        "Two lessons are £130.",
        "Half a lesson is £32.50.",
        "The first lesson is £30.",
        "A lesson and a day pass are £77.",
        "If it rains, a lesson is £40.",
        "A lesson is usually £60.",
        "Day passes for schools are £8.",
    ],
)
def test_so_many_of_it_another_thing_and_one_case_have_prices_of_their_own(words: str) -> None:
    assert found("figures-disagree", PRICES % ("Prices", words)) == []


def test_a_share_in_a_sample_is_that_of_the_entry_of_its_name() -> None:
    assert found("figures-disagree", PRICES % ("The deposit", "Half of the fee, and the rest later.")) == ["8"]
    assert found("figures-disagree", PRICES % ("The deposit", "Three tenths of the fee, and the rest later.")) == []
    assert found("figures-disagree", PRICES % ("Refunds", "Half of the fee, and the rest later.")) == []


def test_a_part_of_a_quoted_price_is_the_share_that_is_asked() -> None:
    assert said(PRICES % ("Prices", "The course is £400, of that £120 today."))[0] == (
        "8 warning sums-do-not-add-up: “£120” is said here, and “Course” takes 25%, which is £100."
        " The other stands in line 4. Write the right sum, or change the share."
    )
    assert found("sums-do-not-add-up", PRICES % ("Prices", "The course is £400, of that £100 today.")) == []
    assert found("sums-do-not-add-up", PRICES % ("Prices", "The course is £400, and the coat costs £120.")) == []


def test_half_of_a_price_is_half_of_it() -> None:
    wrong = TERMS % "Du zahlst die halbe Fahrstunde, das sind 40 €."
    assert found("sums-do-not-add-up", wrong, GERMAN) == ["4"]
    assert found("sums-do-not-add-up", TERMS % "Du zahlst die halbe Fahrstunde, das sind 32,50 €.", GERMAN) == []
    assert found("sums-do-not-add-up", TERMS % "Du zahlst die halbe Stunde, das sind 40 €.", GERMAN) == []


def test_notice_in_a_fact_is_that_of_the_terms() -> None:
    facts = (
        "facts:\n  Absagen: Bis %s vorher kostet es nichts, danach die halbe Fahrstunde\n"
        "terms:\n  Eine Fahrstunde absagen: {notice: 48 Stunden, before: der Fahrstunde}"
    )
    assert found("figures-disagree", facts % "24 Stunden", GERMAN) == ["2"]
    assert found("figures-disagree", facts % "48 Stunden", GERMAN) == []
