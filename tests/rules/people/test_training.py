"""What nobody practises, scenes without a pass and questions without an answer are told."""

import pytest
from tests.rules.judging import HEAD, found, said

_CASES = """\
procedures:
  Late parcels:
    topic: Parcels
    goals: Keep them
    escalation: Angry people
    steps:
      - Say what you can see.
      - use: A refund
        do: Give it back
  A refund:
    - Say how much.
    - Write it down.
  Left behind: Ring them.
goals:
  Keep them:
    metrics: Returns
metrics:
  Returns: Of all that we sold.
topics:
  Parcels: All of them.
escalation:
  ladders:
    Angry people:
      levels:
        - role: the owner
          may: Anything
    Not sure:
      kind: advice
      levels:
        - the owner
discretion:
  may_give:
    Small things: a coffee
training:
"""


@pytest.mark.parametrize(
    ("training", "names"),
    [
        ("  modules:\n    One:\n      covers: Small things\n", ["Late parcels", "A refund", "Angry people"]),
        ("  modules:\n    One:\n      covers: [Late parcels, Small things]\n", []),
        ("  modules:\n    One:\n      covers: [Parcels, Small things]\n", []),
        ("  modules:\n    One:\n      covers: [Keep them, Small things]\n", []),
        ("  modules:\n    One:\n      covers: A refund\n", ["Late parcels", "Angry people", "Small things"]),
        ("  modules:\n    One:\n      covers: The whole handbook\n", []),
        ("  modules:\n    One:\n      covers: Alles\n", []),
        (
            "  modules:\n    Late parcels and small things:\n      covers: A refund\n    Angry people: A play.\n",
            [],
        ),
        ("  modules:\n    One: A day beside somebody.\n", []),
    ],
)
def test_what_nobody_practises_is_told_in_one_finding(training: str, names: list[str]) -> None:
    findings = [line for line in said(_CASES + training) if "training-gap" in line]
    assert len(findings) == bool(names)
    assert all(f"“{name}”" in findings[0] for name in names)
    assert not any("Left behind" in line or "Not sure" in line for line in findings)


@pytest.mark.parametrize(
    ("play", "lacks"),
    [
        ("pass_when: Says sorry first\n      debrief: When did it turn?", None),
        ("pass_when: Says sorry first", None),
        ("staff_brief: It is late.\n      pass_when: A\n      debrief: B", "what the customer knows"),
        ("customer_brief: You are late.\n      pass_when: A", "what to talk about afterwards"),
        ("customer_brief: You are late.\n      debrief: A", "what a pass looks like"),
    ],
)
def test_a_scene_can_be_passed_and_talked_about(play: str, lacks: str | None) -> None:
    findings = said(f"training:\n  role_plays:\n    The torn atlas:\n      {play}\n")
    assert [f"does not say {lacks}." in line for line in findings] == ([True] if lacks else [])


def test_what_a_pass_looks_like_may_be_said_for_all_scenes() -> None:
    scenes = "  role_plays:\n    intro: You pass when the customer thanks you. Then we talk.\n    The torn atlas:\n"
    assert said(f"training:\n{scenes}      customer_brief: It is a gift.\n      staff_brief: It is late.\n") == []


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("options: [A coffee, A book]\n      answer: a coffee.", []),
        ("options: [A coffee, A book]\n      answer: A tea", ["5"]),
        ("options: [A coffee, A book]", ["3"]),
        ("options: [A coffee, A book]\n      answer: b", []),
        ("options: [A coffee, A book]\n      answer: 2", []),
        ("options: [£10, £20 per case]\n      answer: £20", []),
        ("answer: Whatever you like", []),
    ],
)
def test_one_of_the_options_is_the_answer(question: str, expected: list[str]) -> None:
    assert found("quiz-answer-missing", f"training:\n  quiz:\n    What may you give?:\n      {question}\n") == expected


@pytest.mark.parametrize("line", ["acknowledged: With a name", "acknowledge_by: 1 March 2026", "signed: no"])
def test_people_confirm_that_they_know_it(line: str) -> None:
    assert found("rollout-unacknowledged", "rollout:\n  materials: The card\n") == ["1"]
    assert said(f"rollout:\n  materials: The card\n  {line}\n") == []


def test_a_charter_is_confirmed_by_nobody() -> None:
    assert found("rollout-unacknowledged", "rollout:\n  materials: A card\n", f"{HEAD}  kind: charter\n") == []
