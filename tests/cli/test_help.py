"""The help of every command fits, is in plain letters and shows an example; a shell completes words."""

import os
import re
import subprocess
import sys

import pytest
from tests.cli.conftest import Cli

from policyctl import __version__
from policyctl.cli.app import COMMANDS
from policyctl.reporters import REPORTERS

NAMES = [*(command.__name__ for command in COMMANDS), "templates", "templates list", "templates eject"]


@pytest.mark.parametrize("command", ["", *NAMES])
def test_help_fits_is_plain_and_shows_an_example(cli: Cli, command: str) -> None:
    said = cli(*command.split(), "--help")
    assert said.code == 0
    assert said.out.isascii()
    assert max(len(line) for line in said.out.splitlines()) <= 80
    assert f"Example:\n    policyctl {command or 'init'}" in said.out
    assert "..." not in said.out.partition("Commands:")[2]


@pytest.mark.parametrize("command", ["", *NAMES])
def test_help_names_no_type(cli: Cli, command: str) -> None:
    said = cli(*command.split(), "--help").out
    assert re.findall(r"<(?:str|int|path|bool|file|directory|list\b.*)>", said) == []


def test_what_may_stand_after_a_command_is_told_by_its_name(cli: Cli) -> None:
    said = cli("validate", "--help").out
    assert "Arguments:\n  PATH  Files, folders, or - for standard input; policy.yaml if none.\n\nOptions:" in said


def test_without_a_command_there_is_help(cli: Cli) -> None:
    said = cli()
    assert said.code == 2
    assert "Write a customer service policy once" in said.out + said.err


@pytest.mark.parametrize(
    ("arguments", "likely"),
    [(("valdate",), "'validate'"), (("rendr", "x"), "'render'"), (("validate", "--formt"), "--format")],
)
def test_what_is_misspelt_is_answered_with_what_was_likely_meant(
    cli: Cli, arguments: tuple[str, ...], likely: str
) -> None:
    said = cli(*arguments)
    assert (said.code, said.out) == (2, "")
    assert likely in said.err


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_one_line(cli: Cli, option: str) -> None:
    assert cli(option).out == f"policyctl {__version__}\n"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("va", ["validate"]),
        ("validate --format js", ["json", "jsonl"]),
        ("validate --fail-on w", ["warning"]),
        ("render --to m", ["markdown"]),
        ("render --to html,", ["html,markdown", "html,pdf", "html,docx"]),
        ("render --to html,p", ["html,pdf"]),
        ("templates l", ["list"]),
        ("templates eject html/s", ["html/style.css"]),
        ("templates list --format j", ["json"]),
        ("render --engine b", ["browser"]),
        ("explain standar", ["standards"]),
        ("explain up_", ["up_to"]),
        ("explain vague-t", ["vague-time"]),
        ("explain uk-n", ["uk-nhs"]),
        ("explain everyt", ["everything"]),
    ],
)
def test_a_shell_completes_what_is_typed(typed: str, offered: list[str]) -> None:
    asked = {"_POLICYCTL_COMPLETE": "complete_bash", "COMP_WORDS": f"policyctl {typed}"}
    asked["COMP_CWORD"] = str(len(typed.split()))
    done = subprocess.run(
        [sys.executable, "-m", "policyctl"], env={**os.environ, **asked}, capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == offered


def test_every_format_is_told_in_a_line(cli: Cli) -> None:
    lines = cli("validate", "--help").out.partition("Formats:\n")[2].splitlines()
    assert [line.split()[0] for line in lines[: len(REPORTERS)]] == list(REPORTERS)
