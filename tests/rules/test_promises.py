"""Vague words are told where they promise, and left alone everywhere else."""

import pytest
from tests.rules.judging import HEAD, rules, said


def test_a_vague_promise_is_told_at_its_sentence() -> None:
    assert said(
        "standards:\n  Refunds:\n    says: We pay your money back promptly.\n    because: You have waited."
    ) == [
        (
            "3 warning vague-time: “promptly” promises no time that anybody could keep or check. "
            "Write the sentence at `says`, and below it how long at the most, such as `within: 2 working days`."
        )
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "We reply as soon as possible.", "We answer letters in a timely manner.", "You hear from us shortly.",
        "We deal with complaints quickly, politely and fairly.", "We open at nine. Refunds follow as soon as we can.",
        "Wir antworten zeitnah.", "Wir melden uns schnellstmöglich.", "Du hörst so bald wie möglich von uns.",
        "We deal with the rest as quickly as our resources allow.",
        "Wir reparieren umgehend.", "Wir rufen in Kürze zurück.",
    ],
)  # fmt: skip
def test_vague_words_in_english_and_german(sentence: str) -> None:
    assert rules(f"standards:\n  - {sentence}") == ["2 vague-time"]


@pytest.mark.parametrize(
    "sentence",
    [
        "As soon as possible, and no later than an hour after you told us.",
        "We pay as soon as we have confirmed that it arrived.",
        "We reply promptly, on the same day.",
        "We ring back quickly, within an hour.",
        "We write quickly and in any case before 17:00.",
        "We lock up shortly before the shop closes.",
        "Please tell us as soon as possible.",
        "You must tell us promptly when it breaks.",
        "We pay without undue delay.",
        "We ring you at once.",
        "We tell you how soon it can be mended.",
        "We mend it in reasonable time.",
        "Wir melden uns zeitnah, spätestens am nächsten Werktag.",
        "Wir erstatten unverzüglich.",
        "Bitte melden Sie sich so bald wie möglich.",
    ],
)
def test_a_sentence_with_a_time_a_condition_or_a_duty_of_customers_is_left_alone(sentence: str) -> None:
    assert [told for told in rules(f"standards:\n  - {sentence}") if "vague" in told] == []


@pytest.mark.parametrize(
    "beside",
    [
        "within: 4 hours",
        "by: noon",
        "every: 2 days",
        "on: the day we agreed",
        "within:\n      Urgent: 1 hour",
        "note: Most take two days.",
    ],
)  # fmt: skip
def test_a_limit_beside_the_sentence_is_enough(beside: str) -> None:
    assert said(f"standards:\n  Refunds:\n    says: We refund you as soon as possible.\n    {beside}") == []


def test_what_customers_may_do_does_not_excuse_a_promise() -> None:
    assert rules("standards:\n  - We promptly answer whatever you may send us.") == ["2 vague-time"]


def test_terms_promise_too_and_leave_customers_their_time() -> None:
    assert rules("terms:\n  Returns:\n    within: as soon as you can\n    says: We pay it back quickly.") == []
    assert rules("terms:\n  Returns: We pay it back quickly.") == ["2 vague-time"]


def test_an_example_is_in_the_language_of_the_policy() -> None:
    (finding,) = said("standards:\n  - Wir antworten zeitnah.", f"{HEAD}  language: de-DE\n")
    assert finding.endswith("such as `within: 2 Arbeitstage`.")


def test_a_limit_of_the_group_holds_for_its_rows() -> None:
    assert said("standards:\n  Post:\n    within: 3 days\n    rows:\n      - We answer letters promptly.") == []


def test_money_is_no_limit_of_time() -> None:
    assert rules("standards:\n  Refunds:\n    says: We refund you promptly.\n    up_to: £20") == ["3 vague-time"]


def test_a_limit_that_is_vague_itself_is_told_once_for_its_group() -> None:
    policy = "standards:\n  Post:\n    within: as soon as possible\n    rows:\n      - We read.\n      - We answer."
    assert rules(policy) == ["3 vague-time"]


def test_a_limit_for_one_case_is_told_at_that_case() -> None:
    assert rules("standards:\n  Reply:\n    within:\n      Urgent: 1 hour\n      Others: as soon as we can") == [
        "5 vague-time"
    ]


def test_promises_stand_in_procedures_and_complaints_too() -> None:
    promises = "procedures:\n  Late:\n    steps: Say sorry.\n    promises:\n      - A new one leaves shortly."
    assert rules(promises) == ["5 vague-time"]
    assert rules("complaints: Rosa rings you promptly.") == ["1 vague-time"]


def test_a_complaint_that_is_dated_step_by_step_may_open_as_it_likes() -> None:
    complaints = (
        "complaints:\n  says: We answer promptly.\n  stages:\n    Ours:\n      steps:\n        Answer: within 5 days"
    )
    assert said(complaints) == []


@pytest.mark.parametrize(
    "courtesy",
    [
        "standards:\n  Reply:\n    within: 4 hours\n    because: People like to hear as soon as possible.",
        "standards:\n  intro: We answer quickly.\n  items:\n    Reply: within 4 hours",
        "standards:\n  Reply:\n    within: 1 hour\n    when_missed: We ring you as soon as we can.",
        "complaints:\n  how_to_complain:\n    tell_us: Tell us promptly.",
        "procedures:\n  Late:\n    - Ring the carrier as soon as possible.",
        "tone:\n  sounds_like: Somebody who answers quickly",
        "always:\n  - Say sorry promptly.",
    ],
)
def test_courtesies_reasons_and_steps_are_left_alone(courtesy: str) -> None:
    assert said(courtesy) == []


def test_a_published_policy_is_held_to_its_promises() -> None:
    head = "policy:\n  title: Charter\n  organisation: Harbour Lane Books\n  status: published\n"
    (finding,) = said("standards:\n  - We reply promptly.", head)
    assert finding.startswith("2 error vague-time:")
