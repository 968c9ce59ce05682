"""What is promised, owed, returned and complained about, as a reader meets it."""

from textwrap import dedent

import pytest
from tests.printed import print_policy

from policyctl.schema import read
from policyctl.source import read as read_source


def shown(text: str, head: str = "") -> str:
    """The handbook in Markdown below its title."""
    whole = f"policyctl: 1\npolicy: {{title: T, organisation: O, currency: GBP{head}}}\n{dedent(text)}"
    source = read_source(whole.encode(), "policy.yaml")
    policy = read(source.data).policy
    assert source.findings == ()
    assert policy
    page = print_policy(policy, "markdown")["markdown"].decode()
    return page.split("\n# T\n")[1].split("\nWords between quotation marks")[0].split("\nWas in Anf")[0].strip()


SECTIONS = {
    "promises stand in one table by group, and a loose one keeps its place among them": (
        """
        priorities: {Urgent: Today, Normal: {else: yes}}
        standards:
          intro: What you may count on.
          items:
            Answers by email:
              channels: Email
              when_missed: We say why.
              rows:
                First reply:
                  says: A person answers.
                  firmness: aim
                  within: {Urgent: 1 hour, Normal: 4 hours}
                  after: you write
                  met: 95%
                Next reply: {within: 2 hours, priorities: Urgent, after: received}
            Off the same day: {by: "17:30", on: the same day, effective: 1 October 2026}
            At the till: within 3 minutes
        """,
        """
        ## What we promise

        What you may count on.

        **Answers by email**

        If we miss it, we say why.

        **First reply** — A person answers. We aim for this, counted from when you write.

        - Urgent: 1 hour
        - Normal: 4 hours
        - Kept in: 95%

        **Next reply** — Counted from when it is received.

        - Urgent: 2 hours

        **Off the same day** — In force from 1 October 2026.

        - by 17:30, **the same day**

        **At the till**

        - 3 minutes

        ## How urgent is it?

        **Urgent:** Today.

        **Normal:** Everything else.
        """,
    ),
    "a limit holds across the cases, by case, or in words; what usually happens says so": (
        """
        standards:
          title: Our promises
          items:
            News: {milestone: update, every: {Urgent: hour, Normal: 2 working days}, until: it is over}
            First reply: {within: {Urgent: 1 hour, Normal: 4 hours}, usually: Much sooner}
            Tiny things: {within: 5 working days, priorities: Small}
            A token: {within: 2 days, gives: a token, under: £25, over: from £5}
            A visit: {within: as agreed with you, exceptions: "If it snows, we ring"}
        """,
        """
        ## Our promises

        | Promise | Urgent | Normal | Small |
        | --- | --- | --- | --- |
        | News — Until it is over. | every hour | every 2 working days |  |
        | First reply — Usually much sooner. | 1 hour | 4 hours |  |
        | Tiny things |  |  | 5 working days |
        | A token — A token, under £25, from £5. | 2 days | 2 days | 2 days |
        | A visit — If it snows, we ring. | as agreed with you | as agreed with you | as agreed with you |
        """,
    ),
    "promises in words stand before or after the table, as their author has them; few and short ones in one sentence": (
        """
        standards:
          How we speak to you:
            stem: We will
            rows: [always give you our name, listen before we look anything up]
          Serve at the till: within 3 minutes
          When we visit you:
            rows:
              - We tell you whether to expect us in the morning.
              - {name: If we cannot come, says: We let you know, notice: 24 hours, before: the visit}
              - Our staff show you a card.
        """,
        """
        ## What we promise

        | Promise | How soon |
        | --- | --- |
        | Serve at the till | 3 minutes |

        ## How we speak to you

        We will always give you our name; listen before we look anything up.

        ## When we visit you

        - We tell you whether to expect us in the morning.
        - **If we cannot come:** We let you know **24 hours** before the visit.
        - Our staff show you a card.
        """,
    ),
    "in a table, a promise in words takes the place of its figures, and what is owed stands below its name": (
        """
        standards:
          Your bicycle:
            rows:
              A new tyre: {within: 2 days, after: the bicycle reaches us, remedy: {gives: £5, automatic: yes}}
              Dearer than agreed: If it costs more, we ring you first.
        """,
        """
        ## What we promise

        **Your bicycle**

        **A new tyre** — Counted from when the bicycle reaches us. **Owed then:** £5, without being asked.

        - How soon: 2 days

        **Dearer than agreed**

        - How soon: If it costs more, we ring you first.
        """,
    ),
    "a figure that a group says for all of its rows stands in each of them, and none is kept in no share": (
        """
        standards:
          Answers:
            met: 90%
            notes: Nobody is told off for the tenth.
            rows:
              By email: {within: 1 day, channels: Email}
              By post: {within: none, because: Nobody can promise it., usually: In a week.}
        """,
        """
        ## What we promise

        **Answers**

        Nobody is told off for the tenth.

        **By email**

        - How soon: 1 day
        - Kept in: 90%

        **By post** — In a week. Nobody can promise it.

        - How soon: none
        """,
    ),
    "what is owed runs on from its name, and its cases stand in a list": (
        """
        roles: {Director: {people: Ruth Calder}}
        remedies:
          intro: What we owe when we fail.
          items:
            A day that mattered:
              says: You get the postage back.
              when: We had promised it
              unless: You chose to wait
              fault: "Ours, or our carrier's"
              gives: [the postage, a £10 token]
              at_most: 4 a year
              automatic: yes
              paid_within: 10 days
              who: Director
            A signing that does not happen:
              automatic: yes
              rows:
                We call it off: the price of the ticket
                We move it: a seat on the new evening
        """,
        """
        ## What we owe

        What we owe when we fail.

        **A day that mattered:** You get the postage back. The postage and a £10 token, **at most 4 times a year**, paid within 10 days, without being asked, by Ruth. When we had promised it, and the fault is ours, or our carrier’s, unless you chose to wait.

        **A signing that does not happen:** Without being asked.

        - **We call it off:** The price of the ticket.
        - **We move it:** A seat on the new evening.

        ## Who is who

        **Director:** **People:** Ruth Calder.
        """,
    ),
    "cases that answer the same questions stand in a table, and what is not taken below it": (
        """
        terms:
          Returns:
            intro: Thirty days for everybody.
            rows:
              You changed your mind:
                within: 30 days
                after: you have it
                gives: your money
                proof: A receipt
                no_proof: We exchange it.
                late: No.
                costs: Nothing
                refuse: [{case: Signed books, unless: We signed them wrongly}]
              It was faulty: {when: Pages are missing, gives: a new copy, basis: Consumer Rights Act 2015}
            abuse: After the fifth time we ring.
        """,
        """
        ## Returns

        Thirty days for everybody.

        |  | You changed your mind | It was faulty |
        | --- | --- | --- |
        | When |  | Pages are missing. |
        | How long | **Within 30 days** after you have it. **After that:** No. |  |
        | You get | Your money. | A new copy. |
        | Proof | A receipt. **Without proof:** We exchange it. |  |
        | How, and who pays | Nothing. |  |
        | Rests on |  | Consumer Rights Act 2015. |

        ### Not taken

        **You changed your mind:** Signed books, unless we signed them wrongly.

        After the fifth time we ring.
        """,
    ),
    "terms that say little stand in sentences": (
        """
        terms:
          Cancelling: {by: noon on the day before, gives: all of the deposit, late: We keep £5., note: Ring us.}
          Guarantees:
            proof: The bill
            rows: {Labour: within 2 years after collection, Used parts: within 1 year after collection}
          Groups: {at_most: once in a year, when: You are ten or more, costs: $15}
        """,
        """
        ## Cancelling

        By **noon on the day before**. All of the deposit. **After that:** We keep £5. Ring us.

        ## Guarantees

        **Proof:** The bill.

        **Labour:** **Within 2 years** after collection.

        **Used parts:** **Within 1 year** after collection.

        ## Groups

        When you are ten or more, **at most every year**. **Costs:** $15.
        """,
    ),
    "complaints go from how to make one to what may come of it, with dated steps": (
        """
        roles: {Care lead: {people: Maria Odell}, Director: {people: Ruth Calder}}
        channels: {Phone: 01632 960 112, Post: Harbour Lane 4}
        complaints:
          intro: A complaint is a gift.
          counts: Anything you are unhappy with
          does_not_count: A first question
          how_to_complain:
            says: Go to Maria Odell.
            to: Care lead
            ways: [Phone, Post]
            within: 12 months
            after: the problem
            tell_us: What happened
            for_somebody_else: With consent.
          stages:
            Our answer:
              says: Maria looks into it.
              begins: you tell us
              by: Care lead
              steps:
                You hear from us: {within: 2 days, after: received}
                News: {every: fortnight, until: it is done}
                You get an answer:
                  milestone: full-reply
                  within: 10 days
                  after: You hear from us
                  not_by: Whoever it is about
              extension: {says: We tell you why., at_most: 10 days, reason_given: yes, told_by: 2 days before}
              letter: What we found
            A review:
              begins: when you ask for it
              ask_within: 3 months
              ask_after: our answer
              optional: yes
              by: Director
              not_by: Care lead
              complexity: {Simple: {means: One order, within: 5 days}}
          outside:
            The Ombudsman:
              for: What we could not settle
              after: our answer
              limits: within 12 months of our answer
              address: "https://o.example"
              decides: yes
              free: yes
          free_of_charge: yes
          help_offered: A chair by the window
          remedies: An apology
          learning: We read all of them in May.
          logged: In the red book
        """,
        """
        ## When somebody complains

        A complaint is a gift.

        ## What a complaint is

        Anything you are unhappy with.

        Not a first question.

        ## How to complain

        Go to Maria Odell. **Within 12 months** after the problem.

        **Phone:** [01632 960 112](tel:01632960112). **Post:** Harbour Lane 4.

        Tell us what happened.

        **For somebody else:** With consent. A chair by the window. Complaining costs nothing.

        ## Our answer

        Maria looks into it.

        It begins when you tell us.

        2 days

        **You hear from us**, counted from when it is received.

        **every 2 weeks**

        **News**, until it is done.

        10 days

        **You get an answer**, counted from when you hear from us, not by whoever it is about.

        **If it takes longer:** We tell you why. **At most 10 days** longer, with the reason, and told 2 days before.

        **The letter says:** What we found.

        ## A review

        It begins when you ask for it. Decided by Ruth, not by Maria. Ask for it **within 3 months** after our answer. This stage may be skipped.

        5 days

        **Simple**. One order.

        ## The Ombudsman

        Outside our house

        What we could not settle. **Within 12 months** after our answer. Their decision binds us. Asking costs nothing. [https://o.example](https://o.example).

        ## What may follow

        An apology.

        We read all of them in May. **Records:** In the red book.

        ## Who is who

        **Care lead:** **People:** Maria Odell.

        **Director:** **People:** Ruth Calder.

        ## Where to reach us

        **Phone:** [01632 960 112](tel:01632960112).

        **Post:** Harbour Lane 4.
        """,
    ),
    "a way to complain in words makes a list of all of them, and records alone are a topic": (
        """
        complaints:
          how_to_complain:
            ways: [First by phone, Email]
          logged: In the red book
        """,
        """
        ## How to complain

        - First by phone
        - Email

        ## Records

        In the red book
        """,
    ),
    "how urgent something is: what it means, the signs of it, and what to do in doubt": (
        """
        priorities:
          Urgent:
            means: A day depends on it.
            any: [The book is needed this week, {says: A lesson has no books, for: Schools, channels: Phone}]
            examples: A birthday on Friday
            when_unsure: Take the higher one.
            round_the_clock: no
          Late: {all: [It is paid for, The day is over]}
          Normal: {else: yes}
        """,
        """
        ## How urgent is it?

        **Urgent:** A day depends on it. Any of these: the book is needed this week; a lesson has no books, for Schools, Phone. **For example:** A birthday on Friday. **When unsure:** Take the higher one.

        **Late:** All of these: it is paid for; the day is over.

        **Normal:** Everything else.
        """,
    ),
}


