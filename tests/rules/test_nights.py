"""Who is asked at night, and who is off duty when a case comes: told where it is certain, and only there."""

import pytest
from tests.rules.judging import HEAD, said

_PUBLISHED = f"{HEAD}  status: published\n"


def _told(policy: str, rule: str) -> list[str]:
    return [line for line in said(policy, _PUBLISHED) if f" {rule}:" in line]


_LEVELS = """\
hours: Mon-Sat 9:00-17:00
roles:
  Ana: Adviser
  Care lead:
    {}
escalation:
  ladders:
    Unhappy customers:
      levels:
        - role: Ana
          waits: {}
        - role: Care lead
          {}
"""


@pytest.mark.parametrize("waits", ["1 business hour", "1 hour", "30 minutes"])
def test_a_level_that_is_away_for_a_day_is_told_with_the_hour(waits: str) -> None:
    (told,) = _told(_LEVELS.format("rota: Mon-Fri 9:00-17:00", waits, "may: Anything"), "level-off-duty")
    assert told.startswith("12 warning level-off-duty: A case that begins on Saturday at 9:00 reaches “Care lead” at ")
    assert "and nobody is there before Monday at 9:00. Name somebody who is there then" in told


@pytest.mark.parametrize(
    ("rota", "waits", "level"),
    [
        ("rota: Mon-Sat 9:00-12:00", "1 hour", "may: Anything"),
        ("rota: Samir in the week, Jo at weekends", "1 hour", "may: Anything"),
        ("title: Care lead", "1 hour", "may: Anything"),
        ("rota: Mon-Fri 9:00-17:00", "1 hour", "backup: Ana"),
        ("rota: Mon-Fri 9:00-17:00", "until you have tried everything", "may: Anything"),
        ("rota: Mon-Fri 9:00-17:00", "1 hour", "waits: 2 working days"),
        ("rota: Mon-Fri 9:00-17:00\n    backup: Ana", "1 hour", "may: Anything"),
        ("rota: Mon-Fri 9:00-17:00", "1 hour", "role: [Care lead, Whoever is in]"),
        ("rota: Mon-Fri 9:00-17:00", "9 hours", "may: Anything"),
    ],
)
def test_a_level_that_is_there_stood_in_for_or_not_known_is_left_alone(rota: str, waits: str, level: str) -> None:
    policy = _LEVELS.replace("        - role: Care lead\n          {}\n", "        - {}\n")
    last = level if level.startswith("role") else f"role: Care lead\n          {level}"
    assert _told(policy.format(rota, waits, last), "level-off-duty") == []


def test_a_stand_in_who_is_away_on_the_same_day_does_not_help_and_one_on_another_does() -> None:
    for days, count in (("Mon-Thu", 1), ("Sat", 0)):
        policy = _LEVELS.format("rota: Mon-Fri 9:00-17:00", "1 hour", "backup: Bea")
        policy = policy.replace("roles:\n", f"roles:\n  Bea:\n    rota: {days} 9:00-17:00\n")
        assert len(_told(policy, "level-off-duty")) == count


def test_what_happens_out_of_hours_is_said_and_hours_that_are_not_known_are_not_guessed() -> None:
    policy = _LEVELS.format("rota: Mon-Fri 9:00-17:00", "1 hour", "may: Anything")
    assert _told(policy + "      out_of_hours: It waits.\n", "level-off-duty") == []
    assert _told(policy.replace("hours: Mon-Sat 9:00-17:00\n", ""), "level-off-duty") == []


_NIGHT = """\
hours: {}
roles:
  Ana: {}
priorities:
  Urgent:
    round_the_clock: {}
channels:
  Hotline:
    address: 020 7946 0112
    hours: {}
procedures:
  Nothing works:
    channels: Hotline
    steps: [Try it again.]
    escalation: Faults
escalation:
  ladders:
    Faults:
      {}
      levels: [Ana]
"""


@pytest.mark.parametrize(
    ("urgent", "hotline", "reason"),
    [
        ("yes", "Mon-Fri 9:00-17:00", "“Urgent” is worked on round the clock"),
        ("no", "24 hours", "“Hotline” is open round the clock"),
    ],
)
def test_a_ladder_for_cases_at_night_says_what_happens_at_night(urgent: str, hotline: str, reason: str) -> None:
    policy = _NIGHT.format("Mon-Fri 9:00-17:00", "Engineer", urgent, hotline, "triggers: It is broken")
    (told,) = _told(policy, "ladder-silent-about-night")
    assert f"{reason}, and “Faults” does not say who is asked when nobody is there." in told


