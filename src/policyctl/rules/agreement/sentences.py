"""Hold sentences against the figure that they repeat: a letter, a quiz, what a sample says, a note on what is kept."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from policyctl.findings import Pointer
from policyctl.lexicon import alternatives, finds
from policyctl.lexicon import words as lexicon_words
from policyctl.meaning.claims import Claim, Rivals, agree, differ, within_entry
from policyctl.meaning.figures import NEAR, Bound, Kind
from policyctl.meaning.lengths import sooner
from policyctl.meaning.promises.cases import priority_spoken_of
from policyctl.meaning.references import inside, targets
from policyctl.meaning.subjects import carrying_words, holds, matters_in, stem, stems_of
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.commitment import Commitment
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.texts import Speech
from policyctl.schema.quantities import Duration
from policyctl.schema.sections.procedures import Step
from policyctl.schema.sections.tone import Sample
from policyctl.schema.sections.training import Question

MANY = 60
"""Figures of one kind that a sentence is held against; no organisation has as many, and a hostile file may."""

_SAID_ONCE = frozenset({"refund", "acknowledge", "call-back"})
"""Matters of which a policy has one length of time, or a few that any sentence means one of."""

_BESIDE = frozenset({"payment", "complaint", "delivery", "attend"})
"""Matters that may be named beside one of them: a refund “is with you”, as a parcel is."""

_PROMISING = ("standards", "terms", "remedies", "complaints", "facts")

_UNDERTAKEN = ("standards", "terms", "facts")


def quiz_answers(context: RuleContext, found: Sequence[Claim]) -> Iterator[Rivals]:
    """Right answers of a quiz that are none of the figures of what the question covers."""
    questions = dict(context.parts_of(Question)[:MANY])
    own: dict[Pointer, list[Claim]] = defaultdict(list)
    for each in found if questions else ():
        if place := inside(each.pointer, questions):
            own[place].append(each)
    for pointer, question in questions.items():
        answers = [each for each in own[pointer] if each.field == "answer"]
        asked = stems_of(f"{question.named()} {question.answer or ''}", context.language)
        for answer in answers[:1] if len(answers) == 1 else ():
            if any(each.kind is answer.kind for each in own[pointer] if each.field == "name"):
                continue
            covered = {named.pointer for each in question.covers for named in targets(each, context.names)}
            alike = [each for each in found if each.kind is answer.kind and each.field not in ("answer", "options")]
            if finds("figures.beginnings", question.named()):
                alike = [each for each in alike if not _is_an_end(each)]
            meant = _in_the_case(_meant(alike, covered, asked), question, context)
            named = [each for each in alike if each.section in _UNDERTAKEN and _is_named(each, asked)]
            rivals = meant or named
            if rivals and all(differ(answer, each) for each in rivals):
                is_said_elsewhere = any(agree(answer, each) for each in named)
                yield Rivals(rivals[0], answer) if is_said_elsewhere else Rivals(answer, rivals[0])


def _in_the_case(meant: list[Claim], question: Question, context: RuleContext) -> list[Claim]:
    """Of the limits of a table, those of the one priority that the question speaks of."""
    tables = [each for each in meant if each.stated and each.field == "within" and each.pointer[-1] != "within"]
    spoken = priority_spoken_of(question.named(), context) if tables and len(tables) == len(meant) else None
    names = {normalise_name(str(spoken[-1]))} if spoken else set()
    return [each for each in meant if normalise_name(str(each.pointer[-1])) in names] or meant


def _is_an_end(claim: Claim) -> bool:
    """Whether it is the time of day until which something lasts: `until seven`, `bis 22 Uhr`."""
    figure = claim.figure
    if figure is None or figure.kind is not Kind.TIME:
        return False
    return bool(_until().search(figure.text[max(0, figure.start - NEAR) : figure.start]))


@cache
def _until() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives('presence.until')} $", re.IGNORECASE)


def _meant(alike: Sequence[Claim], covered: Iterable[Pointer], asked: frozenset[str]) -> list[Claim]:
    """The figures of what a question covers that share a word with it, or the only one there."""
    there = [each for pointer in covered for each in within_entry(alike, pointer)]
    shared = [each for each in there if any(holds(asked, word) for word in _words(each))]
    return shared or (there if len(there) == 1 else [])


def _words(claim: Claim) -> frozenset[str]:
    """The stems of its part of the sentence and of the entries around it, with who and what they name."""
    texts = [entry.named() for _, entry in claim.entries]
    for _, entry in claim.entries:
        texts += [str(each) for key in ("who", "gives") for each in getattr(entry, key, ())]
    return claim.stems | stems_of(" ".join(texts), claim.language)


def _is_named(claim: Claim, words: frozenset[str]) -> bool:
    """Whether the words hold the whole name of the entry that a figure stands in."""
    name = carrying_words(claim.name)
    return bool(name) and all(holds(words, stem(word, claim.language)) for word in name)


def windows_of_complaints(found: Sequence[Claim]) -> Iterator[Rivals]:
    """Times to go further that a letter names and no stage of the complaint allows."""
    lengths = [each for each in found if each.section == "complaints" and each.kind is Kind.DURATION]
    windows = [each for each in lengths if each.field == "ask_within"]
    for claim in lengths:
        said = claim.figure and claim.field in ("letter", "says") and claim.bound is Bound.AT_MOST
        if said and windows and claim.figure and not claim.figure.hedged and "outside" not in claim.pointer:
            if not finds("figures.asking", claim.figure.clause) or "ombudsman" in claim.spoken:
                continue
            others = [each for each in lengths if each.stated and "outside" not in each.pointer]
            if not any(agree(claim, each) for each in others) and all(differ(claim, each) for each in windows):
                yield Rivals(claim, windows[0])


def retention(found: Sequence[Claim]) -> Iterator[Rivals]:
    """Times for which something is kept, in words, and in the list of what is kept how long."""
    lengths = [each for each in found if each.kind is Kind.DURATION]
    kept = [each for each in lengths if each.pointer[:2] == ("privacy", "retention")][:MANY]
    for claim in lengths if kept else ():
        if claim.figure and claim.is_firm and claim.pointer[:2] != ("privacy", "retention"):
            is_record = claim.pointer[0] == "complaints" and claim.field == "logged"
            if is_record or "retention" in claim.spoken:
                about = matters_in("complaint") if is_record else frozenset()
                words = stems_of(f"{claim.figure.sentence} {_kept_by_its_field(claim)}", claim.language)
                meant = [each for each in kept if _is_kept(each, words, about | claim.spoken)]
                if meant and all(differ(claim, each) for each in meant):
                    yield Rivals(claim, meant[0])


def _kept_by_its_field(claim: Claim) -> str:
    """What a sentence speaks of by the field that it stands in: recordings are of calls."""
    return " ".join(lexicon_words("figures.recordings", claim.language)) if claim.field == "recordings" else ""


def _is_kept(row: Claim, words: frozenset[str], about: frozenset[str]) -> bool:
    """Whether a row of what is kept is what the words speak of."""
    name = carrying_words(row.name)
    return bool(name) and all(holds(words, stem(word, row.language)) or matters_in(word) & about for word in name)


def told_in_passing(found: Sequence[Claim]) -> Iterator[Rivals]:
    """Times that a letter, a note or a sample tells for what is promised everywhere, and nothing promises.

    Somebody may be told less than was promised, where it goes faster for once.
    """
    lengths = [each for each in found if each.kind is Kind.DURATION]
    promised = [each for each in lengths if _promises(each)][:MANY]
    for claim in lengths:
        matter = claim.spoken & _SAID_ONCE if _is_told(claim) else frozenset()
        if len(matter) == 1 and claim.spoken <= matter | _BESIDE:
            meant = [each for each in promised if matter & each.matters]
            if meant and not any(agree(claim, each) for each in meant) and _is_beyond(claim, meant):
                yield Rivals(claim, meant[0])


def _promises(claim: Claim) -> bool:
    """Whether a figure is how long something takes that customers were promised."""
    entry = claim.entries[-1][1] if claim.entries else None
    return (isinstance(entry, Commitment) and claim.section in _PROMISING and claim.bound is Bound.AT_MOST) or (
        claim.field == "paid_within"
    )  # fmt: skip


def _is_told(claim: Claim) -> bool:
    passage = claim.passage
    return (
        passage is not None
        and claim.is_firm
        and claim.is_ours
        and not claim.is_conditional
        and claim.bound is Bound.AT_MOST
        and not isinstance(passage.part, Commitment | Step)
        and not (isinstance(passage.part, Sample) and passage.part.procedure)
    )


def _is_beyond(claim: Claim, promised: Sequence[Claim]) -> bool:
    mine, all_lengths = claim.value, [each.value for each in promised]
    theirs = [each for each in all_lengths if isinstance(each, Duration)]
    if not isinstance(mine, Duration) or len(theirs) < len(all_lengths):
        return False
    longer = all(sooner(each, mine) for each in theirs)
    spoken = claim.passage is not None and claim.passage.kind is Speech
    return longer or (not spoken and all(sooner(mine, each) for each in theirs))


def prices_quoted(found: Sequence[Claim]) -> Iterator[Rivals]:
    """Amounts that staff quote for what the terms say it costs."""
    costs = [each for each in found if each.kind is Kind.MONEY and each.field == "costs" and each.figure][:MANY]
    for claim in found if costs else ():
        if claim.kind is Kind.MONEY and claim.passage and claim.passage.kind is Speech and claim.is_firm:
            around = stems_of(" ".join(entry.named() for _, entry in claim.entries), claim.language)
            meant = [each for each in costs if each.stems and all(holds(claim.stems, word) for word in each.stems)]
            meant = [each for each in meant if len(each.stems) > 1 or any(holds(around, w) for w in _group(each))]
            if meant and all(differ(claim, each) for each in meant):
                yield Rivals(claim, meant[0])


def _group(claim: Claim) -> frozenset[str]:
    return stems_of(" ".join(entry.named() for _, entry in claim.entries), claim.language)


def too_late_to_be_owed(found: Sequence[Claim]) -> Iterator[Rivals]:
    """Remedies for what was not done within a time, where another time is promised."""
    lengths = [each for each in found if each.kind is Kind.DURATION]
    stated = (each for each in lengths if each.stated and each.section == "standards")
    promised = [each for each in stated if each.field == "within"][:MANY]
    for claim in lengths if promised else ():
        if _is_failure(claim):
            said = claim.stems | stems_of(claim.name, claim.language)
            most = max(_shared(each, said) for each in promised)
            meant = [each for each in promised if most and _shared(each, said) == most]
            if meant and all(differ(claim, each) for each in meant):
                yield Rivals(claim, meant[0])


def _is_failure(claim: Claim) -> bool:
    """Whether a remedy is for what was not done within that time."""
    figure = claim.figure
    is_case = claim.section == "remedies" and claim.field in ("when", "name") and claim.bound is Bound.AT_MOST
    return bool(is_case and figure and not figure.hedged and finds("figures.not_done", figure.clause))


def _shared(claim: Claim, words: frozenset[str]) -> int:
    return sum(holds(words, each) for each in stems_of(claim.name, claim.language))
