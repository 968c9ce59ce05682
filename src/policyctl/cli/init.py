"""`policyctl init`: write a first policy, and its schema for editors."""

import os
from pathlib import Path
from typing import Annotated

import typer

from policyctl.cli.paths import POLICY
from policyctl.cli.schema import schema_text
from policyctl.cli.streams import write_out
from policyctl.errors import PolicyctlError

SCHEMA = "policy.schema.json"


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Where to begin; made if it is not there.", show_default="here")
    ] = Path(),
    organisation: Annotated[str | None, typer.Option(metavar="NAME", help="The name of your business.")] = None,
) -> None:
    """Begin a policy: an example to replace, line by line.

    Writes policy.yaml and, for editors, policy.schema.json. Never overwrites a policy.

    \b
    Example:
      policyctl init
      policyctl init shop --organisation "Rosa's Corner Shop"
    """  # noqa: D301  The escape keeps the lines of a paragraph as they stand.
    from policyctl.outputs import replace_all
    from policyctl.reporters import show
    from policyctl.resources import templates
    from policyctl.scaffold import starter

    policy, schema = folder / POLICY, folder / SCHEMA
    _refuse_existing(policy)
    text = starter((templates() / "starter" / POLICY).read_text(encoding="utf-8"), organisation)
    replace_all({policy: text.encode(), schema: schema_text("7").encode()})
    write_out(f"Wrote {show(str(policy))}, and {show(str(schema))} for your editor.\n\n{_what_next(policy)}\n")


def _refuse_existing(policy: Path) -> None:
    if os.path.lexists(policy):
        hint = f"Check it with: policyctl validate {policy}. Or name another folder: policyctl init FOLDER"
        raise PolicyctlError(f"{policy} is there already, and init overwrites nothing.", hint=hint)


def _what_next(policy: Path) -> str:
    import shlex

    from policyctl.reporters import show

    file = show(shlex.quote(str(policy)))
    return f"Put what is true for you in its place, then:\n  policyctl validate {file}\n  policyctl render {file}"
