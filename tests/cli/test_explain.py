"""The page on the language in; that it is fresh and its examples are true, out."""

import re
from datetime import date
from pathlib import Path

import pytest
from tests.cli.conftest import SMALL, Cli

from policyctl.cli.explain import worked_examples
from policyctl.rules import RULES, Rule
from policyctl.spec import Policy
from policyctl.spec.documentation import language
from policyctl.validation import validate

PAGE = Path(__file__).parent.parent.parent / "docs" / "language.md"
BLOCKS = re.findall(r"```yaml\n(.*?)```", language(worked_examples()), re.DOTALL)


def test_the_page_in_the_documentation_is_what_the_program_prints(cli: Cli) -> None:
    said = cli("explain")
    assert said.out.rstrip() == PAGE.read_text(encoding="utf-8").rstrip()


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.split(":")[0])
def test_an_example_can_be_copied_into_a_policy(block: str) -> None:
    text = block if "policyctl:" in block else f"{SMALL if 'hours:' not in block else SMALL.split('hours')[0]}\n{block}"
    text = "policyctl: 1\n" + block if block.startswith("policy:") else text
    found = [
        each for each in validate(text.encode(), "x", today=date(2026, 11, 23)).findings if each.severity == "error"
    ]
    assert [each for each in found if each.rule in ("unknown-key", "unreadable-value", "wrong-shape")] == []
    assert [each for each in found if each.rule.startswith("yaml")] == []


@pytest.mark.parametrize("section", Policy.model_fields)
def test_every_section_can_be_looked_up(cli: Cli, section: str) -> None:
    said = cli("explain", section.replace("_", "-"))
    assert said.out.startswith(f"## {section}\n\n**{Policy.model_fields[section].title}.**")


@pytest.mark.parametrize(
    ("section", "hint"),
    [("standard", "Did you mean standards?"), ("xyzzy", "See every section with: policyctl explain sections")],
)
def test_a_section_that_is_none_is_answered_with_those_there_are(cli: Cli, section: str, hint: str) -> None:
    said = cli("explain", section)
    assert said.code == 2
    assert hint in said.err


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_can_be_looked_up(cli: Cli, rule: Rule) -> None:
    said = cli("explain", rule.id)
    assert said.out.startswith(f"## {rule.id}\n\n")
    assert "Bad:" in said.out


@pytest.mark.parametrize("shared", ["figures", "entries", "promises", "sections"])
def test_what_several_sections_share_can_be_looked_up(cli: Cli, shared: str) -> None:
    assert cli("explain", shared).out.casefold().startswith(f"## {shared}\n\n")


def test_a_field_is_told_with_the_sections_that_take_it(cli: Cli) -> None:
    assert cli("explain", "up to").out == (
        "In `promises`:\n\n- `up_to`: the most that may be given. Example: `£20 per case`. "
        "Takes an amount that may be given.\n"
    )
    assert re.findall(r"^In `(.*)`:$", cli("explain", "may_give").out, re.MULTILINE) == ["procedures", "discretion"]


def test_all_rules_are_listed_each_with_what_it_judges(cli: Cli) -> None:
    listed = cli("explain", "rules").out.splitlines()
    assert [line.split("`")[1] for line in listed] == [rule.id for rule in RULES]
    assert all(line.endswith(".") for line in listed)
