"""A policy in; where it calls itself what it is not, out."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from policyctl.findings import Issue
from policyctl.rules.rule import RuleContext
from policyctl.rules.structure.mentions import cases
from policyctl.rules.structure.whole import place_of
from policyctl.schema.grammar.references import PriorityRef
from policyctl.schema.sections.head import Kind
from policyctl.schema.sections.standards import Remedy, Standard
from policyctl.schema.sections.terms import Term


class Claim(NamedTuple):
    """What a policy of a kind holds at the very least, and what to say where it does not."""

    kind: Kind
    there: Callable[[RuleContext], bool]
    message: str
    hint: str


def kind_unfulfilled(context: RuleContext) -> Iterator[Issue]:
    """A charter that promises nothing, terms without terms, a complaints policy that does not say how to complain.

    A support policy has to say how fast it answers, and where it has priorities, how fast for each.

    Why it matters: the name on the first page is the first promise; who looks for the rest and finds none feels fooled.

    Diff:

          policy:
            title: Our customer charter
            organisation: Harbour Lane Books
            kind: charter  # <- here
          mission: The right book in every hand.
        + standards:
        +   Answer the phone: within 6 rings
    """
    for claim in _CLAIMS:
        if context.in_use_as(claim.kind) and not claim.there(context):
            hint = f"{claim.hint}, or leave `{claim.kind}` out of `kind`."
            yield Issue(place_of(context, claim.kind), claim.message, hint)


def _promises(context: RuleContext) -> bool:
    """Whether customers get anything; what is asked of them in return for nothing is told where it is asked."""
    policy, conduct = context.policy, context.policy.conduct
    promised = policy.standards or policy.remedies or policy.complaints or policy.terms or policy.always
    return bool(promised or _answers(context) or (conduct and conduct.we_ask))


def _answers(context: RuleContext) -> bool:
    return any(True for _ in context.parts_of(Standard))


def _by_priority(context: RuleContext) -> bool:
    """Whether a promise depends on how urgent a case is, where the policy has priorities and promises at all."""
    names = context.names.within(("priorities",))
    if len(names) < 2 or not _answers(context):
        return True
    promises = [promise for _, promise in context.parts_of(Standard)]
    told = (case for promise in promises for case in cases(promise))
    return any(each.priorities for each in promises) or any(context.names.find(PriorityRef(case)) for case in told)


def _way_to_complain(context: RuleContext) -> bool:
    complaints = context.policy.complaints
    return complaints is not None and bool(complaints.says or complaints.how_to_complain or complaints.stages)


def _what_follows(context: RuleContext) -> bool:
    complaints = context.policy.complaints
    return (
        not _way_to_complain(context)
        or bool(complaints and (complaints.says or complaints.stages))
        or _answers(context)
    )


def _terms(context: RuleContext) -> bool:
    return any(True for kind in (Term, Remedy) for _ in context.parts_of(kind))


_CLAIMS = (
    Claim(
        Kind.CHARTER,
        _promises,
        "This charter promises nothing.",
        "Write under `standards` what customers can count on, a sentence each",
    ),
    Claim(
        Kind.SUPPORT,
        _answers,
        "This support policy does not say how fast you answer.",
        "Write it under `standards`, such as `First reply: within 4 business hours`",
    ),
    Claim(
        Kind.SUPPORT,
        _by_priority,
        "No promise of this support policy depends on its priorities.",
        "Give each priority its limit under `within`, such as `Urgent: 1 business hour`; or delete `priorities`",
    ),
    Claim(
        Kind.COMPLAINTS,
        _way_to_complain,
        "This complaints policy does not say how to complain.",
        "Write it in `complaints` under `how_to_complain`, such as `Tell anyone who works here.`",
    ),
    Claim(
        Kind.COMPLAINTS,
        _what_follows,
        "This complaints policy does not say what happens to a complaint.",
        "Write in `complaints` who answers and by when, as one sentence after `says` or as `stages`",
    ),
    Claim(
        Kind.TERMS,
        _terms,
        "This policy calls itself terms, and holds none.",
        "Write under `terms` what may be returned or cancelled and until when, or under `remedies` what you owe",
    ),
)
