"""The card for the wall: on one page what somebody may give, when to call whom, what is promised, and what to say.

It is laid out for a call: the figure that may be given first, then what may not wait. A policy with little to say is
set in larger type. Where one has more to say than there is room for, each part keeps what is of most use, and the card
says how much went, and where the handbook has it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from policyctl.meaning.grants import Band, bands
from policyctl.meaning.model import Meaning
from policyctl.meaning.people import leads
from policyctl.meaning.promises.rows import Row as PromiseRow
from policyctl.meaning.promises.rows import promise_index
from policyctl.meaning.promises.rows import rows as promise_rows
from policyctl.rendering.view.blocks import (
    EMPTY,
    Block,
    Boxed,
    Cell,
    Column,
    Figure,
    Flow,
    Group,
    Inline,
    Items,
    Joined,
    Note,
    Prose,
    Row,
    Rows,
    Say,
    Strong,
    Table,
    Unsay,
    Words,
    grouped_table,
)
from policyctl.rendering.view.budget import (
    SIZES,
    Piece,
    Size,
    counted,
    fitted,
    lines_of,
    share_of_line,
    text_in,
)
from policyctl.rendering.view.document import Context, Pages, SectionView
from policyctl.rendering.view.finder import is_danger
from policyctl.rendering.view.inline import address_link, unquoted
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sections.commitments import measure
from policyctl.rendering.view.sections.discretion import decided_above, how_fast, is_alone, what_is_given
from policyctl.rendering.view.sentences import capitalised, fill, joined, line, run_on, sentence
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import Reference, RoleRef
from policyctl.schema.quantities import Duration, Never, Unit
from policyctl.schema.quantities import Words as InWords
from policyctl.schema.sections.discretion import Grant
from policyctl.schema.sections.escalation import DirectRoute, Escalation, Ladder, LadderKind
from policyctl.schema.sections.head import Paper
from policyctl.schema.sections.people import Role
from policyctl.schema.sections.standards import Standard
from policyctl.schema.sections.tone import Tone

_ = str  # Marks words for the catalogue; they are translated where they are used.

TITLES: Mapping[str, str] = {
    "give": _("What you may give"),
    "danger": _("Call at once"),
    "call": _("Whom you call"),
    "promised": _("What we promised"),
    "words": _("What you say"),
    "always": _("What we always do"),
    "never": _("What we never do"),
    "ask": _("What they ask"),
}
"""The card from top to bottom: in the order of a call."""

LISTED = ("promised", "always", "never")
"""Sections whose sentences stand in a list."""

IN_HANDBOOK: Mapping[str, tuple[str, str]] = {
    "give": ("discretion", _("What you may give")),
    "danger": ("escalation", _("Who takes it further")),
    "call": ("escalation", _("Who takes it further")),
    "promised": ("standards", _("What we promise")),
    "words": ("tone", _("How we sound")),
    "always": ("mission", _("What we stand for")),
    "never": ("mission", _("What we stand for")),
    "ask": ("facts", _("Who is here for whom")),
}
"""Where the handbook has what a part of the card is about: the section, and the title of its part where its author gave
it none."""

MOST_CASES, LONGEST_CASE = 4, 22
"""How many cases a promise may have to stand in a table with a column for each, and how long their names may be."""

LONGEST_FIGURE = 40
"""How many signs the figure of a promise may have; longer ones are sentences."""

LONG_SPEECH = 180
"""From how many signs on a speech is nothing to be read from a wall while there are shorter ones."""

SIDE_BY_SIDE = 12
"""Below how many points two promises stand side by side, where the sheet is wide enough."""

ANY_DAY = date(2000, 1, 1)
"""A card is the same whenever it is printed: nothing on it is reckoned from a day."""

_NUMBER = re.compile(r"(\+?\d[\d\s()/.-]{4,}\d)")
"""A telephone number in a text."""


def pages(presenter: Presenter, context: Context) -> Pages:
    """The card in the largest type in which all of it has room; in the smallest, as much as there is room for."""
    pieces = _pieces(presenter, Meaning(presenter.policy, ANY_DAY))
    sheets = [Sheet(presenter, size, context.stretch) for size in SIZES]
    tried = ((sheet.size, *fitted(pieces, sheet.height, sheet.room)) for sheet in sheets)
    size, kept, left = next((each for each in tried if not each[2]), None) or _in_smallest(sheets[-1], pieces)
    by_section = {name: [piece for piece in kept if piece.section == name] for name in TITLES}
    sections = {name: _section(presenter, name, found) for name, found in by_section.items() if found}
    foot = SectionView(body=(Note(_left_out(presenter, left)),) if left else ())
    return Pages({**sections, "left_out": foot}, presenter._("When somebody needs us"), length=size.name)


def _in_smallest(sheet: "Sheet", pieces: Sequence[Piece]) -> tuple[Size, list[Piece], list[Piece]]:
    return (sheet.size, *fitted(pieces, sheet.height, sheet.room))


def _pieces(presenter: Presenter, meaning: Meaning) -> tuple[Piece, ...]:
    rows = bands(meaning)
    return (
        *_gifts(presenter, rows),
        *_dangers(presenter),
        *_calls(presenter, rows),
        *_promises(presenter, meaning),
        *_sayings(presenter),
        *_rules(presenter),
        *_answers(presenter),
    )


def _left_out(presenter: Presenter, left: Sequence[Piece]) -> Inline:
    """How much of what had no room, and under which title the handbook has it."""
    parts: dict[str, list[Piece]] = {}
    for piece in left:
        parts.setdefault(_in_handbook(presenter, piece.section), []).append(piece)
    ngettext = presenter.language.ngettext
    what = ", ".join(f"{title} ({counted(pieces, ngettext)})" for title, pieces in parts.items())
    return Words(presenter._("Left out for want of room, and in the handbook: {what}.").format(what=what))


def _in_handbook(presenter: Presenter, section: str) -> str:
    name, title = IN_HANDBOOK[section]
    own = getattr(presenter.policy, name, None)
    return (own and own.title) or presenter._(title)


def _section(presenter: Presenter, name: str, pieces: Sequence[Piece]) -> SectionView:
    """The pieces of a section: what is compared in tables, what has a label in rows, and sentences below them."""
    shown = [piece.shown for piece in pieces]
    tables = _merged([each for each in shown if isinstance(each, Table)])
    rows = tuple(each for each in shown if isinstance(each, Row))
    never = tuple(each for each in shown if isinstance(each, Unsay))
    said = tuple(each for each in shown if not isinstance(each, (Table, Row, Unsay)))
    if name == "danger":
        return SectionView(body=(_frame(presenter, tables, said),))
    if never:
        rows = (*rows, Row(Words(presenter._("Never")), (Flow((joined(never, ", "),)),)))
    if name in LISTED:
        below: tuple[Block, ...] = (Items(said),) if said else ()
    else:
        below = (Flow(said),) if said and name == "ask" else tuple(Flow((each,)) for each in said)
    return SectionView(body=(*tables, *((Rows(rows),) if rows else ()), *below))


def _merged(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Tables of one row each as one table for all rows with the same columns, or with some of them."""
    by_columns: dict[tuple[Column, ...], list[tuple[Cell, ...]]] = {}
    for each in tables:
        columns = max((other.columns for other in tables if _has_all(other, each)), key=len)
        rows = (row for group in each.groups for row in group.rows)
        by_columns.setdefault(columns, []).extend(_spread(row, each.columns, columns) for row in rows)
    return tuple(Table(columns, (Group(tuple(rows)),)) for columns, rows in by_columns.items())


