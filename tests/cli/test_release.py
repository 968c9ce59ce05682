"""A version is released: its number, its dates and what changed, and no byte besides."""

import subprocess
from pathlib import Path

import pytest
from tests.cli.conftest import Cli
from tests.terminal import converse

BEFORE = """\
policyctl: 1

policy:
  title: How we look after people
  organisation: Rosa's
  version: 1.9   # as printed
  owner: Rosa

roles:
  Rosa: Owner

standards:
  Answer the phone: within 6 rings
  Serve at the till: within 3 minutes

review: every 6 months
"""
NOW = BEFORE.replace("6 rings", "5 rings").replace("  Serve at the till: within 3 minutes\n", "  Fax: the same day\n")
NOW = NOW.replace("Rosa: Owner", "Rosa: Keeps the shop")
LOG = """
# What changed in each version, and for whom.
changelog:
  1.10:
    on: 1 January 2027
    what:
      - “Answer the phone” is now 5 rings instead of 6 rings
      - “Fax” is new
      - “Serve at the till” is gone
      - There are changes in Who is who
"""


def git(*words: str) -> None:
    identity = ("-c", "user.name=Rosa", "-c", "user.email=rosa@rosas.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *words], check=True, capture_output=True)  # noqa: S607  Any git will do.


@pytest.fixture
def changed(cli: Cli) -> Cli:
    """A policy that was committed as version 1.9, then twice changed."""
    git("init", "-q", ".")
    for text in (BEFORE, NOW.replace("Fax", "Telefax")):
        Path("policy.yaml").write_text(text, encoding="utf-8")
        git("add", "policy.yaml")
        git("commit", "-qm", "x")
    Path("policy.yaml").write_text(NOW, encoding="utf-8")
    return cli


def test_a_release_says_what_changed_since_the_last(changed: Cli) -> None:
    said = changed("release", "--effective", "2027-01-01")
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "This is version 1.10 now, in force from 1 January 2027.\n"
        "What changed stands in lines 19 to 27; say it in your own words.\n"
        "  policyctl validate policy.yaml\n"
        "  policyctl render policy.yaml --document briefing\n"
    )
    head = NOW.replace(
        "  version: 1.9   # as printed\n", "  version: 1.10   # as printed\n  effective: 1 January 2027\n"
    )
    assert Path("policy.yaml").read_text(encoding="utf-8") == head + LOG
    assert changed("validate", "--today", "2026-12-01").code == 0
    assert changed("render", "--document", "briefing", "--to", "markdown").code == 0


def test_the_next_one_stands_above_it_and_keeps_to_the_figures_of_its_date(changed: Cli) -> None:
    changed("release", "--effective", "2027-01-01")
    text = Path("policy.yaml").read_text(encoding="utf-8").replace("effective: 1 January 2027", "effective: 2027-01-01")
    Path("policy.yaml").write_text(text, encoding="utf-8")
    git("commit", "-qam", "1.10")
    said = changed(
        "release", "--version", "2.0", "--effective", "2027-02-01", "--what", "Rosa: answers letters herself."
    )
    assert said.code == 0
    written = Path("policy.yaml").read_text(encoding="utf-8")
    assert "  version: 2.0   # as printed\n  effective: 2027-02-01\n" in written
    assert (
        'changelog:\n  2.0:\n    on: 2027-02-01\n    what:\n      - "Rosa: answers letters herself."\n  1.10:\n'
        in written
    )


def test_a_version_that_was_raised_by_hand_is_the_one(changed: Cli) -> None:
    Path("policy.yaml").write_text(NOW.replace("1.9", "2.0"), encoding="utf-8")
    assert changed("release").out.startswith("This is version 2.0 now")


def test_in_german_it_speaks_german(cli: Cli) -> None:
    before = BEFORE.replace("  owner: Rosa\n", "  owner: Rosa\n  language: de\n").replace("6 rings", "6 Klingeltöne")
    Path("before.yaml").write_text(before, encoding="utf-8")
    Path("policy.yaml").write_text(before.replace("6 Kl", "5 Kl"), encoding="utf-8")
    said = cli("release", "--against", "before.yaml", "--effective", "2027-01-01")
    assert said.out.startswith("Das ist jetzt Fassung 1.10, gültig ab 1. Januar 2027.\n")
    written = Path("policy.yaml").read_text(encoding="utf-8")
    assert "      - „Answer the phone“ ist jetzt 5 Klingeltöne statt 6 Klingeltöne\n" in written


