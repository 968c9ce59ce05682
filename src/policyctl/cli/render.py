"""`policyctl render`: print the handbook of a policy; all of its files are put in place, or none."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from policyctl.cli import ExitCode
from policyctl.cli.options import choose_several, complete_several
from policyctl.cli.paths import one_policy, read_policy
from policyctl.cli.streams import interactive, print_error, terminal, write_err, write_out
from policyctl.errors import PolicyctlError
from policyctl.findings import Severity
from policyctl.rendering.formats import FORMATS
from policyctl.reporters import Report, reporter, show

if TYPE_CHECKING:
    from policyctl.schema import Policy
    from policyctl.validation.pictures import Picture

DOCUMENT = "handbook"
_CLEAR_LINE = "\r\x1b[K"


class Printed(NamedTuple):
    """One file that is to be written: its name, its bytes and the seconds that it took."""

    name: str
    data: bytes
    seconds: float


def render(
    path: Annotated[
        str | None,
        typer.Argument(
            metavar="PATH", help="The policy, or - for standard input; policy.yaml if none.", show_default=False
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            metavar="FORMATS",
            help="Any of markdown, html, pdf, with commas.",
            show_default="all that this machine can make",
            autocompletion=complete_several(lambda: FORMATS),
        ),
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder to write to.")] = Path(
        "build"
    ),
    templates: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Templates of your own; any file there comes first.", show_default=False),
    ] = None,
) -> None:
    """Print the handbook as Markdown, HTML and PDF.

    Writes handbook.md, handbook.html and handbook.pdf. The policy is checked first; where it has errors, nothing
    is written. Where this machine cannot make PDFs, the others are written, unless PDF is asked for by name.

    \b
    Example:
      policyctl render policy.yaml --to html,pdf --output build
    \b
    Exit codes: 0 written, 1 the policy has errors, 2 could not run.
    """  # noqa: D301  The escape keeps the lines of a paragraph as they stand.
    from policyctl.library import validate
    from policyctl.outputs import replace_all

    formats = choose_several(to, FORMATS, "--to") if to is not None else tuple(FORMATS)
    if templates is not None and not templates.is_dir():
        raise PolicyctlError(f"There is no folder called {templates}.", hint="Name the folder of your templates.")
    file = one_policy(path)
    data, name = read_policy(file)
    validation = validate(data, name=name)
    if not validation.valid or validation.policy is None:
        write_out(reporter("text")(Report((validation.checked,)), terminal()))
        write_err("Nothing was written.\n")
        raise typer.Exit(ExitCode.FOUND)
    if warnings := sum(finding.severity is Severity.WARNING for finding in validation.findings):
        found = "1 warning; see it" if warnings == 1 else f"{warnings} warnings; see them"
        write_err(f"{found} with: policyctl validate {show(file)}\n")
    printed = [*_print_all(validation.policy, validation.logo, formats, templates, asked=to is not None)]
    replace_all({output / each.name: each.data for each in printed}, sources=[Path(name)])
    for each in printed:
        write_out(f"{show(str(output / each.name))}  {_size(len(each.data))}, {each.seconds:.1f} s\n")


def _print_all(
    policy: "Policy", logo: "Picture | None", formats: Sequence[str], templates: Path | None, *, asked: bool
) -> Iterator[Printed]:
    """Each format; where PDF was not asked for by name and this machine cannot make it, the others are enough."""
    from policyctl.library import render as render_document

    for name in formats:
        file = DOCUMENT + FORMATS[name].extension
        started = time.monotonic()
        try:
            data = render_document(policy, DOCUMENT, name, logo=logo, templates=templates, progress=_progress())
        except PolicyctlError:
            missing = "" if asked or name != "pdf" else _why_no_pdf()
            if not missing:
                raise
            print_error(PolicyctlError(f"{file} was not made. {missing}"))
        else:
            yield Printed(file, data, time.monotonic() - started)
        finally:
            if interactive(sys.stderr):
                write_err(_CLEAR_LINE)


def _why_no_pdf() -> str:
    """What this machine lacks to make PDFs, and how to get it; empty where it can make them."""
    from policyctl.rendering.pdf import engine

    return engine().problem


def _progress() -> Callable[[str], None] | None:
    """A line that is written over while somebody watches; nobody else needs it."""
    if not interactive(sys.stderr):
        return None
    return lambda reached: write_err(f"{_CLEAR_LINE}Laying out the PDF: {reached}")


def _size(count: int) -> str:
    """Bytes as people say them."""
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{max(round(count / 1000), 1)} kB"
