"""Write the first policy of a business: the starter's text with the name of the business in it."""

import json
import re

EXAMPLE = "The Example Shop"
"""The business that the starter is about, and that its owner replaces."""

_NEEDS_QUOTES = re.compile(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`]|: |:$| #|\s$|^(?:~|null)$")


def starter(template: str, organisation: str | None = None) -> str:
    """The first policy of a business, with its name where the example's stood; the example itself without a name."""
    name = " ".join((organisation or "").split()) or EXAMPLE
    return template.replace(f"organisation: {EXAMPLE}", f"organisation: {_scalar(name)}")


def _scalar(line: str) -> str:
    """The line as YAML takes it for one text; quoted only where it must be."""
    return json.dumps(line, ensure_ascii=False) if _NEEDS_QUOTES.search(line) else line
