"""This machine in, what of policyctl's needs is there out."""

from tests.cli.conftest import Cli


def test_everything_that_is_there_is_named_with_its_version(cli: Cli) -> None:
    said = cli("doctor")
    lines = {line.split("  ")[1].strip(): line for line in said.out.splitlines() if line.startswith("  ")}
    assert said.code == 0
    assert list(lines) == ["Python", "YAML", "PDF engine", "Fonts"]
    assert "libyaml 0." in lines["YAML"]
    assert "WeasyPrint 70" in lines["PDF engine"]
    assert "Pango" in lines["PDF engine"]
    assert lines["Fonts"].endswith("Lato, Vollkorn")
    assert said.out.endswith("Everything is there. Next: policyctl init\n")
