"""Every date is found with what happens then, in its field or in words."""

from datetime import date

from policyctl.meaning import Meaning
from policyctl.meaning.dates import days
from policyctl.validation import validate

_POLICY = b"""
policyctl: 1
policy: {title: How we look after you, organisation: Harbour Lane Books, effective: 1 October 2026}
roles: {Bea: {title: Owner, until: 31 March 2031}}
benchmarks: {Postage: {who: Page, checked: 1 September 2026}}
staff_input: {A week: {on: 2 June 2026, found: Nobody knew.}}
pilot:
  starts: 1 August 2026
  ends: 31 August 2026
  told: This is a test until 31 August, and we began in July.
  decision: Go, from 1 October
rollout:
  meetings: {Breakfast: {on: 28 September 2026}}
  acknowledge_by: 30 September 2026
review:
  next: 1 April 2027
  log: {Autumn: {on: 20 September 2026, decision: Keep it.}}
changelog: {1.2: {on: 1 October 2026, what: Books.}}
"""


def test_every_date_is_found() -> None:
    policy = validate(_POLICY, "policy.yaml", today=date(2026, 11, 23)).policy
    assert policy is not None
    found = sorted(days(Meaning(policy, date(2026, 11, 23))), key=lambda day: (day.value, day.event))
    assert [f"{day}: {day.event}{' (' + day.name + ')' if day.name else ''}" for day in found] == [
        "2 June 2026: the staff were asked (A week)",
        "1 August 2026: the trial begins",
        "31 August 2026: the trial ends",
        "31 August 2026: the trial is said to end",
        "1 September 2026: a comparison was checked (Postage)",
        "20 September 2026: a review was held (Autumn)",
        "28 September 2026: a briefing (Breakfast)",
        "30 September 2026: everybody has signed",
        "1 October 2026: a version (1.2)",
        "1 October 2026: in force",
        "1 October 2026: it was decided to begin",
        "1 April 2027: the next review",
        "31 March 2031: somebody's last day (Bea)",
    ]
