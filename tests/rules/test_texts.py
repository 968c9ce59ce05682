"""Every text of a policy is gathered once, with who reads it, and words in it are marked in any YAML."""

import pytest
from tests.rules.judging import HEAD, TODAY

from policyctl.meaning.texts import Passage, Reader, Texts
from policyctl.rules import RuleContext
from policyctl.schema import read
from policyctl.schema.grammar.texts import Speech
from policyctl.source import Source
from policyctl.source import read as read_source


def _given(sections: str, head: str = HEAD) -> RuleContext:
    policy = read(read_source(f"{sections}policyctl: 1\n{head}".encode(), "policy.yaml").data).policy
    assert policy
    return RuleContext(policy, TODAY)


def _texts(sections: str, head: str = HEAD) -> Texts:
    return _given(sections, head).texts


def _readers(sections: str, head: str = HEAD) -> dict[str, Reader]:
    return {each.text: each.reader for each in _texts(sections, head).passages if each.field != "name"}


@pytest.mark.parametrize(
    ("sections", "reader"),
    [
        ("standards:\n  - WORDS\n", Reader.CUSTOMERS),
        ("standards:\n  Reply:\n    says: WORDS\n    public: no\n", Reader.STAFF),
        ("standards:\n  Reply:\n    says: WORDS\n    audience: leaders\n", Reader.STAFF),
        ("standards:\n  Reply:\n    within: 1 day\n    because: WORDS\n", Reader.STAFF),
        ("standards:\n  Reply:\n    within: 1 day\n    basis: WORDS\n", Reader.NOBODY),
        ("standards:\n  Reply:\n    at_most: WORDS\n", Reader.CUSTOMERS),
        ("terms:\n  Returns: WORDS\n", Reader.CUSTOMERS),
        ("complaints: WORDS\n", Reader.CUSTOMERS),
        ("complaints:\n  stages:\n    Ours:\n      letter: WORDS\n", Reader.STAFF),
        ("facts:\n  intro: WORDS\n  items:\n    Postage: £3\n", Reader.CUSTOMERS),
        ("conduct:\n  we_ask: WORDS\n", Reader.CUSTOMERS),
        ("conduct:\n  steps: WORDS\n", Reader.STAFF),
        ("conduct:\n  say: WORDS\n", Reader.CUSTOMERS),
        ("always:\n  - WORDS\n", Reader.STAFF),
        ("always:\n  - do: Ring\n    audience: everybody\n    note: WORDS\n", Reader.CUSTOMERS),
        ("procedures:\n  Late: WORDS\n", Reader.STAFF),
        ("tone:\n  samples:\n    Late: WORDS\n", Reader.CUSTOMERS),
        ("tone:\n  samples:\n    Late:\n      customer: WORDS\n      say: Sorry.\n", Reader.NOBODY),
        ("discretion:\n  may_give:\n    Rosa: WORDS\n", Reader.STAFF),
    ],
)
def test_a_text_is_for_those_who_read_its_field(sections: str, reader: Reader) -> None:
    assert _readers(sections)["WORDS"] is reader


@pytest.mark.parametrize(
    ("kind", "reader"),
    [("charter", Reader.CUSTOMERS), ("[charter, handbook]", Reader.STAFF), ("support", Reader.STAFF)],
)
def test_the_head_is_for_whom_the_policy_is_for(kind: str, reader: Reader) -> None:
    assert _readers("", f"{HEAD}  kind: {kind}\n  intro: WORDS\n")["WORDS"] is reader


def test_what_a_row_inherits_is_gathered_once_where_it_stands() -> None:
    group = "standards:\n  Email:\n    when_missed: WE SAY WHY\n    rows:\n      - We write.\n      - We answer.\n"
    assert [each.pointer for each in _texts(group).passages if each.text == "WE SAY WHY"] == [
        ("standards", "Email", "when_missed")
    ]


def test_what_is_said_is_known_from_what_is_not() -> None:
    sample = "tone:\n  samples:\n    Late:\n      customer: Hm\n      avoid: Delays happen\n      say: I am sorry\n"
    texts = _texts(sample)
    assert [each.text for each in texts.said] == ["I am sorry"]
    assert [each.text for each in texts.read_by(Reader.STAFF)] == ["How we look after you"]
    assert all(each.kind is Speech for each in texts.where["sorry"])


@pytest.mark.parametrize("language", ["de", "de-AT", "de_AT", "DE"])
def test_the_language_is_told_without_its_country(language: str) -> None:
    assert _given("", f"{HEAD}  language: {language}\n").language == "de"
    assert _given("").language == "en"


@pytest.mark.parametrize(("language", "understood"), [("en-GB", True), ("de", True), ("fr", False)])
def test_prose_is_read_in_the_languages_that_rules_have_words_for(language: str, *, understood: bool) -> None:
    assert _given("", f"{HEAD}  language: {language}\n").understood is understood


@pytest.mark.parametrize(
    ("written", "line", "column"),
    [
        ("always:\n  - We tell them, and tell them again.\n", 2, 23),
        ('always:\n  - "We tell them, and tell them again."\n', 2, 24),
        ("always:\n  - 'We tell them, and tell them again.'\n", 2, 24),
        ("always:\n  - |\n    We tell them,\n    and tell them again.\n", 4, 9),
        ("always:\n  - >\n    We tell them, and\n    tell them again.\n", 4, 5),
        ("always:\n  - We tell them,\n    and tell\n    them again.\n", 3, 9),
    ],
)
def test_words_are_marked_however_the_text_is_written(written: str, line: int, column: int) -> None:
    source = read_source(f"{written}policyctl: 1\n{HEAD}".encode(), "policy.yaml")
    passage = next(each for each in _texts(written).passages if "tell" in each.text)
    assert _start(source, passage) == (line, column)


def _start(source: Source, passage: Passage) -> tuple[int, int]:
    at = passage.text.rindex("tell")
    issue = passage.issue(at, "tell", "Told twice.", "Once is enough.")
    found = source.span(issue.pointer, at_key=issue.at_key, words=issue.words, nth=issue.nth)
    return found.start.line, found.start.column
