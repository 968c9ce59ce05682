"""`policyctl render`: a policy in, its handbook as files out; all of them are put in place, or none."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policyctl.cli.finding_files import meant, read_document, usual
from policyctl.cli.streams import colourful, say, tell, width
from policyctl.errors import PolicyctlError

if TYPE_CHECKING:
    from policyctl.cli.judging import Judged
    from policyctl.cli.printing import Printed
    from policyctl.rendering.view import DocumentView

FORMATS = ("markdown", "html", "pdf")
FOUND = 1


def render(
    path: Annotated[
        str | None,
        typer.Argument(
            metavar="PATH", help="The policy, or - for standard input; policy.yaml if none.", show_default=False
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(metavar="FORMATS", help="Any of markdown, html, pdf, with commas.", show_default="all of them"),
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
    is written.

    \b
    Example:
      policyctl render policy.yaml --to html,pdf --output build
    \b
    Exit codes: 0 written, 1 the policy has errors, 2 could not run.
    """  # noqa: D301  The escape keeps the lines of a paragraph as they stand.
    from policyctl.cli.files import replace_all
    from policyctl.cli.printing import printed_all

    formats = chosen(to)
    own = _folder(templates)
    judged = _judged(_one(path))
    printed = printed_all(_view(judged), formats, own, asked=to is not None)
    replace_all({output / each.name: each.data for each in printed}, sources=[Path(judged.validation.source.file)])
    say("".join(_line(output / each.name, each) for each in printed))


def chosen(to: str | None) -> tuple[str, ...]:
    """The formats that were asked for, each once; all of them where none was."""
    if to is None:
        return FORMATS
    words = [word.strip().casefold() for word in to.split(",") if word.strip()]
    wrong = [word for word in words if word not in FORMATS]
    if wrong or not words:
        raise typer.BadParameter(f"Write any of {', '.join(FORMATS)}, with commas between them.", param_hint="--to")
    return tuple(dict.fromkeys(words))


def _one(path: str | None) -> str:
    files = meant(path or usual())
    if len(files) > 1:
        raise PolicyctlError(f"{path} holds {len(files)} policies.", hint=f"Name one of them, such as {files[0]}.")
    return files[0]


def _folder(templates: Path | None) -> Path | None:
    if templates is not None and not templates.is_dir():
        raise PolicyctlError(f"There is no folder called {templates}.", hint="Name the folder of your templates.")
    return templates


def _judged(name: str) -> "Judged":
    """The policy, once it is known to have no error; warnings are counted and stop nothing."""
    from policyctl.cli.judging import judge
    from policyctl.findings import Severity
    from policyctl.reporters import Look, Report, show
    from policyctl.reporters.text import text

    judged = judge(read_document(name), date.today())  # noqa: DTZ011  The day where the user is.
    report = Report((judged.validation.checked,))
    if not report.valid:
        say(text(report, Look(width(sys.stdout), colourful(sys.stdout))))
        tell("Nothing was written.\n")
        raise typer.Exit(FOUND)
    if warnings := report.count(Severity.WARNING):
        found = "1 warning; see it" if warnings == 1 else f"{warnings} warnings; see them"
        tell(f"{found} with: policyctl validate {show(name)}\n")
    return judged


def _view(judged: "Judged") -> "DocumentView":
    from base64 import b64encode

    from policyctl.cli.printing import DOCUMENT
    from policyctl.rendering.view import Logo, view

    policy = judged.validation.policy
    if policy is None:
        raise PolicyctlError("There is no policy to print.")
    picture = judged.logo
    source = f"data:{picture.media_type};base64,{b64encode(picture.data).decode()}" if picture else ""
    return view(policy, kind=DOCUMENT, logo=Logo(source, policy.policy.organisation) if picture else None)


def _line(path: Path, printed: "Printed") -> str:
    from policyctl.reporters import show

    return f"{show(str(path))}  {_size(len(printed.data))}, {printed.seconds:.1f} s\n"


def _size(count: int) -> str:
    """Bytes as people say them."""
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{max(round(count / 1000), 1)} kB"
