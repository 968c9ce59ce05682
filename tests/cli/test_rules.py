"""Every id is listed with its severities, and has a page."""

import re
from pathlib import Path

import pytest
from tests.cli.conftest import Cli

from policyctl.cli.explain import fit_to_width
from policyctl.findings import Severity
from policyctl.reporters import cells
from policyctl.rules import FAMILIES, RULES
from policyctl.schema.sections.head import Status
from policyctl.source import RULES as OF_READING
from policyctl.validation.rulebook import (
    CHAPTERS,
    Page,
    Weight,
    book,
    book_in_markdown,
    every_page,
    page_in_markdown,
    profiles,
)

PAGE = Path(__file__).parent.parent.parent / "docs" / "rules.md"
ROW = re.compile(r"  (\S+) +(\w+|-) +(\w+|-) +(\w+|-)")


def test_every_rule_stands_in_a_row_with_its_severities_below_their_headings(cli: Cli) -> None:
    lines = cli("rules").out.splitlines()
    assert max(map(cells, lines)) <= 80
    assert lines[0].split() == ["draft", "pilot", "published"]
    starts = [lines[0].index(stage) for stage in lines[0].split()]
    rows = [found for line in lines if (found := ROW.fullmatch(line))]
    assert [[row.start(column) for column in (2, 3, 4)] for row in rows] == [starts] * len(rows)
    told = {row[1]: tuple(row.groups()[1:]) for row in rows}
    for rule in RULES:
        stages = (rule.severity_for(status) or "-" for status in (Status.DRAFT, Status.PILOT, Status.PUBLISHED))
        assert told[rule.id] == tuple(stages)
    assert told["unknown-key"] == (Severity.ERROR,) * 3


def test_the_ids_of_reading_are_listed_together(cli: Cli) -> None:
    words = set(re.split(r"[\s,]+", cli("rules").out))
    assert set(OF_READING) <= words


def test_every_family_has_a_chapter_in_the_same_order() -> None:
    assert [chapter for chapter in CHAPTERS if chapter in FAMILIES] == list(FAMILIES)
    assert set(book()) <= set(CHAPTERS)


def test_a_page_is_readable_on_a_terminal(cli: Cli) -> None:
    page = Page(
        "answer-late",
        "promises",
        "An answer that comes later than the promise that stands beside it, in whatever words it may be said.",
        Weight(Severity.WARNING, Severity.ERROR, Severity.ERROR),
        "the customer waits.",
        "  standards:\n-   Answers: late  # <- here\n+   Answers: within 1 day\n",
    )
    assert fit_to_width(page_in_markdown(page), 80) == (
        "## answer-late\n\n"
        "An answer that comes later than the promise that stands beside it, in whatever\n"
        "words it may be said.\n\n"
        "A warning in a draft, an error in a pilot and once published.\n\n"
        "Why it matters: the customer waits.\n\n"
        "      standards:\n"
        "    -   Answers: late  # <- here\n"
        "    +   Answers: within 1 day\n"
    )
    assert cli("explain", "Unknown Key").out == fit_to_width(page_in_markdown(every_page()["unknown-key"]), 80)


@pytest.mark.parametrize(
    ("rule", "grave"),
    [
        ("unknown-key", "An error in every policy."),
        ("exception-unused", "A warning in every policy."),
        ("yaml-comma", "An error where something of the policy is lost, otherwise a warning."),
    ],
)
def test_how_grave_a_finding_is_stands_on_its_page(cli: Cli, rule: str, grave: str) -> None:
    assert f"\n{grave}\n" in cli("explain", rule).out


def test_the_page_in_the_documentation_is_what_the_program_prints(cli: Cli) -> None:
    assert cli("explain", "every-rule").out == PAGE.read_text(encoding="utf-8"), "write it anew with: make docs"


def test_the_page_of_all_rules_has_each_once_below_its_chapter(cli: Cli) -> None:
    page = cli("explain", "every-rule").out
    assert page == book_in_markdown()
    assert re.findall(r"^### (\S+)$", page, re.MULTILINE) == [*every_page(), *profiles()]
    chapters = [*(CHAPTERS[chapter] for chapter in book()), "Profiles of regulators and norms"]
    assert re.findall(r"^## (.+)$", page, re.MULTILINE) == chapters
    assert re.findall(r"\[(\S+)\]\(#\1\)", page) == [*every_page(), *profiles()]
    assert page.count("```diff\n") == sum(bool(each.example) for each in every_page().values())


def test_a_stage_at_which_a_rule_is_not_asked_is_told(cli: Cli) -> None:
    assert "  head-incomplete                    -        warning  warning\n" in cli("rules").out
    asked = "Not asked in a draft, a warning in a pilot and once published."
    assert asked in cli("explain", "head-incomplete").out
    assert every_page()["head-incomplete"].weight == Weight(None, Severity.WARNING, Severity.WARNING)
