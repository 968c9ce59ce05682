"""Approvals that are hard to get, needed for everything or written down nowhere are told."""

import pytest
from tests.rules.judging import HEAD, rules, said

_GIVES = "discretion:\n  may_give:\n    Refunds: {{who: Adviser, gives: {}, up_to: {}}}\n"

_MANY = "roles:\n" + "".join(f"  Team {n}: Works here\n" for n in range(5)) + "  Lead:\n    people: Maria\n    {}\n"

_ABOVE = "discretion:\n  may_give:\n    Refunds: {{who: Team 1, gives: a refund, up_to: £9, above: Lead{}}}\n"

_FAST = "`answers_within` beside it, such as `answers_within: 1 hour`"

_STANDS_IN = "`backup` at the role"


@pytest.mark.parametrize(
    ("role", "grant", "lacks", "write"),
    [
        ("reach: 12", "", "how fast or who stands in", f"{_FAST}, and {_STANDS_IN}"),
        ("backup: Team 1", "", "how fast", _FAST),
        ("reach: 12", ", answers_within: 1 hour", "who stands in", _STANDS_IN),
    ],
)
def test_an_approver_of_many_says_how_fast_and_has_somebody_who_stands_in(
    role: str, grant: str, lacks: str, write: str
) -> None:
    (finding,) = said(_MANY.format(role) + _ABOVE.format(grant))
    assert finding == (
        f"12 info approver-out-of-reach: Above the limit of “Refunds”, “Lead” decides, and nothing says {lacks}. "
        f"Write {write}."
    )


def test_a_ladder_may_say_how_fast_and_who_stands_in() -> None:
    ladder = "escalation:\n  ladders:\n    Cross:\n      - {role: Lead, waits: 1 hour, backup: Team 2}\n"
    assert said(_MANY.format("reach: 12") + _ABOVE.format("") + ladder) == []


def test_a_handful_of_people_find_each_other() -> None:
    few = "roles:\n  Adviser: By telephone\n  Lead:\n    people: Maria\n"
    assert said(few + _ABOVE.format("").replace("Team 1", "Adviser")) == []


_STAFF = "roles:\n  Adviser: By telephone\n  Director: At the top\n"

_HANDBOOK = f"{HEAD}  kind: handbook\n"


def _front(policy: str, head: str = _HANDBOOK) -> list[str]:
    return [line for line in rules(policy, head) if "front-line" in line]


@pytest.mark.parametrize(
    "discretion",
    [
        "  may_give:\n    Refunds: {who: Director, gives: a refund}\n",
        "  may_give:\n    Refunds: {who: Adviser, gives: a refund, ask_first: Director}\n",
        "  ask: Director\n",
        "  nobody_may: Give cash\n",
    ],
)
def test_a_front_line_that_may_give_nothing_is_told(discretion: str) -> None:
    assert _front(f"{_STAFF}discretion:\n{discretion}") == ["4 front-line-may-give-nothing"]
    assert _front(f"{_STAFF}discretion:\n{discretion}", HEAD) == []


@pytest.mark.parametrize(
    "rest",
    [
        "discretion:\n  may_give:\n    Adviser: a refund up to £5\n",
        "discretion:\n  may_give:\n    Refunds: {who: everybody, gives: a refund}\n",
        "discretion:\n  may_give:\n    Refunds: {gives: a refund}\n",
        "discretion:\n  ask: Director\nmoments:\n  A call:\n    may_refund: Adviser\n",
        "discretion:\n  ask: Director\nprocedures:\n  Late:\n    - do: Pour a coffee\n      gives: a coffee\n",
    ],
)
def test_a_front_line_that_may_give_anything_at_all_is_left_alone(rest: str) -> None:
    assert _front(_STAFF + rest) == []


def test_an_owner_alone_has_no_front_line() -> None:
    assert _front("roles:\n  Rosa: Owner\ndiscretion:\n  ask: Rosa\n") == []


