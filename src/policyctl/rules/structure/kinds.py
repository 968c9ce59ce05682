"""A policy in; where it calls itself what it is not, out."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from policyctl.findings import Issue
from policyctl.rules.rule import Given
from policyctl.rules.structure.mentions import cases
from policyctl.rules.structure.whole import place_of
from policyctl.spec.grammar.references import PriorityRef
from policyctl.spec.sections.head import Kind
from policyctl.spec.sections.standards import Remedy, Standard
from policyctl.spec.sections.terms import Term


class Claim(NamedTuple):
    """What a policy of a kind holds at the very least, and what to say where it does not."""

    kind: Kind
    there: Callable[[Given], bool]
    message: str
    hint: str


def kind_unfulfilled(given: Given) -> Iterator[Issue]:
    """A charter that promises nothing, terms without terms, a complaints policy that does not say how to complain.

    A support policy has to say how fast it answers, and where it has priorities, how fast for each.

    Why it matters: the name on the first page is the first promise; who looks for the rest and finds none feels fooled.

    Bad:

        policy:
          title: Our customer charter
          organisation: Harbour Lane Books
          kind: charter  # <- here
        mission: The right book in every hand.

    Good:

        policy:
          title: Our customer charter
          organisation: Harbour Lane Books
          kind: charter
        mission: The right book in every hand.
        standards:
          Answer the phone: within 6 rings
    """
    for claim in _CLAIMS:
        if given.in_use_as(claim.kind) and not claim.there(given):
            hint = f"{claim.hint}, or leave `{claim.kind}` out of `kind`."
            yield Issue(place_of(given, claim.kind), claim.message, hint)


def _promises(given: Given) -> bool:
    """Whether customers get anything; what is asked of them in return for nothing is told where it is asked."""
    policy, conduct = given.policy, given.policy.conduct
    promised = policy.standards or policy.remedies or policy.complaints or policy.terms or policy.always
    return bool(promised or _answers(given) or (conduct and conduct.we_ask))


def _answers(given: Given) -> bool:
    return any(True for _ in given.each(Standard))


def _by_priority(given: Given) -> bool:
    """Whether a promise depends on how urgent a case is, where the policy has priorities and promises at all."""
    names = given.names.within(("priorities",))
    if len(names) < 2 or not _answers(given):
        return True
    promises = [promise for _, promise in given.each(Standard)]
    told = (case for promise in promises for case in cases(promise))
    return any(each.priorities for each in promises) or any(given.names.find(PriorityRef(case)) for case in told)


def _way_to_complain(given: Given) -> bool:
    complaints = given.policy.complaints
    return complaints is not None and bool(complaints.says or complaints.how_to_complain or complaints.stages)


def _what_follows(given: Given) -> bool:
    complaints = given.policy.complaints
    return not _way_to_complain(given) or bool(complaints and (complaints.says or complaints.stages)) or _answers(given)


def _terms(given: Given) -> bool:
    return any(True for kind in (Term, Remedy) for _ in given.each(kind))


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
