"""Lay out who may give what, from how much up to how much, and what is given anywhere, so that the two compare.

The rows of what may be given are the grants of the middle, with the entry that words them. What is given elsewhere is
read amount by amount, since a rule must point at the very words, and the middle has one grant for a whole list.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from itertools import combinations
from typing import Any, NamedTuple

from policyctl.findings import Pointer
from policyctl.lexicon import alternatives, finds, pattern
from policyctl.meaning import concepts
from policyctl.meaning.figures import Bound, Kind, read_figures
from policyctl.meaning.formatting import amount, quoted
from policyctl.meaning.gifts import ANYTHING, Gifts, kinds, known_kinds, names_a_kind_alone, share
from policyctl.meaning.lowering import concepts_of
from policyctl.meaning.model import Meaning
from policyctl.meaning.people import leads, roles, who
from policyctl.meaning.references import inside, targets
from policyctl.meaning.sites import parts_by_place
from policyctl.meaning.subjects import stems_of
from policyctl.meaning.texts import Passage, Reader
from policyctl.schema.grammar.commitment import Commitment
from policyctl.schema.grammar.entry import Entry
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import RoleRef
from policyctl.schema.grammar.texts import Speech, Unsaid
from policyctl.schema.quantities import Allowance, Money, Share, Words
from policyctl.schema.sections.aims import Benchmark
from policyctl.schema.sections.complaints import Stage
from policyctl.schema.sections.discretion import Discretion, Grant, Precedent
from policyctl.schema.sections.escalation import Level
from policyctl.schema.sections.keeping import Change
from policyctl.schema.sections.listening import Feedback
from policyctl.schema.sections.people import Role
from policyctl.schema.sections.procedures import Procedure, Step
from policyctl.schema.sections.stand import Fact
from policyctl.schema.sections.standards import Remedy, Standard
from policyctl.schema.sections.terms import Term
from policyctl.schema.sections.training import Question

Case = tuple[tuple[str, ...], ...]

MANY = 300
"""Bands that are held against each other; no organisation has as many, and a hostile file may."""


class Band(NamedTuple):
    """A row of what may be given: `over` and `up_to` are money of one currency, None where there is no such bound.

    `who` is empty where the row does not say. `case` is where it holds, each condition in one spelling.
    """

    pointer: Pointer
    grant: Grant
    who: dict[Pointer, str]
    gifts: Gifts
    over: Money | None
    up_to: Money | None
    per: frozenset[str]
    case: Case

    @property
    def endless(self) -> bool:
        """Whether no amount of money ends it, since it ends in words, in a share, or not at all."""
        return self.up_to is None

    @property
    def ends_below(self) -> bool:
        """Whether it ends just below the amount that it names."""
        return isinstance(self.grant.up_to, Allowance) and self.grant.up_to.edge == "under"

    @property
    def begins_at(self) -> bool:
        """Whether it begins with the amount that it names, and not above it."""
        return isinstance(self.grant.over, Allowance) and self.grant.over.edge == "from"

    @property
    def beginning(self) -> str:
        """Where it begins, in words that say whether the amount itself is in it."""
        return f"begins {'at' if self.begins_at else 'over'} {self.least}"

    @property
    def measure(self) -> tuple[str | None, frozenset[str]]:
        """What its amounts are of, and by what they are counted: only bands of one measure compare."""
        bound = self.over or self.up_to
        return (bound.currency if bound else None), self.per

    @property
    def sound(self) -> bool:
        """Whether it begins below where it ends."""
        return not (self.over and self.up_to) or (self.over.comparable(self.up_to) and self.over < self.up_to)

    @property
    def name(self) -> str:
        """What to call it in a message: its own name, or those who may give it."""
        return quoted([self.grant.named()] if self.grant.name else [*self.who.values()]) or "This band"

    @property
    def limit(self) -> str:
        """The most that may be given, in the author's words."""
        return self.grant.up_to.text if self.grant.up_to else ""

    @property
    def most(self) -> str:
        """The money that it goes up to, as its author writes amounts."""
        return amount(self.up_to) if self.up_to else ""

    @property
    def least(self) -> str:
        """The money that it begins over, as its author writes amounts."""
        return amount(self.over) if self.over else ""

    @property
    def limit_place(self) -> Pointer:
        """Where its limit stands."""
        return (*self.pointer, "up_to")

    @property
    def share(self) -> Share | None:
        """The share of a price that it goes up to, where it is counted so."""
        bound = self.grant.up_to
        return bound.amount if isinstance(bound, Allowance) and isinstance(bound.amount, Share) else None

    def most_like(self, amount: Money | Share) -> Money | Share | None:
        """Where it ends, counted as this amount is; None where it is counted otherwise, or not at all."""
        return self.up_to if isinstance(amount, Money) else self.share

    @property
    def in_procedure(self) -> bool:
        """Whether it stands in a procedure, and so holds for one kind of case."""
        return self.pointer[0] == "procedures"

    def meets(self, other: "Band") -> bool:
        """Whether a case may fall under both: no condition of the one excludes the other, and they give alike."""
        conditions = zip(self.case, other.case, strict=True)
        return share(self.gifts, other.gifts) and all(not (a and b) or a == b for a, b in conditions)


