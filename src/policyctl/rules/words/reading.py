"""A policy in; whether it is harder to read than its readers should have to put up with, out."""

from collections.abc import Iterator, Sequence

from policyctl.findings import Issue
from policyctl.rules.readers import Reader
from policyctl.rules.rule import RuleContext
from policyctl.rules.texts import Passage
from policyctl.rules.words.readability import (
    FORMULAS,
    LEAST_WORDS,
    Counts,
    Formula,
    count,
    is_prose,
    surely_easy,
    words_of,
)
from policyctl.rules.words.sentences import Sentence, sentences
from policyctl.rules.words.syllables import SYLLABLES

_LEAST_OF_A_TEXT = 20
"""Words that a text should have to be the one to begin with."""

_NAMED = 3
"""Long words that are named."""


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
                yield _told(formula, counts, limit, prose, language)


def _told(formula: Formula, counts: Counts, limit: float, prose: Sequence[Passage], language: str) -> Issue:
    worst = _worst(formula, prose, language)
    longest = max(sentences(worst.text), key=lambda each: len(each.text), default=Sentence(0, worst.text))
    level = formula.tell(formula.level(counts))
    message = (
        f"What {worst.reader} read here takes {level}, and {limit:.0f} should do: {counts.sentence:.0f} words make a "
        f"sentence, and {counts.word:.1f} syllables a word."
    )
    named = "”, “".join(_longest_words(worst.text, language))
    hint = f"Begin with this sentence: cut it in two, and find short words for “{named}”."
    return worst.issue(longest.start, longest.text, message, hint)


def _worst(formula: Formula, prose: Sequence[Passage], language: str) -> Passage:
    long = [passage for passage in prose if len(passage.text.split()) >= _LEAST_OF_A_TEXT] or list(prose)
    return max(long, key=lambda each: -formula.easier * formula.level(count(each.text, language)))


def _longest_words(text: str, language: str) -> list[str]:
    """The words of most syllables, in the order in which they stand; names are left out where they show."""
    unique = dict.fromkeys(word for word in words_of(text) if word[0].islower() or language == "de")
    chosen = sorted(unique, key=lambda word: -SYLLABLES[language](word.lower()))[:_NAMED]
    return [word for word in unique if word in chosen]
