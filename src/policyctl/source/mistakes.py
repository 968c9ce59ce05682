"""The place where the parser gave up in; the mistake that led there, in plain words, and how to read on, out."""

from collections.abc import Callable

from policyctl.source import brackets, indentation, missing, prose, quotes, tabs
from policyctl.source.diagnosis import Failure, Mistake, blank

Diagnosis = Callable[[Failure], Mistake | None]

DIAGNOSES: tuple[Diagnosis, ...] = (
    tabs.tab,
    quotes.backslash,
    quotes.unclosed,
    brackets.unclosed,
    prose.directive,
    prose.list_on_key_line,
    prose.leading_character,
    missing.space_after_colon,
    missing.space_after_dash,
    indentation.deeper_than_field_above,
    prose.colon,
    missing.hash_in_name,
    missing.colon,
    indentation.out_of_line,
)
"""In this order, the most certain first: the first that recognises the line speaks."""


def diagnose(failure: Failure) -> Mistake:
    """The first mistake that fits; at last the plain statement that the line cannot be read."""
    for diagnosis in DIAGNOSES:
        if mistake := diagnosis(failure):
            return mistake
    return unreadable(failure)


def unreadable(failure: Failure) -> Mistake:
    """What is said when nothing fits: the line and what stands deeper below it are passed over."""
    line = min(failure.line, len(failure.lines) - 1)
    while line > 0 and not failure.lines[line].strip():
        line -= 1
    text = failure.lines[line]
    return Mistake(
        "yaml-syntax",
        (line, len(text) - len(text.lstrip())),
        (line, len(text.rstrip())),
        "This line cannot be read.",
        "Compare its spaces, colons and quotes with the lines around it; put a text that stays as it is after `|`.",
        blank(failure.lines, line),
    )
