"""The card: one page for the wall, in the order of a call, that says what it left out."""

from io import BytesIO
from pathlib import Path
from textwrap import dedent

import pypdf
import pytest
from tests.printed import EXAMPLES, example, policy_of, starter

from policyctl import resources
from policyctl.rendering.formats import render
from policyctl.rendering.language import Language
from policyctl.rendering.view import view
from policyctl.schema import Policy, read
from policyctl.source import read as read_source

HEAD = "policyctl: 1\npolicy: {title: T, organisation: O, currency: GBP, owner: Rosa}\n"
UNTIDY = sorted(Path("tests/cases/untidy").glob("*.yaml"))


def card(policy: Policy, form: str) -> bytes:
    shown = view(policy, kind="card")
    words = Language(shown.language).translations
    return render("card", shown, (form,), templates=resources.templates(), catalogue=words)[form]


def read_policy(text: str, head: str = HEAD) -> Policy:
    source = read_source((head + dedent(text)).encode(), "policy.yaml")
    policy = read(source.data).policy
    assert source.findings == ()
    assert policy
    return policy


def page(text: str, head: str = HEAD) -> str:
    """The card in Markdown, below its title."""
    whole = card(read_policy(text, head), "markdown").decode()
    return whole.replace("\u00a0", " ").split("\n# ", 1)[1].split("\n", 1)[1].rsplit("\n---\n", 1)[0].strip()


CARDS = {
    "what may be given goes from the most that whoever is there may give to whoever decides above": (
        """
        roles:
          Bookseller: {people: [Priya Nair, Joss Kerrigan]}
          Care lead: {people: Maria Odell, leads: yes}
          Director: {people: Ruth Calder, leads: yes}
        discretion:
          may_give:
            A kindness: {who: Bookseller, gives: a token, up_to: £5 per customer}
            Put it right:
              who: Bookseller
              gives: [a replacement, a refund]
              up_to: £20 per case
              when: A book arrived damaged.
              above: Care lead
              answers_within: 30 business minutes
            Larger: {who: Care lead, gives: a refund, over: £20, up_to: £150, above: Director, answers_within: 1 day}
            A box to look at: {who: Bookseller, gives: a box of books, ask_first: Care lead}
          nobody_may: Give a discount for a review
          ask: Care lead
        """,
        """
        ## What you may give

        **£20 per case:** A replacement or a refund. **When** a book arrived damaged.

        **£5 per customer:** **A kindness**: a token.

        **A box to look at:** A box of books. Ask Maria first.

        **£150:** **Maria decides within 30 business minutes**: a refund. Above that, Ruth decides within 1 day.

        **Nobody may:** Give a discount for a review.

        **Anything more:** Ask Maria.

        ## Whom you call

        **Maria Odell:** Care lead.

        **Ruth Calder:** Director.
        """,
    ),
    "a promise for some of the cases stands below those for all of them": (
        """
        priorities: {P1: Nothing works, P2: Something works, P3: {else: yes}}
        standards:
          First reply: {within: {P1: 30 minutes, P2: 4 hours, P3: 1 day}}
          Solved: {within: {P1: 4 hours, P2: 3 days, P3: none}, because: Questions are answered.}
        """,
        """
        ## What we promised

        |  | P1 | P2 | P3 |
        | --- | --- | --- | --- |
        | First reply | 30 minutes | 4 hours | 1 day |
        | Solved | 4 hours | 3 days |  |
        """,
    ),
    "danger comes first, and no reply is an order": (
        """
        roles: {Rosa: Owner, Edwin: {reach: Extension 3, backup: Rosa}}
        escalation:
          direct:
            The press: {to: Rosa, say: Rosa will ring you.}
            A legal threat: {to: Rosa, tell: Edwin, reply: none, within: 1 hour, note: Take the letter.}
            Somebody is in danger: {to: Edwin, reply: Call 999 first., within: 1 minute}
          ladders:
            An unhappy customer:
              triggers: [They ask for somebody else, It goes wrong again]
              levels: [Rosa]
              handoff: {how: Stay until they have met., checklist: [what happened, what we offered], say: It is Rosa.}
        """,
        """
        **Call at once**

        | When | What you do | Whom you call |
        | --- | --- | --- |
        | Somebody is in danger | **Call 999 first.** | **Edwin**, within 1 minute |
        | A legal threat | Take the letter. Do not reply. Tell Edwin. | **Rosa**, within 1 hour |
        | The press | “Rosa will ring you.” | **Rosa** |

        ## Whom you call

        **Rosa:** Owner.

        **Edwin:** **Extension 3**. Else: Rosa.

        **An unhappy customer:** They ask for somebody else; it goes wrong again.

        **Pass on:** what happened; what we offered.

        Stay until they have met.

        ## What you say

        **Handing over:** “It is Rosa.”
        """,
    ),
    "whom to call stands beside their number, wherever the policy has it": (
        """
        roles:
          Priya: {title: Owner, reach: 020 7946 0112}
          Jonas: Team lead, 020 7946 0113
          Ben: {people: Ben Hall}
        escalation: {to: [Priya, Jonas], when: A lawyer writes}
        """,
        """
        **Call Priya or Jonas when:**

        - A lawyer writes

        ## Whom you call

        **Priya:** **[020 7946 0112](tel:02079460112)**.

        **Jonas:** Team lead, **[020 7946 0113](tel:02079460113)**.
        """,
    ),
    "promises are figures, words to say have their moment, and facts run on": (
        """
        standards:
          Serve at the till: within 3 minutes
          Emails: {channels: Email, within: {Urgent: 1 hour, Normal: 2 days, Late: none}}
          Answers: {rows: {First reply: {channels: Email, within: 4 hours}}}
          Special orders: on the day we agreed
          How we speak: {stem: We will, rows: [give our name]}
        procedures:
          Something broke:
            - do: Say sorry
              say: I'm sorry about that.
        tone:
          moods: {Angry: {sound: Slow, say: You have every reason to be cross.}}
          words: [{avoid: calm down, say: I see}, {avoid: our policy is}]
        facts: {Parcels: We keep them for 14 days, Deposit: £5}
        """,
        """
        ## What we promised

        |  | Urgent | Normal |
        | --- | --- | --- |
        | Emails | 1 hour | 2 days |

        **Serve at the till:** 3 minutes

        **Email: First reply:** 4 hours

        **Special orders:** on the agreed day

        - We will give our name.

        ## What you say

        **Something broke:** “I’m sorry about that.”

        **Angry:** “You have every reason to be cross.”

        **Never:** “calm down”, “our policy is”

        ## What they ask

        **Parcels** We keep them for 14 days. **Deposit** £5.
        """,
    ),
    "a small shop calls one person": (
        """
        roles: {Nell: Owner}
        escalation: {to: Nell, when: [Somebody is hurt, Somebody shouts]}
        """,
        """
        **Call Nell when:**

        - Somebody is hurt
        - Somebody shouts

        ## Whom you call

        **Nell:** Owner.
        """,
    ),
}


