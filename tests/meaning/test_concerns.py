"""An entry concerns those who do it, decide it or stand in for them; whatever leaves that open concerns everybody."""

from datetime import date

from policyctl.meaning.concerns import concerned
from policyctl.schema import Policy, names, parts
from policyctl.validation import validate

_POLICY = b"""
policyctl: 1
policy: {title: How we look after you, organisation: Harbour Lane Books}
roles:
  Adviser: {people: [Ana, Cem]}
  Lead: {people: Bea, backup: Owner}
  Owner: {people: Dia}
procedures:
  A book arrives damaged:
    - {do: Send a new copy, by: Ana}
    - {do: Write it down, by: Cem}
  A refund:
    - {do: Say how much, by: Ana}
    - {do: Return the money, by: Ana, ask: Bea}
  A parcel is late:
    - {do: Look where it is, by: Ana}
    - Ring the customer.
  A large order:
    - choose:
        - {if: It is a school, do: Call them, by: Lead}
        - {else: "yes", do: Write to them, by: Owner}
discretion:
  may_give:
    Put it right: {who: Adviser, gives: a refund, up_to: 20 GBP, above: Bea}
    Lead: up to 100 GBP
    A kindness: {gives: a bookmark}
escalation:
  direct:
    Somebody is in danger: {to: Owner, within: 1 minute}
training:
  modules:
    The first day: {for: Adviser, trainer: Lead}
leadership:
  commitments:
    Owner: Answers letters for a morning.
"""


def test_whom_each_entry_concerns() -> None:
    policy = validate(_POLICY, "policy.yaml", today=date(2026, 11, 23)).policy
    assert isinstance(policy, Policy)
    found = concerned(policy, names(parts(policy)))
    assert {str(pointer[-1]): ", ".join(sorted(str(role[-1]) for role in whom)) for pointer, whom in found.items()} == {
        "A book arrives damaged": "Adviser",
        "A refund": "Adviser, Lead, Owner",
        "A large order": "Lead, Owner",
        "Put it right": "Adviser, Lead, Owner",
        "Lead": "Lead, Owner",
        "The first day": "Adviser, Lead, Owner",
        "Owner": "Owner",
    }
