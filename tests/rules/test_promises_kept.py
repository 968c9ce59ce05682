"""Promises that promise too much or too little are told; courtesies, duties and plain words are left alone."""

import pytest
from tests.rules.judging import rules, said


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


def test_who_pays_has_promised() -> None:
    policy = "standards:\n  First reply:\n    {}\n    within: 4 minutes\n    remedy: {}"
    assert rules(policy.format("firmness: aim", "£5")) == ["3 aim-with-payment"]
    assert rules(policy.format("says: We try to answer.", "£5")) == ["3 aim-with-payment"]
    assert said(policy.format("firmness: will", "£5")) == []
    assert said(policy.format("firmness: aim", "We say sorry.")) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("We aim to ring within an hour. If we do not, you get a credit of £50.", ["2 aim-with-payment"]),
        ("Wir bemühen uns, pünktlich zu sein. Sonst erhalten Sie 20 € zurück.", ["2 aim-with-payment"]),
        ("We aim to ring the same day. If you do not answer, we write. A letter costs £1.", []),
        ("We aim to ring the same day. Delivery is £5.", []),
    ],
)
def test_a_sentence_that_aims_and_pays(sentence: str, found: list[str]) -> None:
    assert [each for each in rules(f"standards:\n  Calls: {sentence}") if "aim" in each] == found


@pytest.mark.parametrize(
    ("remedy", "line"),
    [
        ("Late: compensation", ["2 remedy-half-said"]),
        ("Late: eine angemessene Entschädigung", ["2 remedy-half-said"]),
        ("Late:\n    gives: £20\n    automatic: yes", ["4 remedy-half-said"]),
        ("- £20", ["2 remedy-half-said"]),
    ],
)
def test_what_is_owed_says_how_much_for_what_and_by_when(remedy: str, line: list[str]) -> None:
    assert rules(f"remedies:\n  {remedy}") == line


@pytest.mark.parametrize(
    "remedy",
    [
        "Late: £5", "Late: the price of the ticket", "Late: half of that night's rate", "Late: an apology",
        "Late:\n    gives: compensation\n    up_to: £100",
        "Late:\n    gives: a voucher\n    note: Decided case by case.",
        "Late:\n    gives: £20\n    automatic: yes\n    paid_within: 10 days",
        "Late:\n    gives: £20 off your next bill\n    automatic: yes",
        "Late:\n    gives: £20, within 10 working days\n    automatic: yes",
        "Late:\n    gives: A bicycle on loan\n    automatic: yes",
        "Late:\n    rows:\n      - £20\n      - £40", "- gives: £20\n    when: We are late",
    ],
)  # fmt: skip
def test_what_is_owed_in_things_or_with_all_its_parts_is_left_alone(remedy: str) -> None:
    assert said(f"remedies:\n  {remedy}") == []


@pytest.mark.parametrize(
    ("policy", "line"),
    [
        ("standards:\n  Prices:\n    notice: 2 weeks", "3 limit-half-said"),
        ("standards:\n  Prices:\n    before: a price changes", "3 limit-half-said"),
        ("standards:\n  Refunds:\n    after: we agree it", "3 limit-half-said"),
        ("terms:\n  Returns:\n    after: the purchase\n    gives: your money", "3 limit-half-said"),
        ("complaints:\n  stages:\n    Review:\n      ask_after: our answer", "4 limit-half-said"),
        ("remedies:\n  Late:\n    gives: £5\n    if_late: Another £5", "4 limit-half-said"),
        ("procedures:\n  A leak:\n    - do: Ring the plumber\n      after: the call", "4 limit-half-said"),
    ],
)
def test_half_a_limit_is_told(policy: str, line: str) -> None:
    assert rules(policy) == [line]


@pytest.mark.parametrize(
    "policy",
    [
        "standards:\n  Prices:\n    notice: 2 weeks\n    before: a price changes",
        "standards:\n  Prices:\n    says: You hear of it before a price changes.\n    notice: 2 weeks",
        "standards:\n  Post:\n    after: received\n    rows:\n      Letters: 3 minutes\n      Parcels: We ring.",
        "standards:\n  Post:\n    after: received\n    by: noon",
        "remedies:\n  Money that we owe:\n    paid_within: 14 days\n    after: agreeing it",
        "terms:\n  A guaranteed room:\n    says: We keep it\n    until: 6 a.m.",
    ],
)
def test_a_limit_whose_halves_stand_apart_is_left_alone(policy: str) -> None:
    assert said(policy) == []


def test_what_stands_upside_down_is_told_with_the_way_to_write_it() -> None:
    assert said("standards:\n  Replies: within 4-2 minutes") == [
        (
            "2 warning limit-upside-down: “within 4-2 minutes” ends before it begins. "
            "Write `2-4 minutes`, if that is what is meant."
        )
    ]
    assert rules("standards:\n  Evenings:\n    at_least: 6 a year\n    at_most: 4 a year") == ["3 limit-upside-down"]
    assert rules("standards:\n  Reply:\n    within:\n      Urgent: 9 to 5 minutes\n      Others: 9 minutes") == [
        "4 limit-upside-down"
    ]


@pytest.mark.parametrize(
    "promise",
    [
        "Replies: within 2-4 minutes", "Evenings:\n    at_least: 4 a year\n    at_most: 6 a year",

        "Evenings:\n    at_least: 4 a year\n    at_most: 2 hours",
        "We are here 9-5 on weekdays.", "Till: 9-5, Monday to Friday",
    ],
)  # fmt: skip
def test_ranges_and_bounds_that_stand_right_are_left_alone(promise: str) -> None:
    assert said(f"standards:\n  {promise if ':' in promise else '- ' + promise}") == []


def test_a_time_in_a_sentence_alone_is_told_once_for_the_section() -> None:
    sentences = "standards:\n  - You sit within 2 minutes.\n  - You eat within 9 minutes.\n  - You pay within 1 minute."
    assert said(sentences) == [
        (
            "2 info figure-unmeasured: “2 minutes” stands in a sentence alone, where nobody measures it; so do the "
            "times of 2 more promises. Write the sentence at `says` and `within: 2 minutes` below it."
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


def test_nothing_is_promised_where_nobody_helps() -> None:
    channels = (
        "channels:\n  Board:\n    kind: social\n    support: {}\nstandards:\n  Reply:\n    channels: Board\n    {}"
    )
    assert rules(channels.format("no", "within: 9 minutes")) == ["7 promise-without-support"]
    assert said(channels.format("yes", "within: 9 minutes")) == []
    assert said(channels.format("no", "says: We thank you and give you the address.")) == []
