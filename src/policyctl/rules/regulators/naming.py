"""A policy in; instruments that it names and that are not known, or no longer, out."""

import re
from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.regulators.judging import named_profiles
from policyctl.rules.regulators.profiles import KNOWN, likely, load
from policyctl.rules.rule import RuleContext
from policyctl.schema.quantities import Date

_TRUSTED = 548
"""Days for which what is known of an instrument is taken as it stands: eighteen months."""

_YEAR = re.compile(r"(?<![\w/])(?:19|20)\d\d(?!\w)")


def profile_unknown(context: RuleContext) -> Iterator[Issue]:
    """A norm or a regulator named in `profiles` of whose demands nothing is known here.

    Why it matters: the policy says that it keeps the norm in view, and no check stands behind the word.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
        -   profiles: The bookbinders' guild  # <- here
        +   schemes: The bookbinders' guild
    """
    for place, name, profile in named_profiles(context):
        if not (profile or likely(name)):
            hint = f"Known are {', '.join(KNOWN)}; anything else may stand under `schemes`, or stay here as it is."
            yield Issue(place, f"Nothing is known here of what “{name}” asks, so nothing is checked.", hint, words=name)


def profile_misspelt(context: RuleContext) -> Iterator[Issue]:
    """A name in `profiles` that is all but the name of an instrument whose demands are known.

    Why it matters: one letter switches all its checks off, and the clean report is taken for a good one.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            owner: Maria
        -   profiles: uk-nsh  # <- here
        +   profiles: uk-nhs
        + complaints:
        +   how_to_complain:
        +     to: Maria
        +     help: We write it down for you.
        +     for_somebody_else: A line from them is enough.
        +   stages:
        +     Our answer:
        +       says: Maria talks it over with you.
        +       steps:
        +         Acknowledgement: within 3 working days
        +         Answer: within 30 working days
        +       letter: What we found
        +   outside:
        +     The Ombudsman:
        +       for: What we could not settle
        +       decides: yes
        +       limits: within 12 months of the day you noticed it
        +   learning: We read all of them in May.
        +   records: Six years
    """
    for place, name, profile in named_profiles(context):
        if not profile and (meant := likely(name)):
            message = f"Nothing is known here as “{name}”, so nothing of it is checked."
            yield Issue(place, message, f"Did you mean “{meant}”? Write it just so.", words=name)


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
                for: What we could not settle
                decides: yes
                limits: within 12 months of the day you noticed it
            learning: We read all of them in May.
            records: Six years
    """
    for place, name, known in named_profiles(context):
        if known:
            profile = load(known)
            year = next((year for year in _YEAR.findall(name) if profile.years and year not in profile.years), None)
            if year:
                message = f"What is checked here is {profile.short} of {max(profile.years)}, and not of {year}."
                hint = f"Write the edition that you keep to now; it stands at {profile.source}."
                yield Issue(place, message, hint, words=year)
            elif (context.today - profile.checked).days > _TRUSTED:
                message = f"What is known here of {profile.short} was last checked on {Date(profile.checked)}."
                hint = f"See at {profile.source} whether it has changed, and bring policyctl up to date."
                yield Issue(place, message, hint, words=name)
