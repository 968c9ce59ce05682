"""Show the card of a policy as plain text on a terminal, before anything is written."""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from policyctl.library import load, render
from policyctl.rendering.language import LocaleFormatter
from policyctl.reporters import Look
from policyctl.reporters.layout import BOLD, paint, wrapped
from policyctl.reporters.untrusted import show
from policyctl.scaffold.answers import Answers
from policyctl.scaffold.trades import Trade
from policyctl.scaffold.writing import write_policy


def card_as_text(answers: Answers, trade: Trade, look: Look) -> str:
    """The card that these answers make."""
    policy = load(write_policy(answers, trade, LocaleFormatter(trade.language).gettext).encode())
    return as_text(render(policy, "card", "markdown").decode(), look)


def as_text(markdown: str, look: Look) -> str:
    """A page of Markdown in lines that fit: headings in bold, lists with dashes, the cells of a row one after another."""
    return "".join(f"{line}\n" for line in _lines(MarkdownIt("commonmark").enable("table").parse(markdown), look))


def _lines(tokens: list[Token], look: Look) -> Iterator[str]:
    bold, dash, cells = False, "", []
    for token in tokens:
        match token.type:
            case "heading_open":
                bold = True
            case "heading_close":
                bold = False
            case "list_item_open":
                dash = "- "
            case "tr_close":
                yield from _wrapped("; ".join(cells), look, "  ")
                cells = []
            case "inline" if token.level > 1 and token.map is None:
                cells.append(_plain(token))
            case "inline":
                yield from [""] if bold else []
                yield from (paint(line, BOLD, look) if bold else line for line in _wrapped(_plain(token), look, "" if bold else "  ", dash))
                dash = ""


def _wrapped(text: str, look: Look, indent: str, dash: str = "") -> Iterator[str]:
    lines = wrapped(show(text), look.width, indent + " " * len(dash))
    yield from [indent + dash + lines[0].strip(), *lines[1:]] if dash and lines else lines


def _plain(token: Token) -> str:
    """The words of a line without the signs of Markdown."""
    breaks = {"softbreak": " ", "hardbreak": " "}
    return "".join(breaks.get(child.type, child.content) for child in token.children or ())
