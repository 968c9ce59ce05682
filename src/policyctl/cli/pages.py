"""A page in Markdown in, the same page as it reads on a terminal out."""

from collections.abc import Iterator

from policyctl.reporters.layout import wrapped

FENCE = "```"
_DASH = "- "


def fitted(page: str, width: int) -> str:
    """Paragraphs and items wrapped to `width` columns, and examples set in instead of fenced."""
    return "\n".join(_lines(page.rstrip(), width)) + "\n"


def _lines(page: str, width: int) -> Iterator[str]:
    fenced = False
    for line in page.split("\n"):
        if line.startswith(FENCE):
            fenced = not fenced
        elif fenced:
            yield f"    {line}".rstrip()
        elif line.startswith(_DASH):
            first, *more = wrapped(line.removeprefix(_DASH), width, "  ")
            yield from (f"{_DASH}{first.strip()}", *more)
        else:
            yield from wrapped(line, width, "") or [""]
