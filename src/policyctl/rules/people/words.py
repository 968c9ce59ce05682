"""What people wrote about briefings, feedback and questions in; what it says out.

Each pattern holds what is said in English and in German; a further language is more words.
"""

from policyctl.rules.patterns import finds

_MAIL = r"\b(?:e-?mails?|mail(?:ing|out)?s?|newsletters?|intranet|circulars?|rund-?mails?|rundschreiben)\b"
_MEETING = (
    r"\b(?:meetings?|briefings?|workshops?|sessions?|together|in person|face to face|aloud|huddles?|talk\w*|walk\w*"
    r"|explain\w*|shows?|besprech\w*|\w{0,15}runde|treffen|schulung\w*|persönlich\w*|gemeinsam|vorles\w*|erklär\w*|zeig\w*)\b"
)
_READING = (
    r"\b(?:reads?|hears?|listens?|looks? (?:at|through|over)|goes through|go through|discuss\w*|sums? up"
    r"|liest|lesen|hört|hören|schaut|schauen|besprech\w*|ausgewertet|wertet|werten|sichtet|sichten)\b"
)
_COMES_OF_IT = (
    r"\b(?:chang\w+|improv\w+|act(?:s|ed)? on|decid\w+|mend\w*|put right|board|answer\w*"
    r"|\w{0,10}änder\w*|verbesser\w*|entscheid\w*|aushang|brett|beantwort\w*)\b"
)
_OFTEN = (
    r"\b(?:every|each|once|twice|daily|weekly|monthly|quarterly|yearly|always|whenever"
    r"|(?:a|per) (?:day|week|month|quarter|year)|first \w+ of|on (?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"|jede[rnms]?|einmal|zweimal|täglich|wöchentlich|monatlich|jährlich|immer"
    r"|(?:pro|im|am) (?:tag|woche|monat|quartal|jahr)|(?:mon|diens|donners|frei|sams)tags|mittwochs)\b"
)
_HOW_MUCH = r"\b(?:how much|up to|at most|limit|wie ?viel|höchstens|bis zu|grenze)\b"
_HOW_LONG = r"\b(?:how (?:long|soon|fast|quickly)|within|by when|wie (?:lange|schnell)|bis wann|innerhalb|frist)\b"


def is_mail(text: str) -> bool:
    """Whether something is sent and nobody is spoken to."""
    return finds(_MAIL, text) and not finds(_MEETING, text)


def says_who_reads(text: str) -> bool:
    """Whether somebody reads or hears it."""
    return finds(_READING, text)


def says_what_comes_of_it(text: str) -> bool:
    """Whether something is done about it."""
    return finds(_COMES_OF_IT, text)


def says_how_often(text: str) -> bool:
    """Whether it happens again and again."""
    return finds(_OFTEN, text)


def asks_how_much(question: str) -> bool:
    """Whether the answer is an amount that may be given."""
    return finds(_HOW_MUCH, question)


def asks_how_long(question: str) -> bool:
    """Whether the answer is a time that is promised."""
    return finds(_HOW_LONG, question)
