"""What is promised twice with different times is told; two cases with a time each are left alone."""

import pytest
from tests.rules.judging import rules, said

PLACES = "channels:\n  Email: a@b.example\n  Letter: 4 Mill Lane\ncustomers:\n  Households: People\n  Traders: Firms\n"


def told(sections: str) -> list[str]:
    return [each for each in rules(sections) if each.endswith(("limits-disagree", "figures-disagree"))]


def test_two_promises_about_one_moment_are_told_with_both_times() -> None:
    assert said("standards:\n  First reply: within 4 minutes\n  Initial response: within 6 minutes") == [
        (
            "3 warning limits-disagree: “Initial response” allows 6 minutes, and it is 4 minutes for “First reply” "
            "in one and the same case. The other stands in line 2. "
            "Keep one of the two, or say with `when`, `for` or `channels` where each of them holds."
        )
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("when: You have an appointment", "when: You come as you are"), ("topic: Bags", "topic: Tickets"),
        ("for: Households", "for: Traders"), ("channels: Email", "channels: Letter"), ("for: Traders", "note: Others."),
        ("unless: It snows", "about: In any weather"), ("after: received", "after: we agree the price"),
    ],
)  # fmt: skip
def test_each_case_may_have_a_time_of_its_own(one: str, other: str) -> None:
    first = f"  First reply:\n    within: 10 minutes\n    {one}\n"
    assert told(f"{PLACES}standards:\n{first}  Initial reply:\n    within: 30 minutes\n    {other}\n") == []
    assert told(f"{PLACES}standards:\n{first}  Initial reply:\n    within: 30 minutes\n    {one}\n") != []


@pytest.mark.parametrize(
    "promises",
    [
        "First reply: within 4 minutes\n  Initial reply: within 240 seconds",
        "Potholes:\n    milestone: seen\n    within: 5 minutes\n  Lamps:\n    milestone: seen\n    within: 1 week",
        "First reply:\n    within: 4 minutes\n  Seen: within 6 minutes",
        "First reply: within 6 rings\n  Initial reply: within 30 seconds",
    ],
)
def test_other_things_and_equal_times_are_left_alone(promises: str) -> None:
    assert told(f"standards:\n  {promises}") == []


def test_the_steps_of_a_complaint_are_one_case_by_a_plain_name_only() -> None:
    step = "        {}:\n          milestone: full-reply\n          within: {} working days\n"
    steps = f"complaints:\n  stages:\n    Ours:\n      steps:\n{step.format('{}', 5)}{step.format('{}', 20)}"
    assert told(steps.format("Answer in simple cases", "Answer in all others")) == []
    assert len(told(steps.format("Answer", "Full answer"))) == 1


def test_a_sentence_and_the_limit_beside_it_are_told_at_the_words() -> None:
    assert said("standards:\n  Copies:\n    says: You have it within 2 minutes.\n    within: 3 minutes") == [
        (
            "3 warning figures-disagree: “2 minutes” is said here, and “Copies” says 3 minutes. The other stands in"
            " line 4. Write the same figure in both, or say in which case each of them holds."
        )
    ]


@pytest.mark.parametrize(
    ("sentence", "limit"),
    [
        ("You have it within 3 days.", "3 working days"), ("You have it within 180 seconds.", "3 minutes"),
        ("You have it within three minutes.", "3 minutes"), ("If you tell us within 2 days, we mend it.", "3 weeks"),
        ("We keep it for 2 days.", "3 weeks"), ("Within 2 minutes you sit, and within 9 minutes you eat.", "9 minutes"),
        ("Du hast es innerhalb von 3 Tagen.", "3 Arbeitstage"), ("We come, in 90% of cases.", "3 minutes"),
        ("Tell us within 2 days and we mend it.", "3 weeks"),
    ],
)  # fmt: skip
def test_a_sentence_that_agrees_or_is_about_something_else_is_left_alone(sentence: str, limit: str) -> None:
    assert told(f"standards:\n  Copies:\n    says: {sentence}\n    within: {limit}") == []


def test_a_time_that_stands_in_another_field_is_no_contradiction() -> None:
    assert (
        told(
            "standards:\n  News:\n    says: You hear from us within 2 days, and every 2 days.\n    within: 3 weeks\n"
            "    every: 2 days\n"
        )
        == []
    )


@pytest.mark.parametrize(
    "elsewhere",
    [
        "always:\n  - Greet every guest within 15 seconds.",
        "always:\n  - do: Greet a guest within 15 seconds",
        "conduct:\n  steps: Greet the guest within 15 seconds.",
        "leadership:\n  same_rules: The owner greets guests within 15 seconds.",
        "procedures:\n  Arrival:\n    - Greet the guests within 15 seconds.",
    ],
)
def test_greeting_within_ten_seconds_and_within_fifteen(elsewhere: str) -> None:
    (found,) = said(f"standards:\n  Greeting guests: within 10 seconds\n{elsewhere}")
    assert "“15 seconds” is said here, and “Greeting guests” says 10 seconds." in found


@pytest.mark.parametrize(
    "elsewhere",
    [
        "always:\n  - Greet every guest within 10 seconds.",
        "always:\n  - Say thank you within 15 seconds.",
        "conduct:\n  we_ask: Greet the other guests within 15 seconds.",
        "always:\n  - If guests wait, greet them within 15 seconds.",
        "always:\n  - do: Greet guests within 15 seconds\n    unless: You are on the telephone",
        "never:\n  - Greet a guest within 15 seconds of a yawn.",
        "procedures:\n  Arrival:\n    - if: It is full\n      do: Greet guests within 15 seconds",
    ],
)
def test_other_sentences_with_a_time_are_left_alone(elsewhere: str) -> None:
    assert told(f"standards:\n  Greeting guests: within 10 seconds\n{elsewhere}") == []


def test_a_procedure_keeps_the_promise_that_it_names() -> None:
    policy = (
        "standards:\n  {0}: within 3 minutes\nprocedures:\n  A leak:\n    says: Shut the tap.\n    promises:\n"
        "      {0}: within 1 minute\n"
    )
    assert told(policy.format("Dry feet")) == ["7 limits-disagree"]
    assert told(policy.format("First reply")) == []
    assert told(f"{policy.format('First reply')}    standards: First reply\n") == ["7 limits-disagree"]


def test_staff_are_asked_for_no_less_than_customers_are_promised() -> None:
    target = "  Our target:\n    {}\n    milestone: first-reply\n    within: 4 minutes"
    both = f"standards:\n  First reply: within {{}} minutes\n{target}"
    assert told(both.format(2, "public: no")) == ["2 limits-disagree"]
    assert told(both.format(2, "audience: staff")) == ["2 limits-disagree"]
    assert told(both.format(6, "public: no")) == []
    assert told(both.format(2, "public: yes")) == ["6 limits-disagree"]
