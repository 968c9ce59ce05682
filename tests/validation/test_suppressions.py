"""Exceptions that a policy makes: what is passed over, what is not, and what is wrong with them."""

import re

import pytest
from tests.rules.judging import HEAD, TODAY, rules, said

from policyctl.rules.documentation import MARK, parse_docstring
from policyctl.validation import validate
from policyctl.validation.suppressions import CHECKS

_VAGUE = "standards:\n  Refunds: We pay your money back as soon as possible.\n"


@pytest.mark.parametrize("name", CHECKS)
def test_the_examples_prove_what_is_said_about_an_exception(name: str) -> None:
    page = parse_docstring(name, CHECKS[name].__doc__)
    marked = [number for number, line in enumerate(page.bad.splitlines(), 1) if line.endswith(MARK)]
    found = validate(f"{page.bad}policyctl: 1\n{HEAD}".encode(), "policy.yaml", today=TODAY).findings
    assert [(each.rule, each.span.start.line) for each in found] == [(name, number) for number in marked]
    assert all(each.hint and re.search(r"[.?]$", each.hint) for each in found)
    assert rules(page.good) == []


def test_a_check_may_be_off_or_count_for_less_or_more() -> None:
    checks = "checks:\n  vague-time: {} because our regulator wrote the sentence\n"
    assert rules(_VAGUE) == ["2 vague-time"]
    assert said(checks.format("off") + _VAGUE) == []
    for weight in ("info", "warning", "error"):
        (finding,) = said(checks.format(weight) + _VAGUE)
        assert finding.startswith(f"4 {weight} vague-time:")


def test_a_setting_may_be_written_out_and_its_rule_in_any_spelling() -> None:
    setting = "checks:\n  Vague time:\n    counts_as: off\n    until: 2027-03-31\n    because: The lawyer has it.\n"
    assert said(setting + _VAGUE) == []


def test_from_the_day_after_its_last_an_exception_passes_over_nothing() -> None:
    setting = "checks:\n  vague-time: off until {} because the lawyer has it\n"
    assert rules(setting.format("23 November 2026") + _VAGUE) == []
    assert rules(setting.format("22 November 2026") + _VAGUE) == ["2 exception-lapsed", "4 vague-time"]


@pytest.mark.parametrize(
    "noted",
    [
        "Refunds: We reply promptly.  {} Our regulator wrote it.",
        "{} Our regulator wrote it.\n  Refunds: We reply promptly.",
        "{} It is his.\n\n  # Another note.\n  Refunds: We reply promptly.",
        "{} It is his.\n  Refunds:\n    We reply, if we may\n    say so, promptly.",
        "Refunds: >- {} It is his.\n    We do reply\n    promptly.",
        "Refunds: 'We reply\n    promptly.' {} It is his.",
    ],
)
def test_a_note_passes_over_what_is_found_on_its_line_or_the_next(noted: str) -> None:
    assert rules(f"standards:\n  {noted.format('# policyctl: ignore[vague-time]')}\n") == []


def test_a_note_holds_for_its_own_text_alone() -> None:
    noted = "standards:  # policyctl: ignore[vague-time] His.\n  Refunds: We reply promptly.\n"
    assert rules(noted) == ["1 exception-unused", "2 vague-time"]


def test_a_note_inside_a_text_is_a_part_of_that_text() -> None:
    noted = "standards:\n  Refunds: |\n    We reply promptly.\n    # policyctl: ignore[vague-time] His.\n"
    assert rules(noted) == ["3 vague-time", "4 yaml-comment-in-text"]


def test_what_would_lose_a_part_of_the_policy_takes_no_exception() -> None:
    twice = "checks:\n  yaml-duplicate-key: off because we like it twice\nfacts: A\nfacts: B\n"
    assert "4 yaml-duplicate-key" in rules(twice)


def test_what_reading_only_notices_takes_one() -> None:
    noticed = "facts:\n  Ask: Ask in #support\n"
    assert rules(noticed) == ["2 yaml-hash"]
    assert rules(noticed + "checks:\n  yaml-hash: off because our channels begin with it\n") == []


def test_a_policy_that_cannot_be_read_is_told_nothing_about_its_exceptions() -> None:
    assert rules("titel: x  # policyctl: ignore[vague-time]\n") == ["1 unknown-key"]
