"""The program as a process of its own: what it imports, how it ends, and which streams it can bear."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import SMALL

from policyctl.cli.crash import write_crash_report

PROGRAM = [sys.executable, "-m", "policyctl"]
NOT_TO_VALIDATE = (
    *("babel", "jinja2", "markdown_it", "rich", "weasyprint", "policyctl.rendering", "policyctl.scaffold"),
    *("policyctl.validation.rulebook", "policyctl.reporters.sarif"),
)
NOT_TO_PRINT_HELP = ("babel", "jinja2", "markdown_it", "rich", "weasyprint", "policyctl.library")
PRINT_MODULES = (
    "import sys; from policyctl.__main__ import run; run(sys.argv[1:]); print(*sorted(sys.modules), sep='\\n')"
)


def _imported(*arguments: str) -> set[str]:
    command = [sys.executable, "-c", PRINT_MODULES, *arguments]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\n"))


def test_checking_a_policy_pays_for_nothing_that_only_printing_needs(small: Path) -> None:
    modules = _imported("validate", str(small))
    assert [name for name in NOT_TO_VALIDATE if name in modules] == []


def test_without_options_no_parser_of_options_is_paid_for(small: Path) -> None:
    modules = _imported("validate", str(small))
    assert [name for name in ("typer", "policyctl.cli.app") if name in modules] == []


def test_with_options_a_policy_is_judged_the_same(small: Path) -> None:
    small.write_text(SMALL + "standards:\n  Refunds: We pay your money back soon.\n", encoding="utf-8")
    plain = subprocess.run([*PROGRAM, "validate", str(small)], capture_output=True, check=False)
    asked = subprocess.run([*PROGRAM, "validate", str(small), "--fail-on", "error"], capture_output=True, check=False)
    assert b"vague-time" in plain.stdout
    assert (plain.returncode, plain.stdout, plain.stderr) == (asked.returncode, asked.stdout, asked.stderr)


def test_the_version_pays_for_nothing() -> None:
    modules = _imported("--version")
    assert [
        name
        for name in ("typer", "pydantic", "yaml", "shutil", "policyctl.cli.app", *NOT_TO_VALIDATE)
        if name in modules
    ] == []


def test_help_and_completion_pay_for_no_policy() -> None:
    modules = _imported("--help")
    assert [
        name for name in ("yaml", "policyctl.schema", "policyctl.rules", *NOT_TO_PRINT_HELP) if name in modules
    ] == []


def test_a_reader_who_leaves_early_is_no_trouble(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(SMALL + "".join(f"x{n}: y\n" for n in range(500)), encoding="utf-8")
    with subprocess.Popen(
        [*PROGRAM, "validate", str(wrong)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437"])
def test_no_encoding_is_a_crash(tmp_path: Path, encoding: str) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(SMALL + "寿司: é\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run([*PROGRAM, "validate", str(wrong)], env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert "\\u5bff\\u53f8" in done.stdout.decode(encoding)


@pytest.mark.parametrize("arguments", ["validate policy.yaml", "--version", "--help", "explain brand"])
def test_a_closed_output_is_no_crash(small: Path, arguments: str) -> None:
    command = f'"{sys.executable}" -m policyctl {arguments} >&-'
    done = subprocess.run(["/bin/sh", "-c", command], cwd=small.parent, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="There is no full disk to write to.")
@pytest.mark.parametrize("arguments", [("validate", "policy.yaml"), ("--version",), ("--help",), ("render", "-h")])
def test_a_full_disk_is_said(small: Path, arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, *arguments], cwd=small.parent, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert b"The result could not be written out" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows interrupts in another way.")
@pytest.mark.parametrize(
    ("handler", "code"),
    [(signal.SIG_DFL, 130), pytest.param(signal.SIG_IGN, 1, id="as nohup starts programs, an interrupt says nothing")],
)
def test_an_interrupt_ends_quietly(handler: signal.Handlers, code: int) -> None:
    with subprocess.Popen(
        [*PROGRAM, "validate", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, handler),  # noqa: PLW1509  No thread of ours is at work.
    ) as process:  # fmt: skip
        assert process.stdin
        process.stdin.write(b"# More than a pipe holds, so that this ends once the program reads.\n" * 5000)
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        said = process.communicate()
    assert process.returncode == code
    assert b"Traceback" not in said[1]


def test_what_nobody_foresaw_ends_in_a_sentence_and_no_traceback(small: Path, tmp_path: Path) -> None:
    broken = "import sys; sys.modules['yaml'] = None; from policyctl.__main__ import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", broken, "validate", str(small)],
        env={**os.environ, "TMPDIR": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (70, "")
    assert done.stderr.startswith("policyctl: policyctl itself has made a mistake; nothing you did is wrong.\n")
    (details,) = tmp_path.glob("policyctl-*.txt")
    assert str(details) in done.stderr
    assert "ModuleNotFoundError" in details.read_text(encoding="utf-8")


def test_a_mistake_of_our_own_is_admitted_and_its_details_are_kept() -> None:
    error = write_crash_report(ZeroDivisionError("by\x1bnothing"))
    assert error.message == "policyctl itself has made a mistake; nothing you did is wrong."
    kept = Path((error.hint or "").rpartition(" ")[2])
    assert "ZeroDivisionError: by\x1bnothing" in kept.read_text(encoding="utf-8")
    kept.unlink()


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="Standard output has no path on this system.")
def test_a_report_may_go_to_standard_output_through_a_pipe(small: Path) -> None:
    command = [*PROGRAM, "validate", "policy.yaml", "--report", "json=/dev/stdout"]
    done = subprocess.run(command, cwd=small.parent, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b'"valid": true' in done.stdout
