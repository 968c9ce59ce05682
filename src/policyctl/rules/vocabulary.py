"""A text in; whether it is vague about time, or names a virtue and nothing to do, out.

Each list holds what is said in one language; a further language is more words. What most policies never come to is
kept as text, which `re` makes a pattern of when it is first asked.
"""

import re

from policyctl.spec.quantities import has_figure

# The law defines `without undue delay`, `in reasonable time` and `unverzüglich`, and `at once` is a time.
_VAGUE = re.compile(
    r"\b(?:as (?:soon|quickly|fast) as (?:(?:reasonably )?(?:possible|practicable)|we can|they can)"
    r"|asap|promptly|quickly|speedily|swiftly|(?<!how )(?<!too )soon(?! as)|shortly(?! (?:before|after)\b)"
    r"|in a timely (?:manner|fashion|way)|in good time|in due course"
    r"|schnellstmöglich|schnellstens|baldmöglichst|zeitnah|umgehend|zügig|in kürze"
    r"|so (?:bald|schnell|rasch) (?:wie|als) möglich|so (?:bald|schnell|rasch) wir können)\b",
    re.IGNORECASE,
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
_ENDS = re.compile(r"(?<=[.!?;])\s+")


def vague_words(text: str) -> str | None:
    """The first words that are vague about time, in a sentence that names no time and asks nothing of customers."""
    for sentence in _ENDS.split(text):
        found = _VAGUE.search(sentence)
        if found and not (_names_a_time(sentence) or _is_asked_of_customers(sentence[: found.end()])):
            return found[0]
    return None


def _names_a_time(sentence: str) -> bool:
    return has_figure(sentence) or bool(re.search(_DEFINITE, sentence, re.IGNORECASE))


def _is_asked_of_customers(words: str) -> bool:
    return bool(re.search(_ASKED_OF_CUSTOMERS, words, re.IGNORECASE))


def tells_how_long(text: str) -> bool:
    """Whether a text holds a figure and a length of time, such as `about four days`."""
    return has_figure(text) and bool(re.search(_LENGTH, text, re.IGNORECASE))


_MANNER = (
    r"(?:empathetic|empathic|professional|friendly|polite|courteous|kind|nice|respectful|helpful|positive|patient"
    r"|proactive|caring|compassionate|understanding|attentive|customer[- ](?:focused|oriented|centric)"
    r"|empathisch|einfühlsam|professionell|freundlich|höflich|nett|respektvoll|hilfsbereit|positiv|geduldig"
    r"|zuvorkommend|verständnisvoll|aufmerksam|kundenorientiert|lösungsorientiert)"
)
_VIRTUE = (
    r"(?:empathy|professionalism|courtesy|kindness|respect|patience|compassion|understanding|initiative"
    r"|(?:good |your |your best |your own )*judge?ment|(?:your )?common sense"
    r"|empathie|mitgefühl|professionalität|höflichkeit|freundlichkeit|respekt|geduld|verständnis"
    r"|einfühlungsvermögen|augenmaß|fingerspitzengefühl|eigeninitiative"
    r"|(?:den |deinen |ihren )?gesunden menschenverstand)"
)
_OFTEN = r"(?:always|at all times|every time|very|truly|stets|immer|jederzeit|sehr)"
_QUALITY = rf"(?:{_OFTEN} )*(?:{_MANNER}|{_VIRTUE})"
_BETWEEN = re.compile(r",? and |, | und ", re.IGNORECASE)
_BE = (
    r"(?:are|be|stay|remain|act|show|use|have|demonstrate|practise"
    r"|sei|seien sie|seid|sind|bleib\w*|zeig\w*|nutz\w*|hab\w*)"
)
_TO_WHOM = (
    r"(?:to|with|towards|for|zu|mit|gegenüber) (?:\w+ )?"
    r"(?:customers?|everybody|everyone|people|guests?|all|allen|kund\w+|gästen|menschen)"
)
_ORDER = re.compile(
    rf"(?:(?:(?:we|staff|everybody|everyone|wir|alle) )?(?:{_OFTEN} )*{_BE} (?P<english>.+?)"
    rf"|(?P<german>.+?) (?:sein|bleiben|zeigen|haben|nutzen))(?: {_TO_WHOM})?(?: {_OFTEN})?",
    re.IGNORECASE,
)


def is_virtue(text: str) -> bool:
    """Whether a text, taken whole, names a virtue and nothing that anybody could do or say."""
    found = _ORDER.fullmatch(" ".join(text.split()).strip(" .!*_"))
    qualities = _BETWEEN.split(found["english"] or found["german"]) if found else []
    return bool(qualities) and all(re.fullmatch(_QUALITY, quality, re.IGNORECASE) for quality in qualities)
