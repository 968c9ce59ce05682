"""Hold numbers, addresses, names and what is recorded in sentences against where the policy says them itself."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import alternatives, finds
from policyctl.meaning.model import Meaning
from policyctl.meaning.texts import Passage
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.texts import Speech, Unsaid
from policyctl.schema.sections.complaints import OutsideBody
from policyctl.schema.sections.people import Channel, Role

MANY = 300
"""Numbers, addresses and people that sentences are held against; a hostile file may have more."""

_NUMBER = re.compile(r"(?<![\w@.,/£$€-])\+?\(?\d[\d ()/-]{5,18}\d(?![\w%@]|[.,:]\d)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_STREET = re.compile(r"(?P<before>\d{1,4}[a-d]?) (?P<name>[A-ZÄÖÜ]\w+(?: [A-ZÄÖÜ]\w+)?)")
_STREET_FIRST = re.compile(r"(?P<name>[A-ZÄÖÜ]\w+(?: [A-ZÄÖÜ]\w+)?) (?P<behind>\d{1,4}[a-d]?)\b")

_SLIP = 2
"""Last digits in which one number may differ from another and be meant for it."""

_DIGITS = 7
"""Digits of a number that is no price, year or time."""


def contacts_differ(context: RuleContext) -> Iterator[Issue]:
    """Numbers, mail and street addresses that are nearly those of a channel, and people in the role of others."""
    known = _known(context)
    people = _people(context)
    recorded = context.policy.privacy.recordings if context.policy.privacy else None
    silent = bool(recorded) and finds("public.records_nothing", recorded or "")
    for passage in context.texts.read:
        if passage.kind is Unsaid or passage.field in ("example", "customer"):
            continue
        yield from _numbers(passage, known)
        yield from _mails(passage, known)
        yield from _streets(passage, known)
        yield from _roles(passage, people)
        if silent and passage.field != "recordings":
            yield from _recorded(passage)


Known = Mapping[str, Mapping[str, Pointer]]


def _known(meaning: Meaning) -> Known:
    """The numbers, mails and streets that fields hold, each with where it stands."""
    numbers: dict[str, Pointer] = {}
    mails: dict[str, Pointer] = {}
    streets: dict[str, Pointer] = {}
    for pointer, text in _addresses(meaning):
        for found in _NUMBER.finditer(text):
            if len(digits := _digits(found[0])) >= _DIGITS and len(numbers) < MANY:
                numbers.setdefault(digits, pointer)
        for found in _MAIL.finditer(text):
            if len(mails) < MANY:
                mails.setdefault(found[0].casefold().rstrip("."), pointer)
        for name, house in _houses(text):
            if len(streets) < MANY:
                streets.setdefault(f"{name} {house}", pointer)
    return {"numbers": numbers, "mails": mails, "streets": streets}


def _addresses(meaning: Meaning) -> Iterator[tuple[Pointer, str]]:
    for pointer, channel in meaning.parts_of(Channel):
        yield from (((*pointer, "address"), each) for each in channel.address)
    for pointer, role in meaning.parts_of(Role):
        if role.reach:
            yield (*pointer, "reach"), role.reach
    for pointer, body in meaning.parts_of(OutsideBody):
        for key in ("address", "how"):
            value = getattr(body, key, None) or ()
            yield from (((*pointer, key), each) for each in ((value,) if isinstance(value, str) else value))


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _houses(text: str) -> Iterator[tuple[str, str]]:
    """The streets of an address with the number of the house."""
    for found in _STREET.finditer(text):
        yield found["name"], found["before"]
    for found in _STREET_FIRST.finditer(text):
        yield found["name"], found["behind"]


def _numbers(passage: Passage, known: Known) -> Iterator[Issue]:
    numbers = known["numbers"]
    for found in _NUMBER.finditer(passage.text) if numbers else ():
        digits = _digits(found[0])
        if len(digits) >= _DIGITS and digits not in numbers and not any(digits.endswith(each) for each in numbers):
            near = [each for each in numbers if len(each) == len(digits) and each[:-_SLIP] == digits[:-_SLIP]]
            if len(near) == 1:
                yield _differs(passage, found.start(), found[0], "a number", numbers[near[0]])


def _mails(passage: Passage, known: Known) -> Iterator[Issue]:
    mails = known["mails"]
    for found in _MAIL.finditer(passage.text) if mails else ():
        mail = found[0].casefold().rstrip(".")
        person, _, host = mail.partition("@")
        near = [each for each in mails if each.partition("@")[0] == person and each.partition("@")[2] != host]
        if mail not in mails and len(near) == 1:
            yield _differs(passage, found.start(), found[0], "an address", mails[near[0]])


def _streets(passage: Passage, known: Known) -> Iterator[Issue]:
    streets = known["streets"]
    for pattern, house in ((_STREET, "before"), (_STREET_FIRST, "behind")) if streets else ():
        for found in pattern.finditer(passage.text):
            near = [each for each in streets if each.rpartition(" ")[0] == found["name"]]
            if " " in found["name"] and near and f"{found['name']} {found[house]}" not in streets:
                yield _differs(passage, found.start(), found[0], "an address", streets[near[0]])


def _differs(passage: Passage, start: int, words: str, what: str, twin: Pointer) -> Issue:
    message = f"“{words.strip()}” is said here, and {what} that is nearly the same stands in another place."
    hint = "Write the same in both places, or mend whichever is out of date."
    return passage.issue(start, words, message, hint)._replace(twin=twin)


People = Mapping[str, tuple[frozenset[str], Pointer]]
"""Who holds each role, by the name of the role in small letters, and where that is written."""


def _people(meaning: Meaning) -> People:
    return {
        role.named().casefold(): (frozenset(" ".join(each.split()) for each in role.people), pointer)
        for pointer, role in meaning.parts_of(Role)[:MANY]
        if role.people
    }


def _roles(passage: Passage, people: People) -> Iterator[Issue]:
    """Somebody who is called by the name of a role that others hold: `Marion Keel, our general manager`."""
    for found in _called().finditer(passage.text) if people else ():
        said, person = found["role"], found["person"]
        role = next((name for name in _names_in(said) if name in people), None)
        if role and person not in people[role][0] and any(person in holders for holders, _ in people.values()):
            message = f"“{person}” is called “{role}” here, and somebody else is."
            words = passage.text[found.start() : found.start("role") + len(role)]
            issue = passage.issue(found.start(), words, message, "Name the one who is, or the role that they have.")
            yield issue._replace(twin=people[role][1])


def _names_in(said: str) -> Iterator[str]:
    """What a role may be called by the first words of a text, the longest first."""
    tokens = said.casefold().split(" ")
    yield from (" ".join(tokens[:length]) for length in range(len(tokens), 0, -1))


@cache
def _called() -> re.Pattern[str]:
    ours = rf"(?i:{alternatives('public.our')})"
    return re.compile(rf"\b(?P<person>[^\W\d_]+ [^\W\d_]+),? \(?{ours} (?P<role>[\w-]+(?: [\w-]+){{0,3}})")


def _recorded(passage: Passage) -> Iterator[Issue]:
    """A call that is said to be recorded where nothing is."""
    spoken = passage.kind is Speech or passage.field in (
        "says",
        "about",
        "say",
        "note",
        "notes",
        "intro",
        "do",
        "record",
    )
    for found in _recording().finditer(passage.text) if spoken else ():
        sentence = passage.text[max(0, found.start() - 40) : found.end()]
        if not finds("public.records_nothing", sentence):
            message = f"“{found[0]}” is said here, and by the rules on privacy nothing is recorded."
            hint = "Say it as there, or say there, under `recordings`, what is recorded."
            yield passage.issue(found.start(), found[0], message, hint)._replace(twin=("privacy", "recordings"))


@cache
def _recording() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives('public.is_recorded')}\b", re.IGNORECASE)
