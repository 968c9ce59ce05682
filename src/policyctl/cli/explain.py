"""`policyctl explain`: look up a section, a field, a finding or a regulator."""

import re
import sys
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from policyctl.cli.options import complete
from policyctl.cli.streams import width, write_out
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

NEAR = 0.8
"""How alike a word is to the one that it is taken for; below that, any guess is worse than none."""

_FENCE = "```"
_DASH = "- "
_CHAPTER = re.compile(r"^## (.+)$", re.MULTILINE)
_LINK = re.compile(r"\[(\w+)\]\(#\w+\)")
"""A link within the page, which leads nowhere on a terminal: there its word is what to look up next."""


def explainable_words() -> list[str]:
    """Everything that can be looked up by its name."""
    from policyctl.validation import rulebook

    page = _language()
    shortcuts = (SECTIONS, ALL_RULES, EVERY_RULE, EVERYTHING)
    return [
        *dict.fromkeys([*_chapters(page), *_fields(page), *rulebook.every_page(), *rulebook.profiles(), *shortcuts])
    ]


def explain(
    word: Annotated[
        str | None,
        typer.Argument(
            metavar="WORD",
            help="A section, a field, a finding or a regulator; the sections are listed if none.",
            show_default=False,
            autocompletion=complete(explainable_words),
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
    write_out((_overview() if word in (None, SECTIONS) else _explained(word)).rstrip() + "\n")


def _overview() -> str:
    from policyctl.reporters.layout import columns
    from policyctl.schema import documentation

    room = width(sys.stdout)
    sections = columns(documentation.sections(), room)
    return "\n".join(["Sections of a policy:", *sections, "", "Look up:", *columns(MORE, room)])


def _explained(word: str) -> str:
    from policyctl.validation.rulebook import book_in_markdown

    name = word.strip().casefold().replace("_", "-").replace(" ", "-")
    if name == EVERY_RULE:
        return book_in_markdown()
    about_rules = _every_line() if name == ALL_RULES else _page_on_rule(name)
    if about_rules:
        return fit_to_width(about_rules, width(sys.stdout))
    page = _language()
    if name == EVERYTHING:
        return page
    chapters = _chapters(page)
    key = name.replace("-", "_")
    found = chapters.get(key) or _field(key, chapters) or _of_another_name(word, chapters)
    if not found:
        near = get_close_matches(word.casefold(), explainable_words(), 1, NEAR)
        hint = f"Did you mean {near[0]}?" if near else "See every section with: policyctl explain"
        raise PolicyctlError(f"There is no section, no field and no finding called {word}.", hint=hint)
    return fit_to_width(_LINK.sub(r"`\1`", found), width(sys.stdout))


def _of_another_name(word: str, chapters: dict[str, str]) -> str:
    """What is known here by another word, each with its page, or how it is done; empty where nothing is."""
    from policyctl.schema.hints import answer_to, meant_by

    pages = {key: chapters.get(key) or _field(key, chapters) for key in meant_by(word)}
    known = sorted(pages, key=lambda key: key not in chapters)
    found = {key: pages[key] for key in known if pages[key]}
    names = " or ".join(f"`{key}`" for key in found)
    told = _rules_about(word)
    said = [answer_to(word) or "", f"Here it is {names}." if found else "", *found.values()]
    said += ["What may be found about it:", told] if told else []
    return "\n\n".join(each.strip() for each in said if each)


def _rules_about(word: str) -> str:
    """The rules that a word leads to, each in a line."""
    from policyctl.schema.hints import rules_about
    from policyctl.validation.rulebook import every_page

    pages = every_page()
    return _lines(pages[rule] for rule in rules_about(word))


def _page_on_rule(name: str) -> str:
    """The page on a finding or a profile, or what became of a finding that is no more; empty for others."""
    from policyctl.validation import SUPPRESSIBLE
    from policyctl.validation.rulebook import every_page, page_in_markdown, profiles, retired_in_markdown

    page = every_page().get(name)
    if page is None:
        return profiles().get(name) or retired_in_markdown(name)
    return f"{page_in_markdown(page)}\n{_set_aside(name)}" if name in SUPPRESSIBLE else page_in_markdown(page)


def _set_aside(rule: str) -> str:
    return (
        f"Where it is right and you are right too: write `{rule}: off because` and your reason under `checks`, or at "
        f"the end of the one line `# policyctl: ignore[{rule}]` and your reason."
    )


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
    found = {chapter: "\n".join(dict.fromkeys(line.findall(text))) for chapter, text in chapters.items()}
    return "\n\n".join(f"In `{chapter}`:\n\n{lines}" for chapter, lines in found.items() if lines)


def _language() -> str:
    """The page on the whole language."""
    from policyctl.schema import documentation

    return documentation.language(worked_examples())


def worked_examples() -> dict[str, str]:
    """The words and examples that travel with the code, by the section they belong to."""
    from policyctl.resources import templates

    files = sorted((templates() / "language").glob("*.md"))
    return {file.stem: file.read_text(encoding="utf-8") for file in files}


def fit_to_width(page: str, width: int) -> str:
    """A page in Markdown as it reads on a terminal: wrapped to `width` columns, examples set in instead of fenced."""
    return "\n".join(_fitted_lines(page.rstrip(), width)) + "\n"


def _fitted_lines(page: str, width: int) -> Iterator[str]:
    from policyctl.reporters.layout import wrapped

    fenced = False
    for line in page.split("\n"):
        if line.startswith(_FENCE):
            fenced = not fenced
        elif fenced:
            yield f"    {line}".rstrip()
        elif line.startswith(_DASH):
            first, *more = wrapped(line.removeprefix(_DASH), width, "  ")
            yield from (f"{_DASH}{first.strip()}", *more)
        else:
            yield from wrapped(line, width, "") or [""]
