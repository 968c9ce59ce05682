"""A policy in; promises where it says that nobody is helped out."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.promises.rows import rows
from policyctl.rules.rule import RuleContext
from policyctl.schema.sections.people import Channel


def promise_without_support(context: RuleContext) -> Iterator[Issue]:
    """A promise on a channel of which the policy says that no help is given there.

    Why it matters: customers wait where nobody looks, and believe that you broke your word.

    Diff:

          channels:
            Noticeboard:
              kind: social
              support: no
        +   Phone: 020 7946 0112
          standards:
            First reply:
        -     channels: Noticeboard  # <- here
        +     channels: Phone
              within: 20 minutes
    """
    closed = {pointer: each for pointer, each in context.parts_of(Channel) if not each.helps()}
    for row in rows(context):
        for channel in sorted(each for each in row.case.channels if each in closed and isinstance(each, tuple)):
            if row.limits or row.milestone:
                name = closed[channel].named()
                message = f"“{row.name}” is promised on {name}, where no help is given."
                hint = f"Leave {name} out here, or say that help is given there with `support: yes`."
                yield Issue((*row.pointer, "channels"), message, hint)
