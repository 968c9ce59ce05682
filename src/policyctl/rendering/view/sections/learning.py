"""Training, the way a policy is brought in, and what leaders do say how it is learnt."""

from policyctl.findings import Pointer
from policyctl.rendering.view.blocks import (
    Block,
    Inline,
    Items,
    Note,
    Prose,
    Row,
    Rows,
    Strong,
    Topic,
    Words,
    leads,
    paragraphs,
)
from policyctl.rendering.view.document import SectionView, titled_section
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sentences import capitalised, fill, flow, joined, line, sentence
from policyctl.schema import Policy
from policyctl.schema.sections.conduct import LeaderCommitment, Leadership
from policyctl.schema.sections.training import Meeting, Module, Question, RolePlay, Rollout, Training


def training(presenter: Presenter, section: Training) -> SectionView:
    """How soon and how often, then the lessons, the scenes to play and the quiz."""
    shown = (
        "intro", "notes", "newcomers_within", "refresher", "pass_mark", "feedback_by", "modules", "role_plays", "quiz",
    )  # fmt: skip
    body = (
        *flow(*how_soon(presenter, section)),
        *presenter.says(section, *shown),
        *_modules(presenter, section),
        *_role_plays(presenter, section),
        *_quiz(presenter, section),
        *paragraphs(section.notes),
    )
    return SectionView(leads(section.intro), body, (presenter.label(Policy, "training"),))


def how_soon(presenter: Presenter, section: Training) -> list[Inline]:
    """How soon newcomers are trained, how often everybody is, and how it is told who has passed."""
    sentences: list[Inline] = []
    if section.newcomers_within:
        within = presenter.limit_phrase(section.newcomers_within, "within")
        limit = within or presenter.inline(section.newcomers_within)
        sentences.append(fill(presenter._("Newcomers are trained {within}"), within=limit))
    if section.refresher:
        sentences.append(fill(presenter._("Everybody again {every}"), every=presenter.inline(section.refresher)))
    if section.pass_mark:
        sentences.append(
            fill(presenter._("The quiz is passed with {share}"), share=presenter.inline(section.pass_mark))
        )
    if section.feedback_by:
        who = presenter.any_of(section.feedback_by)
        sentences.append(fill(presenter._("How it went you hear from {who}"), who=who))
    return sentences


def _modules(presenter: Presenter, section: Training) -> tuple[Block, ...]:
    """Each lesson, with how it is taught and how long it takes at the side."""
    rows = section.modules
    if not rows:
        return ()
    topics = tuple(module(presenter, pointer, row) for pointer, row in rows.located(("training", "modules")))
    return presenter.with_intro_and_notes(rows, topics)


def module(presenter: Presenter, pointer: Pointer, row: Module) -> Topic:
    """One lesson: what it is about, for whom, by whom and with what."""
    facts = joined((presenter.inline(value) for value in (row.form, row.lasts) if value), ", ")
    side = (Note(capitalised(facts)),) if row.form or row.lasts else ()
    small = tuple(
        fill(pattern, it=presenter.inline(value))
        for pattern, value in (
            (presenter._("For {it}"), row.for_),
            (presenter._("Led by {it}"), row.trainer),
            (presenter._("About {it}"), row.covers),
        )
        if value
    )
    body = (
        *presenter.says(row, "form", "lasts", "for_", "trainer", "covers"),
        *((Note(joined((sentence(each) for each in small), " ")),) if small else ()),
    )
    return presenter.entry_topic(pointer, row, 3, side=side, body=body)


def _role_plays(presenter: Presenter, section: Training) -> tuple[Block, ...]:
    rows = section.role_plays
    if not rows:
        return ()
    scenes = tuple(
        Row(Prose(row.named()), _scene(presenter, row), presenter.anchor(pointer))
        for pointer, row in rows.located(("training", "role_plays"))
    )
    title = presenter.label(section, "role_plays")
    return presenter.under_heading(title, presenter.with_intro_and_notes(rows, (Rows(scenes),)), 3)


def _scene(presenter: Presenter, row: RolePlay) -> tuple[Block, ...]:
    """A scene: what each side knows, the surprise, what passes, and what to talk about."""
    small = (Note(fill(presenter._("About {it}"), it=presenter.inline(row.covers))),) if row.covers else ()
    return (*presenter.says(row, "covers"), *small)


def _quiz(presenter: Presenter, section: Training) -> tuple[Block, ...]:
    rows = section.quiz
    if not rows:
        return ()
    questions = tuple(
        Row(Prose(row.named()), _question(presenter, row), presenter.anchor(pointer))
        for pointer, row in rows.located(("training", "quiz"))
    )
    title = presenter.label(section, "quiz")
    return presenter.under_heading(title, presenter.with_intro_and_notes(rows, (Rows(questions),)), 3)


