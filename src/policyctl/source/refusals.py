"""A place in, the remark for a part of YAML that policies do without out."""

from policyctl.findings import Pointer
from policyctl.source.remarks import Mark, Remark

_IN_WORDS = "If it is part of the text, write the text after `|`, on a line of its own."


def too_deep(start: Mark) -> Remark:
    """Further in than any policy goes."""
    message = "Lists and fields stand inside each other more than 64 deep."
    return Remark("yaml-depth", start, start, message, "Use fewer levels.")


def too_long(start: Mark) -> Remark:
    """More values than any policy has."""
    message = "This file holds more values than any policy does."
    return Remark("yaml-size", start, start, message, "Keep the policy alone in this file.")


def second_document(start: Mark) -> Remark:
    """A `---` after the policy has begun."""
    message = "A second document begins here, and nothing from this line on is read."
    return Remark("yaml-second-document", start, (start[0], start[1] + 3), message, "Delete the line `---`.")


def duplicate(start: Mark, end: Mark, key: str, line: int, pointer: Pointer) -> Remark:
    """A key that stands in one mapping already; `line` counts from 0."""
    message = f"`{key}` stands here and in line {line + 1} too, and only the first is read."
    hint = "Keep one of them, or give this one another name."
    return Remark("yaml-duplicate-key", start, end, message, hint, pointer=(*pointer, key))


def merge_key(start: Mark, end: Mark) -> Remark:
    """The key `<<`."""
    message = "`<<` would copy fields from another place, and a policy says everything where it holds."
    return Remark("yaml-merge-key", start, end, message, "Write the fields out here.")


def no_key(start: Mark) -> Remark:
    """A colon with nothing before it."""
    message = "There is no name before this colon."
    hint = "Write the name first, then the colon."
    return Remark("yaml-key-not-text", start, (start[0], start[1] + 1), message, hint)


def key_not_text(start: Mark, end: Mark) -> Remark:
    """A list or a mapping where a key belongs."""
    message = "A name must be plain words, and here stands a list or a group in brackets."
    return Remark("yaml-key-not-text", start, end, message, "Put the name in quotes, or write it without brackets.")


def question_mark(start: Mark, end: Mark) -> Remark:
    """The long way of writing a key, `? key`."""
    message = "A question mark at the start of a line makes a name of what follows."
    return Remark("yaml-key-not-text", start, end, message, _IN_WORDS)


def alias(start: Mark, end: Mark, name: str) -> Remark:
    """A value that stands elsewhere."""
    message = f"`*{name}` points to another place, and a policy says everything where it holds."
    return Remark("yaml-alias", start, end, message, f"Write the words out here. {_IN_WORDS}")


def anchor(start: Mark, name: str) -> Remark:
    """A name for a value, to point at it from elsewhere."""
    message = f"`&{name}` gives a name to what follows and is not read as text."
    return Remark("yaml-anchor", start, (start[0], start[1] + len(name) + 1), message, f"Delete it. {_IN_WORDS}")


def tag(start: Mark) -> Remark:
    """A type before a value."""
    message = "A word that begins with `!` is not read as text."
    return Remark("yaml-tag", start, (start[0], start[1] + 1), message, f"Delete it. {_IN_WORDS}")


def escape(start: Mark, end: Mark, name: str) -> Remark:
    """A character written with a backslash that no document may hold."""
    message = f"This text holds {name}, written with a backslash."
    return Remark("yaml-control-character", start, end, message, "Delete the backslash and what belongs to it.")
