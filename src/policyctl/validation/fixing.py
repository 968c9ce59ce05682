"""Mend what is certain in the text of a policy, and leave every other byte of it as it is.

A finding brings its own fix along; what is certain is the table `CERTAIN`. Every fix is tried: the text is read again,
and the fix is kept only where its finding is gone, nothing new is wrong, and everything else is read as it was before.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from types import MappingProxyType
from typing import NamedTuple

from policyctl.findings import Finding, Severity, Span
from policyctl.schema.reading import RULES as LANGUAGE_RULES
from policyctl.source import RULES as SOURCE_RULES
from policyctl.source import Source
from policyctl.source.positions import TEXTS, Place
from policyctl.validation import Validation

CERTAIN: Mapping[str, str] = MappingProxyType({
    "unknown-key": "A key that is a slip of the pen away from one key alone, or a word with one meaning, is renamed.",
    "unreadable-value": "A word or a unit that is misspelt is spelt right, a name becomes its code; a text that a "
    "colon has made a field is put after `|`.",
    "unknown-reference": "A name that is a slip of the pen away from one name alone is spelt as that.",
    "yaml-tab": "Tabs at the beginning of lines become spaces.",
    "yaml-space-after-colon": "The space after the colon is put in.",
    "yaml-list-dash": "The space after the dash is put in.",
    "yaml-colon": "A text with a colon in it is put after `|`.",
    "yaml-leading-character": "A text that begins with a character of YAML's own is put after `|`.",
    "yaml-unclosed-bracket": "A text that begins with a bracket and is no group is put after `|`.",
    "yaml-backslash": "A text with a backslash in it is put after `|`, without its quotation marks.",
    "yaml-curly-quotes": "Curly quotation marks around a text become plain ones.",
    "yaml-hash": "A name with `#` in it is put in quotation marks, and so is a colour or the name of a room.",
    "yaml-comma": "A text that a comma has cut is put in quotation marks.",
    "exception-unknown": "The name of a check that is misspelt, or that is called otherwise today, is put right.",
})  # fmt: skip
"""Each rule of which findings may be mended without asking, with what is done: the rest is left to the author."""

ROUNDS = 20
"""Times that the text is read for what is certain; one mistake hides another, but not so many."""

MOST_MISTAKES = 100
"""Mistakes in the YAML above which a file is not read to its end, and is hardly a policy: it is left alone."""

MOST_TRIES = 100
MOST_CHARACTERS = 16_000_000  # Read afresh for each try, and for each mistake in the YAML: a hostile file has hundreds.

Judge = Callable[[bytes], Validation]


class Mended(NamedTuple):
    """A policy once all that is certain has been mended.

    `lines` are the lines of the file as they were, each with what has become of it; `done` is how many mistakes went.
    """

    data: bytes
    validation: Validation
    lines: tuple[tuple[str, tuple[str, ...]], ...] = ()
    done: int = 0


def mend(data: bytes, judge: Judge, *, passed_over: frozenset[str] = frozenset()) -> Mended:
    """Mend all that is certain; `passed_over` are keys of findings that are left alone."""
    validation, text = judge(data), _Text.of(data)
    if text is None or len(validation.source.findings) > MOST_MISTAKES:
        return Mended(data, validation)
    once = (len(data) + 1) * (1 + len(validation.source.findings))
    tries = _Tries(judge, min(MOST_TRIES, MOST_CHARACTERS // once))
    first = _State(text, validation)
    found = _mended(first, tries, passed_over, on_credit=True)
    if found.owed:
        found = _mended(first, tries, passed_over, on_credit=False)
    return Mended(found.text.data, found.validation, found.text.lines, found.done)


def _mended(state: "_State", tries: "_Tries", passed_over: frozenset[str], *, on_credit: bool) -> "_State":
    """The state after as many rounds as it takes; `on_credit`, a fix may uncover mistakes that are certain as well."""
    for _ in range(ROUNDS):
        batch = _batch(each for each in state.validation.findings if each.key not in passed_over)
        kept = _kept(batch, state, tries, on_credit=on_credit)
        if kept is state:
            break
        state = kept
    return state


def _batch(findings: Iterable[Finding]) -> list[Finding]:
    """The certain findings whose fixes do not get into each other's way, in the order of the text."""
    taken: dict[int, list[tuple[int, int]]] = {}
    batch = []
    for finding in findings:
        if finding.rule in CERTAIN and finding.fix and not any(_meets(each, taken) for each in _stretches(finding)):
            batch.append(finding)
            for line, start, end in _stretches(finding):
                taken.setdefault(line, []).append((start, end))
    return batch


