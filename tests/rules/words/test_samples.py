"""Samples are held against the promises and the bands that they belong to; in doubt nothing is said."""

import pytest
from tests.rules.judging import HEAD, rules, said

_REFUND = """
standards:
  Money back:
    within: 5 working days
    after: we agree it
  First reply:
    milestone: first-reply
    within:
      Urgent: 1 hour
      Normal: 4 hours
    after: received
priorities:
  Urgent: A day that cannot be moved
  Normal: All others
procedures:
  A refund:
    standards: [Money back, First reply]
    steps:
      - do: Tell them
        say: "{}"
"""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Your refund is with you within ten working days.", "“within ten working days” is more than “Money back”"),
        ("The money is back in 3 to 7 working days.", "“in 3 to 7 working days” is more than “Money back”"),
        ("You get your money within two working days.", "“within two working days” is less than “Money back”"),
        ("I answer you within 30 minutes.", "“within 30 minutes” is less than “First reply”"),
        ("You have a reply within 8 hours.", "“within 8 hours” is more than “First reply”"),
    ],
)
def test_another_time_than_the_promise_is_told(words: str, told: str) -> None:
    found = [line for line in said(_REFUND.format(words)) if "sample-against-promise" in line]
    assert len(found) == 1
    assert told in found[0]


@pytest.mark.parametrize(
    "words",
    [
        "Your refund is with you within five working days.",
        "The money takes up to five working days.",
        "I answer you within 2 hours.",
        "I ring you within ten minutes.",
        "You can bring it back within 30 days for a refund.",
        "Your refund left us two weeks ago.",
        "Your refund is with you within two weeks.",
        "We refund you, and close in ten minutes.",
    ],
)
def test_the_same_time_and_other_matters_are_left_alone(words: str) -> None:
    assert "sample-against-promise" not in " ".join(rules(_REFUND.format(words)))


def test_a_sample_belongs_to_the_procedure_that_it_names() -> None:
    promise = "standards:\n  Money back:\n    within: 5 working days\n    after: we agree it\n"
    procedure = "procedures:\n  A refund:\n    standards: Money back\n    steps: Say how much.\n"
    sample = "tone:\n  samples:\n    A refund:\n{}      say: Your money is back within ten working days.\n"
    assert rules(promise + procedure + sample.format("      procedure: A refund\n")) == ["13 sample-against-promise"]
    assert rules(promise + procedure + sample.format("")) == ["12 figures-disagree"]


def test_a_promise_of_the_procedure_itself_counts() -> None:
    policy = """
procedures:
  A refund:
    promises:
      Money back:
        within: 5 working days
        after: we agree it
    steps:
      - do: Tell them
        say: Your money is back within ten working days.
"""
    assert rules(policy) == ["9 sample-against-promise"]


def test_german_samples_are_held_against_their_promises() -> None:
    policy = """
standards:
  Erstattung:
    within: 5 Arbeitstage
    after: Eingang
procedures:
  Geld zurück:
    standards: Erstattung
    steps:
      - do: Sag es
        say: Sie haben Ihr Geld innerhalb von 10 Arbeitstagen.
"""
    assert rules(policy, f"{HEAD}  language: de\n") == ["10 sample-against-promise"]


_BANDS = """
roles:
  Adviser: Whoever answers
  Director:
    title: Owner
    leads: yes
discretion:
  may_give:
    Put it right:
      who: Adviser
      gives: a voucher
      up_to: £20 per case
      above: Director
    More:
      who: Director
      gives: whatever is fair
      up_to: £500 per case
"""
_HEAD = f"{HEAD}  currency: GBP\n"


def _offers(words: str, step: str = "") -> list[str]:
    policy = f'{_BANDS}procedures:\n  Late:\n    - do: Say it\n{step}      say: "{words}"\n'
    return [line for line in rules(policy, _HEAD) if "more-than" in line]


@pytest.mark.parametrize("words", ["Please take a £30 voucher.", "Here is a gift card over £25.50 for you."])
def test_more_than_the_band_is_told(words: str) -> None:
    assert len(_offers(words)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Please take a £20 voucher.",
        "I've sent £114.99 back to your card.",
        "A voucher for €50 is on its way.",
        "Vouchers are in the drawer.",
    ],
)
def test_what_is_within_the_band_or_no_gift_is_left_alone(words: str) -> None:
    assert _offers(words) == []


@pytest.mark.parametrize("step", ["      ask: Director\n", "      by: Director\n"])
def test_with_leave_it_may_be_more(step: str) -> None:
    assert _offers("Please take a £30 voucher.", step) == []


def test_what_is_owed_is_no_gift() -> None:
    policy = f"{_BANDS}remedies:\n  Late: a £30 book token\ntone:\n  samples:\n    Late: A £30 book token is yours.\n"
    assert [line for line in rules(policy, _HEAD) if "more-than" in line] == []


_ANGRY = "    Cross about a parcel: I'm sorry. It leaves today.\n"
_OTHERS = "    No receipt: I'll gladly swap it.\n    Two trains: Yes, one is by the till.\n"


def _tone(sections: str, kind: str = "handbook") -> list[str]:
    head = f"{HEAD}  kind: {kind}\n  status: published\n"
    found = said(f"tone:\n{sections}", head, whole=True)
    return [line.split(": ", maxsplit=1)[1].split(".")[0] for line in found if "too-few-samples" in line]


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        (f"  samples:\n{_OTHERS}", ["The tone is shown by two samples, and it takes three"]),
        (f"  samples:\n{_OTHERS}    A letter: Thank you.\n", ["No sample shows what to say to somebody angry"]),
        (f"  samples:\n{_OTHERS}{_ANGRY}", []),
        (f"  moods:\n    Angry:\n      say: I hear you.\n  samples:\n{_OTHERS}", []),
        ("  sounds_like: A neighbour\n", []),
    ],
)
def test_a_handbook_shows_its_tone(sections: str, expected: list[str]) -> None:
    assert _tone(sections) == expected


def test_samples_are_asked_of_handbooks() -> None:
    assert _tone(f"  samples:\n{_OTHERS}", kind="charter") == []


_BAND = (
    "roles:\n  Amir: Shop assistant\n  Nell:\n    leads: yes\ndiscretion:\n  may_give:\n"
    "    Amir: a voucher up to £15\n  ask: Nell\ntone:\n  samples:\n    Late: {}\n"
)


@pytest.mark.parametrize(
    ("sample", "told"),
    [
        ("On £600 that is £60 discount, so £540 in all.", []),
        ("Your order was £100, and here is a voucher for £10.", []),
        ("Your order was £100, and here is a voucher for £20.", ["11 more-than-may-be-given"]),
    ],
)
def test_of_several_amounts_the_one_beside_the_gift_is_given_and_a_reckoning_gives_none(
    sample: str, told: list[str]
) -> None:
    assert [each for each in rules(_BAND.format(sample)) if "more-than-may-be-given" in each] == told
