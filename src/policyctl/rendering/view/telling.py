"""A value of the policy in, what is shown of it out: one way to show each type, for every section there is."""

from typing import Any

from policyctl.findings import Pointer
from policyctl.rendering.view.line import capital, joined
from policyctl.rendering.view.shown import (
    Facts,
    Inline,
    Items,
    Joined,
    Prose,
    Row,
    Rows,
    Shown,
    Topic,
    Words,
)
from policyctl.rendering.view.speaker import Speaker
from policyctl.schema.grammar.choices import Choice, Flag
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Entry, Part
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.references import Reference
from policyctl.schema.grammar.texts import Speech, Unsaid
from policyctl.schema.quantities import Quantity
from policyctl.schema.quantities import Words as PlainWords
from policyctl.schema.sections.training import Question

ANSWERED = (Question,)
"""What is to be thought about before the main sentence, the answer, is read."""

_ASIDE = ("about", "because", "note", "topic", "audience")
"""What every entry may say besides: it never opens a line."""


class Teller(Speaker):
    """Shows whole parts: field by field, entry by entry, in lines, rows or under headings."""

    __slots__ = ()

    # ---- values -------------------------------------------------------------------------------------------------

    def shown(self, value: Any) -> tuple[Shown, ...]:
        """What is shown of any value; several things stand below each other."""
        if isinstance(value, Part):
            return self._part(value)
        if isinstance(value, Collection):
            return self.collection(value, ())
        if isinstance(value, Limits):
            return self._limits(value)
        if isinstance(value, tuple):
            return self._several(value)
        if isinstance(value, Choice):
            return (Words(capital(self.choice(value))),)
        return (self.inline(value),)

    def inline(self, value: Any) -> Inline:
        """What is shown of any value in a line."""
        if isinstance(value, (Part, Collection, tuple, Limits)):
            return joined(self.shown(value))
        return self.value(value)

    def _several(self, values: tuple[Any, ...]) -> tuple[Shown, ...]:
        if len(values) == 1:
            return self.shown(values[0])
        if all(isinstance(value, (Speech, Unsaid)) for value in values):
            return tuple(self.inline(value) for value in values)
        if all(isinstance(value, (Reference, Choice)) for value in values):
            return (joined((self.inline(value) for value in values), ", "),)
        return (Items(tuple(self.inline(value) for value in values)),)

    def _limits(self, limits: Limits) -> tuple[Shown, ...]:
        if limits.sole is not None:
            return (self.value(limits.sole),)
        cases = ((self.inline(case), self.inline(limit)) for case, limit in limits)
        return (Items(tuple(Joined((case, Words(": "), limit)) for case, limit in cases)),)

    # ---- parts --------------------------------------------------------------------------------------------------

    def _part(self, part: Part) -> tuple[Shown, ...]:
        """A part inside another: its one sentence, or its fields in a list."""
        stated = part.set_fields()
        bare = part.bare_text
        if bare and set(stated) == {bare}:
            return self.shown(stated[bare])
        return (self.in_line(part),)

    def in_line(self, part: Part, *without: str) -> Inline:
        """A whole part in one line: its name, what it mainly says, then each other field with its label."""
        stated = {name: value for name, value in part.set_fields().items() if name not in without}
        first = "name" if "name" in stated else next((name for name in stated if name not in _ASIDE), "")
        leading = [name for name in _leading(part, first) if name in stated and not isinstance(stated[name], Limits)]
        main = joined((self.inline(stated[name]) for name in leading), ": ")
        return joined((main, *self.remainder(part, *without, *leading)), " · ")

    def fact(self, part: Part, name: str, value: Any) -> Inline:
        """A field in a line: its label and its value; what is so needs no more than its label."""
        label = self.label(part, name)
        if value is Flag.YES:
            return Words(label)
        return Joined((Words(f"{label}: "), self.inline(value)))

    def remainder(self, part: Part, *shown: str) -> tuple[Inline, ...]:
        """What has not been shown yet, each field with its label, in one line; nothing where that is all."""
        facts = [self.fact(part, name, value) for name, value in in_order(part) if name not in shown]
        return (joined(facts, " · "),) if facts else ()

    def rows(self, part: Part, *without: str) -> tuple[Row, ...]:
        """Every field that says something, as a row, but for those named."""
        return tuple(
            Row(Words(self.label(part, name)), self.shown(value))
            for name, value in in_order(part)
            if name not in without
        )

    def table_of(self, part: Part, *without: str) -> tuple[Shown, ...]:
        """The rows of a part as one block; nothing where there are none."""
        rows = self.rows(part, *without)
        return (Rows(rows),) if rows else ()

    # ---- collections --------------------------------------------------------------------------------------------

    def collection(self, rows: Collection[Any], base: Pointer, level: int = 4) -> tuple[Shown, ...]:
        """Entries by name: in rows where each has little to say, under headings of their own where one has more."""
        return self.around(rows, self._entries(rows, base, level))

    def around(self, rows: Collection[Any], body: tuple[Shown, ...]) -> tuple[Shown, ...]:
        """The body of a collection between the words that open and close it."""
        before = tuple(Prose(text) for text in (rows.intro, rows.stem) if text)
        inside = tuple(piece for shown in body for piece in _opened(shown))
        return (*before, *inside, *((Prose(rows.notes),) if rows.notes else ()))

    def _entries(self, rows: Collection[Any], base: Pointer, level: int) -> tuple[Shown, ...]:
        named = [(pointer, row) for pointer, row in rows.located(base) if row.name]
        others = self._nameless([row for row in rows if not row.name], level)
        if named and all(set(row.set_fields()) == {"name"} for _, row in named):
            return (Items(tuple(Prose(row.named()) for _, row in named)), *others)
        if named and all(slim(row) for _, row in named):
            return (Rows(tuple(self.named_row(pointer, row) for pointer, row in named)), *others)
        return (*(self.topic(pointer, row, level) for pointer, row in named), *others)

    def _nameless(self, rows: list[Any], level: int) -> tuple[Shown, ...]:
        if len(rows) == 1:
            return self.shown(rows[0]) if slim(rows[0]) else self.body(rows[0], (), level)
        return (Items(tuple(self.in_line(row) for row in rows)),) if rows else ()

    def named_row(self, pointer: Pointer, row: Entry) -> Row:
        """An entry as a row: its name at the side, what it says beside it, and the rest of it in a line below."""
        bare = getattr(row, row.bare_text) if row.bare_text else None
        opening = self.shown(bare) if bare and not self._thought_about(row) else ()
        values = (*opening, *self.remainder(row, "name", *((row.bare_text or "",) if opening else ())))
        return Row(Prose(row.named()), values, self.anchor(pointer))

    def _thought_about(self, row: Part) -> bool:
        """Whether there is something to read before the main sentence, which answers it."""
        return isinstance(row, ANSWERED) and len(row.set_fields()) > len(("name", "answer"))

    def topic(self, pointer: Pointer, row: Entry, level: int = 3) -> Topic:
        """An entry under a heading of its own."""
        return Topic(Prose(row.named()), self.anchor(pointer), level, body=self.body(row, pointer, level + 1))

    def body(self, part: Part, pointer: Pointer, level: int, *without: str) -> tuple[Shown, ...]:
        """Everything a part says: its main sentence, its rows, then what has rows or headings of its own."""
        stated = {name: value for name, value in part.set_fields().items() if name not in ("name", *without)}
        opening = next((name for name in ("says", part.bare_text) if name in stated), "")
        deep = {name: value for name, value in stated.items() if isinstance(value, Collection)}
        below = (shown for name, value in deep.items() for shown in self._under(part, name, value, pointer, level))
        if self._thought_about(part):
            return (*self.told(part, "name", *without, *deep), *below)
        main = self.shown(stated[opening]) if opening else ()
        return (*main, *self.told(part, "name", *without, *deep, opening), *below)

    def told(self, part: Part, *without: str) -> tuple[Shown, ...]:
        """The fields of a part but for those named: facts of few words together in a line, then sentences in rows."""
        brief_ones = [name for name, value in part.set_fields().items() if name not in without and brief(value)]
        facts = joined((self.fact(part, name, getattr(part, name)) for name in brief_ones), " · ")
        return (*((Facts(facts),) if brief_ones else ()), *self.table_of(part, *without, *brief_ones))

    def _under(self, part: Part, name: str, rows: Collection[Any], pointer: Pointer, level: int) -> tuple[Shown, ...]:
        key = type(part).model_fields[name].alias or name
        return self.headed(self.label(part, name), self.collection(rows, (*pointer, key), min(level + 1, 4)), level)

    def headed(self, title: str, body: tuple[Shown, ...], level: int) -> tuple[Shown, ...]:
        """A body under a fixed heading; below the last level of headings, under a label."""
        if level > 4:
            return (Rows((Row(Words(title), body),)),)
        return (Topic(Words(title), "", level, body=body),)


