"""A commitment is said in sentences: the author's own first, then each of its fields as a clause or a sentence."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from policyctl import lexicon
from policyctl.findings import Pointer
from policyctl.rendering.view.blocks import Block, Inline, Items, Prose, Row, Rows, Strong, Words, length, paragraphs
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sentences import (
    capitalised,
    fill,
    flow,
    is_clause,
    joined,
    line,
    open_end,
    run_on,
    sentence,
    tail,
)
from policyctl.schema.grammar.choices import Flag
from policyctl.schema.grammar.commitment import Firmness
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.quantities import Allowance

Located = tuple[Pointer, Any]

_ = str  # Marks words for the catalogue; they are translated where they are used.

MEASURES = ("within", "at_most", "at_least", "by", "on", "every", "notice")
"""What a promise may be measured by; the first that it has is its figure."""

COMPANIONS: Mapping[str, str] = {"every": "until", "notice": "before"}
"""What is said in one breath with a measure."""

OF_GROUP = ("name", "rows", "intro", "notes", "stem")
"""What a group says around its rows."""

SETTINGS = ("audience", "public", "topic", "milestone")
"""How an entry is treated, and the moment that its name or its sentence tells already."""

ORDER = (
    "about", "says", "means", "firmness", "when", "fault", "at_least", "within", "by", "on", "every", "notice", "after",
    "until", "before", "gives", "at_most", "met", "up_to", "over", "paid_within", "automatic", "added_to", "for_",
    "not_for", "who", "not_by", "priorities", "unless", "exceptions", "channels", "effective", "usually", "how",
    "costs", "if_late", "when_missed", "remedy", "condition", "proof", "no_proof", "late", "abuse", "customer_part",
    "because", "note", "basis", "links",
)  # fmt: skip
"""In which case, what is undertaken, how far and for whom, and what follows if not."""

CLAUSES: Mapping[str, str] = {
    "added_to": _("on top of {it}"),
    "exceptions": _("except {it}"),
    "for_": _("for {it}"),
    "not_by": _("not by {it}"),
    "not_for": _("not for {it}"),
    "over": _("over {it}"),
    "priorities": _("for {it}"),
    "unless": _("unless {it}"),
    "until": _("until {it}"),
    "before": _("before {it}"),
    "up_to": _("up to {it}"),
    "who": _("by {it}"),
}
"""Fields that end the sentence before them; where there is none they are a short one."""

BY_THEMSELVES = frozenset({"about", "says", "gives", "how", "because", "note", "customer_part", "abuse", "means"})
"""Fields whose words say by themselves what they are about."""

LONGEST_PARAGRAPH = 540
"""How many characters of a commitment stand in one paragraph: six or seven lines."""

SHORT = 2
"""Up to how many words are no sentence."""

EVENTS: Mapping[str, tuple[str, str]] = {
    "received": (_("it is received"), _("counted from when it is received")),
    "acknowledged": (_("it is acknowledged"), _("counted from when it is acknowledged")),
    "escalated": (_("it is escalated"), _("counted from when it is escalated")),
}
"""The language's own words for what a time is counted after: behind `after`, and as a clause."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field that is to be said, and the names of those that are said beside it."""

    row: Any
    name: str
    beside: frozenset[str]

    @property
    def value(self) -> Any:
        """What the author wrote in it."""
        return getattr(self.row, self.name)


@dataclass(frozen=True, slots=True)
class Said:
    """How a field is said; a clause runs on from the sentence before it, with the words between the two."""

    words: Inline
    clause: bool = False
    between: str = ", "


# ---- a whole commitment ----------------------------------------------------------------------------------------------


