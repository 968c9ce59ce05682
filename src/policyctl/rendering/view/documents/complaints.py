"""A leaflet on how to complain, and the letters of whoever answers: each a page with gaps to fill in.

All of it goes to customers. It is handed a policy from which everything that is not public has been taken.
"""

from collections.abc import Iterator, Sequence

from policyctl.rendering.view.blocks import (
    Blank,
    Block,
    Column,
    Fields,
    Flow,
    Gap,
    Inline,
    Items,
    Prose,
    Strong,
    Words,
)
from policyctl.rendering.view.document import Context, Pages, SectionView
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sections import section_view
from policyctl.rendering.view.sections.commitments import in_a_line, limit_phrase
from policyctl.rendering.view.sections.complaints import extension, until_when
from policyctl.rendering.view.sentences import fill, flow, joined, line
from policyctl.schema.grammar.commitment import Milestone
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.sections.complaints import Complaints, OutsideBody, Stage
from policyctl.schema.sections.people import Channel

_ = str  # Marks words for the catalogue; they are translated where they are used.

ANSWERS = ("decide", "decide-again", "decide-at-last")
"""The letters with an answer: one for each stage that has one."""

TOLD = (
    (_("You told us: {gap}"), _("what happened, and what is wanted")),
    (_("We found: {gap}"), _("what happened, by whose account, and whether it was right")),
    (_("This is what we do about it, and by when: {gap}"), _("what, by whom, until which day")),
)
"""What every answer says, each with what belongs there."""

ROOM = 3
"""How many lines there are for what takes a few sentences."""


def pages(presenter: Presenter, _context: Context) -> Pages:
    """The leaflet says what a complaint is and what becomes of it; the letters promise what the policy does.

    What an answer has to say is for whoever writes it: the handbook tells them.
    """
    section = presenter.policy.complaints or Complaints.model_construct()
    stages = [stage for stage in section.stages or () if stage.steps] or [Stage.model_construct()]
    letters = {
        "acknowledge": _received(presenter, stages[0]),
        "hold": _held(presenter),
        **{
            name: _decided(presenter, section, after) for name, after in zip(ANSWERS, (*stages[1:], None), strict=False)
        },
        "extend": _extended(presenter, stages),
    }
    head = _letterhead(presenter, section)
    return Pages(
        {
            "leaflet": section_view(presenter, "complaints", _for_a_leaflet(section)),
            "reach": SectionView(body=_where(presenter, section)),
            **{name: SectionView(head, body) for name, body in letters.items()},
        },
        presenter._("If you are not happy with us"),
        presenter.policy.policy.title,
    )


# ---- the leaflet -----------------------------------------------------------------------------------------------------


def _for_a_leaflet(section: Complaints) -> Complaints:
    """The section without who does what inside the house where its author's own sentence tells it."""
    stages = section.stages and section.stages.mapped(
        lambda stage: stage.model_copy(update={"by": (), "not_by": (), "optional": None}) if stage.says else stage
    )
    how = section.how_to_complain
    without = how.model_copy(update={"to": ()}) if how and how.says else how
    return section.model_copy(update={"stages": stages, "how_to_complain": without})


def _ways(section: Complaints) -> Sequence[str]:
    return section.how_to_complain.ways if section.how_to_complain else ()


def _where(presenter: Presenter, section: Complaints) -> tuple[Block, ...]:
    """How to reach us, where the section does not name the ways itself: each channel of help, then the hours."""
    if _ways(section):
        return ()
    channels = tuple(_channel(presenter, row) for row in presenter.policy.channels or () if row.helps())
    week = (
        line(*((Strong(Words(f"{row.named()}:")), " ") if row.name else ()), presenter.inline(row.open))
        for row in presenter.policy.hours or ()
        if row.open
    )
    body = (*((Items(channels, "plain"),) if channels else ()), *flow(*week))
    return presenter.under_heading(presenter._("How to reach us"), body, 3)


def _channel(presenter: Presenter, channel: Channel) -> Inline:
    """A channel with where it is reached."""
    if not channel.address:
        return Prose(channel.named())
    return line(Strong(Words(f"{channel.named()}:")), " ", joined(map(presenter.inline, channel.address), ", "))


# ---- the letters -----------------------------------------------------------------------------------------------------


def _letterhead(presenter: Presenter, section: Complaints) -> tuple[Block, ...]:
    """Where an answer reaches us, then to whom the letter goes, of which day, and under which reference."""
    named = {normalise_name(way) for way in _ways(section)}
    channels = [row for row in presenter.policy.channels or () if row.address]
    places = tuple(
        _channel(presenter, row) for row in channels if (normalise_name(row.named()) in named if named else row.helps())
    )
    day_and_reference = (Column(presenter._("Date"), 50), Column(presenter._("Our reference"), 50))
    listed = (Items(places, "plain"),) if places else ()
    return (*listed, Blank(Words(presenter._("To")), ROOM), Fields(day_and_reference))


