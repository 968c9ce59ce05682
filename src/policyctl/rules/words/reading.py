"""Find sentences and texts that are harder to read than their readers should have to put up with."""

from collections.abc import Iterator, Sequence

from policyctl.findings import Issue
from policyctl.meaning.formatting import limit_issues
from policyctl.meaning.texts import Passage, Reader
from policyctl.rules.rule import RuleContext
from policyctl.rules.words.readability import (
    FORMULAS,
    LEAST_WORDS,
    Counts,
    Formula,
    count,
    is_prose,
    surely_easy,
    syllables,
    words_of,
)
from policyctl.rules.words.sentences import Sentence, is_list, joint, pauses, sentences

_MOST = {Reader.CUSTOMERS: 25, Reader.STAFF: 35}
"""Words in a sentence: 25 is the habit of GOV.UK's editors; staff read at work, with time to read twice."""

_MORE = 5
"""Words more that a sentence may have which pauses."""

_Long = tuple[int, Passage, Sentence]

_LEAST_OF_A_TEXT = 20
"""Words that a text should have to be the one to begin with."""

_NAMED = 3
"""Long words that are named."""


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
        yield from limit_issues(map(_too_long, longest), "{} more texts hold a sentence as long.")


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


def _too_long(long: _Long) -> Issue:
    words, passage, sentence = long
    message = f"This sentence has {words} words, and {passage.reader} lose the thread after {_MOST[passage.reader]}."
    cut = joint(sentence)
    hint = (
        f"Make two of it, for example with a full stop after “{cut}”." if cut else "Make two or three sentences of it."
    )
    return passage.issue(sentence.start, sentence.text, message, hint)


def hard_to_read(context: RuleContext) -> Iterator[Issue]:
    """Texts that, taken together, are harder to read than their readers should have to put up with.

    English is measured by Flesch-Kincaid: 8 years of school for what customers read, 10 for what staff read. German
    goes by the Wiener Sachtextformel, French by Kandel and Moles, Spanish by INFLESZ. Under 100 words nothing is said.

    Why it matters: who reads with effort reads half of it, and then asks, or believes the wrong half.

    Diff:

          standards:
        -   Refunds: |
        -     Reimbursement requires documentation demonstrating that the acquisition occurred within the
        -     period indicated on the reverse of the invoice. Merchandise exhibiting evidence of excessive utilisation
        -     is ineligible for reimbursement irrespective of the circumstances surrounding its acquisition.
        -   Deliveries: |
        -     Notification of anticipated interruptions to scheduled deliveries is communicated electronically to
        -     customers who have registered their preferences. Compensation is calculated according to the duration
        -     of the interruption and the classification of the consignment.
        -   Complaints: |
        -     Representations concerning unsatisfactory experiences receive acknowledgement from a  # <- here
        -     qualified representative. Determinations incorporate recommendations designed to eliminate recurrence.
        -     Dissatisfaction with determinations entitles customers to independent adjudication. Supplementary
        -     documentation permits considerably accelerated determination.
        +   Refunds: Send it back with the receipt, and the money goes back to your card.
        +   Deliveries: If a parcel is late, we write to you before you have to ask.
        +   Complaints: Tell anyone here, and the owner rings you.
    """
    language = context.language
    formula = FORMULAS.get(language)
    for reader, limit in ((Reader.CUSTOMERS, formula.customers), (Reader.STAFF, formula.staff)) if formula else ():
        prose = [passage for passage in context.texts.read_by(reader) if is_prose(passage.text)]
        texts = [passage.text for passage in prose]
        if formula and not (language == "en" and surely_easy(texts, limit)):
            counts = count("\n\n".join(texts), language)
            if counts.words >= LEAST_WORDS and formula.too_hard(formula.level(counts), limit):
                yield _issue(formula, counts, limit, prose, language)


def _issue(formula: Formula, counts: Counts, limit: float, prose: Sequence[Passage], language: str) -> Issue:
    worst = _worst(formula, prose, language)
    longest = max(sentences(worst.text), key=lambda each: len(each.text), default=Sentence(0, worst.text))
    level = formula.describe(formula.level(counts))
    message = (
        f"What {worst.reader} read here takes {level}, and {limit:.0f} should do: {counts.sentence:.0f} words make a "
        f"sentence, and {counts.word:.1f} syllables a word."
    )
    named = "”, “".join(_longest_words(longest.text, language))
    hint = f"Begin with this sentence: cut it in two, and find short words for “{named}”."
    return worst.issue(longest.start, longest.text, message, hint)


def _worst(formula: Formula, prose: Sequence[Passage], language: str) -> Passage:
    long = [passage for passage in prose if len(passage.text.split()) >= _LEAST_OF_A_TEXT] or list(prose)
    return max(long, key=lambda each: -formula.easier * formula.level(count(each.text, language)))


def _longest_words(text: str, language: str) -> list[str]:
    """The words of most syllables, in the order in which they stand; names are left out where they show."""
    unique = dict.fromkeys(word for word in words_of(text) if word[0].islower() or language == "de")
    chosen = sorted(unique, key=lambda word: -syllables(word.lower(), language))[:_NAMED]
    return [word for word in unique if word in chosen]
