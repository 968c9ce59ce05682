"""Where things stand: a tree of places beside the data, with one place for each value that the author wrote."""

from dataclasses import dataclass, field
from enum import StrEnum

from policyctl.findings import Pointer
from policyctl.source.remarks import Mark


class Kind(StrEnum):
    """How a value is written."""

    PLAIN = "plain"
    QUOTED = "quoted"
    BLOCK = "block"
    MAPPING = "mapping"
    LIST = "list"
    BRACES = "braces"
    BRACKETS = "brackets"


ENCLOSED = (Kind.BRACES, Kind.BRACKETS)
"""How YAML writes a group on one line."""


@dataclass(slots=True, eq=False)
class Place:
    """Where one value stands, and the key it stands under; `text` is the value itself where it is a text.

    `inside` has every value in it as written; `children` has those that can be reached, without keys given twice.
    """

    kind: Kind
    start: Mark
    end: Mark
    parent: "Place | None" = None
    segment: str | int | None = None
    key: tuple[Mark, Mark] | None = None
    text: str = ""
    inside: list["Place"] = field(default_factory=list)
    children: dict[str | int, "Place"] = field(default_factory=dict)

    @property
    def pointer(self) -> Pointer:
        """The way here from the top."""
        way: list[str | int] = []
        place: Place | None = self
        while place is not None and place.segment is not None:
            way.append(place.segment)
            place = place.parent
        return tuple(reversed(way))

    def nearest(self, pointer: Pointer) -> "Place":
        """The place at `pointer`; what the author did not write is stepped over."""
        place = self
        for segment in pointer:
            place = place.children.get(segment, place)
        return place

    def exact(self, pointer: Pointer) -> "Place | None":
        """The place at `pointer`, or None where the author wrote no such thing."""
        place: Place | None = self
        for segment in pointer:
            place = place.children.get(segment) if place is not None else None
        return place


def block_end(lines: tuple[str, ...], start: Mark, outer: int) -> Mark:
    """Where the text after a `|` or `>` ends; the parser's own mark lies on whatever comes next.

    `outer` is the column of the mapping or list that holds the text, -1 where there is none.
    """
    end = (start[0], len(lines[start[0]].rstrip()))
    inner: int | None = None
    for number in range(start[0] + 1, len(lines)):
        line = lines[number].rstrip()
        if not line:
            continue
        indent = len(line) - len(line.lstrip(" "))
        inner = max(indent, outer + 1) if inner is None else inner
        if indent < inner:
            break
        end = (number, len(line))
    return end
