"""Every field of the language says which concept it becomes, and becomes it; what becomes none says why."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from policyctl.meaning import Meaning
from policyctl.meaning.concepts import (
    Ban,
    Charge,
    Concept,
    Dated,
    Deed,
    Grant,
    Handover,
    Measure,
    Mention,
    Presence,
    Promise,
    Saying,
    names_in,
)
from policyctl.meaning.figures import Bound
from policyctl.meaning.formatting import joined
from policyctl.meaning.lowering import LOWERED, Beside, Gap, Nothing, concepts, concepts_of, gaps
from policyctl.resources import examples
from policyctl.schema import Policy
from policyctl.schema.grammar.collection import part_in
from policyctl.schema.grammar.entry import Part
from policyctl.validation import read

TODAY = date(2026, 11, 23)
PAGE = Path(__file__).parent.parent.parent / "docs" / "meaning.md"
HEAD = "policyctl: 1\npolicy:\n  title: How we look after you\n  organisation: Harbour Lane Books\n  currency: GBP\n"


def _meaning(sections: str, head: str = HEAD) -> Meaning:
    reading = read(f"{head}{sections}".encode(), "policy.yaml")
    assert reading.policy, [finding.message for finding in reading.errors]
    return Meaning(reading.policy, TODAY)


# ---- the table ---------------------------------------------------------------------------------------------------


def _kinds(part: type[Part], seen: set[type[Part]]) -> set[type[Part]]:
    if part not in seen:
        seen.add(part)
        for info in part.model_fields.values():
            if inner := part_in(info.annotation):
                _kinds(inner, seen)
    return seen


def _fields() -> Iterator[tuple[type[Part], str]]:
    """Every field of every part that holds no parts itself."""
    for part in sorted(_kinds(Policy, set()), key=lambda each: each.__name__):
        yield from ((part, name) for name, info in part.model_fields.items() if not part_in(info.annotation))


def test_every_field_of_the_language_says_what_it_becomes() -> None:
    fields = [*_fields()]
    assert len(fields) > 500
    assert [f"{part.__name__}.{field}" for part, field in fields if field not in LOWERED.get(part, {})] == []


def test_nothing_is_said_of_fields_that_are_not_there() -> None:
    fields = {*_fields()}
    assert [
        (part.__name__, field) for part, table in LOWERED.items() for field in table if (part, field) not in fields
    ] == []


def _of_a_kind(part: type[Part]) -> str:
    """What a part is called in the list: `how to complain`."""
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in part.__name__).strip()


def _to_nothing() -> Iterator[str]:
    """Each reason with the fields that it holds for, and where it holds only for some that are called so."""
    holders: dict[str, list[type[Part]]] = {}
    reasons: dict[str, dict[str, list[type[Part]]]] = {}
    for part, field in _fields():
        holders.setdefault(field, []).append(part)
        lowered = LOWERED[part][field]
        if isinstance(lowered, Nothing):
            reasons.setdefault(lowered.why, {}).setdefault(field, []).append(part)
    for why, fields in reasons.items():
        yield f"- {why}: {', '.join(_told(field, here, holders[field]) for field, here in fields.items())}."


def _told(field: str, here: list[type[Part]], holders: list[type[Part]]) -> str:
    others = [part for part in holders if part not in here]
    if not others:
        return f"`{field}`"
    if len(here) > 2 * len(others):
        return f"`{field}` (but not of {joined([*map(_of_a_kind, others)])})"
    return f"`{field}` of {joined([*map(_of_a_kind, here)])}"


def test_the_page_lists_what_becomes_nothing_and_why() -> None:
    listed = PAGE.read_text(encoding="utf-8").partition("## What becomes of no concept\n")[2]
    assert [line for line in listed.splitlines() if line.startswith("- ")] == [*_to_nothing()]


@cache
def _bookshop() -> Meaning:
    """The example that uses every field of the language."""
    text = (examples() / "harbour-lane-books" / "policy.yaml").read_bytes()
    policy = read(text, "policy.yaml").policy
    assert policy
    return Meaning(policy, TODAY)


def test_every_field_that_becomes_a_concept_is_in_one() -> None:
    meaning = _bookshop()
    places = [concept.place.pointer for concept in concepts(meaning) if not isinstance(concept, Mention)]
    reached = {place[:length] for place in places for length in range(len(place) + 1)}
    silent = []
    for pointer, part in meaning.parts:
        for field in part.set_fields():
            lowered = LOWERED[type(part)].get(field)
            is_group = bool(getattr(part, "rows", None))
            if lowered and not isinstance(lowered, Beside | Nothing) and not is_group and pointer not in reached:
                silent.append((pointer, field))
    assert silent == []


def test_every_concept_bears_its_place_its_reader_and_its_subject() -> None:
    meaning = _bookshop()
    whole = [pointer for pointer, _ in (*meaning.values, *meaning.parts)]
    written = {pointer[:length] for pointer in whole for length in range(len(pointer) + 1)}
    found = concepts(meaning)
    assert {type(each) for each in found} == {
        Promise, Grant, Handover, Deed, Saying, Ban, Charge, Presence, Measure, Dated, Mention,
    }  # fmt: skip
    assert [each.place for each in found if each.place.pointer not in written] == []
    sentences = [each for each in found if each.sentence and not isinstance(each, Mention)]
    assert [each.sentence for each in sentences if not each.subject.stems | each.subject.matters] == []
    resolved = [name.pointer for each in found for name in names_in(each) if name.pointer]
    assert len(resolved) > 150
    assert {*resolved} <= {pointer for pointer, _ in meaning.parts}


# ---- each concept ------------------------------------------------------------------------------------------------


def _one(kind: type[Concept], sections: str) -> Any:
    (concept,) = concepts_of(kind, _meaning(sections))
    return concept


PROMISES = """
channels: {Email: care@harbour.example}
priorities: {Urgent: It cannot wait, Normal: {else: yes}}
standards:
  Answers:
    channels: email
    when_missed: We say why.
    rows:
      First reply:
        says: We aim to answer the same morning.
        within: {Urgent: 1 business hour, Normal: 4 business hours}
        after: your message arrives
        met: 95%
        public: yes
      Next reply: within 2 x First reply
