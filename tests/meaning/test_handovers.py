"""Whoever passes a case on is found, with whom it goes to and after how long."""

from datetime import date

from policyctl.meaning import Meaning
from policyctl.meaning.handovers import handovers
from policyctl.validation import validate

_POLICY = b"""
policyctl: 1
policy: {title: How we look after you, organisation: Harbour Lane Books}
roles: {Ana: Adviser, Bea: Owner}
procedures:
  A book arrives damaged:
    - do: Send a new copy
      by: Ana
      within: 1 working day
    - if: It is out of print
      do: Offer the money
escalation:
  ladders:
    Unhappy customers:
      levels:
        - role: Ana
          waits: 2 business hours
        - {role: Bea, backup: Ana}
      handoff:
        say: Bea knows everything.
  direct:
    A solicitor writes: {to: Bea, within: 1 hour}
discretion:
  may_give:
    A refund: {who: Ana, up_to: 20 GBP per case, above: Bea, answers_within: 1 working day}
"""


def _found() -> list[str]:
    policy = validate(_POLICY, "policy.yaml", today=date(2026, 11, 23)).policy
    assert policy is not None
    return [
        f"{each.way}: {each.name} -> {', '.join(each.to)}"
        f"{' or ' + ', '.join(each.stand_in) if each.stand_in else ''}"
        f" within {each.limits.written() if each.limits else '?'}"
        f"{'' if each.always else ', sometimes'}{', said' if each.said else ''}"
        for each in handovers(Meaning(policy, date(2026, 11, 23)))
    ]


def test_levels_routes_steps_and_approvals_are_handovers() -> None:
    assert _found() == [
        "level: Unhappy customers -> Ana within 2 business hours",
        "level: Unhappy customers -> Bea or Ana within ?, said",
        "route: A solicitor writes -> Bea within 1 hour",
        "step: Send a new copy -> Ana within 1 working day",
        "step: Offer the money ->  within ?, sometimes",
        "approval: A refund -> Bea within 1 working day",
    ]
