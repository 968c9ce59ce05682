"""What each part of a kind needs is told where it lacks: one by one, or of all together."""

from typing import Any

import pytest
from tests.rules.judging import HEAD, TODAY

from policyctl.rules import RuleContext
from policyctl.rules.needs import Need, unmet
from policyctl.schema import read
from policyctl.schema.sections.head import Kind
from policyctl.schema.sections.people import Channel
from policyctl.schema.sections.standards import Standard
from policyctl.source import read as read_source

_POLICY = """
channels:
  Email: care@lane.example
  Phone:
    hours: Mon-Fri 9:00-17:00
  Chat:
    note: Behind the shop
standards:
  In writing:
    after: receipt
    rows:
      Letters: within 5 working days
      Postcards: We answer them with a postcard.
"""


def _said(need: Need[Any], kind: str = "charter") -> list[tuple[str, bool, str, str | None]]:
    text = f"{_POLICY}policyctl: 1\n{HEAD}  kind: {kind}\n"
    policy = read(read_source(text.encode(), "policy.yaml").data).policy
    assert policy is not None
    found = unmet(RuleContext(policy, TODAY), (need,))
    return [("/".join(map(str, each.pointer)), each.at_key, each.message, each.hint) for each in found]


def test_each_part_that_lacks_it_is_told_at_its_key() -> None:
    assert _said(Need(Channel, ("address", "note"), "{name} is nowhere.", "Add `address` to {name}.")) == [
        ("channels/Phone", True, "“Phone” is nowhere.", "Add `address` to “Phone”."),
    ]


def test_parts_that_lack_the_same_are_told_once_where_the_message_names_them_all() -> None:
    assert _said(Need(Channel, ("address",), "Nothing leads to {names}.", "Add `address`.")) == [
        ("channels/Phone", True, "Nothing leads to “Phone” or “Chat”.", "Add `address`."),
    ]


def test_a_field_that_needs_another_is_where_it_is_told() -> None:
    assert _said(Need(Channel, ("address",), "{name} is open and nowhere.", "Add `address`.", at="hours")) == [
        ("channels/Phone/hours", False, "“Phone” is open and nowhere.", "Add `address`."),
    ]


def test_of_a_group_its_rows_are_asked() -> None:
    assert _said(Need(Standard, ("within",), "{name} has no limit.", "Add `within`.")) == [
        ("standards/In writing/rows/Postcards", True, "“Postcards” has no limit.", "Add `within`."),
    ]


@pytest.mark.parametrize(("kind", "told"), [("charter", 1), ("handbook", 0), ("charter\n  status: retired", 0)])
def test_only_a_policy_in_use_of_the_kind_is_asked(kind: str, told: int) -> None:
    need = Need(
        Channel,
        lambda channel, _: channel.address,
        "{name} is nowhere.",
        "Add `address`.",
        asked=lambda channel, _: channel.hours,
        kinds=(Kind.CHARTER,),
    )
    assert len(_said(need, kind)) == told
