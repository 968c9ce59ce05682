"""What is over while nobody is there is told with its hour; whoever provides for the night is left alone."""

import pytest
from tests.rules.judging import HEAD, found, rules, said

_POLICY = """\
standards:
  Answers by email:
    channels: Email
    milestone: first-reply
    after: your message arrives
    {}
hours: Mon-Fri 9:00-17:30 and Sat 10:00-16:00
channels:
  Email: care@example.org
"""

_PUBLISHED = f"{HEAD}  status: published\n"


def _told(promise: str, more: str = "", policy: str = _POLICY) -> list[str]:
    """The ids of this family alone, as other families have their own thoughts about bare little policies."""
    found = rules(policy.format(promise) + more)
    return [line.split()[1] for line in found if "-hours" in line or "hours-" in line]


def test_twelve_hours_cannot_hold_over_a_weekend_and_it_says_when() -> None:
    found = [line for line in said(_POLICY.format("within: 12 calendar hours"), _PUBLISHED) if "outside" in line]
    assert found == [
        (
            "6 error promise-outside-hours: Asked on Saturday at 16:00, the 12 calendar hours are over on Sunday at "
            "4:00, and Email opens again on Monday at 9:00. Count it while you are open, such as `4 business hours`, "
            "or say who answers then; only what is longer than 41 hours holds by the calendar."
        )
    ]


@pytest.mark.parametrize(
    "promise",
    [
        "within: 40 calendar hours",
        "within: 1 calendar day",
        "within: {Orders: 12 calendar hours, Questions: 3 working days}",
        "on: the same day",
        "within: the same day",
        "by: noon on the next day",
        "by: the end of the day",
    ],
)
def test_what_is_over_before_anybody_is_back(promise: str) -> None:
    assert _told(promise) == ["promise-outside-hours"]


@pytest.mark.parametrize("promise", ["firmness: aim", "firmness: try", "met: 90%", "says: We hope to answer."])
def test_an_aim_and_a_share_are_told_as_well(promise: str) -> None:
    assert _told(f"within: 12 calendar hours\n    {promise}") == ["promise-outside-hours"]


@pytest.mark.parametrize(
    "promise",
    [
        "within: 41 calendar hours",
        "within: 2 calendar days",
        "within: 4 business hours",
        "within: 12 hours on working days",
        "within: 1 working day",
        "within: 1 week",
        "within: 6 months",
        "by: noon on the next working day",
        "on: the same working day",
        "on: the day we agreed",
        "by: '17:30'",
        "within: {Urgent: 2 x First reply}",
    ],
)
def test_what_holds_over_the_weekend_or_is_counted_in_its_days_is_left_alone(promise: str) -> None:
    assert _told(promise) == []


@pytest.mark.parametrize(
    "more",
    [
        "priorities: {Urgent: {round_the_clock: yes}}",
        "roles: {Support: {rota: 'One of us is on call at night'}}",
        "roles: {Duty manager: Night and day}",
        "roles: {Werkstatt: {reach: 'Rufbereitschaft, 030 12345'}}",
    ],
)
def test_whoever_provides_for_the_night_is_left_alone(more: str) -> None:
    assert _told("priorities: Urgent\n    within: 12 calendar hours", more) == []


@pytest.mark.parametrize(("kept", "told"), [("Answers by email", []), ("Another", ["promise-outside-hours"])])
def test_a_ladder_covers_the_night_of_the_promises_that_lead_to_it(kept: str, told: list[str]) -> None:
    ladder = "escalation: {ladders: {Angry: {levels: [Ana], out_of_hours: Ring whoever is on call.}}}\n"
    procedure = f"procedures: {{It is broken: {{steps: Mend it., standards: {kept}, escalation: Angry}}}}"
    assert [each for each in _told("within: 12 calendar hours", ladder + procedure) if "outside" in each] == told


def test_only_the_urgent_ones_are_worked_on_at_night() -> None:
    promise = "within:\n      Urgent: 4 calendar hours\n      Normal: 12 calendar hours"
    found = rules(_POLICY.format(promise) + "priorities: {Urgent: {round_the_clock: yes}, Normal: {else: yes}}")
    assert [line for line in found if "outside" in line] == ["8 promise-outside-hours"]


@pytest.mark.parametrize(
    "promise",
    [
        "exceptions: At weekends",
        "note: Not at night.",
        "unless: We are closed",
        "says: On working days we answer within 12 hours.",
        "when_missed: We write on Monday.\n    exceptions: Samstags und sonntags",
    ],
)
def test_words_that_mind_the_hours_lift_it(promise: str) -> None:
    assert _told(f"within: 12 calendar hours\n    {promise}") == []


def test_words_of_the_group_that_mind_the_hours_lift_it_too() -> None:
    policy = _POLICY.replace("    {}\n", "    notes: All of these hours are opening hours.\n    rows:\n      One: {}\n")
    assert _told("within 12 calendar hours", policy=policy) == []


@pytest.mark.parametrize("channel", ["Phone: 020 7946 0112", "At the till", "Post: 4 Harbour Lane"])
def test_nobody_rings_or_comes_in_while_it_is_closed(channel: str) -> None:
    policy = _POLICY.replace("Email: care@example.org", channel).replace("channels: Email", "channels: " + channel[:5])
    assert [line for line in _told("within: 12 calendar hours", policy=policy) if "outside" in line] == []


