"""A trial tells customers what it is and how to stay out, says when it ends, and ends in a decision."""

import pytest
from tests.rules.judging import HEAD, found, said

_PUBLISHED = f"{HEAD}  status: published\n"


_PILOT = "pilot:\n  customers: {}\n  told: {}\n  opt_out: Say so.\n  decision: Go.\n"


@pytest.mark.parametrize(
    ("told", "lacks"),
    [
        ("We have something new for you.", "that it is a test or that their answers change the result"),
        ("This is a test.", "that their answers change the result"),
        ("We are trying out a new way of working. Tell us what you think.", "that their answers change the result"),
        ("Your answers will change what we do.", "that it is a test"),
        ("We are testing a better way to help you.", "that their answers change the result"),
        ("Wir testen einen neuen Ablauf.", "that their answers change the result"),
    ],
)
def test_customers_are_told_that_it_is_a_test_and_that_their_answers_count(told: str, lacks: str) -> None:
    (finding,) = said(_PILOT.format("Forty members", told))
    assert finding.startswith(
        f"3 warning pilot-undisclosed: Customers take part in the trial, and are not told {lacks}."
    )


@pytest.mark.parametrize(
    "told",
    [
        "This is a test until the end of May, and your answers will change what we do.",
        "We're trying this out. What you tell us decides whether it stays.",
        "It is a pilot; your feedback shapes the final version.",
        "You are part of a trial, and every comment counts.",
        "Wir probieren etwas aus. Was du uns sagst, ändert unsere Regeln.",
        "Das ist ein Test, und Ihre Rückmeldung fließt ein.",
        "Ein Versuch bis Mai. Deine Meinung entscheidet mit.",
        "A card says that it's a test, and that what guests write on the back decides what we keep.",
        "You are in a small experiment. Tell us if you hate it. We keep it only if you like it.",
        "Ein Schild sagt, dass wir etwas ausprobieren und dass die Zettel im Kasten darüber entscheiden.",
    ],
)
def test_plain_words_for_it_are_enough(told: str) -> None:
    assert said(_PILOT.format("Forty members", told)) == []


def test_customers_who_are_told_nothing_are_found_where_they_stand() -> None:
    assert found("pilot-undisclosed", "pilot:\n  staff: Ana\n  customers: Forty members\n  decision: Go.\n") == ["3"]


def test_the_words_around_may_tell_them() -> None:
    intro = "Customers were told that it is a test and that their answers change the rules. Whoever likes may leave."
    assert said(f"pilot:\n  intro: {intro}\n  customers: Forty members\n  decision: Go.\n") == []


@pytest.mark.parametrize("pilot", ["staff: Ana and Tom", "customers: None, since it is about the back room"])
def test_a_trial_without_customers_has_nobody_to_tell(pilot: str) -> None:
    assert said(f"pilot:\n  {pilot}\n  decision: Go.\n") == []


def test_a_notice_in_another_language_is_not_read() -> None:
    told = _PILOT.format("Forty members", "Nous essayons quelque chose.")
    assert said(told, f"{HEAD}  language: fr\n") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [("opt_out: Say so.", []), ("consent: By answering", ["2"]), ("notes: You may stop at any time.", [])],
)
def test_a_customer_can_stay_out(line: str, expected: list[str]) -> None:
    policy = (
        "pilot:\n  customers: Forty\n  told: This is a test, and your answers will change it.\n"
        "  ends: 1 March 2027\n  success_when: All.\n  stop_when: None.\n"
    )
    assert found("pilot-incomplete", f"{policy}  {line}\n") == expected


def test_a_trial_that_is_decided_needs_no_bar_any_more() -> None:
    assert found("pilot-incomplete", "pilot:\n  staff: Ana\n") == ["1"]
    assert said("pilot:\n  staff: Ana\n  decision: Go.\n") == []


@pytest.mark.parametrize(
    ("status", "ends", "expected"),
    [
        ("pilot", "1 October 2026", 1),
        ("pilot", "1 November 2026", 0),
        ("pilot", "1 March 2027", 0),
        ("draft", "1 October 2026", 0),
    ],
)
def test_a_pilot_is_one_while_it_is_tried(status: str, ends: str, expected: int) -> None:
    policy = f"pilot:\n  staff: Ana\n  ends: {ends}\n  success_when: All.\n  stop_when: None.\n"
    assert len(found("pilot-undecided", policy, f"{HEAD}  status: {status}\n")) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("ends: 1 October 2026", ["1"]),
        ("findings:\n    Slow: On Mondays.", ["1"]),
        ("ends: 1 March 2027", []),
        ("staff: Tom", []),
        ("ends: 1 October 2026\n  decision: Go.", []),
    ],
)
def test_a_trial_that_is_over_ends_in_a_decision(lines: str, expected: list[str]) -> None:
    assert found("pilot-undecided", f"pilot:\n  {lines}\n", _PUBLISHED) == expected
    assert found("pilot-undecided", f"pilot:\n  {lines}\n") == []
