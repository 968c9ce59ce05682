"""`policyctl rules`: list every id that a finding may bear, with how grave it is."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from policyctl.cli.streams import terminal, write_out

if TYPE_CHECKING:
    from policyctl.findings import Severity
    from policyctl.reporters import Look
    from policyctl.validation.rulebook import Weight

STAGES = ("draft", "pilot", "published")
_STEP = 9
"""Columns for a severity; the longest word, `published`, ends the line."""

_NOT_ASKED = "-"
_GRAVITY = (
    "An error keeps render from writing; a warning is worth mending; info is a remark that asks or advises; "
    "- is not asked."
)


def rules() -> None:
    """List everything that validate may find.

    A finding is graver the further a policy has come: as a draft, as a pilot, and once it is published.

    \b
    Example:
      policyctl rules
      policyctl explain vague-time
    """  # noqa: D301  The escape keeps the lines of a paragraph as they stand.
    write_out("\n".join(_lines(terminal())) + "\n")


def _lines(look: "Look") -> Iterator[str]:
    from policyctl.reporters.layout import BOLD, columns, paint, wrapped
    from policyctl.validation.rulebook import CHAPTERS, book, every_page

    room = max(len(name) for name in every_page()) + 4
    yield " " * room + "".join(stage.ljust(_STEP) for stage in STAGES).rstrip()
    for chapter, pages in book().items():
        yield ""
        yield paint(CHAPTERS[chapter], BOLD, look)
        yield from (f"  {page.id}".ljust(room) + _cells(page.weight, look) for page in pages if page.weight)
        yield from _in_one_paragraph([page.id for page in pages if not page.weight], look)
    yield ""
    yield from wrapped(_GRAVITY, look.width, "  ")
    yield ""
    yield from columns(_what_next(), look.width)


def _what_next() -> dict[str, str]:
    from policyctl.validation.rulebook import profiles

    first, *others = profiles()
    return {
        "policyctl explain vague-time": "what one of them is about, with an example",
        f"policyctl explain {first}": f"what a regulator or a norm asks; also {', '.join(others)}",
    }


def _cells(weight: "Weight", look: "Look") -> str:
    severities = (weight.draft, weight.pilot, weight.published)
    cells = (_cell(each, look) + " " * (_STEP - len(each or _NOT_ASKED)) for each in severities)
    return "".join(cells).rstrip()


def _cell(severity: "Severity | None", look: "Look") -> str:
    from policyctl.reporters.layout import colour_of, paint

    return paint(severity.value, colour_of(severity), look) if severity else _NOT_ASKED


def _in_one_paragraph(names: list[str], look: "Look") -> list[str]:
    """Those whose weight does not depend on how far the policy has come, in one paragraph."""
    from policyctl.reporters.layout import wrapped
    from policyctl.validation.rulebook import severity_sentence

    if not names:
        return []
    return [*wrapped(severity_sentence(None), look.width, "  "), *wrapped(", ".join(names), look.width, "  ")]
