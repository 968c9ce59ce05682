"""A policy in; words to say that give a customer more than whoever says them may give out."""

from collections.abc import Iterable, Iterator

from policyctl.findings import Issue
from policyctl.rules.naming import entries
from policyctl.rules.patterns import finds
from policyctl.rules.rule import RuleContext
from policyctl.rules.texts import Passage
from policyctl.rules.words.sentences import sentences
from policyctl.schema.grammar.references import RoleRef
from policyctl.schema.quantities import Allowance, Money
from policyctl.schema.sections.discretion import Grant
from policyctl.schema.sections.people import Role
from policyctl.schema.sections.procedures import Step
from policyctl.schema.sections.standards import Remedy
from policyctl.schema.sections.tone import Sample

_GOODWILL = (
    r"voucher|token|gift|credit\b|discount|goodwill|gesture|\boff (?:your|the) next"
    r"|gutschein|kulanz|nachlass|rabatt|gutschrift|schenke"
)
"""Words for what is given of one's own will; the price that goes back is none of it."""


def sample_above_band(context: RuleContext) -> Iterator[Issue]:
    """A sample or a step in which a customer is offered more, as goodwill, than those who serve may give.

    Why it matters: the words are copied at the counter, and then somebody has to take them back.

    Diff:

          discretion:
            may_give:
              Amir and Bea: a voucher up to £15
            ask: Nell
          tone:
            samples:
        -     A cake that fell: I'm sorry. Please take a £25 voucher with you.  # <- here
        +     A cake that fell: I'm sorry. Please take a £15 voucher with you.
    """
    most = _most(context)
    if most is None:
        return
    amounts = (money for _, remedy in context.parts_of(Remedy) for money in _amounts(remedy, context))
    owed = max((money.amount for money in amounts if _above(money, most)), default=0)
    for passage in context.texts.said:
        for start, money in _offered(passage, context):
            if _above(money, most) and money.amount > owed:
                words = money.text
                message = f"“{words}” is more than those who serve may give without asking: {most}."
                hint = "Offer what they may give, or say beside it with `ask` whose leave it needs."
                yield passage.issue(start, words, message, hint)


def _offered(passage: Passage, context: RuleContext) -> Iterator[tuple[int, Money]]:
    """The amounts that are offered as goodwill, by somebody who need not ask."""
    if isinstance(passage.part, Sample) or (isinstance(passage.part, Step) and not _is_allowed(passage.part, context)):
        for sentence in sentences(passage.text):
            money = Money.first_in(sentence.text) if finds(_GOODWILL, sentence.text) else None
            if money and money.text in sentence.text:
                yield sentence.start + sentence.text.index(money.text), context.priced(money)


def _is_allowed(step: Step, context: RuleContext) -> bool:
    """Whether leave is asked for in the step, or somebody with more say does it."""
    return bool(step.ask) or _led(step.by, context)


def _most(context: RuleContext) -> Allowance | None:
    """The most that anybody who does not lead may give of their own; None where a band is not in money."""
    bands = [
        grant.up_to
        for _, grant in context.parts_of(Grant)
        if not grant.rows and not grant.over and _serves(grant, context)
    ]
    known = [band for band in bands if isinstance(band, Allowance) and isinstance(band.amount, Money)]
    return max(known, key=lambda band: band.amount.amount if isinstance(band.amount, Money) else 0, default=None)


def _serves(grant: Grant, context: RuleContext) -> bool:
    return not _led(grant.who or (RoleRef(grant.named()),), context)


def _led(people: Iterable[RoleRef], context: RuleContext) -> bool:
    """Whether one of them leads, by the word of the policy."""
    return any(role.leads for role in entries(people, Role, context.names).values())


def _amounts(remedy: Remedy, context: RuleContext) -> Iterator[Money]:
    for text in (*remedy.gives, remedy.says or ""):
        if money := Money.first_in(text):
            yield context.priced(money)


def _above(money: Money, most: Allowance) -> bool:
    return isinstance(most.amount, Money) and money.currency == most.amount.currency and money > most.amount