def _stretches(finding: Finding) -> Iterator[tuple[int, int, int]]:
    """The columns of each line that a fix takes for itself: all of them where it puts in a new line."""
    for span, text in finding.fix:
        is_broken = "\n" in text or text.endswith("|")
        yield span.start.line, 0 if is_broken else span.start.column, 1_000_000 if is_broken else span.end.column


def _meets(stretch: tuple[int, int, int], taken: Mapping[int, list[tuple[int, int]]]) -> bool:
    line, start, end = stretch
    return any(start <= last and first <= end for first, last in taken.get(line, ()))


# ---- trying --------------------------------------------------------------------------------------------------------


class _Tries:
    """Reads a text again, so often and no more."""

    def __init__(self, judge: Judge, left: int) -> None:
        self._judge = judge
        self.left = left

    def read(self, data: bytes) -> Validation:
        """What is found in a text now."""
        self.left -= 1
        return self._judge(data)


Identity = tuple[str, str]


class _State(NamedTuple):
    """A text, what was found in it, how many mistakes have gone, and those that came in their place and are to go."""

    text: "_Text"
    validation: Validation
    done: int = 0
    owed: frozenset[Identity] = frozenset()


def _kept(batch: Sequence[Finding], state: _State, tries: _Tries, *, on_credit: bool) -> _State:
    """The state once the fixes are made that can be: all at once, or else by halves, so that a bad one stands alone."""
    groups, kept, best = [list(batch)] if batch else [], list[Finding](), state
    while groups and tries.left > 0:
        group = groups.pop(0)
        attempt = [*kept, *group]
        text, moved = state.text.edited(each for finding in attempt for each in finding.fix)
        validation = tries.read(text.data)
        new = _new(state.validation, validation)
        is_bearable = all(on_credit and each.rule in CERTAIN and each.fix for each in new)
        if is_bearable and _is_sound(state.validation, validation, attempt, moved):
            left = state.owed & set(map(_identity, validation.findings))
            owed = left | set(map(_identity, new))
            kept, best = attempt, _State(text, validation, state.done + len(attempt), owed)
        elif len(group) > 1:
            half = len(group) // 2
            groups[:0] = [group[:half], group[half:]]
    return best


def _is_sound(before: Validation, after: Validation, fixed: Sequence[Finding], moved: Sequence[int]) -> bool:
    """Whether the mistakes have gone, and all else is read as it was."""
    has = {(_identity(each), each.span.start.line) for each in after.findings}
    still = (
        (_identity(each), line + 1)
        for each in fixed
        for line in range(moved[each.span.start.line - 1], moved[each.span.start.line])
    )
    return (
        has.isdisjoint(still)
        and (after.policy is not None or before.policy is None)
        and _reads_alike(before.source, after.source, fixed, moved)
    )


def _new(before: Validation, after: Validation) -> list[Finding]:
    """What must not come and has come: a mistake of reading, and an error where the whole was judged before."""
    had = Counter(map(_identity, before.findings))
    grave = [each for each in after.findings if _stops(each, before)]
    more = Counter(map(_identity, grave)) - had
    return [each for each in grave if _identity(each) in more]


def _identity(finding: Finding) -> Identity:
    """A finding whatever line it stands on."""
    return finding.rule, re.sub(r"\b(in|from|as) line \d+", r"\1 line", finding.message)


def _stops(finding: Finding, before: Validation) -> bool:
    """Whether a finding must not come: one of reading, and an error where the whole was judged before already."""
    is_of_reading = finding.rule in SOURCE_RULES or finding.rule in LANGUAGE_RULES
    return is_of_reading or (finding.severity is Severity.ERROR and before.policy is not None)


# ---- reading alike -------------------------------------------------------------------------------------------------

_WORD = re.compile(r"[^\W_]+")


class _Scalar(NamedTuple):
    """A key or a text: its lines, what is read, and the lines of all that it stands in."""

    first: int
    last: int
    text: str
    way: tuple[int, ...]


def _reads_alike(before: Source, after: Source, fixed: Sequence[Finding], moved: Sequence[int]) -> bool:
    """Whether what the fixes do not touch is read the same, and no word is lost or won where they do."""
    if before.root is None or after.root is None:
        return after.root is not None
    touched = {line for finding in fixed for line in _lines(finding)}
    touched_after = {line for each in touched for line in range(moved[each], moved[each + 1])}
    old = [*_scalars(before)]
    new = [*_scalars(after)]
    alike = (
        each._replace(first=moved[each.first], last=moved[each.last], way=tuple(moved[line] for line in each.way))
        for each in old
        if not _touches(each, touched)
    )
    rest = (each for each in new if not _touches(each, touched_after))
    if not all(each in rest for each in alike):  # Each is looked for behind the one before it.
        return False
    was = _words(each.text for each in old if _touches(each, touched))
    now = _words(each.text for each in new if _touches(each, touched_after))
    return was + _words(_put_in(fixed)) == now + _words(_taken_out(fixed, before))


