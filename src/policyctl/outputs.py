"""Put files into their places: all of them or none, however a run ends, and whoever else is writing there.

Every file is first written beside its place. Then a record of what goes where is put down, and from then on the work is
as good as done: a run that finds the record of one that was killed finishes it. What a killed run left before that is
swept. While a run writes, no other writes into the same folder.
"""

import contextlib
import errno
import json
import os
import re
import select
import stat
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from policyctl.errors import PolicyctlError

RECORD = ".policyctl-record"
"""What stands in a folder while files are put in place: a line of JSON for each, its name now and its name to be."""

PATIENCE = 30.0
"""Seconds to wait for another run that writes there, or for somebody to read from a pipe."""

_FRESH = re.compile(r"\.policyctl-[a-z0-9_]{8}\.(new|old)")
_LARGEST_RECORD = 1024 * 1024
_BUSY = "Close it where it is open, and check who may write there."
_HINTS = {
    errno.ENOSPC: ("the disk is full", "Make room, or choose another folder."),
    errno.EDQUOT: ("the disk is full", "Make room, or choose another folder."),
    errno.EACCES: ("you may not write there", _BUSY),
    errno.EPERM: ("you may not write there", _BUSY),
    errno.EROFS: ("the disk can only be read", "Choose another folder."),
    errno.EISDIR: ("a folder of that name stands there", "Move it away, or choose another folder."),
    errno.ENOTDIR: ("a file stands where its folder should be", "Move it away, or choose another folder."),
    errno.EEXIST: ("a file stands where its folder should be", "Move it away, or choose another folder."),
    errno.ENAMETOOLONG: ("its name is too long", "Choose a shorter one."),
    errno.ELOOP: ("its link leads to itself", "Remove the link."),
    errno.ENXIO: ("nobody reads from this pipe", "Start the program that reads from it first."),
}


@dataclass
class _Work:
    """What is put into one folder: each file's name while it waits, and its name to be; and the old ones, kept."""

    folder: Path
    fresh: dict[str, str] = field(default_factory=dict)
    old: dict[str, str | None] = field(default_factory=dict)


def replace_all(files: Mapping[Path, bytes], *, sources: Collection[Path] = ()) -> None:
    """Write these files, or leave everything as it was; folders that are missing are made.

    A link is followed, and an old file's mode is kept. What is no regular file (a pipe, /dev/stdout) is written
    to as it is, after the others. Refuses to write over any of `sources`, the policies that all was made from, and two
    files into one place. Raises PolicyctlError with the reason in plain words.
    """
    targets: dict[Path, bytes] = {}
    for path, data in files.items():
        target = _follow_link(path)
        if any(_is_the_same(target, other) for other in targets):
            raise PolicyctlError(f"{path} and another file of this run are one file.", hint="Remove the link.")
        with _errors_in_words(target):
            _refuse(target, sources)
        targets[target] = data
    streams = {target: data for target, data in targets.items() if target.exists() and not target.is_file()}
    _replace({target: data for target, data in targets.items() if target not in streams})
    for target, data in streams.items():
        with _errors_in_words(target):
            _write_to_stream(target, data)


def _follow_link(path: Path) -> Path:
    """What a link leads to; a pipe has no path of its own, and /dev/stdout may lead to one."""
    with _errors_in_words(path):
        return Path(os.path.realpath(path)) if path.is_file() or not path.exists() else path


def _is_the_same(one: Path, other: Path) -> bool:
    return one == other or (one.is_file() and other.is_file() and one.samefile(other))


def _refuse(target: Path, sources: Collection[Path]) -> None:
    if target.is_dir():
        raise _unwritable(target, errno.EISDIR)
    if target.exists() and any(source.exists() and target.samefile(source) for source in sources):
        raise PolicyctlError(f"{target.name} is the policy itself and would be lost.", hint="Choose another place.")


def _replace(targets: Mapping[Path, bytes]) -> None:
    folders = sorted({target.parent for target in targets})
    for target in targets:
        with _errors_in_words(target):
            target.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as locks:
        for folder in folders:
            if locks.enter_context(_locked(folder)):
                _finish_and_sweep(folder)
        works = {folder: _Work(folder) for folder in folders}
        try:
            for target, data in targets.items():
                _write_beside(works[target.parent], target, data)
            for work in works.values():
                _put_in_place(work)
        except BaseException:
            for work in works.values():
                _undo(work)
            raise
        finally:
            for work in works.values():
                _remove(work.folder, [RECORD, *work.fresh, *filter(None, work.old.values())])


# ---- one folder at a time ------------------------------------------------------------------------------------------


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[bool]:
    """Keep others from writing into the folder; false where the system cannot do that."""
    try:
        import fcntl  # noqa: PLC0415  There is none on Windows.

        number = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        yield False
        return
    try:
        end = time.monotonic() + PATIENCE
        while True:
            try:
                fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as error:
                if time.monotonic() > end:
                    hint = "Wait until it is done, and start again."
                    raise PolicyctlError(f"Another policyctl is writing into {folder}.", hint=hint) from error
                time.sleep(0.02)
            except OSError:  # Some file systems on other machines lock no folders.
                yield False
                return
        yield True
    finally:
        os.close(number)


