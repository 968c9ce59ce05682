"""Find what a policy lacks that one of its kind and status must hold."""

from collections.abc import Iterable, Iterator, Sequence

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import pattern
from policyctl.meaning.formatting import fields, joined
from policyctl.meaning.references import entries
from policyctl.rules.method import STEPS, Step, core_missing, steps_missing
from policyctl.rules.needs import Need, unmet
from policyctl.rules.rule import RuleContext
from policyctl.rules.structure.mentions import cases
from policyctl.schema.grammar.references import PriorityRef, Reference
from policyctl.schema.policy import Policy
from policyctl.schema.sections.head import Kind, Status
from policyctl.schema.sections.people import Role
from policyctl.schema.sections.procedures import Procedure
from policyctl.schema.sections.standards import Remedy, Standard
from policyctl.schema.sections.terms import Term

FEW = 5
"""People among whom nobody need approve what another wrote: a shop is a shop."""

SEVERAL = 3
"""Steps from which on nobody sees at a glance where a procedure ends."""

_STATES = {Status.PILOT: "on trial", Status.PUBLISHED: "published"}
_IN_THE_HEAD = {
    "owner": "who keeps it true",
    "version": "which version it is",
    "effective": "since when it holds",
    "approver": "who has approved it",
}


def head_incomplete(context: RuleContext) -> Iterator[Issue]:
    """A policy on trial or published that does not say who keeps it true, which version it is, or since when it holds.

    The version, the day and who has approved it are asked of a published policy that says of which kind it is. Where
    five people or fewer work, or the owner of it owns the business as well, nobody need approve it.

    Why it matters: where nobody owns it, a wrong sentence stays, since everybody expects another to mend it; and of two
    printed copies that differ, nobody can tell which one counts.

    Diff:

          policy:
            title: Our customer charter
            organisation: Harbour Lane Books
            kind: charter
            status: published  # <- here
        +   owner: Maria Odell
        +   version: 1.0
        +   effective: 1 October 2026
          standards:
            Answer the phone: within 6 rings
    """
    lacks = [key for key in _asked_of_head(context) if getattr(context.policy.policy, key) is None]
    if lacks:
        missing = joined([_IN_THE_HEAD[key] for key in lacks], "or")
        owner = _likely_owner(context)
        write = fields(f"owner: {owner}" if key == "owner" and owner else f"{key}:" for key in lacks)
        message = f"This policy is {_STATES[context.status]}, and does not say {missing}."
        invented = "owner" in lacks and not owner
        nobody = ", or under `checks` `head-incomplete: off because` and why nobody does" if invented else ""
        hint = f"Write {write} here, under `policy`{nobody}."
        yield Issue(("policy", "status"), message, hint)


