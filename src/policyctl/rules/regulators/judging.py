"""A policy and the instruments that it names in; what speaks against their demands, of each kind, out."""

from collections.abc import Iterator
from enum import Enum, auto

from policyctl.findings import Issue, Pointer
from policyctl.rules.regulators.profile import Against, Demand, Profile
from policyctl.rules.regulators.profiles import find, load
from policyctl.rules.rule import RuleContext


class Breach(Enum):
    """What speaks against a demand: a limit that is broken, something done otherwise, or what binds nobody for sure."""

    LIMIT = auto()
    OTHERWISE = auto()
    WEAK = auto()


def named_profiles(context: RuleContext) -> Iterator[tuple[Pointer, str, str | None]]:
    """Each name under `profiles` with the way to it, and the profile that it means."""
    for index, name in enumerate(context.policy.policy.profiles):
        yield ("policy", "profiles", index), name, find(name)


def judged_profiles(context: RuleContext) -> Iterator[tuple[Pointer, str, Profile]]:
    """Each profile that is named, once, with the way to its name and the name."""
    seen: set[str] = set()
    for place, name, profile in named_profiles(context):
        if profile and profile not in seen:
            seen.add(profile)
            yield place, name, load(profile)


def breaches(context: RuleContext, profile: Profile, kind: Breach) -> Iterator[Issue]:
    """What speaks against the demands of a profile, of one kind."""
    for demand in profile.demands:
        for against in demand.evidence(context) or ():
            if _kind(profile, demand, against) is kind:
                message = f"{against.says}, but under {profile.short} it is {against.asked} ({demand.clause})."
                hint = " ".join(filter(None, (against.hint, demand.doubt)))
                yield Issue(against.pointer, message, hint, at_key=against.at_key)


def _kind(profile: Profile, demand: Demand, against: Against) -> Breach:
    if demand.doubt or not profile.binds:
        return Breach.WEAK
    return Breach.LIMIT if against.limit else Breach.OTHERWISE
