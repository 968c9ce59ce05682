"""A briefing tells staff what changes for them, from when, and where to ask: on one page, where that is enough."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.meaning.changes import Difference, FieldChange, changes
from policyctl.rendering.view.blocks import (
    Block,
    Cell,
    Group,
    Inline,
    Items,
    Lead,
    Prose,
    Strong,
    Topic,
    Words,
    grouped_table,
    leads,
)
from policyctl.rendering.view.document import Context, Pages, SectionView
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sections import section_view
from policyctl.rendering.view.sentences import capitalise, fill, flow, joined, line
from policyctl.schema import Policy, parts
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import Reference
from policyctl.schema.sections.complaints import Stage
from policyctl.schema.sections.discretion import Grant
from policyctl.schema.sections.keeping import Change
from policyctl.schema.sections.training import Rollout


def pages(presenter: Presenter, context: Context) -> Pages:
    """What is new by role, then what each promise and limit was before, then how it is brought in."""
    policy = presenter.policy
    rollout = policy.rollout or Rollout.model_construct()
    entries = _entries(policy, context.before)
    brought_in = section_view(presenter, "rollout", _without_news(rollout)).body if policy.rollout else ()
    topics = (
        *_news(presenter, entries, rollout),
        *presenter.under_heading(presenter._("What it was before"), _compared(presenter, context.before), 3),
        *brought_in,
        *presenter.under_heading(presenter._("Where to ask"), _where_to_ask(presenter), 3),
    )
    opening = _opening(presenter, entries, rollout)
    return Pages({"new": SectionView(opening, topics)}, presenter._("What changes for you"), policy.policy.title)


def _opening(presenter: Presenter, entries: Sequence[Change], rollout: Rollout) -> tuple[Block, ...]:
    """From when it holds, and the words with which its author brings it in."""
    day = presenter.policy.policy.effective or next((entry.on for entry in entries if entry.on), None)
    when = (Lead(fill(presenter._("From {day}"), day=Words(presenter.language.words(day)))),) if day else ()
    return (*when, *leads(rollout.intro, large=False))


# ---- what is new, by role --------------------------------------------------------------------------------------------


def _news(presenter: Presenter, entries: Sequence[Change], rollout: Rollout) -> tuple[Block, ...]:
    """Under each role what is new for it; the list for the briefing itself takes the place of one entry alone."""
    if rollout.what_changes and len(entries) <= 1:
        whom = entries[0].for_ if entries else ()
        return (_for_whom(presenter, whom, (Items(tuple(map(presenter.inline, rollout.what_changes))),)),)
    roles = {tuple(normalise_name(each) for each in entry.for_): entry.for_ for entry in entries}
    return tuple(
        _for_whom(presenter, whom, _list([entry for entry in entries if _names(entry) == names], presenter))
        for names, whom in sorted(roles.items(), key=lambda role: bool(role[0]))
    )


def _names(entry: Change) -> tuple[str, ...]:
    return tuple(normalise_name(each) for each in entry.for_)


def _for_whom(presenter: Presenter, whom: Sequence[Reference], body: tuple[Block, ...]) -> Topic:
    """What is new for some, under their name."""
    name = presenter.language.join(list(whom)) if whom else presenter._("Everybody")
    return Topic(Prose(capitalise(name)), "", 3, body=body)


def _list(entries: Sequence[Change], presenter: Presenter) -> tuple[Block, ...]:
    """One sentence as it is, several in a list, then what else their author says."""
    texts = tuple(presenter.inline(text) for entry in entries for text in entry.what)
    rest = tuple(block for entry in entries for block in presenter.says(entry, "on", "what", "for_"))
    return (*(flow(*texts) if len(texts) == 1 else (Items(texts),)), *rest)


def _entries(policy: Policy, before: Policy | None) -> list[Change]:
    """The entries that the policy before did not have; without one, those of the version that this is."""
    rows = list(policy.changelog or ())
    if before is not None:
        known = {normalise_name(row.named()) for row in before.changelog or ()}
        if new := [row for row in rows if normalise_name(row.named()) not in known]:
            return new
    version = policy.policy.version
    called = [row for row in rows if version and normalise_name(version) in normalise_name(row.named())]
    same_day = [row for row in rows if rows[0].on and row.on == rows[0].on]
    return called or same_day or rows[:1]


# ---- what it was before ----------------------------------------------------------------------------------------------


class Changed(NamedTuple):
    """One promise or limit: whom it concerns, what it is called, what it says now and what it said before."""

    whom: str
    name: str
    now: Inline
    before: Inline


def _compared(presenter: Presenter, before: Policy | None) -> tuple[Block, ...]:
    """Each promise, limit and term that is no longer what it was: what concerns everybody first, then role by role."""
    if before is None:
        return ()
    concerned = {**_concerned(before), **_concerned(presenter.policy)}
    found = [_changed(presenter, each, concerned) for each in changes(before, presenter.policy)]
    if not found:
        return flow(Words(presenter._("No promise, limit or term has changed")))
    columns = ((presenter._("What"), 30.0), (presenter._("From now on"), 38.0), (presenter._("Before"), 32.0))
    by_role = {each.whom: [other for other in found if other.whom == each.whom] for each in found}
    groups = tuple(
        Group(tuple(map(_row, rows)), Words(capitalise(whom) or presenter._("Everybody")) if any(by_role) else None)
        for whom, rows in sorted(by_role.items(), key=lambda group: bool(group[0]))
    )
    return (grouped_table(columns, groups, wide=True),)


def _row(changed: Changed) -> tuple[Cell, ...]:
    return Cell(Prose(changed.name)), Cell(changed.now), Cell(changed.before)


def _concerned(policy: Policy) -> dict[Pointer, str]:
    """Who may give something or decides something, by its place."""
    found = ((pointer, part) for pointer, part in parts(policy) if isinstance(part, (Grant, Stage)))
    return {pointer: ", ".join(part.who if isinstance(part, Grant) else part.by) for pointer, part in found}


def _changed(presenter: Presenter, difference: Difference, concerned: dict[Pointer, str]) -> Changed:
    now, before = difference.now, difference.before
    provision = now or before
    whom = next((concerned[at] for at in _above(provision.pointer) if at in concerned), "") if provision else ""
    name = provision.name if provision else ""
    if now is None:
        return Changed(whom, name, Words(presenter._("This is no longer so.")), _whole(presenter, difference))
    if before is None:
        return Changed(whom, name, _whole(presenter, difference), Words(presenter._("This is new.")))
    if not difference.fields:
        return Changed(whom, name, Words(presenter._("The same, under another name.")), Prose(before.name))
    return Changed(
        whom,
        name,
        joined(_values(presenter, difference.fields, now=True), "; "),
        joined(_values(presenter, difference.fields, now=False), "; "),
    )


def _above(pointer: Pointer) -> Iterator[Pointer]:
    """A place, and those that it stands in."""
    return (pointer[:length] for length in range(len(pointer), 0, -1))


def _whole(presenter: Presenter, difference: Difference) -> Inline:
    """Everything that a promise says, field by field."""
    provision = difference.now or difference.before
    fields = provision.fields.values() if provision else ()
    return joined((line(f"{presenter._(each.title)}: ", Prose(each.text)) for each in fields), "; ")


def _values(presenter: Presenter, fields: Sequence[FieldChange], *, now: bool) -> Iterator[Inline]:
    """What the fields say on one side; the label stands where there is something to say."""
    for field in fields:
        value = field.now if now else field.before
        if value:
            text = Strong(Prose(value.text)) if now else Prose(value.text)
            yield line(f"{presenter._(value.title)}: ", text)
        elif now and field.before:
            yield line(f"{presenter._(field.before.title)}: ", presenter._("no longer"))


# ---- how it is brought in --------------------------------------------------------------------------------------------


def _without_news(rollout: Rollout) -> Rollout:
    """The section without what stands above already."""
    return rollout.model_copy(update={"what_changes": (), "intro": None})


def _where_to_ask(presenter: Presenter) -> tuple[Block, ...]:
    """Whom to ask: whoever answers for the change, else the owner of the policy."""
    rollout, owner = presenter.policy.rollout, presenter.policy.policy.owner
    if rollout and rollout.questions_to:
        return ()  # It is said where it is told how the change is brought in.
    return flow(fill(presenter._("Questions to {who}"), who=presenter.inline(owner))) if owner else ()
