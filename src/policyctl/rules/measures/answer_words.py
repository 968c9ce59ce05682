"""What is said about a source of feedback in; whether customers answer it by figures or in words, out.

Each pattern holds what is said in English and in German; a further language is more words.
"""

from policyctl.rules.patterns import finds

_FIGURES = (
    r"\b(?:scale|from (?:0|1|zero|one) to|(?:0|1) ?(?:-|–|to|bis) ?(?:5|6|7|10)|out of (?:5|five|10|ten)|stars?"
    r"|smileys?|thumbs?|nps|csat|ces|net promoter"
    r"|skala|von (?:0|1|null|eins) bis|sternen?|schulnote\w*|daumen)\b"
)
_WORDS = (
    r"\b(?:comments?|sentences?|words|lines?|letters?|why|what|which|calls?|listen\w*|hear\w*|conversations?|interviews?"
    r"|read(?:s|ing)? (?:all|every|each|them|aloud)|reviews?|say|tell|quotes?"
    r"|\w{0,30}kommentar\w*|s[aä]tze?n?|worte?n?|zeilen?|briefe?n?|warum|welche\w*|(?:und|,) was"
    r"|was (?:hat|hätte\w*|sollte\w*|fehlt\w*|können|lief)|anrufe?n?|mithören|zuhören|hör\w+"
    r"|lies\w*|lesen|gespräche?n?|erzähl\w*|freitext\w*)\b"
)


def is_ticked(text: str) -> bool:
    """Whether it asks for a figure."""
    return finds(_FIGURES, text)


def is_worded(text: str) -> bool:
    """Whether sentences are read or voices heard."""
    return finds(_WORDS, text)
