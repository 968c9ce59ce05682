"""Templates are filled by Jinja in a sandbox, since they may be a user's own: nobody has checked them.

A template can neither reach out nor run on for ever, and every value that it writes is escaped for its format. What is
wrong with it is told with its name and its line.
"""

import re
import traceback
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from functools import cache
from gettext import NullTranslations
from pathlib import Path
from string import ascii_letters, digits
from types import CodeType, MethodType
from typing import Any, ClassVar

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    Environment,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    Undefined,
    UndefinedError,
    nodes,
)
from jinja2.bccache import Bucket
from jinja2.exceptions import SecurityError
from jinja2.loaders import split_template_path
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from policyctl.errors import PolicyctlError
from policyctl.rendering import prose
from policyctl.rendering.prose.tree import is_allowed_target
from policyctl.rendering.prose.typography import quotation_marks

MAX_ITERATIONS = 1_000_000
"""How often the loops of one document may turn, all together."""

MAX_OUTPUT = 200_000_000
"""How many characters the outputs of one document may hold, each counted again in every macro that it passes."""

_MAX_TEMPLATE = 1_000_000
_QUOTED = 50
"""How many signs of a text are repeated to say which it is."""

_HINT = "Compare the file with the template of the same name that policyctl brings."
_HALF_A_SIGN = re.compile(r"[\ud800-\udfff]")
_PLACES = re.compile(r"%\([a-z_]{1,40}\)[sd]")
_IN_ADDRESSES = frozenset(ascii_letters + digits + "-._~:/?#[]@!$&'()*+,;=%")
_FILTERS = (
    "capitalize", "count", "d", "default", "first", "groupby", "last", "length", "list", "lower", "map", "reject",
    "rejectattr", "reverse", "select", "selectattr", "sort", "trim", "unique", "upper",
)  # fmt: skip


class Writer(ABC):
    """Writes words in one format and language; templates call its filters by name."""

    folder: ClassVar[str]
    """Where the macros of the format stand among the templates."""

    filters: ClassVar[tuple[str, ...]] = ("inline", "blocks", "plain", "words", "url")

    def __init__(self, language: str) -> None:
        self.language = language

    @abstractmethod
    def escape(self, text: str) -> Markup:
        """Write plain words."""

    def plain(self, text: str) -> str:
        """Write an author's text without its Markdown, in one line."""
        return prose.plain(text, self.language)

    def is_linkable(self, target: str) -> bool:
        """Whether a link may lead there: to a place in the document, to the web, a mailbox or a telephone."""
        return target.startswith("#") or is_allowed_target(target)

    def address(self, target: str) -> str:
        """Encode an address by number where signs may not stand in one; empty where a link may not lead."""
        return "".join(_percent_encoded(sign) for sign in target) if self.is_linkable(target) else ""


def _percent_encoded(sign: str) -> str:
    return sign if sign in _IN_ADDRESSES else "".join(f"%{byte:02X}" for byte in sign.encode())


def environment(writer: Writer, folders: Sequence[Path], catalogue: NullTranslations) -> Environment:
    """Make the environment for one document; earlier folders come before later ones.

    `catalogue` translates what templates say in `_()` and `ngettext()`.
    """
    compiled = compiled_for(type(writer), writer.language)
    sandbox = Sandbox(writer.escape, TemplateLoader(folders, writer.folder), compiled)
    sandbox.filters |= {name: _text_filter(getattr(writer, name)) for name in writer.filters}
    sandbox.tests["linkable"] = _text_filter(writer.is_linkable)
    opening, closing = quotation_marks(writer.language)
    gettext = _gettext(catalogue)
    sandbox.globals |= {"open_quote": opening, "close_quote": closing}
    sandbox.globals |= {"_": gettext, "gettext": gettext, "ngettext": _ngettext(catalogue)}
    return sandbox


def render_template(environment: Environment, template: str, **values: Any) -> str:
    """Fill a template with these values; what is wrong with the template is a PolicyctlError."""
    with _template_errors(environment, values.get("document")):
        page = environment.get_template(template).render(**values)
    if _HALF_A_SIGN.search(page):
        raise PolicyctlError("A template writes half a sign, such as \\ud800, which no file can hold.", hint=_HINT)
    return page


