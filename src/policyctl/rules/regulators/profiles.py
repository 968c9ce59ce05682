"""Read what each regulator and norm asks of a policy, find the one that a name means, and print it as a page.

A profile is a file in `data/regulators`: the instrument, what of it was read and when, and its demands, each with the
evidence by which the policy language decides it. A new profile is one more file.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

import yaml

from policyctl.lexicon import DATA
from policyctl.rules.regulators.evidence import EVIDENCE, Evidence
from policyctl.rules.rule import RuleContext
from policyctl.schema.quantities import Date

_ELSEWHERE = frozenset({"wales", "welsh", "scotland", "scottish", "ireland", "irish"})
"""Where an instrument of much the same name is another."""

_PREAMBLE = {
    True: (
        "In our own words, and no more than a help: a policy that supports all of it may still break the rules. "
        "What is against a limit here is an error, unless it is in doubt."
    ),
    False: (
        "In our own words, and no more than a help: a policy that supports all of it is no proof of anything. "
        "It binds nobody by itself, so nothing here is an error."
    ),
}


class Demand(NamedTuple):
    """One thing that an instrument asks for, in our own words, to be read after “for”.

    `field` is where the policy language has a place for it. `doubt` says what could not be verified, or where sources
    differ; nothing is held to be an error on the strength of a demand in doubt.
    """

    asks: str
    clause: str
    field: str
    evidence: Callable[[RuleContext], Evidence]
    doubt: str = ""


class Profile(NamedTuple):
    """An instrument, the day on which what is said here was checked against its sources, and its demands.

    `names` are those under which people write it, `read` says which sources were read. `years` are those that its name
    may bear, none where it has no editions. `binds` says that whoever is under it must do as it says, by law or as a
    member. `besides` tells what a policy cannot show and a person has to look at.
    """

    id: str
    title: str
    short: str
    names: tuple[str, ...]
    edition: str
    source: str
    checked: date
    read: str
    binds: bool
    demands: tuple[Demand, ...]
    besides: tuple[str, ...]
    years: frozenset[str] = frozenset()
    about: str = "complaints"


@cache
def profiles() -> Mapping[str, Profile]:
    """Every profile by its id, in the order of the alphabet."""
    files = sorted((DATA / "regulators").glob("*.yaml"))
    found = (_profile(**yaml.load(file.read_bytes(), yaml.CSafeLoader)) for file in files)
    return MappingProxyType({profile.id: profile for profile in found})


def find(name: str) -> Profile | None:
    """The profile that a name means: `ISO 10002:2018` and `the Housing Ombudsman's Code` are known by their core."""
    words = _words(name)
    if _ELSEWHERE.intersection(words):
        return None
    return next((each for each in profiles().values() if any(_holds(words, known) for known in _names(each))), None)


def likely(name: str) -> str | None:
    """The name that was probably meant; none where the two differ in their figures alone."""
    known = {" ".join(_words(each)): each for profile in profiles().values() for each in _names(profile)}
    near = get_close_matches(" ".join(_words(name[:100])), known, 1, 0.8)
    return known[near[0]] if near and _letters(near[0]) != _letters(name) else None


def pages() -> dict[str, str]:
    """The page of every profile in Markdown, by its id: what it asks, where it says so, and how sure that is."""
    return {name: _page(profile) for name, profile in profiles().items()}


def _profile(*, demands: list[dict[str, Any]], **said: Any) -> Profile:
    lists: dict[str, Any] = {field: tuple(said.pop(field)) for field in ("names", "besides")}
    years = frozenset(map(str, said.pop("years", ())))
    return Profile(**said, **lists, years=years, demands=tuple(_demand(**demand) for demand in demands))


def _demand(*, evidence: str | dict[str, Any], **said: str) -> Demand:
    return Demand(**said, evidence=_evidence(evidence))


def _evidence(written: str | dict[str, Any]) -> Callable[[RuleContext], Evidence]:
    """A function of the table by its name alone, or by its name with what to give it: `{acknowledged: 3 days}`."""
    if isinstance(written, str):
        return EVIDENCE[written]
    (name, argument), *options = written.items()
    check = EVIDENCE[name]
    return lambda context: check(context, argument, **dict(options))


def _names(profile: Profile) -> tuple[str, ...]:
    return (profile.id, *profile.names)


def _holds(words: list[str], name: str) -> bool:
    """Whether the words hold a name of several words, or are a name of one."""
    wanted = _words(name)
    if len(wanted) == 1:
        return words == wanted
    return any(words[at : at + len(wanted)] == wanted for at in range(len(words) - len(wanted) + 1))


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", re.sub(r"['’]s\b", "", text.casefold()[:300])) if word != "the"]


def _letters(text: str) -> str:
    return re.sub(r"[\W\d]", "", text.casefold())


def _page(profile: Profile) -> str:
    lines = [
        f"# {profile.id}",
        profile.title,
        "\n".join(
            (
                f"- Edition: {profile.edition}",
                f"- Source: {profile.source}",
                f"- Checked on: {Date(profile.checked)}",
                f"- What was read: {profile.read}",
                f"- Named in `policy: profiles` as: {', '.join(f'`{name}`' for name in _names(profile))}",
            )
        ),
        _PREAMBLE[profile.binds],
        "## What it asks for",
        "\n".join(_line(demand) for demand in profile.demands),
        "## What a policy cannot show",
        "\n".join(f"- {each}" for each in profile.besides),
    ]
    return "\n\n".join(lines) + "\n"


def _line(demand: Demand) -> str:
    doubt = f" In doubt: {demand.doubt}" if demand.doubt else ""
    place = demand.field.replace(".", ": ")
    return f"- {demand.asks[0].upper()}{demand.asks[1:]} ({demand.clause}), in `{place}`.{doubt}"
