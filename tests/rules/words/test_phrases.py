"""Phrases that never helped and words of offices are told with what to say instead."""

import pytest
from tests.rules.judging import HEAD, rules, said

_GERMAN = f"{HEAD}  language: de\n"


_TONE = "tone:\n  words:\n    - avoid: {}\n      say: Something else\n  samples:\n    Late: {}\n"


@pytest.mark.parametrize(
    "phrase",
    [
        "Calm down.", "Please calm down.", "You need to calm down.", "I'm sorry, that’s our policy.",
        "It is company policy.", "Our policy doesn't allow it.", "You should have told us.", "You should've asked.",
        "As I told you, it is late.", "As I've already told you, no.", "I have already explained that.",
        "There is nothing I can do.", "That's not my department.", "You are the first one to complain.",
        "We apologise for any inconvenience caused.", "Your call is important to us.", "Rules are rules.",
        "With all due respect, no.",
    ],
)  # fmt: skip
def test_phrases_that_never_help(phrase: str) -> None:
    assert rules(f'tone:\n  samples:\n    Late: "{phrase}"') == ["3 unhelpful-phrase"]


@pytest.mark.parametrize(
    "phrase",
    [
        "You should have it by Friday.", "You should have received our letter.", "Let things calm down first.",
        "It is not ready today as I said.", "Nothing you need to do.", "You are the first to see it.",
        "You're right, and I was wrong.", "I told you about the book.", "Which policy do you have with them?",
        "I understand.", "You have every right to complain.", "If you claim on the guarantee, we pay.",
    ],
)  # fmt: skip
def test_good_phrases_that_look_like_them(phrase: str) -> None:
    assert said(f'tone:\n  samples:\n    Late: "{phrase}"') == []


@pytest.mark.parametrize(
    "phrase",
    [
        "Beruhigen Sie sich.", "Jetzt müssen Sie sich erst mal beruhigen.", "Reg dich nicht so auf.",
        "Das sind nun mal unsere Regeln.", "Das ist leider Vorschrift.", "Da kann ich jetzt auch nichts machen.",
        "Das hätten Sie uns früher sagen müssen.", "Wie ich Ihnen schon gesagt habe, nein.",
        "Wie bereits mitgeteilt, ist es spät.", "Dafür bin ich nicht zuständig.", "Das ist nicht mein Problem.",
        "Entschuldigen Sie die Unannehmlichkeiten.", "Ihr Anruf ist uns wichtig.",
    ],
)  # fmt: skip
def test_phrases_that_never_help_in_german(phrase: str) -> None:
    assert rules(f'tone:\n  samples:\n    Spät: "{phrase}"', _GERMAN) == ["3 unhelpful-phrase"]


@pytest.mark.parametrize(
    "phrase",
    [
        "Sie hätten es am Freitag.", "Sie müssen nichts tun.", "Wir beruhigen Ihren Hund.", "Ich verstehe Sie.",
        "Die Regeln erkläre ich Ihnen gern.", "Zuständig ist Katharina, und ich hole sie.",
    ],
)  # fmt: skip
def test_good_phrases_in_german(phrase: str) -> None:
    assert said(f'tone:\n  samples:\n    Spät: "{phrase}"', _GERMAN) == []


def test_what_is_forbidden_anyway_is_told_once() -> None:
    assert rules(_TONE.format("calm down", "Calm down.")) == ["6 forbidden-words"]


def test_a_phrase_to_avoid_is_no_phrase_to_say() -> None:
    assert (
        said("values:\n  Heard:\n    means: They know.\n    behaviours:\n      - do: Listen\n        avoid: Calm down.")
        == []
    )


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