@pytest.mark.parametrize("hours", ["24 hours", "daily 0:00-24:00", "Mon-Sun 6:00-20:00"])
def test_hours_that_leave_no_long_night(hours: str) -> None:
    policy = _POLICY.replace("Mon-Fri 9:00-17:30 and Sat 10:00-16:00", hours)
    assert _told("within: 12 calendar hours", policy=policy) == []


def test_hours_that_are_not_known_say_nothing() -> None:
    assert _told("within: 12 calendar hours", policy=_POLICY.replace("hours: Mon", "facts:\n  Hours: Mon")) == []


def test_a_promise_on_no_channel_is_over_when_nobody_at_all_is_there() -> None:
    policy = _POLICY.replace("    channels: Email\n", "")
    assert _told("within: 12 calendar hours", policy=policy) == ["promise-outside-hours"]
    chat = policy + "  Chat: 24 hours\n"
    assert _told("within: 12 calendar hours", policy=chat) == []


def test_what_begins_with_something_else_than_the_message_is_left_alone() -> None:
    policy = _POLICY.replace("after: your message arrives", "after: we agree it")
    assert _told("within: 12 calendar hours", policy=policy) == []


@pytest.mark.parametrize("within", ["24 business hours", "48 business hours"])
def test_business_hours_that_sound_like_days(within: str) -> None:
    assert _told(f"within: {within}") == ["hours-sound-like-days"]


@pytest.mark.parametrize("within", ["20 business hours", "8 business hours", "24 business minutes", "240 working days"])
def test_other_hours_sound_like_what_they_are(within: str) -> None:
    assert _told(f"within: {within}") == []


def test_24_business_hours_are_a_day_where_somebody_is_always_there() -> None:
    assert (
        _told("within: 24 business hours", policy=_POLICY.replace("Mon-Fri 9:00-17:30 and Sat 10:00-16:00", "24/7"))
        == []
    )


def _channel_findings(policy: str, rule: str) -> list[str]:
    return [line for line in said(policy, _PUBLISHED) if f" {rule}:" in line]


_CHAT = "hours: {}\nchannels:\n  {}:\n    hours: {}\n"


@pytest.mark.parametrize(
    ("hours", "words"),
    [("Mon-Sat 9:00-17:00", "on Saturday at 9:00"), ("Mon-Fri 9:00-18:00", "until Monday at 18:00")],
)
def test_a_chat_that_is_open_when_nobody_is_there_is_asked_about(hours: str, words: str) -> None:
    (told,) = _channel_findings(_CHAT.format("Mon-Fri 9:00-17:00", "Chat", hours), "channel-open-when-nobody-is-there")
    assert f"“Chat” is open {words}, when nobody is there by the hours of the house." in told


@pytest.mark.parametrize(
    ("house", "channel", "hours"),
    [
        ("Mon-Fri 9:00-17:00", "Chat", "Mon-Fri 11:00-17:00"),
        ("Mon-Fri 9:00-17:00", "Emergency telephone", "24 hours"),
        ("Mon-Fri 9:00-17:00", "Website form", "Mon-Sun 6:00-22:00"),
        ("Mon-Fri 9:00-17:00", "Out of hours phone", "Mon-Fri 17:00-20:00"),
        ("\n  Shop: Mon-Fri 9:00-17:00", "Phone", "Mon-Sat 8:00-20:00"),
        ("\n  Shop: Mon-Fri 9:00-17:00\n  Desk: Mon-Fri 8:00-20:00", "Phone", "Mon-Sat 8:00-20:00"),
    ],
)
def test_a_channel_within_the_hours_or_with_people_of_its_own_is_left_alone(
    house: str, channel: str, hours: str
) -> None:
    assert _channel_findings(_CHAT.format(house, channel, hours), "channel-open-when-nobody-is-there") == []


_PLANS = (
    "hours:\n  Everybody: Mon-Fri 9:00-17:00\n  Enterprise:\n    open: 24/7\n    for: Enterprise\n"
    "customers:\n  Enterprise:\n  Starter:\n"
    "standards:\n  First reply:\n    milestone: first-reply\n    within:\n"
    "      Enterprise: 4 calendar hours\n      Starter: 4 calendar hours\n"
)


def test_hours_for_some_customers_count_for_these_alone() -> None:
    assert found("promise-outside-hours", _PLANS) == ["14"]
    assert found("promise-outside-hours", _PLANS.replace("    for: Enterprise\n", "")) == []


def test_named_hours_have_somebody_on_each_day_where_all_have_a_rota() -> None:
    week = (
        "hours:\n  Office: Mon-Fri 10:00-18:00\n  Lessons: Mon-Sat 8:00-20:00\n"
        "roles:\n  Office: {rota: Mon-Fri 10:00-18:00}\n"
    )
    assert found("channel-open-when-nobody-is-there", week + "  Teacher: {rota: Mon-Fri 8:00-20:00}") == ["3"]
    assert found("channel-open-when-nobody-is-there", week + "  Teacher: {rota: Mon-Sat 8:00-20:00}") == []
    assert found("channel-open-when-nobody-is-there", week + "  Teacher: {rota: By arrangement}") == []