def _logged(policy: str, head: str = _HANDBOOK) -> list[str]:
    return [line for line in rules(policy, head) if "logged" in line]


def test_whoever_leads_needs_no_book_to_know_what_they_gave() -> None:
    roles = "roles:\n  Katrin: Owner\n  Clerk: By telephone\n"
    gives = "discretion:\n  may_give:\n    {}: a discount up to 200 EUR\n    Clerk: a free call\n"
    assert _logged(roles + gives.format("Katrin")) == []
    assert _logged(roles + gives.format("Katrin").replace("a free call", "a discount up to 5 EUR")) == [
        "5 exceptions-not-logged"
    ]


def test_a_handbook_says_where_gifts_of_money_are_written_down() -> None:
    assert _logged(_GIVES.format("a refund", "£5")) == ["2 exceptions-not-logged"]
    assert _logged(_GIVES.format("a refund", "£5"), f"{HEAD}  kind: support\n") == []
    assert _logged(_GIVES.format("a refund", "by judgement")) == []


@pytest.mark.parametrize(
    "rest",
    [
        "  logged: The red book\n",
        "  notes: Write it on the sheet by the till.\n",
        "  intro: Jede Kulanz kommt ins rote Heft.\n",
        "always:\n  - Log every gift.\n",
        "procedures:\n  Late:\n    - do: Say sorry\n      record: What was given\n",
    ],
)
def test_it_may_be_written_down_in_many_ways(rest: str) -> None:
    assert _logged(_GIVES.format("a refund", "£5") + rest) == []
    assert _logged(_GIVES.format("a refund", "£5, log: late")) == []


_REFUNDS = "roles:\n  Adviser: a\n  Packer: b\n  Director: c\ndiscretion:\n  {}\n"

_BAND = "may_give:\n    Money: {who: Adviser, gives: a refund, up_to: £5}"


@pytest.mark.parametrize(
    ("who", "expected"), [("Packer", ["10 refund-authority-unclear"]), ("Adviser", []), ("Director", [])]
)
def test_whoever_may_refund_in_a_moment_has_a_limit(who: str, expected: list[str]) -> None:
    assert rules(_REFUNDS.format(_BAND) + f"moments:\n  A call:\n    may_refund: {who}\n") == expected


_TOKENS = "may_give:\n    Money: {who: Adviser, gives: a token, up_to: £5}"

_PAYS = "procedures:\n  Late:\n    - {}\n"


def test_a_refund_that_nobody_may_make_is_told() -> None:
    assert said(_REFUNDS.format(_TOKENS) + _PAYS.format("Refund the price.")) == [
        (
            "10 info refund-authority-unclear: “Late” gives money back, and nothing says who may do that, and up to "
            "how much. Add a row for refunds under `may_give`, or say with `by` who does it."
        )
    ]
    german = _PAYS.format("Überweise die Erstattung.")
    assert rules(_REFUNDS.format(_TOKENS) + german) == ["10 refund-authority-unclear"]


@pytest.mark.parametrize(
    ("discretion", "rest"),
    [
        (_BAND, _PAYS.format("Refund the price.")),
        (_TOKENS, _PAYS.format("{do: Refund the price, by: Adviser}")),
        (_TOKENS, _PAYS.format("{do: Refund the price, ask: Director}")),
        (_TOKENS, _PAYS.format("Send another one.")),
        (_TOKENS, _PAYS.format("Refund the price.") + "terms:\n  Returns: You get your money back.\n"),
        (_TOKENS + "\n  ask: Director", _PAYS.format("Refund the price.")),
        ("may_give:\n    Money: {gives: whatever is fair}", _PAYS.format("Refund the price.")),
        ("ask: Director", _PAYS.format("Refund the price.")),
    ],
)
def test_a_refund_that_somebody_may_make_or_that_is_owed_is_left_alone(discretion: str, rest: str) -> None:
    assert said(_REFUNDS.format(discretion) + rest) == []
