"""How complaints are made, heard and answered."""

from typing import Any

from policyctl.schema.grammar.choices import Flag
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Entry, Many, Part, Section, field, many
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.references import ChannelRef, RoleRef, Somebody
from policyctl.schema.grammar.texts import Address, Text
from policyctl.schema.sections.standards import Remedy, Standard


class Way(ChannelRef):
    """A channel, or words such as `else by post`."""

    __slots__ = ()
    loose = True


class HowToComplain(Part):
    """Where a complaint goes, and what it should say."""

    bare_text = "says"
    other_keys = {"channels": "ways"}  # noqa: RUF012  Declared in `Part`.

    says: Text | None = field("How to complain", "The way in one sentence.", "Tell anyone who works here.")
    to: Many[RoleRef] = many("To", "Who takes complaints.", "Care lead")
    ways: Many[Way] = many("By", "The ways for it in their order: channels, or in words.", "Email")
    within: Limits | None = field("Within", "How long after the event.", "12 months")
    after: Text | None = field("Counted after", "The event that it is counted after.", "the problem")
    late: Text | None = field("After that", "What happens to a later one.", "We look at it where there is reason.")
    tell_us: Many[Text] = many("Tell us", "What it should say.", "What happened, and when")
    for_somebody_else: Text | None = field("For somebody else", "How to complain for another person.", "With consent")
    help: Many[Text] = many("Help", "Who helps in making one.", "The advice centre in Church Street")


class Complexity(Entry):
    """A level of complexity with limits of its own."""

    bare_text = "means"

    means: Text | None = field("What it means", "How to know it.", "Several teams are involved.")
    within: Limits | None = field("Answer within", "Its limit.", "30 working days")
    after: Text | None = field("Counted after", "What the limit is counted after.", "received")


class Extension(Part):
    """When an answer may take longer."""

    bare_text = "says"

    says: Text | None = field("Extension", "The rule in one sentence.", "We tell you why, and the new date.")
    at_most: Limits | None = field("By at most", "How much longer.", "10 working days")
    reason_given: Flag | None = field("With a reason", "Whether the reason is given.", "yes")
    told_by: Limits | None = field("You are told", "When the customer is told.", "before the limit passes")


class Stage(Entry):
    """One stage of a complaint; it begins when the customer asks."""

    bare_text = "says"

    says: Text | None = field("In our words", "What happens in it, in one sentence.", "Rosa rings you the same day.")
    begins: Text | None = field("Begins", "What begins it.", "when you ask for it")
    ask_within: Limits | None = field("Ask for it within", "How long the customer may take.", "20 working days")
    ask_after: Text | None = field("Counted after", "What that time is counted after.", "our answer")
    optional: Flag | None = field("Optional", "Whether it may be skipped.", "no")
    by: Many[RoleRef] = many("By", "Who decides it.", "Director")
    not_by: Many[Somebody] = many("Not by", "Who does not.", "Care lead")
    steps: Collection[Standard] | None = field(
        "What happens when", "Its dated steps.", "Answer: within 10 working days"
    )
    complexity: Collection[Complexity] | None = field("By complexity", "Levels of complexity.", "Simple: 10 days")
    extension: Extension | None = field("If it takes longer", "When it may take longer.", "With a reason")
    letter: Many[Text] = many("The letter says", "What the answer must say.", "What we found, and why")


class OutsideBody(Entry):
    """Somebody outside who may be asked."""

    bare_text = "for_what"

    for_what: Many[Text] = many("For", "What it is for.", "Complaints that we could not settle", alias="for")
    not_for: Many[Text] = many("Does not", "What it does not do.", "It takes no complaints about prices")
    after: Text | None = field("After", "What must have come before.", "our final answer")
    limits: Many[Standard] = many("Time limits", "Until when.", "within 6 months of our final answer")
    address: Many[Address] = many("Reached at", "Where it is reached.", "https://ombudsman.example")
    decides: Flag | None = field("Decides", "Whether its decision binds us.", "yes")
    free: Flag | None = field("Asking costs nothing", "Whether it costs the customer nothing.", "yes")

    @classmethod
    def from_text(cls, text: str) -> dict[str, Any] | str:
        return {"for": text}


class Complaints(Section):
    """The whole way of a complaint."""

    bare_text = "says"
    other_keys = {"records": "logged"}  # noqa: RUF012  Declared in `Part`.

    says: Text | None = field("In our words", "The whole of it, where one sentence is enough.", "Rosa rings you.")
    counts: Many[Text] = many("A complaint is", "What counts as one.", "Anything you tell us you are unhappy with")
    does_not_count: Many[Text] = many("Not a complaint", "What does not.", "A first request for a repair")
    how_to_complain: HowToComplain | None = field("How to complain", "How it is made.", "Tell anyone here.")
    stages: Collection[Stage] | None = field("Stages", "The stages, from the first.", "Our answer")
    outside: Collection[OutsideBody] | None = field("Outside bodies", "Whom to ask after us.", "The ombudsman")
    free_of_charge: Flag | None = field("Complaining costs nothing", "Whether it costs nothing.", "yes")
    no_detriment: Text | None = field("No disadvantage", "That nobody is treated worse for it.", "It changes nothing.")
    help_offered: Many[Text] = many("Help", "The help that we offer.", "We write it down for you.")
    remedies: Collection[Remedy] | None = field("What may follow", "What may come of it.", "An apology")
    learning: Text | None = field("What we learn", "How complaints change what we do.", "We read all of them in May.")
    logged: Text | None = field("Records", "How they are written down, and kept.", "In the red book, six years")