def kind_unfulfilled(context: RuleContext) -> Iterator[Issue]:
    """A policy that calls itself what it is not: a charter that promises nothing, terms without terms.

    A handbook has to say how fast you answer, how you sound, what to do and who takes a case further; a support policy
    how fast you answer, and where it has priorities, how fast for each; a complaints policy how to complain and what
    happens then.

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
    lacks = core_missing(context.policy) if context.in_use_as(Kind.HANDBOOK) else ()
    if lacks:
        sections = fields(part.section for part in lacks)
        message = f"This handbook does not say {joined([part.says for part in lacks], 'or')}."
        hint = f"Add {sections}. If this is not to be a handbook, leave that word out of `kind`."
        yield Issue(_place_of(context, Kind.HANDBOOK), message, hint)
    for need in _OF_A_KIND:
        for issue in unmet(context, (need,)):
            yield issue._replace(pointer=_place_of(context, need.kinds[0]), at_key=False)


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
        yield Issue(_place_of(context, Kind.HANDBOOK), message, hint)


def procedure_open_ended(context: RuleContext) -> Iterable[Issue]:
    """A procedure of a handbook with several steps and no word on how to know that it is done.

    Procedures that are a list of steps and nothing else are left alone.

    Why it matters: without an end a case is left when somebody goes home, and the customer is the one who asks.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            kind: handbook
          procedures:
            A parcel is late:  # <- here
              trigger: The day that we gave is over.
              steps:
                - Say what you can see.
                - Send a second copy by courier.
                - Write tomorrow, whether there is news or not.
        +     done_when: The customer has the book in their hands.
    """
    return unmet(context, _OF_A_PROCEDURE)


def _asked_of_head(context: RuleContext) -> Iterator[str]:
    """What the head of a policy of this status and kind has to say."""
    head = context.policy.policy
    yield "owner"
    if context.status is Status.PUBLISHED and head.kind:
        yield from ("version", "effective")
        if _people(context) > FEW and not _is_at_the_top(head.owner, context):
            yield "approver"


def _likely_owner(context: RuleContext) -> str | None:
    """Whoever leads, or the first who is named; nobody where nobody is."""
    roles = tuple(role for _, role in context.parts_of(Role) if role.name)
    leading = next((role for role in roles if role.leads), roles[0] if roles else None)
    return leading.named() if leading else None


def _is_at_the_top(owner: Reference | None, context: RuleContext) -> bool:
    """Whether the owner of the policy has nobody above who could approve it, as far as the title says."""
    roles = entries((owner,), Role, context.names) if owner else {}
    titles = (f"{role.named()} {role.title or ''}" for role in roles.values())
    return any(pattern("structure.at_the_top").search(title) for title in titles)


def _people(context: RuleContext) -> int:
    return sum(max(len(role.people), 1) for _, role in context.parts_of(Role))


def _place_of(context: RuleContext, kind: Kind) -> Pointer:
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


def _promises(policy: Policy, context: RuleContext) -> bool:
    """Whether customers get anything, whatever is asked of them."""
    promised = policy.standards or policy.remedies or policy.complaints or policy.terms or policy.always
    return bool(promised) or _answers(policy, context)


def _answers(_: Policy, context: RuleContext) -> bool:
    return bool(context.parts_of(Standard))


def _answers_by_priority(policy: Policy, context: RuleContext) -> bool:
    """Whether a promise depends on how urgent a case is, where the policy has priorities and promises at all."""
    names = context.names.within(("priorities",))
    if len(names) < 2 or not _answers(policy, context):
        return True
    promises = [promise for _, promise in context.parts_of(Standard)]
    by_case = (case for promise in promises for case in cases(promise))
    return any(each.priorities for each in promises) or any(context.names.find(PriorityRef(case)) for case in by_case)


def _says_how_to_complain(policy: Policy, _: RuleContext) -> bool:
    complaints = policy.complaints
    return complaints is not None and bool(complaints.says or complaints.how_to_complain or complaints.stages)


def _says_what_follows(policy: Policy, context: RuleContext) -> bool:
    complaints = policy.complaints
    return bool(complaints and (complaints.says or complaints.stages)) or _answers(policy, context)


def _holds_terms(_: Policy, context: RuleContext) -> bool:
    return bool(context.parts_of(Term) or context.parts_of(Remedy))


_OF_A_KIND = (
    Need(
        Policy,
        _promises,
        "This charter promises nothing.",
        "Write under `standards` what customers can count on, a sentence each, or leave `charter` out of `kind`.",
        kinds=(Kind.CHARTER,),
    ),
    Need(
        Policy,
        _answers,
        "This support policy does not say how fast you answer.",
        "Write it under `standards`, such as `First reply: within 4 business hours`, or leave `support` out of `kind`.",
        kinds=(Kind.SUPPORT,),
    ),
    Need(
        Policy,
        _answers_by_priority,
        "No promise of this support policy depends on its priorities.",
        "Give each priority its limit under `within`, such as `Urgent: 1 business hour`; or delete `priorities`, or "
        "leave `support` out of `kind`.",
        kinds=(Kind.SUPPORT,),
    ),
    Need(
        Policy,
        _says_how_to_complain,
        "This complaints policy does not say how to complain.",
        "Write it in `complaints` under `how_to_complain`, such as `Tell anyone who works here.`, or leave "
        "`complaints` out of `kind`.",
        kinds=(Kind.COMPLAINTS,),
    ),
    Need(
        Policy,
        _says_what_follows,
        "This complaints policy does not say what happens to a complaint.",
        "Write in `complaints` who answers and by when, as one sentence after `says` or as `stages`, or leave "
        "`complaints` out of `kind`.",
        asked=_says_how_to_complain,
        kinds=(Kind.COMPLAINTS,),
    ),
    Need(
        Policy,
        _holds_terms,
        "This policy calls itself terms, and holds none.",
        "Write under `terms` what may be returned or cancelled and until when, or under `remedies` what you owe, or "
        "leave `terms` out of `kind`.",
        kinds=(Kind.TERMS,),
    ),
)
_OF_A_PROCEDURE = (
    Need(
        Procedure,
        ("done_when", "follow_up"),
        "Nothing says when the case is done in {names}.",
        "Write under `done_when` what the customer has, says or knows when it is over.",
        asked=lambda procedure, _: (
            len(procedure.steps) >= SEVERAL and bool(set(procedure.set_fields()) - {"name", "steps"})
        ),
        kinds=(Kind.HANDBOOK,),
    ),
)
