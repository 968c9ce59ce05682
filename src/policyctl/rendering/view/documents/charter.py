"""The charter for customers: what they may count on, as large figures, and what they can do where it fails.

It is handed a policy from which everything that is not public has been taken, so it need not ask who may read what.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from policyctl.rendering.view.blocks import (
    Beside,
    Block,
    Cell,
    Flow,
    Inline,
    Items,
    Joined,
    Lead,
    Note,
    Prose,
    Rows,
    Stack,
    Strong,
    Topic,
    Words,
    leads,
    paragraphs,
    table,
)
from policyctl.rendering.view.budget import text_in
from policyctl.rendering.view.document import Context, Pages, SectionView
from policyctl.rendering.view.presenter import Presenter, ordered_fields, with_colon
from policyctl.rendering.view.sections import section_view
from policyctl.rendering.view.sections.commitments import (
    OF_GROUP,
    in_a_line,
    in_paragraphs,
    listed,
    measure,
    own_rows,
    said,
    sentences,
)
from policyctl.rendering.view.sections.people import closure, open_hours
from policyctl.rendering.view.sentences import fill, flow, joined, line, run_on, sentence
from policyctl.schema import walk
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Entry, Part
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import HoursRef
from policyctl.schema.quantities import Duration, Frequency, Never, Week
from policyctl.schema.quantities import Words as InWords
from policyctl.schema.sections.complaints import Complaints
from policyctl.schema.sections.conduct import Access, Conduct, Privacy
from policyctl.schema.sections.people import Channel, Hours
from policyctl.schema.sections.standards import Remedy, Standard
from policyctl.schema.sections.terms import Term

_ = str  # Marks words for the catalogue; they are translated where they are used.

LITTLE = 300
"""Up to how many words customers read in larger type."""

FOR_A_LEAFLET = ("counts", "does_not_count", "learning", "logged", "remedies")
"""What a leaflet on complaints has room for, and a charter has not."""

REFUSED = ("refuse", "abuse")
"""What is said of a term last: what is not taken, and what follows for whoever abuses it."""


def pages(presenter: Presenter, _context: Context) -> Pages:
    """What is promised, what follows where it fails, how to reach us, and what we ask."""
    policy = presenter.policy
    shown = {
        "opening": _opening(presenter),
        "promises": tuple(_promises(presenter, policy.standards)) if policy.standards else (),
        "remedies": _remedies(presenter, policy.remedies) if policy.remedies else (),
        "terms": _terms(presenter, policy.terms) if policy.terms else (),
        "complaints": _complaints(presenter, policy.complaints) if policy.complaints else (),
        "facts": _facts(presenter),
        "reach": (*_channels(presenter), *_hours(presenter)),
        "access": _access(presenter, policy.access) if policy.access else (),
        "privacy": _privacy(presenter, policy.privacy) if policy.privacy else (),
        "conduct": _conduct(presenter),
        "closing": _closing(presenter),
    }
    titles = {name: title for name in shown if (title := getattr(getattr(policy, name, None), "title", None))}
    sections = {
        name: SectionView(body=body, title=titles.get(name, "") if body else "") for name, body in shown.items()
    }
    length = (
        "short" if sum(len(value.split()) for _, value in walk(policy) if isinstance(value, str)) < LITTLE else "medium"
    )
    return Pages(sections, presenter._("What you can expect from us"), length=length)


def _opening(presenter: Presenter) -> tuple[Block, ...]:
    """What the organisation is there for, and the words that open its charter."""
    mission, head = presenter.policy.mission, presenter.policy.policy
    lead = (Lead(Prose(mission.statement)),) if mission and mission.statement else ()
    return (*lead, *paragraphs(head.intro))


def _closing(presenter: Presenter) -> tuple[Block, ...]:
    """For whom it is, where it is to be had, and what else its head says to customers."""
    head = presenter.policy.policy
    scope = presenter.says(head.scope) if head.scope else ()
    fields = head.set_fields()
    told = (presenter.statement(head, name, fields[name]) for name in ("copies", "schemes") if name in fields)
    return (*scope, *flow(*(each for each in told if each)), *paragraphs(head.notes))


# ---- what we promise -------------------------------------------------------------------------------------------


def _promises(presenter: Presenter, rows: Collection[Standard]) -> Iterator[Beside]:
    """Each promise beside its figure, in the author's order; those in words alone in lists."""
    yield from _words(rows.intro)
    yield from _in_order(presenter, list(rows), rows.stem)
    yield from _words(rows.notes)


