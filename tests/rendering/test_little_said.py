"""Policies that say little in; documents without empty headings, empty parts and words that nobody needs, out."""

import re

import pytest
from tests.printed import print_policy

from policyctl.rendering.view.line import address
from policyctl.rendering.view.shown import Link
from policyctl.schema import read

HEAD = {"title": "How we work", "organisation": "Rosa's", "owner": "Rosa"}


def printed(*, head: dict[str, str] | None = None, **sections: object) -> dict[str, str]:
    policy = read({"policyctl": "1", "policy": {**HEAD, **(head or {})}, **sections}).policy
    assert policy
    return {form: page.decode() for form, page in print_policy(policy, "markdown", "html").items()}


def test_an_entry_without_a_name_has_no_heading() -> None:
    pages = printed(
        goals=[{"statement": "Nine in ten come back."}],
        procedures=[{"steps": ["Say sorry.", "Offer another one."]}],
        escalation={"ladders": [{"levels": ["Rosa"]}]},
        terms=["Return it within 30 days."],
        tone={"samples": ["Take your time."]},
    )
    assert re.findall(r"^#+ *$", pages["markdown"], re.MULTILINE) == []
    assert re.findall(r"<h\d[^>]*>\s*</h\d>", pages["html"]) == []
    assert "Nine in ten come back." in pages["markdown"]
    assert "1. **Say sorry.**" in pages["markdown"]


def test_a_sample_of_one_way_alone_has_no_label_for_the_other() -> None:
    pages = printed(tone={"samples": {"A late present": "It is on its way."}})
    assert "Instead of" not in pages["markdown"] + pages["html"]
    assert "**Say:**\n\n> “It is on its way.”" in pages["markdown"]


def test_a_question_has_no_colon_behind_it() -> None:
    pages = printed(training={"quiz": {"How much may you give?": "£20", "Who decides": "Rosa"}})
    assert "**How much may you give?** £20\n\n**Who decides:** Rosa" in pages["markdown"]


def test_a_section_with_nothing_in_it_is_no_part_of_the_document() -> None:
    pages = printed(standards={}, goals=[], facts={"Postage": "£3.50"})
    parts = re.findall("^## (.*)$", pages["markdown"], re.MULTILINE)
    assert [title.split()[0] for title in parts] == ["Contents", "1"]
    assert "**Postage:** £3.50" in pages["markdown"]


def test_a_ladder_of_names_alone_is_counted() -> None:
    pages = printed(escalation={"ladders": {"An unhappy customer": ["Care lead", "Director"]}})
    assert "### An unhappy customer\n\n1. Care lead\n2. Director\n" in pages["markdown"]
    assert "Nothing stated" not in pages["markdown"]


def test_a_level_of_which_nothing_is_said_says_so_beside_others() -> None:
    ladder = ["Care lead", {"role": "Director", "waits": "1 hour"}]
    pages = printed(escalation={"ladders": {"An unhappy customer": ladder}})
    assert "**Care lead:** *Nothing stated*\n\n**Director:** Answers within: 1 hour\n" in pages["markdown"]


def test_that_somebody_does_not_lead_is_no_gap() -> None:
    pages = printed(roles={"Care lead": {"backup": "Director", "leads": "yes"}, "Director": {"backup": "Care lead"}})
    assert "| Role | When away |\n| --- | --- |\n| Care lead — Leads | Director |" in pages["markdown"]


def test_the_foot_tells_a_version_as_one() -> None:
    pages = printed(head={"version": "3", "effective": "2026-03-01"}, mission="Good books.")
    assert "How we work, version 3, in force from 1 March 2026. Questions: Rosa." in pages["markdown"]


@pytest.mark.parametrize(
    ("number", "dialled"),
    [
        ("020 7946 0112", "tel:02079460112"),
        ("+44 (0)20 7946 0112", "tel:+442079460112"),
        ("(020) 7946-0112", "tel:02079460112"),
        ("+41 44 555 01 23", "tel:+41445550123"),
    ],
)
def test_a_telephone_number_leads_where_it_would_be_dialled(number: str, dialled: str) -> None:
    assert address(number) == Link(number, dialled)
