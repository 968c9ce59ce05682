"""What a policy of its kind and status must hold is told where it lacks; what it does not call itself is not asked."""

import pytest
from tests.rules.judging import HEAD, said

from policyctl.rules.method import CORE, STEPS
from policyctl.schema import Policy

_ROLES = "roles:\n  Nell: Owner\n  Amir and Bea: Shop assistants\n"
_MANY = "roles:\n  Booksellers:\n    people: [A, B, C, D, E]\n  Ruth:\n    leads: yes\n"
_PUBLISHED = "  status: published\n  version: 1.0\n  effective: 1 May 2026\n  owner: Ruth\n"


def _said_of_head(sections: str, head: str) -> list[str]:
    found = said(sections, HEAD + head, whole=True)
    return [line.split(" ", 1)[1] for line in found if "head-incomplete" in line]


def test_nobody_owns_a_draft_yet() -> None:
    assert _said_of_head(_ROLES, "") == []
    assert _said_of_head(_ROLES, "  status: draft\n  kind: handbook\n") == []


@pytest.mark.parametrize(
    ("status", "severity", "state"), [("pilot", "warning", "on trial"), ("published", "warning", "published")]
)
def test_once_it_holds_it_has_an_owner(status: str, severity: str, state: str) -> None:
    assert _said_of_head(_ROLES, f"  status: {status}\n") == [
        (
            f"{severity} head-incomplete: This policy is {state}, and does not say who keeps it true. Write "
            "`owner: Nell` here, under `policy`."
        )
    ]


def test_where_nobody_is_named_nobody_is_invented() -> None:
    assert _said_of_head("standards: We answer in person.\n", "  status: published\n") == [
        (
            "warning head-incomplete: This policy is published, and does not say who keeps it true. Write `owner:` "
            "here, under `policy`, or under `checks` `head-incomplete: off because` and why nobody does."
        )
    ]


def test_an_owner_is_enough_for_a_shop() -> None:
    assert _said_of_head(_ROLES, "  status: published\n  owner: Nell\n") == []


@pytest.mark.parametrize(
    ("sections", "left_out", "lacks", "write"),
    [
        (_MANY, "", "who has approved it", "`approver:`"),
        (_ROLES, "version", "which version it is", "`version:`"),
        (_ROLES, "effective", "since when it holds", "`effective:`"),
        (_MANY, "version", "which version it is or who has approved it", "`version:` and `approver:`"),
        (_ROLES, "owner", "who keeps it true", "`owner: Nell`"),
    ],
)
def test_a_published_policy_of_a_kind_says_what_it_is(sections: str, left_out: str, lacks: str, write: str) -> None:
    lines = [line for line in _PUBLISHED.splitlines() if not (left_out and f"{left_out}:" in line)]
    head = "\n".join(["  kind: charter", *lines, ""]).replace("Ruth", "all of us")
    assert _said_of_head(sections, head) == [
        (
            f"warning head-incomplete: This policy is published, and does not say {lacks}. Write {write} here, under "
            "`policy`."
        )
    ]


@pytest.mark.parametrize("title", ["Principal dentist", "Owner", "Managing director", "Steuerberaterin, Inhaberin"])
def test_nobody_approves_what_the_owner_of_the_business_keeps(title: str) -> None:
    many = _MANY.replace("roles:\n", f"roles:\n  Dr Osei: {title}\n")
    assert _said_of_head(many, f"  kind: charter\n{_PUBLISHED}".replace("Ruth", "Dr Osei")) == []


def test_whoever_owns_it_may_have_approved_it() -> None:
    assert _said_of_head(_MANY, f"  kind: charter\n{_PUBLISHED}  approver: Ruth\n") == []


@pytest.mark.parametrize("head", [_PUBLISHED.replace("  version: 1.0\n", ""), "  kind: charter\n  status: retired\n"])
def test_without_a_kind_or_in_use_no_more_it_is_not_asked(head: str) -> None:
    assert _said_of_head(_MANY, head) == []


_PRIORITIES = "priorities:\n  Urgent: It is for today\n  Normal: It is not\n"


def _said_of_kind(sections: str, kind: str) -> list[str]:
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
    (found,) = _said_of_kind(sections, kind)
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
    assert _said_of_kind(sections, kind) == []


