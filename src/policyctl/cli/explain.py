"""`policyctl explain`: the name of a section or a rule in, what may be written or what is judged out."""

import inspect
from difflib import get_close_matches
from typing import Annotated

import typer

from policyctl.cli.streams import say
from policyctl.errors import PolicyctlError


def explain(
    word: Annotated[
        str | None,
        typer.Argument(metavar="SECTION", help="A section or a rule; every section if none.", show_default=False),
    ] = None,
) -> None:
    """Look up a section of the language, or a rule.

    \b
    Example:
      policyctl explain standards
      policyctl explain goal-unmeasured
    """  # noqa: D301  The escape keeps the lines of a paragraph as they stand.
    say(_explained(word).rstrip() + "\n")


def _explained(word: str | None) -> str:
    from policyctl.rules import RULES
    from policyctl.spec import Policy, documentation

    if word is None:
        return documentation.language(worked_examples())
    rules = {rule.id: inspect.getdoc(rule.check) or "" for rule in RULES}
    if word in rules:
        return f"## {word}\n\n{rules[word]}"
    section = word.casefold().replace("-", "_").replace(" ", "_")
    if section in Policy.model_fields:
        return documentation.section(section, worked_examples())
    raise _unknown(word, [*Policy.model_fields, *rules])


def worked_examples() -> dict[str, str]:
    """The words and examples that travel with the code, by the section they belong to."""
    from policyctl.resources import templates

    files = sorted((templates() / "language").glob("*.md"))
    return {file.stem: file.read_text(encoding="utf-8") for file in files}


def _unknown(word: str, known: list[str]) -> PolicyctlError:
    near = get_close_matches(word.casefold(), known, 1, 0.6)
    hint = f"Did you mean {near[0]}?" if near else "See every section with: policyctl explain"
    return PolicyctlError(f"There is no section and no rule called {word}.", hint=hint)
