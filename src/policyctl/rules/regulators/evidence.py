"""What an instrument may ask of a policy in, the evidence by which the policy language decides it out.

Each function makes a piece of evidence: None where nothing shows it, else everything that speaks against it.
"""

from collections.abc import Iterable, Iterator

from policyctl.findings import Pointer
from policyctl.rules.lengths import differs, sooner
from policyctl.rules.patterns import finds
from policyctl.rules.regulators.profile import Against, Evidence
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.entry import Part
from policyctl.schema.quantities import Duration
from policyctl.schema.sections.complaints import HowToComplain, OutsideBody
from policyctl.schema.sections.listening import Feedback
from policyctl.schema.sections.people import Channel

_FREE = (
    r"\bfree of charge\b|\bcosts? (?:you )?nothing\b|\bno (?:charge|cost|fee)\b"
    r"|\bkosten(?:los|frei)\b|\bkostet nichts\b"
)
_FINAL = r"final|answer|response|reply|letter"


def stated(*paths: str) -> Evidence:
    """That one of these fields of the policy says something: `complaints.learning`."""

    def evidence(context: RuleContext) -> Iterable[Against] | None:
        return () if any(_at(context.policy, path.split(".")) for path in paths) else None

    return evidence


def told(words: str, *paths: str) -> Evidence:
    """That the words about complaints say so, or that one of these fields says something."""

    def evidence(context: RuleContext) -> Iterable[Against] | None:
        return () if _mentions(context, words) or stated(*paths)(context) is not None else None

    return evidence


def free_of_charge(context: RuleContext) -> Iterable[Against] | None:
    """That complaining costs nothing."""
    complaints = context.policy.complaints
    flag = complaints.free_of_charge if complaints else None
    if flag is not None and not flag:
        says = "Complaining costs the customer something"
        hint = "Write `free_of_charge: yes`, or take the instrument out of `profiles`."
        return (Against(("complaints", "free_of_charge"), says, "free of charge", hint),)
    return () if flag or _mentions(context, _FREE) else None


def several_ways(context: RuleContext) -> Iterable[Against] | None:
    """That there is more than one way in which a complaint may be made."""
    named = [reference for _, how in context.parts_of(HowToComplain) for reference in how.channels]
    open_ = [channel for _, channel in context.parts_of(Channel) if channel.helps()]
    return () if len(named) > 1 or (not named and len(open_) > 1) else None


def time_to_complain(least: str) -> Evidence:
    """That a customer has at least so long to complain; who states no limit has none."""
    least_time = Duration.read(least)

    def evidence(context: RuleContext) -> Iterable[Against] | None:
        return list(_too_short(context, least_time)) if context.policy.complaints else None

    return evidence


def outside_body(names: str) -> Evidence:
    """That customers are told of the body outside."""
    return told(names)


def time_to_go_outside(names: str, exactly: str) -> Evidence:
    """That customers are told how long they have to go to the body outside, and the right figure."""
    right = Duration.read(exactly)

    def evidence(context: RuleContext) -> Iterable[Against] | None:
        bodies = [(pointer, body) for pointer, body in context.parts_of(OutsideBody) if _is_called(body, names)]
        limits = [
            ((*pointer, "limits", index, "within"), body, limit)
            for pointer, body in bodies
            for index, each in enumerate(body.limits)
            for limit in durations(each)
            if finds(_FINAL, f"{each.after or ''} {each.says or ''}")
        ]
        return list(_other_than(limits, right)) if limits else None

    return evidence


def outside_is_free(names: str) -> Evidence:
    """That customers are told that asking the body outside costs nothing."""

    def evidence(context: RuleContext) -> Iterable[Against] | None:
        return () if any(body.free for _, body in context.parts_of(OutsideBody) if _is_called(body, names)) else None

    return evidence


def asked_about(words: str) -> Evidence:
    """That customers are asked about a matter."""

    def evidence(context: RuleContext) -> Iterable[Against] | None:
        asked = (
            text
            for _, each in context.parts_of(Feedback)
            for text in (*each.question, each.named(), each.about or "", *each.metrics)
        )
        return () if any(finds(words, text) for text in asked) else None

    return evidence


def durations(part: Part) -> Iterator[Duration]:
    """The lengths of time within which a part says that it is done."""
    yield from (bound for _, bound in getattr(part, "within", None) or () if isinstance(bound, Duration))


def _too_short(context: RuleContext, least: Duration) -> Iterator[Against]:
    for pointer, how in context.parts_of(HowToComplain):
        for limit in durations(how):
            if sooner(limit, least):
                hint = f"Write {least} or more, or leave the limit out."
                says = f"Customers have {limit} to complain"
                yield Against((*pointer, "within"), says, f"{least} at least", hint, limit=True)


def _other_than(limits: Iterable[tuple[Pointer, OutsideBody, Duration]], right: Duration) -> Iterator[Against]:
    for pointer, body, limit in limits:
        if differs(limit, right):
            says = f"Customers are told that they have {limit} to go to {body.named()}"
            yield Against(pointer, says, f"{right}", f"Write {right}, so that nobody comes too late.", limit=True)


def _is_called(body: OutsideBody, names: str) -> bool:
    return finds(names, body.named())


def _mentions(context: RuleContext, words: str) -> bool:
    return any(each.pointer[:1] == ("complaints",) and finds(words, each.text) for each in context.texts.passages)


def _at(part: object, path: list[str]) -> object:
    """What stands at the end of a path of fields, where anything does; an empty mapping is nothing."""
    for key in path:
        part = getattr(part, key, None)
        if part is None or part == ():
            return None
    return part
