"""Find what customers are promised and cannot have: a channel that is closed to them, a language that nobody speaks."""

import re
from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import finds, pattern
from policyctl.meaning.attendance import Presence, named_in, presences
from policyctl.meaning.channels import Errand, Way, are_others, customers_of, languages_in, spoken_on, ways
from policyctl.meaning.formatting import joined
from policyctl.meaning.texts import Passage, Reader
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.texts import Speech, Unsaid
from policyctl.schema.sections.complaints import Complaints
from policyctl.schema.sections.conduct import Access, Conduct
from policyctl.schema.sections.people import Channel, ChannelKind
from policyctl.schema.sections.stand import GroundRule

_SPOKEN = frozenset(
    {ChannelKind.PHONE, ChannelKind.CHAT, ChannelKind.IN_PERSON, ChannelKind.EMAIL, ChannelKind.CALLBACK}
)
"""Where it matters who speaks what."""


def channel_not_for_them(context: RuleContext) -> Iterator[Issue]:
    """A promise, a complaint, an alternative or a reply that leads to a channel where no help is given.

    So is one that leads to a channel for other customers alone.

    Why it matters: customers wait where nobody looks, and believe that you broke your word.

    Diff:

          channels:
            Noticeboard:
              kind: social
              support: no
        +   Phone: 020 7946 0112
          standards:
            First reply:
        -     channels: Noticeboard  # <- here
        +     channels: Phone
              within: 20 minutes
    """
    found = list(ways(context))
    for way in found:
        if not way.channel.helps():
            yield _not_of_support(way)
        elif are_others(way.customers, customers_of(way.channel, context), context):
            yield _for_others(way)
    yield from _for_some_alone([way for way in found if not way.customers and way.channel.helps()], context)
    yield from _sent_in_words(context)


def _not_of_support(way: Way) -> Issue:
    name = way.channel.named()
    message = {
        Errand.PROMISE: f"“{way.name}” is promised on {name}, where no help is given.",
        Errand.COMPLAINT: f"Complaints are taken on {name}, where no help is given.",
        Errand.ALTERNATIVE: f"Whoever cannot use “{way.name}” is sent to {name}, where no help is given.",
    }[way.errand]
    hint = f"Leave {name} out here, or say that help is given there with `support: yes`."
    return Issue(way.pointer, message, hint, twin=(*way.place, "support"))


def _for_others(way: Way) -> Issue:
    name, whose = way.channel.named(), joined([str(each) for each in way.channel.for_])
    message = {
        Errand.PROMISE: f"“{way.name}” is promised on {name} to customers whom that channel is not for.",
        Errand.COMPLAINT: f"Complaints are taken on {name}, which is for {whose} alone.",
        Errand.ALTERNATIVE: f"Whoever cannot use “{way.name}” is sent to {name}, which is for {whose} alone.",
    }[way.errand]
    hint = f"Name a channel that they may use, or add them to those whom {name} is for."
    return Issue(way.pointer, message, hint, twin=(*way.place, "for"))


def _for_some_alone(found: list[Way], context: RuleContext) -> Iterator[Issue]:
    """Ways for everybody that all lead to channels for some: of complaints, and from one channel."""
    groups: dict[tuple[Errand, Pointer], list[Way]] = {}
    for way in found:
        if way.errand is not Errand.PROMISE:
            groups.setdefault((way.errand, way.pointer[:-1]), []).append(way)
    for group in groups.values():
        if all(customers_of(way.channel, context) for way in group):
            yield _for_others(group[0])


def _sent_in_words(context: RuleContext) -> Iterator[Issue]:
    """What is said or written to customers and sends them to a channel on which no help is given."""
    silent = {presences(context)[place]: each for place, each in context.parts_of(Channel) if not each.helps()}
    for passage in context.texts.read if silent and context.understood else ():
        if (passage.reader is Reader.CUSTOMERS or passage.kind is Speech) and not isinstance(passage.part, Channel):
            yield from _sent_in_passage(passage, silent, context)


def _sent_in_passage(passage: Passage, silent: dict[Presence, Channel], context: RuleContext) -> Iterator[Issue]:
    if passage.kind is Unsaid or passage.field in ("name", "customer"):
        return
    for clause in re.split(r"(?<=[.!?;:])\s|, (?=\w+ \w+)", passage.text):
        sent = pattern("public.contact").search(clause)
        named = named_in(clause, context) if sent and not finds("public.denied", clause) else []
        for who in named if len(named) == 1 else ():
            if channel := silent.get(who):
                name = channel.named()
                message = f"Customers are told “{sent[0] if sent else ''}” on {name}, where no help is given."
                hint = f"Name a channel on which they are answered, or say for {name} that help is given there."
                start = passage.text.find(clause)
                yield passage.issue(start, clause, message, hint)._replace(twin=who.pointer)


def language_spoken_nowhere(context: RuleContext) -> Iterator[Issue]:
    """A language in which help is offered, and which is spoken on none of the channels that say what is spoken there.

    Where an interpreter is found, nothing is asked.

    Why it matters: whoever was told that you help in French rings in French, and is told in English to write.

    Diff:

          channels:
            Phone:
              address: 01632 960 112
              languages: [English, Welsh]
          access:
        -   languages: [English, Welsh, French]  # <- here
        +   languages: [English, Welsh]
    """
    channels = [(place, each) for place, each in context.parts_of(Channel) if each.helps() and each.means() in _SPOKEN]
    telling = [(place, each) for place, each in channels if each.languages]
    spoken = frozenset[str]().union(*(spoken_on(each) for _, each in telling))
    for pointer, access in context.parts_of(Access) if spoken else ():
        for at, text in enumerate(access.languages if not access.interpreters else ()):
            for language in languages_in(text):
                if re.fullmatch(r"[^\W\d_]+", language) and language not in spoken:
                    place, channel = telling[0]
                    known = joined([str(each) for each in channel.languages])
                    message = f"Help is offered in {text}, and “{channel.named()}” speaks {known}."
                    hint = "Say on which channel it is spoken, with `languages`, or how an interpreter is found."
                    yield Issue((*pointer, "languages", at), message, hint, twin=(*place, "languages"))


def right_to_complain_refused(context: RuleContext) -> Iterator[Issue]:
    """What takes from somebody the complaint that the same policy grants to everybody.

    Why it matters: whoever is banned may complain about the ban, and whoever complains must not be the worse for it.

    Diff:

          complaints:
            how_to_complain: Tell anybody who works here.
            no_detriment: Nobody is treated worse for having complained.
          conduct:
            steps:
              - Say that you will end the call.
        -     - Close the complaint of whoever shouts twice.  # <- here
        +     - End the call, and answer the complaint by letter.
    """
    granted = next((_granting(pointer, each) for pointer, each in context.parts_of(Complaints)), None)
    for passage in context.texts.read if granted and context.understood else ():
        about_us = isinstance(passage.part, Conduct | GroundRule) and passage.pointer[0] != "never"
        found = pattern("public.complaint_refused").search(passage.text) if about_us else None
        if found and passage.kind is not Unsaid:
            message = f"“{found[0]}” takes away the right to complain that this policy grants."
            hint = "Say how a complaint is answered all the same, such as by letter; a ban ends calls and visits."
            yield passage.issue(found.start(), found[0], message, hint)._replace(twin=granted)


def _granting(pointer: Pointer, complaints: Complaints) -> Pointer:
    return (*pointer, "no_detriment") if complaints.no_detriment else pointer