def _has_all(table: Table, other: Table) -> bool:
    """Whether a table has the columns of another, and maybe more."""
    return table.columns == other.columns or ("" not in _labels(table) and set() < _labels(other) < _labels(table))


def _labels(table: Table) -> set[str]:
    """What its columns are called; the first is that of the names, and has no word."""
    return {column.label for column in table.columns[1:]}


def _spread(row: tuple[Cell, ...], columns: Sequence[Column], over: Sequence[Column]) -> tuple[Cell, ...]:
    """A row in the columns of a larger table, empty where it says nothing."""
    if columns == over:
        return row
    by_label = {column.label: cell for column, cell in zip(columns, row, strict=True)}
    return tuple(by_label.get(column.label, EMPTY) for column in over)


# ---- what may be given -----------------------------------------------------------------------------------------


def _gifts(presenter: Presenter, rows: Sequence[Band]) -> Iterator[Piece]:
    """What may be given: first by whoever is there, from the most, then what those above decide, from the least."""
    here = sorted((band for band in rows if not _is_above(band)), key=lambda band: (band.in_procedure, -_most(band)))
    ordered = [*here, *sorted((band for band in rows if _is_above(band)), key=_most)]
    first = _givers(here[0]) if here else ()
    for i, band in enumerate(ordered):
        amount = band.grant.up_to
        named = (i == 0 or _givers(band) != first) and (amount is not None or not _is_called_by_its_giver(band))
        value = joined(_gift(presenter, band, rows, named=named), " ")
        label = capitalised(presenter.figure(amount)) if amount else Prose(band.grant.named())
        kind = "favour" if band.in_procedure or not (amount or _is_above(band)) else "gift"
        yield Piece("give", kind, Row(label, (Flow((value,)),)))
    yield from _around_gifts(presenter)


