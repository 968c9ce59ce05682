"""Mission, values, rules and topics say what the organisation stands for, whatever the case."""

from policyctl.rendering.view.blocks import Block, Boxed, Inline, Items, Topic, Words, leads, paragraphs
from policyctl.rendering.view.document import SectionView
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sentences import fill, flow, joined
from policyctl.schema import parts
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Entry
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.sections.stand import GroundRule, Mission, Value
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
    behaviours = (block for behaviour in row.behaviours for block in presenter.says(behaviour))
    return (*presenter.says(row, "behaviours"), *behaviours)


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
    """Rules in a list, each with what lifts it and why."""
    return (Items(tuple(presenter.one_line(rule) for rule in section)),)


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
