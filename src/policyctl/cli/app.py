"""Put the commands together into the command line, with a help of their own."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from policyctl import __version__
from policyctl.cli.add import add
from policyctl.cli.doctor import doctor
from policyctl.cli.documents import documents
from policyctl.cli.explain import explain
from policyctl.cli.init import init
from policyctl.cli.preview import preview
from policyctl.cli.release import release
from policyctl.cli.render import render
from policyctl.cli.rules import rules
from policyctl.cli.schema import schema
from policyctl.cli.show import show
from policyctl.cli.streams import write_out
from policyctl.cli.templates import eject, list_templates
from policyctl.cli.validate import validate
from policyctl.reporters import untrusted


class Command(TyperCommand):
    """A command whose arguments are told as `PATH`, where Typer would say `PATH <list[str]>`."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write what may stand after the command, then its options."""
        shown = [(each, record) for each in self.get_params(ctx) if (record := each.get_help_record(ctx))]
        arguments = [(each.metavar or "", said) for each, (_, said) in shown if each.param_type_name == "argument"]
        options = [record for each, record in shown if each.param_type_name == "option"]
        for title, rows in (("Arguments", arguments), ("Options", options)):
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)

    def get_help_option(self, ctx: Any) -> Any:
        """The option `--help`, which writes as every command does."""
        return _with_own_output(super().get_help_option(ctx))


_WRONG_USAGE: type[Any] = typer.BadParameter.__mro__[1]
"""Every kind of wrong usage that Typer finds."""


class Group(TyperGroup):
    """All commands together."""

    def make_context(self, *arguments: Any, **extra: Any) -> Any:
        """Read the command line; what is wrong with it is told in words that harm no log."""
        with _shown_safely():
            return super().make_context(*arguments, **extra)

    def invoke(self, ctx: Any) -> Any:
        """Run the command; what is wrong with its options is told in words that harm no log."""
        with _shown_safely():
            return super().invoke(ctx)

    def get_help_option(self, ctx: Any) -> Any:
        """The option `--help`, which writes as every command does."""
        return _with_own_output(super().get_help_option(ctx))


@contextmanager
def _shown_safely() -> Iterator[None]:
    """Whoever starts the program may have an option from somebody else: it is repeated in one line and no command."""
    try:
        yield
    except Exception as error:
        if isinstance(error, _WRONG_USAGE) and not _is_help(error):
            error.message = untrusted.show(error.message)
        raise


def _is_help(error: Any) -> bool:
    """Whether nothing was wrong: who names no command is shown the help of the group."""
    return error.ctx is not None and error.message == error.ctx.get_help()


def _with_own_output(option: Any) -> Any:
    """The option with a way of our own to write: it bears a full disk, and a reader who has left."""
    option.callback = _write_help
    return option


def _write_help(ctx: Any, _option: Any, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        write_out(ctx.get_help() + "\n")
        ctx.exit()


app = typer.Typer(
    name="policyctl",
    cls=Group,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

COMMANDS = (init, add, validate, show, documents, preview, render, release, explain, rules, schema, doctor)
"""Every command, in the order in which a newcomer needs them."""

for command in COMMANDS:
    app.command(cls=Command)(command)

templates = typer.Typer(cls=Group, no_args_is_help=True, rich_markup_mode=None)
templates.command("list", cls=Command)(list_templates)
templates.command("eject", cls=Command)(eject)


@templates.callback()
def _templates() -> None:
    """List the templates of the documents, or copy one.

    What a document looks like stands in them. A file of your own comes before that of policyctl.

    \b
    Example:
      policyctl templates list
      policyctl templates eject html/style.css
      policyctl render --templates templates
    """  # noqa: D301  The escape keeps the lines of a paragraph as they stand.


app.add_typer(templates, name="templates")


def _version(asked: bool) -> None:
    if asked:
        write_out(f"policyctl {__version__}\n")
        raise typer.Exit


@app.callback()
def policyctl(
    version: bool = typer.Option(False, "--version", "-V", callback=_version, is_eager=True, help="Show the version."),
) -> None:
    """Write a customer service policy once, check it, and print what its readers need.

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
      143  told to end
    """  # noqa: D301  The escape keeps the lines of a paragraph as they stand.