def _givers(band: Band) -> tuple[Reference, ...]:
    """Who may give it, as the policy calls them."""
    return band.grant.who or tuple(map(RoleRef, band.who.values()))


def _is_called_by_its_giver(band: Band) -> bool:
    """Whether the name of a grant is whoever may give it: `Ben: an apology and a coffee`."""
    name = normalise_name(band.grant.named())
    return any(normalise_name(giver) == name for giver in _givers(band))


def _is_above(band: Band) -> bool:
    """Whether it is for whoever decides above somebody else."""
    return band.grant.over is not None


def _most(band: Band) -> float:
    return float(band.up_to.amount) if band.up_to else (float("inf") if band.grant.over else 0)


def _gift(presenter: Presenter, band: Band, rows: Sequence[Band], *, named: bool) -> Iterator[Inline]:
    """Who gives what in which case; who decides above, where the card has no row of theirs.

    It needs no name where whoever reads may give it.
    """
    grant = band.grant
    gives = what_is_given(presenter, grant)
    if _is_above(band) and band.who:
        yield _behind(Strong(_decides(presenter, _givers(band), _answer_to(band, rows, presenter))), gives)
    elif named and band.who and not presenter.is_reader(_givers(band)):
        yield _behind(Strong(presenter.any_of(_givers(band))), gives)
    elif grant.name and grant.up_to and not named:
        yield _behind(Strong(presenter.inline(grant.name)), gives)
    elif gives != Joined(()):
        yield sentence(gives)
    if grant.says:
        yield sentence(presenter.inline(grant.says))
    yield from _cases(presenter, grant)
    own = {pointer for each in rows for pointer in each.who if _is_above(each)}
    if any(_pointer(presenter, each) not in own for each in grant.above):
        yield sentence(decided_above(presenter, grant))


def _cases(presenter: Presenter, grant: Grant) -> Iterator[Inline]:
    """In which cases it may be given, and whom to ask before."""
    for name in ("when", "unless"):
        if value := getattr(grant, name):
            yield sentence(presenter.statement(grant, name, value) or Words(""))
    if grant.ask_first:
        yield sentence(fill(presenter._("Ask {who} first"), who=presenter.any_of(grant.ask_first)))


def _behind(head: Inline, what: Inline) -> Inline:
    return sentence(head) if what == Joined(()) else sentence(line(head, ": ", what))


def _decides(presenter: Presenter, who: Sequence[Reference], within: Limits | None) -> Inline:
    """Who decides, and how soon where it is said."""
    names, how_soon = presenter.any_of(who), how_fast(presenter, within)
    if is_alone(presenter, who):
        pattern = presenter._("{who} decides {within}") if how_soon else presenter._("{who} decides")
        return capitalised(fill(pattern, who=names, within=how_soon or ""))
    decided = fill(presenter._("Decided {within}"), within=how_soon) if how_soon else None
    return capitalised(line(names, ". ", decided) if decided else names)


def _answer_to(band: Band, rows: Sequence[Band], presenter: Presenter) -> Limits | None:
    """How soon whoever is above decides, as those below them are told."""
    below = (
        each.grant.answers_within
        for each in rows
        if any(_pointer(presenter, reference) in band.who for reference in each.grant.above)
    )
    return next((limit for limit in below if limit), None)