def _in_order(presenter: Presenter, rows: Sequence[Standard], stem: str | None) -> Iterator[Beside]:
    """Promises one after the other; those in words that follow each other stand together."""
    words: list[Standard] = []
    for row in rows:
        if not (row.rows or _is_measured(row)):
            words.append(row)
            continue
        yield from _listed(presenter, stem, words)
        words = []
        yield from _group(presenter, row) if row.rows else _promise(presenter, row)
    yield from _listed(presenter, stem, words)


def _group(presenter: Presenter, group: Standard) -> Iterator[Beside]:
    """The promises of a group, the first below its name; what holds for all of them stands below the last."""
    first, *others = (
        *_words(group.says, group.about, group.intro),
        *_in_order(presenter, own_rows(group), group.stem),
    )
    name = (Note(Strong(Prose(group.named()))),) if group.name else ()
    shown = [replace(first, body=(*name, *first.body)), *others]
    shared = said(
        presenter, group, *OF_GROUP, "says", "about", *ELSEWHERE, *_beside_it(group), *_known(presenter, group)
    )
    last = shown.pop()
    yield from (*shown, replace(last, body=(*last.body, *shared, *paragraphs(group.notes))))


def _words(*texts: str | None) -> Iterator[Beside]:
    shown = paragraphs(*texts)
    if shown:
        yield Beside((), shown)


def _listed(presenter: Presenter, stem: str | None, rows: Sequence[Standard]) -> Iterator[Beside]:
    """Promises in words behind the words that begin each."""
    if len(rows) == 1 and not stem:
        yield Beside((), flow(in_a_line(presenter, rows[0])))
    elif rows:
        yield Beside((), listed(presenter, rows, stem))


def _is_measured(row: Standard) -> bool:
    """Whether a promise has a figure of its own; a person who does it is none."""
    field = measure(row)
    return field is not None and not (field == "by" and not any(each.deadline for each in row.by))


def _promise(presenter: Presenter, row: Standard) -> Iterator[Beside]:
    """A promise beside its figure: its sentence or its name, and what else is said of it.

    Where it differs by case, no case is larger than another: they follow in their author's order.
    """
    name = row.says or row.named()
    hidden = (*OF_GROUP, "says", *_beside_it(row), *_known(presenter, row), *(ELSEWHERE if row.says else ()))
    body = said(presenter, row, *hidden, opening=Strong(Prose(name.rstrip("."))))
    cases = _cases(row) if _has_figures(row) else []
    if len(cases) == 1 and not cases[0][0]:
        yield presenter.beside_figure(cases[0][1], body)
        return
    yield Beside((), (*body, *flow(*(_case(presenter, case, limit) for case, limit in cases))))


ELSEWHERE = ("channels",)
"""What a customer sees in the name of a group and in a sentence of its author."""


def _known(presenter: Presenter, row: Standard) -> tuple[str, ...]:
    """What the foot of every page says already: the day from which all of it holds."""
    return ("effective",) if row.effective and row.effective == presenter.policy.policy.effective else ()


def _beside_it(row: Standard) -> tuple[str, ...]:
    """The field whose figures stand beside the promise."""
    return tuple(name for name in ("within", "every") if name == measure(row) and _has_figures(row))


PLAIN = (Duration, Frequency)
"""What is shown as a figure at the side."""


def _has_figures(row: Standard) -> bool:
    """Whether there is a plain length of time for the side, in one case at least."""
    return any(isinstance(limit, PLAIN) for _case, limit in _cases(row))


def _cases(row: Standard) -> list[tuple[str, Any]]:
    field = measure(row)
    value = getattr(row, field) if field in ("within", "every") else None
    limits = value if isinstance(value, Limits) else ()
    return [(str(case or ""), limit) for case, limit in limits if not isinstance(limit, Never)]


def _case(presenter: Presenter, case: str, limit: Any) -> Inline:
    """A case with what it means, and its limit."""
    known = presenter.policy.priorities.find(case) if presenter.policy.priorities else None
    means = f" ({run_on(known.means, presenter.language.tag)})" if known and known.means else ""
    amount = Prose(limit.text) if isinstance(limit, InWords) else Words(presenter.language.within(limit))
    return line(Strong(line(Prose(f"{case}{means}"), ":")), " ", amount)


