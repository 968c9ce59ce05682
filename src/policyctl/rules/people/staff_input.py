"""Find front lines that were not asked, or asked in vain."""

import re
from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.meaning.formatting import quoted
from policyctl.meaning.references import targets
from policyctl.rules.needs import Need, unmet
from policyctl.rules.people.leaders import are_leaders, surely_leads
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.references import RoleRef
from policyctl.schema.sections.head import Kind
from policyctl.schema.sections.listening import StaffInput
from policyctl.schema.sections.people import Role

_AND = re.compile(r" ?[,;&] ?| (?:and|und|sowie) ")


def front_line_not_asked(context: RuleContext) -> Iterator[Issue]:
    """Only people who lead were asked what works, and nobody who talks to customers all day.

    Why it matters: those at the counter know which rule makes customers angry. Asked after the fact they comply;
    asked before it, they defend the policy as theirs.

    Diff:

          roles:
            Rosa:
              title: Owner
              leads: yes
            Samir: Shop assistant
          staff_input:
            A morning in March:
        -     who: Rosa and the managers  # <- here
        +     who: Samir and both Saturday helpers
              found: Refunds take too long.
              changed: Everybody may give up to £20.
    """
    asked = [(pointer, entry) for pointer, entry in context.parts_of(StaffInput) if entry.who]
    led = [role for _, role in context.parts_of(Role) if not surely_leads(role)] or not context.policy.roles
    if asked and led and all(_is_leader(text, context) for _, entry in asked for text in entry.who):
        pointer, entry = asked[0]
        verb = "was" if len(entry.who) == 1 and not _AND.search(entry.who[0]) else "were"
        message = f"Only {quoted(entry.who)} {verb} asked, and nobody who talks to customers all day."
        hint = "Ask those at the counter or on the telephone what they had to say no to, and name them under `who`."
        yield Issue((*pointer, "who"), message, hint)


def _is_leader(text: str, context: RuleContext) -> bool:
    """Whether everybody in a text leads: by their role, or by what they are called."""
    parts = [part for part in _AND.split(" ".join(text.split())) if part]
    roles = [[named.entry for named in targets(RoleRef(part), context.names)] for part in parts]
    return bool(parts) and all(
        all(isinstance(role, Role) and surely_leads(role) for role in found) if found else are_leaders(part)
        for part, found in zip(parts, roles, strict=True)
    )


def staff_input_in_vain(context: RuleContext) -> Iterator[Issue]:
    """The front line was asked, and nothing says what changed because of it, or what they said.

    Why it matters: people tell you the truth once. They tell it again when they see that something came of it, if only
    a reason why not.

    Diff:

          staff_input:
            A morning in March:
              who: All four advisers
              found: Nobody knew who may refund postage.  # <- here
        +     changed: Advisers may, up to £20.
    """
    yield from unmet(context, _WHAT_CAME_OF_IT)


_WHAT_CAME_OF_IT = (
    Need(
        StaffInput,
        ("changed", "because", "note"),
        "{name} says what the front line found, and not what changed because of it.",
        "Add `changed`: what is different now, or why it stays as it is.",
        at="found",
    ),
    Need(
        StaffInput,
        ("found", "changed", "about", "note"),
        "{name} says that the front line was asked, and not what they said.",
        "Add `found` and `changed`, in their words where you can.",
        asked=lambda _, context: context.states(Kind.HANDBOOK),
    ),
)
