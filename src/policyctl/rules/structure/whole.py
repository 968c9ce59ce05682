"""A policy in; what a whole one of its kind would hold, and this one does not, out."""

from collections.abc import Iterator, Sequence

from policyctl.findings import Issue, Pointer
from policyctl.rules.method import STEPS, Step, core_missing, steps_missing
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import fields, joined
from policyctl.schema.sections.head import Kind


def handbook_core_missing(context: RuleContext) -> Iterator[Issue]:
    """A handbook that leaves out response times, tone, escalation or what to do.

    It is asked of a policy that calls itself a handbook, and of no other.

    Why it matters: these four are what people look up while a customer waits; where one is missing, everybody makes up
    their own.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            kind: handbook  # <- here
          standards:
            Answer the phone: within 6 rings
          procedures:
            A book arrives damaged: Say sorry, and offer another one.
        + escalation:
        +   to: the owner
        + tone:
        +   sounds_like: A neighbour who reads a great deal
    """
    lacks = core_missing(context.policy) if context.in_use_as(Kind.HANDBOOK) else ()
    if lacks:
        sections = fields(part.section for part in lacks)
        message = f"This handbook does not say {joined([part.says for part in lacks], 'or')}."
        hint = f"Add {sections}. If this is not to be a handbook, leave that word out of `kind`."
        yield Issue(place_of(context, Kind.HANDBOOK), message, hint)


def method_steps_missing(context: RuleContext) -> Iterator[Issue]:
    """A handbook that has what people look up, and leaves out other steps of the method, such as a trial or a review.

    It is told once what a handbook cannot do without is there, in one finding, however many steps are missing.

    Why it matters: a handbook that nobody tried, practised or looks at again is out of date in a year, and unread.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            kind: handbook  # <- here
          standards:
            Answer the phone: within 6 rings
          procedures:
            A book arrives damaged: Say sorry, and offer another one.
          escalation:
            to: the owner
          tone:
            sounds_like: A neighbour who reads a great deal
        + checks:
        +   method-steps-missing: off because we are three, and speak of the rest over lunch
    """
    asked = context.in_use_as(Kind.HANDBOOK) and not core_missing(context.policy)
    lacks = steps_missing(context.policy) if asked else ()
    if lacks:
        message = f"{_so_many(lacks)} not in this one: {joined([_named(step) for step in lacks])}."
        hint = (
            f"Begin with `{lacks[0].sections[0]}`: {lacks[0].begin}. If you go without on purpose, say why in `checks`."
        )
        yield Issue(place_of(context, Kind.HANDBOOK), message, hint)


def place_of(context: RuleContext, kind: Kind) -> Pointer:
    """Where the policy says that it is of this kind."""
    return ("policy", "kind", context.policy.policy.kind.index(kind))


def _so_many(steps: Sequence[Step]) -> str:
    return (
        f"{len(steps)} of the {len(STEPS)} steps to a handbook that works are"
        if len(steps) > 1
        else "One step to a handbook that works is"
    )


def _named(step: Step) -> str:
    title, section = step.title.lower(), step.sections[0]
    return f"`{section}`" if title == section else f"{title} (`{section}`)"
