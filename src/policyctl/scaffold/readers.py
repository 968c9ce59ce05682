"""Read one answer: hours, lengths of time, money and dates in any way in which people write them."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from policyctl.scaffold.scalars import key
from policyctl.scaffold.trades import languages, trade_names
from policyctl.schema.grammar.texts import LONGEST
from policyctl.schema.quantities import (
    Date,
    Frequency,
    OverlapError,
    QuantityError,
    Week,
    Words,
    amount_off,
    find_money,
    has_figure,
    read_limit,
)
from policyctl.schema.quantities.limits import check_limit
from policyctl.source.decoding import clean

LONGEST_NAME = 1_000
"""Characters of a name as it is written: YAML takes no key that is longer."""


def _(message: str) -> str:
    """Marks a text for the catalogues; who tells it translates it."""
    return message


class Unclear(ValueError):  # noqa: N818  It is no error of a program: a question is asked again.
    """An answer that was not understood: a sentence in English, with `{text}` for what was written, and an example."""

    def __init__(self, message: str, text: str, example: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.text = " ".join(text.split())
        self.example = example

    def said(self, translate: Callable[[str], str]) -> str:
        """The sentence in the language of a conversation."""
        return translate(self.message).replace("{text}", self.text)

    def for_example(self, translate: Callable[[str], str]) -> str:
        """What to write instead, in that language; empty where nothing can be said."""
        return translate(_("For example: {text}")).replace("{text}", translate(self.example)) if self.example else ""


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
    example = _("3 minutes, 4 business hours, 1 working day")
    limit = read_limit(line)
    try:
        check_limit(limit, counts=False)
    except QuantityError as why:
        raise Unclear(_("“{text}” does not say how long: minutes, hours, days?"), text, example) from why
    if isinstance(limit, Words):
        raise Unclear(_("“{text}” does not read as a length of time."), text, example)
    return line


def read_may_give(text: str) -> str:
    """What may be given, up to how much: a figure in it has to be an amount that is understood."""
    line = read_name(text)
    if has_figure(line) and find_money(line) is None and amount_off(line) is None:
        raise Unclear(_("The amount in “{text}” is not understood."), text, _("a refund or a replacement up to £20"))
    return line


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


def _one_of(text: str, names: tuple[str, ...]) -> str:
    name = read_name(text).casefold()
    if name not in names:
        raise Unclear(_("“{text}” is not known here."), text, ", ".join(names))
    return name


_READERS: Mapping[str, Callable[[str], str]] = MappingProxyType({
    "language": read_language, "trade": read_trade, "ways": read_name, "addresses": read_name, "hours": read_hours,
    "within": read_within, "decider": read_name, "may_give": read_may_give, "goal": read_name, "notice": read_name,
    "review": read_review,
})  # fmt: skip
