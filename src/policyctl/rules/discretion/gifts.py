"""Find what is given away beyond what whoever gives it may give."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.meaning.formatting import amount, quoted
from policyctl.meaning.grants import MANY, Band, Gift, Where, bands, exceeds, gifts, limit_of
from policyctl.rules.rule import RuleContext
from policyctl.schema.quantities import Money, Share


def more_than_may_be_given(context: RuleContext) -> Iterator[Issue]:
    """A step, a sample, a letter, a ladder, a sentence, an example or a quiz that gives more than whoever gives it may.

    What a remedy, a term or a promise owes is left alone, and so is what somebody is asked for first.

    Why it matters: the adviser can follow the words or the limit, and is in the wrong either way.

    Diff:

          discretion:
            may_give:
              Refunds:
                who: Adviser
                gives: a refund
                up_to: £50
          procedures:
            A parcel is lost:
              - do: Send the money back the same day
                by: Adviser
        -       gives: a refund of £80  # <- here
        +       gives: a refund of up to £50
    """
    if len(context.cached(bands)) <= MANY:
        for gift in context.cached(gifts):
            found = limit_of(gift, context)
            if found and exceeds(gift.amount, found[1]):
                yield _too_much(gift, *found)


def _too_much(gift: Gift, band: Band, most: Money | Share) -> Issue:
    names, told, limit = quoted([*gift.who.values()], "or"), _amount(gift.amount), _amount(most)
    source = "" if band.name == names else f" according to {band.name}"
    own = (
        f"{names} may give no more than {limit}{source}"
        if names
        else f"the most that anybody may give without asking is {limit}"
    )
    messages = {
        Where.STEP: f"This step gives {told}, and {own}.",
        Where.SAID: f"“{gift.words}” is more than those who serve may give without asking: {limit}{source}.",
        Where.LEVEL: f"{names or 'This level'} may give {told} here, and no more than {limit}{source}.",
        Where.TEXT: f"{names} may give {told}, it says here, and no more than {limit}{source}.",
        Where.EXAMPLE: f"This example gives {told}, and {own}.",
        Where.ANSWER: f"This answer lets {names or 'them'} give {told}, and {own}.",
    }
    return Issue(
        gift.pointer, messages[gift.where], _HINTS[gift.where], twin=band.limit_place, words=gift.words, nth=gift.nth
    )


_HINTS = {
    Where.STEP: "Give less, ask first with `ask`, or raise the limit under `may_give`.",
    Where.SAID: "Offer what they may give, or say beside it with `ask` whose leave it needs.",
    Where.LEVEL: "Write the figure that stands under `may_give`, or raise it there.",
    Where.TEXT: "Write the same figure in both places, or say here whose leave it needs.",
    Where.EXAMPLE: "Show an example within the limit, or raise the limit.",
    Where.ANSWER: "Correct the answer, or the limit under `may_give`.",
}


def _amount(figure: Money | Share) -> str:
    return amount(figure) if isinstance(figure, Money) else str(figure)
