"""A policy in; what its change log does not tell, out."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.keeping.changes import changes
from policyctl.rules.keeping.versions import version
from policyctl.rules.rule import Given
from policyctl.spec import Policy
from policyctl.spec.grammar.names import folded
from policyctl.spec.sections.head import Status


def changelog_outdated(given: Given) -> Iterator[Issue]:
    """A change log that goes by versions and has no entry for the one that this policy is.

    Why it matters: staff read the change log and not the handbook; what is not in it is news to them in front of the
    customer.

    Bad:

        policy:
          title: How we look after you
          organisation: Harbour Lane Books
          version: 1.2
        changelog:  # <- here
          1.1: Emails on Sundays are answered on Monday.

    Good:

        policy:
          title: How we look after you
          organisation: Harbour Lane Books
          version: 1.2
        changelog:
          1.2: Everybody who serves may give up to £20.
          1.1: Emails on Sundays are answered on Monday.
    """
    said = given.policy.policy.version
    current = version(said) if said else None
    told = {number: change for change in given.policy.changelog or () if (number := version(change.named()))}
    if current and told and current not in told and given.in_use and not _is_told_by_change(given):
        last = told[max(told)].named()
        message = f"This is version {said}, and the newest entry of the change log is {last}."
        hint = f"Add `{said}:` under `changelog`, with what changed and for whom; or correct the version."
        yield Issue(("changelog",), message, hint, at_key=True)


def changed_without_note(given: Given) -> Iterator[Issue]:
    """A promise, a remedy, a term or a discretion that is no longer what it was, while no new version tells of it.

    It is asked where there is an earlier policy to compare with: `policyctl validate --against`. What only moved, or
    bears another name, has not changed; nor has anything that was a draft before.

    Why it matters: staff go on promising what they learnt, and customers are told two things by two people.

    Before:

        standards:
          Ringing back: within 1 working day

    Bad:

        standards:
          Ringing back: within 2 working days  # <- here

    Good:

        standards:
          Ringing back: within 2 working days
        changelog:
          Spring: Calls are returned within two working days, where it used to be one.
    """
    before = given.before
    silent = _unnoted(before, given) if before else None
    if before and silent:
        version = given.policy.policy.version
        entry = f"`{version}:`" if version and before.policy.version != version else "the new version"
        hint = f"Write {entry} under `changelog`, with what changed and for whom; or put back what it was."
        for change in changes(before, given.policy):
            yield Issue(change.pointer, f"{change.told}, and {silent}.", hint, at_key=change.at_key)


def _unnoted(before: Policy, given: Given) -> str | None:
    """Why nobody can know of a change, if so; whatever was a draft before may change until it is published."""
    now, was = given.policy, before.policy.status or Status.DRAFT
    if given.status is Status.RETIRED or (was is Status.DRAFT and given.status is not Status.DRAFT):
        return None
    if now.policy.version and now.policy.version == before.policy.version:
        return f"this is still version {now.policy.version}"
    noted = _notes(now) - _notes(before)
    return (
        None if noted else "the change log does not say so" if now.changelog else "there is no change log that says so"
    )


def _is_told_by_change(given: Given) -> bool:
    """Whether what has changed is told one by one, each with the version that its note lacks."""
    return bool(given.before and _unnoted(given.before, given) and any(changes(given.before, given.policy)))


def _notes(policy: Policy) -> set[tuple[str, ...]]:
    return {(folded(change.named()), *(folded(what) for what in change.what)) for change in policy.changelog or ()}
