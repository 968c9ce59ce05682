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
    """The first part of the handbook in Markdown, without its number and title."""
    source = read_source((HEAD_YAML + dedent(text)).encode(), "policy.yaml")
    policy = read(source.data).policy
    assert source.findings == ()
    assert policy
    page = print_policy(policy, "markdown")["markdown"].decode()
    return page.split("\n## 1 ")[1].split("\n", 2)[2].split("\n---\n")[0].split("\n## ")[0].strip()


PARTS = {
    "a choice has steps of its own, and leads on to a step or a procedure": (
        """
        procedures:
          A dish is cold:
            - Say sorry
            - choose:
                - if: It costs under $25
                  steps:
                    - Replace it
                    - choose:
                        - {if: They are still unhappy, go_to: A manager}
                        - else: Thank them
                - {else: Ask, go_to: step 1}
        """,
        """
        ### A dish is cold

        1. **Say sorry**

        2. **The first that fits:**

           1) **If: It costs under $25**

              1. **Replace it**

              2. **The first that fits:**

                 1) **If: They are still unhappy**

                    **Go on with:** A manager

                 2) **Otherwise:**

                    Thank them

           2) **Otherwise:**

              Ask

              **Go on with:** step 1
        """,
    ),
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
        ### When we are there

        **Shop:** Tuesday to Friday 07:00 to 15:00, Saturday 08:30 to 13:00, Monday closed

        **Europe:** Monday to Friday 08:00 to 18:00, public holidays 08:00 to 18:00 (CET)

        **Office:** 8.30 to 17.00, office hours

        **Both:** Shop, Europe

        **Night:** around the clock

        For: Enterprise

        **Moon:** until the moon is up
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
        ### Where to reach us

        **Tickets:**

        - Form: [https://help.example/new](https://help.example/new)
        - Email: [help@help.example](mailto:help@help.example)

        The customer’s part: The domain

        Links: Runbooks: [https://help.example/runbooks](https://help.example/runbooks)

        Good for: Everything that is not on fire

        Not for: Outages

        When it is busy: Leave your question.

        Answered by: Engineer on call
        """,
    ),
    "a ladder is told level by level": (
        """
        escalation:
          ladders:
            An unhappy customer:
              triggers: The limit is reached
              levels:
                - {role: Maria, waits: 30 minutes, may: Anything fair}
              handoff:
                checklist: [What happened, What was offered]
                say: Maria knows everything.
        """,
        """
        ### An unhappy customer

        **Hand over when:** The limit is reached

        **Maria:** Answers within: 30 minutes · May: Anything fair

        **Pass on:**

        - What happened
        - What was offered

        **Say:**

        > “Maria knows everything.”
        """,
    ),
    "what may be given is headed by who, where the names are people": (
        """
        discretion:
          may_give:
            Ana and Tom: a refund or a replacement up to £15
            Maria: {gives: a refund, up_to: £150 per case, above: Ruth}
        """,
        """
        | Who | Up to | Gives | Above that |
        | --- | --- | --- | --- |
        | Ana and Tom | £15 | a refund or a replacement | *Nothing stated* |
        | Maria | £150 per case | a refund | Ruth |
        """,
    ),
    "the answer to a question comes after its options": (
        """
        training:
          quiz:
            How much may you give?: {options: ["£5", "£20"], answer: "£20"}
        """,
        """
        ### Training

        #### Quiz

        **How much may you give?** Options: £5; £20 · Answer: £20
        """,
    ),
    "hours with closed days": (
        """
        hours:
          open: Mon-Fri 9:00-17:30
          closed: {2026-12-25: Christmas Day}
        """,
        """
        ### When we are there

        **Open:** Monday to Friday 09:00 to 17:30

        Closed:

        - 25 December 2026: Christmas Day
        """,
    ),
}


@pytest.mark.parametrize("name", PARTS)
def test_a_section_is_shown(name: str) -> None:
    text, expected = PARTS[name]
    assert part_of(text) == dedent(expected).strip()


@pytest.mark.parametrize(
    ("limit", "said"),
    [("1 Stunde", "innerhalb einer Stunde"), ("3 Tage", "innerhalb von 3 Tagen"), ("sofort", "sofort")],
)
def test_a_german_step_bends_its_limit_as_german_does(limit: str, said: str) -> None:
    head = {"title": "T", "organisation": "O", "language": "de"}
    policy = read(
        {"policyctl": "1", "policy": head, "procedures": {"Panne": [{"do": "Anrufen", "within": limit}]}}
    ).policy
    assert policy
    assert f"1. {said}: **Anrufen**" in print_policy(policy, "markdown")["markdown"].decode()


# ---- policies that say little ------------------------------------------------------------------------------------

HEAD = {"title": "How we work", "organisation": "Rosa's", "owner": "Rosa"}


def printed(*, head: dict[str, str] | None = None, **sections: object) -> dict[str, str]:
    policy = read({"policyctl": "1", "policy": {**HEAD, **(head or {})}, **sections}).policy
    assert policy
    return {form: page.decode() for form, page in print_policy(policy, "markdown", "html").items()}


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
    assert "\n## 1 Our promises\n" in page
    assert "\n### Looking again\n" in page
    outside = _printed("", "approved_by: Ofcom, subtitle: What you may expect, copies: Free at the counter")
    assert "# T\n\nWhat you may expect\n\nO\n" in outside
    assert "**Approved by:** Ofcom" in outside
    assert "**Copies:** Free at the counter" in outside


def _printed(text: str, head: str = "") -> str:
    whole = f"policyctl: 1\npolicy: {{title: T, organisation: O, {head}}}\n{text}\n"
    policy = read(read_source(whole.encode(), "policy.yaml").data).policy
    assert policy
    return print_policy(policy, "markdown")["markdown"].decode()


def test_a_link_to_another_file_is_its_words() -> None:
    assert "See our abuse page for more" in _printed("always: ['See [our abuse page](../abuse.html) for more']")
