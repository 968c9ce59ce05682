"""A leaflet on how to complain, for customers, and letters for whoever answers: each a draft with gaps to fill in."""

from policyctl.rendering.view.blocks import Block, Flow, Inline, Items, Lead, Strong, Words
from policyctl.rendering.view.document import Context, Pages, SectionView
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.public import public
from policyctl.rendering.view.sections import section_view
from policyctl.rendering.view.sentences import fill, flow, joined, sentence
from policyctl.schema.sections.complaints import Complaints, Stage

GAP = "……"
"""What is filled in by whoever writes the letter."""


def pages(presenter: Presenter, _context: Context) -> Pages:
    """The leaflet is made from what customers may read; the letters say what the policy promises, and no more."""
    complaints = presenter.policy.complaints or Complaints.model_construct()
    shown = public(presenter.policy).complaints
    leaflet = section_view(presenter, "complaints", shown) if shown else SectionView()
    stages = list(complaints.stages or ())
    answered = next((stage for stage in stages if stage.steps), Stage.model_construct())
    extended = next((stage for stage in stages if stage.extension), Stage.model_construct())
    return Pages(
        {
            "leaflet": leaflet,
            "acknowledge": SectionView(body=_letter(presenter, _received(presenter, answered))),
            "hold": SectionView(body=_letter(presenter, _held(presenter))),
            "decide": SectionView(body=_letter(presenter, _decided(presenter, complaints, stages))),
            "extend": SectionView(body=_letter(presenter, _extended(presenter, extended))),
        },
        presenter._("If you are not happy with us"),
        presenter.policy.policy.title,
    )


def _letter(presenter: Presenter, body: tuple[Block, ...]) -> tuple[Block, ...]:
    """The body of a letter between its greeting and its end."""
    return (
        Lead(Words(presenter._("Dear {gap},").format(gap=GAP)), large=False),
        *body,
        *_paragraphs(presenter._("You reach me directly: {gap}"), presenter._("With kind regards, {gap}")),
    )


def _paragraphs(*patterns: str) -> tuple[Block, ...]:
    """Sentences of a letter, each with room around its gap."""
    return tuple(Flow((Words(pattern.format(gap=GAP)),)) for pattern in patterns)


def _received(presenter: Presenter, stage: Stage) -> tuple[Block, ...]:
    """We have it, who looks into it, and by when there is an answer."""
    who = flow(fill(presenter._("{who} looks into it"), who=presenter.inline(stage.by))) if stage.by else ()
    return (
        *_paragraphs(
            presenter._("Your complaint of {gap} has reached us. Thank you for telling us."),
            presenter._("This is what we have understood: {gap}"),
        ),
        *who,
        *_paragraphs(presenter._("You have our answer by {gap}")),
        *_dates(presenter, stage),
    )


def _dates(presenter: Presenter, stage: Stage) -> tuple[Block, ...]:
    """What was promised in this stage, so that the dates in the letter are set by it."""
    steps = stage.steps or ()
    rows = tuple(
        fill(presenter._("{what}: {by}"), what=Strong(presenter.inline(row.name or "")), by=limit)
        for row in steps
        if row.within and (limit := presenter.limit_phrase(row.within, "within") or presenter.inline(row.within))
    )
    return (*flow(Words(presenter._("What we promise:"))), Items(rows)) if rows else ()


def _held(presenter: Presenter) -> tuple[Block, ...]:
    """Where it stands, and when the next news comes."""
    return _paragraphs(
        presenter._("We are still looking into your complaint of {gap}."),
        presenter._("Since we last wrote, we have {gap}"),
        presenter._("What is still open: {gap}"),
        presenter._("You hear from us again on {gap}"),
    )


def _decided(presenter: Presenter, complaints: Complaints, stages: list[Stage]) -> tuple[Block, ...]:
    """What was found and decided, what the letter has to say by the policy, and whom to turn to next."""
    told = _paragraphs(
        presenter._("You told us: {gap}"),
        presenter._("We looked into it and found: {gap}"),
        presenter._("This is what we do about it, and by when: {gap}"),
    )
    wanted = tuple(presenter.inline(text) for stage in stages for text in stage.letter)
    check = (
        (*flow(Strong(Words(presenter._("Before you send it, check that it says:")))), Items(wanted, "tick"))
        if wanted
        else ()
    )
    return (*told, *_next(presenter, complaints, stages), *check)


def _next(presenter: Presenter, complaints: Complaints, stages: list[Stage]) -> tuple[Block, ...]:
    """If you do not agree: the next stage, and the bodies outside."""
    sentences: list[Inline] = []
    answered = next((number for number, stage in enumerate(stages, start=1) if stage.steps), len(stages))
    for stage in stages[answered : answered + 1]:
        within = presenter.limit_phrase(stage.ask_within, "within") if stage.ask_within else None
        name = presenter.inline(stage.name or "")
        ask = presenter._("If you do not agree, ask for: {stage}")
        sentences.append(fill(ask, stage=joined((name, *((within,) if within else ())), ", ")))
    for body in complaints.outside or ():
        address = presenter.inline(body.address) if body.address else None
        whom = joined((presenter.inline(body.name or ""), *((address,) if address else ())), ", ")
        sentences.append(fill(presenter._("Outside our house you can turn to {whom}"), whom=whom))
    return flow(*(sentence(each) for each in sentences))


def _extended(presenter: Presenter, stage: Stage) -> tuple[Block, ...]:
    """Why it takes longer, and the new day; by how much is the policy's to say."""
    extension = stage.extension
    rule = presenter.says(extension) if extension else ()
    return (
        *_paragraphs(
            presenter._("Our answer to your complaint of {gap} takes longer than we said."),
            presenter._("The reason is {gap}"),
            presenter._("You have it by {gap}"),
        ),
        *((*flow(Strong(Words(presenter._("What we promise:")))), *rule) if rule else ()),
    )
