"""Procedures and how-tos as a reader meets them."""

from textwrap import dedent

import pytest
from tests.printed import matter_of

TEXTS = {
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
        ## A dish is cold

        1. **Say sorry.**

        2. **The first that fits:**

           1) *If it costs under $25:*

              1. **Replace it.**

              2. **The first that fits:**

                 1) *If they are still unhappy:*

                    Go on with A manager.

                 2) *Otherwise:*

                    **Thank them.**

           2) *Otherwise:*

              **Ask.** Go on with step 1.
        """,
    ),
    "the facts stand before the steps: for whom, what was promised with its figure, what may be given, what is next": (
        """
        procedures:
          A cup arrives broken:
            trigger: The customer says that a cup is broken.
            channels: [Phone, Email]
            for: Cafés
            needs: The order number
            goals: Keep customers
            standards: [A new cup, News]
            promises:
              A second break: We ring the same day.
            may_give:
              A box of cups: {gives: a box of cups, up_to: £20 per case}
            escalation: An unhappy customer
            steps:
              - do: Say sorry
                say: I'm sorry.
                avoid: Have you a photo?
                by: Adviser
              - do: Send a new one
                gives: the courier, up to £9
                ask: Lead
                tell: [Lead, Owner]
              - do: Tell them when it comes
                by: Ana
                for: Cafés
                within: 1 hour
                after: the order
              - {if: It is the third this month, do: Keep the box, record: [The order, What broke]}
              - {do: Look at it, note: Ben knows more.}
            never: Ask for the box back
            done_when: The customer has the cup.
            follow_up: Ring a week later
            example: A café got all its cups on the same day.
        standards:
          A new cup: {within: 3 days}
          News: every 2 days
        roles:
          Adviser: {people: [Ana Bell, Tom Fry]}
          Lead: {people: Maria Odell, leads: yes}
          Owner: {people: Ruth Calder, leads: yes}
        """,
        """
        ## A cup arrives broken

        For Cafés

        Phone, Email

        **Have ready:** The order number

        **We promised:** [A new cup](#what-we-promise), within 3 days

        [News](#what-we-promise), every 2 days

        **A second break:** We ring the same day.

        **You may give:** A box of cups: a box of cups, up to £20 per case

        The courier, up to £9

        **If it goes further:** An unhappy customer

        *A café got all its cups on the same day.*

        Serves: Keep customers

        The customer says that a cup is broken.

        1. **Say sorry.**

           > “I’m sorry.”

           **Not** “Have you a photo?”

        2. **Send a new one.** Ask Maria first. You may give **the courier, up to £9**. Tell Maria and Ruth.

        3. **Ana, for Cafés, within 1 hour after the order:** **Tell them when it comes.**

        4. *If it is the third this month:* **Keep the box.** Write down: the order, what broke.

        5. **Look at it.**

           Ben knows more.

        **Never:** Ask for the box back. **Done when** the customer has the cup. **Afterwards:** Ring a week later.
        """,
    ),
    "a how-to is counted": (
        """
        guides:
          Saved replies: {steps: [Open Settings., Choose one.], links: "https://help.example"}
        """,
        """
        ## Saved replies

        1. Open Settings.
        2. Choose one.

        **Links:** [https://help.example](https://help.example).
        """,
    ),
    "a topic leads to what is about it": (
        """
        topics:
          Damaged books: {about: Torn or wet., customer_part: Tell us on the day.}
        procedures:
          A book arrives damaged: {topic: Damaged books, says: Send another one.}
        """,
        """
        ## A book arrives damaged

        Send another one.

        ## Damaged books

        Torn or wet. **The customer’s part:** Tell us on the day.

        See [A book arrives damaged](#a-book-arrives-damaged).
        """,
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_section_is_shown(name: str) -> None:
    text, expected = TEXTS[name]
    shown = matter_of(text).split("\n\n## Who is who")[0].split("\n\n## What we promise")[0]
    assert shown == dedent(expected).strip()
