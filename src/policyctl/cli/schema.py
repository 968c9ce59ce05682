"""`policyctl schema` prints the policy language as a JSON Schema."""

import json
from functools import cache
from typing import Annotated, Literal

import typer

from policyctl.cli.streams import write_out


def schema(
    draft: Annotated[
        Literal["2020-12", "7"], typer.Option(help="The draft of JSON Schema; many editors know 7 only.")
    ] = "2020-12",
) -> None:
    """Print the language as JSON Schema, for editors.

    With it an editor completes words and marks mistakes while you type.

    \b
    Example:
      policyctl schema --draft 7 > policy.schema.json
    """  # noqa: D301  The escape keeps the lines of a paragraph as they stand.
    write_out(schema_text(draft))


@cache
def schema_text(draft: Literal["2020-12", "7"]) -> str:
    """The schema as it lies in a file, with the rules that a policy may set below `checks`."""
    from policyctl.schema.json_schema import Draft, json_schema
    from policyctl.validation.rulebook import every_page

    settable = {page.id: page.catches for page in every_page().values() if page.chapter not in ("language", "reading")}
    return json.dumps(json_schema(Draft(draft), settable), indent=1, ensure_ascii=True) + "\n"
