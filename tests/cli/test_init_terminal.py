"""A real terminal drives `policyctl init`: what stands in its lines, at two widths, and what Ctrl-C leaves behind."""

import os
import select
import struct
import subprocess
import sys
import time
from pathlib import Path

import pytest

pty, fcntl, termios = (pytest.importorskip(name, reason="of Unix alone") for name in ("pty", "fcntl", "termios"))
PROMPT = b"> "
PATIENCE = 120
"""Seconds; a machine may be busy with other tests."""


class Terminal:
    """A program at a terminal of so many columns."""

    def __init__(self, folder: Path, columns: int, *arguments: str) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        environment = {**os.environ, "LC_ALL": "de_DE.UTF-8", "TERM": "xterm-256color"}
        for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR"):
            environment.pop(name, None)
        command = [sys.executable, "-m", "policyctl", "init", *arguments]
        self._process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509  Ctrl-C has to reach it.
        )  # fmt: skip
        os.close(theirs)

    def read(self) -> str:
        """What is shown until the next question, or until the end."""
        shown, until = b"", time.monotonic() + PATIENCE
        while time.monotonic() < until and not shown.endswith(PROMPT):
            if not select.select([self._ours], [], [], 1)[0]:
                continue
            try:
                piece = os.read(self._ours, 65536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
        return shown.decode()

    def type(self, line: bytes) -> str:
        os.write(self._ours, line)
        return self.read()

    def interrupt(self) -> str:
        """Press Ctrl-C until it is noticed: one that comes just before Python begins to wait for a key is not."""
        until = time.monotonic() + PATIENCE
        while self._process.poll() is None and time.monotonic() < until:
            os.write(self._ours, b"\x03")
            time.sleep(0.5)
        return self.read()

    def close(self) -> int:
        code = self._process.wait(PATIENCE)
        os.close(self._ours)
        return code


@pytest.mark.slow
def test_a_conversation_at_forty_columns(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, 40, "laden")
    shown = terminal.read()
    for line in ("", "", "Café Zäpfle", *[""] * 15, "nein"):
        shown += terminal.type(line.encode() + b"\r")
    assert terminal.close() == 0
    assert "\x1b[1m3/12 Wie heißt es?\x1b[0m" in shown
    assert "Das steht in eurer Richtlinie, neben" in shown
    assert "  policyctl validate laden/policy.yaml" in shown
    written = (tmp_path / "laden" / "policy.yaml").read_text(encoding="utf-8")
    assert "  organisation: Café Zäpfle\n" in written


@pytest.mark.slow
def test_ctrl_c_leaves_nothing_behind(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, 80)
    terminal.read()
    terminal.type(b"\r")
    shown = terminal.interrupt()
    assert terminal.close() == 130
    assert "Traceback" not in shown
    assert [*tmp_path.iterdir()] == []
