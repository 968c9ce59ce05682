"""Names that lead nowhere or are misspelt are told; plain words about people and times are not."""

import pytest
from tests.rules.judging import HEAD, rules, said

_ROLES = """\
roles:
  Care lead:
    people: Maria Odell
    leads: yes
  Adviser:
    people:
      - Lena Marsh
      - Sam Oduya
discretion:
  ask: {}
"""


def test_a_misspelt_name_comes_with_the_one_that_was_meant() -> None:
    assert said(_ROLES.format("Care led")) == [
        (
            "10 error unknown-reference: “Care led” is not one of the roles. "
            "Did you mean “Care lead”? If not, add “Care led” under `roles`."
        )
    ]


def test_a_misspelt_person_is_a_misspelt_name() -> None:
    assert said(_ROLES.format("Maria Odel")) == [
        (
            "10 error unknown-reference: “Maria Odel” is not one of the roles. "
            "Did you mean “Maria Odell”? If not, add “Maria Odel” under `roles`."
        )
    ]


def test_of_two_names_in_one_text_the_unknown_one_is_named() -> None:
    assert said(_ROLES.format("Maria or Bernadette")) == [
        (
            "10 error unknown-reference: “Bernadette” is not one of the roles. "
            "Write one of these: Care lead, Adviser; or add “Bernadette” under `roles`."
        )
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Care lead", "care-lead", "the Care lead", "Maria", "Sam or Lena", "Maria and the Adviser", "Advisers",
        "The Adviser who had the case", "Adviser (in the week)", "everybody", "whoever is at the till", "anyone",
        "Maria, or whoever is nearest", "somebody who has not met the customer", "the customer", "all staff",
    ],
)  # fmt: skip
def test_a_role_may_be_spoken_of_as_people_do(words: str) -> None:
    assert said(_ROLES.format(words)) == []


@pytest.mark.parametrize("words", ["Deputy care lead", "Adviser 2", "Director", "the night porter"])
def test_a_role_that_is_nowhere_written_is_told(words: str) -> None:
    assert rules(_ROLES.format(words)) == ["10 unknown-reference"]


def test_without_roles_people_are_plain_words() -> None:
    assert said("discretion:\n  ask: the manager on duty") == []


def test_names_that_differ_in_their_figures_alone_are_listed_and_not_guessed() -> None:
    priorities = "priorities:\n  Level 1: At once\n  Level 2: Today\n"
    assert said(f"{priorities}standards:\n  First reply:\n    priorities: Level 3\n    within: 1 hour") == [
        (
            "6 error unknown-reference: “Level 3” is not one of the priorities. "
            "Write one of these: Level 1, Level 2; or add “Level 3” under `priorities`."
        )
    ]


def test_a_name_in_a_section_that_is_not_there_is_told() -> None:
    assert said("standards:\n  First reply:\n    channels: Email\n    within: 1 hour") == [
        (
            "3 error unknown-reference: “Email” is named, and this policy has no channels yet. "
            "Add `channels`, with “Email” below it."
        )
    ]


def test_all_names_in_a_section_that_is_not_there_are_told_once() -> None:
    replies = "  First reply:\n    channels: [Email, Phone]\n    within: 1 hour\n  Visits:\n    channels: Counter\n"
    assert said(f"standards:\n{replies}") == [
        (
            "3 error unknown-reference: “Email”, “Phone” and “Counter” are named, and this policy has no channels yet. "
            "Add `channels`, with each of them on a line below it."
        )
    ]


def test_a_name_that_is_missing_is_told_once_and_a_misspelt_one_wherever_it_stands() -> None:
    policy = "channels:\n  Email: care@lane.example\nstandards:\n" + "".join(
        f"  Row {number}:\n    channels: {{0}}\n    says: We will.\n" for number in range(3)
    )
    assert said(policy.format("Fax")) == [
        (
            "5 error unknown-reference: “Fax” is not one of the channels, here and in 2 more places. "
            "Write one of these: Email; or add “Fax” under `channels`."
        )
    ]
    assert rules(policy.format("Emial")) == [f"{line} unknown-reference" for line in (5, 8, 11)]


def test_a_comparison_may_be_with_a_metric_a_goal_or_a_promise() -> None:
    named = "standards:\n  First reply: within 4 hours\nmetrics:\n  Repeat rate: Who returns"
    policy = f"benchmarks:\n  Page & Co:\n    metric: {{}}\n{named}"
    assert said(policy.format("First reply")) == []
    assert said(policy.format("Price")) == [
        (
            "3 error unknown-reference: “Price” is not one of the metrics, goals or standards. "
            "Write one of these: Repeat rate, First reply; or add “Price” under `metrics`."
        )
    ]


def test_a_ladder_is_looked_for_among_ladders_and_direct_routes() -> None:
    procedure = "procedures:\n  Late parcels:\n    escalation: Angry people\n    steps: Say sorry.\n"
    assert said(f"{procedure}escalation:\n  direct:\n    Safety: Rosa") == [
        (
            "3 error unknown-reference: “Angry people” is not one of the ladders, direct routes or roles. "
            "Write one of these: Safety; or add “Angry people” under `escalation: ladders`."
        )
    ]


