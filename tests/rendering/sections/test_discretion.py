"""What may be given, as a reader meets it."""

from textwrap import dedent

import pytest
from tests.printed import matter_of

TEXTS = {
    "rows without a gap are a stair with the waits of the ladder, and one that says no more stands there alone": (
        """
        discretion:
          ask_yourself: [Is it fair?, Would I like it?]
          may_give:
            Put it right:
              who: Adviser
              gives: [a refund, a replacement]
              up_to: £20 per case
              when: It was torn
              above: Lead
              answers_within: 30 minutes
              examples: {The dog: {case: A puppy ate it, gives: Sympathy}}
            More:
              who: Lead
              gives: a refund
              over: £20 per case
              up_to: £150 per case
              above: Owner
              answers_within: 1 day
            The rest: {who: Owner, gives: what is fair, over: £150 per case, up_to: by judgement}
            For schools:
              who: Tom
              rows:
                Copies: a free copy up to £9
                A box: {gives: a box of books, ask_first: Lead, log: [lent, returned]}
          ask: Lead
          nobody_may: Promise a signed copy
        escalation:
          ladders:
            An unhappy customer:
              - {role: Adviser, waits: 1 hour}
              - {role: Lead, waits: 2 hours}
              - Owner
        roles:
          Adviser: {people: [Ana Bell, Tom Fry]}
          Lead: {people: Maria Odell, leads: yes}
          Owner: {people: Ruth Calder, leads: yes}
        """,
        """
        ## What you may give

        Is it fair? Would I like it?

        1. **£20 per case:** **You**. A refund or a replacement. Passed on after 1 hour.
        2. **£150 per case:** **Maria, Lead**. More: a refund. Maria decides within 30 minutes. Passed on after 2 hours.
        3. **By judgement:** **Ruth, Owner**. The rest: what is fair. Ruth decides within 1 day.

        £20 per case

        **Put it right.** A refund or a replacement. When it was torn. Above that, Maria decides within 30 minutes.

        *The dog: A puppy ate it: Sympathy.*

        ## For schools

        Tom

        **Copies:** A free copy, up to £9.

        **A box:** A box of books. Ask Maria first. **Write down which:** lent, returned.

        ## Anything more

        Ask Maria.

        **Nobody may**

        - Promise a signed copy.

        ## An unhappy customer

        **You pass it on:** After 1 hour.

        **Maria:**

        Passed on after 2 hours.

        **Ruth**
        """,
    ),
    "what is given does not say the figure beside it once more, unless it is nothing without it": (
        """
        discretion:
          may_give:
            Ana: £20 credit
            Tom: a refund of £15
            Maria: £5 off
            Ruth: a voucher worth £10 and a coffee
        """,
        """
        ## What you may give

        £20

        **Ana.** Credit.

        £15

        **Tom.** A refund.

        £5

        **Maria.** £5 off.

        £10

        **Ruth.** A voucher worth £10 and a coffee.
        """,
    ),
    "rows that are named like people give what they say": (
        """
        discretion:
          may_give:
            Ana and Tom: a refund or a replacement up to £15
            Maria: {gives: a refund, up_to: £150 per case, above: Ruth}
        """,
        """
        ## What you may give

        £15

        **Ana and Tom.** A refund or a replacement.

        £150 per case

        **Maria.** A refund. Above that: Ruth.
        """,
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_section_is_shown(name: str) -> None:
    text, expected = TEXTS[name]
    shown = matter_of(text).split("\n\n## Who is who")[0].split("\n\n## What we promise")[0]
    assert shown == dedent(expected).strip()
