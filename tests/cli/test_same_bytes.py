"""The same policy gives the same bytes, whoever prints it, where and when."""

import os
import subprocess
import sys
from pathlib import Path

from policyctl import resources

EXAMPLE = resources.examples() / "corner-shop" / "policy.yaml"


def print_in(folder: Path, seed: str, zone: str, language: str) -> dict[str, bytes]:
    folder.mkdir(parents=True)
    settings = {"PYTHONHASHSEED": seed, "TZ": zone, "LANG": language, "HOME": str(folder)}
    command = [sys.executable, "-m", "policyctl", "render", str(EXAMPLE), "--output", "printed"]
    subprocess.run(command, cwd=folder, env={**os.environ, **settings}, check=True, capture_output=True)
    return {file.name: file.read_bytes() for file in (folder / "printed").iterdir()}


def test_each_format_is_the_same_under_other_seeds_zones_languages_and_folders(tmp_path: Path) -> None:
    here = print_in(tmp_path / "here", "1", "UTC", "C")
    there = print_in(tmp_path / "a longer way" / "there", "12345", "Asia/Tokyo", "de_DE.UTF-8")
    assert sorted(here) == ["handbook.html", "handbook.md", "handbook.pdf"]
    assert here == there