def bands(meaning: Meaning) -> tuple[Band, ...]:
    """Every row of what may be given, in discretion and in procedures; a group is its rows."""
    rows = dict(meaning.parts_of(Grant))
    places = ((inside(each.place.pointer, rows), each) for each in concepts_of(concepts.Grant, meaning))
    return tuple(_band(pointer, rows[pointer], each, meaning) for pointer, each in places if pointer)


def is_bare(band: Band) -> bool:
    """Whether nothing about it says in which case it holds: no condition, and a name that says who or what alone."""
    name = band.grant.name
    words = band.grant.says or band.grant.about or band.grant.note
    return not (words or any(band.case)) and (
        not name or normalise_name(name) in _names(band) or names_a_kind_alone(name)
    )


def _names(band: Band) -> set[str]:
    return {normalise_name(name) for name in band.who.values()}


def furthest(rows: Iterable[Band]) -> tuple[Band, Money] | None:
    """The row that reaches furthest, with its limit; None where there is none, or one that no money ends."""
    found = [(band, band.up_to) for band in rows]
    ended = [(band, limit) for band, limit in found if limit]
    return max(ended, key=lambda each: each[1].amount) if ended and len(ended) == len(found) else None


def _band(pointer: Pointer, grant: Grant, concept: concepts.Grant, meaning: Meaning) -> Band:
    over, up_to = (_money(concept.over), _money(concept.up_to))
    counted = grant.up_to if isinstance(grant.up_to, Allowance) else grant.over
    per = frozenset(counted.per) if isinstance(counted, Allowance) else frozenset()
    people = {name.pointer or (normalise_name(name.text),): _called(name, meaning) for name in concept.who}
    return Band(pointer, grant, people, _gifts(grant), over, up_to, per, _case(grant))


def _called(name: concepts.Name, meaning: Meaning) -> str:
    """A role by its own name, whichever of its people the row names."""
    entry = meaning.cached(parts_by_place).get(name.pointer) if name.pointer else None
    return entry.named() if isinstance(entry, Role) else name.text


def _case(grant: Grant) -> Case:
    fields = (grant.for_, grant.not_for, grant.channels, grant.priorities, grant.when, grant.unless)
    topic = (grant.topic,) if grant.topic else ()
    return tuple(tuple(sorted(map(normalise_name, texts))) for texts in (*fields, topic))


def _gifts(grant: Grant) -> Gifts:
    """What it gives; where it does not say, what its name and its sentence speak of, or anything."""
    if grant.gives:
        return kinds(grant.gives)
    return known_kinds(f"{grant.named()} {grant.says or ''}") or frozenset({ANYTHING})


def _money(bound: Allowance | Words | None) -> Money | None:
    return bound.amount if isinstance(bound, Allowance) and isinstance(bound.amount, Money) else None


class Where(StrEnum):
    """Where something is given, which decides how a message calls it."""

    STEP = "step"
    SAID = "said"
    LEVEL = "level"
    TEXT = "text"
    ANSWER = "answer"
    EXAMPLE = "example"


