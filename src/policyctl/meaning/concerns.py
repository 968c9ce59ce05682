"""Work out whom an entry concerns: the roles that do it, decide it or are asked in it, or everybody.

An entry belongs to some roles alone where it says of everything in it who does it. Whatever leaves that open concerns
everybody, and so does what is there to be known: promises, danger, ladders, and how a complaint goes on.
"""

from collections.abc import Iterable

from policyctl.findings import Pointer
from policyctl.meaning.references import targets
from policyctl.schema import Names, Policy, parts
from policyctl.schema.grammar.entry import Entry
from policyctl.schema.grammar.references import Reference, RoleRef
from policyctl.schema.sections.conduct import LeaderCommitment
from policyctl.schema.sections.discretion import Grant
from policyctl.schema.sections.keeping import Change
from policyctl.schema.sections.listening import Feedback
from policyctl.schema.sections.people import Role
from policyctl.schema.sections.procedures import Procedure, Step
from policyctl.schema.sections.training import Module

Roles = frozenset[Pointer]


def concerned(policy: Policy, names: Names) -> dict[Pointer, Roles]:
    """The entries that are clearly for some roles, each with those roles and whoever stands in for them."""
    roles = {pointer: part for pointer, part in parts(policy) if isinstance(part, Role)}
    found = {pointer: _roles(part, names) for pointer, part in parts(policy) if isinstance(part, Entry)}
    standing_in = {pointer: _named(role.backup, names) or frozenset() for pointer, role in roles.items()}
    return {
        pointer: whom.union(*(standing_in.get(each, frozenset()) for each in whom))
        for pointer, whom in found.items()
        if whom
    }


def _roles(part: Entry, names: Names) -> Roles | None:
    """Whom an entry concerns; None where that is everybody, or not sure."""
    own: tuple[Reference, ...] = ()
    asked: tuple[Reference, ...] = ()
    itself = (RoleRef(part.named()),) if part.name else ()
    match part:
        case Procedure():
            return _together(_of_step(step, names) for step in part.steps)
        case Grant():
            own, asked = part.who or (() if part.rows else itself), (*part.above, *part.ask_first)
        case Module():
            own, asked = part.for_, part.trainer
        case Change():
            own = part.for_
        case LeaderCommitment():
            own = part.who or itself
        case Feedback():
            own = part.read_by
        case _:
            return None
    return _with(_named(own, names), _named(asked, names))


def _of_step(step: Step, names: Names) -> Roles | None:
    """Who does a step, or everything in its branches, and who is asked or told in it."""
    inner = _together(_of_step(each, names) for each in (*step.choose, *step.steps))
    own = _named(step.by, names) if step.by else inner
    return _with(own, _named((*step.ask, *step.tell), names), inner)


def _together(found: Iterable[Roles | None]) -> Roles | None:
    """All roles of several things; None where one of them is everybody's."""
    each = list(found)
    whole = frozenset[Pointer]().union(*(roles for roles in each if roles))
    return whole if each and all(each) else None


def _with(own: Roles | None, *others: Roles | None) -> Roles | None:
    """Those who do something, and those who are asked or told in it."""
    return own.union(*(roles for roles in others if roles)) if own else None


def _named(references: Iterable[Reference], names: Names) -> Roles | None:
    """The roles that references name; None where there are none, or one of them names no role."""
    found = [
        {each.pointer for each in targets(reference, names) if isinstance(each.entry, Role)} for reference in references
    ]
    return frozenset[Pointer]().union(*found) if found and all(found) else None
