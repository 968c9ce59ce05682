"""Limits whose order cannot be are told; what is not about one thing is never held against each other."""

import pytest
from tests.rules.judging import rules, said

PRIORITIES = "hours: Mon-Fri 9:00-17:00\npriorities:\n  Urgent: Nothing works\n  Normal:\n    else: yes\n"

PLANS = "customers:\n  Agency:\n    comes_before: Solo\n  Solo: The small plan\n"


def test_what_is_urgent_should_not_wait_longest() -> None:
    limits = "standards:\n  First reply:\n    within:\n      Urgent: 1 working day\n      Normal: 1 business hour"
    assert said(PRIORITIES + limits) == [
        (
            "9 warning urgent-waits-longer: Urgent waits 1 working day for “First reply”, and Normal only 1 business "
            "hour. The other stands in line 10. Give Urgent the shorter of the two, "
            "since it should never wait for Normal."
        )
    ]


def test_urgent_and_normal_may_stand_in_rows_of_their_own() -> None:
    urgent = "standards:\n  Urgent:\n    priorities: Urgent\n    milestone: resolve\n    within: 2 working days\n"
    normal = "  {}:\n    priorities: Normal\n    milestone: resolve\n    within: 1 working day\n"
    assert rules(PRIORITIES + urgent + normal.format("Normal")) == ["10 urgent-waits-longer"]
    assert said(PRIORITIES + urgent + normal.format("Potholes")) == []


@pytest.mark.parametrize(
    "priorities",
    [
        "P1: a\n  P2: b", "Severity 1: a\n  Severity 2: b", "High: a\n  Low: b", "Dringend: a\n  Normal: b",
        "Critical: a\n  Somewhen:\n    else: yes",
    ],
)  # fmt: skip
def test_how_pressing_a_priority_is_stands_in_its_name(priorities: str) -> None:
    names = [line.split(":")[0].strip() for line in priorities.splitlines()[:2]]
    policy = f"priorities:\n  {priorities}\nstandards:\n  First reply:\n    within:\n"
    limits = f"      {names[0]}: 3 working days\n      {names[1]}: 1 working day"
    assert [told.split()[1] for told in rules(f"{policy}{limits}")] == ["urgent-waits-longer"]


@pytest.mark.parametrize(
    "promises",
    [
        "First reply:\n    within:\n      Urgent: 2 x Usual\n      Normal: 1 minute\n  Usual: 3 minutes",
        "First reply:\n    within:\n      Urgent: 2 working days\n      Normal: 3 calendar days",
        (
            "First reply:\n    priorities: Urgent\n    within: 3 working days\n  Once escalated:\n    rows:\n"
            "      Answer:\n        priorities: Normal\n        milestone: first-reply\n        within: 1 working day"
        ),
        (
            "First reply:\n    priorities: Urgent\n    within: 3 working days\n    when: It is escalated\n"
            "  Initial reply:\n    priorities: Normal\n    within: 1 working day"
        ),
        "First reply:\n    within:\n      Urgent: a visit, within 2 days\n      Normal: 1 working day",
    ],
)
def test_urgent_and_normal_of_different_things_are_left_alone(promises: str) -> None:
    assert said(f"{PRIORITIES}standards:\n  {promises}") == []


def test_priorities_whose_names_say_no_order_are_left_alone() -> None:
    limits = "standards:\n  First reply:\n    within:\n      Late: 3 working days\n      Small: 1 working day"
    assert said(f"priorities:\n  Late: a\n  Small: b\n{limits}") == []


def test_customers_who_come_first_should_not_wait_longer() -> None:
    limits = "standards:\n  First reply:\n    within:\n      Solo: 1 working day\n      Agency: 2 working days"
    assert rules(f"{PLANS}{limits}") == ["9 urgent-waits-longer"]
    assert said(f"{PLANS}{limits.replace('2 working days', '1 working day')}") == []


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("First reply", "Resolution"), ("Acknowledgement", "Full answer"), ("Acknowledgement", "First reply"),
        ("Eingangsbestätigung", "Lösung"),
    ],
)  # fmt: skip
def test_the_end_does_not_come_before_the_beginning(earlier: str, later: str) -> None:
    assert rules(f"standards:\n  {earlier}: within 2 working days\n  {later}: within 1 working day") == [
        "3 out-of-order"
    ]


def test_a_late_receipt_is_told_once() -> None:
    policy = (
        "standards:\n  Acknowledgement: 5 working days\n  First reply: 2 working days\n  Resolution: 4 working days"
    )
    assert said(policy) == [
        (
            "3 warning out-of-order: “First reply” is promised within 2 working days, before "
            "“Acknowledgement”, which may take 5 working days. The other stands in line 2. "
            "Make the later one longer or the earlier one shorter, or say with `after` what each is counted after."
        )
    ]


def test_the_steps_of_a_complaint_have_an_order_too() -> None:
    steps = "complaints:\n  stages:\n    Ours:\n      steps:\n        Acknowledgement: within 5 working days\n"
    assert rules(
        f"{steps}        You hear from us:\n          milestone: full-reply\n          within: 3 working days"
    ) == ["8 out-of-order"]


