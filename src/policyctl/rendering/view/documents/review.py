"""The pack for a review: what is open, what was promised and measured, how we compare, and room for what is decided."""

from policyctl.findings import Severity
from policyctl.rendering.view.blocks import Blank, Block, Cell, Inline, Items, Stack, Strong, Words, table
from policyctl.rendering.view.document import Context, Pages, SectionView
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sections import section_view
from policyctl.rendering.view.sentences import fill, flow, joined
from policyctl.schema.sections.keeping import Review

TAKEN_OVER = ("standards", "goals", "metrics", "benchmarks", "feedback", "leadership")
"""Sections of the policy that are looked at as they stand."""


def pages(presenter: Presenter, context: Context) -> Pages:
    """What is on the table, in the order in which it is talked about."""
    policy = presenter.policy
    fields = policy.set_fields()
    sections = {name: section_view(presenter, name, fields[name]) for name in TAKEN_OVER if name in fields}
    review = policy.review or Review.model_construct()
    return Pages(
        {
            "meeting": SectionView(body=_meeting(presenter, review)),
            "questions": SectionView(body=_questions(presenter, review)),
            "open": SectionView(body=_findings(presenter, context)),
            "decisions": SectionView(body=_decisions(presenter, review)),
            **sections,
        },
        presenter._("The review"),
        policy.policy.title,
    )


def _meeting(presenter: Presenter, review: Review) -> tuple[Block, ...]:
    """When, with whom, and what to bring."""
    when: list[Inline] = []
    if review.next:
        when.append(Strong(presenter.inline(review.next)))
    if review.attendees:
        when.append(fill(presenter._("with {who}"), who=presenter.inline(review.attendees)))
    bring = Items(tuple(presenter.inline(text) for text in review.bring), "tick")
    return (
        *flow(*((joined(when, ", "),) if when else ())),
        *presenter.blocks(review.intro or ()),
        *((*flow(Strong(Words(presenter._("To bring")))), bring) if review.bring else ()),
    )


def _questions(presenter: Presenter, review: Review) -> tuple[Block, ...]:
    """Each question with room for what was said."""
    return tuple(Blank(presenter.inline(text), 3) for text in review.questions)


def _findings(presenter: Presenter, context: Context) -> tuple[Block, ...]:
    """What policyctl has found and is still open, the gravest first, each with a square to tick."""
    order = list(Severity)
    found = sorted(context.findings, key=lambda each: (order.index(each.severity), each.span.start.line))
    if not found:
        return ()
    line_of = presenter._("line {number}")
    rows = tuple(
        Stack((
            Words(f"{each.message} ({line_of.format(number=each.span.start.line)})"),
            *((Words(each.hint),) if each.hint else ()),
        ))
        for each in found
    )  # fmt: skip
    return (Items(rows, "tick"),)


def _decisions(presenter: Presenter, review: Review) -> tuple[Block, ...]:
    """A table to fill in: what was decided, who does it, by when; then the day of the next one."""
    space = Cell(Words("\u00a0"))
    columns = ((presenter._("Decided"), 60.0), (presenter._("Who does it"), 22.0), (presenter._("By when"), 18.0))
    every = (
        (fill(presenter._("The next one: {every}, on:"), every=presenter.inline(review.every)),) if review.every else ()
    )
    return (
        table(columns, tuple((space, space, space) for _ in range(8)), wide=True),
        Blank(every[0] if every else Words(presenter._("The next one, on:")), 1),
    )
