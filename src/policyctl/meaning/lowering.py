"""Say for every field of the language which concept it becomes, and lower a policy by that table.

Whoever adds a field or a section adds its line here; a test fails for one that has none.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple, TypeVar

from pydantic import ConfigDict

from policyctl.meaning.concepts import CONCEPTS, CUSTOMER, DOCUMENTED, Charge, Concept, Mention, Place, is_in_words
from policyctl.meaning.figures import Kind, read_figures
from policyctl.meaning.formatting import joined
from policyctl.meaning.lowerers import (
    Lowerer,
    avoided,
    bans,
    channel,
    charges,
    comparison,
    customers_do,
    dates,
    deeds,
    done_by,
    duties,
    fact,
    goal,
    grants,
    handed_on,
    handed_to,
    level,
    level_may,
    limited,
    may_refund,
    metric,
    opening,
    outside,
    owed,
    pass_mark,
    people,
    promises,
    round_the_clock,
    rule_of_work,
    sayings,
    step,
    step_gives,
    timed,
)
from policyctl.meaning.model import Meaning
from policyctl.meaning.presence import years
from policyctl.meaning.promises.rows import rows
from policyctl.meaning.references import may_be_words, unresolved
from policyctl.meaning.sites import Site, name_of
from policyctl.meaning.subjects import subject_of
from policyctl.schedule import read_closing
from policyctl.schema import Policy
from policyctl.schema.grammar.entry import Part
from policyctl.schema.grammar.references import HoursRef, Reference
from policyctl.schema.grammar.texts import Unsaid
from policyctl.schema.quantities import Count, Relative
from policyctl.schema.sections import (
    aims,
    complaints,
    conduct,
    discretion,
    escalation,
    head,
    keeping,
    listening,
    procedures,
    stand,
    standards,
    terms,
    tone,
    training,
)
from policyctl.schema.sections import (
    people as staff,
)

C = TypeVar("C", bound=Concept)


class Nothing(NamedTuple):
    """A field that becomes no concept, and why."""

    why: str


class Beside(NamedTuple):
    """A field that is told with the concepts of its part, and what it tells of them."""

    what: str


Lowered = Lowerer | Beside | Nothing

NAME = Nothing("what others call it by, and its concepts too")
PROSE = Nothing("words that are printed as they are; the figures in them are read")
READER = Nothing("who reads it, which every concept bears")
CHAPTER = Nothing("the chapter that it is printed in")
LOOKS = Nothing("how pages look")
HEAD = Nothing("whose policy it is, how far it has come and how it is read")
SORT = Nothing("the sort of entry; nothing to compare")
LINK = Nothing("leads to what is lowered where it stands")
FOUND = Nothing("how or where it is found again")
ORDER = Nothing("an order or a kind, by which cases are told apart")
EXAMPLE = Nothing("an example of something that was, and binds nobody")
SETTING = Nothing("for policyctl itself, and printed nowhere")
CASE = Beside("the case in which it holds")
START = Beside("what its time is counted after")
WHO = Beside("who it is about")

_ENTRY: Mapping[str, Lowered] = {
    "name": NAME, "about": PROSE, "because": PROSE, "note": PROSE, "topic": CHAPTER, "audience": READER,
    "customer_part": customers_do, "links": FOUND,
}  # fmt: skip
_SECTION: Mapping[str, Lowered] = {"title": CHAPTER, "intro": PROSE, "notes": PROSE}
_CASE: Mapping[str, Lowered] = {
    "for_": CASE, "not_for": CASE, "channels": CASE, "priorities": CASE, "when": CASE, "unless": CASE, "fault": CASE,
    "exceptions": CASE,
}  # fmt: skip
_AROUND: Mapping[str, Lowered] = {"intro": PROSE, "notes": PROSE, "stem": PROSE}
_PROMISE: Mapping[str, Lowered] = {
    **dict.fromkeys(("says", "within", "at_least", "at_most", "by", "on", "every", "notice", "met"), promises),
    "usually": PROSE, "who": WHO, "not_by": WHO, "firmness": Beside("how firmly"),
    "milestone": Beside("the moment it is about"),
    "until": Beside("when what is repeated ends"), "before": START, "after": START, "how": PROSE,
    "public": Beside("whether customers are told"), "when_missed": Beside("what follows if it is not kept"),
    "basis": FOUND, "effective": dates, "costs": charges,
}  # fmt: skip
_OWED: Mapping[str, Lowered] = {
    **dict.fromkeys(("gives", "up_to", "over", "paid_within"), owed),
    "automatic": Beside("whether it comes by itself"), "added_to": LINK, "if_late": PROSE,
}  # fmt: skip
_COMMITMENT: Mapping[str, Lowered] = {**_ENTRY, **_CASE, **_AROUND, **_PROMISE, **_OWED}

_HOW_TO_COMPLAIN = limited(start="after", who=(CUSTOMER,))
_ASKED = limited(start="ask_after", who=(CUSTOMER,))
_COMPLEXITY = limited(start="after")
_WORDS = limited()
_ROUTE = handed_to("to", told="tell", how="reply", waits=("within",))
_ESCALATION = handed_to("to")
_ASK = handed_to("ask", when="it is more than one may give")
_STANDS_IN = handed_to(backup="backup")
_GOES_ON = handed_to("moves_to")
_CANNOT_USE = handed_to("alternatives", when="a customer cannot use it")
_QUESTIONS = handed_to("questions_to")
_TAKES = handed_to("to")
_DECIDES = handed_to("by")
_READS = done_by("read_by", does="acted_on", limits=("every",))
_LEADS = done_by("who", does="does", limits=("every",))
_TEACHES = done_by("trainer", does="about", limits=("lasts",))
_MEETS = done_by("led_by", does="about", limits=("lasts",))

LOWERED: Mapping[type[Part], Mapping[str, Lowered]] = {
    Policy: {"policyctl": SETTING},
    # ---- whose it is, and what it stands for
    head.Head: {
        **dict.fromkeys(("title", "subtitle", "organisation", "kind", "version", "status", "audience"), HEAD),
        "copies": PROSE,
        **dict.fromkeys(("language", "timezone", "currency", "profiles", "schemes"), HEAD),
        "owner": duties, "approver": duties, "effective": dates, "intro": PROSE, "notes": PROSE,
    },
    head.Scope: {"covers": PROSE, "excludes": PROSE},
    head.Replaced: {"what": PROSE, "still_for": PROSE},
    head.Brand: dict.fromkeys(("accent", "logo", "logo_dark", "heading_font", "text_font", "paper"), LOOKS),
    stand.Mission: {**_SECTION, "statement": PROSE, "source": FOUND},
    stand.Behaviour: {"do": deeds, "say": sayings, "avoid": avoided},
    stand.Value: {**_ENTRY, "means": PROSE},
    stand.GroundRule: {
        **_ENTRY, "name": rule_of_work, "do": rule_of_work, "say": sayings, "avoid": avoided, "unless": CASE,
        "for_": CASE,
    },
    stand.Fact: {**_ENTRY, "says": fact},
    stand.Topic: {**_ENTRY},
    stand.Moment: {
        **_ENTRY, "feels": PROSE, "sounds": PROSE, "first_help_within": _WORDS, "passed_on_at_most": _WORDS,
        "may_refund": may_refund, "shows": LINK,
    },
    # ---- aims
    aims.Goal: {
        **_ENTRY, "kind": SORT, "serves_mission": PROSE, **dict.fromkeys(("statement", "metrics", "owner"), goal),
    },
    aims.Benchmark: {
        **_ENTRY, **dict.fromkeys(("who", "goal", "metric", "theirs", "ours"), comparison),
        "decision": SORT, "source": FOUND, "checked": dates,
    },
    aims.DataSource: {"system": FOUND, "column": FOUND},
    aims.Metric: {
        **_ENTRY, "formula": PROSE,
        **dict.fromkeys(("definition", "better", "baseline", "target", "every", "owner", "balanced_by"), metric),
    },
    # ---- people, hours, channels, customers
    staff.Role: {
        **_ENTRY, "title": SORT, "people": people, "rota": people, "covers": deeds, "backup": _STANDS_IN,
        "reach": FOUND, "leads": SORT, "until": dates,
    },
    staff.Closure: {**_ENTRY, "name": Beside("the day"), "about": Beside("what day it is")},
    staff.Hours: {**_ENTRY, "about": opening, "open": opening, "timezone": Beside("where these hours are"),
    "for_": CASE},
    staff.Channel: {
        **_ENTRY, "name": channel, "kind": SORT, "address": FOUND, "hours": channel, "for_": CASE,
        "good_for": PROSE, "not_for": PROSE, "answered_by": PROSE, "when_busy": PROSE, "alternatives": _CANNOT_USE,
        "moves_to": _GOES_ON, "support": channel, "languages": channel, "identity": PROSE,
    },
    staff.Customers: {**_ENTRY, "who": PROSE, "part_of": ORDER, "comes_before": ORDER, "needs": PROSE},
    staff.Condition: {"says": PROSE, "for_": ORDER, "channels": ORDER},
    staff.Priority: {
        **_ENTRY, "means": PROSE, "otherwise": ORDER, "examples": EXAMPLE, "when_unsure": PROSE,
        "round_the_clock": round_the_clock,
    },
    # ---- what is promised, owed, given and done
    standards.Standard: {**_COMMITMENT, "name": promises},
    standards.Remedy: {
        **_COMMITMENT, **dict.fromkeys(("says", "within", "at_most", "by", "on"), owed),
        **dict.fromkeys(("at_least", "every", "notice", "met"), PROSE),
    },
    terms.Term: {
        **_COMMITMENT, "condition": CASE, "proof": PROSE, "no_proof": PROSE, "late": PROSE, "abuse": PROSE,
    },
    terms.Refusal: {**_ENTRY, "case": bans, "about": bans, "unless": CASE},
    procedures.Step: {
        **_ENTRY, **dict.fromkeys(("do", "record", "tell", "by", "within", "ask", "go_to"), step),
        "say": sayings, "avoid": avoided, "gives": step_gives, "after": START,
        **dict.fromkeys(("channels", "for_", "not_for", "if_", "unless", "otherwise"), CASE),
    },
    procedures.Procedure: {
        **_ENTRY, "says": deeds, "goals": LINK, "trigger": PROSE, "channels": CASE, "for_": CASE, "needs": PROSE,
        "standards": LINK, "escalation": LINK, "done_when": PROSE, "follow_up": deeds, "example": EXAMPLE,
    },
    discretion.Precedent: {**_ENTRY, "case": EXAMPLE, "gives": EXAMPLE},
    discretion.Grant: {
        **_COMMITMENT,
        **dict.fromkeys(("name", "says", "who", "gives", "up_to", "over", "ask_first", "above"), grants),
        **dict.fromkeys(("within", "at_most", "paid_within", "answers_within"), grants),
        **dict.fromkeys(("at_least", "by", "on", "every", "notice", "met"), PROSE), "log": PROSE,
    },
    discretion.Discretion: {**_SECTION, "ask_yourself": PROSE, "nobody_may": bans, "ask": _ASK, "logged": deeds},
    # ---- who takes a case further
    escalation.NotFor: {**_ENTRY, "case": CASE, "instead": handed_on},
    escalation.Level: {
        **_ENTRY, **dict.fromkeys(("role", "backup", "waits", "reach", "next"), level), "may": level_may,
    },
    escalation.Handoff: {
        "kind": SORT, "how": Beside("how a case is handed over, with its levels"), "checklist": PROSE, "say": sayings,
    },
    escalation.Ladder: {
        **_ENTRY, "kind": SORT, "triggers": Beside("when its levels are asked"), "out_of_hours": handed_on,
        "declined": handed_on,
    },
    escalation.DirectRoute: {
        **_ENTRY, **dict.fromkeys(("to", "tell", "reply", "within"), _ROUTE), "say": sayings,
        "triggers": CASE, "channels": CASE, "for_": CASE,
    },
    escalation.Escalation: {
        **_SECTION, "when": _ESCALATION, "to": _ESCALATION, "logged": Nothing("whether each case is written down"),
    },
    # ---- complaints
    complaints.HowToComplain: {
        "says": _WORDS, "to": _TAKES, "ways": CASE, "within": _HOW_TO_COMPLAIN, "after": START, "late": PROSE,
        "tell_us": PROSE, "for_somebody_else": PROSE, "help": PROSE,
    },
    complaints.Complexity: {**_ENTRY, "means": PROSE, "within": _COMPLEXITY, "after": START},
    complaints.Extension: {"says": _WORDS, "at_most": _WORDS, "reason_given": SORT, "told_by": _WORDS},
    complaints.Stage: {
        **_ENTRY, "says": _WORDS, "begins": CASE, "ask_within": _ASKED, "ask_after": START, "optional": ORDER,
        "by": _DECIDES, "not_by": WHO, "letter": sayings,
    },
    complaints.OutsideBody: {
        **_ENTRY, "for_what": outside, "after": outside, "not_for": PROSE, "address": FOUND, "decides": SORT,
        "free": charges,
    },
    complaints.Complaints: {
        **_SECTION, "says": _WORDS, "counts": PROSE, "does_not_count": PROSE, "free_of_charge": charges,
        "no_detriment": _WORDS, "help_offered": _WORDS, "learning": deeds, "logged": PROSE,
    },
    # ---- how it sounds
    tone.Trait: {"be": PROSE, "not_": PROSE},
    tone.MoodTone: {**_ENTRY, "sound": PROSE, "say": sayings, "avoid": avoided},
    tone.Wording: {"avoid": avoided, "say": sayings, "because": PROSE},
    tone.PlainWord: {**_ENTRY, "plain": sayings},
    tone.AudioGuide: {"script": sayings, "recording": FOUND, "read_by": FOUND},
    tone.Sample: {
        **_ENTRY, "channel": CASE, "mood": PROSE, "procedure": LINK, "customer": EXAMPLE, "avoid": avoided,
        "say": sayings,
    },
    tone.Tone: {**_SECTION, "register_": SORT, "sounds_like": PROSE, "rules": PROSE},
    # ---- what was heard, tried and learned
    listening.Guide: {**_ENTRY, "steps": deeds, "for_": PROSE},
    listening.StaffInput: {
        **_ENTRY, "on": dates, **dict.fromkeys(("how", "who", "question", "found", "changed"), PROSE),
    },
    listening.Feedback: {
        **_ENTRY, "question": PROSE, "channels": CASE, "sample": PROSE, "metrics": LINK,
        **dict.fromkeys(("every", "read_by", "acted_on"), _READS),
    },
    training.PilotFinding: {**_ENTRY, "found": PROSE, "changed": PROSE},
    training.Pilot: {
        **_SECTION, "staff": PROSE, "customers": PROSE, "starts": dates, "ends": dates, "channels": CASE,
        "lead": duties, "told": sayings, "opt_out": _WORDS, "consent": PROSE, "measures": LINK, "success_when": PROSE,
        "stop_when": PROSE, "decision": PROSE, "decided_by": duties,
    },
    training.Module: {
        **_ENTRY, "form": SORT, "covers": LINK, "lasts": _TEACHES, "trainer": _TEACHES, "for_": PROSE,
        "materials": PROSE,
    },
    training.RolePlay: {
        **_ENTRY, "covers": LINK,
        **dict.fromkeys(("customer_brief", "staff_brief", "twist", "pass_when", "debrief"), PROSE),
    },
    training.Question: {**_ENTRY, "options": Nothing("wrong answers may stand there"), "answer": PROSE, "covers": LINK},
    training.Training: {
        **_SECTION, "pass_mark": pass_mark, "refresher": timed, "feedback_by": duties, "newcomers_within": timed,
    },
    training.Meeting: {**_ENTRY, "on": dates, "for_": PROSE, "led_by": _MEETS, "lasts": _MEETS},
    training.Rollout: {
        **_SECTION, "materials": PROSE, "what_changes": PROSE, "acknowledge_by": dates, "acknowledged": deeds,
        "missed_it": PROSE, "questions_to": _QUESTIONS, "signed": SORT,
    },
    conduct.LeaderCommitment: {**_ENTRY, "who": _LEADS, "does": _LEADS, "every": _LEADS, "seen": PROSE},
    conduct.Leadership: {**_SECTION, "same_rules": deeds, "speaks_of_customers": PROSE},
    # ---- access, privacy, conduct
    conduct.Access: {
        **_SECTION, "formats": _WORDS, "languages": _WORDS, "help": _WORDS, "signs": PROSE, "interpreters": _WORDS,
    },
    conduct.Kept: {**_ENTRY, "kept": _WORDS},
    conduct.Privacy: {
        **_SECTION, "identity": deeds, "never_ask": bans, "consent": PROSE, "recordings": PROSE, "breach": deeds,
    },
    conduct.Conduct: {
        **_SECTION, "we_ask": customers_do, "unacceptable": bans, "steps": deeds, "say": sayings,
        "decided_by": duties, "support": PROSE,
    },
    # ---- how it stays true
    keeping.ReviewNote: {**_ENTRY, "on": dates, "decision": PROSE, "by": WHO},
    keeping.Review: {
        **_SECTION, "every": timed, "next": dates, "attendees": duties, "questions": PROSE, "bring": PROSE,
        "triggers": PROSE,
    },
    keeping.Change: {**_ENTRY, "on": dates, "what": PROSE, "for_": PROSE},
    keeping.GlossaryTerm: {**_ENTRY, "means": PROSE},
    keeping.CheckSetting: {**_ENTRY, "counts_as": SETTING, "until": SETTING},
}  # fmt: skip
"""What each field of each part is lowered to. Fields that hold parts are not here: those are parts of their own."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that was not understood."""

    __pydantic_config__: ClassVar[ConfigDict] = DOCUMENTED

    place: Place
    """Where it stands, with its words."""
    name: str
    """What to call it: the names of the entries that it stands in."""
    why: str
    """Why it was not understood, as the end of a sentence that begins with its words and "is"."""


