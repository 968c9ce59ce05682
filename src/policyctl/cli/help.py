"""A command in, its help out: what may be written, by its name alone, and no names of types."""

from typing import Any

from typer.core import TyperCommand, TyperGroup

from policyctl.cli.streams import say


class Command(TyperCommand):
    """A command whose arguments are told as `PATH`, where Typer would say `PATH <list[str]>`."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write what may stand after the command, then its options."""
        told = [(each, record) for each in self.get_params(ctx) if (record := each.get_help_record(ctx))]
        arguments = [(each.metavar or "", said) for each, (_, said) in told if each.param_type_name == "argument"]
        options = [record for each, record in told if each.param_type_name == "option"]
        for title, rows in (("Arguments", arguments), ("Options", options)):
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)

    def get_help_option(self, ctx: Any) -> Any:
        """The option `--help`, which writes as every command does."""
        return _said(super().get_help_option(ctx))


class Group(TyperGroup):
    """All commands together."""

    def get_help_option(self, ctx: Any) -> Any:
        """The option `--help`, which writes as every command does."""
        return _said(super().get_help_option(ctx))


def _said(option: Any) -> Any:
    """The option with a way of our own to write: it bears a full disk, and a reader who has left."""
    option.callback = _say_help
    return option


def _say_help(ctx: Any, _option: Any, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        say(ctx.get_help() + "\n")
        ctx.exit()
