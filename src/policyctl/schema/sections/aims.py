"""What the organisation aims for: goals, how they compare with others, and what is measured."""

from policyctl.schema.grammar.choices import Choice
from policyctl.schema.grammar.entry import Entry, Many, Part, field, many
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.references import MeasureRef, MetricRef, RoleRef
from policyctl.schema.grammar.texts import Text
from policyctl.schema.quantities import Date, Frequency


class GoalKind(Choice):
    """The five objectives of the method, and any other."""

    RETENTION = "retention"
    INFORMATION = "information"
    FEEDBACK = "feedback"
    ACQUISITION = "acquisition"
    RESOLUTION = "resolution"
    OTHER = "other"


class Goal(Entry):
    """What the policy is to bring about."""

    bare_text = "statement"

    kind: GoalKind | None = field("Kind", "What kind of goal it is.", "retention")
    statement: Text | None = field("Goal", "The goal in one sentence.", "Nine in ten buy again within a year.")
    serves_mission: Text | None = field("How it serves our mission", "Why it matters here.", "Readers come back.")
    metrics: Many[MetricRef] = many("Measured by", "The metrics that show it.", "Repeat rate")
    owner: RoleRef | None = field("Owner", "Who answers for it.", "Care lead")


class Decision(Choice):
    """What to do about a competitor."""

    MATCH = "match"
    EXCEED = "exceed"
    DIFFER = "differ"
    NOT_COMPETE = "not-compete"


class Benchmark(Entry):
    """How we compare with one competitor or norm in one thing."""

    bare_text = "about"

    who: Text | None = field("Compared with", "The competitor or norm, where the name does not say it.", "Page & Co")
    goal: MeasureRef | None = field("Goal", "The goal it is about.", "Keep customers")
    metric: MeasureRef | None = field("What is compared", "The metric it is about.", "First reply time")
    theirs: Limits | None = field("Theirs", "What they do.", "1 working day")
    ours: Limits | None = field("Ours", "What we do.", "4 business hours")
    decision: Decision | None = field("We decided to", "Match, exceed, differ or not-compete.", "exceed")
    source: Text | None = field("Source", "Where it is written.", "Their help page")
    checked: Date | None = field("Checked on", "When it was looked up.", "2026-01-10")


class Better(Choice):
    """Which way a metric should move."""

    HIGHER = "higher"
    LOWER = "lower"


class DataSource(Part):
    """Where a figure is read."""

    bare_text = "system"

    system: Text | None = field("System", "The system or list.", "Help desk")
    column: Text | None = field("Column", "Its name there.", "First reply time")


class Metric(Entry):
    """A figure that is read regularly."""

    bare_text = "definition"

    definition: Text | None = field("Definition", "What it counts, in words.", "Median hours to the first reply.")
    formula: Text | None = field("Formula", "How it is worked out.", "repeat orders / solved problems")
    better: Better | None = field("Better", "Whether higher or lower is better.", "lower")
    baseline: Limits | None = field("Now", "Where it stands today.", "7 business hours")
    target: Limits | None = field("Target", "Where it should be.", "4 business hours")
    every: Frequency | None = field("How often", "How often it is read.", "month")
    source: DataSource | None = field("Source", "Where it is read.", "Help desk")
    owner: RoleRef | None = field("Read by", "Who reads it.", "Care lead")
    balanced_by: Many[MetricRef] = many("Balanced by", "The metric that keeps it honest.", "Repeat rate")
