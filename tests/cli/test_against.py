"""`validate --against` a file or a revision of git: what changed without a note, or why that cannot be told."""

import subprocess
from pathlib import Path

import pytest
from tests.cli.conftest import Cli

_POLICY = """\
policyctl: 1
policy:
  title: What you can count on
  organisation: Fern & Sons
  status: published
  owner: Ruby
  version: {version}
standards:
  An answer: within {days}
"""
_BEFORE = _POLICY.format(version="1.0", days="1 working day")
_NOW = _POLICY.format(version="1.1", days="2 working days")
_FOUND = """\
policy.yaml:9:14: error changed-without-note
  The promise “An answer” has changed: within 2 working days instead of 1
  working day, and there is no change log that says so.
  9 |   An answer: within 2 working days
    |              ^^^^^^^^^^^^^^^^^^^^^
  Write `1.1:` under `changelog`, with what changed and for whom; or put back
  what it was.

Found 1 error in policy.yaml.
Mend what is marked, then check again.
Why it matters: policyctl explain changed-without-note
"""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shop's folder in git: the policy as it was, tagged, and as it is now."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "shop"
    folder.mkdir()
    _git(tmp_path, "init", "--quiet")
    (folder / "policy.yaml").write_text(_BEFORE, encoding="utf-8")
    _git(tmp_path, "add", ".")
    _git(tmp_path, "commit", "--quiet", "--message", "The first one")
    _git(tmp_path, "tag", "first")
    (folder / "policy.yaml").write_text(_NOW, encoding="utf-8")
    return folder


def _git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=Ruby", "-c", "user.email=ruby@fern.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)  # noqa: S607  The one on the path.


@pytest.mark.parametrize("revision", ["HEAD", "first", "HEAD~0"])
def test_what_changed_since_a_revision_is_told(
    cli: Cli, repository: Path, monkeypatch: pytest.MonkeyPatch, revision: str
) -> None:
    monkeypatch.chdir(repository)
    said = cli("validate", "--against", revision)
    assert (said.code, said.out, said.err) == (1, _FOUND, "")


