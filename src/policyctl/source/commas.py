"""A group in braces or brackets in; a remark where a comma has cut an amount or a sentence in it out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policyctl.findings import Severity
from policyctl.source.builder import Tree
from policyctl.source.lines import Edit
from policyctl.source.places import ENCLOSED, Kind, Place
from policyctl.source.remarks import Mark, Remark
from policyctl.source.wording import clip, shown

_SENTENCE_WORDS = 9

_IDENTIFIER = r"[a-z]+(?:-[a-z0-9]+)+"
"""The name of something that computers know, such as `uk-housing`, behind `ISO 10002`."""
_ROWS_SHOWN = 6


@dataclass(slots=True)
class _Entry:
    """One entry as its author meant it, with how YAML read it: `name` is empty in a list."""

    name: str
    line: str
    start: Mark
    end: Mark
    read: str
    plain: bool
    amount: bool = False
    cut: bool = False

    @property
    def text(self) -> str:
        """The author's words from its beginning to its end."""
        return self.line[self.start[1] : self.end[1]]


def bracket_losses(place: Place, lines: tuple[str, ...]) -> Iterator[Remark]:
    """Amounts cut are errors, prose cut or about to be cut is a warning: each hint shows the group without brackets."""
    if place.start[0] != place.end[0]:
        return
    line = lines[place.start[0]]
    entries = _entries(place, line)
    if entries is None:
        yield _no_fields(place, line)
        return
    cuts = [entry for entry in entries if entry.cut]
    for entry in cuts:
        yield _cut(entry, _rewritten(place, line, entries), place)
    prose = next((entry for entry in entries if entry.plain and _sentence(entry.read)), None)
    if prose and not cuts:
        yield _prose(prose, _rewritten(place, line, entries), place)


def joining(tree: Tree, lines: tuple[str, ...]) -> list[Edit]:
    """The edits that make one text again of what commas have cut, so that its halves are not found fault with too.

    Where a list of texts may have been meant, it stays one.
    """
    edits: list[Edit] = []
    for place in tree.places:
        if place.kind in ENCLOSED and place.start[0] == place.end[0]:
            line = lines[place.start[0]]
            for entry in _entries(place, line) or ():
                edits += _in_quotes(entry) if entry.cut and (entry.name or entry.amount) else ()
    return edits


def _in_quotes(entry: _Entry) -> list[Edit]:
    line, start, end = entry.start[0], entry.start[1], entry.end[1]
    inner = [Edit(line, at, at + 1, "''") for at in range(start, end) if entry.line[at] == "'"]
    return [Edit(line, start, start, "'"), *inner, Edit(line, end, end, "'")]


def _entries(place: Place, line: str) -> list[_Entry] | None:
    return _braces(place, line) if place.kind is Kind.BRACES else _brackets(place, line)


def _braces(place: Place, line: str) -> list[_Entry] | None:
    """The entries, each valueless name joined to the value before it; None where no name has a value."""
    entries: list[_Entry] = []
    for child in _children(place):
        if child.key is None:
            continue
        start, end = child.key
        name = line[start[1] : end[1]]
        if child.start == child.end and not line[end[1] :].lstrip().startswith(":"):
            if not entries:
                return None
            _join(entries[-1], name, start, end)
        else:
            entries.append(_Entry(name, line, child.start, child.end, child.text, child.kind is Kind.PLAIN))
    return entries


def _brackets(place: Place, line: str) -> list[_Entry]:
    entries: list[_Entry] = []
    for child in _children(place):
        text = line[child.start[1] : child.end[1]]
        before = entries[-1] if entries else None
        if before and before.plain and child.kind is Kind.PLAIN and _belongs(before, text, child.start):
            _join(before, text, child.start, child.end)
        else:
            entries.append(_Entry("", line, child.start, child.end, child.text, child.kind is Kind.PLAIN))
    return entries


def _children(place: Place) -> list[Place]:
    return [child for child in place.inside if child.start[0] == place.start[0]]


def _join(entry: _Entry, text: str, start: Mark, end: Mark) -> None:
    entry.amount |= _glued(entry, start) and text[:1].isdigit()
    entry.cut, entry.end = True, end


def _glued(entry: _Entry, start: Mark) -> bool:
    """Whether nothing but a comma stands between a digit and what begins at `start`."""
    return start[1] == entry.end[1] + 1 and entry.line[entry.end[1] - 1].isdigit()


def _belongs(before: _Entry, text: str, start: Mark) -> bool:
    return _halves(before.read, text) or _amount(before, text, start)


def _halves(before: str, text: str) -> bool:
    """`Read it, then answer`: small after capital was always half a text, unless both are mere words or names."""
    if re.fullmatch(_IDENTIFIER, text):
        return False
    return before[:1].isupper() and text[:1].islower() and (" " in before or text.count(" ") > 1)


def _amount(before: _Entry, text: str, start: Mark) -> bool:
    """`£1,000`, or a number in front of three noughts: `[100,200]` may be two numbers."""
    rest = r"000(?!\d)" if before.read.isdigit() else r"\d{3}(?!\d)"
    return _glued(before, start) and re.match(rest, text) is not None


def _sentence(words: str) -> bool:
    count = len(words.split())
    return count >= _SENTENCE_WORDS or (count >= 4 and words.endswith((".", "!", "?")))


def _rewritten(place: Place, line: str, entries: list[_Entry]) -> str:
    shown_entries = entries[:_ROWS_SHOWN]
    rows = [f"{entry.name}: {entry.text}" if entry.name else f"- {entry.text}" for entry in shown_entries]
    rows += ["..."] if len(entries) > _ROWS_SHOWN else []
    if place.key:
        start, end = place.key
        rows = [f"{line[start[1] : end[1]]}:" if start[0] == place.start[0] else "...:", *(f"  {row}" for row in rows)]
    elif place.parent and place.parent.kind is Kind.LIST:
        rows = [("- " if number == 0 else "  ") + row for number, row in enumerate(rows)]
    return f"Write it without {place.kind}, each entry on a line of its own:{shown(*rows)}"


def _cut(entry: _Entry, hint: str, place: Place) -> Remark:
    if entry.amount:
        message, severity = f"The comma cuts `{clip(entry.text)}`, and only `{entry.read}` is read.", Severity.ERROR
    elif entry.name:
        message, severity = f"Between braces a comma ends the text, here after `{clip(entry.read)}`.", Severity.WARNING
    else:
        message, severity = f"The comma cuts `{clip(entry.text)}` into two entries.", Severity.WARNING
    return Remark("yaml-comma", entry.start, entry.end, message, hint, severity, place.pointer)


def _prose(entry: _Entry, hint: str, place: Place) -> Remark:
    message = f"A sentence between {place.kind} would be cut at its first comma."
    return Remark("yaml-prose-in-brackets", entry.start, entry.end, message, hint, Severity.WARNING, place.pointer)


def _no_fields(place: Place, line: str) -> Remark:
    inside = line[place.start[1] + 1 : place.end[1] - 1].strip()
    message = "Between braces every entry needs a name and a colon."
    hint = f"For a list write brackets, and for a text put it after `|`:{shown(f'[{inside}]')}"
    return Remark("yaml-prose-in-brackets", place.start, place.end, message, hint, Severity.WARNING, place.pointer)
