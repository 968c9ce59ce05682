"""The short forms, collections and groups of the language: every value that a policy holds."""

from textwrap import dedent

import pytest

from policyctl.schema import Policy, names, parts, read, walk
from policyctl.schema.sections.people import ChannelKind
from policyctl.source import read as read_source

HEAD = "policyctl: 1\npolicy: {title: T, organisation: O}\n"


def policy_of(text: str) -> Policy:
    source = read_source((HEAD + dedent(text)).encode(), "policy.yaml")
    assert source.findings == ()
    reading = read(source.data)
    assert reading.policy, reading.problems
    return reading.policy


def told(text: str) -> list[str]:
    """Every value with the way to it, without the head."""
    shown = (
        ("/".join(map(str, pointer)), type(value).__name__, str(value)) for pointer, value in walk(policy_of(text))
    )
    return [f"{way} {kind}: {value}" for way, kind, value in shown if not way.startswith("policy")]


FORMS = {
    "an entry may be one sentence": (
        """
        values:
          A word for everybody: Also in a queue
        """,
        [
            "values/A word for everybody/name Text: A word for everybody",
            "values/A word for everybody/means Text: Also in a queue",
        ],
    ),
    "an entry may be a name alone": (
        """
        channels:
          At the till:
        """,
        ["channels/At the till/name Text: At the till"],
    ),
    "people alone are those who hold a role": (
        """
        roles:
          Nurses: [Dawn, Priti]
        """,
        [
            "roles/Nurses/name Text: Nurses",
            "roles/Nurses/people/0 Text: Dawn",
            "roles/Nurses/people/1 Text: Priti",
        ],
    ),
    "a list of names": (
        """
        channels:
          - At the till
          - Phone 020 7946 0112
        """,
        [
            "channels/0/name Text: At the till",
            "channels/1/name Text: Phone",
            "channels/1/address/0 Address: 020 7946 0112",
        ],
    ),
    "a list of sentences": (
        """
        never:
          - Argue about two pounds.
        """,
        ["never/0/do Text: Argue about two pounds."],
    ),
    "a colon in a list item makes a name and a text": (
        """
        facts:
          - Postage: £3.50, free above £40
        """,
        ["facts/0/name Text: Postage", "facts/0/says Text: £3.50, free above £40"],
    ),
    "a sentence that a colon broke in two is whole again": (
        """
        goals:
          Keep them:
            note: Fine
        procedures:
          Off:
            done_when:
              - Either: they smile
        """,
        [
            "goals/Keep them/name Text: Keep them",
            "goals/Keep them/note Text: Fine",
            "procedures/Off/name Text: Off",
            "procedures/Off/done_when/0 Text: Either: they smile",
        ],
    ),
    "words around a collection, and its entries under items": (
        """
        facts:
          intro: Ask us.
          notes: More at the till.
          items:
            Parcels: Kept for 14 days
        """,
        [
            "facts/intro Text: Ask us.",
            "facts/notes Text: More at the till.",
            "facts/items/Parcels/name Text: Parcels",
            "facts/items/Parcels/says Text: Kept for 14 days",
        ],
    ),
    "a procedure may be a bare list of steps, with an if in any": (
        """
        procedures:
          Off:
            - Say sorry.
            - if: It is late
              do: Ask Rosa
            - choose:
                - if: A gift
                  do: Wrap it
                - else: Offer the money
        """,
        [
            "procedures/Off/name Text: Off",
            "procedures/Off/steps/0/do Text: Say sorry.",
            "procedures/Off/steps/1/do Text: Ask Rosa",
            "procedures/Off/steps/1/if/0 Text: It is late",
            "procedures/Off/steps/2/choose/0/do Text: Wrap it",
            "procedures/Off/steps/2/choose/0/if/0 Text: A gift",
            "procedures/Off/steps/2/choose/1/do Text: Offer the money",
            "procedures/Off/steps/2/choose/1/else Flag: yes",
        ],
    ),
    "a promise may be a limit alone": (
        """
        standards:
          Serve: within 3 minutes
          Put it right: the same day
          Speak up: We always give you our name
        """,
        [
            "standards/Serve/name Text: Serve",
            "standards/Serve/within Duration: 3 minutes",
            "standards/Put it right/name Text: Put it right",
            "standards/Put it right/on SameDay: the same day",
            "standards/Speak up/name Text: Speak up",
            "standards/Speak up/says Text: We always give you our name",
        ],
    ),
    "limits by case, each with its own clock": (
        """
        standards:
          First reply:
            within:
              Urgent: 1 business hour
              Normal: the same day
        """,
        [
            "standards/First reply/name Text: First reply",
            "standards/First reply/within/Urgent Mention: Urgent",
            "standards/First reply/within/Urgent Duration: 1 business hour",
            "standards/First reply/within/Normal Mention: Normal",
            "standards/First reply/within/Normal SameDay: the same day",
        ],
    ),
    "limits and news by plan and severity, and by plan alone": (
        """
        standards:
          News:
            within:
              Enterprise: {Severity 1: 1 hour}
              Basic: 2 days
            every:
              Enterprise: {Severity 1: 30 minutes}
        """,
        [
            "standards/News/name Text: News",
            "standards/News/rows/Enterprise/name Text: Enterprise",
            "standards/News/rows/Enterprise/within/Severity 1 Mention: Severity 1",
            "standards/News/rows/Enterprise/within/Severity 1 Duration: 1 hour",
            "standards/News/rows/Enterprise/every/Severity 1 Mention: Severity 1",
            "standards/News/rows/Enterprise/every/Severity 1 Frequency: every 30 minutes",
            "standards/News/rows/Basic/name Text: Basic",
            "standards/News/rows/Basic/within Duration: 2 days",
        ],
    ),
    "a list with a stem": (
        """
        standards:
          How we speak:
            stem: We will
            rows:
              - give you our name
        """,
        [
            "standards/How we speak/name Text: How we speak",
            "standards/How we speak/stem Text: We will",
            "standards/How we speak/rows/0/says Text: give you our name",
        ],
    ),
    "one set of hours needs no name": (
        """
        hours: Mon-Sat 7:00-21:00 and Sun 8:00-18:00
        """,
        ["hours/0/open Week: Mon-Sat 7:00-21:00, Sun 8:00-18:00"],
    ),
    "one set of hours with closed days": (
        """
        hours:
          open: Mon-Fri 9:00-17:00
          closed:
            2026-12-25: Christmas Day
        """,
        [
            "hours/0/open Week: Mon-Fri 9:00-17:00",
            "hours/0/closed/2026-12-25/name Text: 2026-12-25",
            "hours/0/closed/2026-12-25/about Text: Christmas Day",
        ],
    ),
    "a gift says its limit in one sentence": (
        """
        discretion:
          may_give:
            Jo: a refund or a replacement up to £15
        """,
        [
            "discretion/may_give/Jo/name Text: Jo",
            "discretion/may_give/Jo/gives/0 Giving: a refund or a replacement",
            "discretion/may_give/Jo/up_to Allowance: £15",
        ],
    ),
    "so it does beside other parts, unless they say it": (
        """
        discretion:
          may_give:
            Jo: {gives: a refund up to £15, above: Rosa}
            Rosa: {gives: a refund up to £15, up_to: by judgement}
        """,
        [
            "discretion/may_give/Jo/name Text: Jo",
            "discretion/may_give/Jo/gives/0 Giving: a refund",
            "discretion/may_give/Jo/up_to Allowance: £15",
            "discretion/may_give/Jo/above/0 RoleRef: Rosa",
            "discretion/may_give/Rosa/name Text: Rosa",
            "discretion/may_give/Rosa/gives/0 Giving: a refund up to £15",
            "discretion/may_give/Rosa/up_to Words: by judgement",
        ],
    ),
    "by whom and by when are both plain English": (
        """
        complaints:
          stages:
            Answer:
              by: Rosa
              steps:
                A letter:
                  by: noon on Friday
        """,
        [
            "complaints/stages/Answer/name Text: Answer",
            "complaints/stages/Answer/by/0 RoleRef: Rosa",
            "complaints/stages/Answer/steps/A letter/name Text: A letter",
            "complaints/stages/Answer/steps/A letter/by/0 By: noon on Friday",
        ],
    ),
    "what everybody asks may have a list for its answer": (
        """
        facts:
          Ways to pay:
            - Weekly or monthly
            - By card, or cash
        """,
        [
            "facts/Ways to pay/name Text: Ways to pay",
            "facts/Ways to pay/says Text: - Weekly or monthly\n- By card, or cash",
        ],
    ),
    "a limit may be a single word that says it": (
        "standards: {Answer the phone: Directly}",
        [
            "standards/Answer the phone/name Text: Answer the phone",
            "standards/Answer the phone/within Words: Directly",
        ],
    ),
    "a level may say how long it waits": (
        "escalation: {ladders: {A site is down: {levels: ['Duty engineer, 15 minutes at night']}}}",
        [
            "escalation/ladders/A site is down/name Text: A site is down",
            "escalation/ladders/A site is down/levels/0/note Text: at night",
            "escalation/ladders/A site is down/levels/0/role/0 RoleRef: Duty engineer",
            "escalation/ladders/A site is down/levels/0/waits Duration: 15 minutes",
        ],
    ),
    "notice is the least, whether its author says so again or not": (
        """
        standards:
          Planned work: {notice: at least 48 hours, before: the work}
        """,
        [
            "standards/Planned work/name Text: Planned work",
            "standards/Planned work/notice Duration: 48 hours",
            "standards/Planned work/before Text: the work",
        ],
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_what_an_author_writes_is_what_the_policy_says(form: str) -> None:
    text, values = FORMS[form]
    assert told(text) == values


def test_rows_inherit_what_their_group_says_and_keep_what_they_say_themselves() -> None:
    text = """
        standards:
          In writing:
            public: yes
            met: 95%
            rows:
              First: {within: 4 hours, met: 90%}
              Next: {within: 8 hours}
    """
    policy = policy_of(text)
    assert policy.standards
    (group,) = policy.standards
    assert [(row.name, str(row.met), bool(row.public)) for row in group.rows or ()] == [
        ("First", "90%", True),
        ("Next", "95%", True),
    ]


def test_what_a_row_inherits_is_told_once() -> None:
    text = "standards: {G: {met: 95%, rows: {A: within 4 hours, B: within 8 hours}}}"
    assert [line for line in told(text) if "95%" in line] == ["standards/G/met Share: 95%"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Phone", ChannelKind.PHONE),
        ("School line", None),
        ("E-Mail", ChannelKind.EMAIL),
        ("At the till", ChannelKind.IN_PERSON),
    ],
)
def test_a_channel_called_phone_is_a_phone(name: str, kind: ChannelKind | None) -> None:
    channels = policy_of(f"channels:\n  - {name}\n").channels
    assert channels
    assert channels.rows[0].means() is kind


def test_a_name_is_found_in_any_spelling_and_a_person_finds_the_role() -> None:
    text = """
        roles:
          Care lead: {people: [Maria Odell]}
          Samir and Jo: Shop assistants
        policy_owner: x
    """.replace("        policy_owner: x\n", "")
    index = names(parts(policy_of(text)))
    spellings = ("care-lead", "CARE LEAD", "Maria Odell", "maria", "Jo", "Shop assistants")
    found = [
        index.found[("roles", spelling.casefold().replace(" ", "").replace("-", ""))].entry.name
        for spelling in spellings
    ]
    assert found == ["Care lead"] * 4 + ["Samir and Jo"] * 2


def test_a_policy_and_its_collections_cannot_be_changed() -> None:
    policy = policy_of("values: {Kind: Always}")
    with pytest.raises(Exception, match="frozen"):
        setattr(policy.policy, "title", "another")  # noqa: B010 (mypy refuses the plain form, as it should)
    assert policy.values
    assert hash(policy.values) == hash(policy_of("values: {Kind: Always}").values)
    assert policy.values == policy_of("values: {Kind: Always}").values


def test_hours_may_be_written_day_by_day() -> None:
    text = """
        hours:
          Mon-Fri: 9:00-17:30
          Sat: 10:00-16:00
          Sun: closed
    """
    assert told(text) == ["hours/0/open Week: Mon-Fri 9:00-17:30, Sat 10:00-16:00, Sun closed"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("currency: gbp", "GBP"), ("language: de_AT", "de-AT"), ("timezone: Europe/Berlin", "Europe/Berlin")],
)
def test_codes_are_read_in_the_letters_that_they_are_usually_written_in(written: str, meant: str) -> None:
    source = read_source(HEAD.replace("O}", f"O, {written}}}").encode(), "policy.yaml")
    policy = read(source.data).policy
    assert policy
    assert getattr(policy.policy, written.split(":", maxsplit=1)[0]) == meant


def test_what_was_called_otherwise_before_is_read_as_what_it_is_called_now() -> None:
    text = """
        complaints:
          records: Six years
          how_to_complain: {channels: Email}
        procedures:
          One:
            - use: Two
        hours: {Shop: {hours: Mon 9-5}}
        discretion: {may_give: {Bev: {gives: a refund, under: £5}, Cy: {gives: a refund, from: £5}}}
    """
    assert told(text) == [
        "hours/Shop/name Text: Shop",
        "hours/Shop/open Week: Mon 9:00-17:00",
        "procedures/One/name Text: One",
        "procedures/One/steps/0/go_to/0 ProcedureRef: Two",
        "discretion/may_give/Bev/name Text: Bev",
        "discretion/may_give/Bev/gives/0 Giving: a refund",
        "discretion/may_give/Bev/up_to Allowance: under £5",
        "discretion/may_give/Cy/name Text: Cy",
        "discretion/may_give/Cy/gives/0 Giving: a refund",
        "discretion/may_give/Cy/over Allowance: from £5",
        "complaints/how_to_complain/ways/0 Way: Email",
        "complaints/logged Text: Six years",
    ]
