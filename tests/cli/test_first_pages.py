"""What a first policy says of nights, gifts, words and wishes is printed as somebody would say it."""

from pathlib import Path

import pytest
from tests.cli.conftest import Cli

POLICY = """\
policyctl: 1
policy:
  title: How we look after you
  organisation: Rosa
  currency: GBP
hours: Mon-Fri 20:00-8:00
roles:
  Rosa: Owner
  Ben: Helper
standards:
  Kindness: We say good morning to everybody.
  Money back: Half of what you paid, less the deposit.
discretion:
  may_give:
    Ben: an apology
    Refund: {who: Rosa, up_to: £20}
conduct:
  we_ask:
    - Please come in time.
    - Tell us what you are allergic to.
"""


@pytest.fixture(autouse=True)
def _a_policy(tmp_path: Path) -> None:
    (tmp_path / "policy.yaml").write_text(POLICY, encoding="utf-8")


def test_a_night_ends_as_clocks_show_it_and_words_are_no_multiple(cli: Cli) -> None:
    said = cli("show").out
    assert "Hours: Monday to Friday 20:00-08:00.\n" in said
    assert "multiple" not in said


def test_the_card_names_promises_in_words_and_whoever_gives_once(cli: Cli) -> None:
    cli("render", "--document", "card", "--to", "markdown")
    card = Path("build/card.md").read_text(encoding="utf-8")
    assert "**Kindness:** We say good morning to everybody.\n" in card
    assert "**Ben:** An apology.\n" in card


def test_what_is_asked_of_customers_is_a_list(cli: Cli) -> None:
    cli("render", "--document", "handbook", "--to", "markdown")
    page = Path("build/handbook.md").read_text(encoding="utf-8")
    assert "- Please come in time.\n- Tell us what you are allergic to.\n" in page