class Gift(NamedTuple):
    """An amount that somebody gives, or is said to be allowed to give, outside the rows of what may be given.

    `who` is empty where it does not say by whom; then it is given by anybody who serves. `procedure` is where it
    belongs, whose own rows count for it.
    """

    pointer: Pointer
    words: str
    amount: Money | Share
    kinds: Gifts
    where: Where
    who: Mapping[Pointer, str]
    nth: int = 0
    procedure: Pointer = ()
    about: frozenset[str] = frozenset()
    """The stems of the words around it: what is owed for the same thing is no gift."""


def gifts(meaning: Meaning) -> tuple[Gift, ...]:
    """Everything that is given in a step, a sample, a letter, a sentence, an answer of the quiz or on a ladder."""
    if not meaning.cached(bands):
        return ()
    owed = meaning.cached(_owed)
    allowed = (*_on_ladders(meaning), *_allowed(meaning), *_answered(meaning), *_examples(meaning))
    found = (*_in_steps(meaning), *_said(meaning), *allowed)
    return tuple(each for each in found if each.where in _SAY_WHAT_IS_ALLOWED or not _is_owed(each, owed))


class _Debt(NamedTuple):
    """An amount that is owed, with what is owed and for what."""

    kinds: Gifts
    about: frozenset[str]


def _is_owed(gift: Gift, owed: Mapping[tuple[Any, str], list[_Debt]]) -> bool:
    """Whether the amount is owed for the same thing, so that nothing is given away."""
    debts = owed.get(_key(gift.amount), ())
    return any(gift.kinds & debt.kinds or gift.about & debt.about or not gift.about for debt in debts)


_SAY_WHAT_IS_ALLOWED = (Where.LEVEL, Where.TEXT, Where.ANSWER, Where.EXAMPLE)


def limit_of(gift: Gift, meaning: Meaning) -> tuple[Band, Money | Share] | None:
    """The most that those who give it may give, with the row that says so; None where nothing bounds it surely."""
    rows = [each for each in meaning.cached(bands) if _holds_in(gift.procedure, each)]
    if gift.who:
        rows = _able(gift.who, rows, meaning)
    elif gift.where is Where.SAID:
        rows = [each for each in rows if not each.over and not _is_led(each, meaning) and each.most_like(gift.amount)]
    is_open = gift.where is Where.SAID and not gift.who
    like = [each for each in rows if share(each.gifts, gift.kinds)] if gift.kinds and not is_open else rows
    ends = [(each, each.most_like(gift.amount)) for each in like]
    known = [(each, most) for each, most in ends if most is not None]
    if not known or len(known) < len(ends) or len({_key(most)[1] for _, most in known}) > 1:
        return None
    return max(known, key=lambda each: _key(each[1])[0])


def _key(amount: Money | Share) -> tuple[Any, str]:
    return (amount.amount, amount.currency or "") if isinstance(amount, Money) else (amount.percent, "%")


def _holds_in(procedure: Pointer, band: Band) -> bool:
    return not band.in_procedure or (bool(procedure) and band.pointer[: len(procedure)] == procedure)


def _is_led(band: Band, meaning: Meaning) -> bool:
    """Whether only somebody may give it who leads, by the word of the policy."""
    return any(role.leads for role in roles(band.grant.who or (RoleRef(band.grant.named()),), meaning).values())


def _able(people: Mapping[Pointer, str], rows: list[Band], meaning: Meaning) -> list[Band]:
    """The rows of these people and of everybody; whoever leads, and asks nobody above, may give what others may."""
    theirs = [each for each in rows if not people.keys().isdisjoint(each.who)]
    asks = any(each.grant.above or each.grant.ask_first for each in theirs)
    leading = any(leads(role) for pointer, role in meaning.parts_of(Role) if pointer in people)
    if not theirs:
        return []
    return rows if leading and not asks else [*theirs, *(each for each in rows if not each.who)]


