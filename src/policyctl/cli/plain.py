"""Show on a terminal, before anything is written, what comes of the answers: in short, and as the whole card."""

from collections.abc import Callable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from policyctl.library import load, render
from policyctl.rendering.language import Language, LocaleFormatter
from policyctl.reporters import Look
from policyctl.reporters.layout import BOLD, paint, wrapped
from policyctl.reporters.untrusted import show
from policyctl.scaffold.answers import Answers
from policyctl.scaffold.questions import QUESTIONS
from policyctl.scaffold.trades import Trade
from policyctl.scaffold.writing import as_offer, currency_of, promises, write_policy
from policyctl.schema import Policy
from policyctl.schema.quantities import Week

_IN_A_TABLE = 4
"""How deep the cells of a table stand; a card has no list that is as deep."""


def _(message: str) -> str:
    """Marks a text for the catalogues."""
    return message


NAMES = {"en": "English", "de": "Deutsch"}
"""What the languages call themselves."""


def in_short(answers: Answers, trade: Trade, look: Look) -> str:
    """What the policy says in somebody's own answers, each with the number of its question.

    Raises PolicyctlError where no policy can be read from them.
    """
    translate = LocaleFormatter(trade.language).gettext
    policy = load(write_policy(answers, trade, translate).encode())
    told = _told(answers, trade, policy, translate)
    numbers = {question.id: str(at) for at, question in enumerate(QUESTIONS, 1)}
    lines = [*_wrapped(translate(_("This stands in your policy, beside what your trade brings:")), look, "  ")]
    for name, texts in told.items():
        for at, text in enumerate(texts):
            first, *others = _wrapped(text, look, " " * 6)
            lines += [("" if at else numbers[name]).rjust(4) + "  " + first.strip(), *others]
    return "".join(f"{line}\n" for line in lines)


def _told(answers: Answers, trade: Trade, policy: Policy, _: Callable[[str], str]) -> dict[str, list[str]]:
    """What is said, by the question that it answers."""
    currency = currency_of(answers)
    gives = as_offer(answers.may_give or "", currency, _)
    givers = (
        [each.name or "" for each in policy.discretion.may_give]
        if policy.discretion and policy.discretion.may_give
        else []
    )
    asks = _("Anything more: ask {who}.").replace("{who}", answers.decider or "")
    ways = [f"{way}: {where}" if (where := answers.addresses.get(way)) else way for way in answers.ways]
    noticed = _("You notice by: {text}").replace("{text}", answers.notice or "")
    return {
        "language": [NAMES.get(trade.language, trade.language)],
        "trade": [trade.name],
        "organisation": [answers.organisation or ""],
        "feel": [answers.feel or ""],
        "ways": ["; ".join(ways)],
        "hours": [
            Language(policy.policy.language or trade.language, currency).brief_week(Week.read(answers.hours or ""))
        ],
        "within": [f"{name}: {limit}" for name, limit in promises(answers, trade, _).items()],
        "decider": [asks],
        "may_give": [": ".join([*givers[:1], gives])],
        "opening": [answers.opening or ""],
        "goal": [answers.goal or "", noticed],
        "review": [answers.review or ""],
    }


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
