"""`policyctl add`: put an entry into a policy that is there, with notes about what else it may say."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policyctl.cli.options import choose, complete, understood
from policyctl.cli.paths import one_policy
from policyctl.cli.streams import interactive, terminal, write_out
from policyctl.errors import PolicyctlError
from policyctl.scaffold.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from policyctl.scaffold.adding import Block


def add(
    kind: Annotated[
        str,
        typer.Argument(metavar="KIND", help=f"One of {', '.join(KINDS)}.", autocompletion=complete(lambda: KINDS)),
    ],
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="What it is called, in your own words.", show_default=False)
    ] = None,
    path: Annotated[
        str | None, typer.Argument(metavar="PATH", help="The policy; policy.yaml if none.", show_default=False)
    ] = None,
    text: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="What it says; without it the entry is a note, to be written out later."),
    ] = None,
    ladder: Annotated[
        str | None, typer.Option(metavar="NAME", help="For a level: its ladder; the first one if none.")
    ] = None,
) -> None:
    """Add an entry to a policy, in its place.

    It comes with notes about what else it may say. On a terminal it asks for what is missing. Every byte of the rest
    stays as it is, and a name that is there already is refused.

    \b
    Example:
      policyctl add procedure "A parcel is late"
      policyctl add promise "Answer a letter" --text "5 working days"
      policyctl add level "Shift lead" --text "30 business minutes"
    """  # noqa: D301  The escape keeps the lines of a paragraph as they stand.
    import shlex

    from policyctl.files import read_file
    from policyctl.outputs import replace_all
    from policyctl.rendering.language import LocaleFormatter
    from policyctl.reporters import show
    from policyctl.scaffold.adding import Wanted, language_of, load_block, with_words
    from policyctl.scaffold.adding import add as add_entry
    from policyctl.scaffold.readers import read_name, read_text

    chosen = choose(kind, KINDS, "KIND")
    file = Path(one_policy(path))
    data = read_file(file)
    language = language_of(data)
    _ = LocaleFormatter(language).gettext
    if name is None or (text is None and interactive(sys.stdin) and interactive(sys.stdout)):
        name, text = _ask(load_block(chosen, language), name, text, _)
    said = understood(read_text, text, _) if text and text.strip() else None
    added = add_entry(data, str(file), Wanted(chosen, understood(read_name, name, _), said, ladder), _)
    replace_all({file: added.data})
    one = added.first == added.last
    told = (
        _("Added below {section}, in line {first}.") if one else _("Added below {section}, in lines {first} to {last}.")
    )
    words = {"section": ".".join(added.path), "first": str(added.first), "last": str(added.last)}
    write_out(f"{with_words(told, words)}\n  policyctl validate {show(shlex.quote(str(file)))}\n")


def _ask(block: "Block", name: str | None, text: str | None, _: "Callable[[str], str]") -> tuple[str, str | None]:
    """The name and the text, asked for on a terminal where they are missing."""
    from policyctl.cli.asking import read_line
    from policyctl.reporters.layout import wrapped

    if not (interactive(sys.stdin) and interactive(sys.stdout)):
        hint = _("Write it behind the kind, such as “{name}”.").replace("{name}", block.name)
        raise PolicyctlError(_("A name is missing."), hint=hint)

    def ask(question: str, example: str) -> str:
        for line in (*wrapped(question, terminal().width, ""), *wrapped(example, terminal().width, "  ")):
            write_out(f"{line}\n")
        return read_line("> ") or ""

    example = _("For example: {text}")
    while not name:
        name = ask(_("What is it called?"), example.replace("{text}", block.name))
    if text is None:
        later = _("Enter leaves it as a note, to be written out later.")
        text = ask(block.asks, f"{example.replace('{text}', block.text)}. {later}")
    return name, text
