"""Handovers that are too many, or that nobody has words for, are told."""

import pytest
from tests.rules.judging import rules, said

_MOMENTS = "moments:\n  An upset caller:\n    passed_on_at_most: {}\n"

_FOUR = (
    "escalation:\n  ladders:\n    Cross:\n      kind: {}\n      levels:\n        - Ana\n        - Bea\n        - Cleo\n"
)


def test_a_ladder_with_more_hands_than_the_moment_allows_is_told() -> None:
    assert said(_MOMENTS.format(1) + _FOUR.format("authority")) == [
        (
            "6 info too-many-handoffs: “Cross” may pass a customer on twice, up to “Cleo”, and “An upset caller” "
            "allows it once. Let one level decide more, so that another can go, or write a truer number in "
            "`passed_on_at_most`."
        )
    ]
    assert said(_MOMENTS.format(2) + _FOUR.format("authority")) == []


@pytest.mark.parametrize("kind", ["specialists", "advice"])
def test_whom_the_customer_never_meets_passes_nobody_on(kind: str) -> None:
    assert said(_MOMENTS.format(0) + _FOUR.format(kind)) == []


def test_another_ladder_belongs_to_the_way() -> None:
    ladders = (
        "escalation:\n  ladders:\n    Cross:\n      levels:\n        - Ana\n        - {role: Bea, next: Very cross}\n"
        "    Very cross:\n      levels:\n        - Bea\n        - {role: Cleo, next: Dara}\n"
    )
    assert rules(_MOMENTS.format(2) + "roles:\n  Dara: Owner\n  Ana: x\n  Bea: y\n  Cleo: z\n" + ladders) == [
        "11 too-many-handoffs"
    ]


def test_the_most_generous_moment_counts_unless_a_topic_tells_which() -> None:
    moments = "moments:\n  Buying:\n    passed_on_at_most: 1\n    topic: {}\n  Trouble:\n    passed_on_at_most: 2\n"
    assert said(moments.format("Shop") + _FOUR.format("authority")) == []
    ladder = _FOUR.format("authority\n      topic: Shop")
    assert rules(moments.format("Shop") + ladder) == ["9 too-many-handoffs"]


@pytest.mark.parametrize("most", ["99", "1000000"])
def test_a_limit_that_nobody_means_is_left_alone(most: str) -> None:
    assert said(_MOMENTS.format(most) + _FOUR.format("authority")) == []


_HANDOFF = (
    "escalation:\n  ladders:\n    Cross:\n      kind: {}\n      levels:\n        - Ana\n        - Bea\n      handoff:\n"
    "        kind: {}\n"
)


def test_a_cold_handover_needs_what_is_passed_on() -> None:
    assert rules(_HANDOFF.format("authority", "cold")) == ["9 handoff-without-words"]
    assert said(_HANDOFF.format("authority", "cold") + "        checklist: What happened") == []
    assert said(_HANDOFF.format("authority", "cold") + "        how: Put it in the notes.") == []
    assert said(_HANDOFF.format("authority", "cold") + "        how: Notiz in die Akte") == []


def test_a_warm_handover_needs_what_is_said_where_the_customer_is_there() -> None:
    assert rules(_HANDOFF.format("authority", "warm")) == ["9 handoff-without-words"]
    assert said(_HANDOFF.format("authority", "warm") + "        say: Bea knows everything.") == []
    assert said(_HANDOFF.format("authority", "warm") + "        how: Tell them who takes over.") == []
    assert said(_HANDOFF.format("specialists", "warm")) == []
