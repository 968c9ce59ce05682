"""Ask the questions of a first policy on a terminal, in plain lines that fit any width and any screen reader."""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from policyctl.cli.plain import NAMES
from policyctl.cli.streams import terminal, write_out
from policyctl.errors import PolicyctlError
from policyctl.rendering.language import Language, LocaleFormatter
from policyctl.reporters import Look
from policyctl.reporters.layout import BOLD, paint, wrapped
from policyctl.scaffold.answers import BY_WAY, Answers, complete, forget, ready_within, said_of
from policyctl.scaffold.meant import amount_in, every, kind_of_way, parts_of, trades_meant, way_meant
from policyctl.scaffold.questions import ADDRESS, KEEPS_ADDRESS, NOTICE, QUESTIONS, WORDS_BY_KIND, Kind, Question
from policyctl.scaffold.readers import (
    NONE_OF_THESE,
    Unclear,
    begin_with_capital,
    read_answer,
    read_decider,
    read_typed_within,
)
from policyctl.scaffold.trades import Trade, languages, load_trade, trade_names
from policyctl.scaffold.writing import as_offer, usual_currency
from policyctl.schema.quantities import find_money

BACK = "<"
LATER = ("later", "später", "spaeter")
"""What somebody types to go back, and to leave with their answers kept."""

NOTHING = ("-", "–", "—")
"""What somebody types to leave out an address that is there."""

CARD = ("card", "karte")
"""What somebody types to see the whole card before anything is written."""

_INDENT = "  "


def _(message: str) -> str:
    """Marks a text for the catalogues; who tells it translates it."""
    return message


class Later(Exception):  # noqa: N818  It is no error: somebody leaves, and goes on another time.
    """Somebody leaves, and their answers are to be kept."""


class _Back(Exception):  # noqa: N818  As above.
    """Somebody wants to see the question before."""


class _Agreed(Exception):  # noqa: N818  As above.
    """Somebody has seen what comes of it, and wants it."""


class Step(NamedTuple):
    """One line to be answered: a question, for one way in where it is asked for each."""

    question: Question
    way: str | None = None


class Choice(NamedTuple):
    """What can be picked: the answer, what is shown of it, and what is shown behind that."""

    answer: str
    shown: str
    about: str = ""


class Shown(NamedTuple):
    """What is shown of the answers before they are written: in short, and as the whole card."""

    in_short: Callable[[Answers, Trade], str]
    card: Callable[[Answers, Trade], str]


