"""Bans and deeds are read as the words that they come down to, in English and in German."""

from datetime import date

import pytest

from policyctl.meaning import Meaning
from policyctl.meaning.contradictions import bans, clauses, tokens_of
from policyctl.schema import Policy


def _meaning(sections: dict[str, object], language: str = "en") -> Meaning:
    head = {"title": "How we look after you", "organisation": "Harbour Lane Books", "language": language}
    return Meaning(Policy.model_validate({"policyctl": "1", "policy": head, **sections}), date(2026, 11, 30))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("We are giving you 10% off for a good review.", "en", ["give", "discount", "good", "review"]),
        ("Post the damaged book back to us", "en", ["return", "damag", "book"]),
        ("Open from Monday to Wednesday", "en", ["open", "monday", "wednesday", "tuesday"]),
        ("Zahl den Gutschein bar aus", "de", ["pay out", "gutschein", "bar"]),
        ("von Montag bis Mittwoch", "de", ["monday", "tuesday", "wednesday"]),
    ],
)
def test_words_for_one_thing_are_one(text: str, language: str, expected: list[str]) -> None:
    assert sorted(token.stem for token in tokens_of(text, language)) == sorted(expected)


def test_a_token_knows_where_it_stands() -> None:
    text = "Never leave a piece on the porch"
    assert [text[token.start : token.end] for token in tokens_of(text, "en")] == ["leave", "piece", "porch"]


def test_bans_stand_in_many_places_and_some_are_lifted() -> None:
    meaning = _meaning(
        {
            "never": ["Ask for a whole card number, on any channel", {"do": "Ring twice", "unless": "It is urgent"}],
            "discretion": {"nobody_may": "Hire a bike to anybody under 16"},
            "privacy": {"never_ask": "A password, or a copy of a passport"},
            "facts": {"Passwords": "We never send passwords by email."},
            "procedures": {"Late": {"steps": "Look.", "never": "Blame the carrier"}},
        }
    )
    assert [(each.pointer[0], each.asks, each.younger or each.unless) for each in bans(meaning)] == [
        ("never", True, ()),
        ("never", False, ("It is urgent",)),
        ("procedures", False, ()),
        ("discretion", False, 16),
        ("privacy", True, ()),
        ("privacy", True, ()),
        ("facts", False, ()),
    ]


def test_deeds_are_what_is_done_said_given_and_asked_and_no_case_or_reason() -> None:
    meaning = _meaning(
        {
            "procedures": {
                "Late": {
                    "trigger": "The parcel waits",
                    "needs": "The order number",
                    "steps": [
                        {"if": "It rains hard", "do": "Ring the carrier, and tell the customer", "gives": "free tea"}
                    ],
                    "example": "A parcel waited once.",
                }
            },
            "always": [{"do": "Read the history", "because": "Nobody likes repeating things"}],
        }
    )
    assert [(each.clause, each.implied) for each in clauses(meaning)] == [
        ("Read the history", ""),
        ("The order number", "ask"),
        ("Ring the carrier", ""),
        ("free tea", "give"),
    ]
