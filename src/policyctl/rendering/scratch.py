"""Folders for the time of one task, which the next run sweeps where nobody could."""

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

_PREFIX = "policyctl-pdf-"
_LOCK = "in-use"
_TRIES, _PAUSE = 40, 0.05
_LEFT = 3600
"""Seconds after which a folder without a lock is nobody's: a program was ended before it could lock it."""


@contextlib.contextmanager
def scratch() -> Iterator[Path]:
    """An empty folder that is removed in the end; what was left by a program that was killed is removed first."""
    sweep()
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    try:
        with (folder / _LOCK).open("wb") as file:
            _lock(file.fileno())
            yield folder
    finally:
        _remove(folder)


def _remove(folder: Path) -> None:
    """Remove the folder; a process that was just ended may write a last file meanwhile."""
    for _ in range(_TRIES):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(_PAUSE)


def sweep() -> None:
    """Remove the folders of programs that are gone; whose is still locked is in use."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            if _is_nobodys(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _is_nobodys(folder: Path) -> bool:
    if folder.is_symlink() or (hasattr(os, "getuid") and folder.stat().st_uid != os.getuid()):
        return False
    try:
        with (folder / _LOCK).open("rb") as file:
            return _lock(file.fileno())
    except FileNotFoundError:
        return time.time() - folder.stat().st_mtime > _LEFT


def _lock(file: int) -> bool:
    """Whether the file is ours from now on; it is until it is closed, however this process ends."""
    try:
        import fcntl  # noqa: PLC0415 (there is none on Windows)
    except ImportError:
        return False
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
