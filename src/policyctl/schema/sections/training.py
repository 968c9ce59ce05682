"""How the policy is tried, learned and brought in."""

from policyctl.schema.grammar.choices import Choice, Flag
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Entry, Many, Section, field, many
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.references import ChannelRef, Mention, RoleRef
from policyctl.schema.grammar.texts import Speech, Text
from policyctl.schema.quantities import Date, Duration, Frequency, Share


class PilotFinding(Entry):
    """Something that the trial showed."""

    bare_text = "found"

    found: Text | None = field("Found", "What was found.", "Two of ten did not know whom to call.")
    changed: Text | None = field("Changed", "What changed because of it.", "The card names the duty phone.")


class Pilot(Section):
    """A trial before the policy is in force."""

    bare_text = "intro"

    staff: Many[Text] = many("Staff", "Who of the staff takes part.", "Ana and Tom")
    customers: Many[Text] = many("Customers", "Which customers take part.", "Members of our reading club")
    starts: Date | None = field("From", "The first day.", "2026-02-01")
    ends: Date | None = field("Until", "The last day.", "2026-02-28")
    channels: Many[ChannelRef] = many("Channels", "The channels it runs on.", "Email")
    lead: Many[RoleRef] = many("Led by", "Who leads it.", "Care lead")
    told: Many[Speech] = many("Customers are told", "That it is a test and that answers count.", "This is a test.")
    opt_out: Text | None = field("How to stay out", "How a customer leaves.", "Say so once, to anyone.")
    consent: Text | None = field("Consent", "How they agree.", "By answering the invitation")
    measures: Many[Mention] = many("We measure", "What is measured.", "First reply time")
    success_when: Many[Text] = many("It is a success when", "What must be reached.", "Nine of ten are answered in time")
    stop_when: Many[Text] = many("We stop when", "What ends it early.", "Two complaints about the same thing")
    findings: Collection[PilotFinding] | None = field("What we found", "What it showed.", "The duty phone: add it")
    decision: Text | None = field("Decision", "What was decided.", "Go, from 1 March")
    decided_by: Many[RoleRef] = many("Decided by", "Who decided.", "Director")


class ModuleForm(Choice):
    """How a module is taught."""

    WORKSHOP = "workshop"
    ROLE_PLAY = "role-play"
    E_LEARNING = "e-learning"
    SHADOWING = "shadowing"
    READING = "reading"


class Module(Entry):
    """One lesson."""

    bare_text = "about"

    form: ModuleForm | None = field("Taught as", "How it is taught.", "workshop")
    covers: Many[Mention] = many("Covers", "What of the policy it covers.", "A book arrives damaged")
    lasts: Duration | None = field("Lasts", "How long it takes.", "45 minutes")
    trainer: Many[RoleRef] = many("Trainer", "Who teaches it.", "Care lead")
    for_: Many[RoleRef] = many("For", "Who learns it.", "Adviser", alias="for")
    materials: Many[Text] = many("Materials", "What is needed.", "Three damaged books")


class RolePlay(Entry):
    """A scene to practise."""

    bare_text = "about"

    covers: Many[Mention] = many("Covers", "What of the policy it practises.", "A book arrives damaged")
    customer_brief: Text | None = field(
        "For the customer", "What the one who plays the customer knows.", "It is a gift."
    )
    staff_brief: Text | None = field("For the adviser", "What the adviser knows.", "It is five to six.")
    twist: Text | None = field("Twist", "What comes as a surprise.", "The gift is for today.")
    pass_when: Many[Text] = many("Passed when", "What a pass looks like.", "Says sorry before asking for a number")
    debrief: Many[Text] = many("Talk about it", "What to talk about afterwards.", "When did it turn?")


class Question(Entry):
    """A question of the quiz."""

    bare_text = "answer"

    options: Many[Text] = many("Options", "The answers to choose from.", "£20")
    answer: Text | None = field("Answer", "The right one.", "£20")
    covers: Many[Mention] = many("Covers", "What of the policy it asks about.", "Put it right")


class Training(Section):
    """Training by practice."""

    bare_text = "intro"

    modules: Collection[Module] | None = field("Modules", "The lessons.", "First day: Shadowing")
    role_plays: Collection[RolePlay] | None = field("Role plays", "The scenes.", "The torn atlas")
    quiz: Collection[Question] | None = field("Quiz", "The questions.", "How much may you give?: £20")
    pass_mark: Share | None = field("Pass mark", "The share of right answers.", "80%")
    refresher: Frequency | None = field("Refresher", "How often it is repeated.", "6 months")
    feedback_by: Many[RoleRef] = many("Feedback by", "Who tells them how they did.", "Care lead")
    newcomers_within: Limits | None = field("Newcomers within", "How soon newcomers are trained.", "2 weeks")


class Meeting(Entry):
    """One briefing."""

    bare_text = "about"

    on: Date | None = field("On", "The day.", "2026-02-26")
    for_: Many[Mention] = many("For", "Who comes.", "Adviser", alias="for")
    led_by: Many[RoleRef] = many("Led by", "Who leads it.", "Director")
    lasts: Duration | None = field("Lasts", "How long it takes.", "30 minutes")


class Rollout(Section):
    """How the policy is brought in."""

    bare_text = "intro"

    meetings: Collection[Meeting] | None = field("Meetings", "The briefings, not by mail alone.", "Before opening")
    materials: Many[Text] = many("Materials", "What everybody gets.", "The card for the till")
    what_changes: Many[Text] = many("What changes", "What is new.", "You may refund postage.")
    acknowledge_by: Date | None = field("Sign by", "The day by which all have signed.", "2026-03-01")
    acknowledged: Text | None = field(
        "How it is signed", "How people confirm that they have read it.", "On the last page"
    )
    missed_it: Text | None = field(
        "If you missed it", "What happens to those who were away.", "Ask Maria for ten minutes."
    )
    questions_to: Many[RoleRef] = many("Questions to", "Whom to ask.", "Care lead")
    signed: Flag | None = field("Signature needed", "Whether everybody signs.", "yes")
