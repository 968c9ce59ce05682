"""Metrics and targets that say nothing or contradict are told; what any business writes is left alone."""

import pytest
from tests.rules.judging import HEAD, found, said

_HANDBOOK = f"{HEAD}  kind: handbook\n"


_METRIC = "metrics:\n  {}:\n    {}\n"


@pytest.mark.parametrize(
    ("name", "definition"),
    [
        ("CSAT", "definition: How happy they are."),
        ("Customer satisfaction", "target: 90%"),
        ("Kundenzufriedenheit", "definition: Wie zufrieden alle sind."),
        ("First reply time", "definition: Hours to the first reply."),
        ("Antwortzeit", "definition: Stunden bis zur ersten Antwort."),
        ("Time to resolution", "definition: From the first message to the last."),
        ("Repeat rate", "every: month"),
    ],
)
def test_a_metric_that_two_people_would_count_in_two_ways(name: str, definition: str) -> None:
    assert len(found("metric-undefined", _METRIC.format(name, definition))) == 1


@pytest.mark.parametrize(
    ("name", "definition"),
    [
        ("CSAT", "definition: The share of answers that are 4 or 5."),
        ("CSAT", "target: 4.2 of 5"),
        ("Customer satisfaction", "definition: One of three smileys at the till."),
        ("NPS", "definition: Net promoter score, from our survey."),
        ("Complaint response time", "definition: Answered within ten working days."),
        ("Kundenzufriedenheit", "definition: Die Durchschnittsnote in Sternen."),
        ("First reply time", "definition: The median of hours to the first reply."),
        ("First reply time", "definition: 95% are faster than this."),
        ("First reply time", "definition: The slowest of the week."),
        ("Antwortzeit", "definition: Im Mittel."),
        ("Wartezeit am Telefon", "definition: Mittlere Wartezeit in Sekunden"),
        ("Bearbeitungszeit", "definition: Durchschnittliche Tage."),
        ("Handling time in days", "target: 95%\n    baseline: 80%\n    definition: How many keep it."),
        ("Calls answered within six rings", "every: month"),
        ("Customers who come back within a year", "every: month"),
        ("Repeat rate", "because: It shows whether we keep customers."),
        ("Repeat rate", "formula: repeat orders / solved problems"),
        ("Time with each guest", "definition: As long as they like."),
    ],
)
def test_a_metric_that_is_plain_is_left_alone(name: str, definition: str) -> None:
    assert found("metric-undefined", _METRIC.format(name, definition)) == []


def test_other_languages_are_not_read() -> None:
    french = f"{HEAD}  language: fr\n"
    assert found("metric-undefined", _METRIC.format("CSAT", "definition: La note des clients."), french) == []


def test_a_target_asks_for_the_figure_of_today() -> None:
    assert said(_METRIC.format("Repeat rate", "definition: Who buys again.\n    target: 90%")) == [
        (
            "2 info metric-incomplete: “Repeat rate” does not say where it stands today. "
            "Add `baseline`. If nothing has been counted yet, write that there, and when you begin."
        )
    ]


def test_a_handbook_says_where_a_figure_is_read_and_by_whom() -> None:
    (finding,) = [
        line for line in said(_METRIC.format("Returns", "definition: All."), _HANDBOOK) if "incomplete" in line
    ]
    assert "“Returns” does not say where it is read or who reads it. Add `source` and `owner`." in finding


@pytest.mark.parametrize(
    ("names", "who"),
    [(["Returns", "Calls"], "Neither “Returns” nor “Calls” says"), (["A", "B", "C"], "None of “A”, “B” and “C” says")],
)
def test_metrics_that_lack_the_same_are_one_finding(names: list[str], who: str) -> None:
    metrics = "metrics:\n" + "".join(f"  {name}:\n    definition: All.\n    owner: all of us\n" for name in names)
    told = [line for line in said(metrics, _HANDBOOK) if "incomplete" in line]
    assert told == [f"2 info metric-incomplete: {who} where it is read. Add `source`."]


def test_whoever_owns_the_goal_reads_its_figure() -> None:
    goals = "roles:\n  Rosa: Owner\ngoals:\n  Keep them:\n    owner: Rosa\n    metrics: Returns\n"
    policy = _METRIC.format("Returns", "definition: All.\n    source: Till") + goals
    assert found("metric-incomplete", policy, _HANDBOOK) == []


@pytest.mark.parametrize("kind", ["charter", "support", "terms"])
def test_other_kinds_owe_no_figure_of_today(kind: str) -> None:
    metric = _METRIC.format("Answered in time", "definition: In the target.\n    target: 90%")
    assert found("metric-incomplete", metric, f"{HEAD}  kind: {kind}\n") == []


def test_an_unknown_figure_of_today_may_be_words() -> None:
    assert (
        said(_METRIC.format("Repeat rate", "definition: All.\n    target: 90%\n    baseline: counted from May")) == []
    )


