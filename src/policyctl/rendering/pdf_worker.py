"""WeasyPrint runs in this process, which its parent limits, watches and stops.

The file is run by its path and imports nothing of policyctl. Its argument names a file of JSON: `html`, `fonts` (the
folder of the faces), `scheme` (how the page asks for them), `seconds` and `memory` (in bytes), and `paths` (where
Python finds modules). Without `html` it only reports the versions of the engine.

The PDF goes to standard output. Standard error carries events, a JSON object a line: `page` (one is laid out),
`complaint` (what must not be in a document), `versions`, or `failed` with `why`. Nothing is read from standard input:
its other end is held by the parent, and when that is gone, so is this process.
"""

import json
import logging
import os
import re
import sys
import threading
import warnings
from pathlib import Path
from typing import Any

_MAX_FILE = 200_000_000
_MAX_MESSAGE = 300
_FATAL = (".notdef", "Font-face", "Anchor defined twice", "Failed to", "No anchor", "Ignored")
_PAGE = re.compile(r" - Page (\d+)")  # In a second pass more follows: how far it is.
_PICTURES = ("data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp", "data:image/svg")
_FONTS = ("data:font/ttf", "data:font/otf", "data:font/woff2")
_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "os.system")


def send(**event: object) -> None:
    """Write an event for the parent."""
    sys.stderr.write(json.dumps(event) + "\n")
    sys.stderr.flush()


