"""A policy in; refunds of which nobody can tell who may make them out."""

from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.rules.authority import leads, roles
from policyctl.rules.discretion.bands import Band, bands
from policyctl.rules.discretion.gifts import ANYTHING, REFUND, known_kinds
from policyctl.rules.naming import inside
from policyctl.rules.rule import RuleContext
from policyctl.schema.sections.procedures import Procedure, Step
from policyctl.schema.sections.stand import Moment
from policyctl.schema.sections.standards import Remedy, Standard
from policyctl.schema.sections.terms import Term


def refund_authority_unclear(context: RuleContext) -> Iterator[Issue]:
    """A refund in a procedure, or a person who may refund in a moment, of which `may_give` says nothing.

    Why it matters: one colleague refunds on the spot and another asks the owner, and customers compare.

    Diff:

          moments:
            An upset caller:
              may_refund: Chat adviser  # <- here
          roles:
            Adviser: By telephone
            Chat adviser: On the website
          discretion:
            may_give:
              Refunds:
        -       who: Adviser
        +       who:
        +         - Adviser
        +         - Chat adviser
                gives: a refund
                up_to: £20
    """
    rows = context.cached(bands)
    refunding = [band for band in rows if band.gifts & {REFUND, ANYTHING}]
    if refunding:
        yield from _beside_the_bands(refunding, context)
    elif rows and not _settled_elsewhere(context):
        yield from _without_band(context)


def _beside_the_bands(refunding: list[Band], context: RuleContext) -> Iterator[Issue]:
    """The people who may refund in a moment, and up to no amount that anything names."""
    able = {person for band in refunding for person in band.who}
    everybody = any(not band.who for band in refunding)
    for pointer, moment in context.parts_of(Moment):
        for index, reference in enumerate(moment.may_refund):
            asked = roles([reference], context)
            if asked and not everybody and able.isdisjoint(asked) and not any(map(leads, asked.values())):
                (role, *_) = asked.values()
                message = f"“{role.named()}” may refund in “{moment.named()}”, and nothing says up to how much."
                hint = "Name the role with `who` in a row that gives refunds, or take it out here."
                yield Issue((*pointer, "may_refund", index), message, hint)


def _without_band(context: RuleContext) -> Iterator[Issue]:
    """The first step that gives money back, where nothing that may be given is money back."""
    procedures = dict(context.parts_of(Procedure))
    for pointer, step in context.parts_of(Step):
        refunds = step.do and REFUND in known_kinds(step.do)
        procedure = procedures.get(inside(pointer, procedures) or ())
        if refunds and procedure and not (step.by or step.ask):
            message = f"“{procedure.named()}” gives money back, and nothing says who may do that, and up to how much."
            hint = "Add a row for refunds under `may_give`, or say with `by` who does it."
            yield Issue((*pointer, "do"), message, hint)
            return


def _settled_elsewhere(context: RuleContext) -> bool:
    """Whether somebody is asked for everything else, may refund by name, or owes the refund in any case."""
    discretion = context.policy.discretion
    if (discretion and discretion.ask) or any(moment.may_refund for _, moment in context.parts_of(Moment)):
        return True
    owing = ((pointer, part) for pointer, part in context.parts if isinstance(part, Remedy | Standard | Term))
    return any(_owes_refund(pointer, part) for pointer, part in owing)


def _owes_refund(pointer: Pointer, part: Remedy | Standard | Term) -> bool:
    texts = (part.says or "", part.name or "", *part.gives)
    return pointer[0] != "procedures" and any(REFUND in known_kinds(text) for text in texts)
