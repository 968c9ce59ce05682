"""`policyctl render`: print the documents of a policy; all of their files are put in place, or none."""

import shlex
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from policyctl import __version__
from policyctl.cli import ExitCode
from policyctl.cli.options import choose, choose_several, complete, complete_several, parse_day, parse_seconds
from policyctl.cli.paths import one_policy, read_policy
from policyctl.cli.streams import interactive, print_error, terminal, write_err, write_out
from policyctl.errors import PolicyctlError
from policyctl.findings import Severity
from policyctl.rendering.documents import DOCUMENTS
from policyctl.rendering.formats import ENGINES, FORMATS
from policyctl.reporters import Report, reporter, show

if TYPE_CHECKING:
    from concurrent.futures import Future

    from policyctl.cli.unchanged import Printed, Wanted
    from policyctl.findings import Finding
    from policyctl.schema import Policy
    from policyctl.validation.brand import BrandFiles

ALL = "all"
_CLEAR_LINE = "\r\x1b[K"


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
            help="Any of markdown, html, pdf, docx (Word), with commas.",
            show_default="all but docx that this machine can make",
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
    engine: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="What makes PDFs: weasyprint or browser.",
            show_default="weasyprint, or a browser where it cannot",
            autocompletion=complete(lambda: ENGINES),
        ),
    ] = None,
    seconds: Annotated[
        str, typer.Option(metavar="SECONDS", help="How long one PDF may take.", show_default="120")
    ] = "120",
    force: Annotated[bool, typer.Option("--force", help="Print everything anew, also what has not changed.")] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; say which files are out of date, and fail if any is.")
    ] = False,
    open_it: Annotated[
        bool, typer.Option("--open", help="Open what was made: the one file, or the first document as HTML.")
    ] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Print again on each save, until Ctrl-C.")] = False,
) -> None:
    """Print the documents of a policy as Markdown, HTML, PDF or Word.

    Writes handbook.md, handbook.html and handbook.pdf, or the documents that are asked for; policyctl documents lists
    them. A Word file is written for whoever asks for docx. The policy is checked first; where it has errors, nothing is
    written. Where this machine cannot make PDFs, the others are written, unless PDF is asked for by name. What has not
    changed since it was printed is left as it is; .policyctl.json in the folder says what each file was printed from.

    \b
    Example:
      policyctl render policy.yaml --to html,pdf --output build
      policyctl render policy.yaml --document card,charter --open
      policyctl render policy.yaml --to docx
      policyctl render policy.yaml --document all
      policyctl render policy.yaml --document all --check
    \b
    Exit codes: 0 written or up to date, 1 the policy has errors or a file is out
    of date, 2 could not run.
    """  # noqa: D301  The escape keeps the lines of a paragraph as they stand.
    options = {**locals(), "watch": False}
    if watch:
        from policyctl.cli.watching import print_on_each_save

        print_on_each_save(render, options)
        return

    from policyctl.cli.git_history import history
    from policyctl.cli.opening import open_one
    from policyctl.library import validate

    formats = (
        choose_several(to, FORMATS, "--to")
        if to is not None
        else tuple(name for name in FORMATS if FORMATS[name].usual)
    )
    if templates is not None and not templates.is_dir():
        raise PolicyctlError(f"There is no folder called {templates}.", hint="Name the folder of your templates.")
    if check and open_it:
        raise typer.BadParameter("With --check nothing is made that could be opened.", param_hint="--open")
    names = choose_several(document, (*available(templates), ALL), "--document")
    day = parse_day(today, "--today")
    pdf = PdfOptions(choose(engine, ENGINES, "--engine") if engine is not None else None, parse_seconds(seconds))
    file = one_policy(path)
    data, name = read_policy(file)
    validation = validate(data, name=name, today=day)
    if not validation.valid or validation.policy is None:
        write_out(reporter("text")(Report((validation.checked,)), terminal()))
        write_err("Nothing was compared.\n" if check else "Nothing was written.\n")
        raise typer.Exit(ExitCode.FOUND)
    if warnings := sum(finding.severity is Severity.WARNING for finding in validation.findings):
        found = "1 warning; see it" if warnings == 1 else f"{warnings} warnings; see them"
        write_err(f"{found} with: policyctl validate {show(file)}\n")
    before = history(against, may_be_new=False)(name) if against is not None else None
    work = Work(validation.policy, validation.brand, validation.findings, day, before, templates, pdf)
    chosen = _chosen(work, names)
    run = Run(
        output=output,
        policy=name,
        wanted=tuple((each, form) for each in chosen for form in formats),
        dropped=tuple(each for each in DOCUMENTS if each not in chosen) if ALL in names else (),
        values=_values(work, data, output),
        asked=to is not None or engine is not None,
        force=force,
    )
    if check:
        again = _command(file, {"--document": document, "--to": to, "--output": output, "--against": against,
                                "--today": today, "--templates": templates, "--engine": engine,
                                "--seconds": seconds if seconds != "120" else None})  # fmt: skip
        _check(work, run, again)
        return
    made = _print_anew(work, run)
    if open_it:
        open_one(made)


