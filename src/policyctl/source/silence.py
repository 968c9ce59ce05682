"""A text that was read in; a remark for each thing that YAML has taken away from it in silence out."""

from collections.abc import Iterator

from policyctl.source.builder import Tree
from policyctl.source.remarks import Remark


def losses(tree: Tree, lines: tuple[str, ...]) -> Iterator[Remark]:
    yield from ()
