"""Discretion says what may be given without asking, up to how much, and who decides above."""

import re
from collections.abc import Sequence
from itertools import pairwise

from policyctl.findings import Pointer
from policyctl.meaning.people import is_one_person
from policyctl.rendering.view.blocks import (
    Beside,
    Block,
    Boxed,
    Figure,
    Inline,
    Items,
    Joined,
    Lead,
    Note,
    Prose,
    Row,
    Rows,
    Stair,
    Story,
    Strong,
    Topic,
    Tread,
    Words,
    leads,
    paragraphs,
)
from policyctl.rendering.view.document import SectionView
from policyctl.rendering.view.presenter import Presenter
from policyctl.rendering.view.sections.commitments import clause
from policyctl.rendering.view.sentences import capitalised, fill, flow, joined, line, run_on, sentence
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.references import Reference, RoleRef
from policyctl.schema.quantities import Allowance, Money
from policyctl.schema.sections.discretion import Discretion, Grant, Precedent
from policyctl.schema.sections.people import Role

Located = tuple[Pointer, Grant]

IN_STAIR = {"name", "who", "gives", "over", "up_to", "above", "answers_within", "audience"}
"""What a stair says of a row; one that says no more is not told again below it."""

GAPLESS = (("", ""), ("under", "from"))
"""How one row ends and the next begins, so that no amount lies between them."""

FOR_WHOM = ("for_", "not_for", "channels", "priorities")
"""For whom and where a row holds: rows for others are no steps of one stair."""

ARRANGED = (
    "name", "who", "gives", "says", "over", "up_to", "when", "unless", "above", "answers_within", "ask_first", "log",
    "examples", "rows", "intro", "notes", "stem",
)  # fmt: skip


def discretion(presenter: Presenter, section: Discretion) -> SectionView:
    """The question to ask oneself, the stair of who decides, each gift, and what nobody may."""
    question = joined((sentence(presenter.inline(each)) for each in section.ask_yourself), " ")
    grants = section.may_give or Collection.model_construct()
    located = list(grants.located(("discretion", "may_give")))
    chain = _chain(presenter, located)
    told = [pointer for pointer, row in chain if set(row.set_fields()) <= IN_STAIR]
    gifts = tuple(_gift(presenter, *each) for each in located if each[0] not in told)
    body = (
        *presenter.with_intro_and_notes(grants, (*_stair(presenter, chain, told), *gifts)),
        *_anything_more(presenter, section),
        *presenter.says(section, "intro", "notes", "ask_yourself", "may_give", "nobody_may", "ask", "logged"),
        *paragraphs(section.notes),
        *_nobody_may(presenter, section),
    )
    asked = (Lead(question, large=False),) if section.ask_yourself else ()
    return SectionView((*leads(section.intro), *asked), body, tuple(row.named() for row in grants if row.name))


def _anything_more(presenter: Presenter, section: Discretion) -> tuple[Block, ...]:
    """Whom to ask for more than may be given, and where all of it is written down."""
    logged = presenter.statement(section, "logged", section.logged) if section.logged else None
    if section.ask:
        ask = fill(presenter._("Ask {who}"), who=presenter.any_of(section.ask))
        return (Topic(Words(presenter._("Anything more")), body=flow(ask, logged or Joined(()))),)
    return (
        (Topic(Words(presenter.label(section, "logged")), body=paragraphs(section.logged)),) if section.logged else ()
    )


def _nobody_may(presenter: Presenter, section: Discretion) -> tuple[Block, ...]:
    rules = tuple(sentence(presenter.inline(each)) for each in section.nobody_may)
    return (Boxed(Words(presenter.label(section, "nobody_may")), (Items(rules),)),) if rules else ()


# ---- each gift ----------------------------------------------------------------------------------------------------


