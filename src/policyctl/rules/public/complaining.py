"""A policy in; complaints that some people cannot make out."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.naming import entries
from policyctl.rules.patterns import finds, pattern
from policyctl.rules.public.ways import CALLED, sole_way
from policyctl.rules.rule import RuleContext
from policyctl.schema.sections.complaints import Complaints, HowToComplain
from policyctl.schema.sections.conduct import Access
from policyctl.schema.sections.head import Kind
from policyctl.schema.sections.people import Channel, ChannelKind

_BY_VOICE = frozenset({"by telephone", "in person", "at their home"})
_WRITTEN_ONLY = (
    r"\bin writing only\b|\bonly (?:be )?(?:(?:accepted|taken|made|considered|dealt with) )?in writing\b"
    r"|\bmust be (?:made |sent |put )?in writing\b"
    r"|\bonly accept (?:\w+ )?written\b"
    r"|\b(?:nur|ausschließlich) schriftlich\b|\bschriftlich (?:erfolgen|einzureichen)\b"
)
_SPEAKING = (
    r"\b(?:tell|talk|speak|ring|call|telephone|phone|visit|come (?:in|to|and)|say"
    r"|sag\w*|sprich|sprechen|ruf\w*|anruf\w*|komm\w*|telefon\w*)\b"
)


_WRITING = "Whoever cannot write it down cannot complain."
_TELL = "Let people tell you as well, or say under `help` who writes it down for them."


def one_way_to_complain(context: RuleContext) -> Iterator[Issue]:
    """Complaints that are taken by voice alone or in writing alone, with no help for whoever cannot.

    Why it matters: you hear from people who write well, and never from those who were let down most.

    Diff:

          channels:
            Email: care@harbourlane.example
            Post: 4 Harbour Lane
          complaints:
            how_to_complain:
              channels: [Email, Post]  # <- here
        +     help: Anyone at the counter writes it down for you.
    """
    whole = context.policy.complaints
    if whole and whole.says and not whole.help_offered and (written := pattern(_WRITTEN_ONLY).search(whole.says)):
        yield Issue(("complaints", "says"), _WRITING, _TELL, words=written[0])
    for pointer, how in context.parts_of(HowToComplain):
        if not _is_helped(how, context):
            written = pattern(_WRITTEN_ONLY).search(how.says or "")
            only = _only(how, context)
            if written:
                yield Issue((*pointer, "says"), _WRITING, _TELL, words=written[0])
            elif only and not sole_way(context):
                other = "Add an address to write to" if only != "in writing" else "Add a telephone or a counter"
                hint = f"{other}, or say under `help` how you help whoever cannot complain {only}."
                yield Issue((*pointer, "channels"), f"Complaints are taken {only} alone.", hint)


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


def _only(how: HowToComplain, context: RuleContext) -> str | None:
    """In which one way complaints are taken, where each channel says what it is."""
    kinds = [channel.means() for channel in entries(how.channels, Channel, context.names).values()]
    called = {CALLED[kind] for kind in kinds if kind}
    if not called or None in kinds or ChannelKind.SURVEY in kinds:
        return None
    if called == {"by telephone"}:
        return "by telephone"
    spoken = finds(_SPEAKING, how.says or "") or how.to
    return None if spoken or called & _BY_VOICE else "in writing"


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
    return helped or spoken or _is_accessible(context)


def _is_accessible(context: RuleContext) -> bool:
    return any(set(access.set_fields()) for _, access in context.parts_of(Access))
