"""Find what a policy still says of the invented shop of the starter, and not of its own."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.lexicon import load
from policyctl.meaning.formatting import quoted
from policyctl.rules.rule import RuleContext
from policyctl.schema.sections.head import Status

SHOWN = 3
"""Texts that a message quotes; more are counted."""


def starter_text_left(context: RuleContext) -> Iterator[Issue]:
    """Words of the first policy that `policyctl init` writes, which are about an invented shop and not about yours.

    A draft in which all of them still stand has not been begun, and is left alone.

    Why it matters: a customer who rings the number of the example reaches nobody, and doubts the rest.

    Diff:

        - mission: We help our neighbours to mend what they have, and stand by our work.  # <- here
        + mission: We put the right book into every reader's hands.
    """
    examples = frozenset(load("starter.examples", "en"))
    left = [each for each in context.texts.passages if each.text in examples]
    begun = context.status is not Status.DRAFT or len({each.text for each in left}) < len(examples) - 1
    if left and begun:
        shown = quoted([each.text for each in left], few=SHOWN)
        verb = "This is still the example" if len(left) == 1 else "These are still the examples"
        hint = "Put what is true for you in its place, or delete it."
        yield Issue(left[0].pointer, f"{verb} that `policyctl init` wrote: {shown}.", hint)
