"""Ask the rules one after the other, for as long as a policy may be judged.

A policy of fifty pages takes a second or two. One that takes ten times that was made to keep others waiting, and what
was not asked of it is told: nothing passes because it was too much to look at.
"""

from collections.abc import Callable, Iterator, Mapping
from time import thread_time
from types import MappingProxyType

from policyctl.findings import Issue, Severity
from policyctl.rules import Rule, RuleContext

SECONDS = 10.0
"""Seconds of the processor for which one policy is judged."""

TOO_MUCH = "too-much-to-judge"
RULES: Mapping[str, str] = MappingProxyType({
    TOO_MUCH: "The policy holds so much that judging it takes longer than anybody should wait. "
    "What was not checked is told, and it counts as an error: nobody knows what is wrong there.",
})  # fmt: skip
"""What there is to say about a policy that was not judged to its end, by the id of the finding."""


def ask(
    rules: tuple[tuple[Rule, Severity], ...],
    context: RuleContext,
    seconds: float = SECONDS,
    clock: Callable[[], float] = thread_time,
) -> Iterator[tuple[str, Severity, Issue]]:
    """What each rule finds, with its id and how grave it is; once the time is over, an error says what was not asked.

    `clock` counts the seconds of the processor, so that a busy machine makes no difference.
    """
    end = clock() + seconds
    for number, (rule, severity) in enumerate(rules):
        for issue in rule.check(context):
            yield rule.id, severity.gentler if issue.gently else severity, issue
            if clock() > end:
                yield TOO_MUCH, Severity.ERROR, _not_asked(rules[number:], seconds)
                return
        if clock() > end and rules[number + 1 :]:
            yield TOO_MUCH, Severity.ERROR, _not_asked(rules[number + 1 :], seconds)
            return


def _not_asked(rules: tuple[tuple[Rule, Severity], ...], seconds: float) -> Issue:
    (first, _), *others = rules
    more = f" and {len(others)} more were not made, or not to their end" if others else " was not made to its end"
    message = f"Judging this policy takes longer than {seconds:g} seconds, so the check `{first.id}`{more}."
    return Issue((), message, "Split it into several policies, or delete what nobody needs.")
