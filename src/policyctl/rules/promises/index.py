"""A policy in; its promises by place and by name, each with its groups and its home, out."""

from collections.abc import Iterator
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.rules.naming import inside
from policyctl.rules.rule import RuleContext
from policyctl.schema import Names
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import StandardRef
from policyctl.schema.sections.complaints import OutsideBody, Stage
from policyctl.schema.sections.procedures import Procedure
from policyctl.schema.sections.standards import Standard

STANDARDS: Pointer = ("standards",)


class Index(NamedTuple):
    """Every promise and every group of them by its place, and where a name leads from within a home.

    The home of a promise is the section `standards`, or the stage or the procedure that it stands in.
    """

    names: Names
    promises: dict[Pointer, Standard]
    homes: dict[Pointer, Pointer]
    named: dict[tuple[Pointer, str], Pointer]

    def groups(self, pointer: Pointer) -> tuple[Pointer, ...]:
        """The groups that a promise stands in, the outermost first."""
        prefixes = (pointer[:length] for length in range(1, len(pointer)))
        return tuple(prefix for prefix in prefixes if prefix in self.promises)

    def find(self, home: Pointer, words: str) -> Pointer | None:
        """The promise of that name: of the same stage or procedure, or else of the standards."""
        name = normalise_name(words)
        named = self.names.find(StandardRef(words))
        return self.named.get((home, name)) or self.named.get((STANDARDS, name)) or (named.pointer if named else None)

    def leaves(self) -> Iterator[tuple[Pointer, Standard]]:
        """The promises that are no groups."""
        return ((pointer, promise) for pointer, promise in self.promises.items() if not promise.rows)


def index_of(context: RuleContext) -> Index:
    """The index of a policy; until when customers may ask somebody outside is no promise."""
    apart = {pointer for pointer, _ in context.parts_of(OutsideBody)}
    homes = {pointer for kind in (Stage, Procedure) for pointer, _ in context.parts_of(kind)}
    promises = {pointer: each for pointer, each in context.parts_of(Standard) if inside(pointer, apart) is None}
    at_home = {pointer: inside(pointer, homes) or STANDARDS for pointer in promises}
    named: dict[tuple[Pointer, str], Pointer] = {}
    for pointer, each in promises.items():
        if each.name:
            named.setdefault((at_home[pointer], normalise_name(each.name)), pointer)
    return Index(context.names, promises, at_home, named)
