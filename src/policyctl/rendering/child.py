"""A request in, what the worker wrote and said out: the process is bounded, watched, and never outlives its time."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

_WORKER = Path(__file__).with_name("worker.py")
_MEMORY = 2 * 1024**3
_KEPT = (
    "PATH",
    "SYSTEMROOT",
    "WINDIR",
    "DYLD_LIBRARY_PATH",
    "DYLD_FALLBACK_LIBRARY_PATH",
    "LD_LIBRARY_PATH",
    "WEASYPRINT_DLL_DIRECTORIES",
)
_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<selectfont><rejectfont><glob>*.woff2</glob></rejectfont></selectfont></fontconfig>
"""


@dataclass
class Answer:
    """What came of it: the output, the exit code (negative for a signal) and all that was said on the way."""

    output: bytes = b""
    code: int = 0
    late: bool = False
    said: list[str] = field(default_factory=list)
    failed: str = ""
    why: str = ""
    versions: str = ""


def ask(
    request: Mapping[str, Any],
    *,
    seconds: float,
    fonts: Path | None = None,
    page: Callable[[int], None] | None = None,
) -> Answer:
    """Run the worker for at most so many seconds; `fonts` is the only folder where it shall find fonts.

    `page` is told each page that is laid out.
    """
    with TemporaryDirectory(prefix="policyctl-") as folder:
        scratch = Path(folder)
        (scratch / "empty").mkdir()
        paths = [path for path in sys.path if Path(path).is_absolute()]
        whole = {"seconds": seconds, "memory": _MEMORY, "paths": paths, **request}
        (scratch / "request").write_text(json.dumps(whole), encoding="utf-8")
        answer = _run(scratch, _surroundings(scratch, fonts), seconds, page or (lambda _: None))
        answer.output = (scratch / "output").read_bytes()
        return answer


def _surroundings(scratch: Path, fonts: Path | None) -> dict[str, str]:
    """An environment without secrets, a time zone or a home; with fonts of ours alone, if we may choose."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    kept |= {"TMPDIR": str(scratch), "TEMP": str(scratch), "LANG": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "0"}
    if fonts:
        config = scratch / "fonts.conf"
        config.write_text(_FONTS.format(fonts=_xml(fonts), cache=_xml(scratch / "cache")), encoding="utf-8")
        kept["FONTCONFIG_FILE"] = str(config)
    return kept


def _xml(path: Path) -> str:
    return str(path).replace("&", "&amp;").replace("<", "&lt;")


def _run(scratch: Path, environment: dict[str, str], seconds: float, page: Callable[[int], None]) -> Answer:
    answer = Answer()
    with (
        (scratch / "request").open("rb") as request,
        (scratch / "output").open("wb") as output,
        subprocess.Popen(  # noqa: S603 (our own file, run by our own Python)
            [sys.executable, "-I", str(_WORKER)],
            stdin=request,
            stdout=output,
            stderr=subprocess.PIPE,
            cwd=scratch / "empty",
            env=environment,
            start_new_session=True,
            encoding="utf-8",
            errors="replace",
        ) as process,
        _stopped(process, seconds, answer),
    ):
        for event in _events(process):
            if "page" in event:
                page(event["page"])
            elif "said" in event:
                answer.said.append(event["said"])
            else:
                _note(answer, event)
        answer.code = process.wait()
    return answer


def _note(answer: Answer, event: Mapping[str, str]) -> None:
    for name in ("failed", "why", "versions"):
        setattr(answer, name, event.get(name, getattr(answer, name)))


def _events(process: "subprocess.Popen[str]") -> Iterator[dict[str, Any]]:
    """What the worker tells; libraries below it write to the same place, and are not listened to."""
    for line in process.stderr or ():
        with contextlib.suppress(json.JSONDecodeError):
            event = json.loads(line)
            if isinstance(event, dict):
                yield event


@contextlib.contextmanager
def _stopped(process: "subprocess.Popen[str]", seconds: float, answer: Answer) -> Iterator[None]:
    """Ends the process when its time is over, and whatever happens when we leave."""

    def end() -> None:
        answer.late = True
        _kill(process)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        if process.poll() is None:
            _kill(process)


def _kill(process: "subprocess.Popen[str]") -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
