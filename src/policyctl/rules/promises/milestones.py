"""The name of a promise in; the moment that it is about, where the name says so, and what else it is about, out.

Each pattern holds what is said in English and in German; a further language is more words.
"""

import re
from functools import cache, lru_cache

from policyctl.rules.patterns import pattern
from policyctl.schema.grammar.commitment import Milestone

_REPLY = r"(?:repl(?:y|ies)|responses?|answers?)"
_NAMES = {
    Milestone.PICK_UP: r"pick(?:ing)? up|(?:answer(?:ing)?|pick(?:ing)? up) (?:the )?(?:phone|telephone|calls?)"
    r"|(?:phone|telephone|calls?) answered|ans telefon gehen|abheben|anrufannahme",
    Milestone.ACKNOWLEDGE: r"acknowledg\w*|(?:confirmation|acknowledgement) of receipt"
    r"|(?:eingangs|empfangs)bestätigung(?:en)?",
    Milestone.FIRST_REPLY: rf"first {_REPLY}|initial {_REPLY}|erste? (?:antwort|reaktion|rückmeldung)"
    r"|erst(?:antwort|reaktion)",
    Milestone.NEXT_REPLY: rf"(?:next|(?:every )?further|later|following) {_REPLY}"
    r"|(?:nächste|weitere) antwort(?:en)?",
    Milestone.UPDATE: r"(?:interim |progress )?updates?|zwischen(?:stand|stände|bescheide?|nachricht)",
    Milestone.FULL_REPLY: rf"(?:full|final|complete|substantive)(?: written)? {_REPLY}"
    r"|(?:vollständige|abschließende|endgültige) antwort",
    Milestone.RESOLVE: r"resol(?:ve|ved|ution|ving)|solutions?|solved|fix(?:ed)?|lösung|behebung",
    Milestone.CALL_BACK: r"call(?:ing)?[ -]?(?:you )?back|ring(?:ing)?[ -](?:you )?back|rückruf|zurückrufen",
}
_TAIL = r"(?: (?:to|by|on|in|for|auf|per|am|bei|für) .+)?"
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_OF_ANY = (
    "a an the we our you your us and or of to by on in at for with from when if is are it its be being every each any"
    " all get answer answers answering answered reply replies replying replied response responses respond responding"
    " first next further full final initial acknowledgement acknowledge acknowledged acknowledging resolve resolved"
    " resolution resolving fix fixed solve solved solution update updates written back target targets internal public"
    " own staff team ours promise promises limit limits time times priority customer customers plan plans"
    " der die das den dem des ein eine einen einem einer wir uns unser unsere du dich dein deine sie ihr ihre und oder"
    " von zu zum zur auf per am im an bei für mit wenn ist sind antwort antworten erste erster nächste vollständige"
    " lösung zeit zeiten ziel ziele intern kunde kunden kundinnen priorität"
)
"""Words that say when, whom or how, and nothing of what a promise is about."""


@cache
def _of_any() -> frozenset[str]:
    return frozenset(_OF_ANY.split())


@cache
def _pattern() -> re.Pattern[str]:
    either = "|".join(f"(?P<{each.name}>{words})" for each, words in _NAMES.items())
    return pattern(rf"(?:the |our |your |die |unsere |deine )?(?:{either}){_TAIL}")


@lru_cache(maxsize=1_000)
def milestone_told(name: str) -> Milestone | None:
    """The moment, where the whole name is about nothing else: `First reply`, `Acknowledgement by letter`."""
    found = _pattern().fullmatch(" ".join(name.split()))
    return Milestone[found.lastgroup] if found and found.lastgroup else None


@lru_cache(maxsize=1_000)
def matter_words(name: str) -> frozenset[str]:
    """What a name tells beyond the moment: `Potholes, mended` is about potholes, and `Full answer` about anything."""
    return frozenset(word for word in _WORD.findall(name.casefold()) if word not in _of_any())
