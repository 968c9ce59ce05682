"""A way into a policy and the ways to some of its parts in; the part that it leads into out."""

from collections.abc import Container

from policyctl.findings import Pointer


def inside(pointer: Pointer, places: Container[Pointer]) -> Pointer | None:
    """The innermost of the places that a way leads into: the procedure of a step, the stage of a limit."""
    for length in range(len(pointer), 0, -1):
        if pointer[:length] in places:
            return pointer[:length]
    return None
