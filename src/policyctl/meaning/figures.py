"""Read the figures in a sentence: lengths of time, money, shares, counts, times of day, weekdays and dates.

One reader for every text that people read, in English and in German. It is sure or silent: what may mean two things
is left alone, and what its author hedges ("usually", "about") says so.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache
from operator import itemgetter

from policyctl.lexicon import alternatives, pattern, table, words
from policyctl.schedule import read_closing
from policyctl.schema.quantities import Count, Date, Duration, Frequency, Money, Share, TimeOfDay
from policyctl.schema.quantities.text import FRACTION, read_number, read_whole
from policyctl.schema.quantities.units import SHORT, WORDS
from policyctl.schema.quantities.week import DAYS as WEEKDAYS

LONGEST = 4_000
"""Characters of one text that are read; nobody hides a figure behind more."""

NEAR = 60
"""Characters beside a figure in which the words stand that make something of it."""


class Kind(StrEnum):
    """What a figure counts; only figures of one kind are ever compared."""

    DURATION = "duration"
    MONEY = "money"
    SHARE = "share"
    COUNT = "count"
    TIME = "time"
    WEEKDAY = "weekday"
    DATE = "date"
    FREQUENCY = "frequency"
    ALWAYS = "at any hour"


class Bound(StrEnum):
    """What a figure bounds: exactly so much, at most, less than, at least, or more than so much."""

    EXACT = "exactly"
    AT_MOST = "at most"
    BELOW = "less than"
    AT_LEAST = "at least"
    ABOVE = "more than"


Quantity = Duration | Money | Share | Count | TimeOfDay | Frequency | Date | str
"""The value of a figure; a weekday, and a day of the year without one, are texts."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a sentence.

    `start` and `end` are where its words stand in the text, in characters from 0. `hedged` says that its author leaves
    it open: "usually", "about". `clause` is the part of the sentence that it stands in, and `sentence` all of it.
    """

    kind: Kind
    value: Quantity
    bound: Bound
    text: str
    start: int
    end: int
    clause: str
    sentence: str
    hedged: bool = False

    @property
    def words(self) -> str:
        """The very words of the figure."""
        return self.text[self.start : self.end]


@lru_cache(maxsize=65_536)
def read_figures(text: str) -> tuple[Figure, ...]:
    """Every figure of a text, in its order; none overlaps another."""
    if not _may_hold_figures(text):
        return ()
    return tuple(_read(text[:LONGEST]))


def _may_hold_figures(text: str) -> bool:
    return bool(_starts().search(_small(text)))


def _small(text: str) -> str:
    """A text in small letters, of the same length.

    A pattern searches it in a third of the time that one with `re.IGNORECASE` takes. “İ” is the one letter that is two
    in small letters.
    """
    return text.replace("İ", "I").lower()


def _find_all(pattern: re.Pattern[str], text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Each place in a text where a pattern of small letters is found, with its very words."""
    return ((found, text[found.start() : found.end()]) for found in pattern.finditer(_small(text)))


@cache
def _starts() -> re.Pattern[str]:
    """What every figure holds: a digit, a word for a number, a day, a time."""
    return re.compile(
        rf"[0-9£€$½¼¾]|\b(?:{_number_words()}|{_weekday_words()}|{_months()}|{alternatives('figures.adverbs')}"
        rf"|{alternatives('figures.halves')}|{alternatives('figures.half_of')}|{alternatives('figures.every_nth')}"
        rf"|{alternatives('figures.clock_words')}|{alternatives('figures.feasts')}|{alternatives('figures.always')})\b"
    )


def _read(text: str) -> Iterator[Figure]:
    spans: list[tuple[int, int, Kind, Quantity]] = []
    for kind, finder in _FINDERS:
        for start, end, value in finder(text):
            at = bisect_left(spans, start, key=itemgetter(0))
            is_free = (at == 0 or spans[at - 1][1] <= start) and (at == len(spans) or spans[at][0] >= end)
            if is_free:
                spans.insert(at, (start, end, kind, value))
    small, sentence, around = _small(text), "", (0, 0)
    for start, end, kind, value in spans:
        first, last = _sentence_around(text, start)
        if around != (first, last):
            sentence, around = text[first:last].strip(), (first, last)
        clause = _clause_around(text, start, end, first, last)
        before = small[max(first, start - 40) : start]
        yield Figure(
            kind=kind,
            value=value,
            bound=_bound(before, small[end : end + 24], timed=kind in _TIMED),
            text=text,
            start=start,
            end=end,
            clause=clause,
            sentence=sentence,
            hedged=bool(pattern("figures.hedges").search(text[max(first, start - 32) : end])),
        )


