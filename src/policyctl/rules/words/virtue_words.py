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
_CLICHE = (
    r"(?:actively listen|listen actively|take ownership|go the extra mile|go above and beyond"
    r"|exceed (?:all |their |every |(?:the )?(?:customers?|guests?)['’]?s?['’]? )?expectations"
    r"|put (?:the |our )?(?:customers?|guests?) first|(?:do|give) (?:your|our|my) (?:very )?best|(?:stay|remain) calm"
    r"|(?:we )?give 1[1-9]\d ?%(?: every day)?|delight (?:the|every|our|all) (?:customers?|guests?)|build rapport"
    r"|aktiv zuhören|verantwortung übernehmen|die extrameile gehen|(?:sein|unser|dein|ihr) bestes geben|ruhig bleiben"
    r"|(?:alle |die )?erwartungen übertreffen|den kunden in den mittelpunkt stellen)"
)
"""What every handbook says, and nobody can practise."""

_FEW = 6
"""Parts of a sentence; one of more is no mere list of virtues."""

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
    rf"|(?P<german>.+?) (?:sein|bleiben|zeigen|haben|nutzen|reagieren|auftreten|handeln))(?: {_TO_WHOM})?(?: {_OFTEN})?"
)


def is_virtue(text: str) -> bool:
    """Whether a text, taken whole, names a virtue and nothing that anybody could do or say."""
    words = " ".join(text.split()).strip(" .!*_")
    parts = pattern(_BETWEEN).split(words)
    return _is_order(words) or (
        len(parts) <= _FEW and all(_is_order(part) or pattern(_CLICHE).fullmatch(part) for part in parts)
    )


def _is_order(words: str) -> bool:
    found = pattern(_ORDER).fullmatch(words)
    qualities = pattern(_BETWEEN).split(found["english"] or found["german"]) if found else []
    return bool(qualities) and all(pattern(_QUALITY).fullmatch(quality) for quality in qualities)
