"""What an instrument demands, as data: a profile, its demands, and what the policy shows of each."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.rules.rule import RuleContext


class Against(NamedTuple):
    """Something in the policy that speaks against a demand: what it says there, and what is asked instead.

    `limit` says that it is a length of time, longer or shorter than it may be; `at_key` puts it on the key of a field.
    """

    pointer: Pointer
    says: str
    asked: str
    hint: str
    limit: bool = False
    at_key: bool = False


Evidence = Callable[[RuleContext], Iterable[Against] | None]
"""How the policy language decides a demand: None where nothing shows it, else everything that speaks against it."""


class Demand(NamedTuple):
    """One thing that an instrument asks for, in our own words, to be read after “for”.

    `field` is where the policy language has a place for it. `doubt` says what could not be verified, or where sources
    differ; nothing is held to be an error on the strength of a demand in doubt.
    """

    asks: str
    clause: str
    field: str
    evidence: Evidence
    doubt: str = ""


class Profile(NamedTuple):
    """An instrument, the day on which what is said here was checked against its sources, and its demands.

    `read` says which sources these were. `years` are those that its name may bear, none where it has no editions.
    `binds` says that whoever is under it must do as it says, by law or as a member. `besides` tells what a policy
    cannot show and a person has to look at.
    """

    id: str
    title: str
    short: str
    edition: str
    source: str
    checked: date
    read: str
    binds: bool
    demands: tuple[Demand, ...]
    years: frozenset[str] = frozenset()
    about: str = "complaints"
    besides: tuple[str, ...] = ()