def _around_gifts(presenter: Presenter) -> Iterator[Piece]:
    """What nobody may give, whom to ask, what to ask oneself, and where it is written down."""
    discretion = presenter.policy.discretion
    if not discretion:
        return
    if discretion.nobody_may:
        rules = tuple(sentence(presenter.inline(each)) for each in discretion.nobody_may)
        yield Piece("give", "gift", Row(Words(presenter.label(discretion, "nobody_may")), (Flow(rules),)))
    if discretion.ask:
        asked = sentence(fill(presenter._("Ask {who}"), who=presenter.any_of(discretion.ask)))
        yield Piece("give", "gift", Row(Words(presenter._("Anything more")), (Flow((asked,)),)))
    for name in ("notes", "logged"):
        if text := getattr(discretion, name):
            yield Piece("give", "note", sentence(presenter.statement(discretion, name, text) or Prose(text)))


# ---- what may not wait -----------------------------------------------------------------------------------------


def _dangers(presenter: Presenter) -> Iterator[Piece]:
    """The cases that skip every level, danger first; without them, when to ask somebody with more say."""
    escalation = presenter.policy.escalation
    if not escalation:
        return
    routes = sorted(escalation.direct or (), key=_urgency)
    columns = (
        Column(presenter._("When"), 26.0),
        Column(presenter._("What you do"), 51.0),
        Column(presenter._("Whom you call"), 23.0),
    )
    for route in routes:
        yield Piece("danger", "case", Table(columns, (Group((_route(presenter, route),)),)))
    if not routes:
        yield from (Piece("danger", "case", Prose(when)) for when in escalation.when)


def _urgency(route: DirectRoute) -> tuple[bool, int, float]:
    """Danger to life first, then what has the least time."""
    limit = route.within.sole if route.within else None
    units = list(Unit)
    time = (units.index(limit.unit), float(limit.amount)) if isinstance(limit, Duration) else (len(units), 0.0)
    return (not is_danger(route), *time)


def _route(presenter: Presenter, route: DirectRoute) -> tuple[Cell, ...]:
    """A case, what to do in it, and whom to call how fast; in danger what to do is bold."""
    done = _done(presenter, route)
    shown = done or [Say(unquoted(text)) for text in route.say]
    told = [sentence(fill(presenter._("Tell {who}"), who=presenter.all_of(route.tell)))] if route.tell else []
    do = joined((sentence(each) for each in shown), " ")
    do = joined((Strong(do) if done and is_danger(route) else do, *told), " ")
    within = (", ", _soon(presenter, route.within)) if route.within else ()
    whom = line(Strong(presenter.any_of(route.to)), *within) if route.to else Words("")
    return (Cell(Prose(route.named())), Cell(do if do != Joined(()) else Words("")), Cell(whom))


def _soon(presenter: Presenter, within: Limits) -> Inline:
    words = within.sole.words if isinstance(within.sole, InWords) else None
    shown = Prose(run_on(words, presenter.language.tag)) if words else presenter.inline(within)
    return presenter.limit_phrase(within, "within") or shown


def _done(presenter: Presenter, route: DirectRoute) -> list[Inline]:
    """What to do in a case: nothing where its author only names whom to call."""
    reply = route.reply.sole if route.reply else None
    texts = (route.about, None if isinstance(reply, Never) else route.reply, route.note)
    forbidden = [Words(presenter._("Do not reply."))] if isinstance(reply, Never) else []
    return [*(presenter.inline(text) for text in texts if text), *forbidden]


def _frame(presenter: Presenter, tables: Sequence[Table], cases: Sequence[Inline]) -> Boxed:
    """The one frame of the card."""
    escalation = presenter.policy.escalation
    label = Words(presenter._(TITLES["danger"]))
    if cases and escalation and escalation.to:
        asked = fill(presenter._("Call {who} when:"), who=presenter.any_of(escalation.to))
        return Boxed(asked, (Items(tuple(cases)),))
    return Boxed(label, (*tables, *((Items(tuple(cases)),) if cases else ())))


# ---- whom to call ----------------------------------------------------------------------------------------------


