"""What runs policyctl elsewhere in: hooks, an action and a snippet; that each does what its page says, out."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.cli.conftest import SMALL

from policyctl import __version__
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
    (hook,) = _loaded(ROOT / ".pre-commit-hooks.yaml")
    names = [str(path.relative_to(shop)) for path in shop.rglob("*") if path.is_file()]
    taken = sorted(str(shop / name) for name in names if re.search(hook["files"], Path(name).as_posix()))
    assert taken == policies_at(str(shop))
    assert hook["entry"].split() == ["policyctl", "validate"]


# ---- the action --------------------------------------------------------------------------------------------------

ACTION = _loaded(ROOT / "action.yml")
INPUTS = {name: told["default"] for name, told in ACTION["inputs"].items()}


def _step(name: str, shop: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """A step of the action as a runner starts it, with this very policyctl installed."""
    (step,) = (each for each in ACTION["runs"]["steps"] if each["name"] == name)
    given = {**INPUTS, **{key.replace("_", "-"): value for key, value in inputs.items()}}
    runner = shop.parent
    program = runner / "policyctl" / "bin" / "policyctl"
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m policyctl "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    settings = {
        key: re.sub(r"\$\{\{ inputs\.(\S+) \}\}", lambda at: given[at[1]], words) for key, words in step["env"].items()
    }
    told = {"RUNNER_TEMP": str(runner), "GITHUB_STEP_SUMMARY": str(runner / "summary.md"), "GITHUB_ACTIONS": "true"}
    (runner / "summary.md").touch()
    (runner / "step.sh").write_text(step["run"], encoding="utf-8")
    command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(runner / "step.sh")]
    environment = {**os.environ, **told, **settings}
    return subprocess.run(command, cwd=shop, env=environment, capture_output=True, check=False, encoding="utf-8")


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="The action runs on Linux and macOS.")


def test_the_action_marks_what_to_mend_and_sums_it_up(shop: Path) -> None:
    (shop / "policy.yaml").write_text(WRONG, encoding="utf-8")
    done = _step("Check the policies", shop)
    assert done.returncode == 1
    assert done.stdout.startswith("policy.yaml:4:3: error unknown-key\n")
    assert "\n::error file=policy.yaml,line=4,endLine=4,col=3,endColumn=8,title=unknown-key::" in done.stdout
    assert (shop.parent / "summary.md").read_text(encoding="utf-8").startswith("## policyctl\n\n**Found 1 error in ")


def test_the_action_takes_paths_and_reports_line_by_line(shop: Path) -> None:
    done = _step(
        "Check the policies", shop, paths="a/b c.policy.yaml\n\npolicy.yml\n", reports="sarif=x y.sarif\njson=z.json"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("2 policies are in order")
    assert (shop / "x y.sarif").exists()
    assert (shop / "z.json").exists()


@pytest.mark.parametrize(
    "words", ["$(touch hacked)", "`touch hacked`", '"; touch hacked; "', "x\ntouch hacked", "--help"]
)
@pytest.mark.parametrize("name", INPUTS)
def test_no_input_of_the_action_is_run(shop: Path, name: str, words: str) -> None:
    done = _step("Check the policies", shop, **{name: words})
    assert done.returncode == 2
    assert not (shop / "hacked").exists()


def test_inputs_reach_the_action_through_the_environment_alone() -> None:
    steps = ACTION["runs"]["steps"]
    assert [step["name"] for step in steps if "${{" in step["run"]] == []
    given = {value for step in steps for value in step.get("env", {}).values()}
    assert given == {f"${{{{ inputs.{name} }}}}" for name in INPUTS}
    assert '"$GITHUB_ACTION_PATH"' in steps[0]["run"], "what is installed is the commit that was asked for"


# ---- pages and snippets ------------------------------------------------------------------------------------------


def test_the_snippet_for_gitlab_hands_on_the_reports_that_it_writes() -> None:
    (job,) = _loaded(SNIPPET).values()
    install, check = job["script"]
    written = dict(word.split("=", 1) for word in check.split() if "=" in word)
    assert job["artifacts"]["reports"] == {"codequality": written["gitlab"], "junit": written["junit"]}
    assert install.endswith(f" policyctl=={__version__}")


def test_the_page_tells_every_format_and_every_input() -> None:
    rows = re.findall(r"^\| `(\S+)` \|", PAGE, re.MULTILINE)
    assert rows == [*INPUTS, *REPORTERS]


def test_the_page_shows_yaml_that_can_be_read() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert len(blocks) == 3
    assert all(yaml.safe_load(block) for block in blocks)
    used = {name for block in blocks for name in re.findall(r"^ +(paths|fail-on|reports):", block, re.MULTILINE)}
    assert used <= set(INPUTS)
