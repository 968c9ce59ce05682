"""Do the same for many policies in several processes at once."""

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


def map_in_processes(function: Callable[[str], T], names: Iterable[str]) -> Iterator[T]:
    """What the function makes of each name, in the order of the names."""
    # A copy of this process has the rules at hand; where copies are not safe, each process makes its own.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(_processes(), context, initializer=_leave_interrupts_to_parent) as pool:
        yield from pool.map(function, names, chunksize=CHUNK)


def _processes() -> int:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, MOST_PROCESSES)


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
