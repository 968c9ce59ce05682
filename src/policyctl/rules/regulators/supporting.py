"""A policy and the instruments that it names in; the demands that it does not yet support out."""

from collections.abc import Iterator
from enum import Enum, auto

from policyctl.findings import Issue, Pointer
from policyctl.rules.regulators.profile import Against, Demand, Profile
from policyctl.rules.regulators.profiles import find, load
from policyctl.rules.rule import Given

_SHOWN = 6
"""Demands that one finding lists; more are a wall, and stand in the profile's page anyway."""


class _Kind(Enum):
    """What speaks against a demand: a limit that is broken, something done otherwise, or what binds nobody for sure."""

    LIMIT = auto()
    OTHERWISE = auto()
    WEAK = auto()


def profile_unsupported(given: Given) -> Iterator[Issue]:
    """Something that an instrument named in `profiles` asks for, and that the policy does not show.

    Why it matters: whoever names a norm is asked for the evidence, and it is easily written before the auditor comes.

    Bad:

        policy:
          title: When you are not satisfied
          organisation: Harbour Lane Books
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
          learning: We read all of them in May.
          records: Six years

    Good:

        policy:
          title: When you are not satisfied
          organisation: Harbour Lane Books
          owner: Maria
          profiles: NHS complaints regulations
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
    for place, name, profile in _named(given):
        if given.policy.complaints is None and profile.about == "complaints":
            message = f"“{name}” is about complaints, and this policy does not say yet how they are handled."
            hint = f"Add `complaints`; `policyctl explain {profile.id}` lists what is asked."
            yield Issue(place, message, hint, words=name)
        else:
            yield from _what_is_missing(place, name, profile, given)
            yield from _against(given, profile, _Kind.WEAK)


def profile_limit_exceeded(given: Given) -> Iterator[Issue]:
    """A time that is longer, or shorter, than an instrument that binds you allows.

    Why it matters: the figure that you print is the one that you are held to, and this one is against the rules.

    Bad:

        policy:
          title: When you are not satisfied
          organisation: Harbour Lane Books
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
                Final response: within 12 weeks of receipt  # <- here
              letter: What we found, and why
          outside:
            Financial Ombudsman Service:
              decides: yes
              free: yes
              limits: within 6 months of our final response
          learning: We read all of them in May.
          records: Three years

    Good:

        policy:
          title: When you are not satisfied
          organisation: Harbour Lane Books
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
                Final response: within 8 weeks of receipt
              letter: What we found, and why
          outside:
            Financial Ombudsman Service:
              decides: yes
              free: yes
              limits: within 6 months of our final response
          learning: We read all of them in May.
          records: Three years
    """
    return _binding(given, _Kind.LIMIT)


def profile_contradicted(given: Given) -> Iterator[Issue]:
    """Something that is done otherwise than an instrument that binds you asks, such as a third stage.

    Why it matters: a procedure that the ombudsman does not accept delays the customer and decides the case against you.

    Bad:

        policy:
          title: When you are not satisfied
          organisation: Quayside Homes
          owner: Maria
          profiles: uk-housing
        channels:
          Phone: 01632 960 112
          Email: care@quayside.example
        access:
          formats: Large print
        complaints:
          counts: Anything you are unhappy with
          does_not_count: A first request for a repair
          how_to_complain:
            to: Maria
            for_somebody_else: A line from them is enough.
          stages:  # <- here
            First answer:
              by: Maria
              steps:
                Acknowledgement: within 5 working days of receipt
                Answer: within 10 working days of the acknowledgement
              letter: How to go on
            Review:
              by: Jo
              steps:
                Acknowledgement: within 5 working days of your request
                Final answer: within 20 working days of the acknowledgement
            The board:
              by: Nell
              says: She reads it at her next meeting.
          outside:
            The Housing Ombudsman:
              decides: yes
              limits: within 12 months of our final answer
          no_detriment: Nothing changes for you.
          remedies: An apology
          learning: We read all of them in May.

    Good:

        policy:
          title: When you are not satisfied
          organisation: Quayside Homes
          owner: Maria
          profiles: uk-housing
        channels:
          Phone: 01632 960 112
          Email: care@quayside.example
        access:
          formats: Large print
        complaints:
          counts: Anything you are unhappy with
          does_not_count: A first request for a repair
          how_to_complain:
            to: Maria
            for_somebody_else: A line from them is enough.
          stages:
            First answer:
              by: Maria
              steps:
                Acknowledgement: within 5 working days of receipt
                Answer: within 10 working days of the acknowledgement
              letter: How to go on
            Review:
              by: Jo
              steps:
                Acknowledgement: within 5 working days of your request
                Final answer: within 20 working days of the acknowledgement
          outside:
            The Housing Ombudsman:
              decides: yes
              limits: within 12 months of our final answer
          no_detriment: Nothing changes for you.
          remedies: An apology
          learning: We read all of them in May.
    """
    return _binding(given, _Kind.OTHERWISE)


def named_profiles(given: Given) -> Iterator[tuple[Pointer, str, str | None]]:
    """Each name under `profiles` with the way to it, and the profile that it means."""
    for index, name in enumerate(given.policy.policy.profiles):
        yield ("policy", "profiles", index), name, find(name)


def _named(given: Given) -> Iterator[tuple[Pointer, str, Profile]]:
    seen: set[str] = set()
    for place, name, profile in named_profiles(given):
        if profile and profile not in seen:
            seen.add(profile)
            yield place, name, load(profile)


def _binding(given: Given, kind: _Kind) -> Iterator[Issue]:
    for _, _, profile in _named(given):
        yield from _against(given, profile, kind)


def _against(given: Given, profile: Profile, kind: _Kind) -> Iterator[Issue]:
    """What speaks against the demands of a profile, of one kind."""
    for demand in profile.demands:
        for against in demand.evidence(given) or ():
            if _kind(profile, demand, against) is kind:
                message = f"{against.says}, but under {profile.short} it is {against.asked} ({demand.clause})."
                hint = " ".join(filter(None, (against.hint, demand.doubt)))
                yield Issue(against.pointer, message, hint, at_key=against.at_key)


def _kind(profile: Profile, demand: Demand, against: Against) -> _Kind:
    if demand.doubt or not profile.binds:
        return _Kind.WEAK
    return _Kind.LIMIT if against.limit else _Kind.OTHERWISE


def _what_is_missing(place: Pointer, name: str, profile: Profile, given: Given) -> Iterator[Issue]:
    """One finding for everything that an instrument asks for and nothing shows."""
    found = [(demand, demand.evidence(given)) for demand in profile.demands]
    missing = [demand for demand, evidence in found if evidence is None]
    if missing:
        supported = sum(evidence is not None and not list(evidence) for _, evidence in found)
        listed = [f"{demand.asks} ({demand.clause})" for demand in missing[:_SHOWN]]
        more = [f"{len(missing) - _SHOWN} more"] if len(missing) > _SHOWN else []
        message = f"This policy supports {supported} of {len(found)} demands of {profile.short}; not shown yet: "
        places = dict.fromkeys(f"`{demand.field}`" for demand in missing[:_SHOWN])
        hint = f"Write it under {_listed([*places])}; `policyctl explain {profile.id}` lists everything that is asked."
        yield Issue(place, f"{message}{_listed([*listed, *more])}.", hint, words=name)


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
