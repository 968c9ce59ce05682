"""A template that nobody has checked in, a template that can neither reach out nor run on for ever out."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import is_dataclass
from types import MethodType
from typing import Any

from jinja2 import StrictUndefined, Undefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

TURNS = 1_000_000
"""How often the loops of one document may turn, all together."""

CHARACTERS = 200_000_000
"""How many characters the outputs of one document may hold, each counted again in every macro that it passes."""

_FILTERS = (
    "capitalize", "count", "d", "default", "first", "groupby", "last", "length", "list", "lower", "map", "reject",
    "rejectattr", "reverse", "select", "selectattr", "sort", "trim", "unique", "upper",
)  # fmt: skip


class RefusedError(SecurityError):
    """Something that no template may do, in words that follow the template's name."""


class Missing(StrictUndefined):
    """A name that a template asks for in vain; using it in any way is an error."""

    @property
    def _undefined_message(self) -> str:
        return f"asks for “{self._undefined_name}”, which is not there"


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja without everything that a document does not need; `escape` makes any plain value safe for the format.

    Every value that a template writes passes `escape`, also where it joins two values, and so do those of a user's
    own templates. Loops and outputs are counted. One environment is for one document.
    """

    intercepted_binops = frozenset(["*", "**", "%", "+"])

    def __init__(self, escape: Callable[[str], Markup], **options: Any) -> None:
        super().__init__(
            autoescape=True,
            undefined=Missing,
            finalize=self._finalized,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            **options,
        )
        self._escape = escape
        self._turns = TURNS
        self._characters = CHARACTERS
        self.callables: list[Callable[..., Any]] = []
        self.globals = {"namespace": Namespace}
        self.filters = {name: self.filters[name] for name in _FILTERS}
        self.filters |= {"join": self._joined, "e": self._finalized, "escape": self._finalized}
        self.filters |= {_COUNTED: self._counted, _GLUED: self._glued}

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> str:
        return super()._generate(_Counting().visit(source), *args, **kwargs)

    def _finalized(self, value: object) -> Markup:
        """Any value that a template writes, safe for the format; what is no text was written by mistake."""
        if isinstance(value, Missing):
            str(value)  # raises, with the name
        if type(value) is Undefined:
            return Markup("")  # an `if` without an `else`
        if not isinstance(value, str | int | float):
            raise RefusedError("writes something that is not text")
        text = value if isinstance(value, Markup) else self._escape(str(value))
        self._spend(len(text))
        return text

    def _spend(self, characters: int) -> None:
        self._characters -= characters
        if self._characters < 0:
            raise RefusedError("writes without end")

    def _counted(self, values: Iterable[Any]) -> Iterator[Any]:
        for value in values:
            self._turns -= 1
            if self._turns < 0:
                raise RefusedError("goes round in loops for too long")
            yield value

    def _glued(self, values: Iterable[object]) -> str:
        """Pieces as one: plain words stay plain, so that a filter may still take them for what they are."""
        pieces = list(values)
        if any(isinstance(piece, Markup) for piece in pieces):
            return Markup("").join([self._finalized(piece) for piece in pieces])
        text = "".join(str(piece) for piece in pieces)
        self._spend(len(text))
        return text

    def _joined(self, values: Iterable[object], between: str = "") -> Markup:
        return self._finalized(between).join([self._finalized(value) for value in values])

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Sums of numbers, and texts put together; other sums could make a text of any length."""
        if isinstance(left, str) and isinstance(right, str) and operator == "+":
            return self._glued((left, right))
        if operator == "**" or not (isinstance(left, int | float) and isinstance(right, int | float)):
            raise RefusedError(f"computes with “{operator}”, which templates may not")
        return super().call_binop(context, operator, left, right)

    def call(self, context: Context, obj: Any, *args: Any, **kwargs: Any) -> Any:
        """What is called is one of ours."""
        if isinstance(obj, Missing):
            str(obj)  # raises, with the name
        if not self.is_safe_callable(obj):
            raise RefusedError("calls something that templates may not")
        return super().call(context, obj, *args, **kwargs)

    def is_safe_callable(self, obj: Any) -> bool:
        """Macros and blocks, what the format offers, and the methods of a view or a mapping; no method of a text."""
        if isinstance(obj, Macro | BlockReference | LoopContext) or obj is Namespace:
            return True
        owner = getattr(obj, "__self__", None)
        ours = isinstance(owner, LoopContext | Mapping) or (isinstance(obj, MethodType) and is_dataclass(owner))
        return ours or any(obj is offered for offered in self.callables)


_COUNTED, _GLUED = "policyctl_counted", "policyctl_glued"


class _Counting(NodeTransformer):
    """Sends what every loop goes through, and what every `~` joins, through a filter of the sandbox."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.iter = _filtered(node.iter, _COUNTED)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _filtered(nodes.List(node.nodes, lineno=node.lineno), _GLUED)


def _filtered(node: nodes.Node, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)
