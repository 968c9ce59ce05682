"""Find what customers say and nobody hears."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.lexicon import finds
from policyctl.meaning.formatting import fields, joined
from policyctl.rules.rule import RuleContext
from policyctl.schema.sections.head import Kind


def feedback_unread(context: RuleContext) -> Iterator[Issue]:
    """Customers are asked what they think, and nobody reads it, or nothing comes of it.

    Why it matters: a card that nobody reads is worse than no card, since the customer did you a favour.

    Diff:

          feedback:
            Cards at the till:  # <- here
              question: What should we have done better?
        +     read_by: Rosa
        +     acted_on: One change a month, on the board
    """
    sources = context.policy.feedback
    if not sources or not context.undertakes(Kind.HANDBOOK):
        return
    around = tuple(filter(None, (sources.intro, sources.notes)))
    for pointer, source in sources.located(("feedback",)):
        said = "\n".join(filter(None, (source.about, source.acted_on, source.note, source.sample, *around)))
        read = source.read_by or (finds("people.reading", said) if context.understood else said)
        acted = source.acted_on or (around and (not context.understood or finds("people.acted_on", "\n".join(around))))
        lacks = {"read_by": not read and "who reads it", "acted_on": not acted and "what comes of it"}
        missing = {key: what for key, what in lacks.items() if what}
        if missing:
            message = f"“{source.named() or source.about}” does not say {joined(list(missing.values()), 'or')}."
            yield Issue(pointer, message, f"Add {fields(missing)}.", at_key=True)