def _calls(presenter: Presenter, rows: Sequence[Band]) -> Iterator[Piece]:
    """Whom to call, how to reach them and who stands in; then when to hand over, and what to pass on."""
    for role in _whom(presenter, rows):
        value = joined((sentence(each) for each in _reached(presenter, role)), " ")
        if value != Joined(()):
            people = Prose(", ".join(role.people)) if len(role.people) == 1 else Prose(role.named())
            yield Piece("call", "number", Row(people, (Flow((value,)),)))
    escalation = presenter.policy.escalation
    if escalation and escalation.direct and escalation.when:
        yield _handing_over(presenter, "note", presenter.any_of(escalation.to), escalation.when)
    for ladder in (escalation and escalation.ladders) or ():
        yield from _ladder(presenter, ladder)


def _whom(presenter: Presenter, rows: Sequence[Band]) -> list[Role]:
    """The people whom the others call, as the ladders, the cases that skip them and the gifts name them."""
    escalation, discretion = presenter.policy.escalation, presenter.policy.discretion
    here = {pointer for band in rows if not _is_above(band) for pointer in band.who}
    references: list[Reference] = []
    if escalation:
        references += escalation.to
        references += [role for ladder in escalation.ladders or () for level in ladder.levels for role in level.role]
        references += [role for route in escalation.direct or () for role in (*route.to, *route.tell)]
    references += [role for band in rows for role in (*band.grant.above, *band.grant.ask_first)]
    references += discretion.ask if discretion else ()
    found = {
        named.pointer: named.entry
        for reference in references
        if (named := presenter.names.find(reference)) and isinstance(named.entry, Role)
    }
    return [role for pointer, role in found.items() if pointer not in here or leads(role)]


def _reached(presenter: Presenter, role: Role) -> Iterator[Inline]:
    """What somebody is, how to reach them, and who stands in."""
    if role.reach:
        yield _numbers_found(role.reach)
    elif role.title:
        yield _numbers_found(role.title) if _NUMBER.search(role.title) else presenter.inline(role.title)
    elif len(role.people) == 1:
        yield Prose(role.named())
    elif role.people:
        yield Prose(", ".join(role.people))
    if role.rota:
        yield presenter.inline(role.rota)
    if role.backup:
        yield fill(presenter._("Else: {who}"), who=presenter.any_of(role.backup))


def _numbers_found(text: str) -> Inline:
    """How to reach somebody, with the numbers to be found at a glance; all of it where none is as long as one."""
    pieces = _NUMBER.split(text)
    if len(pieces) == 1:
        return Strong(Prose(text))
    return line(*(Strong(address_link(each)) if i % 2 else Words(each) for i, each in enumerate(pieces)))


def _ladder(presenter: Presenter, ladder: Ladder) -> Iterator[Piece]:
    """When a case goes to somebody else, how, and what goes with it."""
    if ladder.triggers:
        kind = "note" if ladder.kind is LadderKind.ADVICE else "case"
        yield _handing_over(presenter, kind, Prose(ladder.named()), ladder.triggers)
    handoff = ladder.handoff
    if handoff and handoff.checklist:
        label = Strong(Words(f"{presenter.label(handoff, 'checklist')}:"))
        yield Piece("call", "note", sentence(label, " ", presenter.running(handoff.checklist)))
    if handoff and handoff.how:
        yield Piece("call", "note", sentence(presenter.inline(handoff.how)))
    if ladder.out_of_hours:
        label = Strong(Words(f"{presenter.label(ladder, 'out_of_hours')}:"))
        yield Piece("call", "note", sentence(label, " ", presenter.inline(ladder.out_of_hours)))


def _handing_over(presenter: Presenter, kind: str, name: Inline, triggers: Sequence[Any]) -> Piece:
    """The name of a ladder, or of whom to ask, and when it begins."""
    return Piece("call", kind, sentence(Strong(line(name, ":")), " ", capitalised(presenter.running(tuple(triggers)))))


# ---- what was promised -----------------------------------------------------------------------------------------


