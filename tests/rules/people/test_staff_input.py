"""A front line that was not asked, or asked in vain, is told; small businesses are left alone."""

import pytest
from tests.rules.judging import HEAD, found, said

_HANDBOOK = f"{HEAD}  kind: handbook\n"


_ROLES = (
    "roles:\n  Ruth:\n    title: Director\n    leads: yes\n  Edwin: Shop manager\n  Priya and Joss: Booksellers\n"
    "staff_input:\n  May:\n    found: Refunds take long.\n    changed: They do not.\n    {}\n"
)


@pytest.mark.parametrize(
    "who",
    [
        "who: Ruth", "who: Edwin and Ruth", "who: the managers", "who: All team leads", "who: Two senior managers",
        "who: The shop managers and the board", "who: Ruth, heads of sales", "who: die Geschäftsführung",
    ],
)  # fmt: skip
def test_those_who_lead_are_not_the_front_line(who: str) -> None:
    assert found("front-line-not-asked", _ROLES.format(who)) == ["11"]


@pytest.mark.parametrize(
    "who",
    [
        "who: Ruth and Priya", "who: All six booksellers", "who: Everybody", "who: The managers and both helpers",
        "who: The people who answer our telephones", "who: Alle sieben, auch Ruth", "how: At the counter",
        "who: People who manage the till", "who: Joss",
    ],
)  # fmt: skip
def test_anybody_else_is(who: str) -> None:
    assert found("front-line-not-asked", _ROLES.format(who)) == []


def test_where_everybody_leads_nobody_else_can_be_asked() -> None:
    policy = "roles:\n  Rosa: Owner\nstaff_input:\n  May:\n    who: Rosa\n    found: A.\n    changed: B.\n"
    assert said(policy) == []


@pytest.mark.parametrize(
    ("entry", "head", "expected"),
    [
        ("Nobody knew who refunds postage.", HEAD, ["2"]),
        ("\n    found: Nobody knew.\n    note: Nothing changed, since it costs too much.", HEAD, []),
        ("\n    how: Six drop-in evenings", HEAD, []),
        ("\n    how: Six drop-in evenings", _HANDBOOK, ["2"]),
        ("\n    changed: Everybody may give up to £20.", _HANDBOOK, []),
    ],
)
def test_something_comes_of_what_they_said(entry: str, head: str, expected: list[str]) -> None:
    assert found("staff-input-in-vain", f"staff_input:\n  May: {entry}\n", head) == expected