# ---- the sandbox -----------------------------------------------------------------------------------------------


class RefusedError(SecurityError):
    """Something that no template may do, in words that follow the template's name."""


class Missing(StrictUndefined):
    """A name that a template asks for in vain; using it in any way is an error."""

    @property
    def _undefined_message(self) -> str:
        return f"asks for “{self._undefined_name}”, which is not there"


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's own sandbox, without everything that a document does not need.

    `escape` makes plain words safe for the format: Jinja would write HTML wherever it escapes. Loops and outputs are
    counted, so that one environment is for one document.
    """

    intercepted_binops = frozenset(["*", "**", "%", "+"])

    def __init__(
        self, escape: Callable[[str], Markup], loader: "TemplateLoader", compiled: "Compiled | None" = None
    ) -> None:
        super().__init__(
            autoescape=True,
            undefined=Missing,
            finalize=self._finalize,
            loader=loader,
            bytecode_cache=compiled,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._escape = escape
        self._iterations = 0
        self._characters = 0
        self.globals = {"namespace": Namespace}
        self.filters = {name: self.filters[name] for name in _FILTERS}
        self.filters |= {"join": self._join, "e": self._finalize, "escape": self._finalize}
        self.filters |= {_COUNT: self._count, _CONCAT: self._concat}

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> str:
        return super()._generate(_Rewrite().visit(source), *args, **kwargs)

    def _finalize(self, value: object) -> Markup:
        """Escape a value that a template writes; what is no text was written by mistake."""
        if type(value) is Markup:
            self._count_output(value)
            return value
        if isinstance(value, Missing):
            str(value)  # raises, with the name
        if type(value) is Undefined:
            return Markup("")  # an `if` without an `else`
        if not isinstance(value, str | int | float):
            raise RefusedError("writes something that is not text")
        text = value if isinstance(value, Markup) else self._escape(str(value))
        self._count_output(text)
        return text

    def _count_output(self, text: str) -> None:
        self._characters += len(text)
        if self._characters > MAX_OUTPUT:
            raise RefusedError("writes without end")

    def _count(self, values: Iterable[Any]) -> Iterator[Any]:
        """Go through the values of a loop."""
        for value in values:
            self._iterations += 1
            if self._iterations > MAX_ITERATIONS:
                raise RefusedError("goes round in loops for too long")
            yield value

    def _concat(self, values: Sequence[object]) -> str:
        """Join what stands around `~` or `+`; plain words stay plain, so that a filter may still take them."""
        if any(isinstance(value, Markup) for value in values):
            return self._join(values)
        for value in values:
            if not isinstance(value, str | int | float | Undefined):
                raise RefusedError("writes something that is not text")
        text = "".join(str(value) for value in values)
        self._count_output(text)
        return text

    def _join(self, values: Iterable[object], between: str = "") -> Markup:
        return self._finalize(between).join([self._finalize(value) for value in values])

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Give what a template asks for; what a view holds, which is nearly all of it, needs no second look."""
        kind: Any = type(obj)
        return getattr(obj, attribute) if attribute in _held_by(kind) else super().getattr(obj, attribute)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Add numbers, and put texts together; other sums could make a text of any length."""
        if isinstance(left, str) and isinstance(right, str) and operator == "+":
            return self._concat((left, right))
        if operator == "**" or not (isinstance(left, int | float) and isinstance(right, int | float)):
            raise RefusedError(f"computes with “{operator}”, which templates may not")
        return super().call_binop(context, operator, left, right)

    def call(self, context: Context, obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call what may be called; a macro, which is nearly always meant, needs no second look."""
        if isinstance(obj, Macro):
            for ours in ("_loop_vars", "_block_vars"):  # Jinja hands them to what asks for the context; no macro does.
                kwargs.pop(ours, None)
            return obj(*args, **kwargs)
        if isinstance(obj, Missing):
            str(obj)  # raises, with the name
        if not self.is_safe_callable(obj):
            raise RefusedError("calls something that templates may not")
        return context.call(obj, *args, **kwargs)

    def is_safe_callable(self, obj: Any) -> bool:
        """Allow macros, blocks, what the environment offers, and methods of a view or a mapping; none of a text."""
        if isinstance(obj, Macro | BlockReference | LoopContext):
            return True
        owner = getattr(obj, "__self__", None)
        ours = isinstance(owner, LoopContext | Mapping) or (isinstance(obj, MethodType) and is_dataclass(owner))
        return ours or any(obj is offered for offered in self.globals.values())


