"""`render --watch` prints again on each save, tells errors as render does, and goes on."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.preview.serving import PATIENCE, SMALL

from policyctl.cli.watching import files_of_brand
from policyctl.preview.watching import Watch

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals.")


def test_it_prints_again_on_each_save_and_tells_errors(tmp_path: Path) -> None:
    policy, page = tmp_path / "policy.yaml", tmp_path / "build" / "handbook.html"
    policy.write_text(SMALL, encoding="utf-8")
    command = [sys.executable, "-m", "policyctl", "render", "--watch", "--to", "html"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env={**os.environ}
    ) as process:
        assert process.stdout
        said = iter(process.stdout)
        assert next(said).startswith("build/handbook.html  ")
        assert next(said) == "It is printed again on each save. Ctrl-C ends it.\n"
        policy.write_text(SMALL.replace("sorry", "hello"), encoding="utf-8")
        assert re.fullmatch(r"\d\d:\d\d:\d\d  printed again in \d+\.\d s\n", next(said))
        assert "We say hello first." in page.read_text(encoding="utf-8")
        policy.write_text(SMALL + "roels: {}\n", encoding="utf-8")
        told = "".join(line for line in iter(lambda: next(said), "Nothing was written.\n"))
        assert "policy.yaml:8:1: error unknown-key\n" in told
        policy.write_text(SMALL, encoding="utf-8")
        assert "printed again" in next(said)
        assert "We say sorry first." in page.read_text(encoding="utf-8")
        process.send_signal(signal.SIGINT)
        assert (process.communicate(timeout=PATIENCE)[0], process.returncode) == ("\n", 0)


@pytest.mark.parametrize("name", ["../logo.svg", "/", "//host/share/logo.svg", "outside/logo.svg"])
def test_no_logo_is_looked_for_outside_of_the_folder(tmp_path: Path, name: str) -> None:
    policy = tmp_path / "shop" / "policy.yaml"
    policy.parent.mkdir()
    (policy.parent / "outside").symlink_to(tmp_path)
    policy.write_text(f"{SMALL}brand: {{logo: {name}, text_font: [here.ttf]}}\n", encoding="utf-8")
    assert files_of_brand(policy) == (policy.parent / "here.ttf",)


def test_a_logo_with_a_name_that_no_file_has_is_survived(tmp_path: Path) -> None:
    policy = tmp_path / "policy.yaml"
    policy.write_text(f"{SMALL}brand: {{logo: {'o' * 300}.svg}}\n", encoding="utf-8")
    with Watch(policy, lambda: files_of_brand(policy)) as watch:
        policy.write_text(SMALL, encoding="utf-8")
        assert watch.wait(PATIENCE)


def test_what_cannot_be_watched_is_refused(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "policyctl", "render", "-", "--watch"]
    found = subprocess.run(command, cwd=tmp_path, input=SMALL, capture_output=True, text=True, check=False)
    assert (found.returncode, found.stderr) == (
        2,
        "policyctl: What is handed in cannot change, so there is nothing to watch.\n  Name a file.\n",
    )
