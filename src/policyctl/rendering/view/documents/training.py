"""The training pack: the plan, who has done it, cards to play, a sheet to watch with, the quiz, its key, the script."""

from collections.abc import Iterator

from policyctl.rendering.view.blocks import (
    SPACE,
    Blank,
    Block,
    Card,
    Cards,
    Cell,
    Column,
    Fields,
    Inline,
    Items,
    Note,
    Prose,
    Strong,
    Topic,
    Words,
    leads,
    paragraphs,
    table,
)
from policyctl.rendering.view.document import Context, Pages, SectionView
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sections.learning import how_soon, module
from policyctl.rendering.view.sentences import fill, flow
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.sections.training import Question, RolePlay, Rollout, Training

ROOM, SPARE = 18, 5
"""How many lines a sheet to sign has at least, and how many of them at least for names that are not known."""


def pages(presenter: Presenter, _context: Context) -> Pages:
    """Each sheet by its name; what the policy does not have is no sheet."""
    policy = presenter.policy
    training = policy.training or Training.model_construct()
    scenes = training.role_plays or Collection.model_construct()
    quiz = training.quiz or Collection.model_construct()
    return Pages(
        {
            "plan": SectionView(leads(training.intro, large=False), _plan(presenter, training)),
            "signed": SectionView(body=_signed(presenter, training, policy.rollout or Rollout.model_construct())),
            "cards": SectionView(body=_cards(presenter, scenes)),
            "observer": SectionView(body=_observer(presenter, scenes)),
            "quiz": SectionView(body=_quiz(presenter, training, quiz)),
            "key": SectionView(body=_key(presenter, quiz)),
            "script": SectionView(body=_script(presenter)),
        },
        presenter._("Training"),
        policy.policy.title,
    )


# ---- the plan, and who has done it -----------------------------------------------------------------------------------


def _plan(presenter: Presenter, training: Training) -> tuple[Block, ...]:
    """How soon and how often, then each lesson."""
    modules = training.modules or Collection.model_construct()
    lessons = tuple(module(presenter, pointer, row) for pointer, row in modules.located(("training", "modules")))
    return (
        *flow(*how_soon(presenter, training)),
        *presenter.with_intro_and_notes(modules, lessons),
        *paragraphs(training.notes),
    )


def _signed(presenter: Presenter, training: Training, rollout: Rollout) -> tuple[Block, ...]:
    """A line for each of the team to sign that they have read it and practised it."""
    columns = (
        (presenter._("Name"), 32.0),
        (presenter._("Read on"), 16.0),
        (presenter._("Practised on"), 16.0),
        *(((presenter._("Right answers"), 12.0),) if training.quiz else ()),
        (presenter._("Signature"), 24.0),
    )
    by = (
        (fill(presenter._("Sign {by}"), by=Strong(Words(presenter.language.by(rollout.acknowledge_by)))),)
        if rollout.acknowledge_by
        else ()
    )
    how = (presenter.inline(rollout.missed_it),) if rollout.missed_it else ()
    return (
        *flow(Words(presenter._("I have read how we work, and I have practised it.")), *by, *how),
        table(columns, tuple((name, *(SPACE,) * (len(columns) - 1)) for name in _names(presenter)), wide=True),
    )


def _names(presenter: Presenter) -> list[Cell]:
    """Everybody whom the policy names, then empty lines."""
    people = dict.fromkeys(person for role in presenter.policy.roles or () for person in role.people)
    known = [Cell(Prose(person)) for person in people]
    return [*known, *(SPACE,) * max(SPARE, ROOM - len(known))]


def _pass_mark(presenter: Presenter, training: Training) -> Inline:
    return fill(presenter._("The quiz is passed with {share}"), share=presenter.inline(training.pass_mark))


# ---- the scenes ------------------------------------------------------------------------------------------------------


def _cards(presenter: Presenter, scenes: Collection[RolePlay]) -> tuple[Block, ...]:
    """The cards, to be cut apart: neither side knows what stands on the other's."""
    cards = tuple(card for scene in scenes for card in _pair(presenter, scene))
    if not cards:
        return ()
    cut = Words(presenter._("Cut along the broken lines. Each side reads its own card only."))
    return (*flow(cut), Cards(cards))