def said(presenter: Presenter, row: Any, *without: str, opening: Inline | None = None) -> tuple[Block, ...]:
    """What a commitment says but for the fields named: a paragraph, and below it what does not fit into a line."""
    fields = _fields(row, without)
    long = [name for name, value in fields.items() if not presenter.fits_a_line(value)]
    blocks = {name: presenter.labelled_blocks(row, name, fields[name]) for name in long}
    first = tuple(block for name in long if name in ("about", "says") for block in blocks.pop(name))
    texts = in_paragraphs(sentences(presenter, row, *without, *long, opening=opening))
    return (*first, *texts, *(block for below in blocks.values() for block in below))


def in_paragraphs(texts: Sequence[Inline]) -> tuple[Block, ...]:
    """Sentences in one paragraph, or in several where one would be too long to be read at a glance."""
    made: list[list[Inline]] = [[]]
    for text in texts:
        if made[-1] and sum(map(length, made[-1])) + length(text) > LONGEST_PARAGRAPH:
            made.append([])
        made[-1].append(text)
    return tuple(block for each in made for block in flow(*each))


def sentences(presenter: Presenter, row: Any, *without: str, opening: Inline | None = None) -> tuple[Inline, ...]:
    """What a commitment says but for the fields named, sentence by sentence; clauses may run on from an opening."""
    made: list[Inline] = [opening] if opening else []
    for each in _phrases(presenter, row, without):
        if each.clause and made and _may_run_on(made[-1]):
            made[-1] = line(open_end(made[-1]), each.between, each.words)
        else:
            made.append(each.words)
    return tuple(made)


def in_a_line(presenter: Presenter, row: Any, *without: str) -> Inline:
    """A commitment in a line of a list: its name, its sentences, and its rows where it has some."""
    name = (Strong(Prose(f"{row.named()}:")),) if row.name else ()
    own = [*sentences(presenter, row, *OF_GROUP, *without), *_around(row.intro, row.stem)]
    rows = [in_a_line(presenter, each, *without) for each in own_rows(row)]
    texts = [*own, *rows, *_around(row.notes)]
    return joined((*name, *(map(sentence, texts) if name or len(texts) > 1 else texts)), " ")


def by_name(presenter: Presenter, located: Sequence[Located], *without: str) -> tuple[Block, ...]:
    """Commitments one below the other: the name of each runs into what it says; those without a name in a list."""
    named = tuple(_row(presenter, pointer, row, without) for pointer, row in located if row.name)
    others = [row for _pointer, row in located if not row.name]
    return (*((Rows(named),) if named else ()), *nameless(presenter, others))


def _row(presenter: Presenter, pointer: Pointer, row: Any, without: Sequence[str]) -> Row:
    own = (*paragraphs(row.intro), *said(presenter, row, *OF_GROUP, *without))
    below = listed(presenter, own_rows(row), row.stem)
    return Row(Prose(row.named()), (*own, *below, *paragraphs(row.notes)), presenter.anchor(pointer))


def nameless(presenter: Presenter, rows: Sequence[Any]) -> tuple[Block, ...]:
    """Commitments without names: one as a paragraph, more of them in a list."""
    if len(rows) == 1:
        return said(presenter, rows[0])
    return (Items(tuple(in_a_line(presenter, row) for row in rows)),) if rows else ()


def listed(presenter: Presenter, rows: Sequence[Any], stem: str | None = None) -> tuple[Block, ...]:
    """Rows below the words that begin each of them: in one sentence where they are few and short, else in a list."""
    bare = [row.says for row in rows if set(row.set_fields()) == {"says"} and is_clause(row.says)]
    if stem and len(bare) == len(rows) and presenter.fits_a_line(tuple(bare)):
        return flow(line(Prose(stem), " ", joined((presenter.running(each) for each in bare), "; ")))
    items = tuple(in_a_line(presenter, row) for row in rows)
    return (*paragraphs(stem), *((Items(items),) if items else ()))


def own_rows(group: Any) -> list[Any]:
    """The rows of a group with only what each says itself: the group has said the rest once."""
    return [_own(row, group) for row in group.rows or ()]


