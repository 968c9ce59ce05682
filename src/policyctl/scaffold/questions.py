"""List the questions that a first policy is written from: what each asks, with a line of help and an option.

There are twelve at most. What a way in needs (its address, how fast it is answered) is asked once for each way.
"""

from dataclasses import dataclass
from enum import Enum, auto


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
    Question("ways", _("How do people reach you?"), _("Those on which you do answer."), Kind.SEVERAL),
    Question("hours", _("When is somebody there?"), _("As on your door: Mon-Fri 9-5, Sat 10:00-13:00.")),
    Question("within", _("How fast do you answer?"), _("What holds on a bad day: 3 minutes, 1 day."), Kind.EACH),
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
