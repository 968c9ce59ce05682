"""How far a policy has come with each step of the method, in a few counts, and what it lacks there."""

import pytest
from tests.rules.judging import HEAD, TODAY

from policyctl.findings import Finding, Position, Severity, Span
from policyctl.rules import RULES
from policyctl.rules.method import STEPS, Grade, Standing, standings
from policyctl.validation import validate


def _steps(sections: str, head: str = HEAD) -> tuple[Standing, ...]:
    policy = validate(f"{sections.strip()}\npolicyctl: 1\n{head}".encode(), "policy.yaml", today=TODAY).policy
    assert policy is not None
    return standings(policy)


def _told(number: int, sections: str) -> str:
    standing = _steps(sections)[number - 1]
    return f"{standing.grade}: {', '.join(standing.progress.holds)} | {', '.join(standing.progress.lacks)}"


def test_a_policy_of_nothing_has_all_steps_before_it() -> None:
    assert {standing.grade for standing in _steps("facts:\n  Parcels: We keep them.")} == {Grade.MISSING}


@pytest.mark.parametrize(
    ("number", "sections", "told"),
    [
        (1, "values:\n  - A word for everybody", "thin: 1 value | a moment as a customer lives it"),
        (1, "moments:\n  A call: Heard", "thin: 1 moment | values"),
        (1, "values:\n  - A word for everybody\nmoments:\n  A call: Heard", "done: 1 value, 1 moment | "),
        (2, "goals:\n  A: B\n  C:\n    metrics: D\nmetrics:\n  D: E", "thin: 2 goals, 1 measured | a figure for “A”"),
        (2, "goals:\n  A: B\n  C: D\n  E: F\n  G: H", "thin: 4 goals, 0 measured | a figure for “A”, “C” and 2 more"),
        (2, "goals:\n  C:\n    metrics: D\nmetrics:\n  D: E", "done: 1 goal, 1 measured | "),
        (3, "benchmarks:\n  A:\n    decision: match", "thin: 1 comparison | a source for “A”"),
        (3, "benchmarks:\n  A:\n    decision: match\n    source: Their page", "done: 1 comparison | "),
        (4, "mission: Books.", "thin: stated | a goal that serves it"),
        (
            4,
            "mission: Books.\ngoals:\n  A: B\n  C:\n    serves_mission: So.",
            "thin: stated, 1 of 2 goals tied to it | a word on what it gains by “A”",
        ),
        (4, "mission: Books.\ngoals:\n  C:\n    serves_mission: So.", "done: stated, 1 of 1 goal tied to it | "),
        (5, "staff_input:\n  May: Nobody knew.", "thin: asked once, 1 answer | what changed because of it"),
        (5, "staff_input:\n  A:\n    found: B\n    changed: C\n  D: E", "done: asked 2 times, 2 answers, 1 change | "),
        (6, "procedures:\n  A: Say sorry.", "thin: 1 procedure | steps"),
        (6, "procedures:\n  A:\n    - Look.\ngoals:\n  B: C", "thin: 1 procedure, 1 step | one that serves a goal"),
        (6, "procedures:\n  A:\n    - Look.\n    - Ask.", "done: 1 procedure, 2 steps | "),
        (7, "standards:\n  A: within 1 day", "thin: 1 promise | somebody to take it further"),
        (7, "escalation:\n  to: the owner", "thin: somebody to ask | a promise"),
        (
            7,
            "standards:\n  A:\n    rows:\n      B: 1 day\n      C: 2 days\nescalation:\n  direct:\n    D: the owner",
            "done: 2 promises, 1 direct route | ",
        ),
        (8, "discretion:\n  ask: the owner", "thin: somebody to ask | something to give without asking"),
        (8, "discretion:\n  may_give:\n    A: a coffee\n    B: a card", "done: 2 things that staff may give | "),
        (
            9,
            "tone: A neighbour",
            "thin: described | samples, words for somebody angry, a script to listen to",
        ),
        (
            9,
            "tone:\n  samples:\n    A:\n      mood: Angry\n    B: Yes.\n    C: No.\n  audio_guide: Hello.",
            "done: 3 samples, a script to listen to | ",
        ),
        (10, "pilot:\n  staff: Ana", "thin: with staff | customers, a word on when it is a success"),
        (
            10,
            "pilot:\n  staff: Ana\n  customers: Ten\n  success_when: All went well",
            "thin: with staff and customers | a word to them that it is a test",
        ),
        (
            10,
            "pilot:\n  staff: Ana\n  customers: Ten\n  told: A test.\n  decision: Go\n  findings:\n    A: B",
            "done: with staff and customers, 1 finding, decided | ",
        ),
        (11, "training:\n  modules:\n    A: B", "thin: 1 lesson | a scene to play, a briefing"),
        (
            11,
            "training:\n  role_plays:\n    A: B\nrollout:\n  meetings:\n    C: D",
            "done: 1 role play, 1 briefing | ",
        ),
        (12, "metrics:\n  A: B", "thin: 1 figure | a target for “A”, somebody who reads “A”"),
        (12, "metrics:\n  A:\n    target: 90%\n    owner: all of us", "done: 1 figure | "),
        (13, "feedback:\n  - Cards", "thin: 1 way to hear from customers | somebody who reads “Cards”"),
        (13, "feedback:\n  A:\n    read_by: all of us", "done: 1 way to hear from customers | "),
        (14, "leadership:\n  same_rules: They hold.", "thin: the same rules | something that a leader does"),
        (14, "leadership:\n  commitments:\n    A: B", "done: 1 commitment | "),
        (15, "review: every 6 months", "thin: every 6 months | what would bring it forward"),
        (15, "review:\n  triggers: A price changes", "thin: sooner when something happens | a day"),
        (
            15,
            "review:\n  next: 1 May 2027\n  triggers: A price changes",
            "done: next on 1 May 2027, sooner when something happens | ",
        ),
    ],
)  # fmt: skip
def test_what_a_step_holds_and_lacks(number: int, sections: str, told: str) -> None:
    assert _told(number, sections) == told


def test_what_is_no_handbook_lacks_nothing_that_it_need_not_hold() -> None:
    (standing, *_) = _steps("values:\n  - A word for everybody", f"{HEAD}  kind: charter\n")
    assert (standing.grade, standing.progress.lacks) == (Grade.DONE, ())


def test_what_its_rules_find_makes_a_step_thin() -> None:
    policy = validate(
        f"leadership:\n  commitments:\n    A: B\npolicyctl: 1\n{HEAD}".encode(), "policy.yaml", today=TODAY
    ).policy
    assert policy is not None
    span = Span("policy.yaml", Position(1, 1), Position(1, 2))
    found = Finding("leadership-empty", Severity.WARNING, span, "Something.")
    assert [each.grade for each in standings(policy, [found], RULES)][13] is Grade.THIN
    assert [each.grade for each in standings(policy)][13] is Grade.DONE


def test_every_step_has_rules_that_watch_over_it() -> None:
    assert {rule.step for rule in RULES if rule.step} == {step.number for step in STEPS}