def concepts(meaning: Meaning) -> tuple[Concept, ...]:
    """Every concept of a policy in its author's order, made once; the figures in sentences come last."""
    return meaning.cached(_concepts)


def concepts_of(kind: type[C], meaning: Meaning) -> Sequence[C]:
    """Every concept of one kind in its author's order, made once, and none of the others with them."""
    made = meaning.cached(_made)
    if kind not in made:
        found = _mentions(meaning) if kind is Mention else _lowered(meaning, kind)
        made[kind] = tuple(each for each in found if isinstance(each, kind))
    return made[kind]


def _made(_meaning: Meaning) -> dict[type[Concept], tuple[Any, ...]]:
    """The concepts that somebody has asked for, by their kind."""
    return {}


def gaps(meaning: Meaning) -> tuple[Gap, ...]:
    """Everything that was not understood, in the order of the policy."""
    return meaning.cached(_gaps)


def _concepts(meaning: Meaning) -> tuple[Concept, ...]:
    return (*_lowered(meaning, *CONCEPTS), *_mentions(meaning))


def _lowered(meaning: Meaning, *kinds: type[Concept]) -> Iterator[Concept]:
    """What the parts say of these kinds."""
    for lowerer, site in meaning.cached(_sites):
        if not lowerer.kinds.isdisjoint(kinds):
            yield from lowerer.lower(site)


