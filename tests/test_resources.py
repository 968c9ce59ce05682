"""What travels with the code is found in a checkout."""

from pathlib import Path

from policyctl import resources

_CHECKOUT = Path(__file__).resolve().parent.parent


def test_a_checkout_is_read_where_its_authors_edit_it() -> None:
    assert resources.templates() == _CHECKOUT / "templates"
    assert resources.examples() == _CHECKOUT / "examples"
