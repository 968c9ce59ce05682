"""The training pack: the plan, who has done it, cards to play, a sheet to watch with, the quiz, its key, the script."""

from collections.abc import Iterator

from policyctl.rendering.view.blocks import (
    Blank,
    Block,
    Boxed,
    Cell,
    Inline,
    Items,
    Note,
    Prose,
    Stack,
    Strong,
    Topic,
    Words,
    paragraphs,
    table,
)
from policyctl.rendering.view.document import Context, Pages, SectionView
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sections.learning import how_soon, module
from policyctl.rendering.view.sentences import fill, flow
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.sections.training import RolePlay, Rollout, Training

ROOM = 12
"""How many people a sheet to sign has lines for."""


def pages(presenter: Presenter, _context: Context) -> Pages:
    """Each sheet by its name; what the policy does not have is no sheet."""
    policy = presenter.policy
    training = policy.training or Training.model_construct()
    scenes = list(training.role_plays or ())
    return Pages(
        {
            "plan": SectionView(body=_plan(presenter, training)),
            "signed": SectionView(body=_signed(presenter, training, policy.rollout or Rollout.model_construct())),
            "cards": SectionView(body=tuple(card for scene in scenes for card in _cards(presenter, scene))),
            "observer": SectionView(body=tuple(_observed(presenter, scene) for scene in scenes)),
            "quiz": SectionView(body=_quiz(presenter, training)),
            "key": SectionView(body=_key(presenter, training)),
            "script": SectionView(body=_script(presenter)),
        },
        presenter._("Training"),
        policy.policy.title,
    )


def _plan(presenter: Presenter, training: Training) -> tuple[Block, ...]:
    """How soon and how often, then each lesson."""
    modules = training.modules or Collection.model_construct()
    lessons = tuple(module(presenter, pointer, row) for pointer, row in modules.located(("training", "modules")))
    return (
        *paragraphs(training.intro),
        *flow(*how_soon(presenter, training)),
        *presenter.with_intro_and_notes(modules, lessons),
        *paragraphs(training.notes),
    )


def _signed(presenter: Presenter, training: Training, rollout: Rollout) -> tuple[Block, ...]:
    """A line for each of the team to sign that they have read it and practised it."""
    space = Cell(Words("\u00a0"))
    columns = (
        (presenter._("Name"), 34.0),
        (presenter._("Practised on"), 20.0),
        (presenter._("Right answers"), 16.0),
        (presenter._("Signature"), 30.0),
    )
    by = (
        (fill(presenter._("Sign {by}"), by=Strong(Words(presenter.language.by(rollout.acknowledge_by)))),)
        if rollout.acknowledge_by
        else ()
    )
    how = tuple(presenter.inline(text) for text in (rollout.acknowledged, rollout.missed_it) if text)
    mark = (
        (fill(presenter._("The quiz is passed with {share}"), share=presenter.inline(training.pass_mark)),)
        if training.pass_mark
        else ()
    )
    return (
        *flow(Words(presenter._("I have read how we work, and I have practised it.")), *by, *how, *mark),
        table(columns, tuple((space, space, space, space) for _ in range(ROOM)), wide=True),
    )


def _cards(presenter: Presenter, scene: RolePlay) -> Iterator[Block]:
    """Two cards for one scene, to be cut apart: neither side knows what stands on the other's."""
    name = scene.named()
    for title, text, more in (
        (presenter.label(scene, "customer_brief"), scene.customer_brief, scene.twist),
        (presenter.label(scene, "staff_brief"), scene.staff_brief, None),
    ):
        if text or more:
            twist = flow(fill(presenter._("Later: {what}"), what=Prose(more))) if more else ()
            yield Boxed(Words(f"{name}: {title}"), (*paragraphs(text), *twist))


def _observed(presenter: Presenter, scene: RolePlay) -> Block:
    """What a third person watches for, with squares, and what is talked about afterwards."""
    passed = Items(tuple(presenter.inline(text) for text in scene.pass_when), "tick")
    talk = Items(tuple(presenter.inline(text) for text in scene.debrief))
    about = (Note(fill(presenter._("About {it}"), it=presenter.inline(scene.covers))),) if scene.covers else ()
    body = (
        *presenter.blocks(scene.about or ()),
        *((*flow(Strong(Words(f"{presenter.label(scene, 'pass_when')}:"))), passed) if scene.pass_when else ()),
        *((*flow(Strong(Words(f"{presenter.label(scene, 'debrief')}:"))), talk) if scene.debrief else ()),
        *about,
        Blank(Words(presenter._("What I saw")), 2),
    )
    return Topic(Prose(scene.named()), "", 3, body=body)


def _quiz(presenter: Presenter, training: Training) -> tuple[Block, ...]:
    """The questions with squares or lines, and no answer."""
    questions = training.quiz or Collection.model_construct()
    rows = tuple(
        Stack((Strong(Prose(row.named())), Items(tuple(presenter.inline(each) for each in row.options), "tick")))
        if row.options
        else Stack((Strong(Prose(row.named())), Blank(None, 2)))
        for row in questions
    )
    listed: tuple[Block, ...] = (Items(rows, "number"),) if rows else ()
    return presenter.with_intro_and_notes(questions, listed)


def _key(presenter: Presenter, training: Training) -> tuple[Block, ...]:
    """The answers, by the number of their questions, with where they stand."""
    questions = list(training.quiz or ())
    if not questions:
        return ()
    answers: list[Inline] = []
    for row in questions:
        answer = presenter.inline(row.answer) if row.answer else Words(presenter._("Talk about it."))
        where = (fill(presenter._("See {where}"), where=presenter.inline(row.covers)),) if row.covers else ()
        answers.append(presenter.sentences(answer, *where))
    return (Items(tuple(answers), "number"),)


def _script(presenter: Presenter) -> tuple[Block, ...]:
    """What is read aloud, as it stands."""
    guide = presenter.policy.tone.audio_guide if presenter.policy.tone else None
    return (*presenter.blocks(guide.script or ()), *presenter.says(guide, "script")) if guide else ()
