"""However the program ends, it ends at once: no process of it stays behind, no folder, and no traceback is shown."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from tests.cli.conftest import SMALL

from policyctl.cli import checking
from policyctl.rendering import browser
from policyctl.rendering.pdf import engine

PROGRAM = [sys.executable, "-m", "policyctl"]
PATIENCE = 60
PROCESSES_OF_A_BROWSER = 4

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Processes are looked up as Linux shows them.")


def _children(pid: int) -> list[int]:
    found: list[int] = []
    with suppress(OSError):  # It may end meanwhile, and so may a thread of it.
        for each in Path(f"/proc/{pid}/task").glob("*/children"):
            found += map(int, each.read_text(encoding="ascii").split())
    return found


def _alive(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return False


@contextmanager
def _with_children(command: list[str], folder: Path, count: int) -> Iterator[tuple["subprocess.Popen[str]", list[int]]]:
    """The program once it has started so many processes; whatever is left of them in the end is ended."""
    environment = {**os.environ, "TMPDIR": str(folder)}
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    children: list[int] = []
    try:
        end = time.monotonic() + PATIENCE
        while len(children) < count and process.poll() is None and time.monotonic() < end:
            children = _children(process.pid)
            time.sleep(0.002)
        yield process, children
    finally:
        process.kill()
        for child in filter(_alive, children):
            os.kill(child, signal.SIGKILL)
        process.communicate()


def _until_all_are_gone(processes: list[int]) -> bool:
    end = time.monotonic() + PATIENCE
    while any(map(_alive, processes)) and time.monotonic() < end:
        time.sleep(0.01)
    return not any(map(_alive, processes))


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """More policies than one process checks, some of which take a moment."""
    slow = SMALL + "facts:\n" + "".join(f"  Fact {n}: Within {n} days, for £{n}.\n" for n in range(200))
    for number in range(checking.MANY + 60):
        (tmp_path / f"{number:03}.policy.yaml").write_text(slow, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_many_policies_leave_no_process_and_nobody_waits(many: Path, number: signal.Signals, code: int) -> None:
    with _with_children([*PROGRAM, "validate", "."], many, 1) as (process, children):
        assert children
        process.send_signal(number)
        out, err = process.communicate(timeout=PATIENCE)
        assert (process.returncode, out, err) == (code, "", "")
        assert _until_all_are_gone(children)


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    facts = "".join(f"  Fact {n}: {'Words that take their place on a page. ' * 20}\n" for n in range(400))
    (tmp_path / "policy.yaml").write_text(f"{SMALL}facts:\n{facts}", encoding="utf-8")
    return tmp_path


@pytest.mark.slow
@pytest.mark.skipif(bool(engine().problem), reason="PDFs cannot be made here.")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGKILL, -9)])
@pytest.mark.parametrize("after", [pytest.param(0.0, marks=pytest.mark.hostile), 0.4])
def test_a_pdf_leaves_no_process_and_no_folder(shop: Path, number: signal.Signals, code: int, after: float) -> None:
    command = [*PROGRAM, "render", "policy.yaml", "--to", "pdf"]
    with _with_children(command, shop, 1) as (process, children):
        assert children
        time.sleep(after)
        process.send_signal(number)
        assert process.wait(PATIENCE) == code
        assert _until_all_are_gone(children)
    assert [each.name for each in shop.iterdir() if each.name == "build"] == []
    if number is signal.SIGKILL:
        (shop / "policy.yaml").write_text(SMALL, encoding="utf-8")
        subprocess.run(command, cwd=shop, env={**os.environ, "TMPDIR": str(shop)}, check=True, capture_output=True)
    assert [each.name for each in shop.glob("policyctl-*")] == []


def _descendants(pid: int) -> list[int]:
    return [each for child in _children(pid) for each in (child, *_descendants(child))]


@pytest.mark.slow
@pytest.mark.skipif(bool(browser.find().problem), reason="There is no browser on this machine.")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_a_browser_that_prints_leaves_no_process_and_no_folder(shop: Path, number: signal.Signals, code: int) -> None:
    command = [*PROGRAM, "render", "policy.yaml", "--to", "pdf", "--engine", "browser"]
    with _with_children(command, shop, 1) as (process, children):
        end = time.monotonic() + PATIENCE
        everything = _descendants(process.pid)
        while len(everything) < PROCESSES_OF_A_BROWSER and time.monotonic() < end:
            time.sleep(0.005)
            everything = _descendants(process.pid)
        assert len(everything) >= PROCESSES_OF_A_BROWSER
        process.send_signal(number)
        assert process.wait(PATIENCE) == code
        assert _until_all_are_gone([*children, *everything])
    assert not (shop / "build").exists()
    if number is signal.SIGKILL:
        (shop / "policy.yaml").write_text(SMALL, encoding="utf-8")
        subprocess.run(command, cwd=shop, env={**os.environ, "TMPDIR": str(shop)}, check=True, capture_output=True)
    assert [each.name for each in shop.glob("policyctl-*")] == []


INTERRUPTED = """\
import os, signal, sys, threading, time
from policyctl.__main__ import main
wait, number = float(sys.argv.pop(1)), int(sys.argv.pop(1))
signal.signal(signal.SIGINT, signal.SIG_DFL)  # As main begins: a signal at once may find these lines.
threading.Thread(target=lambda: (time.sleep(wait), os.kill(os.getpid(), number)), daemon=True).start()
main()
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("wait", [0.0, 0.005, 0.01, 0.02, 0.04, 0.08, 0.16])
def test_no_moment_of_the_start_shows_a_traceback(small: Path, wait: float, number: signal.Signals) -> None:
    command = [sys.executable, "-c", INTERRUPTED, str(wait), str(int(number)), "validate", str(small)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 128 + number, -number)
    assert "Traceback" not in done.stderr
    assert "mistake" not in done.stderr


def test_who_starts_it_so_that_it_is_not_told_to_end_is_obeyed(small: Path) -> None:
    deaf = lambda: signal.signal(signal.SIGTERM, signal.SIG_IGN)  # noqa: E731
    command = [sys.executable, "-c", INTERRUPTED, "0.05", str(int(signal.SIGTERM)), "validate", str(small)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=deaf)
    assert done.returncode == 0, done.stderr
