"""Days, moments and stages that cannot follow each other are told; those that may are left alone."""

import pytest
from tests.rules.judging import HEAD, found, said

_HEAD = f"{HEAD}  status: published\n  owner: Rosa\n  effective: 1 October 2026\n"
_GERMAN = f"{HEAD}  language: de\n  effective: 1. Oktober 2026\n  status: published\n"


def _told(sections: str, head: str = _HEAD) -> list[str]:
    return found("out-of-order", sections, head)


def test_all_have_signed_before_it_is_explained() -> None:
    policy = "rollout:\n  meetings:\n    Breakfast:\n      on: 28 September 2026\n  acknowledge_by: 20 September 2026\n"
    assert [line for line in said(policy, _HEAD) if "out-of-order" in line] == [
        (
            "5 error out-of-order: Everybody is to have signed by 20 September 2026, and “Breakfast” is on 28 "
            "September 2026. The other stands in line 4. Let people hear what changes before they sign for it."
        )
    ]


@pytest.mark.parametrize(
    ("on", "signed", "told"),
    [
        ("28 September 2026", "30 September 2026", []),
        ("28 September 2026", "20 October 2026", []),
        ("5 October 2026", "20 October 2026", ["4"]),
        ("28 September 2026\n    A second one:\n      on: 5 November 2026", "30 September 2026", []),
    ],
)
def test_a_briefing_and_the_day_of_effect(on: str, signed: str, told: list[str]) -> None:
    assert _told(f"rollout:\n  meetings:\n    Breakfast:\n      on: {on}\n  acknowledge_by: {signed}\n") == told


_PILOT = "pilot:\n  starts: {}\n  ends: {}\n  told: {}\n"


@pytest.mark.parametrize(
    ("starts", "ends", "told"),
    [
        ("1 August 2026", "31 August 2026", []),
        ("1 August 2026", "31 October 2026", ["3"]),
        ("1 August 2026", "31 July 2026", ["3"]),
        ("2 November 2026", "30 November 2026", []),
    ],
)
def test_a_trial_is_over_before_the_policy_holds(starts: str, ends: str, told: list[str]) -> None:
    assert _told(_PILOT.format(starts, ends, "This is a test.")) == told


def test_a_trial_that_led_to_the_policy_did_not_come_after_it() -> None:
    policy = _PILOT.format("2 November 2026", "20 November 2026", "This is a test.")
    assert _told(f"{policy}  decision: Go\n") == ["3"]


@pytest.mark.parametrize(
    ("words", "head", "told"),
    [
        ("This is a test until 31 August.", _HEAD, []),
        ("This is a test until 30 September.", _HEAD, ["4"]),
        ("A test through September 15, 2026.", _HEAD, ["4"]),
        ("Since 2 August we are trying something.", _HEAD, []),
        ("Bis zum 31. August probieren wir etwas aus.", _GERMAN, []),
        ("Bis zum 24. September probieren wir etwas aus.", _GERMAN, ["4"]),
    ],
)
def test_people_are_told_the_day_on_which_a_trial_ends(words: str, head: str, told: list[str]) -> None:
    assert _told(_PILOT.format("2026-08-01", "2026-08-31", words), head) == told


@pytest.mark.parametrize(
    ("decision", "told"), [("Go, from 1 October", []), ("Go, from 1 November", ["5"]), ("Go, with two changes", [])]
)
def test_the_policy_holds_from_the_day_that_was_decided(decision: str, told: list[str]) -> None:
    policy = _PILOT.format("1 August 2026", "31 August 2026", "This is a test.")
    assert _told(f"{policy}  decision: {decision}\n") == told


def test_a_trial_that_has_not_begun_has_no_findings() -> None:
    policy = _PILOT.format("1 December 2026", "15 December 2026", "A test.") + "  findings: {The card: It helped}\n"
    assert _told(policy, HEAD) == ["2"]


@pytest.mark.parametrize(
    ("review", "told"),
    [
        ("next: 1 April 2027", []),
        ("next: 1 December 2026\n  log:\n    Autumn: {on: 1 November 2026, decision: Keep it}", []),
        ("every: 6 months\n  next: 1 April 2027", []),
        ("every: 6 months\n  next: 1 June 2027", []),
        ("every: 6 months\n  next: 1 October 2027", ["3"]),
        ("every: 6 months\n  next: 1 July 2027\n  log:\n    Autumn: {on: 1 November 2026, decision: Keep it}", []),
    ],
)
def test_the_next_review_comes_after_the_last_and_in_its_rhythm(review: str, told: list[str]) -> None:
    assert _told(f"review:\n  {review}\n") == told


def test_the_next_review_is_after_the_day_of_effect() -> None:
    assert _told("review:\n  next: 1 December 2026\n", HEAD + "  effective: 1 January 2027\n") == ["2"]


_STAGES = """
complaints:
  stages:
    Our answer:
      ask_after: {}
    The director decides:
      begins: when you ask for it
      ask_after: {}
"""


def test_a_stage_begins_after_an_earlier_one() -> None:
    assert _told(_STAGES.format("the problem", "our answer")) == []
    assert _told(_STAGES.format("the director decides", "our answer")) == ["4"]


_BODY = """
complaints:
  stages:
    Our answer:
      by: Ana
    A review:
      by: Bea
  outside:
    The ombudsman:
      for: {}
      after: {}
      limits: within 6 months of our final answer
roles: {{Ana: Adviser, Bea: Owner}}
"""


@pytest.mark.parametrize(
    ("for_what", "after", "told"),
    [
        ("Complaints that we could not settle", "our final answer", []),
        ("Complaints that we could not settle", "our receipt of your complaint", ["10"]),
        ("Complaints that we could not settle", "eight weeks, or our answer to your complaint", []),
        ("Advice at any time", "you complain", []),
        ("Disputes that Bea could not settle", "our answer", ["10"]),
        ("Disputes that Bea could not settle", "our answer or a review", []),
        ("Disputes that Bea could not settle", "Bea's answer", []),
        ("Disputes that Ana could not settle", "our answer", []),
    ],
)
def test_somebody_outside_looks_at_what_an_answer_has_not_settled(for_what: str, after: str, told: list[str]) -> None:
    assert _told(_BODY.format(for_what, after)) == told


def test_somebody_outside_in_german() -> None:
    policy = (
        "complaints:\n  outside:\n    Die Schlichtung:\n      for: Streit, den wir nicht lösen konnten\n"
        "      after: {}\n"
    )
    assert _told(policy.format("Eingang Ihrer Beschwerde"), _GERMAN) == ["5"]
    assert _told(policy.format("unserer Antwort"), _GERMAN) == []


@pytest.mark.parametrize(
    ("version", "replaces", "log", "told"),
    [
        ("2.0", "Version 1.9", "2.0", []),
        ("2.0", "Version 2.1", "2.0", ["-"]),
        ("2.0", "The rules of 2022", "2.0", []),
        ("2.0", "Version 2022", "2.0", []),
        ("1.0", "Our old rules", "1.1", ["-"]),
    ],
)
def test_versions_follow_one_another(version: str, replaces: str, log: str, told: list[str]) -> None:
    head = f"{HEAD}  version: {version}\n  replaces: {replaces}\n"
    policy = f"changelog:\n  {log}: {{on: 2 May 2026, what: Books}}\n  1.0: {{on: 1 May 2026, what: The first}}\n"
    assert ["-" for _ in _told(policy, head)] == told
