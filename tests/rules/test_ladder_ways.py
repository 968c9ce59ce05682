"""Ways that begin nowhere, never end or pass a customer on too often are told; checkers and shops are left alone."""

import pytest
from tests.rules.judging import HEAD, rules, said

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
_LADDERS = "escalation:\n  {}\n  ladders:\n    Unhappy customers:\n      - Ana\n      - Bea\n"


def test_a_ladder_that_nothing_leads_to_is_told() -> None:
    assert said(_PROCEDURE.format("done_when: It is there.") + _LADDERS.format("logged: yes")) == [
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
    assert said(_PROCEDURE.format(procedure) + _LADDERS.format(escalation)) == []


@pytest.mark.parametrize("name", ["You need somebody beside you", "When to wake somebody", "Wenn jemand laut wird"])
def test_a_name_that_is_a_sentence_says_itself_when_it_begins(name: str) -> None:
    ladders = _LADDERS.format("logged: yes").replace("Unhappy customers", name)
    assert said(_PROCEDURE.format("done_when: It is there.") + ladders) == []


def test_a_policy_without_procedures_names_its_ladders_by_the_case() -> None:
    assert said(_LADDERS.format("logged: yes")) == []


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


def test_ten_thousand_ladders_are_judged_in_a_moment() -> None:
    ladders = "".join(f"    L{n}:\n      - Ana\n" for n in range(10_000))
    found = rules(f"{_PROCEDURE.format('needs: x')}{_MOMENTS.format(1)}escalation:\n  ladders:\n{ladders}", HEAD)
    assert {line.split()[1] for line in found} == {"ladder-without-beginning"}
