"""Only what has changed is printed anew; whether committed files are up to date is said without writing any."""

import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from tests.cli.conftest import Cli, Said

from policyctl.rendering.record import RECORD, fingerprint
from policyctl.resources import templates

SHOP = """\
policyctl: 1
policy: {title: How we look after you, organisation: Rosa's, owner: Rosa, language: en-GB}
brand: {logo: logo.png}
standards: {Answer the phone: within 6 rings}
review: {next: 1 May 2027, every: year}
changelog: {1.0: What we always did.}
"""
FILES = ["handbook.md", "briefing.md", "review.md"]
ALL = ("render", "-d", "handbook,briefing,review", "--to", "markdown", "--today", "2026-11-01")


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    file = tmp_path / "policy.yaml"
    file.write_text(SHOP, encoding="utf-8")
    Image.new("RGB", (3, 2), "seagreen").save(tmp_path / "logo.png")
    (tmp_path / "mine" / "html").mkdir(parents=True)
    (tmp_path / "mine" / "note.txt").write_text("Mine.", encoding="utf-8")
    return file


def anew(said: Said) -> list[str]:
    """The files that a run has printed; of all others it has said that they are unchanged."""
    assert said.code == 0
    lines = re.findall(r"^build/(\S+)  (.*)$", said.out, re.MULTILINE)
    assert len(lines) == len(said.out.splitlines())
    assert all(told == "unchanged" or re.fullmatch(r"\d+ kB, [\d.]+ s", told) for _, told in lines)
    return [name for name, told in lines if told != "unchanged"]


@pytest.mark.usefixtures("shop")
def test_what_has_not_changed_is_left_as_it_is_and_that_is_said(cli: Cli) -> None:
    assert anew(cli(*ALL)) == FILES
    before = {each.name: (each.stat().st_mtime_ns, each.read_bytes()) for each in Path("build").iterdir()}
    said = cli(*ALL)
    assert said.out == "".join(f"build/{name}  unchanged\n" for name in FILES)
    assert {each.name: (each.stat().st_mtime_ns, each.read_bytes()) for each in Path("build").iterdir()} == before


def edit(path: str, old: str, new: str) -> Callable[[], None]:
    def change() -> None:
        text = Path(path).read_bytes().decode()
        assert old in text
        Path(path).write_bytes(text.replace(old, new).encode())

    return change


def paint() -> None:
    Image.new("RGB", (3, 2), "navy").save("logo.png")


def nothing() -> None:
    pass


def print_with_another(name: str) -> Callable[[], None]:
    """As if this had been another one when everything was printed."""

    def change() -> None:
        record = Path("build", RECORD)
        known, count = re.subn(rf'"{name}": "[^"]+"', f'"{name}": "another"', record.read_text(encoding="utf-8"))
        assert count == len(FILES)
        record.write_text(known, encoding="utf-8")

    return change


BRIEFING, REVIEW = ["briefing.md"], ["review.md"]

# What is changed | with which options | what is printed anew.
CHANGES: dict[str, tuple[Callable[[], object], tuple[str, ...], list[str]]] = {
    "nothing": (nothing, (), []),
    "a limit": (edit("policy.yaml", "6 rings", "5 rings"), (), FILES),
    "how the lines of the policy end": (edit("policy.yaml", "\n", "\r\n"), (), []),
    "the logo": (paint, (), FILES),
    "the day, and what is found on it": (nothing, ("--today", "2027-06-01"), REVIEW),
    "the day, on which nothing else is found": (nothing, ("--today", "2026-11-02"), []),
    "what it is compared with": (nothing, ("--against", "former.yaml"), BRIEFING),
    "templates of one's own": (nothing, ("--templates", "mine"), FILES),
    "another version of policyctl": (print_with_another("version"), (), FILES),
    "another policyctl of the same version": (print_with_another("program"), (), FILES),
    "other packages": (print_with_another("packages"), (), FILES),
    "a file by hand": (edit("build/handbook.md", "Rosa", "Rose"), (), ["handbook.md"]),
    "a file that is gone": (lambda: Path("build/review.md").unlink(), (), REVIEW),
    "a file of somebody else": (lambda: Path("build/.keep").write_text("", encoding="utf-8"), (), []),
    "the record, by somebody else": (lambda: Path("build", RECORD).write_text("[" * 9999, encoding="utf-8"), (), FILES),
    "the record, beyond all measure": (lambda: Path("build", RECORD).write_bytes(b" " * 1_000_001), (), FILES),
    "the record, which is gone": (lambda: Path("build", RECORD).unlink(), (), FILES),
    "nothing, but by force": (nothing, ("--force",), FILES),
}


