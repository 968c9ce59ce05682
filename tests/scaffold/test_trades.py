"""Every trade is a policy that a newcomer could have written: it reads, validates and prints, in each language."""

import re
from datetime import date

import pytest
from tests.firsts import TRADES, first_policy, written
from tests.printed import print_policy

from policyctl.library import validate
from policyctl.rendering.documents import DOCUMENTS
from policyctl.scaffold.answers import Answers
from policyctl.scaffold.questions import QUESTIONS
from policyctl.scaffold.trades import languages, load_trade, trade_names
from policyctl.schema import Policy
from policyctl.validation import Validation

TODAY = date(2026, 11, 23)
PRINTED = {"handbook", "card", "charter", "complaints", "review"}
"""The documents that a first policy has the words for."""

every_trade = pytest.mark.parametrize(("language", "trade"), TRADES, ids=["/".join(each) for each in TRADES])


def checked(text: str) -> Validation:
    return validate(text.encode(), today=TODAY)


def policy_of(language: str, trade: str) -> Policy:
    found = checked(first_policy(trade, language))
    assert found.policy, found.findings
    return found.policy


def test_every_language_has_the_same_trades() -> None:
    assert {language: trade_names(language) for language in languages()} == {
        language: trade_names("en") for language in ("en", "de")
    }


@every_trade
def test_a_draft_has_nothing_that_anybody_would_remark_on(language: str, trade: str) -> None:
    assert [f"{each.span.start.line} {each.rule}" for each in checked(first_policy(trade, language)).findings] == []


@every_trade
def test_published_as_it_stands_only_its_invented_name_is_wrong(language: str, trade: str) -> None:
    published = first_policy(trade, language).replace("status: draft", "status: published")
    assert [each.rule for each in checked(published).errors] == ["starter-text-left"]


@every_trade
def test_whatever_somebody_picks_it_holds(language: str, trade: str) -> None:
    found = load_trade(language, trade)
    assert len(found.openings) == len(found.aims) == 3
    for at, way in enumerate([*(way.name for way in found.ways), "Fax"]):
        opening, aim = found.openings[at % 3], found.aims[at % 3]
        text = written(Answers(language=language, trade=trade, ways=(way,), opening=opening.say, goal=aim.goal))
        assert opening.sounds_like in text
        assert aim.notice in text
        assert {each.rule for each in checked(text).findings} <= {"one-way-in"}


@every_trade
def test_it_prints_every_document_that_it_has_the_words_for(language: str, trade: str) -> None:
    policy = policy_of(language, trade)
    assert {name for name, document in DOCUMENTS.items() if not document.missing(policy)} >= PRINTED
    for document in PRINTED:
        page = print_policy(policy, "markdown", document=document)["markdown"].decode()
        assert "<" not in re.sub(r"<https?:[^>]+>|<br>", "", page)


@every_trade
def test_it_is_about_a_hundred_lines_and_its_notes_come_away_clean(language: str, trade: str) -> None:
    lines = first_policy(trade, language).splitlines()
    assert 110 <= len(lines) <= 180
    assert max(map(len, lines)) <= 120
    sections = [at for at, line in enumerate(lines) if re.match(r"[a-z_]+:", line) and line != "policyctl: 1"]
    assert [lines[at] for at in sections if not lines[at - 1].startswith("# ")] == []


@every_trade
def test_it_has_no_sign_that_a_newcomer_could_trip_over(language: str, trade: str) -> None:
    lines = [line for line in first_policy(trade, language).splitlines() if not line.lstrip().startswith("#")]
    assert [line for line in lines if re.search(r"[\"\[\]{}\t|<>]|: .*: | #", line)] == []


@every_trade
def test_what_is_commented_out_is_a_policy_too(language: str, trade: str) -> None:
    """Somebody who takes the mark away from a block has a policy that reads."""
    kept: list[str] = []
    for line in first_policy(trade, language).splitlines():
        block = re.fullmatch(r"( *)# ((?:  )*[^:]+: .+|[a-z_]+:|(?:  )+[^:]+:)", line)
        words = block and (block[2].startswith("  ") or re.match(r"[a-z_]+:|- ", block[2]))
        kept.append(block[1] + block[2] if block and words else line)
    assert [each.message for each in checked("\n".join(kept)).errors] == []


@every_trade
def test_it_shows_an_angry_a_worried_and_a_happy_customer(language: str, trade: str) -> None:
    moods = {"en": {"angry", "worried", "happy"}, "de": {"verärgert", "besorgt", "froh"}}
    policy = policy_of(language, trade)
    assert policy.tone
    assert policy.tone.samples
    assert {str(each.mood) for each in policy.tone.samples if each.mood} == moods[language]
    assert policy.procedures
    assert 3 <= len([*policy.procedures]) <= 5


def test_there_are_twelve_questions_and_a_trade_words_only_those() -> None:
    assert len(QUESTIONS) == 12
    known = {question.id for question in QUESTIONS}
    assert [each for each in TRADES if not load_trade(*each).wording.keys() <= known] == []