def exit_with_parent() -> None:
    """End this process when nobody holds the other end of standard input any more, however the parent ended."""

    def wait() -> None:
        while os.read(0, 1):
            pass
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def set_limits(seconds: float, memory: int) -> None:
    """Limit time, memory and the size of files, where the system can, and write no core files."""
    try:
        import resource  # noqa: PLC0415 (there is none on Windows)
    except ImportError:
        return
    limits = {
        resource.RLIMIT_CPU: int(seconds) + 1,
        resource.RLIMIT_AS: memory,
        resource.RLIMIT_FSIZE: _MAX_FILE,
        resource.RLIMIT_CORE: 0,
    }
    for kind, limit in limits.items():
        hard = resource.getrlimit(kind)[1]
        try:
            resource.setrlimit(kind, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
        except (ValueError, OSError):
            send(note="a limit could not be set")


def forbid_reaching_out(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse, as a hook of the interpreter, every connection and every program that is to be started."""
    del arguments
    if event.startswith(_FORBIDDEN):
        raise RuntimeError(f"it reaches out of the document ({event})")


class LogForwarder(logging.Handler):
    """Forwards from WeasyPrint's log the pages that are laid out and, once each, what must not be in a document."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Send what the parent must know."""
        message = record.getMessage()[:_MAX_MESSAGE]
        if record.name == "weasyprint.progress":
            if found := _PAGE.search(message):
                send(page=int(found[1]))
        elif (record.levelno >= logging.ERROR or message.startswith(_FATAL)) and message not in self.sent:
            self.sent.add(message)
            send(complaint=message)


def document_fetcher(folder: Path, scheme: str) -> Any:
    """Make the fetcher that opens the faces in the folder and what stands within the page, and refuses all else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415 (its absence is an event)

    faces = {f"{scheme}:{face.stem}": face for face in folder.glob("*.ttf")}

    class DocumentFetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            if url in faces:
                return URLFetcherResponse(url, faces[url].read_bytes(), {"Content-Type": "font/ttf"})
            if url.startswith((*_PICTURES, *_FONTS)):
                return super().fetch(url, headers)
            raise ValueError("the address is not part of the document")

    return DocumentFetcher(allowed_protocols={"data"}, allow_redirects=False, fail_on_errors=False)


def versions() -> str:
    """Name what the engine is made of, with its versions."""
    import weasyprint  # noqa: PLC0415
    from weasyprint.text.ffi import harfbuzz, pango  # noqa: PLC0415

    number = pango.pango_version()
    shaper = max(n for n in range(1, 100) if harfbuzz.hb_version_atleast(n, 0, 0))
    drawer = f"{number // 10000}.{number // 100 % 100}.{number % 100}"
    return f"WeasyPrint {weasyprint.__version__}, Pango {drawer}, HarfBuzz {shaper}"


def pdf(html: str, fonts: str, scheme: str) -> bytes:
    """Make a tagged PDF (PDF/UA-1) of the page."""
    import weasyprint  # noqa: PLC0415

    for name in ("weasyprint", "weasyprint.progress"):
        logging.getLogger(name).setLevel(logging.INFO)
    logging.getLogger("weasyprint").addHandler(LogForwarder())
    page = weasyprint.HTML(string=html, url_fetcher=document_fetcher(Path(fonts), scheme))
    sys.addaudithook(forbid_reaching_out)
    written: bytes = page.write_pdf(pdf_variant="pdf/ua-1", finisher=mend_lists)
    return written


# ---- the structure of lists ------------------------------------------------------------------------------------

_OF_A_POINT = ("/Lbl", "/LBody")


def mend_lists(_document: Any, file: Any) -> None:
    """Give lists the structure that PDF/UA asks for, where the engine takes their parts for something else.

    It knows no group of a name and its matter (`dl > div`), takes a point that is laid out as a table for two, one in
    the other, and hangs what stands below the first line of a point beside its body.
    """
    dictionaries: list[Any] = [each for each in file.objects if isinstance(each, dict)]
    tree = {each.reference: each for each in dictionaries if each.get("Type") == "/StructElem"}
    for whole in _all(tree, "/L"):
        for group in (kid for kid in _kids(tree, whole) if kid["S"] == "/Div"):
            group["S"] = "/LI"
            for number, part in enumerate(kid for kid in _kids(tree, group) if kid["S"] == "/LI"):
                _rename(tree, part, "/LBody" if number else "/Lbl")
    for point in _all(tree, "/LI"):
        if tree[point["P"]]["S"] != "/L":
            _rename(tree, point, "/Div")
    for point in _all(tree, "/LI"):
        for stray in (kid for kid in _kids(tree, point) if kid["S"] not in _OF_A_POINT):
            _put_in_a_body(file, point, stray)


def _all(tree: dict[bytes, Any], kind: str) -> list[Any]:
    return [each for each in tree.values() if each["S"] == kind]


def _kids(tree: dict[bytes, Any], element: Any) -> list[Any]:
    return [tree[key] for key in element["K"] if isinstance(key, bytes) and key in tree]


def _rename(tree: dict[bytes, Any], point: Any, kind: str) -> None:
    """Make a point something else; its parts are then no longer those of a point."""
    point["S"] = kind
    for kid in _kids(tree, point):
        if kid["S"] in _OF_A_POINT:
            kid["S"] = "/Div"


def _put_in_a_body(file: Any, point: Any, stray: Any) -> None:
    """Wrap what stands in a point by itself."""
    kids = type(point["K"])([stray.reference])
    body = type(stray)({"Type": stray["Type"], "S": "/LBody", "K": kids, "Pg": stray["Pg"], "P": point.reference})
    file.add_object(body)
    point["K"][point["K"].index(stray.reference)] = body.reference
    stray["P"] = body.reference


def answer(request: dict[str, Any]) -> None:
    """Do what the request asks for."""
    if "html" in request:
        sys.stdout.buffer.write(pdf(request["html"], request["fonts"], request["scheme"]))
        sys.stdout.buffer.flush()
    else:
        send(versions=versions())


def main() -> int:
    """Read the request and answer it; a failure is an event, not a traceback."""
    exit_with_parent()
    request = json.loads(Path(sys.argv[1]).read_bytes())
    set_limits(request["seconds"], request["memory"])
    warnings.simplefilter("ignore")
    # Isolated mode leaves out the user's own site-packages, where policyctl itself may have been installed.
    sys.path.extend(path for path in request["paths"] if path not in sys.path)
    try:
        answer(request)
    except (ModuleNotFoundError, OSError) as error:
        missing = isinstance(error, ModuleNotFoundError) or "cannot load library" in str(error)
        send(failed="engine" if missing else "system", why=str(error))
    except MemoryError:
        send(failed="memory", why="")
    except RecursionError:
        send(failed="depth", why="")
    except BaseException as error:  # noqa: BLE001 (one of them is WeasyPrint's own)
        send(failed="page", why=f"{type(error).__name__}: {error}")
    else:
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(main())
