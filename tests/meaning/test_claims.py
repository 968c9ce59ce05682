"""Every figure of a policy is a claim, whether a field or a sentence says it."""

from datetime import date

from policyctl.meaning import Meaning
from policyctl.meaning.claims import Claim, agree, claims, differ, disagree
from policyctl.validation import validate

HEAD = "policyctl: 1\npolicy: {title: How we help, organisation: Alder, currency: GBP}\n"


def _claims(sections: str) -> tuple[Claim, ...]:
    today = date(2026, 11, 23)
    policy = validate((HEAD + sections).encode(), "policy.yaml", today=today).policy
    assert policy
    return claims(Meaning(policy, today))


def test_fields_and_sentences_make_claims_with_their_places() -> None:
    found = _claims(
        "facts:\n  Deposit: £50 for each bike, back within 3 working days\n"
        "terms:\n  Returns: {within: 30 days, after: delivery, gives: your money}\n"
    )
    assert [(each.kind.value, each.words, each.bound.value, each.pointer, each.stated) for each in found] == [
        ("duration", "30 days", "at most", ("terms", "Returns", "within"), True),
        ("money", "£50", "exactly", ("facts", "Deposit", "says"), False),
        ("duration", "3 working days", "at most", ("facts", "Deposit", "says"), False),
    ]


def test_a_claim_knows_its_entry_its_words_and_what_it_is_counted_for() -> None:
    window, price = _claims(
        "customers:\n  Members: They pay £22 a month\n"
        "facts:\n  Returns: 30 days after delivery, if it was not on sale\n"
    )
    assert (price.name, price.rate, price.stems) == ("Members", "a month", frozenset({"pay"}))
    assert (window.name, window.clause.strip(), window.matters) == ("Returns", "", frozenset({"return"}))
    assert window.is_conditional
    assert not price.is_conditional


def test_what_is_a_story_or_not_to_be_said_makes_none() -> None:
    assert (
        _claims(
            "procedures:\n  A refund: {steps: [Say sorry.], example: A man waited 3 weeks for £5.}\n"
            "tone:\n  samples:\n    Late: {channel: Email, customer: I waited 2 weeks!, say: Sorry.}\n"
        )
        == ()
    )


def test_figures_agree_differ_and_disagree() -> None:
    ten, range_, hours, most, price = _claims(
        "facts:\n  One: 10 weeks\n  Two: 8 to 10 weeks\n  Three: 2 days\n  Four: at most £10\n  Five: £12\n"
    )
    assert agree(ten, range_)
    assert differ(ten, hours)
    assert differ(most, price)
    assert not disagree(most, price)
