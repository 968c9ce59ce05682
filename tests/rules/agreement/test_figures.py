"""Figures of one thing are found where they differ, and left alone where both may be right."""

import pytest
from tests.rules.judging import HEAD, found, said

GERMAN = HEAD + "  language: de\n  currency: EUR\n"

QUIZ = """
training:
  quiz:
    How much may an adviser give without asking?: {options: [£10, £25], answer: %s, covers: Goodwill}
discretion:
  may_give:
    Goodwill: {who: Adviser, gives: a refund, up_to: £10 per case, above: Lead}
roles: {Adviser: Ann Lee, Lead: Bea Orr}
"""

STAGES = """
complaints:
  stages:
    Our answer:
      by: Lead
      letter: That you may ask Ruth for a review within %s
    A review: {begins: when you ask for it, ask_within: 3 months, ask_after: our answer, by: Director}
  outside:
    The ombudsman: {limits: within 6 months of our answer}
roles: {Lead: Bea Orr, Director: Ruth Amis}
"""


def test_both_places_and_both_figures_are_told() -> None:
    assert said(
        "facts:\n  Returns: 14 days, for anything from stock\nterms:\n  Returns: within 30 days after delivery"
    )[0] == (
        "2 warning figures-disagree: “14 days” is said here, and “Returns” says 30 days. The other stands in line 4."
        " Write the same figure in both, or say in which case each of them holds."
    )


@pytest.mark.parametrize(
    "sections",
    [
        "facts:\n  Deposit: £60 for each bike\nterms:\n  The deposit: We hold £50 for each bike.",
        "facts:\n  Operations: A deposit of 30%\nterms:\n  Deposits for operations: We ask for 25% when you book.",
        (
            "facts:\n  Warranty: 10 years on frames, 3 years on fabric\nterms:\n  Warranty:\n    rows:\n"
            "      Frames: within 10 years after delivery\n      Fabric: within 2 years after delivery"
        ),
        "facts:\n  Missed appointments: We pay you £30\nremedies:\n  We missed an appointment: £40",
        (
            "facts:\n  Prescriptions: £12, ready within 3 working days\n"
            "standards:\n  Prescriptions: within 2 working days after you order"
        ),
        "customers:\n  Care plan members: They pay £22 a month\nterms:\n  The care plan: £25 a month",
    ],
    ids=["amount", "share", "case", "owed", "promise", "customers"],
)
def test_a_fact_is_held_against_what_it_repeats(sections: str) -> None:
    assert len(found("figures-disagree", sections)) == 1


@pytest.mark.parametrize(
    "sections",
    [
        (
            "facts:\n  Returns: Within 30 days, and your money is back in 5 working days\n"
            "terms:\n  Returns: within 30 days after delivery"
        ),
        (
            "facts:\n  Returns: 60 days for members\nterms:\n  Returns:\n    rows:\n"
            "      In the shop: within 30 days after delivery"
        ),
        (
            "facts:\n  Prescriptions: ready within 2 working days, kept for you for 4 weeks\n"
            "standards:\n  Prescriptions: within 2 working days after you order"
        ),
        "facts:\n  Delivery: £4, free over £40\nterms:\n  Delivery: We deliver for £4. Above £40 it is free.",
        "facts:\n  Missed appointments: The second one costs £20\nremedies:\n  We missed an appointment: £40",
        "facts:\n  Consultation: £55\n  Consultation for rescue homes: £35",
        "facts:\n  Results: usually within 5 working days\nstandards:\n  Results: within 3 working days after the test",
        "facts:\n  Returns: 14 days if it was on sale\nterms:\n  Returns: within 30 days after delivery",
    ],
    ids=["another time", "another case", "another act", "threshold", "who pays", "one section", "hedged", "condition"],
)
def test_what_may_both_be_right_is_left_alone(sections: str) -> None:
    assert found("figures-disagree", sections) == []


def test_german_facts_are_held_against_the_terms() -> None:
    terms = "terms:\n  Garantie:\n    rows:\n      Rahmen: innerhalb von 3 Jahren nach dem Kauf\n"
    assert found("figures-disagree", f"facts:\n  Garantie: 2 Jahre auf Rahmen\n{terms}", GERMAN) == ["2"]
    assert found("figures-disagree", f"facts:\n  Garantie: 3 Jahre auf Rahmen\n{terms}", GERMAN) == []
    films = "terms:\n  Leihfrist: Bücher 4 Wochen, Filme 1 Woche\n"
    assert found("figures-disagree", f"facts:\n  Leihfrist: Bücher 4 Wochen, Spiele 3 Wochen\n{films}", GERMAN) == []
    club = "terms:\n  Vereinsrabatt: 15 % auf alles\n"
    assert found("figures-disagree", f"facts:\n  Vereine: 10 % auf alles, mit Vereinskonto\n{club}", GERMAN) == ["2"]


