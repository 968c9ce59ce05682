"""A policy in; trials that are over and led to nothing out."""

from collections.abc import Iterator
from datetime import timedelta

from policyctl.findings import Issue
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import quoted
from policyctl.schema.sections.head import Kind

GRACE = timedelta(weeks=4)
"""Time to look at what a trial showed, and to decide."""


def pilot_status_untrue(context: RuleContext) -> Iterator[Issue]:
    """A policy that calls itself a pilot, without a trial or weeks after it ended.

    Why it matters: every page says that this is a trial, and nobody knows which rules hold today.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            owner: Rosa
            status: pilot  # <- here
          pilot:
            staff: Ana and Tom
            starts: 1 February 2026
        -   ends: 1 March 2026
        +   ends: 1 March 2090
            success_when: Nine of ten are answered in time
            stop_when: Two complaints about the same thing
    """
    pilot, place = context.policy.pilot, ("policy", "status")
    if not pilot and not context.states(Kind.HANDBOOK):
        hint = "Say under `pilot` who takes part, until when, and what customers are told; or write `status: draft`."
        yield Issue(place, "The policy is a pilot, and nothing in it says who tries it out.", hint)
    elif pilot and pilot.ends and pilot.ends.value + GRACE < context.today:
        message = f"The policy is still a pilot, and the trial ended on {pilot.ends}."
        hint = (
            "Write what was decided under `pilot: decision` and publish the policy, or give the trial a new last day."
        )
        yield Issue(place, message, hint)


def pilot_undecided(context: RuleContext) -> Iterator[Issue]:
    """A published policy whose trial is over, and nothing says what was decided.

    Why it matters: those who took part gave their time for it, and look for what they said.

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
        -     Whom to call: Two of ten did not know it.
        +     Whom to call:
        +       found: Two of ten did not know it.
        +       changed: The card names the duty phone.
        +   decision: Go, from 15 March
    """
    pilot = context.policy.pilot
    if not pilot or pilot.decision:
        return
    over = pilot.ends.value < context.today if pilot.ends else bool(pilot.findings)
    if over:
        idle = [each.named() or each.found or "" for each in pilot.findings or () if not each.changed and not each.note]
        so_far = f" nor what became of {quoted(idle)}" if idle else ""
        hint = "Add `decision`, and `changed` to each finding: what is different now, or why it stays."
        yield Issue(("pilot",), f"The trial is over, and nothing says what was decided{so_far}.", hint, at_key=True)
