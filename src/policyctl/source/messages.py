"""Say what is wrong with the YAML of a policy: its rules, what the parser refuses, and how hints show words.

A diagnostic knows a place in the text as read. It becomes a finding once the lines lead it back to the author's own.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from policyctl.findings import Finding, Pointer, Severity
from policyctl.source.positions import Edit, Lines, Mark

RULES: Mapping[str, str] = MappingProxyType({
    "yaml-encoding": "The file is not UTF-8, so some of its letters cannot be told.",
    "yaml-size": "The file is larger than any policy, so it is not read.",
    "yaml-depth": "Lists and fields stand inside each other deeper than any policy needs.",
    "yaml-empty": "The file holds no policy yet.",
    "yaml-control-character": "A character that nobody can see could change what a reader sees.",
    "yaml-invisible-character": "A character that nobody can see makes equal names differ; pasted text has them.",
    "yaml-duplicate-key": "A name given twice would silently lose one of its two values.",
    "yaml-key-not-text": "A name must be plain words, so that others can refer to it.",
    "yaml-tag": "A word with `!` tells YAML how to read what follows; a policy is read as text.",
    "yaml-anchor": "A word with `&` names what follows, for repeating it; a policy says everything where it holds.",
    "yaml-alias": "A word with `*` repeats what stands elsewhere; a policy says everything where it holds.",
    "yaml-merge-key": "`<<` copies fields from elsewhere; a policy says everything where it holds.",
    "yaml-second-document": "One file is one policy: what stands after `---` or `...` would be lost.",
    "yaml-tab": "YAML sets lines in with spaces; a tab is as wide as each editor likes.",
    "yaml-indentation": "How far a line is set in says what it belongs to, so it must begin where another line does.",
    "yaml-missing-colon": "A colon stands between a name and what it holds.",
    "yaml-space-after-colon": "Without a space after it a colon is part of a word.",
    "yaml-list-dash": "A list item is a dash and a space, on a line of its own.",
    "yaml-colon": "A colon and a space in a text look like the end of a name.",
    "yaml-leading-character": "Some characters mean something to YAML at the start of a text; after `|` none does.",
    "yaml-unclosed-quote": "A quotation mark at the start of a text must be closed at its end.",
    "yaml-unclosed-bracket": "A bracket at the start of a text begins a group and must be closed.",
    "yaml-bracket": "A group in brackets that cannot be read is clearer on lines of its own.",
    "yaml-backslash": "A backslash in double quotation marks begins a special character.",
    "yaml-curly-quotes": "Curly quotation marks belong to the text; only plain ones stand around it.",
    "yaml-syntax": "A line that fits nowhere cannot be read.",
    "yaml-comma": "A comma ends an entry in brackets, so it cuts amounts and sentences.",
    "yaml-hash": "A space and `#` begin a comment, so the rest of the line is not read.",
    "yaml-comment-in-text": "After `|` everything is text, so a comment there is printed.",
})  # fmt: skip
"""Each rule of reading with what it catches and why, for whoever asks what a finding means."""

LONGEST = 70
"""Characters of the author's words that a message or a line of a hint holds."""


class Diagnostic(NamedTuple):
    """A finding before its place is translated into the author's own lines and columns."""

    rule: str
    start: Mark
    end: Mark
    message: str
    hint: str | None = None
    severity: Severity = Severity.ERROR
    pointer: Pointer = ()
    fix: tuple[Edit, ...] = ()

    def finding(self, file: str, lines: Lines) -> Finding:
        """The same at its place in the author's text."""
        span = lines.span(file, self.start, self.end)
        line = lines.written[span.start.line - 1]
        fix = lines.replacements(file, self.fix)
        return Finding(self.rule, self.severity, span, self.message, self.hint, self.pointer, line, fix=fix)


def clip(words: str) -> str:
    """No more of the author's words than a hint can hold."""
    words = words.rstrip()
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"


MOST_TO_COPY = 1000
"""Characters of the author's words in a line that is there to be copied: whoever copies it must lose none."""


