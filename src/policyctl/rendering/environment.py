"""A format and the folders of templates in, the Jinja environment that writes this format out."""

import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from gettext import NullTranslations
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from policyctl.errors import PolicyctlError
from policyctl.rendering.loader import Templates
from policyctl.rendering.sandbox import Missing, RefusedError, Sandbox
from policyctl.rendering.styles import css_escaped
from policyctl.rendering.writers import HtmlWriter, MarkdownWriter, Writer

_HINT = "Compare the file with the template of the same name that policyctl brings."


def environment(
    format_name: str, folders: Sequence[Path], *, language: str, catalogue: NullTranslations
) -> Environment:
    """The environment for one document in `html` or `markdown`; earlier folders come before later ones.

    `language` is a BCP 47 tag, and `catalogue` translates what templates say in `_()` and `ngettext()`.
    """
    writer: Writer = MarkdownWriter(language) if format_name == "markdown" else HtmlWriter(language)
    made = Sandbox(writer.escape, loader=Templates(folders, format_name))
    made.filters |= {name: _of_words(does) for name, does in writer.filters().items()}
    made.tests["linkable"] = _of_words(writer.linkable)
    opening, closing = writer.quotation_marks()
    made.globals |= {"open_quote": opening, "close_quote": closing}
    offer(made, _=_gettext(catalogue), gettext=_gettext(catalogue), ngettext=_ngettext(catalogue))
    return made


def stylesheets(folders: Sequence[Path]) -> Environment:
    """The environment for style sheets: it escapes as CSS does."""
    return Sandbox(css_escaped, loader=Templates(folders, "html"))


def offer(made: Sandbox, **functions: Callable[..., Any]) -> None:
    """Let templates call these."""
    made.globals |= functions
    made.callables.extend(functions.values())


def fill(made: Environment, template: str, **values: Any) -> str:
    """The text of a template with these values; what is wrong with the template is a PolicyctlError."""
    with _explained(made):
        return made.get_template(template).render(**values)


def _of_words(does: Callable[..., Any]) -> Callable[..., Any]:
    """The same, once it is sure that there are words; a name that is missing is told as such."""

    def checked(words: object, *wishes: Any) -> Any:
        if not isinstance(words, str):
            raise RefusedError(str(words) if isinstance(words, Missing) else "takes something for words that is none")
        return does(words, *wishes)

    return checked


def _gettext(catalogue: NullTranslations) -> Callable[..., str]:
    def gettext(message: str, **values: object) -> str:
        return catalogue.gettext(message) % values if values else catalogue.gettext(message)

    return gettext


def _ngettext(catalogue: NullTranslations) -> Callable[..., str]:
    def ngettext(one: str, many: str, number: int, **values: object) -> str:
        return catalogue.ngettext(one, many, number) % {"n": number, **values}

    return ngettext


@contextmanager
def _explained(made: Environment) -> Iterator[None]:
    try:
        yield
    except PolicyctlError:
        raise
    except TemplateNotFound as error:
        raise PolicyctlError(f"There is no template {error.name}.", hint=_HINT) from error
    except TemplateSyntaxError as error:
        where = _place(made, error.filename or "", error.lineno)
        why = (error.message or "").rstrip(".")
        raise PolicyctlError(f"{where} cannot be read: {why}.", hint=_HINT) from error
    except RecursionError as error:
        raise PolicyctlError(f"{_raised(made, error)} calls itself without end.", hint=_HINT) from error
    except (UndefinedError, SecurityError) as error:
        raise PolicyctlError(f"{_raised(made, error)} {error}.", hint=_HINT) from error
    except Exception as error:
        raise PolicyctlError(f"{_raised(made, error)} does not work: {error}.", hint=_HINT) from error


def _raised(made: Environment, error: BaseException) -> str:
    """The innermost place in a template that the error came from."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _named(made, frame.filename)]
    return _place(made, frames[-1].filename, frames[-1].lineno) if frames else "A template"


def _place(made: Environment, path: str, line: int | None) -> str:
    return f"The template {_named(made, path) or 'of the document'}, line {line},"


def _named(made: Environment, path: str) -> str:
    return made.loader.shown(path) if isinstance(made.loader, Templates) else ""
