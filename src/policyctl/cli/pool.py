"""Do the same for many policies in several processes at once."""

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

T = TypeVar("T")

MOST_PROCESSES = 8
"""Each holds the rules in memory, and disks do not read faster for more."""

CHUNK = 16
"""Policies that a process is handed together."""

OBJECTS_BETWEEN_COLLECTIONS = 50_000
"""The garbage of some fifty policies: a single run never looks for it, and many policies would fill the memory."""


def map_in_processes(function: Callable[[str], T], names: Sequence[str], broken: Callable[[str], T]) -> Iterator[T]:
    """What the function makes of each name, in the order of the names.

    Where a process breaks down, what it had in hand is done name by name, and `broken` says what stands in the place of
    the name over which a process broke down again. When nobody asks for more, all processes are ended.
    """
    chunks = [names[start : start + CHUNK] for start in range(0, len(names), CHUNK)]
    waiting = iter(range(len(chunks)))
    busy: dict[Any, tuple[BaseProcess, int]] = {}
    made: dict[int, list[T]] = {}
    try:
        for number in islice(waiting, _processes()):
            process, connection = _start(function, chunks[number])
            busy[connection] = process, number
        for number in range(len(chunks)):
            while number not in made:
                for ready in wait([*busy]):
                    process, handed = busy.pop(ready)
                    found = _received(ready, process)
                    following = next(waiting, None)
                    if following is not None:
                        process, connection = _hand(
                            function, chunks[following], None if found is None else (process, ready)
                        )
                        busy[connection] = process, following
                    made[handed] = (
                        [_alone(function, name, broken) for name in chunks[handed]] if found is None else found
                    )
            yield from made.pop(number)
    finally:
        _end(active_children())


def _hand(
    function: Callable[[str], T], names: Sequence[str], worker: tuple[BaseProcess, Any] | None
) -> tuple[BaseProcess, Any]:
    """Hand the names to the worker, or to a new one."""
    if worker is None:
        return _start(function, names)
    worker[1].send(names)
    return worker


def _start(function: Callable[[str], T], names: Sequence[str]) -> tuple[BaseProcess, Any]:
    # A copy of this process has the rules at hand; where copies are not safe, each process makes its own.
    context = get_context("fork") if sys.platform == "linux" else get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(function, theirs), daemon=True)
    process.start()
    theirs.close()
    ours.send(names)
    return process, ours


def _received(connection: Any, process: BaseProcess) -> list[Any] | None:
    """What a process sends; None where it broke down."""
    try:
        found: list[Any] = connection.recv()
    except (EOFError, OSError):
        process.join()
        return None
    return found


def _alone(function: Callable[[str], T], name: str, broken: Callable[[str], T]) -> T:
    process, connection = _start(function, [name])
    try:
        found: list[T] | None = _received(connection, process)
    finally:
        _end([process])
    return found[0] if found else broken(name)


def _end(processes: Iterable[BaseProcess]) -> None:
    for process in processes:
        process.kill()  # Nobody waits for what it is about to find.
        process.join()


def _work(function: Callable[[str], T], connection: Any) -> None:
    _prepare_process()
    with suppress(EOFError, OSError):  # The parent is gone, or asks for nothing more.
        while names := connection.recv():
            connection.send([function(name) for name in names])


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
