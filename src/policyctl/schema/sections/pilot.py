"""The trial with a group of staff and of customers."""

from policyctl.schema.grammar.collection import Collection, Many
from policyctl.schema.grammar.entry import Entry, Section, field, many
from policyctl.schema.grammar.references import ChannelRef, Mention, RoleRef
from policyctl.schema.grammar.texts import Speech, Text
from policyctl.schema.quantities import Date


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
