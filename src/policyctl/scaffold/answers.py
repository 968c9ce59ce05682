"""Hold the answers from which a first policy is written, and read and write them as YAML."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from policyctl.scaffold.meant import kind_of_way
from policyctl.scaffold.readers import Unclear, read_answer, read_within_on
from policyctl.scaffold.scalars import key, scalar
from policyctl.scaffold.trades import Trade
from policyctl.schema.grammar.names import nearest
from policyctl.source import read


def _(message: str) -> str:
    """Marks a text for the catalogues."""
    return message


@dataclass(frozen=True)
class Answers:
    """What somebody answered; None or nothing stands for what is not answered yet.

    `addresses` and `within` (how fast each is answered) are by the name of a way in. `notice` belongs to `goal`.
    `currency` is that of amounts which name none; it is asked of nobody.
    """

    language: str | None = None
    trade: str | None = None
    organisation: str | None = None
    feel: str | None = None
    ways: tuple[str, ...] = ()
    addresses: Mapping[str, str] = field(default_factory=dict)
    hours: str | None = None
    within: Mapping[str, str] = field(default_factory=dict)
    decider: str | None = None
    may_give: str | None = None
    opening: str | None = None
    goal: str | None = None
    notice: str | None = None
    review: str | None = None
    currency: str | None = None

    def but(self, **changed: Any) -> "Answers":
        """The same with other answers in the place of some."""
        return replace(self, **changed)

    def or_else(self, others: "Answers") -> "Answers":
        """The same with those of others where there are none."""
        known: dict[str, Any] = {name: getattr(self, name) or getattr(others, name) for name in FIELDS}
        return replace(self, **known | {name: {**getattr(others, name), **getattr(self, name)} for name in BY_WAY})

    def without_strays(self) -> "Answers":
        """The same without what was said of ways in that are no more among those chosen."""
        there = {way.casefold() for way in self.ways}
        kept: dict[str, Any] = {
            name: {way: text for way, text in getattr(self, name).items() if way.casefold() in there} for name in BY_WAY
        }
        return replace(self, **kept)


FIELDS = tuple(each.name for each in fields(Answers))
BY_WAY = ("addresses", "within")
"""The answers that are given for each way in."""


@dataclass(frozen=True)
class Misread:
    """An answer in a file that could not be taken: the line it stands in, and why."""

    line: int
    why: Unclear


def complete(answers: Answers, trade: Trade) -> Answers:
    """The answers with what is ready in the trade where nothing was answered."""
    ready = {name: text for name, text in trade.ready.items() if getattr(answers, name) is None}
    ways = answers.ways or tuple(way.name for way in trade.ways if way.ready)
    goal = answers.goal or trade.aims[0].goal
    return answers.but(
        **ready,
        ways=ways,
        within={name: said_of(name, answers.within) or ready_within(name, trade) for name in ways},
        addresses={name: text for name in ways if (text := said_of(name, answers.addresses))},
        opening=answers.opening or trade.openings[0].say,
        goal=goal,
        notice=answers.notice or trade.notice(goal) or goal,
    )


def forget(answers: Answers, trade: Trade) -> Answers:
    """The answers without those that were only taken as the trade had them ready, once another trade is chosen."""
    ready = complete(Answers(), trade)
    texts = ("organisation", "feel", "hours", "decider", "may_give", "review")
    same = [name for name in texts if getattr(answers, name) == getattr(ready, name)]
    picked = {"opening": trade.sounds_like(answers.opening or ""), "goal": trade.notice(answers.goal or "")}
    gone = [*same, *(name for name, known in picked.items() if known), *(["notice"] if picked["goal"] else [])]
    own = tuple(way for way in answers.ways if not trade.way(way))
    return answers.but(
        **dict.fromkeys(gone),
        ways=own if len(own) == len(answers.ways) else (),
        within={way: text for way, text in answers.within.items() if way in own},
        addresses={way: text for way, text in answers.addresses.items() if way in own},
    )


def said_of(way: str, texts: Mapping[str, str]) -> str:
    """What was said of a way in, in capitals or not; empty where nothing was."""
    return next((text for name, text in texts.items() if name.casefold() == way.casefold()), "")


def said_in_words(answers: Answers) -> dict[str, str]:
    """The answers that stand in the policy as they were given, by their fields."""
    taken = ("language", "trade", "currency")
    found = {name: getattr(answers, name) for name in FIELDS if name not in taken}
    return {name: text for name, text in found.items() if isinstance(text, str)}


def unknown_way(answers: Answers, trade: Trade) -> str | None:
    """The first way that something was said of, and that is none of those there are."""
    ways = {way.casefold() for way in answers.ways or (way.name for way in trade.ways if way.ready)}
    return next((name for each in BY_WAY for name in getattr(answers, each) if name.casefold() not in ways), None)


def ready_within(way: str, trade: Trade) -> str:
    """How fast a way in is answered unless somebody says otherwise: as the trade says, of it or of a way like it."""
    kind = kind_of_way(way)
    wanted = kind if kind in ("phone", "place") else "email"
    alike = [each for each in trade.ways if kind_of_way(each.name) == wanted]
    return (trade.way(way) or (alike or trade.ways[-1:])[0]).within


def read_answers(data: bytes, file: str) -> tuple[Answers, tuple[Misread, ...]]:
    """The answers that a file holds, and what in it could not be taken, in the order of the file."""
    source = read(data, file)
    misread = [Misread(each.span.start.line, Unclear(each.message, "")) for each in source.findings]
    if not isinstance(source.data, dict):
        unread = Misread(1, Unclear(_("An answer is missing here."), "", "organisation: Rosa's"))
        return Answers(), (*misread,) or (unread,)
    taken: dict[str, Any] = {}
    for name, value in source.data.items():
        try:
            taken[name] = _take(name, value)
        except Unclear as why:
            misread.append(Misread(source.span((name,), at_key=True).start.line, why))
    return Answers(**taken), tuple(misread)


def _take(name: str, value: Any) -> Any:
    if name not in FIELDS:
        likely = nearest(name, FIELDS)
        raise Unclear(_("“{text}” is no answer that is known here."), name, likely or ", ".join(FIELDS))
    if name in BY_WAY:
        if not isinstance(value, dict):
            raise Unclear(_("Write each way in on a line of its own below “{text}”."), name, _("Phone: 6 rings"))
        return {_text("ways", way): _said_of_way(name, way, text) for way, text in value.items()}
    if name == "ways":
        if isinstance(value, dict):
            raise Unclear(_("Write each way in on a line of its own below “{text}”."), name)
        return tuple(_text(name, way) for way in ([value] if isinstance(value, str) else value))
    return _text(name, value)


def _said_of_way(name: str, way: str, value: Any) -> str:
    text = _text(name, value)
    return read_within_on(way, text) if name == "within" else text


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise Unclear(_("“{text}” takes one text."), name)
    return read_answer(name, value)


def write_answers(answers: Answers) -> str:
    """The answers as YAML, as `read_answers` reads them; what is not answered is left out."""
    return "".join(f"{line}\n" for line in _lines(answers))


def _lines(answers: Answers) -> Iterator[str]:
    for name in FIELDS:
        value = getattr(answers, name)
        if isinstance(value, str):
            yield f"{name}: {scalar(value)}"
        elif isinstance(value, tuple) and value:
            yield f"{name}:"
            yield from (f"  - {scalar(each)}" for each in value)
        elif isinstance(value, Mapping) and any(value.values()):
            yield f"{name}:"
            yield from (f"  {key(each)}: {scalar(text)}" for each, text in value.items() if text)