class Run(NamedTuple):
    """What is to be printed: into which folder, of which policy, which documents and formats, and what shapes them.

    `dropped` are the documents that the policy has nothing for, where all were asked for. `asked` says whether formats
    were asked for by name, and `force` that nothing is to be believed of what is there.
    """

    output: Path
    policy: str
    wanted: "tuple[Wanted, ...]"
    dropped: tuple[str, ...]
    values: Mapping[str, str]
    asked: bool
    force: bool

    def place(self, name: str) -> str:
        """A file in the folder, as it is told."""
        return show(str(self.output / name))


class PdfOptions(NamedTuple):
    """How PDFs are made: by which engine, in how many seconds."""

    engine: str | None
    seconds: float


class Work(NamedTuple):
    """What documents are made from: the policy, its brand's files, what was found in it, the day, the policy before.

    And how they are made: with which templates, and how PDFs are.
    """

    policy: "Policy"
    brand: "BrandFiles"
    findings: "tuple[Finding, ...]"
    today: date
    before: "Policy | None"
    templates: Path | None
    pdf: PdfOptions


def _values(work: Work, data: bytes, output: Path) -> dict[str, str]:
    """The fingerprint of everything that shapes a file, by the names of `rendering.record.INPUTS`.

    A word that a person can read, such as that of an option, is a fingerprint as well.
    """
    from policyctl.cli.unchanged import fingerprint_of_program, fingerprint_of_templates, versions_of_packages
    from policyctl.rendering.record import fingerprint, fingerprint_of_all

    pictures = {"logo": work.brand.logo, "logo_dark": work.brand.logo_dark}
    faces = {f"{number}": face for number, face in enumerate((*work.brand.heading_font, *work.brand.text_font))}
    found = [(each.severity, each.span.start.line, each.message, each.hint) for each in work.findings]
    return {
        "policy": fingerprint(data, is_text=True),
        "brand": fingerprint_of_all({name: file.data for name, file in {**pictures, **faces}.items() if file}),
        "templates": fingerprint_of_templates(work.templates, output),
        "before": fingerprint(repr(work.before)),
        "findings": fingerprint(repr(found)),
        "engine": work.pdf.engine or "",
        "version": __version__,
        "program": fingerprint_of_program(),
        "packages": versions_of_packages(),
    }


def _print_anew(work: Work, run: Run) -> list[Path]:
    """Print what has changed, put it in place with what is known of it, and say what became of each file."""
    from policyctl.cli.unchanged import file_name, find_stale, left_over, read_record_in, record_with
    from policyctl.outputs import replace_all
    from policyctl.rendering.record import LEFT_OVER, RECORD

    record = read_record_in(run.output)
    stale = run.wanted if run.force else [*find_stale(run.output, record, run.wanted, run.values)]
    printed = {(each.document, each.form): each for each in _print_all(work, stale, asked=run.asked)}
    if printed:
        files = {run.output / file_name(each): made.data for each, made in printed.items()}
        known = record_with(run.output, record, printed, Path(run.policy).name, run.values)
        replace_all({**files, run.output / RECORD: known}, sources=[Path(run.policy)])
    there = [each for each in run.wanted if each in printed or each not in stale]
    for each in there:
        write_out(f"{run.place(file_name(each))}  {_how_made(printed.get(each))}\n")
    for name in left_over(run.output, record, run.dropped, Path(run.policy).name):
        write_out(f"{run.place(name)}  left as it was: {LEFT_OVER}\n")
    return [run.output / file_name(each) for each in there]


