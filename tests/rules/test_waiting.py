"""A ladder that waits longer than the promise it serves is told; what nobody can compare is left alone."""

import pytest
from tests.rules.judging import HEAD, said

_POLICY = """\
hours: Mon-Fri 9:00-17:00
channels:
  Email: care@example.org
roles:
  Ana: Adviser
  Bea: Owner
standards:
  A new copy:
    milestone: resolve
    after: you tell us
    {}
procedures:
  A book arrives damaged:
    steps:
      - Offer another copy.
    standards: A new copy
    escalation: Unhappy customers
escalation:
  ladders:
    Unhappy customers:
      levels:
        - role: Ana
          waits: {}
        - role: Bea
          {}
"""
_PUBLISHED = f"{HEAD}  status: published\n"


def _late(promise: str, wait: str, last: str = "may: Anything", policy: str = _POLICY) -> list[str]:
    found = said(policy.format(promise, wait, last), _PUBLISHED)
    return [line for line in found if "ladder-slower" in line]


def test_the_promise_is_over_before_the_next_level_is_asked() -> None:
    assert _late("within: 1 hour", "4 hours") == [
        (
            "23 error ladder-slower-than-promise: “Unhappy customers” may wait 4 hours before “Bea” is asked, and "
            "“A new copy” promises 1 hour. The other stands in line 11. Let the levels answer sooner, so that somebody "
            "who decides still has time, or promise longer."
        )
    ]


def test_the_last_level_answers_too_late_as_well() -> None:
    (told,) = _late("within: 3 working days", "1 working day", "waits: 3 working days")
    assert "“Unhappy customers” may take 4 working days until “Bea” answers" in told


@pytest.mark.parametrize(
    ("promise", "wait"),
    [
        ("within: 4 business hours", "4 business hours"),
        ("within: 8 business hours", "2 working days"),
        ("within: 1 working day", "30 business hours"),
        ("within: 24 calendar hours", "1 working day"),
        ("within: 1 working day", "2 calendar days"),
        ("within: 2 days", "2 days"),
        ("within: 1 week", "2 weeks"),
        ("within: 1 week", "1 month"),
        ("within: {Urgent: 2 business hours, Normal: 5 working days}", "1 working day"),
        ("within: {Urgent: 2 business hours, Normal: 5 working days}", "{Urgent: 1 working day, Normal: 1 hour}"),
        ("firmness: aim\n    within: 1 hour", "4 hours"),
    ],
)
def test_clocks_are_compared_in_the_hours_of_the_house(promise: str, wait: str) -> None:
    assert len(_late(promise, wait)) == 1


@pytest.mark.parametrize(
    ("promise", "wait"),
    [
        ("within: 8 business hours", "4 business hours"),
        ("within: 1 working day", "4 business hours"),
        ("within: 24 hours", "4 business hours"),
        ("within: 24 hours", "1 working day"),
        ("within: 3 working days", "48 hours"),
        ("within: {Urgent: 2 business hours, Normal: 5 working days}", "{Urgent: 1 hour, Normal: 1 working day}"),
        ("within: 1 hour", "until the end of the shift"),
        ("within: as soon as we have it", "4 hours"),
        ("within: none", "4 hours"),
        ("within: 1 hour\n    met: 90%", "4 hours"),
        ("within: 1 hour\n    firmness: try", "4 hours"),
        ("within: 6 rings", "4 hours"),
    ],
)
def test_a_ladder_that_is_in_time_or_cannot_be_compared_is_left_alone(promise: str, wait: str) -> None:
    assert _late(promise, wait) == []


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("milestone: resolve", "milestone: first-reply"),
        ("after: you tell us", "after: the parcel is lost"),
        ("    standards: A new copy\n", ""),
        ("    escalation: Unhappy customers\n", ""),
        ("    escalation: Unhappy customers\n", "    escalation: Bea\n"),
    ],
)
def test_only_the_answer_to_the_same_case_is_held_against_it(was: str, now: str) -> None:
    assert _late("within: 1 hour", "4 hours", policy=_POLICY.replace(was, now)) == []


@pytest.mark.parametrize(("wait", "count"), [("4 business hours", 1), ("1 business hour", 0), ("1 working day", 0)])
def test_hours_that_are_not_known_are_enough_for_one_clock(wait: str, count: int) -> None:
    policy = _POLICY.replace("hours: Mon-Fri 9:00-17:00\n", "")
    assert len(_late("within: 2 business hours", wait, policy=policy)) == count


def test_a_procedure_may_promise_it_itself_and_two_of_them_share_one_finding() -> None:
    own = _POLICY.replace(
        "    standards: A new copy\n",
        "    promises:\n      Answer:\n        milestone: resolve\n        within: 1 hour\n",
    )
    assert len(_late("within: 1 week", "4 hours", policy=own)) == 1
    twice = _POLICY.replace(
        "escalation:\n  ladders",
        "  Another:\n    standards: A new copy\n    escalation: Unhappy customers\nescalation:\n  ladders",
    )
    assert len(_late("within: 1 hour", "4 hours", policy=twice)) == 1
