"""Find customers who are left outside: one way in alone, a channel that leads nowhere, a page they cannot read."""

from collections.abc import Iterable, Iterator

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import finds, pattern
from policyctl.meaning.references import entries
from policyctl.rules.cycles import Edges, closing_edges
from policyctl.rules.needs import Need, unmet
from policyctl.rules.rule import RuleContext
from policyctl.schema.quantities import has_figure
from policyctl.schema.sections.complaints import Complaints, HowToComplain
from policyctl.schema.sections.conduct import Access
from policyctl.schema.sections.head import Kind
from policyctl.schema.sections.people import Channel, ChannelKind

_WAYS = {
    ChannelKind.PHONE: "by telephone", ChannelKind.CALLBACK: "by telephone", ChannelKind.EMAIL: "by email",
    ChannelKind.CHAT: "by chat", ChannelKind.SOCIAL: "on social media", ChannelKind.IN_PERSON: "in person",
    ChannelKind.LETTER: "by letter", ChannelKind.FORM: "through a form", ChannelKind.APP: "through an app",
    ChannelKind.COMMUNITY: "in a forum", ChannelKind.HOME_VISIT: "at their home", ChannelKind.SURVEY: "in a survey",
}  # fmt: skip
"""How each kind is called in a sentence; two kinds that are called the same shut out the same people."""

_OTHER = "Name a channel of another kind: who cannot speak may write, and who cannot write may speak."
_BY_VOICE = frozenset({"by telephone", "in person", "at their home"})
_NEEDS_AN_ADDRESS = frozenset({ChannelKind.PHONE, ChannelKind.EMAIL, ChannelKind.LETTER})


def one_way_in(context: RuleContext) -> Iterator[Issue]:
    """A policy for customers whose channels, or whose ways to complain, are all of one kind.

    Complaints that are taken by voice alone or in writing alone are left alone where there is help for whoever cannot.

    Why it matters: whoever cannot hear, cannot write or has no telephone stays outside, and you never learn of it.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            kind: charter
          access:
            formats: Large print
          channels:  # <- here
            Phone: 01632 960 112
        -   School line:
        -     kind: phone
        -     address: 01632 960 114
        +   Email: care@harbourlane.example
    """
    only = _only_way(context)
    if only:
        message = f"Customers can reach you {only} alone."
        hint = "Add a channel of another kind under `channels`, for whoever cannot use this one."
        yield Issue(("channels",), message, hint, at_key=True)
    complaints = context.policy.complaints
    if complaints and complaints.says and not complaints.help_offered:
        yield from _in_writing(("complaints", "says"), complaints.says)
    for pointer, how in context.parts_of(HowToComplain):
        if not _is_helped(how, context):
            yield from _in_writing((*pointer, "says"), how.says or "") or _one_way(pointer, how, only, context)


def channel_without_address(context: RuleContext) -> Iterable[Issue]:
    """A telephone, an email or a letter box for customers, with nothing to call or to write to.

    Why it matters: a charter that promises to answer the telephone, and prints no number, promises nothing.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            kind: charter
          access:
            formats: Large print
          channels:
            At the counter: 4 Harbour Lane
            Phone:  # <- here
        +     address: 01632 960 112
              hours: Mon-Fri 9:00-17:00
    """
    return unmet(context, _ADDRESSES)


def moved_on_to_nowhere(context: RuleContext) -> Iterator[Issue]:
    """A channel that sends people on to itself, round in a circle, to one of its own kind, or to where nobody helps.

    Why it matters: the customer is sent away politely and tells the whole story again where nobody answers; and whoever
    cannot hear on the telephone is not helped by a second telephone.

    Diff:

          channels:
            Chat:
        -     moves_to: Noticeboard  # <- here
        -   Noticeboard:
        -     kind: social
        -     support: no
        +     moves_to: Email
        +   Email: care@harbourlane.example
    """
    for pointer, channel in context.parts_of(Channel):
        if other := _no_alternative(channel, context):
            message = f"Whoever cannot use “{channel.named()}” is sent to “{other.named()}”, which is no different."
            yield Issue((*pointer, "alternatives"), message, _OTHER)
        for index, other in _moves(channel, context):
            place: Pointer = (*pointer, "moves_to", index)
            if other is channel:
                yield Issue(place, f"“{channel.named()}” moves people on to itself.", "Name another channel.")
            elif not other.helps():
                message = f"“{channel.named()}” moves people on to “{other.named()}”, where nobody is helped."
                yield Issue(place, message, "Name a channel where they are answered, or take `support: no` off it.")
    yield from _in_a_circle(context)


def _in_a_circle(context: RuleContext) -> Iterator[Issue]:
    """Channels of which each moves people on to one other alone, and the last to the first."""
    onward = {
        pointer: list(entries(channel.moves_to, Channel, context.names))
        for pointer, channel in context.parts_of(Channel)
    }
    only: Edges = {
        pointer: [((*pointer, "moves_to", 0), others[0])]
        for pointer, others in onward.items()
        if len(others) == 1 and others != [pointer]
    }
    channels = dict(context.parts_of(Channel))
    for place in closing_edges(only):
        here, there = channels[place[:-2]], channels[only[place[:-2]][0][1]]
        message = f"“{here.named()}” moves people on to “{there.named()}”, which leads them back to it."
        hint = "Let one of them be where a customer is helped to the end, and move nobody on from it."
        yield Issue(place, message, hint, twin=(*only[place[:-2]][0][1], "moves_to"))