@pytest.mark.parametrize(
    ("hours", "ana", "urgent", "hotline", "ladder"),
    [
        ("Mon-Fri 9:00-17:00", "Engineer", "no", "Mon-Fri 9:00-17:00", "triggers: It is broken"),
        ("Mon-Fri 9:00-17:00", "Engineer", "yes", "24 hours", "out_of_hours: Ring Ana at home."),
        ("Mon-Fri 9:00-17:00", "Engineer", "yes", "24 hours", "kind: advice"),
        ("Mon-Fri 9:00-17:00", "On call every other week", "yes", "24 hours", "triggers: It is broken"),
        ("Mon-Fri 9:00-17:00", "Engineer", "yes", "24 hours", "about: The duty phone lies by the door."),
        ("24 hours", "Engineer", "yes", "24 hours", "triggers: It is broken"),
    ],
)
def test_a_ladder_of_the_day_and_one_that_knows_the_night_are_left_alone(
    hours: str, ana: str, urgent: str, hotline: str, ladder: str
) -> None:
    assert _told(_NIGHT.format(hours, ana, urgent, hotline, ladder), "ladder-silent-about-night") == []


_ROUTE = """\
hours: {}
channels:
  Phone: 020 7946 0112
  Email: care@example.org
roles:
  Rosa:
    title: Owner
    {}
escalation:
  direct:
    Data in the wrong hands:
      to: Rosa
      within: {}
      {}
"""


def test_a_direct_route_that_finds_nobody_at_night_is_asked_about() -> None:
    policy = _ROUTE.format("Mon-Fri 9:00-17:00", "covers: Everything", "1 hour", "note: Do not guess.")
    assert _told(policy, "ladder-silent-about-night") == [
        (
            "13 warning ladder-silent-about-night: “Data in the wrong hands” is to reach “Rosa” within 1 hour, and "
            "whoever notices it on Friday at 17:00 finds nobody before Monday at 9:00. Say how to reach them then, "
            "with `reach` in the role; if it can wait, count it in business hours."
        )
    ]


@pytest.mark.parametrize(
    ("hours", "role", "within", "route"),
    [
        ("Mon-Fri 9:00-17:00", "reach: 07700 900 123", "1 hour", "note: Do not guess."),
        ("Mon-Fri 9:00-17:00", "rota: On call at weekends", "1 hour", "note: Do not guess."),
        ("Mon-Fri 9:00-17:00", "covers: Everything", "1 business hour", "note: Do not guess."),
        ("Mon-Fri 9:00-17:00", "covers: Everything", "the same day", "note: Do not guess."),
        ("Mon-Fri 9:00-17:00", "covers: Everything", "72 hours", "note: Do not guess."),
        ("Mon-Fri 9:00-17:00", "covers: Everything", "1 hour", "note: At night, ring Rosa at home."),
        ("Mon-Fri 9:00-17:00", "covers: Everything", "1 hour", "reply: Call 999 first."),
        ("Mon-Fri 9:00-17:00", "covers: Everything", "1 hour", "say: I am calling an ambulance."),
        ("Mon-Fri 9:00-17:00", "covers: Everything", "1 hour", "channels: Phone"),
        ("24 hours", "covers: Everything", "1 hour", "note: Do not guess."),
        ("When Rosa is in", "covers: Everything", "1 hour", "note: Do not guess."),
    ],
)
def test_a_route_that_is_open_at_night_or_can_wait_is_left_alone(
    hours: str, role: str, within: str, route: str
) -> None:
    assert _told(_ROUTE.format(hours, role, within, route), "ladder-silent-about-night") == []


_CHAT = "hours: {}\nchannels:\n  {}:\n    hours: {}\n"


@pytest.mark.parametrize(
    ("hours", "words"),
    [("Mon-Sat 9:00-17:00", "on Saturday at 9:00"), ("Mon-Fri 9:00-18:00", "until Monday at 18:00")],
)
def test_a_chat_that_is_open_when_nobody_is_there_is_asked_about(hours: str, words: str) -> None:
    (told,) = _told(_CHAT.format("Mon-Fri 9:00-17:00", "Chat", hours), "channel-open-when-nobody-is-there")
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
    assert _told(_CHAT.format(house, channel, hours), "channel-open-when-nobody-is-there") == []