def _pair(presenter: Presenter, scene: RolePlay) -> Iterator[Card]:
    """The card of each side; the surprise is the customer's to bring."""
    for field, twist in (("customer_brief", scene.twist), ("staff_brief", None)):
        text = getattr(scene, field)
        if text or twist:
            later = flow(fill(presenter._("Later: {what}"), what=Prose(twist))) if twist else ()
            label = Words(presenter.label(scene, field))
            yield Card(label, Prose(scene.named()), (*paragraphs(text), *later))


def _observer(presenter: Presenter, scenes: Collection[RolePlay]) -> tuple[Block, ...]:
    """A sheet for whoever watches: who plays, then each scene."""
    if not scenes:
        return ()
    columns = (
        (presenter._("Date"), 19),
        (presenter._("Plays the customer"), 27),
        (presenter._("Plays the adviser"), 27),
        (presenter._("Watches"), 27),
    )
    who = Fields(tuple(Column(label, width) for label, width in columns))
    return presenter.with_intro_and_notes(scenes, (who, *(_observed(presenter, scene) for scene in scenes)))


def _observed(presenter: Presenter, scene: RolePlay) -> Block:
    """What is watched for, with squares, what was seen, and what is talked about afterwards."""
    passed = Items(tuple(presenter.inline(text) for text in scene.pass_when), "tick")
    about = (Note(fill(presenter._("About {it}"), it=presenter.inline(scene.covers))),) if scene.covers else ()
    body = (
        *presenter.blocks(scene.about or ()),
        *((*flow(Strong(Words(f"{presenter.label(scene, 'pass_when')}:"))), passed) if scene.pass_when else ()),
        Blank(Words(presenter._("What I saw and heard")), 3),
        *(
            block
            for text in scene.debrief
            for block in (*flow(fill(presenter._("Talk about it: {what}"), what=Prose(text))), Blank(None, 2))
        ),
    )
    return Topic(Prose(scene.named()), "", 3, side=about, body=body)


# ---- the quiz, and what is for the trainer alone ---------------------------------------------------------------------


def _quiz(presenter: Presenter, training: Training, quiz: Collection[Question]) -> tuple[Block, ...]:
    """The questions with squares or lines, and no answer."""
    if not quiz:
        return ()
    columns = ((presenter._("Name"), 50), (presenter._("Date"), 25), (presenter._("Right answers"), 25))
    mark = flow(_pass_mark(presenter, training)) if training.pass_mark else ()
    who = Fields(tuple(Column(label, width) for label, width in columns))
    return (who, *presenter.with_intro_and_notes(quiz, (*mark, *(_question(presenter, row) for row in quiz))))


def _question(presenter: Presenter, question: Question) -> Block:
    options = Items(tuple(presenter.inline(each) for each in question.options), "tick")
    return Topic(Prose(question.named()), "", 3, body=(options if question.options else Blank(None, 3),))


def _key(presenter: Presenter, quiz: Collection[Question]) -> tuple[Block, ...]:
    """The answers, each below its question, with where they stand."""
    return tuple(Topic(Prose(row.named()), "", 3, body=_answer(presenter, row)) for row in quiz)


def _answer(presenter: Presenter, question: Question) -> tuple[Block, ...]:
    answer = presenter.inline(question.answer) if question.answer else Words(presenter._("Talk about it."))
    where = (fill(presenter._("See {where}"), where=presenter.inline(question.covers)),) if question.covers else ()
    return (*flow(Strong(answer), *where), *presenter.says(question, "options", "answer", "covers"))


def _script(presenter: Presenter) -> tuple[Block, ...]:
    """What is read aloud, as it stands."""
    guide = presenter.policy.tone.audio_guide if presenter.policy.tone else None
    return (*presenter.blocks(guide.script or ()), *presenter.says(guide, "script")) if guide else ()
