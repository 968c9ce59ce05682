"""The words of a metric in; whether it is about speed, satisfaction or time kept, out.

Each pattern holds what is said in English and in German; a further language is more words.
"""

from policyctl.rules.patterns import finds

_SPEED = (
    r"\b(?:(?:first|next|full)[- ](?:reply|response|answer)"
    r"|(?:reply|response|answer(?:ing)?|resolution|handl(?:e|ing)|wait(?:ing)?|pick-?up|queue|turnaround|call)"
    r"[- ]times?"
    r"|time to (?:first |the first )?(?:reply|response|answer|solve|resolve|resolution)\w*"
    r"|how (?:fast|quick(?:ly)?|soon)|speed|(?:answered|picked up|replied to|served|closed) (?:(?:in|on) time|within)"
    r"|(?:calls|cases|tickets|emails|messages|chats)(?: \w+)? (?:per|an|each|a) (?:hour|day)"
    r"|\w{0,30}(?:antwort|reaktions|bearbeitungs|lösungs|warte|durchlauf|gesprächs)zeit\w*"
    r"|wie (?:schnell|lange)|zeit bis|(?:rechtzeitig|pünktlich|fristgerecht) (?:be)?antwortet"
    r"|(?:anrufe|fälle|tickets|nachrichten)(?: \w+)? (?:pro|je) (?:stunde|tag))\b"
)
_QUALITY = (
    r"\b(?:again|(?:come|comes|came) back|return\w*|repeat\w*|re-?open\w*|satisf\w*|happy|csat|nps|ces|promoters?"
    r"|recommend\w*|complain\w*|review\w*|first time right|right first time|first[- ]contact|one go|errors?|mistakes?"
    r"|accura\w*|correct\w*|quality|loyal\w*|solved|resolved"
    r"|wieder\w*|erneut|zurück\w*|gelöst\w*|stammkund\w*"
    r"|\w{0,30}(?:zufrieden|empfehl|beschwerde|reklamation|fehler|treue|erstlösung|bewertung)\w*)\b"
)
_SATISFACTION = r"\b(?:csat|ces|customer effort|\w{0,30}(?:satisfaction|zufriedenheit|weiterempfehlung)\w*)\b"
_SCALE = (
    r"\b(?:scale|stars?|smil\w+|faces?|points?|grades?|thumbs?|yes|share|percent(?:age)?|promoters?"
    r"|skala|sternen?|punkte?|noten?|schulnoten?|daumen|ja|anteil|prozent)\b|%"
)
_LENGTH = (
    r"\b(?:(?:reply|response|answer(?:ing)?|resolution|handl(?:e|ing)|wait(?:ing)?|pick-?up|queue|turnaround)[- ]times?"
    r"|time to (?:first |the first )?(?:reply|response|answer|solve|resolve|resolution)\w*"
    r"|\w{0,30}(?:antwort|reaktions|bearbeitungs|lösungs|warte|durchlauf)zeit\w*|zeit bis)\b"
)
_STATISTIC = (
    r"\b(?:mean|median|average\w*|percentile|p\d\d|share|percent(?:age)?|longest|slowest|shortest|most|worst|every|each"
    r"|all|half|sum|total|within|in time|on time"
    r"|ø|mittler\w*|\w{0,30}mittel\w*|\w{0,30}durchschnitt\w*|\w{0,30}schnitt|perzentil|anteil|prozent"
    r"|längste\w*|jede[rnms]?|alle\w*|hälfte|summe|innerhalb|binnen|rechtzeitig)\b|%"
)
_PUNCTUAL = (
    r"\b(?:in time|on time|within|kept|met|missed|late"
    r"|rechtzeitig|pünktlich|fristgerecht|innerhalb|binnen|eingehalten\w*|gehalten\w*|verspätet\w*)\b"
)


def is_speed(text: str) -> bool:
    """Whether it is about how fast something goes, and about nothing else."""
    return finds(_SPEED, text) and not speaks_of_quality(text)


def speaks_of_quality(text: str) -> bool:
    """Whether it asks if customers were helped, and not how fast."""
    return finds(_QUALITY, text)


def is_satisfaction(name: str) -> bool:
    """Whether it is a figure of satisfaction that means nothing without its scale."""
    return finds(_SATISFACTION, name)


def names_a_scale(text: str) -> bool:
    """Whether it says what customers could answer, figures apart."""
    return finds(_SCALE, text)


def is_a_length(text: str) -> bool:
    """Whether it is a length of time that differs from case to case."""
    return finds(_LENGTH, text)


def names_a_statistic(text: str) -> bool:
    """Whether it says how one figure is made of many."""
    return finds(_STATISTIC, text)


def is_about_keeping_time(text: str) -> bool:
    """Whether it counts what was kept in time."""
    return finds(_PUNCTUAL, text)
