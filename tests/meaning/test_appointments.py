"""Texts in, what they say of who is there when out."""

from datetime import date

import pytest

from policyctl.meaning import Meaning
from policyctl.meaning.appointments import statements
from policyctl.meaning.attendance import named_in, week_of_rota
from policyctl.meaning.figures import read_time
from policyctl.schema.quantities import Week, weeks_in
from policyctl.validation import validate

TODAY = date(2026, 11, 23)

_POLICY = """
policyctl: 1
policy: {{title: How we look after you, organisation: Harbour Lane Books}}
hours:
  Shop: {{open: Mon-Sat 9:00-17:30, closed: [25 December]}}
roles:
  Bookseller: {{people: [Ann Lee, May Grant], rota: Mon-Fri 9:00-17:00}}
  Van driver: {{people: Dr Sal Booth, rota: Tue-Fri 8:00-16:00}}
  Owner: {{people: Rosa Marsh}}
channels:
  Phone: {{address: 01632 960 112, hours: Shop}}
  Counter: {{kind: in-person, address: 1 Lane}}
facts:
  A word: >-
    {}
"""


def meaning(text: str = "Hello.") -> Meaning:
    """A policy that says so much."""
    policy = validate(_POLICY.format(text).encode(), "policy.yaml", today=TODAY).policy
    assert policy
    return Meaning(policy, TODAY)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ann and Rosa", ["Bookseller", "Owner"]),
        ("Booksellers know.", ["Bookseller"]),
        ("Dr Booth has the keys to the van.", ["Van driver"]),
        ("Ring Sal.", ["Van driver"]),
        ("May we come in?", []),
        ("Ask for May.", ["Bookseller"]),
        ("ann is a short word", []),
        ("Ann's desk", []),
        ("The shop has a telephone.", ["Shop", "Phone"]),
        ("Shop with us.", []),
    ],
)
def test_whom_a_sentence_names(text: str, who: list[str]) -> None:
    assert [each.name for each in named_in(text, meaning())] == who


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ann comes on Monday at nine.", [("Monday", "at", {0}, ()), ("nine", "at", {0}, (540, 1260))]),
        ("Ann is there until six in the morning.", [("six in the morning", "closes", set(), (360,))]),
        ("The shop closes at 18:00.", [("18:00", "closes", set(), (1080,))]),
        ("Ann is there at night.", [("at night", "night", set(), (180,))]),
        ("Ann is there at weekends.", [("at weekends", "at", {5, 6}, ())]),
        ("Ann is there Tuesday to Thursday.", [("Tuesday to Thursday", "at", {1, 2, 3}, ())]),
        ("Rosa comes on Monday at nine.", []),
        ("Ann is not there on Monday.", []),
        ("Ann comes on Monday, and Sal on Tuesday.", [("Monday", "at", {0}, ()), ("Tuesday", "at", {1}, ())]),
        ("The weather is fine on Monday.", []),
    ],
)
def test_when_somebody_is_said_to_be_there(text: str, said: list[tuple[str, str, set[int], tuple[int, ...]]]) -> None:
    found = statements(meaning(text))
    assert [(each.words, each.bound, set(each.days), each.times) for each in found] == said


@pytest.mark.parametrize(
    ("rota", "week"),
    [
        ("Mon-Fri 9:00-17:00", "Mon-Fri 9:00-17:00"),
        ("Mon-Fri 9:00-17:00 in turns", "Mon-Fri 9:00-17:00"),
        ("One of them on every day, 8:00-20:00", "Mon-Sun 8:00-20:00"),
        ("Two of them at any hour, one in each dale", "24/7"),
        ("Mo-Fr 8:00-18:00, abwechselnd", "Mon-Fri 8:00-18:00"),
        ("Ann Mon-Fri 9:00-17:00, Bo at weekends", None),
        ("Mon-Fri 9:00-17:00, then on call", None),
        ("Ann in the week", None),
    ],
)
def test_a_rota_is_a_week_if_it_says_no_more(rota: str, week: str | None) -> None:
    found = week_of_rota(rota)
    assert (str(Week(found)) if found else None) == week


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At the ramp, Montag bis Samstag 8 bis 17 Uhr", ["Montag bis Samstag 8 bis 17 Uhr"]),
        ("Deliveries: Tuesday to Saturday", ["Tuesday to Saturday"]),
        ("on Monday at nine", []),
        ("so 10-15 people do 3-4 tests", []),
        ("Mon-Fri 9-5 here", []),
    ],
)
def test_weeks_in_sentences(text: str, found: list[str]) -> None:
    assert [text[each.start : each.end] for each in weeks_in(text)] == found


@pytest.mark.parametrize(
    ("said", "minutes"),
    [("six in the morning", 360), ("six", 1080), ("acht morgens", 480), ("eight in the evening", 1200)],
)
def test_a_bare_hour_is_in_the_afternoon_unless_it_says_that_it_is_early(said: str, minutes: int) -> None:
    time = read_time(said)
    assert time
    assert time.minutes == minutes
