"""Write beside each case of the tests what `validate` says about it; read the diff."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.terminal import cases, converse

from policyctl import __version__
from policyctl.reporters import REPORTERS

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases"
JUDGED = ("mistakes/*.yaml", "newcomers/*.yaml", "drafts/*.yaml", "rules/*/*.yaml")
BESIDE = {"--against": ".before", "--baseline": ".baseline.json"}
REPORTS = CASES / "reports"
CONVERSATIONS = CASES / "init"
DAY = "2026-11-23"


def main() -> None:
    """Write NAME.txt for each NAME.yaml, or for those whose path holds one of the words given; then reports and init.

    Where NAME.before stands beside it, it is the policy that NAME.yaml is compared with, and NAME.baseline.json is what
    was accepted of it.
    """
    words = sys.argv[1:] or [""]
    files = sorted(path for pattern in JUDGED for path in CASES.glob(pattern))
    for path in (each for each in files if any(word in str(each.relative_to(CASES)) for word in words)):
        path.with_suffix(".txt").write_text(_validated(path.parent, path.name, *_beside(path)), encoding="utf-8")
    if any(word in REPORTS.name for word in words):
        _report()
    if any(word in CONVERSATIONS.name for word in words):
        _converse()


def _beside(path: Path) -> list[str]:
    found = {option: path.with_suffix(suffix) for option, suffix in BESIDE.items()}
    return [word for option, each in found.items() if each.exists() for word in (option, each.name)]


def _report() -> None:
    """Every format of the report on the shops and one that is missing, started where no project is around them."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(REPORTS / "shops", Path(folder, "shops"))
        copies = [word for form in REPORTERS for word in ("--report", f"{form}={folder}/report.{form}")]
        _validated(Path(folder), "shops", "missing.yaml", *copies)
        for form in REPORTERS:
            said = Path(folder, f"report.{form}").read_text(encoding="utf-8")
            (REPORTS / f"report.{form}").write_text(said.replace(f'"{__version__}"', '"VERSION"'), encoding="utf-8")


def _converse() -> None:
    """What `init` says where NAME.typed is typed, and what it writes then and from options alone."""
    for case in cases(CONVERSATIONS):
        with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as around:
            around.chdir(folder)
            screen = converse(around, case.arguments, case.typed, case.columns, case.tag).screen
            (CONVERSATIONS / f"{case.name}.txt").write_text(screen, encoding="utf-8")
            shutil.copy(next(Path(folder).rglob("*.yaml")), CONVERSATIONS / f"{case.name}.yaml")
    options = (CONVERSATIONS / "options.arguments").read_text(encoding="utf-8").splitlines()
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "policyctl", "init", *options, "--save-answers", "answers.yaml"]
        subprocess.run(command, cwd=folder, capture_output=True, check=True)  # noqa: S603  A command of our own.
        shutil.copy(Path(folder, "policy.yaml"), CONVERSATIONS / "options.yaml")
        shutil.copy(Path(folder, "answers.yaml"), CONVERSATIONS / "options.answers.yaml")


def _validated(folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "policyctl", "validate", "--today", DAY, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False, encoding="utf-8").stdout  # noqa: S603  A command of our own.


if __name__ == "__main__":
    main()
