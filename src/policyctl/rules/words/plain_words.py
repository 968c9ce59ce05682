"""Words of offices and conferences, and the plain ones that say the same; data alone.

Each stands by one of its words in small letters, by which it is looked for. Chosen after the lists of words to avoid
of GOV.UK's style guide and of the Plain English Campaign, and after those against Amtsdeutsch: what customers stumble
over, and not what is merely long. A further word is a line, a further language a table.
"""

from collections.abc import Mapping


def _forms(*plain: tuple[str, str]) -> dict[str, tuple[str, str]]:
    """An English verb in each of its forms."""
    return {
        form: (form, word)
        for verb, word in plain
        for form in (verb, f"{verb}s", f"{verb.removesuffix('e')}ed", f"{verb.removesuffix('e')}ing")
    }


def _alone(plain: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    return {word: (word, instead) for word, instead in plain.items()}


_ENGLISH = {
    "event": ("in the event (?:of|that)", "if"),
    "prior": ("prior to", "before"),
    "subsequent": ("subsequent to", "after"),
    "respect": ("in respect of", "about"),
    "regard": ("(?:with|in) regard to", "about"),
    "regards": ("as regards", "about"),
    "point": ("at this (?:moment|point) in time", "now"),
    "due": ("due to the fact that", "because"),
    "absence": ("in the absence of", "without"),
    "conjunction": ("in conjunction with", "with"),
    "lieu": ("in lieu of", "instead of"),
    "basis": ("on an? (?:regular|daily|weekly|monthly) basis", "regularly"),
    "convenience": ("at your earliest convenience", "as soon as you can"),
    "hesitate": ("(?:please )?do not hesitate to", "please"),
    "regret": ("we regret to inform you", "I'm sorry"),
    "enclosed": ("enclosed please find", "here is"),
    "reach": ("reach(?:ing)? out to", "write to, or ring"),
    "circle": ("circle back", "come back to you"),
    "forward": ("going forward", "from now on"),
    "liaise": ("liaise with", "talk to"),
    "annum": ("per annum", "a year"),
    "alia": ("inter alia", "among others"),
    **_alone({
        "aforementioned": "this", "hereinafter": "from here on", "hereby": "now", "herein": "here",
        "herewith": "with this", "thereof": "of it", "therein": "in it", "whereby": "by which",
        "forthwith": "at once", "henceforth": "from now on", "notwithstanding": "despite", "pursuant": "under",
        "remuneration": "pay", "remittance": "payment", "stakeholder": "the people concerned",
        "stakeholders": "the people concerned", "synergy": "what we gain together",
        "synergies": "what we gain together", "touchpoint": "time we meet", "touchpoints": "times we meet",
        "omnichannel": "whichever way you reach us", "learnings": "what we learnt", "deliverables": "what we make",
        "seamless": "smooth", "seamlessly": "smoothly", "proactively": "before you ask", "expeditiously": "quickly",
    }),
    **_forms(
        ("utilise", "use"), ("utilize", "use"), ("leverage", "use"), ("facilitate", "help"), ("commence", "begin"),
        ("endeavour", "try"), ("endeavor", "try"), ("ascertain", "find out"), ("expedite", "hurry"),
        ("disseminate", "send"), ("terminate", "end"), ("incentivise", "reward"), ("necessitate", "need"),
        ("remediate", "put right"),
    ),
}  # fmt: skip

_GERMAN = {
    "kenntnis": ("in kenntnis (?:ge)?setz(?:en|t)", "sagen"),
    "abzug": ("in abzug (?:gebracht|bringen)", "abziehen"),
    "anwendung": ("zur anwendung (?:gebracht|bringen|kommt|kommen)", "gelten"),
    "zugrundelegung": ("unter zugrundelegung", "nach"),
    "zuhilfenahme": ("unter zuhilfenahme", "mit"),
    "tatsache": ("aufgrund der tatsache, dass", "weil"),
    "falle": ("im falle (?:von|des|der|einer|eines|dass)", "wenn"),
    **_alone({
        "zwecks": "für", "hinsichtlich": "zu", "bezüglich": "zu", "diesbezüglich": "dazu", "vorbehaltlich": "wenn",
        "seitens": "von", "mittels": "mit", "betreffs": "zu", "behufs": "für", "obliegt": "ist Sache von",
        "obliegen": "ist Sache von", "zuwiderhandlung": "Verstoß", "zuwiderhandlungen": "Verstöße",
        "vorgenannte": "diese", "vorgenannten": "diesen", "dergestalt": "so", "etwaige": "mögliche",
        "etwaigen": "möglichen", "etwaiger": "möglicher", "vollumfänglich": "ganz", "inanspruchnahme": "Nutzung",
        "kenntnisnahme": "Lesen", "fernmündlich": "am Telefon", "postalisch": "mit der Post",
        "nichtsdestotrotz": "trotzdem", "anderweitig": "anders", "sachverhalt": "Fall",
        "ihrerseits": "von Ihnen", "unsererseits": "von uns", "proaktiv": "von selbst", "stakeholder": "Beteiligte",
        "verbringung": "Transport", "rückantwort": "Antwort", "verauslagen": "auslegen",
    }),
}  # fmt: skip

PLAIN: Mapping[str, Mapping[str, tuple[str, str]]] = {"en": _ENGLISH, "de": _GERMAN}
"""By language and by the word it is looked for: the pattern of the whole, and what says the same."""
