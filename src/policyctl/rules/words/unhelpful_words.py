"""Phrases that never helped a customer, with what helps instead.

Each stands under one of its words, by which it is looked for, and as a pattern, which is made when that word turns up.
A further phrase is a line, a further language is a table.
"""

import re
from collections.abc import Mapping
from functools import cache

from policyctl.rules.patterns import pattern

Unhelpful = tuple[str, str, str]
"""One of its words in small letters, the pattern of the phrase, and what to say instead."""

_BLAME = (
    "told|said|called|rung|phoned|written|asked|read|checked|known|come|kept|contacted|reported|informed|mentioned"
    "|noticed|thought|listened|looked|let us know|let me know|sent it|ordered|booked|been"
)
_NOW = r"(?:(?:nun (?:ein)?mal|nunmal|eben|halt|leider) )*"
_LISTEN = "Say what you have heard, and then what you do now: “I can hear how long you have waited. Let me look.”"
_CAN = "Say what you can do, and why the rest is not possible, in one plain sentence."
_NEXT = "Leave out who was at fault, and say what happens next."
_AGAIN = "Say it once more in other words, as if it were the first time."
_OURS = "Say who takes care of it, and that you bring the two together."
_SORRY = "Name what went wrong and say sorry for that: “I'm sorry that it is not there today.”"

UNHELPFUL: Mapping[str, tuple[Unhelpful, ...]] = {
    "en": (
        ("calm", r"(?<!things )(?<!it )(?<!we )(?<!us )calm (?:yourself )?down", _LISTEN),
        ("relax", r"(?:please|just|you need to) relax", _LISTEN),
        ("overreacting", r"you(?:'re| are) overreacting", _LISTEN),
        ("policy", r"(?:that|it)(?:'s| is) (?:just |simply )?(?:our|company|store|shop) policy", _CAN),
        ("policy", r"our policy (?:does not|doesn't|won't) (?:allow|permit|let)", _CAN),
        ("rules", r"rules are rules|those are the rules|I don't make the rules", _CAN),
        ("nothing", r"(?:there(?:'s| is)|there was) nothing (?:else )?(?:I|we) can do", _CAN),
        ("hands", r"my hands are tied", _CAN),
        ("have", rf"you should(?: really)? have (?:{_BLAME})", _NEXT),
        ("ve", rf"you should(?: really)?'ve (?:{_BLAME})", _NEXT),
        ("wrong", r"you(?:'re| are) wrong", _NEXT),
        ("claim", r"you claim (?:that|to have)", _NEXT),
        ("complained", r"(?:no ?body|no one)(?: else)? has (?:ever )?complained", _NEXT),
        ("complain", r"you(?:'re| are) the (?:first|only) (?:one|person|customer)(?: to complain)?", _NEXT),
        ("told", r"as (?:I|we)(?:'ve| have)?(?: already)? told you", _AGAIN),
        ("already", r"I(?:'ve| have)? already (?:told|explained|said|answered)(?: you)?", _AGAIN),
        ("said", r"(?:as|like) I said (?:before|already|earlier)", _AGAIN),
        ("per", r"as per my (?:last|previous) (?:e-?mail|message)", _AGAIN),
        ("previously", r"as previously (?:stated|mentioned|explained|advised)", _AGAIN),
        ("understand", r"you (?:have to|need to|must) understand", _LISTEN),
        ("department", r"not (?:my|our) (?:department|job|problem)", _OURS),
        ("job", r"not my job", _OURS),
        ("fault", r"(?:that|it)(?:'s| is) not (?:my|our) fault", _NEXT),
        ("inconvenience", r"(?:any|the|for) inconvenience(?: (?:this|it) may have)?(?: caused)?", _SORRY),
        ("important", r"your (?:call|e-?mail|message|feedback|opinion) is (?:very )?important to us", _SORRY),
        ("respect", r"with (?:all )?due respect", _NEXT),
    ),
    "de": (
        ("beruhigen", r"beruhigen sie sich|(?:sie sich|du dich) (?:\w+ ){0,2}beruhigen", _LISTEN),
        ("beruhig", r"beruhig dich", _LISTEN),
        ("beruhige", r"beruhige dich", _LISTEN),
        ("auf", r"reg(?:en sie sich|e? dich) (?:doch |bitte |mal )*nicht (?:so |gleich )*auf", _LISTEN),
        ("regeln", rf"(?:so|das) sind {_NOW}(?:die|unsere) regeln", _CAN),
        ("vorschrift", rf"(?:das|so) ist {_NOW}(?:die |unsere )?vorschrift", _CAN),
        ("vorschriften", rf"(?:so|das) sind {_NOW}(?:die|unsere) vorschriften", _CAN),
        ("nichts", r"da (?:kann ich|können wir) (?:\w+ ){0,3}nichts (?:\w+ )?(?:machen|tun)", _CAN),
        ("hände", r"mir sind die hände gebunden", _CAN),
        ("hätten", r"(?:hätten sie|sie hätten) [^.!?]{0,40}?(?:müssen|sollen)", _NEXT),
        ("hättest", r"(?:hättest du|du hättest) [^.!?]{0,40}?(?:müssen|sollen)", _NEXT),
        ("beschwert", r"(?:noch|bisher|sonst) (?:hat sich )?niemand [^.!?]{0,20}?beschwert", _NEXT),
        ("gesagt", r"wie (?:ich|wir) (?:\w+ ){0,4}gesagt(?: haben?)?|wie (?:schon|bereits) gesagt", _AGAIN),
        ("erklärt", r"wie (?:ich|wir) (?:\w+ ){0,4}erklärt(?: haben?)?", _AGAIN),
        ("mitgeteilt", r"wie (?:bereits|schon) mitgeteilt", _AGAIN),
        ("verstehen", r"(?:sie müssen|du musst) (?:schon |das |doch |aber )*verstehen", _LISTEN),
        ("zuständig", r"(?:dafür|da) (?:bin ich|sind wir) (?:\w+ )?nicht zuständig", _OURS),
        ("problem", r"(?:das )?ist nicht (?:mein|unser) problem", _OURS),
        ("aufgabe", r"das ist nicht (?:meine|unsere) aufgabe", _OURS),
        ("schuld", r"das ist nicht (?:meine|unsere) schuld", _NEXT),
        ("unannehmlichkeiten", r"(?:etwaige|die|eventuelle|entstandene)n? unannehmlichkeiten", _SORRY),
        ("wichtig", r"ihr (?:anruf|anliegen|feedback) ist uns (?:sehr )?wichtig", _SORRY),
    ),
}  # fmt: skip


@cache
def whole_words(phrase: str) -> re.Pattern[str]:
    """The pattern of a phrase as whole words, with either apostrophe."""
    either = phrase.replace("'", "['’]")
    return pattern(rf"\b(?:{either})\b")