def no_other_format(context: RuleContext) -> Iterator[Issue]:
    """A charter or a complaints procedure that offers no other format, no other language and no help.

    Why it matters: whoever cannot use the page as it is printed does not know that they may ask, and gives up.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
            kind: charter  # <- here
          channels:
            Phone: 01632 960 112
            Email: care@harbourlane.example
          standards:
            - You speak to a person, and never to a machine.
        + access:
        +   formats: Large print, or somebody who reads it to you
    """
    policy = context.policy
    begun = policy.channels and (policy.standards or policy.complaints)
    if begun and context.states(Kind.CHARTER, Kind.COMPLAINTS) and not _offers_help(context):
        message = "Nothing says what somebody does who cannot read this as it is printed."
        hint = "Add `access` with `formats`, `languages` or `help`, even if it is only somebody who reads it aloud."
        yield Issue(("policy", "kind"), message, hint)


def _only_way(context: RuleContext) -> str | None:
    """In which one way customers reach somebody at all, in a policy that is for them."""
    kinds = [channel.means() for _, channel in context.parts_of(Channel) if channel.helps()]
    ways = {_WAYS[kind] if kind else "" for kind in kinds}
    (way, *others) = ways or ("",)
    return way or None if context.states(Kind.CHARTER, Kind.COMPLAINTS) and not others else None


def _in_writing(pointer: Pointer, text: str) -> list[Issue]:
    """Where a text says that a complaint has to be written down."""
    written = pattern("public.in_writing_only").search(text)
    hint = "Let people tell you as well, or say under `help` who writes it down for them."
    return [Issue(pointer, "Whoever cannot write it down cannot complain.", hint, words=written[0])] if written else []


def _one_way(pointer: Pointer, how: HowToComplain, only: str | None, context: RuleContext) -> list[Issue]:
    """Where the channels for complaints are all of one kind, though `only` tells of no such thing of all channels."""
    way = _way_to_complain(how, context)
    if not way or only:
        return []
    other = "Add an address to write to" if way != "in writing" else "Add a telephone or a counter"
    hint = f"{other}, or say under `help` how you help whoever cannot complain {way}."
    return [Issue((*pointer, "ways"), f"Complaints are taken {way} alone.", hint)]


def _no_alternative(channel: Channel, context: RuleContext) -> Channel | None:
    """The first alternative of a channel of which every alternative is of its own kind."""
    kind, others = channel.means(), list(entries(channel.alternatives, Channel, context.names).values())
    same = (each.means() and _WAYS[each.means() or kind] == _WAYS[kind] for each in others) if kind else ()
    if kind and others and all(same) and not any(map(_needs_no_voice, (channel, *others))):
        return others[0]
    return None


def _needs_no_voice(channel: Channel) -> bool:
    """Whether it is a telephone on which people write or sign."""
    return any(finds("public.without_voice", text) for text in (channel.named(), channel.about, channel.note) if text)


def _moves(channel: Channel, context: RuleContext) -> Iterator[tuple[int, Channel]]:
    for index, reference in enumerate(channel.moves_to):
        yield from ((index, other) for other in entries((reference,), Channel, context.names).values())


def _way_to_complain(how: HowToComplain, context: RuleContext) -> str | None:
    """In which one way complaints are taken, where each channel says what it is."""
    kinds = [channel.means() for channel in entries(how.ways, Channel, context.names).values()]
    ways = {_WAYS[kind] for kind in kinds if kind}
    if not ways or None in kinds or ChannelKind.SURVEY in kinds:
        return None
    if ways == {"by telephone"}:
        return "by telephone"
    spoken = pattern("public.by_voice").search(how.says or "") or how.to
    return None if spoken or ways & _BY_VOICE else "in writing"


def _is_helped(how: HowToComplain, context: RuleContext) -> bool:
    complaints = context.policy.complaints
    return bool(
        how.help or how.for_somebody_else or (complaints and complaints.help_offered) or _is_accessible(context)
    )


def _offers_help(context: RuleContext) -> bool:
    helped = any(each.help_offered for _, each in context.parts_of(Complaints)) or any(
        each.help for _, each in context.parts_of(HowToComplain)
    )
    spoken = any(channel.languages for _, channel in context.parts_of(Channel))
    copies = any(finds("public.other_formats", each) for each in context.policy.policy.copies)
    return helped or spoken or copies or _is_accessible(context)


def _is_accessible(context: RuleContext) -> bool:
    return any(set(access.set_fields()) for _, access in context.parts_of(Access))


def _says_where(channel: Channel, _: RuleContext) -> bool:
    """Whether it has an address, or the words beside it say where it is reached: with a figure, or on the website."""
    beside = (channel.named(), channel.about, channel.note)
    return bool(channel.address) or any(
        text and (has_figure(text) or "@" in text or "web" in text.casefold()) for text in beside
    )


_ADDRESSES = (
    Need(
        Channel,
        _says_where,
        "Customers are told of {name}, and not where it is reached.",
        "Add its number or address with `address`.",
        asked=lambda channel, _: channel.means() in _NEEDS_AN_ADDRESS,
        kinds=(Kind.CHARTER, Kind.COMPLAINTS, Kind.TERMS),
    ),
)
