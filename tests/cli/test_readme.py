"""What the README shows is what policyctl says: its reports word for word, and its YAML can be read."""

import re
from pathlib import Path

import pytest
from tests.cli.conftest import Cli

import policyctl

_README = Path("README.md").read_text(encoding="utf-8")
_HEAD = "policyctl: 1\npolicy:\n  title: How we look after people\n  organisation: Tanner Street Corner Shop\n"

_POLICIES = (
    """\
policyctl: 1

policy:
  titel: How we look after people
  organisation: Tanner Street Corner Shop
  owner: Nell
  currency: GBP

roles:
  Nell: Owner

discretion:
  may_give:
    Put it right: {who: Nell, gives: a refund, up_to: £1,500}
""",
    """\
policyctl: 1

policy:
  title: How we look after people
  organisation: Tanner Street Corner Shop
  owner: Nell
  status: published

hours: Mon-Fri 9:00-17:30, Sat 9:00-17:30
channels:
  Email: hello@tanner-street.example

standards:
  Answers by email:
    milestone: first-reply
    channels: Email
    within: 12 calendar hours

roles:
  Nell: Owner
  Amir and Bea: Shop assistants

discretion:
  may_give:
    Amir and Bea: a refund or a replacement up to £15

procedures:
  Something was off or broken:
    - do: Offer another one or the money
      gives: a refund up to £20
      by: Amir and Bea
""",
)


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.+?)^```$", _README, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("number", range(len(_POLICIES)))
def test_what_validate_says_is_what_is_printed_there(cli: Cli, tmp_path: Path, number: int) -> None:
    (tmp_path / "policy.yaml").write_text(_POLICIES[number], encoding="utf-8")
    reports = [block for block in _blocks("console") if block.startswith("$ policyctl validate\n")]
    assert len(reports) == len(_POLICIES)
    said = cli("validate", "--today", "2026-11-30")
    assert f"$ policyctl validate\n{said.out}" == reports[number]


@pytest.mark.parametrize("block", _blocks("yaml"))
def test_every_piece_of_a_policy_can_be_read(block: str) -> None:
    policy = block if block.startswith("policyctl:") else _HEAD + block
    assert policyctl.load(policy.encode()).policy.title == "How we look after people"


def test_the_piece_of_python_prints_the_handbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("policy.yaml").write_text(_HEAD, encoding="utf-8")
    (program,) = _blocks("python")
    exec(compile(program, "README.md", "exec"), {})  # noqa: S102  It is our own.
    assert "How we look after people" in Path("handbook.html").read_text(encoding="utf-8")
