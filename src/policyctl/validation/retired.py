"""Say what became of a rule that is no more, wherever its id is still named."""

from collections.abc import Mapping
from typing import NamedTuple

from policyctl.rules.retired import RETIRED
from policyctl.schema.grammar.names import normalise_name

Retired = Mapping[str, str | None]


class RetiredRule(NamedTuple):
    """A rule that is no more, with the one that finds the same today, if any."""

    id: str
    successor: str | None

    @property
    def message(self) -> str:
        """What became of it, in a sentence."""
        if self.successor:
            return f"`{self.id}` is now part of `{self.successor}`."
        return f"`{self.id}` is no longer checked."


def find_retired(name: str, retired: Retired = RETIRED) -> RetiredRule | None:
    """The retired rule of this name, in any spelling; its successor is one that is still there."""
    rule = {normalise_name(each): each for each in retired}.get(normalise_name(name))
    if rule is None:
        return None
    successor = retired[rule]
    while successor is not None and successor in retired:
        successor = retired[successor]
    return RetiredRule(rule, successor)
