"""What a promise says behind `within`, `by` or `at most` in, the measure or the words of it out."""

import re
from dataclasses import replace
from typing import Annotated, TypeAlias

from policyctl.schema.quantities.base import FromText, Quantity
from policyctl.schema.quantities.count import Count
from policyctl.schema.quantities.days import AgreedDay, SameDay
from policyctl.schema.quantities.duration import Duration
from policyctl.schema.quantities.frequency import Frequency
from policyctl.schema.quantities.relative import Relative
from policyctl.schema.quantities.text import LONGEST, tidy
from policyctl.schema.quantities.time_of_day import TimeOfDay
from policyctl.schema.quantities.words import Never, Words

Limit: TypeAlias = Duration | Relative | Count | TimeOfDay | SameDay | AgreedDay | Frequency | Never | Words
"""Everything that a promise may be limited by; Words when it is measured by none of the others."""

_AROUND = re.compile(
    r"(?:(?:within|in|by|at most|no more than|up to|less than|under"
    r"|innerhalb von|innerhalb|binnen|bis zu|bis|höchstens) )?"
    r"(?P<limit>\S.*?)(?:'?s?'? notice| at most| at the latest| or less)?",
    re.IGNORECASE,
)
"""What people write around a limit, though its field says it."""


def read_limit(text: str) -> Limit:
    """The first of the measures that a text says; every other text is Words, and none is refused."""
    around = _AROUND.fullmatch(tidy(text)) if len(text) <= LONGEST else None
    measure = find_measure(text) or (find_measure(around["limit"]) if around else None)
    return replace(measure, text=text) if measure else Words.read(text)


def find_measure(text: str) -> Limit | None:
    """As `read_limit`, but None for a text that is words alone."""
    return (
        Never.find(text) or SameDay.find(text) or AgreedDay.find(text)
        or Duration.find(text) or TimeOfDay.find(text) or Relative.find(text)
        or Frequency.says_so(text) or Count.find(text)
    )  # fmt: skip


AnyLimit = Annotated[
    Limit,
    FromText(
        read_limit,
        Quantity,
        "a limit, in a measure or in words",
        ("4 business hours", "the same day", "9:00", "2 x First reply"),
    ),
]
"""A field of a model that takes any limit."""
