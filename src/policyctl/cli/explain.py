"""`policyctl explain`: the name of a section in, what may be written in it out."""

from difflib import get_close_matches
from typing import Annotated

import typer

from policyctl.cli.streams import say
from policyctl.errors import PolicyctlError


def explain(
    section: Annotated[
        str | None, typer.Argument(metavar="SECTION", help="Such as standards; all if none.", show_default=False)
    ] = None,
) -> None:
    """Look up the language: what a section is for and takes.

    \b
    Example:
      policyctl explain standards
    """  # noqa: D301  The escape keeps the lines of a paragraph as they stand.
    from policyctl.spec import documentation

    prose = worked_examples()
    say(documentation.language(prose) if section is None else documentation.section(_known(section), prose) + "\n")


def worked_examples() -> dict[str, str]:
    """The words and examples that travel with the code, by the section they belong to."""
    from policyctl.resources import templates

    files = sorted((templates() / "language").glob("*.md"))
    return {file.stem: file.read_text(encoding="utf-8") for file in files}


def _known(section: str) -> str:
    from policyctl.spec import Policy

    sections = list(Policy.model_fields)
    word = section.casefold().replace("-", "_").replace(" ", "_")
    if word in sections:
        return word
    near = get_close_matches(word, sections, 1, 0.6)
    hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(sections)}."
    raise PolicyctlError(f"There is no section called {section}.", hint=hint)
