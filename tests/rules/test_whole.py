"""A handbook is asked for what handbooks hold, gently while it is a draft; what does not call itself one is not."""

import pytest
from tests.rules.judging import HEAD, said

from policyctl.rules.method import CORE, STEPS
from policyctl.schema import Policy

_HANDBOOK = f"{HEAD}  kind: handbook\n  owner: all of us\n  version: 1.0\n  effective: 1 May 2026\n"
_CORE = """
standards:
  Answer the phone: within 6 rings
procedures:
  Off or broken: Say sorry, and offer another one.
escalation:
  to: the owner
tone: A neighbour who reads a great deal
"""


def _said(sections: str, head: str = _HANDBOOK) -> list[str]:
    return said(sections, head, whole=True)


def test_a_handbook_of_nothing_is_told_in_one_finding() -> None:
    assert _said("mission: The right book in every hand.") == [
        (
            "6 info kind-unfulfilled: This handbook does not say how fast you answer, how you sound, who takes "
            "a case further or what to do when something happens. Add `standards`, `tone`, `escalation` and "
            "`procedures`. If this is not to be a handbook, leave that word out of `kind`."
        )
    ]


def test_once_the_core_is_there_the_steps_that_are_missing_are_told_in_one_finding() -> None:
    assert _said(_CORE) == [
        (
            "12 info method-steps-missing: 12 of the 15 steps to a handbook that works are not in this one: values and "
            "moments (`values`), `goals`, comparison with others (`benchmarks`), `mission`, front-line input "
            "(`staff_input`), `discretion`, `pilot`, training and briefing (`training`), measures (`metrics`), "
            "customer feedback (`feedback`), `leadership` and `review`. Begin with `values`: what you stand for, and "
            "how it shows. If you go without on purpose, say why in `checks`."
        )
    ]


@pytest.mark.parametrize(
    ("status", "core", "steps"),
    [("draft", "info", "info"), ("pilot", "warning", "warning"), ("published", "error", "warning")],
)
def test_it_is_told_gently_in_a_draft_and_firmly_once_it_holds(status: str, core: str, steps: str) -> None:
    head = f"{_HANDBOOK}  status: {status}\n"
    assert [line.split()[1:3] for line in _said("mission: Books.", head)] == [[core, "kind-unfulfilled:"]]
    assert [line.split()[1:3] for line in _said(_CORE, head)] == [[steps, "method-steps-missing:"]]


@pytest.mark.parametrize("kind", ["", "  kind: charter\n", "  kind: [support, terms]\n", "  kind: complaints\n"])
def test_what_does_not_call_itself_a_handbook_is_not_asked_for_its_parts(kind: str) -> None:
    assert [
        line for line in _said("standards:\n  A reply: within 2 working days\n", HEAD + kind) if "missing" in line
    ] == []


def test_a_retired_handbook_is_left_alone() -> None:
    assert _said("mission: Books.", f"{_HANDBOOK}  status: retired\n") == []


@pytest.mark.parametrize(
    "instead",
    [
        "discretion:\n  ask: the owner",
        "discretion:\n  may_give:\n    Samir: {gives: a refund, up_to: £9 per case, above: the owner}\n  logged: here",
        "escalation:\n  - Somebody is hurt",
    ],
)  # fmt: skip
def test_who_decides_above_a_limit_is_whom_a_case_goes_to(instead: str) -> None:
    sections = _CORE.replace("escalation:\n  to: the owner", instead)
    assert [line.split()[2] for line in _said(sections)] == ["method-steps-missing:"]


def test_promises_inside_a_procedure_say_how_fast_as_well() -> None:
    promises = "standards:\n  Answer the phone: within 6 rings"
    inside = "  A late parcel:\n    promises:\n      An answer: the same day\n    steps: Find it."
    sections = _CORE.replace(promises, "mission: Books.").replace("procedures:", f"procedures:\n{inside}")
    assert [line.split()[2] for line in _said(sections)] == ["method-steps-missing:"]


def test_the_method_has_fifteen_steps_each_with_sections_that_exist() -> None:
    assert [step.number for step in STEPS] == list(range(1, 16))
    assert {section for step in STEPS for section in step.sections} <= set(Policy.model_fields)
    assert {part.section for part in CORE} <= set(Policy.model_fields)
