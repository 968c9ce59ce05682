"""How the documents of the policy look: one block drives every format."""

from policyctl.schema.grammar.choices import Choice
from policyctl.schema.grammar.entry import Part, field
from policyctl.schema.grammar.texts import Colour, Text


class Paper(Choice):
    """The sheet that pages are laid out for."""

    A4 = "A4"
    LETTER = "Letter"


class Brand(Part):
    """Logo, colour and paper."""

    logo: Text | None = field("Logo", "A picture beside the policy file: svg, png or jpeg.", "logo.svg")
    accent: Colour | None = field(
        "Accent colour", "The colour that everything is derived from, as six digits.", "0b6e4f"
    )
    heading_font: Text | None = field(
        "Font of what is said", "A typeface of your own for titles and speech.", "Vollkorn"
    )
    text_font: Text | None = field("Font of everything else", "A typeface of your own for the text.", "Lato")
    paper: Paper | None = field("Paper", "A4 or Letter.", "A4")
