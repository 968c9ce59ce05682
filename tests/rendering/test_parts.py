"""Sections as a reader meets them: YAML in, the part of the handbook out."""

from textwrap import dedent

import pytest
from tests.printed import print_policy

from policyctl.schema import read
from policyctl.source import read as read_source

HEAD = "policyctl: 1\npolicy: {title: T, organisation: O, currency: GBP}\n"


def part_of(text: str) -> str:
    """The first part of the handbook in Markdown, without its number and title."""
    source = read_source((HEAD + dedent(text)).encode(), "policy.yaml")
    policy = read(source.data).policy
    assert source.findings == ()
    assert policy
    page = print_policy(policy, "markdown")["markdown"].decode()
    return page.split("\n## 1 ")[1].split("\n", 2)[2].split("\n---\n")[0].split("\n## ")[0].strip()


PARTS = {
    "limits by case stand in columns; one for a priority alone says nothing of the others": (
        """
        standards:
          First reply:
            within: {Urgent: 1 business hour, Normal: the same day}
            met: 95%
          Tiny things: {within: 5 working days, priorities: Small}
          News: {every: 2 hours, priorities: Urgent}
          Answer the phone: within 6 rings
        """,
        """
        | Promise | Urgent | Normal | Small | Kept in |
        | --- | --- | --- | --- | --- |
        | First reply | 1 business hour | the same day | *Nothing stated* | 95% |
        | Tiny things — Priority: Small | *Nothing stated* | *Nothing stated* | 5 working days | *Nothing stated* |
        | News — Priority: Urgent | every 2 hours | *Nothing stated* | *Nothing stated* | *Nothing stated* |
        | Answer the phone | 6 rings | 6 rings | 6 rings | *Nothing stated* |
        """,
    ),
    "promises in words stand below those with a measure": (
        """
        standards:
          How we speak to you:
            public: yes
            stem: We will
            rows:
              - always give you our name
              - listen before we look anything up
          Keeping you posted: every 1 working day until it is found
        """,
        """
        | Promise | How soon |
        | --- | --- |
        | Keeping you posted | every working day until it is found |

        ### How we speak to you

        Customers are told

        We will

        - always give you our name
        - listen before we look anything up
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