def _owed(meaning: Meaning) -> dict[tuple[Any, str], list[_Debt]]:
    """What remedies, terms, promises and facts name: whoever pays it owes it, and gives nothing away."""
    found: dict[tuple[Any, str], list[_Debt]] = {}
    for _, part in meaning.parts:
        if isinstance(part, Remedy | Term | Standard | Fact):
            text = " ".join(_words_of(part))
            debt = _Debt(known_kinds(text), stems_of(text, meaning.language))
            for each in Money.all_in(text):
                found.setdefault(_key(meaning.priced(each)), []).append(debt)
    return found


def _words_of(part: Commitment | Fact) -> Iterator[str]:
    yield from (part.name or "", part.says or "")
    if isinstance(part, Commitment):
        yield from (*part.gives, *part.when, part.costs or "", part.how or "")


def _in_steps(meaning: Meaning) -> Iterator[Gift]:
    """What steps give by their fields or sentences, in procedures where nobody is asked for leave."""
    procedures = dict(meaning.parts_of(Procedure))
    steps: dict[Pointer, list[tuple[Pointer, Step]]] = {pointer: [] for pointer in procedures}
    for pointer, step in meaning.parts_of(Step):
        if procedure := inside(pointer, procedures):
            steps[procedure].append((pointer, step))
    for procedure, each in steps.items():
        if not any(step.ask for _, step in each):
            acting = who([by for _, step in each for by in step.by], meaning)
            for pointer, step in each:
                people = who(step.by, meaning) if step.by else acting
                yield from _of_step(pointer, step, people, (procedure, procedures[procedure]), meaning)


def _of_step(
    pointer: Pointer, step: Step, people: Mapping[Pointer, str], procedure: tuple[Pointer, Procedure], meaning: Meaning
) -> Iterator[Gift]:
    text = " ".join((procedure[1].named(), *procedure[1].trigger, *step.if_, step.do or "", *step.gives))
    place, about = procedure[0], stems_of(text, meaning.language)
    for index, text in enumerate(step.gives):
        if most := _largest(text, meaning):
            gift = _gift((*pointer, "gives", index), text, most, Where.STEP, people)
            yield gift._replace(kinds=gift.kinds or known_kinds(step.do or ""), procedure=place, about=about)
    if step.do and not step.gives and not finds("discretion.approval", step.do):
        for most in _given_in(step.do, meaning):
            yield _gift((*pointer, "do"), step.do, most, Where.STEP, people)._replace(procedure=place, about=about)


def _gift(pointer: Pointer, text: str, most: Money | Share, where: Where, people: Mapping[Pointer, str]) -> Gift:
    return Gift(pointer, most.text, most, known_kinds(text), where, people)


def _largest(text: str, meaning: Meaning) -> Money | Share | None:
    amounts = [meaning.priced(each) for each in Money.all_in(text)]
    if amounts:
        return max(amounts, key=lambda each: each.amount)
    return next((each.value for each in read_figures(text) if isinstance(each.value, Share)), None)


def _given_in(sentence: str, meaning: Meaning) -> Iterator[Money | Share]:
    """The amounts that a sentence gives away: `a refund up to £200`, `a £20 voucher`, `20% off`."""
    tidy = " ".join(sentence.split())
    for money in Money.all_in(tidy):
        at = tidy.find(money.text)
        up_to = _up_to().search(tidy[:at]) and known_kinds(tidy)
        if up_to or _thing_behind().match(tidy[at + len(money.text) :]) or _thing_before().search(tidy[:at]):
            yield meaning.priced(money)
    if "discount" in known_kinds(tidy):
        yield from (each.value for each in read_figures(sentence) if isinstance(each.value, Share))


@cache
def _up_to() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives('discretion.up_to')}\s+$", re.IGNORECASE)


@cache
def _thing_behind() -> re.Pattern[str]:
    """A thing that is given out of kindness, right behind its amount: `£20 voucher`, `£5 of credit`."""
    return re.compile(rf"\s+(?:\w+ )?{_kind_things()}\b", re.IGNORECASE)


@cache
def _thing_before() -> re.Pattern[str]:
    """The same right before it: `a voucher worth £20`."""
    return re.compile(rf"\b{_kind_things()} {alternatives('discretion.worth')}\s*$", re.IGNORECASE)


def _kind_things() -> str:
    return f"(?:{'|'.join(alternatives(f'discretion.kind_{kind}') for kind in ('credit', 'discount', 'gift'))})"


