"""A text in; whether it is vague about time out.

Each list holds what is said in one language; a further language is more words. What most policies never come to is
kept as text, which `re` makes a pattern of when it is first asked.
"""

import re

from policyctl.rules.patterns import finds, pattern
from policyctl.spec.quantities import has_figure

# The law defines `without undue delay`, `in reasonable time` and `unverzüglich`, and `at once` is a time.
_VAGUE = (
    r"\b(?:as (?:soon|quickly|fast) as (?:(?:reasonably )?(?:possible|practicable)|we can|they can)"
    r"|as (?:soon|quickly|fast) as [^.,;:]{1,40}? (?:allows?|permits?)"
    r"|asap|promptly|quickly|speedily|swiftly|(?<!how )(?<!too )soon(?! as)|shortly(?! (?:before|after)\b)"
    r"|in a timely (?:manner|fashion|way)|in good time|in due course"
    r"|schnellstmöglich|schnellstens|baldmöglichst|zeitnah|umgehend|zügig|in kürze"
    r"|so (?:bald|schnell|rasch) (?:wie|als) möglich|so (?:bald|schnell|rasch) wir können)\b"
)
_LENGTH = (
    r"(?:seconds?|minutes?|hours?|days?|mornings?|weeks?|months?"
    r"|sekunden?|minuten?|stunden?|(?:werk|arbeits)?tage?n?|wochen?|monate?n?)\b"
)
_DEFINITE = (
    r"\b(?:(?:no|not) later than|at the latest|within|inside|until|today|tonight|tomorrow"
    r"|noon|midnight|spätestens|innerhalb|binnen|heute|übermorgen|mittags?|feierabend"
    r"|(?:an?|one|the|each|every|same|next|following|eine[nmrs]?|am|selben|gleichen|nächsten|jede[nmrs]?)"
    rf" (?:\w+ )?{_LENGTH})"
)
_ASKED_OF_CUSTOMERS = (
    r"\b(?:please|(?:tell|call|ring|contact|write to|send|let) us|you (?:must|should|need to)"
    r"|bitte|sag(?:t|en sie)? uns|melde(?:n sie sich|t euch| dich)|ruf(?:t|en sie)? uns|du (?:musst|solltest)"
    r"|sie (?:müssen|sollten))\b"
)
_OURS = r"(?:,|\band|\bthen|\bund|\bdann \w+) (?:we|wir)\b"
_ENDS = re.compile(r"(?<=[.!?;])\s+")


def vague_words(text: str) -> tuple[str, int] | None:
    """The first words that are vague about time, and how many times they stand before that place.

    A sentence that names a time is not vague, and one that asks something of customers promises nothing.
    """
    before = ""
    for sentence in _ENDS.split(text):
        found = pattern(_VAGUE).search(sentence)
        if found and not (_names_a_time(sentence) or _is_asked_of_customers(sentence[: found.end()])):
            return found[0], (before + sentence[: found.start()]).count(found[0])
        before += f"{sentence} "
    return None


def _names_a_time(sentence: str) -> bool:
    return has_figure(sentence) or finds(_DEFINITE, sentence)


def _is_asked_of_customers(words: str) -> bool:
    """Whether the words before are about what customers do; what we do begins anew: `please call, and we will`."""
    return finds(_ASKED_OF_CUSTOMERS, pattern(_OURS).split(words)[-1])


def tells_how_long(text: str) -> bool:
    """Whether a text holds a figure and a length of time, such as `about four days`."""
    return has_figure(text) and finds(_LENGTH, text)
