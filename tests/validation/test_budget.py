"""A policy is judged for so long, and what was not asked of it is an error."""

from datetime import date
from itertools import count

from policyctl.findings import Severity
from policyctl.rules import RuleContext, rules_for
from policyctl.schema import read
from policyctl.schema.sections.head import Status
from policyctl.source import read as read_source
from policyctl.validation import validate
from policyctl.validation.budget import ask

SHOP = b"""\
policyctl: 1
policy: {title: How we look after you, organisation: Harbour Lane Books, status: draft, language: en-GB}
standards:
  Refunds: We pay your money back as soon as possible.
"""


def test_what_was_not_asked_is_an_error_in_a_draft_too() -> None:
    (found,) = validate(SHOP, "policy.yaml", today=date(2026, 3, 1), seconds=0).findings
    assert (found.rule, found.severity, found.span.start.line) == ("too-much-to-judge", Severity.ERROR, 1)
    assert found.message.startswith(
        "Judging this policy takes longer than 0 seconds, so the check `name-misspelt` and 11"
    )
    assert found.hint == "Split it into several policies, or delete what nobody needs."


def test_no_exception_passes_over_it() -> None:
    excused = SHOP + b"checks: {too-much-to-judge: off because it is long}\n"
    found = validate(excused, "policy.yaml", today=date(2026, 3, 1), seconds=0).findings
    assert "too-much-to-judge" in {each.rule for each in found}


def test_a_policy_that_takes_its_time_within_the_budget_is_judged_as_ever() -> None:
    today = date(2026, 3, 1)
    assert validate(SHOP, "policy.yaml", today=today, seconds=1e9) == validate(SHOP, "policy.yaml", today=today)


def test_the_rules_that_were_reached_have_their_say_and_the_others_are_counted() -> None:
    policy = read(read_source(SHOP, "policy.yaml").data).policy
    assert policy
    rules = rules_for(Status.DRAFT)
    ticks = count()
    found = [*ask(rules, RuleContext(policy, date(2026, 3, 1)), len(rules) - 1.5, lambda: float(next(ticks)))]
    assert [rule for rule, _, _ in found] == ["vague-time", "too-much-to-judge"]
    assert f"`{rules[-2][0].id}` and 1 more were not made" in found[-1][2].message
