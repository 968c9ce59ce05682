"""Ladders that turn in a circle, begin nowhere or end with nobody are told; small organisations are normal."""

import pytest
from tests.rules.judging import HEAD, rules, said

_LADDERS = """\
escalation:
  ladders:
    One:
      levels:
        - role: Ana
          next: {}
    Two:
      levels:
        - role: Bea
          next: {}
    Three:
      - Cleo
"""


def test_a_circle_is_told_once_where_it_closes() -> None:
    assert said(_LADDERS.format("Two", "One")) == [
        (
            "10 warning escalation-loop: This leads back to a ladder on which the case has already been. "
            "Name somebody here who can settle it, or another ladder that has not been climbed yet."
        )
    ]


def test_a_ladder_that_leads_to_itself_is_a_circle() -> None:
    assert rules(_LADDERS.format("One", "Three")) == ["6 escalation-loop"]


def test_two_ladders_may_meet_in_a_third() -> None:
    assert said(_LADDERS.format("Three", "Three")) == []


def test_thousands_of_ladders_are_climbed_without_a_fall() -> None:
    ladders = "".join(
        f"    L{n}:\n      levels:\n        - role: Ana\n          next: L{n + 1}\n" for n in range(2_000)
    )
    assert rules(f"escalation:\n  ladders:\n{ladders}    L2000:\n      - Ana") == []


def test_nobody_stands_in_for_themselves() -> None:
    assert said("roles:\n  Rosa:\n    title: Owner\n    backup: Rosa") == [
        (
            "4 warning escalation-loop: “Rosa” is to stand in for “Rosa”: when the one is away, so is the other. "
            "Name somebody else, or list under `people` who shares the job."
        )
    ]


@pytest.mark.parametrize(
    "roles",
    [
        "  Rosa:\n    backup: Samir\n  Samir:\n    backup: Rosa",
        "  Desk:\n    people:\n      - Ana\n      - Bea\n    backup: Desk",
        "  Samir and Jo:\n    backup: Jo",
        "  Rosa:\n    backup: Rosa and Samir\n  Samir: Assistant",
        "  Rosa:\n    backup: Rosa, or whoever is in",
    ],
)
def test_two_people_may_stand_in_for_each_other(roles: str) -> None:
    assert said(f"roles:\n{roles}") == []


_PEOPLE = "roles:\n  Rosa: {}\n  Samir: Shop assistant\ndiscretion:\n  may_give:\n    {}: a refund up to £15\n"

_LADDER = "escalation:\n  ladders:\n    Unhappy customers:\n      {}\n      levels:\n        - Samir\n        - {}\n"


def test_a_ladder_ends_with_somebody_who_decides() -> None:
    assert said(_PEOPLE.format("Cleaner", "Samir") + _LADDER.format("kind: authority", "Rosa")) == [
        (
            "13 info escalation-without-decider: The ladder ends with “Rosa”, who may decide nothing. "
            "Add a level for somebody who decides, or say what this one may decide with `may`."
        )
    ]


@pytest.mark.parametrize("title", ["Owner", "Shop manager", "Inhaberin", "Werkstattleiterin", "{leads: yes}"])
def test_whoever_leads_decides(title: str) -> None:
    assert said(_PEOPLE.format(title, "Samir") + _LADDER.format("kind: authority", "Rosa")) == []


def test_the_owner_of_the_policy_decides() -> None:
    policy = _PEOPLE.format("Baker", "Samir") + _LADDER.format("kind: authority", "Rosa")
    assert said(policy, f"{HEAD}  owner: Rosa\n") == []


@pytest.mark.parametrize(
    "level", ["Samir", "{role: Rosa, may: Anything fair}", "{role: Rosa, backup: Samir}", "Head office"]
)
def test_whoever_gives_decides_and_so_does_a_level_that_may(level: str) -> None:
    found = rules(_PEOPLE.format("Cleaner", "Samir") + _LADDER.format("kind: authority", level))
    assert [line for line in found if "decider" in line] == []


@pytest.mark.parametrize("kind", ["specialists", "advice"])
def test_specialists_and_advisers_need_not_decide(kind: str) -> None:
    assert said(_PEOPLE.format("Cleaner", "Samir") + _LADDER.format(f"kind: {kind}", "Rosa")) == []


