"""A colour as people write it in, a colour that can be worked with out."""

import re
from typing import Any, Self

from policyctl.schema.grammar.refusal import refusal
from policyctl.schema.grammar.texts import Text

_HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})", re.IGNORECASE)


class Colour(Text):
    """A colour of three pairs of digits, such as `#0b6e4f`; kept in small letters with all six digits."""

    __slots__ = ()

    @classmethod
    def read(cls, value: Any) -> Self:
        """The colour; refuses names of colours, since screens and printers disagree about them."""
        text = Text.read(value)
        found = _HEX.fullmatch(text.strip("“”„‘’"))
        if not found:
            raise refusal(f"“{text}” is not a colour that can be printed.", "Write its six digits, such as 0b6e4f.")
        digits = found[1].lower()
        return cls("#" + ("".join(digit * 2 for digit in digits) if len(digits) == 3 else digits))
