"""Find virtues that nobody can practise: words that sound good and tell nobody what to do or say."""

from collections.abc import Iterator
from functools import cache

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import alternatives
from policyctl.patterns import pattern
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.entry import Entry, Part
from policyctl.schema.sections.procedures import Procedure, Step
from policyctl.schema.sections.stand import Behaviour, GroundRule, Value
from policyctl.schema.sections.tone import MoodTone, Tone

Located = tuple[Pointer, str]

_TELLS: dict[type[Entry], str] = {Value: "means", GroundRule: "do", Step: "do", Procedure: "says", MoodTone: "sound"}
"""Where an entry tells people what to be or to do."""


_HINTS: dict[type[Part], str] = {
    Value: "Show it under `behaviours` with what to `do` or a sentence to `say`, or write what it means here.",
    Procedure: "Write what to do as `steps`, with the sentence to `say`.",
    Tone: "Say with `not` what that does not mean, or show it in `samples`.",
}
"""What to write where a sentence to say has no place of its own."""


def virtue_without_words(context: RuleContext) -> Iterator[Issue]:
    """A virtue such as “be empathetic” as the whole of a value, a rule or a step, with no sentence to say.

    Why it matters: everybody believes that they are friendly already; a sentence to say can be learnt and practised.

    Diff:

          always:
        -   - Be empathetic.  # <- here
        +   - do: Be empathetic.
        +     say: I can hear how long you have waited. Let me look at it now.
    """
    kinds: tuple[type[Part], ...] = (*_TELLS, Tone)
    for base, part in (each for kind in kinds for each in context.parts_of(kind)):
        for pointer, text in _abstract(base, part):
            hint = _HINTS.get(type(part), "Add the sentence to say with `say`, or write what to do instead.")
            yield Issue(pointer, f"“{text}” does not tell anybody what to say or do.", hint, words=text)


def _abstract(base: Pointer, part: Part) -> Iterator[Located]:
    """The texts of a part that are virtues, where nothing beside them shows how."""
    if isinstance(part, Tone):
        yield from _traits(base, part)
    elif isinstance(part, Entry) and not _shows_how(part):
        yield from ((place, text) for place, text in _texts(base, part) if is_virtue(text))


def _texts(base: Pointer, part: Entry) -> Iterator[Located]:
    """What a part tells people to be or to do; a value or a rule may be no more than its name."""
    key = _TELLS.get(type(part))
    text = getattr(part, key) if key else None
    if key and text:
        yield (*base, key), text
    elif isinstance(part, Value | GroundRule) and part.name:
        yield base, part.name
    if isinstance(part, Value):
        behaviours = (((*base, "behaviours", index, "do"), each.do) for index, each in enumerate(part.behaviours))
        yield from ((place, do) for place, do in behaviours if do)


def _shows_how(part: Entry) -> bool:
    match part:
        case GroundRule() | Step() | MoodTone():
            return bool(part.say)
        case Procedure():
            return bool(part.steps)
        case Value():
            return any(_is_concrete(each) for each in part.behaviours)
        case _:
            return False


def _is_concrete(behaviour: Behaviour) -> bool:
    return bool(behaviour.say) or bool(behaviour.do and not is_virtue(behaviour.do))


def _traits(base: Pointer, tone: Tone) -> Iterator[Located]:
    """What we are; samples, moods and words show it as well as a word for what it is not."""
    if not (tone.samples or tone.moods or tone.words):
        for index, trait in enumerate(tone.traits):
            if trait.be and not trait.not_ and is_virtue(trait.be):
                yield (*base, "traits", index, "be"), trait.be


_FEW = 6
"""Parts of a sentence; one of more is no mere list of virtues."""

_BETWEEN = r",? and |, | und "


def is_virtue(text: str) -> bool:
    """Whether a text, taken whole, names a virtue and nothing that anybody could do or say."""
    words = " ".join(text.split()).strip(" .!*_")
    parts = pattern(_BETWEEN).split(words)
    return _is_order(words) or (
        len(parts) <= _FEW and all(_is_order(part) or pattern(_cliche()).fullmatch(part) for part in parts)
    )


def _is_order(words: str) -> bool:
    """Whether the words are `be kind and patient with everybody`: what to be, and all of it a virtue."""
    found = pattern(_order()).fullmatch(words)
    qualities = pattern(_BETWEEN).split(found["after"] or found["before"]) if found else []
    return bool(qualities) and all(pattern(_quality()).fullmatch(quality) for quality in qualities)


@cache
def _cliche() -> str:
    return alternatives("words.cliches")


@cache
def _quality() -> str:
    often, manners, virtues = (alternatives(f"words.{name}") for name in ("often", "manners", "virtues"))
    return rf"(?:{often} )*(?:{manners}|{virtues})"


@cache
def _order() -> str:
    """A verb with what stands behind it, or before it as in German."""
    names = ("often", "be", "be_at_the_end", "everybody_here", "to_whom")
    often, be, be_at_the_end, everybody, to_whom = (alternatives(f"words.{name}") for name in names)
    behind = rf"(?:(?:{everybody} )?(?:{often} )*{be} (?P<after>.+?)"
    return rf"{behind}|(?P<before>.+?) {be_at_the_end})(?: {to_whom})?(?: {often})?"
