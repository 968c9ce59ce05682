"""A policy in; limits that are counted from nothing out."""

from collections import defaultdict
from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.rules.patterns import pattern
from policyctl.rules.promises.cells import Cell, cells
from policyctl.rules.promises.index import STANDARDS
from policyctl.rules.promises.limits import in_words
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.quantities import Duration, Unit
from policyctl.schema.sections.complaints import HowToComplain, OutsideBody, Stage

_LONG = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR)
"""What takes hours or less begins before everybody's eyes."""

_TOLD = (
    r"\b(?:after|from|since|once|when(?:ever)?|if|as soon as|following|upon|of (?:receipt|receiving|your|the day)"
    r"|you (?:tell|ask|ring|write|order|report)|nach|ab|seit|sobald|wenn|falls|nachdem|eingang)\b"
)
_SEVERAL = (
    r"refund|repa(?:y|id)|money back|pa(?:y|id) back|payment|compensation|credit note|\bclaims?\b|decision|application"
    r"|erstattung|rückzahlung|geld zurück|gutschrift|entschädigung|entscheidung|antr[aä]g"
)
"""What may begin on several days, each of them natural: money goes back after the return, its arrival or our word.

Answers, repairs and deliveries begin when the customer speaks, as everybody knows.
"""

_DAY = "Say with `after` from which day you count, such as `after: we agree it` or `after: we have all that we need`."
_STEP = "Say it with `after`: it may be `received`, or the name of another step."


def limit_without_start(context: RuleContext) -> Iterator[Issue]:
    """A limit that does not say after what it is counted, where neither its name nor its moment tells.

    Why it matters: “21 days” are over on another day for whoever counts from the letter and whoever counts from its
    arrival; the difference is a quarrel.

    Diff:

          standards:
        -   Refunds: within 5 working days  # <- here
        +   Refunds: within 5 working days after we agree it
    """
    told: set[Pointer] = set()
    for cell in cells(context) if context.understood else ():
        if cell.row.pointer not in told and not cell.limit.start.said and _is_long(cell) and _starts_at_nothing(cell):
            told.add(cell.row.pointer)
            yield _issue(cell.pointer, f"“{cell.row.name}” has a limit of {cell.said}", _DAY)
    yield from _steps(context)
    yield from _rights(context)


def _is_long(cell: Cell) -> bool:
    return cell.length is not None and cell.length.unit in _LONG


def _starts_at_nothing(cell: Cell) -> bool:
    row, promise = cell.row, cell.row.promise
    if row.home != STANDARDS or row.milestone or promise.when or row.case.channels or cell.case.priorities:
        return False
    words = " ".join(text for text in (promise.says, promise.about, promise.note, promise.notes) if text)
    return _finds(_SEVERAL, f"{row.name} {promise.says or ''}") and not _finds(_TOLD, words)


def _steps(context: RuleContext) -> Iterator[Issue]:
    """Steps and levels of a complaint that count after nothing, beside others that say after what they count."""
    by_home: dict[Pointer, list[Cell]] = defaultdict(list)
    for cell in cells(context):
        if cell.length:
            by_home[cell.row.home].append(cell)
    for pointer, stage in context.parts_of(Stage):
        here = by_home[pointer]
        if any(cell.limit.start.said for cell in here):
            unsaid = (cell for cell in here[1:] if not cell.limit.start.said and not _says_when(cell))
            yield from (_issue(cell.pointer, f"“{cell.row.name}” has a limit of {cell.said}", _STEP) for cell in unsaid)
            yield from _levels(pointer, stage)


def _levels(pointer: Pointer, stage: Stage) -> Iterator[Issue]:
    for place, level in stage.complexity.located((*pointer, "complexity")) if stage.complexity else ():
        if not level.after:
            yield from _at((*place, "within"), f"“{level.named()}” has a limit of", level.within, _STEP)


def _rights(context: RuleContext) -> Iterator[Issue]:
    """Until when customers may ask, which they lose when they count from another day."""
    hint = "Say it with `after`, such as `after: our answer`: a customer who counts from another day loses the right."
    for pointer, stage in context.parts_of(Stage):
        if not stage.ask_after:
            yield from _at((*pointer, "ask_within"), f"“{stage.named()}” may be had within", stage.ask_within, hint)
    for pointer, way in context.parts_of(HowToComplain):
        if not way.after:
            yield from _at((*pointer, "within"), "A complaint may be made within", way.within, hint)
    for pointer, body in context.parts_of(OutsideBody):
        for index, limit in enumerate(body.limits):
            if not (limit.after or body.after):
                yield from _at(
                    (*pointer, "limits", index, "within"), f"{body.named()} may be asked within", limit.within, hint
                )


def _at(pointer: Pointer, what: str, limits: Limits | None, hint: str) -> Iterator[Issue]:
    if limits and isinstance(limits.sole, Duration):
        yield _issue(pointer, f"{what} {in_words(limits.sole)}", hint)


def _issue(pointer: Pointer, told: str, hint: str) -> Issue:
    return Issue(pointer, f"{told}, and nothing says after what.", hint)


def _says_when(cell: Cell) -> bool:
    promise = cell.row.promise
    return bool(promise.when) or _finds(_TOLD, promise.says or "")


def _finds(words: str, text: str) -> bool:
    return bool(pattern(words).search(text))
