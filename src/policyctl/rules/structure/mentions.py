"""Find what a policy names and nothing else in it mentions: metrics, topics, values, channels that lead to nothing."""

from collections.abc import Iterable

from policyctl.findings import Issue, Pointer
from policyctl.meaning.references import targets
from policyctl.meaning.texts import Passage
from policyctl.rules.needs import Need, unmet
from policyctl.rules.rule import RuleContext
from policyctl.rules.words.virtues import is_virtue
from policyctl.schema.grammar.commitment import Milestone
from policyctl.schema.grammar.entry import Entry, Part
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.references import ChannelRef, Mention, Reference
from policyctl.schema.sections.aims import Metric
from policyctl.schema.sections.head import Kind
from policyctl.schema.sections.keeping import GlossaryTerm
from policyctl.schema.sections.people import Channel, ChannelKind, Customers, Hours, Priority
from policyctl.schema.sections.stand import Topic, Value
from policyctl.schema.sections.standards import Standard

MOST_WORDS = 20_000
"""Different words above which no text is searched for names; nobody's policy is so long, and a hostile one may be."""

MOST_ENTRIES = 50
"""Entries of a kind above which none is searched for; a policy with more goes by other means than names."""

_WORDS_OF_A_VALUE = 2
"""Words of a name that cannot say by themselves what a value means; a longer name may."""

_WORDS_OF_A_TERM = 3
"""Words of which a term is made at the most; what is longer is a heading, and no text repeats it."""

_ANSWERING = frozenset({
    Milestone.PICK_UP, Milestone.ACKNOWLEDGE, Milestone.FIRST_REPLY, Milestone.NEXT_REPLY, Milestone.FULL_REPLY,
})  # fmt: skip
"""What a promise is about that holds on every channel, where it names none."""

_AWAITED = frozenset({
    ChannelKind.PHONE, ChannelKind.EMAIL, ChannelKind.CHAT, ChannelKind.SOCIAL, ChannelKind.LETTER, ChannelKind.FORM,
    ChannelKind.APP,
})  # fmt: skip
"""Channels on which somebody waits for an answer without seeing who gives it."""

_SECTIONS = frozenset({"standards", "procedures", "escalation", "complaints", "remedies", "terms"})
"""Where the policy says what happens when somebody reaches us."""


def entry_unused(context: RuleContext) -> Iterable[Issue]:
    """A metric, a priority, a topic, a set of hours or a word of the glossary that nothing else in the policy names.

    Whatever names it counts: a reference, a text, another name.

    Why it matters: it is read, kept up and taught, and nothing would change if it were not there.

    Diff:

          glossary:
            Backorder: A book that we have asked the publisher for  # <- here
        + always:
        +   - Ring everybody on a backorder every Friday.
    """
    return unmet(context, _TO_BE_MENTIONED) if context.in_use else ()


def value_decorative(context: RuleContext) -> Iterable[Issue]:
    """A value that is one or two words: no meaning, nothing to do or to say, and nothing that shows it.

    Why it matters: every company is for honesty; what sets one apart is what its people do on a bad Tuesday.

    Diff:

          values:
            Honesty:  # <- here
        +     means: We recommend what we would lend to a friend.
        +     behaviours: Say so when you have not read it
    """
    return unmet(context, _OF_A_VALUE) if context.in_use else ()


def channel_uncovered(context: RuleContext) -> Iterable[Issue]:
    """A channel of which nothing says how soon somebody answers, in a policy that says so of other channels.

    A promise about an answer that names no channel holds on all of them, and a procedure, a complaint or a text that
    names the channel is enough; `support: no` is left alone.

    Why it matters: whoever answers there takes it that the rules do not apply, and whoever writes there waits.

    Diff:

          policy:
            title: How support works
            organisation: Harbour Lane Books
            kind: support
          channels:
            Email: care@harbourlane.example
            Chat: https://harbourlane.example/chat  # <- here
          standards:
            First reply:
        -     channels: Email
        +     channels: [Email, Chat]
              within: 1 working day
    """
    return () if _promises_on_every_channel(context) else unmet(context, _OF_A_CHANNEL)


