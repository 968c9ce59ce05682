"""Find people who have left and things that were given up, and that the policy still counts on."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import alternatives
from policyctl.meaning.departures import MANY, Departure, departures, speaks_of
from policyctl.meaning.formatting import joined
from policyctl.meaning.references import targets
from policyctl.meaning.texts import Passage, Reader
from policyctl.rules.rule import RuleContext
from policyctl.schema import Policy
from policyctl.schema.grammar.entry import Entry, Part
from policyctl.schema.grammar.references import RoleRef
from policyctl.schema.grammar.texts import Unsaid
from policyctl.schema.quantities import Date
from policyctl.schema.sections.aims import Benchmark
from policyctl.schema.sections.discretion import Precedent
from policyctl.schema.sections.keeping import Change, GlossaryTerm, ReviewNote
from policyctl.schema.sections.listening import StaffInput
from policyctl.schema.sections.people import Role
from policyctl.schema.sections.training import Pilot, PilotFinding

_PAST: tuple[type[Part], ...] = (
    Change, ReviewNote, StaffInput, Pilot, PilotFinding, Precedent, GlossaryTerm, Benchmark,
)  # fmt: skip
"""Parts that tell of what was, or of somebody else."""

_PAST_FIELDS = frozenset({"example", "customer", "avoid", "recording", "replaces"})

_EVERYWHERE = 5
"""Places of a thing above which it is not gone at all, and the change log was misread."""

_NAMED = 3
"""Other places that a message names."""


class Mention(NamedTuple):
    """One place that still names somebody or something: the words, and how many times they stand there before."""

    pointer: Pointer
    words: str | None = None
    nth: int = 0
    at_key: bool = False


def gone(context: RuleContext) -> Iterator[Issue]:
    """Somebody who has left is still named, or something that the change log gave up is still promised.

    Who has left is known by `until` in their role, or by an entry of the change log that says so. Whoever is named in a
    list beside colleagues, and in no role, is asked after gently.

    Why it matters: a case that is sent to somebody who is gone lies there, and a customer who was promised a call from
    them waits for it.

    Diff:

          roles:
            Ana: Adviser
            Bea:
              title: Owner
              until: 31 March 2026
            Cleo: Owner
          escalation:
            ladders:
              Unhappy customers:
                triggers: Somebody asks for more than you may give
                levels:
                  - Ana
        -         - Bea  # <- here
        +         - Cleo
    """
    for departure in departures(context)[:MANY] if context.in_use else ():
        mentions = [*_of_person(departure, context)] if departure.names else [*_of_thing(departure, context)]
        if mentions and (departure.names or len(mentions) <= _EVERYWHERE):
            first, *others = sorted(mentions, key=_place)
            yield Issue(
                first.pointer,
                f"{_says(departure)}{_elsewhere(first, others, context)}.",
                _hint(departure),
                at_key=first.at_key,
                twin=departure.pointer,
                words=first.words,
                nth=first.nth,
            )
    yield from _strangers(context)


def _strangers(context: RuleContext) -> Iterator[Issue]:
    """Somebody who takes part in a trial, in a list with people of the roles, and is in no role."""
    names = {word for _, role in context.parts_of(Role) for each in role.people for word in each.split()}
    known = names | {word for _, role in context.parts_of(Role) for word in role.named().split()}
    for passage in context.texts.read if names and context.understood and context.in_use else ():
        if isinstance(passage.part, Pilot) and passage.field == "staff":
            listed = [
                found["name"] for each in _items().split(passage.text) if (found := _name_in_a_list().match(each))
            ]
            strange = [each for each in listed if each not in known]
            if len(strange) == 1 and len(listed) > 1:
                message = f"“{strange[0]}” is named here beside people of your roles, and no role names them."
                hint = "Name them in their role with `people`, or somebody who is there now."
                issue = passage.issue(passage.text.find(strange[0]), strange[0], message, hint)
                yield issue._replace(gently=True, twin=("roles",))


@cache
def _items() -> re.Pattern[str]:
    return re.compile(rf",? {alternatives('references.and')} |, ", re.IGNORECASE)


@cache
def _name_in_a_list() -> re.Pattern[str]:
    """An item that is a name alone, or that of a job and a name: `die Hauswarte Kruse`."""
    return re.compile(r"^(?:[a-zäöü]+ [A-ZÄÖÜ]\w+ )?(?P<name>[A-ZÄÖÜ][^\W\d_]+)[.]?$")


def _says(departure: Departure) -> str:
    since = f" on {Date(departure.since)}" if departure.since else ""
    if departure.names and not departure.words:
        return f"The last day of “{departure.name}” was{since.removeprefix(' on')}, and this still counts on them"
    if departure.names:
        return f"“{departure.name}” has left, as the change log says, and is still named here"
    return f"This still speaks of “{departure.name}”, and the change log says{since}: “{departure.words}”"


def _hint(departure: Departure) -> str:
    if departure.names and not departure.words:
        return "Name somebody who is here now, or mend the last day."
    if departure.names:
        return "Name somebody who is here now."
    return "Take it out, or say in the change log that it is back."


def _elsewhere(first: Mention, others: list[Mention], context: RuleContext) -> str:
    """`, as do “Unhappy customers” and 2 more places`."""
    names = {pointer: part.named() for pointer, part in context.parts if isinstance(part, Entry) and part.name}
    own = _around(first.pointer, names)
    around = dict.fromkeys(found for each in others if (found := _around(each.pointer, names)) and found != own)
    listed = [f"“{name}”" for name in list(around)[:_NAMED]]
    more = len(around) - len(listed)
    if not listed:
        return ""
    return f", as well as in {joined([*listed, *([f'{more} more places'] if more else [])])}"


def _around(pointer: Pointer, names: dict[Pointer, str]) -> str:
    """The innermost entry with a name that a place is in, or else its section."""
    found = (names[pointer[:length]] for length in range(len(pointer), 0, -1) if pointer[:length] in names)
    return next(found, str(pointer[0]))


def _place(mention: Mention) -> int:
    """Where a section stands in the language, so that the first place is the first to be read."""
    sections = list(Policy.model_fields)
    return sections.index(str(mention.pointer[0])) if mention.pointer[0] in sections else len(sections)


def _of_person(departure: Departure, context: RuleContext) -> Iterator[Mention]:
    """Every reference to somebody, and every text with their name in it."""
    seen: set[Pointer] = set()
    for pointer, value in context.values:
        if isinstance(value, RoleRef) and not value.loose and _is_counted_on(pointer, departure):
            named = {each.pointer for each in targets(value, context.names)}
            if departure.role in named or (departure.role is None and str(value) in departure.names):
                seen.add(pointer)
                yield Mention(pointer)
    either = "|".join(re.escape(name) for name in sorted(departure.names, key=len, reverse=True))
    pattern = re.compile(rf"\b(?:{either})\b")
    for passage in context.texts.passages:
        held = departure.role is None and isinstance(passage.part, Role) and passage.field == "people"
        if passage.pointer not in seen and (held or _is_read(passage)) and _is_counted_on(passage.pointer, departure):
            found = pattern.search(passage.text)
            if found:
                nth = passage.text[: found.start()].count(found[0])
                yield Mention(passage.pointer, found[0], nth, passage.at_key)


def _is_counted_on(pointer: Pointer, departure: Departure) -> bool:
    """Whether a place is outside what is said of somebody's leaving, and of what they did before."""
    own = pointer == departure.pointer or (departure.role and pointer[: len(departure.role)] == departure.role)
    return not own and pointer[0] not in ("changelog", "staff_input", "pilot") and "log" not in pointer


def _is_read(passage: Passage) -> bool:
    return (
        passage.reader is not Reader.NOBODY
        and not isinstance(passage.part, _PAST)
        and passage.field not in _PAST_FIELDS
        and passage.kind is not Unsaid
    )


def _of_thing(departure: Departure, context: RuleContext) -> Iterator[Mention]:
    """The sentences that speak of a thing as if it were still there, and the entries that bear its name."""
    for passage in context.texts.passages:
        is_entry = passage.at_key and not isinstance(passage.part, _PAST)
        if is_entry or _is_read(passage):
            sentence = speaks_of(passage.text, departure, context.language)
            if sentence:
                yield Mention(passage.pointer, sentence.rstrip(".!?;") if not is_entry else None, 0, passage.at_key)
