"""`policyctl templates`: show which file of each template wins, and copy one to change it."""

import os
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policyctl.cli.options import choose, complete
from policyctl.cli.streams import terminal, write_out
from policyctl.errors import PolicyctlError
from policyctl.reporters import show

if TYPE_CHECKING:
    from policyctl.rendering.template_files import TemplateFile
    from policyctl.reporters import Look

FORMATS = ("text", "json")
OWN = Path("templates")
"""Where copies go, if no other folder is named."""


def packaged_names() -> list[str]:
    """The templates of policyctl, by their names."""
    return [each.name for each in _found(None)]


def list_templates(
    templates: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Templates of your own; any file there comes first.", show_default=False),
    ] = None,
    form: Annotated[
        str,
        typer.Option("--format", metavar="FORMAT", help="text or json.", autocompletion=complete(lambda: FORMATS)),
    ] = "text",
) -> None:
    """List every template, what it is for, and whose file of it wins.

    \b
    Example:
      policyctl templates list
      policyctl templates list --templates mine
    """  # noqa: D301  The escape keeps the lines of a paragraph as they stand.
    from policyctl.reporters.untrusted import json_of

    wanted = choose(form, FORMATS, "--format")
    if templates is not None and not templates.is_dir():
        raise PolicyctlError(f"There is no folder called {templates}.", hint="Name the folder of your templates.")
    found = _found(templates)
    if wanted == "json":
        rows = [each._asdict() | {"path": str(each.path)} for each in found]
        write_out(json_of({"format_version": 1, "templates": rows}, indent=2) + "\n")
    else:
        write_out("\n".join(_lines(found, terminal())) + "\n")


def eject(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="Which template, such as html/style.css.", autocompletion=complete(packaged_names)
        ),
    ],
    templates: Annotated[
        Path, typer.Option(metavar="DIR", help="The folder of templates of your own, made if it is missing.")
    ] = OWN,
) -> None:
    """Copy a template into a folder of your own, to change it there.

    Nothing is written over. Without the copy, that of policyctl holds again.

    \b
    Example:
      policyctl templates eject html/style.css
      policyctl templates eject handbook --templates mine
    """  # noqa: D301  The escape keeps the lines of a paragraph as they stand.
    import shlex

    from policyctl.outputs import replace_all

    template = _named(name, _found(None))
    copy = templates / template.name
    if os.path.lexists(copy):
        hint = "Change that one, or move it away first."
        raise PolicyctlError(f"{copy} is there already, and eject overwrites nothing.", hint=hint)
    replace_all({copy: template.path.read_bytes()})
    command = shlex.join(["policyctl", "render", "--templates", str(templates)])
    write_out(f"Wrote {show(str(copy))}.\nChange it, then print with: {show(command)}\n")


def _found(templates: Path | None) -> "tuple[TemplateFile, ...]":
    from policyctl import resources
    from policyctl.rendering.template_files import template_files

    return template_files(resources.templates(), templates)


def _named(word: str, found: "Sequence[TemplateFile]") -> "TemplateFile":
    """The template that is meant, by its whole name or the end of it; any other word is wrong usage."""
    meant = [each for each in found if word in _names_of(each)]
    if len(meant) > 1:
        names = ", ".join(each.name for each in meant)
        raise PolicyctlError(f"Several templates are called {word}.", hint=f"Write one of {names}.")
    if not meant:
        near = get_close_matches(word, [name for each in found for name in _names_of(each)], 1, 0.6)
        likely = f"Did you mean {near[0]}?" if near else "See them with: policyctl templates list"
        raise typer.BadParameter(f"There is no template called {word}. {likely}", param_hint="NAME")
    return meant[0]


def _names_of(template: "TemplateFile") -> tuple[str, ...]:
    short = Path(template.name)
    return (template.name, short.name, short.stem)


def _lines(found: "Sequence[TemplateFile]", look: "Look") -> Iterator[str]:
    from policyctl.reporters.layout import columns

    yield from columns(
        {show(each.name): " ".join(filter(None, (_whose(each), each.says))) for each in found}, look.width
    )
    yield ""
    yield "Copy one to change it with: policyctl templates eject NAME"


def _whose(template: "TemplateFile") -> str:
    """Whose file of a template wins, where it is not that of policyctl."""
    if not template.is_own:
        return ""
    return f"Yours, {template.path}{', the same as that of policyctl' if template.is_same else ''}."
