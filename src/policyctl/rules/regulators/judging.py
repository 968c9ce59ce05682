"""Hold a policy against the regulators and norms that it names: what it contradicts, and what it does not show."""

import re
from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.meaning.formatting import fields, first_few, joined
from policyctl.rules.regulators.profiles import Demand, Profile, find, likely, profiles
from policyctl.rules.rule import RuleContext
from policyctl.schema.quantities import Date

_SHOWN = 6
"""Demands that one finding lists; more are a wall, and stand in the profile's page anyway."""

_TRUSTED = 548
"""Days for which what is known of an instrument is taken as it stands: eighteen months."""

_YEAR = re.compile(r"(?<![\w/])(?:19|20)\d\d(?!\w)")


def profile_contradicted(context: RuleContext) -> Iterator[Issue]:
    """Something that is done otherwise than an instrument that binds you asks: too late, or a third stage.

    Why it matters: the procedure that you print is the one that you are held to, and this one is against the rules.

    Diff:

          policy:
            title: When you are not satisfied
            organisation: Harbour Lane Credit Union
            owner: Maria
            profiles: uk-fca
          channels:
            Phone: 01632 960 112
            Email: care@harbourlane.example
          complaints:
            stages:
              Our answer:
                steps:
                  Acknowledgement: within 2 working days of receipt
        -         Final response: within 12 weeks of receipt  # <- here
        +         Final response: within 8 weeks of receipt
                letter: What we found, and why
            outside:
              Financial Ombudsman Service:
                decides: yes
                free: yes
                limits: within 6 months of our final response
            learning: We read all of them in May.
            records: Three years
    """
    for _, _, profile in _named_once(context):
        yield from _breaches(context, profile, binding=True)


def profile_unsupported(context: RuleContext) -> Iterator[Issue]:
    """Something that an instrument named in `profiles` asks for, and that the policy does not show.

    Why it matters: whoever names a norm is asked for the evidence, and it is easily written before the auditor comes.

    Diff:

          policy:
            title: When you are not satisfied
            organisation: Harbour Lane Credit Union
            owner: Maria
            profiles: uk-fca  # <- here
          channels:
            Phone: 01632 960 112
            Email: care@harbourlane.example
          complaints:
            stages:
              Our answer:
                steps:
                  Acknowledgement: within 2 working days of receipt
                  Final response: within 8 weeks of receipt
                letter: What we found, and why
            outside:
              Financial Ombudsman Service:
                decides: yes
                free: yes
                limits: within 6 months of our final response
            learning: We read all of them in May.
        +   records: Three years
    """
    for place, name, profile in _named_once(context):
        if context.policy.complaints is None and profile.about == "complaints":
            message = f"“{name}” is about complaints, and this policy does not say yet how they are handled."
            hint = f"Add `complaints`; `policyctl explain {profile.id}` lists what is asked."
            yield Issue(place, message, hint, words=name)
        else:
            yield from _missing(place, name, profile, context)
            yield from _breaches(context, profile, binding=False)


def profile_unknown(context: RuleContext) -> Iterator[Issue]:
    """A norm or a regulator named in `profiles` of whose demands nothing is known here, or whose name is misspelt.

    Why it matters: the policy says that it keeps the norm in view, and no check stands behind the word; one wrong
    letter switches all its checks off, and the clean report is taken for a good one.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
        -   profiles: The bookbinders' guild  # <- here
        +   schemes: The bookbinders' guild
    """
    for place, name, profile in _named(context):
        if profile:
            continue
        if meant := likely(name):
            message = f"Nothing is known here as “{name}”, so nothing of it is checked."
            yield Issue(place, message, f"Did you mean “{meant}”? Write it just so.", words=name)
        else:
            hint = f"Known are {', '.join(profiles())}; anything else may stand under `schemes`."
            message = f"Nothing is known here of what “{name}” asks, so nothing is checked."
            yield Issue(place, message, hint, words=name, gently=True)


def profile_dated(context: RuleContext) -> Iterator[Issue]:
    """An instrument whose edition is not the one that is checked here, or that was last looked at long ago.

    Why it matters: limits change with each edition, and a policy may keep to one that is no longer in force.

    Diff:

          policy:
            title: When you are not satisfied
            organisation: Harbour Lane Clinic
            owner: Maria
        -   profiles: NHS complaints regulations 2004  # <- here
        +   profiles: NHS complaints regulations 2009
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
            outside:
              The Ombudsman:
                decides: yes
                limits: within 12 months of the day you noticed it
            learning: We read all of them in May.
            records: Six years
    """
    for place, name, profile in _named(context):
        if profile:
            year = next((year for year in _YEAR.findall(name) if profile.years and year not in profile.years), None)
            if year:
                message = f"What is checked here is {profile.short} of {max(profile.years)}, and not of {year}."
                hint = f"Write the edition that you keep to now; it stands at {profile.source}."
                yield Issue(place, message, hint, words=year)
            elif (context.today - profile.checked).days > _TRUSTED:
                message = f"What is known here of {profile.short} was last checked on {Date(profile.checked)}."
                hint = f"See at {profile.source} whether it has changed, and bring policyctl up to date."
                yield Issue(place, message, hint, words=name)


def _named(context: RuleContext) -> Iterator[tuple[Pointer, str, Profile | None]]:
    """Each name under `profiles` with the way to it, and the profile that it means."""
    for index, name in enumerate(context.policy.policy.profiles):
        yield ("policy", "profiles", index), name, find(name)


def _named_once(context: RuleContext) -> Iterator[tuple[Pointer, str, Profile]]:
    """Each profile that is named, once, with the way to its name and the name."""
    seen: set[str] = set()
    for place, name, profile in _named(context):
        if profile and profile.id not in seen:
            seen.add(profile.id)
            yield place, name, profile


def _breaches(context: RuleContext, profile: Profile, *, binding: bool) -> Iterator[Issue]:
    """What speaks against the demands of a profile: those that bind for sure, or the others."""
    for demand in profile.demands:
        if _binds(profile, demand) is binding:
            for against in demand.evidence(context) or ():
                message = f"{against.says}, but under {profile.short} it is {against.asked} ({demand.clause})."
                hint = " ".join(filter(None, (against.hint, demand.doubt)))
                yield Issue(against.pointer, message, hint, at_key=against.at_key)


def _binds(profile: Profile, demand: Demand) -> bool:
    return profile.binds and not demand.doubt


def _missing(place: Pointer, name: str, profile: Profile, context: RuleContext) -> Iterator[Issue]:
    """One finding for everything that an instrument asks for and nothing shows."""
    found = [(demand, demand.evidence(context)) for demand in profile.demands]
    missing = [demand for demand, evidence in found if evidence is None]
    if missing:
        supported = sum(evidence is not None and not list(evidence) for _, evidence in found)
        listed = first_few([f"{demand.asks} ({demand.clause})" for demand in missing], _SHOWN)
        message = f"This policy supports {supported} of {len(found)} demands of {profile.short}; not shown yet: "
        places = dict.fromkeys(demand.field.replace(".", ": ") for demand in missing[:_SHOWN])
        hint = f"Write it under {fields(places)}; `policyctl explain {profile.id}` lists everything that is asked."
        yield Issue(place, f"{message}{joined(listed)}.", hint, words=name)
