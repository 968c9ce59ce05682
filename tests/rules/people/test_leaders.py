"""Leaders whom the rules leave out, or whose promises nobody can see, are told."""

import pytest
from tests.rules.judging import HEAD, found, rules


@pytest.mark.parametrize(
    "rule",
    [
        "Everybody logs what they give, except managers.",
        "All staff wear a name, apart from the directors.",
        "Log every refund. This does not apply to the management.",
        "Managers are exempt from this.",
        "Alle notieren jede Kulanz, außer der Geschäftsführung.",
        "Notiert jede Kulanz. Das gilt nicht für die Leitung.",
        "Die Chefs sind davon ausgenommen.",
    ],
)
def test_a_rule_that_leaves_leaders_out_is_told(rule: str) -> None:
    assert found("leaders-exempt", f"always:\n  - {rule}\n") == ["2"]


@pytest.mark.parametrize(
    "rule",
    [
        "Nobody opens the safe except the manager.",
        "Only managers may promise a date.",
        "Everybody logs what they give, the managers first.",
        "Managers need not be asked below £20.",
        "Ask the manager, except on Sundays.",
        "This holds for managers too.",
        "Everybody answers letters; the director signs them.",
        "Niemand öffnet die Kasse außer der Chefin.",
    ],
)
def test_what_leaders_alone_may_do_leaves_nobody_out(rule: str) -> None:
    assert found("leaders-exempt", f"always:\n  - {rule}\n") == []


def test_a_limit_for_others_than_leaders_is_left_alone() -> None:
    policy = "discretion:\n  may_give:\n    Refunds:\n      gives: up to £20. This does not apply to managers.\n"
    assert found("leaders-exempt", policy) == []


def test_a_scope_that_leaves_leaders_out_is_told() -> None:
    head = f"{HEAD}  scope:\n    covers: All staff\n    excludes: The managers\n"
    assert len(found("leaders-exempt", "mission: Lamps.", head)) == 1


@pytest.mark.parametrize(
    ("leadership", "expected"),
    [
        ("We care.", ["1 leadership-empty"]),
        ("\n  same_rules: No refund without the log.", []),
        ("\n  commitments:\n    Ruth: Answers letters.", ["3 leadership-empty"]),
        ("\n  commitments:\n    Ruth: Answers letters every Tuesday.", []),
        ("\n  commitments:\n    Ruth: Nimmt einmal im Monat Anrufe an.", []),
        ("\n  commitments:\n    Ruth:\n      does: Answers letters.\n      seen: In the rota", []),
        ("\n  intro: Each of us, on one day of every month.\n  commitments:\n    Ruth: Answers letters.", []),
    ],
)
def test_what_a_leader_does_can_be_seen(leadership: str, expected: list[str]) -> None:
    assert rules(f"leadership: {leadership}\n") == expected