def test_the_right_answer_of_a_quiz_is_what_it_covers() -> None:
    assert found("figures-disagree", QUIZ % "£25") == ["3"]
    assert found("figures-disagree", QUIZ % "£10") == []


def test_a_quiz_that_asks_for_a_sum_may_have_another_figure() -> None:
    quiz = "training:\n  quiz:\n    What is the deposit on £800?: {answer: £160, covers: Deposits}\n"
    assert found("figures-disagree", f"{quiz}terms:\n  Deposits: We take 20%. On £500 that is £100.") == []


def test_the_same_day_is_no_three_working_days() -> None:
    quiz = "training:\n  quiz:\n    How soon is the deposit back?: {answer: %s, covers: Your deposit back}\n"
    promise = "standards:\n  Your deposit back: within 3 working days after the bike is back\n"
    assert found("figures-disagree", quiz % "The same day" + promise) == ["3"]
    assert found("figures-disagree", quiz % "Within 3 working days" + promise) == []


def test_a_letter_gives_the_time_that_the_next_stage_gives() -> None:
    assert found("figures-disagree", STAGES % "six months") == ["5"]
    assert found("figures-disagree", STAGES % "three months") == []


def test_what_is_kept_is_kept_for_one_time() -> None:
    kept = "privacy:\n  recordings: Calls are recorded and kept for %s.\n  retention: {Call recordings: 6 months}\n"
    assert found("figures-disagree", kept % "12 months") == ["2"]
    assert found("figures-disagree", kept % "6 months") == []
    records = "privacy:\n  retention: {Complaints: 7 years, Orders: 2 years}\ncomplaints:\n  says: Ann rings.\n"
    assert found("figures-disagree", f"{records}  records: 5 years") == ["5"]
    assert found("figures-disagree", f"{records}  records: 7 years") == []


def test_a_time_told_in_passing_may_be_shorter_in_one_case_and_never_longer() -> None:
    promise = "standards:\n  Money back: {within: 5 working days, after: we agree it}\n"
    sample = "tone:\n  samples:\n    A refund: {channel: Email, say: Your refund is with you within %s.}\n"
    assert found("figures-disagree", promise + sample % "ten working days") == ["5"]
    assert found("figures-disagree", promise + sample % "two working days") == []
    letter = "complaints:\n  stages:\n    Our answer: {letter: That a refund takes up to 10 working days}\n"
    assert found("figures-disagree", promise + letter) == ["5"]
    cheque = "  Refund by cheque: {within: 15 working days, after: we agree it}\n"
    assert found("figures-disagree", promise + cheque + letter) == []


def test_a_price_is_quoted_as_the_terms_have_it() -> None:
    terms = "terms:\n  Returns: {within: 30 days, after: delivery, costs: The pick-up is £79}\n"
    step = "procedures:\n  A return:\n    - {do: Name the sum, say: We pick it up on Friday for %s.}\n"
    assert found("figures-disagree", terms + step % "£99") == ["5"]
    assert found("figures-disagree", terms + step % "£79") == []


def test_a_remedy_begins_when_the_promise_is_broken() -> None:
    promise = "standards:\n  The van is with you: {within: 90 minutes, after: your call}\n"
    remedy = "remedies:\n  The van was late: {when: The van was not there within %s, gives: £20}\n"
    assert found("figures-disagree", promise + remedy % "120 minutes") == ["4"]
    assert found("figures-disagree", promise + remedy % "90 minutes") == []


def test_a_promise_and_its_own_sentence_say_one_time() -> None:
    promise = "standards:\n  Custom orders: {says: Ready in %s., within: 10 weeks, after: your deposit}\n"
    assert found("figures-disagree", promise % "6 to 8 weeks") == ["2"]
    assert found("figures-disagree", promise % "8 to 10 weeks") == []


def test_news_come_before_the_end() -> None:
    sections = (
        "standards:\n  Custom orders: {milestone: resolve, within: 10 weeks, after: your deposit}\n"
        "  News of a custom order: every %s, until it is here\n"
    )
    assert found("figures-disagree", sections % "12 weeks") == ["3"]
    assert found("figures-disagree", sections % "2 weeks") == []


def test_what_is_in_no_language_that_is_read_is_compared_by_its_fields_alone() -> None:
    french = HEAD + "  language: fr\n"
    assert found("figures-disagree", "facts:\n  Retours: 14 jours\nterms:\n  Retours: {within: 30 days}", french) == []
