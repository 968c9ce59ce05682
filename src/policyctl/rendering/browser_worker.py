"""A browser runs in this process's group: it prints a page, or tells its version, and then the whole group ends.

The file is run by its path. Its argument names a file of JSON: `command` (the program and its options), `seconds`, and
`html` (the page to print) or nothing more, where the command only tells something. The folder of that file is what the
browser may write to: its profile, its home and what it prints are there.

The PDF goes to standard output. Standard error carries events, a JSON object a line: `finished`, with `versions` where
the command tells them, or `failed` with `why`. Nothing is read from standard input: its other end is held by the
parent, and when that is gone, so is this group.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

_MAX_FILE = 200_000_000
_MAX_SAID = 4000
_ENDING = b"%%EOF"
_LINGER = 3.0
"""Seconds that a browser may take to end once its PDF is whole: some never do."""

_KEPT = ("PATH", "SYSTEMROOT", "WINDIR", "COMSPEC", "PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMDATA")
_HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
_SANDBOX = ("No usable sandbox", "Failed to move to new namespace", "SUID sandbox helper")


def send(**event: object) -> None:
    """Write an event for the parent."""
    sys.stderr.write(json.dumps(event) + "\n")
    sys.stderr.flush()


def end_all() -> None:
    """End everything in the group of this process, this process with it."""
    if sys.platform == "win32":
        with contextlib.suppress(OSError):
            subprocess.run(["taskkill", "/T", "/F", "/PID", str(os.getpid())], capture_output=True, check=False)  # noqa: S603, S607 (a program of Windows itself)
    else:
        os.killpg(os.getpgrp(), signal.SIGKILL)
    os._exit(1)


def end_with_parent() -> None:
    """End the group when nobody holds the other end of standard input any more, however the parent ended."""

    def wait() -> None:
        while os.read(0, 1):
            pass
        end_all()

    threading.Thread(target=wait, daemon=True).start()


def set_limits(seconds: float) -> None:
    """Limit time and the size of files, where the system can, and write no core files; a browser maps much memory."""
    try:
        import resource  # noqa: PLC0415 (there is none on Windows)
    except ImportError:
        return
    limits = {resource.RLIMIT_CPU: int(seconds) + 1, resource.RLIMIT_FSIZE: _MAX_FILE, resource.RLIMIT_CORE: 0}
    for kind, limit in limits.items():
        hard = resource.getrlimit(kind)[1]
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))


def environment(folder: Path) -> dict[str, str]:
    """Make an environment without secrets, a desktop or a home of the user's."""
    home = folder / "home"
    home.mkdir()
    variables = {name: os.environ[name] for name in _KEPT if name in os.environ}
    variables |= dict.fromkeys(_HOMES, str(home))
    # It makes a socket there, whose path may have about a hundred signs; the folder is the one in which it runs.
    variables |= dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder) if sys.platform == "win32" else ".")
    return variables | {"LANG": "C.UTF-8", "TZ": "UTC", "DBUS_SESSION_BUS_ADDRESS": "disabled:"}


def is_whole(file: Path) -> bool:
    """Whether the browser has written the PDF to its end."""
    with contextlib.suppress(OSError), file.open("rb") as pdf:
        pdf.seek(max(0, file.stat().st_size - 16))
        return _ENDING in pdf.read()
    return False


def wait_for(browser: "subprocess.Popen[bytes]", file: Path) -> None:
    """Wait until the browser has ended, or has not for a while though its work is done."""
    done = None
    while browser.poll() is None:
        now = time.monotonic()
        if done is None and is_whole(file):
            done = now
        if done is not None and now - done > _LINGER:
            return
        time.sleep(0.02)


def run(request: dict[str, Any], folder: Path) -> None:
    """Run the browser, and tell what came of it."""
    page, printed, words = folder / "page.html", folder / "printed.pdf", folder / "said"
    command = list(request["command"])
    if "html" in request:
        page.write_text(request["html"], encoding="utf-8")
        command += [f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={printed}", page.as_uri()]
    with words.open("wb") as said:
        browser = subprocess.Popen(  # noqa: S603 (the browser that the parent has found)
            command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, cwd=folder, env=environment(folder)
        )
        wait_for(browser, printed)
    told = words.read_bytes()[-_MAX_SAID:].decode(errors="replace")
    if "html" not in request:
        send(finished=True, versions=told)
    elif is_whole(printed):
        sys.stdout.buffer.write(printed.read_bytes())
        sys.stdout.buffer.flush()
        send(finished=True)
    else:
        send(failed="sandbox" if any(sign in told for sign in _SANDBOX) else "nothing", why=told)


def main() -> None:
    """Read the request and answer it; a failure is an event, not a traceback."""
    end_with_parent()
    request = json.loads(Path(sys.argv[1]).read_bytes())
    set_limits(request["seconds"])
    try:
        run(request, Path(sys.argv[1]).parent)
    except OSError as error:
        send(failed="system", why=error.strerror or "")
    end_all()


if __name__ == "__main__":
    main()