@pytest.mark.parametrize(
    "metrics",
    [
        "  First reply time: The median of hours.\n  Calls an hour: What one of us closes.\n",
        "  Answered in time: The share answered within the promise.\n",
        "  Wartezeit: Im Mittel.\n  Rückruf:\n    definition: Bis zum Anruf\n    baseline: 3 Stunden\n",
        "  Speed of answer: On average.\n",
        "  First reply time:\n    definition: Median\n    balanced_by: Calls per hour\n  Calls per hour: All.\n",
        "  Solved in one go:\n    definition: For good.\n    balanced_by: Solved in one go\n",
    ],
)
def test_speed_with_nothing_beside_it_is_told_once(metrics: str) -> None:
    assert len(found("metric-unbalanced", f"metrics:\n{metrics}")) == 1


@pytest.mark.parametrize(
    "metrics",
    [
        "  First reply time: The median of hours.\n  Solved in one go: For good.\n",
        "  First reply time: The median of hours.\n  New accounts: This year.\n",
        "  Back within a week: Customers who write again within a week.\n",
        "  Repeat rate:\n    definition: Who buys again within a year.\n    baseline: 40 days\n",
        "  Time with a guest:\n    definition: The mean at a table.\n    better: higher\n    baseline: 40 minutes\n",
        "  Membership:\n    definition: The mean of all members.\n    baseline: 3 years\n",
        "  Erstlösungsquote: In einem Anruf gelöst.\n",
        "  A: Count.\n  Reply time:\n    definition: The mean.\n    balanced_by: A\n",
    ],
)
def test_a_figure_that_is_more_than_speed_is_left_alone(metrics: str) -> None:
    assert found("metric-unbalanced", f"metrics:\n{metrics}") == []


def test_a_charter_may_publish_its_speed_alone() -> None:
    assert found("metric-unbalanced", "metrics:\n  Reply time: The median.\n", f"{HEAD}  kind: charter\n") == []


_TARGET = "definition: The median.\n    better: {}\n    baseline: {}\n    target: {}\n  Solved: For good."


@pytest.mark.parametrize(
    ("better", "baseline", "target"),
    [
        ("higher", "90%", "84%"), ("lower", "3 hours", "5 hours"), ("higher", "4.5", "4,2"), ("lower", "12", "15"),
        ("higher", "+30", "20"), ("lower", "£4", "£5"),
    ],
)  # fmt: skip
def test_a_target_behind_today_is_told(better: str, baseline: str, target: str) -> None:
    assert found("target-already-met", _METRIC.format("Figure", _TARGET.format(better, baseline, target))) == ["6"]


@pytest.mark.parametrize(
    ("better", "baseline", "target"),
    [
        ("higher", "84%", "90%"), ("lower", "5 hours", "3 hours"), ("higher", "95%", "95%"), ("lower", "some", "none"),
        ("higher", "1 in 3", "nearly all"), ("lower", "3 business hours", "soon"),
    ],
)  # fmt: skip
def test_a_target_that_is_better_the_same_or_in_words_is_left_alone(better: str, baseline: str, target: str) -> None:
    assert found("target-already-met", _METRIC.format("Figure", _TARGET.format(better, baseline, target))) in (
        [],
        ["6"],
    )
    if target != "2 days":
        assert said(_METRIC.format("Figure", _TARGET.format(better, baseline, target))) == []


def test_a_time_that_customers_wait_needs_no_better() -> None:
    policy = "definition: The median.\n    baseline: 3 hours\n    target: 5 hours\n  Solved: For good."
    assert found("target-already-met", _METRIC.format("First reply time", policy)) == ["5"]
    assert found("target-already-met", _METRIC.format("Time for training", policy)) == []


@pytest.mark.parametrize(
    ("baseline", "target"),
    [("7 hours", "4 business hours"), ("71%", "4 hours"), ("20 seconds", "6 rings"), ("£4", "5 EUR")],
)
def test_two_figures_that_are_counted_differently_are_told(baseline: str, target: str) -> None:
    policy = _METRIC.format(
        "Figure", f"definition: The median.\n    baseline: {baseline}\n    target: {target}\n  B: C."
    )
    assert found("metric-undefined", policy) == ["5"]


_PROMISED = "standards:\n  First reply:\n    within:\n      Urgent: 1 day\n      Normal: 2 days\n    met: 95%\n"


@pytest.mark.parametrize(
    ("name", "target", "count"),
    [
        ("First reply time", "3 days", 1),
        ("First reply time", "2 days", 0),
        ("First reply time", "30 hours", 0),
        ("First reply in time", "90%", 1),
        ("First reply in time", "98%", 0),
        ("First reply that solves it", "80%", 0),
        ("Reply time", "3 days", 0),
        ("First reply time", "soon", 0),
    ],
)
def test_a_target_is_as_good_as_the_promise(name: str, target: str, count: int) -> None:
    policy = _PROMISED + f"metrics:\n  {name}:\n    definition: The median.\n    target: {target}\n  B: C.\n"
    assert len(found("target-looser-than-promise", policy)) == count


@pytest.mark.parametrize(("target", "count"), [("3 days", 1), ("36 hours", 0), ("2 days", 0)])
def test_a_target_is_as_good_as_the_promises_of_a_group(target: str, count: int) -> None:
    promised = "standards:\n  First reply:\n    rows:\n      Urgent: within 1 day\n      Normal: within 2 x Urgent\n"
    metric = f"metrics:\n  First reply time:\n    definition: The median.\n    target: {target}\n  B: C.\n"
    assert len(found("target-looser-than-promise", promised + metric)) == count
