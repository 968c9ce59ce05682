"""Long sentences, hard texts, jargon and abbreviations are told to those who can mend them, in a handful at most."""

import pytest
from tests.rules.judging import HEAD, rules, said

_GERMAN = f"{HEAD}  language: de\n"
_LONG = (
    "We send the money back to the card that you have paid with as soon as the book that you sent us has come back to "
    "our shop in the state in which it left us"
)
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


@pytest.mark.parametrize(
    ("policy", "words", "plain"),
    [
        ("facts:\n  Orders: We utilise boxes.", "utilise", "use"),
        ("facts:\n  Orders: Utilizing boxes is cheap.", "Utilizing", "use"),
        ("facts:\n  Orders: In the event\n    of rain we wait.", "In the event of", "if"),
        ("tone:\n  samples:\n    Late: I commenced it today.", "commenced", "begin"),
        ("complaints: We do it pursuant to your letter.", "pursuant", "under"),
    ],
)
def test_jargon_is_told_with_a_plain_word(policy: str, words: str, plain: str) -> None:
    (finding,) = said(policy)
    assert f"jargon: “{words}” is a word of offices" in finding
    assert finding.endswith(f"Plainer is “{plain}”.")


@pytest.mark.parametrize("word", ["zwecks", "hinsichtlich", "vorbehaltlich", "bezüglich", "seitens"])
def test_amtsdeutsch_is_told(word: str) -> None:
    assert rules(f"facts:\n  Post: Wir schreiben {word} der Lieferung.", _GERMAN) == ["2 jargon"]


def test_jargon_that_stands_in_several_texts_is_told_once() -> None:
    (finding,) = said("facts:\n  One: Prior to noon.\n  Two: Prior to one.\n  Three: Prior to two.")
    assert finding.endswith("Plainer is “before”. It stands in 2 more texts for customers.")


@pytest.mark.parametrize(
    "policy",
    [
        "always:\n  - Facilitate whatever they need, prior to everything else.",
        "facts:\n  Event: The main event is a prior engagement of class.",
        "standards:\n  Refunds:\n    says: We pay.\n    basis: Pursuant to section 4 of the Act",
    ],
)
def test_staff_the_law_and_other_meanings_are_left_alone(policy: str) -> None:
    assert said(policy) == []


def test_an_abbreviation_is_told_once_with_how_often_it_stands() -> None:
    policy = "always:\n  - Read the CSAT.\n  - Talk about the CSAT.\n  - Forget the CSAT."
    assert said(policy) == [
        (
            "2 info unexplained-abbreviation: “CSAT” is nowhere explained, here and in 2 more texts. "
            "Write it out once, with “CSAT” in brackets behind it, or add it to the `glossary`."
        )
    ]


@pytest.mark.parametrize(
    "policy",
    [
        "always:\n  - Read the customer satisfaction (CSAT).\n  - A CSAT of 4 is good.",
        "always:\n  - CSAT (customer satisfaction) is read weekly.\n  - Read the CSAT.",
        "always:\n  - Read the CSAT. CSAT stands for satisfaction.",
        "always:\n  - Read the CSAT.\nglossary:\n  CSAT: How happy they are",
        "always:\n  - Read the CSAT.\ntone:\n  plain_words:\n    CSAT: how happy you are",
        "always:\n  - Send a PDF by SMS to the UK and the EU, in EUR, at 9 AM.",
        "always:\n  - Do NOT ask twice.",
        "always:\n  - The ISO 10002 asks for it, and the QWX 12 as well.",
        "always:\n  - They live in SW1A 1AA, at AB12 3CD.",
        "always:\n  - Order AB-1234 is the one, in Building C.",
        "always:\n  - Click `CSAT` at the top.",
        "always:\n  - READ THIS FIRST, and then ring.",
        "always:\n  - Books by JK Kerrigan and E Marsh are kept for them.",
        "always:\n  - The OPEN days, and the open ones.",
    ],
)
def test_explained_and_well_known_ones_are_left_alone(policy: str) -> None:
    assert said(policy) == []


def test_names_are_no_abbreviations() -> None:
    head = "policy:\n  title: How we look after you\n  organisation: QWX Books\n  schemes: The ABTA code\n"
    assert said("always:\n  - Whoever rings QWX hears of ABTA.", head) == []


def test_several_abbreviations_are_one_finding() -> None:
    (found,) = said("always:\n  - Read the QA first.\n  - Read the QB first.\n  - Read the QA again.\n")
    assert found == (
        "2 info unexplained-abbreviation: “QA” and “QB” are nowhere explained. "
        "Write each out once, as in “… (QA)”, or add them to the `glossary`."
    )
    (many,) = said("always:\n" + "".join(f"  - Read the Q{letter} first.\n" for letter in "ABDEFGHIJKLMNP"))
    assert "“QM” and 2 more are nowhere explained" in many


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