def _sites(meaning: Meaning) -> tuple[tuple[Lowerer, Site], ...]:
    """Each lowerer with each part that it is for, and those of its fields that are set."""
    found: list[tuple[Lowerer, Site]] = []
    for pointer, part in meaning.parts:
        table = LOWERED[type(part)]
        given: dict[Lowerer, list[str]] = {}
        for field in part.set_fields():
            lowerer = table.get(field)
            if isinstance(lowerer, Lowerer):
                given.setdefault(lowerer, []).append(field)
        found += [(lowerer, Site(meaning, pointer, part, tuple(fields))) for lowerer, fields in given.items()]
    return tuple(found)


def _mentions(meaning: Meaning) -> Iterator[Concept]:
    """The figures in every text that somebody reads, but for names, words to avoid, and amounts that are charges."""
    charged = {charge.place.pointer for charge in concepts_of(Charge, meaning)}
    for passage in meaning.texts.read:
        if passage.field == "name" or passage.kind is Unsaid:
            continue
        for figure in read_figures(passage.text):
            if figure.kind is Kind.COUNT and isinstance(figure.value, Count) and not figure.value.of:
                continue  # “another one” counts nothing.
            if figure.kind is Kind.MONEY and passage.pointer in charged:
                continue
            yield Mention(
                place=Place(passage.pointer, figure.words),
                audience=passage.reader,
                subject=subject_of(figure.clause, meaning.language),
                name=name_of(passage.pointer, meaning),
                sentence=" ".join(figure.sentence.split()),
                stated=False,
                kind=figure.kind,
                value=figure.value,
                bound=figure.bound,
                hedged=figure.hedged,
            )


