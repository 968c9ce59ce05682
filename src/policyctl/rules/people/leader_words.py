"""The words for people who lead in; who is meant, and whether a rule leaves them out, out.

Each pattern holds what is said in English and in German; a further language is more words.
"""

from policyctl.rules.patterns import pattern
from policyctl.schema.sections.people import Role

_LEADER = (
    r"(?:managers?|management(?: team)?|directors?|owners?|leaders?|leadership(?: team)?|(?:team )?leads?|supervisors?"
    r"|executives?|boss(?:es)?|heads?(?: of \w+)?|chiefs?|board|\w{0,20}leitung(?:en)?|\w{0,20}leiter(?:in|innen)?n?"
    r"|geschäftsführ\w*|führungskr[aä]fte?n?|vorst[aä]nde?|inhaber\w*|chefs?|chefin(?:nen)?|meister(?:in)?)"
)
_BEFORE = (
    r"(?:(?:the|all|our|both|two|three|four|five|six|\d+|senior|general"
    r"|die|der|den|das|alle|unsere?n?|beiden?|zwei|drei) )*"
)
_ONLY_LEADERS = rf"{_BEFORE}(?:[^\W\d]+ )?{_LEADER}"

_EVERYBODY = r"\b(?:everybody|everyone|all (?:of us|staff|employees)|each of us|alle|jede[rs]?)\b[^.;]{0,80}?"
_BUT = r"\b(?:except|apart from|other than|but not|excluding|außer|bis auf|mit ausnahme|ausgenommen)(?: for| der| von)?"
_FEW = r"(?:\w+ ){0,2}"
_EXEMPT = (
    rf"\b(?:does|do|shall|will) not (?:apply|hold)(?: to| for)? {_FEW}{_LEADER}\b"
    rf"|\b{_LEADER} {_FEW}(?:are|is) (?:exempt\w*|excepted|excluded|not bound)\b"
    rf"|{_EVERYBODY}(?P<but>{_BUT} {_FEW}{_LEADER}\b)"
    rf"|\b(?:gilt|gelten) nicht für {_FEW}{_LEADER}\b"
    rf"|\b{_LEADER} (?:ist|sind) (?:davon |hiervon )?ausgenommen\b|\bausgenommen (?:ist|sind) {_FEW}{_LEADER}\b"
)

TELLING = frozenset({
    "manager", "managers", "management", "director", "directors", "owner", "owners", "leader", "leaders", "leadership",
    "executives", "supervisor", "supervisors", "leitung", "geschäftsführung", "geschäftsleitung", "chef", "chefs",
    "chefin", "führungskräfte", "führungskräften", "vorstand", "inhaber", "inhaberin", "meister", "meisterin",
})  # fmt: skip
"""A text without one of these words leaves no leader out."""

LEAVING_OUT = frozenset({
    "except", "apart", "than", "but", "excluding", "apply", "hold", "exempt", "exempted", "excepted", "excluded",
    "bound", "außer", "bis", "ausnahme", "ausgenommen", "gilt", "gelten",
})  # fmt: skip
"""Nor does one without one of these."""


def are_leaders(text: str) -> bool:
    """Whether a text, taken whole, means people who lead and nobody else."""
    return bool(pattern(_ONLY_LEADERS).fullmatch(" ".join(text.split()).rstrip(".")))


def surely_leads(role: Role) -> bool:
    """Whether a role leads others: as its author says, or by a title that says nothing else.

    Whoever may lead, by any word of the title, is another question: see `policyctl.rules.authority`.
    """
    return bool(role.leads) if role.leads is not None else are_leaders(role.title or role.named())


def exempt(text: str) -> tuple[int, str] | None:
    """The words of a rule that leave out those who lead, and where they begin."""
    found = pattern(_EXEMPT).search(text)
    part = "but" if found and found["but"] else 0
    return (found.start(part), found[part]) if found else None
