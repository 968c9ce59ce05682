"""A goal, what measures it and what we say of ourselves beside others name one share."""

from tests.rules.judging import found

AIMS = """
goals:
  They stay: {statement: %s, metrics: Renewals}
metrics:
  Renewals: {definition: Members who renew, baseline: 60%%, target: %s}
benchmarks:
  The pool: {metric: Renewals, theirs: 50%%, ours: %s, decision: exceed, source: Their report of 2026}
"""


def test_a_goal_and_its_metric_want_the_same_share() -> None:
    assert found("figures-disagree", AIMS % ("Seven in ten members renew.", "80%", "80%")) == ["4"]
    assert found("figures-disagree", AIMS % ("Eight members in ten renew.", "80%", "80%")) == []
    assert found("figures-disagree", AIMS % ("About seven in ten members renew.", "80%", "80%")) == []
    assert found("figures-disagree", AIMS % ("Nine in ten letters are sorted.", "80%", "80%")) == []


def test_a_comparison_says_of_us_what_its_metric_says() -> None:
    assert found("benchmark-unreliable", AIMS % ("Members renew.", "80%", "90%")) == ["6"]
    assert found("benchmark-unreliable", AIMS % ("Members renew.", "80%", "80%")) == []
    assert found("benchmark-unreliable", AIMS % ("Members renew.", "80%", "70%")) == []
