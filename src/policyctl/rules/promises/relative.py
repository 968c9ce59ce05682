"""A policy in; limits that lean on another which is not there, or on themselves, out."""

from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.rules.circles import leading_back
from policyctl.rules.naming import likely
from policyctl.rules.promises.multiples import leans_on
from policyctl.rules.promises.rows import Row, promise_index, rows
from policyctl.rules.rule import RuleContext
from policyctl.schema.quantities import Relative


def relative_limit_unknown(context: RuleContext) -> Iterator[Issue]:
    """A limit that is a multiple of another which the policy does not have, or that comes back to itself.

    Why it matters: nobody can work out how long it is, and each will believe what suits them.

    Diff:

          standards:
            First reply: within 4 minutes
        -   Next reply: 2 x First answer  # <- here
        +   Next reply: 2 x First reply
    """
    index = promise_index(context)
    leaning = {
        row.pointer: row for row in rows(context) if any(isinstance(each.bound, Relative) for each in row.limits)
    }
    onward: dict[Pointer, list[tuple[Pointer, Pointer]]] = {}
    for row in leaning.values():
        for place, relative in _relatives(row):
            target = leans_on(row.pointer, relative, index)
            if target is None:
                yield _unknown(place, relative, context)
            else:
                onward.setdefault(row.pointer, [(row.pointer, target)])
    yield from (_circle(leaning[pointer]) for pointer in leading_back(onward))


def _relatives(row: Row) -> Iterator[tuple[Pointer, Relative]]:
    seen: dict[str, tuple[Pointer, Relative]] = {}
    for each in row.limits:
        if isinstance(each.bound, Relative):
            seen.setdefault(each.bound.name, (each.pointer, each.bound))
    yield from seen.values()


def _unknown(place: Pointer, relative: Relative, context: RuleContext) -> Issue:
    meant = likely(relative.name, ("standards",), context.names)
    hint = f"Did you mean “{meant}”?" if meant else "Write the name of another promise, or a limit of its own."
    return Issue(place, f"“{relative.text}” leans on “{relative.name}”, and no promise has that name.", hint)


def _circle(row: Row) -> Issue:
    place, relative = next(_relatives(row))
    message = f"“{relative.text}” comes back to “{row.name}” itself, so that nobody can say how long it is."
    return Issue(place, message, "Give one of the limits that lean on one another a time of its own.")
