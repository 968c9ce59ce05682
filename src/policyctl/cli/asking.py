"""Ask the questions of a first policy on a terminal, in plain lines that fit any width and any screen reader."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from policyctl.cli.streams import terminal, write_out
from policyctl.rendering.language import LocaleFormatter
from policyctl.reporters import Look
from policyctl.reporters.layout import BOLD, paint, wrapped
from policyctl.scaffold.answers import BY_WAY, Answers, complete, forget, ready_within, said_of
from policyctl.scaffold.questions import ADDRESS, NOTICE, QUESTIONS, Kind, Question
from policyctl.scaffold.readers import Unclear, read_answer
from policyctl.scaffold.trades import Trade, languages, load_trade, trade_names

BACK = "<"
LATER = ("later", "später", "spaeter")
"""What somebody types to go back, and to leave with their answers kept."""

NAMES = {"en": "English", "de": "Deutsch"}

_INDENT = "  "


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


@dataclass
class Conversation:
    """The answers so far; `found` gives those that an older text has ready for a trade.

    `look` is what the terminal can show.
    """

    answers: Answers
    look: Look
    found: Callable[[Trade], Answers]

    @classmethod
    def begin(cls, answers: Answers, found: Callable[[Trade], Answers]) -> "Conversation":
        """Begin with what is answered already, in the language of the terminal unless another was chosen."""
        return cls(answers, terminal(), found)

    @property
    def trade(self) -> Trade:
        """The trade that is spoken of; a shop until another is chosen."""
        language = self.answers.language or usual_language()
        return load_trade(language, self.answers.trade or trade_names(language)[0])

    @property
    def translate(self) -> Callable[[str], str]:
        """Gives a text of ours in the language of the conversation."""
        return LocaleFormatter(self.trade.language).gettext

    def ask(self, review: Callable[[Answers, Trade], str]) -> Answers:
        """Ask what is not answered yet, show what comes of it, and give the answers once they are agreed to.

        `review` gives what is shown. Raises Later where somebody leaves, KeyboardInterrupt where they want nothing.
        """
        _ = self.translate
        self.say(
            _("Twelve questions, and an answer ready for each: Enter takes the one in brackets."),
            _("< goes back. The word “later” leaves and keeps your answers; Ctrl-C keeps nothing."),
        )
        step = self._next()
        while True:
            try:
                step = self._ask(step) if step else self._agree(review)
            except _Back:
                step = self._before(step)
                continue
            except _Agreed:
                return complete(self.answers, self.trade)

    def _agree(self, review: Callable[[Answers, Trade], str]) -> Step:
        """Show what comes of the answers; give the question that is to be asked again, or raise _Agreed."""
        _ = self.translate
        write_out(f"\n{review(complete(self.answers, self.trade), self.trade)}\n")
        self.say(_("This is your card. Enter writes the policy; a number from 1 to 12 asks that question again."))
        while said := self._line("> "):
            if said.isdecimal() and 1 <= int(said) <= len(QUESTIONS):
                question = QUESTIONS[int(said) - 1]
                return Step(question, self.answers.ways[0] if question.kind is Kind.EACH else None)
            self.say(_("“{text}” is none of these.").replace("{text}", said))
        raise _Agreed

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
                self._take(step, said or self._ready(step), choices)
            except Unclear as why:
                self.say(why.said(self.translate), *filter(None, [why.for_example(self.translate)]))
            else:
                return self._next()

    def _show(self, step: Step, choices: Sequence[Choice]) -> None:
        question, _ = step.question, self.translate
        number = next((at for at, each in enumerate(QUESTIONS, 1) if each.id == question.id), 0)
        wording = self.trade.wording.get(question.id)
        asks = (wording and wording.asks) or _(question.asks)
        helps = (wording and wording.help) or _(question.help)
        title = f"{step.way}: {asks}" if step.way else asks
        count = f"{number}/{len(QUESTIONS)} " if number and step.way in (None, *self.answers.ways[:1]) else ""
        write_out("\n")
        for line in wrapped(count + title, self.look.width, ""):
            write_out(paint(line, BOLD, self.look) + "\n")
        self.say(helps)
        for at, choice in enumerate(choices, 1):
            mark = f"{at}".rjust(2)
            self.say(f"{choice.shown}{choice.about}", mark=mark)
        if ready := self._ready_shown(step, choices):
            self.say(f"[{ready}]")

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
        name, given = step.question.id, self.answers.or_else(self.found(self.trade))
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
        name, given = step.question.id, self.answers
        match step.question.kind:
            case Kind.EACH:
                text = read_answer(name, said) if said or name == "within" else ""
                self.answers = given.but(**{name: {**getattr(given, name), step.way or "": text}})
            case Kind.SEVERAL:
                self.answers = given.but(ways=several(said, choices))
            case Kind.ONE_OF:
                picked = one_of(said, choices)
                changed = getattr(given, name) not in (None, picked)
                self.answers = (forget(given, self.trade) if changed else given).but(**{name: picked})
            case Kind.ONE_OR_OWN | Kind.TEXT:
                text = picked_or_own(name, said, choices)
                notice = {"notice": None} if name == "goal" and text != given.goal else {}
                self.answers = given.but(**{name: text, **notice})

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
        _ = self.translate
        self.say(question, f"[{_('yes')}]")
        said = read_line("> ")
        return said is not None and said.casefold() in ("", "y", "j", "yes", "ja", _("yes"))


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
    tag = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return tag[:2] if tag[:2] in languages() else "en"


def one_of(said: str, choices: Sequence[Choice]) -> str:
    """The choice that was meant: by its number, its name or what stands for it on the command line."""
    found = _picked(said, choices)
    if found is None:
        raise Unclear("“{text}” is none of these.", said, ", ".join(str(at) for at in range(1, len(choices) + 1)))
    return found


def several(said: str, choices: Sequence[Choice]) -> tuple[str, ...]:
    """Those that were meant, in the order in which they are offered: numbers, or words, with commas between them."""
    words = [word for part in said.split(",") for word in _numbers_first(part.split())]
    picked = [_picked(word, choices) or _own_way(word, choices) for word in words]
    if not picked:
        raise Unclear("An answer is missing here.", said, "1, 2")
    offered = [choice.answer for choice in choices]
    order = {answer: at for at, answer in enumerate((*offered, *(each for each in picked if each not in offered)))}
    return tuple(sorted(dict.fromkeys(picked), key=order.__getitem__))


def _numbers_first(words: list[str]) -> Iterator[str]:
    """The numbers with which words begin, each for itself, and then the rest of them: `1 2 Fax`."""
    while words and words[0].isdecimal():
        yield words.pop(0)
    if words:
        yield " ".join(words)


def picked_or_own(name: str, said: str, choices: Sequence[Choice]) -> str:
    """The choice of a number, or the words themselves."""
    found = _picked(said, choices)
    if found is None and choices and said.isdecimal():
        raise Unclear("“{text}” is none of these.", said, ", ".join(str(at) for at in range(1, len(choices) + 1)))
    return found or read_answer(name, said)


def _own_way(word: str, choices: Sequence[Choice]) -> str:
    if word.strip().isdecimal():
        raise Unclear("“{text}” is none of these.", word, ", ".join(str(at) for at in range(1, len(choices) + 1)))
    return read_answer("ways", word)


def _picked(said: str, choices: Sequence[Choice]) -> str | None:
    word = said.strip().casefold()
    for at, choice in enumerate(choices, 1):
        if word in (str(at), choice.answer.casefold(), choice.shown.casefold()):
            return choice.answer
    return None
