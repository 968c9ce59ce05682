"""Lists in a PDF are lists to a reader who hears them: points in lists, and in a point its sign and its body."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdf
import pytest
from tests.printed import example, print_policy


def structure(element: Any, parent: str = "") -> Iterator[tuple[str, str]]:
    """Each element of the tree by its kind, below that of its parent."""
    kind = str(element.get("/S", ""))
    if kind:
        yield parent, kind
    below = element.get("/K", [])
    for kid in below if isinstance(below, list) else [below]:
        inner = kid.get_object()
        if isinstance(inner, dict):
            yield from structure(inner, kind)


@pytest.mark.parametrize("document", ["training", "pilot", "briefing", "review"])
def test_lists_hold_points_and_points_their_parts(document: str) -> None:
    data = print_policy(example("fahrradwerkstatt-lindenhof"), "pdf", document=document)["pdf"]
    root: Any = pypdf.PdfReader(BytesIO(data)).trailer["/Root"]
    pairs = set(structure(root["/StructTreeRoot"]))
    assert {kind for parent, kind in pairs if parent == "/L"} == {"/LI"}
    assert {kind for parent, kind in pairs if parent == "/LI"} <= {"/Lbl", "/LBody"}
    assert {parent for parent, kind in pairs if kind == "/LI"} == {"/L"}
    assert {parent for parent, kind in pairs if kind in ("/Lbl", "/LBody")} == {"/LI"}
