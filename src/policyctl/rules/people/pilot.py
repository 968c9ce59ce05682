"""A policy in; trials that customers do not know of, cannot leave, or that cannot end, out."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.patterns import pattern
from policyctl.rules.people.notice_words import says_answers_count, says_it_is_a_test, shows_a_way_out
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import fields, joined
from policyctl.schema.sections.training import Pilot

_NONE = r"(?:no|none|not|nobody|kein\w*|niemand|ohne)\b"


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
    missing = _untold(pilot, context) if pilot and _with_customers(pilot) else []
    if pilot and missing:
        message = f"Customers take part in the trial, and are not told {joined(missing, 'or')}."
        hint = "Write for example “This is a test, and your answers will change what we do” under `told`."
        yield Issue(("pilot", "told" if pilot.told else "customers"), message, hint)


def _untold(pilot: Pilot, context: RuleContext) -> list[str]:
    """What customers are not told; where there is no text for them, the words around may say it."""
    said = "\n".join(pilot.told) or _around(pilot)
    if not said:
        return ["anything"]
    tests = {"that it is a test": says_it_is_a_test, "that their answers change the result": says_answers_count}
    missing = [what for what, is_said in tests.items() if context.understood and not is_said(said)]
    return missing if pilot.told or not missing else ["anything"]


def pilot_without_way_out(context: RuleContext) -> Iterator[Issue]:
    """Customers take part in a trial, and nothing says how they stay out of it.

    Why it matters: whoever feels caught complains, and the trial measures their anger instead of your policy.

    Diff:

          pilot:
            customers: Twenty members of our reading club  # <- here
            told: This is a test, and your answers will change what we do.
        +   opt_out: Say so once, to anyone here.
            ends: 1 March 2027
            success_when: Nine of ten are answered in time
            stop_when: Two complaints about the same thing
    """
    pilot = context.policy.pilot
    held = pilot and _with_customers(pilot) and not (pilot.opt_out or pilot.decision)
    if pilot and held and not shows_a_way_out("\n".join((*pilot.told, _around(pilot)))):
        hint = "Add `opt_out`, such as “Say so once, to anyone here, and you are served the old way”."
        yield Issue(("pilot", "customers"), "Nothing says how a customer stays out of the trial.", hint)


def pilot_without_criteria(context: RuleContext) -> Iterator[Issue]:
    """A trial that does not say when it is a success, what ends it early, or on which day it is over.

    Why it matters: without a bar set beforehand every trial is a success, and nobody stops one that goes wrong.

    Diff:

          pilot:  # <- here
            staff: Ana and Tom
            starts: 1 February 2027
        +   ends: 1 March 2027
        +   success_when: Nine of ten are answered in time
        +   stop_when: Two complaints about the same thing
    """
    pilot = context.policy.pilot
    if pilot and (pilot.staff or pilot.customers) and not pilot.decision:
        asked = {"success_when": "when it is a success", "stop_when": "what ends it early", "ends": "its last day"}
        lacks = [key for key in asked if not getattr(pilot, key)]
        if lacks:
            message = f"The trial does not say {joined([asked[key] for key in lacks], 'or')}."
            hint = f"Add {fields(lacks)} before it begins."
            yield Issue(("pilot",), message, hint, at_key=True)


def _with_customers(pilot: Pilot) -> bool:
    return any(not pattern(_NONE).match(text) for text in pilot.customers)


def _around(pilot: Pilot) -> str:
    """What is said about the trial around its fields."""
    return "\n".join(filter(None, (pilot.intro, pilot.consent, pilot.notes)))
