"""A text in; whether it names a virtue and nothing to do, out.

Each list holds what is said in one language; a further language is more words.
"""

from policyctl.rules.patterns import pattern

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
_BETWEEN = r",? and |, | und "
_BE = (
    r"(?:are|be|stay|remain|act|show|use|have|demonstrate|practise"
    r"|sei|seien sie|seid|sind|bleib\w*|zeig\w*|nutz\w*|hab\w*)"
)
_TO_WHOM = (
    r"(?:to|with|towards|for|zu|mit|gegenüber) (?:\w+ )?"
    r"(?:customers?|everybody|everyone|people|guests?|all|allen|kund\w+|gästen|menschen)"
)
_ORDER = (
    rf"(?:(?:(?:we|staff|everybody|everyone|wir|alle) )?(?:{_OFTEN} )*{_BE} (?P<english>.+?)"
    rf"|(?P<german>.+?) (?:sein|bleiben|zeigen|haben|nutzen))(?: {_TO_WHOM})?(?: {_OFTEN})?"
)


def is_virtue(text: str) -> bool:
    """Whether a text, taken whole, names a virtue and nothing that anybody could do or say."""
    found = pattern(_ORDER).fullmatch(" ".join(text.split()).strip(" .!*_"))
    qualities = pattern(_BETWEEN).split(found["english"] or found["german"]) if found else []
    return bool(qualities) and all(pattern(_QUALITY).fullmatch(quality) for quality in qualities)
