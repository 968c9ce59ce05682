"""Do the same for many policies in several processes at once."""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

T = TypeVar("T")

MOST_PROCESSES = 8
"""Each holds the rules in memory, and disks do not read faster for more."""

CHUNK = 16
"""Policies that a process is handed together."""

OBJECTS_BETWEEN_COLLECTIONS = 50_000
"""The garbage of some fifty policies: a single run never looks for it, and many policies would fill the memory."""


def map_in_processes(function: Callable[[str], T], names: Iterable[str]) -> Iterator[T]:
    """What the function makes of each name, in the order of the names."""
    # A copy of this process has the rules at hand; where copies are not safe, each process makes its own.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(_processes(), context, initializer=_prepare_process) as pool:
        yield from pool.map(function, names, chunksize=CHUNK)


def _processes() -> int:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, MOST_PROCESSES)


def _prepare_process() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # The parent ends all of them.
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
