"""Comparisons that nobody could rely on are told; those with a source, a decision and its reason are not."""

import pytest
from tests.rules.judging import HEAD, found, said

_BENCHMARK = (
    "benchmarks:\n  Delivery:\n    source: Their page\n    checked: 1 October 2026\n    because: We chose so.\n    {}\n"
)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("theirs: 5 days\n    ours: 5 days\n    decision: exceed", ["8"]),
        ("theirs: 5 days\n    ours: 5 days\n    decision: match", []),
        ("theirs: 30 days\n    ours: 60 days\n    decision: exceed", []),
        ("theirs: 60 days\n    ours: 30 days\n    decision: exceed", []),
        ("theirs: 5 days\n    ours: 3 days\n    decision: match", ["8"]),
        ("theirs: 1 working day\n    ours: 4 business hours\n    decision: exceed", []),
        ("theirs: none\n    ours: 4 hours\n    decision: exceed", []),
        ("theirs: £5\n    ours: £4\n    decision: differ", []),
        ("theirs: A third less\n    ours: The printed price\n    decision: match", []),
    ],
)
def test_a_decision_is_held_against_comparable_figures_alone(lines: str, expected: list[str]) -> None:
    assert found("benchmark-unreliable", _BENCHMARK.format(lines)) == expected


@pytest.mark.parametrize(("ours", "expected"), [("3 days", ["9"]), ("1 day", [])])
def test_where_a_promise_is_compared_sooner_is_better(ours: str, expected: list[str]) -> None:
    lines = f"metric: Sending\n    theirs: 2 days\n    ours: {ours}\n    decision: exceed"
    policy = _BENCHMARK.format(lines) + f"standards:\n  Sending: within {ours}\n"
    assert found("benchmark-unreliable", policy) == expected


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ("baseline: 84%\n    target: 90%", []),
        ("baseline: 60 minutes", ["9"]),
        ("definition: Breakdown calls", ["9"]),
    ],
)
def test_a_metric_says_which_way_is_better_of_figures_of_its_own_kind(figures: str, expected: list[str]) -> None:
    lines = "metric: Van on time\n    theirs: 3 hours\n    ours: 90 minutes\n    decision: exceed"
    policy = _BENCHMARK.format(lines) + f"metrics:\n  Van on time:\n    better: higher\n    {figures}\n"
    assert [line.split()[0] for line in said(policy) if "benchmark-unreliable" in line] == expected


@pytest.mark.parametrize(
    ("ours", "expected"), [("80%", ["7"]), ("50%", ["7"]), ("62%", []), ("66%", []), ("70%", []), ("two in three", [])]
)
def test_ours_is_where_the_metric_stands_or_should_stand(ours: str, expected: list[str]) -> None:
    metric = "metrics:\n  Solved at once: {definition: The share., baseline: 62%, target: 70%}\n"
    assert (
        found("benchmark-unreliable", _BENCHMARK.format(f"metric: Solved at once\n    ours: {ours}") + metric)
        == expected
    )


@pytest.mark.parametrize(
    ("ours", "expected"),
    [("4 business hours", ["7"]), ("6 business hours", []), ("2 business hours", []), ("1 day", [])],
)
def test_ours_is_what_the_promise_says(ours: str, expected: list[str]) -> None:
    promise = (
        "standards:\n  Post:\n    rows:\n      Urgent: within 2 business hours\n      Rest: within 6 business hours\n"
    )
    policy = _BENCHMARK.format(f"metric: Post\n    ours: {ours}") + promise + "hours: Mon-Fri 9:00-17:00\n"
    assert found("benchmark-unreliable", policy) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [("23 November 2025", []), ("22 November 2025", ["4"]), ("24 November 2026", ["4"]), ("23 November 2026", [])],
)
def test_a_comparison_is_a_year_old_at_the_most(day: str, expected: list[str]) -> None:
    policy = f"benchmarks:\n  Delivery:\n    source: Their page\n    checked: {day}\n    about: As we do.\n"
    assert found("benchmark-unreliable", policy) == expected
    assert found("benchmark-unreliable", policy, f"{HEAD}  status: retired\n") == []


def test_a_comparison_says_where_it_was_read_and_when() -> None:
    assert said("benchmarks:\n  Page & Co: They answer within a day.\n") == [
        (
            "2 info benchmark-unreliable: “Page & Co” does not say where that is written or when it was looked up. "
            "Add `source` and `checked`, so that anybody can look again."
        )
    ]


def test_a_source_may_say_itself_when_it_was_read() -> None:
    lines = "theirs: A day\n    decision: exceed\n    source: Their help page, October 2026"
    assert said(f"benchmarks:\n  Delivery:\n    {lines}\n") == []


def test_a_comparison_that_says_nothing_of_others_yet_is_left_alone() -> None:
    assert said("benchmarks:\n  Page & Co:\n    who: The shop across the street\n") == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("theirs: A day", ["2"]),
        ("theirs: A day\n    decision: not-compete", ["6"]),
        ("theirs: A day\n    decision: not-compete\n    because: We sleep at night.", []),
        ("theirs: A day\n    decision: differ\n    about: We sleep at night.", []),
        ("theirs: A day\n    decision: exceed", []),
    ],
)
def test_a_comparison_ends_in_a_decision_with_its_reason(lines: str, expected: list[str]) -> None:
    policy = f"benchmarks:\n  Delivery:\n    source: Their page\n    checked: 1 October 2026\n    {lines}\n"
    assert found("benchmark-unreliable", policy) == expected
