"""Sums with a price of the facts, debts in parts, trials and days are reckoned; what may be otherwise is left alone."""

import pytest
from tests.rules.judging import HEAD, found, said

GERMAN = f"{HEAD}  language: de\n  currency: EUR\n"

RULE = "sums-do-not-add-up"


def test_a_sum_with_a_price_of_the_facts() -> None:
    fact = (
        "facts:\n  Basic charge: £28 a month\n"
        "  Energy: A thousand units come to £110, and with the basic charge the bill is %s.\n"
    )
    assert found(RULE, fact % "£148") == ["3"]
    assert found(RULE, fact % "£138") == []
    assert found(RULE, fact.replace("basic charge the", "discount the") % "£148") == []


def test_what_staff_say_without_a_currency_is_an_amount() -> None:
    sections = (
        "facts:\n  Gästewohnung: 38 € die Nacht, dazu 45 € Endreinigung\n"
        "tone:\n  samples:\n    Besuch: {say: 'Vier Nächte sind 152 Euro, mit der Reinigung %s.'}\n"
    )
    assert found(RULE, sections % "187", GERMAN) == ["5"]
    assert found(RULE, sections % "197", GERMAN) == []


@pytest.mark.parametrize(
    ("parts", "lines"),
    [
        ("That is £80 with each of the next four bills.", ["3"]),
        ("That is £60 with each of the next four bills.", []),
        ("We can make it four payments of £80.", ["3"]),
        ("We can make it four payments of £60.", []),
        ("Others make four payments. Each visit is £80.", []),
    ],
)
def test_a_debt_is_what_its_parts_come_to(parts: str, lines: list[str]) -> None:
    assert found(RULE, f"procedures:\n  More time:\n    - {{do: Offer a plan, say: You owe £240. {parts}}}\n") == lines


TRIAL = """
pilot:
  success_when: %s
  decision: %s
  findings: {Texts: {found: %s, changed: Texts for all}}
"""


def test_a_trial_that_goes_on_has_reached_its_bar() -> None:
    bar = "Everyone has a time in nine outages of ten."
    assert said(TRIAL % (bar, "Go", "In 14 of 20 outages everyone had a time."))[0] == (
        "4 warning sums-do-not-add-up: “14 of 20” is 70%, and at 90% the trial was to be a success. The other stands "
        "in line 2. Mend the figure, or say in the decision why it goes on all the same."
    )
    for decision, told in (
        ("Go", "In 18 of 20 outages everyone had a time."),
        ("Not now", "In 14 of 20 outages everyone had a time."),
        ("Go", "In 3 of 20 outages the time was late."),
        ("Go", "In 14 of 20 towns everyone had a time."),
    ):
        assert found(RULE, TRIAL % (bar, decision, told)) == []


def test_german_counts_of_so_many_are_shares() -> None:
    trial = TRIAL % (
        "Neun von zehn Terminen werden eingehalten.",
        "Für alle",
        "Von 120 Terminen wurden %s eingehalten.",
    )
    assert found(RULE, trial % "96", GERMAN) == ["4"]
    assert found(RULE, trial % "111", GERMAN) == []


def test_a_day_is_so_long_after_the_one_before() -> None:
    letter = "Your letter of 14 October is here. It ends three months later, on %s."
    sample = f"tone:\n  samples:\n    Leaving: {{say: '{letter}'}}\n"
    assert found(RULE, sample % "30 November 2026") == ["3"]
    assert found(RULE, sample % "31 January 2027") == []
    german = (
        "tone:\n  samples:\n    Ende: {say: 'Ihr Brief vom 14. Oktober ist da. Es endet drei Monate später, zum %s.'}\n"
    )
    assert found(RULE, german % "30. November 2026", GERMAN) == ["3"]
    assert found(RULE, german % "31. Januar 2027", GERMAN) == []
