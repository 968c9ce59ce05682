"""A change log that does not fit the version, the dates or an earlier version of the policy is told."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.rules.judging import HEAD, TODAY, said

from policyctl import resources
from policyctl.meaning.changes import changes
from policyctl.rules.keeping.changelog import version
from policyctl.schema import Policy, read
from policyctl.source import read as read_source
from policyctl.validation import validate

_HANDBOOK = f"{HEAD}  kind: handbook\n  version: 1.2\n  effective: 1 October 2026\n"
_PUBLISHED = f"{HEAD}  status: published\n  owner: all of us\n  currency: GBP\n"
_V1, _V2 = f"{_PUBLISHED}  version: 1.0\n", f"{_PUBLISHED}  version: 1.1\n"
_ONE = "standards:\n  An answer: within 1 working day\n"
_TWO = "standards:\n  An answer: within 2 working days\n"
_CHANGED = "The promise “An answer” has changed: within 2 working days instead of 1 working day"
_LOG = "changelog:\n  1.0: The first.\n"

_POLICIES = sorted(resources.examples().glob("*/policy.yaml"))


def _policy(sections: str, head: str) -> bytes:
    return f"{sections.strip()}\npolicyctl: 1\n{head}".encode()


def _changed(before: str, now: str, old: str = _V1, new: str = _V2) -> list[str]:
    earlier = validate(_policy(before, old), "before.yaml", today=TODAY).policy
    assert earlier is not None
    found = validate(_policy(now, new), "policy.yaml", today=TODAY, before=earlier).findings
    return [
        f"{each.span.start.line} {each.severity}: {each.message} {each.hint}"
        for each in found
        if each.rule == "changed-without-note"
    ]


def _sentences(before: str, now: str) -> list[str]:
    end = ", and there is no change log that says so."
    return [line.split(": ", 1)[1].split(end)[0] for line in _changed(before, now)]


def test_a_promise_that_changed_is_told_with_what_it_was() -> None:
    assert _changed(_LOG + _ONE, _LOG + _TWO) == [
        (
            f"4 error: {_CHANGED}, and the change log does not say so. Write `1.1:` under `changelog`, with what "
            "changed and for whom; or put back what it was."
        )
    ]


def test_an_entry_that_came_with_the_change_tells_of_it() -> None:
    assert _changed(_LOG + _ONE, f"changelog:\n  1.1: Answers take two days.\n  1.0: The first.\n{_TWO}") == []


def test_a_version_that_stayed_the_same_hides_a_change_whatever_the_log_says() -> None:
    log = "changelog:\n  1.0:\n    - The first.\n    - Answers take two days.\n"
    assert _changed(_LOG + _ONE, log.replace("\n    - T", "\n    what:\n    - T", 1) + _TWO, _V1, _V1) == [
        (
            f"7 error: {_CHANGED}, and this is still version 1.0. Write the new version under `changelog`, with what "
            "changed and for whom; or put back what it was."
        )
    ]


@pytest.mark.parametrize(
    ("old", "new", "severity"),
    [
        (HEAD, HEAD, "info"),
        (HEAD, _PUBLISHED, None),
        (_PUBLISHED, HEAD, "info"),
        (f"{HEAD}  status: pilot\n  owner: all of us\n", _PUBLISHED, "error"),
        (_PUBLISHED, f"{HEAD}  status: pilot\n  owner: all of us\n", "warning"),
        (_PUBLISHED, f"{HEAD}  status: retired\n", None),
    ],
)
def test_what_was_a_draft_may_change_until_it_is_published(old: str, new: str, severity: str | None) -> None:
    assert [line.split()[1] for line in _changed(_ONE, _TWO, old, new)] == [f"{severity}:"] * bool(severity)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("standards:\n  A: within 1 day\n  B: within 2 days", "standards:\n  B: within 2 days\n  A: within 1 day"),
        ("standards:\n  A: within 1 hour", "standards:\n  a: within 1 h"),
        ("standards:\n  A: within 90 minutes", "standards:\n  A:\n    within: 90 min"),
        ("standards:\n  A:\n    channels: [Phone, Email]", "standards:\n  A:\n    channels: [email, phone]"),
        ("standards:\n  A: within 1 day", "standards:\n  A:\n    within: 1 day\n    about: As before.\n    note: So."),
        ("standards:\n  A: within 1 day", "standards:\n  Called otherwise: within 1 day"),
        ("standards:\n  A: within 1 day", "standards:\n  G:\n    about: A group\n    rows:\n      A: within 1 day"),
        ("standards:\n  - We give our name.", "standards:\n  items:\n    - we give our  name"),
        ("remedies:\n  Late: £25", "remedies:\n  Late: 25 GBP"),
        ("terms:\n  R:\n    notice: 2 weeks\n    costs: No", "terms:\n  R:\n    costs: no.\n    notice: 14 days"),
        ("discretion:\n  may_give:\n    A:\n      up_to: £9", "discretion:\n  may_give:\n    A:\n      up_to: 9"),
        ("standards:\n  A: within 1.5 hours", "standards:\n  A: within 90 minutes"),
        ("standards:\n  A: within a year", "standards:\n  A: within 12 months"),
        ("facts:\n  Postage: £3", "facts:\n  Postage: £4"),
        ("values:\n  A: One thing", "values:\n  A: Another"),
    ],
)  # fmt: skip
def test_what_says_the_same_has_not_changed(before: str, now: str) -> None:
    assert _changed(before, now) == []


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ("mission: A", "mission: A\nstandards:\n  B: within 1 day", ["The promise “B” is new"]),
        ("mission: A\nstandards:\n  B: within 1 day", "mission: A", ["The promise “B” is gone"]),
        (
            "standards:\n  - We answer within a day.\n  - We give our name.",
            "standards:\n  - We give our name.\n  - We answer within a week.",
            ["The promise “We answer within a week” was “We answer within a day” before"],
        ),
        (
            "standards:\n  A:\n    within:\n      Urgent: 1 hour\n      Late: 4 hours",
            "standards:\n  A:\n    within:\n      Urgent: 2 hours\n      Late: 4 hours",
            ["The promise “A” has changed: within Urgent 2 hours, Late 4 hours instead of Urgent 1 hour, Late 4 hours"],
        ),
        (
            "standards:\n  G:\n    met: 95%\n    rows:\n      A: within 1 day\n      B: within 2 days",
            "standards:\n  G:\n    met: 90%\n    rows:\n      A: within 1 day\n      B: within 2 days",
            ["The promise “G” has changed: kept in 90% instead of 95%"],
        ),
        (
            "standards:\n  A:\n    within: 1 day\n    met: 95%",
            "standards:\n  A: within 1 day",
            ["The promise “A” has changed: no longer kept in 95%"],
        ),
        (
            "standards:\n  A:\n    within: 1 day\n    remedy: £5",
            "standards:\n  A:\n    within: 1 day\n    remedy: £3",
            ["The remedy “£3” has changed: gives £3 instead of £5"],
        ),
        (
            "terms:\n  R:\n    within: 30 days\n    refuse: Soiled",
            "terms:\n  R:\n    within: 30 days\n    refuse:\n      - Soiled\n      - Sale items",
            ["The term “R” has changed: not taken Soiled, Sale items instead of Soiled"],
        ),
        (
            "procedures:\n  P:\n    promises:\n      A: within 1 day\n    steps: Look.",
            "procedures:\n  P:\n    promises:\n      A: within 2 days\n    steps: Look twice.",
            ["The promise “A” has changed: within 2 days instead of 1 day"],
        ),
        (
            "complaints: Rosa rings today.",
            "complaints: Rosa rings in a week.",
            ["The way of a complaint has changed: in our words “Rosa rings in a week” instead of “Rosa rings today”"],
        ),
        (
            "complaints:\n  stages:\n    Ours:\n      steps:\n        Answer: within 5 working days",
            "complaints:\n  stages:\n    Ours:\n      steps:\n        Answer: within 10 working days",
            ["The promise “Answer” has changed: within 10 working days instead of 5 working days"],
        ),
        (
            "discretion:\n  may_give:\n    A:\n      gives: a refund\n      up_to: £40 per case",
            "discretion:\n  may_give:\n    A:\n      gives: a refund\n      up_to: £20 per case",
            ["The permission “A” has changed: up to £20 per case instead of £40 per case"],
        ),
    ],
)
def test_what_changed_came_or_went_is_sentences(before: str, now: str, told: list[str]) -> None:
    assert _sentences(before, now) == told


@pytest.mark.parametrize("path", _POLICIES, ids=lambda path: path.parent.name)
def test_a_policy_is_the_same_as_itself_in_any_order(path: Path) -> None:
    data = _data(path)
    turned = {key: _turned(value) if key not in ("policyctl", "policy") else value for key, value in data.items()}
    assert [each.sentence for each in changes(_read(data), _read(turned))] == []


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.sampled_from(_POLICIES), st.sampled_from(_POLICIES))
def test_any_two_policies_can_be_compared(one: Path, other: Path) -> None:
    found = [each.sentence for each in changes(_read(_data(one)), _read(_data(other)))]
    assert bool(found) == (one != other)


def _data(path: Path) -> Any:
    return read_source(path.read_bytes(), path.name).data


def _read(data: Any) -> Policy:
    policy = read(data).policy
    assert policy is not None
    return policy


def _turned(value: Any) -> Any:
    """The same entries the other way round; lists keep their order, since that of steps matters."""
    if isinstance(value, dict):
        return {key: _turned(value[key]) for key in reversed(value)}
    return value


@pytest.mark.parametrize("names", ["1.1", "1.0", "Version 1.1", "v1.1"])
def test_a_change_log_that_ends_before_this_version_is_told(names: str) -> None:
    (found,) = said(f'changelog:\n  "{names}": Books.\n', _HANDBOOK)
    assert found == (
        f"1 info changelog-outdated: This is version 1.2, and the newest entry of the change log is {names}. "
        "Add `1.2:` under `changelog`, with what changed and for whom; or correct the version."
    )


@pytest.mark.parametrize("names", ["1.2", "Version 1.2", "v1.2", "1.2.0", "March 2026", "The first one"])
def test_a_change_log_that_has_this_version_or_goes_by_other_names_is_not(names: str) -> None:
    assert said(f'changelog:\n  "{names}": Books.\n', _HANDBOOK) == []


def test_a_trial_cannot_end_before_it_begins() -> None:
    assert said("pilot:\n  starts: 2 May 2026\n  ends: 1 May 2026") == [
        (
            "3 warning out-of-order: The trial ends on 1 May 2026, before it begins on 2 May 2026. The other stands "
            "in line 2. Mend whichever of the two is wrong."
        )
    ]


def test_what_was_held_was_not_held_tomorrow() -> None:
    assert said("review:\n  log:\n    Spring:\n      on: 24 November 2026\n      decision: Keep it.") == [
        (
            "4 warning out-of-order: “Spring” is dated 24 November 2026, and that day has not come yet. "
            "Write the day on which it was, or leave it out until then."
        )
    ]


def test_a_newer_version_is_not_older() -> None:
    log = "changelog:\n  1.10:\n    on: 1 May 2026\n    what: Books.\n  1.9:\n    on: 2 May 2026\n    what: More books."
    assert said(log) == [
        (
            "3 warning out-of-order: 1.10 is dated 1 May 2026, and 1.9, which came before it, 2 May 2026. The other "
            "stands in line 6. Mend whichever of the two is wrong."
        )
    ]


@pytest.mark.parametrize(("on", "told"), [("1 October 2026", 0), ("24 September 2026", 0), ("2 October 2026", 1)])
def test_a_change_does_not_come_after_it_was_in_force(on: str, told: int) -> None:
    found = said(f"changelog:\n  1.2:\n    on: {on}\n    what: Books.", _HANDBOOK)
    assert [line.split(" ", 1)[1] for line in found] == [
        (
            "warning out-of-order: This version is in force from 1 October 2026, and the change log dates it "
            "2 October 2026. The other stands in line 3. Mend whichever of the two is wrong."
        )
    ][:told]


@pytest.mark.parametrize(
    ("name", "figures"),
    [("1.2", (1, 2)), ("2.0", (2,)), ("2", (2,)), ("v3", (3,)), ("Version 1.10", (1, 10)), ("2026.1", (2026, 1))],
)
def test_a_version_is_its_figures(name: str, figures: tuple[int, ...]) -> None:
    assert version(name) == figures


@pytest.mark.parametrize("name", ["", "March 2026", "1.2 beta", "the first", "1..2", "1." * 40])
def test_a_name_is_no_version(name: str) -> None:
    assert version(name) is None