@pytest.mark.parametrize(("text", "shown"), CARDS.values(), ids=CARDS)
def test_what_the_card_says(text: str, shown: str) -> None:
    assert page(text) == dedent(shown).strip()


def test_a_german_card_is_german() -> None:
    head = "policyctl: 1\npolicy: {title: T, organisation: O, currency: EUR, owner: Rosa, language: de}\n"
    shown = page(
        """
        roles: {Katharina: {title: Meisterin, leads: ja}}
        discretion:
          may_give:
            Kulanz: {who: Annahme, gives: Nachlass, up_to: 40 € pro Fall, above: Katharina, answers_within: 2 Stunden}
        escalation:
          direct: {Post vom Anwalt: {to: Katharina, reply: none, within: 1 Stunde}}
        """,
        head,
    )
    assert (
        shown
        == dedent(
            """
        ## Was wir geben dürfen

        **40 € pro Fall:** **Annahme**: Nachlass. Was darüber hinausgeht, entscheidet Katharina innerhalb von 2 Stunden.

        **Sofort rufen**

        | Wann | Was du tust | Wen du rufst |
        | --- | --- | --- |
        | Post vom Anwalt | Nicht antworten. | **Katharina**, innerhalb einer Stunde |

        ## Wen du rufst

        **Katharina:** Meisterin.
        """
        ).strip()
    )


# ---- one page --------------------------------------------------------------------------------------------------


def pages_of(policy: Policy) -> int:
    return len(pypdf.PdfReader(BytesIO(card(policy, "pdf"))).pages)


def left_out(policy: Policy) -> str:
    foot = card(policy, "markdown").decode().rsplit("\n---\n", 1)[1]
    return next((line for line in foot.splitlines() if line.startswith("Left out")), "")


