"""A policy in; promises that leave no room for a single case in which they are missed out."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.patterns import pattern
from policyctl.rules.promises.prose import times_said
from policyctl.rules.promises.rows import Row, rows
from policyctl.rules.rule import RuleContext
from policyctl.schema.quantities import Duration

_EVERY = (
    r"\b(?:always|never|without exception|in (?:every|each|any) case|every (?:single )?time|guaranteed?|100 ?%"
    r"|immer|stets|jederzeit|niemals|nie|ausnahmslos|in jedem fall|garantiert|garantieren|jedes mal)\b"
)
_HINT = "Write at `when_missed` what you do then, or at `met` the share that you can keep, such as `95%`."


def every_case_promised(context: RuleContext) -> Iterator[Issue]:
    """A time that is promised for 100% of cases or for always, with no word on what happens when it is missed.

    Why it matters: one ill colleague breaks it, and whoever has no plan for that day hides the case instead.

    Diff:

          standards:
            First reply:
              within: 2 working days
        -     met: 100%  # <- here
        +     met: 95%
        +     when_missed: We ring you before the time is over, and say when the answer comes.
    """
    for row in rows(context):
        if _binds_by_choice(row):
            if row.promise.met and row.promise.met.percent == 100:
                message = (
                    f"“{row.name}” is to be kept in every single case, and nothing says what follows if it is not."
                )
                yield Issue((*row.pointer, "met"), message, _HINT)
            elif context.understood and (found := pattern(_EVERY).search(row.promise.says or "")) and _is_timed(row):
                message = f"“{found[0]}” promises every single case, and nothing says what follows if it is not kept."
                nth = (row.promise.says or "")[: found.start()].count(found[0])
                yield Issue((*row.pointer, "says"), message, _HINT, words=found[0], nth=nth)


def _binds_by_choice(row: Row) -> bool:
    """Whether it is a promise of our own: complaints and what the law demands bind in every case."""
    promise = row.promise
    prepared = promise.basis or promise.exceptions or promise.unless or promise.when_missed or promise.remedy
    return not row.in_complaints and not prepared


def _is_timed(row: Row) -> bool:
    return any(isinstance(limit.bound, Duration) for limit in row.limits) or any(times_said(row.promise.says or ""))