def _own(row: Any, group: Any) -> Any:
    rows = row.rows and row.rows.mapped(lambda inner: _own(inner, row))
    return row.without_inherited(group).model_copy(update={"rows": rows})


def _around(*texts: str | None) -> tuple[Inline, ...]:
    return tuple(Prose(text) for text in texts if text)


def _may_run_on(shown: Inline) -> bool:
    end = tail(shown)
    return is_clause(end) and end[-1:] not in ("?", "!", ":", "…")


# ---- field by field --------------------------------------------------------------------------------------------------


def measure(row: Any) -> str | None:
    """The field that a promise is measured by."""
    return next((name for name in MEASURES if getattr(row, name) not in (None, ())), None)


def _fields(row: Any, without: Sequence[str]) -> dict[str, Any]:
    """The fields that are to be said in their order; a condition follows the author's own sentence."""
    own = row.set_fields()
    order = [*ORDER, *(name for name in own if name not in (*ORDER, *SETTINGS, *OF_GROUP))]
    if "says" in own:
        order.sort(key=lambda name: _place("not_by" if name in ("when", "fault") else name))
    return {name: own[name] for name in order if name in own and name not in without}


def _place(name: str) -> int:
    return ORDER.index(name) if name in ORDER else len(ORDER)


def _phrases(presenter: Presenter, row: Any, without: Sequence[str]) -> Iterator[Said]:
    names = _fields(row, without)
    for name in names:
        field = Field(row, name, frozenset(names))
        told = any(first in names for first, companion in COMPANIONS.items() if companion == name)
        phrase = None if told or field.value is Flag.NO else SHOWN.get(name, _by_table)(presenter, field)
        if phrase is not None:
            yield phrase


def _by_table(presenter: Presenter, field: Field) -> Said | None:
    if field.name in CLAUSES and not _is_whole(presenter, field.value):
        return clause(presenter, presenter._(CLAUSES[field.name]), field.value)
    if field.name in BY_THEMSELVES or field.name in CLAUSES:
        return Said(presenter.inline(field.value))
    return _labelled(presenter, field)


def clause(presenter: Presenter, pattern: str, value: Any) -> Said:
    """A translated pattern with its value; a language may need a label where another one has a clause."""
    if ": {it}" in pattern:
        return Said(fill(pattern, it=capitalised(presenter.running(value))))
    whole = not isinstance(value, str) or is_clause(value)
    return Said(fill(pattern, it=presenter.running(value)), clause=whole)


def _labelled(presenter: Presenter, field: Field) -> Said | None:
    """A field behind its label, unless its sentence begins with the case itself: `If it is late, ...`."""
    if isinstance(field.value, str) and _is_sentence(field.value) and opens_itself(presenter, field.value):
        return Said(presenter.inline(field.value))
    shown = presenter.statement(field.row, field.name, field.value)
    return Said(shown) if shown is not None else None


def _is_sentence(text: str) -> bool:
    return text.rstrip().endswith((".", "!", "?"))


def _is_whole(presenter: Presenter, value: Any) -> bool:
    """Whether an exception is a rule of its own, such as `If you order online, the time begins on arrival`."""
    texts = value if isinstance(value, tuple) else (value,)
    return any(isinstance(text, str) and opens_itself(presenter, text) and ", " in text for text in texts)


def opens_itself(presenter: Presenter, text: str) -> bool:
    """Whether a text begins with the case that it is about: `If it will take longer, ...`."""
    first = text.split(maxsplit=1)[0].strip(",;:").casefold()
    return first in lexicon.words("sentences.conditions", presenter.language.locale.language)


def _firmness(presenter: Presenter, field: Field) -> Said | None:
    """That something is only aimed at or tried, unless the author's own sentence says so."""
    words = {Firmness.AIM: presenter._("We aim for this"), Firmness.TRY: presenter._("We try to do this")}
    kinds = {Firmness.AIM: "promises.aiming", Firmness.TRY: "promises.trying"}
    firmness = field.value
    if firmness not in words or (field.row.says and lexicon.finds(kinds[firmness], field.row.says)):
        return None
    return Said(Words(words[firmness]))