@cache
def _held_by(kind: Any) -> frozenset[str]:
    """What a view of this kind holds, apart from its methods; nothing of any other kind."""
    if not is_dataclass(kind):
        return frozenset()
    held = {name for name in dir(kind) if not callable(getattr(kind, name))} | {each.name for each in fields(kind)}
    return frozenset(name for name in held if not name.startswith("_"))


class Compiled(BytecodeCache):
    """The templates that this process has compiled, each as long as its text stays as it is.

    What a template writes between quotation marks is escaped once and for all when it is compiled, so that each format
    and each language has templates of its own.
    """

    def __init__(self) -> None:
        self._codes: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in the code of a template where it was compiled before."""
        checksum, code = self._codes.get(bucket.key, ("", None))
        bucket.code = code if checksum == bucket.checksum else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template in the place of any that it had before."""
        if bucket.code is not None:
            self._codes[bucket.key] = (bucket.checksum, bucket.code)


@cache
def compiled_for(purpose: object, language: str = "") -> Compiled:
    """The compiled templates of one format and one language."""
    del purpose, language
    return Compiled()


_COUNT, _CONCAT = "policyctl_count", "policyctl_concat"


class _Rewrite(NodeTransformer):
    """Sends what every loop goes through, and what every `~` joins, through a filter of the sandbox."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.iter = _through(node.iter, _COUNT)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _through(nodes.List(node.nodes, lineno=node.lineno), _CONCAT)


def _through(node: nodes.Node, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


def _text_filter(function: Callable[..., Any]) -> Callable[..., Any]:
    """Check that a filter is given words; a missing name is told as such."""

    def checked(text: object, *arguments: Any) -> Any:
        if not isinstance(text, str):
            raise RefusedError(str(text) if isinstance(text, Missing) else "takes something for words that is none")
        return function(text, *arguments)

    return checked


def _gettext(catalogue: NullTranslations) -> Callable[..., str]:
    def gettext(message: str, **values: object) -> str:
        return _filled(catalogue.gettext(message), values)

    return gettext


def _ngettext(catalogue: NullTranslations) -> Callable[..., str]:
    def ngettext(one: str, many: str, number: int, **values: object) -> str:
        return _filled(catalogue.ngettext(one, many, number), {"n": number, **values})

    return ngettext


def _filled(message: str, values: Mapping[str, object]) -> str:
    """The message with words and numbers in their places, and nothing that would make them longer than they are."""
    for value in values.values():
        if not isinstance(value, str | int | float):
            raise RefusedError(str(value) if isinstance(value, Missing) else "writes something that is not text")
    if values and len(_PLACES.findall(message)) != message.count("%"):
        raise RefusedError("asks for a text of another form than %(name)s")
    return message % values if values else message


# ---- the files -------------------------------------------------------------------------------------------------


class TemplateLoader(BaseLoader):
    """Looks in each folder of templates, first below the format and then at its top."""

    def __init__(self, folders: Sequence[Path], format_name: str) -> None:
        self.folders = [folder.resolve() for folder in folders]
        self.format_name = format_name

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Read a template; a link that leads out of its folder is an error, not a template."""
        del environment
        parts = split_template_path(template)
        for folder in self.folders:
            for path in (folder.joinpath(self.format_name, *parts), folder.joinpath(*parts)):
                if path.is_file():
                    return _read(path, folder), str(path), lambda: True
        raise TemplateNotFound(template)

    def display_name(self, path: str) -> str:
        """Name a template as messages do, from its folder of templates on; nothing for a path of something else."""
        for folder in self.folders:
            if Path(path).is_relative_to(folder):
                return Path(path).relative_to(folder).as_posix()
        return ""


