"""The prose about complaints in, how long it says that the whole takes out.

Each pattern holds what is said in English and in German; a further language is more words.
"""

import re
from collections.abc import Iterator

from policyctl.rules.patterns import finds, pattern
from policyctl.schema.quantities import Duration

_WHOLE = (
    r"\b(?:in all|all in all|altogether|in total|from (?:start|beginning|first) to (?:finish|end|last)"
    r"|the whole (?:thing|procedure|process|way|of it)|insgesamt|alles in allem|alles zusammen|von anfang bis ende)\b"
)
_LENGTH = (
    r"[^\W_]+(?:-[^\W_]+)? (?:(?:working|business|calendar) )?(?:days?|weeks?|months?)\b"
    r"|[^\W_]+ (?:arbeits|werk|kalender)?(?:tage?n?|wochen?|monate?n?)\b"
)
_ENDS = re.compile(r"(?<=[.!?;:])\s+")


def totals_told(text: str) -> Iterator[tuple[str, Duration]]:
    """The words and the length of time of each sentence that speaks of the whole: `within 8 weeks in all`."""
    for sentence in _ENDS.split(text):
        if finds(_WHOLE, sentence):
            for found in pattern(_LENGTH).finditer(sentence):
                if length := Duration.find(found[0]):
                    yield found[0], length
