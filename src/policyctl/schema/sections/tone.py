"""How the organisation sounds, shown by samples."""

from typing import Any

from policyctl.schema.grammar.choices import Choice
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Entry, Many, Part, Section, field, many
from policyctl.schema.grammar.references import ChannelRef, ProcedureRef
from policyctl.schema.grammar.texts import Speech, Text, Unsaid


class Register(Choice):
    """How formal the tone is."""

    FORMAL = "formal"
    FRIENDLY = "friendly"
    CONVERSATIONAL = "conversational"


class Trait(Part):
    """What we are, and what we are not."""

    bare_text = "be"

    be: Text | None = field("We are", "What we are.", "Warm")
    not_: Text | None = field("Not", "What that does not mean.", "Gushing", alias="not")


class MoodTone(Entry):
    """How the tone moves with the mood of the customer."""

    bare_text = "sound"

    sound: Text | None = field("Sound", "How to sound then.", "Slow, and without jokes")
    say: Many[Speech] = many("Say", "Words to say.", "Take your time.")
    avoid: Many[Unsaid] = many("Avoid", "Words not to say.", "Calm down.")


class Wording(Part):
    """Words to avoid, and what to say instead."""

    bare_text = "avoid"

    avoid: Many[Unsaid] = many("Rather than", "Words to avoid.", "calm down")
    say: Many[Speech] = many("Say", "What to say instead.", "I can hear how frustrating this is")
    because: Text | None = field("Because", "Why.", "It never calmed anybody.")


class PlainWord(Entry):
    """A term of the trade, and its plain word."""

    bare_text = "plain"

    plain: Text | None = field("Plain word", "What to say to a customer.", "out of print")


class AudioGuide(Part):
    """A short script for the ear."""

    bare_text = "script"

    script: Text | None = field("Script", "What is read aloud.", "Read it as if your neighbour were at the door.")
    recording: Text | None = field("Recording", "Where the recording lies.", "tone.mp3")
    read_by: Text | None = field("Read by", "Who reads it.", "Maria")


class Sample(Entry):
    """A poor and a good way to say one thing."""

    bare_text = "say"

    channel: ChannelRef | None = field("Channel", "The channel.", "Email")
    mood: Text | None = field("Mood", "The mood of the customer.", "angry")
    procedure: ProcedureRef | None = field("Procedure", "The procedure it belongs to.", "A book arrives damaged")
    customer: Many[Speech] = many("The customer", "What the customer says.", "Where is my parcel?")
    avoid: Many[Unsaid] = many("Instead of", "The poor way.", "Unfortunately delays happen.")
    say: Many[Speech] = many("Say", "The good way.", "I'm sorry, Tom. A second copy leaves today.")

    @classmethod
    def from_item(cls, text: str) -> dict[str, Any] | str:
        return {"say": text}


class Tone(Section):
    """The tone of voice."""

    bare_text = "sounds_like"
    bare_list = "rules"

    register_: Register | None = field("Register", "How formal it is.", "conversational", alias="register")
    sounds_like: Text | None = field("We sound like", "The tone in one line.", "A helpful neighbour")
    traits: Many[Trait] = many("We are", "What we are, and what that does not mean.", "be: Warm")
    rules: Many[Text] = many("Rules of style", "What else to mind in writing and speaking.", "Emojis are fine.")
    moods: Collection[MoodTone] | None = field("By mood", "How the tone moves.", "Angry: Slow and plain")
    words: Many[Wording] = many("What we say instead", "Words to avoid.", "avoid: calm down")
    plain_words: Collection[PlainWord] | None = field("Plain words", "Terms and their plain word.", "OOP: out of print")
    audio_guide: AudioGuide | None = field("For the ear", "A script to read aloud.", "Read it as if")
    samples: Collection[Sample] | None = field("Samples", "Samples by name.", "A late present")