@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_is_shown(name: str) -> None:
    text, expected = SECTIONS[name]
    assert shown(text) == dedent(expected).strip()


GERMAN = """
        roles: {Meisterin: {people: Katharina Vogt}, Inhaber: {people: Jörg Brandt}}
        standards:
          Reparatur:
            {within: {Sofort: 1 Arbeitstag, Normal: 7 Arbeitstage}, after: deinem Ja, exceptions: Ein Teil ist nicht lieferbar, when_missed: Wir rufen an.}
          Antwort: {within: {Sofort: 1 Stunde, Normal: 1 Tag}, firmness: aim, after: received, for: Vereine}
        remedies:
          Dein Rad ist nicht fertig: {when: Der Tag ist vorbei, fault: Unsere Planung, gives: Ein Leihrad, automatic: ja, unless: Du wolltest warten}
        complaints:
          how_to_complain: {to: Meisterin, within: 3 Monate, after: dem Kauf, tell_us: Was passiert ist}
          stages:
            Zweiter Blick:
              begins: Wenn du noch unzufrieden bist
              by: Inhaber
              not_by: Meisterin
              ask_within: 4 Wochen
              ask_after: unserer Antwort
              steps: {Antwort: {within: 10 Tage, after: dem Rückruf}}
              extension: {at_most: 5 Tage, reason_given: ja}
"""