def whole(words: str) -> str:
    """All of the author's words, but for those of a hostile file."""
    words = words.rstrip()
    return words if len(words) <= MOST_TO_COPY else words[: MOST_TO_COPY - 1].rstrip() + "…"


def quoted(words: str) -> str:
    """The words in the plain quotes that change them least."""
    if '"' in words or "\\" in words:
        return "'" + words.replace("'", "''") + "'"
    return f'"{words}"'


def to_copy(*lines: str) -> str:
    """Lines to copy, set in under the sentence that announces them."""
    return "".join(f"\n  {whole(line)}" for line in lines)


_IN_WORDS = "If it is part of the text, write the text after `|`, on a line of its own."


def too_deep(start: Mark) -> Diagnostic:
    """Further in than any policy goes."""
    message = "Lists and fields stand inside each other more than 64 deep."
    return Diagnostic("yaml-depth", start, start, message, "Use fewer levels.")


def too_long(start: Mark) -> Diagnostic:
    """More values than any policy has."""
    message = "This file holds more values than any policy does."
    return Diagnostic("yaml-size", start, start, message, "Keep the policy alone in this file.")


def second_document(start: Mark) -> Diagnostic:
    """A `---` after the policy has begun."""
    message = "A second document begins here, and nothing from this line on is read."
    return Diagnostic("yaml-second-document", start, (start[0], start[1] + 3), message, "Delete the line `---`.")


def duplicate(start: Mark, end: Mark, key: str, line: int, pointer: Pointer) -> Diagnostic:
    """A key that stands in one mapping already; `line` counts from 0."""
    message = f"`{key}` stands here and in line {line + 1} too, and only the first is read."
    hint = "Keep one of them, or give this one another name."
    return Diagnostic("yaml-duplicate-key", start, end, message, hint, pointer=(*pointer, key))


def merge_key(start: Mark, end: Mark) -> Diagnostic:
    """The key `<<`."""
    message = "`<<` would copy fields from another place, and a policy says everything where it holds."
    return Diagnostic("yaml-merge-key", start, end, message, "Write the fields out here.")


def no_key(start: Mark) -> Diagnostic:
    """A colon with nothing before it."""
    message = "There is no name before this colon."
    hint = "Write the name first, then the colon."
    return Diagnostic("yaml-key-not-text", start, (start[0], start[1] + 1), message, hint)


def key_not_text(start: Mark, end: Mark) -> Diagnostic:
    """A list or a mapping where a key belongs."""
    message = "A name must be plain words, and here stands a list or a group in brackets."
    return Diagnostic("yaml-key-not-text", start, end, message, "Put the name in quotes, or write it without brackets.")


def question_mark(start: Mark, end: Mark) -> Diagnostic:
    """The long way of writing a key, `? key`."""
    message = "A question mark at the start of a line makes a name of what follows."
    return Diagnostic("yaml-key-not-text", start, end, message, _IN_WORDS)


def alias(start: Mark, end: Mark, name: str) -> Diagnostic:
    """A value that stands elsewhere."""
    message = f"`*{name}` points to another place, and a policy says everything where it holds."
    return Diagnostic("yaml-alias", start, end, message, f"Write the words out here. {_IN_WORDS}")


def anchor(start: Mark, name: str) -> Diagnostic:
    """A name for a value, to point at it from elsewhere."""
    message = f"`&{name}` gives a name to what follows and is not read as text."
    return Diagnostic("yaml-anchor", start, (start[0], start[1] + len(name) + 1), message, f"Delete it. {_IN_WORDS}")


def tag(start: Mark) -> Diagnostic:
    """A type before a value."""
    message = "A word that begins with `!` is not read as text."
    return Diagnostic("yaml-tag", start, (start[0], start[1] + 1), message, f"Delete it. {_IN_WORDS}")


def escape(start: Mark, end: Mark, name: str) -> Diagnostic:
    """A character written with a backslash that no document may hold."""
    message = f"This text holds {name}, written with a backslash."
    return Diagnostic("yaml-control-character", start, end, message, "Delete the backslash and what belongs to it.")
