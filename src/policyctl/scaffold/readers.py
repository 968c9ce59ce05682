"""Read one answer: hours, lengths of time, money and dates in any way in which people write them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from policyctl import lexicon
from policyctl.meaning.figures import Kind, read_figures
from policyctl.scaffold.meant import every, kind_of_way
from policyctl.scaffold.scalars import key
from policyctl.scaffold.trades import languages, trade_names
from policyctl.schema.grammar.texts import LONGEST
from policyctl.schema.quantities import (
    Clock,
    Date,
    Duration,
    Frequency,
    OverlapError,
    QuantityError,
    Unit,
    Week,
    Words,
    find_money,
    has_figure,
    read_limit,
)
from policyctl.schema.quantities.amounts import CODES, Count
from policyctl.schema.quantities.limits import check_limit, split_promise
from policyctl.source.decoding import clean

LONGEST_NAME = 1_000
"""Characters of a name as it is written: YAML takes no key that is longer."""


def _(message: str) -> str:
    """Marks a text for the catalogues; who tells it translates it."""
    return message


class Unclear(ValueError):  # noqa: N818  It is no error of a program: a question is asked again.
    """An answer that was not understood: a sentence in English, with `{text}` for what was written, and an example.

    `count` stands at `{count}`: how many there are to choose from.
    """

    def __init__(self, message: str, text: str, example: str = "", count: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.text = " ".join(text.split())
        self.example = example
        self.count = count

    def said(self, translate: Callable[[str], str]) -> str:
        """The sentence in the language of a conversation."""
        return translate(self.message).replace("{count}", str(self.count)).replace("{text}", self.text)

    def for_example(self, translate: Callable[[str], str]) -> str:
        """What to write instead, in that language; empty where nothing can be said."""
        return translate(_("For example: {text}")).replace("{text}", translate(self.example)) if self.example else ""


NONE_OF_THESE = _("“{text}” is none of these. Write a number from 1 to {count}.")
"""What is said where something else is written than one of what is offered."""


def read_answer(name: str, text: str) -> str:
    """The answer to a question by the field that it fills, without needless spaces; raises Unclear."""
    return _READERS.get(name, read_text)(text)


def read_text(text: str) -> str:
    """Words of one's own, which may run over several lines; what nobody can see becomes a space."""
    seen, _unseen = clean(text)
    kept = "\n".join(" ".join(line.split()) for line in seen.strip().split("\n")).strip()
    if not kept:
        raise Unclear(_("An answer is missing here."), text)
    if len(kept) > LONGEST:
        raise Unclear(_("This is longer than any page has room for."), "")
    return kept


def read_name(text: str) -> str:
    """Words that become a name in the policy, on one line."""
    name = " ".join(read_text(text).split())
    if len(name) > LONGEST_NAME or len(key(name)) > LONGEST_NAME:
        raise Unclear(_("This is longer than a name may be."), "")
    return name


def read_hours(text: str) -> str:
    """Opening hours."""
    line = read_name(text)
    try:
        Week.read(line)
    except OverlapError as why:
        said = _("In “{text}” two of the times on one day overlap.")
        raise Unclear(said, text, _("Tue-Sat 9:00-17:30, Thu 13:00-20:00")) from why
    except QuantityError as why:
        raise Unclear(_("“{text}” does not read as opening hours."), text, _("Mon-Fri 9:00-17:30, Sat 9-13")) from why
    return line


def read_within(text: str) -> str:
    """How fast somebody is answered, without the little word before it."""
    line = read_name(text)
    if at_once := _at_once(line):
        return at_once
    example = _("3 minutes, 4 business hours, 1 working day")
    limit = read_limit(line)
    try:
        check_limit(limit, counts=False)
    except QuantityError as why:
        raise Unclear(_("“{text}” does not say how long: minutes, hours, days?"), text, example) from why
    if isinstance(limit, Words) and "says" in split_promise(line):
        raise Unclear(_("“{text}” does not read as a length of time."), text, example)
    return line


def _at_once(line: str) -> str:
    """The word of its language for answering at once, where that is what a text says; empty otherwise."""
    found = (each for each in lexicon.languages() if line.casefold() in lexicon.load("conversation.at_once", each))
    return next((str(lexicon.load("conversation.immediately", each)) for each in found), "")


def read_within_on(way: str, text: str) -> str:
    """How fast somebody is answered on a way in, which has to be a phone where it is counted in rings."""
    line = read_within(text)
    limit = read_limit(line)
    rings = isinstance(limit, Duration) and limit.unit is Unit.RING
    if kind_of_way(way) not in _MAY_RING and (rings or isinstance(limit, Count)):
        example = _("3 minutes, 4 business hours, 1 working day")
        raise Unclear(_("Only a phone rings. How long is “{text}”, in minutes, hours or days?"), text, example)
    return line


