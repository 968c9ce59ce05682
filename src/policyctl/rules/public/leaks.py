"""A policy in; what customers will read and were not meant to out."""

from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.rules.public.inside_words import inside_words, permission
from policyctl.rules.public.shown import shown
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.choices import Choice, Flag
from policyctl.schema.grammar.commitment import Commitment
from policyctl.schema.grammar.entry import Audience
from policyctl.schema.quantities import Allowance, Money
from policyctl.schema.sections.discretion import Grant

_AGAINST: dict[tuple[Choice | None, Choice | None], str] = {
    (Flag.YES, Audience.STAFF): "“{0}” is for staff alone and told to customers at once.",
    (Flag.YES, Audience.LEADERS): "“{0}” is for leaders alone and told to customers at once.",
}


def public_and_internal(context: RuleContext) -> Iterator[Issue]:
    """An entry that is marked for staff alone and for customers at once.

    Why it matters: one of the two marks is a mistake, and the charter may print what was meant for the staff room.

    Diff:

          remedies:
            A late parcel:
              gives: £5
        -     audience: staff
              public: yes  # <- here
    """
    for pointer, marked in _marked(context):
        against = _AGAINST.get((marked.get("public"), marked.get("audience")))
        if against:
            hint = "Keep `public`, or keep `audience`, whichever is meant."
            yield Issue((*pointer, "public"), against.format(pointer[-1]), hint)


def _marked(context: RuleContext) -> Iterator[tuple[Pointer, dict[str, Choice]]]:
    """The marks of each entry that has both on its own lines; a row may well be an exception from its group."""
    if any(isinstance(part, Commitment) and part.public and part.audience for _, part in context.parts):
        marks: dict[Pointer, dict[str, Choice]] = {}
        for pointer, value in context.values:
            if pointer[-1] in ("public", "audience") and isinstance(value, Choice):
                marks.setdefault(pointer[:-1], {})[str(pointer[-1])] = value
        yield from marks.items()


def internal_limit_public(context: RuleContext) -> Iterator[Issue]:
    """Words that are for the inside, in a text that customers will read: an internal target, or what staff may give.

    Why it matters: whoever reads that advisers may give £20 asks for £20, and an internal target becomes a promise.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            kind: terms
          terms:
        -   Returns: Bring it back within 30 days. Our internal limit is 40.  # <- here
        +   Returns: Bring it back within 30 days.
    """
    limits = _limits(context)
    for passage in shown(context):
        inside = inside_words(passage.text)
        amount = permission(passage.text) if limits else None
        if inside:
            hint = "Leave it out here, and write it under `metrics` or in an entry with `audience: staff`."
            message = f"Customers will read “{inside[0]}”, which is for the inside."
            yield passage.issue(inside.start(), inside[0], message, hint)
        elif amount and context.priced(amount) in limits:
            hint = "Say what customers get, and leave what staff may give to `discretion`."
            message = f"Customers will read that staff may give up to {amount}, which is a limit of your discretion."
            yield Issue(passage.pointer, message, hint, words=amount.text)


def _limits(context: RuleContext) -> frozenset[Money]:
    """What staff may give up to, where customers are not told."""
    granted = (grant.up_to for _, grant in context.parts_of(Grant) if not grant.public)
    amounts = (each.amount for each in granted if isinstance(each, Allowance))
    return frozenset(context.priced(amount) for amount in amounts if isinstance(amount, Money))
