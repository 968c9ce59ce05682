"""A stranger reads any module once: none is long, and none of its functions does much; documentation is not counted."""

import ast
from pathlib import Path

import pytest

_SOURCE = Path(__file__).resolve().parent.parent / "src"
_MODULES = sorted(_SOURCE.rglob("*.py"))

_Function = ast.FunctionDef | ast.AsyncFunctionDef


def _functions(tree: ast.Module) -> list[_Function]:
    return [node for node in ast.walk(tree) if isinstance(node, _Function)]


def _documentation(function: _Function) -> int:
    """The lines of its docstring, which of a rule are its page with two examples."""
    first = function.body[0]
    said = ast.get_docstring(function) and isinstance(first, ast.Expr)
    return (first.end_lineno or first.lineno) - first.lineno + 1 if said else 0


def _length(function: _Function) -> int:
    """The lines that do something; what stands before them, options and documentation, is a table for readers."""
    statements = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (function.end_lineno or 0) - statements[0].lineno + 1 if statements else 0


@pytest.mark.parametrize("module", _MODULES, ids=lambda module: module.relative_to(_SOURCE).as_posix())
def test_a_module_is_short_and_so_is_each_of_its_functions(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    functions = _functions(ast.parse(text))
    assert len(text.splitlines()) - sum(map(_documentation, functions)) <= 250
    assert [function.name for function in functions if _length(function) >= 30] == []
