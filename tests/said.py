"""A handbook as lines under the names of its entries, and how a language says each thing that a policy means."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from xml.etree.ElementTree import Element

from tests.printed import INLINE, TODAY, UNSEEN, page_of, visible

from policyctl.findings import Pointer
from policyctl.meaning import Meaning
from policyctl.meaning.concepts import Name, StatedLimit
from policyctl.meaning.people import leads
from policyctl.rendering.language import Language
from policyctl.rendering.prose import plain
from policyctl.rendering.view.document import anchors
from policyctl.schema import Policy
from policyctl.schema.quantities import Quantity, Words
from policyctl.schema.sections.people import Role

_ALIKE = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("'\"’‘‚“”„«»‹›") | {"…": None})
HEADINGS = ("h1", "h2", "h3", "h4", "footer")


def normal(text: str) -> str:
    """Words as they are compared: in small letters, with single spaces, without quotation marks."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_ALIKE).casefold().split())


# ---- a page as lines under the names of entries -----------------------------------------------------------------


@dataclass(frozen=True)
class Line:
    """What stands in one line of thought: a paragraph, a cell, a label.

    `anchor` is that of the name above it, nothing below a name without one. `around` are the elements that it stands
    in, the innermost last, and `column` is the head of its column in a table.
    """

    text: str
    column: str = ""
    around: tuple[Element, ...] = ()
    anchor: str = ""

    def says(self, words: str) -> bool:
        """Whether the words stand there, not as a part of longer ones: `1 day` is not in `11 days`."""
        return bool(words) and re.search(rf"(?<![\w£$€]){re.escape(words)}(?!\w)", self.text) is not None

    def is_alone(self, figure: str) -> bool:
        """Whether a figure stands alone, as it may at the side, in a cell or at the head of a step of a stair."""
        aside = self.within("td") is not None or any(self.is_in(name) for name in ("side", "much"))
        return aside and bool(figure) and re.fullmatch(rf"{re.escape(figure)}(:|, .*)?", self.text) is not None

    def is_in(self, name: str) -> bool:
        """Whether it stands in an element of this class."""
        return any(name in (each.get("class") or "").split() for each in self.around)

    def within(self, tag: str) -> Element | None:
        """The innermost element of this kind that it stands in."""
        return next((each for each in reversed(self.around) if each.tag == tag), None)


@dataclass
class Page:
    """The lines of a document, in the order of reading; `columns` are the anchors that head a column of a table."""

    lines: list[Line] = field(default_factory=list)
    columns: dict[str, tuple[str, Element]] = field(default_factory=dict)
    anchor: str = ""

    def add(self, element: Element, around: tuple[Element, ...] = (), column: str = "") -> None:
        """Add an element with everything in it, line by line."""
        if element.tag in UNSEEN or element.get("aria-hidden"):
            return
        classes = (element.get("class") or "").split()
        if element.get("id") or element.tag in HEADINGS or "boxed" in classes:
            self.anchor = element.get("id") or ""
        inside, column = (*around, element), normal(element.get("data-col") or "") or column
        if element.get("id") and element.tag == "td":
            self.columns[self.anchor] = (column, next(each for each in reversed(around) if each.tag == "table"))
        if all(child.tag in INLINE for child in element.iter() if child is not element):
            self._add_line(visible(element), inside, column)
            return
        self._add_line(element.text or "", inside, column)
        for child in element:
            self.add(child, inside, column)
            self._add_line(child.tail or "", inside, column)

    def _add_line(self, text: str, around: tuple[Element, ...], column: str) -> None:
        if words := normal(text):
            self.lines.append(Line(words, column, around, self.anchor))


def _filled(said: Language, pattern: str, **values: str) -> str:
    return said.gettext(pattern).format(**values)


SAYINGS: Mapping[str, Callable[[Language, Quantity], Sequence[str]]] = {
    "within": lambda said, value: (said.within(value),),
    "at least": lambda said, value: (said.at_least(value),),
    "at most": lambda said, value: (said.at_most(value),),
    "by": lambda said, value: (said.by(value),),
    "asked for within": lambda said, value: (_filled(said, "Ask for it {within}", within=said.within(value)),),
    "paid within": lambda said, value: (_filled(said, "paid {within}", within=said.within(value)),),
    "passed on at most": lambda said, value: (_filled(said, "Passed on at most: {times}", times=said.words(value)),),
    "told": lambda said, value: (_filled(said, "and told {when}", when=said.within(value)),),
    "with notice of": lambda said, value: (
        _filled(said, "{limit} before {it}", limit=said.words(value), it=""),
        _filled(said, "{limit} ahead", limit=said.words(value)),
    ),
}
"""How a limit is said, by the word before it in a concept; any other is a figure by itself."""

COUNTED = ("{limit} after {it}", "counted from when {it}", "counted after {it}")
"""From when a time is counted."""

EVENTS = {"received": "it is received", "acknowledged": "it is acknowledged", "escalated": "it is escalated"}
"""The language's own words for what a time is counted after."""