def _gift(presenter: Presenter, pointer: Pointer, row: Grant) -> Block:
    """How much in the side column, and what it is for beside it; a row without a figure has its name there."""
    stories = tuple(_story(presenter, each) for each in row.examples or ())
    giver = (Note(presenter.any_of(row.who)),) if _is_told(presenter, row) else ()
    anchor = presenter.anchor(pointer)
    if row.rows:
        return presenter.entry_topic(pointer, row, 3, side=giver, body=(*_group(presenter, pointer, row), *stories))
    if row.up_to is None:
        body = (*flow(*_sentences(presenter, row)), *stories)
        return presenter.entry_topic(pointer, row, 3, side=giver, body=body)
    shown = presenter.figure(row.up_to)
    figure = shown if isinstance(shown, Figure) else Strong(capitalised(shown))
    name = (Strong(sentence(Prose(row.named()))),) if row.name else ()
    return Beside((figure, *giver), (*flow(*name, *_sentences(presenter, row)), *stories), anchor)


def _group(presenter: Presenter, pointer: Pointer, group: Grant) -> tuple[Block, ...]:
    """What is the same for all rows, then each of them behind its name."""
    rows = group.rows or Collection.model_construct()
    inner = [(at, row.without_inherited(group)) for at, row in rows.located((*pointer, "rows"))]
    named = tuple(
        Row(Prose(row.named()), flow(*_sentences(presenter, row, bounded=True)), presenter.anchor(at))
        for at, row in inner
        if row.name
    )
    others = tuple(
        joined(map(sentence, _sentences(presenter, row, bounded=True)), " ") for _, row in inner if not row.name
    )
    body = (*((Rows(named),) if named else ()), *((Items(others),) if others else ()))
    return (
        *paragraphs(group.intro, group.stem),
        *flow(*_sentences(presenter, group, bounded=True)),
        *presenter.with_intro_and_notes(rows, body),
        *paragraphs(group.notes),
    )


def _sentences(presenter: Presenter, row: Grant, *, bounded: bool = False) -> list[Inline]:
    """What is given (`bounded`: and up to how much), in which case, who decides above, and what is written down."""
    said = [presenter.inline(row.says)] if row.says else []
    given = what_is_given(presenter, row, *(("over", "up_to") if bounded else ("over",)))
    whole = [*said, *((given,) if given != Joined(()) else ())]
    if row.when:
        whole.append(clause(presenter, presenter._("When {it}"), row.when).words)
    if row.unless:
        whole.append(fill(presenter._("Unless {it}"), it=presenter.running(row.unless)))
    if row.above:
        whole.append(decided_above(presenter, row))
    if row.ask_first:
        whole.append(fill(presenter._("Ask {who} first"), who=presenter.any_of(row.ask_first)))
    if row.log:
        noted = Prose(", ".join(row.log))
        whole.append(line(Strong(Words(f"{presenter.label(row, 'log')}:")), " ", noted))
    return [*whole, *presenter.rest_of(row, *ARRANGED)]


def what_is_given(presenter: Presenter, row: Grant, *bounds: str, name: str = "") -> Inline:
    """What may be given, behind its name, and between which bounds; an amount is said once."""
    given = [run_on(_without_figure(each, row), presenter.language.tag) for each in row.gives]
    ends = (_bound(presenter, row, each) for each in bounds)
    gives = presenter.language.either(given) if given else ""
    whole = joined((Prose(gives) if gives else Joined(()), *ends), ", ")
    return joined((Prose(name) if name else Joined(()), whole), ": ")


_NO_THING = r"off|back|less|more|or|and|per|a|an|weniger|zurück|mehr|oder|und|pro|je"
"""What an amount cannot be parted from, when it stands right behind it: `£5 off`."""


def _without_figure(gives: str, row: Grant) -> str:
    """What is given without the amount that stands beside it as a figure: `a £20 refund`, `a refund of £20`."""
    if not isinstance(row.up_to, Allowance) or not row.up_to.text or len(row.gives) > 1:
        return gives
    amount = re.escape(" ".join(row.up_to.text.split()))
    found = re.fullmatch(
        rf"(?:(?:an?|eine?[nrs]?) )?{amount} (?P<first>(?!(?:{_NO_THING})\b)\w.*)"
        rf"|(?P<last>\w.*) (?:of|worth|von|über|im Wert von) {amount}",
        " ".join(gives.split()),
        re.IGNORECASE,
    )
    return found["first"] or found["last"] if found else gives