def _said(meaning: Meaning) -> Iterator[Gift]:
    """What customers are offered in a sample, a step or a letter, by somebody who need not ask."""
    for passage in meaning.texts.passages:
        part = passage.part
        if passage.kind is Speech and passage.reader is not Reader.NOBODY:
            if isinstance(part, Step) and (part.ask or any(role.leads for role in roles(part.by, meaning).values())):
                continue
            yield from _offered(passage, who(part.by, meaning) if isinstance(part, Step) else {}, meaning)
        elif isinstance(part, Stage) and passage.field == "letter":
            yield from _offered(passage, who(part.by, meaning), meaning)


def _offered(passage: Passage, people: Mapping[Pointer, str], meaning: Meaning) -> Iterator[Gift]:
    for figure in read_figures(passage.text):
        amount = figure.value
        is_gift = finds("words.goodwill", figure.clause) and not _is_a_bill(figure.sentence)
        if isinstance(amount, Money | Share) and is_gift:
            if isinstance(amount, Share) and "discount" not in known_kinds(figure.clause):
                continue
            amount = meaning.priced(amount) if isinstance(amount, Money) else amount
            nth = passage.text.count(figure.words, 0, figure.start)
            name = passage.part.named() if isinstance(passage.part, Entry) and passage.part.name else ""
            about = stems_of(f"{name} {passage.text}", meaning.language)
            gift = Gift(passage.pointer, figure.words, amount, known_kinds(figure.clause), Where.SAID, people, nth)
            gift = gift._replace(about=about)
            if not _may_be_signed(passage, gift, meaning):
                yield gift


def _is_a_bill(sentence: str) -> bool:
    """Whether one amount is two others taken together: "£60 off £600, so £540" reckons what is due."""
    amounts = {each.amount for each in Money.all_in(sentence)}
    return any(one + other in amounts for one, other in combinations(amounts, 2))


def _may_be_signed(passage: Passage, gift: Gift, meaning: Meaning) -> bool:
    """Whether somebody is named in the words who may give as much."""
    named = _people_in(passage.text, meaning)
    most = limit_of(gift._replace(who=named, where=Where.TEXT), meaning) if named else None
    return bool(named) and (most is None or not exceeds(gift.amount, most[1]))


def exceeds(amount: Money | Share, most: Money | Share) -> bool:
    """Whether an amount is more than another that is counted alike."""
    return _key(amount)[1] == _key(most)[1] and _key(amount)[0] > _key(most)[0]


def _people_in(text: str, meaning: Meaning) -> dict[Pointer, str]:
    """The roles of which a text speaks, by their names or by those of their people."""
    found = meaning.cached(_role_names)
    words = set(re.findall(r"\w+", text.casefold()))
    return {
        pointer: name
        for pointer, (name, names) in found.items()
        if any(set(each.split()) <= words and re.search(rf"\b{re.escape(each)}", text, re.IGNORECASE) for each in names)
    }


def _role_names(meaning: Meaning) -> dict[Pointer, tuple[str, tuple[str, ...]]]:
    found: dict[Pointer, tuple[str, tuple[str, ...]]] = {}
    for pointer, role in meaning.parts_of(Role):
        names = {_small(each) for alias in role.aliases() for each in (alias, f"{alias}s", f"{alias}n", f"{alias}en")}
        found[pointer] = (role.named(), tuple(name for name in names if len(name) > 2))
    return found


def _small(name: str) -> str:
    """A name in small letters, with one space between its words."""
    return " ".join(name.casefold().split())


def _on_ladders(meaning: Meaning) -> Iterator[Gift]:
    """What a level of a ladder may give, in words of its own or by a row that is for somebody else."""
    by_place = {band.pointer: band for band in meaning.cached(bands)}
    for pointer, level in meaning.parts_of(Level):
        people = who(level.role, meaning)
        for index, may in enumerate(level.may):
            named = [each.pointer for each in targets(may, meaning.names)]
            band = next((by_place[each] for each in named if each in by_place), None)
            if not named and (most := _largest(may, meaning)):
                yield _gift((*pointer, "may", index), may, most, Where.LEVEL, people)
            elif band and band.up_to and band.who and people.keys().isdisjoint(band.who):
                yield Gift((*pointer, "may", index), may, band.up_to, band.gifts, Where.LEVEL, people)


