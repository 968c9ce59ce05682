"""Write a first policy: the text of a trade with somebody's answers in their places, each section introduced."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from policyctl.scaffold.answers import Answers
from policyctl.scaffold.bringing import Brought
from policyctl.scaffold.meant import amount_in, kind_of_way, offer
from policyctl.scaffold.scalars import comment, key, scalar
from policyctl.scaffold.sections import introduction
from policyctl.scaffold.trades import Trade
from policyctl.schema.quantities import Duration, Unit, find_money, read_limit
from policyctl.schema.quantities.limits import WHOLE_LIMITS
from policyctl.schema.quantities.text import tidy

Translate = Callable[[str], str]
"""Gives a text of ours in the language of the policy."""

_PLACE = re.compile(r"<(?P<name>[A-Za-z_]+)>")
_LINE = re.compile(r"(?P<indent> *)(?P<dash>(?:- )?)(?:(?P<key>[^#:]+):(?: +(?P<value>.*))?|(?P<item>.*))")
_SECTION = re.compile(r"\A(?P<section>[a-z_]+):")

_HOLDS_ADDRESS = re.compile(r"[0-9@/.]")
"""What may make a name be read as a name with its address behind it."""

_PRICE = re.compile(r"[£$]([0-9]++(?:\.[0-9]{2})?)|\b([0-9]++(?:,[0-9]{2})?) €")

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
    filling = _Filling(answers, trade, translate)
    filled = [*_without_empty(_filled(_in_currency(trade, currency_of(answers)).split("\n"), filling))]
    header = ["# yaml-language-server: $schema=./policy.schema.json", "#", *comment(translate(_HEADER)), ""]
    lines = [*header, "policyctl: 1", "", *_introduced(filled, translate, brought)]
    return "\n".join(lines) + "\n"


def currency_of(answers: Answers) -> str:
    """The currency that the answers are in, or else that of their language."""
    money = find_money(answers.may_give or "")
    return (money.currency if money else None) or answers.currency or usual_currency(answers.language or "")


def usual_currency(language: str) -> str:
    """The currency that a language is taken to be written with, unless somebody says otherwise."""
    return _CURRENCIES.get(language, "EUR")


def as_offer(text: str, currency: str, translate: Translate) -> str:
    """What may be given as it stands in a policy: with its currency, and the amount at its end."""
    return offer(text, currency, translate(_("{what} up to {amount}")), translate(_("money off")))


def _in_currency(trade: Trade, currency: str) -> str:
    """The text of a trade with its own prices in another currency; they are examples in any."""
    text = trade.policy.strip("\n")
    if currency == usual_currency(trade.language):
        return text
    return _PRICE.sub(lambda found: amount_in(found[1] or found[2], currency), text)


class _Filling(NamedTuple):
    """What the places of a trade's text are filled with."""

    answers: Answers
    trade: Trade
    translate: Translate


def _values(answers: Answers, trade: Trade, translate: Translate) -> Mapping[str, str]:
    """What stands in each place that holds one text."""
    language, currency = answers.language or "en", currency_of(answers)
    return {
        "organisation": answers.organisation or "",
        "language": _REGIONS.get((language, currency)) or _REGIONS.get((language, None)) or language,
        "currency": currency,
        "feel": answers.feel or "",
        "hours": answers.hours or "",
        "decider": answers.decider or "",
        "may_give": as_offer(answers.may_give or "", currency, translate),
        "opening": answers.opening or "",
        "sounds_like": trade.sounds_like(answers.opening or ""),
        "goal": answers.goal or "",
        "notice": answers.notice or "",
        "review": answers.review or "",
    }


def _filled(lines: list[str], filling: _Filling) -> Iterator[str]:
    """The lines with every place filled; a line whose only text is an empty answer is left out.

    Why a goal serves the mission is left out where the goal is somebody's own: the trade's reason is that of its own.
    """
    values = _values(*filling)
    is_own_goal = not filling.trade.notice(filling.answers.goal or "")
    for line in lines:
        found = _LINE.fullmatch(line)
        if is_own_goal and found and found["key"] == "serves_mission":
            continue
        if not _PLACE.search(line) or found is None:
            yield line
        elif found["value"] == "<ways>":
            yield f"{found['key']}:"
            yield from _ways(filling.answers)
        elif found["key"] == "<promises>":
            told = promises(*filling).items()
            yield from (f"{found['indent']}{key(name)}: {scalar(limit)}" for name, limit in told)
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


def promises(answers: Answers, trade: Trade, translate: Translate) -> Mapping[str, str]:
    """The promise for each way in, and how fast it is kept."""
    return {_promise(way, answers.within[way], trade, translate): answers.within[way] for way in answers.ways}


def _promise(way: str, limit: str, trade: Trade, translate: Translate) -> str:
    """What is promised on a way in: a phone is answered after so many rings, or rung back some time later."""
    known = trade.way(way)
    if known is None:
        return way
    if kind_of_way(way) == "phone" and (of_rings := _is_of_rings(limit)) is (not _is_of_rings(known.within)):
        return translate(_("Somebody on the phone") if of_rings else _("A call back after a missed phone call"))
    return known.promise


def _is_of_rings(text: str) -> bool | None:
    """Whether so long is waited at the phone, and not for a call back; None where it may be either, as of minutes."""
    limit = read_limit(text)
    if isinstance(limit, Duration):
        return None if limit.unit is Unit.MINUTE else limit.unit in _AT_THE_PHONE
    return tidy(text).casefold() in WHOLE_LIMITS


_AT_THE_PHONE = frozenset({Unit.RING, Unit.SECOND})


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