def _bound(presenter: Presenter, row: Grant, name: str) -> Inline:
    """An end of what may be given as a clause; one that names its edge says itself what it is."""
    bound = getattr(row, name)
    if bound is None:
        return Joined(())
    if isinstance(bound, Allowance) and not bound.edge:
        return presenter.clause(name, bound) or presenter.inline(bound)
    return presenter.inline(bound)


def decided_above(presenter: Presenter, row: Grant) -> Inline:
    """Who decides above the limit, and how fast."""
    who, within = presenter.any_of(row.above), how_fast(presenter, row.answers_within)
    if not is_alone(presenter, row.above):
        pattern = presenter._("Above that: {who}, {within}") if within else presenter._("Above that: {who}")
    elif within:
        pattern = presenter._("Above that, {who} decides {within}")
    else:
        pattern = presenter._("Above that, {who} decides")
    return fill(pattern, who=who, within=within or "")


def how_fast(presenter: Presenter, limits: Limits | None) -> Inline | None:
    """Within which time somebody decides; its author's own words stand in brackets."""
    if limits is None:
        return None
    return presenter.limit_phrase(limits, "within") or line("(", presenter.inline(limits), ")")


def is_alone(presenter: Presenter, references: Sequence[Reference]) -> bool:
    """Whether one person is meant by name, of whom a sentence may say what they do."""
    named = [presenter.names.find(each) for each in references]
    role = named[0].entry if len(named) == 1 and named[0] else None
    return isinstance(role, Role) and is_one_person(role) and bool(role.people or role.title)


def _is_told(presenter: Presenter, row: Grant) -> bool:
    """Whether it needs saying who may give it: not where it is whoever reads, or where the row has their name."""
    return bool(row.who) and not presenter.is_reader(row.who) and row.who != (row.name,)


def _story(presenter: Presenter, row: Precedent) -> Story:
    """A case that was decided before: what had happened, and what was given."""
    pieces = [presenter.inline(each) for each in (row.name, row.case) if each]
    given = joined(map(presenter.inline, row.gives), ", ")
    rest = joined(presenter.rest_of(row, "case", "gives"), " ")
    return Story(joined((sentence(joined((*pieces, given), ": ")), rest), " "))


# ---- the stair ------------------------------------------------------------------------------------------------------


def _stair(presenter: Presenter, chain: list[Located], told: list[Pointer]) -> tuple[Stair, ...]:
    """One drawing of who decides up to how much, how fast, and after how long a case moves on."""
    if not chain:
        return ()
    before = [None, *(row for _, row in chain)]
    waits = [*(_wait(presenter, low, high) for (_, low), (_, high) in pairwise(chain)), None]
    treads = [
        Tread(
            _amount(presenter, row),
            _decider(presenter, _givers(presenter, row)),
            _tread_body(presenter, row, below, named=pointer in told and bool(row.who)),
            wait,
            presenter.anchor(pointer) if pointer in told else "",
        )
        for (pointer, row), below, wait in zip(chain, before, waits, strict=False)
    ]
    last = chain[-1][1]
    if last.above:
        decided = _decides(presenter, last)
        treads.append(Tread(Words(presenter._("Above that")), _decider(presenter, last.above), decided))
    return (Stair(presenter._("Who decides, and up to how much"), tuple(treads)),)


def _amount(presenter: Presenter, row: Grant) -> Inline:
    """Up to how much; without an end, from where it begins where the row says that, or above the row below it."""
    if row.up_to:
        return capitalised(presenter.figure(row.up_to))
    return capitalised(presenter.inline(row.over)) if _has_edge(row) else Words(presenter._("Above that"))


def _has_edge(row: Grant) -> bool:
    """Whether where it begins is more than where the row below it ends."""
    return isinstance(row.over, Allowance) and bool(row.over.edge)