def _gaps(meaning: Meaning) -> tuple[Gap, ...]:
    found = [*_in_words(meaning), *_multiples(meaning), *_leading_nowhere(meaning), *_hours_in_words(meaning)]
    order = {pointer: place for place, (pointer, _) in enumerate(meaning.values)}
    return tuple(sorted(found, key=lambda gap: order.get(gap.place.pointer, 0)))


def _in_words(meaning: Meaning) -> Iterator[Gap]:
    """Limits and amounts in words, but for what may be replied, which is meant to be words."""
    read = {limit.pointer for row in rows(meaning) for limit in row.limits if limit.length}
    for pointer, value in meaning.values:
        if is_in_words(value) and pointer not in read and pointer[-1] != "reply":
            words = " ".join(str(value).split())
            figures = joined([f"“{figure.words}”" for figure in read_figures(words)] or [""])
            why = f"in words, of which {figures} is read" if figures else "in words, so no figure is compared with it"
            yield Gap(Place(pointer, words), name_of(pointer, meaning), why)


def _multiples(meaning: Meaning) -> Iterator[Gap]:
    """Multiples of another limit that come to no length, since the other is none, or several."""
    for row in rows(meaning):
        for limit in row.limits:
            if isinstance(limit.bound, Relative) and limit.length is None:
                why = "a multiple of what is not one length of time, so no figure is compared with it"
                yield Gap(Place(limit.pointer, limit.bound.text), name_of(row.pointer, meaning), why)


