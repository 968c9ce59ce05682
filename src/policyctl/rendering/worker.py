"""A request on standard input, a PDF on standard output: WeasyPrint, alone in a process that can be stopped.

This file runs by its path and imports nothing of policyctl. The request is JSON: `html`, `fonts` (the folder of the
faces), `scheme` (how the page asks for them), `seconds` and `memory` (in bytes), and `paths` (where Python finds
modules). Without `html` the versions of the engine are asked for. What happens is told on standard error, a JSON object
a line: `page`, `said` (a complaint), `versions`, or `failed`, which names what went wrong.
"""

import json
import logging
import re
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

_LARGEST = 200_000_000
_LONGEST = 300
_FATAL = (".notdef", "Font-face", "Anchor defined twice", "Failed to", "No anchor", "Ignored")


def tell(**event: object) -> None:
    """One line for the parent."""
    sys.stderr.write(json.dumps(event) + "\n")
    sys.stderr.flush()


def limit(seconds: float, memory: int) -> None:
    """Bound this process, where the system can: no file larger than a PDF gets, and no core files."""
    try:
        import resource  # noqa: PLC0415 (there is none on Windows)
    except ImportError:
        return
    wanted = {
        resource.RLIMIT_CPU: int(seconds) + 1,
        resource.RLIMIT_AS: memory,
        resource.RLIMIT_FSIZE: _LARGEST,
        resource.RLIMIT_CORE: 0,
    }
    for what, bound in wanted.items():
        hard = resource.getrlimit(what)[1]
        try:
            resource.setrlimit(what, (bound if hard == resource.RLIM_INFINITY else min(bound, hard), hard))
        except (ValueError, OSError):
            tell(note="a limit could not be set")


_PAGE = re.compile(r" - Page (\d+)")
"""A page of a second pass is followed by how far the pass got."""


class Told(logging.Handler):
    """Passes on what WeasyPrint logs: how far it is, and, once each, what must not be in a document."""

    def __init__(self) -> None:
        super().__init__()
        self.said: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Tell what the parent must know, and nothing of the rest."""
        message = record.getMessage()[:_LONGEST]
        if record.name == "weasyprint.progress":
            if found := _PAGE.search(message):
                tell(page=int(found[1]))
        elif (record.levelno >= logging.ERROR or message.startswith(_FATAL)) and message not in self.said:
            self.said.add(message)
            tell(said=message)


def fetcher(folder: Path, scheme: str) -> Any:
    """What opens addresses: the faces in the folder and pictures within the page itself, and nothing else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415 (a process that may lack it says so)

    faces = {f"{scheme}:{face.stem}": face for face in folder.glob("*.ttf")}

    class Handed(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            if url in faces:
                return URLFetcherResponse(url, faces[url].read_bytes(), {"Content-Type": "font/ttf"})
            if url.startswith(
                ("data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp", "data:image/svg")
            ):
                return super().fetch(url, headers)
            raise ValueError("the address is not part of the document")

    return Handed(allowed_protocols={"data"}, allow_redirects=False, fail_on_errors=False)


def versions() -> str:
    """What the engine is made of."""
    import weasyprint  # noqa: PLC0415
    from weasyprint.text.ffi import harfbuzz, pango  # noqa: PLC0415

    number = pango.pango_version()
    shaper = max(n for n in range(1, 100) if harfbuzz.hb_version_atleast(n, 0, 0))
    drawer = f"{number // 10000}.{number // 100 % 100}.{number % 100}"
    return f"WeasyPrint {weasyprint.__version__}, Pango {drawer}, HarfBuzz {shaper}"


def pdf(html: str, fonts: str, scheme: str) -> bytes:
    """The page as a tagged PDF (PDF/UA-1)."""
    import weasyprint  # noqa: PLC0415

    for name in ("weasyprint", "weasyprint.progress"):
        logging.getLogger(name).setLevel(logging.INFO)
    logging.getLogger("weasyprint").addHandler(Told())
    page = weasyprint.HTML(string=html, url_fetcher=fetcher(Path(fonts), scheme))
    written: bytes = page.write_pdf(pdf_variant="pdf/ua-1")
    return written


def guarded(work: Callable[[], None]) -> int:
    """Do it; a failure is told by its kind and not as a traceback."""
    try:
        work()
    except (ModuleNotFoundError, OSError) as error:
        tell(
            failed="engine"
            if isinstance(error, ModuleNotFoundError) or "cannot load library" in str(error)
            else "system",
            why=str(error),
        )
    except MemoryError:
        tell(failed="memory", why="")
    except RecursionError:
        tell(failed="depth", why="")
    except BaseException as error:  # noqa: BLE001 (one of them is WeasyPrint's own)
        tell(failed="page", why=f"{type(error).__name__}: {error}")
    else:
        return 0
    return 1


def main() -> int:
    """Read the request, answer it."""
    request = json.load(sys.stdin.buffer)
    limit(request["seconds"], request["memory"])
    warnings.simplefilter("ignore")
    # Isolated mode leaves out the user's own site-packages, where policyctl itself may have been installed.
    sys.path.extend(path for path in request["paths"] if path not in sys.path)

    def work() -> None:
        if "html" in request:
            sys.stdout.buffer.write(pdf(request["html"], request["fonts"], request["scheme"]))
            sys.stdout.buffer.flush()
        else:
            tell(versions=versions())

    return guarded(work)


if __name__ == "__main__":
    sys.exit(main())