def read_typed_within(way: str, text: str, show: Callable[[Duration], str]) -> str:
    """As `read_within_on`, for somebody who can be asked again; `show` writes a length of time.

    Hours and days have to say whether they run on while everybody is at home, and `10 times` at a phone is rings.
    """
    line = read_within_on(way, text)
    limit = read_limit(line)
    if isinstance(limit, Count) and limit.of is None and kind_of_way(way) == "phone":
        return show(Duration(Decimal(limit.amount), Unit.RING))
    if isinstance(limit, Duration) and limit.clock is None and limit.unit in _RUNS_ON:
        open_hours = Clock.WORKING if limit.unit is Unit.DAY else Clock.BUSINESS
        example = ", ".join(show(replace(limit, clock=clock)) for clock in (open_hours, Clock.CALENDAR))
        raise Unclear(_("Does “{text}” run on while you are closed? Write which of the two you mean."), text, example)
    return line


_MAY_RING = frozenset({"phone", ""})
_RUNS_ON = frozenset({Unit.HOUR, Unit.DAY})
"""Units that do not say by themselves whether they count the hours and days when nobody is there."""


def read_may_give(text: str) -> str:
    """What may be given, up to how much: a figure in it has to be understood, as money or as something else."""
    line = read_name(text)
    if has_figure(line) and find_money(line) is None and not _says_what_it_counts(line):
        raise Unclear(_("The amount in “{text}” is not understood."), text, _("a refund or a replacement up to £20"))
    return line


def _says_what_it_counts(line: str) -> bool:
    """Whether a figure is days, a share, so many of something, or a number in digits, which is money."""
    figures = read_figures(line)
    return bool(figures) and all(
        figure.kind is not Kind.COUNT or len(figure.words.split()) > 1 or figure.words.isdecimal() for figure in figures
    )


def read_decider(text: str) -> str:
    """Who decides: a name or a post, without what follows it in a sentence, and in capitals where a name has them."""
    words = read_name(text).rstrip(".!").split()
    verbs = (at for at, word in enumerate(words) if at and word.casefold().strip(",") in every("decides"))
    end = next(verbs, len(words)) if words[:1] and words[0].casefold() not in every("whoever") else len(words)
    line = " ".join(words[:end]).rstrip(",;: ")
    whole = " ".join(words).casefold()
    if whole in every("me") or line.casefold() in every("me"):
        raise Unclear(_("What is your name, or the name of your post?"), text, _("Rosa, or the owner"))
    if whole in every("nobody") or line.casefold() in every("nobody"):
        raise Unclear(_("Somebody has to: whom does everybody ask in the end?"), text, _("Rosa, or the owner"))
    if len(line.split()) > _LONGEST_NAME or "," in line:
        raise Unclear(
            _("“{text}” is more than a name. It stands in the middle of sentences."), text, _("Rosa, or the owner")
        )
    return _in_capitals(line)


_LONGEST_NAME = 6
"""Words; `whoever is on duty at the time` is a name here."""


def begin_with_capital(text: str) -> str:
    """What becomes a name on a page, with a capital where it was typed in small letters."""
    first = text.split(maxsplit=1)[0]
    return text[0].upper() + text[1:] if first.islower() and first[0].isalpha() else text


def _in_capitals(line: str) -> str:
    """A name that was typed in small letters as names are written, and a post with its article."""
    words = line.split()
    if line != line.casefold() or len(words) > 2 or not all(word.replace("-", "").isalpha() for word in words):
        return line
    for language in lexicon.languages():
        if line in lexicon.load("conversation.posts", language):
            return f"{lexicon.load('conversation.article', language)} {line}"
    if words[0] in lexicon.words("conversation.determiners", "en"):
        return line
    return " ".join(word if word in every("determiners") else word[0].upper() + word[1:] for word in words)


def read_review(text: str) -> str:
    """How often something is read again, or the day on which it is."""
    line = read_name(text)
    if Frequency.find(line) is None and Date.find(line) is None:
        raise Unclear(_("“{text}” does not say how often, and is no date."), text, _("every 6 months, 1 March 2027"))
    return line


def read_language(text: str) -> str:
    """A language that there are trades in."""
    return _one_of(text, languages())


def read_trade(text: str) -> str:
    """A trade that there is."""
    return _one_of(text, trade_names(languages()[0]))


def read_currency(text: str) -> str:
    """A currency by its code, in capitals or not."""
    code = read_name(text).upper()
    if code not in CODES.split("|"):
        raise Unclear(_("“{text}” is not known here."), text, "GBP, EUR, USD")
    return code


def _one_of(text: str, names: tuple[str, ...]) -> str:
    name = read_name(text).casefold()
    if name not in names:
        raise Unclear(_("“{text}” is not known here."), text, ", ".join(names))
    return name


_READERS: Mapping[str, Callable[[str], str]] = MappingProxyType({
    "language": read_language, "trade": read_trade, "ways": read_name, "addresses": read_name, "hours": read_hours,
    "within": read_within, "decider": read_name, "may_give": read_may_give, "goal": read_name, "notice": read_name,
    "review": read_review, "currency": read_currency,
})  # fmt: skip
