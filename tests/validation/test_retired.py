"""Rules that are no more are told by name wherever a policy, a baseline or a person still names them."""

import json
from datetime import date

import pytest
from tests.cli.conftest import Cli, cli  # noqa: F401  A fixture that these tests share.

from policyctl.findings import Checked
from policyctl.rules.retired import RETIRED
from policyctl.validation import SUPPRESSIBLE, baseline, read, validate
from policyctl.validation.rulebook import every_page, page_in_markdown, retired_in_markdown
from policyctl.validation.suppressions import apply_suppressions

TODAY = date(2026, 11, 23)
GONE = {"late-word": "soon-word", "soon-word": "vague-time", "loud-word": None}
POLICY = """\
policyctl: 1
policy:
  title: How we look after our customers
  organisation: Rosa
standards:
  Refunds: We pay your money back soon.  # policyctl: ignore[late-word, loud-word] Our words.
checks:
  Late word: off because our regulator wrote the sentence
  loud-word: off because we like it
  vague-tim: off because of a slip
"""


def test_an_exception_for_a_rule_that_is_no_more_says_what_to_write_instead() -> None:
    reading = read(POLICY.encode(), "policy.yaml")
    assert reading.policy
    found = apply_suppressions((), reading.policy, source=reading.source, rules=SUPPRESSIBLE, today=TODAY, retired=GONE)
    assert [(each.rule, each.span.start.line, each.message, each.hint) for each in found] == [
        ("exception-unknown", 8, "`late-word` is now part of `vague-time`.", "Write `vague-time` instead."),
        ("exception-unknown", 9, "`loud-word` is no longer checked.", "Delete the line."),
        (
            "exception-unknown",
            10,
            "Nothing that an exception can pass over is called “vague-tim”.",
            "Did you mean `vague-time`?",
        ),
        ("exception-unknown", 6, "`late-word` is now part of `vague-time`.", "Write `vague-time` instead."),
        ("exception-unknown", 6, "`loud-word` is no longer checked.", "Delete the note."),
    ]


def _checked() -> Checked:
    text = POLICY.replace("  # policyctl: ignore[late-word, loud-word] Our words.", "").partition("checks:")[0]
    return validate(text.encode(), "policy.yaml", today=TODAY).checked


def _compare(*keys: str) -> baseline.Comparison:
    text = json.dumps({"format_version": 1, "accepted": {"policy.yaml": keys}}, indent=2)
    return baseline.compare({"policy.yaml": _checked()}, baseline.from_json(text, "baseline.json"), GONE)


def test_what_a_baseline_accepts_under_a_former_id_stays_accepted_and_the_id_is_told_once() -> None:
    found = _compare("late-word: standards > Refunds > says")
    assert (found.accepted, found.files[0].findings) == (1, ())
    assert found.unused
    assert [(each.span.start.line, each.message, each.hint) for each in found.unused.findings] == [
        (5, "`late-word` is now part of `vague-time`.", "Write the baseline anew with `--write-baseline`."),
    ]


def test_what_a_baseline_accepts_and_nobody_looks_for_any_more_is_told_by_name() -> None:
    found = _compare("loud-word: standards > Refunds > says", "vague-time: standards > Refunds > says")
    assert found.accepted == 1
    assert found.unused
    assert [(each.span.start.line, each.message, each.hint) for each in found.unused.findings] == [
        (
            5,
            "`loud-word` is no longer checked.",
            "Delete the line, or write the baseline anew with `--write-baseline`.",
        ),
    ]


def test_a_rule_that_is_no_more_is_explained_by_the_one_that_took_its_place() -> None:
    page = page_in_markdown(every_page()["vague-time"])
    assert retired_in_markdown("Late word", GONE) == f"`late-word` is now part of `vague-time`.\n\n{page}"
    assert retired_in_markdown("loud-word", GONE) == "`loud-word` is no longer checked."
    assert retired_in_markdown("vague-time", GONE) == ""


@pytest.mark.parametrize("rule", RETIRED)
def test_every_rule_that_is_no_more_can_be_looked_up(cli: Cli, rule: str) -> None:  # noqa: F811  The fixture.
    said = cli("explain", rule)
    assert said.code == 0
    assert said.out.startswith((f"`{rule}` is now part of `", f"`{rule}` is no longer checked."))


def test_a_rule_that_is_no_more_leads_to_one_that_is_there() -> None:
    assert [rule for rule, successor in RETIRED.items() if successor not in {None, *RETIRED, *every_page()}] == []
    assert [rule for rule in RETIRED if rule in every_page()] == []
