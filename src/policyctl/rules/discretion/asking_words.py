"""A sentence in; whether it asks somebody for leave, holds only on a condition, or draws a line at an amount, out.

Each list holds what is said in English and in German; a further language is more words.
"""

from policyctl.rules.patterns import finds
from policyctl.schema.quantities import Money

_LEAVE = (
    r"\b(?:leave|approv\w+|permission|authori[sz]\w+|sign-?off|ask\w*|agree\w*|check\w* with|unless|if|when"
    r"|freigabe\w*|freigeb\w+|erlaubnis|zustimm\w+|rücksprache|genehmig\w+|frag\w*|absprache|wenn|falls|sofern)\b"
)
_UNDER_CONDITION = (
    r"\b(?:without|unless|before|until|except|if|when|alone|for|(?:on|by) (?:your|their|one's) own|instead|other than"
    r"|ohne|für|außer|bevor|vor|bis|wenn|falls|allein|selbst|statt)\b"
)
_MORE_THAN = r"\b(?:more than|over|above|exceeding|beyond|in excess of|mehr als|über|oberhalb von)\s+$"
_UP_TO = r"\b(?:up to|at most|no more than|as much as|bis zu|bis|höchstens|maximal)\s+$"


def asks_leave(sentence: str) -> bool:
    """Whether somebody is asked, or the sentence leaves it open."""
    return finds(_LEAVE, sentence)


def has_condition(sentence: str) -> bool:
    """Whether the sentence holds in some cases only, by its own words."""
    return finds(_UNDER_CONDITION, sentence)


def line_drawn(sentence: str) -> Money | None:
    """The amount above which a sentence speaks: `more than £50`."""
    return _amount_behind(_MORE_THAN, sentence)


def given_up_to(sentence: str) -> Money | None:
    """The most that a sentence gives: `up to £200`."""
    return _amount_behind(_UP_TO, sentence)


def _amount_behind(words: str, sentence: str) -> Money | None:
    tidy = " ".join(sentence.split())
    for amount in Money.all_in(tidy) if finds(r"\d", tidy) else ():
        before = tidy[: tidy.find(amount.text)]
        if finds(words, before):
            return amount
    return None