def _statements(presenter: Presenter, part: Part, *without: str) -> Iterator[Inline]:
    """What else a part says, sentence by sentence."""
    for name, value in ordered_fields(part):
        if name not in without and not isinstance(value, Collection):
            told = presenter.statement(part, name, value)
            if told not in (None, Joined(())):
                yield sentence(told)


# ---- what customers have a right to --------------------------------------------------------------------------


def _remedies(presenter: Presenter, section: Collection[Remedy]) -> tuple[Block, ...]:
    """What is owed where something fails, each under its name."""
    owed = (block for row in section for block in _behind_name(row, _right(presenter, row)))
    return (*leads(section.intro, large=False), *paragraphs(section.stem), *owed, *paragraphs(section.notes))


def _terms(presenter: Presenter, section: Collection[Term]) -> tuple[Block, ...]:
    """Each kind of case under its name, and each case of it in a paragraph behind its own."""
    kinds = (_term(presenter, row) for row in section)
    return (*leads(section.intro, large=False), *paragraphs(section.stem), *kinds, *paragraphs(section.notes))


def _term(presenter: Presenter, row: Term) -> Block:
    own = (*leads(row.intro, large=False), *said(presenter, row, *OF_GROUP, *REFUSED), *paragraphs(row.stem))
    cases = (block for case in own_rows(row) for block in _behind_name(case, _right(presenter, case)))
    body = (*own, *cases, *paragraphs(row.notes), *_refused(presenter, row))
    return Topic(Prose(row.named()), body=body) if row.name else Stack(body)


def _behind_name(row: Entry, body: tuple[Block, ...]) -> tuple[Block, ...]:
    """A body that runs on from the name of its entry."""
    if not row.name:
        return body
    name = Strong(Prose(with_colon(row.named())))
    match body:
        case (Flow(sentences), *others):
            return (Flow((name, *sentences)), *others)
        case _:
            return (Flow((name,)), *body)


def _right(presenter: Presenter, row: Any) -> tuple[Block, ...]:
    """A case in sentences: in which it is, what it gives, what is asked for it, and what it rests on.

    Behind the name of a case the words for when it is one need no others before them.
    """
    plain = () if row.says else ("when",)
    when = joined((sentence(presenter.inline(each)) for each in row.when), " ") if plain else Joined(())
    long = tuple(name for name, value in row.set_fields().items() if not presenter.fits_a_line(value))
    told = sentences(presenter, row, *OF_GROUP, *REFUSED, *plain, *long, "basis")
    basis = line(Strong(Words(f"{presenter._('Rests on')}:")), " ", presenter.inline(row.basis))
    texts = (when, *told, basis if row.basis and "basis" not in long else Joined(()))
    shown = [name for name in long if name not in (*OF_GROUP, *REFUSED)]
    return (
        *paragraphs(row.intro),
        *flow(*texts),
        *(block for name in shown for block in presenter.labelled_blocks(row, name, getattr(row, name))),
        *listed(presenter, own_rows(row), row.stem),
        *paragraphs(row.notes),
        *_refused(presenter, row),
    )


def _refused(presenter: Presenter, row: Any) -> tuple[Block, ...]:
    """What is not taken, and what follows for whoever abuses it."""
    if not isinstance(row, Term):
        return ()
    refused = joined((sentence(presenter.one_line(each)) for each in row.refuse or ()), " ")
    label = Strong(Words(f"{presenter.label(row, 'refuse')}:"))
    return flow(line(label, " ", refused) if row.refuse else Joined(()), presenter.inline(row.abuse or ()))


# ---- if you are not happy ----------------------------------------------------------------------------------------


def _complaints(presenter: Presenter, section: Complaints) -> tuple[Block, ...]:
    """How to complain, then stage by stage what happens, and whom to ask outside, as one way from top to bottom."""
    shown = section_view(presenter, "complaints", _in_short(presenter, section))
    how = [block for block in shown.body if isinstance(block, Topic) and not block.anchor]
    way = [block for block in shown.body if isinstance(block, Topic) and block.anchor]
    others = tuple(block for block in shown.body if not isinstance(block, Topic))
    stages = (Items(tuple(_in_brief(stage) for stage in way), "number"),) if way else ()
    told = tuple(inner for block in how for inner in block.body)
    return (*shown.lead, *_run_together(told), *stages, *others)


