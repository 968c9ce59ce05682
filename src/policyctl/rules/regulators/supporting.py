"""A policy and the instruments that it names in; the demands that it does not yet support out."""

from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.rules.regulators.judging import Breach, breaches, judged_profiles
from policyctl.rules.regulators.profile import Profile
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import fields, first_few, joined

_SHOWN = 6
"""Demands that one finding lists; more are a wall, and stand in the profile's page anyway."""


def profile_unsupported(context: RuleContext) -> Iterator[Issue]:
    """Something that an instrument named in `profiles` asks for, and that the policy does not show.

    Why it matters: whoever names a norm is asked for the evidence, and it is easily written before the auditor comes.

    Diff:

          policy:
            title: When you are not satisfied
            organisation: Harbour Lane Clinic
            owner: Maria
            profiles: NHS complaints regulations  # <- here
          complaints:
            how_to_complain:
              to: Maria
              help: We write it down for you.
              for_somebody_else: A line from them is enough.
            stages:
              Our answer:
                says: Maria talks it over with you.
                steps:
                  Acknowledgement: within 3 working days
                  Answer: within 30 working days
                letter: What we found
        +   outside:
        +     The Ombudsman:
        +       for: What we could not settle
        +       decides: yes
        +       limits: within 12 months of the day you noticed it
            learning: We read all of them in May.
            records: Six years
    """
    for place, name, profile in judged_profiles(context):
        if context.policy.complaints is None and profile.about == "complaints":
            message = f"“{name}” is about complaints, and this policy does not say yet how they are handled."
            hint = f"Add `complaints`; `policyctl explain {profile.id}` lists what is asked."
            yield Issue(place, message, hint, words=name)
        else:
            yield from _what_is_missing(place, name, profile, context)
            yield from breaches(context, profile, Breach.WEAK)


def _what_is_missing(place: Pointer, name: str, profile: Profile, context: RuleContext) -> Iterator[Issue]:
    """One finding for everything that an instrument asks for and nothing shows."""
    found = [(demand, demand.evidence(context)) for demand in profile.demands]
    missing = [demand for demand, evidence in found if evidence is None]
    if missing:
        supported = sum(evidence is not None and not list(evidence) for _, evidence in found)
        listed = first_few([f"{demand.asks} ({demand.clause})" for demand in missing], _SHOWN)
        message = f"This policy supports {supported} of {len(found)} demands of {profile.short}; not shown yet: "
        places = dict.fromkeys(demand.field for demand in missing[:_SHOWN])
        hint = f"Write it under {fields(places)}; `policyctl explain {profile.id}` lists everything that is asked."
        yield Issue(place, f"{message}{joined(listed)}.", hint, words=name)
