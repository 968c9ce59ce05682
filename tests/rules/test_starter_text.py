"""The name of an invented business is told once the policy holds, and never good advice."""

import pytest
from tests.rules.judging import TODAY

from policyctl.lexicon import words
from policyctl.scaffold.trades import languages, load_trade, trade_names
from policyctl.validation import validate

POLICY = """\
policyctl: 1
policy:
  title: How we look after our customers
  organisation: {organisation}
  status: {status}
always:
  - Give your name, and write down what you have promised.
"""


def _said(status: str, organisation: str = "The Example Shop") -> list[str]:
    policy = POLICY.format(status=status, organisation=organisation)
    found = validate(policy.encode(), "policy.yaml", today=TODAY).findings
    return [
        f"{each.span.start.line} {each.severity}: {each.message}" for each in found if each.rule == "starter-text-left"
    ]


def test_what_the_rule_knows_is_what_init_writes() -> None:
    written = {
        load_trade(language, trade).ready["organisation"] for language in languages() for trade in trade_names(language)
    }
    assert set(words("starter.examples")) == written


def test_a_draft_is_left_alone() -> None:
    assert _said("draft") == []


@pytest.mark.parametrize(("status", "severity"), [("pilot", "warning"), ("published", "error")])
@pytest.mark.parametrize("organisation", ["The Example Shop", "Der Beispielladen"])
def test_once_it_holds_it_is_told(status: str, severity: str, organisation: str) -> None:
    assert _said(status, organisation) == [
        f"4 {severity}: This is still the example that `policyctl init` wrote: “{organisation}”."
    ]


def test_a_name_of_ones_own_and_good_advice_may_stay() -> None:
    assert _said("published", "Rosa's Lamps") == []
