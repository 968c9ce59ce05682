"""Find trials that customers do not know of or cannot leave, that cannot end, or that led to nothing."""

from collections.abc import Iterator
from datetime import timedelta

from policyctl.findings import Issue
from policyctl.lexicon import alternatives, finds
from policyctl.meaning.formatting import fields, joined, quoted
from policyctl.patterns import pattern
from policyctl.rules.rule import RuleContext
from policyctl.schema.sections.head import Kind, Status
from policyctl.schema.sections.training import Pilot

_GRACE = timedelta(weeks=4)
"""Time to look at what a trial showed, and to decide."""


def pilot_undisclosed(context: RuleContext) -> Iterator[Issue]:
    """Customers take part in a trial, and are not told that it is a test, or that their answers change the result.

    Why it matters: people forgive a test that goes wrong and help to mend it. They do not forgive having been tried
    out, and a survey that changes nothing is the last one they answer.

    Diff:

          pilot:
            staff: Ana and Tom
            customers: Twenty members of our reading club
        -   told: We have a new way of working for you!  # <- here
        +   told: This is a test until the end of May, and your answers will change what we do.
            opt_out: Say so once, to anyone.
            decision: Go, from 1 March
    """
    pilot = context.policy.pilot
    missing = _undisclosed(pilot, context) if pilot and _with_customers(pilot) else []
    if pilot and missing:
        message = f"Customers take part in the trial, and are not told {joined(missing, 'or')}."
        hint = "Write for example “This is a test, and your answers will change what we do” under `told`."
        yield Issue(("pilot", "told" if pilot.told else "customers"), message, hint)


def _undisclosed(pilot: Pilot, context: RuleContext) -> list[str]:
    """What customers are not told; where there is no text for them, the words around may say it."""
    said = "\n".join(pilot.told) or _around(pilot)
    if not said:
        return ["anything"]
    says = {
        "that it is a test": finds("people.test", said),
        "that their answers change the result": finds("people.answers", said) and finds("people.change", said),
    }
    missing = [what for what, is_said in says.items() if context.understood and not is_said]
    return missing if pilot.told or not missing else ["anything"]


def pilot_incomplete(context: RuleContext) -> Iterator[Issue]:
    """A trial that does not say when it is a success, what ends it early, its last day, or how a customer stays out.

    Why it matters: without a bar set beforehand every trial is a success, and nobody stops one that goes wrong. A
    customer who feels caught complains, and the trial measures their anger instead of your policy.

    Diff:

          pilot:  # <- here
            staff: Ana and Tom
            starts: 1 February 2027
        +   ends: 1 March 2027
        +   success_when: Nine of ten are answered in time
        +   stop_when: Two complaints about the same thing
    """
    pilot = context.policy.pilot
    if not pilot or pilot.decision:
        return
    if _with_customers(pilot) and not _shows_a_way_out(pilot):
        hint = "Add `opt_out`, such as “Say so once, to anyone here, and you are served the old way”."
        yield Issue(("pilot", "customers"), "Nothing says how a customer stays out of the trial.", hint)
    asked = {"success_when": "when it is a success", "stop_when": "what ends it early", "ends": "its last day"}
    lacks = [key for key in asked if not getattr(pilot, key)]
    if lacks and (pilot.staff or pilot.customers):
        message = f"The trial does not say {joined([asked[key] for key in lacks], 'or')}."
        yield Issue(("pilot",), message, f"Add {fields(lacks)} before it begins.", at_key=True)


def pilot_undecided(context: RuleContext) -> Iterator[Issue]:
    """A trial that is over, and nothing says what was decided; or a policy that calls itself a pilot without a trial.

    Why it matters: those who took part gave their time for it, and look for what they said; and as long as every page
    says that this is a trial, nobody knows which rules hold today.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            owner: Rosa
            status: published
          pilot:  # <- here
            staff: Ana and Tom
            ends: 1 March 2026
        -   success_when: Nine of ten are answered in time
        -   stop_when: Two complaints about the same thing
            findings:
              Whom to call:
                found: Two of ten did not know it.
                changed: The card names the duty phone.
        +   decision: Go, from 15 March
    """
    yield from _still_a_pilot(context) if context.status is Status.PILOT else _undecided(context)


def _still_a_pilot(context: RuleContext) -> Iterator[Issue]:
    """A policy that calls itself a pilot, without a trial or weeks after it ended."""
    pilot, place = context.policy.pilot, ("policy", "status")
    if not pilot and not context.states(Kind.HANDBOOK):
        hint = "Say under `pilot` who takes part, until when, and what customers are told; or write `status: draft`."
        yield Issue(place, "The policy is a pilot, and nothing in it says who tries it out.", hint)
    elif pilot and pilot.ends and pilot.ends.value + _GRACE < context.today:
        message = f"The policy is still a pilot, and the trial ended on {pilot.ends}."
        hint = (
            "Write what was decided under `pilot: decision` and publish the policy, or give the trial a new last day."
        )
        yield Issue(place, message, hint)


def _undecided(context: RuleContext) -> Iterator[Issue]:
    """A trial that is over, and nothing says what was decided."""
    pilot = context.policy.pilot
    if not pilot or pilot.decision:
        return
    over = pilot.ends.value < context.today if pilot.ends else bool(pilot.findings)
    if over:
        idle = [each.named() or each.found or "" for each in pilot.findings or () if not each.changed and not each.note]
        so_far = f" nor what became of {quoted(idle)}" if idle else ""
        hint = "Add `decision`, and `changed` to each finding: what is different now, or why it stays."
        yield Issue(("pilot",), f"The trial is over, and nothing says what was decided{so_far}.", hint, at_key=True)


def _with_customers(pilot: Pilot) -> bool:
    nobody = alternatives("people.nobody")
    return any(not pattern(rf"{nobody}\b").match(text) for text in pilot.customers)


def _shows_a_way_out(pilot: Pilot) -> bool:
    return bool(pilot.opt_out) or finds("people.way_out", "\n".join((*pilot.told, _around(pilot))))


def _around(pilot: Pilot) -> str:
    """What is said about the trial around its fields."""
    return "\n".join(filter(None, (pilot.intro, pilot.consent, pilot.notes)))