def _decider(presenter: Presenter, references: Sequence[Reference]) -> Inline:
    """Who decides: the reader, somebody by name and role, or the role."""
    if presenter.is_reader(references):
        return Words(presenter._("You"))
    names = presenter.any_of(references)
    roles = Prose(presenter.language.either([*references]))
    return capitalised(names if names == roles else line(names, ", ", roles))


def _tread_body(presenter: Presenter, row: Grant, below: Grant | None, *, named: bool) -> tuple[Inline, ...]:
    """What is given, behind the name of the row where that stands nowhere else, and how fast it is decided."""
    given = what_is_given(presenter, row, name=row.named() if named else "")
    begins = _bound(presenter, row, "over") if row.up_to and _has_edge(row) else Joined(())
    said = tuple(sentence(each) for each in (given, begins) if each != Joined(()))
    return (*said, *(_decides(presenter, below) if below else ()))


def _decides(presenter: Presenter, below: Grant) -> tuple[Inline, ...]:
    """How fast whoever is above decides, in the words of the row below."""
    within = how_fast(presenter, below.answers_within)
    if within is None:
        return ()
    if not is_alone(presenter, below.above):
        return (sentence(fill(presenter._("Decided {within}"), within=within)),)
    return (sentence(fill(presenter._("{who} decides {within}"), who=presenter.any_of(below.above), within=within)),)


def _wait(presenter: Presenter, low: Grant, high: Grant) -> Inline | None:
    """After how long a case moves on from the one to the other, where the ladders say so with one voice."""
    lower, higher = _places(presenter, _givers(presenter, low)), _places(presenter, _givers(presenter, high))
    ladders = presenter.policy.escalation.ladders if presenter.policy.escalation else None
    waits = {
        level.waits
        for ladder in ladders or ()
        for level, following in pairwise(ladder.levels)
        if level.waits and _places(presenter, level.role) == lower and _places(presenter, following.role) == higher
    }
    after = presenter.limit_phrase(waits.pop(), "waits") if len(waits) == 1 else None
    return sentence(fill(presenter._("Passed on {after}"), after=after)) if after else None


def _chain(presenter: Presenter, located: list[Located]) -> list[Located]:
    """Rows that follow each other without a gap, from the smallest amount on; none where two would fit."""
    chains = [chain for each in located if each[1].over is None and len(chain := _climb(presenter, each, located)) > 1]
    return chains[0] if len(chains) == 1 else []


def _climb(presenter: Presenter, start: Located, located: list[Located]) -> list[Located]:
    chain = [start]
    while following := [each for each in located if each not in chain and _follows(presenter, each[1], chain[-1][1])]:
        if len(following) > 1:
            return []
        chain += following
    return chain


def _follows(presenter: Presenter, high: Grant, low: Grant) -> bool:
    """Whether one row begins where another ends, and is given by whoever decides above that one."""
    over, up_to = high.over, low.up_to
    if high.rows or low.rows or not (isinstance(over, Allowance) and isinstance(up_to, Allowance)):
        return False
    if (up_to.edge, over.edge) not in GAPLESS or not (
        isinstance(over.amount, Money) and isinstance(up_to.amount, Money)
    ):
        return False
    currency = presenter.policy.policy.currency
    same = over.amount.in_currency(currency) == up_to.amount.in_currency(currency) and {*over.per} == {*up_to.per}
    givers = _places(presenter, _givers(presenter, high))
    same = same and all(getattr(high, name) == getattr(low, name) for name in FOR_WHOM)
    return same and bool(givers) and (not low.above or _places(presenter, low.above) == givers)


def _givers(presenter: Presenter, row: Grant) -> tuple[RoleRef, ...]:
    """Who may give it; a row may be named like the role that it is for."""
    named = RoleRef(row.named()) if row.name else None
    return row.who or ((named,) if named and presenter.names.find(named) else ())


def _places(presenter: Presenter, references: Sequence[Reference]) -> frozenset[Pointer]:
    found = (presenter.names.find(each) for each in references)
    return frozenset(each.pointer for each in found if each)