DRAFT = BEFORE.replace("version: 1.9   # as printed", "version: 0.1\n  status: draft")
FIRST_LOG = "changelog:\n  1.0:\n    on: 1 January 2027\n    what:\n      - First version\n"


def test_the_first_release_of_a_draft_needs_nobody_to_say_what_changed(cli: Cli) -> None:
    Path("policy.yaml").write_text(DRAFT, encoding="utf-8")
    said = cli("release", "--effective", "2027-01-01")
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "This is version 1.0 now, still a draft. Once it holds, write `status: published`\nin line 8.\n"
        "What changed stands in lines 20 to 25.\n"
        "  policyctl validate policy.yaml\n"
        "  policyctl render policy.yaml --document briefing\n"
    )
    written = Path("policy.yaml").read_text(encoding="utf-8")
    assert written.endswith(FIRST_LOG)
    assert written.splitlines()[7] == "  status: draft"
    cli("render", "--document", "handbook", "--to", "markdown")
    assert "in force from" not in Path("build/handbook.md").read_text(encoding="utf-8")


def test_it_is_published_where_somebody_says_so(cli: Cli) -> None:
    Path("policy.yaml").write_text(DRAFT, encoding="utf-8")
    said = cli("release", "--effective", "2027-01-01", "--publish", "--what", "We begin.")
    assert said.out.startswith("This is version 1.0 now, in force from 1 January 2027.\nWhat changed stands in lines ")
    assert "say it in your own words" not in said.out
    assert "\n  status: published\n" in Path("policy.yaml").read_text(encoding="utf-8")


def test_what_is_not_fit_to_be_published_stays_a_draft(cli: Cli) -> None:
    cli("init", "--yes")
    said = cli("release", "--publish")
    assert said.code == 0
    assert said.out.startswith("It cannot hold yet, because of line 13: ")
    assert "\nThis is version 1.0 now, still a draft. Once it holds, write `status: published`\nin line " in said.out
    assert "  status: draft\n" in Path("policy.yaml").read_text(encoding="utf-8")


def test_on_a_terminal_it_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("policy.yaml").write_text(DRAFT, encoding="utf-8")
    seen = converse(monkeypatch, ["release", "--effective", "2027-01-01"], ["", ""])
    assert seen.screen == (
        "What changed, in one sentence?\n  [First version]\n> \n"
        "  It is a draft. Does it hold from 1 January 2027?\n  [yes]\n> \n"
        "This is version 1.0 now, in force from 1 January 2027.\n"
        "What changed stands in lines 20 to 25.\n"
        "  policyctl validate policy.yaml\n"
        "  policyctl render policy.yaml --document briefing\n"
    )
    seen = converse(monkeypatch, ["release", "--effective", "2027-02-01"], ["", "Samir rings back, too."])
    assert seen.screen.startswith(
        "What changed, in one sentence?\n> \n> Samir rings back, too.\nThis is version 1.1 now"
    )
    assert "      - Samir rings back, too.\n" in Path("policy.yaml").read_text(encoding="utf-8")
    seen = converse(monkeypatch, ["release", "--effective", "2027-03-01"], ["^D"])
    assert seen.code == 130


@pytest.mark.parametrize(
    ("text", "options", "message"),
    [
        (f"{NOW}changelog:\n  1.9: A start.\n", (), "Nothing is known to have changed since the last version."),
        (
            NOW.replace("version: 1.9   # as printed", "version: |\n    1.9"),
            ("--what", "x"),
            "`version` below `policy` is",
        ),
        (f"{NOW}changelog:\n  1.10: A start.\n", ("--what", "x"), "“1.10” is in changelog already, in line 19."),
        (f"{NOW}changelog: {{1.0: A start.}}\n", ("--what", "x"), "`changelog` is not written in lines"),
        (NOW, ("--effective", "soon", "--what", "x"), "soon is not a date"),
    ],
)
def test_what_cannot_be_released_stays_as_it_is(cli: Cli, text: str, options: tuple[str, ...], message: str) -> None:
    Path("policy.yaml").write_text(text, encoding="utf-8")
    said = cli("release", *options)
    assert (said.code, said.out) == (2, "")
    assert message in " ".join(said.err.split())
    assert Path("policy.yaml").read_text(encoding="utf-8") == text
