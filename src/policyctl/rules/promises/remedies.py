"""A policy in; what is owed without an amount, a time or a reason to owe it, out."""

import re
from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.rules.patterns import finds, pattern
from policyctl.rules.promises.prose import times_said
from policyctl.rules.promises.rows import rows
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.commitment import Firmness
from policyctl.schema.quantities import find_money, has_figure
from policyctl.schema.sections.standards import Remedy

_MONEY = (
    r"(?:(?:some|a|an|financial|appropriate|fair|suitable|small|eine?|etwas|angemessene) )*"
    r"(?:compensation|money|payment|credit|voucher|discount|goodwill(?: payment| gesture)?|reimbursement"
    r"|entschädigung|geld|zahlung|gutschrift|gutschein|nachlass|rabatt|kulanz\w*)"
)
_TIME = (
    r"\b(?:at once|there and then|on the spot|immediately|(?:same|next) (?:\w+ )?(?:day|bill|invoice)"
    r"|sofort|nächste\w*)\b"
)


_AIM_AND_PAY = (
    r"\b(?P<aim>we (?:aim|try|do our best|endeavour|hope) to|wir (?:bemühen uns|versuchen|streben an))\b[^.;]*[.;,] ?"
    r"(?:and |und )?(?:if (?:we|it|that)\b[^,.;]*n[o'’]t\b|if we (?:fail|miss)|otherwise|or else|sonst|andernfalls"
    r"|falls? (?:wir|das|es) [^,.;]*nicht|wenn (?:wir|das|es) [^,.;]*nicht)[^.;]*?"
    r"(?P<paid>[£€$] ?\d[\d.,]*\d|[£€$] ?\d|\d+(?:[.,]\d+)? ?(?:[€£$]|EUR|Euro))"
)
"""A careful word, and behind it what is paid when the promise is missed."""


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
    told_once = any(remedy.paid_within for _, remedy in context.parts_of(Remedy))
    for pointer, remedy in context.parts_of(Remedy):
        if remedy.rows is None:
            if pointer[0] != "complaints" and context.understood and _is_vague(remedy):
                message = f"“{remedy.gives[0]}” does not say how much."
                hint = "Write the amount, how it is worked out, or the most that it may be at `up_to`."
                yield Issue((*pointer, "gives"), message, hint)
            if remedy.automatic and _pays(remedy) and not (told_once or _says_when(remedy)):
                message = f"“{_named(remedy)}” is owed without being asked for, and nothing says by when."
                told_once = True
                hint = "Add `paid_within`, such as `paid_within: 10 working days`; one entry may say it for all."
                yield Issue((*pointer, "automatic"), message, hint)
            if pointer[0] == "remedies" and not _says_for_what(pointer, remedy) and _pays(remedy):
                message = f"“{_named(remedy)}” is owed here, and nothing says for what."
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
            message = f"“{row.name}” is only {tried}, and “{_named(remedy)}” is owed when it is missed."
            hint = "Write `firmness: will` and the sentence to match, since who pays for it has promised it."
            yield Issue((*row.pointer, "firmness" if row.promise.firmness else "says"), message, hint)
        elif context.understood and (found := _aims_and_pays(row.promise.says or "")):
            message = f"“{found['aim']}” promises nothing, and “{found['paid']}” is owed when it is missed."
            hint = "Write plainly that you do it, since who pays for it has promised it."
            nth = (row.promise.says or "")[: found.start("aim")].count(found["aim"])
            yield Issue((*row.pointer, "says"), message, hint, words=found["aim"], nth=nth)


def _aims_and_pays(sentence: str) -> re.Match[str] | None:
    return pattern(_AIM_AND_PAY).search(sentence) if has_figure(sentence) else None


def _is_vague(remedy: Remedy) -> bool:
    """Whether money is all that is owed, and no word says how much; of several things, one is chosen in each case."""
    alone = remedy.gives[0] if len(remedy.gives) == 1 else ""
    return bool(pattern(_MONEY).fullmatch(alone.strip(" ."))) and not _explained(remedy)


def _pays(remedy: Remedy) -> bool:
    return any(find_money(each) for each in remedy.gives)


def _explained(remedy: Remedy) -> bool:
    """Whether the words beside it say how much, or that it is decided case by case."""
    beside = (remedy.says, remedy.about, remedy.note, remedy.notes, remedy.how, remedy.costs)
    return bool(remedy.up_to or remedy.over or any(beside))


def _says_when(remedy: Remedy) -> bool:
    if remedy.paid_within or remedy.within or remedy.by or remedy.on:
        return True
    words = " ".join(filter(None, (*remedy.gives, remedy.says, remedy.about, remedy.note, remedy.how)))
    return any(times_said(words)) or finds(_TIME, words)


def _says_for_what(pointer: Pointer, remedy: Remedy) -> bool:
    grouped = len(pointer) > 2 and "rows" in pointer
    return grouped or bool(remedy.name or remedy.when or remedy.says or remedy.about or remedy.fault)


def _named(remedy: Remedy) -> str:
    return remedy.named() or ", ".join(remedy.gives)
