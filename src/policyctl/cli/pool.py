"""Do the same for many policies in several processes at once."""

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, get_context, parent_process
from typing import TypeVar

T = TypeVar("T")

MOST_PROCESSES = 8
"""Each holds the rules in memory, and disks do not read faster for more."""

CHUNK = 16
"""Policies that a process is handed together."""

OBJECTS_BETWEEN_COLLECTIONS = 50_000
"""The garbage of some fifty policies: a single run never looks for it, and many policies would fill the memory."""


def map_in_processes(function: Callable[[str], T], names: Sequence[str], broken: Callable[[str], T]) -> Iterator[T]:
    """What the function makes of each name, in the order of the names.

    Where a process breaks down, what it and the others had not finished is done name by name, and `broken` says what
    stands in the place of a name over which a process broke down again.
    """
    done = 0
    try:
        for result in _map(function, names):
            yield result
            done += 1
    except BrokenProcessPool:
        yield from (_alone(function, name, broken) for name in names[done:])


def _alone(function: Callable[[str], T], name: str, broken: Callable[[str], T]) -> T:
    try:
        (result,) = _map(function, [name])
    except BrokenProcessPool:
        return broken(name)
    return result


def _map(function: Callable[[str], T], names: Sequence[str]) -> Iterator[T]:
    # A copy of this process has the rules at hand; where copies are not safe, each process makes its own.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(min(_processes(), len(names)) or 1, context, initializer=_prepare_process) as pool:
        try:
            yield from pool.map(function, names, chunksize=CHUNK)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for process in active_children():
                process.kill()  # Nobody waits for what it is about to find.
            raise


def _processes() -> int:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, MOST_PROCESSES)


def _prepare_process() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # The parent ends all of them,
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # and does it so.
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)


def _end_with_parent() -> None:
    """End this process when its parent is gone, however that ended: nobody would take what it finds."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
