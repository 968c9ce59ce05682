"""The docstring of a rule in; what it catches, why it matters, and its two examples out."""

import re
from inspect import cleandoc
from textwrap import dedent
from typing import NamedTuple

from policyctl.rules.rule import Rule

MARK = "# <- here"
"""Stands at the end of each line of the bad example at which the rule has something to say."""

_PARTS = re.compile(
    r"(?P<catches>.+?)\n\nWhy it matters: (?P<why>.+?)"
    r"(?:\n\nBefore:\n\n(?P<before>.+?))?\n\nBad:\n\n(?P<bad>.+?)\n\nGood:\n\n(?P<good>.+)",
    re.DOTALL,
)
_WORDS = re.compile(r"\{(\d+) words\}")


class Documentation(NamedTuple):
    """What people read about a rule; the examples are YAML, without the head of the policy unless it matters.

    `before` is what both examples are compared with, where a rule compares.
    """

    catches: str
    why: str
    bad: str
    good: str
    before: str = ""


def documentation(rule: Rule) -> Documentation:
    """The parts of a rule's docstring; a ValueError names the rule whose docstring lacks one of them."""
    return documented(rule.id, rule.check.__doc__)


def documented(name: str, docstring: str | None) -> Documentation:
    """The parts of the docstring of whatever finds something by that name."""
    found = _PARTS.fullmatch(cleandoc(docstring or ""))
    if not found:
        raise ValueError(f"{name} does not say what it catches, why it matters, what is bad and what is good.")
    told, shown = (found["catches"], found["why"]), (found["bad"], found["good"], found["before"])
    return Documentation(*map(_one_line, told), *map(_example, shown))


def _example(text: str | None) -> str:
    return f"{dedent(text)}\n" if text else ""


def written_out(example: str) -> str:
    """An example as it is judged: `{4001 words}` stands for so many words, which no page should have to show."""
    return _WORDS.sub(lambda found: "So. " * int(found[1]), example)


def _one_line(text: str) -> str:
    return " ".join(text.split())
