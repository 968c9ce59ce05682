"""The names of many policies in, what was found in each out, in order: several processes judge them side by side."""

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from multiprocessing import get_context

from policyctl.cli.finding_files import STANDARD_INPUT, Document, read
from policyctl.cli.judging import judge
from policyctl.errors import PolicyctlError
from policyctl.findings import Checked

MOST = 8
"""Processes; each holds the rules in memory, and disks do not read faster for more."""

AT_A_TIME = 16
"""Policies that a process is handed together."""

Outcome = Checked | PolicyctlError


def side_by_side(names: Sequence[str], today: date) -> Iterator[Outcome]:
    """What each policy comes to, in the order of the names; standard input is read here, where it is open."""
    here = {name: outcome(name, today) for name in names if name == STANDARD_INPUT}
    # A copy of this process has the rules at hand; where copies are not safe, each process makes its own.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(processes(), context, initializer=_leave_interrupts_to_us) as pool:
        found = pool.map(partial(outcome, today=today), (n for n in names if n not in here), chunksize=AT_A_TIME)
        yield from (here[name] if name in here else next(found) for name in names)


def outcome(name: str, today: date) -> Outcome:
    """What one policy comes to: what is kept of it once it is judged, or why it cannot be read."""
    document = read(name)
    return judge(document, today).validation.checked if isinstance(document, Document) else document


def processes() -> int:
    """How many may run at once on this machine."""
    return min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, MOST)


def _leave_interrupts_to_us() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
