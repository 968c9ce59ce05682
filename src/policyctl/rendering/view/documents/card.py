"""The card for the wall: on one page what somebody may give, when to call whom, what is promised, and what to say.

It is laid out for a call: the figure that may be given first, then what may not wait. Where a policy has more to say
than a page has room for, speeches go first, then notes and promises, and the card says how much of it went.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fnmatch import fnmatch
from math import ceil
from typing import Any

from policyctl import lexicon
from policyctl.meaning.grants import Band, bands
from policyctl.meaning.model import Meaning
from policyctl.meaning.people import leads
from policyctl.meaning.promises.rows import promise_index
from policyctl.meaning.promises.rows import rows as promise_rows
from policyctl.rendering.view.blocks import (
    Block,
    Boxed,
    Cell,
    Flow,
    Inline,
    Items,
    Joined,
    Note,
    Prose,
    Row,
    Rows,
    Say,
    Strong,
    Unsay,
    Words,
    table,
)
from policyctl.rendering.view.budget import Piece, counted, fitted, lines_of, signs_in
from policyctl.rendering.view.document import Context, Pages, SectionView
from policyctl.rendering.view.inline import unquoted
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sections.commitments import measure
from policyctl.rendering.view.sentences import fill, joined, line, sentence
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import Reference, RoleRef
from policyctl.schema.quantities import Duration, Never, Unit
from policyctl.schema.quantities import Words as InWords
from policyctl.schema.sections.escalation import DirectRoute, Ladder, LadderKind
from policyctl.schema.sections.head import Paper
from policyctl.schema.sections.people import Role
from policyctl.schema.sections.standards import Standard

LINES = {Paper.A4: 55.5, Paper.A5: 31.5, Paper.LETTER: 51.5}
"""How many lines of text a page has room for, but for the title and the foot."""

WHOLE, MAIN, BESIDE, LABEL, HALF, CASE, ACTION, WHOM = 100, 78, 56, 22, 20, 25, 46, 22
"""How many signs a line holds: of the page, of the main column, beside a label, of a label, of a promise in one of its
two columns, and of the frame: of a case, of what to do in it, of whom to call."""

LARGE = 2.6
"""How many lines the first figure takes."""

SECTIONS = ("give", "danger", "call", "promised", "words", "ask")
"""The card from top to bottom: in the order of a call."""


def pages(presenter: Presenter, context: Context) -> Pages:
    """The card, with as much as there is room for."""
    meaning = Meaning(presenter.policy, context.today or date.min)
    pieces = (
        *_gifts(presenter, bands(meaning)),
        *_dangers(presenter),
        *_calls(presenter, bands(meaning)),
        *_promises(presenter, meaning),
        *_sayings(presenter),
        *_answers(presenter),
    )
    room = LINES[_paper(presenter)] / context.stretch - lines_of(_foot(presenter), WHOLE)
    kept, left = fitted(pieces, room)
    by_section = {name: [piece for piece in kept if piece.section == name] for name in SECTIONS}
    sections = {name: _section(presenter, name, found) for name, found in by_section.items() if found}
    pattern = presenter._("Left out for want of room: {what}; they are in the handbook.")
    told = Note(Words(pattern.format(what=counted(left, presenter.language.ngettext))))
    foot = SectionView(body=(told,) if left else ())
    return Pages({**sections, "left_out": foot}, presenter._("When somebody needs us"))


def _paper(presenter: Presenter) -> Paper:
    brand = presenter.policy.brand
    usual = Paper.LETTER if presenter.language.locale.territory in ("US", "CA") else Paper.A4
    return (brand and brand.paper) or usual


def _foot(presenter: Presenter) -> str:
    head = presenter.policy.policy
    return f"{head.title} {head.version or ''} {head.effective or ''} {head.owner or ''} {head.organisation}"


def _section(presenter: Presenter, name: str, pieces: Sequence[Piece]) -> SectionView:
    """The pieces of a section in their rows, with the sentences below them."""
    if name == "danger":
        return SectionView(body=(_frame(presenter, pieces),))
    rows = tuple(piece.shown for piece in pieces if isinstance(piece.shown, Row))
    said = tuple(piece.shown for piece in pieces if not isinstance(piece.shown, (Row, tuple)))
    if not said:
        below: tuple[Block, ...] = ()
    elif name == "promised":
        below = (Items(said),)
    else:
        below = (Flow(said),) if name == "ask" else tuple(Flow((each,)) for each in said)
    return SectionView(body=(*((Rows(rows),) if rows else ()), *below))


# ---- what may be given -----------------------------------------------------------------------------------------


def _gifts(presenter: Presenter, rows: Sequence[Band]) -> Iterator[Piece]:
    """What may be given: first by whoever is there, from the most, then what those above decide, from the least."""
    here = sorted((band for band in rows if not _is_above(band)), key=lambda band: (band.in_procedure, -_most(band)))
    ordered = [*here, *sorted((band for band in rows if _is_above(band)), key=_most)]
    first = _givers(here[0]) if here else ()
    for i, band in enumerate(ordered):
        value = joined(_gift(presenter, band, rows, named=i == 0 or _givers(band) != first), " ")
        amount = band.grant.up_to
        label = presenter.figure(amount) if amount else Prose(band.grant.named())
        lines = max(lines_of(value, BESIDE), lines_of(label, LABEL), LARGE if i == 0 and amount else 1.5) + 0.2
        kind = "favour" if band.in_procedure or not (amount or _is_above(band)) else "gift"
        yield Piece("give", kind, Row(label, (Flow((value,)),)), lines)
    yield from _around_gifts(presenter)


def _givers(band: Band) -> tuple[Reference, ...]:
    """Who may give it, as the policy calls them."""
    return band.grant.who or tuple(map(RoleRef, band.who.values()))


def _is_above(band: Band) -> bool:
    """Whether it is for whoever decides above somebody else."""
    return band.grant.over is not None


def _most(band: Band) -> float:
    return float(band.up_to.amount) if band.up_to else (float("inf") if band.grant.over else 0)


def _gift(presenter: Presenter, band: Band, rows: Sequence[Band], *, named: bool) -> Iterator[Inline]:
    """Who gives what in which case; who decides above, where the card has no row of theirs."""
    grant = band.grant
    gives = joined((presenter.running(each) for each in grant.gives), ", ")
    if _is_above(band) and band.who:
        yield Strong(sentence(_to_decide(presenter, _givers(band), _answer_to(band, rows, presenter))))
        yield _ended(gives)
    else:
        head = _called(presenter, _givers(band)) if named and band.who else Words("")
        if head == Words("") and grant.up_to:
            head = presenter.inline(grant.name or "")
        yield _ended(
            line(*((Strong(line(head, ":")), " ") if head != Words("") and gives != Joined(()) else ()), gives)
        )
    if grant.says:
        yield sentence(presenter.inline(grant.says))
    for name in ("when", "unless"):
        if value := getattr(grant, name):
            yield _ended(presenter.statement(grant, name, value) or Words(""))
    if grant.ask_first:
        yield sentence(fill(presenter._("Ask {who} first"), who=_called(presenter, grant.ask_first)))
    own = {pointer for each in rows for pointer in each.who if _is_above(each)}
    others = tuple(each for each in grant.above if _pointer(presenter, each) not in own)
    if others:
        decided = _to_decide(presenter, others, grant.answers_within)
        yield sentence(fill(presenter._("Above that: {who}"), who=decided))


def _to_decide(presenter: Presenter, who: Iterable[Reference], within: Limits | None) -> Inline:
    """Who decides, and how soon where it is said."""
    called = _called(presenter, who)
    if within is None:
        return fill(presenter._("{who} to decide"), who=called)
    return fill(presenter._("{who} to decide {within}"), who=called, within=_within(presenter, within))


def _answer_to(band: Band, rows: Sequence[Band], presenter: Presenter) -> Limits | None:
    """How soon whoever is above decides, as those below them are told."""
    below = (
        each.grant.answers_within
        for each in rows
        if any(_pointer(presenter, reference) in band.who for reference in each.grant.above)
    )
    return next((limit for limit in below if limit), None)


def _around_gifts(presenter: Presenter) -> Iterator[Piece]:
    """What nobody may give, whom to ask, and where it is written down."""
    discretion = presenter.policy.discretion
    if not discretion:
        return
    if discretion.nobody_may:
        label = Strong(Words(f"{presenter.label(discretion, 'nobody_may')}:"))
        yield _sentence("give", "gift", line(label, " ", presenter.running(discretion.nobody_may)))
    if discretion.ask:
        asked = fill(presenter._("Anything more: {who}"), who=Strong(_called(presenter, discretion.ask)))
        yield _sentence("give", "gift", asked)
    for name in ("notes", "logged"):
        if text := getattr(discretion, name):
            yield _sentence("give", "note", presenter.inline(text))


# ---- what may not wait -----------------------------------------------------------------------------------------


def _dangers(presenter: Presenter) -> Iterator[Piece]:
    """The cases that skip every level, danger first; without them, when to ask somebody with more say."""
    escalation = presenter.policy.escalation
    if not escalation:
        return
    routes = sorted(escalation.direct or (), key=lambda route: _urgency(presenter, route))
    for route in routes:
        cells = _route(presenter, route)
        widths = zip(cells, (CASE, ACTION, WHOM), strict=True)
        yield Piece("danger", "case", cells, max(lines_of(cell.value, width) for cell, width in widths) + 0.25)
    if not routes:
        for when in escalation.when:
            yield Piece("danger", "case", (Cell(Prose(when)),), lines_of(Prose(when), WHOLE - 10) + 0.1)


def _urgency(presenter: Presenter, route: DirectRoute) -> tuple[bool, int, float]:
    """Danger to life first, then what has the least time."""
    limit = route.within.sole if route.within else None
    units = list(Unit)
    time = (units.index(limit.unit), float(limit.amount)) if isinstance(limit, Duration) else (len(units), 0.0)
    return (not _speaks_of_danger(presenter, route), *time)


def _speaks_of_danger(presenter: Presenter, route: DirectRoute) -> bool:
    language = presenter.language.locale.language
    known = lexicon.table("escalation.dangers", language).get("danger", ()) if lexicon.is_understood(language) else ()
    spoken = " ".join((route.named(), *route.triggers, route.note or "")).lower().split()
    return any(fnmatch(word.strip(".,;:"), each) for word in spoken for each in known)


def _route(presenter: Presenter, route: DirectRoute) -> tuple[Cell, ...]:
    """A case, what to do in it, and whom to call how fast."""
    reply = route.reply.sole if route.reply else None
    do = [
        presenter.inline(text)
        for text in (route.about, None if isinstance(reply, Never) else route.reply, route.note)
        if text
    ]
    forbidden = [Words(presenter._("Do not reply"))] if isinstance(reply, Never) else []
    say = [] if do else [Say(unquoted(text)) for text in route.say]
    done = joined((sentence(each) for each in (*do, *forbidden, *say)), " ")
    told = fill(presenter._("tell {who}"), who=_called(presenter, route.tell)) if route.tell else Words("")
    within = (", ", _within(presenter, route.within)) if route.within else ()
    whom = joined((line(Strong(_called(presenter, route.to)), *within), told), "; ")
    return (Cell(Prose(route.named())), Cell(done if done != Joined(()) else Words("")), Cell(whom))


def _frame(presenter: Presenter, pieces: Sequence[Piece]) -> Boxed:
    """The one frame of the card."""
    escalation = presenter.policy.escalation
    rows = tuple(piece.shown for piece in pieces if isinstance(piece.shown, tuple))
    if escalation and not escalation.direct:
        pattern = presenter._("Call {who} when:")
        label = fill(pattern, who=_called(presenter, escalation.to)) if escalation.to else _at_once(presenter)
        return Boxed(label, (Items(tuple(cells[0].value for cells in rows)),))
    columns = (
        (presenter._("When"), 28.0),
        (presenter._("What you do"), 49.0),
        (presenter._("Whom you call"), 23.0),
    )
    return Boxed(_at_once(presenter), (table(columns, rows, wide=True),))


def _at_once(presenter: Presenter) -> Inline:
    return Words(presenter._("Call at once"))


# ---- whom to call ----------------------------------------------------------------------------------------------


def _calls(presenter: Presenter, rows: Sequence[Band]) -> Iterator[Piece]:
    """Whom to call, how to reach them and who stands in; then when to hand over, and what to pass on."""
    for role in _whom(presenter, rows):
        value = joined((sentence(each) for each in _reached(presenter, role)), " ")
        if value != Joined(()):
            people = Prose(", ".join(role.people)) if len(role.people) == 1 else Prose(role.named())
            lines = max(lines_of(value, BESIDE), ceil(signs_in(people) / LABEL)) + 0.1
            yield Piece("call", "number", Row(people, (Flow((value,)),)), lines)
    escalation = presenter.policy.escalation
    if escalation and escalation.direct and escalation.when:
        yield _sentence("call", "note", _handing_over(presenter, escalation, "when", _called(presenter, escalation.to)))
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
        yield Strong(presenter.inline(role.reach))
    elif role.title:
        yield presenter.inline(role.title)
    elif len(role.people) == 1:
        yield Prose(role.named())
    elif role.people:
        yield Prose(", ".join(role.people))
    if role.rota:
        yield presenter.inline(role.rota)
    if role.backup:
        yield fill(presenter._("When away: {who}"), who=_called(presenter, role.backup))


def _ladder(presenter: Presenter, ladder: Ladder) -> Iterator[Piece]:
    """When a case goes to somebody else, how, and what goes with it."""
    if ladder.triggers:
        kind = "note" if ladder.kind is LadderKind.ADVICE else "case"
        yield _sentence("call", kind, _handing_over(presenter, ladder, "triggers", Prose(ladder.named())))
    handoff = ladder.handoff
    if handoff and handoff.checklist:
        label = Strong(Words(f"{presenter.label(handoff, 'checklist')}:"))
        yield _sentence("call", "note", line(label, " ", presenter.running(handoff.checklist)))
    if handoff and handoff.how:
        yield _sentence("call", "note", presenter.inline(handoff.how))
    if ladder.out_of_hours:
        label = Strong(Words(f"{presenter.label(ladder, 'out_of_hours')}:"))
        yield _sentence("call", "note", line(label, " ", presenter.inline(ladder.out_of_hours)))


def _handing_over(presenter: Presenter, part: Any, field: str, name: Inline) -> Inline:
    """The name of a ladder, or of whom to ask, and when it begins."""
    return line(Strong(line(name, ":")), " ", joined((presenter.inline(each) for each in getattr(part, field)), "; "))


# ---- what was promised -----------------------------------------------------------------------------------------


def _promises(presenter: Presenter, meaning: Meaning) -> Iterator[Piece]:
    """Each promise in a few words with its figure, case by case; then those that are words alone."""
    rows = [row for row in promise_rows(meaning) if row.pointer[0] in ("standards", "procedures")]
    measured = [row for row in rows if row.name and _figures(presenter, row.promise)]
    for row in measured:
        for case, figure in _figures(presenter, row.promise):
            name = line(Prose(_named(row.promise, row.name)), *((", ", Prose(case)) if case else ()))
            lines = max(lines_of(name, HALF), lines_of(figure, HALF - 3)) / 2 + 0.04
            yield Piece("promised", "promise", Row(name, (Flow((figure,)),)), lines)
    for row in rows:
        if row not in measured and (text := row.promise.says or row.promise.about):
            groups = promise_index(meaning).groups(row.pointer)
            stem = promise_index(meaning).promises[groups[-1]].stem if groups else None
            shown = line(Prose(stem), " ", presenter.running(text)) if stem else presenter.inline(text)
            yield Piece("promised", "promise", sentence(shown), lines_of(sentence(shown), MAIN - 3) + 0.15)


def _named(promise: Standard, name: str) -> str:
    """The promise by its name, behind that of its channel where the name does not say it."""
    channels = promise.channels
    if len(channels) != 1 or any(word in name.lower() for word in channels[0].lower().split()):
        return name
    return f"{channels[0]}: {name}"


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
        if not isinstance(limit, Never) and not (isinstance(limit, InWords) and signs_in(limit.words) > HALF * 2)
    )


# ---- what to say -----------------------------------------------------------------------------------------------


def _sayings(presenter: Presenter) -> Iterator[Piece]:
    """Words to say in each situation, with its name; at the end those never to say."""
    for name, speeches in _spoken(presenter):
        words = joined((Say(unquoted(each)) for each in speeches), " ")
        lines = max(signs_in(words) / (BESIDE - 2), ceil(signs_in(name) / LABEL))
        yield Piece("words", "sample", Row(name, (Flow((words,)),)), ceil(lines) * 1.06 + 0.15)
    tone = presenter.policy.tone
    avoided = [Unsay(unquoted(each)) for words in (tone.words if tone else ()) for each in words.avoid]
    if avoided:
        words = joined(avoided, ", ")
        yield Piece(
            "words",
            "case",
            Row(Words(presenter._("Never")), (Flow((words,)),)),
            ceil(signs_in(words) * 1.15 / BESIDE) + 0.2,
        )


def _spoken(presenter: Presenter) -> Iterator[tuple[Inline, Sequence[str]]]:
    """The first words of each procedure, of each mood and of a handover, then the samples."""
    policy = presenter.policy
    for procedure in policy.procedures or ():
        if first := next((step.say for step in procedure.steps if step.say), ()):
            yield Prose(procedure.named()), first[:1]
    for mood in (policy.tone and policy.tone.moods) or ():
        if mood.say:
            yield Prose(mood.named()), mood.say[:1]
    for ladder in (policy.escalation and policy.escalation.ladders) or ():
        if ladder.handoff and ladder.handoff.say:
            yield Words(presenter._("Handing over")), ladder.handoff.say[:1]
    for sample in (policy.tone and policy.tone.samples) or ():
        if sample.say:
            yield Prose(sample.named()), sample.say


# ---- what they ask ---------------------------------------------------------------------------------------------


def _answers(presenter: Presenter) -> Iterator[Piece]:
    """What everybody asks: the name of each fact, and the answer straight after it."""
    for fact in presenter.policy.facts or ():
        answer = presenter.inline(fact.says or fact.about or "")
        shown = line(Strong(presenter.inline(fact.name)), " ", answer) if fact.name else answer
        yield Piece("ask", "answer", sentence(shown), signs_in(shown) / MAIN + 0.05)


# ---- small things ----------------------------------------------------------------------------------------------


def _sentence(section: str, kind: str, shown: Inline) -> Piece:
    whole = sentence(shown)
    return Piece(section, kind, whole, lines_of(whole, MAIN) + 0.35)


def _ended(shown: Inline) -> Inline:
    return sentence(shown) if shown != Joined(()) else shown


def _within(presenter: Presenter, limits: Limits | None) -> Inline:
    if limits is None:
        return Words("")
    return presenter.limit_phrase(limits, "within") or presenter.inline(limits)


def _pointer(presenter: Presenter, reference: Reference) -> tuple[str | int, ...]:
    named = presenter.names.find(reference)
    return named.pointer if named else (str(reference),)


def _called(presenter: Presenter, references: Iterable[Reference]) -> Inline:
    """People by the name that a colleague calls them by: a job that one person has is that person."""
    names = dict.fromkeys(_person(presenter, reference) for reference in references)
    return Words(presenter.language.join(list(names))) if names else Words("")


def _person(presenter: Presenter, reference: Reference) -> str:
    named = presenter.names.find(reference)
    if not named or not isinstance(named.entry, Role):
        return str(reference)
    role = named.entry
    if len(role.people) != 1:
        return role.named() if normalise_name(reference) == normalise_name(role.named()) else str(reference)
    first = role.people[0].split()[0]
    everybody = [person.split()[0] for each in presenter.policy.roles or () for person in each.people]
    return first if everybody.count(first) == 1 else role.people[0]
