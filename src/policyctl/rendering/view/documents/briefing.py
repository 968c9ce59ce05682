"""A briefing tells staff what changes for them, from when, and where to ask."""

from policyctl.findings import Pointer
from policyctl.meaning.changes import Difference, FieldChange, changes
from policyctl.rendering.view.blocks import Beside, Block, Inline, Items, Prose, Row, Rows, Strong, Words
from policyctl.rendering.view.document import Context, Pages, SectionView
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sections import section_view
from policyctl.rendering.view.sentences import fill, flow, joined, line
from policyctl.schema import Policy
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.sections.keeping import Change


def pages(presenter: Presenter, context: Context) -> Pages:
    """What is new by role, then what each promise and limit was before, then how it is brought in."""
    policy = presenter.policy
    rollout = {"rollout": section_view(presenter, "rollout", policy.rollout)} if policy.rollout else {}
    return Pages(
        {
            "new": SectionView(body=_news(presenter)),
            "before": SectionView(body=_compared(presenter, context)),
            "ask": SectionView(body=_where_to_ask(presenter)),
            **rollout,
        },
        presenter._("What changes for you"),
        policy.policy.title,
    )


def _news(presenter: Presenter) -> tuple[Block, ...]:
    """The newest entry of the change log for each of those whom it concerns; then the one before, in small."""
    newest = _newest(presenter.policy)
    if newest is None:
        return ()
    pointer, entry = newest
    version = Strong(Prose(entry.named()))
    when = flow(joined((version, *((presenter.inline(entry.on),) if entry.on else ())), ", "))
    who = Strong(presenter.inline(entry.for_)) if entry.for_ else Strong(Words(presenter._("Everybody")))
    news = Items(tuple(presenter.inline(each) for each in entry.what))
    body: tuple[Block, ...] = (news,) if len(entry.what) > 1 else flow(*(presenter.inline(each) for each in entry.what))
    rest = presenter.says(entry, "on", "what", "for_")
    return (*when, Beside((who,), (*body, *rest), presenter.anchor(pointer)))


def _newest(policy: Policy) -> tuple[Pointer, Change] | None:
    """The entry of the version that the policy has; the first one where none is called like it."""
    rows = list(policy.changelog.located(("changelog",))) if policy.changelog else []
    version = policy.policy.version
    called = (each for each in rows if version and normalise_name(version) in normalise_name(each[1].named()))
    return next(called, rows[0] if rows else None)


def _compared(presenter: Presenter, context: Context) -> tuple[Block, ...]:
    """Each promise, limit and term that is no longer what it was."""
    if context.before is None:
        return ()
    found = list(changes(context.before, presenter.policy))
    if not found:
        return flow(Words(presenter._("No promise, limit or term has changed.")))
    return (Rows(tuple(_difference(presenter, each) for each in found)),)


def _difference(presenter: Presenter, difference: Difference) -> Row:
    provision = difference.now or difference.before
    name = Prose(provision.name) if provision else Words("")
    if difference.now is None:
        return Row(name, flow(Words(presenter._("This is no longer so."))))
    if difference.before is None:
        return Row(name, flow(Words(presenter._("This is new.")), *_said(presenter, difference)))
    if not difference.fields:
        return Row(name, flow(fill(presenter._("Before: {what}"), what=Prose(difference.before.name))))
    return Row(name, flow(*(_field(presenter, each) for each in difference.fields)))


def _said(presenter: Presenter, difference: Difference) -> tuple[Inline, ...]:
    fields = difference.now.fields.values() if difference.now else ()
    return tuple(line(f"{presenter._(each.title)}: ", Prose(each.text)) for each in fields)


def _field(presenter: Presenter, changed: FieldChange) -> Inline:
    """What a field says now, and in brackets what it said before."""
    value = changed.now or changed.before
    label = f"{presenter._(value.title)}: " if value else ""
    if changed.now and changed.before:
        before = fill(presenter._("before: {what}"), what=Prose(changed.before.text))
        return line(label, Strong(Prose(changed.now.text)), " (", before, ")")
    if changed.now:
        return line(label, Strong(Prose(changed.now.text)), f" ({presenter._('new')})")
    return line(label, presenter._("no longer"), " ", Prose(changed.before.text if changed.before else ""))


def _where_to_ask(presenter: Presenter) -> tuple[Block, ...]:
    """Whom to ask: whoever answers for the change, else the owner of the policy."""
    rollout, owner = presenter.policy.rollout, presenter.policy.policy.owner
    if rollout and rollout.questions_to:
        return ()  # It is said where it is told how the change is brought in.
    return flow(fill(presenter._("Questions to {who}"), who=presenter.inline(owner))) if owner else ()