def _lines(finding: Finding) -> Iterator[int]:
    """The lines of a mistake and of what mends it, from 0."""
    for span in (finding.span, *(span for span, _ in finding.fix)):
        yield from range(span.start.line - 1, span.end.line)


def _touches(scalar: _Scalar, lines: set[int]) -> bool:
    return any(line in lines for line in range(scalar.first, scalar.last + 1)) if lines else False


def _words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in _WORD.findall(text))


def _put_in(fixed: Iterable[Finding]) -> Iterator[str]:
    return (text for finding in fixed for _, text in finding.fix)


def _taken_out(fixed: Iterable[Finding], source: Source) -> Iterator[str]:
    for finding in fixed:
        for span, _ in finding.fix:
            yield source.lines.written[span.start.line - 1][span.start.column - 1 : span.end.column - 1]


def _scalars(source: Source) -> Iterator[_Scalar]:
    """Every key and text in the order of the file."""
    waiting: list[tuple[Place, tuple[int, ...]]] = [(source.root, ())] if source.root else []
    last = len(source.lines.read) - 1
    while waiting:
        place, way = waiting.pop()
        if place.key:
            (first, _), (end, _) = place.key
            if place.segment is not None:
                yield _Scalar(first, end, str(place.segment), way)
            way = (*way, first)
        if place.kind in TEXTS:
            end = min(place.text_end(source.lines.read)[0], last) if place.text else place.start[0]
            yield _Scalar(min(place.start[0], last), max(end, min(place.start[0], last)), place.text, way)
        waiting += [(each, (*way, place.start[0]) if not place.key else way) for each in reversed(place.inside)]


# ---- the text ------------------------------------------------------------------------------------------------------

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
_MARK = "\ufeff"


class _Line(NamedTuple):
    """A line of the file without its end, and its end."""

    words: str
    end: str


class _Text(NamedTuple):
    """The lines of a file as they were, each with the lines that it has become."""

    groups: tuple[tuple[_Line, tuple[_Line, ...]], ...]
    mark: str = ""

    @classmethod
    def of(cls, data: bytes) -> "_Text | None":
        """The text of a file; None where it is no UTF-8."""
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            return None
        mark = _MARK if text.startswith(_MARK) else ""
        lines = [_Line(found[1], found[2]) for found in _LINE.finditer(text, len(mark))]
        if len(lines) > 1 and lines[-1] == ("", ""):
            lines.pop()  # Behind the last line end, or the end of the text found once more.
        return cls(tuple((line, (line,)) for line in lines), mark)

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        lines = (line for _, group in self.groups for line in group)
        return (self.mark + "".join(part for line in lines for part in line)).encode()

    @property
    def lines(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each line that there was, with those that it has become, and with their ends."""
        return tuple(("".join(old), tuple("".join(each) for each in group)) for old, group in self.groups)

    def edited(self, edits: Iterable[tuple[Span, str]]) -> tuple["_Text", tuple[int, ...]]:
        """The text with the edits made, and for each line, and for the end, the number that it has now."""
        by_line: dict[int, list[tuple[int, int, str]]] = {}
        for span, text in edits:
            by_line.setdefault(span.start.line - 1, []).append((span.start.column - 1, span.end.column - 1, text))
        number, groups, sizes = 0, [], []
        for old, group in self.groups:
            fresh: list[_Line] = []
            for line in group:
                pieces = self._pieces(line, by_line[number]) if number in by_line else (line,)
                sizes.append(len(pieces))
                fresh += pieces
                number += 1
            groups.append((old, tuple(fresh)))
        sizes += [1, 1]  # The parser counts an empty line after the last line end, and one more for a missing value.
        return self._replace(groups=tuple(groups)), tuple(accumulate(sizes, initial=0))

    def _pieces(self, line: _Line, edits: list[tuple[int, int, str]]) -> tuple[_Line, ...]:
        words = line.words
        for start, end, text in sorted(edits, reverse=True):
            words = words[:start] + text + words[end:]
        *first, last = words.split("\n")
        return (*(_Line(each, line.end or self._end) for each in first), _Line(last, line.end))

    @property
    def _end(self) -> str:
        """How lines end in this file."""
        return next((line.end for line, _ in self.groups if line.end), "\n")
