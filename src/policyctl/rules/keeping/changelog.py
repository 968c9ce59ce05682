"""A policy in; what its change log does not tell, out."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.keeping.versions import version
from policyctl.rules.rule import Given
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
    if current and told and current not in told and given.status is not Status.RETIRED:
        last = told[max(told)].named()
        message = f"This is version {said}, and the newest entry of the change log is {last}."
        hint = f"Add `{said}:` under `changelog`, with what changed and for whom; or correct the version."
        yield Issue(("changelog",), message, hint, at_key=True)
