"""A policy in; work that nobody is said to do out."""

import re
from collections.abc import Iterator, Mapping

from policyctl.findings import Issue
from policyctl.rules.patterns import finds, pattern
from policyctl.rules.rule import RuleContext
from policyctl.rules.texts import Passage
from policyctl.rules.words.few import limit_issues
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

_DONE: Mapping[str, tuple[str, ...]] = {
    "en": (
        "escalated", "reviewed", "investigated", "forwarded", "passed on", "assigned",
        "monitored", "actioned", "authorised", "authorized", "followed up", "looked into", "dealt with", "contacted",
        "informed", "notified",
    ),
    "de": (
        "bearbeitet", "weitergeleitet", "geprüft", "eskaliert", "informiert", "benachrichtigt", "kontaktiert",
        "veranlasst", "genehmigt", "freigegeben", "untersucht", "weitergegeben",
    ),
}  # fmt: skip
"""Work that somebody has to do: that a book is replaced is ours, and that a case is escalated may be anybody's."""

_PASSIVE = {
    "en": (
        r"\b(?:(?:will|must|should|has to|have to|needs? to|is to|are to)(?: \w+)? be|is|are|gets?)"
        rf"(?: (?:then|also|always|first|immediately|promptly))? (?:{'|'.join(_DONE['en'])})\b(?! to\b)"
    ),
    "de": rf"\b(?:wird|werden|muss|müssen|soll|sollen)\b[^.!?;]{{0,60}}?\b(?:{'|'.join(_DONE['de'])})\b",
}
_ACTOR = {
    "en": r"\b(?:by|we|us|our|you|i|they|he|she|who|whoever|yourself)\b",
    "de": r"\b(?:von|vom|durch|wir|uns|unsere?[mnrs]?|du|ich|sie|er|ihr|man|wer|an|ans)\b",
}
"""Words of a sentence that say who does it, to whom it goes, or at least that somebody does something."""


def passive_without_actor(context: RuleContext) -> Iterator[Issue]:
    """Work in a step, a rule or a promise that is done by nobody: “the case will be escalated”.

    Why it matters: where nobody is named, everybody thinks it is somebody else, and the case stays where it is.

    Diff:

          procedures:
            A parcel is lost:
        -     - The case will be escalated.  # <- here
        +     - Call Maria, who takes it from there.
    """
    yield from limit_issues(_undone(context), "{} more texts leave it open in the same way.")


def _undone(context: RuleContext) -> Iterator[Issue]:
    language, where = context.language, context.texts.where
    done = {id(each): each for words in _DONE.get(language, ()) for each in where.get(words.split()[0], ())}
    for passage in done.values():
        if passage.field in _WORK.get(type(passage.part), ()) and not _says_who(passage):
            found = pattern(_PASSIVE[language]).search(passage.text)
            if found and not _has_actor(passage.text, found, _ACTOR[language]):
                hint = "Begin with who does it, as in “Maria rings the customer”, or name them beside it with `by`."
                yield passage.issue(found.start(), found[0], f"“{found[0]}” does not say by whom.", hint)


def _says_who(passage: Passage) -> bool:
    return any(getattr(passage.part, field, None) for field in _WHO)


def _has_actor(text: str, passive: re.Match[str], actor: str) -> bool:
    """Whether the sentence around it names somebody who acts; its own subject, `you will be contacted`, does not."""
    around = next(each for each in reversed([*sentences(text)]) if each.start <= passive.start())
    before = text[around.start : passive.start()].rsplit(maxsplit=1)
    after = text[passive.end() : around.start + len(around.text)]
    return finds(actor, f"{before[0] if len(before) > 1 else ''} {passive[0]} {after}")
