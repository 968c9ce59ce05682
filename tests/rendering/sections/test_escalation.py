"""Who takes it further, as a reader meets it."""

from textwrap import dedent

import pytest
from tests.printed import matter_of

TEXTS = {
    "danger stands first, and what to do is never a remark": (
        """
        escalation:
          direct:
            A letter from the police: {to: Owner, tell: Lead, reply: none, within: 1 hour, note: Say thank you.}
            The press: {to: Owner, say: Ruth will ring you.}
            A battery burns:
              to: Lead
              reply: none
              triggers: [Smoke, Heat]
              note: Ring 112 first, then Maria.
            Somebody who is not well: {to: Lead, reply: Stay with them., within: 5 minutes}
        roles:
          Lead: {people: Maria Odell}
          Owner: {people: Ruth Calder}
        """,
        """
        **Straight to the right person**

        | When | What you do | Whom you call |
        | --- | --- | --- |
        | A letter from the police | **Say thank you.** Do not reply. | **Ruth** — within 1 hour — and tell Maria |
        | A battery burns — Smoke; Heat | **Ring 112 first, then Maria.** Do not reply. | **Maria** |
        | Somebody who is not well | **Stay with them.** | **Maria** — within 5 minutes |
        | The press | “Ruth will ring you.” | **Ruth** |
        """,
    ),
    "where danger has no other place, when to ask stands in a frame": (
        """
        escalation:
          to: Nell
          when: [Somebody is hurt, A letter comes from the council]
        """,
        """
        **Ask Nell when**

        - Somebody is hurt.
        - A letter comes from the council.
        """,
    ),
    "a level is reached, passes on after a while, and is no promise of an answer": (
        """
        escalation:
          ladders:
            An unhappy customer:
              kind: authority
              triggers: [The limit is reached, They ask for somebody else]
              levels:
                - {role: Adviser, waits: 30 minutes, note: Most cases end here.}
                - {role: Lead, backup: Owner, waits: 2 hours, may: Anything fair, reach: Walk over.}
                - {role: Owner, waits: 1 day}
              handoff:
                kind: warm
                how: Stay until they have spoken.
                checklist: [What happened, What was offered]
                say: Maria knows everything.
              out_of_hours: Promise a call.
              not_for:
                Stock: Ask the floor
                A late parcel: {case: They are patient, instead: Open a search}
        roles:
          Adviser: {people: [Ana Bell, Tom Fry]}
          Lead: {people: Maria Odell, leads: yes, reach: Extension 10}
          Owner: {people: Ruth Calder, leads: yes}
        """,
        """
        ## An unhappy customer

        **You pass it on:** After 30 minutes.

        Most cases end here.

        **Maria:** Extension 10. Walk over.

        Passed on after 2 hours. Away: Ruth. **May:** Anything fair.

        **Ruth:**

        Wait: 1 day.

        **Hand over when** the limit is reached; they ask for somebody else.

        Stay until they have spoken. **Pass on:**

        - [ ] What happened
        - [ ] What was offered

        > “Maria knows everything.”

        **Out of hours:** Promise a call.

        **Not for this ladder:**

        - Stock: Ask the floor.
        - A late parcel: They are patient: Open a search.
        """,
    ),
    "a ladder of names alone is a line": (
        """
        escalation:
          ladders:
            Not sure: [Lead, Owner]
        """,
        """
        ## Not sure

        **Goes to:** Lead, Owner.
        """,
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_section_is_shown(name: str) -> None:
    text, expected = TEXTS[name]
    shown = matter_of(text).split("\n\n## Who is who")[0].split("\n\n## What we promise")[0]
    assert shown == dedent(expected).strip()