"""


def test_a_promise_is_there_once_for_each_case_with_all_that_its_group_says() -> None:
    urgent, normal, next_urgent, next_normal = concepts_of(Promise, _meaning(PROMISES))
    assert urgent.place.pointer == ("standards", "Answers", "rows", "First reply", "within", "Urgent")
    assert (urgent.name, urgent.sentence) == ("Answers, First reply", "We aim to answer the same morning.")
    assert [name.text for name in urgent.situation.channels] == ["Email"]
    assert [name.pointer for name in urgent.situation.priorities] == [("priorities", "Urgent")]
    assert [str(limit.value) for limit in (*urgent.limits, *normal.limits)] == ["1 business hour", "4 business hours"]
    assert (urgent.milestone, urgent.firmness, urgent.public) == ("first-reply", "aim", True)
    assert (str(urgent.share), urgent.start, urgent.when_missed) == ("95%", "your message arrives", "We say why.")
    assert [str(each.limits[0].length) for each in (next_urgent, next_normal)] == [
        "2 business hours",
        "8 business hours",
    ]


def test_a_sentence_without_a_figure_is_a_promise_in_words() -> None:
    promise = _one(Promise, "standards:\n  - We always give you our name\n")
    assert (promise.limits, promise.sentence, promise.audience) == ((), "We always give you our name", "customers")


GRANTS = """
roles: {Adviser: {people: [Priya Nair, Joss Kerrigan]}, Care lead: {people: Maria Odell}}
discretion:
  may_give:
    Adviser: {gives: a refund, up_to: 20 per case, above: Maria, answers_within: 1 business hour}
    Gifts: {who: Joss, gives: a card, ask_first: care-lead}
