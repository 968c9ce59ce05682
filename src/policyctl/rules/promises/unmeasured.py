"""A policy in; times that stand in a sentence alone, where nobody measures them, out."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.promises.index import STANDARDS
from policyctl.rules.promises.prose import times_said
from policyctl.rules.promises.rows import Row, rows
from policyctl.rules.rule import RuleContext

_MEASURES = ("within", "by", "on", "every", "at_least", "at_most", "notice", "paid_within", "up_to")


def figure_unmeasured(context: RuleContext) -> Iterator[Issue]:
    """A time that a promise names in its sentence alone, with nothing beside it that could be measured.

    Why it matters: a sentence is welcome, and its figure is lost in it: the card does not show it, and nobody counts.

    Diff:

          standards:
        -   A hello: You are greeted within 1 minute, and then left alone with the shelves.  # <- here
        +   A hello:
        +     says: You are greeted within 1 minute, and then left alone with the shelves.
        +     within: 1 minute
    """
    promised = rows(context) if context.understood else ()
    told = [row for row in promised if row.home == STANDARDS and not _is_measured(row) and _figure(row)]
    for row in told[:1]:
        words, nth = _figure(row) or ("", 0)
        others = f"; so does the time of “{told[1].name}”" if len(told) == 2 else ""
        others = f"; so do the times of {len(told) - 1} more promises" if len(told) > 2 else others
        message = f"“{words}” stands in a sentence alone, where nobody measures it{others}."
        hint = f"Write the sentence at `says` and `within: {words}` below it."
        yield Issue((*row.pointer, "says"), message, hint, words=words, nth=nth)


def _is_measured(row: Row) -> bool:
    return any(getattr(row.promise, field) not in (None, ()) for field in _MEASURES)


def _figure(row: Row) -> tuple[str, int] | None:
    time = next(times_said(row.promise.says or ""), None)
    return (time.words, time.nth) if time else None
