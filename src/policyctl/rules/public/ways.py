"""A policy in; channels that leave somebody outside out."""

from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.rules.naming import entries
from policyctl.rules.public.shown import is_for_customers
from policyctl.rules.rule import RuleContext
from policyctl.schema.quantities import has_figure
from policyctl.schema.sections.head import Kind
from policyctl.schema.sections.people import Channel, ChannelKind

CALLED = {
    ChannelKind.PHONE: "by telephone", ChannelKind.CALLBACK: "by telephone", ChannelKind.EMAIL: "by email",
    ChannelKind.CHAT: "by chat", ChannelKind.SOCIAL: "on social media", ChannelKind.IN_PERSON: "in person",
    ChannelKind.LETTER: "by letter", ChannelKind.FORM: "through a form", ChannelKind.APP: "through an app",
    ChannelKind.COMMUNITY: "in a forum", ChannelKind.HOME_VISIT: "at their home", ChannelKind.SURVEY: "in a survey",
}  # fmt: skip
"""How each kind is called in a sentence; two kinds that are called the same shut out the same people."""

_OTHER = "Name a channel of another kind: who cannot speak may write, and who cannot write may speak."
_NEEDS_AN_ADDRESS = frozenset({ChannelKind.PHONE, ChannelKind.EMAIL, ChannelKind.LETTER})


def one_way_in(context: RuleContext) -> Iterator[Issue]:
    """A policy for customers whose channels are all of one kind.

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
    if way := sole_way(context):
        message = f"Customers can reach you {way} alone."
        hint = "Add a channel of another kind under `channels`, for whoever cannot use this one."
        yield Issue(("channels",), message, hint, at_key=True)


def sole_way(context: RuleContext) -> str | None:
    """In which one way customers reach somebody at all, in a policy that is for them."""
    means = [channel.means() for _, channel in context.parts_of(Channel) if channel.helps()]
    called = {CALLED[kind] if kind else "" for kind in means}
    (way, *others) = called or ("",)
    return way or None if context.states(Kind.CHARTER, Kind.COMPLAINTS) and not others else None


def channel_without_address(context: RuleContext) -> Iterator[Issue]:
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
    for pointer, channel in context.parts_of(Channel) if is_for_customers(context) else ():
        if channel.means() in _NEEDS_AN_ADDRESS and not channel.address and not _says_where(channel):
            message = f"Customers are told of “{channel.named()}”, and not where it is reached."
            yield Issue(pointer, message, "Add its number or address with `address`.", at_key=True)


def alternative_of_one_kind(context: RuleContext) -> Iterator[Issue]:
    """A channel whose alternatives are of its own kind, or the channel itself.

    Why it matters: somebody who cannot hear on the telephone is not helped by a second telephone.

    Diff:

          channels:
            Phone: 01632 960 112
        +   Email: care@harbourlane.example
            School line:
              kind: phone
              address: 01632 960 114
        -     alternatives: Phone  # <- here
        +     alternatives: Email
    """
    for pointer, channel in context.parts_of(Channel):
        kind = channel.means()
        others = [*entries(channel.alternatives, Channel, context.names).values()]
        if kind and others and all(each.means() and CALLED[each.means() or kind] == CALLED[kind] for each in others):
            message = f"Whoever cannot use “{channel.named()}” is sent to “{others[0].named()}”, which is no different."
            yield Issue((*pointer, "alternatives"), message, _OTHER)


def moved_on_to_nowhere(context: RuleContext) -> Iterator[Issue]:
    """A channel that moves people on to one that is no channel of support, or to itself.

    Why it matters: the customer is sent away politely, and tells the whole story again where nobody answers.

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
        for index, other in _moves(channel, context):
            place: Pointer = (*pointer, "moves_to", index)
            if other is channel:
                yield Issue(place, f"“{channel.named()}” moves people on to itself.", "Name another channel.")
            elif not other.helps():
                message = f"“{channel.named()}” moves people on to “{other.named()}”, where nobody is helped."
                yield Issue(place, message, "Name a channel where they are answered, or take `support: no` off it.")


def _moves(channel: Channel, context: RuleContext) -> Iterator[tuple[int, Channel]]:
    for index, reference in enumerate(channel.moves_to):
        yield from ((index, other) for other in entries((reference,), Channel, context.names).values())


def _says_where(channel: Channel) -> bool:
    """Whether the words beside it say where it is reached: with a figure, or on the website."""
    beside = (channel.named(), channel.about, channel.note)
    return any(text and (has_figure(text) or "@" in text or "web" in text.casefold()) for text in beside)
