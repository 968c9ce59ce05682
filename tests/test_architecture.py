"""A stranger reads any module once: none is long, and none of its functions does much."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

_SOURCE = Path(__file__).resolve().parent.parent / "src"
_MODULES = sorted(_SOURCE.rglob("*.py"))


def _functions(module: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines that do something; what stands before them, options and documentation, is a table for readers."""
    statements = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (function.end_lineno or 0) - statements[0].lineno + 1 if statements else 0


@pytest.mark.parametrize("module", _MODULES, ids=lambda module: module.relative_to(_SOURCE).as_posix())
def test_a_module_is_short_and_so_is_each_of_its_functions(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 250
    assert [node.name for node in _functions(module) if _length(node) >= 30] == []