"""


def test_what_may_be_given_knows_who_may_up_to_what_and_who_decides_above() -> None:
    refund, card = concepts_of(Grant, _meaning(GRANTS))
    assert [name.text for name in (*refund.who, *refund.above)] == ["Adviser", "Maria"]
    assert [name.pointer for name in refund.above] == [("roles", "Care lead")]
    assert refund.up_to
    assert (str(refund.up_to.amount), refund.gives, refund.owed) == ("£20", ("a refund",), False)
    assert [name.text for name in (*card.who, *card.ask_first)] == ["Joss", "Care lead"]


@pytest.mark.parametrize(
    ("sections", "gives", "owed"),
    [
        ("remedies: {Late: a £5 token}", ("a £5 token",), True),
        ("terms: {Returns: {within: 30 days, gives: your money}}", ("your money",), True),
        ("standards: {A new copy: {within: 3 days, remedy: £5}}", ("£5",), True),
        ("procedures: {Torn: [{do: Say sorry, gives: a card}]}", ("a card",), False),
        ("moments: {A call: {may_refund: Adviser}}", ("a refund",), False),
    ],
)
def test_whatever_a_customer_gets_is_a_grant(sections: str, gives: tuple[str, ...], *, owed: bool) -> None:
    grant = _one(Grant, sections)
    assert (grant.gives, grant.owed) == (gives, owed)


LADDER = """
roles: {Adviser: Jo, Care lead: {backup: Director}, Director: Ruth}
escalation:
  ladders:
    An unhappy customer:
      triggers: They ask for somebody else
      levels: [{role: Adviser, waits: 30 minutes}, {role: Care lead, backup: Director}]
      out_of_hours: Call the duty phone.
  direct:
    A legal threat: {to: Director, tell: Care lead, within: 1 hour, reply: none}
"""


def test_a_ladder_is_handed_on_level_by_level() -> None:
    stands_in, night, first, second, direct = concepts_of(Handover, _meaning(LADDER))
    assert [name.text for name in (*stands_in.giver, *stands_in.backup)] == ["Care lead", "Director"]
    assert (night.name, night.how) == ("An unhappy customer, Out of hours", "Call the duty phone.")
    assert (first.giver, [name.text for name in first.to], str(first.waits[0].value)) == ((), ["Adviser"], "30 minutes")
    assert [name.text for name in (*second.giver, *second.to, *second.backup)] == ["Adviser", "Care lead", "Director"]
    assert first.situation.when == second.situation.when == (("They ask for somebody else",),)
    assert [name.text for name in (*direct.to, *direct.told)] == ["Director", "Care lead"]
    assert direct.how == "nothing is replied"


STEPS = """
channels: [Phone, Email]
customers: {Schools: On account}
roles: {Adviser: Jo, Care lead: Maria}
procedures:
  A parcel is late:
    channels: Phone
    steps:
      - choose:
          - if: It is needed on a fixed day
            do: Send a second copy
            say: A second copy leaves today.
            avoid: It is in transit.
            by: Adviser
            within: 1 business hour
            for: Schools
            tell: Care lead
            record: The new day
          - else: Ask, and use the form