def _finish_and_sweep(folder: Path) -> None:
    """Finish what a run that was killed had recorded, and remove what it left."""
    with _errors_in_words(folder / RECORD):
        _move(folder, _recorded(folder))
        _remove(folder, [RECORD, *(each.name for each in folder.iterdir() if _FRESH.fullmatch(each.name))])


def _recorded(folder: Path) -> dict[str, str]:
    """What goes where. A stranger may have put the record there: only what policyctl leaves is moved, and not out."""
    try:
        with (folder / RECORD).open("rb") as file:
            lines = file.read(_LARGEST_RECORD).splitlines()
        moves = [json.loads(line) for line in lines]
    except (OSError, ValueError, RecursionError):
        return {}
    return {
        str(now): str(then)
        for now, then in (each for each in moves if isinstance(each, list) and len(each) == 2)
        if _FRESH.fullmatch(str(now)) and Path(str(then)).name == then
    }


def _move(folder: Path, moves: Mapping[str, str]) -> None:
    for now, then in moves.items():
        waiting = folder / now
        if waiting.is_file() and not waiting.is_symlink() and not (folder / then).is_dir():
            waiting.replace(folder / then)


def _write_beside(work: _Work, target: Path, data: bytes) -> None:
    """The bytes on the disk, in the same folder and under another name."""
    with _errors_in_words(target):
        number, fresh = _temporary(work.folder, ".new")
        work.fresh[fresh] = target.name
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        (work.folder / fresh).chmod(_mode(target))


def _temporary(folder: Path, suffix: str) -> tuple[int, str]:
    from tempfile import mkstemp  # noqa: PLC0415  Whoever only reads does not pay for it.

    number, name = mkstemp(prefix=".policyctl-", suffix=suffix, dir=folder)
    return number, Path(name).name


def _mode(target: Path) -> int:
    """That of the old file, or what the system gives a new one."""
    with contextlib.suppress(FileNotFoundError):
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _put_in_place(work: _Work) -> None:
    """From the record on, the new files are those that count; one file needs none, since one rename is all or none."""
    for fresh, name in work.fresh.items():
        with _errors_in_words(work.folder / name):
            work.old[fresh] = _kept(work.folder / name)
    if len(work.fresh) > 1:
        _record(work.folder, [*work.fresh.items()])
    for fresh, name in work.fresh.items():
        with _errors_in_words(work.folder / name):
            (work.folder / fresh).replace(work.folder / name)


def _kept(target: Path) -> str | None:
    """The old file under a second name, so that it can come back."""
    if not target.exists():
        return None
    number, old = _temporary(target.parent, ".old")
    os.close(number)
    kept = target.parent / old
    try:
        kept.unlink()
        os.link(target, kept)
    except OSError:  # Not every file system gives a file two names.
        kept.write_bytes(target.read_bytes())
        kept.chmod(stat.S_IMODE(target.stat().st_mode))
    return old


def _record(folder: Path, moves: Sequence[tuple[str, str]]) -> None:
    with _errors_in_words(folder / RECORD):
        number, name = _temporary(folder, ".new")
        try:
            with os.fdopen(number, "wb") as file:
                file.write("".join(json.dumps(move) + "\n" for move in moves).encode())
                file.flush()
                os.fsync(file.fileno())
            (folder / name).replace(folder / RECORD)
        except BaseException:
            _remove(folder, [name])
            raise


def _undo(work: _Work) -> None:
    """Put back what was there before, as far as anything was changed."""
    done = {fresh: work.fresh[fresh] for fresh in work.old if not (work.folder / fresh).exists()}
    back = [(old, name) for fresh, name in done.items() if (old := work.old[fresh])]
    _remove(work.folder, [RECORD])
    with contextlib.suppress(PolicyctlError):
        if len(back) > 1:
            _record(work.folder, back)
    with contextlib.suppress(OSError):
        _move(work.folder, dict(back))
    _remove(work.folder, [name for fresh, name in done.items() if not work.old[fresh]])
    # What could not be put back stays beside its place: nothing else holds what it holds.
    work.old = {fresh: None if (old, work.fresh[fresh]) in back else old for fresh, old in work.old.items()}


def _remove(folder: Path, names: Sequence[str]) -> None:
    for name in names:
        with contextlib.suppress(OSError):
            (folder / name).unlink()


# ---- pipes and devices ---------------------------------------------------------------------------------------------


def _write_to_stream(target: Path, data: bytes) -> None:
    """Hand the bytes to whoever reads; for somebody who does not, nobody waits without end."""
    if not target.is_fifo():
        target.write_bytes(data)
        return
    number = _opened_pipe(target)
    try:
        while data:
            if not select.select([], [number], [], PATIENCE)[1]:
                raise OSError(errno.ENXIO, os.strerror(errno.ENXIO))
            with contextlib.suppress(BlockingIOError):
                data = data[os.write(number, data) :]
    finally:
        os.close(number)


def _opened_pipe(target: Path) -> int:
    """The pipe once somebody reads from it."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return os.open(target, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO or time.monotonic() > end:
                raise
            time.sleep(0.02)


@contextlib.contextmanager
def _errors_in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _unwritable(path, error.errno) from error


def _unwritable(path: Path, number: int | None) -> PolicyctlError:
    why, hint = _HINTS.get(number or 0, ("the system does not let us", _BUSY))
    return PolicyctlError(f"{path} cannot be written: {why}.", hint=hint)
