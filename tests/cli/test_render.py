"""The handbook of a policy is printed in every format, or not at all, and always with the same bytes."""

import os
import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from tests.cli.conftest import SMALL, Cli

from policyctl.rendering.record import RECORD
from policyctl.resources import examples


def _png() -> bytes:
    file = BytesIO()
    Image.new("RGB", (3, 2), "seagreen").save(file, "PNG")
    return file.getvalue()


PNG = _png()
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><title>Rosa</title><path d="M0 0h2v2z"/></svg>'


@pytest.mark.usefixtures("small")
def test_all_formats_are_written_with_their_size_and_time(cli: Cli) -> None:
    said = cli("render")
    assert (said.code, said.err) == (0, "")
    lines = [re.sub(r"[\d.]+ (kB|MB|s)", r"N \1", line) for line in said.out.splitlines()]
    assert lines == [f"build/handbook.{ending}  N kB, N s" for ending in ("md", "html", "pdf")]
    assert Path("build/handbook.md").read_text(encoding="utf-8").count("Rosa") > 0
    assert Path("build/handbook.html").read_bytes().startswith(b"<!doctype html>")
    assert Path("build/handbook.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.usefixtures("small")
def test_a_word_file_is_made_for_whoever_asks_for_one(cli: Cli) -> None:
    said = cli("render", "--to", "docx")
    assert (said.code, said.err) == (0, "")
    assert re.fullmatch(r"build/handbook\.docx  \d+ kB, [\d.]+ s\n", said.out)
    assert Path("build/handbook.docx").read_bytes().startswith(b"PK")


@pytest.mark.usefixtures("small")
def test_without_what_makes_word_files_it_is_said_how_to_get_it(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    said = cli("render", "--to", "markdown,docx")
    assert (said.code, said.out) == (2, "")
    assert " ".join(said.err.split()) == (
        "policyctl: Word files need the package python-docx, which is not here. "
        "Install it: pip install python-docx; with pipx: pipx inject policyctl python-docx."
    )
    assert not Path("build").exists()


@pytest.mark.usefixtures("small")
def test_formats_and_folder_are_the_user_s_to_choose(cli: Cli) -> None:
    assert cli("render", "policy.yaml", "--to", "html, markdown", "--output", "a/b").code == 0
    assert sorted(path.name for path in Path("a/b").iterdir()) == [RECORD, "handbook.html", "handbook.md"]


def test_a_policy_with_errors_is_told_as_by_validate_and_nothing_is_written(cli: Cli) -> None:
    Path("policy.yaml").write_text(SMALL.replace("title", "titel"), encoding="utf-8")
    said = cli("render")
    assert (said.code, said.err) == (1, "Nothing was written.\n")
    assert said.out == cli("validate").out
    assert not Path("build").exists()


def test_warnings_are_counted_and_stop_nothing(cli: Cli) -> None:
    Path("policy.yaml").write_text(SMALL + "\nfacts:\n  Which bus: Line #7 stops here\n", encoding="utf-8")
    said = cli("render", "--to", "markdown")
    assert (said.code, said.err) == (0, "1 warning; see it with: policyctl validate policy.yaml\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--to", "word"), "Write any of markdown, html, pdf, docx, with commas between them."),
        (("--templates", "mine"), "There is no folder called mine."),
        (("missing.yaml",), "There is no file or folder called missing.yaml."),
        ((".",), ". holds 2 policies."),
        (("--output", "policy.yaml"), "a file stands where its folder should be"),
    ],
)
@pytest.mark.usefixtures("small")
def test_what_cannot_be_done_is_said_and_nothing_is_written(cli: Cli, arguments: tuple[str, ...], told: str) -> None:
    Path("other.policy.yaml").write_text(SMALL, encoding="utf-8")
    said = cli("render", "--to", "markdown", *arguments)
    assert (said.code, said.out) == (2, "")
    assert told in " ".join(said.err.split())
    assert sorted(path.name for path in Path().iterdir()) == ["other.policy.yaml", "policy.yaml"]


@pytest.mark.parametrize(("data", "kind"), [(PNG, "png"), (SVG, "svg+xml")])
def test_the_logo_beside_the_policy_is_in_the_document(cli: Cli, small: Path, data: bytes, kind: str) -> None:
    Path("logo.svg").write_bytes(data)
    small.write_text(SMALL + "\nbrand:\n  logo: logo.svg\n", encoding="utf-8")
    assert cli("render", "--to", "html").code == 0
    assert f"data:image/{kind};base64," in Path("build/handbook.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("small")
def test_a_template_of_the_user_s_own_comes_first(cli: Cli) -> None:
    Path("mine/documents").mkdir(parents=True)
    Path("mine/documents/handbook.j2").write_text("Only {{ document.organisation }}.", encoding="utf-8")
    assert cli("render", "--to", "markdown", "--templates", "mine").code == 0
    assert Path("build/handbook.md").read_text(encoding="utf-8") == "Only Rosa's Corner Shop.\n"


@pytest.mark.usefixtures("small")
def test_asked_for_nothing_else_render_makes_what_this_machine_can(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    said = cli("render")
    assert (said.code, len(said.out.splitlines())) == (0, 2)
    assert said.err.startswith("policyctl: handbook.pdf was not made. ")
    assert "apt install libpangoft2-1.0-0 libharfbuzz-subset0" in " ".join(said.err.split())
    assert sorted(path.name for path in Path("build").iterdir()) == [RECORD, "handbook.html", "handbook.md"]


@pytest.mark.parametrize("to", ["pdf", "markdown,pdf"])
@pytest.mark.usefixtures("small")
def test_asked_for_a_pdf_where_none_can_be_made_nothing_is_written(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, to: str
) -> None:
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    said = cli("render", "--to", to)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("policyctl: ")
    assert not Path("build").exists()


def _print_in(folder: Path, seed: str, zone: str, language: str) -> dict[str, bytes]:
    folder.mkdir(parents=True)
    settings = {"PYTHONHASHSEED": seed, "TZ": zone, "LANG": language, "HOME": str(folder)}
    command = [
        sys.executable,
        "-m",
        "policyctl",
        "render",
        str(examples() / "corner-shop" / "policy.yaml"),
        "--to",
        "markdown,html,pdf,docx",
        "--output",
        "printed",
    ]
    subprocess.run(command, cwd=folder, env={**os.environ, **settings}, check=True, capture_output=True)
    return {file.name: file.read_bytes() for file in (folder / "printed").iterdir()}


def test_each_format_is_the_same_under_other_seeds_zones_languages_and_folders(tmp_path: Path) -> None:
    here = _print_in(tmp_path / "here", "1", "UTC", "C")
    there = _print_in(tmp_path / "a longer way" / "there", "12345", "Asia/Tokyo", "de_DE.UTF-8")
    assert sorted(here) == [RECORD, "handbook.docx", "handbook.html", "handbook.md", "handbook.pdf"]
    assert here == there