@dataclass
class Conversation:
    """The answers so far; `found` gives those that an older text has ready for a trade.

    `look` is what the terminal can show. `aside` holds answers that are asked for again, ready in the brackets.
    """

    answers: Answers
    look: Look
    found: Callable[[Trade], Answers]
    aside: Answers = field(default_factory=Answers)

    @classmethod
    def begin(cls, answers: Answers, found: Callable[[Trade], Answers]) -> "Conversation":
        """Begin with what is answered already, in the language of the terminal unless another was chosen."""
        return cls(answers, terminal(), found)

    @property
    def trade(self) -> Trade:
        """The trade that is spoken of, its offer in the terminal's currency; a shop until another is chosen."""
        language = self.answers.language or usual_language()
        trade = load_trade(language, self.answers.trade or trade_names(language)[0])
        return replace(trade, ready={**trade.ready, "may_give": _in_currency(trade.ready["may_give"], self.currency)})

    @property
    def currency(self) -> str:
        """The currency of where the terminal is, if it speaks the language of the conversation."""
        language = self.answers.language or usual_language()
        return self.answers.currency or currency_there(language) or usual_currency(language)

    @property
    def translate(self) -> Callable[[str], str]:
        """Gives a text of ours in the language of the conversation."""
        return LocaleFormatter(self.trade.language).gettext

    def kept(self) -> Answers:
        """All that was answered, for another time."""
        return self.answers.or_else(self.aside).without_strays() if self.answers.ways else self.answers

    def ask(self, shown: Shown) -> Answers:
        """Ask what is not answered yet, show what comes of it, and give the answers once they are agreed to.

        Raises Later where somebody leaves, KeyboardInterrupt where they want nothing.
        """
        _ = self.translate
        self.say(
            _("Twelve questions, and an answer ready for each: Enter takes the one in brackets."),
            _("< goes back. The word “later” leaves and keeps your answers; Ctrl-C keeps nothing."),
        )
        step = self._next()
        while True:
            try:
                step = self._ask(step) if step else self._agree(shown)
            except _Back:
                step = self._before(step)
                continue
            except _Agreed:
                return complete(self._in_currency(), self.trade)

    def _in_currency(self) -> Answers:
        """The answers with the currency of where the terminal is, unless another is known."""
        known = self.answers.currency or self.currency
        return self.answers.but(currency=None if known == usual_currency(self.trade.language) else known)

    def _agree(self, shown: Shown) -> Step | None:
        """Show what comes of the answers; give the question that is to be asked again, or raise _Agreed."""
        _ = self.translate
        try:
            in_short = shown.in_short(complete(self._in_currency(), self.trade), self.trade)
        except PolicyctlError as why:
            return self._mend(shown, why)
        write_out(f"\n{in_short}\n")
        how = _("Enter writes the policy; a number from 1 to 12 asks that question again. “card” shows the whole card.")
        self.say(how)
        while (said := self._line("> ")) and said.casefold() not in every("yes"):
            if said.isdecimal() and 1 <= int(said) <= len(QUESTIONS):
                return self._again(QUESTIONS[int(said) - 1])
            if said.casefold() in CARD:
                write_out(f"\n{shown.card(complete(self._in_currency(), self.trade), self.trade)}\n")
                self.say(how)
            else:
                self.say(_("“{text}” is none of these: Enter, or a number from 1 to 12.").replace("{text}", said))
        raise _Agreed

    def _again(self, question: Question) -> Step | None:
        """The first step of a question that is asked again; what was said of each way in is asked for each."""
        self.aside = self.answers.or_else(self.aside)
        if by_way := {"within": "within", "ways": "addresses"}.get(question.id):
            self.answers = self.answers.but(**{by_way: {}})
        return self._next() if question.kind is Kind.EACH else Step(question)

    def _mend(self, shown: Shown, why: PolicyctlError) -> Step:
        """Find the answer with which no policy can be written, take it back, and say so.

        One answer after another, from the last, is tried with what the trade has ready, until it can be written.
        """
        _ = self.translate
        given = self.answers
        for step in reversed([step for step in self._steps() if step.question.kind is not Kind.ONE_OF]):
            given = _without(given, step)
            try:
                shown.in_short(complete(given, self.trade), self.trade)
            except PolicyctlError:
                continue
            said = _("“{text}” cannot stand in the policy like that. Please put it in other words.")
            write_out("\n")
            self.say(said.replace("{text}", self._said(step)))
            self.answers = _without(self.answers, step)
            return step
        raise why

    def _said(self, step: Step) -> str:
        value = getattr(complete(self.answers, self.trade), step.question.id)
        return ", ".join(value) if isinstance(value, tuple) else str(value.get(step.way, "") if step.way else value)

    # ---- the order of questions ---------------------------------------------------------------------------------

    def _steps(self) -> Iterator[Step]:
        for question in QUESTIONS:
            if question.kind is Kind.EACH:
                yield from (Step(question, way) for way in self.answers.ways)
            else:
                yield Step(question)
            if question.id == "ways":
                yield from (Step(ADDRESS, way) for way in self.answers.ways)
            if question.id == "goal" and self.answers.goal and not self.trade.notice(self.answers.goal):
                yield Step(NOTICE)

    def _next(self) -> Step | None:
        """The first that is not answered."""
        return next((step for step in self._steps() if not self._is_answered(step)), None)

    def _before(self, step: Step | None) -> Step:
        """The step before; the first has none before it."""
        steps = [*self._steps()]
        at = steps.index(step) if step else len(steps)
        return steps[max(at - 1, 0)]

    def _is_answered(self, step: Step) -> bool:
        value = getattr(self.answers, step.question.id)
        return step.way in value if step.question.id in BY_WAY else bool(value)

    # ---- one question -------------------------------------------------------------------------------------------

    def _ask(self, step: Step) -> Step | None:
        """Ask until it is understood; give the next that is not answered."""
        choices = self._choices(step.question)
        self._show(step, choices)
        while True:
            said = self._line("> ")
            try:
                self._take(step, said, choices)
            except Unclear as why:
                self.say(why.said(self.translate), *filter(None, [why.for_example(self.translate)]))
            else:
                return self._next()

    def _show(self, step: Step, choices: Sequence[Choice]) -> None:
        question = step.question
        number = next((at for at, each in enumerate(QUESTIONS, 1) if each.id == question.id), 0)
        ready = self._ready_shown(step, choices)
        asks, helps = self._words(step, ready)
        title = f"{step.way}: {asks}" if step.way else asks
        count = f"{number}/{len(QUESTIONS)} " if number and step.way in (None, *self.answers.ways[:1]) else ""
        write_out("\n")
        for line in wrapped(count + title, self.look.width, ""):
            write_out(paint(line, BOLD, self.look) + "\n")
        self.say(helps)
        for at, choice in enumerate(choices, 1):
            mark = f"{at}".rjust(2)
            self.say(f"{choice.shown}{choice.about}", mark=mark)
        if ready:
            self.say(f"[{ready}]")

    def _words(self, step: Step, ready: str) -> tuple[str, str]:
        """How a question is put, and its help: as the trade does, or by the kind of the way in, or as to everybody."""
        question, _ = step.question, self.translate
        by_kind = WORDS_BY_KIND.get((question.id, kind_of_way(step.way or "")), (question.asks, question.help))
        wording = self.trade.wording.get(question.id)
        helps = KEEPS_ADDRESS if ready and question.id == "addresses" else by_kind[1]
        return (wording and wording.asks) or _(by_kind[0]), (wording and wording.help) or _(helps)

    def _choices(self, question: Question) -> tuple[Choice, ...]:
        trade = self.trade
        match question.id:
            case "language":
                return tuple(Choice(each, NAMES.get(each, each)) for each in languages())
            case "trade":
                found = [load_trade(trade.language, name) for name in trade_names(trade.language)]
                return tuple(Choice(each.id, each.name, f": {each.about}") for each in found)
            case "ways":
                own = [way for way in self.answers.ways if not trade.way(way)]
                return tuple(Choice(name, name) for name in (*(way.name for way in trade.ways), *own))
            case "opening":
                return tuple(Choice(each.say, each.say, f" ({each.sounds_like})") for each in trade.openings)
            case "goal":
                return tuple(Choice(each.goal, each.goal, f" ({each.notice})") for each in trade.aims)
            case _:
                return ()

    def _ready(self, step: Step) -> str:
        """The answer that Enter takes; empty where none is needed."""
        name, given = step.question.id, self.answers.or_else(self.aside).or_else(self.found(self.trade))
        if name == "addresses":
            return said_of(step.way or "", given.addresses)
        if name == "within":
            return said_of(step.way or "", given.within) or ready_within(step.way or "", self.trade)
        if name == "notice":
            return given.notice or ""
        if name == "language":
            return self.trade.language
        if name == "trade":
            return self.trade.id
        whole = getattr(complete(given, self.trade), name)
        return ", ".join(whole) if name == "ways" else str(whole)

    def _ready_shown(self, step: Step, choices: Sequence[Choice]) -> str:
        ready = self._ready(step)
        numbers = {choice.answer: str(at) for at, choice in enumerate(choices, 1)}
        if step.question.id == "ways":
            return ", ".join(numbers[way] for way in complete(self.answers, self.trade).ways)
        return numbers.get(ready, ready)

    def _take(self, step: Step, said: str, choices: Sequence[Choice]) -> None:
        """Take what was said, or with nothing said what is ready; tell how it was read where that is not plain."""
        name, given = step.question.id, self.answers
        ready = "" if said else self._ready(step)
        match step.question.kind:
            case Kind.EACH:
                text = "" if said in NOTHING and name == "addresses" else self._read(step, said) if said else ready
                self.answers = given.but(**{name: {**getattr(given, name), step.way or "": text}})
            case Kind.SEVERAL:
                ways = self._several(said or ready, choices)
                self.answers = given.but(ways=ways).without_strays()
            case Kind.ONE_OF:
                picked = self._one_of(said or ready, choices)
                changed = getattr(given, name) not in (None, picked)
                self.answers = (forget(given, self.trade) if changed else given).but(**{name: picked})
                self.aside = Answers() if changed else self.aside
            case Kind.ONE_OR_OWN | Kind.TEXT:
                text = ready or _picked(said, choices) or self._own(step, said, choices)
                notice = {"notice": None} if name == "goal" and text != given.goal else {}
                self.answers = given.but(**{name: text, **notice})

    def _own(self, step: Step, said: str, choices: Sequence[Choice]) -> str:
        if choices and said.isdecimal():
            raise Unclear(NONE_OF_THESE, said, count=len(choices))
        return self._read(step, said)

    def _read(self, step: Step, said: str) -> str:
        """An answer as it is understood; what is written otherwise than it was typed is told."""
        name = step.question.id
        if name == "decider":
            text = read_decider(said)
        elif name == "within":
            text = read_typed_within(step.way or "", said, Language(self.trade.language).words)
        elif name == "may_give":
            text = as_offer(read_answer(name, said), self.currency, self.translate)
        else:
            text = read_answer(name, said)
        text = begin_with_capital(text) if name in ("goal", "notice") else text
        if text.casefold() != said.casefold():
            self._tell(text)
        return text

    def _tell(self, text: str) -> None:
        _ = self.translate
        self.say(_("Read as: {text}").replace("{text}", text))

    def _one_of(self, said: str, choices: Sequence[Choice]) -> str:
        """The choice that was meant: by its number, its name, or any word for it."""
        if found := _picked(said, choices):
            return found
        language = self.trade.language
        by_id = {choice.answer: str(at) for at, choice in enumerate(choices, 1)}
        meant = trades_meant(said, [load_trade(language, each) for each in trade_names(language) if each in by_id])
        if len(meant) > 1:
            raise Unclear(_("“{text}” may be more than one of these."), said, ", ".join(by_id[each] for each in meant))
        if not meant:
            raise Unclear(NONE_OF_THESE, said, count=len(choices))
        self._tell(load_trade(language, meant[0]).name)
        return meant[0]

    def _several(self, said: str, choices: Sequence[Choice]) -> tuple[str, ...]:
        """The ways in that were meant; those by another name, and those that are new, are told."""
        picked = several(said, choices)
        _ = self.translate
        known = [way.name for way in self.trade.ways]
        new = [way for way in picked if way not in [choice.answer for choice in choices]]
        if not all(_picked(word, choices) or begin_with_capital(word) in new for word in _each_way(said, choices)):
            self._tell(", ".join(way for way in picked if way in known))
        if new:
            self.say(_("New: {ways}. If that is not one way in, < goes back.").replace("{ways}", ", ".join(new)))
        return picked

    # ---- the terminal -------------------------------------------------------------------------------------------

    def say(self, *texts: str, mark: str = "") -> None:
        """Write each text in lines that fit, behind a mark where there is one."""
        indent = _INDENT + " " * (len(mark) + 2) if mark else _INDENT
        for text in texts:
            first, *others = wrapped(text, self.look.width, indent) or [""]
            write_out(f"{_INDENT}{mark}  {first.strip()}\n" if mark else f"{first}\n")
            for line in others:
                write_out(f"{line}\n")

    def _line(self, prompt: str) -> str:
        said = read_line(prompt)
        if said is None or said.casefold() in LATER:
            raise Later
        if said == BACK:
            raise _Back
        return said

    def confirm(self, question: str) -> bool:
        """Whether somebody says yes; Enter does."""
        return confirm(question, self.look, self.translate)


