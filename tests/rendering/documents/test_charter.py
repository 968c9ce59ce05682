"""The charter: what customers are promised, and nothing that is not for them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from tests.pages import below, colliding, lone_headings, outside, read_pages
from tests.printed import EXAMPLES, TODAY, everything_in, example, policy_of, squeezed, starter, text_of

from policyctl import resources
from policyctl.meaning.model import Meaning
from policyctl.meaning.public import public
from policyctl.meaning.texts import Reader
from policyctl.rendering.formats import render
from policyctl.rendering.language import Language
from policyctl.rendering.view import view
from policyctl.schema import Policy, read
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.commitment import Commitment
from policyctl.schema.grammar.entry import Audience, Entry, Part
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.texts import Text
from policyctl.schema.quantities import Words
from policyctl.schema.sections.head import Head
from policyctl.source import read as read_source

HEAD = "policyctl: 1\npolicy: {title: T, organisation: O, currency: GBP, owner: Rosa}\n"
MARK = "ZQXMARKED"
UNTIDY = sorted(Path("tests/cases/untidy").glob("*.yaml"))


def charter(policy: Policy, *formats: str) -> dict[str, bytes]:
    shown = view(policy, kind="charter")
    words = Language(shown.language).translations
    return render("charter", shown, formats, templates=resources.templates(), catalogue=words)


def read_policy(text: str) -> Policy:
    source = read_source((HEAD + dedent(text)).encode(), "policy.yaml")
    policy = read(source.data).policy
    assert source.findings == ()
    assert policy
    return policy


def page(text: str) -> str:
    """The charter in Markdown, between its title and its foot."""
    whole = charter(read_policy(text), "markdown")["markdown"].decode()
    return whole.split("# What you can expect from us\n", 1)[1].rsplit("\n---\n", 1)[0].strip()


def all_policies() -> list[Any]:
    named = [pytest.param(example(name), id=name) for name in EXAMPLES]
    first = pytest.param(starter(), id="starter")
    return [*named, first, *(pytest.param(policy_of(path), id=path.stem) for path in UNTIDY)]


# ---- what it says ----------------------------------------------------------------------------------------------

CHARTERS = {
    "the cases of a promise stand in their author's order, none larger than another": (
        """
        standards:
          A fix:
            milestone: resolve
            within: {Down: 1 hour round the clock, Stuck: 2 working days, A wish: while we plan}
            when_missed: We say why.
        """,
        """
        ## Our promises

        **A fix**. If we miss it, we say why.

        **Down:** within 1 calendar hour. **Stuck:** within 2 working days. **A wish:** while we plan.
        """,
    ),
    "a promise in figures stands behind them, and a sentence of its author is its name": (
        """
        standards:
          Answer the phone: within 6 rings
          Emails:
            when_missed: We say why.
            rows:
              First reply:
                says: You get an answer from a person.
                firmness: aim
                within: {Urgent: 1 hour, Normal: 4 business hours}
                met: 95%
          How we speak:
            stem: We will
            rows: [give you our name, listen first]
        """,
        """
        ## Our promises

        6 rings

        **Answer the phone**.

        **Emails**

        **You get an answer from a person**. We aim for this, in 95% of cases.

        **Urgent:** within 1 hour. **Normal:** within 4 business hours.

        If we miss it, we say why.

        **How we speak**

        We will give you our name; listen first.
        """,
    ),
    "a complaint has dated steps, and ends outside": (
        """
        complaints:
          how_to_complain: {says: Tell anyone who works here., ways: Phone, within: 12 months, after: the problem}
          stages:
            Our answer:
              says: Rosa looks into it.
              steps:
                You hear from us: {within: 2 working days, after: it reaches us}
              letter: How to appeal
          outside:
            The ombudsman:
              for: Complaints that we could not settle
              limits: within 6 months of our answer
              free: yes
          free_of_charge: yes
          logged: In the red book
          learning: We read all of them in May.
        """,
        """
        ## If you are not happy

        Tell anyone who works here. **Within 12 months** after the problem.

        - Phone

        Complaining costs nothing.

        1. **Our answer.** Rosa looks into it. **2 working days:** You hear from us, counted from when it reaches us.
        2. **The ombudsman.** Complaints that we could not settle. **Within 6 months** after our answer. Asking costs nothing.
        """,
    ),
    "how to reach us is where and when; what is asked of customers is gathered from where it is said": (
        """
        hours: {Shop: {open: Mon-Fri 9:00-17:00, closed: {25 December 2026: Christmas Day}}}
        channels:
          Phone: {address: 020 7946 0112, hours: Shop, alternatives: Email}
          Noticeboard: {kind: social, support: no}
        facts:
          Postage: £3.50, free above £40
          Deposit: £5
        topics:
          Damaged books: {about: Torn or wet., customer_part: Tell us on the day.}
        conduct:
          we_ask: Speak as you would like to be spoken to.
          steps: End the call.
        """,
        """
        ## What everybody asks

        **Postage** £3.50, free above £40. **Deposit** £5.

        ## How to reach us

        | Way | Where | Open |
        | --- | --- | --- |
        | Phone | [020 7946 0112](tel:02079460112) | Mon–Fri 09:00 to 17:00 |

        **Shop:** Closed on 25 December 2026 (Christmas Day).

        ## What we ask of you

        - Speak as you would like to be spoken to.
        - **Damaged books:** Tell us on the day.
        """,
    ),
    "staff's part of a policy leaves nothing behind": (
        """
        mission: We mend what you have.
        roles: {Rosa: Owner}
        always: [Give your name.]
        standards:
          Answer the phone: within 6 rings
          Leave the office tidy: {within: 1 day, public: no, remedy: £5 into the tin}
          Night desk: {audience: staff, rows: {Wake Rosa: within 5 minutes}}
        discretion: {may_give: {Rosa: a refund up to £20}}
        """,
        """
        We mend what you have.

        ## Our promises

        6 rings

        **Answer the phone**.
        """,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "shown"), CHARTERS.values(), ids=CHARTERS)
def test_what_customers_read(text: str, shown: str) -> None:
    assert page(text) == dedent(shown).strip()


def test_the_foot_names_nobody_inside() -> None:
    whole = charter(read_policy("standards: {Answer the phone: within 6 rings}\n"), "markdown", "html")
    assert whole["markdown"].decode().rstrip().endswith("---\n\nT.")
    assert "Rosa" not in whole["html"].decode()


PAGES = {"corner-shop": 1, "starter": 1, "fahrradwerkstatt-lindenhof": 2, "harbour-lane-books": 4}


@pytest.mark.parametrize(("name", "most"), PAGES.items())
def test_a_charter_is_short_enough_to_be_read(name: str, most: int) -> None:
    pages = read_pages(charter(example(name), "pdf")["pdf"])
    assert len(pages) <= most
    assert below(pages, 9) == []
    assert outside(pages) == []
    assert colliding(pages) == []
    assert lone_headings(pages) == []


def test_every_public_promise_of_a_full_policy_is_told() -> None:
    policy = public(example("harbour-lane-books"))
    shown = squeezed(text_of("html", charter(policy, "html")["html"]))
    names = [row.says or row.named() for row in policy.standards or () if not row.rows]
    inner = [each.says or each.named() for row in policy.standards or () for each in row.rows or ()]
    assert [name for name in (*names, *inner) if squeezed(name.rstrip(".")) not in shown] == []


# ---- nothing that is not public ----------------------------------------------------------------------------------


def marked(value: Any, chosen: set[int]) -> Any:
    """The same value, in which the chosen texts end with a mark."""
    if isinstance(value, Part):
        fields = {name: marked(each, chosen) for name, each in value.set_fields().items()}
        return value.model_copy(update={name: new for name, new in fields.items() if new is not getattr(value, name)})
    if isinstance(value, Collection):
        around = {key: marked(getattr(value, key), chosen) for key in ("title", "intro", "stem", "notes")}
        rows = tuple(marked(row, chosen) for row in value)
        return value.model_copy(update={**around, "rows": rows})
    if isinstance(value, Limits):
        return type(value)(tuple((marked(case, chosen), marked(bound, chosen)) for case, bound in value))
    if isinstance(value, tuple):
        return tuple(marked(each, chosen) for each in value)
    if isinstance(value, Words):
        return replace(value, words=value.words + MARK) if id(value.words) in chosen or id(value) in chosen else value
    return type(value)(value + MARK) if isinstance(value, Text) and id(value) in chosen else value


def texts_in(value: Any) -> Iterator[Any]:
    """Every text below a value, names of entries too."""
    if isinstance(value, Part):
        for each in value.set_fields().values():
            yield from texts_in(each)
    elif isinstance(value, Collection):
        yield from texts_in((value.title, value.intro, value.stem, value.notes, *value))
    elif isinstance(value, Limits):
        yield from texts_in(tuple(each for pair in value for each in pair))
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_in(each)
    elif isinstance(value, (Text, Words)):
        yield value


ALWAYS_SHOWN = ("title", "organisation", "version")
CLOSED = (Audience.STAFF, Audience.LEADERS)


def is_closed(part: Any) -> bool:
    return (isinstance(part, Entry) and part.audience in CLOSED) or (
        isinstance(part, Commitment) and part.public is not None and not part.public
    )


def not_public(policy: Policy) -> set[int]:
    """The texts that customers may not read: those for staff, everything in what is closed, and names in the head."""
    meaning = Meaning(policy, TODAY)
    staff = {id(each.text) for each in meaning.texts.passages if each.reader is Reader.STAFF}
    head = {id(getattr(policy.policy, name)) for name in ("owner", "approver", "audience")}
    always = {id(getattr(policy.policy, name)) for name in ALWAYS_SHOWN} | {id(each) for each in texts_in(policy.brand)}
    closed = {id(text) for _, part in meaning.parts if is_closed(part) for text in texts_in(part)}
    return (staff | head | closed) - always


@pytest.mark.parametrize("policy", all_policies())
def test_no_text_that_is_not_public_reaches_customers(policy: Policy) -> None:
    chosen = not_public(policy)
    assert chosen
    whole = marked(policy, chosen)
    assert any(MARK in str(text) for text in texts_in(whole))
    for form, data in charter(whole, "markdown", "html", "docx").items():
        assert MARK not in everything_in(form, data), form


def test_nor_does_it_reach_the_pdf() -> None:
    policy = example("harbour-lane-books")
    data = charter(marked(policy, not_public(policy)), "pdf")["pdf"]
    assert squeezed(MARK) not in squeezed(text_of("pdf", data))


def closed_in_turn(policy: Policy, every: int, offset: int) -> Policy:
    """The policy in which every so many entries are for staff, with all that is in them marked."""
    count = 0

    def close(value: Any) -> Any:
        nonlocal count
        if isinstance(value, Collection):
            return value.model_copy(update={"rows": tuple(close(row) for row in value)})
        if isinstance(value, tuple) and value and isinstance(value[0], Part):
            return tuple(close(each) for each in value)
        if not isinstance(value, Part):
            return value
        if isinstance(value, Entry):
            count += 1
            if count % every == offset:
                opened: dict[str, Any] = {
                    name: None for name in ("audience", "public") if name in type(value).model_fields
                }
                inner = value.model_copy(update=opened)
                return marked(inner, {id(text) for text in texts_in(inner)}).model_copy(
                    update={"audience": Audience.STAFF}
                )
        fields = {name: close(each) for name, each in value.set_fields().items()}
        return value.model_copy(update=fields)

    closed: Policy = close(policy)
    return closed


@pytest.mark.parametrize("offset", range(3))
@pytest.mark.parametrize("policy", all_policies())
def test_what_an_author_keeps_to_staff_leaves_with_everything_in_it(policy: Policy, offset: int) -> None:
    """Every third entry is closed, whatever it is and wherever it stands."""
    shown = charter(closed_in_turn(policy, 3, offset), "markdown")["markdown"].decode()
    assert MARK not in shown


def test_an_open_row_of_a_closed_group_stays_by_itself() -> None:
    policy = read_policy(
        """
        standards:
          Behind the counter:
            public: no
            intro: For us.
            rows:
              Sweep: within 1 day
              Answer: {within: 2 days, public: yes}
        """
    )
    left = public(policy)
    assert left.standards
    assert [row.named() for row in next(iter(left.standards)).rows or ()] == ["Answer"]
    assert "For us" not in charter(policy, "markdown")["markdown"].decode()


def test_the_head_keeps_what_says_whose_it_is() -> None:
    policy = read_policy("standards: {Answer the phone: within 6 rings}\n")
    head: Head = public(policy).policy
    assert head.set_fields().keys() == {"title", "organisation", "currency"}
