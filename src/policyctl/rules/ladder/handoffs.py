"""Find handovers that nobody has words for, or that are too many."""

from collections.abc import Iterator, Mapping

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import pattern
from policyctl.meaning.people import who
from policyctl.meaning.references import targets
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.sections.escalation import Handoff, HandoffKind, Ladder, LadderKind
from policyctl.schema.sections.people import Role
from policyctl.schema.sections.stand import Moment

UNSEEN = (LadderKind.SPECIALISTS, LadderKind.ADVICE)
"""Ladders on which the customer stays with the person who asked."""

_MOST = 12
"""Hands that a limit may allow; nobody means more, and a longer ladder need not be climbed to see it."""

Limit = tuple[int, str]
"""How many times a moment lets the customer be passed on, and the moment's name."""


def handoff_without_words(context: RuleContext) -> Iterator[Issue]:
    """A handover without words: a cold one that does not say what is passed on, a warm one not what the customer hears.

    Why it matters: the case arrives without its story, or “I'll pass you on” sounds like being got rid of.

    Diff:

          escalation:
            ladders:
              Unhappy customers:
                triggers: The customer asks for somebody else
                levels:
                  - Ana
                  - Bea
                handoff:
                  kind: warm  # <- here
        +         say: Bea leads our team. I have told her everything, so you need not repeat it.
              Faults:
                triggers: You cannot mend it yourself
                levels:
                  - Ana
                  - Cleo
                handoff:
                  kind: cold  # <- here
        +         checklist: What happened, and what we have offered
    """
    for pointer, ladder in context.parts_of(Ladder):
        handoff = ladder.handoff if len(ladder.levels) > 1 else None
        place = (*pointer, "handoff", "kind")
        if handoff and handoff.kind is HandoffKind.COLD and not _says_what_is_passed_on(handoff):
            message = f"“{ladder.named()}” is handed over cold, and nothing says what goes with the case."
            hint = "List under `checklist` what the next one must know, so that the customer need not repeat it."
            yield Issue(place, message, hint)
        elif handoff and handoff.kind is HandoffKind.WARM and not (ladder.kind in UNSEEN or _introduces(handoff)):
            message = f"“{ladder.named()}” is handed over warm, and nothing says what the customer is told."
            hint = (
                "Write under `say` the sentence that introduces the next one, and says that nothing need be repeated."
            )
            yield Issue(place, message, hint, gently=True)


def _says_what_is_passed_on(handoff: Handoff) -> bool:
    return bool(handoff.checklist or pattern("escalation.passed_on").search(handoff.how or ""))


def _introduces(handoff: Handoff) -> bool:
    """Whether anything says what the customer is told of whoever comes next."""
    how = handoff.how or ""
    return bool(handoff.say or pattern("escalation.introduced").search(how) or any(mark in how for mark in '“„"'))


def too_many_handoffs(context: RuleContext) -> Iterator[Issue]:
    """A ladder that passes the customer on more often than a moment allows; checkers and advisers are not counted.

    Why it matters: the promise was made for the worst day, and on the worst day the ladder breaks it.

    Diff:

          moments:
            An upset caller:
              passed_on_at_most: 1
          escalation:
            ladders:
              Unhappy customers:  # <- here
                - Ana
                - Bea
        -       - Cleo
    """
    limits = _limits(context)
    ladders = dict(context.parts_of(Ladder)) if limits else {}
    for pointer, ladder in ladders.items():
        limit = limits.get(ladder.topic and normalise_name(ladder.topic)) or limits.get(None)
        met = _met(pointer, ladders, context) if limit else []
        if limit and len(met) - 1 > limit[0]:
            message = (
                f"“{ladder.named()}” may pass a customer on {_times(len(met) - 1)}, up to “{met[-1]}”, "
                f"and “{limit[1]}” allows it {_times(limit[0])}."
            )
            hint = "Let one level decide more, so that another can go, or write a truer number in `passed_on_at_most`."
            yield Issue(pointer, message, hint, at_key=True)


def _limits(context: RuleContext) -> dict[str | None, Limit]:
    """The most that the moments of each topic allow, and under None the most that any does."""
    found: dict[str | None, Limit] = {}
    for _, moment in context.parts_of(Moment):
        most = moment.passed_on_at_most
        if most and most.amount <= _MOST:
            for key in {moment.topic and normalise_name(moment.topic), None}:
                found[key] = max(found.get(key, (-1, "")), (most.amount, moment.named()), key=lambda limit: limit[0])
    return found


def _met(start: Pointer, ladders: Mapping[Pointer, Ladder], context: RuleContext) -> list[str]:
    """Whom a customer meets who climbs to the very top, up to as many as can matter."""
    met: list[str] = []
    climbed: set[Pointer] = set()
    here = start
    while here in ladders and here not in climbed and len(met) <= _MOST + 1:
        climbed.add(here)
        ladder = ladders[here]
        if ladder.kind in UNSEEN:
            break
        for level in ladder.levels[: _MOST + 2]:
            names = " or ".join(who(level.role, context).values())
            met += [names] if names and names not in met[-1:] else []
        onward = ladder.levels[-1].next if ladder.levels else None
        reached = next(iter(targets(onward, context.names)), None) if onward else None
        here = reached.pointer if reached else ()
        if reached and isinstance(reached.entry, Role):
            met.append(reached.entry.named())
    return met


def _times(number: int) -> str:
    return {0: "not at all", 1: "once", 2: "twice"}.get(number, f"{number} times")
