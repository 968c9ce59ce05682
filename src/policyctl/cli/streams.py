"""Write to standard output and standard error; no encoding and no closed pipe is a crash."""

import codecs
import os
import sys
from typing import TYPE_CHECKING, TextIO

from policyctl.errors import PolicyctlError

if TYPE_CHECKING:
    from policyctl.reporters import Look

_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "→": ">", "×": "x"})
_WIDEST = 100
_NARROWEST = 20


def prepare() -> None:
    """Let both streams print whatever their encoding cannot hold in plainer letters."""
    codecs.register_error("policyctl-plain", _in_plain_letters)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="policyctl-plain")


def write_out(text: str) -> None:
    """Write to standard output; a reader who has left, such as `head`, is no trouble of ours."""
    _write(sys.stdout, text)


def write_err(text: str) -> None:
    """Write to standard error, for whatever is not the result itself."""
    _write(sys.stderr, text)


def print_error(error: PolicyctlError) -> None:
    """Say on standard error what kept policyctl from working, and the way out."""
    from policyctl.reporters.layout import paragraphs
    from policyctl.reporters.report import Look

    look = Look(width=width(sys.stderr))
    lines = [*paragraphs(f"policyctl: {error.message}", look, ""), *paragraphs(error.hint or "", look, "  ")]
    write_err("\n".join(lines) + "\n")


def terminal() -> "Look":
    """What standard output can show."""
    from policyctl.reporters.report import Look

    return Look(width(sys.stdout), colourful(sys.stdout))


def width(stream: TextIO) -> int:
    """The columns of the terminal that the stream leads to, within reason; 80 where there is none."""
    if not (interactive(stream) or os.environ.get("COLUMNS")):
        return 80
    import shutil

    return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size().columns))


def colourful(stream: TextIO) -> bool:
    """Whether colours are wanted: on a terminal that has them, unless NO_COLOR; elsewhere with FORCE_COLOR alone."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (interactive(stream) and os.environ.get("TERM") != "dumb")


def interactive(stream: TextIO | None) -> bool:
    """Whether a person sits in front of the stream."""
    return stream is not None and not stream.closed and stream.isatty()


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None or stream.closed:
        return
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        raise PolicyctlError(f"The result could not be written out: {error.strerror}.") from error


def _in_plain_letters(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    plain = error.object[error.start : error.end].translate(_PLAIN)
    return plain.encode("ascii", "backslashreplace").decode("ascii"), error.end
