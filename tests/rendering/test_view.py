"""Sections as a reader meets them, of policies that say much and of policies that say little."""

import re
from textwrap import dedent

import pytest
from tests.printed import print_policy

from policyctl.rendering.view.blocks import Link
from policyctl.rendering.view.inline import address_link
from policyctl.schema import read
from policyctl.source import read as read_source

HEAD_YAML = "policyctl: 1\npolicy: {title: T, organisation: O, currency: GBP}\n"


def part_of(text: str) -> str:
    """The handbook in Markdown below its title."""
    source = read_source((HEAD_YAML + dedent(text)).encode(), "policy.yaml")
    policy = read(source.data).policy
    assert source.findings == ()
    assert policy
    page = print_policy(policy, "markdown")["markdown"].decode()
    return page.split("\n# T\n")[1].split("\nWords between quotation marks")[0].strip()


PARTS = {
    "hours say what is shut, what holidays are open, their zone, and for whom they are": (
        """
        hours:
          Shop: closed Mon, Tues-Fri 7am-3pm, Sat 8.30 - 1
          Europe: Mon-Fri 8:00-18:00 CET and bank holidays
          Office: 8.30 to 17.00, office hours
          Both: [Shop, Europe]
          Night: {open: 24x7, for: Enterprise}
          Moon: until the moon is up
        """,
        """
        ## When we are there

        **Shop:** Tuesday to Friday 07:00 to 15:00, Saturday 08:30 to 13:00, Monday closed.

        **Europe:** Monday to Friday 08:00 to 18:00, public holidays 08:00 to 18:00 (CET).

        **Office:** 8.30 to 17.00, office hours.

        **Both:** Shop, Europe.

        **Night:** Around the clock.

        **For:** Enterprise.

        **Moon:** Until the moon is up.
        """,
    ),
    "a channel has several ways in, and says what it is for and who answers": (
        """
        channels:
          Tickets:
            address: {Form: "https://help.example/new", Email: help@help.example}
            good_for: Everything that is not on fire
            not_for: Outages
            when_busy: Leave your question.
            customer_part: The domain
            answered_by: Engineer on call
            links: "Runbooks: https://help.example/runbooks"
        """,
        """
        ## Where to reach us

        **Tickets**

        - Where: Form: [https://help.example/new](https://help.example/new), Email: [help@help.example](mailto:help@help.example) — **The customer’s part:** The domain. **Good for:** Everything that is not on fire. **Not for:** Outages. **Answered by:** Engineer on call. **When it is busy:** Leave your question. **Links:** Runbooks: [https://help.example/runbooks](https://help.example/runbooks).
        """,
    ),
    "the answer to a question comes after its options": (
        """
        training:
          quiz:
            How much may you give?: {options: ["£5", "£20"], answer: "£20"}
        """,
        """
        ## Quiz

        **How much may you give?** £5 / £20. Answer: £20.
        """,
    ),
    "hours with closed days": (
        """
        hours:
          open: Mon-Fri 9:00-17:30
          closed: {2026-12-25: Christmas Day}
        """,
        """
        ## When we are there

        **Open:** Monday to Friday 09:00 to 17:30.

        Closed on 25 December 2026 (Christmas Day).
        """,
    ),
}


@pytest.mark.parametrize("name", PARTS)
def test_a_section_is_shown(name: str) -> None:
    text, expected = PARTS[name]
    assert part_of(text) == dedent(expected).strip()


@pytest.mark.parametrize(
    ("limit", "said"),
    [("1 Stunde", "Innerhalb einer Stunde"), ("3 Tage", "Innerhalb von 3 Tagen"), ("sofort", "Sofort")],
)
def test_a_german_step_bends_its_limit_as_german_does(limit: str, said: str) -> None:
    head = {"title": "T", "organisation": "O", "language": "de"}
    policy = read(
        {"policyctl": "1", "policy": head, "procedures": {"Panne": [{"do": "Anrufen", "within": limit}]}}
    ).policy
    assert policy
    assert f"1. **{said}:** **Anrufen.**" in print_policy(policy, "markdown")["markdown"].decode()


# ---- policies that say little ------------------------------------------------------------------------------------

HEAD = {"title": "How we work", "organisation": "Rosa's", "owner": "Rosa"}


def printed(*, head: dict[str, str] | None = None, **sections: object) -> dict[str, str]:
    policy = read({"policyctl": "1", "policy": {**HEAD, **(head or {})}, **sections}).policy
    assert policy
    return {form: page.decode() for form, page in print_policy(policy, "markdown", "html").items()}


def matter(page: str) -> str:
    """What stands between the head of a short handbook and the words that close it."""
    return page.split("Rosa keeps it.\n\n")[1].split("\n\nWords between quotation marks", maxsplit=1)[0]


