"""Find work that nobody is said to do: “the case will be escalated”."""

import re
from collections.abc import Iterator, Mapping

from policyctl.findings import Issue
from policyctl.lexicon import finds, pattern
from policyctl.meaning.formatting import limit_issues
from policyctl.meaning.texts import Passage
from policyctl.rules.rule import RuleContext
from policyctl.rules.words.sentences import sentences
from policyctl.schema.grammar.entry import Part
from policyctl.schema.sections.complaints import Complaints, Stage
from policyctl.schema.sections.conduct import Conduct
from policyctl.schema.sections.escalation import Handoff, Ladder
from policyctl.schema.sections.procedures import Procedure, Step
from policyctl.schema.sections.stand import GroundRule
from policyctl.schema.sections.standards import Standard

_WORK: Mapping[type[Part], frozenset[str]] = {
    Step: frozenset({"do"}),
    Procedure: frozenset({"says", "follow_up"}),
    GroundRule: frozenset({"do"}),
    Standard: frozenset({"says", "when_missed"}),
    Stage: frozenset({"says"}),
    Complaints: frozenset({"says", "learning"}),
    Ladder: frozenset({"out_of_hours", "declined"}),
    Handoff: frozenset({"how"}),
    Conduct: frozenset({"steps"}),
}
"""Where a policy says what we do."""

_WHO = ("by", "who", "tell", "role", "to", "ask")
"""Fields of the same entry that say who does it."""


def passive_without_actor(context: RuleContext) -> Iterator[Issue]:
    """Work in a step, a rule or a promise that is done by nobody: “the case will be escalated”.

    Why it matters: where nobody is named, everybody thinks it is somebody else, and the case stays where it is.

    Diff:

          procedures:
            A parcel is lost:
        -     - The case will be escalated.  # <- here
        +     - Call Maria, who takes it from there.
    """
    if context.understood:
        yield from limit_issues(_undone(context), "{} more texts leave it open in the same way.")


def _undone(context: RuleContext) -> Iterator[Issue]:
    passive = pattern("words.passive", context.language)
    for passage in context.texts.read:
        if passage.field in _WORK.get(type(passage.part), ()) and not _says_who(passage):
            found = passive.search(passage.text)
            if found and not _has_actor(passage.text, found, context.language):
                hint = "Begin with who does it, as in “Maria rings the customer”, or name them beside it with `by`."
                yield passage.issue(found.start(), found[0], f"“{found[0]}” does not say by whom.", hint)


def _says_who(passage: Passage) -> bool:
    fields = vars(passage.part)
    return any(fields.get(field) for field in _WHO)


def _has_actor(text: str, passive: re.Match[str], language: str) -> bool:
    """Whether the sentence around it names somebody who acts; its own subject, `you will be contacted`, does not."""
    around = next(each for each in reversed([*sentences(text)]) if each.start <= passive.start())
    before = text[around.start : passive.start()].rsplit(maxsplit=1)
    after = text[passive.end() : around.start + len(around.text)]
    return finds("words.actors", f"{before[0] if len(before) > 1 else ''} {passive[0]} {after}", language)
