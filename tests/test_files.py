"""Files of a user: what is read beside a policy, what is refused, and that all files are written or none."""

import errno
import os
import threading
from pathlib import Path

import pytest

from policyctl.errors import PolicyctlError
from policyctl.files import LARGEST_ASSET, LARGEST_POLICY, read_asset
from policyctl.outputs import replace_all
from policyctl.source.decoding import MAX_BYTES


def listed(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_new_files_and_folders_are_made(tmp_path: Path) -> None:
    replace_all({tmp_path / "a" / "b" / "one": b"1", tmp_path / "two": b"2"})
    assert listed(tmp_path) == {"a/b/one": b"1", "two": b"2"}
    mask = os.umask(0)
    os.umask(mask)
    assert (tmp_path / "two").stat().st_mode & 0o777 == 0o666 & ~mask


def test_an_old_file_keeps_its_mode_and_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "real").chmod(0o640)
    (tmp_path / "link").symlink_to("real")
    replace_all({tmp_path / "link": b"new"})
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"
    assert (tmp_path / "real").stat().st_mode & 0o777 == 0o640


def test_the_policy_itself_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "policy.yaml").write_bytes(b"policy")
    (tmp_path / "handbook.md").symlink_to("policy.yaml")
    with pytest.raises(PolicyctlError, match=r"policy\.yaml is the policy itself and would be lost\."):
        replace_all({tmp_path / "handbook.md": b"x"}, sources=[tmp_path / "policy.yaml"])
    assert listed(tmp_path)["policy.yaml"] == b"policy"


def test_one_folder_in_the_way_leaves_everything_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"old")
    (tmp_path / "two").mkdir()
    with pytest.raises(PolicyctlError, match="two cannot be written: a folder of that name stands there"):
        replace_all({tmp_path / "one": b"1", tmp_path / "two": b"2"})
    assert listed(tmp_path) == {"one": b"old"}


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "build").write_bytes(b"")
    with pytest.raises(PolicyctlError, match="a file stands where its folder should be"):
        replace_all({tmp_path / "build" / "one": b"1"})


def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to("one")
    with pytest.raises(PolicyctlError, match="its link leads to itself"):
        replace_all({tmp_path / "one": b"1"})


def test_what_was_put_in_place_is_put_back_when_the_next_one_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one").write_bytes(b"old")
    (tmp_path / "three").write_bytes(b"old")
    rename = os.rename

    def busy(self: Path, target: Path) -> Path:
        if target.name == "three" and self.suffix == ".new":
            raise PermissionError(errno.EACCES, "in use")
        rename(self, target)
        return target

    monkeypatch.setattr(Path, "replace", busy)
    with pytest.raises(PolicyctlError, match="three cannot be written: you may not write there") as error:
        replace_all({tmp_path / name: b"new" for name in ("one", "two", "three")})
    assert error.value.hint == "Close it where it is open, and check who may write there."
    assert listed(tmp_path) == {"one": b"old", "three": b"old"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_a_full_disk() -> None:
    with pytest.raises(PolicyctlError, match="the disk is full"):
        replace_all({Path("/dev/full"): b"x"})
    assert Path("/dev/full").is_char_device()


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    replace_all({tmp_path / "pipe": b"words", tmp_path / "file": b"words"})
    reader.join(timeout=10)
    assert got == [b"words"]
    assert (tmp_path / "pipe").is_fifo()
    assert (tmp_path / "file").read_bytes() == b"words"


# ---- what a policy names -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "../secret", "/etc/passwd", "~/x", "a/../../secret", "C:/x", "a\\b", "nul", "aux.svg", "file:///etc/passwd",
        "x.", "x ", "a//b", "./x", "with\x00nul", "with\x1bescape", "link", "linked/secret", "folder", "missing", "",
    ],
)  # fmt: skip
def test_a_name_leads_to_a_file_beside_the_policy_or_nowhere(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret").write_bytes(b"canary")
    home = tmp_path / "home"
    (home / "folder").mkdir(parents=True)
    (home / "link").symlink_to(tmp_path / "secret")
    (home / "linked").symlink_to(tmp_path)
    with pytest.raises(PolicyctlError) as refused:
        read_asset(home, name)
    assert "canary" not in refused.value.message


def test_a_file_below_the_policy_is_read_also_through_a_link_that_stays_there(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "our logo.svg").write_bytes(b"x")
    (tmp_path / "logo.svg").symlink_to(tmp_path / "pictures" / "our logo.svg")
    assert read_asset(tmp_path, "pictures/our logo.svg") == b"x"
    assert read_asset(tmp_path, "logo.svg") == b"x"


def test_a_file_larger_than_a_logo_ever_is_refused(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(bytes(LARGEST_ASSET + 1))
    with pytest.raises(PolicyctlError, match="larger than 1 MB"):
        read_asset(tmp_path, "logo.png")


def test_one_byte_more_is_read_than_a_policy_may_have() -> None:
    assert LARGEST_POLICY == MAX_BYTES + 1
