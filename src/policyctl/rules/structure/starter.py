"""A policy in; where it still says of its own shop what the starter says of an invented one, out."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import quoted
from policyctl.schema.sections.head import Status

SHOWN = 3
"""Texts that a message quotes; more are counted."""

EXAMPLES = frozenset({
    "The Example Shop",
    "We help our neighbours to mend what they have, and stand by our work.",
    "So the lamp worked on Monday, and not since. Have I got that right?",
    "Standing by our work is what brings a neighbour back.",
    "1 Example Street",
    "020 7946 0000",
    "hello@example.com",
    "Alex owns the shop. I have said what happened, so you need not say it again.",
    "Tell anyone who works here. Alex rings you the same day, and it costs you nothing.",
    "A neighbour who knows about lamps",
    "I'm sorry, it is not ready today as I said. It will be on Thursday, and I will bring it round.",
})  # fmt: skip
"""What the starter says of its own shop alone; the rest of it is true of many, and may well stay."""


def starter_text_left(context: RuleContext) -> Iterator[Issue]:
    """Words of the first policy that `policyctl init` writes, which are about an invented shop and not about yours.

    A draft in which all of them still stand has not been begun, and is left alone.

    Why it matters: a customer who rings the number of the example reaches nobody, and doubts the rest.

    Diff:

        - mission: We help our neighbours to mend what they have, and stand by our work.  # <- here
        + mission: We put the right book into every reader's hands.
    """
    left = [each for each in context.texts.passages if each.text in EXAMPLES]
    begun = context.status is not Status.DRAFT or len({each.text for each in left}) < len(EXAMPLES) - 1
    if left and begun:
        words = quoted([each.text for each in left], few=SHOWN)
        verb = "This is still the example" if len(left) == 1 else "These are still the examples"
        hint = "Put what is true for you in its place, or delete it."
        yield Issue(left[0].pointer, f"{verb} that `policyctl init` wrote: {words}.", hint)
