"""The keys of findings, which moved lines do not touch."""

from datetime import date

import pytest

from policyctl.validation import validate

HEAD = "policyctl: 1\npolicy:\n  title: How we look after our customers\n  organisation: Rosa\n"
LATER = "as soon as possible"


def _keys(sections: str) -> list[str]:
    found = validate((HEAD + sections).encode(), "policy.yaml", today=date(2026, 11, 23)).findings
    return [finding.key for finding in found]


@pytest.mark.parametrize(
    ("sections", "key"),
    [
        (f"standards:\n  Refunds: We pay {LATER}.\n", "vague-time: standards > Refunds > says"),
        (f"standards:\n  - Refunds: We pay {LATER}.\n", "vague-time: standards > Refunds > says"),
        (f"standards:\n  - name: Refunds\n    says: We pay {LATER}.\n", "vague-time: standards > Refunds > says"),
        ("foo: 1\n", "unknown-key: foo"),
        ("hours: [\n", "yaml-syntax"),
        (
            "procedures:\n  Damaged:\n    - do: Say sorry\n      sya: Oh dear\n",
            "unknown-key: procedures > Damaged > steps > Say sorry > sya",
        ),
        (
            "procedures:\n  Damaged:\n    - choose:\n      - if: It is a present\n        doo: Send another\n",
            "unknown-key: procedures > Damaged > steps > It is a present > choose > It is a present > doo",
        ),
    ],
)
def test_a_finding_is_named_by_its_rule_and_the_way_to_it(sections: str, key: str) -> None:
    assert key in _keys(sections)


def test_a_key_outlives_moved_lines_and_items() -> None:
    step = "    - do: Say sorry\n      sya: Oh dear\n"
    before = _keys(f"procedures:\n  Damaged:\n{step}")
    after = _keys(f"# A note.\nhours: Mon-Fri 9:00-17:00\nprocedures:\n  Damaged:\n    - Listen first.\n{step}")
    assert before == after


def test_what_one_rule_says_of_one_place_again_is_counted() -> None:
    twice = _keys("procedures:\n  Damaged:\n    - {do: Listen, sya: a}\n    - {do: Listen, sya: b}\n")
    assert twice == [
        "unknown-key: procedures > Damaged > steps > Listen > sya",
        "unknown-key (2): procedures > Damaged > steps > Listen > sya",
    ]


def test_a_long_name_is_shortened_and_still_told_from_one_that_begins_alike() -> None:
    long = "Ask every customer who comes in what they came for and listen until they have said it "
    steps = "".join(f"    - do: {long}{end}\n      sya: a\n" for end in ("once", "twice"))
    one, other = _keys(f"procedures:\n  Damaged:\n{steps}")
    assert one != other
    assert one.startswith(
        "unknown-key: procedures > Damaged > steps > Ask every customer who comes in what they came for and liste… "
    )
    assert max(len(one), len(other)) < 130
