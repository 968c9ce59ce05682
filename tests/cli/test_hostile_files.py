"""Files that a stranger gives to init, add and release: what is wrong is told, and nothing is written."""

from pathlib import Path

import pytest
from tests.cli.conftest import Cli
from tests.firsts import first_policy
from tests.hostile.test_word_files import document, entities, paragraph

from policyctl.library import validate


@pytest.mark.parametrize(
    "data",
    [
        b"feel: !!python/object/apply:os.system [touch taken]",
        b"feel: &a [*a, *a]",
        b"feel: *a",
        b"organisation: {{ a }}",
        b"feel: " + b"[" * 100_000,
        b"feel: a\nfeel: b",
        b"\xff\xfe\x00",
        b"- a",
        b"decider: " + b"x" * 1_000_000,
        b"ways: {a: {b: {c: d}}}",
    ],
    ids=["a tag", "itself", "an alias", "a template", "deep", "twice", "no text", "a list", "a megabyte", "groups"],
)
def test_a_hostile_file_of_answers_is_told_and_nothing_is_written(cli: Cli, data: bytes) -> None:
    Path("answers.yaml").write_bytes(data)
    said = cli("init", "shop", "--yes", "--answers", "answers.yaml")
    assert said.code == 2
    assert said.err.startswith("policyctl: ")
    assert len(said.err) < 4000
    assert sorted(each.name for each in Path().iterdir()) == ["answers.yaml"]


@pytest.mark.parametrize("name", ["", " ", "\x00", "\u202e", "\x1b[31m", "a\nb: c", "x" * 100_000, "../../etc/passwd"])
def test_a_hostile_name_is_put_in_as_text_or_told(cli: Cli, name: str) -> None:
    Path("policy.yaml").write_text(first_policy(), encoding="utf-8")
    said = cli("add", "fact", name, "--text", "Free")
    assert said.code in (0, 2)
    assert "\x1b" not in said.out + said.err
    assert "\u202e" not in said.out + said.err
    text = Path("policy.yaml").read_bytes()
    assert validate(text).policy
    assert said.code == 0 or text.decode() == first_policy()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 10,
        b"\xff\xfe",
        b"- a",
        b"policyctl: 1\npolicy: *a\n",
        b"policyctl: 1\npolicy: &a {title: T, organisation: O, version: 1}\n",
        b"policyctl: 1\npolicy: " + b"[" * 100_000,
        b"policyctl: 1\npolicy:\n  title: T\n  organisation: O\n  version: " + b"9" * 100_000 + b"\n",
        b"#" * 3_000_000,
    ],
    ids=[
        "nothing", "zeros", "no text", "a list", "an alias", "an anchor", "deep", "a long number", "three megabytes",
    ],
)  # fmt: skip
def test_a_hostile_policy_is_not_released_and_stays_as_it_is(cli: Cli, data: bytes) -> None:
    Path("policy.yaml").write_bytes(data)
    said = cli("release", "--what", "x")
    assert said.code in (1, 2)
    assert said.out + said.err
    assert "Traceback" not in said.err
    assert len(said.err) < 8000
    assert Path("policy.yaml").read_bytes() == data


@pytest.mark.parametrize("version", [r"1\n::error::2", r"\u202e1", r"\e[31m1", "1.{{ a }}", "1\u2028##[error]2"])
def test_a_hostile_version_is_raised_as_text_on_one_line(cli: Cli, version: str) -> None:
    text = f'policyctl: 1\npolicy:\n  title: T\n  organisation: O\n  version: "{version}"\n'
    Path("policy.yaml").write_text(text, encoding="utf-8")
    said = cli("release", "--what", "x")
    assert said.code in (0, 2)
    assert not any(line.startswith(("::", "##")) for line in (said.out + said.err).splitlines())
    assert not {"\x1b", "\u202e", "\u2028"} & set(said.out + said.err)


def test_init_writes_nothing_where_the_text_is_none(cli: Cli) -> None:
    Path("rules.docx").write_bytes(document(paragraph("&k;"), entities(11)))
    said = cli("init", "shop", "--yes", "--from", "rules.docx")
    assert said.code == 2
    assert "cannot be read as a Word file" in said.err
    assert sorted(each.name for each in Path().iterdir()) == ["rules.docx"]
