"""Follow customers to the channels that a policy sends them to: who may use each, and what is spoken there."""

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.meaning.model import Meaning
from policyctl.meaning.promises.cases import Referent, referents
from policyctl.meaning.promises.rows import rows
from policyctl.meaning.references import entries
from policyctl.schema.grammar.references import Reference
from policyctl.schema.sections.complaints import HowToComplain
from policyctl.schema.sections.people import Channel, Customers


class Errand(Enum):
    """Why a policy sends customers to a channel."""

    PROMISE = "promise"
    COMPLAINT = "complaint"
    ALTERNATIVE = "alternative"


class Way(NamedTuple):
    """One place at which customers are sent to a channel.

    `name` is what sends them there, `customers` those whom it is for; everybody where there are none.
    """

    pointer: Pointer
    errand: Errand
    name: str
    place: Pointer
    channel: Channel
    customers: frozenset[Referent] = frozenset()


def ways(meaning: Meaning) -> Iterator[Way]:
    """Every way to a channel: of promises, of complaints, and from channels that somebody cannot use."""
    for row in rows(meaning):
        named = entries(row.promise.channels, Channel, meaning.names) if row.limits or row.milestone else {}
        for place, channel in named.items():
            yield Way((*row.pointer, "channels"), Errand.PROMISE, row.name, place, channel, row.case.customers)
    for pointer, how in meaning.parts_of(HowToComplain):
        for at, place, channel in _each(how.channels, meaning):
            yield Way((*pointer, "channels", at), Errand.COMPLAINT, "", place, channel)
    for pointer, channel in meaning.parts_of(Channel):
        for at, place, other in _each(channel.alternatives, meaning):
            whose = customers_of(channel, meaning)
            yield Way((*pointer, "alternatives", at), Errand.ALTERNATIVE, channel.named(), place, other, whose)


def _each(references: tuple[Reference, ...], meaning: Meaning) -> Iterator[tuple[int, Pointer, Channel]]:
    for at, reference in enumerate(references):
        for place, channel in entries((reference,), Channel, meaning.names).items():
            yield at, place, channel


def customers_of(channel: Channel, meaning: Meaning) -> frozenset[Referent]:
    """The kinds of customers whom a channel is for; none where it is for everybody."""
    return frozenset(each for reference in channel.for_ for each in referents(reference, meaning.names))


def are_others(some: frozenset[Referent], whose: frozenset[Referent], meaning: Meaning) -> bool:
    """Whether none of some customers can be among those of another set; unknown words may mean anybody."""
    kinds = dict(meaning.parts_of(Customers))
    if not some or not whose or not all(isinstance(each, tuple) and each in kinds for each in some | whose):
        return False
    return _with_wider(some, meaning).isdisjoint(whose) and _with_wider(whose, meaning).isdisjoint(some)


def _with_wider(some: frozenset[Referent], meaning: Meaning) -> frozenset[Referent]:
    """The kinds with all the kinds that they are part of."""
    kinds, found = dict(meaning.parts_of(Customers)), set(some)
    waiting = list(some)
    while waiting:
        kind = kinds.get(each) if isinstance(each := waiting.pop(), tuple) else None
        wider = set(referents(kind.part_of, meaning.names)) - found if kind and kind.part_of else set()
        found |= wider
        waiting += wider
    return frozenset(found)


def spoken_on(channel: Channel) -> frozenset[str]:
    """The languages spoken on a channel, in small letters; none where it does not say."""
    return frozenset(word for text in channel.languages for word in languages_in(text))


def languages_in(text: str) -> tuple[str, ...]:
    """The languages that a short text lists: `English and Welsh`."""
    return tuple(word.strip(" .").casefold() for word in text.replace(" und ", ",").replace(" and ", ",").split(","))
