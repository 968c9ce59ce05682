"""Goals are asked for a procedure, a figure and their part in the mission, of those who undertake to have them."""

import pytest
from tests.rules.judging import HEAD, found, rules, said

_HANDBOOK = f"{HEAD}  kind: handbook\n"


_LINK = "mission: We help our neighbours to mend what they have.\ngoals:\n  Keep customers:\n    serves_mission: {}\n"


@pytest.mark.parametrize(
    "link",
    [
        "It serves our mission.",
        "We keep our customers.",
        "Das ist wichtig für unser Ziel.",
        "Helping our neighbours to mend what they have.",
    ],
)
def test_a_link_that_only_says_the_same_again_is_told(link: str) -> None:
    assert found("goal-unlinked", _LINK.format(link)) == ["4"]


@pytest.mark.parametrize(
    "link",
    [
        "A neighbour who comes back throws less away.",
        "Readers come back.",
        "We help our neighbours to mend their lamps instead of buying.",
        "Mended lamps stay out of the bin.",
        "Parce que la lampe reste chez eux.",
    ],
)
def test_a_link_with_a_reason_is_left_alone(link: str) -> None:
    assert found("goal-unlinked", _LINK.format(link)) == []


def test_a_handbook_says_once_which_goals_lack_their_link() -> None:
    goals = "mission: Lamps for all.\ngoals:\n  Win schools: Twelve a year.\n  Keep them: All of them.\n"
    (finding,) = [line for line in said(goals, _HANDBOOK) if "goal-unlinked" in line]
    assert "“Win schools” and “Keep them” do not say how the mission is served." in finding


def test_a_goal_cannot_serve_a_mission_that_is_not_there() -> None:
    goals = "goals:\n  Win schools:\n    serves_mission: They read.\n"
    (finding,) = [line for line in said(goals) if "goal-unlinked" in line]
    assert finding.startswith("3 info goal-unlinked: “Win schools” says how it serves the mission")


def test_a_handbook_without_a_mission_is_told_that_elsewhere() -> None:
    goals = "goals:\n  Win schools:\n    serves_mission: They read.\n"
    assert found("goal-unlinked", goals, _HANDBOOK) == []


@pytest.mark.parametrize("kind", ["charter", "support", "terms", "complaints"])
def test_other_kinds_owe_no_mission(kind: str) -> None:
    assert found("goal-unlinked", "goals:\n  Win schools: Twelve a year.\n", f"{HEAD}  kind: {kind}\n") == []


_GOAL = "goals:\n  Keep customers:\n    {}\n"


_SERVED = "procedures:\n  Late parcels:\n    goals: {}\n    steps: Say sorry.\n"


def test_a_goal_on_its_own_is_told_what_it_lacks() -> None:
    assert said(_GOAL.format("statement: They come back.")) == [
        (
            "2 info goal-unmeasured: Nothing measures the goal “Keep customers”. "
            "Say under `metrics` what would show it, and name that in the goal with `metrics:`."
        ),
        (
            "2 info goal-without-procedure: No procedure serves the goal “Keep customers”. "
            "Write `goals: Keep customers` in the procedure that serves it, or write that procedure."
        ),
    ]


def test_more_than_two_goals_that_nobody_serves_are_told_once() -> None:
    goals = "goals:\n  Keep customers: They return.\n  Win schools: They order.\n  Solve it: In one go.\n"
    assert [line.split(". ")[0] for line in said(goals)] == [
        "2 info goal-unmeasured: Nothing measures the goals “Keep customers”, “Win schools” and “Solve it”",
        "2 info goal-without-procedure: No procedure serves the goals “Keep customers”, “Win schools” and “Solve it”",
    ]


@pytest.mark.parametrize("name", ["Keep customers", "keep-customers"])
def test_a_procedure_serves_a_goal_in_any_spelling(name: str) -> None:
    assert rules(_GOAL.format("statement: They come back.") + _SERVED.format(name)) == ["2 goal-unmeasured"]


def test_a_misspelt_goal_is_one_mistake_and_not_two() -> None:
    metric = "metrics:\n  Repeat rate: Who buys again.\n"
    assert rules(_GOAL.format("metrics: Repeat rate") + _SERVED.format("Keep custmers") + metric) == [
        "6 unknown-reference"
    ]


def test_the_metrics_that_are_there_are_offered() -> None:
    metrics = "metrics:\n  Repeat rate: Who buys again.\n  Returns: What comes back.\n"
    (finding,) = said(_GOAL.format("statement: Nine in ten.") + _SERVED.format("Keep customers") + metrics)
    assert finding.endswith("Write `metrics:` in the goal, with what shows it: Repeat rate, Returns.")


@pytest.mark.parametrize(
    "measure",
    [
        "metrics:\n  Repeat rate:\n    because: It shows whether we keep customers.",
        "metrics:\n  Keep customers in figures: Who buys again.",
        "metrics:\n  Return: Who returns.\nbenchmarks:\n  Page & Co:\n    goal: Keep customers\n    metric: Return",
    ],
)
def test_a_metric_may_say_itself_that_it_belongs_to_a_goal(measure: str) -> None:
    assert said(_GOAL.format("statement: They come back.") + _SERVED.format("Keep customers") + measure) == []


def test_a_metric_belongs_to_a_goal_by_their_topic() -> None:
    metric = "metrics:\n  Repeat rate:\n    topic: Loyalty\n    definition: Who buys again."
    assert said(_GOAL.format("topic: loyalty") + _SERVED.format("Keep customers") + metric) == []


@pytest.mark.parametrize(
    ("kind", "expected"), [("charter", 0), ("terms", 0), ("handbook", 2), ("\n    - charter\n    - handbook", 2)]
)
def test_only_a_handbook_undertakes_to_act_on_its_goals(kind: str, expected: int) -> None:
    found = rules(_GOAL.format("statement: They come back."), f"{HEAD}  kind: {kind}\n")
    assert len([line for line in found if line in ("2 goal-unmeasured", "2 goal-without-procedure")]) == expected


def test_a_published_handbook_is_held_to_its_goals() -> None:
    found = said(_GOAL.format("statement: They come back."), f"{HEAD}  status: published\n")
    assert [line.split(":")[0] for line in found] == ["2 warning goal-unmeasured", "2 warning goal-without-procedure"]
