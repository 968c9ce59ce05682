"""A policy in; what its samples of speech do not show yet out."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.method import steps_missing
from policyctl.rules.method.practice import ENOUGH, times_shown
from policyctl.rules.rule import RuleContext
from policyctl.rules.words.readability import words_of
from policyctl.schema.grammar.entry import Part
from policyctl.schema.sections.head import Kind
from policyctl.schema.sections.procedures import Step
from policyctl.schema.sections.stand import Behaviour, GroundRule
from policyctl.schema.sections.tone import MoodTone, Sample, Tone, Wording

_STEPS = 3
"""Steps of the method that a handbook may lack when it is asked for samples."""

_ANGRY = (
    "angry", "anger", "cross", "furious", "upset", "annoyed", "irritated", "complain", "disappointed", "frustrated",
    "unhappy", "shout", "wütend", "verärgert", "ärger", "sauer", "empört", "enttäuscht", "aufgebracht", "unzufrieden",
    "zornig",
)  # fmt: skip


def too_few_samples(context: RuleContext) -> Iterator[Issue]:
    """A handbook that says how it sounds and shows it in fewer than three samples.

    One without any is asked for them when it holds most of what a handbook holds; before that, more is missing.

    Why it matters: “warm and plain” is a different sentence in each head; three samples make it one.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            kind: handbook
          tone:  # <- here
            sounds_like: A neighbour who reads a great deal
            samples:
              Angry about a parcel: I'm sorry. It leaves today.
        +     No receipt: Our label is on the back. I'll gladly swap it.
        +     Between two trains: Yes, two copies. One is by the till.
    """
    tone = context.policy.tone
    shown = times_shown(tone) if tone else 0
    begun = shown or len(steps_missing(context.policy)) <= _STEPS
    if tone and begun and context.states(Kind.HANDBOOK) and shown < ENOUGH:
        number = {0: "no sample", 1: "one sample", 2: "two samples"}[shown]
        hint = "Add `samples` of what you would say: to somebody in a hurry, somebody unsure, somebody angry."
        yield Issue(("tone",), f"The tone is shown by {number}, and it takes three.", hint, at_key=True)


def no_sample_for_anger(context: RuleContext) -> Iterator[Issue]:
    """A handbook with samples of speech, none of which is for a customer who is angry.

    Why it matters: that is the one moment for which nobody finds good words of their own.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            kind: handbook
          tone:
            samples:  # <- here
              No receipt: Our label is on the back. I'll gladly swap it.
              Between two trains: Yes, two copies. One is by the till.
        -     A letter of thanks: Thank you. Joss has told everybody.
        +     A parcel that came too late:
        +       mood: Angry
        +       say: A birthday comes once, and we missed it. I'm sorry. A second copy leaves today.
    """
    tone = context.policy.tone
    asked = context.states(Kind.HANDBOOK) and context.understood
    if tone and asked and times_shown(tone) >= ENOUGH and not _shows_anger(tone):
        hint = "Add one with `mood: angry`: what they say, and what you answer."
        yield Issue(("tone", "samples"), "No sample shows what to say to somebody angry.", hint, at_key=True)


def avoided_and_said(context: RuleContext) -> Iterator[Issue]:
    """The same sentence as what to say and as what to avoid.

    Why it matters: whoever copies it does right and wrong at once, and was probably meant to read something else.

    Diff:

          tone:
            samples:
              No receipt:
                avoid: No receipt, no refund.
        -       say: No receipt, no refund!  # <- here
        +       say: That's all right. Shall I swap it?
    """
    for kind in (Sample, Step, MoodTone, Wording, Behaviour, GroundRule):
        for pointer, part in context.parts_of(kind):
            avoided = {_bare(text) for text in _texts(part, "avoid")}
            for index, text in enumerate(_texts(part, "say")):
                if _bare(text) in avoided:
                    hint = "Write under `say` what to say instead."
                    yield Issue((*pointer, "say", index), "This is to be said and to be avoided.", hint)


def audio_guide_missing(context: RuleContext) -> Iterator[Issue]:
    """A published handbook with a tone and no script that newcomers can listen to.

    Why it matters: tone is heard, and three minutes in a friendly voice teach more of it than three pages.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            kind: handbook
            status: published
          tone:  # <- here
            sounds_like: A neighbour who reads a great deal
        +   audio_guide: Imagine that somebody you like is at your door. Say what you see. Say what happens next.
            samples:
              Angry about a parcel: I'm sorry. It leaves today.
              No receipt: Our label is on the back. I'll gladly swap it.
              Between two trains: Yes, two copies. One is by the till.
    """
    tone = context.policy.tone
    if tone and context.states(Kind.HANDBOOK) and times_shown(tone) >= ENOUGH and not _is_heard(tone):
        message = "Nobody can hear how this sounds: there is no script for the ear."
        hint = "Write three minutes of it under `audio_guide`, and have somebody read it aloud for newcomers."
        yield Issue(("tone",), message, hint, at_key=True)


def _shows_anger(tone: Tone) -> bool:
    moods = [mood.named() for mood in tone.moods or () if mood.say]
    samples = [text for each in tone.samples or () for text in (each.mood, each.named(), *each.customer) if text]
    return any(word in text.lower() for text in (*moods, *samples) for word in _ANGRY)


def _is_heard(tone: Tone) -> bool:
    return bool(tone.audio_guide and (tone.audio_guide.script or tone.audio_guide.recording))


def _texts(part: Part, field: str) -> tuple[str, ...]:
    found: tuple[str, ...] = getattr(part, field)
    return found


def _bare(text: str) -> str:
    return " ".join(words_of(text.lower()))