def _opened(shown: Shown) -> tuple[Shown, ...]:
    """A topic without a name has no heading: what it says stands by itself."""
    if isinstance(shown, Topic) and shown.name == Prose(""):
        return (*shown.lead, *shown.body)
    return (shown,)


def in_order(part: Part) -> list[tuple[str, Any]]:
    """What a part says, the reasons and remarks after the matter."""
    return sorted(part.set_fields().items(), key=lambda field: field[0] in ("because", "note"))


def _leading(part: Part, first: str) -> tuple[str, ...]:
    """The fields that need no label, since they are what the part is: its name with its main sentence, or its first."""
    return (first, part.bare_text or "") if first == "name" else (first,)


def brief(value: Any) -> bool:
    """Whether a value is a fact of few words: a choice, a name, a quantity."""
    if isinstance(value, tuple):
        return all(isinstance(each, Reference) for each in value)
    return isinstance(value, (Choice, Reference, Quantity)) and not isinstance(value, PlainWords)


def slim(row: Entry) -> bool:
    """Whether an entry says little enough for one row: nothing in it has rows of its own, and at most three fields."""
    stated = row.set_fields()
    heavy = any(isinstance(value, Collection) for value in stated.values())
    return bool(row.name or len(stated) == 1) and not heavy and len(stated) <= 3