@pytest.mark.parametrize(("change", "options", "printed"), CHANGES.values(), ids=CHANGES)
@pytest.mark.usefixtures("shop")
def test_what_is_printed_anew(
    cli: Cli, change: Callable[[], object], options: tuple[str, ...], printed: list[str]
) -> None:
    Path("former.yaml").write_text(SHOP.replace("6 rings", "9 rings"), encoding="utf-8")
    assert anew(cli(*ALL)) == FILES
    change()
    assert anew(cli(*ALL, *options)) == printed
    assert anew(cli(*ALL, *(each for each in options if each != "--force"))) == []


def test_a_typeface_of_one_s_own_is_looked_into(cli: Cli, shop: Path) -> None:
    shop.write_text(SHOP.replace("logo: logo.png", "text_font: [Own.ttf]"), encoding="utf-8")
    shutil.copy(templates() / "fonts" / "Lato-Regular.ttf", "Own.ttf")
    assert anew(cli(*ALL)) == FILES
    assert anew(cli(*ALL)) == []
    shutil.copy(templates() / "fonts" / "Lato-Italic.ttf", "Own.ttf")
    assert anew(cli(*ALL)) == FILES


def test_what_was_left_is_what_would_have_been_printed(cli: Cli, shop: Path) -> None:
    """One change after another, there and back: the folder always holds what a fresh one would."""
    for old, new in [("6 rings", "5 rings"), ("5 rings", "6 rings"), ("Rosa's", "Rose's"), ("1 May", "2 May")]:
        shop.write_text(shop.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        assert cli(*ALL).code == cli(*ALL, "-o", f"fresh {new}").code == 0
        kept = {each.name: each.read_bytes() for each in Path("build").iterdir()}
        assert kept == {each.name: each.read_bytes() for each in Path(f"fresh {new}").iterdir()}


@pytest.mark.usefixtures("shop")
def test_templates_of_one_s_own_are_looked_at_file_by_file(cli: Cli) -> None:
    own = (*ALL, "--templates", "mine")
    assert anew(cli(*own)) == FILES
    assert anew(cli(*own)) == []
    Path("mine/note.txt").write_text("Yours.", encoding="utf-8")
    assert anew(cli(*own)) == FILES
    Path("mine/.hidden").mkdir()
    Path("mine/.hidden/file").write_text("Nobody's.", encoding="utf-8")
    assert anew(cli(*own)) == []
    assert anew(cli(*ALL)) == FILES


@pytest.mark.usefixtures("shop")
def test_what_is_printed_among_the_templates_is_none_of_them(cli: Cli) -> None:
    assert cli(*ALL, "--templates", "mine", "-o", "mine/printed").code == 0
    assert "unchanged" in cli(*ALL, "--templates", "mine", "-o", "mine/printed").out


@pytest.mark.usefixtures("shop")
def test_two_policies_may_print_into_one_folder(cli: Cli) -> None:
    Path("other.policy.yaml").write_text(SHOP.replace("Rosa's", "Rose's"), encoding="utf-8")
    one = ("render", "policy.yaml", "-d", "review", "--to", "markdown", "--today", "2026-11-01")
    other = ("render", "other.policy.yaml", "-d", "briefing", "--to", "markdown")
    assert (anew(cli(*one)), anew(cli(*other))) == (["review.md"], ["briefing.md"])
    assert (anew(cli(*one)), anew(cli(*other))) == ([], [])
    over = ("render", "other.policy.yaml", *one[2:])
    assert (anew(cli(*over)), anew(cli(*one)), anew(cli(*one))) == (["review.md"], ["review.md"], [])


@pytest.mark.usefixtures("shop")
def test_of_a_file_that_is_gone_nothing_is_kept(cli: Cli) -> None:
    assert cli(*ALL).code == 0
    Path("build/review.md").unlink()
    assert cli("render", "-d", "handbook", "--to", "markdown", "--force").code == 0
    known = Path("build", RECORD).read_text(encoding="utf-8")
    assert re.findall(r'^  "(.*)": \{$', known, re.MULTILINE) == ["briefing.md", "handbook.md"]


def _link() -> None:
    Path("build", RECORD).symlink_to(Path("diary.txt").absolute())


def _pipe() -> None:
    os.mkfifo(Path("build", RECORD))


def _folder() -> None:
    Path("build", RECORD).mkdir()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes.")
@pytest.mark.parametrize("put", [_link, _pipe, _folder], ids=["a link", "a pipe", "a folder"])
@pytest.mark.usefixtures("shop")
def test_a_record_is_a_plain_file(cli: Cli, put: Callable[[], None]) -> None:
    Path("build").mkdir()
    Path("diary.txt").write_text("Dear diary", encoding="utf-8")
    put()
    said = cli(*ALL)
    assert (said.code, said.out) == (2, "")
    assert " ".join(said.err.split()) == (
        f"policyctl: build/{RECORD} is no plain file, so policyctl keeps no record there. Remove it."
    )
    assert Path("diary.txt").read_text(encoding="utf-8") == "Dear diary"
    assert [each.name for each in Path("build").iterdir()] == [RECORD]


@pytest.mark.usefixtures("shop")
def test_what_the_policy_has_nothing_for_any_more_is_told(cli: Cli) -> None:
    every = ("render", "-d", "all", "--to", "markdown", "--today", "2026-11-01")
    assert anew(cli(*every)) == ["handbook.md", "card.md", "charter.md", "briefing.md", "review.md"]
    edit("policy.yaml", "changelog: {1.0: What we always did.}\n", "")()
    assert cli(*every).out.endswith("build/briefing.md  left as it was: this policy has nothing for it any more\n")
    said = cli(*every, "--check")
    assert (said.code, said.err) == (1, "")
    assert said.out.endswith(
        "build/review.md  up to date\n"
        "build/briefing.md  out of date: this policy has nothing for it any more; delete it\n"
    )
    Path("build/briefing.md").unlink()
    assert cli(*every, "--check").code == 0


@pytest.mark.usefixtures("shop")
def test_a_record_that_names_what_no_file_is_called_is_survived(cli: Cli) -> None:
    edit("policy.yaml", "changelog: {1.0: What we always did.}\n", "")()
    every = ("render", "-d", "all", "--to", "markdown", "--today", "2026-11-01")
    assert cli(*every).code == 0
    record = Path("build", RECORD)
    whole = json.loads(record.read_bytes())
    whole["files"][f"briefing.{'m' * 300}"] = whole["files"]["review.md"]
    record.write_text(json.dumps(whole), encoding="utf-8")
    said = cli(*every, "--check")
    assert (said.code, said.err) == (0, "")


# ---- --check -----------------------------------------------------------------------------------------------------


def snapshot() -> dict[str, tuple[int, bytes]]:
    found = {str(each): each for each in Path().rglob("*") if each.is_file()}
    return {name: (each.stat().st_mtime_ns, each.read_bytes()) for name, each in found.items()}


@pytest.mark.usefixtures("shop")
def test_committed_files_that_are_up_to_date_pass(cli: Cli) -> None:
    assert cli(*ALL).code == 0
    before = snapshot()
    said = cli(*ALL, "--check")
    assert (said.code, said.err) == (0, "")
    assert said.out == "".join(f"build/{name}  up to date\n" for name in FILES)
    assert snapshot() == before


@pytest.mark.parametrize("name", ["version", "program", "packages"])
@pytest.mark.usefixtures("shop")
def test_a_text_that_another_policyctl_has_printed_passes_where_it_says_the_same(cli: Cli, name: str) -> None:
    assert cli(*ALL).code == 0
    print_with_another(name)()
    assert cli(*ALL, "--check").code == 0


@pytest.mark.usefixtures("shop")
def test_each_that_is_not_is_told_with_the_command_that_prints_it(cli: Cli) -> None:
    assert cli(*ALL).code == 0
    edit("policy.yaml", "next: 1 May", "next: 2 May")()
    edit("build/review.md", "Rosa", "Rose")()
    Path("build/training.md").write_text("Not ours", encoding="utf-8")
    before = snapshot()
    said = cli(*ALL, "--check")
    assert said.code == 1
    assert said.out == (
        "build/handbook.md  out of date: the policy has changed\n"
        "build/briefing.md  up to date\n"
        "build/review.md  out of date: it is no longer as it was printed\n"
    )
    again = "render policy.yaml --document handbook,briefing,review --to markdown --output build --today 2026-11-01"
    assert said.err == f"Print again with: policyctl {again}\n"
    assert snapshot() == before
    assert cli(*again.split()).code == 0
    assert cli(*ALL, "--check").code == 0


@pytest.mark.usefixtures("shop")
def test_without_a_record_what_they_hold_decides(cli: Cli) -> None:
    assert cli(*ALL).code == 0
    Path("build", RECORD).unlink()
    edit("build/handbook.md", "\n", "\r\n")()
    edit("build/review.md", "Rosa", "Rose")()
    said = cli(*ALL, "--check")
    assert said.code == 1
    assert [line for line in said.out.splitlines() if not line.endswith("  up to date")] == [
        "build/review.md  out of date: it is not what would be printed now"
    ]
    assert not Path("build", RECORD).exists()


@pytest.mark.usefixtures("shop")
def test_a_forged_record_passes_and_is_trusted_no_longer_with_force(cli: Cli) -> None:
    assert cli(*ALL).code == 0
    before = Path("build", RECORD).read_text(encoding="utf-8")
    edit("policy.yaml", "6 rings", "5 rings")()
    assert cli(*ALL, "-o", "elsewhere").code == 0
    forged = re.findall(r'"policy": "(\w{32})"', Path("elsewhere", RECORD).read_text(encoding="utf-8"))[0]
    Path("build", RECORD).write_text(re.sub(r'"policy": "\w{32}"', f'"policy": "{forged}"', before), encoding="utf-8")
    assert cli(*ALL, "--check").code == 0
    said = cli(*ALL, "--check", "--force")
    assert said.code == 1
    assert "build/handbook.md  out of date: it is not what would be printed now\n" in said.out


@pytest.mark.usefixtures("shop")
def test_a_pdf_of_another_machine_is_as_good(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = ("render", "--to", "pdf")
    assert cli(*pdf).code == 0
    Path("build/handbook.pdf").write_bytes(b"%PDF-1.7 made with another library")
    other = Path("build", RECORD).read_text(encoding="utf-8")
    content = re.findall(r'"content": "(\w{32})"', other)[0]
    made_up = fingerprint(Path("build/handbook.pdf").read_bytes())
    there = re.sub(r'"packages": ".*"', '"packages": "Python 9"', other.replace(content, made_up))
    Path("build", RECORD).write_text(there, encoding="utf-8")
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert cli(*pdf, "--check").out == "build/handbook.pdf  up to date\n"
    edit("policy.yaml", "6 rings", "5 rings")()
    said = cli(*pdf, "--check")
    assert (said.code, said.out) == (1, "build/handbook.pdf  out of date: the policy has changed\n")
    monkeypatch.undo()


@pytest.mark.usefixtures("shop")
def test_where_no_pdf_can_be_made_none_is_missed_unless_it_is_asked_for(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert cli("render").code == 0
    said = cli("render", "--check")
    assert (said.code, said.out.splitlines()[-1]) == (0, "build/handbook.pdf  not made on this machine")
    said = cli("render", "--to", "pdf", "--check")
    assert (said.code, said.out) == (1, "build/handbook.pdf  missing\n")


def test_a_policy_with_errors_is_told_and_nothing_is_compared(cli: Cli, shop: Path) -> None:
    assert cli(*ALL).code == 0
    shop.write_text(SHOP.replace("title", "titel"), encoding="utf-8")
    said = cli(*ALL, "--check")
    assert (said.code, said.err) == (1, "Nothing was compared.\n")
    assert said.out.startswith("policy.yaml:2:10: error unknown-key\n")


# ---- --open ------------------------------------------------------------------------------------------------------


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """A browser that notes what it is to show."""
    notes = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" >> "{notes}"\n', encoding="utf-8")
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(browser))
    monkeypatch.setattr("webbrowser._tryorder", None)  # It looks for browsers once.
    return lambda: notes.read_text(encoding="utf-8").split() if notes.exists() else []


OPENED = [
    (("--to", "markdown"), "handbook.md"),
    (("--to", "markdown,html"), "handbook.html"),
    (("-d", "review,handbook", "--to", "html"), "review.html"),
]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows opens a file by itself.")
@pytest.mark.parametrize(("options", "name"), OPENED, ids=[name for _, name in OPENED])
@pytest.mark.usefixtures("shop")
def test_what_was_made_is_opened_and_named(
    cli: Cli, opened: Callable[[], list[str]], options: tuple[str, ...], name: str
) -> None:
    said = cli("render", *options, "--open")
    assert (said.code, said.err) == (0, "")
    assert said.out.endswith(f"\nOpened build/{name}.\n")
    assert opened() == [Path("build", name).resolve().as_uri()]


@pytest.mark.skipif(sys.platform != "linux", reason="Elsewhere windows are part of the system.")
@pytest.mark.usefixtures("shop")
def test_without_a_screen_that_is_said_and_all_is_well(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    said = cli("render", "--to", "html", "--open")
    assert (said.code, said.out.count("Opened")) == (0, 0)
    assert said.err == ("build/handbook.html cannot be opened from here: there is no screen, or no program for it.\n")


@pytest.mark.usefixtures("shop")
def test_a_check_opens_nothing(cli: Cli) -> None:
    said = cli("render", "--check", "--open")
    assert (said.code, said.out) == (2, "")
    assert "With --check nothing is made that could be opened." in " ".join(said.err.split())
    assert not Path("build").exists()
