"""Say above each section of a policy, in a note, what it is for and what good looks like."""

from collections.abc import Mapping
from types import MappingProxyType


def _(message: str) -> str:
    """Marks a text for the catalogues."""
    return message


_INTRODUCTIONS: Mapping[str, str] = MappingProxyType({
    "policy": _("Whose policy this is. A draft says so on every page; write `published` once it holds."),
    "mission": _("What you are there for, in one sentence. Everything below serves it."),
    "moments": _("What a customer should feel. It decides every case that nobody wrote down."),
    "values": _("What you stand for, and what that looks like on an ordinary day: a deed and real words, no virtue."),
    "always": _("How everybody works, whatever the case."),
    "never": _("What nobody does, whatever the case. Three lines that everybody remembers are better than twenty."),
    "facts": _("What everybody asks. It stands on the card, so that nobody has to look it up."),
    "topics": _("Chapters that gather what belongs to one matter."),
    "goals": _("What you want to bring about. One goal that everybody knows is better than five."),
    "benchmarks": _("How you compare with others, where you read it, and what you decided."),
    "metrics": _("How you would notice. Count few things, and read comments beside the figures."),
    "roles": _("Who is who. A name or a job, and what they look after."),
    "hours": _("When somebody is there. Promises in hours or days are counted by it."),
    "channels": _("How customers reach you. Behind each a number, an address or a link: `- Phone: 020 7946 0112`."),
    "customers": _("The kinds of customers that you treat otherwise, and why."),
    "priorities": _("How to tell what is urgent: the first that fits."),
    "standards": _("What you promise. Only what you keep on a bad day; a sentence without a figure is a promise, too."),
    "remedies": _("What a customer is owed when something fails, without having to ask for it."),
    "procedures": _("What to do when something happens, in the words that you would use. `say` is said aloud."),
    "escalation": _("Whom to call, and when. Somebody new should not have to think about it."),
    "discretion": _("What may be given without asking, and up to how much. It is the line that saves most calls."),
    "complaints": _("How somebody complains, and what happens then."),
    "terms": _("What may come back, be cancelled or be paid later, case by case."),
    "tone": _("How you sound. No adjectives: a poor way, a good one, and the words of a good day."),
    "feedback": _("How customers tell you what they think, and who reads it."),
    "training": _("What is practised, with scenes to play."),
    "access": _("What you do for people who need more time, other letters or another language."),
    "privacy": _("How you know who it is, what you keep, and for how long."),
    "conduct": _("What you ask of customers, and what you do when somebody goes too far."),
    "leadership": _("What those in charge do, for everybody to see."),
    "review": _("When all of this is read again. A policy that nobody reads again is not true any more."),
    "changelog": _("What changed in each version, and for whom."),
    "glossary": _("Words of your trade, and what they mean."),
})  # fmt: skip


def introduction(section: str) -> str:
    """The note above a section, in English; empty where there is none."""
    return _INTRODUCTIONS.get(section, "")
