"""Read what people are told about a rule out of its docstring: what it catches, why that matters, and an example.

The example is a small policy as a diff: lines that begin with `-` are the mistake, lines that begin with `+` mend it,
and `# <- here` ends each line at which the rule has something to say.
"""

from inspect import cleandoc
from textwrap import dedent
from typing import NamedTuple

from policyctl.rules.rule import Rule

MARK = "# <- here"


class Documentation(NamedTuple):
    """What people read about a rule; the example is YAML, without the head of the policy unless it matters.

    `before` is the earlier policy that the example is compared with, where a rule compares.
    """

    catches: str
    why: str
    example: str
    before: str = ""

    @property
    def bad(self) -> str:
        """The example with its mistake."""
        return _one_side(self.example, "-")

    @property
    def good(self) -> str:
        """The example once it is mended."""
        return _one_side(self.example, "+").replace(f"  {MARK}", "")


def documentation(rule: Rule) -> Documentation:
    """The parts of a rule's docstring; raises ValueError with the rule's id where one of them is missing."""
    return parse_docstring(rule.id, rule.check.__doc__)


def parse_docstring(rule_id: str, docstring: str | None) -> Documentation:
    """The parts of the docstring of whatever finds something under that id; raises ValueError where one is missing."""
    catches, _, rest = cleandoc(docstring or "").partition("\n\nWhy it matters: ")
    reasons, _, example = rest.partition("\n\nDiff:\n\n")
    why, _, before = reasons.partition("\n\nBefore:\n\n")
    if not (catches and why and example):
        raise ValueError(f"{rule_id} does not say what it catches, why it matters and show an example.")
    return Documentation(_one_line(catches), _one_line(why), _block(example), _block(before))


def _one_side(diff: str, sign: str) -> str:
    kept = (line[2:] for line in diff.splitlines() if line[:1] in (sign, " ", ""))
    return "".join(f"{line}\n" for line in kept)


def _block(text: str) -> str:
    return f"{dedent(text)}\n" if text else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
