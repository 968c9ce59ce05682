"""The charter for customers: what they may count on, as large figures, and what they can do where it fails.

It is handed a policy from which everything that is not public has been taken, so it need not ask who may read what.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from policyctl.findings import Pointer
from policyctl.rendering.view.blocks import (
    Beside,
    Block,
    Figure,
    Flow,
    Inline,
    Items,
    Joined,
    Lead,
    Move,
    Prose,
    Steps,
    Strong,
    Topic,
    Words,
    paragraphs,
)
from policyctl.rendering.view.document import Context, Pages, SectionView
from policyctl.rendering.view.presenter import Presenter, ordered_fields
from policyctl.rendering.view.sections import section_view
from policyctl.rendering.view.sections.promises import measure
from policyctl.rendering.view.sentences import capitalised, fill, flow, joined, line, sentence
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.commitment import Commitment, Firmness
from policyctl.schema.grammar.entry import Part
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.quantities import Never
from policyctl.schema.quantities import Words as InWords
from policyctl.schema.sections.complaints import Complaints, HowToComplain, OutsideBody, Stage
from policyctl.schema.sections.conduct import Conduct
from policyctl.schema.sections.standards import Standard

_ = str  # Marks words for the catalogue; they are translated where they are used.

AS_THEY_ARE = ("remedies", "terms", "channels", "hours", "facts", "topics")
"""Sections that say to a customer what they say to staff, in the same words."""

RETITLED = {
    "remedies": _("If we fail"),
    "channels": _("How to reach us"),
    "access": _("If you need more time or help"),
    "privacy": _("What you tell us"),
}
"""Headings for a customer, in place of those for staff."""

SHORT = 24
"""How many signs of a limit in words fit into the side column."""

OPEN = {
    Firmness.AIM: _("This is what we aim for."),
    Firmness.TRY: _("This is what we try to do."),
}
"""How firmly something is promised, where it is no plain promise."""

SAID = (
    "name", "says", "firmness", "milestone", "within", "at_least", "at_most", "by", "on", "every", "notice", "until",
    "before", "after", "met", "rows", "intro", "notes", "stem", "channels",
)  # fmt: skip
"""What is said of a promise before everything else, or not to customers: which moment it is measured at."""


def pages(presenter: Presenter, _context: Context) -> Pages:
    """What is promised, what follows where it fails, how to reach us, and what we ask."""
    policy = presenter.policy
    there = policy.set_fields()
    sections = {name: _retitled(presenter, name) for name in (*AS_THEY_ARE, "access", "privacy") if name in there}
    if policy.standards:
        sections["promises"] = SectionView(body=tuple(_promises(presenter, policy.standards)))
    if policy.complaints:
        sections["complaints"] = _complaints(presenter, policy.complaints)
    if policy.conduct:
        sections["conduct"] = _conduct(presenter, policy.conduct)
    sections["opening"] = SectionView(body=_opening(presenter))
    sections["closing"] = SectionView(body=_closing(presenter))
    return Pages(sections, presenter._("What you can expect from us"))


def _retitled(presenter: Presenter, name: str) -> SectionView:
    """A section as the handbook has it, under a heading for customers where its author gave it none."""
    section = getattr(presenter.policy, name)
    shown = section_view(presenter, name, section)
    return shown.titled(presenter._(RETITLED[name])) if name in RETITLED and not section.title else shown


def _opening(presenter: Presenter) -> tuple[Block, ...]:
    """What the organisation is there for, and the words that open its charter."""
    mission, head = presenter.policy.mission, presenter.policy.policy
    lead = (Lead(Prose(mission.statement)),) if mission and mission.statement else ()
    return (*lead, *paragraphs(head.intro))


def _closing(presenter: Presenter) -> tuple[Block, ...]:
    """For whom it is, where it is to be had, and what else its head says to customers."""
    head = presenter.policy.policy
    scope = presenter.says(head.scope) if head.scope else ()
    told = (presenter.statement(head, name, getattr(head, name)) for name in ("copies", "schemes") if getattr(head, name))
    return (*scope, *flow(*(each for each in told if each)), *paragraphs(head.notes))


# ---- what we promise -------------------------------------------------------------------------------------------


def _promises(presenter: Presenter, rows: Collection[Standard], group: Standard | None = None) -> Iterator[Block]:
    """Each promise beside its figure, in the author's order; those in words alone in one list."""
    yield from _words(rows.intro)
    words: list[Inline] = []
    stem = group.stem if group else rows.stem
    for _pointer, row in rows.located(()):
        if row.rows:
            yield from _listed(group, stem, words)
            words = []
            yield from _group(presenter, row)
        elif _is_measured(row):
            yield from _listed(group, stem, words)
            words = []
            yield _promise(presenter, row, group)
        else:
            words.append(_in_words(presenter, row))
    yield from _listed(group, stem, words)
    yield from _words(rows.notes)