def test_german_clauses_are_german() -> None:
    expected = """
    ## Wie man sich beschwert

    Beschwerden gehen an Katharina. **Innerhalb von 3 Monaten** nach dem Kauf.

    Was wir wissen müssen: Was passiert ist.

    ## Zweiter Blick

    Beginn: Wenn du noch unzufrieden bist. Es entscheidet: Jörg, nicht Katharina. Zu verlangen **innerhalb von 4 Wochen** nach unserer Antwort.

    10 Tage

    **Antwort**, gezählt ab dem Rückruf.

    **Wenn es länger dauert:** **höchstens 5 Tage** länger, mit Begründung.

    ## Was wir zusagen

    **Reparatur** — Gezählt ab deinem Ja. Ausgenommen: Ein Teil ist nicht lieferbar. Wenn wir es nicht halten: Wir rufen an.

    - Sofort: 1 Arbeitstag
    - Normal: 7 Arbeitstage

    **Antwort** — Das ist unser Ziel, gezählt ab dem Eingang, für Vereine.

    - Sofort: 1 Stunde
    - Normal: 1 Tag

    ## Was wir schulden

    **Dein Rad ist nicht fertig:** Voraussetzung: Der Tag ist vorbei. Wessen Fehler: Unsere Planung. Ein Leihrad, unaufgefordert, es sei denn, du wolltest warten.

    ## Wer ist wer

    **Meisterin:** **Personen:** Katharina Vogt.

    **Inhaber:** **Personen:** Jörg Brandt.
    """
    assert shown(GERMAN, ", language: de") == dedent(expected).strip()
