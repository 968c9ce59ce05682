"""Whoever speaks of an entry has its figure: a sample, a letter, a fact; another case or another side is left alone."""

import pytest
from tests.rules.judging import HEAD, found, said

GERMAN = f"{HEAD}  language: de\n"

REMEDY = """
remedies:
  Shut off by our mistake: {gives: "£100 off the next bill, and no fee"}
tone:
  samples:
    Shut off by mistake: {channel: Email, say: "%s"}
"""


def test_a_letter_gives_what_the_remedy_owes() -> None:
    assert found("figures-disagree", REMEDY % "You had paid. Your next bill will be £60 lower.") == ["5"]
    assert found("figures-disagree", REMEDY % "You had paid. Your next bill will be £100 lower.") == []
    assert found("figures-disagree", REMEDY % "You had paid £60 at the counter.") == []


@pytest.mark.parametrize(
    ("fact", "sentence", "is_told"),
    [
        ("£200, returned after 12 months of bills", "There is a deposit, which you get back after 6 months.", True),
        ("£200, returned after 12 months of bills", "There is a deposit, which you get back after 12 months.", False),
        ("£200, returned after 12 months of bills", "Send the deposit within 10 days.", False),
        ("£200, returned after 12 months of bills", "If you leave, the deposit comes back after 6 months.", False),
    ],
)
def test_a_sample_that_names_a_fact_has_its_time(fact: str, sentence: str, *, is_told: bool) -> None:
    sections = f"facts:\n  Deposit: {fact}\ntone:\n  samples:\n    A new account: {{say: '{sentence}'}}\n"
    assert found("figures-disagree", sections) == (["5"] if is_told else [])


def test_a_fact_that_names_a_promise_has_one_of_its_limits() -> None:
    sections = (
        "facts:\n  A line on the ground: Stay away. A crew is on its way within %s.\n"
        "standards:\n  A crew on the way: {within: {Danger: 45 minutes, Out: 90 minutes}, after: you tell us}\n"
    )
    assert found("figures-disagree", sections % "30 minutes") == ["2"]
    assert found("figures-disagree", sections % "45 minutes") == []
    assert found("figures-disagree", sections % "90 minutes") == []


def test_a_letter_gives_the_time_of_the_body_outside() -> None:
    sections = (
        "complaints:\n  stages:\n    Our answer: {by: Lead, letter: 'That you may go to the utilities commission for"
        " 180 days after the final answer'}\n"
        "  outside:\n    The utilities commission: {limits: within %s of the final answer}\nroles: {Lead: Bea Orr}\n"
    )
    assert found("figures-disagree", sections % "90 days") == ["3"]
    assert found("figures-disagree", sections % "180 days") == []


def test_a_window_is_as_long_everywhere() -> None:
    sections = (
        "standards:\n  Der Termin: Sie bekommen eine Uhrzeit mit einem Fenster von %s.\n"
        "rollout:\n  what_changes: Termine haben ein Fenster von zwei Stunden.\n"
    )
    assert found("figures-disagree", sections % "vier Stunden", GERMAN) == ["4"]
    assert found("figures-disagree", sections % "zwei Stunden", GERMAN) == []
    assert found(
        "figures-disagree", sections % "vier Stunden" + "facts:\n  Termine: Sie dauern eine Stunde.\n", GERMAN
    ) == ["4"]


def test_a_price_is_the_same_beside_its_name() -> None:
    sections = (
        "facts:\n  Late fee: £12, five days after the due date\n"
        "discretion:\n  may_give:\n    A credit:\n      gives: a credit\n      up_to: £50\n"
        "      examples:\n        - {case: She was in hospital, gives: The late fee of %s}\n"
    )
    assert found("figures-disagree", sections % "£18") == ["9"]
    assert found("figures-disagree", sections % "£12") == []
    sample = "facts:\n  Late fee: £12\ntone:\n  samples:\n    Late: {say: I take the %s late fee off.}\n"
    assert found("figures-disagree", sample % "£18") == ["5"]
    assert found("figures-disagree", sample % "£12") == []


def test_a_threshold_is_no_second_price() -> None:
    sections = (
        "facts:\n  Postage: £3.50, free above £40\ntone:\n  samples:\n    A book: {say: It is £9. Postage is %s.}\n"
    )
    assert found("figures-disagree", sections % "£5.50") == ["5"]
    assert found("figures-disagree", sections % "£3.50") == []


def test_recordings_are_kept_as_long_as_recorded_calls() -> None:
    kept = (
        "privacy:\n  recordings: The line is recorded, and it is kept for %s.\n  retention: {Recorded calls: 1 year}\n"
    )
    assert found("figures-disagree", kept % "90 days") == ["2"]
    assert found("figures-disagree", kept % "one year") == []


def test_both_places_are_told() -> None:
    (told,) = [each for each in said(REMEDY % "Your next bill will be £60 lower.") if "figures-disagree" in each]
    assert told == (
        "5 warning figures-disagree: “£60” is said here, and “Shut off by our mistake” says £100. "
        "The other stands in line 2. Write the same figure in both, or say in which case each of them holds."
    )
