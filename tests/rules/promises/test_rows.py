"""Promises are laid out as rows: what each is about, for whom, how soon, and after what."""

import pytest
from tests.rules.judging import HEAD, TODAY

from policyctl.meaning.promises.cases import milestone_of
from policyctl.meaning.promises.rows import Row, rows
from policyctl.rules import RuleContext
from policyctl.schema import read
from policyctl.schema.grammar.commitment import Firmness, Milestone
from policyctl.schema.quantities import Clock
from policyctl.source import read as read_source

PLANS = """
channels:
  - Email
  - Telephone 020 7946 0112
customers:
  Agency: The large plan
  Solo: The small plan
priorities:
  Urgent: Nothing works
  Normal:
    else: yes
"""


def laid_out(sections: str) -> dict[str, Row]:
    policy = read(read_source(f"{sections}\npolicyctl: 1\n{HEAD}".encode(), "policy.yaml").data).policy
    assert policy
    return {row.name: row for row in rows(RuleContext(policy, TODAY))}


def lengths(row: Row) -> list[tuple[str | None, str | None]]:
    return [(each.case_name, str(each.length) if each.length else None) for each in row.limits]


def test_every_promise_has_a_row_wherever_it_stands() -> None:
    found = laid_out(
        "standards:\n  Post:\n    rows:\n      Letters: within 3 days\n      Parcels: We ring first.\n"
        "procedures:\n  A fall:\n    says: Help.\n    promises:\n      A chair: within 1 minute\n"
        "complaints:\n  stages:\n    Ours:\n      steps:\n        A letter: within 5 days\n"
        "  outside:\n    The court:\n      limits: within 1 month of our letter\n"
    )
    assert {name: row.home for name, row in found.items()} == {
        "Letters": ("standards",),
        "Parcels": ("standards",),
        "A chair": ("procedures", "A fall"),
        "A letter": ("complaints", "stages", "Ours"),
    }


def test_a_case_of_two_kinds_is_neither_of_them_alone() -> None:
    row = laid_out(f"{PLANS}standards:\n  Replies:\n    within:\n      Agency, Urgent: 1 hour\n")["Replies"]
    assert [(each.section, each.means) for each in row.limits] == [(None, "agency,urgent")]


def test_each_limit_comes_with_its_case_and_its_place() -> None:
    row = laid_out(
        f"{PLANS}standards:\n  Replies:\n    within:\n      Urgent: 1 hour\n      agency: 2 hours\n"
        "      phone: at once\n      If you are blind: 10 minutes after the time of it\n"
    )["Replies"]
    assert [(each.section, each.means) for each in row.limits] == [
        ("priorities", ("priorities", "Urgent")),
        ("customers", ("customers", "Agency")),
        ("channels", ("channels", 1)),
        (None, "ifyouareblind"),
    ]
    assert lengths(row)[2:] == [("phone", None), ("If you are blind", "10 minutes")]
    assert row.limits[3].start.words == "the time of it"
    assert row.limits[0].pointer == ("standards", "Replies", "within", "Urgent")


def test_a_multiple_of_another_promise_has_its_length_case_by_case() -> None:
    found = laid_out(
        "standards:\n  First reply:\n    within:\n      Urgent: 1 hour\n      Normal: 2-4 hours\n"
        "  Next reply: 2 x First reply\n  Third reply: twice as long as Next reply\n"
        "  Fourth:\n    within:\n      Urgent: 2 x First reply\n      Normal: 2 days\n"
    )
    assert lengths(found["Next reply"]) == [("Urgent", "2 hours"), ("Normal", "4-8 hours")]
    assert lengths(found["Third reply"]) == [("Urgent", "4 hours"), ("Normal", "8-16 hours")]
    assert lengths(found["Fourth"]) == [("Urgent", "2 hours"), ("Normal", "2 days")]


def test_a_multiple_of_nothing_or_of_itself_has_no_length() -> None:
    found = laid_out("standards:\n  Eggs: 2 x Hens\n  Hens: 2 x Eggs\n  Cocks: 2 x Nothing at all\n")
    assert [lengths(row) for row in found.values()] == [[(None, None)]] * 3


