"""Leaders, access, privacy, and what is asked of customers."""

from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Entry, Many, Section, field, many
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.references import RoleRef
from policyctl.schema.grammar.texts import Speech, Text
from policyctl.schema.quantities import Frequency


class LeaderCommitment(Entry):
    """What a leader does, visibly."""

    bare_text = "does"

    who: Many[RoleRef] = many("Who", "Who does it.", "Director")
    does: Text | None = field("Does", "What they do.", "Answers letters for one morning.")
    every: Frequency | None = field("How often", "How often.", "month")
    seen: Text | None = field("How it is seen", "How everybody can see it.", "In the rota")


class Leadership(Section):
    """Leaders follow the same rules."""

    bare_text = "intro"

    commitments: Collection[LeaderCommitment] | None = field(
        "Commitments", "Who does what.", "Director: Answers letters"
    )
    same_rules: Text | None = field("The same rules", "That they hold for leaders too.", "No refund without the log.")
    speaks_of_customers: Text | None = field(
        "How we speak of customers", "How, when they are out.", "As if they heard."
    )


class Access(Section):
    """Formats and help for people who need them."""

    bare_text = "intro"

    formats: Many[Text] = many("Formats", "In what other forms we answer.", "Large print")
    languages: Many[Text] = many("Languages", "The languages we can help in.", "Welsh")
    help: Many[Text] = many("Help", "What we do for people who need more time or help.", "A chair at the counter")
    signs: Many[Text] = many("Signs", "How to notice that somebody needs help.", "They ask the same thing twice.")
    interpreters: Text | None = field("Interpreters", "How one is found.", "Through the library")


class Kept(Entry):
    """How long something is kept."""

    bare_text = "kept"

    kept: Limits | None = field("Kept for", "How long.", "2 years")


class Privacy(Section):
    """Identity, consent and how long things are kept."""

    bare_text = "intro"

    identity: Many[Text] = many("Who is it?", "What is asked before we speak about an order.", "Name and postcode")
    never_ask: Many[Text] = many("We never ask for", "What is never asked.", "A password")
    consent: Text | None = field("Consent", "When we may speak with somebody else.", "A line by email is enough.")
    retention: Collection[Kept] | None = field("We keep", "What is kept for how long.", "Emails: 2 years")
    recordings: Text | None = field("Recordings", "Whether calls are recorded.", "We record nothing.")
    breach: Text | None = field("If something gets out", "What to do when data is lost.", "Call the director at once.")


class Conduct(Section):
    """What we ask of customers, and how we act on abuse."""

    bare_text = "intro"

    we_ask: Many[Text] = many("We ask you", "What we ask of customers.", "Tell us in good time.")
    unacceptable: Many[Text] = many("We do not accept", "What is not accepted.", "Shouting at a member of staff")
    steps: Many[Text] = many("What we do", "How we act on it, in order.", "Say that you will end the call.")
    say: Many[Speech] = many("Say", "Words to say.", "I want to help. I cannot, while you shout.")
    decided_by: Many[RoleRef] = many("Decided by", "Who decides on a ban.", "Director")
    support: Text | None = field("Support for staff", "What staff get afterwards.", "Ten minutes off, and a tea.")
