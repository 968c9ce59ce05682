"""The bytes of several files in, all of them on the disk or none."""

import contextlib
import errno
import os
import stat
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp

from policyctl.errors import PolicyctlError

_BUSY = "Close it where it is open, and check who may write there."
_HINTS = {
    errno.ENOSPC: ("the disk is full", "Make room, or choose another folder."),
    errno.EDQUOT: ("the disk is full", "Make room, or choose another folder."),
    errno.EACCES: ("you may not write there", _BUSY),
    errno.EPERM: ("you may not write there", _BUSY),
    errno.EROFS: ("the disk can only be read", "Choose another folder."),
    errno.EISDIR: ("a folder of that name stands there", "Move it away, or choose another folder."),
    errno.ENOTDIR: (
        "a file stands where its folder should be",
        "Move it away, or choose another folder.",
    ),
    errno.EEXIST: ("a file stands where its folder should be", "Move it away, or choose another folder."),
    errno.ENAMETOOLONG: ("its name is too long", "Choose a shorter one."),
    errno.ELOOP: ("its link leads to itself", "Remove the link."),
}


@dataclass
class _Change:
    """A file on its way: what was written beside it, and what was there before, until all is done."""

    target: Path
    fresh: Path
    former: Path | None = None


def replace_all(files: Mapping[Path, bytes], *, sources: Collection[Path] = ()) -> None:
    """Write these files, or leave everything as it was; folders that are missing are made.

    A link is followed, and an old file's mode is kept. What is no regular file (a pipe, /dev/stdout) is written
    to as it is, after the others. Refuses to write over any of `sources`, the policies that all was made from.
    Raises PolicyctlError with the reason in plain words.
    """
    targets = {_followed(path): data for path, data in files.items()}
    for target in targets:
        with _explained(target):
            _refuse(target, sources)
    streams = {target: data for target, data in targets.items() if target.exists() and not target.is_file()}
    changes: list[_Change] = []
    try:
        for target, data in targets.items():
            if target not in streams:
                changes.append(_written_beside(target, data))
        _put_in_place(changes)
    finally:
        _tidy(changes)
    for target, data in streams.items():
        with _explained(target):
            target.write_bytes(data)


def _followed(path: Path) -> Path:
    """What a link leads to; a pipe has no path of its own, and /dev/stdout may lead to one."""
    with _explained(path):
        return Path(os.path.realpath(path)) if path.is_file() or not path.exists() else path


def _refuse(target: Path, sources: Collection[Path]) -> None:
    if target.is_dir():
        raise _error(target, errno.EISDIR)
    if target.exists() and any(source.exists() and target.samefile(source) for source in sources):
        raise PolicyctlError(f"{target.name} is the policy itself and would be lost.", hint="Choose another place.")


def _written_beside(target: Path, data: bytes) -> _Change:
    """The bytes on the disk, in the same folder and under another name."""
    with _explained(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        number, name = mkstemp(prefix=f".{target.name[:100]}.", suffix=".new", dir=target.parent)
        change = _Change(target, Path(name))
        try:
            with os.fdopen(number, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            change.fresh.chmod(_mode(target))
        except BaseException:
            _tidy([change])
            raise
    return change


def _mode(target: Path) -> int:
    """That of the old file, or what the system gives a new one."""
    with contextlib.suppress(FileNotFoundError):
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _put_in_place(changes: list[_Change]) -> None:
    done: list[_Change] = []
    try:
        for change in changes:
            with _explained(change.target):
                change.former = _kept(change.target)
                change.fresh.replace(change.target)
            done.append(change)
    except BaseException:
        for change in reversed(done):
            _put_back(change)
        raise


def _kept(target: Path) -> Path | None:
    """The old file under a second name, so that it can come back."""
    if not target.exists():
        return None
    number, name = mkstemp(prefix=f".{target.name[:100]}.", suffix=".old", dir=target.parent)
    os.close(number)
    former = Path(name)
    former.write_bytes(target.read_bytes())
    former.chmod(stat.S_IMODE(target.stat().st_mode))
    return former


def _put_back(change: _Change) -> None:
    try:
        if change.former:
            change.former.replace(change.target)
        else:
            change.target.unlink()
    except OSError:
        change.former = None  # It stays beside its place: nothing else holds what it holds.


def _tidy(changes: list[_Change]) -> None:
    for change in changes:
        for left in (change.fresh, change.former):
            if left:
                with contextlib.suppress(OSError):
                    left.unlink()


@contextlib.contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _error(path, error.errno) from error


def _error(path: Path, number: int | None) -> PolicyctlError:
    why, hint = _HINTS.get(number or 0, ("the system does not let us", _BUSY))
    return PolicyctlError(f"{path} cannot be written: {why}.", hint=hint)
