"""A name of somebody who works here with one wrong letter in a sentence is told; other words are left alone."""

import pytest
from tests.rules.judging import HEAD, rules, said

_ROLES = "roles:\n  Hannah: Owner\n  Duty manager: [Dana Reid]\n  Lena: Barista\n  Finn: Cook\n"
_STEP = _ROLES + "procedures:\n  A cold coffee:\n    - {}\n"
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


def test_other_languages_are_left_alone() -> None:
    assert rules(_STEP.format("Demander à Hanna"), f"{HEAD}  language: fr\n") == []
