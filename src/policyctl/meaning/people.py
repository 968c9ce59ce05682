"""Work out whom a name means, who is alone in a job, and who may decide."""

import re
from collections.abc import Iterable, Iterator

from policyctl.findings import Pointer
from policyctl.lexicon import pattern
from policyctl.meaning.model import Meaning
from policyctl.meaning.references import entries, targets
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import Reference, RoleRef
from policyctl.schema.sections.complaints import Stage
from policyctl.schema.sections.discretion import Discretion, Grant
from policyctl.schema.sections.people import Role
from policyctl.schema.sections.stand import Moment

_SEVERAL = re.compile(r"\b(?:and|und)\b|[,&/]")


def who(references: Iterable[Reference], meaning: Meaning) -> dict[Pointer, str]:
    """Those whom references mean, each with a name to call them by; who stands nowhere is known by the words alone."""
    found: dict[Pointer, str] = {}
    for reference in references:
        named = [each for each in targets(reference, meaning.names) if isinstance(each.entry, Role)]
        found.update((each.pointer, each.entry.named()) for each in named)
        if not named:
            found.setdefault((normalise_name(reference),), reference)
    return found


def roles(references: Iterable[Reference], meaning: Meaning) -> dict[Pointer, Role]:
    """The roles that references mean, with the way to each; what names none is left out."""
    return entries(references, Role, meaning.names)


def names_several(role: Role) -> bool:
    """Whether the role is held by more than one person, as far as it says."""
    return len(role.people) > 1 or bool(_SEVERAL.search(f"{role.named()} {' '.join(role.people)}"))


def is_in_turn(role: Role) -> bool:
    """Whether several people hold the role one after the other, as on a rota."""
    return bool(pattern("escalation.in_turn").search(f"{role.named()} {role.title or ''}"))


def is_one_person(role: Role) -> bool:
    """Whether the role is surely held by one person alone: one is named, or there is but one such post."""
    post = (_has_leading_title(role) or _is_called_by_name(role)) and not (role.people or role.rota or is_in_turn(role))
    return (len(role.people) == 1 or post) and not names_several(role)


def _is_called_by_name(role: Role) -> bool:
    """Whether the role is a person with a job, as in `Luis: Barista`."""
    name = role.named()
    job, place = pattern("escalation.jobs"), pattern("escalation.workplaces")
    looks_like_a_name = name.istitle() and " " not in name and not (job.search(name) or place.search(name))
    return looks_like_a_name and bool(job.search(role.title or ""))


def leads(role: Role) -> bool:
    """Whether whoever holds the role decides over others, by the word of the policy or by the title."""
    return bool(role.leads) if role.leads is not None else _has_leading_title(role)


def _has_leading_title(role: Role) -> bool:
    return bool(pattern("escalation.leading").search(f"{role.named()} {role.title or ''}"))


def deciders(meaning: Meaning) -> set[Pointer]:
    """The roles that lead, or that the policy anywhere lets decide."""
    named = (each.pointer for reference in _trusted(meaning) for each in targets(reference, meaning.names))
    leading = (pointer for pointer, role in meaning.parts_of(Role) if leads(role))
    return {*named, *leading}


def _trusted(meaning: Meaning) -> Iterator[Reference]:
    head = meaning.policy.policy
    yield from (each for each in (head.owner, head.approver) if each)
    for _, grant in meaning.parts_of(Grant):
        yield from (RoleRef(grant.named()), *grant.who, *grant.above, *grant.ask_first)
    for _, discretion in meaning.parts_of(Discretion):
        yield from discretion.ask
    for _, moment in meaning.parts_of(Moment):
        yield from moment.may_refund
    for _, stage in meaning.parts_of(Stage):
        yield from stage.by
