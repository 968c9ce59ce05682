"""The name of an instrument, as people write it, in; its profile out, read only when it is named.

A new profile is a module in this folder and a line in `KNOWN`.
"""

import re
from difflib import get_close_matches
from importlib import import_module

from policyctl.rules.regulators.profile import Profile

KNOWN: dict[str, tuple[str, ...]] = {
    "uk-nhs": (
        "NHS complaints",
        "Local Authority Social Services and National Health Service Complaints",
        "NHS regulations 2009",
        "SI 2009/309",
    ),
    "uk-housing": ("Housing Ombudsman",),
    "uk-fca": ("FCA DISP", "DISP 1", "DISP", "FCA", "FCA complaints rules", "Financial Ombudsman Service"),
    "uk-local-government": ("Local Government and Social Care Ombudsman", "Local Government Ombudsman", "LGSCO"),
    "iso-10002": ("ISO 10002",),
    "us-federal": (
        "Circular A-11",
        "OMB A-11",
        "A-11 section 280",
        "Executive Order 12862",
        "Executive Order 14058",
        "EO 12862",
        "EO 14058",
    ),
}
"""The profiles that there are, each with the names under which people write it."""

_ELSEWHERE = frozenset({"wales", "welsh", "scotland", "scottish", "ireland", "irish"})
"""Where an instrument of much the same name is another."""


def find(name: str) -> str | None:
    """The profile that a name means: `ISO 10002:2018` and `the Housing Ombudsman's Code` are known by their core."""
    words = _words(name)
    if _ELSEWHERE.intersection(words):
        return None
    return next(
        (profile for profile, names in KNOWN.items() if any(_says(words, each) for each in (profile, *names))), None
    )


def likely(name: str) -> str | None:
    """The name that was probably meant; none where the two differ in their figures alone."""
    known = {" ".join(_words(each)): each for profile, names in KNOWN.items() for each in (profile, *names)}
    near = get_close_matches(" ".join(_words(name[:100])), known, 1, 0.8)
    return known[near[0]] if near and _letters(near[0]) != _letters(name) else None


def load(profile: str) -> Profile:
    """The profile of that id."""
    found: Profile = import_module(f"{__name__}.{profile.replace('-', '_')}").PROFILE
    return found


def _says(words: list[str], name: str) -> bool:
    """Whether the words hold a name of several words, or are a name of one."""
    wanted = _words(name)
    if len(wanted) == 1:
        return words == wanted
    return any(words[at : at + len(wanted)] == wanted for at in range(len(words) - len(wanted) + 1))


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", re.sub(r"['’]s\b", "", text.casefold()[:300])) if word != "the"]


def _letters(text: str) -> str:
    return re.sub(r"[\W\d]", "", text.casefold())
