"""No rule has anything to say about a policy that is in order, and none ever fails."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.rules.judging import TODAY

from policyctl import resources
from policyctl.rules import RULES, RuleContext, rules_for
from policyctl.schema import read
from policyctl.source import read as read_source

_UNTIDY = Path(__file__).resolve().parent.parent / "cases" / "untidy"
_TRUE = {
    # “As quickly as our resources allow” is how long everything takes for which the council found no figure.
    ("borough-charter", "vague-time"),
    # Eight weeks begin when the form arrives, or when it is complete: applicants ring about nothing else.
    ("borough-charter", "limit-half-said"),
    # What counts as a response is explained, and what is promised is a reply.
    ("support-by-plan", "entry-unused"),
    # A refund above €200 waits for Hana, and nobody knows how long.
    ("support-by-plan", "approver-out-of-reach"),
    # Whoever rings, writes or comes in is told how soon they are answered, and whoever fills in the form is not.
    ("council-charter", "channel-uncovered"),
    # Nothing in it says what to do about a threat to a colleague, a journalist or a customer who is not well.
    ("support-handbook", "direct-route-missing"),
    # Twenty days are three weeks or four, in a charter that counts working days everywhere else.
    ("council-charter", "limit-without-clock"),
    # One level counts from receipt, the answer from the acknowledgement, and the other level from neither.
    ("law-firm-complaints", "limit-half-said"),
    # A host's page says what to do about the police, and nothing of a journalist or a customer in distress.
    ("host-support", "direct-route-missing"),
    # It is to be looked at every six months, and more than eight have gone by.
    ("host-support", "review-due"),
    # Tenants are told how long they have for one ombudsman, and not for the other.
    ("housing-complaints", "outside-body-without-limit"),
    # A year is over on another day for whoever counts from the treatment and whoever counts from the answer.
    ("practice-standards", "limit-half-said"),
    # The scheme that decides in the end is named, and nothing says until when.
    ("water-code", "outside-body-without-limit"),
}
"""What is found in the texts of real people and is so, though no reader had noticed."""

_ADVICE = {"figure-unmeasured", "long-sentence"}
_TRUE_OF_PROSE = {
    # How long fly-tipping took last year stands in a sentence of its own, and not in a note on this one.
    ("council-charter", "vague-time"),
    # Nobody can tell from its text alone who reviews the charter every year.
    ("borough-charter", "passive-without-actor"),
    # Nobody outside the trade knows what WATRS stands for.
    ("water-code", "unexplained-abbreviation"),
    # Sentences under `always` answer nobody, and a support policy has to.
    *((path.stem, "kind-unfulfilled") for path in _UNTIDY.glob("*.txt")),
}
"""What is so in the same texts while they are nothing but sentences."""

_POLICIES = sorted([*resources.examples().glob("*/policy.yaml"), *_UNTIDY.glob("*.yaml")])


@pytest.mark.parametrize("path", _POLICIES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_real_people_write_raises_no_false_alarm(path: Path) -> None:
    policy = read(_data(path)).policy
    assert policy is not None
    judged = RuleContext(policy, TODAY)
    said = [(rule.id, issue.pointer) for rule, _ in rules_for(judged.status) for issue in rule.check(judged)]
    assert [(rule, pointer) for rule, pointer in said if (path.stem, rule) not in _TRUE] == []


@pytest.mark.parametrize("path", sorted(_UNTIDY.glob("*.txt")), ids=lambda path: path.stem)
def test_a_text_that_is_pasted_sentence_by_sentence_is_left_in_peace(path: Path) -> None:
    """Somebody who knows nothing of the language yet pastes it all; lengths and figures alone are advised upon."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != " "]
    for section, kind in [("standards", "charter"), ("terms", "terms"), ("always", "support")]:
        head = {"title": "T", "organisation": "O", "kind": kind, "owner": "Jo", "version": "1", "status": "published"}
        policy = read({"policyctl": "1", "policy": {**head, "effective": "1 May 2026"}, section: lines}).policy
        assert policy is not None
        judged = RuleContext(policy, TODAY)
        said = {rule.id for rule, _ in rules_for(judged.status) for _ in rule.check(judged)} - _ADVICE
        assert {rule for rule in said if (path.stem, rule) not in _TRUE | _TRUE_OF_PROSE} == set()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.sampled_from(_POLICIES), st.randoms(use_true_random=False))
def test_a_policy_that_lost_anything_is_judged_all_the_same(path: Path, random: Any) -> None:
    data = _data(path)
    for _ in range(random.randint(1, 12)):
        _lose(data, random)
    policy = read(data).policy
    if policy:
        judged = RuleContext(policy, TODAY)
        for rule in RULES:
            for issue in rule.check(judged):
                assert issue.message.endswith(".")
                assert issue.hint


def _data(path: Path) -> Any:
    return read_source(path.read_bytes(), path.name).data


def _lose(data: Any, random: Any) -> None:
    """Something deep inside goes missing or is said in other words; the head stays, as nothing is read without it."""
    inside, depth = data[random.choice([key for key in data if key not in ("policyctl", "policy")] or ["policy"])], 0
    while isinstance(inside, dict | list) and inside and depth < 8:
        key = random.choice(list(inside) if isinstance(inside, dict) else range(len(inside)))
        if not isinstance(inside[key], dict | list) or random.random() < 0.2:
            if random.random() < 0.5:
                del inside[key]
            else:
                inside[key] = random.choice(["Nobody we know", "as soon as possible", "Be kind", "3 days", "Level 2"])
            return
        inside, depth = inside[key], depth + 1
