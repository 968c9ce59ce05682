"""Words that promise nothing, or too much, are told where they promise, and left alone everywhere else."""

import pytest
from tests.rules.judging import HEAD, rules, said


def test_a_vague_promise_is_told_at_its_sentence() -> None:
    assert said(
        "standards:\n  Refunds:\n    says: We pay your money back promptly.\n    because: You have waited."
    ) == [
        (
            "3 warning vague-time: “promptly” promises no time that anybody could keep or check. "
            "Write two lines in its place: `says:` with the sentence, and how long at the most, such as "
            "`within: 2 working days`."
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


def test_every_single_case_is_more_than_anybody_can_promise() -> None:
    assert rules("standards:\n  First reply:\n    within: 4 minutes\n    met: 100%") == ["4 every-case-promised"]
    assert rules("standards:\n  First reply:\n    says: We always answer.\n    within: 4 minutes") == [
        "3 every-case-promised"
    ]
    assert rules("standards:\n  Antwort:\n    says: Wir antworten immer.\n    within: 4 Minuten") == [
        "3 every-case-promised"
    ]


@pytest.mark.parametrize(
    "promise",
    [
        "standards:\n  - We always give our name.",
        "standards:\n  Reply:\n    within: 4 minutes\n    met: 95%",
        "standards:\n  Reply:\n    within: 4 minutes\n    met: 100%\n    when_missed: We ring you.",
        "standards:\n  Reply:\n    within: 4 minutes\n    met: 100%\n    remedy: £5",
        "standards:\n  Reply:\n    within: 4 minutes\n    met: 100%\n    exceptions: In a storm",
        "standards:\n  Money back:\n    milestone: resolve\n    within: 14 days\n    met: 100%\n    basis: The Act",
        (
            "complaints:\n  stages:\n    Ours:\n      steps:\n        Answer:\n          says: We always answer.\n"
            "          within: 5 working days"
        ),
        "always:\n  - Answer within 4 minutes.",
        "never:\n  - Let anybody wait longer than 4 minutes.",
        "standards:\n  - You never wait alone.",
        "standards:\n  Reply:\n    within: 4 minutes",
    ],
)
def test_courtesies_duties_and_promises_with_a_plan_are_left_alone(promise: str) -> None:
    assert said(promise) == []


def test_a_time_in_a_sentence_alone_is_told_once_for_the_section() -> None:
    sentences = "standards:\n  - You sit within 2 minutes.\n  - You eat within 9 minutes.\n  - You pay within 1 minute."
    assert said(sentences) == [
        (
            "2 info figure-unmeasured: “2 minutes” stands in a sentence alone, where nobody measures it; so do the "
            "times of 2 more promises. "
            "Write two lines in its place: `says:` with the sentence, and `within: 2 minutes`."
        )
    ]


@pytest.mark.parametrize(
    "policy",
    [
        "standards:\n  - You are greeted with a smile.",
        "standards:\n  Hello:\n    says: You are greeted within 1 minute, and left alone.\n    within: 1 minute",
        "standards:\n  Being late: If you are more than fifteen minutes late, we may give the table away.",
        "standards:\n  - If you tell us within 2 days, we mend it for nothing.",
        "standards:\n  - We take it as lost after 5 days.",
        "standards:\n  - You can return most things within 35 days of buying them.",
        "standards:\n  - We ask you to complain within twelve months, though we may look at older ones.",
        "standards:\n  - Sie können bis zum Abend absagen, bitte innerhalb von 2 Stunden nach der Buchung.",
        "facts:\n  Parcels: We keep them for 14 days.",
        "terms:\n  Deposits: Returned within 14 days.",
        "procedures:\n  Late:\n    says: Ring.\n    promises:\n      - It is there within 2 minutes, or it is free.",
    ],
)
def test_sentences_are_welcome(policy: str) -> None:
    assert said(policy) == []