def _letter(presenter: Presenter, *body: Block) -> tuple[Block, ...]:
    """The body of a letter between its greeting and its end."""
    reach = fill(presenter._("You reach me directly: {gap}"), gap=Gap(presenter._("telephone or email")))
    return (
        Flow((fill(presenter._("Dear {gap},"), gap=Gap(presenter._("name"))),)),
        *body,
        Flow((reach,)),
        Flow((Words(presenter._("With kind regards,")),)),
        Flow((Gap(presenter._("your name")),)),
    )


def _paragraph(presenter: Presenter, pattern: str, gap: str, lines: int = 0) -> Flow:
    """A sentence of a letter with its gap."""
    return Flow((fill(presenter._(pattern), gap=Gap(presenter._(gap), lines)),))


def _received(presenter: Presenter, stage: Stage) -> tuple[Block, ...]:
    """We have it, who looks into it, and by when there is an answer."""
    return _letter(
        presenter,
        _paragraph(presenter, _("Your complaint of {gap} has reached us. Thank you for telling us."), _("date")),
        _paragraph(
            presenter, _("This is what we have understood: {gap}"), _("what happened, and what is wanted"), ROOM
        ),
        *_who(presenter, stage),
        _paragraph(presenter, _("You have our answer by {gap}."), _("date")),
        *_still_to_come(presenter, stage),
    )


def _who(presenter: Presenter, stage: Stage) -> tuple[Block, ...]:
    if stage.says:
        return flow(Prose(stage.says))
    return flow(fill(presenter._("It is now with {who}"), who=presenter.people(stage.by))) if stage.by else ()


def _still_to_come(presenter: Presenter, stage: Stage) -> tuple[Block, ...]:
    """What was promised in this stage beyond the letter itself, so that its dates are set by it."""
    rows = [row for row in stage.steps or () if row.milestone is not Milestone.ACKNOWLEDGE]
    if not rows:
        return ()
    promised = tuple(in_a_line(presenter, row) for row in rows)
    return (*flow(Words(presenter._("What we promise:"))), Items(promised))


def _held(presenter: Presenter) -> tuple[Block, ...]:
    """Where it stands, and when the next news comes."""
    return _letter(
        presenter,
        _paragraph(presenter, _("We are still looking into your complaint of {gap}."), _("date")),
        _paragraph(presenter, _("Since we last wrote, we have done this: {gap}"), _("what was done"), ROOM),
        _paragraph(presenter, _("What is still open: {gap}"), _("what we wait for, and from whom"), ROOM),
        _paragraph(presenter, _("You hear from us again on {gap}."), _("date")),
    )


def _decided(presenter: Presenter, section: Complaints, after: Stage | None) -> tuple[Block, ...]:
    """What was found and decided, and whom to turn to next: within the house, and after that outside."""
    room = tuple(_paragraph(presenter, pattern, gap, ROOM) for pattern, gap in TOLD)
    return _letter(
        presenter,
        _paragraph(presenter, _("We have looked into your complaint of {gap}."), _("date")),
        *room,
        *(_next_stage(presenter, after) if after else _outside(presenter, section)),
    )


def _next_stage(presenter: Presenter, stage: Stage) -> tuple[Block, ...]:
    """If they do not agree: who reads it afresh, and until when that may be asked for."""
    within = limit_phrase(presenter, stage.ask_within, stage.ask_after) if stage.ask_within else Words("")
    ask = presenter._("If you do not agree, ask for: {stage}")
    name = Strong(presenter.inline(stage.name or ""))
    return flow(fill(ask, stage=joined((name, within), ", ")), *((Prose(stage.says),) if stage.says else ()))


def _outside(presenter: Presenter, section: Complaints) -> tuple[Block, ...]:
    """The bodies outside, each with where it is reached and until when it may be asked."""
    return tuple(block for body in section.outside or () for block in flow(*_turn_to(presenter, body)))


def _turn_to(presenter: Presenter, body: OutsideBody) -> Iterator[Inline]:
    whom = joined((Strong(presenter.inline(body.name or "")), *map(presenter.inline, body.address)), ", ")
    yield fill(presenter._("Outside our house you can turn to {whom}"), whom=whom)
    yield from until_when(presenter, body)
    if body.free:
        yield Words(presenter.label(body, "free"))


def _extended(presenter: Presenter, stages: Sequence[Stage]) -> tuple[Block, ...]:
    """Why it takes longer, and the new day; by how much at most is the policy's to say."""
    rule = next((each.extension for each in stages if each.extension), None)
    return _letter(
        presenter,
        _paragraph(presenter, _("Our answer to your complaint of {gap} takes longer than we said."), _("date")),
        _paragraph(presenter, _("The reason: {gap}"), _("why, in a sentence or two"), ROOM),
        _paragraph(presenter, _("You have it by {gap}."), _("new date")),
        *(flow(*extension(presenter, rule)) if rule else ()),
    )
