"""The words behind `after` in; what a limit counts after, as something that can be compared, out."""

from dataclasses import dataclass, field

from policyctl.findings import Pointer
from policyctl.rules.patterns import pattern
from policyctl.rules.promises.index import Index
from policyctl.schema.grammar.names import normalise_name

_RECEIVED = (
    r"(?:(?:the )?(?:day|date|moment|time)(?: on which| that| when| of)? )?"
    r"(?:(?:the |our |your |a )?(?:receipt|receiving|arrival|request|enquiry|report|complaint|message|email|letter)"
    r"|receiving .+|received|requested|reported|asked"
    r"|(?:it|they|your \w+|the \w+) (?:reach(?:es)?|arrives?|comes? (?:in|to))(?: with)?(?: us)?"
    r"|we (?:receive|received|get|got|have|hear)(?: it| of it| your \w+| the \w+)?"
    r"|(?:you|they|the customer) (?:writes?|tells? us|reports?|asks?|rings?|calls?|contacts? us|complains?)(?: .+)?"
    r"|(?:(?:de[mnrs]|dein\w*|ihr\w*) )?(?:eingang|erhalt|empfang|anfrage|meldung|beschwerde|nachricht)(?: .+)?"
    r"|eingegangen|erhalten|(?:du|sie) (?:schreib|meld|frag|ruf)\w*(?: .+)?)"
)

_ARTICLE = r"^(?:the|our|your|de[rmns]|die|das|unser\w*) (?=\S)"


@dataclass(frozen=True, slots=True)
class Start:
    """What a limit counts after: nothing said, the customer's word, another promise, or the author's own words.

    Two that are equal begin together: `key` is empty where nothing is said and where it is the customer's word, the
    way to another promise, or the folded words.
    """

    key: Pointer | str = ""
    said: str | None = field(default=None, compare=False)


def start_of(words: str | None, home: Pointer, index: Index) -> Start:
    """What the words mean: `receipt` and `it reaches us` are one, `Acknowledge` is the step of that name."""
    if not words:
        return Start()
    clean = " ".join(words.split()).rstrip(".")
    step = index.named.get((home, normalise_name(pattern(_ARTICLE).sub("", clean))))
    if step:
        return Start(step, words)
    if pattern(_RECEIVED).fullmatch(clean):
        return Start("", words)
    bare = pattern(_ARTICLE).sub("", clean)
    return Start(index.find(home, clean) or index.find(home, bare) or normalise_name(bare), words)
