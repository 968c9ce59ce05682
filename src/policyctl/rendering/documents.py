"""The documents that a policy prints: for whom each is, what it needs, and which module lays it out."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policyctl.schema import Policy


@dataclass(frozen=True, slots=True)
class Document:
    """One document: what it is for, who reads it, and what it is made from.

    Of each of the `needs` one section has to be there; the words beside them say what to add. `is_public` keeps
    everything out that customers may not read, so that a section for staff alone is none.
    """

    says: str
    reader: str
    needs: tuple[tuple[tuple[str, ...], str], ...] = ()
    is_public: bool = False

    def missing(self, policy: "Policy") -> tuple[str, ...]:
        """What the policy lacks for it, each as what to add; nothing where it can be printed."""
        from policyctl.meaning.public import public  # noqa: PLC0415  Whoever asks for the table alone loads no meaning.

        there = (public(policy) if self.is_public else policy).set_fields()
        return tuple(hint for sections, hint in self.needs if not any(name in there for name in sections))


DOCUMENTS: Mapping[str, Document] = MappingProxyType({
    "handbook": Document("Everything in the policy, in the order in which it is needed.", "staff"),
    "card": Document(
        "One page for the wall: what I may give, danger, whom I call, what we promise, what to say.", "staff",
        ((("discretion", "escalation", "standards", "tone", "procedures"),
          "Add `discretion` (what staff may give), `escalation` (whom they call) or `standards` (what is promised)."),),
    ),
    "charter": Document(
        "What we promise our customers, and what they can do if it fails.", "customers",
        ((("standards", "complaints", "terms", "remedies"), "Add `standards`, what customers are promised."),),
        is_public=True,
    ),
    "complaints": Document(
        "A leaflet on how to complain, and the letters to acknowledge, hold, decide and extend.", "customers, staff",
        ((("complaints",), "Add `complaints`, how somebody complains and what happens then."),),
        is_public=True,
    ),
    "training": Document(
        "The plan with a sign-off sheet, role-play cards, an observer's sheet, the quiz and its key, the audio script.",
        "trainers, staff",
        ((("training", "rollout"), "Add `training`, what is practised, with role plays and a quiz."),),
    ),
    "pilot": Document(
        "The notice of the test, an interview sheet, a feedback form, and the table of go or no-go.",
        "whoever takes part",
        ((("pilot",), "Add `pilot`, who tries the policy, from when, and what decides."),),
    ),
    "briefing": Document(
        "What changes for you, by role, from when, and where to ask.", "staff",
        ((("changelog", "rollout"), "Add `changelog`, what changed in each version, or compare with `--against`."),),
    ),
    "review": Document(
        "Open findings, promises, comparisons and questions, with room for decisions.", "leaders",
        ((("review", "benchmarks", "metrics", "leadership"), "Add `review`, when it is read again and by whom."),),
    ),
})  # fmt: skip
"""Every document that policyctl brings, by its name, in the order in which a reader would ask for them."""
