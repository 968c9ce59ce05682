"""Work that nobody is said to do is told."""

import pytest
from tests.rules.judging import HEAD, rules, said

_GERMAN = f"{HEAD}  language: de\n"


@pytest.mark.parametrize(
    ("policy", "line"),
    [
        ("procedures:\n  Late:\n    - The case will be escalated.", 3),
        ("procedures:\n  Late:\n    - do: The request must then be reviewed again", 3),
        ("procedures:\n  Late: The case is forwarded at once.", 2),
        ("complaints: You will be contacted.", 1),
        ("always:\n  - Each letter is looked into.", 2),
    ],
)
def test_work_that_nobody_does_is_told(policy: str, line: int) -> None:
    assert rules(policy) == [f"{line} passive-without-actor"]


@pytest.mark.parametrize(
    "policy",
    [
        "procedures:\n  Late:\n    - The case is escalated by whoever took it.",
        "procedures:\n  Late:\n    - do: The case will be escalated\n      by: Rosa",
        "procedures:\n  Late:\n    - The case is escalated to Rosa.",
        "procedures:\n  Late:\n    - If it was reviewed, we ring.",
        "standards:\n  - A damaged book is replaced, and every parcel is handled with care.",
        "complaints: Your complaint is investigated, and we write to you.",
        "complaints:\n  stages:\n    Ours:\n      says: It is investigated.\n      by: Rosa",
        "tone:\n  samples:\n    Late: It will be reviewed today.",
    ],
)
def test_with_somebody_who_does_it_it_is_left_alone(policy: str) -> None:
    assert said(policy) == []


def test_work_that_nobody_does_in_german() -> None:
    assert rules("procedures:\n  Spät:\n    - Der Fall wird umgehend weitergeleitet.", _GERMAN) == [
        "3 passive-without-actor"
    ]
    assert said("procedures:\n  Spät:\n    - Der Fall wird von Rosa geprüft.", _GERMAN) == []
    assert said("procedures:\n  Spät:\n    - Der Fall wird an Rosa weitergeleitet.", _GERMAN) == []
