"""Empty chairs, absent stand-ins and grave cases without a way are told; small organisations are normal."""

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


_PAIR = (
    "roles:\n  Adviser:\n    people: [Lena, Sam]\n  Rosa: Owner\nescalation:\n  ladders:\n    Cross:\n      levels:\n"
)


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        (["Adviser", "Rosa", "the owner"], ["11 escalation-loop"]),
        (["Adviser", "Adviser", "Rosa"], ["10 escalation-loop"]),
        (["Lena", "Sam", "Rosa"], []),
        (["Adviser", "another adviser", "Rosa"], []),
        (["Adviser", "Adviser or Rosa"], []),
        (["Adviser", "{role: Adviser, note: The second one on the rota}", "Rosa"], []),
    ],
)
def test_two_people_of_one_role_are_two_levels_and_one_is_not(levels: list[str], expected: list[str]) -> None:
    assert rules(_PAIR + "".join(f"        - {level}\n" for level in levels)) == expected


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


_HANDBOOK = f"{HEAD}  kind: handbook\n"
_DIRECT = "escalation:\n  direct:\n    {}: Rosa\n"


def test_the_grave_cases_without_a_way_are_one_finding() -> None:
    assert said(_DIRECT.format("A letter from a lawyer"), _HANDBOOK) == [
        (
            "2 info direct-route-missing: Nothing here says who deals with data in the wrong hands, danger, abuse of "
            "staff, the press or vulnerable customers. Add a row under `direct` for each that may reach you, with whom "
            "it goes to; or say where else it is settled."
        )
    ]


_GERMAN = "Post vom Anwalt, eine Datenpanne, ein Unfall, Drohungen, die Presse, und jemand, dem es nicht gut geht"


@pytest.mark.parametrize(
    "cases",
    [
        "A summons, leaked data, an emergency, threats, a journalist, and vulnerable customers",
        _GERMAN,
        "A court, data leaks, danger, threats, the press, and somebody who writes that they want to harm themselves",
        "Das Gericht, Daten, Gefahr, Drohungen, die Presse, und wer ankündigt, sich etwas anzutun",
    ],
)
def test_grave_cases_are_known_in_english_and_german_and_outside_of_direct(cases: str) -> None:
    assert said(f"escalation:\n  when:\n    - |\n      {cases}", _HANDBOOK) == []
    assert said(f"escalation:\n  to: Rosa\nalways:\n  - |\n    Ring Rosa: {cases}.", _HANDBOOK) == []


def test_fields_of_other_sections_settle_a_case() -> None:
    elsewhere = (
        "conduct:\n  steps: We end the call.\nprivacy:\n  breach: Ring Rosa.\naccess:\n  signs: They ask twice.\n"
        "escalation:\n  when: A letter from a court, a fire, or a reporter\n"
    )
    assert said(elsewhere, _HANDBOOK) == []


@pytest.mark.parametrize("head", [HEAD, f"{HEAD}  kind: charter\n", f"{_HANDBOOK}  language: fr\n"])
def test_only_handbooks_in_a_language_that_we_read_are_asked(head: str) -> None:
    assert said(_DIRECT.format("A letter from a lawyer"), head) == []


def test_a_handbook_without_escalation_is_not_asked_for_its_routes() -> None:
    assert [line for line in rules("always:\n  - Smile.", _HANDBOOK) if "direct" in line] == []
