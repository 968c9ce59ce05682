"""What customers in a trial are told in; whether they learn what they must out.

Each pattern holds what is said in English and in German; a further language is more words.
"""

from policyctl.rules.patterns import finds

_TEST = (
    r"\b(?:tests?|testing|trials?|pilots?|try(?:ing)? (?:this|it|out|something|a new)|trying|experiment\w*"
    r"|test\w*|probe\w*|pilot\w*|versuch\w*|erprob\w*|ausprobier\w*|probier\w*)\b"
)
_ANSWERS = (
    r"\b(?:answers?|feedback|opinions?|comments?|views?|replies|suggestions?|ratings?|votes?|voices?|cards?|notes?|surveys?"
    r"|says?|said|writes?|tells?|told us|thinks?|if you (?:like|hate|want)"
    r"|antwort\w*|rückmeldung\w*|meinung\w*|hinweis\w*|eindr[uü]ck\w*|stimmen?|umfragen?|fragebogen|zettel\w*|karten?"
    r"|bewertung\w*|sag\w*|schreib\w*|erzähl\w*|denk\w*|urteil\w*)\b"
)
_CHANGE = (
    r"\b(?:chang\w+|decid\w+|decisions?|shap\w+|improv\w+|counts?|helps? us|influenc\w+|affect\w*|matters?|we use|used"
    r"|adjust\w*|alter\w*|final|mend\w*|depends?|keep|keeps|kept|stays?|only if"
    r"|\w{0,10}änder\w*|entscheid\w*|beeinfluss\w*|verbesser\w*|zähl\w*|hilft uns|helfen uns|fließ\w*|einfließen"
    r"|gestalt\w*|bestimm\w*|nutzen|anpass\w*|bleib\w*|behalten|nur wenn|hängt)\b"
)
_WAY_OUT = (
    r"\b(?:opt(?:ing)?[- ]?out|say so|at any time|leave|withdraw|no longer|do not want|don't want|rather not"
    r"|abmeld\w*|jederzeit|nicht mehr (?:teil|mit)\w*|widerruf\w*|nicht möchte\w*|lieber nicht|aussteig\w*)\b"
)


def says_it_is_a_test(text: str) -> bool:
    """Whether it says that something is only tried."""
    return finds(_TEST, text)


def says_answers_count(text: str) -> bool:
    """Whether it says that what customers answer changes the result."""
    return finds(_ANSWERS, text) and finds(_CHANGE, text)


def shows_a_way_out(text: str) -> bool:
    """Whether it says how somebody stays out or stops."""
    return finds(_WAY_OUT, text)
