"""Whatever is given in prose, on a ladder or in a quiz is held against what may be given; in doubt nothing is said."""

import pytest
from tests.rules.judging import HEAD, found, said

_MAY = (
    "roles:\n  Adviser: {title: Answers the telephone, people: Bea Lund}\n  Packer: In the store\n"
    "  Lead: {people: Tom Hale, leads: yes}\ndiscretion:\n  may_give:\n"
    "    Kindness: {who: Adviser, gives: [a refund, a voucher], up_to: £20 per case, above: Lead}\n"
    "    More: {who: Lead, gives: a refund or a voucher, over: £20 per case, up_to: £200 per case}\n"
)
_SHARES = (
    "roles:\n  Adviser: a\ndiscretion:\n  may_give:\n    Money off: {who: Adviser, gives: a discount, up_to: 10%}\n"
)


def _told(policy: str, head: str = HEAD) -> list[str]:
    return found("more-than-may-be-given", policy, head)


@pytest.mark.parametrize(
    "policy",
    [
        "escalation:\n  ladders:\n    Cross:\n      levels:\n        - {role: Lead, may: Refunds up to £500}\n",
        "escalation:\n  ladders:\n    Cross:\n      levels:\n        - {role: Adviser, may: More}\n",
        "facts:\n  Late parcels: Bea may give a voucher up to £50 without asking.\n",
        "rollout:\n  what_changes: Advisers may refund up to £40 now.\n",
        "complaints:\n  stages:\n    One: {by: Adviser, letter: That a £45 voucher is enclosed}\n",
        "training:\n  quiz:\n    How much may you give?: {answer: £50, covers: Kindness}\n",
        "training:\n  quiz:\n    Who may give a refund of £90?: {answer: An adviser, covers: Kindness}\n",
        "training:\n  quiz:\n    Somebody wants £90 back. Whom do you ask?: {answer: Nobody, covers: Kindness}\n",
        "procedures:\n  Late:\n    - do: Take a £45 voucher from the drawer\n      by: Adviser\n",
        "procedures:\n  Late:\n    - do: Enclose a voucher worth £45\n      by: Adviser\n",
        "procedures:\n  Late:\n    - {do: Say sorry, by: Adviser}\n    - {do: Send a voucher, gives: £45}\n",
        "tone:\n  samples:\n    Late: I'm sorry. A £45 voucher is on its way.\n",
    ],
)
def test_more_than_may_be_given_is_found_wherever_it_stands(policy: str) -> None:
    assert len(_told(_MAY + policy)) == 1


@pytest.mark.parametrize(
    "policy",
    [
        "escalation:\n  ladders:\n    Cross:\n      levels:\n        - {role: Lead, may: Refunds up to £200}\n",
        "escalation:\n  ladders:\n    Cross:\n      levels:\n        - {role: Lead, may: Kindness}\n",
        "facts:\n  Late parcels: Bea may give a voucher up to £20 without asking.\n",
        "facts:\n  Late parcels: Bea may give a voucher up to £50 if Tom agrees.\n",
        "facts:\n  Late parcels: Tom may give a voucher up to £50.\n",
        "facts:\n  Insurance: Bea can look after parcels of up to £500.\n",
        "changelog:\n  - {version: 2, what: Bea may give up to £50.}\n",
        "training:\n  quiz:\n    How much may you give?: {answer: £20, covers: Kindness}\n",
        "training:\n  quiz:\n    Who may give a refund of £90?: {answer: Tom, covers: Kindness}\n",
        "training:\n  quiz:\n    Somebody wants £15 back. Whom do you ask?: {answer: Nobody, covers: Kindness}\n",
        "procedures:\n  Late:\n    - do: Refund the £45 that they paid\n      by: Adviser\n",
        "procedures:\n  Late:\n    - do: Sell the £45 gift box\n      by: Packer\n",
        "tone:\n  samples:\n    Late: I'm sorry. A £45 voucher is on its way. Tom Hale\n",
        "remedies:\n  Late: A £45 voucher\ntone:\n  samples:\n    Late: Your £45 voucher is on its way.\n",
    ],
)
def test_what_is_owed_or_allowed_or_no_gift_is_left_alone(policy: str) -> None:
    assert _told(_MAY + policy) == []


@pytest.mark.parametrize(
    ("step", "count"),
    [
        ("{do: Take 20% off, by: Adviser}", 1),
        ("{do: Take 10% off, by: Adviser}", 0),
        ("{do: Say sorry, gives: a discount of 15%, by: Adviser}", 1),
        ("{do: Check that 95% of it is there, by: Adviser}", 0),
        ("{do: Say sorry, gives: a discount of £15, by: Adviser}", 0),
    ],
)
def test_shares_of_a_price_are_compared_with_shares(step: str, count: int) -> None:
    assert len(_told(f"{_SHARES}procedures:\n  Late:\n    - {step}\n")) == count


def test_german_sentences_and_answers_are_read() -> None:
    may = (
        "roles:\n  Auskunft: {people: Lina Vogt}\n  Leitung: {leads: ja}\ndiscretion:\n  may_give:\n"
        "    Kulanz: {who: Auskunft, gives: [Gutschein, Erstattung], up_to: 15 € pro Fall, above: Leitung}\n"
    )
    head = f"{HEAD}  language: de\n"
    assert len(_told(may + "facts:\n  Kulanz: Die Auskunft darf Gutscheine bis zu 40 € geben.\n", head)) == 1
    assert _told(may + "facts:\n  Kulanz: Die Auskunft darf Gutscheine bis zu 15 € geben.\n", head) == []
    quiz = "training:\n  quiz:\n    Wie viel darf die Auskunft geben?: {{answer: {}, covers: Kulanz}}\n"
    assert len(_told(may + quiz.format("80 €"), head)) == 1
    assert _told(may + quiz.format("15 €"), head) == []


def test_both_figures_and_both_places_are_shown() -> None:
    quiz = "training:\n  quiz:\n    How much may you give?: {answer: £50, covers: Kindness}\n"
    assert [line for line in said(_MAY + quiz) if "more-than" in line] == [
        (
            "11 warning more-than-may-be-given: This answer lets “Adviser” give £50, and “Adviser” may give no more "
            "than £20 according to “Kindness”. The other stands in line 7. "
            "Correct the answer, or the limit under `may_give`."
        )
    ]


def test_an_example_gives_no_more_than_its_row() -> None:
    example = "examples: [{case: A, gives: %s}]"
    row = f"discretion:\n  may_give:\n    More: {{who: Lead, gives: money off, up_to: £250, {example}}}\n"
    people = "roles:\n  Lead: {people: Tom Hale, leads: yes}\n"
    assert _told(people + row % "£320 off the bill") == ["5"]
    assert _told(people + row % "£120 off the bill") == []
    assert _told(people + row % "£20 off a bill of £400") == []