def _group(presenter: Presenter, group: Standard) -> Iterator[Block]:
    """The promises of a group between its own words."""
    yield from _words(group.says, group.about, group.intro)
    yield from _promises(presenter, group.rows or Collection.model_construct(), group)
    yield from _words(group.notes)


def _words(*texts: str | None) -> Iterator[Block]:
    said = paragraphs(*texts)
    if said:
        yield Beside((), said)


def _listed(group: Standard | None, stem: str | None, words: list[Inline]) -> Iterator[Block]:
    """Promises in words under the name of their group and the words that begin each."""
    if words:
        name = flow(Strong(Prose(group.named()))) if group and group.name else ()
        yield Beside((), (*name, *paragraphs(stem), Items(tuple(words))))


def _is_measured(row: Standard) -> bool:
    """Whether a promise has a figure of its own; a person who does it is none."""
    field = measure(row)
    return field is not None and not (field == "by" and not any(each.deadline for each in row.by))


def _in_words(presenter: Presenter, row: Standard) -> Inline:
    """A promise without a figure: its sentence, and in which case it holds."""
    name = line(Strong(Prose(row.named())), ": ") if row.name and row.says else Prose(row.named())
    said = line(name, presenter.inline(row.says)) if row.says else name
    return line(sentence(said), *(line(" ", each) for each in _rest(presenter, row)))


def _promise(presenter: Presenter, row: Standard, group: Standard | None) -> Beside:
    """A promise: its figure at the side, its sentence, then the other cases, what it is counted from, and what follows."""
    field = measure(row) or ""
    name = row.says or (f"{group.named()}: {row.named()}" if group and group.name else row.named())
    side, cases = _figures(presenter, row, field)
    said = (Strong(sentence(Prose(name))), *map(sentence, cases), *_rest(presenter, row))
    return Beside((side,) if side != Words("") else (), (Flow(said[:1]), *((Flow(said[1:]),) if said[1:] else ())))


def _figures(presenter: Presenter, row: Standard, field: str) -> tuple[Inline, tuple[Inline, ...]]:
    """The figure for the side, that of the last case where there are several; and all of them in words where they are."""
    value = getattr(row, field)
    if field == "by":
        times = joined((Prose(each) for each in value if each.deadline), ", ")
        return Strong(fill(presenter._("by {moment}"), moment=times)), ()
    cases = [(case, limit) for case, limit in value if not isinstance(limit, Never)] or list(value)
    last = cases[-1][1]
    spoken = tuple(line(f"{case}: ", _limit(presenter, field, limit)) for case, limit in cases if case)
    if isinstance(last, InWords) and len(last.words) > SHORT:
        return Words(""), spoken or (capitalised(Prose(last.words)),)
    if field in ("at_least", "at_most"):
        return Strong(_limit(presenter, field, last)), spoken
    shown = presenter.figure(last)
    before = (fill(presenter._("before {it}"), it=presenter.running(row.before)),) if row.before else ()
    until = (fill(presenter._("until {it}"), it=presenter.running(row.until)),) if row.until else ()
    return (shown if isinstance(shown, Figure) else Strong(shown)), (*spoken, *map(capitalised, (*before, *until)))


def _limit(presenter: Presenter, field: str, limit: Any) -> Inline:
    """A limit as the end of a promise."""
    return presenter.limit_phrase(Limits(((None, limit),)), field) or presenter.value(limit)


def _rest(presenter: Presenter, row: Commitment) -> Iterator[Inline]:
    """What a promise is counted from, how surely it is kept, and whatever else its author says of it."""
    if row.after:
        yield sentence(fill(presenter._("Counted from: {it}"), it=presenter.running(row.after)))
    if row.met:
        yield sentence(fill(presenter._("To be kept in {share}"), share=_share(presenter, row)))
    if row.firmness in OPEN:
        yield Words(presenter._(OPEN[row.firmness]))
    if row.channels and not _named(row):
        yield sentence(presenter.statement(row, "channels", row.channels) or Words(""))
    yield from _statements(presenter, row, *SAID)


def _share(presenter: Presenter, row: Commitment) -> Inline:
    assert row.met
    share = presenter.language.words(row.met)
    return Words(share if row.met.of else presenter._("{share} of cases").format(share=share))


def _named(row: Commitment) -> bool:
    """Whether a promise speaks of its channels itself, or has too many of them to name."""
    spoken = f"{row.named()} {row.says or ''}".lower().split()
    return len(row.channels) > 1 or bool(set(row.channels[0].lower().split()) & set(spoken))


def _statements(presenter: Presenter, part: Part, *without: str) -> Iterator[Inline]:
    """What else a part says, sentence by sentence."""
    for name, value in ordered_fields(part):
        if name not in without and not isinstance(value, Collection):
            said = presenter.statement(part, name, value)
            if said not in (None, Joined(())):
                yield sentence(said)