def _check(work: Work, run: Run, again: str) -> None:
    """Say of each file whether it is what would be printed now; where one is not, that ends the program with 1.

    Where nobody asked for PDFs and none can be made here, one that is not known is not missed.
    """
    from policyctl.cli.unchanged import compare, file_name, find_stale, left_over, read_record_in
    from policyctl.rendering.record import LEFT_OVER, MISSING, UNKNOWN

    record = read_record_in(run.output)
    stale = find_stale(run.output, {} if run.force else record, run.wanted, run.values, of_author=True)
    unknown = [each for each, why in stale.items() if each[1] == "pdf" and why in (MISSING, UNKNOWN)]
    passed_over = set(unknown) if unknown and not run.asked and _why_no_pdf() else set()
    stale = {each: why for each, why in stale.items() if each not in passed_over}
    wrong = compare(run.output, stale, lambda doubtful: _print_all(work, doubtful, asked=True))
    for each in run.wanted:
        why = "not made on this machine" if each in passed_over else wrong.get(each, "up to date")
        write_out(f"{run.place(file_name(each))}  {why}\n")
    left = left_over(run.output, record, run.dropped, Path(run.policy).name)
    for name in left:
        write_out(f"{run.place(name)}  out of date: {LEFT_OVER}; delete it\n")
    if wrong:
        write_err(f"Print again with: {show(again)}\n")
    if wrong or left:
        raise typer.Exit(ExitCode.FOUND)


def _command(file: str, options: Mapping[str, object]) -> str:
    """The command that prints with these options, as it is typed; those that were not given are left out."""
    words = [word for option, said in options.items() if said is not None for word in (option, str(said))]
    return shlex.join(["policyctl", "render", file, *words])


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


def _print_all(work: Work, wanted: "Sequence[Wanted]", *, asked: bool) -> "Iterator[Printed]":
    """Each document in its format, two PDFs at a time: they are made in processes of their own.

    Where PDF was not asked for by name and this machine cannot make it, the others are enough.
    """
    from concurrent.futures import ThreadPoolExecutor

    if not wanted:
        return
    with ThreadPoolExecutor(max_workers=2) as pool:
        made = [pool.submit(_print, work, name, form) for name, form in wanted]
        try:
            for (name, form), each in zip(wanted, made, strict=True):
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


def _print(work: Work, name: str, form: str) -> "Printed":
    from policyctl.cli.unchanged import Printed
    from policyctl.library import render as render_document

    started = time.monotonic()
    data = render_document(
        work.policy, name, form, brand=work.brand, templates=work.templates, progress=_progress(), today=work.today,
        before=work.before, findings=work.findings, notice=_say_once, **work.pdf._asdict(),
    )  # fmt: skip
    return Printed(name, form, data, time.monotonic() - started)


def _why_no_pdf() -> str:
    """What this machine lacks to make PDFs, and how to get it; empty where it can make them."""
    from policyctl.rendering.pdf import engine

    return engine().problem


def _progress() -> Callable[[str], None] | None:
    """A line that is written over while somebody watches; nobody else needs it."""
    if not interactive(sys.stderr):
        return None
    return lambda reached: write_err(f"{_CLEAR_LINE}Laying out the PDF: {reached}")


def _how_made(printed: "Printed | None") -> str:
    """What became of a file: its size and the time that it took, or that nothing had to be done."""
    return f"{_size(len(printed.data))}, {printed.seconds:.1f} s" if printed else "unchanged"


@cache
def _say_once(sentence: str) -> None:
    """Say on standard error what is the same for every document."""
    write_err(f"{sentence}\n")


def _size(count: int) -> str:
    """Bytes as people say them."""
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{max(round(count / 1000), 1)} kB"
