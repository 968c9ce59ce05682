"""Words about the invented shop of the starter are told once its owner has begun to write, and never good advice."""

import pytest
from tests.rules.judging import TODAY

from policyctl.lexicon import load
from policyctl.resources import templates
from policyctl.rules import RuleContext
from policyctl.schema import read
from policyctl.source import read as read_source
from policyctl.validation import validate

STARTER = (templates() / "starter" / "policy.yaml").read_text(encoding="utf-8")


def _said(policy: str) -> list[str]:
    found = validate(policy.encode(), "policy.yaml", today=TODAY).findings
    return [
        f"{each.span.start.line} {each.severity}: {each.message}" for each in found if each.rule == "starter-text-left"
    ]


def test_what_the_rule_knows_is_what_the_starter_says() -> None:
    policy = read(read_source(STARTER.encode(), "policy.yaml").data).policy
    assert policy is not None
    texts = {each.text for each in RuleContext(policy, TODAY).texts.passages}
    examples = set(load("starter.examples", "en"))
    assert examples - texts == set()
    telling = {
        text for text in texts if any(word in text.casefold() for word in ("example", "lamp", "neighbour", "alex "))
    }
    assert telling - examples == set()


@pytest.mark.parametrize("policy", [STARTER, STARTER.replace("The Example Shop", "Rosa's Lamps")])
def test_a_draft_that_nobody_has_begun_is_left_alone(policy: str) -> None:
    assert _said(policy) == []


def test_a_draft_that_was_begun_is_told_how_much_is_left() -> None:
    begun = STARTER.replace("The Example Shop", "Rosa's Lamps").replace("1 Example Street", "4 Quay Street")
    assert _said(begun) == [
        (
            "19 info: These are still the examples that `policyctl init` wrote: “We help our neighbours to mend what "
            "they have, and stand by our work.”, “So the lamp worked on Monday, and not since. Have I got that "
            "right?”, “Standing by our work is what brings a neighbour back.” and 6 more."
        )
    ]


@pytest.mark.parametrize(("status", "severity"), [("pilot", "warning"), ("published", "error")])
def test_once_it_holds_even_an_untouched_one_is_told(status: str, severity: str) -> None:
    (found,) = _said(STARTER.replace("status: draft", f"status: {status}"))
    assert found.startswith(
        f"11 {severity}: These are still the examples that `policyctl init` wrote: “The Example Shop”"
    )


def test_good_advice_may_stay_as_it_is() -> None:
    kept = "policyctl: 1\npolicy:\n  title: How we look after our customers\n  organisation: Rosa's Lamps\n"
    advice = "always:\n  - Give your name, and write down what you have promised.\n"
    assert _said(f"{kept}  status: published\n{advice}") == []
