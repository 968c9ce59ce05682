"""A policy in; the ways to reach us on which nothing says how soon somebody answers, out."""

from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.rules.rule import RuleContext
from policyctl.rules.structure.mentions import cases, ways
from policyctl.rules.telling import quoted
from policyctl.schema.grammar.commitment import Milestone
from policyctl.schema.grammar.references import ChannelRef
from policyctl.schema.sections.head import Kind
from policyctl.schema.sections.people import Channel, ChannelKind
from policyctl.schema.sections.standards import Standard

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

MANY = 50
"""Channels that are looked for in the texts; nobody has more, but a hostile policy may."""


def channel_uncovered(context: RuleContext) -> Iterator[Issue]:
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
    if not context.in_use_as(Kind.HANDBOOK, Kind.CHARTER, Kind.SUPPORT) or _holds_everywhere(context):
        return
    covered = _covered(context)
    asked = [(place, each) for place, each in context.parts_of(Channel) if _is_awaited(each) and place not in covered]
    said = _said(context) if asked else ""
    left = [(place, each.named()) for place, each in asked[:MANY] if not _is_told(each, said)]
    if left:
        message = f"Nothing says how soon somebody hears from you on {quoted([name for _, name in left], 'or')}."
        hint = (
            "Promise it under `standards`, as you do for others, or write `support: no` where you give no help there."
        )
        yield Issue(left[0][0], message, hint, at_key=True)


def _is_awaited(channel: Channel) -> bool:
    """Whether an answer is awaited on it; one that only moves people on gives none."""
    return bool(channel.name) and channel.helps() and not channel.moves_to and channel.means() in _AWAITED


def _holds_everywhere(context: RuleContext) -> bool:
    """Whether a promise about answers names no channel, or none of the promises names any."""
    promises = [promise for _, promise in context.parts_of(Standard) if not promise.rows]
    if not any(promise.channels for promise in promises):
        return True
    return any(promise.milestone in _ANSWERING and not _named(promise) for promise in promises)


def _named(promise: Standard) -> bool:
    """Whether a promise is for some channels, by its channels or by the cases of its limits."""
    return bool(promise.channels) or any(cases(promise))


def _covered(context: RuleContext) -> frozenset[Pointer]:
    """The channels that something speaks of where the policy says what happens."""
    texts = context.texts.passages
    stated = (each.text for each in texts if each.pointer[0] in _SECTIONS and isinstance(each.text, ChannelRef))
    parts = (part for pointer, part in context.parts if pointer and pointer[0] in _SECTIONS)
    told = (ChannelRef(case) for part in parts for case in cases(part))
    return frozenset(way for reference in {*stated, *told} for way in ways(reference, context))


def _said(context: RuleContext) -> str:
    """Every text and name there, in small letters."""
    texts = (each.text for each in context.texts.passages if each.pointer and each.pointer[0] in _SECTIONS)
    return "\n".join(texts).lower()


def _is_told(channel: Channel, said: str) -> bool:
    """Whether the texts speak of the channel, by its name or by what it is."""
    return any(word.lower() in said for word in channel.aliases() if word)
