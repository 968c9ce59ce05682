"""Name something else in the policy: a text that knows in which sections to look for it."""

import re
from typing import ClassVar

from policyctl.schema.grammar.texts import Text
from policyctl.schema.quantities import Date, QuantityError, TimeOfDay


class Reference(Text):
    """The author's words for something that stands elsewhere in the policy.

    `to` names the sections that may hold it. A `loose` reference may also be plain words: it counts as a mention and
    becomes a link where it matches, and is nobody's mistake where it does not.
    """

    __slots__ = ()
    to: ClassVar[tuple[str, ...]] = ()
    loose: ClassVar[bool] = False


class ChannelRef(Reference):
    """A channel."""

    __slots__ = ()
    to = ("channels",)


class CustomerRef(Reference):
    """A kind of customer; plain words where the policy does not name the kind."""

    __slots__ = ()
    to = ("customers",)
    loose = True


class EscalationRef(Reference):
    """A ladder or a direct route of the escalation; in a small shop, a person."""

    __slots__ = ()
    to = ("escalation.ladders", "escalation.direct", "roles")


class GoalRef(Reference):
    """A goal."""

    __slots__ = ()
    to = ("goals",)


class GrantRef(Reference):
    """Something that staff may give; plain words where it is not a row of the discretion."""

    __slots__ = ()
    to = ("discretion.may_give",)
    loose = True


class HoursRef(Reference):
    """A set of hours."""

    __slots__ = ()
    to = ("hours",)


class MeasureRef(Reference):
    """What a comparison is about: a metric, a goal or a promise."""

    __slots__ = ()
    to = ("metrics", "goals", "standards")


class MetricRef(Reference):
    """A metric."""

    __slots__ = ()
    to = ("metrics",)


class PriorityRef(Reference):
    """A priority."""

    __slots__ = ()
    to = ("priorities",)


class ProcedureRef(Reference):
    """A procedure."""

    __slots__ = ()
    to = ("procedures",)


class RoleRef(Reference):
    """A role, or a person who holds it."""

    __slots__ = ()
    to = ("roles",)


class Somebody(RoleRef):
    """A role, a person, or plain words for who it is: `anybody who has worked on your matter`."""

    __slots__ = ()
    loose = True


class StandardRef(Reference):
    """A promise."""

    __slots__ = ()
    to = ("standards",)


class TopicRef(Reference):
    """A topic; plain words where the policy has no chapter for it."""

    __slots__ = ()
    to = ("topics",)
    loose = True


class ValueRef(Reference):
    """A value."""

    __slots__ = ()
    to = ("values",)


class Mention(Reference):
    """Anything with a name, or plain words."""

    __slots__ = ()
    to = (
        "customers", "priorities", "channels", "topics", "roles", "standards", "remedies", "terms", "procedures",
        "goals", "metrics", "values", "discretion.may_give", "escalation.ladders", "escalation.direct",
    )  # fmt: skip
    loose = True


_DEADLINE = re.compile(
    r"\d|noon|midnight|\bend of\b|\bclose\b|\bmorning\b|\bevening\b|day\b|\bmittag|\bende\b|tag(?:e?s)?\b",
    re.IGNORECASE,
)


class By(RoleRef):
    """By whom, or by when: `by: Care lead` and `by: noon on the day after ordering` are both plain English."""

    __slots__ = ()
    loose = True

    @property
    def deadline(self) -> bool:
        """Whether the words are a time and not a person."""
        return bool(_DEADLINE.search(self)) or _reads(self)


def _reads(text: str) -> bool:
    for quantity in (TimeOfDay, Date):
        try:
            quantity.read(text)
        except QuantityError:
            continue
        return True
    return False
