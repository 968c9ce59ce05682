"""Hold the change log against the version, the dates and an earlier version of the policy."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.lexicon import alternatives
from policyctl.meaning.changes import changes
from policyctl.patterns import pattern
from policyctl.rules.rule import RuleContext
from policyctl.schema import Policy
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.sections.head import Status

Version = tuple[int, ...]

_FIGURES = r"[.:]? ?(?P<figures>[0-9]{1,9}(?:\.[0-9]{1,9}){0,9})"


def changelog_outdated(context: RuleContext) -> Iterator[Issue]:
    """A change log that goes by versions and has no entry for the one that this policy is.

    Why it matters: staff read the change log and not the handbook; what is not in it is news to them in front of the
    customer.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            version: 1.2
          changelog:  # <- here
        +   1.2: Everybody who serves may give up to £20.
            1.1: Emails on Sundays are answered on Monday.
    """
    written = context.policy.policy.version
    current = version(written) if written else None
    logged = {number: change for change in context.policy.changelog or () if (number := version(change.named()))}
    if current and logged and current not in logged and context.in_use and not _is_reported_as_change(context):
        last = logged[max(logged)].named()
        message = f"This is version {written}, and the newest entry of the change log is {last}."
        hint = f"Add `{written}:` under `changelog`, with what changed and for whom; or correct the version."
        yield Issue(("changelog",), message, hint, at_key=True)


def changed_without_note(context: RuleContext) -> Iterator[Issue]:
    """A promise, a remedy, a term or a discretion that is no longer what it was, while no new version tells of it.

    It is asked where there is an earlier policy to compare with: `policyctl validate --against`. What only moved, or
    bears another name, has not changed; nor has anything that was a draft before.

    Why it matters: staff go on promising what they learnt, and customers are told two things by two people.

    Before:

        standards:
          Ringing back: within 1 working day

    Diff:

          standards:
            Ringing back: within 2 working days  # <- here
        + changelog:
        +   Spring: Calls are returned within two working days, where it used to be one.
    """
    before = context.before
    reason = _unnoted(before, context) if before else None
    if before and reason:
        current = context.policy.policy.version
        entry = f"`{current}:`" if current and before.policy.version != current else "the new version"
        hint = f"Write {entry} under `changelog`, with what changed and for whom; or put back what it was."
        for change in changes(before, context.policy):
            yield Issue(change.pointer, f"{change.sentence}, and {reason}.", hint, at_key=change.at_key)


def version(name: str) -> Version | None:
    """`1.2` of `Version 1.2`; `2` and `2.0` are one, and a name without figures is none."""
    found = pattern(f"{alternatives('keeping.version')}?{_FIGURES}").fullmatch(" ".join(name.split()))
    figures = [int(each) for each in found["figures"].split(".")] if found else []
    while len(figures) > 1 and not figures[-1]:
        figures.pop()
    return tuple(figures) or None


def _unnoted(before: Policy, context: RuleContext) -> str | None:
    """Why nobody can know of a change, if so; whatever was a draft before may change until it is published."""
    now, was = context.policy, before.policy.status or Status.DRAFT
    if context.status is Status.RETIRED or (was is Status.DRAFT and context.status is not Status.DRAFT):
        return None
    if now.policy.version and now.policy.version == before.policy.version:
        return f"this is still version {now.policy.version}"
    noted = _notes(now) - _notes(before)
    return (
        None if noted else "the change log does not say so" if now.changelog else "there is no change log that says so"
    )


def _is_reported_as_change(context: RuleContext) -> bool:
    """Whether what has changed is told one by one, each with the version that its note lacks."""
    return bool(context.before and _unnoted(context.before, context) and any(changes(context.before, context.policy)))


def _notes(policy: Policy) -> set[tuple[str, ...]]:
    return {
        (normalise_name(change.named()), *(normalise_name(what) for what in change.what))
        for change in policy.changelog or ()
    }