_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”“’)]*\s+(?=[^a-zäöü])|\n\s*\n|\n\s*(?=[-*•–]\s|\d+[.)]\s)")


@lru_cache(maxsize=512)
def _sentence_ends(text: str) -> tuple[int, ...]:
    ends = (found.end() for found in _SENTENCE_END.finditer(text) if not _is_abbreviation(text, found.start()))
    return (*ends, len(text))


def _is_abbreviation(text: str, end: int) -> bool:
    """Whether the full stop right before a place ends a word, and no sentence."""
    return bool(_ABBREVIATED.search(text[max(0, end - NEAR) : end]))


_ABBREVIATED = re.compile(r"(?:\b(?:[a-z]|nr|ca|z\. ?b|bzw|inkl|approx|no|st|mr|mrs|dr)|\b\d{1,2})\.$", re.IGNORECASE)


def _sentence_around(text: str, at: int) -> tuple[int, int]:
    ends = _sentence_ends(text)
    behind = bisect_right(ends, at)
    return ends[behind - 1] if behind else 0, ends[behind] if behind < len(ends) else len(text)


def _clause_around(text: str, start: int, end: int, first: int, last: int) -> str:
    """The stretch between the joints on both sides of a figure: "; ", ", and ", " but "."""
    starts, ends = _joints_in(text)
    before, behind = bisect_right(ends, start) - 1, bisect_left(starts, end)
    opens = ends[before] if before >= 0 and starts[before] >= first else first
    closes = starts[behind] if behind < len(starts) and ends[behind] <= last else last
    return text[opens:closes].strip(" ,;:.")