def confirm(question: str, look: Look, translate: Callable[[str], str]) -> bool:
    """Whether somebody says yes to a question; Enter does."""
    for line in wrapped(question, look.width, _INDENT):
        write_out(f"{line}\n")
    write_out(f"{_INDENT}[{translate(_('yes'))}]\n")
    said = read_line("> ")
    return said is not None and (said == "" or said.casefold() in every("yes"))


def read_line(prompt: str) -> str | None:
    """A line from the keyboard, which may be edited while it is typed; None where there comes no more."""
    import contextlib

    with contextlib.suppress(ImportError):
        import readline  # noqa: F401  It makes `input` a line that can be edited.
    try:
        return " ".join(input(prompt).split())
    except EOFError:
        write_out("\n")
        return None
    except KeyboardInterrupt:
        write_out("\n")
        raise


def usual_language() -> str:
    """The language of the terminal, where there are trades in it; English otherwise."""
    tag = _tag()
    return tag[:2] if tag[:2] in languages() else "en"


def _tag() -> str:
    return os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""


def _without(answers: Answers, step: Step) -> Answers:
    """The answers without the one of a step."""
    name = step.question.id
    if step.way is None:
        return answers.but(**{name: () if name == "ways" else None})
    return answers.but(**{name: {way: text for way, text in getattr(answers, name).items() if way != step.way}})


