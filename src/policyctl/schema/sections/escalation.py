"""Who takes it further, when the one who is there cannot settle it."""

import re
from typing import Any

from policyctl.schema.grammar.choices import Choice, Flag
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Entry, Many, Part, Section, field, many
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.references import ChannelRef, CustomerRef, EscalationRef, GrantRef, RoleRef
from policyctl.schema.grammar.texts import Speech, Text
from policyctl.schema.quantities import Duration

_WITH_WAIT = re.compile(r"(?P<role>[^,:]+)[,:] (?P<waits>[0-9]+ ?[^\W\d_]+)(?: (?P<note>\S.*))?")
"""A role, and how long it has until the next one is asked."""


class LadderKind(Choice):
    """What rises with the levels."""

    AUTHORITY = "authority"
    SPECIALISTS = "specialists"
    ADVICE = "advice"


class NotFor(Entry):
    """A case that does not belong on a ladder, and where it goes instead."""

    bare_text = "instead"

    case: Text | None = field("Case", "The case.", "A question about stock")
    instead: Text | None = field("Instead", "Where it goes.", "Ask the shop floor")


class Level(Entry):
    """One step of a ladder."""

    bare_text = "role"

    role: Many[RoleRef] = many("Who", "The role that is asked.", "Care lead")
    backup: Many[RoleRef] = many("If away", "Who is asked instead.", "Director")
    waits: Limits | None = field("Answers within", "How long until the next level is asked.", "30 business minutes")
    may: Many[GrantRef] = many("May", "What this level may decide.", "Anything lawful and fair")
    reach: Text | None = field("How to reach them", "How they are reached.", "Call, do not write.")
    next: EscalationRef | None = field("Then", "Another ladder that it goes on to.", "Outside our house")

    @classmethod
    def from_text(cls, text: str) -> dict[str, Any] | str:
        """`Care lead, 30 minutes at night` says who, how long until the next is asked, and what else there is."""
        found = _WITH_WAIT.fullmatch(text)
        if not found or not Duration.find(found["waits"]):
            return {"role": text}
        rest = {"note": found["note"]} if found["note"] else {}
        return {"role": found["role"], "waits": found["waits"], **rest}

    @classmethod
    def from_item(cls, text: str) -> dict[str, Any] | str:
        return cls.from_text(text)


class HandoffKind(Choice):
    """Whether the customer is introduced or only passed on."""

    WARM = "warm"
    COLD = "cold"


class Handoff(Part):
    """How a case is handed over."""

    bare_text = "how"

    kind: HandoffKind | None = field("Handover", "Warm or cold.", "warm")
    how: Text | None = field("How", "How it is done.", "Stay until they have met.")
    checklist: Many[Text] = many("Pass on", "What is passed on.", "What happened")
    say: Many[Speech] = many("Say", "What the customer is told.", "Maria knows everything, so you need not repeat it.")


class Ladder(Entry):
    """Whom a case goes to, level by level."""

    bare_list = "levels"

    kind: LadderKind | None = field("Kind", "Authority, specialists or advice.", "authority")
    triggers: Many[Text] = many("Hand over when", "When it begins.", "The customer asks for somebody else")
    not_for: Collection[NotFor] | None = field(
        "Not for this ladder", "What does not belong here.", "Stock: Ask the floor"
    )
    levels: Many[Level] = many("Levels", "The levels, from the first.", "Care lead")
    handoff: Handoff | None = field("Handover", "How it is handed over.", "Stay until they have met.")
    out_of_hours: Text | None = field("Out of hours", "What happens when nobody is there.", "Call the duty phone.")
    declined: Text | None = field("When a level declines", "How a level declines.", "It says why, in the case.")


class DirectRoute(Entry):
    """A case that skips every level."""

    bare_text = "to"

    to: Many[RoleRef] = many("Goes to", "Who takes it at once.", "Director")
    tell: Many[RoleRef] = many("Tell", "Who else is told.", "Care lead")
    reply: Limits | None = field("Reply", "What may be replied; `none` when nothing may.", "none")
    say: Many[Speech] = many("Say", "Words to say.", "I am passing this to our director.")
    within: Limits | None = field("Within", "How soon.", "1 business hour")
    triggers: Many[Text] = many("When", "How to know the case.", "A letter from a solicitor")
    channels: Many[ChannelRef] = many("Channels", "The channels it is for.", "Phone")
    for_: Many[CustomerRef] = many("For", "The customers it is for.", "Schools", alias="for")


class Escalation(Section):
    """Ladders and direct routes; the simplest is a list of when to wake the manager."""

    bare_list = "when"

    when: Many[Text] = many("When to ask", "When to ask somebody with more say.", "Somebody is hurt")
    to: Many[RoleRef] = many("Whom to ask", "Whom to ask then.", "Rosa")
    ladders: Collection[Ladder] | None = field("Ladders", "Ladders by name.", "An unhappy customer")
    direct: Collection[DirectRoute] | None = field("Direct routes", "Cases that skip every level.", "A legal threat")
    logged: Flag | None = field("Every case is logged", "Whether each is written down.", "yes")
