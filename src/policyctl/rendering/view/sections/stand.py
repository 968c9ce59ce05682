"""Mission, values, rules and topics say what the organisation stands for, whatever the case."""

from policyctl.rendering.view.blocks import (
    Block,
    Boxed,
    Inline,
    Items,
    Note,
    Prose,
    Row,
    Rows,
    Stack,
    Strong,
    Topic,
    Words,
    leads,
    paragraphs,
)
from policyctl.rendering.view.document import SectionView, titled_section
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sentences import fill, flow, joined, line
from policyctl.schema import parts
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Entry
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.sections.stand import Behaviour, GroundRule, Mission, Moment, Value
from policyctl.schema.sections.stand import Topic as Chapter


def mission(presenter: Presenter, section: Mission) -> SectionView:
    """The statement opens the part; what stands around it follows."""
    lead = leads(section.statement)
    body = (*paragraphs(section.intro), *presenter.says(section, "intro", "statement"))
    return SectionView(lead, body, (presenter._("Our mission"),))


def values(presenter: Presenter, section: Collection[Value]) -> SectionView:
    """Each value under its name: what it means, and what one does, says and avoids."""
    topics = tuple(
        presenter.entry_topic(pointer, row, 3, body=_value(presenter, row))
        for pointer, row in section.located(("values",))
    )
    return presenter.named_section(section, topics)


def _value(presenter: Presenter, row: Value) -> tuple[Block, ...]:
    behaviours = (block for behaviour in row.behaviours for block in _behaviour(presenter, behaviour))
    return (*presenter.says(row, "behaviours"), *behaviours)


def _behaviour(presenter: Presenter, behaviour: Behaviour) -> tuple[Block, ...]:
    """What one does, in bold, then the words to say and not to say."""
    do = flow(Strong(presenter.inline(behaviour.do))) if behaviour.do else ()
    return (*do, *presenter.blocks(behaviour.say), *presenter.blocks(behaviour.avoid))


def moments(presenter: Presenter, section: Collection[Moment]) -> SectionView:
    """Each moment in one paragraph: how it feels and sounds, and how fast and with how few hands help comes."""
    rows = tuple(
        Row(Prose(row.named()), _moment(presenter, row), presenter.anchor(pointer))
        for pointer, row in section.located(("moments",))
    )
    body = presenter.with_intro_and_notes(section, (Rows(rows),))
    return titled_section(presenter._("Moments"), body)


def _moment(presenter: Presenter, row: Moment) -> tuple[Block, ...]:
    sentences: list[Inline] = [presenter.inline(text) for text in (row.feels, row.sounds) if text]
    if row.first_help_within:
        within = presenter.limit_phrase(row.first_help_within, "within") or presenter.inline(row.first_help_within)
        sentences.append(fill(presenter._("Help begins {within}"), within=Strong(within)))
    if row.passed_on_at_most:
        times = presenter.inline(row.passed_on_at_most)
        sentences.append(fill(presenter._("Passed on at most: {times}"), times=times))
    if row.may_refund:
        sentences.append(fill(presenter._("Money back may be given by {who}"), who=presenter.inline(row.may_refund)))
    rest = presenter.says(row, "feels", "sounds", "first_help_within", "passed_on_at_most", "may_refund", "shows")
    shows = (Note(fill(presenter._("It shows: {values}"), values=presenter.inline(row.shows))),) if row.shows else ()
    return (*flow(*sentences), *rest, *shows)


def always(presenter: Presenter, section: Collection[GroundRule]) -> SectionView:
    """The rules that hold whatever the case."""
    body = presenter.with_intro_and_notes(section, ground_rules(presenter, section))
    return SectionView(
        (), (Topic(Words(presenter._("Always")), "", 3, body=body),), (presenter._("What we always do"),)
    )


def never(presenter: Presenter, section: Collection[GroundRule]) -> SectionView:
    """What nobody does: the one thing in a frame."""
    return SectionView(
        (),
        (
            Boxed(
                Words(presenter._("Never")), presenter.with_intro_and_notes(section, ground_rules(presenter, section))
            ),
        ),
        (presenter._("What we never do"),),
    )


def ground_rules(presenter: Presenter, section: Collection[GroundRule]) -> tuple[Block, ...]:
    """Rules in a list, each with what lifts it and why, and with its words to say below."""
    return (Items(tuple(_ground_rule(presenter, rule) for rule in section)),)


def _ground_rule(presenter: Presenter, rule: GroundRule) -> Block:
    whom = line(presenter.inline(rule.for_), ": ") if rule.for_ else Words("")
    text = line(whom, presenter.one_line(rule, "say", "avoid", "for_"))
    speech = (*presenter.blocks(rule.say), *presenter.blocks(rule.avoid))
    return Stack((text, *speech)) if speech else text


def topics(presenter: Presenter, section: Collection[Chapter]) -> SectionView:
    """Each chapter: what it is about, the customer's own part, and where else the policy speaks of it."""
    links = _links_by_topic(presenter)
    body = tuple(
        presenter.entry_topic(
            pointer,
            row,
            3,
            body=(*presenter.body(row, pointer, 4), *_see_also(presenter, links.get(normalise_name(row.named()), ()))),
        )
        for pointer, row in section.located(("topics",))
    )
    return presenter.named_section(section, body)


def _links_by_topic(presenter: Presenter) -> dict[str, tuple[Inline, ...]]:
    found: dict[str, tuple[Inline, ...]] = {}
    for pointer, part in parts(presenter.policy):
        if isinstance(part, Entry) and part.topic and part.name:
            known = found.get(normalise_name(part.topic), ())
            found[normalise_name(part.topic)] = (*known, presenter.link_to(pointer, part.named()))
    return found


def _see_also(presenter: Presenter, links: tuple[Inline, ...]) -> tuple[Block, ...]:
    return flow(fill(presenter._("See {where}"), where=joined(links, ", "))) if links else ()
