"""A finder leads from what happens now to the page that deals with it, and knows which of it is a danger."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from policyctl import lexicon
from policyctl.findings import Pointer
from policyctl.rendering.view.blocks import Prose
from policyctl.rendering.view.document import Entrance
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sentences import open_end, tail
from policyctl.schema.sections.escalation import DirectRoute
from policyctl.schema.sections.procedures import Procedure

DIRECT, WORDING = "straight-to-the-right-person", "what-we-say-instead"
"""Where the page stands that has no entry of its own to be named by."""

MOST = 10
"""How many lines can be taken in at a glance."""

SHORT = 44
"""How many characters a line may have."""

Located = tuple[Pointer, DirectRoute]


def entrances(presenter: Presenter) -> tuple[Entrance, ...]:
    """What may happen to somebody at work, and where they find what to do: danger always, and as much as fits."""
    always = [each for each in _always(presenter) if each.anchor]
    cases = (each for each in _cases(presenter) if each.anchor)
    return (*islice(cases, MOST - len(always)), *always)


def _cases(presenter: Presenter) -> Iterator[Entrance]:
    """The procedures that begin with something that happens, the ladders, then all other procedures."""
    policy = presenter.policy
    located = list(policy.procedures.located(("procedures",))) if policy.procedures else []
    ladders = policy.escalation.ladders if policy.escalation else None
    yield from (Entrance(_situation(row), presenter.anchor(pointer)) for pointer, row in located if row.trigger)
    for pointer, ladder in ladders.located(("escalation", "ladders")) if ladders else ():
        yield Entrance(ladder.named(), presenter.anchor(pointer))
    yield from (Entrance(row.named(), presenter.anchor(pointer)) for pointer, row in located if not row.trigger)


def _situation(procedure: Procedure) -> str:
    """How one knows the case, where few words say so; otherwise the name."""
    trigger = tail(open_end(Prose(procedure.trigger[0]))) if len(procedure.trigger) == 1 else ""
    return trigger if 0 < len(trigger) <= SHORT else procedure.named()


def _always(presenter: Presenter) -> Iterator[Entrance]:
    """Danger, and what may be asked in any case."""
    policy = presenter.policy
    escalation = policy.escalation
    if escalation and escalation.direct:
        dangers = [each.named() for each in escalation.direct if is_danger(each)]
        yield Entrance(dangers[0] if dangers else presenter._("Straight to the right person"), DIRECT)
    if policy.complaints and policy.complaints.set_fields():
        yield Entrance(presenter._("Somebody complains"), "complaints")
    if policy.discretion and policy.discretion.set_fields():
        yield Entrance(presenter._("What may I give?"), "give")
    if policy.tone and policy.tone.words:
        yield Entrance(presenter._("How do I put it?"), WORDING)


# ---- danger -------------------------------------------------------------------------------------------------------


def danger_first(routes: Iterable[Located]) -> list[Located]:
    """Danger to life, then people who need help, then all others in their author's order."""
    return sorted(routes, key=lambda each: (not is_danger(each[1]), not _speaks_of("vulnerable customers", each[1])))


def is_danger(case: DirectRoute | str) -> bool:
    """Whether somebody may be hurt; a letter that only speaks of the police is no danger."""
    return _speaks_of("danger", case) and not _speaks_of("legal threats", case)


def _speaks_of(danger: str, case: DirectRoute | str) -> bool:
    text = case if isinstance(case, str) else " ".join((case.named(), *case.triggers, *case.for_))
    return bool(_pattern(danger).search(text))


@cache
def _pattern(danger: str) -> re.Pattern[str]:
    """A pattern of the words by which a danger is known, in all languages; a star stands for any ending."""
    known = (word for code in lexicon.languages() for word in lexicon.table("escalation.dangers", code).get(danger, ()))
    words = "|".join(re.escape(str(word)).replace(r"\*", r"\w*") for word in known)
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
