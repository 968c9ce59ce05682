"""Complaints judged by the wrong one or by nobody are told; what real procedures say in words is enough."""

import pytest
from tests.rules.judging import rules, said

_ROLES = "roles:\n  Maria: Care lead\n  Ruth: Director\n  Advisers:\n    people: [Lena, Sam]\n"

_STAGES = "complaints:\n  stages:\n    Ours:\n      by: {}\n    Review:\n      {}\n"


@pytest.mark.parametrize(
    ("first", "review", "expected"),
    [
        ("Head of care", "by: head of care", []),
        ("Maria", "by: Ruth", []),
        ("Advisers", "by: Advisers", []),
        ("Maria", "by: [Maria, Ruth]", []),
        ("Maria", "{by: Ruth, not_by: Maria}", []),
        ("Maria", "{by: Ruth, not_by: Whoever the complaint is about}", []),
    ],
)
def test_a_review_by_somebody_else_is_left_alone(first: str, review: str, expected: list[str]) -> None:
    roles = _ROLES + "  Head of care:\n    people: [Ann, Bob]\n"
    assert rules(roles + _STAGES.format(first, review)) == expected


def test_a_review_by_the_same_person_is_told() -> None:
    roles = "roles:\n  Care lead:\n    people: Maria Odell\n"
    assert said(roles + _STAGES.format("Care lead", "by: Maria")) == [
        (
            "9 warning reviewer-judges-themselves: “Review” is decided by “Care lead”, who decided “Ours” before. "
            "Name somebody who had no part in it with `by`, or leave out the stage."
        )
    ]


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("Luis: Barista", ["8 reviewer-judges-themselves"]),
        ("Kemal: Geselle", ["8 reviewer-judges-themselves"]),
        ("Adviser: Shop assistant", []),
        ("Counter: Barista", []),
        ("Luis: On the telephone", []),
    ],
)
def test_a_role_that_is_called_by_a_name_is_one_person(role: str, expected: list[str]) -> None:
    name = role.partition(":")[0]
    assert rules(f"roles:\n  {role}\n" + _STAGES.format(name, f"by: {name}")) == expected


def test_whoever_is_not_to_decide_does_not_decide() -> None:
    roles = "roles:\n  Director:\n    people: Ruth\n  Maria: Care lead\n"
    assert said(roles + _STAGES.format("Maria", "{by: Director, not_by: [Maria, Ruth]}")) == [
        (
            "10 warning reviewer-judges-themselves: “Director” is to decide “Review”, and is not to decide it. "
            "Name somebody who had no part in it with `by`, or leave out the stage."
        )
    ]


def test_a_reviewer_who_is_nowhere_named_is_told() -> None:
    assert said(_ROLES + _STAGES.format("Maria", "begins: when you ask")) == [
        (
            "10 info reviewer-unnamed: “Review” says neither who decides nor by when. "
            "Write with `by` who looks at it, and with `not_by` who does not."
        )
    ]
    dated = said(_ROLES + _STAGES.format("Maria", "steps:\n        Answer: within 10 days"))
    assert [line.split(": ")[1] for line in dated] == [
        "“Review” does not say who decides. Write with `by` who looks at it, and with `not_by` who does not."
    ]


@pytest.mark.parametrize(
    "review",
    [
        "says: Ruth reads it afresh.",
        "says: A partner who had no part in it looks at it.",
        "note: Eine Kollegin aus einer anderen Abteilung entscheidet.",
        "steps:\n        Answer:\n          by: Ruth",
        "steps:\n        Answer:\n          says: We appoint somebody who has not met you.\n          within: 5 days",
    ],
)
def test_a_reviewer_may_be_named_in_words(review: str) -> None:
    assert said(_ROLES + _STAGES.format("Maria", review)) == []


def test_a_stage_in_which_nothing_is_looked_at_needs_nobody() -> None:
    stages = _STAGES.format("Maria", "says: {}").replace("Review:", "Deadlock:")
    assert said(_ROLES + stages.format("We write a final letter after eight weeks.")) == []
    assert rules(_ROLES + stages.format("The case is looked at again.")) == ["10 reviewer-unnamed"]


def test_the_first_stage_may_be_anybody() -> None:
    assert said("complaints:\n  stages:\n    Ours: We answer within 10 days.") == []


def test_a_reviewer_who_is_no_role_of_ours_is_an_unknown_name() -> None:
    assert rules(_ROLES + _STAGES.format("Maria", "by: Reviewer")) == ["11 unknown-reference"]


_OUTSIDE = "complaints:\n  outside:\n    {}:\n      {}\n"


@pytest.mark.parametrize(
    ("name", "body", "expected"),
    [
        ("The Energy Ombudsman", "for: Bills", ["3 outside-body-without-limit"]),
        ("Die Schlichtungsstelle Energie", "for: Rechnungen", ["3 outside-body-without-limit"]),
        ("The panel", "decides: yes", ["3 outside-body-without-limit"]),
        ("The panel", "for: Bills", []),
        ("The Energy Ombudsman", "decides: no", []),
        ("The Energy Ombudsman", "limits: within 6 months of our answer", []),
        ("The Energy Ombudsman", "note: You have six months from our final answer.", []),
        ("The county court", "for: What the ombudsman does not settle", []),
        ("The regulator", "for: Whether we keep to the law", []),
    ],
)
def test_only_bodies_that_decide_need_a_time(name: str, body: str, expected: list[str]) -> None:
    assert rules(_OUTSIDE.format(name, body)) == expected
