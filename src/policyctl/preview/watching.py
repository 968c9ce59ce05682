"""Notice when files are saved: a burst of saves is told once, as soon as it has come to rest.

What the system tells of a folder only wakes us up. What counts is how the files look, so that a file which is deleted
and comes back, one that is renamed into its place and a folder that is replaced need no case of their own, and where a
system tells nothing, as on some network drives, a change is noticed half a second later.
"""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import Self

from policyctl.errors import PolicyctlError
from policyctl.files import read_file

REST = 40
"""Milliseconds without another change after which a save is over; most editors need a tenth of it."""

LONGEST_BURST = 500
"""Milliseconds after which something is shown although files are still being saved."""

LOOK_ANYWAY = 500
"""Milliseconds after which the files are looked at without any word from the system."""

GRACE = 0.25
"""Seconds that a file has to become whole again which looks as if somebody were in the middle of writing it."""

MOST_FILES = 2000
"""Files that are looked at in a folder of templates."""

_Look = tuple[int, int, int] | None


class Watch:
    """Watches files from a thread of its own, for as long as it is entered.

    `policy` is the file that is waited for where it is half written, `others` gives all other files and folders that
    matter; it is asked again each time, since a policy may name another logo.
    """

    def __init__(self, policy: Path, others: Callable[[], Iterable[Path]] = tuple) -> None:
        self._here = Path.cwd()  # It may be replaced with all that is in it, and is then no folder of ours any more.
        self._policy = self._here / policy
        self._others = others
        self._changed, self._end = Event(), Event()
        self._thread = Thread(target=self._run, daemon=True)
        self._seen = self._look()
        self._has_end = _has_end(self._policy)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._thread.join()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until something has been saved, for so many seconds or without end; says whether it has."""
        while not self._changed.wait(0.5 if seconds is None else seconds):  # Without a limit Windows heeds no Ctrl-C.
            if seconds is not None:
                return False
        self._changed.clear()
        while not (has_end := _has_end(self._policy)) and self._has_end and self._changed.wait(GRACE):
            self._changed.clear()
        self._has_end = has_end
        return True

    def _run(self) -> None:
        from watchfiles import watch  # noqa: PLC0415  An extra, which is not there for everybody.

        while not self._end.is_set():
            folders = self._folders()
            with suppress(OSError):  # A folder may go between our look and that of the system.
                for changes in watch(
                    *folders, watch_filter=None, step=REST, debounce=LONGEST_BURST, rust_timeout=LOOK_ANYWAY,
                    yield_on_timeout=True, stop_event=self._end, recursive=False,
                ):  # fmt: skip
                    self._compare({path for _, path in changes})
                    if self._folders() != folders:
                        break
            self._compare(set())

    def _compare(self, changed: set[str]) -> None:
        """Tell if a file looks otherwise than before; one that was saved twice within a tick of the clock may not."""
        now = self._look()
        if now != self._seen or not changed.isdisjoint(map(str, now)):
            self._seen = now
            self._changed.set()

    def _look(self) -> dict[Path, _Look]:
        files = [self._policy]
        for path in (self._here / each for each in self._others()):
            files += _files_in(path) if _is_folder(path) else [path]
        return {file: _stat(file) for file in files}

    def _folders(self) -> dict[Path, _Look]:
        """The folders of all files, also behind links; of one that is gone the nearest that is there."""
        folders = {place.parent for file in self._look() for place in (file, Path(os.path.realpath(file)))}
        there = {next(each for each in (folder, *folder.parents) if _is_folder(each)) for folder in folders}
        return {folder: (stat[0], 0, 0) if (stat := _stat(folder)) else None for folder in sorted(there)}


def _files_in(folder: Path) -> list[Path]:
    """The folder and what is in it: as long as it is empty, it is what will be changed."""
    found = [folder]
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += (Path(place, name) for name in names)
        if len(found) > MOST_FILES:
            break
    return found[:MOST_FILES]


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112  It says no where a name is too long.


def _stat(path: Path) -> _Look:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_ino, 0 if _is_folder(path) else found.st_mtime_ns, 0 if _is_folder(path) else found.st_size


def _has_end(path: Path) -> bool:
    """Whether the last line of a text is whole, which it is not while the text is missing or being written."""
    try:
        return read_file(path).endswith((b"\n", b"\r"))
    except PolicyctlError:
        return False
