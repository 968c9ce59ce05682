"""Hold what nobody does against what is done, said and asked for, by the words of both.

Bans are those of the middle, and what a sentence to customers says that we never do. Deeds are read clause by clause
in every text instead, since half a sentence of a sample may break a ban, and the middle has one deed for a whole field.

A ban and a deed are compared by the stems of their words: the verb and what it is done to. Words for one thing count
as one (`data/<language>/sayings.yaml`); what a ban leaves open, the entry and the case around a deed may say.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from itertools import zip_longest
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.lexicon import alternatives, finds, pattern, table, words
from policyctl.meaning.concepts import Ban, Names
from policyctl.meaning.lowering import concepts_of
from policyctl.meaning.model import Meaning
from policyctl.meaning.references import inside
from policyctl.meaning.sites import situation_of
from policyctl.meaning.subjects import stem
from policyctl.meaning.texts import Passage, Reader
from policyctl.schema.grammar.entry import Entry, Part
from policyctl.schema.grammar.texts import Giving, Speech, Unsaid
from policyctl.schema.quantities.text import read_whole
from policyctl.schema.sections.aims import Benchmark
from policyctl.schema.sections.complaints import Complaints, HowToComplain
from policyctl.schema.sections.conduct import Privacy
from policyctl.schema.sections.discretion import Discretion, Precedent
from policyctl.schema.sections.keeping import Change, GlossaryTerm
from policyctl.schema.sections.listening import Feedback
from policyctl.schema.sections.procedures import Procedure, Step
from policyctl.schema.sections.stand import GroundRule
from policyctl.schema.sections.training import Question, RolePlay

_SURE = 2
"""Words that a ban and a deed must share at least."""

_SHORTEST = 4
"""Letters of a verb by which the name of an entry is about it: the `shut-off`."""

MANY = 300
"""Sentences with one word that are looked at for a ban; a policy may be hostile."""

_OF_CUSTOMERS = ("terms", "conduct")
"""Sections whose bans are about what customers bring or do."""

_SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…](?!\s+[^a-zäöüß\s]|\s*$|[\"”“’)])[^.!?…\n]*)*[.!?…]*")
_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


_WEEKDAYS = frozenset(_WEEK)


class Token(NamedTuple):
    """A word that carries what a sentence says: what stands for it and its like, and where it stands in the text."""

    stem: str
    start: int
    end: int


@dataclass(frozen=True)
class Prohibition:
    """Something that is never done, said or asked for: where it says so, in which words, and where it holds.

    `bare` is the text without what opens and closes every ban. `base` is the procedure in which it holds, or empty.
    `younger` is the age below which it speaks of somebody. `unless` is what lifts it, in words. `thing` is what it is
    done to, which a deed may leave out where all around it is about that.
    """

    pointer: Pointer
    text: str
    tokens: tuple[Token, ...]
    bare: str
    base: Pointer = ()
    asks: bool = False
    younger: int | None = None
    unless: tuple[str, ...] = ()
    thing: frozenset[str] = frozenset()

    @cached_property
    def stems(self) -> frozenset[str]:
        """What its words stand for."""
        return frozenset(token.stem for token in self.tokens)


@dataclass(frozen=True)
class Clause:
    """A part of a sentence that says what is done, said, given or asked for.

    `lead` is what stands before it in its sentence, `implied` a verb that its field says for it: `give`, `ask`.
    """

    passage: Passage
    clause: str
    start: int
    lead: str
    tokens: tuple[Token, ...]
    implied: str = ""

    @cached_property
    def stems(self) -> frozenset[str]:
        """What its words stand for, with the verb that its field implies."""
        return frozenset({token.stem for token in self.tokens} | ({self.implied} if self.implied else set()))


def bans(meaning: Meaning) -> tuple[Prohibition, ...]:
    """Everything that is never to be done, whatever the case, or unless something lifts it."""
    return tuple(ban for ban in _bans(meaning) if ban.tokens)


def _bans(meaning: Meaning) -> Iterator[Prohibition]:
    procedures = {pointer for pointer, _ in meaning.parts_of(Procedure)}

    @cache
    def customers_of(procedure: Pointer) -> Names:
        return situation_of(procedure, meaning).customers

    for ban in concepts_of(Ban, meaning):
        place = ban.place.pointer
        within = inside(place, procedures) or ()
        if place[:2] == ("privacy", "never_ask"):
            yield from _never_asked(ban, meaning)
        elif place[0] not in _OF_CUSTOMERS and ban.situation.customers == customers_of(within):
            # One that holds for some of its procedure's customers alone forbids nothing where others are served.
            for each in _prohibitions(place, ban.what, meaning):
                yield replace(each, base=within, unless=ban.situation.unless)
    for passage in meaning.texts.read_by(Reader.CUSTOMERS):
        yield from _told_customers(passage, meaning)


def _never_asked(ban: Ban, meaning: Meaning) -> Iterator[Prohibition]:
    """Each thing of a list that customers are never asked for."""
    for thing in re.split(rf",| {alternatives('sayings.or')} ", ban.what):
        tokens = tuple(each for each in tokens_of(thing, meaning.language) if not _is_whole(each.stem))
        if tokens:
            yield Prohibition(ban.place.pointer, ban.what, (Token("ask", 0, 0), *tokens), thing, asks=True)


def _told_customers(passage: Passage, meaning: Meaning) -> Iterator[Prohibition]:
    """What a sentence to customers says that we never do."""
    for found in _SENTENCE.finditer(passage.text):
        opening = pattern("sayings.openings", meaning.language).match(found[0].strip())
        if opening:
            yield _prohibition(passage.pointer, found[0].strip(), meaning, opening[0])
        thing, *deed = re.split(
            rf",? {alternatives('sayings.which_we_never', meaning.language)} ", found[0], maxsplit=1
        )
        for each in deed:
            verb, _, rest = each.strip(" .!").partition(" ")
            in_order = f"{thing} {each}" if meaning.language == "de" else f"{verb} {thing} {rest}"
            yield replace(_prohibition(passage.pointer, in_order, meaning), text=found[0].strip())


def _prohibitions(pointer: Pointer, text: str, meaning: Meaning) -> Iterator[Prohibition]:
    """Each of the cases that a ban lists, what it says of asking where it is about taking, and what nobody learns."""
    first, *others = [each[0].strip() for each in _SENTENCE.finditer(text)] or [text]
    for each in _alternatives(_prohibition(pointer, first, meaning), meaning):
        yield replace(each, text=text)
        yield from (replace(other, text=text) for other in _said_otherwise(each, meaning))
    for sentence in (first, *others):
        learnt = pattern("sayings.nobody_learns", meaning.language).search(sentence)
        if learnt:
            tokens = tokens_of(sentence.replace(learnt[0], " "), meaning.language)
            tell = Token("tell", 0, 0)
            whole = (*tokens, tell) if meaning.language == "de" else (tell, *tokens)
            yield Prohibition(pointer, text, whole if tokens else (), sentence.replace(learnt[0], " "))


def _alternatives(ban: Prohibition, meaning: Meaning) -> Iterator[Prohibition]:
    """A ban for each of the cases that it lists: `on a Friday, on a holiday or on the day before one`."""
    language = meaning.language
    head, *others = _listing().split(ban.bare)
    leads = [each.start() for each in _leading_in().finditer(head)]
    verb_first = language != "de" and ban.younger is None and not ban.asks
    if not (verb_first and others and leads and all(len(each.split()) <= _FEW for each in others)):
        yield ban
        return
    object_ = head[: leads[-1]]
    thing = frozenset(token.stem for token in tokens_of(object_, language)[1:])
    for case in (head[leads[-1] :], *others):
        bare = f"{object_.rstrip()} {case.strip()}"
        yield replace(ban, bare=bare, tokens=tokens_of(bare, language), thing=thing)


def _said_otherwise(ban: Prohibition, meaning: Meaning) -> Iterator[Prohibition]:
    """Who may not take something may not ask for it, and what may not be given as an answer may not be told."""
    if not ban.tokens or meaning.language == "de":
        return
    verb, *others = ban.tokens
    if verb.stem == "take" and others:
        yield replace(ban, tokens=(verb._replace(stem="ask"), *others), asks=True)
    if verb.stem == "give" and any(pattern("sayings.told_things").fullmatch(each.stem) for each in others):
        yield replace(ban, tokens=(verb._replace(stem="tell"), *others))


_FEW = 5
"""Words of one of the cases that a ban lists."""


@cache
def _listing() -> re.Pattern[str]:
    return re.compile(rf",? {alternatives('sayings.or')} |, (?={alternatives('sayings.leading_in')} )", re.IGNORECASE)


@cache
def _leading_in() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives('sayings.leading_in')} ", re.IGNORECASE)


def _prohibition(pointer: Pointer, text: str, meaning: Meaning, opening: str = "") -> Prohibition:
    bare = re.sub(rf"(?:{'|'.join(words('sayings.whatever'))})[.! ]*$", "", text[len(opening) :], flags=re.IGNORECASE)
    bare = re.sub(rf"^{alternatives('structure.prohibitions')}\b", "", bare.strip(), flags=re.IGNORECASE)
    tokens = tokens_of(bare, meaning.language)
    asks = bool(tokens) and tokens[0 if meaning.language != "de" else -1].stem == "ask"
    if asks:
        tokens = tuple(each for each in tokens if not _is_whole(each.stem))
    return Prohibition(pointer, text, tokens, bare, asks=asks, younger=_age(text, "younger_than"))


def _is_whole(stemmed: str) -> bool:
    return bool(pattern("sayings.whole").fullmatch(stemmed))


def _age(text: str, before: str) -> int | None:
    """The age that stands behind such words: `under 16`, `from 14 years`."""
    found = _ages(before).search(text)
    return read_whole(found["age"].casefold()) if found else None


@cache
def _ages(before: str) -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(f'sayings.{before}')} (?P<age>[^\W_]+)\b(?! ?[%£€$])", re.IGNORECASE)


def clauses(meaning: Meaning) -> tuple[Clause, ...]:
    """Every part of a sentence that says what is done, wherever it stands."""
    return tuple(
        deed for passage in meaning.texts.passages if _tells_deeds(passage) for deed in _clauses_of(passage, meaning)
    )


_BANNING: Mapping[type[Part], frozenset[str]] = {
    Discretion: frozenset({"nobody_may", "ask_yourself"}),
    Privacy: frozenset({"never_ask"}),
    Complaints: frozenset({"counts", "does_not_count"}),
    Procedure: frozenset({"trigger", "example"}),
}
"""Fields that forbid, or tell of a case and of no deed."""

_NO_DEEDS = frozenset({
    "because", "if_", "unless", "when", "triggers", "trigger", "not_for", "case", "customer", "example", "examples",
    "found", "question", "questions", "options", "unacceptable", "signs", "stop_when", "success_when", "theirs",
    "avoid", "title", "not_", "fault", "begins", "definition", "statement", "means", "scope", "lessons", "name",
})  # fmt: skip
"""Fields that tell of a case, a reason, a wish, or of others."""

_NO_PARTS = (Change, Benchmark, Feedback, Precedent, Question, RolePlay, GlossaryTerm)
"""Parts that tell of the past, of others, or of what might be."""


def _tells_deeds(passage: Passage) -> bool:
    part, field = passage.part, passage.field
    if passage.kind is Unsaid or isinstance(part, _NO_PARTS) or field in _BANNING.get(type(part), ()):
        return False
    if passage.pointer[0] == "never" or "never" in passage.pointer:
        return False
    if isinstance(part, GroundRule) and (part.for_ or part.unless):
        return False
    if field == "name":
        return isinstance(part, GroundRule) and not part.do
    return passage.reader is not Reader.NOBODY and field not in _NO_DEEDS


def _clauses_of(passage: Passage, meaning: Meaning) -> Iterator[Clause]:
    asked = isinstance(passage.part, Privacy | Procedure | HowToComplain) and passage.field in (
        "identity",
        "needs",
        "tell_us",
    )
    given = passage.field == "gives" and type(passage.text) is Giving
    for found in _SENTENCE.finditer(passage.text):
        for start, end in _joined(passage.text, [*_split(found[0], found.start())], meaning.language):
            clause = passage.text[start:end]
            tokens = tokens_of(clause, meaning.language, start)
            implied = "ask" if asked or _requests(passage, clause) else "give" if given else ""
            if len(tokens) + bool(implied) > 1 or _age(clause, "from_age"):
                yield Clause(passage, clause, start, passage.text[found.start() : start], tokens, implied)


def _joined(text: str, parts: list[tuple[int, int]], language: str) -> Iterator[tuple[int, int]]:
    """The parts of a sentence, with those that only say on which days or at what time, or what it is that is told."""
    at: tuple[int, int] | None = None
    for start, end in parts:
        more = text[start:end]
        stems = {token.stem for token in tokens_of(more, language)}
        only_when = bool(stems) and all(each in _WEEK or finds("figures.clock_words", each) for each in stems)
        told = (
            at is not None and finds("sayings.what_is_told", more, language) and _tells(text[at[0] : at[1]], language)
        )
        if at is not None and (only_when or told):
            at = (at[0], end)
        else:
            if at is not None:
                yield at
            at = (start, end)
    if at is not None:
        yield at


def _tells(clause: str, language: str) -> bool:
    return any(token.stem == "tell" for token in tokens_of(clause, language))


def _requests(passage: Passage, clause: str) -> bool:
    return passage.kind is Speech and finds("sayings.requests", clause)


def _split(sentence: str, start: int) -> Iterator[tuple[int, int]]:
    at = start
    for joint in _joints().finditer(sentence):
        yield at, start + joint.start()
        at = start + joint.end()
    yield at, start + len(sentence)


@cache
def _joints() -> re.Pattern[str]:
    return re.compile(rf"[,;:()–—]\s|[()]| {alternatives('sayings.joints')} ", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def tokens_of(text: str, language: str, offset: int = 0) -> tuple[Token, ...]:
    """The words of a text that carry what it says, each with what stands for it and its like."""
    names, finder = _finder(language)
    found = []
    for word in finder.finditer(text):
        if word.lastgroup != "word":
            found.append(Token(names[word.lastgroup or ""], offset + word.start(), offset + word.end()))
        elif len(word[0]) > 2 and word[0].casefold() not in _empty(language):
            found.append(Token(_stem(word[0].casefold(), language), offset + word.start(), offset + word.end()))
    return tuple(_with_days_between(found, text, offset))


def _stem(word: str, language: str) -> str:
    stemmed = stem(word, language)
    return re.sub(r"(?<=\w{4})e?s?t$", "", stemmed) if language == "de" else stemmed


def _with_days_between(found: list[Token], text: str, offset: int) -> Iterator[Token]:
    """The tokens; from Monday to Friday is on a Wednesday as well."""
    for token, after in zip_longest(found, found[1:]):
        yield token
        if after and token.stem in _WEEK and after.stem in _WEEK:
            between = text[token.end - offset : after.start - offset]
            if re.fullmatch(rf"\s*(?:[-–]|{alternatives('sayings.through')})\s*", between, re.IGNORECASE):
                first, last = _WEEK.index(token.stem), _WEEK.index(after.stem)
                yield from (Token(day, token.start, after.end) for day in _WEEK[first + 1 : last])


@cache
def _finder(language: str) -> tuple[Mapping[str, str], re.Pattern[str]]:
    same = table("sayings.same", language)
    names = {f"g{number}": name for number, name in enumerate(same)}
    groups = (rf"(?P<g{number}>(?<!\w)(?:{'|'.join(each)})(?!\w))" for number, each in enumerate(same.values()))
    word = r"(?P<word>[^\W\d_]+(?:['’-][^\W\d_]+)*)"
    return names, re.compile("|".join([*groups, word]), re.IGNORECASE)


@cache
def _empty(language: str) -> frozenset[str]:
    return frozenset((*words("sayings.empty", language), *words("sayings.conditions", language)))


class Contradictions:
    """Finds the deeds that a ban forbids, by the words that they share."""

    def __init__(self, meaning: Meaning) -> None:
        self._meaning = meaning
        self._parts = dict(meaning.parts)
        self._holding: dict[str, list[Clause]] = {}
        self._aged: list[Clause] = []
        self._cases: dict[Pointer, frozenset[str]] = {}
        for deed in meaning.cached(clauses):
            if _age(deed.clause, "from_age"):
                self._aged.append(deed)
            for each in deed.stems:
                self._holding.setdefault(each, []).append(deed)

    def against(self, ban: Prohibition) -> Iterator[tuple[Clause, int, int]]:
        """The deeds that are forbidden, each with where its words begin and end."""
        for deed in self._like(ban):
            pointer = deed.passage.pointer
            if pointer[: len(ban.base)] == ban.base and pointer != ban.pointer:
                span = self._forbidden(ban, deed) if ban.younger is None else self._too_young(ban, deed)
                if span and not self._is_lifted(ban, deed):
                    yield (deed, *span)

    def answered(self, ban: Prohibition) -> Iterator[Pointer]:
        """Right answers of the quiz that let somebody do what is forbidden, or forbid it where something lifts it."""
        language, verb = self._meaning.language, _verb(ban, self._meaning.language)
        for pointer, question in self._meaning.parts_of(Question)[:MANY] if ban.younger is None else ():
            is_yes = _says_yes(question.answer or "", language)
            *case, asked = [each[0] for each in _SENTENCE.finditer(question.named())] or [""]
            deed = _stems(asked, language)
            if is_yes is not None and verb in deed and deed - {verb} <= ban.stems:
                spoken = _stems(" ".join(case), language) | deed
                lifted = any(_stems(each, language) & spoken for each in ban.unless)
                if lifted is not is_yes and (lifted or self._is_its_case(ban, question.named(), spoken)):
                    yield (*pointer, question.written_keys()["answer"])

    def _is_its_case(self, ban: Prohibition, question: str, spoken: frozenset[str]) -> bool:
        """Whether a question speaks of the case that a ban is for; before a holiday is the day before one."""
        language, verb = self._meaning.language, _verb(ban, self._meaning.language)
        if finds("sayings.tomorrow", question, language):
            of_days = _stems(ban.text, language) - ban.thing - {verb}
            return finds("sayings.day_before", ban.text, language) and bool(of_days & spoken - _WEEKDAYS)
        return ban.stems - {verb} - ban.thing <= spoken and ban.stems - {verb} != frozenset()

    def _like(self, ban: Prohibition) -> Iterable[Clause]:
        """The deeds that do what a ban speaks of, or speak of an age as it does."""
        if ban.younger is not None:
            return self._aged[:MANY]
        return self._holding.get(_verb(ban, self._meaning.language), ())[:MANY]

    def _forbidden(self, ban: Prohibition, deed: Clause) -> tuple[int, int] | None:
        missing = ban.stems - deed.stems
        if _verb(ban, self._meaning.language) in missing or len(ban.stems) - len(missing) < _SURE:
            return None
        if self._is_about(ban, deed):
            missing -= ban.thing
        elif len(missing) == 1 and finds("sayings.leads_there", deed.clause, self._meaning.language):
            missing = frozenset()
        if missing and not (missing <= self._around(deed) or self._is_wider(ban, deed, missing)):
            return None
        span = _span(ban, deed)
        return None if span is None or not _is_done(ban, deed, span, self._meaning.language) else span

    def _is_about(self, ban: Prohibition, deed: Clause) -> bool:
        """Whether the entries around a deed are about what the ban forbids."""
        verb = _verb(ban, self._meaning.language)
        return any(each.startswith(verb) for each in self._around(deed)) if len(verb) >= _SHORTEST else False

    def _is_lifted(self, ban: Prohibition, deed: Clause) -> bool:
        """Whether the deed, or what stands around it, speaks of what lifts the ban."""
        lifting = frozenset(each for text in ban.unless for each in _stems(text, self._meaning.language))
        spoken = _stems(deed.passage.text, self._meaning.language) | self._around(deed)
        return not lifting.isdisjoint(spoken - ban.stems)

    def _around(self, deed: Clause) -> frozenset[str]:
        """What the entries around a deed say of its case: their names, and when they are for."""
        pointer, language = deed.passage.pointer, self._meaning.language
        if pointer not in self._cases:
            around = (self._parts[pointer[:n]] for n in range(1, len(pointer)) if pointer[:n] in self._parts)
            texts = (text for part in around for text in _case(part))
            self._cases[pointer] = frozenset(each for text in texts for each in _stems(text, language))
        return self._cases[pointer]

    def _is_wider(self, ban: Prohibition, deed: Clause, missing: frozenset[str]) -> bool:
        """Whether only an adjective is missing in a deed that speaks of the thing as such: plants, not dead ones."""
        (first, *more) = missing
        if more or self._meaning.language != "de":
            return False
        at = next(number for number, token in enumerate(ban.tokens) if token.stem == first)
        noun = ban.tokens[at + 1] if at + 1 < len(ban.tokens) else None
        word = ban.bare[ban.tokens[at].start : ban.tokens[at].end]
        if noun is None or not re.search(r"e[nrms]?$", word) or not ban.bare[noun.start : noun.end][:1].isupper():
            return False
        there = next((number for number, token in enumerate(deed.tokens) if token.stem == noun.stem), None)
        if there is None:
            return False
        own = deed.tokens[there - 1] if there else None
        before = deed.passage.text[own.start : own.end] if own and own.stem not in ban.stems else ""
        return not re.search(r"^[a-zäöüß]+e[nrms]?$", before)

    def _too_young(self, ban: Prohibition, deed: Clause) -> tuple[int, int] | None:
        """Where a deed is for somebody whom the ban calls too young for the same thing."""
        language = self._meaning.language
        things = ban.stems - {_verb(ban, language)} - _stems("years Jahren", language)
        found = _ages("from_age").search(deed.clause)
        age = read_whole(found["age"].casefold()) if found else None
        if not (found and age and ban.younger and 0 < age < ban.younger and things):
            return None
        opening = "" if deed.lead.strip() and not deed.lead.rstrip().endswith(",") else _name(deed.passage.part)
        if not things <= deed.stems | _stems(opening, language):
            return None
        return deed.start + found.start(), deed.start + found.end()


def _says_yes(answer: str, language: str) -> bool | None:
    """What a plain answer comes to; None where it is any other."""
    plain = answer.strip(" .!").casefold()
    if plain in words("sayings.plain_yes", language):
        return True
    return False if plain in words("sayings.plain_no", language) else None


def _stems(text: str, language: str) -> frozenset[str]:
    return frozenset(token.stem for token in tokens_of(text, language))


def _name(part: Part) -> str:
    return part.named() if isinstance(part, Entry) and part.name else ""


def _case(part: Part) -> Iterator[str]:
    if isinstance(part, Entry) and part.name:
        yield part.name
    channel = getattr(part, "channel", None)
    yield from (channel,) if channel else getattr(part, "channels", ())
    if isinstance(part, Procedure):
        yield from part.trigger
    if isinstance(part, Step):
        yield from part.if_


def _verb(ban: Prohibition, language: str) -> str:
    """What is done: the first word of an instruction in English, the last of one in German."""
    return ban.tokens[-1 if language == "de" and not ban.asks else 0].stem


def _span(ban: Prohibition, deed: Clause) -> tuple[int, int] | None:
    """From the first to the last word of the deed that the ban shares; None where too much stands between."""
    shared = [number for number, token in enumerate(deed.tokens) if token.stem in ban.stems]
    if not shared or shared[-1] - shared[0] > len(ban.stems) + 4:
        return None
    return deed.tokens[shared[0]].start, max(deed.tokens[number].end for number in shared)


def _is_done(ban: Prohibition, deed: Clause, span: tuple[int, int], language: str) -> bool:
    """Whether the words tell of a deed of ours, in the case that the ban speaks of, and not of the opposite."""
    clause, lead = deed.clause, _without_cases(deed.lead)
    before = clause[: span[0] - deed.start]
    if _negates(f"{lead} {clause}", language) != _negates(ban.bare, language):
        return False
    if ban.asks and finds("sayings.partly", clause, language):
        return False
    if deed.implied != "ask" and finds("sayings.situations", before, language):
        return False
    if (
        deed.implied != "ask"
        and deed.passage.reader is Reader.CUSTOMERS
        and finds("sayings.their_deed", before, language)
    ):
        return False
    needed = pattern("sayings.conditions", language).findall(_without_phrases(ban.bare, language))
    said = f"{deed.lead} {deed.passage.text[deed.start :]}"
    return all(re.search(rf"\b{re.escape(word)}\b", said, re.IGNORECASE) for word in needed)


def _negates(text: str, language: str) -> bool:
    return finds("sayings.negations", _without_phrases(text, language), language)


def _without_phrases(text: str, language: str) -> str:
    """The text without the phrases that stand for one thing, such as `without notice`."""
    names, finder = _finder(language)
    return finder.sub(lambda found: found[0] if found.lastgroup not in names else " ", text)


def _without_cases(lead: str) -> str:
    """The text before a deed without the parts that tell of a case: `If nobody is in, …`."""
    parts: Iterable[str] = re.split(r"[,;:]", lead)
    return ",".join(part for part in parts if not pattern("sayings.situations").match(part.strip()))
