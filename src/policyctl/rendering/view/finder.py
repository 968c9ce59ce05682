"""A finder leads from what happens now to the page that deals with it."""

from collections.abc import Iterator

from policyctl.rendering.view.document import Entrance
from policyctl.rendering.view.presenter import Presenter

DIRECT, WORDING = "straight-to-the-right-person", "what-we-say-instead"
"""Where the page stands that has no entry of its own to be named by."""


def entrances(presenter: Presenter) -> tuple[Entrance, ...]:
    """What may happen to somebody at work, in the order in which it happens, and where they find what to do."""
    return tuple(each for each in _situations(presenter) if each.anchor)


def _situations(presenter: Presenter) -> Iterator[Entrance]:
    policy = presenter.policy
    for pointer, procedure in policy.procedures.located(("procedures",)) if policy.procedures else ():
        if procedure.trigger:
            yield Entrance(procedure.named(), presenter.anchor(pointer))
    escalation = policy.escalation
    for pointer, ladder in (
        escalation.ladders.located(("escalation", "ladders")) if escalation and escalation.ladders else ()
    ):
        yield Entrance(ladder.named(), presenter.anchor(pointer))
    if escalation and escalation.direct:
        yield Entrance(presenter._("Straight to the right person"), DIRECT)
    if policy.discretion:
        yield Entrance(presenter._("What may I give?"), "give")
    if policy.tone and policy.tone.words:
        yield Entrance(presenter._("How do I put it?"), WORDING)
