"""What the front line and the customers have said, and the how-tos that came of it."""

from policyctl.schema.grammar.entry import Entry, Many, field, many
from policyctl.schema.grammar.references import ChannelRef, MetricRef, RoleRef
from policyctl.schema.grammar.texts import Text
from policyctl.schema.quantities import Date, Frequency


class Guide(Entry):
    """A how-to for a tool or a place."""

    bare_text = "about"

    steps: Many[Text] = many("Steps", "What to do, in order.", "Open Settings, then Saved replies.")
    for_: Many[RoleRef] = many("For", "The roles it is for.", "Adviser", alias="for")


class StaffInput(Entry):
    """One time that the front line was asked."""

    bare_text = "found"

    on: Date | None = field("Asked on", "When.", "2026-01-15")
    how: Text | None = field("How", "How they were asked.", "Half an hour each, at the counter")
    who: Many[Text] = many("Who was asked", "Who, and how many.", "All four advisers")
    question: Many[Text] = many("We asked", "What was asked.", "What would make your job easier?")
    found: Many[Text] = many("They said", "What they said.", "Nobody knew who may refund postage.")
    changed: Many[Text] = many("What changed", "What changed because of it.", "Advisers may, up to £20.")


class Feedback(Entry):
    """One way in which customers tell us what they think."""

    bare_text = "about"

    question: Many[Text] = many("The question", "What we ask.", "Was it put right?")
    channels: Many[ChannelRef] = many("Channels", "The channels it comes in on.", "Email")
    every: Frequency | None = field("How often", "How often.", "month")
    sample: Text | None = field("How many", "How many are read or heard.", "Ten calls")
    read_by: Many[RoleRef] = many("Read by", "Who reads it.", "Care lead")
    metrics: Many[MetricRef] = many("Shows in", "The metrics it feeds.", "Repeat rate")
    acted_on: Text | None = field("What we do with it", "What comes of it.", "One change a month, on the staff board")
