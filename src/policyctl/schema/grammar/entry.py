"""What every entry and every section shares: words beside every figure, and a name."""

from policyctl.schema.grammar.choices import Choice
from policyctl.schema.grammar.fields import field
from policyctl.schema.grammar.part import Part
from policyctl.schema.grammar.references import TopicRef
from policyctl.schema.grammar.texts import Text

__all__ = ["Audience", "Entry", "Part", "Section"]


class Audience(Choice):
    """For whose eyes an entry is meant."""

    STAFF = "staff"
    LEADERS = "leaders"
    CUSTOMERS = "customers"
    EVERYBODY = "everybody"


class Entry(Part):
    """Anything that an author may name: it has a name, reasons and notes beside whatever else it holds."""

    name: Text | None = field("Name", "The name, where the entry stands in a list.", "Late delivery")
    about: Text | None = field("About", "What it is, in the author's words.", "Orders that come later than we said.")
    because: Text | None = field("Because", "Why it is so.", "Two voices confuse a customer.")
    note: Text | None = field("Note", "Anything else worth knowing.", "Ask before you change it.")
    topic: TopicRef | None = field("Topic", "The chapter that gathers it with others on one matter.", "Delayed bags")
    audience: Audience | None = field("For whose eyes", "Staff, leaders, customers or everybody.", "staff")

    def aliases(self) -> tuple[str, ...]:
        """Every name that finds this entry, its own first."""
        return (self.named(),)

    def named(self) -> str:
        """The name, or nothing where the entry has none."""
        return self.name or ""


class Section(Part):
    """A section of the policy with parts of its own; `intro` opens it and `notes` close it."""

    intro: Text | None = field("Introduction", "What a reader should know first.", "This is how we work.")
    notes: Text | None = field("Notes", "What stands below the section.", "Ask Rosa when in doubt.")