def cases(part: Part) -> list[Mention]:
    """What the limits of a part are for, where it has one for each case: a priority, a kind of customer, a channel."""
    return [case for value in part.set_fields().values() if isinstance(value, Limits) for case, _ in value if case]


def _is_mentioned(entry: Entry, context: RuleContext) -> bool:
    """Whether its name stands anywhere but below it, as a reference, in a text or in another name; if it has one."""
    too_many = len(context.parts_of(type(entry))) > MOST_ENTRIES or len(context.texts.where) > MOST_WORDS
    pointer = context.cached(_pointers)[id(entry)]
    stems = [_stem(word) for word in entry.named().lower().split()]
    if not stems or too_many or pointer in context.cached(_referenced):
        return True
    return any(
        all(stem in each.text.lower() for stem in stems)
        for each in (*_passages_with(stems[0], context), *context.cached(_names))
        if each.pointer[: len(pointer)] != pointer
    )


def _pointers(context: RuleContext) -> dict[int, Pointer]:
    """The way to each part, by its identity: two entries may say the same."""
    return {id(part): pointer for pointer, part in context.parts}


def _referenced(context: RuleContext) -> frozenset[Pointer]:
    """The way to everything that a reference names, be it plain words elsewhere."""
    references = {each.text for each in context.texts.passages if isinstance(each.text, Reference)}
    references.update(case for _, part in context.parts for case in cases(part))
    return frozenset(pointer for reference in references for pointer in _targets(reference, context))


def _targets(reference: Reference, context: RuleContext) -> tuple[Pointer, ...]:
    """The way to what a reference names; several where it names several."""
    found = context.names.find(reference)
    return (found.pointer,) if found else tuple(each.pointer for each in targets(reference, context.names))


def _passages_with(stem: str, context: RuleContext) -> tuple[Passage, ...]:
    """The texts that hold a word beginning so."""
    where = context.texts.where
    return tuple(each for word in where if word.startswith(stem) for each in where[word])


def _names(context: RuleContext) -> tuple[Passage, ...]:
    return tuple(each for each in context.texts.passages if each.field == "name")


def _stem(word: str) -> str:
    """A word without what its plural or its case puts at the end."""
    return word.rstrip("esn") if len(word.rstrip("esn")) > 3 else word


def _goals_have_metrics(context: RuleContext) -> bool:
    return any(goal.metrics for goal in context.policy.goals or ())


def _promises_could_depend_on_priorities(context: RuleContext) -> bool:
    """Whether there are promises that could depend on priorities; of a support policy another rule asks it."""
    promises = [promise for _, promise in context.parts_of(Standard)]
    by_case = any(each.priorities or any(cases(each)) for each in promises)
    return bool(promises) and not by_case and not context.in_use_as(Kind.SUPPORT)


def _any_priority_is_mentioned(context: RuleContext) -> bool:
    return any(_is_mentioned(each, context) for _, each in context.parts_of(Priority))


def _any_hours_are_mentioned(context: RuleContext) -> bool:
    """Whether anything goes by the name of a set of hours, as it does where there are several and channels to keep."""
    sets = context.parts_of(Hours) if context.policy.channels else ()
    return any(_is_mentioned(each, context) for _, each in sets if each.name)


def _is_bare(value: Value, _: RuleContext) -> bool:
    name = value.named()
    return value.set_fields().keys() <= {"name"} and 0 < len(name.split()) <= _WORDS_OF_A_VALUE and not is_virtue(name)


def _is_awaited(channel: Channel, context: RuleContext) -> bool:
    """Whether an answer is awaited on it; one that only moves people on gives none."""
    helps = bool(channel.name) and channel.helps() and not channel.moves_to and channel.means() in _AWAITED
    return helps and len(context.parts_of(Channel)) <= MOST_ENTRIES


