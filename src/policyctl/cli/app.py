"""The table of commands in, the command line out."""

import typer

from policyctl import __version__
from policyctl.cli.doctor import doctor
from policyctl.cli.explain import explain
from policyctl.cli.help import Command, Group
from policyctl.cli.init import init
from policyctl.cli.render import render
from policyctl.cli.rules import rules
from policyctl.cli.schema import schema
from policyctl.cli.streams import say
from policyctl.cli.validate import validate

app = typer.Typer(
    name="policyctl",
    cls=Group,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

COMMANDS = (init, validate, render, explain, rules, schema, doctor)
"""Every command, in the order in which a newcomer needs them."""

for command in COMMANDS:
    app.command(cls=Command)(command)


def _version(asked: bool) -> None:
    if asked:
        say(f"policyctl {__version__}\n")
        raise typer.Exit


@app.callback()
def policyctl(
    version: bool = typer.Option(False, "--version", "-V", callback=_version, is_eager=True, help="Show the version."),
) -> None:
    """Write a customer service policy once, check it, and print the handbook.

    \b
    Example:
      policyctl init
      policyctl validate policy.yaml
      policyctl render policy.yaml
    \b
    Exit codes:
      0    all is well
      1    the policy has problems
      2    policyctl could not run: no such file, a wrong option
      70   a mistake of policyctl itself
      130  interrupted
    """  # noqa: D301  The escape keeps the lines of a paragraph as they stand.