"""


def test_a_step_is_a_deed_in_the_case_of_all_that_stands_around_it() -> None:
    deed, other = concepts_of(Deed, _meaning(STEPS))
    assert (deed.name, deed.does) == ("A parcel is late, step 1, choice 1", "Send a second copy")
    assert [name.text for name in (*deed.who, *deed.tells)] == ["Adviser", "Care lead"]
    assert (deed.records, str(deed.limits[0].value)) == (("The new day",), "1 business hour")
    assert [name.text for name in (*deed.situation.channels, *deed.situation.customers)] == ["Phone", "Schools"]
    assert deed.situation.when == (("It is needed on a fixed day",),)
    assert other.situation.when == (("nothing above fits",),)


def test_of_several_cases_any_is_enough_and_cases_within_each_other_are_all_needed() -> None:
    steps = (
        "procedures:\n  Late:\n    - if: [A present, Needed today]\n"
        "      steps:\n        - {if: It is a school, do: Ring them}\n"
    )
    (deed,) = concepts_of(Deed, _meaning(steps))
    assert deed.situation.when == (("A present", "Needed today"), ("It is a school",))


def test_words_to_say_are_for_customers_and_words_to_avoid_are_not() -> None:
    say, avoid = concepts_of(Saying, _meaning(STEPS))
    assert (say.words, say.avoided, say.audience) == ("A second copy leaves today.", False, "customers")
    assert (avoid.words, avoid.avoided, avoid.audience) == ("It is in transit.", True, "staff")


@pytest.mark.parametrize(
    "sections",
    [
        "never: Argue",
        "never: {Argue: {because: It is no use.}}",
        "discretion: {nobody_may: Argue}",
        "procedures: {Torn: {steps: Say sorry., never: Argue}}",
        "privacy: {never_ask: Argue}",
        "conduct: {unacceptable: Argue}",
        "terms: {Returns: {within: 30 days, refuse: [Argue]}}",
    ],
)
def test_whatever_nobody_does_is_a_ban(sections: str) -> None:
    assert _one(Ban, sections).what == "Argue"


def test_what_always_holds_is_a_deed_and_no_ban() -> None:
    meaning = _meaning("always:\n  - do: Leave a case with whoever has it\n    unless: They are away\n")
    (deed,) = concepts_of(Deed, meaning)
    assert (deed.does, deed.situation.unless) == ("Leave a case with whoever has it", ("They are away",))
    assert concepts_of(Ban, meaning) == ()


@pytest.mark.parametrize(
    ("sections", "amounts"),
    [
        ("facts: {Postage: '£3.50, free above £40'}", ["£3.50", "£40"]),
        ("terms: {Returns: {within: 30 days, costs: You pay the postage}}", []),
        ("complaints: {says: Tell Nell., free_of_charge: yes}", []),
    ],
)
def test_whatever_costs_something_is_a_charge(sections: str, amounts: list[str]) -> None:
    assert [str(amount) for amount in _one(Charge, sections).amounts] == amounts


def test_a_fact_without_an_amount_is_something_to_count_on() -> None:
    meaning = _meaning("facts: {Steps: None at the front door}")
    assert [each.sentence for each in concepts_of(Promise, meaning)] == ["None at the front door"]
    assert concepts_of(Charge, meaning) == ()


HOURS = """
hours:
  Shop: {open: Mon-Tue 9:00-17:30, closed: {25 December: Christmas Day}}