def _question(presenter: Presenter, row: Question) -> tuple[Block, ...]:
    """The options in a line, then the answer, then where it stands; an answer without options needs no label."""
    options = joined((presenter.inline(each) for each in row.options), " / ") if row.options else None
    pattern = presenter._("Answer: {it}") if row.options else "{it}"
    answer = fill(pattern, it=presenter.inline(row.answer)) if row.answer else None
    small = (Note(fill(presenter._("About {it}"), it=presenter.inline(row.covers))),) if row.covers else ()
    told = (each for each in (options, answer) if each)
    return (*flow(*told), *presenter.says(row, "options", "answer", "covers"), *small)


def rollout(presenter: Presenter, section: Rollout) -> SectionView:
    """The briefings, what changes, what everybody gets, and by when it is signed."""
    meetings = tuple(
        Row(Prose(row.named()), _meeting(presenter, row), presenter.anchor(pointer))
        for pointer, row in (section.meetings.located(("rollout", "meetings")) if section.meetings else ())
    )
    held = presenter.with_intro_and_notes(section.meetings, (Rows(meetings),)) if section.meetings else ()
    gets = (
        fill(presenter._("Everybody gets {what}"), what=presenter.running(section.materials))
        if section.materials
        else None
    )
    changes = (Items(tuple(presenter.inline(each) for each in section.what_changes)),) if section.what_changes else ()
    signed: list[Inline] = []
    if section.acknowledge_by:
        when = Strong(Words(presenter.language.by(section.acknowledge_by)))
        signed.append(fill(presenter._("Sign {by}"), by=when))
    if section.acknowledged:
        signed.append(presenter.inline(section.acknowledged))
    elif section.signed or section.acknowledge_by:
        sheet = Strong(Words(presenter._("Read and practised")))
        signed.append(fill(presenter._("The sheet to sign is in the training pack: {sheet}"), sheet=sheet))
    if section.missed_it:
        signed.append(presenter.inline(section.missed_it))
    if section.questions_to:
        signed.append(fill(presenter._("Questions to {who}"), who=presenter.inline(section.questions_to)))
    shown = (
        "intro", "notes", "meetings", "materials", "what_changes", "acknowledge_by", "acknowledged", "missed_it",
        "questions_to", "signed",
    )  # fmt: skip
    body = (
        *paragraphs(section.intro),
        *held,
        *(flow(gets) if gets else ()),
        *changes,
        *flow(*signed),
        *presenter.says(section, *shown),
        *paragraphs(section.notes),
    )
    return titled_section(presenter.label(Policy, "rollout"), body)


def _meeting(presenter: Presenter, row: Meeting) -> tuple[Block, ...]:
    """When, for how long, with whom and for whom."""
    facts = [presenter.inline(value) for value in (row.on, row.lasts) if value]
    if row.led_by:
        facts.append(fill(presenter._("with {who}"), who=presenter.all_of(row.led_by)))
    if row.for_:
        facts.append(fill(presenter._("for {it}"), it=presenter.all_of(row.for_)))
    opening = (joined(facts, ", "),) if facts else ()
    return (*flow(*opening), *presenter.says(row, "on", "lasts", "led_by", "for_"))


def leadership(presenter: Presenter, section: Leadership) -> SectionView:
    """What leaders do, how often, and how everybody sees it."""
    rows = tuple(
        Row(Prose(row.named()), _commitment(presenter, row), presenter.anchor(pointer))
        for pointer, row in (section.commitments.located(("leadership", "commitments")) if section.commitments else ())
    )
    kept = presenter.with_intro_and_notes(section.commitments, (Rows(rows),)) if section.commitments else ()
    sentences = (presenter.inline(text) for text in (section.same_rules, section.speaks_of_customers) if text)
    body = (*leads(section.intro, large=False), *kept, *flow(*sentences), *paragraphs(section.notes))
    return titled_section(presenter.label(Policy, "leadership"), body)


def _commitment(presenter: Presenter, row: LeaderCommitment) -> tuple[Block, ...]:
    who = joined((presenter.inline(value) for value in (row.who, row.every) if value), ", ")
    sentences = [each for each in (who, presenter.inline(row.does or "")) if each not in (line(), Words(""))]
    seen = (fill(presenter._("You see it: {how}"), how=presenter.running(row.seen)),) if row.seen else ()
    whole = (joined(sentences, ": "),) if sentences else ()
    return (*flow(*whole, *seen), *presenter.says(row, "who", "every", "does", "seen"))
