"""`policyctl render`: print the documents of a policy; all of their files are put in place, or none."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from policyctl.cli import ExitCode
from policyctl.cli.options import choose_several, complete_several, parse_day
from policyctl.cli.paths import one_policy, read_policy
from policyctl.cli.streams import interactive, print_error, terminal, write_err, write_out
from policyctl.errors import PolicyctlError
from policyctl.findings import Severity
from policyctl.rendering.documents import DOCUMENTS
from policyctl.rendering.formats import FORMATS
from policyctl.reporters import Report, reporter, show

if TYPE_CHECKING:
    from concurrent.futures import Future

    from policyctl.findings import Finding
    from policyctl.schema import Policy
    from policyctl.validation.brand import BrandFiles

ALL = "all"
_CLEAR_LINE = "\r\x1b[K"


class Printed(NamedTuple):
    """One file that is to be written: its name, its bytes and the seconds that it took."""

    name: str
    data: bytes
    seconds: float


def render(  # noqa: PLR0913, PLR0917  One argument for each option.
    path: Annotated[
        str | None,
        typer.Argument(
            metavar="PATH", help="The policy, or - for standard input; policy.yaml if none.", show_default=False
        ),
    ] = None,
    document: Annotated[
        str,
        typer.Option(
            "--document",
            "-d",
            metavar="NAMES",
            help="Which documents, with commas, or all that the policy has what they need for.",
            autocompletion=complete_several(lambda: (*DOCUMENTS, ALL)),
        ),
    ] = "handbook",
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
    against: Annotated[
        str | None,
        typer.Option(
            metavar="EARLIER", show_default=False, help="For the briefing: what it was before, a file or a revision."
        ),
    ] = None,
    today: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", show_default=False, help="The day of a review, such as 2026-03-01; today if none."
        ),
    ] = None,
    templates: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Templates of your own; any file there comes first.", show_default=False),
    ] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Print again on each save, until Ctrl-C.")] = False,
) -> None:
    """Print the documents of a policy as Markdown, HTML and PDF.

    Writes handbook.md, handbook.html and handbook.pdf, or the documents that are asked for; policyctl documents lists
    them. The policy is checked first; where it has errors, nothing is written. Where this machine cannot make PDFs, the
    others are written, unless PDF is asked for by name.

    \b
    Example:
      policyctl render policy.yaml --to html,pdf --output build
      policyctl render policy.yaml --document card,charter
      policyctl render policy.yaml --document all
    \b
    Exit codes: 0 written, 1 the policy has errors, 2 could not run.
    """  # noqa: D301  The escape keeps the lines of a paragraph as they stand.
    options = {**locals(), "watch": False}
    if watch:
        from policyctl.cli.watching import print_on_each_save

        print_on_each_save(render, options)
        return

    from policyctl.cli.git_history import history
    from policyctl.library import validate
    from policyctl.outputs import replace_all

    formats = choose_several(to, FORMATS, "--to") if to is not None else tuple(FORMATS)
    if templates is not None and not templates.is_dir():
        raise PolicyctlError(f"There is no folder called {templates}.", hint="Name the folder of your templates.")
    names = choose_several(document, (*available(templates), ALL), "--document")
    day = parse_day(today, "--today")
    file = one_policy(path)
    data, name = read_policy(file)
    validation = validate(data, name=name, today=day)
    if not validation.valid or validation.policy is None:
        write_out(reporter("text")(Report((validation.checked,)), terminal()))
        write_err("Nothing was written.\n")
        raise typer.Exit(ExitCode.FOUND)
    if warnings := sum(finding.severity is Severity.WARNING for finding in validation.findings):
        found = "1 warning; see it" if warnings == 1 else f"{warnings} warnings; see them"
        write_err(f"{found} with: policyctl validate {show(file)}\n")
    before = history(against, may_be_new=False)(name) if against is not None else None
    job = Work(validation.policy, validation.brand, validation.findings, day, before, templates)
    printed = [*_print_all(job, _chosen(job, names), formats, asked=to is not None)]
    replace_all({output / each.name: each.data for each in printed}, sources=[Path(name)])
    for each in printed:
        write_out(f"{show(str(output / each.name))}  {_size(len(each.data))}, {each.seconds:.1f} s\n")


class Work(NamedTuple):
    """What documents are made from: the policy, its brand's files, what was found in it, the day, the policy before."""

    policy: "Policy"
    brand: "BrandFiles"
    findings: "tuple[Finding, ...]"
    today: date
    before: "Policy | None"
    templates: Path | None


def available(templates: Path | None) -> tuple[str, ...]:
    """The documents that there are: those of policyctl, then one for each template of one's own."""
    own = sorted(file.stem for file in (templates / "documents").glob("*.j2")) if templates else ()
    return tuple(dict.fromkeys((*DOCUMENTS, *own)))


def _chosen(work: Work, names: Sequence[str]) -> tuple[str, ...]:
    """The documents to print; `all` are those that the policy has what they need for."""
    if ALL in names:
        every = available(work.templates)
        return tuple(name for name in every if name not in DOCUMENTS or not _missing(work, name))
    for name in names:
        if name in DOCUMENTS and (missing := _missing(work, name)):
            raise PolicyctlError(f"There is nothing in this policy to print as {name}.", hint=missing[0])
    return tuple(names)


def _missing(work: Work, name: str) -> tuple[str, ...]:
    missing = DOCUMENTS[name].missing(work.policy)
    return () if name == "briefing" and work.before is not None else missing


def _print_all(work: Work, names: Sequence[str], formats: Sequence[str], *, asked: bool) -> Iterator[Printed]:
    """Each document in each format, two PDFs at a time: they are made in processes of their own.

    Where PDF was not asked for by name and this machine cannot make it, the others are enough.
    """
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(max_workers=2) as pool:
        made = [pool.submit(_print, work, name, form) for name in names for form in formats]
        try:
            for (name, form), each in zip(((n, f) for n in names for f in formats), made, strict=True):
                try:
                    yield each.result()
                except PolicyctlError:
                    missing = "" if asked or form != "pdf" else _why_no_pdf()
                    if not missing:
                        raise
                    print_error(PolicyctlError(f"{name}.pdf was not made. {missing}"))
        except BaseException:
            _stop(made)
            raise
        finally:
            if interactive(sys.stderr):
                write_err(_CLEAR_LINE)


def _stop(made: "Sequence[Future[Printed]]") -> None:
    """End what is being made, since nobody waits for it any more."""
    from policyctl.rendering.pdf import stop_workers

    for each in made:
        each.cancel()
    stop_workers()


def _print(work: Work, name: str, form: str) -> Printed:
    from policyctl.library import render as render_document

    started = time.monotonic()
    data = render_document(
        work.policy, name, form, brand=work.brand, templates=work.templates, progress=_progress(), today=work.today,
        before=work.before, findings=work.findings,
    )  # fmt: skip
    return Printed(name + FORMATS[form].extension, data, time.monotonic() - started)


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
