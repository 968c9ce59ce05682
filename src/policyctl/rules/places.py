"""A way into a policy and the ways to some of its parts in; the part that it leads into out."""

from collections.abc import Container

from policyctl.findings import Pointer


def inside(pointer: Pointer, places: Container[Pointer]) -> Pointer | None:
    """The innermost of the places that a way leads into: the procedure of a step, the stage of a limit."""
    ways = (pointer[:length] for length in range(len(pointer), 0, -1))
    return next((way for way in ways if way in places), None)