def _when(presenter: Presenter, field: Field) -> Said:
    cases = field.value
    if any(opens_itself(presenter, case) or not is_clause(case) for case in cases):
        return Said(presenter.inline(cases))
    return Said(clause(presenter, presenter._("When {it}"), cases).words)


def _fault(presenter: Presenter, field: Field) -> Said:
    pattern = presenter._("and the fault is {it}") if "when" in field.beside else presenter._("When the fault is {it}")
    return clause(presenter, pattern, field.value)


def _limit(presenter: Presenter, field: Field) -> Said:
    """A limit as the end of the author's sentence, which may have been left open for it."""
    left_open = "says" in field.beside and not _is_sentence(field.row.says)
    return Said(limit(presenter, field.row, field.name), clause=True, between=" " if left_open else ", ")


def limit(presenter: Presenter, row: Any, name: str) -> Inline:
    """A limit with what is said in one breath with it: `every day, until it is found`, `2 days after receipt`."""
    value = getattr(row, name)
    companion = getattr(row, COMPANIONS.get(name, ""), None)
    shown = _by(presenter, value) if name == "by" else _bare_limit(presenter, row, name)
    if companion:
        pattern = presenter._("{limit}, until {it}") if name == "every" else presenter._("{limit} before {it}")
        return fill(pattern, limit=shown, it=presenter.running(companion))
    if name == "notice":
        return fill(presenter._("{limit} ahead"), limit=shown)
    return _after_event(presenter, shown, row.after if name == "within" else None)


def limit_phrase(presenter: Presenter, value: Limits, after: str | None = None, name: str = "within") -> Inline:
    """A limit as the end of a promise: `within 2 working days after receipt`; one in words is those words."""
    phrase = presenter.limit_phrase(value, name)
    return _after_event(presenter, Strong(phrase) if phrase is not None else presenter.inline(value), after)


def _after_event(presenter: Presenter, shown: Inline, after: str | None) -> Inline:
    return fill(presenter._("{limit} after {it}"), limit=shown, it=_event(presenter, after)) if after else shown


def _bare_limit(presenter: Presenter, row: Any, name: str) -> Inline:
    value = getattr(row, name)
    if name in ("on", "every", "notice"):
        return Strong(presenter.running(value))
    phrase = presenter.limit_phrase(value, name)
    if phrase is not None:
        return Strong(phrase)
    patterns = {"at_least": presenter._("at least {limit}"), "at_most": presenter._("at most {limit}")}
    return fill(patterns.get(name, "{limit}"), limit=presenter.inline(value))


def _by(presenter: Presenter, value: Sequence[Any]) -> Inline:
    """By when, or by whom."""
    times = [each for each in value if each.deadline]
    if times:
        return fill(
            presenter._("by {moment}"), moment=Strong(joined((presenter.running(each) for each in times), ", "))
        )
    return fill(presenter._("by {it}"), it=presenter.people(value))


def _after(presenter: Presenter, field: Field) -> Said | None:
    return None if "within" in field.beside else counted(presenter, field.value)


def counted(presenter: Presenter, moment: str) -> Said:
    """What a figure that stands elsewhere is counted from."""
    if known := EVENTS.get(moment.casefold()):
        return Said(Words(presenter._(known[1])), clause=True)
    clauses = lexicon.pattern("sentences.clauses", presenter.language.locale.language)
    happens = clauses.fullmatch(moment)
    pattern = presenter._("counted from when {it}") if happens else presenter._("counted after {it}")
    return Said(fill(pattern, it=presenter.running(moment)), clause=True)


def _event(presenter: Presenter, moment: str) -> Inline:
    """What a time is counted after: the language's own word for it, or the author's."""
    known = EVENTS.get(moment.casefold())
    return Words(presenter._(known[0])) if known else presenter.running(moment)