def test_the_file_is_found_from_any_folder_and_in_a_hook(
    cli: Cli, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    said = cli("validate", "shop/policy.yaml", "--against", "HEAD")
    assert (said.code, said.out.splitlines()[0]) == (1, "shop/policy.yaml:9:14: error changed-without-note")
    assert repository.name == "shop"


def test_every_policy_of_a_folder_is_compared_with_itself(
    cli: Cli, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "other.policy.yaml").write_text(_BEFORE, encoding="utf-8")
    _git(repository, "add", ".")
    _git(repository, "commit", "--quiet", "--message", "A second one")
    (repository / "policy.yaml").write_text(_BEFORE, encoding="utf-8")
    monkeypatch.chdir(repository)
    said = cli("validate", ".", "--against", "HEAD", "--format", "concise")
    assert said.out.splitlines()[0].startswith("policy.yaml:9:14:")
    assert "instead of 2 working days" in said.out
    assert "other.policy.yaml" not in said.out.splitlines()[0]
    assert said.code == 1


def test_what_changed_since_a_file_is_told(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "policy.yaml").write_text(_NOW, encoding="utf-8")
    (tmp_path / "last-year.yaml").write_text(_BEFORE, encoding="utf-8")
    said = cli("validate", "--against", "last-year.yaml")
    assert (said.code, said.out, said.err) == (1, _FOUND, "")


def test_what_did_not_change_is_in_order(cli: Cli, tmp_path: Path) -> None:
    for name in ("policy.yaml", "last-year.yaml"):
        (tmp_path / name).write_text(_BEFORE, encoding="utf-8")
    said = cli("validate", "--against", "last-year.yaml")
    assert (said.code, said.err) == (0, "")


_UNKNOWN = """\
policyctl: {} is no file, and no revision that git knows here.
  Check the spelling; in a job, fetch it first, since a shallow clone holds the
  newest revision alone.
"""
_REFUSED = """\
policyctl: “{}” is no file and no revision to compare with.
  Write a file, or a revision such as main or v1.2.
"""


@pytest.mark.parametrize(
    ("against", "told"),
    [
        ("nowhere", _UNKNOWN), ("HEAD:shop", _UNKNOWN), ("archive", _UNKNOWN), ("$(id)", _UNKNOWN),
        ("", _REFUSED), ("-h", _REFUSED), ("--output=x", _REFUSED),
    ],
)  # fmt: skip
def test_what_is_neither_file_nor_revision_is_refused(
    cli: Cli, repository: Path, monkeypatch: pytest.MonkeyPatch, against: str, told: str
) -> None:
    (repository / "archive").mkdir()
    monkeypatch.chdir(repository)
    said = cli("validate", f"--against={against}")
    assert (said.code, said.err) == (2, told.format(against))


def test_a_policy_that_was_not_there_yet(cli: Cli, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "new.policy.yaml").write_text(_NOW, encoding="utf-8")
    monkeypatch.chdir(repository)
    said = cli("validate", "new.policy.yaml", "--against", "HEAD")
    assert said.code == 2
    assert said.err == (
        "policyctl: new.policy.yaml was not there at HEAD.\n"
        "  Compare with a later revision, or with the file that it was then.\n"
    )


def test_a_policy_that_is_new_in_its_folder_is_judged_without_comparison(
    cli: Cli, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "new.policy.yaml").write_text(_NOW, encoding="utf-8")
    monkeypatch.chdir(repository)
    said = cli("validate", ".", "--against", "HEAD", "--format", "concise")
    assert said.code == 1
    assert [line.split(":")[0] for line in said.out.splitlines() if "changed-without-note" in line] == ["policy.yaml"]
    assert said.err == "new.policy.yaml was not there at HEAD, so it is compared with nothing.\n"


def test_a_folder_that_is_under_no_version_control(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "policy.yaml").write_text(_NOW, encoding="utf-8")
    said = cli("validate", "--against", "HEAD")
    assert said.code == 2
    assert said.err.startswith("policyctl: git cannot look into .: not a git repository")


def test_without_git_a_file_is_the_way(cli: Cli, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    monkeypatch.setenv("PATH", str(repository))
    said = cli("validate", "--against", "HEAD")
    assert said.code == 2
    assert said.err == (
        "policyctl: git is not installed, so no revision can be looked up.\n  Name a file to compare with.\n"
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("policyctl: 1\npolicy:\n  titel: A\n  organisation: B\n", "3"),
        ("- a list\n", "1"),
        ("policyctl: 1\npolicy: [\n", "1"),
    ],
)
def test_an_earlier_policy_that_cannot_be_read_is_trouble(cli: Cli, tmp_path: Path, text: str, line: str) -> None:
    (tmp_path / "policy.yaml").write_text(_NOW, encoding="utf-8")
    (tmp_path / "last-year.yaml").write_text(text, encoding="utf-8")
    said = cli("validate", "--against", "last-year.yaml")
    assert said.code == 2
    told = " ".join(said.err.split())
    assert told.startswith(
        f"policyctl: last-year.yaml cannot be read, so nothing can be compared with it. Its line {line}: "
    )
    assert told.endswith("Compare with one that can be read as a whole.")


def test_an_earlier_revision_that_cannot_be_read_is_trouble_and_the_rest_is_judged(
    cli: Cli, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository)
    (repository / "policy.yaml").write_text("- a list\n", encoding="utf-8")
    _git(repository, "commit", "--quiet", "--all", "--message", "A slip")
    (repository / "policy.yaml").write_text(_NOW, encoding="utf-8")
    said = cli("validate", "--against", "HEAD")
    assert said.code == 2
    assert "policy.yaml is in order" in said.out
    assert said.err == (
        "policyctl: policy.yaml at HEAD cannot be read, so nothing can be compared with\nit.\n"
        "  Its line 1: This is not a policy yet. Compare with one that can be read as a\n  whole.\n"
    )


def test_one_earlier_file_is_for_one_policy(cli: Cli, tmp_path: Path) -> None:
    for name in ("policy.yaml", "b.policy.yaml", "last-year.yaml"):
        (tmp_path / name).write_text(_BEFORE, encoding="utf-8")
    said = cli("validate", ".", "--against", "last-year.yaml")
    assert said.code == 2
    assert said.err == (
        "policyctl: last-year.yaml is one policy, and policy.yaml is another.\n"
        "  Compare one policy at a time, or all of them with a revision of git.\n"
    )


def test_what_is_a_file_and_a_revision_is_refused_and_either_can_be_meant(
    cli: Cli, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository)
    (repository / "first").write_text(_NOW, encoding="utf-8")
    said = cli("validate", "--against", "first")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("policyctl: “first” is a file here, and a revision as well.\n  Write git:first for the")
    assert cli("validate", "--against", "git:first").out == _FOUND
    assert cli("validate", "--against", "./first").code == 0


def test_of_a_revision_that_is_not_here_no_file_takes_the_place(
    cli: Cli, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository)
    (repository / "main").write_text(_NOW, encoding="utf-8")
    said = cli("validate", "--against", "git:nowhere")
    assert said.err.startswith("policyctl: nowhere is no file, and no revision that git knows here.")


_CONFIGURATIONS = {
    "a remote that promises what is missing": """
        [core] repositoryformatversion = 1
        [extensions] partialclone = origin
        [remote "origin"]
          promisor = true
          url = "{elsewhere}"
          uploadpack = "sh -c 'touch {canary}'"
    """,
    "a remote that is a program": """
        [core] repositoryformatversion = 1
        [extensions] partialclone = origin
        [protocol] allow = always
        [remote "origin"]
          promisor = true
          url = "ext::sh -c 'touch {canary}'"
    """,
    "a monitor of files": '[core] fsmonitor = "touch {canary}"',
    "hooks": "[core] hooksPath = {hooks}",
    "a pager": '[core] pager = "touch {canary}"\n[pager] cat-file = "touch {canary}"\nrev-parse = "touch {canary}"',
    "a program that compares": '[diff] external = "touch {canary}"\n[diff "x"] textconv = "touch {canary}"',
    "a program that writes texts out": '[filter "x"] smudge = "touch {canary}"\nrequired = true',
    "an alias": '[alias] rev-parse = "!touch {canary}"\ncat-file = "!touch {canary}"',
}


@pytest.mark.parametrize("settings", _CONFIGURATIONS.values(), ids=_CONFIGURATIONS)
def test_nothing_that_a_stranger_configures_is_run_or_fetched(
    cli: Cli, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str
) -> None:
    canary, hooks = tmp_path / "canary", tmp_path / "hooks"
    hooks.mkdir()
    for name in ("post-index-change", "reference-transaction", "post-checkout"):
        (hooks / name).write_text(f"#!/bin/sh\ntouch {canary}\n", encoding="utf-8")
        (hooks / name).chmod(0o755)
    (tmp_path / ".gitattributes").write_text("*.yaml diff=x filter=x\n", encoding="utf-8")
    with (tmp_path / ".git/config").open("a", encoding="utf-8") as file:
        file.write(settings.format(canary=canary, hooks=hooks, elsewhere=tmp_path / ".git"))
    if "promisor" in settings:
        asked = ["git", "rev-parse", "first:shop/policy.yaml"]
        blob = subprocess.run(asked, cwd=tmp_path, check=True, capture_output=True, text=True).stdout.strip()
        (tmp_path / ".git/objects" / blob[:2] / blob[2:]).unlink()
    monkeypatch.chdir(repository)
    said = cli("validate", "--against", "first")
    assert not canary.exists()
    if "promisor" in settings:
        assert said.err.startswith("policyctl: The text of policy.yaml at first is not here.\n  Fetch it first")
    else:
        assert said.out == _FOUND


def test_git_is_told_no_secret(cli: Cli, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = tmp_path / "seen"
    fake = tmp_path / "bin/git"
    fake.parent.mkdir()
    fake.write_text(f"#!/bin/sh\nenv > {seen}\nexit 1\n", encoding="utf-8")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(fake.parent), prepend=":")
    monkeypatch.setenv("GITHUB_TOKEN", "canary-1")
    monkeypatch.setenv("GIT_EXEC_PATH", "canary-2")
    monkeypatch.chdir(repository)
    assert cli("validate", "--against", "first").code == 2
    assert "GIT_ALLOW_PROTOCOL=none" in seen.read_text(encoding="utf-8")
    assert "canary" not in seen.read_text(encoding="utf-8").replace(str(tmp_path), "")
