"""Half a limit is told: a time without a start, a start without a time."""

import pytest
from tests.rules.judging import rules, said


def test_a_limit_that_begins_at_nothing_is_told() -> None:
    assert said("standards:\n  Refunds: within 21 working days") == [
        (
            "2 info limit-half-said: “Refunds” has a limit of 21 working days, and nothing says after what. "
            "Say with `after` from which day you count, such as `after: we agree it` or "
            "`after: we have all that we need`."
        )
    ]
    assert rules("standards:\n  Erstattung: innerhalb von 10 Arbeitstagen") == ["2 limit-half-said"]


def test_several_limits_of_one_promise_that_begin_at_nothing_are_one_finding() -> None:
    cases = "    within:\n      Most of them: eight weeks\n      A major one: thirteen weeks\n"
    assert rules(f"standards:\n  A decision:\n{cases}") == ["4 limit-half-said"]


@pytest.mark.parametrize(
    "promise",
    [
        "Refunds: within 5 working days of receipt",
        "Refunds:\n    within: 5 working days\n    when: You return it",
        "Refunds:\n    says: Once it is back here you get your money.\n    within: 5 working days",
        "Refunds:\n    milestone: resolve\n    within: 5 working days",
        "Repairs: within 7 working days", "First reply: within 2 working days", "Answers to letters: within 2 weeks",
        "Serve at the till: within 3 minutes", "Reparatur: innerhalb von 7 Arbeitstagen",
        "A cold pool: within 1 hour", "A new copy: within 3 working days", "Refunds: within 10 minutes",
        "Deliveries: within 3 working days", "Missing parts: every 3 working days",
        "Special orders: on the day we agreed",
    ],
)  # fmt: skip
def test_a_limit_that_begins_when_the_customer_speaks_is_left_alone(promise: str) -> None:
    assert said(f"standards:\n  {promise}") == []


def test_a_step_counted_from_nothing_beside_one_that_says_it() -> None:
    stage = "complaints:\n  stages:\n    Ours:\n      steps:\n        Acknowledgement: within 3 working days{}\n"
    answer = "        Answer: within 21 days\n"
    assert rules(stage.format(" of receipt") + answer) == ["6 limit-half-said"]
    assert said(stage.format("") + answer) == []


def test_what_customers_may_lose_needs_a_beginning() -> None:
    assert rules(
        "complaints:\n  how_to_complain:\n    within: 12 months\n  stages:\n    Review:\n      ask_within: 28 days\n"
        "  outside:\n    The court:\n      limits: within 6 months\n"
    ) == ["3 limit-half-said", "6 limit-half-said", "9 limit-half-said"]
    assert (
        said(
            "complaints:\n  how_to_complain:\n    within: 12 months\n    after: the problem\n  stages:\n    Review:\n"
            "      ask_within: 28 days\n      ask_after: our answer\n"
            "  outside:\n    The court:\n      limits: within 6 months\n      after: our final answer\n"
        )
        == []
    )


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
        "remedies:\n  Late:\n    if_late: Another £5\n    rows:\n      One: £5\n      Two: £7",
        "remedies:\n  Money that we owe:\n    paid_within: 14 days\n    after: agreeing it",
        "terms:\n  A guaranteed room:\n    says: We keep it\n    until: 6 a.m.",
    ],
)
def test_a_limit_whose_halves_stand_apart_is_left_alone(policy: str) -> None:
    assert said(policy) == []
