"""What was found once is accepted in a file; what is new, and what is accepted in vain, is told."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import SMALL, Cli

VAGUE = SMALL + "standards:\n  Refunds: We pay your money back soon.\n  Letters: We reply promptly.\n"


def _policy(text: str = VAGUE, name: str = "policy.yaml") -> None:
    Path(name).parent.mkdir(exist_ok=True, parents=True)
    Path(name).write_text(text, encoding="utf-8")


def test_what_stands_today_is_accepted_and_only_the_new_is_told(cli: Cli) -> None:
    _policy()
    accepted = cli("validate", "--write-baseline", "baseline.json")
    assert accepted.out == (
        "baseline.json accepts 2 findings from now on.\nNext: policyctl validate --baseline baseline.json\n"
    )
    assert (accepted.code, accepted.err) == (0, "")
    assert json.loads(Path("baseline.json").read_text(encoding="utf-8")) == {
        "format_version": 1,
        "accepted": {
            "policy.yaml": ["vague-time: standards > Letters > says", "vague-time: standards > Refunds > says"]
        },
    }
    nothing_new = cli("validate", "--baseline", "baseline.json", "--fail-on", "info")
    assert nothing_new.out == (
        "policy.yaml holds nothing new: 3 sections checked.\n"
        "2 findings are accepted in baseline.json and left out.\n"
        "Next: policyctl render policy.yaml\n"
    )
    assert nothing_new.code == 0
    _policy("# A line that moves all others.\n" + VAGUE + "  Calls: We call you back shortly.\n")
    new = cli("validate", "--baseline", "baseline.json", "--format", "concise")
    assert new.out == (
        "policy.yaml:12:27: warning vague-time: “shortly” promises no time that anybody could keep or check. "
        "Write two lines in its place: `says:` with the sentence, and how long at the most, such as "
        "`within: 2 working days`.\n"
        "Found 1 warning in policy.yaml. 2 findings are accepted in baseline.json and left out. "
        "Nothing here stops you.\n"
        "Next: policyctl render policy.yaml\n"
    )


def test_what_is_accepted_in_vain_is_told_at_its_line(cli: Cli) -> None:
    _policy()
    cli("validate", "--write-baseline", "baseline.json")
    _policy(VAGUE.replace("back soon", "back in full"))
    said = cli("validate", "--baseline", "baseline.json")
    assert said.out == (
        "baseline.json:6:7: warning baseline-unused\n"
        "  This is accepted in policy.yaml, and no longer found there.\n"
        '  6 |       "vague-time: standards > Refunds > says"\n'
        "    |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  Delete the line, or write the baseline anew with `--write-baseline`.\n\n"
        "Found 1 warning in baseline.json. 1 finding is accepted in baseline.json and\n"
        "left out. Nothing here stops you.\n"
        "Next: policyctl render policy.yaml\n"
        "Why it matters: policyctl explain baseline-unused\n"
    )


def test_it_does_not_matter_where_one_stands_and_others_are_left_alone(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _policy(name="shops/north.policy.yaml")
    _policy(name="shops/south.policy.yaml")
    cli("validate", "shops", "--write-baseline", "baseline.json")
    monkeypatch.chdir(tmp_path / "shops")
    said = cli("validate", "north.policy.yaml", "--baseline", "../baseline.json")
    assert said.out.splitlines()[1] == "2 findings are accepted in ../baseline.json and left out."


def test_a_policy_that_is_not_read_whole_is_not_accepted_and_nothing_of_it_is_gone(cli: Cli) -> None:
    _policy()
    cli("validate", "--write-baseline", "baseline.json")
    _policy(VAGUE.replace("title", "titel"))
    said = cli("validate", "--write-baseline", "other.json")
    assert said.out.startswith("policy.yaml:4:3: error unknown-key")
    assert said.err == (
        "policyctl: Not every policy could be read and judged, so no baseline was\nwritten.\n"
        "  Mend what is told above first.\n"
    )
    assert (said.code, Path("other.json").exists()) == (2, False)
    assert "baseline-unused" not in cli("validate", "--baseline", "baseline.json").out


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"accepted": 1}',
        '{"format_version": 2, "accepted": {}}',
        '{"format_version": 1, "accepted": {"a": [1]}}',
    ],
)
def test_what_is_no_baseline_is_refused_with_the_way_to_one(cli: Cli, text: str) -> None:
    _policy()
    Path("b.json").write_text(text, encoding="utf-8")
    said = cli("validate", "--baseline", "b.json")
    assert (said.code, said.out) == (2, "")
    assert said.err == (
        "policyctl: b.json is no baseline that this policyctl can read.\n"
        "  Write it anew: policyctl validate --write-baseline b.json\n"
    )


def test_a_baseline_is_never_written_over_a_policy(cli: Cli) -> None:
    _policy()
    said = cli("validate", "--write-baseline", "policy.yaml")
    assert said.code == 2
    assert Path("policy.yaml").read_text(encoding="utf-8") == VAGUE
