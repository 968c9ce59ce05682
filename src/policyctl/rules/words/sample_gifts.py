"""A policy in; words to say that give a customer more than whoever says them may give out."""

from collections.abc import Iterable, Iterator

from policyctl.findings import Issue
from policyctl.rules.naming import entries
from policyctl.rules.patterns import finds
from policyctl.rules.rule import Given
from policyctl.rules.texts import Passage
from policyctl.rules.words.sentences import sentences
from policyctl.spec.grammar.references import RoleRef
from policyctl.spec.quantities import Allowance, Money
from policyctl.spec.sections.discretion import Grant
from policyctl.spec.sections.people import Role
from policyctl.spec.sections.procedures import Step
from policyctl.spec.sections.standards import Remedy
from policyctl.spec.sections.tone import Sample

_GOODWILL = (
    r"voucher|token|gift|credit\b|discount|goodwill|gesture|\boff (?:your|the) next"
    r"|gutschein|kulanz|nachlass|rabatt|gutschrift|schenke"
)
"""Words for what is given of one's own will; the price that goes back is none of it."""


def sample_above_band(given: Given) -> Iterator[Issue]:
    """A sample or a step in which a customer is offered more, as goodwill, than those who serve may give.

    Why it matters: the words are copied at the counter, and then somebody has to take them back.

    Bad:

        discretion:
          may_give:
            Amir and Bea: a voucher up to £15
          ask: Nell
        tone:
          samples:
            A cake that fell: I'm sorry. Please take a £25 voucher with you.  # <- here

    Good:

        discretion:
          may_give:
            Amir and Bea: a voucher up to £15
          ask: Nell
        tone:
          samples:
            A cake that fell: I'm sorry. Please take a £15 voucher with you.
    """
    most = _most(given)
    if most is None:
        return
    amounts = (money for _, remedy in given.each(Remedy) for money in _amounts(remedy, given))
    owed = max((money.amount for money in amounts if _above(money, most)), default=0)
    for passage in given.texts.said:
        for start, money in _offered(passage, given):
            if _above(money, most) and money.amount > owed:
                words = money.text
                message = f"“{words}” is more than those who serve may give without asking: {most}."
                hint = "Offer what they may give, or say beside it with `ask` whose leave it needs."
                yield passage.issue(start, words, message, hint)


def _offered(passage: Passage, given: Given) -> Iterator[tuple[int, Money]]:
    """The amounts that are offered as goodwill, by somebody who need not ask."""
    if isinstance(passage.part, Sample) or (isinstance(passage.part, Step) and not _is_allowed(passage.part, given)):
        for sentence in sentences(passage.text):
            money = Money.first_in(sentence.text) if finds(_GOODWILL, sentence.text) else None
            if money and money.text in sentence.text:
                yield sentence.start + sentence.text.index(money.text), given.priced(money)


def _is_allowed(step: Step, given: Given) -> bool:
    """Whether leave is asked for in the step, or somebody with more say does it."""
    return bool(step.ask) or _led(step.by, given)


def _most(given: Given) -> Allowance | None:
    """The most that anybody who does not lead may give of their own; None where a band is not in money."""
    bands = [
        grant.up_to for _, grant in given.each(Grant) if not grant.rows and not grant.over and _serves(grant, given)
    ]
    known = [band for band in bands if isinstance(band, Allowance) and isinstance(band.amount, Money)]
    return max(known, key=lambda band: band.amount.amount if isinstance(band.amount, Money) else 0, default=None)


def _serves(grant: Grant, given: Given) -> bool:
    return not _led(grant.who or (RoleRef(grant.named()),), given)


def _led(people: Iterable[RoleRef], given: Given) -> bool:
    """Whether one of them leads, by the word of the policy."""
    return any(role.leads for role in entries(people, Role, given.names).values())


def _amounts(remedy: Remedy, given: Given) -> Iterator[Money]:
    for text in (*remedy.gives, remedy.says or ""):
        if money := Money.first_in(text):
            yield given.priced(money)


def _above(money: Money, most: Allowance) -> bool:
    return isinstance(most.amount, Money) and money.currency == most.amount.currency and money > most.amount