def _run_together(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Short paragraphs as few longer ones; whatever is no paragraph stands for itself."""
    made: list[Block] = []
    for is_flow, group in groupby(blocks, key=lambda block: isinstance(block, Flow)):
        found = tuple(group)
        texts = [each for block in found if isinstance(block, Flow) for each in block.sentences]
        made += in_paragraphs(texts) if is_flow else found
    return tuple(made)


def _in_short(presenter: Presenter, section: Complaints) -> Complaints:
    """How to complain without what a leaflet has room for; who sees to it is told by its author's own sentence.

    The ways are told below, with all others to reach us.
    """
    how = section.how_to_complain
    if how:
        told = {"to": ()} if how.says else {}
        ways = {"ways": ()} if all(presenter.names.find(way) for way in how.ways) else {}
        how = how.model_copy(update={**told, **ways})
    stages = section.stages and section.stages.mapped(
        lambda stage: stage.model_copy(
            update={"letter": (), "optional": None, **({"by": (), "not_by": ()} if stage.says else {})}
        )
    )
    leaflet = {field: Complaints.model_fields[field].default for field in FOR_A_LEAFLET}
    return section.model_copy(update={**leaflet, "how_to_complain": how, "stages": stages})


def _in_brief(stage: Topic) -> Flow:
    """A stage in one paragraph: its name, its sentences, and each step behind its figure."""
    return Flow((Strong(sentence(stage.name)), *_brief_sentences(stage.body)))


def _brief_sentences(blocks: Sequence[Block]) -> Iterator[Inline]:
    for block in blocks:
        match block:
            case Flow(sentences):
                yield from map(sentence, sentences)
            case Beside(side, body):
                inner = joined(tuple(_brief_sentences(body)), " ")
                yield line(Strong(line(Words(text_in(side[0])), ":")), " ", _without_stress(inner)) if side else inner
            case Stack(blocks=inner) | Items(items=inner):
                yield from _brief_sentences(inner)
            case Rows(rows):
                yield from (
                    line(Strong(line(row.label, ":")), " ", joined(tuple(_brief_sentences(row.values)), " "))
                    for row in rows
                )
            case Topic(name=name, body=body):
                yield line(Strong(line(name, ":")), " ", joined(tuple(_brief_sentences(body)), " "))
            case Words() | Prose() | Strong() | Joined():
                yield sentence(block)
            case _:
                pass


def _without_stress(shown: Inline) -> Inline:
    """A line whose first words are no more to be found than the rest."""
    match shown:
        case Strong(inner):
            return inner
        case Joined((first, *others)):
            return Joined((_without_stress(first), *others))
        case _:
            return shown


# ---- how to reach us, and what we ask --------------------------------------------------------------------------


def _channels(presenter: Presenter) -> tuple[Block, ...]:
    """The ways on which help is given: where, and when somebody is there; what else there is to know stands below."""
    channels = [row for row in presenter.policy.channels or () if row.helps()]
    columns = ((presenter._("Way"), 21.0), (presenter._("Where"), 42.0), (presenter._("Open"), 37.0))
    rows = tuple(
        (
            Cell(presenter.inline(row.name or "")),
            _where(presenter, row),
            Cell(_open_hours(presenter, row)) if row.hours else Cell(Words("")),
        )
        for row in channels
    )
    known = ((row, flow(*_to_know(presenter, row))) for row in channels)
    below = (block for row, told in known if told for block in _behind_name(row, told))
    if not any(cell.says for _, *others in rows for cell in others):
        return (*(way.value for way, *_ in rows), *below)
    return (table(columns, rows), *below)


def _where(presenter: Presenter, row: Channel) -> Cell:
    """The addresses of a channel, and for whom it is; in words where it has none."""
    whom = (sentence(fill(presenter._("for {it}"), it=presenter.people(row.for_))),) if row.for_ else ()
    where = joined(map(presenter.inline, row.address), ", ")
    return Cell(where, whom) if row.address else Cell(joined((presenter.inline(row.about or ()), *whom), " "))


def _open_hours(presenter: Presenter, row: Channel) -> Inline:
    """When somebody is there, with days in short; in words where the hours are no week."""
    named = presenter.names.find(row.hours) if isinstance(row.hours, HoursRef) else None
    week = named.entry.open if named and isinstance(named.entry, Hours) else row.hours
    return Words(presenter.language.brief_week(week)) if isinstance(week, Week) else open_hours(presenter, row)


def _to_know(presenter: Presenter, row: Channel) -> Iterator[Inline]:
    """What somebody should know of a channel before they use it."""
    yield from (presenter.inline(text) for text in (row.about if row.address else None, row.customer_part) if text)
    for name in ("when_busy", "note"):
        if value := getattr(row, name):
            yield presenter.statement(row, name, value) or Words("")


def _hours(presenter: Presenter) -> tuple[Block, ...]:
    """The hours that no channel has named already, and the days on which nobody is there."""
    named = {normalise_name(str(row.hours)) for row in presenter.policy.channels or () if row.hours}
    rows = ((row, normalise_name(row.named()) in named) for row in presenter.policy.hours or ())
    shown = (_open(presenter, row, is_named=is_named) for row, is_named in rows)
    return tuple(block for blocks in shown for block in blocks)


def _open(presenter: Presenter, row: Hours, *, is_named: bool) -> tuple[Block, ...]:
    name = (Strong(line(presenter.inline(row.name), ":")), " ") if row.name else ()
    open_ = Words(presenter.language.brief_week(row.open)) if isinstance(row.open, Week) else presenter.inline(row.open)
    week = (line(*name, open_),) if row.open and not is_named else ()
    days = joined((closure(presenter, each) for each in row.closed or ()), "; ")
    closed = (fill(presenter._("Closed on {days}"), days=days),) if row.closed else ()
    opening = (line(*name, closed[0]),) if closed and not week else closed
    return flow(*week, *opening, *((presenter.inline(row.about),) if row.about else ()))


def _facts(presenter: Presenter) -> tuple[Block, ...]:
    """What everybody asks, in one paragraph: the name of each fact, and the answer straight after it."""
    told = (
        line(*((Strong(presenter.inline(fact.name)), " ") if fact.name else ()), presenter.inline(fact.says or ""))
        for fact in presenter.policy.facts or ()
    )
    return flow(*told)


def _access(presenter: Presenter, access: Access) -> tuple[Block, ...]:
    """In which forms and languages we answer, and what helps somebody who needs more time."""
    languages = Prose(presenter.language.join(access.languages))
    spoken = line(Strong(Words(f"{presenter.label(access, 'languages')}:")), " ", languages)
    how = presenter.running(access.interpreters) if access.interpreters else None
    return (
        *leads(access.intro, large=False),
        *flow(
            *map(presenter.inline, (*access.formats, *access.help)),
            spoken if access.languages else Joined(()),
            fill(presenter._("Interpreters: {how}"), how=how) if how else Joined(()),
        ),
        *paragraphs(access.notes),
    )


def _privacy(presenter: Presenter, privacy: Privacy) -> tuple[Block, ...]:
    """What is asked, what never, what is kept and for how long."""
    kept = joined((presenter.one_line(row) for row in privacy.retention or ()), "; ")
    label = Strong(Words(f"{presenter.label(privacy, 'retention')}:"))
    return (
        *leads(privacy.intro, large=False),
        *flow(
            *_statements(presenter, privacy, "intro", "notes"), line(label, " ", kept) if privacy.retention else kept
        ),
        *paragraphs(privacy.notes),
    )


def _conduct(presenter: Presenter) -> tuple[Block, ...]:
    """What we ask of customers, in general and in one matter or another, and what we do not accept."""
    conduct = presenter.policy.conduct or Conduct()
    matters = (
        line(Strong(Words(f"{topic.named()}:")), " ", joined(map(presenter.inline, topic.customer_part), " "))
        for topic in presenter.policy.topics or ()
        if topic.customer_part
    )
    asked = (*map(presenter.inline, conduct.we_ask), *matters)
    return (
        *paragraphs(conduct.intro),
        *((Items(asked),) if len(asked) > 1 else flow(*asked)),
        *flow(*_statements(presenter, conduct, "intro", "notes", "we_ask")),
        *paragraphs(conduct.notes),
    )
