"""`policyctl documents`: list what a policy can be printed as, for whom, and what is missing."""

from typing import TYPE_CHECKING, Annotated

import typer

from policyctl.cli.paths import one_policy, read_policy
from policyctl.cli.streams import terminal, write_out
from policyctl.errors import PolicyctlError
from policyctl.rendering.documents import DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policyctl.reporters import Look
    from policyctl.schema import Policy


def documents(
    path: Annotated[
        str | None,
        typer.Argument(
            metavar="PATH", help="The policy, or - for standard input; policy.yaml if none.", show_default=False
        ),
    ] = None,
) -> None:
    """List the documents, who reads each, and what it needs.

    \b
    Example:
      policyctl documents
      policyctl render --document card
    """  # noqa: D301  The escape keeps the lines of a paragraph as they stand.
    write_out("\n".join(_lines(_policy(path), terminal())) + "\n")


def _policy(path: str | None) -> "Policy | None":
    """The policy that is asked about; none where nothing was named and none is here."""
    from policyctl.library import load

    try:
        data, name = read_policy(one_policy(path))
    except PolicyctlError:
        if path is not None:
            raise
        return None
    return load(data, name=name)


def _lines(policy: "Policy | None", look: "Look") -> "Iterator[str]":
    from policyctl.reporters.layout import BOLD, paint, wrapped

    room = max(map(len, DOCUMENTS)) + 4
    for name, document in DOCUMENTS.items():
        missing = document.missing(policy) if policy else ()
        first, *others = [*wrapped(f"{document.says} For {document.reader}.", look.width, " " * room)]
        yield paint(f"  {name}".ljust(room), BOLD, look) + first[room:]
        yield from others
        for hint in missing:
            yield from wrapped(f"Not yet: {hint}", look.width, " " * room)
    yield ""
    yield "Print one with: policyctl render --document card"
