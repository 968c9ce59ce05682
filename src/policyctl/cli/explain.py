"""`policyctl explain`: the name of a section, a field, a finding or a regulator in, what there is to say of it out."""

import re
import sys
from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from policyctl.cli.streams import say, width
from policyctl.errors import PolicyctlError

if TYPE_CHECKING:
    from policyctl.validation.rulebook import Page

SECTIONS = "sections"
ALL_RULES = "rules"
EVERY_RULE = "every-rule"
EVERYTHING = "everything"
MORE = {
    "policyctl explain standards": "a section, with its fields",
    "policyctl explain within": "a field, and where it may stand",
    "policyctl explain vague-time": "a finding, and why it matters",
    "policyctl explain uk-nhs": "a regulator, and what a policy can show of its demands",
    f"policyctl explain {ALL_RULES}": "everything that may be found, each in a line",
    f"policyctl explain {EVERY_RULE}": "all of that on one page, with examples",
    "policyctl explain figures": "how times, dates and amounts are written",
    f"policyctl explain {EVERYTHING}": "the whole language on one page",
}
"""What can be looked up, each way with an example."""

_CHAPTER = re.compile(r"^## (.+)$", re.MULTILINE)


def explain(
    word: Annotated[
        str | None,
        typer.Argument(
            metavar="WORD",
            help="A section, a field, a finding or a regulator; the sections are listed if none.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Look up a section or a field of the language, or a finding.

    \b
    Example:
      policyctl explain standards
      policyctl explain goal-unmeasured
      policyctl explain rules
      policyctl explain everything
    """  # noqa: D301  The escape keeps the lines of a paragraph as they stand.
    say((_overview() if word in (None, SECTIONS) else _explained(word)).rstrip() + "\n")


def _overview() -> str:
    from policyctl.reporters.layout import columns
    from policyctl.schema import documentation

    room = width(sys.stdout)
    sections = columns(documentation.sections(), room)
    return "\n".join(["Sections of a policy:", *sections, "", "Look up:", *columns(MORE, room)])


def _explained(word: str) -> str:
    from policyctl.cli.pages import fitted
    from policyctl.schema import documentation
    from policyctl.validation import rulebook

    name = word.strip().casefold().replace("_", "-").replace(" ", "-")
    rules, profiles = rulebook.every_page(), rulebook.profiles()
    if name in rules:
        return fitted(rulebook.page_in_markdown(rules[name]), width(sys.stdout))
    if name in profiles:
        return fitted(profiles[name], width(sys.stdout))
    if name == ALL_RULES:
        return fitted(_every_line(), width(sys.stdout))
    if name == EVERY_RULE:
        return rulebook.book_in_markdown()
    page = documentation.language(worked_examples())
    if name == EVERYTHING:
        return page
    chapters = _chapters(page)
    key = name.replace("-", "_")
    found = chapters.get(key) or _field(key, chapters)
    if not found:
        raise _unknown(word, [*chapters, *_fields(page), *rules, *profiles, ALL_RULES, EVERY_RULE, EVERYTHING])
    return found


def _every_line() -> str:
    from policyctl.validation.rulebook import CHAPTERS, book

    parts = {CHAPTERS[chapter]: pages for chapter, pages in book().items()}
    return "\n\n".join(f"## {title}\n\n{_lines(pages)}" for title, pages in parts.items())


def _lines(pages: Iterable["Page"]) -> str:
    return "\n".join(f"- `{page.id}`: {page.first_sentence}" for page in pages)


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
    hint = f"Did you mean {near[0]}?" if near else "See every section with: policyctl explain"
    return PolicyctlError(f"There is no section, no field and no finding called {word}.", hint=hint)
