"""A policy in, how far it has come with what people do and say out: steps 6 to 9 of the method."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from policyctl.rules.method.step import Told, holding, lacking, several
from policyctl.schema import Policy
from policyctl.schema.sections.discretion import Grant
from policyctl.schema.sections.standards import Standard
from policyctl.schema.sections.tone import Sample, Tone

U = TypeVar("U", Standard, Grant)

ENOUGH = 3
"""Samples that show a tone, those of moods among them: one or two may be chance."""


def procedures(policy: Policy) -> Told:
    """What to do in each kind of case, for each goal."""
    found = tuple(policy.procedures or ())
    steps = sum(len(each.steps) for each in found)
    serving = sum(bool(each.goals) for each in found)
    holds = holding((found, "procedure")) + ((several(steps, "step"),) if steps else ())
    lacks = lacking((steps, "steps"), (serving or not policy.goals, "one that serves a goal"))
    return Told(holds, lacks)


def promises(policy: Policy) -> Told:
    """How fast and how well, and who takes it further."""
    made, escalation = tuple(promised(policy)), policy.escalation
    ladders, direct = (escalation.ladders, escalation.direct) if escalation else (None, None)
    asked = ("somebody to ask",) if taken_further(policy) and not (ladders or direct) else ()
    holds = (*holding((made, "promise"), (ladders, "ladder"), (direct, "direct route")), *asked)
    return Told(holds, lacking((made, "a promise"), (taken_further(policy), "somebody to take it further")))


def discretion(policy: Policy) -> Told:
    """What the front line may give without asking."""
    context = tuple(granted(policy))
    holds = (several(len(context), "thing that staff may give", "things that staff may give"),) if context else ()
    return Told(
        holds or (("somebody to ask",) if policy.discretion else ()),
        lacking((context, "something to give without asking")),
    )


def tone(policy: Policy) -> Told:
    """How the organisation sounds: samples, tone by mood, and a script for the ear."""
    how = policy.tone
    if how is None:
        return Told()
    samples, shown = tuple(how.samples or ()), times_shown(how)
    script = how.audio_guide is not None
    holds = (*holding((samples, "sample"), (how.moods, "mood")), *(("a script to listen to",) if script else ()))
    lacks = lacking(
        (shown >= ENOUGH, several(ENOUGH - shown, "more sample") if shown else "samples"),
        (how.moods or _by_mood(samples), "words for somebody angry"),
        (script, "a script to listen to"),
    )
    return Told(holds or ("described",), lacks)


def times_shown(tone: Tone) -> int:
    """How often a tone shows what to say: in samples, and in words for a mood."""
    return len(tone.samples or ()) + sum(bool(mood.say) for mood in tone.moods or ())


def promised(policy: Policy) -> Iterator[Standard]:
    """Every promise, in the standards and in the procedures; the rows of a group each."""
    yield from _rows(policy.standards or ())
    for procedure in policy.procedures or ():
        yield from _rows(procedure.promises or ())


def granted(policy: Policy) -> Iterator[Grant]:
    """Everything that may be given, in the discretion and in the procedures; the rows of a group each."""
    yield from _rows((policy.discretion and policy.discretion.may_give) or ())
    for procedure in policy.procedures or ():
        yield from _rows(procedure.may_give or ())


def taken_further(policy: Policy) -> bool:
    """Whether the policy says who is asked when the one who is there cannot settle it."""
    asked = policy.discretion is not None and bool(policy.discretion.ask)
    return policy.escalation is not None or asked or any(grant.above for grant in granted(policy))


def _rows(group: Iterable[U]) -> Iterator[U]:
    """The rows that are no groups themselves; groups stand as deep as a source may go, which is not deep."""
    for row in group:
        if row.rows:
            yield from _rows(row.rows)
        else:
            yield row


def _by_mood(samples: Iterable[Sample]) -> bool:
    return any(sample.mood for sample in samples)
