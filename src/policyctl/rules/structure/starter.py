"""Find what a policy still says of the invented business of `policyctl init`, and not of its own."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.lexicon import words
from policyctl.meaning.formatting import quoted
from policyctl.rules.rule import RuleContext

SHOWN = 3
"""Texts that a message quotes; more are counted."""


def starter_text_left(context: RuleContext) -> Iterator[Issue]:
    """Words that `policyctl init` wrote where only you can know what belongs there. What else it wrote may stay.

    Why it matters: a customer who reads the name of an example doubts the rest.

    Diff:

          policy:
            title: How we look after you
        -   organisation: The Example Shop  # <- here
        +   organisation: Rosa's Corner Shop
            status: published
            owner: the owner
            version: 1.0
            effective: 1 October 2026
          standards:
            Answer the phone: within 6 rings
    """
    examples = frozenset((*words("starter.examples"), *words("starter.former")))
    left = [each for each in context.texts.passages if each.text in examples]
    if left:
        shown = quoted([each.text for each in left], few=SHOWN)
        verb = "This is still the example" if len(left) == 1 else "These are still the examples"
        hint = "Put what is true for you in its place, or delete it."
        yield Issue(left[0].pointer, f"{verb} that `policyctl init` wrote: {shown}.", hint)
