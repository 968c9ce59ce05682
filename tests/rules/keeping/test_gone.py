"""Who has left and what was given up is told where the policy still counts on it; what came back is not."""

import pytest
from tests.rules.judging import HEAD, found, said

_GERMAN = f"{HEAD}  language: de\n"

_ROLES = """
roles:
  Ana: Adviser
  Bea:
    title: Owner
    people: Bea Marsh
    until: {}
escalation:
  ladders:
    Unhappy customers:
      triggers: Somebody asks for more
      levels: [Ana, Bea]
tone:
  samples:
    Late: {{say: "I am sorry. Bea will ring you tomorrow."}}
"""


def test_somebody_whose_last_day_is_over_is_told_once_with_the_places() -> None:
    assert [line for line in said(_ROLES.format("31 March 2026")) if " gone" in line] == [
        (
            "11 info gone: The last day of “Bea” was 31 March 2026, and this still counts on them, as well as in "
            "“Late”. The other stands in line 6. Name somebody who is here now, or mend the last day."
        )
    ]


def test_one_of_several_people_may_leave() -> None:
    policy = """
roles:
  Adviser: {{people: ["Maria Odell (until {} 2026)", Ana Marsh]}}
escalation:
  ladders:
    Unhappy customers:
      triggers: Somebody asks for more
      levels: [Ana, Maria Odell]
"""
    assert found("gone", policy.format("31 March")) == ["7"]
    assert found("gone", policy.format("31 December")) == []
    assert found("gone", policy.format("31 February")) == []


def test_somebody_who_leaves_later_is_still_here() -> None:
    assert found("gone", _ROLES.format("31 March 2027")) == []


def test_somebody_who_is_named_nowhere_is_left_alone() -> None:
    policy = _ROLES.format("31 March 2026").replace("[Ana, Bea]", "Ana").replace("Bea will", "Ana will")
    assert found("gone", policy) == []


def test_a_retired_policy_may_name_whom_it_likes() -> None:
    assert found("gone", _ROLES.format("31 March 2026"), f"{HEAD}  status: retired\n") == []


_LOG = """
changelog:
  1.2:
    on: 1 May 2026
    what: {}
channels:
  Chat: https://shop.example/chat
  Moor Lane: {{kind: in-person, address: 4 Moor Lane}}
roles:
  Care lead: {{people: Maria Odell}}
facts:
  Help: {}
"""


def _told(change: str, fact: str, head: str = HEAD) -> list[str]:
    return found("gone", _LOG.format(change, fact), head)


@pytest.mark.parametrize(
    ("change", "fact"),
    [
        ("The Saturday chat was closed, since nobody used it.", "We are in the chat on Saturdays."),
        ("Moor Lane opens late, and the Saturday surgery there has ended.", "Come to Moor Lane on Saturday."),
        ("Deliveries on Mondays ended.", "We plan a delivery for each Monday."),
        ("The book bus was discontinued.", "The book bus comes to you."),
        ("We no longer sell gift cards.", "A gift card makes everybody happy."),
        ("The fax line was switched off in May.", "Ring us, or use the fax line."),
    ],
)
def test_what_the_change_log_gave_up_is_told_where_it_is_still_promised(change: str, fact: str) -> None:
    assert _told(change, fact) == ["11"]


@pytest.mark.parametrize(
    ("change", "fact"),
    [
        ("The Saturday chat was closed.", "We are in the chat on Mondays."),
        ("The Saturday chat was closed.", "There is no chat on Saturdays."),
        ("The book bus was discontinued.", "The book van comes to you."),
        ("The book bus was closed for a week.", "The book bus comes to you."),
        ("The reading room is closed on Mondays.", "Read in the reading room."),
        ("The trial ended.", "Every trial helps us."),
        ("Refunds were discontinued.", "Refunds are paid at once."),
        ("Chat answers within two minutes.", "Use the chat."),
    ],
)
def test_what_is_only_similar_or_closed_for_a_while_is_left_alone(change: str, fact: str) -> None:
    assert _told(change, fact) == []


def test_what_came_back_is_there() -> None:
    log = "changelog:\n  1.3: {on: 1 June 2026, what: The book bus is back.}\n"
    policy = _LOG.format("The book bus was discontinued.", "The book bus comes to you.").strip()
    assert found("gone", policy.replace("changelog:\n", log)) == []


def test_somebody_of_whom_the_change_log_says_that_they_left() -> None:
    assert _told("Maria Odell has left, and Ruth takes over.", "Ask Maria.") == ["11"]
    assert _told("Maria Odell has the care desk now.", "Ask Maria.") == []


@pytest.mark.parametrize(
    ("change", "fact", "told"),
    [
        ("Der Bücherbus wurde eingestellt; statt dessen kommt der Bote.", "Der Bücherbus kommt am Montag.", ["11"]),
        ("Der Bücherbus wurde eingestellt.", "Der Bücherbus kommt nicht mehr.", []),
        ("Das Fax ist abgestellt.", "Schreiben Sie uns ein Fax.", ["11"]),
        ("Das Haus ist am Montag geschlossen.", "Das Haus hat einen Garten.", []),
    ],
)
def test_what_was_given_up_in_german(change: str, fact: str, told: list[str]) -> None:
    assert _told(change, fact, _GERMAN) == told


_STAFF = """
roles:
  Reception: {people: [Dev Malhotra, Ellie Strand]}
  Vet: {people: [Imran Shah, Fiona Gilroy]}
pilot: {staff: "%s"}
"""


def test_somebody_in_a_list_of_colleagues_is_in_a_role() -> None:
    assert found("gone", _STAFF % "Carol, Ellie and Imran") == ["4"]
    assert found("gone", _STAFF % "Dev, Ellie and Imran") == []
    assert found("gone", _STAFF % "Ellie and one of the vets") == []
    assert found("gone", _STAFF % "Ellie on Mondays, and Reception") == []
    assert found("gone", _STAFF % "Carol") == []


def test_german_lists_of_colleagues() -> None:
    policy = """
roles:
  Hauswart: {people: [Dieter Kruse, Ralf Stamer]}
  Betreuung: {people: Murat Aydin}
pilot: {staff: "Murat und die Hauswarte Kruse und %s"}
"""
    assert found("gone", policy % "Nowicki", _GERMAN) == ["4"]
    assert found("gone", policy % "Stamer", _GERMAN) == []