def currency_there(language: str) -> str | None:
    """The currency of the country that the terminal is set to, where its language is this one."""
    from babel.numbers import get_territory_currencies

    found = re.match(r"([a-z]{2})[_-]([A-Z]{2})", _tag())
    if found is None or found[1] != language:
        return None
    return next(iter(get_territory_currencies(found[2])), None)


def _in_currency(offer: str, currency: str) -> str:
    """What a trade has ready, in another currency than that of its language."""
    money = find_money(offer)
    if money is None or money.currency == currency:
        return offer
    return offer.replace(money.text, amount_in(f"{money.amount:f}", currency))


def several(said: str, choices: Sequence[Choice]) -> tuple[str, ...]:
    """Those that were meant, in the order in which they are offered: numbers, or words for them, or new ones."""
    picked = [_picked(word, choices) or _own_way(word, choices) for word in _each_way(said, choices)]
    if not picked:
        raise Unclear(_("An answer is missing here."), said, "1, 2")
    offered = [choice.answer for choice in choices]
    order = {answer: at for at, answer in enumerate((*offered, *(each for each in picked if each not in offered)))}
    first = {each.casefold(): each for each in reversed(picked)}
    return tuple(sorted(first.values(), key=order.__getitem__))


def _each_way(said: str, choices: Sequence[Choice]) -> list[str]:
    parts = parts_of(said, [choice.answer for choice in choices])
    return [word for part in parts for word in _numbers_first(part.split())]


def _numbers_first(words: list[str]) -> Iterator[str]:
    """The numbers with which words begin, each for itself, and then the rest of them: `1 2 Fax`."""
    while words and words[0].isdecimal():
        yield words.pop(0)
    if words:
        yield " ".join(words)


def _own_way(word: str, choices: Sequence[Choice]) -> str:
    if word.strip().isdecimal():
        raise Unclear(NONE_OF_THESE, word, count=len(choices))
    return way_meant(word, [choice.answer for choice in choices]) or begin_with_capital(read_answer("ways", word))


def _picked(said: str, choices: Sequence[Choice]) -> str | None:
    word = said.strip().casefold()
    for at, choice in enumerate(choices, 1):
        if word in (str(at), choice.answer.casefold(), choice.shown.casefold()):
            return choice.answer
    return None
