"""Read limits and promises: what stands behind `within` or `by`, and whole sentences made of it."""

import re
from dataclasses import replace
from typing import TypeAlias, TypeVar

from policyctl import lexicon
from policyctl.schema.quantities.amounts import Count, Share
from policyctl.schema.quantities.base import Quantity, QuantityError
from policyctl.schema.quantities.duration import Duration, Frequency, Relative
from policyctl.schema.quantities.spelling import respelling
from policyctl.schema.quantities.text import LONGEST, read_number, shorten, tidy
from policyctl.schema.quantities.times import AgreedDay, Date, SameDay, TimeOfDay
from policyctl.schema.quantities.week import DAYS as WEEKDAYS
from policyctl.schema.quantities.words import Never, Words

_L = TypeVar("_L", bound=Quantity)
Limit: TypeAlias = Duration | Relative | Count | TimeOfDay | SameDay | AgreedDay | Frequency | Never | Words
"""Everything that a promise may be limited by; Words when it is measured by none of the others."""

_AROUND = re.compile(
    r"(?:(?:within|in|by|at most|no more than|up to|less than|under"
    r"|innerhalb von|innerhalb|binnen|bis zu|bis|höchstens) )?"
    r"(?P<limit>\S.*?)(?:'?s?'? notice| at most| at the latest| or less)?",
    re.IGNORECASE,
)
"""What people write around a limit, though its field says it."""


def read_limit(text: str) -> Limit:
    """The first of the measures that a text says; every other text is Words, and none is refused."""
    around = _AROUND.fullmatch(tidy(text)) if len(text) <= LONGEST else None
    measure = find_measure(text) or (find_measure(around["limit"]) if around else None)
    return replace(measure, text=text) if measure else Words.read(text)


_LEAST = re.compile(r"(?:at least|no less than|not less than|mindestens|wenigstens) (?P<limit>\S.*)", re.IGNORECASE)


def read_least(limit: _L) -> _L | Limit:
    """What is the least by its field, where its author says so once more: `at least 2 weeks` of notice."""
    found = _LEAST.fullmatch(tidy(limit.text)) if isinstance(limit, Words) else None
    measure = find_measure(found["limit"]) if found else None
    return replace(measure, text=limit.text) if measure else limit


def find_measure(text: str) -> Limit | None:
    """As `read_limit`, but None for a text that is words alone."""
    return (
        Never.find(text) or SameDay.find(text) or AgreedDay.find(text)
        or Duration.find(text) or TimeOfDay.find(text) or Relative.find(text)
        or Frequency.says_so(text) or Count.find(text)
    )  # fmt: skip


WHOLE_LIMITS = frozenset(lexicon.words("quantities.whole_limits"))
"""Single words that say a time by themselves, and those that hold a place until somebody knows."""

_A_LIMIT = "Write for example `4 business hours` or `2 working days`."


def check_limit(limit: Quantity, *, counts: bool) -> None:
    """Refuse a figure without its unit or with a misspelt one, and a single word that says no time.

    `counts` is for fields that hold numbers of anything: there, `4` is a figure and a text any sentence.
    """
    if not isinstance(limit, Count | Words):
        return
    text = shorten(limit.text)
    if likely := _respelt(limit.text):
        instead = respelling(limit.text, likely)
        raise QuantityError(
            f"“{text}” is not spelt as a length of time.", f"Did you mean `{shorten(likely)}`?", instead
        )
    if counts:
        return
    if lacks_unit(limit.text):
        figure = _bare_limit(limit.text)
        hint = f"Write `{figure} hours`, `{figure} working days` or whatever is meant."
        raise QuantityError(f"“{text}” does not say of what: hours, days, weeks?", hint)
    if isinstance(limit, Words) and _begins_with_figure(limit.text) and not _holds_measure(limit.text):
        raise QuantityError(f"“{text}” begins with a figure and does not read as a limit.", _A_LIMIT)
    if isinstance(limit, Words) and _is_one_word(limit.text) and tidy(limit.text).casefold() not in WHOLE_LIMITS:
        raise QuantityError(f"“{text}” does not say how long.", _A_LIMIT)


def _respelt(text: str) -> str | None:
    """The text with a length of time in it spelt right, where a number stands before a misspelt unit."""
    words = tidy(text).split() if len(text) <= LONGEST else []
    for start in range(len(words[:_LOOKED_AT])):
        for end in range(min(len(words), start + _LOOKED_AT), start + 1, -1):
            if likely := Duration.likely(" ".join(words[start:end])):
                return " ".join([*words[:start], likely, *words[end:]])
    return None


