"""A hole in a matrix is told where its author drew one, and nobody is asked to draw one."""

import pytest
from tests.rules.judging import rules, said

PRIORITIES = "priorities:\n  Urgent: a\n  High: b\n  Normal:\n    else: yes\n"

NUMBERS = "priorities:\n  P1: a\n  P2: b\n  P3: c\n"

PLANS = """
customers:
  Agency:
    comes_before: Studio
  Studio:
    comes_before: Solo
  Solo: The small plan
  On a trial:
    part_of: Studio
"""


def test_the_priority_that_is_left_out_is_named() -> None:
    assert said(
        f"{PRIORITIES}standards:\n  First reply:\n    within:\n      Urgent: 1 minute\n      High: 2 minutes"
    ) == [
        (
            "8 info case-without-limit: “First reply” has limits for Urgent and High, and none for Normal. "
            "Add a limit for Normal, or write `none` there and the reason at `because`."
        )
    ]
    numbered = "standards:\n  First reply:\n    within:\n      P1: 1 minute\n      P2: 2 minutes"
    assert rules(f"{NUMBERS}{numbered}") == ["7 case-without-limit"]


@pytest.mark.parametrize(
    "limits",
    [
        "Urgent: 1 minute\n      Normal: 2 minutes",
        "Urgent: 1 minute\n      High: 2 minutes\n      Normal: none\n    because: The community answers.",
        "Urgent: 1 minute\n      High: 2 minutes\n      Everything else: as it comes",
        "Urgent: 1 minute\n      High: 2 minutes\n    note: What is normal has no target.",
        "Urgent: 1 minute",
    ],
)
def test_a_rest_or_a_reason_fills_the_hole(limits: str) -> None:
    assert rules(f"{PRIORITIES}standards:\n  First reply:\n    within:\n      {limits}") == []


def test_another_row_about_the_same_moment_fills_the_hole() -> None:
    group = "standards:\n  First reply:\n    milestone: first-reply\n    rows:\n"
    plan = "      Our plan:\n        within:\n          Urgent: 1 minute\n          High: 2 minutes\n"
    rest = "      All:\n        priorities: Normal\n        within: 9 minutes\n"
    assert rules(PRIORITIES + group + plan) == ["11 case-without-limit"]
    assert rules(PRIORITIES + group + plan + rest) == []


def test_whoever_is_kept_posted_waits_for_no_next_reply() -> None:
    escalated = (
        "standards:\n  Once engineering has it:\n    when: It was handed on\n    milestone: next-reply\n    within:\n"
        "      High: 2 working days\n      Normal: 5 working days\n"
    )
    high = "priorities:\n  Urgent: a\n  High: b\n  Small: c\n"
    posted = "  While it lasts:\n    priorities: Urgent\n    milestone: update\n    every: hour\n"
    matrix = escalated.replace("Normal", "Small")
    assert rules(high + matrix) == ["9 case-without-limit"]
    assert rules(high + matrix + posted) == []


def test_a_new_delivery_is_promised_to_those_who_need_one() -> None:
    limits = "    within:\n      {}: the same day\n      {}: the next working day\n"
    named = f"{NUMBERS}standards:\n  Another delivery:\n{limits}"
    assert rules(named.format("P1", "P2")) == []
    assert rules(named.format("P1", "P3")) == ["7 case-without-limit"]


def test_a_promise_for_some_priorities_is_no_matrix() -> None:
    assert said(f"{PRIORITIES}standards:\n  Call back:\n    priorities: [Urgent, High]\n    within: 9 minutes") == []


def test_nothing_promised_wants_a_reason() -> None:
    policy = f"{PRIORITIES}standards:\n  First reply:\n    within:\n      Urgent: 1 minute\n      Normal: none\n"
    assert rules(policy) == ["10 case-without-limit"]
    for reason in ("because: It can wait.", "note: See the community.", "says: The rest may wait."):
        assert said(f"{policy}    {reason}\n") == []
    grouped = "standards:\n  Replies:\n    notes: Solo has no target.\n    rows:\n      Solo: none"
    assert said(grouped) == []


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ("within:\n      Agency: 1 minute\n      Studio: 2 minutes", ["11 case-without-limit"]),
        ("within:\n      Agency: 1 minute\n      Studio: 2 minutes\n      Solo: 3 minutes", []),
        ("within:\n      Agency: 1 minute\n      Everybody else: 2 minutes", []),
        ("within:\n      Agency: 1 minute\n      Studio: 2 minutes\n    note: Solo customers ask the community.", []),
        ("for: Agency\n    within: 1 minute", []),
    ],
)
def test_plans_in_one_order_are_one_matrix(rows: str, line: list[str]) -> None:
    assert rules(f"{PLANS}standards:\n  First reply:\n    {rows}") == line


def test_plans_in_rows_of_a_group_are_told_at_the_group() -> None:
    group = "standards:\n  Replies:\n    rows:\n"
    row = "      {0}:\n        for: {0}\n        within: {1} minutes\n"
    two = row.format("Agency", 1) + row.format("Studio", 2)
    assert rules(f"{PLANS}{group}{two}") == ["10 case-without-limit"]
    assert rules(f"{PLANS}{group}{two}{row.format('Solo', 3)}") == []
    assert rules(f"{PLANS}{group}{two}      Everybody: within 5 minutes\n") == []


def test_kinds_of_customers_without_an_order_are_no_matrix() -> None:
    kinds = "customers:\n  Schools: a\n  Readers: b\n  Members: c\n"
    limits = "standards:\n  First reply:\n    within:\n      Schools: 1 minute\n      Readers: 2 minutes"
    assert said(f"{kinds}{limits}") == []
