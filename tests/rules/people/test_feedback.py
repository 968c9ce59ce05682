"""What customers say is read by somebody, and something comes of it."""

import pytest
from tests.rules.judging import HEAD, found, said


@pytest.mark.parametrize(
    ("feedback", "lacks"),
    [
        ("Cards at the till", "who reads it or what comes of it"),
        ("\n    about: Rosa reads all cards.", "what comes of it"),
        ("\n    read_by: Rosa", "what comes of it"),
        ("\n    acted_on: One change a month", "who reads it"),
        ("\n    acted_on: We read them on the first Monday.", None),
        ("\n    acted_on: Am Dienstag liest Mehtap drei Karten vor.", None),
        ("\n    read_by: Rosa\n    acted_on: One change a month", None),
    ],
)
def test_what_customers_say_is_read_and_acted_on(feedback: str, lacks: str | None) -> None:
    findings = said(f"feedback:\n  Cards: {feedback}\n")
    assert [f"“Cards” does not say {lacks}." in line for line in findings] == ([True] if lacks else [])


def test_the_words_around_may_say_it_for_all() -> None:
    policy = (
        "feedback:\n  intro: We read all of it on Mondays, and one thing changes.\n  items:\n    Cards: At the till\n"
    )
    assert said(policy) == []


@pytest.mark.parametrize("kind", ["charter", "support", "terms"])
def test_other_kinds_need_not_say_who_reads(kind: str) -> None:
    assert found("feedback-unread", "feedback:\n  Cards: At the till\n", f"{HEAD}  kind: {kind}\n") == []
