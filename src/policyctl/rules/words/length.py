"""A policy in; sentences and handbooks that are longer than people read out."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.readers import Reader
from policyctl.rules.rule import RuleContext
from policyctl.rules.texts import Passage
from policyctl.rules.words.few import limit_issues
from policyctl.rules.words.sentences import Sentence, is_list, joint, pauses, sentences
from policyctl.schema.sections.head import Kind

_MOST = {Reader.CUSTOMERS: 25, Reader.STAFF: 35}
"""Words in a sentence: 25 is the habit of GOV.UK's editors; staff read at work, with time to read twice."""

_MORE = 5
"""Words more that a sentence may have which pauses."""

MOST_WORDS = 5_000
"""Words of a handbook that a new colleague reads in one go: 25 minutes at 200 words a minute."""

_Long = tuple[int, Passage, Sentence]
_A_MINUTE = 200
_READ = 4
"""Words that a text has at the least which is read from left to right."""

_FOR_LEADERS = frozenset({
    "policy", "goals", "benchmarks", "metrics", "staff_input", "feedback", "pilot", "training", "rollout", "leadership",
    "review", "changelog",
})  # fmt: skip
"""Sections that whoever leads keeps; nobody has to know them to serve a customer."""


def long_sentence(context: RuleContext) -> Iterator[Issue]:
    """A sentence of more than 25 words that customers read or hear, or of more than 35 that staff read.

    One that pauses, with a comma every twenty words at the least, may have five words more.

    Why it matters: who reads quickly, worried or in a second language has lost the beginning before the end comes.

    Diff:

          facts:
            Refunds: |
        -     If you have paid by card and the book that you sent back to us has arrived in our shop  # <- here
        -     in the state in which it left us, we send the money back to your card within 5 working days.
        +     Send the book back as you got it. Once it is here, your money is back on your card within 5 working days.
    """
    if context.understood:
        longest = sorted(_long(context), key=lambda each: -each[0] / _MOST[each[1].reader])
        yield from limit_issues(map(_told, longest), "{} more texts hold a sentence as long.")


def _long(context: RuleContext) -> Iterator[_Long]:
    """The longest sentence of each text that has one too long, with its words counted."""
    for reader, most in _MOST.items():
        for passage in context.texts.read_by(reader):
            if len(passage.text.split()) > most:
                found = [(len(each.words), each) for each in sentences(passage.text) if not is_list(each)]
                long = [(n, each) for n, each in found if n > most + (_MORE if pauses(each) else 0)]
                if long:
                    words, sentence = max(long, key=lambda each: each[0])
                    yield words, passage, sentence


def _told(long: _Long) -> Issue:
    words, passage, sentence = long
    message = f"This sentence has {words} words, and {passage.reader} lose the thread after {_MOST[passage.reader]}."
    cut = joint(sentence)
    hint = (
        f"Make two of it, for example with a full stop after “{cut}”." if cut else "Make two or three sentences of it."
    )
    return passage.issue(sentence.start, sentence.text, message, hint)


def too_long_to_read(context: RuleContext) -> Iterator[Issue]:
    """A handbook of more than 5,000 words, about 25 minutes of reading; what only leaders need is not counted.

    Why it matters: a manual that takes an hour is skimmed once, and after that everybody asks whoever sits nearest.

    Diff:

          policy:
            title: How we look after you
            organisation: Harbour Lane Books
          always:  # <- here
        -   intro: {2600 words}
            notes: {2600 words}
    """
    if context.undertakes(Kind.HANDBOOK) and len(context.texts.whole) // 2 > MOST_WORDS:
        lengths = _lengths(context)
        total = sum(lengths.values())
        if total > MOST_WORDS:
            section = max(lengths, key=lambda each: lengths[each])
            minutes = round(total / _A_MINUTE)
            message = f"Whoever serves customers has {total:,} words to read here, about {minutes} minutes of reading."
            hint = f"Begin with `{section}`, which has {lengths[section]:,}: take out what nobody needs at the counter."
            yield Issue((section,), message, hint, at_key=True)


def _lengths(context: RuleContext) -> dict[str, int]:
    """The words of each section that staff need; names, laws and cells of a table are looked up and not read."""
    lengths: dict[str, int] = {}
    for passage in context.texts.read:
        section, words = str(passage.pointer[0]), len(passage.text.split())
        if section not in _FOR_LEADERS and words >= _READ:
            lengths[section] = lengths.get(section, 0) + words
    return lengths