@pytest.mark.parametrize(
    "apart",
    [
        "topic: Late bags", "when: It is escalated", "after: you accept our price", "channels: Letter", "for: Solo",
    ],
)  # fmt: skip
def test_promises_about_different_things_are_left_alone(apart: str) -> None:
    assert (
        said(
            f"{PLANS}channels:\n  Email: a@b.example\n  Letter: 4 Mill Lane\nstandards:\n"
            "  First reply:\n    channels: Email\n    for: Agency\n    within: 3 working days\n"
            f"  Resolution:\n    within: 1 working day\n    {apart}\n"
        )
        == []
    )


@pytest.mark.parametrize(
    "promises",
    [
        "standards:\n  Potholes: within 1 working day of your report\n  First reply: within 3 working days",
        "standards:\n  First reply: within 1 working day\n  Next reply: within 2 working days",
        "standards:\n  First reply: within 2 working days\n  Next reply: within 1 working day",
        "standards:\n  First reply: within 2 working days\n  Resolution: half of First reply",
        (
            "standards:\n  First reply: within 2 working days\n"
            "procedures:\n  A leak:\n    says: Shut the tap.\n    promises:\n      Resolution: within 1 working day"
        ),
        "standards:\n  First reply: within 2 working days\n  Resolution: within 2 days",
        (
            "complaints:\n  stages:\n    Ours:\n      steps:\n        Acknowledgement: within 5 working days\n"
            "      complexity:\n        Simple:\n          within: 3 working days\n          after: received"
        ),
    ],
)
def test_another_matter_another_clock_or_a_multiple_is_left_alone(promises: str) -> None:
    assert said(promises) == []


def test_seven_days_after_the_call_and_fourteen_after_receipt_are_left_alone() -> None:
    steps = (
        "        The call:\n          milestone: acknowledge\n          within: 14 days\n          after: received\n"
        "        Our letter:\n          milestone: full-reply\n          within: 7 days\n          after: The call\n"
    )
    assert said(f"complaints:\n  stages:\n    Ours:\n      steps:\n{steps}") == []
    assert (
        rules(f"complaints:\n  stages:\n    Ours:\n      steps:\n{steps.replace('after: The call', 'after: received')}")
        != []
    )


def test_news_comes_before_the_end() -> None:
    policy = "standards:\n  Resolution: within 3 working days\n  Updates:\n    every: {}\n    until: it is solved"
    assert rules(policy.format("5 working days")) == ["4 out-of-order"]
    assert said(policy.format("1 working day")) == []


@pytest.mark.parametrize("limit", ["2 x First answer", "half of nothing"])
def test_a_multiple_of_what_is_not_there_is_told(limit: str) -> None:
    assert [told.split()[1] for told in rules(f"standards:\n  First reply: 4 minutes\n  Next reply: {limit}")] == [
        "relative-limit-unknown"
    ]


def test_a_multiple_finds_its_promise_by_name_by_moment_and_at_home() -> None:
    assert said("standards:\n  Answers:\n    milestone: first-reply\n    within: 4 minutes\n  N: 2 x First reply") == []
    assert said("standards:\n  Post:\n    within: 4 minutes\n    rows:\n      - We answer.\n  N: 2 x post") == []
    assert (
        said("complaints:\n  stages:\n    Ours:\n      steps:\n        Letter: 2 weeks\n        Visit: 2 x Letter")
        == []
    )


def test_a_circle_is_told_once() -> None:
    assert rules("standards:\n  Hens: 2 x Eggs\n  Eggs: half of Hens\n  Chicks: 3 x Eggs") == [
        "3 relative-limit-unknown"
    ]
    assert rules("standards:\n  Hens: 2 x Hens") == ["2 relative-limit-unknown"]


def test_what_stands_upside_down_is_told_with_the_way_to_write_it() -> None:
    assert said("standards:\n  Replies: within 4-2 minutes") == [
        (
            "2 warning limit-upside-down: “within 4-2 minutes” ends before it begins. "
            "Write `2-4 minutes`, if that is what is meant."
        )
    ]
    assert rules("standards:\n  Evenings:\n    at_least: 6 a year\n    at_most: 4 a year") == ["3 limit-upside-down"]
    assert rules("standards:\n  Reply:\n    within:\n      Urgent: 9 to 5 minutes\n      Others: 9 minutes") == [
        "4 limit-upside-down"
    ]


@pytest.mark.parametrize(
    "promise",
    [
        "Replies: within 2-4 minutes", "Evenings:\n    at_least: 4 a year\n    at_most: 6 a year",

        "Evenings:\n    at_least: 4 a year\n    at_most: 2 hours",
        "We are here 9-5 on weekdays.", "Till: 9-5, Monday to Friday",
    ],
)  # fmt: skip
def test_ranges_and_bounds_that_stand_right_are_left_alone(promise: str) -> None:
    assert said(f"standards:\n  {promise if ':' in promise else '- ' + promise}") == []


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ("over: £50, up_to: £20", ["3 limit-upside-down"]),
        ("over: £20, up_to: £20", ["3 limit-upside-down"]),
        ("over: 30%, up_to: 20%", ["3 limit-upside-down"]),
        ("over: £50, up_to: €20", []),
        ("over: £50 per case, up_to: £20 per day", []),
        ("over: £50, up_to: by judgement", []),
    ],
)
def test_a_band_ends_above_where_it_begins(limits: str, expected: list[str]) -> None:
    found = rules(f"discretion:\n  may_give:\n    Any: {{gives: a refund, {limits}}}\n    Rest: {{gives: a refund}}")
    assert found == expected