def _promises(presenter: Presenter, meaning: Meaning) -> Iterator[Piece]:
    """Each promise in a few words with its figure, those with the same cases side by side; then words alone."""
    rows = promise_rows(meaning)
    figures = [(row, _figures(presenter, row.promise) if row.name else ()) for row in rows]
    for row, found in figures:
        name, rank = Prose(_named(row)), int(row.in_complaints)
        cases = tuple(case for case, _figure in found)
        if 1 < len(found) <= MOST_CASES and all(0 < len(case) <= LONGEST_CASE for case in cases):
            cells = (Cell(name), *(Cell(figure) for _case, figure in found))
            width = 75 / max(len(cases), 3)
            columns = (("", 100 - width * len(cases)), *((case, width) for case in cases))
            yield Piece("promised", "promise", grouped_table(columns, (Group((cells,)),)), rank)
            continue
        for case, figure in found:
            label = line(name, *((", ", Prose(case)) if case else ()))
            yield Piece("promised", "promise", Row(label, (Flow((figure,)),)), rank)
    yield from _terms(presenter)
    for row, found in figures:
        if not found and not row.in_complaints and (text := row.promise.says or row.promise.about):
            words = _in_words(presenter, meaning, row, text)
            by_itself = row.name and not promise_index(meaning).groups(row.pointer)
            shown = line(Strong(line(Prose(_named(row)), ":")), " ", words) if by_itself else words
            yield Piece("promised", "promise", shown, rank=3)


def _in_words(presenter: Presenter, meaning: Meaning, row: PromiseRow, text: str) -> Inline:
    """A promise without a figure, behind the words that begin those of its group."""
    groups = promise_index(meaning).groups(row.pointer)
    stem = promise_index(meaning).promises[groups[-1]].stem if groups else None
    return sentence(line(Prose(stem), " ", presenter.running(text)) if stem else presenter.inline(text))


def _terms(presenter: Presenter) -> Iterator[Piece]:
    """How long customers have to return, to cancel or to claim, case by case."""
    for term in presenter.policy.terms or ():
        for case in term.rows or (term,):
            if case.name and case.within and case.within.sole is not None:
                figure = Words(presenter.language.words(case.within.sole))
                yield Piece("promised", "promise", Row(Prose(case.named()), (Flow((figure,)),)), rank=2)


def _named(row: PromiseRow) -> str:
    """The promise by its name, behind that of its stage, or of its channel where the name does not say it."""
    if row.in_complaints:
        return f"{row.home[-1]}: {row.name}"
    channels = row.promise.channels
    if len(channels) != 1 or any(word in row.name.lower() for word in channels[0].lower().split()):
        return row.name
    return f"{channels[0]}: {row.name}"


def _figures(presenter: Presenter, promise: Standard) -> tuple[tuple[str, Inline], ...]:
    """The figures of a promise, each for its case; nothing where it is measured by words alone."""
    field = measure(promise)
    value = getattr(promise, field) if field else ()
    if field == "by":
        times = tuple(each for each in value if each.deadline)
        return (("", fill(presenter._("by {moment}"), moment=joined(map(Prose, times), ", "))),) if times else ()
    if not isinstance(value, Limits):
        return ()
    spoken = {"at_least": presenter.language.at_least, "at_most": presenter.language.at_most}
    say = spoken.get(field or "", presenter.language.words)
    before = (" ", fill(presenter._("before {it}"), it=presenter.running(promise.before))) if promise.before else ()
    return tuple(
        (str(case or ""), line(Words(say(limit)), *(before if field == "notice" else ())))
        for case, limit in value
        if not isinstance(limit, Never) and not (isinstance(limit, InWords) and len(limit.words) > LONGEST_FIGURE)
    )


# ---- what to say -----------------------------------------------------------------------------------------------


def _sayings(presenter: Presenter) -> Iterator[Piece]:
    """Words to say in each situation, with its name; at the end those never to say.

    Of each kind of situation the first stays longest, and long speeches go before short ones.
    """
    with_words = (each for each in _spoken(presenter) if each[2])
    for _group, spoken in groupby(with_words, key=lambda each: each[0]):
        for rank, (group, name, speeches) in enumerate(spoken):
            words = joined((Say(unquoted(each)) for each in speeches), " ")
            is_long = len(text_in(words)) > LONG_SPEECH
            shown = Row(name, (Flow((words,)),))
            yield Piece("words", "sample", shown, rank=1000 * is_long + 10 * rank + SPOKEN.index(group))
    tone = presenter.policy.tone
    avoided = (each for wording in (tone.words if tone else ()) for each in wording.avoid)
    yield from (Piece("words", "word", Unsay(unquoted(each))) for each in avoided)


