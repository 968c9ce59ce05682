"""Limits whose clock nobody can tell are told; whatever tells it in any way is left alone."""

import pytest
from tests.rules.judging import HEAD, rules, said

OPEN = "hours: Mon-Fri 9:00-17:00\n"


def test_hours_without_a_clock_are_told_with_what_to_write() -> None:
    assert said(f"{OPEN}standards:\n  First reply: within 4 hours") == [
        (
            "3 info limit-without-clock: “4 hours” does not say whether it runs on while you are closed, as you "
            "are from Friday 17:00 to Monday 9:00. Write `4 business hours`, or `4 calendar hours` if it does; "
            "`notes` may say it once for the whole group."
        )
    ]


def test_a_day_of_hours_is_a_working_day() -> None:
    (told,) = said(f"{OPEN}standards:\n  Calls: within 48 hours")
    assert "Write `2 working days`, or `48 calendar hours` if it does;" in told


def test_a_german_policy_is_told_in_german_words_what_to_write() -> None:
    week = "hours: Mo-Fr 9:00-17:00\nstandards:\n  Rückruf: innerhalb von {}\n"
    head = f"{HEAD}  language: de-DE\n"
    for limit, ours, theirs in [
        ("4 Stunden", "4 Geschäftsstunden", "4 Kalenderstunden"),
        ("1 Tag", "1 Arbeitstag", "1 Kalendertag"),
    ]:
        (finding,) = said(week.format(limit), head)
        assert f"Write `{ours}`, or `{theirs}` if " in finding


def test_days_without_a_clock_are_told_once_for_their_group() -> None:
    group = "standards:\n  Post:\n    rows:\n      First reply: within 3 days\n      Full answer: within 10 days"
    (told,) = said(f"{OPEN}{group}")
    assert told.startswith(
        "5 info limit-without-clock: “3 days” does not say whether the days count on which you are closed; nor does "
        "“Full answer”. Write `3 working days`, or `3 calendar days` if they do; `notes` below `hours` may say it once"
    )


@pytest.mark.parametrize(
    "limit",
    [
        "6 months", "1 year", "2 weeks", "30 days", "14 days", "21 days", "6 rings", "30 seconds", "3 minutes",
        "4 business hours", "2 working days", "80 calendar hours", "4 hours on working days", "the same day", "at once",
    ],
)  # fmt: skip
def test_only_hours_and_days_need_a_clock(limit: str) -> None:
    assert said(f"{OPEN}standards:\n  First reply: within {limit}") == []


@pytest.mark.parametrize(
    "policy",
    [
        "hours: 24 hours\nstandards:\n  First reply: within 4 hours",
        "standards:\n  First reply: within 4 hours",
        f"{OPEN}standards:\n  notes: We count opening hours.\n  items:\n    First reply: within 4 hours",
        f"{OPEN}standards:\n  Email:\n    note: Working days, of course.\n    rows:\n      First reply: within 3 days",
        f"{OPEN}standards:\n  First reply:\n    within: 4 hours\n    about: Day and night.",
        f"{OPEN}standards:\n  Messages:\n    says: We try to answer during those times.\n    within: 4 hours",
        f"{OPEN}standards:\n  intro: All times are in those hours.\n  items:\n    First reply: within 4 hours",
        (
            "hours:\n  about: All limits are in opening hours.\n  open: Mon-Fri 9:00-17:00\n"
            "standards:\n  First reply: within 4 hours"
        ),
        f"{OPEN}channels:\n  Till: here\nstandards:\n  A look at it:\n    channels: Till\n    within: 1 hour",
        (
            f"{OPEN}channels:\n  Phone:\n    address: 112\n    hours: 24 hours\n"
            "standards:\n  Call back:\n    channels: Phone\n    within: 1 hour"
        ),
        (
            f"{OPEN}priorities:\n  Urgent:\n    round_the_clock: yes\n  Normal:\n    else: yes\n"
            "standards:\n  First reply:\n    within:\n      Urgent: 1 hour\n      Normal: 1 working day"
        ),
        f"{OPEN}standards:\n  A dangerous pothole, made safe: within 24 hours",
        "hours: Mon-Sun 7:00-22:00\nstandards:\n  First reply: within 24 hours\n  Full answer: within 3 days",
        f"{OPEN}terms:\n  Returns:\n    within: 10 days\n    after: the purchase",
        f"{OPEN}complaints:\n  stages:\n    Ours:\n      says: In working days.\n      steps:\n        Answer: 10 days",
    ],
)
def test_a_clock_may_be_told_once_or_be_plain(policy: str) -> None:
    assert said(policy) == []


def test_business_hours_need_opening_hours_and_working_days_do_not() -> None:
    assert rules("standards:\n  First reply: within 4 business hours\n  Full answer: within 8 business hours") == [
        "2 limit-without-clock"
    ]
    assert said("standards:\n  First reply: within 4 working days") == []
    assert rules("hours: From dawn to dusk\nstandards:\n  First reply: within 4 business hours") == ["1 hours-in-words"]
    assert said("channels:\n  Email:\n    hours: Mon-Fri 9:00-17:00\nstandards:\n  First reply: 4 business hours") == []


@pytest.mark.parametrize(
    ("channels", "told"),
    [
        ("", []),
        ("channels: At the desk", []),
        ("channels: Email", ["10 limit-without-clock"]),
    ],
)
def test_beside_a_desk_that_never_closes_hours_run_on(channels: str, told: list[str]) -> None:
    policy = (
        "hours: {Desk: 24 hours, Letters: 'Mon-Fri 9:00-17:00'}\n"
        "channels:\n  At the desk: {kind: in-person, hours: Desk}\n  Email: {address: a@b.example, hours: Letters}\n"
        "standards:\n  It is mended:\n    milestone: resolve\n    after: you tell us\n"
        f"    {channels}\n    within: 24 hours"
    )
    assert [line for line in rules(policy) if line.endswith("limit-without-clock")] == told
