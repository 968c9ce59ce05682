"""The hook, the action and the snippet by which others run policyctl do what their page says."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.cli.conftest import SMALL

from policyctl.cli.paths import policies_at
from policyctl.reporters import REPORTERS

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "continuous-integration.md").read_text(encoding="utf-8")
SNIPPET = ROOT / "docs" / "ci" / "policyctl.gitlab-ci.yml"
WRONG = SMALL.replace("title", "titel")


def _loaded(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    folder = tmp_path / "shop"
    for name in ("policy.yaml", "a/b c.policy.yaml", "a/policy.yaml", "a/notpolicy.yaml", "policy.yml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(SMALL, encoding="utf-8")
    return folder


def test_the_hook_takes_the_files_that_a_folder_is_searched_for(shop: Path) -> None:
    hook, documents = _loaded(ROOT / ".pre-commit-hooks.yaml")
    names = [str(path.relative_to(shop)) for path in shop.rglob("*") if path.is_file()]
    taken = sorted(str(shop / name) for name in names if re.search(hook["files"], Path(name).as_posix()))
    assert taken == policies_at(str(shop))
    assert hook["entry"].split() == ["policyctl", "validate"]
    assert documents["entry"].split() == ["policyctl", "render", "--check"]


# ---- the action --------------------------------------------------------------------------------------------------

ACTION = _loaded(ROOT / "action.yml")
INPUTS = {name: told["default"] for name, told in ACTION["inputs"].items()}


def _run(name: str, shop: Path, settings: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """A step of the action as a runner starts it, in a job whose checkout is the shop."""
    (step,) = (each for each in ACTION["runs"]["steps"] if each["name"] == name)
    runner = shop.parent
    told = {
        "RUNNER_TEMP": str(runner),
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_ACTIONS": "true",
        "GITHUB_STEP_SUMMARY": str(runner / "summary.md"),
        "GITHUB_OUTPUT": str(runner / "output"),
    }
    (runner / "output").write_text("", encoding="utf-8")
    (runner / "step.sh").write_text(step["run"], encoding="utf-8")
    command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(runner / "step.sh")]
    environment = {**os.environ, **told, **settings}
    return subprocess.run(command, cwd=shop, env=environment, capture_output=True, check=False, encoding="utf-8")


def _check(shop: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The step that checks."""
    (step,) = (each for each in ACTION["runs"]["steps"] if each["name"] == "Check the policies")
    given = {**INPUTS, **{key.replace("_", "-"): value for key, value in inputs.items()}}
    settings = {
        key: re.sub(r"\$\{\{ inputs\.(\S+) \}\}", lambda at: given[at[1]], words) for key, words in step["env"].items()
    }
    return _run("Check the policies", shop, settings)


def _outputs(shop: Path) -> dict[str, str]:
    lines = (shop.parent / "output").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines)


@pytest.fixture
def installed(shop: Path) -> Path:
    """The shop, and this very policyctl where the first step installs it."""
    program = shop.parent / "policyctl" / "bin" / "policyctl"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m policyctl "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return shop


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="The steps are run by a bash of Linux or macOS.")


@pytest.mark.slow
def test_the_action_installs_this_commit_and_checks_with_it(shop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", sysconfig.get_path("purelib"))  # What a runner would download lies here already.
    offline = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_NO_COMPILE": "1", "PIP_NO_BUILD_ISOLATION": "0"}
    python = os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]])
    done = _run("Install policyctl", shop, {**offline, "PATH": python})
    assert (done.returncode, done.stdout) == (0, "")
    assert list((shop.parent / "policyctl" / "lib").glob("python3.*/site-packages/policyctl/templates"))
    done = _check(shop)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("4 policies are in order")


def test_the_action_says_which_python_it_needs(shop: Path) -> None:
    old = shop.parent / "old" / "python3"
    old.parent.mkdir()
    old.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    old.chmod(0o755)
    bash = shutil.which("bash")
    assert bash
    (old.parent / "bash").symlink_to(bash)
    done = _run("Install policyctl", shop, {"PATH": str(old.parent)})
    assert done.returncode == 1
    assert done.stdout == "::error::policyctl needs Python 3.11 or later; use actions/setup-python first.\n"


def test_the_action_marks_what_to_mend_sums_it_up_and_hands_it_on(installed: Path) -> None:
    (installed / "policy.yaml").write_text(WRONG, encoding="utf-8")
    done = _check(installed)
    assert done.returncode == 1
    assert done.stdout.startswith("policy.yaml:4:3: error unknown-key\n")
    assert "\n::error file=policy.yaml,line=4,endLine=4,col=3,endColumn=8,title=unknown-key::" in done.stdout
    assert (
        (installed.parent / "summary.md").read_text(encoding="utf-8").startswith("## policyctl\n\n**Found 1 error in ")
    )
    sarif = installed.parent / "policyctl.sarif"
    assert _outputs(installed) == {"exit-code": "1", "findings": "1", "sarif": str(sarif)}
    assert '"unknown-key"' in sarif.read_text(encoding="utf-8")


