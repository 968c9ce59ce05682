"""Sentences are made from the author's words and the fixed words between them: clauses, lists, and where they end."""

import re
from collections.abc import Iterable

from policyctl import lexicon
from policyctl.rendering.view.blocks import (
    Block,
    Figure,
    Flow,
    Gap,
    Inline,
    Joined,
    Link,
    Prose,
    Say,
    Strong,
    Unsay,
    Words,
)

_ENDED = re.compile(r"[.!?…:;]['\"”“’»«)\]*_]*$")
_STOP = re.compile(r"(?<![.…])\.$")
_SEVERAL_LINES = re.compile(r"\n\s*\n|^\s*(?:[-*+]|\d+[.)])\s", re.MULTILINE)
_SENTENCE_INSIDE = re.compile(r"[.!?…][”\"’)]*\s+\S")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


def is_one_line(text: str) -> bool:
    """Whether a text of the author can stand in a line: it has no paragraphs and no list."""
    return "\n" not in text.strip() or not _SEVERAL_LINES.search(text)


def is_clause(text: str) -> bool:
    """Whether a text is one clause, so that it may stand within a sentence."""
    return is_one_line(text) and not _SENTENCE_INSIDE.search(text)


def run_on(text: str, language: str) -> str:
    """A text within a sentence: without its stop, and with a small letter where only its place was capital."""
    words = _STOP.sub("", text.strip())
    code = language.partition("-")[0].lower()
    first = _FIRST_WORD.match(words)
    if first and lexicon.is_understood(code) and first[0].lower() in lexicon.words("sentences.openers", code):
        return words[0].lower() + words[1:]
    return words


def capitalise(words: str) -> str:
    """The words as they stand alone, beginning with a capital."""
    return words[:1].upper() + words[1:]


def capitalised(line: Inline) -> Inline:
    """The line as a sentence begins: with a capital."""
    match line:
        case Words(text):
            return Words(capitalise(text))
        case Prose(text):
            return Prose(capitalise(text))
        case Strong(inner):
            return Strong(capitalised(inner))
        case Joined((first, *others)):
            return Joined((capitalised(first), *others))
        case _:
            return line


def joined(values: Iterable[Inline], between: str = "; ") -> Inline:
    """Several things in one line, with the words between them; empty ones leave no trace."""
    inline = [value for value in values if value != Joined(()) and value != Words("")]
    if len(inline) == 1:
        return inline[0]
    pieces = (piece for i, each in enumerate(inline) for piece in ((Words(between), each) if i else (each,)))
    return Joined(tuple(pieces))


def line(*pieces: Inline | str) -> Inline:
    """Pieces one after the other, without anything between them."""
    made = tuple(Words(piece) if isinstance(piece, str) else piece for piece in pieces)
    kept = tuple(piece for piece in made if piece not in (Words(""), Joined(())))
    return kept[0] if len(kept) == 1 else Joined(kept)


def fill(pattern: str, **values: Inline | str) -> Inline:
    """A translated pattern such as `unless {case}` with its values, which keep their own faces and links."""
    pieces = re.split(r"\{(\w+)\}", pattern)
    return line(*(values[piece] if i % 2 else piece for i, piece in enumerate(pieces)))


def sentence(*pieces: Inline | str) -> Inline:
    """Pieces as a whole sentence: it begins with a capital, and ends with a stop unless it has an end of its own."""
    whole = capitalised(line(*pieces))
    is_number = isinstance(whole, (Words, Prose)) and whole.text.isdecimal()  # With a stop it would begin a list.
    return whole if whole == Joined(()) or _ENDED.search(tail(whole)) or is_number else line(whole, ".")


def open_end(shown: Inline) -> Inline:
    """A sentence without its stop, so that a clause may follow."""
    match shown:
        case Words(text):
            return Words(_STOP.sub("", text.rstrip()))
        case Prose(text):
            return Prose(_STOP.sub("", text.rstrip()))
        case Joined((*others, last)):
            return Joined((*others, open_end(last)))
        case _:
            return shown


def flow(*sentences: Inline, end: bool = False) -> tuple[Block, ...]:
    """Sentences that run on in one paragraph; nothing where there are none."""
    whole = tuple(sentence(each) for each in sentences if each not in (Words(""), Joined(())))
    return (Flow(whole, end),) if whole else ()


def tail(shown: Inline) -> str:
    """The last words of a line."""
    match shown:
        case Words(text) | Prose(text) | Link(text=text):
            return text.rstrip()
        case Say(text) | Unsay(text):
            return text.rstrip() if _ENDED.search(text.rstrip()) else text.rstrip() + "”"
        case Figure(number, unit):
            return unit or number
        case Gap(text, lines):
            return "…" if lines else text
        case Strong(inner):
            return tail(inner)
        case Joined(pieces):
            return next((found for piece in reversed(pieces) if (found := tail(piece))), "")
