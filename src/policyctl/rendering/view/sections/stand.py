"""Mission, values, moments, ground rules and topics in, what the organisation stands for out."""

from policyctl.rendering.view.document import SectionView
from policyctl.rendering.view.shown import Boxed, Items, Prose, Row, Rows, Shown, Topic, Words
from policyctl.rendering.view.telling import Teller
from policyctl.schema import parts
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Entry
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.sections.stand import GroundRule, Mission, Value
from policyctl.schema.sections.stand import Topic as Chapter


def mission(tell: Teller, section: Mission) -> SectionView:
    """The statement opens the part; what stands around it follows."""
    lead = tuple(Prose(text) for text in (section.intro, section.statement) if text)
    return SectionView(lead, tell.table_of(section, "intro", "statement"), (tell._("Our mission"),))


def values(tell: Teller, section: Collection[Value]) -> SectionView:
    """Each value under its name: what it means, and what one does, says and avoids."""
    topics = tuple(_value(tell, tell.anchor(pointer), row) for pointer, row in section.located(("values",)))
    return SectionView((), tell.around(section, topics), tuple(row.named() for row in section))


def _value(tell: Teller, anchor: str, row: Value) -> Topic:
    behaviours = (Rows(tell.rows(behaviour)) for behaviour in row.behaviours)
    rest = tell.told(row, "name", "means", "behaviours")
    return Topic(Prose(row.named()), anchor, 3, body=(*tell.shown(row.means or ()), *behaviours, *rest))


def always(tell: Teller, section: Collection[GroundRule]) -> SectionView:
    """The rules that hold whatever the case."""
    body = tell.around(section, rules(tell, section))
    return SectionView((), (Topic(Words(tell._("Always")), "", 3, body=body),), (tell._("What we always do"),))


def never(tell: Teller, section: Collection[GroundRule]) -> SectionView:
    """What nobody does: the one thing in a frame."""
    return SectionView(
        (), (Boxed(tell._("Never"), tell.around(section, rules(tell, section))),), (tell._("What we never do"),)
    )


def rules(tell: Teller, section: Collection[GroundRule]) -> tuple[Shown, ...]:
    """Rules in a list, each with what lifts it and why."""
    return (Items(tuple(tell.in_line(rule) for rule in section)),)


def topics(tell: Teller, section: Collection[Chapter]) -> SectionView:
    """Each chapter: what it is about, the customer's own part, and where else the policy speaks of it."""
    gathered = _gathered(tell)
    body = tuple(
        Topic(
            Prose(row.named()),
            tell.anchor(pointer),
            3,
            body=(*tell.body(row, pointer, 4), *_see(tell, gathered.get(normalise_name(row.named()), ()))),
        )
        for pointer, row in section.located(("topics",))
    )
    return SectionView((), tell.around(section, body), tuple(row.named() for row in section))


def _gathered(tell: Teller) -> dict[str, tuple[Shown, ...]]:
    found: dict[str, tuple[Shown, ...]] = {}
    for pointer, part in parts(tell.policy):
        if isinstance(part, Entry) and part.topic and part.name:
            known = found.get(normalise_name(part.topic), ())
            found[normalise_name(part.topic)] = (*known, tell.link_to(pointer, part.named()))
    return found


def _see(tell: Teller, links: tuple[Shown, ...]) -> tuple[Shown, ...]:
    return (Rows((Row(Words(tell._("See")), (Items(links),)),)),) if links else ()