def test_without_a_kind_nothing_is_asked() -> None:
    assert said("mission: Books.", f"{HEAD}  status: published\n  owner: all of us\n", whole=True) == []


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


def _said_of_handbook(sections: str, head: str = _HANDBOOK) -> list[str]:
    return said(sections, head, whole=True)


def test_a_handbook_of_nothing_is_told_in_one_finding() -> None:
    assert _said_of_handbook("mission: The right book in every hand.") == [
        (
            "6 info kind-unfulfilled: This handbook does not say how fast you answer, how you sound, who takes "
            "a case further or what to do when something happens. Add `standards`, `tone`, `escalation` and "
            "`procedures`. If this is not to be a handbook, leave that word out of `kind`."
        )
    ]


def test_once_the_core_is_there_the_steps_that_are_missing_are_told_in_one_finding() -> None:
    assert _said_of_handbook(_CORE) == [
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
    assert [line.split()[1:3] for line in _said_of_handbook("mission: Books.", head)] == [[core, "kind-unfulfilled:"]]
    assert [line.split()[1:3] for line in _said_of_handbook(_CORE, head)] == [[steps, "method-steps-missing:"]]


@pytest.mark.parametrize("kind", ["", "  kind: charter\n", "  kind: [support, terms]\n", "  kind: complaints\n"])
def test_what_does_not_call_itself_a_handbook_is_not_asked_for_its_parts(kind: str) -> None:
    found = _said_of_handbook("standards:\n  A reply: within 2 working days\n", HEAD + kind)
    assert [line for line in found if "handbook" in line] == []


def test_a_retired_handbook_is_left_alone() -> None:
    assert _said_of_handbook("mission: Books.", f"{_HANDBOOK}  status: retired\n") == []


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
    assert [line.split()[2] for line in _said_of_handbook(sections)] == ["method-steps-missing:"]


def test_promises_inside_a_procedure_say_how_fast_as_well() -> None:
    promises = "standards:\n  Answer the phone: within 6 rings"
    inside = "  A late parcel:\n    promises:\n      An answer: the same day\n    steps: Find it."
    sections = _CORE.replace(promises, "mission: Books.").replace("procedures:", f"procedures:\n{inside}")
    assert [line.split()[2] for line in _said_of_handbook(sections)] == ["method-steps-missing:"]


def test_the_method_has_fifteen_steps_each_with_sections_that_exist() -> None:
    assert [step.number for step in STEPS] == list(range(1, 16))
    assert {section for step in STEPS for section in step.sections} <= set(Policy.model_fields)
    assert {part.section for part in CORE} <= set(Policy.model_fields)


_OF_HANDBOOKS, _OF_CHARTERS = f"{HEAD}  kind: handbook\n", f"{HEAD}  kind: charter\n"


def _said_of_procedures(sections: str, head: str) -> list[str]:
    rule = "procedure-open-ended: "
    return [line.partition(rule)[2] for line in said(sections, head) if rule in line]


_STEPS = "    steps:\n      - Look.\n      - Ask.\n      - Mend it.\n"


def test_procedures_without_an_end_are_told_in_one_finding() -> None:
    broke, late = "  It broke:\n    trigger: It came back.\n", "  It is late:\n    needs: A name\n"
    policy = f"procedures:\n{broke}{_STEPS}{late}{_STEPS}"
    assert _said_of_procedures(policy, _OF_HANDBOOKS) == [
        (
            "Nothing says when the case is done in “It broke” or “It is late”. Write under `done_when` what the "
            "customer has, says or knows when it is over."
        )
    ]


@pytest.mark.parametrize(
    ("head", "procedure"),
    [
        (HEAD, f"    trigger: It came back.\n{_STEPS}"),
        (_OF_CHARTERS, f"    trigger: It came back.\n{_STEPS}"),
        (_OF_HANDBOOKS, f"    done_when: It works.\n{_STEPS}"),
        (_OF_HANDBOOKS, f"    follow_up: Ring a week later.\n{_STEPS}"),
        (_OF_HANDBOOKS, _STEPS),
        (_OF_HANDBOOKS, "    trigger: It came back.\n    steps:\n      - Look.\n      - Mend it.\n"),
    ],
)
def test_a_procedure_that_ends_or_is_short_is_left_alone(head: str, procedure: str) -> None:
    assert _said_of_procedures(f"procedures:\n  It broke:\n{procedure}", head) == []
