"""Ladders that are too slow, or that lead to nobody at night, are told; what nobody can compare is left alone."""

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
    return [line for line in found if "too-late" in line]


def test_the_promise_is_over_before_the_next_level_is_asked() -> None:
    assert _late("within: 1 hour", "4 hours") == [
        (
            "23 error too-late: “Unhappy customers” may wait 4 hours before “Bea” is asked, and "
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
            "13 info ladder-silent-about-night: “Data in the wrong hands” is to reach “Rosa” within 1 hour, and "
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