@pytest.mark.parametrize(
    ("name", "moment"),
    [
        ("First reply", Milestone.FIRST_REPLY), ("First reply by email", Milestone.FIRST_REPLY),
        ("Acknowledgement", Milestone.ACKNOWLEDGE), ("Full written answer", Milestone.FULL_REPLY),
        ("Ringing you back", Milestone.CALL_BACK), ("Answer the phone", Milestone.PICK_UP),
        ("Eingangsbestätigung", Milestone.ACKNOWLEDGE), ("Rückruf", Milestone.CALL_BACK), ("Lösung", Milestone.RESOLVE),
        ("Answer", None), ("Antwort", None), ("The first reply that counts", None), ("A fixed price", None),
    ],
)  # fmt: skip
def test_a_name_tells_the_moment_where_it_tells_nothing_else(name: str, moment: Milestone | None) -> None:
    assert milestone_of(name) is moment


def test_a_row_is_about_what_its_group_is_about() -> None:
    found = laid_out(
        f"{PLANS}standards:\n  First reply:\n    rows:\n      Agency plan:\n        for: Agency\n"
        "        within: 1 hour\n      Solo:\n        for: Solo\n        within: 2 hours\n"
        "  Answers by email:\n    channels: Email\n    rows:\n      Resolution: within 3 hours\n"
        "  Potholes:\n    rows:\n      Inspected: within 1 day\n"
    )
    agency, solo, resolution, potholes = found.values()
    assert [agency.milestone, solo.milestone, resolution.milestone] == [
        Milestone.FIRST_REPLY,
        Milestone.FIRST_REPLY,
        Milestone.RESOLVE,
    ]
    assert agency.case.about == solo.case.about == resolution.case.about != potholes.case.about
    assert not agency.case.meets(solo.case)
    assert agency.case.meets(resolution.case)


@pytest.mark.parametrize(
    "apart",
    ["topic: Late bags", "when: It is late", "unless: It is gone", "not_for: Solo", "for: Solo", "channels: Telephone"],
)
def test_topic_condition_channel_and_kind_of_customer_keep_promises_apart(apart: str) -> None:
    found = laid_out(
        f"{PLANS}standards:\n  Reply:\n    within: 1 hour\n    for: Agency\n    channels: Email\n"
        f"  Replies:\n    within: 2 hours\n    {apart}\n"
    )
    one, other = found.values()
    assert not one.case.meets(other.case)


@pytest.mark.parametrize(
    ("after", "key"),
    [
        ("received", ""), ("receiving your letter", ""), ("it reaches us", ""), ("you tell us", ""), ("receipt", ""),
        ("the day on which we receive it", ""), ("your request", ""), ("Eingang deiner Nachricht", ""),
        ("Acknowledge", ("standards", "Acknowledge")), ("the acknowledge", ("standards", "Acknowledge")),
        ("we agree it", "weagreeit"), ("the day on which we have all we need", "dayonwhichwehaveallweneed"),
    ],
)  # fmt: skip
def test_what_a_limit_is_counted_after(after: str, key: object) -> None:
    found = laid_out(f"standards:\n  Acknowledge: within 1 day\n  Reply:\n    within: 2 days\n    after: {after}\n")
    assert found["Reply"].start.key == key
    assert found["Reply"].start.words == after


@pytest.mark.parametrize(
    ("where", "clock"),
    [
        ("standards:\n  intro: We count working days.\n  items:\n    Reply: within 2 days", Clock.WORKING),
        (
            "standards:\n  Post:\n    notes: All of it in opening hours.\n    rows:\n      Reply: 2 hours",
            Clock.BUSINESS,
        ),
        ("standards:\n  Reply:\n    within: 2 hours\n    note: Weekends included.", Clock.CALENDAR),
        ("hours: We count Werktage.\nstandards:\n  Reply: within 2 days", Clock.WORKING),
        ("standards:\n  Reply: within 2 days", None),
    ],
)
def test_the_clock_may_be_told_once_in_words(where: str, clock: Clock | None) -> None:
    assert laid_out(where)["Reply"].clock is clock


def test_how_firmly_and_to_whom_is_stated_or_told() -> None:
    found = laid_out(
        "standards:\n  A:\n    says: We aim to answer.\n    public: yes\n"
        "  B:\n    says: We try hard.\n    audience: staff\n  C:\n    says: We answer.\n"
    )
    assert [(row.firmness, row.public) for row in found.values()] == [
        (Firmness.AIM, True),
        (Firmness.TRY, False),
        (None, None),
    ]
