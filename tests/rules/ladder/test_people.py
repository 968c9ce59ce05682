"""Levels, routes and roles that nobody answers for are told; what goes without saying is left alone."""

import pytest
from tests.rules.judging import HEAD, rules, said

_BOSSES = "roles:\n  Manager:\n    people: Ana Ruiz\n    {}\n  Director:\n    people: Bea Holm\n"

_TOP = "escalation:\n  ladders:\n    Cross:\n      levels:\n        - role: Manager\n          {}\n"


def test_a_top_that_must_answer_and_is_one_person_needs_a_backup() -> None:
    assert said(_BOSSES.format("leads: yes") + _TOP.format("waits: 2 hours")) == [
        (
            "12 info level-without-backup: “Cross” is answered in time only if Ana Ruiz is there: nobody stands in. "
            "Name who is asked instead with `backup`, here or at the role."
        )
    ]


@pytest.mark.parametrize(
    ("role", "level"),
    [
        ("backup: Director", "waits: 2 hours"),
        ("leads: yes", "backup: Director"),
        ("leads: yes", "waits: when she is in"),
        ("leads: yes", "reach: Ring her."),
    ],
)
def test_a_level_that_somebody_stands_in_for_or_that_has_no_clock_is_left_alone(role: str, level: str) -> None:
    assert said(_BOSSES.format(role) + _TOP.format(level)) == []


def test_the_owner_of_a_shop_is_the_top_and_that_is_all() -> None:
    shop = "roles:\n  Rosa:\n    title: Owner\n    people: Rosa\n  Samir: Assistant\n"
    assert said(shop + _TOP.format("waits: 2 hours").replace("Manager", "Rosa")) == []
    assert said(shop + "escalation:\n  direct:\n    Fire:\n      to: Rosa\n      within: 5 minutes") == []


@pytest.mark.parametrize(
    ("route", "expected"),
    [
        ("triggers: A letter", ["3 nobody-to-go-to"]),
        ("to: Rosa", []),
        ("tell: Rosa", []),
        ("reply: Ring 999 first.", []),
        ("note: Leave the shop.", []),
    ],
)
def test_a_direct_route_goes_to_somebody_or_says_what_to_do(route: str, expected: list[str]) -> None:
    assert rules(f"escalation:\n  direct:\n    Danger:\n      {route}") == expected


def test_a_list_of_cases_goes_to_whom_the_policy_asks_in_general() -> None:
    assert said("escalation:\n  to: Rosa\n  direct:\n    - A legal threat\n    - The press") == []


_CASES = "roles:\n  Jonah: Owner\n  Riders: Eight of us\nescalation:\n  - {}\n"


def test_a_list_of_cases_needs_somebody_to_go_to() -> None:
    head = f"{HEAD}  owner: Jonah\n"
    assert said(_CASES.format("A package is stolen"), head) == [
        (
            "4 warning nobody-to-go-to: These cases go to nobody: nothing says who is asked. "
            "Write the cases below `when:` and add `to: Jonah` beside it."
        )
    ]


@pytest.mark.parametrize(
    ("case", "more"),
    [
        ("A package is stolen, which Jonah wants to know at once", ""),
        ("A fire. Ring 999 and get out.", ""),
        ("A package is stolen", "discretion:\n  ask: Jonah\n"),
    ],
)
def test_a_case_may_say_itself_what_to_do(case: str, more: str) -> None:
    assert said(_CASES.format(case) + more) == []


def test_one_person_alone_goes_to_nobody() -> None:
    assert said("roles:\n  Jonah: Owner\nescalation:\n  - A bill that nobody pays\n") == []


@pytest.mark.parametrize("words", ["vacant", "Vacant", "to be appointed", "n. n.", "TBC", "derzeit unbesetzt", "offen"])
def test_an_empty_chair_that_has_work_is_told(words: str) -> None:
    policy = (
        f"roles:\n  Care lead:\n    people: {words}\nprocedures:\n  Late:\n    - do: Ring them\n      tell: Care lead"
    )
    assert rules(policy) == ["3 role-vacant"]


@pytest.mark.parametrize(
    "roles",
    [
        "Care lead: Looks after everything",
        "Care lead:\n    people: vacant\n    backup: Ana\n  Ana: x",
        "Care lead:\n    people: Ana",
    ],
)
def test_a_role_without_people_is_not_vacant(roles: str) -> None:
    assert said(f"roles:\n  {roles}\nprocedures:\n  Late:\n    - do: Ring them\n      by: Care lead") == []


def test_an_empty_chair_without_work_is_nobodys_trouble() -> None:
    assert said("roles:\n  Care lead:\n    people: vacant") == []