def test_the_action_takes_paths_and_reports_line_by_line(installed: Path) -> None:
    done = _check(installed, paths="a/b c.policy.yaml\n\npolicy.yml\n", reports="sarif=x y.sarif\njson=z.json")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("2 policies are in order")
    assert (installed / "x y.sarif").exists()
    assert (installed / "z.json").exists()
    assert _outputs(installed)["findings"] == "0"


def test_the_action_finds_the_program_where_windows_puts_it(installed: Path) -> None:
    (installed.parent / "policyctl" / "bin").rename(installed.parent / "policyctl" / "Scripts")
    done = _check(installed)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("4 policies are in order")


def test_the_action_compares_with_what_a_policy_was(installed: Path) -> None:
    promised = (
        SMALL.replace("title:", "status: published\n  version: {}\n  title:") + "standards:\n  An answer: within {}\n"
    )
    who = ("-c", "user.name=Ruby", "-c", "user.email=ruby@fern.example", "-c", "commit.gpgsign=false")
    (installed / "policy.yaml").write_text(promised.format("1.0", "1 working day"), encoding="utf-8")
    for words in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "-m", "The first"), ("tag", "before")):
        subprocess.run(["git", *who, *words], cwd=installed, check=True)  # noqa: S607  The one on the path.
    (installed / "before").write_text("A file that somebody has added.", encoding="utf-8")
    (installed / "policy.yaml").write_text(promised.format("1.1", "2 working days"), encoding="utf-8")
    done = _check(installed, paths="policy.yaml", against="before")
    assert "error changed-without-note\n" in done.stdout
    assert done.returncode == 1


def test_the_action_tells_what_is_new_since_a_baseline(installed: Path) -> None:
    (installed / "policy.yaml").write_text(
        SMALL + "standards:\n  Refunds: We pay your money back soon.\n", encoding="utf-8"
    )
    accept = [sys.executable, "-m", "policyctl", "validate", "policy.yaml", "--write-baseline", "accepted.json"]
    subprocess.run(accept, cwd=installed, check=True, capture_output=True)
    assert _check(installed, paths="policy.yaml", fail_on="info").returncode == 1
    done = _check(installed, paths="policy.yaml", fail_on="info", baseline="accepted.json")
    assert (done.returncode, _outputs(installed)["findings"]) == (0, "0")


@pytest.mark.parametrize("words", ["$(touch hacked)", "`touch hacked`", '"; touch hacked; "', "x\ntouch hacked"])
def test_no_input_of_the_action_is_run(installed: Path, words: str) -> None:
    done = _check(installed, **dict.fromkeys(INPUTS, words))
    assert (done.returncode, _outputs(installed)) == (2, {"exit-code": "2"})
    assert not (installed / "hacked").exists()


@pytest.mark.parametrize("name", INPUTS)
def test_no_input_of_the_action_is_an_option(installed: Path, name: str) -> None:
    done = _check(installed, **{name: "--help"})
    assert done.returncode == 2
    assert "Usage" not in done.stdout


def test_inputs_reach_the_action_through_the_environment_alone() -> None:
    install, check = ACTION["runs"]["steps"]
    assert [step["name"] for step in (install, check) if "${{" in step["run"]] == []
    given = {value for value in check["env"].values() if "${{" in value}
    assert given == {f"${{{{ inputs.{name} }}}}" for name in INPUTS}


def test_the_action_hands_on_what_its_step_says() -> None:
    said = {name: told["value"] for name, told in ACTION["outputs"].items()}
    assert said == {name: f"${{{{ steps.check.outputs.{name} }}}}" for name in ("exit-code", "findings", "sarif")}


# ---- pages and snippets ------------------------------------------------------------------------------------------


def test_the_snippet_for_gitlab_hands_on_the_reports_that_it_writes() -> None:
    (job,) = _loaded(SNIPPET).values()
    check = job["script"][-1]
    written = dict(word.split("=", 1) for word in check.split() if "=" in word)
    assert job["artifacts"]["reports"] == {"codequality": written["gitlab"], "junit": written["junit"]}


def test_the_page_tells_every_input_output_and_format() -> None:
    fixes = re.search(r"## What --fix mends.*?\n## ", PAGE, re.DOTALL)
    assert fixes
    rows = re.findall(r"^\| `(\S+)` \|", PAGE.replace(fixes[0], ""), re.MULTILINE)
    assert rows == [*INPUTS, *ACTION["outputs"], *REPORTERS]


def test_the_page_shows_yaml_that_can_be_read() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert len(blocks) == 6
    assert all(yaml.safe_load(block) for block in blocks)
    used = {
        name
        for block in blocks
        for name in re.findall(r"^ +(paths|against|baseline|fail-on|reports):", block, re.MULTILINE)
    }
    assert used <= set(INPUTS)
