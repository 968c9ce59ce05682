"""Grave cases without a way of their own are one finding, asked of those who undertake to have one."""

import pytest
from tests.rules.judging import HEAD, rules, said

_HANDBOOK = f"{HEAD}  kind: handbook\n"

_DIRECT = "escalation:\n  direct:\n    {}: Rosa\n"


def test_the_grave_cases_without_a_way_are_one_finding() -> None:
    assert said(_DIRECT.format("A letter from a lawyer"), _HANDBOOK) == [
        (
            "2 info direct-route-missing: Nothing here says who deals with data in the wrong hands, danger, abuse of "
            "staff, the press or vulnerable customers. Add a row under `direct` for each that may reach you, with whom "
            "it goes to; or say where else it is settled."
        )
    ]


_GERMAN = "Post vom Anwalt, eine Datenpanne, ein Unfall, Drohungen, die Presse, und jemand, dem es nicht gut geht"


@pytest.mark.parametrize(
    "cases",
    [
        "A summons, leaked data, an emergency, threats, a journalist, and vulnerable customers",
        _GERMAN,
        "A court, data leaks, danger, threats, the press, and somebody who writes that they want to harm themselves",
        "Das Gericht, Daten, Gefahr, Drohungen, die Presse, und wer ankündigt, sich etwas anzutun",
    ],
)
def test_grave_cases_are_known_in_english_and_german_and_outside_of_direct(cases: str) -> None:
    assert said(f"escalation:\n  when:\n    - |\n      {cases}", _HANDBOOK) == []
    assert said(f"escalation:\n  to: Rosa\nalways:\n  - |\n    Ring Rosa: {cases}.", _HANDBOOK) == []


def test_fields_of_other_sections_settle_a_case() -> None:
    elsewhere = (
        "conduct:\n  steps: We end the call.\nprivacy:\n  breach: Ring Rosa.\naccess:\n  signs: They ask twice.\n"
        "escalation:\n  when: A letter from a court, a fire, or a reporter\n"
    )
    assert said(elsewhere, _HANDBOOK) == []


@pytest.mark.parametrize("head", [HEAD, f"{HEAD}  kind: charter\n", f"{_HANDBOOK}  language: fr\n"])
def test_only_handbooks_in_a_language_that_we_read_are_asked(head: str) -> None:
    assert said(_DIRECT.format("A letter from a lawyer"), head) == []


def test_a_handbook_without_escalation_is_not_asked_for_its_routes() -> None:
    assert [line for line in rules("always:\n  - Smile.", _HANDBOOK) if "direct" in line] == []