def lacks_unit(text: str) -> bool:
    """Whether a text is a number and nothing else, or a range of two: `4`, `two to three`."""
    return _BARE_FIGURE.fullmatch(_bare_limit(text)) is not None


_LOOKED_AT = 12
"""Words at the beginning of a limit among which its measure is looked for."""

_BARE_FIGURE = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{1,2})?(?: ?(?:-|to|or|bis|oder) ?[0-9]{1,3})?")


def _bare_limit(text: str) -> str:
    """The text without the little words around a limit."""
    found = _AROUND.fullmatch(tidy(text)) if len(text) <= LONGEST else None
    return found["limit"] if found else text


def _begins_with_figure(text: str) -> bool:
    first = _bare_limit(text).split(maxsplit=1)[:1]
    return bool(first) and (first[0][0].isdigit() or (read_number(first[0].casefold()) or 0) > 1)


def _holds_measure(text: str) -> bool:
    """Whether a measure stands in the words: `2 years after the last visit`."""
    words = _bare_limit(text).replace(",", " ").split()[:_LOOKED_AT]
    parts = (" ".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, len(words) + 1))
    return any(_reads(part, (Duration, TimeOfDay, Date, Share, Frequency)) or _is_counted(part) for part in parts)


def _is_counted(text: str) -> bool:
    found = Count.find(text)
    return found is not None and found.of is not None


def _is_one_word(text: str) -> bool:
    return len(re.findall(r"[^\W\d_]+", text)) == 1


PREFIXES = lexicon.table("quantities.promises")
"""How a promise begins, and the field of a promise that it means (`latest`: by a time or within one);
a further language is more rows."""

Types: TypeAlias = tuple[type[Quantity], ...]

_PREFIX = re.compile(rf"(?P<prefix>{'|'.join(sorted(PREFIXES, key=len, reverse=True))}) (?P<rest>\S.*)", re.IGNORECASE)
_AFTER = re.compile(r" (?:of|after|from|since|nach|ab|seit) ", re.IGNORECASE)
_UNTIL = re.compile(r",? (?:until|till|bis) ", re.IGNORECASE)
_SENTENCE = re.compile(r"[,;:!?()]|\. |\b(?:unless|if|when|but|except|wenn|aber|außer)\b", re.IGNORECASE)
_DAY = re.compile(r"(?:the |dem |des )?(?:day|date|tag|tage|termin)(?: \S.*)?", re.IGNORECASE)
_NEXT = re.compile(
    r"(?:the |am |zum )?(?:next|following|nächsten|folgenden) (?:\S+ )?"
    r"(?:day|morning|week|(?:werk|arbeits)?tag|morgen)",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?:the )?(?:end of (?:the )?(?:(?:next|same|working|business) )*(?:day|morning|afternoon|week|month|business))"
    r"|(?:the )?close of business|(?:zum )?ende des (?:nächsten )?(?:werk|arbeits)?tag(?:e?s)?",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"(?P<notice>\S.*?) (?:before|vor) (?P<before>\S.*)", re.IGNORECASE)
_CASES = r"(?:of (?:all )?(?:cases|calls|emails|messages)|of the time|(?:aller|der) (?:Fälle|Anrufe|Nachrichten))"
_MET_FIRST = re.compile(rf"(?P<met>[^ ]+ ?(?:%|percent|Prozent)(?: {_CASES})?) (?P<promise>\S.*)", re.IGNORECASE)
_MET_LAST = re.compile(
    rf"(?P<promise>\S.*?)(?:,? (?:in|for|bei)|,) (?P<met>[^ ]+ ?(?:%|percent|Prozent) {_CASES})", re.IGNORECASE
)
_TIME_THEN = re.compile(r"(?P<time>\S+(?: (?:[ap]\.?m\.?|Uhr))?) (?:on|the|of|am|des|at) \S.*", re.IGNORECASE)
_LENGTHS: Types = (Duration, Relative, Count, SameDay)
_AMOUNTS: Types = (Duration, Relative, Frequency, Count)
MEASURES = {"within": _LENGTHS, "at_least": _AMOUNTS, "at_most": _AMOUNTS}
"""What the fields with a measure may hold."""


