"""Long sentences and hard texts are told to those who can mend them, in a handful at most."""

import pytest
from tests.rules.judging import HEAD, rules, said

_GERMAN = f"{HEAD}  language: de\n"


_PAUSING = (
    "If you are late by more than a quarter of an hour, we may give your hour to somebody else, and ring you first."
)


def _words(number: int) -> str:
    return f"{' '.join(['word'] * number)}."


def test_a_long_sentence_is_told_with_a_place_to_cut_it() -> None:
    sentence = (
        "We send the money back to the card that you paid with as soon as the book that you sent us is here again, and "
        "you hear from us on that very day as well."
    )
    assert said(f"facts:\n  Refunds: {sentence}") == [
        (
            "2 info long-sentence: This sentence has 35 words, and customers lose the thread after 25. "
            "Make two of it, for example with a full stop after “is here again”."
        )
    ]


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (f"facts:\n  Refunds: {_words(25)}", []),
        (f"facts:\n  Refunds: {_words(26)}", ["2 long-sentence"]),
        (f"always:\n  - {_words(35)}", []),
        (f"always:\n  - {_words(36)}", ["2 long-sentence"]),
        (f"tone:\n  samples:\n    Late: {_words(26)}", ["3 long-sentence"]),
        (f"standards:\n  Refunds:\n    says: We pay.\n    basis: {_words(60)}", []),
        (f"tone:\n  samples:\n    Late:\n      avoid: {_words(60)}\n      say: No.", []),
    ],
)
def test_customers_are_given_25_words_and_staff_35(policy: str, expected: list[str]) -> None:
    assert rules(policy) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"{_PAUSING} {_PAUSING}",
        f"{'Bins, roads, lights, fences, benches, trees, drains, ' * 4}and whatever else is in the street.",
        "We gladly take:\n\n" + "    - books that you have read, in whatever state they are\n" * 4,
        f"Ring Mr. Bell or Dr. Marsh in St. Ives, e.g. on Monday. {'They will tell you when they are in again. ' * 3}",
        "Ask for it by 3.30 p.m. on a day on which we are open. It costs £3.50 in town. It is ready on the next day.",
    ],
)
def test_what_only_looks_long_is_left_alone(text: str) -> None:
    assert said(f"facts:\n  Street: |\n    {text}") == []


def test_only_the_longest_few_are_told_one_by_one() -> None:
    facts = "".join(f"  F{n}: {_words(26 + n)}\n" for n in range(9))
    found = said(f"facts:\n{facts}")
    assert [line.split()[0] for line in found] == ["6", "7", "8", "9", "10"]
    assert found[0].endswith("4 more texts hold a sentence as long.")


def test_german_sentences_are_measured_and_others_are_not() -> None:
    assert rules(f"facts:\n  Geld: {_words(26)}", _GERMAN) == ["2 long-sentence"]
    assert rules(f"facts:\n  Argent: {_words(40)}", f"{HEAD}  language: fr\n") == []


def test_a_german_date_ends_no_sentence() -> None:
    text = (
        "Ab dem 1. Oktober gilt der neue Preis für alle, die danach bestellen. Wer vor dem 1. Oktober bestellt hat, "
        "z. B. Vereine, zahlt den alten."
    )
    assert said(f"facts:\n  Preis: {text}", _GERMAN) == []


_HARD = {
    "en": "Notification of anticipated interruptions is communicated electronically to registered representatives. ",
    "de": "Beeinträchtigungen der Belieferung werden registrierten Vertragspartnern elektronisch kommuniziert. ",
    "fr": "La notification des interruptions anticipées est communiquée électroniquement aux représentants. ",
    "es": "La notificación de las interrupciones anticipadas se comunicará electrónicamente a los representantes. ",
}


_EASY = {
    "en": "We tell you as soon as a book is late. You need not ask us twice. ",
    "de": "Wir rufen dich an, wenn ein Buch zu spät kommt. Du musst uns nicht fragen. ",
    "fr": "Nous vous disons le jour où le livre est là. Il ne vous en coûte pas un sou. ",
    "es": "Te decimos el día en que el libro está aquí. No te va a costar nada. ",
}


_TOLD = {
    "en": "years of school (Flesch-Kincaid), and 8 should do",
    "de": "years of school (Wiener Sachtextformel), and 9 should do",
    "fr": "of 100 points for ease, and easy texts have 60 (Kandel and Moles), and 50 should do",
    "es": "of 100 points for ease, and easy texts have 65 (INFLESZ), and 55 should do",
}


@pytest.mark.parametrize("language", _HARD)
def test_reading_level_is_measured_by_the_formula_of_the_language(language: str) -> None:
    head = f"{HEAD}  language: {language}\n"
    (finding,) = said(f"facts:\n  Orders: {_HARD[language] * 13}", head)
    assert finding.startswith("2 info hard-to-read: What customers read here takes ")
    assert _TOLD[language] in finding
    assert said(f"facts:\n  Orders: {_EASY[language] * 12}", head) == []


def test_other_languages_and_short_texts_are_not_measured() -> None:
    assert said(f"facts:\n  Orders: {_HARD['en'] * 12}", f"{HEAD}  language: nl\n") == []
    assert said(f"facts:\n  Orders: {_HARD['en'] * 5}") == []


def test_staff_and_customers_are_told_apart() -> None:
    policy = f"facts:\n  Orders: {_HARD['en'] * 12}\nguides:\n  Orders: {_HARD['en'] * 12}"
    assert rules(policy) == ["2 hard-to-read", "4 hard-to-read"]