POLICIES = [
    *(pytest.param(example(name), id=name) for name in EXAMPLES),
    pytest.param(starter(), id="starter"),
    *(pytest.param(policy_of(path), id=path.stem) for path in UNTIDY),
]


@pytest.mark.parametrize("policy", POLICIES)
def test_every_card_is_one_page(policy: Policy) -> None:
    assert pages_of(policy) == 1


LARGE = {
    "many promises": "standards:\n" + "".join(f"  Promise {i} of ours: within {i} days\n" for i in range(1, 200)),
    "many speeches": "tone:\n  samples:\n" + "".join(f"    Case {i}: {'Well said. ' * i}\n" for i in range(1, 60)),
    "long speeches": "tone:\n  samples:\n" + "".join(f"    Case {i}: {'Well said. ' * 400}\n" for i in range(5)),
    "many dangers": "escalation:\n  direct:\n" + "".join(f"    Case {i} of a kind: Rosa\n" for i in range(90)),
    "many gifts": "discretion:\n  may_give:\n" + "".join(f"    Gift {i}: a token up to £{i}\n" for i in range(1, 90)),
    "many facts": "facts:\n" + "".join(f"  Fact {i}: {'It is so. ' * 9}\n" for i in range(90)),
    "wide letters": "facts:\n" + "".join(f"  WMW{i}: {'MW WM ' * 20}\n" for i in range(60)),
}


@pytest.mark.parametrize("language", ["en-GB", pytest.param("en-US", marks=pytest.mark.hostile)])
@pytest.mark.parametrize("text", LARGE.values(), ids=LARGE)
def test_a_card_with_too_much_is_one_page_too(text: str, language: str) -> None:
    title = "A long title " * 15
    head = f"policyctl: 1\npolicy: {{title: {title}, organisation: O, currency: GBP, language: {language}}}\n"
    policy = read_policy(text, head)
    assert pages_of(policy) == 1
    assert left_out(policy)


def test_the_foot_counts_what_has_no_room_and_says_where_it_stands() -> None:
    samples = "".join(f"    Case {i}: {'Well said. ' * 20}\n" for i in range(30))
    ladders = "".join(f"    Step {i}: {{triggers: They ask, out_of_hours: Ring us at nine}}\n" for i in range(25))
    policy = read_policy(f"tone:\n  title: Our tone\n  samples:\n{samples}escalation:\n  ladders:\n{ladders}")
    told = "Left out for want of room, and in the handbook: Who takes it further (25 notes), Our tone (26 samples)."
    assert left_out(policy) == told


def size_of(policy: Policy) -> str:
    """The name of the size of type that a card is set in."""
    return view(policy, kind="card").length


def test_a_card_is_set_in_the_largest_type_that_holds_all_of_it() -> None:
    facts = [f"  Fact {i}: It is so, and it has been so for long.\n" for i in range(200)]
    sizes = [size_of(read_policy("facts:\n" + "".join(facts[:most]))) for most in (1, 50, 70, 90, 200)]
    assert sizes == ["brief", "short", "medium", "long", "long"]


def kept(name: str) -> dict[str, str]:
    """The parts of the card of an example, each under its heading."""
    body = card(example(name), "markdown").decode().rsplit("\n---\n", 1)[0]
    return {part.splitlines()[0]: part for part in body.split("\n## ")[1:]}


def test_each_part_of_a_full_card_keeps_what_is_of_most_use() -> None:
    parts = kept("harbour-lane-books")
    assert list(parts) == [
        "What you may give", "Whom you call", "What we promised", "What you say", "What they ask",
    ]  # fmt: skip
    said = parts["What you say"]
    assert said.count("“") - parts["What you say"].partition("**Never:**")[2].count("“") >= 3
    assert "**A book arrives damaged:**" in said
    assert "**Handing over:**" in said
    assert "“calm down”" in said
    assert parts["What we promised"].count("business hour") >= 3
    assert (
        "**Call 999 first, then Edwin. Everything else waits.**"
        in card(example("harbour-lane-books"), "markdown").decode()
    )


def test_a_small_sheet_has_a_card_too() -> None:
    policy = read_policy("brand: {paper: A5}\nfacts: {Parcels: We keep them for 14 days}\n")
    assert pages_of(policy) == 1
