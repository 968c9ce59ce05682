"""An entry is added from the command line or a terminal, in the language of the policy."""

from pathlib import Path

import pytest
from tests.cli.conftest import Cli
from tests.firsts import first_policy
from tests.terminal import converse

from policyctl.scaffold.kinds import KINDS


@pytest.fixture(autouse=True)
def _a_policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("policy.yaml").write_text(first_policy(), encoding="utf-8")
    Path("german.yaml").write_text(first_policy("shop", "de"), encoding="utf-8")


def test_it_says_where_it_stands(cli: Cli) -> None:
    said = cli("add", "promise", "Answer a letter", "--text", "5 working days")
    lines = Path("policy.yaml").read_text(encoding="utf-8").splitlines()
    at = lines.index("  Answer a letter:") + 1
    assert (said.code, said.err) == (0, "")
    assert said.out == f"Added below standards, in lines {at} to {at + 3}.\n  policyctl validate policy.yaml\n"


@pytest.mark.parametrize("file", ["policy.yaml", "german.yaml"])
def test_every_kind_can_be_added_to_a_first_policy(cli: Cli, file: str) -> None:
    names = {kind: f"A new {kind}" for kind in KINDS} | {"level": "A new role"}
    for kind, name in names.items():
        text = "5 minutes" if kind in ("promise", "level") else "Something new"
        assert cli("add", kind, name, file, "--text", text).code == 0
    assert cli("validate", file, "--fail-on", "error").code == 0
    for kind, name in names.items():
        assert cli("add", kind, name.casefold().replace(" ", "-"), file, "--text", "x").code == 2


def test_a_terminal_asks_for_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = converse(monkeypatch, ["add", "fact", "x", "german.yaml"], ["Kostenlos"])
    assert seen.screen.startswith(
        "Was ist die Antwort?\n"
        "  Zum Beispiel: Kostenlos, das ganze Jahr. Die Eingabetaste lässt es als Notiz\n"
        "  stehen, zum späteren Ausfüllen.\n"
        "> Kostenlos\n"
        "Eingefügt unter facts, in Zeile "
    )
    seen = converse(monkeypatch, ["add", "fact"], ["", "Gift wrapping", ""])
    assert seen.code == 0
    assert "# facts:\n#   Gift wrapping: Free, all year round\n" in Path("policy.yaml").read_text(encoding="utf-8")


def test_without_a_terminal_a_name_is_needed(cli: Cli) -> None:
    said = cli("add", "fact")
    assert (said.code, said.err) == (
        2,
        "policyctl: A name is missing.\n  Write it behind the kind, such as “Gift wrapping”.\n",
    )
    Path("german.yaml").replace("policy.yaml")
    assert cli("add", "fact").err == (
        "policyctl: Es fehlt ein Name.\n  Schreibe ihn hinter die Art, zum Beispiel „Geschenkpapier“.\n"
    )


def test_a_kind_that_is_not_known_is_told(cli: Cli) -> None:
    assert "Did you mean procedure?" in " ".join(cli("add", "procedur", "x").err.replace("│", " ").split())