def _leading_nowhere(meaning: Meaning) -> Iterator[Gap]:
    for pointer, value in meaning.values:
        if isinstance(value, Reference) and not value.loose and _section_is_there(value, meaning):
            for words in unresolved(value, meaning.names):
                yield Gap(Place(pointer, words), name_of(pointer, meaning), "a name that the policy does not explain")


def _section_is_there(reference: Reference, meaning: Meaning) -> bool:
    """Whether the policy names anything of the kind; people may be plain words where no roles stand."""
    return not may_be_words(reference) or bool(meaning.names.sections() & set(reference.to))


def _hours_in_words(meaning: Meaning) -> Iterator[Gap]:
    for pointer, hours in meaning.parts_of(staff.Hours):
        why = "hours in words, by which nothing is reckoned"
        if hours.open is None and hours.about:
            yield Gap(Place((*pointer, "about"), hours.about), name_of(pointer, meaning), why)
        elif isinstance(hours.open, HoursRef) and unresolved(hours.open, meaning.names):
            yield Gap(Place((*pointer, "open"), hours.open), name_of(pointer, meaning), why)
        for place, day in hours.closed.located((*pointer, "closed")) if hours.closed else ():
            texts = (day.named(), day.about or "")
            if not any(read_closing(text, years(meaning)) for text in texts):
                why = "a closed day in words, by which nothing is reckoned"
                yield Gap(Place(place, day.named() or day.about or ""), name_of(pointer, meaning), why)