SPOKEN = ("procedure", "handover", "mood", "danger", "sample")
"""Kinds of situations with words to say, that which is needed most often first."""


def _spoken(presenter: Presenter) -> Iterator[tuple[str, Inline, Sequence[str]]]:
    """The first words of each procedure, of each mood, of a handover and of a danger, then the samples."""
    policy = presenter.policy
    tone, escalation = policy.tone or Tone(), policy.escalation or Escalation()
    for procedure in policy.procedures or ():
        first = next((step.say for step in procedure.steps if step.say), ())
        yield "procedure", Prose(procedure.named()), first[:1]
    for mood in tone.moods or ():
        yield "mood", Prose(mood.named()), mood.say[:1]
    for ladder in escalation.ladders or ():
        yield "handover", Words(presenter._("Handing over")), ladder.handoff.say[:1] if ladder.handoff else ()
    for route in escalation.direct or ():
        yield "danger", Prose(route.named()), route.say[:1] if _done(presenter, route) else ()
    for sample in tone.samples or ():
        yield "sample", Prose(sample.named()), sample.say


# ---- what holds in any case -----------------------------------------------------------------------------------


def _rules(presenter: Presenter) -> Iterator[Piece]:
    """What everybody does and what nobody does, whatever the case."""
    for name in ("always", "never"):
        for rule in getattr(presenter.policy, name) or ():
            shown = presenter.one_line(rule, "say", "avoid", "for_", "because", "note")
            whom = line(presenter.inline(rule.for_), ": ") if rule.for_ else Words("")
            yield Piece(name, "rule", sentence(line(whom, shown)))


# ---- what they ask ---------------------------------------------------------------------------------------------


def _answers(presenter: Presenter) -> Iterator[Piece]:
    """What everybody asks, in one paragraph: the name of each fact, and the answer straight after it."""
    for fact in presenter.policy.facts or ():
        answer = presenter.inline(fact.says or fact.about or "")
        shown = line(Strong(presenter.inline(fact.name)), " ", answer) if fact.name else answer
        yield Piece("ask", "answer", sentence(shown))


def _pointer(presenter: Presenter, reference: Reference) -> tuple[str | int, ...]:
    named = presenter.names.find(reference)
    return named.pointer if named else (str(reference),)


# ---- how high it all is ----------------------------------------------------------------------------------------

AREAS: Mapping[Paper, tuple[float, float]] = {
    Paper.A4: (182, 274),
    Paper.LETTER: (187.9, 256.4),
    Paper.A5: (124, 187),
}
"""What the margins leave of each paper, in millimetres, as the style sheet has them."""


RESERVE = 5
"""Millimetres that stay free, since nothing here is as exact as the setting of a page."""

OWN_FACES = frozenset({"Lato", "Vollkorn"})
"""The typefaces whose widths are known; those of a brand may be wider."""


