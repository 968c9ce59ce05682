"""A virtue alone is told; with a sentence to say, or anything to do, it is not."""

import pytest
from tests.rules.judging import rules, said


def test_a_virtue_is_told_with_what_to_write() -> None:
    assert said("always:\n  - Show empathy.") == [
        (
            "2 warning virtue-without-words: “Show empathy.” does not tell anybody what to say or do. "
            "Add the sentence to say with `say`, or write what to do instead."
        )
    ]


@pytest.mark.parametrize(
    "virtue",
    [
        "Be empathetic", "Be professional at all times.", "Always be friendly and polite to customers",
        "Use good judgement", "Use your common sense", "Stay patient", "We are always helpful",
        "Show empathy and respect", "Sei empathisch",
        "Freundlich sein", "Immer freundlich und höflich sein", "Zeigt Verständnis", "Seien Sie professionell",
        "Actively listen, show empathy and take ownership.", "Be proactive and go the extra mile.",
        "We give 110% every day.", "Ruhig bleiben und empathisch reagieren.",
    ],
)  # fmt: skip
def test_virtues_in_english_and_german(virtue: str) -> None:
    assert rules(f"always:\n  - {virtue}") == ["2 virtue-without-words"]


@pytest.mark.parametrize(
    "words",
    [
        "Be friendly, and say your name first.", "Be at the counter before nine.", "Use the log for every refund",
        "Show the customer the worn part", "Be patient: a customer who is deaf needs a second minute.",
        "Have respect for closing time", "Sei zehn Minuten vor dem Termin da", "Read the history first.",
        "Apologise and be empathetic.", "Take ownership of the case and write your name on it.",
    ],
)  # fmt: skip
def test_what_somebody_can_do_is_left_alone(words: str) -> None:
    assert said(f"always:\n  - |\n    {words}") == []


@pytest.mark.parametrize(
    ("policy", "line"),
    [
        ("values:\n  Kindness: Be kind.", 2),
        ("values:\n  - Be kind", 2),
        ("values:\n  Kindness:\n    means: They feel heard.\n    behaviours:\n      - Be empathetic", 5),
        ("never:\n  Grumpiness:\n    do: Be kind", 3),
        ("procedures:\n  Late parcels:\n    - Be empathetic.\n    - Find the order.", 3),
        ("procedures:\n  Late parcels: Use good judgement.", 2),
        ("procedures:\n  Late:\n    - if: They shout\n      choose:\n        - Stay polite", 5),
        ("tone:\n  traits:\n    - be: Be professional", 3),
        ("tone:\n  moods:\n    Angry: Be understanding", 3),
    ],
)
def test_it_is_told_wherever_people_are_told_what_to_be(policy: str, line: int) -> None:
    assert rules(policy) == [f"{line} virtue-without-words"]


@pytest.mark.parametrize(
    "policy",
    [
        "values:\n  Kindness:\n    means: Be kind.\n    behaviours:\n      - do: Be kind\n        say: Take your time.",
        "values:\n  Kindness:\n    means: Be kind.\n    behaviours: Offer a chair.",
        "values:\n  Kindness: Also in a queue.",
        "procedures:\n  Late parcels:\n    - do: Be empathetic.\n      say: I am sorry that you waited.",
        "tone:\n  traits:\n    - be: Be professional\n      not: Cold",
        "tone:\n  traits:\n    - be: Be friendly\n  samples:\n    Late: I am sorry. It leaves today.",
        "tone:\n  moods:\n    Angry:\n      sound: Be patient\n      say: Take your time.",
        "training:\n  role_plays:\n    The torn atlas:\n      pass_when: Be friendly",
    ],
)
def test_words_beside_it_are_enough(policy: str) -> None:
    assert said(policy) == []
