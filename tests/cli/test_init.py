"""A folder in, a first policy in it that validates and prints untouched out."""

from pathlib import Path

import pytest
from tests.cli.conftest import Cli


def test_the_starter_is_written_with_its_schema_and_says_what_comes_next(cli: Cli) -> None:
    said = cli("init", "shop")
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "Wrote shop/policy.yaml, and shop/policy.schema.json for your editor.\n\n"
        "Put what is true for you in its place, then:\n"
        "  policyctl validate shop/policy.yaml\n"
        "  policyctl render shop/policy.yaml\n"
    )
    first = Path("shop/policy.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=./policy.schema.json"
    assert Path("shop/policy.schema.json").read_text(encoding="utf-8") == cli("schema", "--draft", "7").out


def test_the_starter_validates_and_prints_untouched(cli: Cli) -> None:
    cli("init")
    checked = cli("validate", "--fail-on", "info")
    assert (checked.code, checked.out.splitlines()[0]) == (0, "policy.yaml is in order: 19 sections checked.")
    printed = cli("render", "--to", "markdown")
    assert printed.code == 0
    assert "The Example Shop" in Path("build/handbook.md").read_text(encoding="utf-8")


def test_nothing_is_ever_overwritten(cli: Cli) -> None:
    Path("policy.yaml").write_text("mine", encoding="utf-8")
    said = cli("init")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("policyctl: policy.yaml is there already, and init overwrites nothing.\n")
    assert Path("policy.yaml").read_text(encoding="utf-8") == "mine"
    assert not Path("policy.schema.json").exists()


@pytest.mark.parametrize("name", ["Rosa's Corner Shop", "Rosa: the shop", "#1 Books", "  Two   spaces "])
def test_the_name_of_the_business_may_be_any(cli: Cli, name: str) -> None:
    cli("init", "--organisation", name)
    assert cli("validate", "--fail-on", "info").code == 0
    cli("render", "--to", "html")
    assert " ".join(name.split()).replace("'", "’") in Path("build/handbook.html").read_text(encoding="utf-8")
