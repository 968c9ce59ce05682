"""Read the trades: what `init` asks somebody of a trade, the answers that are ready, and the policy that it writes.

A trade is a file in `templates/trades/<language>/`. Above its line of dashes stands what is asked and what is ready,
below it the text of a policy with places such as `<decider>`, which answers fill.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from policyctl.resources import templates
from policyctl.source import read

TRADES = (
    "shop", "online-shop", "software", "restaurant", "hotel", "practice", "town-hall", "library", "workshop",
    "salon", "association",
)  # fmt: skip
"""The trades, in the order in which they are offered; each has a file in each language."""

_LINE_OF_DASHES = "\n---\n"


@dataclass(frozen=True)
class Way:
    """A way in that customers of the trade have, the promise about it, and how fast it is answered.

    `ready` says that it is taken unless somebody says otherwise.
    """

    name: str
    promise: str
    within: str
    ready: bool = False


@dataclass(frozen=True)
class Opening:
    """First words to a customer, and what sounding like that is like."""

    say: str
    sounds_like: str


@dataclass(frozen=True)
class Aim:
    """A goal, and how one would notice that it is reached."""

    goal: str
    notice: str


@dataclass(frozen=True)
class Wording:
    """How the trade puts a question, where it does not put it as everybody does."""

    asks: str | None = None
    help: str | None = None


@dataclass(frozen=True)
class Trade:
    """A trade in one language. `ready` holds answers by their field, `policy` the text with places to fill."""

    id: str
    language: str
    name: str
    about: str
    ready: Mapping[str, str]
    ways: tuple[Way, ...]
    openings: tuple[Opening, ...]
    aims: tuple[Aim, ...]
    wording: Mapping[str, Wording]
    policy: str

    def way(self, name: str) -> Way | None:
        """The way of this name, in capitals or not."""
        return next((way for way in self.ways if way.name.casefold() == name.casefold()), None)

    def sounds_like(self, opening: str) -> str:
        """What these first words sound like; empty for words of somebody's own."""
        return next((each.sounds_like for each in self.openings if each.say == opening), "")

    def notice(self, goal: str) -> str:
        """How one would notice that this goal is reached; empty for a goal of somebody's own."""
        return next((each.notice for each in self.aims if each.goal == goal), "")


def languages() -> tuple[str, ...]:
    """The languages in which there are trades, English first."""
    return tuple(sorted((folder.name for folder in _folder().iterdir() if folder.is_dir()), reverse=True))


def trade_names(language: str) -> tuple[str, ...]:
    """The trades that there are in a language, in the order in which they are offered."""
    return tuple(name for name in TRADES if (_folder() / language / f"{name}.yaml").is_file())


@cache
def load_trade(language: str, name: str) -> Trade:
    """The trade of this name; raises KeyError where the language has none."""
    path = _folder() / language / f"{name}.yaml"
    if not path.is_file():
        raise KeyError(name)
    return parse_trade(path.read_text(encoding="utf-8"), name, language)


def parse_trade(text: str, name: str, language: str) -> Trade:
    """The trade that a file holds; raises KeyError or TypeError where it is not written as one."""
    head, _, policy = text.partition(_LINE_OF_DASHES)
    data: Any = read(head.encode(), f"{name}.yaml").data
    return Trade(
        id=name,
        language=language,
        name=data["name"],
        about=data["about"],
        ready=data["ready"],
        ways=tuple(Way(each["name"], each["promise"], each["within"], "ready" in each) for each in data["ways"]),
        openings=tuple(Opening(**each) for each in data["openings"]),
        aims=tuple(Aim(**each) for each in data["goals"]),
        wording={name: Wording(**each) for name, each in data.get("questions", {}).items()},
        policy=policy,
    )


def _folder() -> Path:
    return templates() / "trades"
