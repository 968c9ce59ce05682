"""What is certain is mended by --fix, and every other byte of the file stays as it is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import SMALL, Cli

from policyctl.validation.fixing import CERTAIN

CASES = Path(__file__).parent.parent / "cases" / "fixes"
NAMES = sorted(path.stem for path in CASES.glob("*.yaml"))
DAY = ("--today", "2026-11-23")
MISSPELT = SMALL.replace("title:", "titel:")


@pytest.mark.parametrize("name", NAMES)
def test_what_is_certain_is_mended_and_shown(cli: Cli, name: str) -> None:
    """NAME.txt is what `validate --fix NAME.yaml` prints, NAME.mended what stands in the file then."""
    before = (CASES / f"{name}.yaml").read_bytes()
    Path("policy.yaml").write_bytes(before)
    shown = cli("validate", "--diff", *DAY)
    assert Path("policy.yaml").read_bytes() == before
    said = cli("validate", "--fix", *DAY)
    assert said.out == (CASES / f"{name}.txt").read_text(encoding="utf-8")
    assert said.err == ""
    assert Path("policy.yaml").read_bytes() == (CASES / f"{name}.mended").read_bytes()
    assert said.out.startswith(shown.out)
    assert shown.code == (1 if shown.out or said.code else 0)
    again = cli("validate", "--fix", *DAY)
    assert again.out.startswith("There was nothing certain to mend.\n\n")
    assert Path("policy.yaml").read_bytes() == (CASES / f"{name}.mended").read_bytes()


def test_there_is_a_case_of_every_kind_that_is_certain(cli: Cli) -> None:
    found = set()
    for name in NAMES:
        (Path("policies") / f"{name}.policy.yaml").parent.mkdir(exist_ok=True)
        (Path("policies") / f"{name}.policy.yaml").write_bytes((CASES / f"{name}.yaml").read_bytes())
    for line in cli("validate", "policies", "--format", "concise", *DAY).out.splitlines():
        found |= {rule for rule in CERTAIN if f" {rule}: " in line}
    assert found == set(CERTAIN)


def test_the_difference_alone_is_shown_and_nothing_written(cli: Cli) -> None:
    Path("policy.yaml").write_text(MISSPELT + "\nmissoin: Help\nstatus: x\n", encoding="utf-8")
    said = cli("validate", "--diff")
    assert said.out == (
        "--- policy.yaml\n"
        "+++ policy.yaml\n"
        "@@ -1,10 +1,10 @@\n"
        " policyctl: 1\n"
        " \n"
        " policy:\n"
        "-  titel: How we look after our customers\n"
        "+  title: How we look after our customers\n"
        "   organisation: Rosa's Corner Shop\n"
        " \n"
        " hours: Mon-Sat 7:00-21:00\n"
        " \n"
        "-missoin: Help\n"
        "+mission: Help\n"
        " status: x\n"
    )
    assert said.err == "--fix would mend 2 mistakes in policy.yaml. 1 error would be left.\n"
    assert said.code == 1
    assert "titel" in Path("policy.yaml").read_text(encoding="utf-8")


def test_a_policy_in_order_has_no_difference(cli: Cli, small: Path) -> None:
    said = cli("validate", "--diff", str(small.name))
    assert (said.code, said.out, said.err) == (0, "", "There is nothing certain to mend.\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_a_byte_order_mark_and_spaces_stay(cli: Cli, end: str, mark: str) -> None:
    written = [
        "policyctl: 1  # the first ",
        "policy:   ",
        "    titel:   How we: look after you",
        "    organisation: Rosa's  ",
        "# the end",
    ]
    mended = [
        *written[:2],
        "    title:   |",
        "      How we: look after you",
        *written[3:],
    ]
    Path("policy.yaml").write_bytes((mark + end.join(written)).encode())
    assert cli("validate", "--fix").code == 0
    assert Path("policy.yaml").read_bytes() == (mark + end.join(mended)).encode()


def test_the_difference_is_coloured_where_the_terminal_has_colours(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("policy.yaml").write_text(MISSPELT, encoding="utf-8")
    monkeypatch.setenv("FORCE_COLOR", "1")
    said = cli("validate", "--diff")
    assert "\x1b[31m-  titel: How we look after our customers\x1b[0m\n" in said.out
    assert "\x1b[32m+  title: How we look after our customers\x1b[0m\n" in said.out


def test_what_is_shown_of_a_file_commands_no_terminal(cli: Cli) -> None:
    Path("policy.yaml").write_text(MISSPELT + "# \x1b[2J ::error::x\n", encoding="utf-8")
    said = cli("validate", "--fix")
    assert " # \\x1b[2J : :error: :x\n" in said.out
    assert "# \x1b[2J ::error::x\n" in Path("policy.yaml").read_text(encoding="utf-8")


def test_each_policy_of_a_folder_is_mended(cli: Cli) -> None:
    for name in ("b", "a", "c"):
        Path(f"{name}.policy.yaml").write_text(MISSPELT if name != "c" else SMALL, encoding="utf-8")
    said = cli("validate", ".", "--fix")
    assert said.out.startswith("--- a.policy.yaml\n")
    assert "\n--- b.policy.yaml\n" in said.out
    assert said.out.endswith(
        "Mended 2 mistakes in 2 files.\n\n3 policies are in order: 6 sections checked.\nNext: policyctl render FILE\n"
    )
    assert [Path(f"{name}.policy.yaml").read_text(encoding="utf-8") for name in "abc"] == [SMALL] * 3


def test_standard_input_goes_out_mended_and_the_report_beside_it() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "policyctl", "validate", "--fix", "-"],
        input=MISSPELT.replace("\n", "\r\n").encode(),
        capture_output=True,
        check=False,
    )
    assert done.stdout == SMALL.replace("\n", "\r\n").encode()
    assert done.stderr.decode() == "stdin is in order: 2 sections checked.\nNext: policyctl render -\n"
    assert done.returncode == 0


def test_a_format_for_programs_has_its_stream_to_itself(cli: Cli) -> None:
    Path("policy.yaml").write_text(MISSPELT, encoding="utf-8")
    said = cli("validate", "--fix", "--format", "concise")
    assert said.out == "policy.yaml is in order: 2 sections checked.\nNext: policyctl render policy.yaml\n"
    assert said.err == "Mended 1 mistake in policy.yaml.\n"


def test_a_summary_is_of_the_mended_policy(cli: Cli) -> None:
    Path("policy.yaml").write_text(MISSPELT, encoding="utf-8")
    assert "How we look after our customers, Rosa's Corner Shop\n" in cli("validate", "--fix", "--summary").out


def test_what_a_baseline_accepts_is_left_alone(cli: Cli) -> None:
    text = SMALL + "\nbrand:\n  accent: “#0b6e4f”\n"
    Path("policy.yaml").write_text(text, encoding="utf-8")
    cli("validate", "--write-baseline", "accepted.json")
    said = cli("validate", "--fix", "--baseline", "accepted.json")
    assert said.out.startswith("There was nothing certain to mend.\n\npolicy.yaml holds nothing new")
    assert Path("policy.yaml").read_text(encoding="utf-8") == text
    assert cli("validate", "--diff", "--baseline", "accepted.json").code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--fix", "--write-baseline", "x.json"), "Mend first, then accept the rest without it."),
        (("--diff", "--summary"), "The difference is shown alone; leave out --summary."),
        (("--diff", "--format", "json"), "The difference is shown alone; leave out --format."),
        (("--diff", "--report", "json=x"), "The difference is shown alone; leave out --report."),
        (("--fix", "-", "policy.yaml"), "Standard input is mended alone; leave out the files."),
        (("--fix", "-", "--format", "json"), "leave out --format, or use --report."),
    ],
)
def test_what_makes_no_sense_together_is_refused(cli: Cli, small: Path, arguments: tuple[str, ...], words: str) -> None:
    said = cli("validate", *arguments)
    assert said.code == 2
    assert words in " ".join(said.err.replace("│", " ").split())
    assert small.read_text(encoding="utf-8") == SMALL


def test_a_link_is_followed_and_the_mode_is_kept(cli: Cli, tmp_path: Path) -> None:
    real = tmp_path / "real.yaml"
    real.write_text(MISSPELT, encoding="utf-8")
    real.chmod(0o640)
    Path("policy.yaml").symlink_to(real)
    assert cli("validate", "--fix").code == 0
    assert Path("policy.yaml").is_symlink()
    assert real.read_text(encoding="utf-8") == SMALL
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_file_that_is_in_order_is_not_written(cli: Cli, small: Path) -> None:
    before = small.stat()
    cli("validate", "--fix")
    assert small.stat() == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="The administrator may write any file.")
def test_a_file_closed_against_writing_stays(cli: Cli) -> None:
    Path("policy.yaml").write_text(MISSPELT, encoding="utf-8")
    Path("policy.yaml").chmod(0o444)
    said = cli("validate", "--fix")
    assert said.err.startswith("policyctl: policy.yaml may not be written by you.\n")
    assert (said.code, Path("policy.yaml").read_text(encoding="utf-8")) == (2, MISSPELT)


def test_the_documentation_says_what_is_certain() -> None:
    page = (Path(__file__).parent.parent.parent / "docs" / "continuous-integration.md").read_text(encoding="utf-8")
    table = page.split("| rule | is mended so |\n| --- | --- |\n")[1].split("\n\n")[0]
    assert table.splitlines() == [f"| `{rule}` | {what} |" for rule, what in CERTAIN.items()]