@lru_cache(maxsize=64)
def _joints_in(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where each joint of a text begins, and where it ends."""
    found = [each.span() for each in _joints().finditer(text)]
    return tuple(start for start, _ in found), tuple(end for _, end in found)


@cache
def _joints() -> re.Pattern[str]:
    return re.compile(rf"[;:()] |,? \b{alternatives('figures.joints')}\b|, (?=\w+ \w+)", re.IGNORECASE)


def _bound(before: str, behind: str, *, timed: bool) -> Bound:
    """What the words before a figure, or behind it, make of it; "in" and "by" bound a time alone."""
    if timed and _leading("at_most_time").search(before):
        return Bound.AT_MOST
    for bound in (Bound.AT_MOST, Bound.BELOW, Bound.AT_LEAST, Bound.ABOVE):
        name = bound.name.lower()
        if _leading(name).search(before) or (bound in _SAID_BEHIND and _trailing(name).match(behind)):
            return bound
    return Bound.EXACT


_TIMED = frozenset({Kind.DURATION, Kind.TIME, Kind.WEEKDAY, Kind.DATE})

_SAID_BEHIND = (Bound.AT_MOST, Bound.AT_LEAST)


@cache
def _leading(name: str) -> re.Pattern[str]:
    """Words that stand right before a figure, with at most an article between them."""
    return re.compile(
        rf"\b{alternatives(f'figures.{name}')}(?: (?:the|a|an|of|von|der|die|den|dem|nur|only|just))*\s*$"
    )


@cache
def _trailing(name: str) -> re.Pattern[str]:
    return re.compile(rf"\s*{alternatives(f'figures.{name}_behind')}\b")


_NUMBER = rf"(?:{FRACTION}|[0-9]++(?:[.,][0-9]++){{0,5}}(?:[½¼¾])?|[½¼¾])"


@cache
def _number_words() -> str:
    return alternatives("figures.numbers")


@cache
def _weekday_words() -> str:
    full = (word for word in WEEKDAYS if len(word) > 3)
    return "(?:" + "|".join(sorted(full, key=len, reverse=True)) + ")s?"


@cache
def _months() -> str:
    return alternatives("figures.months")


@cache
def _units() -> str:
    """The words for units, with what says by which clock they run before or behind them.

    Put together of their parts they are a tenth as long as all phrases side by side, and as much sooner compiled.
    """
    units = _any_of(word for word in WORDS if word != "s")
    short = _any_of(word for word, unit in WORDS.items() if word != "s" and unit in SHORT)
    before, behind = (_any_of(table(f"quantities.clocks_{side}")) for side in ("before", "behind"))
    return rf"{_any_of(table('quantities.phrases'))}|{before}?{short}{behind}|{before}?{units}"


def _any_of(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


@cache
def _durations() -> re.Pattern[str]:
    units = _units()
    number = (
        rf"(?:{_NUMBER}|{_number_words()} {alternatives('figures.and_a_half')}|{_number_words()}"
        rf"|{alternatives('figures.halves')})"
    )
    begins = r"(?<![\w£€$.,])(?<![0-9]/)"
    return re.compile(
        rf"{begins}(?:{number})(?: ?(?:-|–|to|or|bis|oder) ?{number})?(?: ?- ?| ?)(?:{units})\b(?![-–]\w)",
    )


def _find_durations(text: str) -> Iterator[tuple[int, int, Duration]]:
    for found, said in _find_all(_durations(), text):
        value = Duration.find(said.replace("–", "-"))
        before = text[max(0, found.start() - NEAR) : found.start()]
        is_other = _is_rate(before, said) or _is_ordinal(said, text[found.end() : found.end() + NEAR])
        if value is not None and not is_other:
            yield found.start(), found.end(), value


def _is_rate(before: str, said: str) -> bool:
    """Whether "a day" says how often and not how long: "two messages a day", "£24 a day"."""
    if said.split(maxsplit=1)[0].casefold() not in words("figures.articles"):
        return False
    small = _small(before)
    counted = re.search(r"(?:[^\W\d_]s|[\d%€$£]|euro) $", small)
    return bool(counted) and not (_leading("at_most").search(small) or _leading("at_most_time").search(small))


_ONE_MORE = re.compile(r" (?!(?:or|and|after|at|for|in|is)\b)[^\W\d_]")


def _is_ordinal(said: str, behind: str) -> bool:
    """Whether "a second" is one more and no length of time: "a second leak"."""
    return said.casefold() == "a second" and _ONE_MORE.match(behind) is not None


_MINUTES = re.compile(r"\.m\b")


def _find_money(text: str) -> Iterator[tuple[int, int, Money]]:
    at = 0
    for amount in Money.all_in(text):
        start = text.find(amount.text, at)
        if start >= 0 and not _MINUTES.match(text, start + len(amount.text)):
            at = start + len(amount.text)
            yield start, at, amount


@cache
def _shares() -> re.Pattern[str]:
    """A share in percent, as so many of so many, as a fraction of something, or as each so manieth."""
    number = rf"(?:{_NUMBER}|{_number_words()})"
    fraction = _any_of(table("figures.fractions"))
    return re.compile(
        rf"(?<![\w.,])(?:{_NUMBER} ?(?:%|per ?cent\b|prozent\b)|{number} (?:in|out of|of|von) (?:every )?{number}\b"
        rf"|(?P<some>{number}) [^\W\d_]+ (?:in|out of|von|aus) (?P<all>{alternatives('figures.round_numbers')})\b"
        rf"(?! ?(?:{_units()})\b)"
        rf"|(?P<count>{number}) (?P<part>{fraction})(?= {alternatives('figures.of_the')}\b)"
        rf"|(?P<half>{alternatives('figures.half_of')})(?!\w)"
        rf"|{alternatives('figures.every_nth')} (?P<nth>{_any_of(table('figures.nths'))})"
        rf"(?= (?!(?:{_units()}|{_weekday_words()}|{_months()}|mal)\b)[^\W\d_]))",
    )


def _find_shares(text: str) -> Iterator[tuple[int, int, Share]]:
    for found, said in _find_all(_shares(), text):
        value = _share(found, said)
        if value is not None:
            yield found.start(), found.end(), value


def _share(found: re.Match[str], said: str) -> Share | None:
    if found["half"]:
        return Share(Decimal(50), text=said)
    if found["nth"]:
        return _of_hundred(1, table("figures.nths")[found["nth"].casefold()], said)
    if found["part"]:
        return _of_hundred(
            read_number(found["count"].casefold()), table("figures.fractions")[found["part"].casefold()], said
        )
    if found["some"]:
        return _of_hundred(read_number(found["some"].casefold()), read_number(found["all"].casefold()), said)
    try:
        return Share.find(re.sub("every ", "", said, flags=re.IGNORECASE))
    except ValueError:
        return None


def _of_hundred(part: Decimal | int | None, whole: Decimal | str | None, said: str) -> Share | None:
    """The share that so many of so many are; none where they are more than all."""
    if part is None or not whole or part > Decimal(whole):
        return None
    return Share((part * 100 / Decimal(whole)).quantize(Decimal("0.0001")), text=said)


@cache
def _frequencies() -> re.Pattern[str]:
    units = _units()
    number = rf"(?:{_NUMBER}|{_number_words()})"
    every, times, per = (alternatives(f"figures.{name}") for name in ("every", "times", "per"))
    return re.compile(
        rf"\b(?:{alternatives('figures.adverbs')}"
        rf"|(?:{every}|(?:{times}|{number} ?(?:times|x|mal)) {per}) (?:{number} )?(?:{units}))\b",
    )


def _find_frequencies(text: str) -> Iterator[tuple[int, int, Frequency]]:
    for found, said in _find_all(_frequencies(), text):
        value = Frequency.find(said)
        if value is not None:
            yield found.start(), found.end(), value


@cache
def _clock_times() -> re.Pattern[str]:
    half = r" ?(?:[ap]\.?m\b\.?|uhr\b|o'clock\b|h\b)"
    hour = rf"(?:[0-9]{{1,2}}|{_number_words()})"
    past = "|".join(table("figures.past"))
    minutes_past = rf"{_number_words()} {alternatives('figures.minutes_past')}"
    minutes_to = rf"(?:(?<=\bat )|(?<=\bum )){_number_words()} {alternatives('figures.minutes_to')}"
    later = rf"(?: (?:{alternatives('figures.evening')}|{alternatives('figures.morning')}))?"
    told = rf"(?:[0-9]{{1,2}}{half}|{hour}(?: ?(?:a\.m\.|p\.?m\b\.?)| (?:uhr|o'clock)\b)){later}"
    alone = rf"(?=\s*(?:[,.;:!?)\n]|$|{alternatives('figures.after_hour')}\b))"
    return re.compile(
        rf"(?<![\w£€$.,:])(?:(?:{past}|{minutes_past}|{minutes_to}) {hour}\b{later}"
        rf"|[0-2]?[0-9][:.][0-5][0-9](?:{half})?(?![0-9%]|[.,:][0-9]){later}|{told}"
        rf"|(?:(?<=\bat )|(?<=\bby )|(?<=\buntil )|(?<=\bbefore )|(?<=\bafter )"
        rf"|(?<=\bbis )|(?<=\bum )|(?<=\bvor )|(?<=\bab )){hour}\b(?:{later}{alone})"
        rf"|\b{alternatives('figures.clock_words')}\b)",
    )


def _find_times(text: str) -> Iterator[tuple[int, int, TimeOfDay]]:
    for found, said in _find_all(_clock_times(), text):
        value = read_time(said)
        if value is not None:
            yield found.start(), found.end(), value


@lru_cache(maxsize=256)
def read_time(said: str) -> TimeOfDay | None:
    """A time of day as people say it: `half past four`, `halb acht`, `4 p.m.`, `eight in the evening`.

    A bare hour from one to six is in the afternoon, when people work, unless it says that it is in the morning.
    """
    clean = " ".join(said.casefold().split())
    bare = pattern("figures.morning").sub("", clean).strip()
    if bare != clean:
        early = read_time(bare)
        return early and _time(early.minutes % 720, said)
    bare = pattern("figures.evening").sub("", clean).strip()
    evening = bare != clean
    for lead, minutes in table("figures.past").items():
        if bare.startswith(f"{lead} "):
            hour = _hour(bare.removeprefix(f"{lead} "), evening=evening)
            return None if hour is None else _time(hour * 60 + int(minutes), said)
    if beside := _beside_an_hour().fullmatch(bare):
        hour, minutes = _hour(beside["hour"], evening=evening), read_whole(beside["minutes"])
        if hour is None or minutes is None or minutes >= 60:
            return None
        return _time(hour * 60 + (minutes if beside["past"] else -minutes), said)
    exact = TimeOfDay.find(bare)
    if exact is not None:
        return _time(exact.minutes + 720, said) if evening and exact.hour < 12 else exact
    hour = _hour(re.sub(r" (?:uhr|o'clock)$", "", bare), evening=evening)
    return None if hour is None else _time(hour * 60, said)


@cache
def _beside_an_hour() -> re.Pattern[str]:
    """So many minutes before or after an hour: `ten past nine`, `zehn vor acht`."""
    past, to = alternatives("figures.minutes_past"), alternatives("figures.minutes_to")
    return re.compile(rf"(?P<minutes>\w+) (?:(?P<past>{past})|{to}) (?P<hour>\w+)")


def _hour(word: str, *, evening: bool) -> int | None:
    hour = read_whole(word)
    if hour is None or not 1 <= hour <= 24:
        return None
    return hour + 12 if hour <= 6 or (evening and hour < 12) else hour


def _time(minutes: int, text: str) -> TimeOfDay:
    return TimeOfDay(minutes // 60 % 24, minutes % 60, text)


@cache
def _weekday_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b{_weekday_words()}\b")


def _find_weekdays(text: str) -> Iterator[tuple[int, int, str]]:
    for found, said in _find_all(_weekday_pattern(), text):
        yield found.start(), found.end(), said


@cache
def _dates() -> re.Pattern[str]:
    day = r"[0-9]{1,2}(?:st|nd|rd|th|\.)?"
    return re.compile(
        rf"\b(?:[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|(?:the )?{day} ?(?:of )?{_months()}\b\.?(?:,? ?[0-9]{{4}})?"
        rf"|{_months()} [0-9]{{1,2}}(?:st|nd|rd|th)?\b(?:,? [0-9]{{4}})?"
        r"|[0-9]{1,2}\. ?[0-9]{1,2}\.(?: ?[0-9]{4})?"
        rf"|{alternatives('figures.feasts')})(?!\w)",
    )


def _find_dates(text: str) -> Iterator[tuple[int, int, Date | str]]:
    for found, said in _find_all(_dates(), text):
        try:
            value: Date | str | None = Date.find(said)
        except ValueError:
            value = None
        if value is None and read_closing(said, range(2026, 2027)):
            value = said.casefold()
        if value is not None:
            yield found.start(), found.end(), value


@cache
def _counts() -> re.Pattern[str]:
    number = rf"(?:{_NUMBER}|{_number_words()})"
    return re.compile(
        rf"(?<![\w£€$.,:-])(?P<number>{number}|{alternatives('figures.times')})\b"
        r"(?: ?(?:times|mal)\b)?(?: (?P<noun>[^\W\d_]+))?",
    )


def _find_counts(text: str) -> Iterator[tuple[int, int, Count]]:
    for found, _said in _find_all(_counts(), text):
        number = found["number"].casefold()
        if number in words("figures.articles"):
            continue
        noun = text[found.start("noun") : found.end("noun")] if found["noun"] else ""
        if noun.casefold() in words("figures.no_noun"):
            noun = ""
        value = Count.find(f"{number} {noun}") if noun else Count.find(number)
        if value is not None:
            yield found.start(), found.end() if noun or not found["noun"] else found.end("number"), value


def _find_always(text: str) -> Iterator[tuple[int, int, str]]:
    for found in pattern("figures.always").finditer(text):
        yield found.start(), found.end(), found[0]


_FINDERS = (
    (Kind.ALWAYS, _find_always),
    (Kind.DATE, _find_dates),
    (Kind.FREQUENCY, _find_frequencies),
    (Kind.MONEY, _find_money),
    (Kind.SHARE, _find_shares),
    (Kind.DURATION, _find_durations),
    (Kind.TIME, _find_times),
    (Kind.WEEKDAY, _find_weekdays),
    (Kind.COUNT, _find_counts),
)
"""In this order, the most telling first: what one has read, the next leave alone."""
