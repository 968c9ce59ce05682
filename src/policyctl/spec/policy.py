"""The whole policy: one YAML mapping in, thirty-eight frozen sections out."""

from typing import Literal

from policyctl.spec.grammar.collection import Collection
from policyctl.spec.grammar.entry import Part
from policyctl.spec.grammar.fields import field, needed
from policyctl.spec.sections.aims import Benchmark, Goal, Metric
from policyctl.spec.sections.brand import Brand
from policyctl.spec.sections.complaints import Complaints
from policyctl.spec.sections.conduct import Access, Conduct, Leadership, Privacy
from policyctl.spec.sections.discretion import Discretion
from policyctl.spec.sections.escalation import Escalation
from policyctl.spec.sections.head import Head
from policyctl.spec.sections.keeping import Change, GlossaryTerm, Review
from policyctl.spec.sections.listening import Feedback, Guide, StaffInput
from policyctl.spec.sections.people import Channel, Customers, Hours, Priority, Role
from policyctl.spec.sections.pilot import Pilot
from policyctl.spec.sections.procedures import Procedure
from policyctl.spec.sections.stand import Fact, GroundRule, Mission, Moment, Topic, Value
from policyctl.spec.sections.standards import Remedy, Standard
from policyctl.spec.sections.terms import Term
from policyctl.spec.sections.tone import Tone
from policyctl.spec.sections.training import Rollout, Training


class Policy(Part):
    """A customer service policy."""

    policyctl: Literal["1"] = needed("Version of the language", "The version of this language.", "1")
    policy: Head = needed("Policy", "Title, owner, status, language and currency.", "title: How we look after you")
    brand: Brand | None = field("Brand", "Logo, colour and paper of every document.", 'accent: "#0b6e4f"')
    mission: Mission | None = field("Mission", "One statement that everything serves.", "The right book in every hand.")
    values: Collection[Value] | None = field("Values", "What you stand for.", "A word for everybody: Also in a queue.")
    always: Collection[GroundRule] | None = field("Always", "How everybody works.", "Read the history first.")
    never: Collection[GroundRule] | None = field("Never", "What nobody does.", "Argue about something under £2.")
    facts: Collection[Fact] | None = field("What everybody asks", "Prices, deposits, times.", "Postage: £3.50")
    topics: Collection[Topic] | None = field("Topics", "Chapters about one matter.", "Delayed bags: When it is late")
    moments: Collection[Moment] | None = field("Moments", "What customers live through.", "A call: Taken seriously.")
    goals: Collection[Goal] | None = field("Goals", "What you aim for.", "Keep customers: Nine in ten come back.")
    benchmarks: Collection[Benchmark] | None = field("How we compare", "Competitors and norms.", "Page & Co: A day")
    metrics: Collection[Metric] | None = field("What we measure", "A few figures.", "Repeat rate: Who orders again.")
    roles: Collection[Role] | None = field("Who is who", "Jobs and people.", "Rosa: Owner")
    hours: Collection[Hours] | None = field("Hours", "When somebody is there.", "Mon-Sat 7:00-21:00")
    channels: Collection[Channel] | None = field("Where to reach us", "Ways to reach you.", "Phone: 020 7946 0112")
    customers: Collection[Customers] | None = field("Kinds of customers", "Who they are.", "Schools: On account")
    priorities: Collection[Priority] | None = field("How urgent is it?", "The first that fits.", "Urgent: A fixed day")
    standards: Collection[Standard] | None = field("What we promise", "Promises.", "Answer the phone: within 6 rings")
    remedies: Collection[Remedy] | None = field("What we owe", "What is owed when it fails.", "Late: £5")
    procedures: Collection[Procedure] | None = field("What to do", "Steps for each case.", "Off or broken: Say sorry.")
    escalation: Escalation | None = field("Who takes it further", "Ladders and direct routes.", "to: Rosa")
    discretion: Discretion | None = field("What you may give", "What staff may give.", "ask: Rosa")
    complaints: Complaints | None = field("Complaints", "How complaints are heard.", "Rosa rings you the same day.")
    terms: Collection[Term] | None = field("Terms", "Returns, cancellations, deposits.", "Returns: within 30 days")
    tone: Tone | None = field("How we sound", "The tone, by samples.", "sounds_like: A neighbour")
    guides: Collection[Guide] | None = field("Guides", "How-tos.", "Saved replies: Open Settings.")
    staff_input: Collection[StaffInput] | None = field("What the front line said", "Who was asked.", "May: All four")
    feedback: Collection[Feedback] | None = field("What customers tell us", "How they tell you.", "Cards at the till")
    pilot: Pilot | None = field("The trial", "A trial before it is in force.", "staff: Ana and Tom")
    training: Training | None = field("Training", "Lessons, scenes to play and a quiz.", "refresher: 6 months")
    rollout: Rollout | None = field("How it is brought in", "Meetings and materials.", "materials: The card")
    leadership: Leadership | None = field(
        "What leaders do", "What leaders do visibly.", "same_rules: No refund without the log."
    )
    access: Access | None = field("Access and help", "Formats and help.", "formats: Large print")
    privacy: Privacy | None = field("Privacy", "Identity, consent, retention.", "identity: Name and postcode")
    conduct: Conduct | None = field("What we ask of you", "What is asked of customers.", "we_ask: Be in time.")
    review: Review | None = field("The review", "When it is looked at again.", "6 months")
    changelog: Collection[Change] | None = field("Changes", "What changed.", "1.2: Advisers may refund postage.")
    glossary: Collection[GlossaryTerm] | None = field("Glossary", "Words.", "OOP: A book no longer printed")
