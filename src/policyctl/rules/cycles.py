"""Find the places at which things that lead on to one another turn in a circle."""

from collections.abc import Iterator, Mapping, Sequence

from policyctl.findings import Pointer

Edges = Mapping[Pointer, Sequence[tuple[Pointer, Pointer]]]
"""For each thing, the places where it says what comes next, and what comes then."""


def closing_edges(edges: Edges) -> Iterator[Pointer]:
    """The places that close a circle, each circle once; without recursion, since a chain may be thousands long."""
    done: set[Pointer] = set()
    for start in edges:
        way = {} if start in done else {start: iter(edges[start])}
        while way:
            here = next(reversed(way))
            place, onward = next(way[here], (None, here))
            if place is None:
                done.add(here)
                del way[here]
            elif onward in way:
                yield place
            elif onward in edges and onward not in done:
                way[onward] = iter(edges[onward])