def test_a_policy_that_lets_nobody_decide_anything_is_not_judged_by_it() -> None:
    assert said("roles:\n  Rosa: Baker\nescalation:\n  ladders:\n    Unhappy customers:\n      - Rosa") == []


def test_a_level_does_not_stand_in_for_itself() -> None:
    policy = "roles:\n  Rosa: Owner\nescalation:\n  ladders:\n    Cross:\n      levels:\n        - {}"
    assert rules(policy.format("{role: Rosa, backup: rosa}")) == ["7 escalation-loop"]
    assert said(policy.format("{role: Rosa, backup: Rosa or whoever is in}")) == []


_CIRCLE = "procedures:\n  One:\n    - Look.\n    - {}\n  Two:\n    - use: One\n"


def test_procedures_that_go_on_to_each_other_for_ever_are_told_where_the_circle_closes() -> None:
    assert said(_CIRCLE.format("use: Two")) == [
        (
            "6 warning procedure-loop: “Two” goes on with “One”, which leads back to it in every case, and neither "
            "ends. Say with `if` in which case it goes on there, or end it here with what is done last."
        )
    ]


@pytest.mark.parametrize(
    "step",
    [
        "{if: It is lost, use: Two}",
        "{use: Two, unless: It is there}",
        "{use: Two, for: Schools}",
        "{choose: [{use: Two}]}",
    ],
)
def test_a_condition_is_a_way_out_of_a_circle(step: str) -> None:
    assert said(_CIRCLE.format(step)) == []


_PROCEDURE = "procedures:\n  A parcel is late:\n    steps: Ring the carrier.\n    {}\n"

_LADDER_OF_TWO = "escalation:\n  {}\n  ladders:\n    Unhappy customers:\n      - Ana\n      - Bea\n"


def test_a_ladder_that_nothing_leads_to_is_told() -> None:
    assert said(_PROCEDURE.format("done_when: It is there.") + _LADDER_OF_TWO.format("logged: yes")) == [
        (
            "8 info ladder-without-beginning: Nothing says when “Unhappy customers” begins, and no procedure goes on "
            "to it. List under `triggers` how to know the case, or go on to it in a procedure with `escalation:`."
        )
    ]


@pytest.mark.parametrize(
    ("procedure", "escalation"),
    [
        ("escalation: unhappy customers", "logged: yes"),
        ("follow_up: Use the ladder for unhappy customers if they write again.", "logged: yes"),
        ("done_when: It is there.", "when: Somebody shouts"),
        ("done_when: It is there.", "intro: Unhappy customers begin here."),
    ],
)
def test_a_ladder_may_be_led_to_in_many_ways(procedure: str, escalation: str) -> None:
    assert said(_PROCEDURE.format(procedure) + _LADDER_OF_TWO.format(escalation)) == []


@pytest.mark.parametrize("name", ["You need somebody beside you", "When to wake somebody", "Wenn jemand laut wird"])
def test_a_name_that_is_a_sentence_says_itself_when_it_begins(name: str) -> None:
    ladders = _LADDER_OF_TWO.format("logged: yes").replace("Unhappy customers", name)
    assert said(_PROCEDURE.format("done_when: It is there.") + ladders) == []


def test_a_policy_without_procedures_names_its_ladders_by_the_case() -> None:
    assert said(_LADDER_OF_TWO.format("logged: yes")) == []


_MOMENTS = "moments:\n  An upset caller:\n    passed_on_at_most: {}\n"


def test_seven_thousand_ladders_are_judged_in_a_moment() -> None:
    ladders = "".join(f"    L{n}:\n      - Ana\n" for n in range(7_000))
    found = rules(f"{_PROCEDURE.format('needs: x')}{_MOMENTS.format(1)}escalation:\n  ladders:\n{ladders}", HEAD)
    assert {line.split()[1] for line in found} == {"ladder-without-beginning"}


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


def test_a_step_that_leads_back_to_another_by_its_number_names_no_procedure() -> None:
    assert rules("procedures:\n  A call:\n    - Listen\n    - go_to: 1\n    - go_to: step 1\n") == []
    assert rules("procedures:\n  A call:\n    - Listen\n    - go_to: A visit\n") == ["4 unknown-reference"]
