"""A view in, its style sheet out: the template style.css with the colours, the paper and the fonts of the view."""

import re

from markupsafe import Markup

_UNSAFE = re.compile(r"[^\w #.%-]", re.ASCII)


def css_escaped(text: str) -> Markup:
    """Words for a value or within quotation marks; every other sign is written by its number."""
    return Markup(_UNSAFE.sub(lambda found: f"\\{ord(found[0]):X} ", text))  # noqa: S704
