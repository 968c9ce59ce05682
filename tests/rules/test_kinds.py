"""What a policy calls itself, it has to be; what it does not call itself is not asked of it."""

import pytest
from tests.rules.judging import HEAD, said

_PRIORITIES = "priorities:\n  Urgent: It is for today\n  Normal: It is not\n"


def _said(sections: str, kind: str) -> list[str]:
    found = said(sections, f"{HEAD}  kind: {kind}\n", whole=True)
    return [line.split(": ", 1)[1] for line in found if "kind-unfulfilled" in line]


@pytest.mark.parametrize(
    ("kind", "sections", "message"),
    [
        ("charter", "mission: Books.", "This charter promises nothing."),
        ("charter", "conduct:\n  we_ask: Be back in time.", "This charter promises nothing."),
        ("support", "mission: Books.", "This support policy does not say how fast you answer."),
        (
            "support",
            f"{_PRIORITIES}standards:\n  A reply: within 2 working days",
            "No promise of this support policy depends on its priorities.",
        ),
        ("complaints", "mission: Books.", "This complaints policy does not say how to complain."),
        (
            "complaints",
            "complaints:\n  how_to_complain: Tell anyone who works here.",
            "This complaints policy does not say what happens to a complaint.",
        ),
        ("terms", "mission: Books.", "This policy calls itself terms, and holds none."),
    ],
)
def test_a_name_without_what_it_names_is_told(kind: str, sections: str, message: str) -> None:
    (found,) = _said(sections, kind)
    assert found.startswith(message)
    assert found.endswith(f"or leave `{kind}` out of `kind`.")


@pytest.mark.parametrize(
    ("kind", "sections"),
    [
        ("charter", "standards:\n  - We give our name"),
        ("charter", "always:\n  stem: We will\n  items:\n    - give our name"),
        ("charter", "procedures:\n  Late:\n    promises:\n      News: the same day\n    steps: Find it."),
        ("support", "standards:\n  A reply: within 2 working days"),
        (
            "support",
            f"{_PRIORITIES}standards:\n  A reply:\n    within:\n      Urgent: 1 hour\n      Normal: 1 working day",
        ),
        ("support", f"{_PRIORITIES}standards:\n  A reply:\n    priorities: Urgent\n    within: 2 working days"),
        ("complaints", "complaints: Rosa rings you the same day."),
        ("complaints", "complaints:\n  how_to_complain: Tell anyone.\n  stages:\n    Ours: Rosa rings you."),
        ("terms", "terms:\n  Returns: within 30 days of purchase"),
        ("terms", "remedies:\n  Late: £5"),
    ],
)
def test_the_least_that_a_kind_may_be_is_enough(kind: str, sections: str) -> None:
    assert _said(sections, kind) == []


def test_without_a_kind_nothing_is_asked() -> None:
    assert said("mission: Books.", f"{HEAD}  status: published\n  owner: all of us\n", whole=True) == []
