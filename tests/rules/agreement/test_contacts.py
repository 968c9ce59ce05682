"""Numbers, addresses, roles and recordings in sentences are those that the policy has."""

import pytest
from tests.rules.judging import found, said

HOUSE = """
channels:
  Phone: 01632 960 112
  Email: help@harbour.example
  Door: {kind: in-person, address: "4 Battery Steps, Saltreach"}
roles: {Nurse: {people: Lin Ogawa}, General manager: {people: Hester Lowrie}}
privacy: {recordings: "%s"}
facts:
  Where we are: "%s"
"""


def _found(words: str, recordings: str = "We record no calls.") -> list[str]:
    return found("figures-disagree", HOUSE % (recordings, words))


def test_the_finding_shows_the_other_place() -> None:
    told = said(HOUSE % ("We record nothing.", "Ring 01632 960 121 for anything."))
    expected = (
        "8 warning figures-disagree: “01632 960 121” is said here, and a number that is nearly the same stands in"
        " another place. The other stands in line 2. Write the same in both places, or mend whichever is out of date."
    )
    assert [line for line in told if "figures-disagree" in line] == [expected]


@pytest.mark.parametrize(
    "words",
    [
        "Ring (01632) 960113 for anything.",
        "Write to help@harbour.com for anything.",
        "Come to 14 Battery Steps.",
        "Ask for Lin Ogawa, our general manager.",
        "Ask for Hester Lowrie (the nurse) at the desk.",
    ],
)
def test_what_is_nearly_the_same_is_not_the_same(words: str) -> None:
    assert _found(words) == ["8"]


@pytest.mark.parametrize(
    "words",
    [
        "Ring 01632 960 112, or +44 1632 960 112 from abroad.",
        "The ombudsman is on 0300 111 3000.",
        "Write to books@harbour.example for a catalogue.",
        "Come to 4 Battery Steps. The car park is at 14 Market Street.",
        "Ask for Lin Ogawa, our nurse, or for Hester Lowrie.",
        "Lin Ogawa helps the general manager.",
    ],
)
def test_what_is_the_same_and_what_is_another_is_left_alone(words: str) -> None:
    assert _found(words) == []


def test_a_call_is_recorded_or_it_is_not() -> None:
    assert _found("This call is recorded.") == ["8"]
    assert _found("This call is not recorded.") == []
    assert _found("This call is recorded.", "We record calls, and say so.") == []
