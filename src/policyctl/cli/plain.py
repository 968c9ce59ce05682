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

_IN_A_TABLE = 4
"""How deep the cells of a table stand; a card has no list that is as deep."""


def card_as_text(answers: Answers, trade: Trade, look: Look) -> str:
    """The card that these answers make."""
    policy = load(write_policy(answers, trade, LocaleFormatter(trade.language).gettext).encode())
    return as_text(render(policy, "card", "markdown").decode(), look)


def as_text(markdown: str, look: Look) -> str:
    """A page of Markdown in lines that fit: bold headings, lists with dashes, the cells of a row one after another."""
    return "".join(f"{line}\n" for line in _lines(MarkdownIt("commonmark").enable("table").parse(markdown), look))


def _lines(tokens: list[Token], look: Look) -> Iterator[str]:
    heading, dash, cells = False, "", list[str]()
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            heading = token.type == "heading_open"
        elif token.type == "list_item_open":
            dash = "- "
        elif token.type == "tr_close":
            yield from _wrapped("; ".join(filter(None, cells)), look, "  ")
            cells = []
        elif token.type == "inline" and token.level >= _IN_A_TABLE:
            cells.append(_plain(token))
        elif token.type == "inline" and heading:
            yield from ["", *(paint(line, BOLD, look) for line in _wrapped(_plain(token), look, ""))]
        elif token.type == "inline":
            yield from _wrapped(_plain(token), look, "  ", dash)
            dash = ""


def _wrapped(text: str, look: Look, indent: str, dash: str = "") -> Iterator[str]:
    lines = wrapped(show(text), look.width, indent + " " * len(dash))
    yield from [indent + dash + lines[0].strip(), *lines[1:]] if dash and lines else lines


def _plain(token: Token) -> str:
    """The words of a line without the signs of Markdown."""
    breaks = {"softbreak": " ", "hardbreak": " "}
    return "".join(breaks.get(child.type, child.content) for child in token.children or ())
