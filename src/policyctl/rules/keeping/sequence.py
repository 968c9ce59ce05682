"""Find steps whose own times turn the order around in which they stand, and trials of another length than is told."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import finds
from policyctl.meaning.claims import Claim, Side, claims
from policyctl.meaning.dates import Event, first_day
from policyctl.meaning.figures import Bound, Kind
from policyctl.meaning.lengths import sooner
from policyctl.meaning.promises.rows import MANY, Row, rows
from policyctl.meaning.subjects import stems_of
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.commitment import Milestone
from policyctl.schema.quantities import Duration, Unit
from policyctl.schema.sections.complaints import Stage
from policyctl.schema.sections.procedures import Procedure

_LAST = (Milestone.FULL_REPLY, Milestone.RESOLVE)

_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30}

_TOLD = ("told", "intro", "about")
"""Where it is said how long a trial lasts, and not how long anything in it takes."""

_TENTH = 10

_ROUND = Decimal(4)
"""Days by which a trial may be longer or shorter than it is called; people round."""


def steps_out_of_order(context: RuleContext) -> Iterator[Issue]:
    """Steps of a stage, or of a procedure, of which an earlier one is done after a later one."""
    by_stage: dict[Pointer, list[Row]] = {pointer: [] for pointer, _ in context.parts_of(Stage)}
    for row in rows(context):
        if row.home in by_stage and len(by_stage[row.home]) < MANY:
            by_stage[row.home].append(row)
    for found in by_stage.values():
        yield from _in_a_stage(found)
    yield from _notices(context)


def _in_a_stage(found: Sequence[Row]) -> Iterator[Issue]:
    """Steps that are counted from the same moment, of which the answer comes before what is listed ahead of it."""
    for at, earlier in enumerate(found):
        for later in found[at + 1 :]:
            one, other = _length(earlier), _length(later)
            is_known = earlier.milestone and later.milestone
            in_order = _is_answer(later) and not (_is_answer(earlier) or is_known) and earlier.start == later.start
            if in_order and sooner(other, one):
                message = f"“{earlier.name}” may take {_words(one)}, and “{later.name}” follows within {_words(other)}."
                hint = "Make the earlier one shorter or the later one longer, or put them in their order."
                yield Issue((*earlier.pointer, "within"), message, hint, twin=(*later.pointer, "within"))
                return


def _is_answer(row: Row) -> bool:
    return row.milestone in _LAST or (row.milestone is None and finds("keeping.answers", row.name))


def _length(row: Row) -> Duration | None:
    is_sole = len(row.limits) == 1 and row.limits[0].case_name is None and not row.case.conditions
    return row.limits[0].length if is_sole else None


def _words(length: Duration | None) -> str:
    return " ".join((length.text or str(length)).split()) if length else ""


class _Notice(NamedTuple):
    """So long before something, a step of a procedure is done."""

    claim: Claim
    length: Duration
    before: frozenset[str]


def _notices(context: RuleContext) -> Iterator[Issue]:
    """Steps that are done so long before one and the same event, the later of which comes before the earlier."""
    places = {pointer for pointer, _ in context.parts_of(Procedure)}
    by_list: dict[Pointer, list[_Notice]] = {}
    for claim in claims(context) if places else ():
        notice = _notice(claim)
        if notice and claim.pointer[:2] in places:
            before = by_list.setdefault(claim.pointer[:-2], [])
            other = before[-1] if before else None
            if other and other.before == notice.before and sooner(other.length, notice.length):
                message = f"“{claim.words}” before comes after a step that is done “{other.claim.words}” before."
                hint = "Put the steps in the order in which they are done, or mend the one that is wrong."
                yield claim.issue(message, hint, other.claim.pointer)
            before.append(notice)


def _notice(claim: Claim) -> _Notice | None:
    """A length of time in what a step does, which is exactly so long before something."""
    is_told = claim.field == "do" and claim.figure and claim.side is Side.BEFORE and claim.bound is Bound.EXACT
    if not is_told or not claim.figure or not isinstance(claim.value, Duration) or not claim.is_firm:
        return None
    event = claim.figure.clause.partition(claim.figure.words)[2]
    return _Notice(claim, claim.value, stems_of(event, claim.language))


def trial_of_another_length(context: RuleContext) -> Iterator[Issue]:
    """A trial that is said to run for so many weeks, where its first and its last day are not so far apart."""
    begins, ends = first_day(Event.TRIAL_BEGINS, context), first_day(Event.TRIAL_ENDS, context)
    if not begins or not ends:
        return
    really = Decimal((ends.value - begins.value).days + 1)
    told = [each for each in claims(context) if each.kind is Kind.DURATION and each.pointer[:1] == ("pilot",)]
    for claim in (each for each in told if each.field in _TOLD):
        length = claim.value
        said = _in_days(length) if isinstance(length, Duration) else None
        is_all = claim.bound is Bound.EXACT and claim.is_firm and [each.field for each in told].count(claim.field) == 1
        lasts = claim.side is Side.LASTING or bool(claim.figure and finds("keeping.trying", claim.figure.clause))
        if said and is_all and lasts and abs(said - really) > max(_ROUND, said / _TENTH):
            message = f"The trial is said to last {claim.words}, and from {begins} to {ends} it is {really} days."
            yield claim.issue(message, "Mend whichever of the two is wrong.", ends.pointer)


def _in_days(length: Duration) -> Decimal | None:
    days = _DAYS.get(length.unit)
    return length.longest * days if days else None