@dataclass(frozen=True)
class Sheet:
    """One page in a size of type: how high each piece is on it, and how much room is left.

    All lengths are in millimetres, and those of the style sheet. `stretch` is how much longer lines run in the author's
    own typeface than in ours: the page has so much less room.
    """

    presenter: Presenter
    size: Size
    stretch: float = 1

    SIDE, GAP, FIGURE = 38.0, 4.0, 30.0

    @property
    def paper(self) -> Paper:
        """The paper of the policy, or what printers hold in its country."""
        brand = self.presenter.policy.brand
        usual = Paper.LETTER if self.presenter.language.locale.territory in ("US", "CA") else Paper.A4
        return (brand and brand.paper) or usual

    @property
    def main(self) -> float:
        """The width of the main column; a small sheet has no other."""
        width = AREAS[self.paper][0]
        return width if self.paper is Paper.A5 else width - self.SIDE

    def room(self, heights: Mapping[str, float], left: int) -> float:
        """How much of the page is free below its title, the sections and the foot."""
        line = self.size.line
        foot = self._lines(self._foot(), AREAS[self.paper][0]) + (2 if left else 0)
        sections = sum(self._section(name, high) for name, high in heights.items())
        return AREAS[self.paper][1] / self.stretch - self._title() - sections - (foot + 0.9) * line - RESERVE

    def height(self, piece: Piece) -> float:
        """How high a piece is below others; one that runs on takes its share of a line."""
        line, shown = self.size.line, piece.shown
        if isinstance(shown, Table):
            return self._row_of_table(piece, shown)
        if isinstance(shown, Row):
            return self._row(piece.section, shown)
        if isinstance(shown, Unsay):
            return share_of_line(f"“{shown.text}”, ", self.main - self.size.label, self.size.points) * line
        if piece.section == "ask":
            return share_of_line(line_end(shown), self.main, self.size.points) * line
        wide = AREAS[self.paper][0] - 14 if piece.section == "danger" else self.main - 6
        return self._lines(shown, wide) * line + (0.6 if piece.section in (*LISTED, "danger") else 1.3)

    def _section(self, name: str, high: float) -> float:
        """A section with its rule, and its heading beside it or above it."""
        line = self.size.line
        if name == "danger":
            return high + 1.9 * line + 4.5
        heading = self._lines(self.presenter._(TITLES[name]), self.SIDE - self.GAP, 1.22) * 1.25 * line
        uneven = {"promised": 0.6 * line, "ask": 0.5 * line, "words": 0.5 * line}.get(name, 0)
        apart = 0.9 * line + 0.7
        if self.paper is Paper.A5:
            return apart + 1.5 * line + high + uneven
        return apart + max(heading, high + uneven)

    def _row(self, section: str, row: Row) -> float:
        line, value = self.size.line, row.values[0]
        if section == "promised":
            return self._promise(row)
        lines = self._lines(value, self.main - self.size.label, 1.06 if section == "words" else 1.0)
        wide = self._lines(row.label, self.size.label - 2, 1.2 if section == "call" else 1.0)
        if section == "give" and isinstance(row.label, Figure):
            return (lines + 0.4) * line + 1.4
        return max(lines, wide) * line + {"give": 1.6, "words": 0.9}.get(section, 0.6)

    def _promise(self, row: Row) -> float:
        """A promise and its figure; in small type two of them stand side by side."""
        columns = 2 if self.size.points < SIDE_BY_SIDE and self.paper is not Paper.A5 else 1
        column, figure = (self.main - 6) / 2 if columns == 2 else self.main, self.FIGURE * (3 - columns)
        lines = max(self._lines(row.label, column - figure - 2), self._lines(row.values[0], figure, 1.02))
        return (lines * self.size.line + 0.8) / columns

    def _row_of_table(self, piece: Piece, shown: Table) -> float:
        """A row of a table, with a share of its head."""
        line = self.size.line
        width = (AREAS[self.paper][0] - 7) if piece.section == "danger" else self.main
        cells = zip(shown.columns, (cell for group in shown.groups for row in group.rows for cell in row), strict=True)
        lines = max(self._lines(cell.value, width * column.width / 100 - 2.5) for column, cell in cells)
        return lines * line + (1.1 if piece.section == "danger" else 1.3 + line / 3)

    def _title(self) -> float:
        """The title, the name beside it, and the figure that stands out."""
        head = self.presenter.policy.policy
        title = lines_of(self.presenter._("When somebody needs us"), self.main, 28) * 11
        organisation = lines_of(head.organisation, self.SIDE - self.GAP, 12) * 5.6
        return max(title, organisation, 13)

    def _foot(self) -> str:
        head = self.presenter.policy.policy
        parts = (head.title, head.version, head.effective, head.owner, head.organisation)
        return " ".join(str(part) for part in parts if part)

    def _lines(self, shown: Any, width: float, larger: float = 1.0) -> int:
        brand = self.presenter.policy.brand
        own = {*brand.text_font, *brand.heading_font} - OWN_FACES if brand else ()
        return lines_of(shown, width, larger * (1.08 if own else 1) * self.size.points)


def line_end(shown: Any) -> str:
    """A sentence with the space behind it."""
    return f"{text_in(shown)} "
