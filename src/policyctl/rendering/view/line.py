"""Anything that is shown in, pieces of one line out."""

import re
from collections.abc import Iterable

from policyctl.rendering.view.shown import (
    Facts,
    Figure,
    Inline,
    Items,
    Joined,
    Link,
    Prose,
    Row,
    Rows,
    Say,
    Shown,
    Topic,
    Unsay,
    Words,
)

_TELEPHONE = re.compile(r"\+?[\d\s()/.\-]{6,}")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_WEB = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)


def joined(values: Iterable[Shown], between: str = "; ") -> Inline:
    """Several things in one line, with the words between them; empty ones leave no trace."""
    inline = [piece for value in values for piece in flat(value) if piece != Joined(())]
    if len(inline) == 1:
        return inline[0]
    spaced = (pieces for i, each in enumerate(inline) for pieces in ((Words(between), each) if i else (each,)))
    return Joined(tuple(spaced))


def capital(words: str) -> str:
    """The words as they stand alone, beginning with a capital."""
    return words[:1].upper() + words[1:]


def flat(value: Shown) -> tuple[Inline, ...]:
    """What is shown, as pieces of a line."""
    match value:
        case Items(items=items):
            return tuple(piece for item in items for piece in flat(item))
        case Facts(line=line):
            return (line,)
        case Rows(rows=rows):
            return tuple(_in_row(row) for row in rows)
        case Words() | Prose() | Say() | Unsay() | Link() | Figure() | Joined():
            return (value,)
        case Topic(name=name, lead=lead, body=body):
            return flat(Rows((Row(name, (*lead, *body)),)))
        case _:
            raise TypeError(f"{value.shape} does not fit into a line")


def _in_row(row: Row) -> Inline:
    return Joined((*flat(row.label), Words(": "), joined(row.values)))


def address(text: str) -> Inline:
    """A telephone number, an email or web address as a link; any other address as it stands."""
    if _EMAIL.fullmatch(text):
        return Link(text, f"mailto:{text}")
    if _TELEPHONE.fullmatch(text):
        return Link(text, "tel:" + re.sub(r"[^\d+]", "", _dialled(text)))
    if _WEB.fullmatch(text):
        return Link(text, text if "://" in text else f"https://{text}")
    return Prose(text)


def _dialled(number: str) -> str:
    """Without the `(0)` of `+44 (0)20`, which is for callers at home and leads nowhere with the country's code."""
    return number.replace("(0)", "") if number.strip().startswith("+") else number