def test_a_band_upside_down_that_rows_inherit_is_told_once() -> None:
    rows = "remedies:\n  Late:\n    over: £9\n    up_to: £5\n    rows:\n      One: a token\n      Two: a card\n"
    assert rules(rows) == ["4 limit-upside-down"]


_TWO_ROWS = """
priorities:
  {}
standards:
  First reply:
    milestone: first-reply
    within: {{{}}}
  A price:
    milestone: {}
    within: {{{}}}
"""


def _pressing(priorities: str, replies: str, prices: str, milestone: str = "seen") -> list[str]:
    found = rules(_TWO_ROWS.format(priorities, replies, milestone, prices))
    return [line for line in found if line.endswith("urgent-waits-longer")]


def test_limits_that_order_two_priorities_both_ways_are_told() -> None:
    names = "{Soon: They need it, Usual: {else: yes}}"
    replies = "Soon: 4 hours, Usual: 2 days"
    assert _pressing(names, replies, "Soon: 4 days, Usual: 2 days") == ["9 urgent-waits-longer"]
    assert _pressing(names, replies, "Soon: 1 day, Usual: 2 days") == []
    assert _pressing(names, "Soon: 4 days, Usual: 2 days", "Soon: 4 days, Usual: 2 days") == []
    assert _pressing(names, replies, "Soon: 4 days, Usual: 2 days", "resolve") == []


@pytest.mark.parametrize(
    "priorities",
    ["{Red: It bleeds, Green: {else: yes}}", "{Rot: Es blutet, Grün: {else: ja}}"],
)
def test_colours_are_as_pressing_as_the_lights_of_a_crossing(priorities: str) -> None:
    one, other = ("Red", "Green") if "Red" in priorities else ("Rot", "Grün")
    late, soon = f"{one}: 4 days, {other}: 2 days", f"{one}: 1 day, {other}: 2 days"
    assert _pressing(priorities, soon, late) == ["9 urgent-waits-longer"]
    assert _pressing(priorities, soon, soon) == []


def test_what_is_worked_on_round_the_clock_presses_most() -> None:
    priorities = "{Off supply: {means: It is dark, round_the_clock: yes}, Other: {else: yes}}"
    late = "Off supply: 3 days, Other: 1 day"
    assert _pressing(priorities, late, late) == ["6 urgent-waits-longer", "9 urgent-waits-longer"]


TABLE = """
priorities: {Urgent: Nothing works, Normal: {else: yes}}
standards:
  When you write:
    rows:
      Somebody has it: {milestone: first-reply, within: {Urgent: %s, Normal: 1 working day}}
      It works again: {milestone: resolve, within: {Urgent: 4 hours, Normal: 5 working days}}
      News from us: {milestone: update, every: %s, priorities: Urgent}
"""


def test_moments_of_one_table_are_in_order_whatever_its_rows_are_called() -> None:
    assert [line for line in rules(TABLE % ("6 hours", "1 hour")) if "out-of-order" in line] == ["6 out-of-order"]
    assert [line for line in rules(TABLE % ("1 hour", "6 hours")) if "out-of-order" in line] == ["7 out-of-order"]
    assert [line for line in rules(TABLE % ("1 hour", "1 hour")) if "out-of-order" in line] == []


def test_one_moment_of_a_table_may_come_before_another_in_another_case() -> None:
    other = TABLE.replace("priorities: Urgent}", "priorities: Normal}")
    assert [line for line in rules(other % ("1 hour", "6 hours")) if "out-of-order" in line] == []


def test_a_complaint_is_confirmed_before_it_is_answered() -> None:
    steps = (
        "complaints:\n  stages:\n    Our answer:\n      by: Ann\n      steps:\n"
        "        You know that we have it: within %s after it reaches us\n"
        "        You have our answer: within 10 working days after it reaches us"
    )
    assert [line for line in rules(steps % "15 working days") if "out-of-order" in line] == ["7 out-of-order"]
    assert [line for line in rules(steps % "2 working days") if "out-of-order" in line] == []


def test_what_is_unsafe_does_not_wait_for_the_rest() -> None:
    table = (
        "priorities: {Unsafe: Somebody could be hurt, No rest: Nobody could sleep, Nuisance: {else: yes}}\n"
        "standards:\n  It is mended:\n    milestone: resolve\n    within: {"
        "Unsafe: %s, No rest: 45 minutes, Nuisance: 24 hours}"
    )
    assert [line for line in rules(table % "90 minutes") if "urgent" in line] == ["5 urgent-waits-longer"]
    assert [line for line in rules(table % "30 minutes") if "urgent" in line] == []