_HISTORY = (Change, Benchmark, Feedback, Precedent, Question, Grant, Level, Step)
"""Parts that tell of the past or of others, and those that are read as what they are."""

_NOT_NOW = frozenset({"found", "question", "example", "examples", "case", "trigger", "customer", "name", "options"})


def _allowed(meaning: Meaning) -> Iterator[Gift]:
    """What a sentence says that somebody may give: `Bea may give up to £20 without asking`."""
    for passage in meaning.texts.read:
        text, part = passage.text, passage.part
        if isinstance(part, _HISTORY) or passage.field in _NOT_NOW or passage.kind is Unsaid:
            continue
        if isinstance(part, Discretion) and passage.field in ("nobody_may", "ask_yourself"):
            continue
        for figure in read_figures(text) if pattern("discretion.permission").search(text) else ():
            amount, sentence = figure.value, pattern("discretion.freely").sub(" ", figure.sentence)
            if figure.kind not in (Kind.MONEY, Kind.SHARE) or not isinstance(amount, Money | Share):
                continue
            if figure.bound in (Bound.ABOVE, Bound.AT_LEAST) or not _is_permission(
                sentence, is_share=isinstance(amount, Share)
            ):
                continue
            people = _people_in(figure.clause, meaning)
            if len(people) == 1:
                nth = text.count(figure.words, 0, figure.start)
                amount = meaning.priced(amount) if isinstance(amount, Money) else amount
                kinds_of = known_kinds(figure.sentence) - {ANYTHING}
                yield Gift(passage.pointer, figure.words, amount, kinds_of, Where.TEXT, people, nth)


def _is_permission(sentence: str, *, is_share: bool) -> bool:
    """Whether a sentence lets somebody give something away, in every case and with nobody's leave."""
    return (
        bool(pattern("discretion.permission").search(sentence))
        and (bool(known_kinds(sentence)) or (not is_share and bool(pattern("discretion.give").search(sentence))))
        and not (pattern("discretion.approval").search(sentence) or finds("sayings.negations", sentence))
    )


def _examples(meaning: Meaning) -> Iterator[Gift]:
    """What a case that was decided before gives, beside the row that it is an example of."""
    by_place = {band.pointer: band for band in meaning.cached(bands)}
    for pointer, example in meaning.parts_of(Precedent):
        band = by_place.get(inside(pointer, by_place) or ())
        for index, text in enumerate(example.gives if band else ()):
            told = [meaning.priced(each) for each in Money.all_in(text)]
            if band and band.up_to and len(told) == 1:
                place = (*pointer, example.written_keys()["gives"], index)
                yield Gift(place, told[0].text, told[0], band.gifts, Where.EXAMPLE, band.who, procedure=place[:2])


def _answered(meaning: Meaning) -> Iterator[Gift]:
    """What the quiz holds for the right answer about a row: how much may be given, or who may give so much."""
    by_place = {band.pointer: band for band in meaning.cached(bands)}
    for pointer, question in meaning.parts_of(Question):
        named = [each.pointer for mention in question.covers for each in targets(mention, meaning.names)]
        band = next((by_place[each] for each in named if each in by_place), None)
        asked, answer = question.named(), question.answer
        if band is None or not answer or not pattern("discretion.quiz").search(asked):
            continue
        told, about = _largest(answer, meaning), _largest(asked, meaning)
        people = _people_in(asked, meaning)
        if told and not about and (not people or not people.keys().isdisjoint(band.who)):
            yield Gift((*pointer, "answer"), told.text, told, band.gifts, Where.ANSWER, people or band.who)
        elif about and not told:
            giving = {each: name for each, name in who([RoleRef(answer)], meaning).items() if len(each) > 1}
            if not giving and pattern("discretion.nobody").fullmatch(answer.strip(" .")):
                giving = band.who
            if giving:
                yield Gift((*pointer, "answer"), answer, about, band.gifts, Where.ANSWER, giving)