def test_an_entry_without_a_name_has_no_heading() -> None:
    pages = printed(
        goals=[{"statement": "Nine in ten come back."}, {"statement": "We answer the same day."}],
        procedures=[{"steps": ["Say sorry.", "Offer another one."]}],
        escalation={"ladders": [{"levels": ["Rosa"]}]},
        terms=["Return it within 30 days."],
        tone={"samples": ["Take your time."]},
    )
    assert re.findall(r"^#+ *$", pages["markdown"], re.MULTILINE) == []
    assert re.findall(r"<h\d[^>]*>\s*</h\d>", pages["html"]) == []
    assert re.findall(r"^ *;", pages["markdown"], re.MULTILINE) == []
    assert "Nine in ten come back." in pages["markdown"]
    assert "1. **Say sorry.**" in pages["markdown"]


def test_a_sample_of_one_way_alone_has_no_label_for_the_other() -> None:
    pages = printed(tone={"samples": {"A late present": "It is on its way."}})
    assert matter(pages["markdown"]) == "## How we sound\n\n### A late present\n\n> “It is on its way.”"
    assert "Instead of" not in pages["html"]


def test_samples_stand_under_the_heading_of_their_part_whatever_opens_it() -> None:
    samples = {"Somebody comes in": "Hello there", "It is late": {"say": "It comes today."}}
    below = "### Somebody comes in\n\n> “Hello there”\n\n### It is late\n\n> “It comes today.”"
    pages = printed(tone={"samples": samples})
    assert matter(pages["markdown"]) == f"## How we sound\n\n{below}"
    assert re.findall(r"<h[23][^>]*>(.*?)</h", pages["html"]) == ["How we sound", "Somebody comes in", "It is late"]
    opened = printed(tone={"sounds_like": "A neighbour", "samples": samples})
    assert matter(opened["markdown"]) == f"## How we sound\n\nA neighbour\n\n{below}"


def test_a_question_has_no_colon_behind_it() -> None:
    pages = printed(training={"quiz": {"How much may you give?": "£20", "Who decides": "Rosa"}})
    assert matter(pages["markdown"]) == "## Quiz\n\n**How much may you give?** £20.\n\n**Who decides:** Rosa."


def test_a_section_with_nothing_in_it_is_no_part_of_the_document() -> None:
    pages = printed(standards={}, goals=[], facts={"Postage": "£3.50"})
    assert matter(pages["markdown"]) == "## What everybody asks\n\n**Postage:** £3.50."
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", pages["html"]) == ["What everybody asks"]


def test_who_leads_is_told_by_the_ladder_and_by_the_name_of_a_role() -> None:
    """It says who decides among several; a word beside one role and none beside another would read as a gap."""
    pages = printed(roles={"Care lead": {"backup": "Director", "leads": "yes"}, "Director": {"backup": "Care lead"}})
    expected = "## Who is who\n\n### Care lead\n\nWhen away: Director.\n\n### Director\n\nWhen away: Care lead."
    assert matter(pages["markdown"]) == expected


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
    assert address_link(number) == Link(number, dialled)


def test_a_way_to_complain_has_the_address_of_its_channel_beside_it() -> None:
    page = _printed("channels: {Email: care@shop.example}\ncomplaints: {how_to_complain: {channels: [Email, By post]}}")
    assert "- **Email:** [care@shop.example](mailto:care@shop.example)\n- By post" in page
    page = _printed(
        "channels: {Email: care@shop.example}\ncomplaints: {how_to_complain: {ways: [First by email, By post]}}"
    )
    assert "- **First by email:** [care@shop.example](mailto:care@shop.example)\n- By post" in page


def test_sections_and_the_policy_have_titles_of_their_authors_own() -> None:
    page = _printed(
        "standards:\n  title: Our promises\n  items: {A: 1 day}\nreview: {title: Looking again, every: year}"
    )
    table = "| Promise | How soon |\n| --- | --- |\n| A | 1 day |"
    assert page.startswith(f"O\n\n# T\n\n## Our promises\n\n{table}\n\n## Looking again\n\nEvery year.\n\nWords ")
    outside = _printed("", "approved_by: Ofcom, subtitle: What you may expect, copies: Free at the counter")
    head = "O\n\n# T\n\nWhat you may expect\n\nOfcom approved it."
    assert outside.startswith(f"{head}\n\n**Copies:** Free at the counter.\n\nWords ")


def _printed(text: str, head: str = "") -> str:
    whole = f"policyctl: 1\npolicy: {{title: T, organisation: O, {head}}}\n{text}\n"
    policy = read(read_source(whole.encode(), "policy.yaml").data).policy
    assert policy
    return print_policy(policy, "markdown")["markdown"].decode()


def test_a_link_to_another_file_is_its_words() -> None:
    assert "See our abuse page for more" in _printed("always: ['See [our abuse page](../abuse.html) for more']")