def _met(presenter: Presenter, field: Field) -> Said:
    pattern = presenter._("in {it}") if field.value.of else presenter._("in {it} of cases")
    return clause(presenter, pattern, field.value)


def _paid(presenter: Presenter, field: Field) -> Said:
    words = presenter.limit_phrase(field.value, "within") or presenter.inline(field.value)
    return Said(fill(presenter._("paid {within}"), within=words), clause=True)


def _automatic(presenter: Presenter, _field: Field) -> Said:
    return Said(Words(presenter._("without being asked")), clause=True)


def _costs(presenter: Presenter, field: Field) -> Said | None:
    """What it costs: a figure or a word needs its label, a sentence does not."""
    return Said(presenter.inline(field.value)) if len(field.value.split()) > SHORT else _labelled(presenter, field)


def _effective(presenter: Presenter, field: Field) -> Said:
    return Said(clause(presenter, presenter._("In force from {it}"), field.value).words)


def _people(presenter: Presenter, field: Field) -> Said:
    return Said(fill(presenter._(CLAUSES[field.name]), it=presenter.people(field.value)), clause=True)


def _for(presenter: Presenter, field: Field) -> Said | None:
    """For whom it is, unless the name tells already."""
    return None if _is_in_name(field) else _by_table(presenter, field)


def _channels(presenter: Presenter, field: Field) -> Said | None:
    """On which channels it holds, unless the name tells already."""
    return None if _is_in_name(field) else Said(presenter.inline(field.value))


def _is_in_name(field: Field) -> bool:
    name = field.row.named().casefold()
    return all(re.search(rf"\b{re.escape(each.casefold())}", name) for each in field.value)


def _allowance(presenter: Presenter, field: Field) -> Said:
    """Up to or over how much; `under` and `from` say by themselves which of the two they are."""
    if isinstance(field.value, Allowance) and field.value.edge:
        return Said(presenter.inline(field.value), clause=True)
    return clause(presenter, presenter._(CLAUSES[field.name]), field.value)


def _usually(presenter: Presenter, field: Field) -> Said:
    text = field.value
    return Said(presenter.inline(text)) if _is_sentence(text) else clause(presenter, presenter._("usually {it}"), text)


def _remedy(presenter: Presenter, field: Field) -> Said:
    return Said(line(Strong(Words(presenter._("Owed then:"))), " ", in_a_line(presenter, field.value)))


def _when_missed(presenter: Presenter, field: Field) -> Said:
    text = field.value
    if opens_itself(presenter, text):
        return Said(presenter.inline(text))
    return Said(clause(presenter, presenter._("If we miss it, {it}"), text).words)


def _gives(presenter: Presenter, field: Field) -> Said:
    """What is given: all of it in one list, where each is no sentence of its own."""
    gifts = field.value
    if len(gifts) == 1 or not all(map(is_clause, gifts)) or any(_is_sentence(each) for each in gifts):
        return Said(presenter.inline(gifts))
    return Said(Prose(presenter.language.join([run_on(each, presenter.language.tag) for each in gifts])))


SHOWN: Mapping[str, Callable[[Presenter, Field], Said | None]] = {
    "added_to": _people,
    "gives": _gives,
    "priorities": _people,
    "after": _after,
    "automatic": _automatic,
    "effective": _effective,
    "channels": _channels,
    "costs": _costs,
    "fault": _fault,
    "firmness": _firmness,
    "for_": _for,
    "met": _met,
    "not_by": _people,
    "over": _allowance,
    "paid_within": _paid,
    "remedy": _remedy,
    "up_to": _allowance,
    "usually": _usually,
    "when": _when,
    "when_missed": _when_missed,
    "who": _people,
    **dict.fromkeys(MEASURES, _limit),
}
"""Fields that are said in a way of their own."""
