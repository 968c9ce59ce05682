"""Show what has become of the lines of a file, as a unified difference."""

from collections.abc import Iterator, Sequence

from policyctl.reporters.layout import BOLD, paint
from policyctl.reporters.report import Look
from policyctl.reporters.untrusted import show

AROUND = 3
"""Lines that are shown before and after what was changed."""

_COLOURS = {"-": "31", "+": "32", "@": "36"}

Lines = Sequence[tuple[str, tuple[str, ...]]]
"""Each line as it was, with what has become of it, both with their ends."""


def difference(file: str, lines: Lines, look: Look) -> str:
    """The changed lines with those around them; nothing where none is changed."""
    changed = [number for number, (old, new) in enumerate(lines) if new != (old,)]
    if not changed:
        return ""
    shown = [paint(f"{mark} {show(file)}", BOLD, look) for mark in ("---", "+++")]
    starts = [0]
    for _, new in lines:
        starts.append(starts[-1] + len(new))
    for first, last in _hunks(changed, len(lines)):
        head = f"@@ -{_range(first, last)} +{_range(starts[first], starts[last])} @@"
        shown += [paint(head, _COLOURS["@"], look), *_marked(lines[first:last], look)]
    return "\n".join(shown) + "\n"


def _hunks(changed: Sequence[int], count: int) -> Iterator[tuple[int, int]]:
    """The first line and the one after the last of each stretch that is shown."""
    first = last = changed[0]
    for number in changed:
        if number - last > 2 * AROUND + 1:
            yield max(first - AROUND, 0), last + AROUND + 1
            first = number
        last = number
    yield max(first - AROUND, 0), min(last + AROUND + 1, count)


def _range(first: int, last: int) -> str:
    return str(first + 1) if last - first == 1 else f"{first + 1},{last - first}"


def _marked(lines: Lines, look: Look) -> Iterator[str]:
    """The lines with their marks: of lines that were changed one after another, all as they were come first."""
    out: list[str] = []
    fresh: list[str] = []
    for old, new in lines:
        if new == (old,):
            yield from (*out, *fresh, *_marked_line(" ", old, look))
            out, fresh = [], []
        else:
            out += _marked_line("-", old, look)
            fresh += [line for each in new for line in _marked_line("+", each, look)]
    yield from (*out, *fresh)


def _marked_line(mark: str, line: str, look: Look) -> Iterator[str]:
    words = line.rstrip("\r\n")
    text = mark + show(words)
    yield paint(text, _COLOURS[mark], look) if mark in _COLOURS else text
    if words == line:
        yield "\\ No newline at end of file"
