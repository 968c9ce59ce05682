"""Amounts are found in sentences, each once, in the order in which they stand."""

import pytest

from policyctl.schema.quantities import Money


@pytest.mark.parametrize(
    ("sentence", "amounts"),
    [
        ("a £5 token, or the courier for up to £9.50", ["£5", "£9.50"]),
        ("Gutschein über 20 € oder 1.000 EUR", ["20 €", "1.000 EUR"]),
        ("€20 or 30 €", ["€20", "30 €"]),
        ("20 books within 3 days", []),
        ("£20 £20", ["£20", "£20"]),
    ],
)
def test_every_amount_of_a_sentence_is_found(sentence: str, amounts: list[str]) -> None:
    assert [amount.text for amount in Money.all_in(sentence)] == amounts