def _read(path: Path, folder: Path) -> str:
    name = path.relative_to(folder).as_posix()
    if not path.resolve().is_relative_to(folder):
        raise PolicyctlError(
            f"The template {name} is a link that leads out of its folder.", hint="Copy the file instead."
        )
    try:
        data = path.read_bytes()
        if len(data) > _MAX_TEMPLATE:
            raise PolicyctlError(f"The template {name} is larger than 1 MB.", hint="Split it, or shorten it.")
        return data.decode()
    except OSError as error:
        raise PolicyctlError(f"The template {name} cannot be read.", hint="Check who may read the file.") from error
    except UnicodeDecodeError as error:
        raise PolicyctlError(f"The template {name} is not saved as UTF-8.", hint="Save it again as UTF-8.") from error


# ---- what is wrong with them -----------------------------------------------------------------------------------


@contextmanager
def _template_errors(environment: Environment, document: object) -> Iterator[None]:
    try:
        yield
    except PolicyctlError:
        raise
    except TemplateNotFound as error:
        raise PolicyctlError(f"There is no template {error.name}.", hint=_HINT) from error
    except TemplateSyntaxError as error:
        where = _place(environment, error.filename or "", error.lineno)
        why = (error.message or "").rstrip(".")
        raise PolicyctlError(f"{where} cannot be read: {why}.", hint=_HINT) from error
    except RecursionError as error:
        where = _innermost(environment, error)
        raise PolicyctlError(f"{where} calls itself without end.", hint=_hint(environment, error, document)) from error
    except (UndefinedError, SecurityError) as error:
        where = _innermost(environment, error)
        raise PolicyctlError(f"{where} {error}.", hint=_hint(environment, error, document)) from error
    except Exception as error:
        where = _innermost(environment, error)
        raise PolicyctlError(f"{where} does not work: {error}.", hint=_hint(environment, error, document)) from error


def _hint(environment: Environment, error: BaseException, document: object) -> str:
    """What of the policy was being shown, as far as that is known, and what to do."""
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    shown = [
        [each for each in frame.f_locals.values() if is_dataclass(each) and not isinstance(each, type)]
        for frame in reversed(frames)
        if _name(environment, frame.f_code.co_filename)
    ]
    place = _place_in_policy(shown, getattr(document, "places", {}))
    return f"It was showing {place}. {_HINT}" if place else _HINT


def _place_in_policy(shown: Sequence[Sequence[object]], places: Mapping[str, str]) -> str:
    """The innermost entry of the policy that templates had in hand, or the part of the document, and words of it."""
    blocks = (each for values in shown[:1] for each in reversed(values) if not hasattr(each, "title"))
    words = next((text for each in blocks if (text := _first_words(each))), "")
    at = f", at “{words if len(words) <= _QUOTED else f'{words[:_QUOTED]}…'}”" if words else ""
    for values in shown:
        if found := [place for each in values if (place := places.get(getattr(each, "anchor", ""), ""))]:
            return f"`{max(found, key=len)}` of the policy{at}"
    titles = (getattr(each, "title", "") for values in shown for each in values if hasattr(each, "anchor"))
    return next((f"the part “{title}”{at}" for title in titles if title), "")


def _first_words(value: object) -> str:
    """The first text in a block of the view."""
    if isinstance(text := getattr(value, "text", ""), str) and text:
        return text
    if is_dataclass(value):
        inner: Iterable[object] = (getattr(value, each.name) for each in fields(value))
    else:
        inner = value if isinstance(value, tuple) else ()
    return next((text for each in inner if (text := _first_words(each))), "")


def _innermost(environment: Environment, error: BaseException) -> str:
    """Name the innermost place in a template that the error came from."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _name(environment, frame.filename)]
    return _place(environment, frames[-1].filename, frames[-1].lineno) if frames else "A template"


def _place(environment: Environment, path: str, line: int | None) -> str:
    return f"The template {_name(environment, path) or 'of the document'}, line {line},"


def _name(environment: Environment, path: str) -> str:
    return environment.loader.display_name(path) if isinstance(environment.loader, TemplateLoader) else ""
