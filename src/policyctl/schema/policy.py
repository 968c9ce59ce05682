"""The whole policy, section by section in the order of the language."""

from typing import Annotated, Literal

from pydantic import WithJsonSchema

from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Part, field, needed
from policyctl.schema.sections.aims import Benchmark, Goal, Metric
from policyctl.schema.sections.complaints import Complaints
from policyctl.schema.sections.conduct import Access, Conduct, Leadership, Privacy
from policyctl.schema.sections.discretion import Discretion
from policyctl.schema.sections.escalation import Escalation
from policyctl.schema.sections.head import Brand, Head
from policyctl.schema.sections.keeping import Change, CheckSetting, GlossaryTerm, Review
from policyctl.schema.sections.listening import Feedback, Guide, StaffInput
from policyctl.schema.sections.people import Channel, Customers, Hours, Priority, Role
from policyctl.schema.sections.procedures import Procedure
from policyctl.schema.sections.stand import Fact, GroundRule, Mission, Moment, Topic, Value
from policyctl.schema.sections.standards import Remedy, Standard
from policyctl.schema.sections.terms import Term
from policyctl.schema.sections.tone import Tone
from policyctl.schema.sections.training import Pilot, Rollout, Training

Version = Annotated[Literal["1"], WithJsonSchema({"enum": [1, "1"]})]
"""An editor takes `1` for a number, policyctl for a text."""


class Policy(Part):
    """A customer service policy."""

    policyctl: Version = needed("Version of the language", "The version of this language.", "1")
    policy: Head = needed("Policy", "Title, owner, status, language and currency.", "title: How we look after you")
    brand: Brand | None = field("Brand", "Logo, colour, fonts and paper, for every document.", "accent: 0b6e4f")
    mission: Mission | None = field(
        "Mission", "What you are there for, in one statement.", "The right book in every hand."
    )
    values: Collection[Value] | None = field(
        "Values", "What you stand for, what it means here, and how it shows.", "A word for everybody: Also in a queue."
    )
    always: Collection[GroundRule] | None = field(
        "Always", "How everybody works, whatever the case.", "Read the history first."
    )
    never: Collection[GroundRule] | None = field(
        "Never", "What nobody does, whatever the case.", "Argue about something under £2."
    )
    facts: Collection[Fact] | None = field(
        "What everybody asks", "What everybody asks: prices, deposits, opening times.", "Postage: £3.50"
    )
    topics: Collection[Topic] | None = field(
        "Topics", "Chapters on one matter, with the customer's own part in it.", "Delayed bags: When it is late"
    )
    moments: Collection[Moment] | None = field(
        "Moments", "What customers live through with you, and how it should feel.", "A call: Taken seriously."
    )
    goals: Collection[Goal] | None = field(
        "Goals",
        "What you want to bring about, and how it serves your mission.",
        "Keep customers: Nine in ten come back.",
    )
    benchmarks: Collection[Benchmark] | None = field(
        "How we compare", "How you compare with a competitor or a norm, and what you decided.", "Page & Co: A day"
    )
    metrics: Collection[Metric] | None = field(
        "What we measure", "The few figures that you read, and where they stand.", "Repeat rate: Who orders again."
    )
    roles: Collection[Role] | None = field(
        "Who is who", "Jobs and people: who does what, and who stands in.", "Rosa: Owner"
    )
    hours: Collection[Hours] | None = field("Hours", "When somebody is there.", "Mon-Sat 7:00-21:00")
    channels: Collection[Channel] | None = field(
        "Where to reach us", "The ways in which customers reach you.", "Phone: 020 7946 0112"
    )
    customers: Collection[Customers] | None = field(
        "Kinds of customers", "The kinds of customers you have, and what each needs.", "Schools: On account"
    )
    priorities: Collection[Priority] | None = field(
        "How urgent is it?", "How urgent a case is, and how to tell; the first that fits.", "Urgent: A fixed day"
    )
    standards: Collection[Standard] | None = field(
        "What we promise",
        "What you promise: how soon, how well, or in words alone.",
        "Answer the phone: within 6 rings",
    )
    remedies: Collection[Remedy] | None = field(
        "What we owe", "What a customer is owed when something fails.", "Late: £5"
    )
    procedures: Collection[Procedure] | None = field(
        "What to do", "What to do, step by step, when something happens.", "Off or broken: Say sorry."
    )
    escalation: Escalation | None = field(
        "Who takes it further", "Who takes a case further, and which cases skip every level.", "to: Rosa"
    )
    discretion: Discretion | None = field(
        "What you may give", "What staff may give without asking, and up to how much.", "ask: Rosa"
    )
    complaints: Complaints | None = field(
        "Complaints", "How a complaint is made, heard and answered.", "Rosa rings you the same day."
    )
    terms: Collection[Term] | None = field(
        "Terms", "Returns, cancellations, guarantees and deposits, case by case.", "Returns: within 30 days"
    )
    tone: Tone | None = field("How we sound", "How you sound, shown by samples.", "sounds_like: A neighbour")
    guides: Collection[Guide] | None = field(
        "Guides", "How-tos for your tools and places.", "Saved replies: Open Settings."
    )
    staff_input: Collection[StaffInput] | None = field(
        "What the front line said", "What the front line said when you asked, and what changed.", "May: All four"
    )
    feedback: Collection[Feedback] | None = field(
        "What customers tell us", "How customers tell you what they think, and who reads it.", "Cards at the till"
    )
    pilot: Pilot | None = field(
        "The trial", "The trial with a few of the staff and of the customers.", "staff: Ana and Tom"
    )
    training: Training | None = field("Training", "Lessons, scenes to play and a quiz.", "refresher: 6 months")
    rollout: Rollout | None = field(
        "How it is brought in", "How the policy is brought in: meetings, materials, signatures.", "materials: The card"
    )
    leadership: Leadership | None = field(
        "What leaders do", "What leaders do, for everybody to see.", "same_rules: No refund without the log."
    )
    access: Access | None = field(
        "Access and help", "Other formats, languages, and help for people who need it.", "formats: Large print"
    )
    privacy: Privacy | None = field(
        "Privacy", "How you know who it is, what you keep, and for how long.", "identity: Name and postcode"
    )
    conduct: Conduct | None = field(
        "What we ask of you", "What you ask of customers, and how you act on abuse.", "we_ask: Be in time."
    )
    review: Review | None = field(
        "The review", "When the policy is looked at again, by whom, and what for.", "6 months"
    )
    changelog: Collection[Change] | None = field(
        "Changes", "What changed in each version, and for whom.", "1.2: Advisers may refund postage."
    )
    glossary: Collection[GlossaryTerm] | None = field(
        "Glossary", "Words of your trade, and what they mean here.", "OOP: A book no longer printed"
    )
    checks: Collection[CheckSetting] | None = field(
        "How it is checked",
        "Which findings count for less or more in this policy, and why; printed in no document.",
        "vague-time: info because our regulator wrote the sentence",
    )
