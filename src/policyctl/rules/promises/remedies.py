"""Find remedies that do not say how much, for what or by when, and those of promises that are only aimed at."""

import re
from collections.abc import Iterator
from functools import cache

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import alternatives, pattern
from policyctl.meaning.promises.rows import rows
from policyctl.rules.promises.sentences import times_in
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.commitment import Firmness
from policyctl.schema.quantities import find_money, has_figure
from policyctl.schema.sections.standards import Remedy


def remedy_half_said(context: RuleContext) -> Iterator[Issue]:
    """Something owed in money that does not say how much, for what, or, where nobody has to ask, by when it is paid.

    Why it matters: a payment without a day or an amount is an argument that the customer has to begin.

    Diff:

          remedies:
            A missed visit:
              gives: £20
              automatic: yes  # <- here
        -   A lost parcel: compensation  # <- here
        +     paid_within: 10 working days
        +   A lost parcel: what was in it, up to £100
    """
    dated_once = any(remedy.paid_within for _, remedy in context.parts_of(Remedy))
    for pointer, remedy in context.parts_of(Remedy):
        if remedy.rows is None:
            if pointer[0] != "complaints" and context.understood and _is_vague(remedy):
                message = f"“{remedy.gives[0]}” does not say how much."
                hint = "Write the amount, how it is worked out, or the most that it may be at `up_to`."
                yield Issue((*pointer, "gives"), message, hint)
            if remedy.automatic and _pays(remedy) and not (dated_once or _has_date(remedy)):
                message = f"“{_name_of(remedy)}” is owed without being asked for, and nothing says by when."
                dated_once = True
                hint = "Add `paid_within`, such as `paid_within: 10 working days`; one entry may say it for all."
                yield Issue((*pointer, "automatic"), message, hint)
            if pointer[0] == "remedies" and not _has_reason(pointer, remedy) and _pays(remedy):
                message = f"“{_name_of(remedy)}” is owed here, and nothing says for what."
                yield Issue(pointer, message, "Say it with `when`, or give the entry a name: `Late by a day: £5`.")


def aim_with_payment(context: RuleContext) -> Iterator[Issue]:
    """A promise that is only aimed at or tried, with a payment that follows surely when it is missed.

    Why it matters: who pays for missing it has promised it; the careful word misleads staff and protects nobody.

    Diff:

          standards:
            First reply:
        -     firmness: aim  # <- here
        +     firmness: will
              within: 2 working days
              remedy: £5
    """
    for row in rows(context):
        remedy = row.promise.remedy
        if remedy and row.firmness in (Firmness.AIM, Firmness.TRY) and (remedy.automatic or _pays(remedy)):
            tried = "aimed at" if row.firmness is Firmness.AIM else "tried"
            message = f"“{row.name}” is only {tried}, and “{_name_of(remedy)}” is owed when it is missed."
            hint = "Write `firmness: will` and the sentence to match, since who pays for it has promised it."
            yield Issue((*row.pointer, "firmness" if row.promise.firmness else "says"), message, hint)
        elif context.understood and (found := _aims_and_pays(row.promise.says or "")):
            message = f"“{found['aim']}” promises nothing, and “{found['paid']}” is owed when it is missed."
            hint = "Write plainly that you do it, since who pays for it has promised it."
            nth = (row.promise.says or "")[: found.start("aim")].count(found["aim"])
            yield Issue((*row.pointer, "says"), message, hint, words=found["aim"], nth=nth)


def _is_vague(remedy: Remedy) -> bool:
    """Whether money is all that is owed, and no word says how much; of several things, one is chosen in each case."""
    alone = remedy.gives[0] if len(remedy.gives) == 1 else ""
    return bool(_some_money().fullmatch(alone.strip(" ."))) and not _explained(remedy)


@cache
def _some_money() -> re.Pattern[str]:
    indefinite, compensation = alternatives("promises.indefinite"), alternatives("promises.compensation")
    return re.compile(rf"(?:{indefinite} )*{compensation}", re.IGNORECASE)


def _pays(remedy: Remedy) -> bool:
    return any(find_money(each) for each in remedy.gives)


def _explained(remedy: Remedy) -> bool:
    """Whether the words beside it say how much, or that it is decided case by case."""
    beside = (remedy.says, remedy.about, remedy.note, remedy.notes, remedy.how, remedy.costs)
    return bool(remedy.up_to or remedy.over or any(beside))


def _has_date(remedy: Remedy) -> bool:
    if remedy.paid_within or remedy.within or remedy.by or remedy.on:
        return True
    words = " ".join(filter(None, (*remedy.gives, remedy.says, remedy.about, remedy.note, remedy.how)))
    return any(times_in(words)) or bool(pattern("promises.paid_when").search(words))


def _has_reason(pointer: Pointer, remedy: Remedy) -> bool:
    grouped = len(pointer) > 2 and "rows" in pointer
    return grouped or bool(remedy.name or remedy.when or remedy.says or remedy.about or remedy.fault)


def _name_of(remedy: Remedy) -> str:
    return remedy.named() or ", ".join(remedy.gives)


def _aims_and_pays(sentence: str) -> re.Match[str] | None:
    """A careful word, and behind it what is paid when the promise is missed."""
    return _aim_and_pay().search(sentence) if has_figure(sentence) else None


@cache
def _aim_and_pay() -> re.Pattern[str]:
    names = ("careful", "continuing", "otherwise")
    careful, continuing, otherwise = (alternatives(f"promises.{name}") for name in names)
    amount = r"[£€$] ?\d[\d.,]*\d|[£€$] ?\d|\d+(?:[.,]\d+)? ?(?:[€£$]|EUR|Euro)"
    return re.compile(
        rf"\b(?P<aim>{careful})\b[^.;]*[.;,] ?(?:{continuing} )?{otherwise}\b[^.;]*?(?P<paid>{amount})", re.IGNORECASE
    )
