"""A policy in; dated steps of a complaint that do not fit into their order, or into what is promised for all, out."""

from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.rules.naming import FEW
from policyctl.rules.promises.rows import Row, rows
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import figure, joined, quoted
from policyctl.rules.time.chains import certainly_longer, told
from policyctl.rules.time.paths import ANSWERS, length_of
from policyctl.rules.time.staffing import usual_schedule
from policyctl.rules.time.wholes import wholes
from policyctl.schema.grammar.commitment import Milestone
from policyctl.schema.quantities import Duration

_ORDERED = frozenset({Milestone.ACKNOWLEDGE, Milestone.FIRST_REPLY, *ANSWERS})
"""Moments whose order another rule knows."""


def step_sooner_than_one_before(context: RuleContext) -> Iterator[Issue]:
    """A step of a complaint that is due before one that stands above it, though both are counted from the same day.

    Why it matters: people work down the list, and reach the lower step when its day is over.

    Diff:

          complaints:
            stages:
              Our answer:
                steps:
        +         We ring you:
        +           within: 5 working days
        +           after: received
                  We speak to everybody who was there:
                    within: 10 working days
                    after: received
        -         We ring you:
        -           within: 5 working days  # <- here
        -           after: received
    """
    latest: dict[tuple[Pointer, Pointer | str], tuple[Row, Duration]] = {}
    for row, length in _steps(context):
        above = latest.setdefault((row.home, row.start.key), (row, length))
        if certainly_longer([length], [above[1]], usual_schedule(context)):
            latest[row.home, row.start.key] = (row, length)
        elif not _is_in_order(above[0], row) and certainly_longer([above[1]], [length], usual_schedule(context)):
            message = (
                f"“{row.name}” is due after {figure(length)}, and stands below “{above[0].name}”, "
                f"which may take {figure(above[1])} from the same day."
            )
            hint = "Put the steps in the order of their days, or say with `after` what each is counted after."
            yield Issue((*row.pointer, "within"), message, hint, twin=(*above[0].pointer, "within"))


def steps_longer_than_whole(context: RuleContext) -> Iterator[Issue]:
    """Steps of a complaint that follow from one another and take longer together than what is promised for the whole.

    Why it matters: everybody keeps to every step, and the customer is answered too late all the same.

    Diff:

          complaints:
            stages:
              Our answer:
                says: You get our answer within 10 working days in all.
                steps:
                  We write that we have it:
                    milestone: acknowledge
                    within: 3 working days
                    after: received
                  We answer:
                    milestone: full-reply
        -           within: 10 working days  # <- here
        +           within: 7 working days
                    after: We write that we have it
    """
    for total in wholes(context):
        if certainly_longer(total.way.lengths, [total.length], usual_schedule(context)):
            names = [row.name for row in total.way.rows]
            steps = quoted(names) if len(names) > FEW else joined([f"“{name}”" for name in names], "and then")
            message = f"{steps} may take {told(total.way.lengths)} together, and {total.said}."
            hint = "Make a step shorter, count it after something earlier, or promise longer for the whole."
            yield Issue((*total.way.last.pointer, "within"), message, hint, twin=total.pointer)


def _steps(context: RuleContext) -> Iterator[tuple[Row, Duration]]:
    """The steps that say after what they are counted, and that happen in each case."""
    for row in rows(context):
        length = length_of(row) if row.in_complaints and row.start.said and not row.case.conditions else None
        if length:
            yield row, length


def _is_in_order(one: Row, other: Row) -> bool:
    return one.milestone in _ORDERED and other.milestone in _ORDERED
