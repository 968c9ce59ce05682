"""A policy in; work that is given to a role that nobody holds out."""

from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.rules.naming import targets
from policyctl.rules.patterns import pattern
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.entry import Entry
from policyctl.schema.grammar.references import RoleRef
from policyctl.schema.sections.people import Role

_VACANT = (
    r"(?:\(?(?:currently |at present |now )?vacant\)?|vacancy|not (?:yet )?(?:filled|appointed)"
    r"|to be (?:appointed|hired|filled)|nobody(?: yet)?|no ?one(?: yet)?|n\.? ?n\.?|tb[acd]"
    r"|(?:derzeit |zurzeit |noch )*(?:unbesetzt|vakant|nicht besetzt|offen)|niemand|wird (?:noch )?gesucht)\W*"
)


def role_vacant(context: RuleContext) -> Iterator[Issue]:
    """A role that nobody holds and nobody stands in for, to which the policy gives work all the same.

    Why it matters: a case that is sent to an empty chair is not refused by anybody. It lies there.

    Diff:

          roles:
            Care lead:
              people: vacant  # <- here
        +     backup: Adviser
            Adviser: Answers by phone
          procedures:
            A parcel is late:
              - do: Ring the customer
                tell: Care lead
    """
    vacant = {pointer: role for pointer, role in context.parts_of(Role) if _is_vacant(role)}
    relied = _relied_on(vacant, context) if vacant else {}
    for pointer, role in vacant.items():
        if pointer in relied:
            key = "people" if role.people else "title"
            message = f"Nobody holds the role “{role.named()}”, and {relied[pointer]} relies on it."
            yield Issue((*pointer, key), message, "Write who does the work until somebody is found, with `backup`.")


def _is_vacant(role: Role) -> bool:
    told = role.people or ((role.title,) if role.title else ())
    return bool(told) and not role.backup and all(pattern(_VACANT).fullmatch(text) for text in told)


def _relied_on(vacant: dict[Pointer, Role], context: RuleContext) -> dict[Pointer, str]:
    """What first gives each of the roles something to do, by its name."""
    entries = {pointer: part.named() for pointer, part in context.parts if isinstance(part, Entry) and part.name}
    found: dict[Pointer, str] = {}
    for place, value in context.values:
        if isinstance(value, RoleRef) and not value.loose and place[0] != "policy":
            for named in targets(value, context.names):
                if named.pointer in vacant:
                    above = (entries.get(place[:length]) for length in range(len(place), 0, -1))
                    inside = next((f"“{name}”" for name in above if name), f"`{place[0]}`")
                    found.setdefault(named.pointer, inside)
    return found
