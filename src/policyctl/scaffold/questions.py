"""List the questions that a first policy is written from: what each asks, with a line of help and an option.

There are twelve at most. What a way in needs (its address, how fast it is answered) is asked once for each way.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType


def _(message: str) -> str:
    """Marks a text for the catalogues."""
    return message


class Kind(Enum):
    """How an answer is given."""

    TEXT = auto()
    ONE_OF = auto()
    """One of a list, nothing else."""
    ONE_OR_OWN = auto()
    """One of a list, or words of one's own."""
    SEVERAL = auto()
    """Several of a list, or ways of one's own."""
    EACH = auto()
    """A text for each way in."""


@dataclass(frozen=True)
class Question:
    """One question: the field of the answers that it fills, what it asks, and a line of help."""

    id: str
    asks: str
    help: str
    kind: Kind = Kind.TEXT


QUESTIONS: tuple[Question, ...] = (
    Question("language", _("Which language is the policy in?"), _("We speak it from now on, too."), Kind.ONE_OF),
    Question("trade", _("What do you do?"), _("Take what comes nearest; every word can be changed."), Kind.ONE_OF),
    Question("organisation", _("What is it called?"), _("The name as your customers know it.")),
    Question("feel", _("What should customers feel?"), _("As somebody tells it at home, in half a sentence.")),
    Question("ways", _("How do people reach you?"), _("Several: 1, 2, 4. Or write your own."), Kind.SEVERAL),
    Question("hours", _("When is somebody there?"), _("As on your door: Mon-Fri 9-5, Sat 10:00-13:00.")),
    Question("within", _("How fast do you answer?"), _("On a bad day, too: 3 minutes, 1 working day."), Kind.EACH),
    Question("decider", _("Who decides what nobody else may?"), _("A name, or a job with its article: the owner.")),
    Question("may_give", _("What may be given without asking?"), _("What, and up to how much, to mend something.")),
    Question("opening", _("How do you sound?"), _("First words to a customer; or write your own."), Kind.ONE_OR_OWN),
    Question("goal", _("Which goal matters most?"), _("One that everybody can remember."), Kind.ONE_OR_OWN),
    Question("review", _("When do you read it again?"), _("Every 6 months, or a date.")),
)  # fmt: skip

NOTICE = Question("notice", _("How would you notice?"), _("Something that you can count or hear."))
"""Asked after a goal of one's own; a goal of the trade brings its answer."""

ADDRESS = Question(
    "addresses", _("Where is that?"), _("A number, an address or a link; Enter leaves it out."), Kind.EACH
)
"""Asked after the ways in, for each of them."""

KEEPS_ADDRESS = _("Enter keeps what stands in brackets; - leaves it out.")
"""The help where an address is there already."""

_DAYS = _("On a bad day, too: 4 business hours, 1 working day.")
_MINUTES = _("On a bad day, too: 3 minutes.")

WORDS_BY_KIND: Mapping[tuple[str, str], tuple[str, str]] = MappingProxyType({
    ("addresses", "phone"): (_("Which number?"), _("As people dial it; Enter leaves it out.")),
    ("addresses", "number"): (_("Which number?"), _("As people dial it; Enter leaves it out.")),
    ("addresses", "email"): (_("Which address?"), _("With its @; Enter leaves it out.")),
    ("addresses", "handle"): (_("Under which name?"), _("As people find it there; Enter leaves it out.")),
    ("addresses", "place"): (_("What is your address?"), _("Street, number and town; Enter leaves it out.")),
    ("addresses", "letter"): (_("To which address?"), _("Street, number and town; Enter leaves it out.")),
    ("addresses", "page"): (_("On which page?"), _("Its link; Enter leaves it out.")),
    ("addresses", "booking"): (_("On which page?"), _("Its link; Enter leaves it out.")),
    ("addresses", "status"): (_("Which page is it?"), _("Its link; Enter leaves it out.")),
    ("addresses", "home"): (_("Where do you go?"), _("The places that you serve; Enter leaves it out.")),
    ("within", "phone"): (
        _("How soon do you answer?"), _("After how many rings, or how soon you ring back: 5 rings, 2 business hours."),
    ),
    ("within", "place"): (_("How soon does somebody see to them?"), _MINUTES),
    ("within", "home"): (_("How late may you be at most?"), _("On a bad day, too: 30 minutes.")),
    ("within", "booking"): (_("How soon do you confirm?"), _DAYS),
    ("within", "status"): (
        _("How soon do you post?"), _("From when you know that something is wrong: 30 minutes."),
    ),
    ("within", "email"): (_("How fast do you answer?"), _DAYS),
    ("within", "letter"): (_("How fast do you answer?"), _DAYS),
})  # fmt: skip
"""How a question about a way in is put, and its help, by the question and the kind of the way."""
