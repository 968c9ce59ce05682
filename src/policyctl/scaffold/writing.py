"""Write a first policy: the text of a trade with somebody's answers in their places, each section introduced."""

import re
from collections.abc import Callable, Iterator, Mapping

from policyctl.scaffold.answers import Answers
from policyctl.scaffold.bringing import Brought
from policyctl.scaffold.scalars import comment, key, scalar
from policyctl.scaffold.sections import introduction
from policyctl.scaffold.trades import Trade
from policyctl.schema.quantities import find_money

Translate = Callable[[str], str]
"""Gives a text of ours in the language of the policy."""

_PLACE = re.compile(r"<(?P<name>[A-Za-z_]+)>")
_LINE = re.compile(r"(?P<indent> *)(?P<dash>(?:- )?)(?:(?P<key>[^#:]+):(?: +(?P<value>.*))?|(?P<item>.*))")
_SECTION = re.compile(r"\A(?P<section>[a-z_]+):")

_HOLDS_ADDRESS = re.compile(r"[0-9@/.]")
"""What may make a name be read as a name with its address behind it."""

_CURRENCIES = {"en": "GBP", "de": "EUR"}
_REGIONS = {("en", "USD"): "en-US", ("en", None): "en-GB", ("de", "CHF"): "de-CH"}
"""The tag of a language where prices are in a currency; None for any other currency."""


def _(message: str) -> str:
    """Marks a text for the catalogues."""
    return message


_HEADER = _(
    "Your customer service policy. The words were ready for your trade: change any of them, they are yours now. Lines "
    "that begin with # are notes for you and are never printed. Take the # away where you want to use what stands "
    "behind it. `policyctl explain standards` says more about a section, or about any other word."
)


def write_policy(answers: Answers, trade: Trade, translate: Translate, brought: Brought | None = None) -> str:
    """The text of a first policy, with what an older text brought in as notes beside its sections.

    The answers have to be complete; the same answers give the same text.
    """
    filled = [*_without_empty(_filled(trade.policy.strip("\n").split("\n"), _values(answers, trade), answers, trade))]
    header = ["# yaml-language-server: $schema=./policy.schema.json", "#", *comment(translate(_HEADER)), ""]
    lines = [*header, "policyctl: 1", "", *_introduced(filled, translate, brought)]
    return "\n".join(lines) + "\n"


def currency_of(answers: Answers) -> str:
    """The currency that the answers are in, or else that of their language."""
    money = find_money(answers.may_give or "")
    return (money.currency if money else None) or _CURRENCIES.get(answers.language or "", "EUR")


def _values(answers: Answers, trade: Trade) -> Mapping[str, str]:
    """What stands in each place that holds one text."""
    language, currency = answers.language or "en", currency_of(answers)
    return {
        "organisation": answers.organisation or "",
        "language": _REGIONS.get((language, currency)) or _REGIONS.get((language, None)) or language,
        "currency": currency,
        "feel": answers.feel or "",
        "hours": answers.hours or "",
        "decider": answers.decider or "",
        "may_give": answers.may_give or "",
        "opening": answers.opening or "",
        "sounds_like": trade.sounds_like(answers.opening or ""),
        "goal": answers.goal or "",
        "notice": answers.notice or "",
        "review": answers.review or "",
    }


def _filled(lines: list[str], values: Mapping[str, str], answers: Answers, trade: Trade) -> Iterator[str]:
    """The lines with every place filled; a line whose only text is an empty answer is left out."""
    for line in lines:
        found = _LINE.fullmatch(line)
        if not _PLACE.search(line) or found is None:
            yield line
        elif found["value"] == "<ways>":
            yield f"{found['key']}:"
            yield from _ways(answers)
        elif found["key"] == "<promises>":
            yield from (found["indent"] + each for each in _promises(answers, trade))
        else:
            text = found["value"] if found["key"] else found["item"]
            said = _fill(text or "", values)
            if text and not said:
                continue
            before = found["indent"] + found["dash"]
            behind = f" {scalar(said)}" if said else ""
            yield f"{before}{key(_fill(found['key'], values))}:{behind}" if found["key"] else before + scalar(said)


def _fill(text: str, values: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda found: values[found["name"]], text)


def _ways(answers: Answers) -> Iterator[str]:
    """The ways in, each with its address where there is one."""
    for way in answers.ways:
        address = answers.addresses.get(way)
        if _HOLDS_ADDRESS.search(way):
            yield f"  - name: {scalar(way)}"
            yield from [f"    address: {scalar(address)}"] if address else []
        else:
            yield f"  - {key(way)}: {scalar(address)}" if address else f"  - {scalar(way)}"


def _promises(answers: Answers, trade: Trade) -> Iterator[str]:
    """A promise for each way in: how fast it is answered."""
    for way in answers.ways:
        known = trade.way(way)
        name = known.promise if known else way
        yield f"{key(name)}: {scalar(answers.within[way])}"


def _without_empty(lines: Iterator[str]) -> Iterator[str]:
    """The lines without those names that have nothing below them any more."""
    kept: list[str] = []
    for line in lines:
        while kept and kept[-1].endswith(":") and not kept[-1].lstrip().startswith("#") and (
            line == "" or _depth(line) <= _depth(kept[-1])
        ):  # fmt: skip
            kept.pop()
        kept.append(line)
    yield from kept


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _introduced(lines: list[str], translate: Translate, brought: Brought | None) -> Iterator[str]:
    """The lines with a note above each section that says what it is for, and what was brought in for it."""
    rest = dict(brought.paragraphs) if brought else {}
    for line in lines:
        found = _SECTION.match(line)
        if found and (words := introduction(found["section"])):
            yield from comment(translate(words))
            yield from _brought(rest.pop(found["section"], ()), brought, translate)
        yield line
    if left := [paragraph for paragraphs in rest.values() for paragraph in paragraphs]:
        yield from ["", *_brought(tuple(left), brought, translate)]


def _brought(paragraphs: tuple[str, ...], brought: Brought | None, translate: Translate) -> Iterator[str]:
    if brought and paragraphs:
        yield "#"
        yield from comment(translate(_("From {file}:")).replace("{file}", " ".join(brought.name.split())))
        for paragraph in paragraphs:
            yield from comment(" ".join(paragraph.split()), hanging="  ")
        yield "#"