def _promises_on_every_channel(context: RuleContext) -> bool:
    """Whether a promise about answers names no channel, or none of the promises names any."""
    promises = [promise for _, promise in context.parts_of(Standard) if not promise.rows]
    if not any(promise.channels for promise in promises):
        return True
    return any(each.milestone in _ANSWERING and not (each.channels or cases(each)) for each in promises)


def _is_covered(channel: Channel, context: RuleContext) -> bool:
    """Whether anything speaks of the channel where the policy says what happens: a reference, its name or its kind."""
    if context.cached(_pointers)[id(channel)] in context.cached(_covered):
        return True
    text = context.cached(_text_of_sections)
    return any(word.lower() in text for word in channel.aliases() if word)


def _covered(context: RuleContext) -> frozenset[Pointer]:
    passages = (each for each in context.texts.passages if each.pointer[0] in _SECTIONS)
    references = {each.text for each in passages if isinstance(each.text, ChannelRef)}
    parts = (part for pointer, part in context.parts if pointer and pointer[0] in _SECTIONS)
    references.update(ChannelRef(case) for part in parts for case in cases(part))
    return frozenset(pointer for reference in references for pointer in _targets(reference, context))


def _text_of_sections(context: RuleContext) -> str:
    texts = (each.text for each in context.texts.passages if each.pointer and each.pointer[0] in _SECTIONS)
    return "\n".join(texts).lower()


_TO_BE_MENTIONED = (
    Need(
        Metric,
        _is_mentioned,
        "No goal and nothing else goes by {names}.",
        "Name it under `metrics` in the goal that it shows, or stop counting it.",
        asked=lambda _, context: context.cached(_goals_have_metrics),
    ),
    Need(
        Priority,
        lambda _, context: context.cached(_any_priority_is_mentioned),
        "Nothing here depends on whether a case is {names}.",
        "Give each priority a limit of its own in a promise, such as `{first}: 1 hour` under `within`.",
        asked=lambda _, context: context.cached(_promises_could_depend_on_priorities),
    ),
    Need(
        Hours,
        _is_mentioned,
        "Nothing here goes by the hours called {names}.",
        "Name them where they hold, such as `hours: {first}` in a channel.",
        asked=lambda hours, context: not hours.for_ and context.cached(_any_hours_are_mentioned),
    ),
    Need(
        Topic,
        _is_mentioned,
        "Nothing is gathered under {names}.",
        "Write `topic: {first}` in every entry that belongs to it.",
        asked=lambda topic, _: topic.set_fields().keys() <= {"name", "about"},
    ),
    Need(
        Customers,
        _is_mentioned,
        "Nothing is said of {names}, nor for them.",
        "Say who they are with `who`, or what is for them with `for: {first}` in a promise.",
        asked=lambda customers, _: customers.set_fields().keys() <= {"name"},
    ),
    Need(
        GlossaryTerm,
        _is_mentioned,
        "The glossary explains {names}, and no text uses it.",
        "Use the word where it is meant.",
        asked=lambda term, _: len(term.named().split()) <= _WORDS_OF_A_TERM,
    ),
)
_OF_A_VALUE = (
    Need(
        Value,
        _is_mentioned,
        "Nothing says what is meant by {names}, or what anybody does because of it.",
        "Say what it means here with `means`, and what people do or say with `behaviours`.",
        asked=_is_bare,
    ),
)
_OF_A_CHANNEL = (
    Need(
        Channel,
        _is_covered,
        "Nothing says how soon somebody hears from you on {names}.",
        "Promise it under `standards`, as you do for others, or write `support: no` where you give no help there.",
        asked=_is_awaited,
        kinds=(Kind.HANDBOOK, Kind.CHARTER, Kind.SUPPORT),
    ),
)
