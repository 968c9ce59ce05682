"""The head of a policy and its looks: whose it is, what it undertakes to hold, since when, and its brand."""

from policyctl.schema.grammar.choices import Choice
from policyctl.schema.grammar.entry import Many, Part, field, many, needed
from policyctl.schema.grammar.references import RoleRef, Somebody
from policyctl.schema.grammar.texts import Colour, Currency, Language, Text, TimeZone, Typeface
from policyctl.schema.quantities import Date


class Kind(Choice):
    """What a policy undertakes to hold; it is judged by nothing else."""

    HANDBOOK = "handbook"
    CHARTER = "charter"
    SUPPORT = "support"
    COMPLAINTS = "complaints"
    TERMS = "terms"


class Status(Choice):
    """How far a policy has come: a draft is told gently, a published policy is held to it."""

    DRAFT = "draft"
    PILOT = "pilot"
    PUBLISHED = "published"
    RETIRED = "retired"


class Scope(Part):
    """Whom and what the policy is for."""

    bare_text = "covers"

    covers: Many[Text] = many("For", "Whom and what it covers.", "Every customer of our shop and our website.")
    excludes: Many[Text] = many("Not for", "Whom and what it leaves out.", "Suppliers and publishers.")


class Replaced(Part):
    """An older policy, and the cases for which it still holds."""

    bare_text = "what"

    what: Text | None = field("What", "The policy that this one replaces.", "Version 1.1")
    still_for: Text | None = field("Still holds for", "The cases that keep to the old one.", "Orders before 1 March")


class Head(Part):
    """The head of the policy: title, owner, status and the words and units of the place it is for."""

    other_keys = {"approved_by": "approver"}  # noqa: RUF012  Declared in `Part`.

    title: Text = needed("Title", "What the policy is called.", "How we look after our customers")
    subtitle: Text | None = field("Subtitle", "What stands below the title.", "Our promises to readers")
    organisation: Text = needed("Organisation", "Whose policy it is.", "Rosa's Corner Shop")
    kind: Many[Kind] = many("Kind", "What it undertakes to hold: one or more.", "handbook")
    version: Text | None = field("Version", "The version of the policy.", "1.2")
    status: Status | None = field("Status", "How far it has come; judged gently until it is stated.", "published")
    owner: RoleRef | None = field("Owner", "Who keeps it true.", "Care lead")
    approver: Somebody | None = field("Approved by", "Who has approved it, here or outside.", "Director")
    effective: Date | None = field("In force from", "The day from which it holds.", "2026-03-01")
    language: Language | None = field("Language", "The language it is written in; en-GB unless stated.", "en-GB")
    timezone: TimeZone | None = field("Time zone", "Where its clocks are.", "Europe/London")
    currency: Currency | None = field("Currency", "The currency of amounts without one.", "GBP")
    audience: Many[Text] = many("For whom it is written", "Who reads it.", "Everybody who talks to customers")
    scope: Scope | None = field("Scope", "Whom and what it covers and leaves out.", "Every customer")
    copies: Many[Text] = many("Copies", "Where it is published, in which forms, at what cost.", "Free, at the counter")
    replaces: Replaced | None = field("Replaces", "The policy before it.", "Version 1.1")
    profiles: Many[Text] = many("Drawn up with", "Regulators or norms whose demands it keeps in view.", "ISO 10002")
    schemes: Many[Text] = many(
        "Schemes", "The law and the voluntary schemes its promises belong to.", "Code of Practice"
    )
    intro: Text | None = field("Introduction", "What a reader should know first.", "This is how we work.")
    notes: Text | None = field("Notes", "What stands below.", "Printed copies are not kept up to date.")


class Paper(Choice):
    """The sheet that pages are laid out for."""

    A4 = "A4"
    A5 = "A5"
    LETTER = "Letter"


class Brand(Part):
    """Logo, colour, fonts and paper."""

    accent: Colour | None = field(
        "Accent colour", "The colour that all others come from; whatever it is, words stay easy to read.", "0b6e4f"
    )
    logo: Text | None = field("Logo", "A picture beside the policy file: svg, png or jpeg.", "logo.svg")
    logo_dark: Text | None = field(
        "Logo on a dark ground",
        "The same in light colours, for dark screens; without it the logo has a white plate there.",
        "logo-dark.svg",
    )
    heading_font: Many[Typeface] = many(
        "Font of what is said",
        "A typeface of your own for titles and speech: its files beside the policy (ttf, otf or woff2), regular, bold "
        "and italic. A name alone is seen on screens where that typeface is installed; paper keeps to ours.",
        "Brand-SemiBold.ttf",
    )
    text_font: Many[Typeface] = many(
        "Font of everything else", "A typeface of your own for the text, in the same way.", "Brand-Regular.ttf"
    )
    paper: Paper | None = field(
        "Paper", "A4, A5 or Letter; unless stated, Letter for the United States and Canada, and A4 elsewhere.", "A4"
    )