@dataclass(frozen=True)
class Said:
    """A policy as it is meant, and as its handbook says it."""

    policy: Policy
    page: Page

    @cached_property
    def language(self) -> Language:
        head = self.policy.policy
        return Language(head.language or "en-GB", head.currency, head.timezone)

    @cached_property
    def meaning(self) -> Meaning:
        return Meaning(self.policy, TODAY)

    @cached_property
    def anchors(self) -> dict[Pointer, str]:
        """The entries whose names stand on the page."""
        there = {line.anchor for line in self.page.lines}
        return {at: anchor for at, anchor in anchors(self.policy).items() if anchor in there}

    def _(self, message: str, **values: str) -> str:
        """A fixed phrase in the reader's language, with its values, as it is compared."""
        return normal(self.language.gettext(message).format(**values))

    def place(self, pointer: Pointer) -> Pointer:
        """The nearest entry with a name on the page that a value stands in."""
        return next((pointer[:n] for n in range(len(pointer), 0, -1) if pointer[:n] in self.anchors), ())

    def under(self, pointer: Pointer) -> Sequence[Line]:
        """The lines under the name of the entry that a value stands in; the whole page where it has no name there."""
        return self._under(self.place(pointer))

    def _under(self, entry: Pointer) -> Sequence[Line]:
        if not entry:
            return self.page.lines
        column = self.page.columns.get(self.anchors[entry])
        if column and column[0] == normal(str(entry[-1])):
            return [each for each in self.page.lines if (each.column, each.within("table")) == column]
        below = {anchor for at, anchor in self.anchors.items() if at[: len(entry)] == entry}
        return [line for line in self.page.lines if line.anchor in below]

    def around(self, pointer: Pointer) -> Sequence[Line]:
        """The lines that the groups around an entry have for themselves."""
        entry = self.place(pointer)
        groups = {anchor for at, anchor in self.anchors.items() if entry[: len(at)] == at != entry}
        return [line for line in self.page.lines if line.anchor in groups]

    # ---- what the page may say of a concept --------------------------------------------------------------------------

    def called(self, name: Name) -> list[str]:
        """The words by which a reader knows somebody or something."""
        role = self.roles.get(name.pointer or ())
        if role is None:
            return [normal(name.text)]
        people = [*role.people, *(person.split()[0] for person in role.people)]
        you = [self._("You")] if self.is_reader(name) else []
        return [normal(each) for each in (name.text, role.named(), role.title or "", *people) if each] + you

    @cached_property
    def roles(self) -> dict[Pointer, Role]:
        return dict(self.meaning.parts_of(Role))

    def is_reader(self, name: Name) -> bool:
        """Whether somebody is all who read, and so need not be named."""
        role = self.roles.get(name.pointer or ())
        return role is not None and len(role.people) > 1 and not leads(role)

    def phrases(self, limit: StatedLimit) -> list[str]:
        """A limit with the words that say what it bounds."""
        if isinstance(limit.value, Words):
            return [normal(plain(limit.value.text)).removesuffix(".")]
        say = SAYINGS.get(limit.how)
        return [normal(phrase) for phrase in say(self.language, limit.value)] if say else [self.figure(limit.value)]

    def figure(self, value: Quantity) -> str:
        """A figure by itself."""
        return normal(value.text if isinstance(value, Words) else self.language.words(value))

    def says_limit(self, lines: Iterable[Line], limit: StatedLimit, case: str = "") -> bool:
        """Whether a line says a limit: with its words, or as a figure that stands alone; and in its case."""
        figure = self.figure(limit.value)
        alone = figure if limit.how in ("within", "every", "on") else ""
        phrases = self.phrases(limit)
        return any(
            line.says(f"{case}: {figure}")
            if case and line.column != case
            else line.is_alone(alone) or any(map(line.says, phrases))
            for line in lines
        )

    def says_after(self, lines: Iterable[Line], event: str) -> bool:
        """Whether a line says from when a time is counted."""
        known = EVENTS.get(normal(event))
        after = self._(known) if known else normal(plain(event)).removesuffix(".")
        counted = [self._(pattern, limit="", it=after) for pattern in COUNTED]
        return says(lines, *counted, *([self._(f"counted from when {known}")] if known else []))

    def treads(self, pointer: Pointer) -> tuple[str, str]:
        """The amount of the step below that of an entry, and who takes the one above; nothing outside a stair."""
        amounts = [at for at, line in enumerate(self.page.lines) if line.is_in("much")]
        anchor = self.anchors.get(self.place(pointer))
        start = next((at for at in amounts if self.page.lines[at].anchor == anchor), None)
        if start is None:
            return "", ""
        below = [self.page.lines[at].text.rstrip(":") for at in amounts if at < start]
        above = [self.page.lines[at + 1].text for at in amounts if at > start]
        return (below or [""])[-1], (above or [""])[0]


def says(lines: Iterable[Line], *phrases: str) -> bool:
    """Whether any of the lines says any of the phrases."""
    return any(line.says(phrase) for line in lines for phrase in phrases)


def said_by(policy: Policy, html: str) -> Said:
    """What a page in HTML says of a policy."""
    page = Page()
    page.add(page_of("html", html.encode()))
    return Said(policy, page)
