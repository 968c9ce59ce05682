"""Every rule says what it catches, and its own examples prove it."""

import re

import pytest
from tests.rules.judging import HEAD, TODAY, WHOLE

from policyctl.findings import Finding
from policyctl.rules import RULES, Rule
from policyctl.rules.documentation import MARK, documentation
from policyctl.validation import validate


def _findings(example: str, rule: Rule) -> list[Finding]:
    """What is said about an example with a head behind it, which moves no line; it is a piece and no whole policy."""
    earlier = documentation(rule).before
    before = validate(_whole(earlier), "before.yaml", today=TODAY).policy if earlier else None
    found = validate(_whole(example), "policy.yaml", today=TODAY, before=before).findings
    return [each for each in found if each.rule == rule.id or each.rule not in WHOLE]


def _whole(example: str) -> bytes:
    head = "" if re.search("^policy:", example, re.MULTILINE) else HEAD
    return f"{example}policyctl: 1\n{head}".encode()


@pytest.fixture(params=RULES, ids=lambda rule: rule.id)
def rule(request: pytest.FixtureRequest) -> Rule:
    found = request.param
    assert isinstance(found, Rule)
    return found


def test_the_bad_example_has_that_one_problem_at_the_marked_lines(rule: Rule) -> None:
    bad = documentation(rule).bad
    marked = [number for number, line in enumerate(bad.splitlines(), 1) if line.endswith(MARK)]
    assert marked
    assert [(finding.rule, finding.span.start.line) for finding in _findings(bad, rule)] == [
        (rule.id, n) for n in marked
    ]


def test_the_good_example_is_clean_of_every_rule(rule: Rule) -> None:
    assert _findings(documentation(rule).good, rule) == []


def test_a_rule_tells_in_one_sentence_and_says_what_to_write_instead(rule: Rule) -> None:
    for finding in _findings(documentation(rule).bad, rule):
        assert finding.message.endswith(".")
        assert finding.hint
        assert finding.hint.endswith(".")


def test_no_two_rules_have_one_id() -> None:
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids)


def test_a_docstring_without_its_examples_is_refused_by_name() -> None:
    def nothing_said(_: object) -> tuple[()]:
        """Catches something."""
        return ()

    with pytest.raises(ValueError, match="nothing-said does not say"):
        documentation(Rule(nothing_said, RULES[0].severity))
