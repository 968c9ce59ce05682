"""Find placeholders that nobody will fill, and what a draft left for later."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import cache
from typing import NamedTuple

from policyctl.findings import Issue
from policyctl.lexicon import alternatives
from policyctl.meaning.formatting import limit_issues
from policyctl.meaning.references import GUESSES
from policyctl.meaning.texts import Passage, Reader, without_code
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import Reference
from policyctl.schema.grammar.texts import Speech
from policyctl.schema.sections.people import Role

_BROKEN = (
    r"\{\{[^{}\n]*\}(?!\})|\{\{\s*[\w.]{0,40}(?![^{}\n]*\})|(?<!\{)\{[^{}\n]*\}\}|\{\{\s*\}\}"
    r"|(?<!\{)\{[A-Za-z_][\w.]{0,40}(?![^{}\n]*\})|(?<!\{)\{\s*\}|\[\[[^\[\]\n]*\](?!\])"
    r"|(?<!\[)\[[A-ZÄÖÜ][A-ZÄÖÜ_]{2,30}(?![^\[\]\n]*\])"
)
"""A placeholder that is not closed as it was opened, or has nothing in it."""

_WHOLE = (
    r"\{\{(?=\s*+[^{}\s])(?P<braces>[^{}]++)\}\}|(?<![{$%])\{(?P<brace>[A-Za-zÄÖÜäöü_][\w .-]{0,30})\}(?!\})"
    r"|%(?P<percent>[A-Za-z_]{2,30})%|(?<!\[)\[(?P<bracket>[A-ZÄÖÜ][A-ZÄÖÜ _-]{1,30})\](?![\](])"
    r"|\[\[(?P<brackets>[^\[\]]+)\]\]|<(?P<angle>[a-zäöü][a-zäöü _-]{2,30})>"
)
_TAGS = frozenset({"strong", "em", "code", "span", "div", "img", "mark", "small", "sub", "sup", "table", "pre"})

_EXAMPLES = {
    "braces": "{{name}}", "brace": "{name}", "percent": "%name%", "bracket": "[NAME]", "brackets": "[[name]]",
    "angle": "<name>",
}  # fmt: skip

_NEAR = 0.85
"""How alike a placeholder that stands alone is to the one that it was meant to be."""


class Gap(NamedTuple):
    """A place to be filled in: where it begins, how it is written, in which style, and what it is called."""

    start: int
    written: str
    style: str = ""
    name: str = ""


def placeholder_broken(context: RuleContext) -> Iterator[Issue]:
    """A placeholder that is not closed as it was opened, such as `{{name}`, or has nothing in it.

    Why it matters: no tool fills it, and a customer reads “Dear {{name}” above an apology.

    Diff:

          tone:
            samples:
        -     A late parcel: Dear {{name}, I'm sorry. It leaves today.  # <- here
        +     A late parcel: Dear {{name}}, I'm sorry. It leaves today.
    """
    for passage in context.texts.passages:
        for gap in [*_broken(passage.text)][:1]:
            hint = "Close it as it was opened, as in `{{name}}`, or write the words themselves."
            yield passage.issue(gap.start, gap.written, f"The placeholder “{gap.written}” is not whole.", hint)


def placeholder_inconsistent(context: RuleContext) -> Iterator[Issue]:
    """One placeholder written in two ways, in the words to say: `{{name}}` here and `[NAME]` there, or two spellings.

    Why it matters: a tool fills one of them, and the other goes out to the customer as it stands.

    Diff:

          tone:
            samples:
              A late parcel: Dear {{name}}, I'm sorry. It leaves today.
        -     A wrong book: Dear [NAME], I'm sorry. The right one leaves today.  # <- here
        +     A wrong book: Dear {{name}}, I'm sorry. The right one leaves today.
    """
    said = [(passage, gap) for passage in context.texts.said for gap in _placeholders(passage.text)]
    yield from limit_issues(_otherwise_written(said), "{} more are written in another way.")


def _otherwise_written(said: list[tuple[Passage, Gap]]) -> Iterator[Issue]:
    styles = Counter(gap.style for _, gap in said)
    usual = max(styles, key=lambda style: styles[style], default="")
    spelling = _spellings([gap.name for _, gap in said])
    for passage, gap in said:
        if gap.style != usual:
            hint = f"Write it as the others are written: `{_EXAMPLES[usual]}`."
            message = f"“{gap.written}” is a placeholder of another make than the others here."
            yield passage.issue(gap.start, gap.written, message, hint)
        elif gap.name != (spelt := spelling[normalise_name(gap.name)]):
            hint = f"Spell it in one way, and as your tool does: “{spelt}”."
            message = f"“{gap.name}” is spelt “{spelt}” elsewhere."
            yield passage.issue(gap.start, gap.written, message, hint)


def _spellings(names: list[str]) -> dict[str, str]:
    """How each placeholder is usually spelt, by its normalised name; one that stands alone may be another misspelt."""
    times = Counter(normalise_name(name) for name in names)
    spelt: dict[str, str] = {}
    for name, _ in Counter(names).most_common():
        spelt.setdefault(normalise_name(name), name)
    usual = [name for name, number in times.items() if number > 1]
    for name in [each for each, number in times.items() if number == 1][:GUESSES]:
        meant = get_close_matches(name, usual[:GUESSES], 1, _NEAR)
        if meant and re.sub(r"\d|s$", "", meant[0]) != re.sub(r"\d|s$", "", name):
            spelt[name] = spelt[meant[0]]
    return spelt


def left_unfilled(context: RuleContext) -> Iterator[Issue]:
    """Something that a draft left for later, such as TBD, *Lorem ipsum* or *[insert date]*, or a placeholder in print.

    Why it matters: whoever meets it on the printed page concludes that nobody has read the rest either.

    Diff:

          facts:
        -   Postage: TBD  # <- here
        +   Postage: £3.50, free above £40
    """
    within = cache(context.names.within)
    for passage in context.texts.passages:
        gap = next(_unfilled(passage), None)
        if gap and not _is_known(gap.written, context) and not _is_named_elsewhere(passage, within):
            hint = "Write what belongs here, or leave the sentence out until you know."
            yield passage.issue(gap.start, gap.written, f"“{gap.written}” still waits for its words.", hint)


def _unfilled(passage: Passage) -> Iterator[Gap]:
    """Samples may hold placeholders; what is printed for customers as it stands may not."""
    yield from (Gap(found.start(), found[0]) for found in _left_for_later().finditer(without_code(passage.text)))
    if passage.reader is Reader.CUSTOMERS and passage.kind is not Speech:
        yield from _placeholders(passage.text)


def _is_known(written: str, context: RuleContext) -> bool:
    """Whether the policy explains it as one of its words: `TBC`, to be confirmed."""
    return any(
        (section, normalise_name(written)) in context.names.found for section in ("glossary", "tone.plain_words")
    )


def _is_named_elsewhere(passage: Passage, within: Callable[[tuple[str, ...]], tuple[str, ...]]) -> bool:
    """Whether it is a name that leads nowhere, or an empty chair, which are told as such."""
    text = passage.text
    return isinstance(passage.part, Role) or (isinstance(text, Reference) and not text.loose and bool(within(text.to)))


def _broken(text: str) -> Iterator[Gap]:
    """Placeholders that no tool would fill."""
    if "{" in text or "[" in text:
        yield from (Gap(found.start(), found[0].rstrip()) for found in re.finditer(_BROKEN, without_code(text)))


def _placeholders(text: str) -> Iterator[Gap]:
    """Well-formed placeholders: `{{name}}`, `{name}`, `%name%`, `[NAME]`, `[[name]]` and `<name>`."""
    if any(sign in text for sign in "{[%<"):
        for found in re.finditer(_WHOLE, without_code(text)):
            style = str(found.lastgroup)
            name = found[style].split("|")[0].strip()
            if style != "angle" or (name not in _TAGS and f"</{name}" not in text):
                yield Gap(found.start(), found[0], style, name)


@cache
def _left_for_later() -> re.Pattern[str]:
    """What a draft leaves for later, such as TBD, XXX, *Lorem ipsum*, *[insert date]* or *x days*."""
    lists = ("left_for_later", "left_alone", "fill_in", "units")
    later, alone, fill_in, units = (alternatives(f"words.{name}") for name in lists)
    return re.compile(
        rf"\b(?:TBD|TBC|TBA|TODO|FIXME|X{{3,}})\b|\b[Ll]orem ipsum\b|\b(?i:{later})\b|(?<!\w)_{{4,}}(?!\w)"
        rf"|^(?i:{alone})(?=[ .…!?]*$)|(?<=[(\[])(?i:{alone})(?=[)\]])"
        rf"|\[(?i:{fill_in})\b[^\]\n]{{0,40}}\](?!\()"
        rf"|^(?:within )?(?:[xX]{{1,4}}|\?{{1,3}}) (?:\w+ )?(?i:{units})$"
    )
