"""`policyctl explain`: the name of a section, a field or a rule in, what may be written or what is judged out."""

import inspect
import re
from difflib import get_close_matches
from typing import Annotated

import typer

from policyctl.cli.streams import say
from policyctl.errors import PolicyctlError

ALL_RULES = "rules"
_CHAPTER = re.compile(r"^## (.+)$", re.MULTILINE)


def explain(
    word: Annotated[
        str | None,
        typer.Argument(
            metavar="WORD",
            help="A section, a field or a rule, or rules for a list of them; the whole language if none.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Look up a section or a field of the language, or a rule.

    \b
    Example:
      policyctl explain standards
      policyctl explain goal-unmeasured
    """  # noqa: D301  The escape keeps the lines of a paragraph as they stand.
    say(_explained(word).rstrip() + "\n")


def _explained(word: str | None) -> str:
    from policyctl.rules import RULES
    from policyctl.spec import documentation

    page = documentation.language(worked_examples())
    if word is None:
        return page
    rules = {rule.id: inspect.getdoc(rule.check) or "" for rule in RULES}
    if word in rules:
        return f"## {word}\n\n{rules[word]}"
    if word == ALL_RULES:
        return "\n".join(f"- `{name}`: {said.splitlines()[0]}" for name, said in rules.items())
    chapters = _chapters(page)
    name = word.casefold().replace("-", "_").replace(" ", "_")
    found = chapters.get(name) or _field(name, chapters)
    if not found:
        raise _unknown(word, [*chapters, *_fields(page), *rules])
    return found


def _chapters(page: str) -> dict[str, str]:
    """What stands below each heading of the page, its heading with it."""
    starts = [found.start() for found in _CHAPTER.finditer(page)]
    whole = [page[start:end] for start, end in zip(starts, [*starts[1:], len(page)], strict=True)]
    return {chapter.splitlines()[0].removeprefix("## ").casefold(): chapter for chapter in whole}


def _fields(page: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r"^- `(\w+)`: ", page, re.MULTILINE)))


def _field(name: str, chapters: dict[str, str]) -> str:
    """Every line of the page that says what a field of this name takes, below the section that it is for."""
    line = re.compile(rf"^- `{re.escape(name)}`: .*$", re.MULTILINE)
    told = {chapter: "\n".join(dict.fromkeys(line.findall(text))) for chapter, text in chapters.items()}
    return "\n\n".join(f"In `{chapter}`:\n\n{lines}" for chapter, lines in told.items() if lines)


def worked_examples() -> dict[str, str]:
    """The words and examples that travel with the code, by the section they belong to."""
    from policyctl.resources import templates

    files = sorted((templates() / "language").glob("*.md"))
    return {file.stem: file.read_text(encoding="utf-8") for file in files}


def _unknown(word: str, known: list[str]) -> PolicyctlError:
    near = get_close_matches(word.casefold(), known, 1, 0.6)
    hint = f"Did you mean {near[0]}?" if near else "See every section with: policyctl explain sections"
    return PolicyctlError(f"There is no section, no field and no rule called {word}.", hint=hint)