def test_what_a_group_says_for_its_rows_is_told_once() -> None:
    policy = """
channels:
  - Phone 020 7946 0112
standards:
  By email:
    channels: Fax
    rows:
      First reply: within 4 hours
      Full reply: within 2 days
"""
    assert rules(policy) == ["5 unknown-reference"]


@pytest.mark.parametrize(
    ("hours", "expected"), [("by appointment", []), ("Shop", []), ("Shopp", ["5 unknown-reference"])]
)
def test_hours_may_be_a_set_or_by_appointment(hours: str, expected: list[str]) -> None:
    assert rules(f"hours:\n  Shop: Mon-Sat 9:00-17:30\nchannels:\n  Counter:\n    hours: {hours}") == expected


@pytest.mark.parametrize("words", ["schools in the north", "Resellers", "by the end of the day"])
def test_loose_references_are_nobodys_mistake(words: str) -> None:
    assert said(f"standards:\n  First reply:\n    for: {words}\n    within: 1 hour") == []


_TEAM = "roles:\n  Hannah: Owner\n  Duty manager: [Dana Reid]\n  Lena: Barista\n  Finn: Cook\n"
_STEP = _TEAM + "procedures:\n  A cold coffee:\n    - {}\n"
_GERMAN = "roles:\n  Uwe: Inhaber\n  Brandt: Geselle\nprocedures:\n  Streit:\n    - {}\n"


def test_it_is_told_once_with_the_name_that_was_meant() -> None:
    assert said(_STEP.format("Ask Hanna, and then tell Hanna.")) == [
        "8 info name-misspelt: “Hanna” is nobody here. Did you mean “Hannah”? If not, add “Hanna” under `roles`."
    ]


@pytest.mark.parametrize(
    "sentence", ["Ring the duty manger", "Fetch Hannnah", "Ring Dama Reid", "Ask Hannah or Lema", "Ask Hanhah"]
)
def test_one_letter_is_wrong_missing_or_too_many(sentence: str) -> None:
    assert rules(_STEP.format(sentence)) == ["8 name-misspelt"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ask Hannah", "Take Hannah's keys", "Find the order first", "Ask Hans", "Ask Lena", "Tell the duty managers",
        "Ask whoever is there to manage it", "{say: Good morning Hanna}", "Put it in a lens cloth", "Ask Anna",
    ],
)  # fmt: skip
def test_other_words_are_left_alone(sentence: str) -> None:
    assert rules(_STEP.format(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Bei Uve nachfragen", ["6 name-misspelt"]),
        ("Bei Uwe nachfragen", []),
        ("Uwes Schlüssel nehmen", []),
        ("Bei Brand die 112 rufen", []),
    ],
)
def test_german_nouns_are_no_names(sentence: str, found: list[str]) -> None:
    assert rules(_GERMAN.format(sentence), f"{HEAD}  language: de\n") == found


def test_a_colleague_whose_name_is_alike_is_a_colleague() -> None:
    assert rules("roles:\n  Lena: Barista\n  Lina: Cook\nprocedures:\n  Late:\n    - Ask Lena and Lina") == []


@pytest.mark.parametrize(
    ("approver", "told"),
    [
        ("Hana", ["5 warning unknown-reference: “Hana” is nobody here, and is taken for somebody from outside."]),
        ("The members' board", []),
        ("Hannah", []),
    ],
)  # fmt: skip
def test_an_approver_who_is_a_letter_off_a_colleague_is_asked_about(approver: str, told: list[str]) -> None:
    head = HEAD.replace("policy:\n", f"policy:\n  approver: {approver}\n")
    found = said("roles:\n  Hannah: Owner", head)
    assert [line.split(" Did")[0] for line in found if "nobody here" in line] == told


def test_other_languages_are_left_alone() -> None:
    assert rules(_STEP.format("Demander à Hanna"), f"{HEAD}  language: fr\n") == []


@pytest.mark.parametrize(
    ("sentences", "told"),
    [
        (["Etwas Grünes steht im Beet.", "Geh um das Beet, und frag dann Beet selbst."], []),
        (["Frag zuerst Beet."], ["4 name-misspelt"]),
    ],
)
def test_a_noun_with_an_article_is_no_name(sentences: list[str], told: list[str]) -> None:
    listed = "".join(f"  - {sentence}\n" for sentence in sentences)
    policy = f"roles:\n  Beat: Inhaber\nalways:\n{listed}"
    assert [each for each in rules(policy, f"{HEAD}  language: de\n") if "misspelt" in each] == told


@pytest.mark.parametrize(
    ("sentence", "hint"),
    [
        ("It goes to the care lead and never to an adviser", "Write `ask: Care lead`, and the sentence itself at"),
        ("Never an adviser: ask the care lead", "Write `ask: Care lead`, and the sentence itself at"),
        ("Never the care lead alone", "Write at `ask` which of them is meant, “Care lead”, and the sentence itself at"),
    ],
)
def test_a_sentence_does_not_mean_whom_it_leaves_out(sentence: str, hint: str) -> None:
    (line,) = said(_ROLES.format(f'"{sentence}"'))
    assert f"is not one of the roles. {hint} `note`, each on a line of its own." in line