channels: {Phone: 020 7946 0112, News: {kind: social, support: no}}
roles: {Adviser: {people: Jo Ware, rota: In the week}}
priorities: {Urgent: {means: Now, round_the_clock: yes}}
"""


def test_presence_says_who_is_there_when() -> None:
    adviser, shop, phone, news, urgent = concepts_of(Presence, _meaning(HOURS))
    assert [(one.day, one.opens, one.closes) for one in shop.week] == [
        ("Monday", "09:00", "17:30"),
        ("Tuesday", "09:00", "17:30"),
    ]
    assert shop.closed == ("25 December (Christmas Day)",)
    assert (phone.week, news.week, news.words) == (shop.week, (), "no help is given here")
    assert (adviser.words, urgent.words) == ("Jo Ware; In the week", "worked on round the clock")


def test_a_metric_a_goal_and_a_comparison_are_measures() -> None:
    meaning = _meaning(
        "metrics: {Reply time: {definition: Hours to a reply, better: lower, baseline: 7 hours, target: 4 hours}}\n"
        "goals: {Fast: {statement: Nobody waits., metrics: Reply time}}\n"
        "benchmarks: {Email: {who: Page, metric: Reply time, theirs: 1 day, ours: 4 hours, checked: 2026-01-10}}\n"
    )
    goal, comparison, metric = concepts_of(Measure, meaning)
    assert (str(metric.now[0].value), str(metric.target[0].value), metric.better) == ("7 hours", "4 hours", "lower")
    assert [name.pointer for name in goal.shown_by] == [("metrics", "Reply time")]
    assert [str(comparison.others[0].value), str(comparison.now[0].value)] == ["1 day", "4 hours"]
    assert [(each.what, str(each.date)) for each in concepts_of(Dated, meaning)] == [("Checked on", "10 January 2026")]


def test_a_figure_in_a_sentence_is_not_stated_and_bears_its_words() -> None:
    mention = _one(Mention, "tone: {samples: {Late: {say: You have the money within five working days.}}}")
    assert (mention.stated, mention.place.words, mention.bound) == (False, "five working days", Bound.AT_MOST)
    assert (str(mention.value), mention.audience, mention.name) == ("5 working days", "customers", "Late")


def test_what_customers_say_and_what_is_avoided_binds_nobody() -> None:
    sample = "tone: {samples: {Late: {customer: It took 5 days!, avoid: It takes 6 days., say: I am sorry.}}}"
    assert concepts_of(Mention, _meaning(sample)) == ()


GERMAN = """
policyctl: 1
policy: {title: So arbeiten wir, organisation: Lindenhof, language: de-DE, currency: EUR}
roles: {Annahme: Mehtap, Inhaber: Jörg}
standards: {Auf E-Mails antworten: {within: 1 Arbeitstag, milestone: first-reply}}
discretion: {may_give: {Kulanz: {who: Annahme, gives: ein Nachlass, up_to: 40 € pro Fall, above: Inhaber}}}
"""


def test_a_german_policy_becomes_the_same_concepts() -> None:
    meaning = _meaning(GERMAN, "")
    (promise,), (grant,) = concepts_of(Promise, meaning), concepts_of(Grant, meaning)
    assert (str(promise.limits[0].value), promise.milestone) == ("1 working day", "first-reply")
    assert grant.up_to
    assert (str(grant.up_to.amount), [name.text for name in grant.above]) == ("€40", ["Inhaber"])


# ---- what is not understood --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sections", "words", "why"),
    [
        (
            "standards: {Special orders: {within: as fast as the post}}",
            "as fast as the post",
            "in words, so no figure is compared with it",
        ),
        (
            "complaints: {stages: {Answer: {extension: {told_by: 2 days before it was due}}}}",
            "2 days before it was due",
            "in words, of which “2 days” is read",
        ),
        (
            "hours: {Shop: whenever the light is on}",
            "whenever the light is on",
            "hours in words, by which nothing is reckoned",
        ),
        (
            "hours: {open: Mon 9:00-17:00, closed: [When it snows]}",
            "When it snows",
            "a closed day in words, by which nothing is reckoned",
        ),
        (
            "standards: {First reply: {rows: {A: within 1 day, B: within 2 days}}, Next reply: within 2 x First reply}",
            "2 x First reply",
            "a multiple of what is not one length of time, so no figure is compared with it",
        ),
        (
            "roles: {Jo: Adviser}\nescalation: {to: Maria}",
            "Maria",
            "a name that the policy does not explain",
        ),
    ],
)
def test_what_is_not_understood_is_told_with_its_words(sections: str, words: str, why: str) -> None:
    found = gaps(_meaning(sections))
    assert [(gap.place.words, gap.why) for gap in found] == [(words, why)]


@pytest.mark.parametrize(
    "sections",
    [
        "standards: {Call back: within ten minutes after the time of it}",
        "escalation: {direct: {The press: {to: Ruth, reply: Say that she rings.}}}",
        "escalation: {to: Maria}",
        "standards: {Special orders: on the day we agreed}",
    ],
)
def test_what_is_meant_to_be_words_is_no_gap(sections: str) -> None:
    found: tuple[Gap, ...] = gaps(_meaning(sections))
    assert found == ()
