"""Killed at any moment of writing, the next run makes all files whole, old or new, and leaves nothing else."""

import errno
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from policyctl.errors import PolicyctlError
from policyctl.outputs import RECORD, replace_all

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows locks no folders.")

NAMES = ("card.html", "card.md", "handbook.html", "handbook.md", "handbook.pdf")
WRITER = """\
import os, signal, sys
from pathlib import Path
from policyctl.outputs import replace_all
folder, word, moment = Path(sys.argv[1]), sys.argv[2].encode(), int(sys.argv[3])
done = 0
def count(event, arguments):
    global done
    if event in ("open", "os.rename", "os.remove", "os.link", "os.chmod") and str(folder) in str(arguments):
        done += 1
        if done == moment:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(count)
replace_all({folder / name: word * 1000 for name in sys.argv[4:]})
print(done)
"""
"""Writes the files, and is killed as it is about to touch the folder for the so-manieth time."""


def _write(folder: Path, word: str, moment: int = 0) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", WRITER, str(folder), word, str(moment), *NAMES]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _words(folder: Path) -> set[bytes]:
    return {(folder / name).read_bytes()[:3] if (folder / name).exists() else b"" for name in NAMES}


def _moments(folder: Path) -> int:
    return int(_write(folder, "old").stdout)


@pytest.mark.slow
@pytest.mark.parametrize("before", ["old", ""])
def test_killed_at_any_moment_and_run_once_more_all_is_whole_and_nothing_is_left(tmp_path: Path, before: str) -> None:
    moments = _moments(tmp_path / "count")
    assert moments > 20
    for moment in range(1, moments + 1):
        folder = tmp_path / str(moment)
        folder.mkdir()
        if before:
            replace_all({folder / name: b"old" * 1000 for name in NAMES})
        assert _write(folder, "new", moment).returncode == -9
        replace_all({folder / "other.md": b"x"})
        assert _words(folder) in ({before.encode()}, {b"new"}), moment
        left = {each.name for each in folder.iterdir()}
        assert left - {*NAMES, "other.md"} == set(), moment


@pytest.mark.parametrize("moment", [8, 12, 16, 20, 24])
def test_the_run_after_a_kill_writes_its_own_files_too(tmp_path: Path, moment: int) -> None:
    replace_all({tmp_path / name: b"old" * 1000 for name in NAMES})
    _write(tmp_path, "new", moment)
    assert _write(tmp_path, "now").returncode == 0
    assert _words(tmp_path) == {b"now"}
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted(NAMES)


def test_two_runs_on_one_folder_never_mix(tmp_path: Path) -> None:
    twice = (
        "from pathlib import Path; from policyctl.outputs import replace_all\n"
        f"for _ in range(40): replace_all({{Path({str(tmp_path)!r}) / name: %r for name in {NAMES!r}}})"
    )
    runs = [subprocess.Popen([sys.executable, "-c", twice % word]) for word in (b"one" * 1000, b"two" * 1000)]
    assert [each.wait() for each in runs] == [0, 0]
    assert len(_words(tmp_path)) == 1
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted(NAMES)


def test_two_links_to_one_file_lose_nothing(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    for name in ("one", "two"):
        (tmp_path / name).symlink_to("real")
    with pytest.raises(PolicyctlError, match="two and another file of this run are one file"):
        replace_all({tmp_path / "one": b"1", tmp_path / "two": b"2"})
    (tmp_path / "hard").hardlink_to(tmp_path / "real")
    with pytest.raises(PolicyctlError, match="are one file"):
        replace_all({tmp_path / "one": b"1", tmp_path / "hard": b"2"})
    assert (tmp_path / "real").read_bytes() == b"old"


def test_a_disk_that_is_full_at_the_second_file_leaves_the_first_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace_all({tmp_path / "one": b"old", tmp_path / "two": b"old"})
    written: list[int] = []

    def full(number: int) -> None:
        written.append(number)
        if len(written) == 2:
            raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(PolicyctlError, match="two cannot be written: the disk is full"):
        replace_all({tmp_path / "one": b"new", tmp_path / "two": b"new"})
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"one": b"old", "two": b"old"}


@pytest.mark.parametrize(
    "record",
    [
        '["policy.yaml", "gone"]', '[".policyctl-aaaaaaaa.new", "../out"]', '[".policyctl-aaaaaaaa.new", "/tmp/out"]',
        '["../secret", "one"]', "[]", "nothing", "[[[[", '{"a": 1}', '[".policyctl-aaaaaaaa.new", ".."]', "\udcff",
    ],
)  # fmt: skip
def test_a_record_that_a_stranger_put_there_moves_nothing_out_and_nothing_else(tmp_path: Path, record: str) -> None:
    folder = tmp_path / "build"
    folder.mkdir()
    (tmp_path / "secret").write_bytes(b"canary")
    (folder / "policy.yaml").write_bytes(b"policy")
    (folder / ".policyctl-aaaaaaaa.new").write_bytes(b"theirs")
    (folder / RECORD).write_bytes(record.encode("utf-8", "surrogateescape"))
    replace_all({folder / "one": b"1"})
    assert sorted(each.name for each in tmp_path.iterdir()) == ["build", "secret"]
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == {"one": b"1", "policy.yaml": b"policy"}


def test_a_link_that_waits_for_its_place_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"canary")
    folder = tmp_path / "build"
    folder.mkdir()
    (folder / ".policyctl-aaaaaaaa.new").symlink_to("../secret")
    (folder / RECORD).write_text('[".policyctl-aaaaaaaa.new", "one"]', encoding="utf-8")
    replace_all({folder / "two": b"2"})
    assert [each.name for each in folder.iterdir()] == ["two"]
    assert (tmp_path / "secret").read_bytes() == b"canary"


def test_a_pipe_that_nobody_reads_from_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policyctl.outputs.PATIENCE", 0.1)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(PolicyctlError, match="pipe cannot be written: nobody reads from this pipe"):
        replace_all({tmp_path / "pipe": b"words"})


def test_a_folder_in_which_another_run_writes_is_told_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl  # noqa: PLC0415

    monkeypatch.setattr("policyctl.outputs.PATIENCE", 0.1)
    number = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(number, fcntl.LOCK_EX)
    with pytest.raises(PolicyctlError, match="Another policyctl is writing into"):
        replace_all({tmp_path / "one": b"1"})
    os.close(number)


@pytest.mark.slow
def test_a_hundred_kills_while_it_writes(tmp_path: Path) -> None:
    chance = random.Random(1)  # noqa: S311
    moments = _moments(tmp_path)
    for _ in range(50):
        _write(tmp_path, "new", chance.randint(1, moments + 10))
        _write(tmp_path, "old", chance.randint(1, moments + 10))
    replace_all({tmp_path / "other.md": b"x"})
    assert len(_words(tmp_path)) == 1
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted([*NAMES, "other.md"])