def split_promise(text: str) -> dict[str, str]:
    """The author's words by their field: within, after, by, on, at_least, at_most, every, until, notice, before, met.

    A sentence that is not wholly made of them is `{"says": text}`.
    """
    sentence = " ".join(text.split())
    sentence = sentence if sentence.endswith("m.") else sentence.removesuffix(".")
    return _with_share(sentence) or _parts(sentence) or {"says": text}


def _parts(sentence: str) -> dict[str, str] | None:
    found = _PREFIX.fullmatch(sentence)
    return _prefixed(PREFIXES[found["prefix"].casefold()], found["rest"], sentence) if found else _bare(sentence)


def _with_share(sentence: str) -> dict[str, str] | None:
    """`within 20 seconds in 90% of cases`, `90% within 20 seconds`."""
    found = _MET_FIRST.fullmatch(sentence) or _MET_LAST.fullmatch(sentence)
    parts = _parts(found["promise"]) if found and Share.find(found["met"]) else None
    return parts | {"met": found["met"]} if found and parts else None


def _prefixed(part: str, rest: str, sentence: str) -> dict[str, str] | None:
    if part in MEASURES:
        notice = _notice(rest) if part == "at_least" else None
        return notice or _measured(part, rest, MEASURES[part])
    if part == "every":
        return _every(rest)
    if part == "on":
        return _on(rest, sentence)
    return _moment(rest) or (_measured("within", rest, _LENGTHS) if part == "latest" else None)


def _bare(sentence: str) -> dict[str, str] | None:
    """A promise without its little word: `3 minutes`, `the same day`, `9:00`, `twice a year`."""
    if lacks_unit(sentence) or Duration.likely(sentence) or sentence.casefold() in WHOLE_LIMITS:
        return {"within": sentence}
    if _reads(sentence, (SameDay, AgreedDay)) or _NEXT.fullmatch(sentence):
        return {"on": sentence}
    if _reads(sentence, (TimeOfDay,)):
        return {"by": sentence}
    often, until = _cut(sentence, _UNTIL)
    if Frequency.says_so(often):
        return {"every": often} | ({"until": until} if until else {})
    return _notice(sentence) or _measured("within", sentence, (Duration, Relative, Never))


def _notice(rest: str) -> dict[str, str] | None:
    """How long before an event: `2 weeks before a price changes`."""
    found = _NOTICE.fullmatch(rest)
    if not found or not Duration.find(found["notice"]) or _SENTENCE.search(found["before"]):
        return None
    return {"notice": found["notice"], "before": found["before"]}


def _measured(part: str, rest: str, types: Types) -> dict[str, str] | None:
    """A measure, and what it is counted after."""
    if _reads(rest, types) or Duration.likely(rest):
        return {part: rest}
    head, tail = _cut(rest, _AFTER)
    return {part: head, "after": tail} if tail and _reads(head, types) else None


def _every(rest: str) -> dict[str, str] | None:
    head, tail = (rest, "") if Frequency.find(f"every {rest}") else _cut(rest, _UNTIL)
    if not Frequency.find(f"every {head}"):
        return None
    return {"every": head} | ({"until": tail} if tail else {})


def _on(rest: str, sentence: str) -> dict[str, str] | None:
    """A day; the German `am` holds the article of its day and stays with it."""
    a_day = _DAY.fullmatch(rest) or _NEXT.fullmatch(rest) or rest.casefold() in WEEKDAYS
    if _reads(rest, (SameDay, AgreedDay, Date)) or (a_day and not _SENTENCE.search(rest)):
        return {"on": rest if sentence[:2].casefold() == "on" else sentence}
    return None


def _moment(rest: str) -> dict[str, str] | None:
    """A time or a day, with the day that a time is of: `noon on the day after ordering`. Not `by phone`."""
    then = _TIME_THEN.fullmatch(rest)
    time_then = then and TimeOfDay.find(then["time"]) and not _SENTENCE.search(rest.replace(then["time"], ""))
    a_day = _NEXT.fullmatch(rest) or _END.fullmatch(rest) or rest.casefold() in WEEKDAYS
    return {"by": rest} if time_then or a_day or _reads(rest, (TimeOfDay, Date)) else None


def _cut(text: str, mark: re.Pattern[str]) -> tuple[str, str]:
    """The text before and behind the first such word; nothing behind it when another sentence follows."""
    head, *tail = mark.split(text, maxsplit=1)
    return (head, tail[0]) if tail and not _SENTENCE.search(tail[0]) else (text, "")


def _reads(text: str, types: Types) -> bool:
    return any(quantity.find(text) is not None for quantity in types)
