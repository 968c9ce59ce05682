"""`policyctl render`: print the documents of a policy; all of their files are put in place, or none."""

import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policyctl.cli import ExitCode
from policyctl.cli.options import choose, choose_several, complete, complete_several, parse_day, parse_seconds
from policyctl.cli.paths import one_policy, read_policy
from policyctl.cli.streams import terminal, write_err, write_out
from policyctl.errors import PolicyctlError
from policyctl.findings import Severity
from policyctl.rendering.documents import DOCUMENTS
from policyctl.rendering.formats import ENGINES, FORMATS
from policyctl.reporters import Report, reporter, show

if TYPE_CHECKING:
    from policyctl.cli.printing import Work

ALL = "all"
SECONDS = "120"
"""How long one PDF may take where nobody says otherwise; library.render says the same."""


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
        str, typer.Option(metavar="SECONDS", help="How long one PDF may take.", show_default=SECONDS)
    ] = SECONDS,
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
    from policyctl.cli.printing import PdfOptions, Run, Work, input_fingerprints, print_anew, report_outdated
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
        values=input_fingerprints(work, data, output),
        asked=to is not None or engine is not None,
        force=force,
    )
    if check:
        again = _command(file, {"--document": document, "--to": to, "--output": output, "--against": against,
                                "--today": today, "--templates": templates, "--engine": engine,
                                "--seconds": seconds if seconds != SECONDS else None})  # fmt: skip
        all_are_fresh = report_outdated(work, run, again)
        if not all_are_fresh:
            raise typer.Exit(ExitCode.FOUND)
        return
    made = print_anew(work, run)
    if open_it:
        open_one(made)


def _command(file: str, options: Mapping[str, object]) -> str:
    """The command that prints with these options, as it is typed; those that were not given are left out."""
    words = [word for option, said in options.items() if said is not None for word in (option, str(said))]
    return shlex.join(["policyctl", "render", file, *words])


def available(templates: Path | None) -> tuple[str, ...]:
    """The documents that there are: those of policyctl, then one for each template of one's own."""
    own = sorted(file.stem for file in (templates / "documents").glob("*.j2")) if templates else ()
    return tuple(dict.fromkeys((*DOCUMENTS, *own)))


def _chosen(work: "Work", names: Sequence[str]) -> tuple[str, ...]:
    """The documents to print; `all` are those that the policy has what they need for."""
    if ALL in names:
        every = available(work.templates)
        return tuple(name for name in every if name not in DOCUMENTS or not _missing(work, name))
    for name in names:
        if name in DOCUMENTS and (missing := _missing(work, name)):
            raise PolicyctlError(f"There is nothing in this policy to print as {name}.", hint=missing[0])
    return tuple(names)


def _missing(work: "Work", name: str) -> tuple[str, ...]:
    missing = DOCUMENTS[name].missing(work.policy)
    return () if name == "briefing" and work.before is not None else missing