# ---- what somebody can do where it fails -----------------------------------------------------------------------


def _complaints(presenter: Presenter, section: Complaints) -> SectionView:
    """How to complain, then stage by stage what happens by when, to whoever may be asked outside; then what holds."""
    how = section.how_to_complain
    moves = (*_stages(presenter, section.stages), *_outside(presenter, section.outside))
    opening = ("intro", "notes", "says", "how_to_complain", "stages", "outside", "remedies")
    body = (
        *paragraphs(section.intro),
        *flow(*(presenter.inline(text) for text in (section.says, how.says if how else None) if text)),
        *(_how(presenter, how) if how else ()),
        *((Steps(tuple(moves)),) if moves else ()),
        *flow(*_statements(presenter, section, *opening)),
        *(presenter.collection(section.remedies, ("complaints", "remedies")) if section.remedies else ()),
        *paragraphs(section.notes),
    )
    return SectionView(body=(Topic(Words(presenter._("If you are not happy")), "", 3, body=body),))


def _how(presenter: Presenter, how: HowToComplain) -> tuple[Block, ...]:
    return flow(*_statements(presenter, how, "says"))


def _stages(presenter: Presenter, stages: Collection[Stage] | None) -> Iterator[Move]:
    for number, stage in enumerate(stages or (), start=1):
        said = (
            *((presenter.inline(stage.says),) if stage.says else ()),
            *(sentence(_dated(presenter, step)) for step in stage.steps or ()),
            *(sentence(_dated(presenter, level)) for level in stage.complexity or ()),
            *(_statements(presenter, stage.extension) if stage.extension else ()),
            *_statements(presenter, stage, "name", "says", "extension", "ask_within", "ask_after", *_asked(stage)),
            *_to_ask(presenter, stage),
        )
        yield Move(str(number), (presenter.inline(stage.name or ""),), rest=flow(*said))


def _asked(stage: Stage) -> tuple[str, ...]:
    """Fields of a stage that are no news: that it may be left out is what its beginning says."""
    return ("optional",) if stage.begins else ()


def _to_ask(presenter: Presenter, stage: Stage) -> Iterator[Inline]:
    """Until when a customer may ask for the stage."""
    if stage.ask_within:
        within = presenter.limit_phrase(stage.ask_within, "within") or presenter.inline(stage.ask_within)
        after = (", ", fill(presenter._("counted from: {it}"), it=presenter.running(stage.ask_after)))
        yield line(fill(presenter._("Ask for it {within}"), within=Strong(within)), *(after if stage.ask_after else ()))


def _dated(presenter: Presenter, step: Any) -> Inline:
    """A step of a complaint behind its date: by when, what happens, and what the time is counted from."""
    field = measure(step) if isinstance(step, Standard) else "within" if step.within else None
    name = presenter.inline(step.name or "")
    says = getattr(step, "says", None) or getattr(step, "means", None)
    said = joined((name, *((presenter.inline(says),) if says else ())), ": ")
    when = [_when(presenter, step, field)] if field else []
    if step.after:
        when.append(fill(presenter._("counted from: {it}"), it=presenter.running(step.after)))
    dated = line(said, ", ", joined(when, ", ")) if when else said
    rest = _statements(presenter, step, *SAID, "means") if isinstance(step, Standard) else ()
    return line(sentence(dated), *(line(" ", each) for each in rest))


def _when(presenter: Presenter, step: Any, field: str) -> Inline:
    value = getattr(step, field)
    if isinstance(value, tuple):
        return Strong(joined(map(presenter.inline, value), ", "))
    if value.sole is None:
        return presenter.inline(value)
    return Strong(_limit(presenter, field, value.sole))


def _outside(presenter: Presenter, bodies: Collection[OutsideBody] | None) -> Iterator[Move]:
    for body in bodies or ():
        said = (
            *_statements(presenter, body, "name", "limits", "address"),
            *(sentence(presenter.one_line(limit)) for limit in body.limits),
            *((presenter.inline(body.address),) if body.address else ()),
        )
        yield Move("", (presenter.inline(body.name or ""),), rest=flow(*said))


# ---- what we ask -----------------------------------------------------------------------------------------------


def _conduct(presenter: Presenter, conduct: Conduct) -> SectionView:
    """What we ask of customers, and what we do not accept."""
    asked = (Items(tuple(map(presenter.inline, conduct.we_ask))),) if len(conduct.we_ask) > 1 else ()
    body = (
        *paragraphs(conduct.intro),
        *(asked or map(presenter.inline, conduct.we_ask)),
        *flow(*_statements(presenter, conduct, "intro", "notes", "we_ask")),
        *paragraphs(conduct.notes),
    )
    return SectionView(body=(Topic(Words(presenter._("What we ask of you")), "", 3, body=body),))
