"""Limits that do not meet, end too low or say no unit are told; words, other cases and one decider are not."""

import pytest
from tests.rules.judging import HEAD, rules, said

_TWO = (
    "roles:\n  Adviser: a\n  Lead: b\n  Boss: c\ndiscretion:\n  may_give:\n"
    "    Small: {{who: Adviser, gives: {}, up_to: {}}}\n    Large: {{who: {}, gives: {}, over: {}, up_to: {}}}\n"
)


def _bands(  # noqa: PLR0913  One for each place in the text.
    lower: str, begins: str, *, ends: str = "£150", who: str = "Lead", gives: str = "a refund", also: str = "a refund"
) -> str:
    return _TWO.format(gives, lower, who, also, begins, ends)


def test_a_gap_is_asked_about_with_a_round_figure_inside_it() -> None:
    assert said(_bands("£25", "£50")) == [
        (
            "8 info bands-that-do-not-meet: “Small” ends at £25 and “Large” begins over £50: it is open who decides "
            "about £30. The other stands in line 7. "
            "Let the one begin where the other ends, with the same figure in `up_to` and `over`."
        )
    ]


def test_an_overlap_is_asked_about_as_well() -> None:
    assert said(_bands("£25", "£20")) == [
        (
            "8 info bands-that-do-not-meet: “Small” ends at £25 and “Large” begins over £20: both decide about £21. "
            "The other stands in line 7. "
            "Let the one begin where the other ends, with the same figure in `up_to` and `over`."
        )
    ]


@pytest.mark.parametrize(
    "policy",
    [
        _bands("£20", "£20"),
        _bands("£25", "£26"),
        _bands("£24.99", "£25"),
        _bands("£25", "£50", who="Adviser"),
        _bands("£25 per case", "£50 per customer"),
        _bands("£25", "€50", ends="€150"),
        _bands("by judgement", "£50"),
        _bands("20%", "£50"),
        _bands("£25", "£50", gives="a gift", also="a refund") + "  ask: Boss\n",
        _bands("£25", "by judgement"),
        _bands("£300", "£50"),
        _bands("£25", "£50") + "    Any: {who: Boss, gives: whatever is fair}\n",
        _bands("£25", "£50") + "    Middle: {who: Boss, gives: a refund, over: £25, up_to: £50}\n",
    ],
)
def test_bands_that_meet_or_do_not_compare_are_left_alone(policy: str) -> None:
    assert said(policy) == []


def test_the_one_amount_that_both_leave_out_is_told() -> None:
    (finding,) = said(_bands("under £25", "£25"))
    assert finding == (
        "8 info bands-that-do-not-meet: “Small” ends under £25 and “Large” begins over it: it is open who decides "
        "about it. The other stands in line 7. Write `over: from £25`, or `up_to: £25` in the other."
    )
    assert said(_bands("less than £25", "from £25")) == []


def test_two_cases_are_two_matters() -> None:
    late = _bands("£25, when: It is late", "£50, when: It is torn")
    assert said(late) == []
    assert rules(_bands("£25, when: It is late", "£50, when: It is late")) == ["8 bands-that-do-not-meet"]


def test_whoever_begins_at_an_amount_leaves_less_to_nobody() -> None:
    alone = "discretion:\n  may_give:\n    Large: {who: Lead, gives: a refund, over: £20, up_to: £90}\n"
    (finding,) = said(alone)
    assert finding.startswith(
        "3 info bands-that-do-not-meet: “Large” begins over £20, and nothing says who may give less."
    )
    assert said(alone + "    Small: {who: Lead, gives: a refund}") == []


def test_amounts_are_of_the_policys_own_currency() -> None:
    assert rules(_bands("25", "50", ends="90"), f"{HEAD}  currency: GBP\n") == ["8 bands-that-do-not-meet"]
    assert rules(_bands("25 €", "50 Euro", ends="90"), f"{HEAD}  currency: EUR\n") == ["8 bands-that-do-not-meet"]


def test_a_row_that_gives_nothing_by_word_gives_what_its_name_says() -> None:
    rows = "    Refunds: {who: Adviser, up_to: £25}\n    Large refunds: {who: Lead, over: £50, up_to: £90}\n"
    assert rules(f"discretion:\n  may_give:\n{rows}") == ["4 bands-that-do-not-meet"]


def test_german_gifts_are_known() -> None:
    policy = _bands("25 € pro Fall", "50 € pro Fall", ends="90 € pro Fall", gives="Erstattung", also="Rückerstattung")
    assert rules(policy) == ["8 bands-that-do-not-meet"]
    other = _bands("25 € pro Fall", "50 € pro Fall", ends="90 € pro Fall", gives="Gutschein", also="Ersatz")
    assert rules(other + "  ask: Boss\n") == []


_ASKED = "discretion:\n  may_give:\n    Small: {{who: Adviser, gives: a refund, up_to: £50, {}: Lead}}\n    Own: {}\n"


@pytest.mark.parametrize(
    ("key", "own", "expected"),
    [
        ("above", "{who: Lead, gives: a refund, up_to: £30}", ["3 approver-below-limit"]),
        ("above", "{who: Lead, gives: a refund, up_to: £50}", ["3 approver-below-limit"]),
        ("ask_first", "{who: Lead, gives: a refund, up_to: £30}", ["3 approver-below-limit"]),
        ("ask_first", "{who: Lead, gives: a refund, up_to: £50}", []),
        ("above", "{who: Lead, gives: a refund, up_to: £51}", []),
        ("above", "{who: Lead, gives: a voucher, up_to: £5}", []),
        ("above", "{who: Lead, gives: a refund}", []),
        ("above", "{who: Boss, gives: a refund, up_to: £5}", []),
        ("above", "{who: Lead, gives: a refund, up_to: £5 per day}", []),
    ],
)
def test_whoever_decides_above_a_limit_may_give_more(key: str, own: str, expected: list[str]) -> None:
    assert [line for line in rules(_ASKED.format(key, own)) if "meet" not in line] == expected


_LADDER = (
    "discretion:\n  may_give:\n    First: {{who: Lead, gives: a refund, up_to: £150}}\n"
    "    Second: {{who: Boss, gives: {}, up_to: {}}}\n"
    "escalation:\n  ladders:\n    Cross:\n      kind: {}\n      levels:\n        - role: Lead\n          may: First\n"
    "        - role: Boss\n          may: {}\n"
)


@pytest.mark.parametrize(
    ("gives", "limit", "kind", "may", "expected"),
    [
        ("a refund", "£20", "authority", "Second", ["13 approver-below-limit"]),
        ("a refund", "£150", "authority", "Second", []),
        ("a refund", "by judgement", "authority", "Second", []),
        ("a voucher", "£20", "authority", "Second", []),
        ("a refund", "£20", "specialists", "Second", []),
        ("a refund", "£20", "authority", "Anything fair", []),
    ],
)
def test_a_ladder_grows_from_level_to_level(gives: str, limit: str, kind: str, may: str, expected: list[str]) -> None:
    assert rules(_LADDER.format(gives, limit, kind, may)) == expected


def test_amounts_of_two_currencies_in_one_row_are_no_trouble() -> None:
    mixed = "{who: Lead, gives: a refund, over: £20, up_to: €50, above: Boss}"
    boss = "{who: Boss, gives: a refund, over: €20, up_to: £50}"
    assert said(f"discretion:\n  may_give:\n    One: {mixed}\n    Two: {boss}\n") == []


def test_twenty_five_hundred_bands_are_judged_in_a_moment() -> None:
    rows = "".join(f"    B{n}: {{who: R{n}, gives: a refund, over: £{n}, up_to: £{n + 1}}}\n" for n in range(2_500))
    assert said(f"discretion:\n  may_give:\n{rows}") == []


_GIVES = "discretion:\n  may_give:\n    Refunds: {{who: Adviser, gives: {}, up_to: {}}}\n"


@pytest.mark.parametrize("limit", ["25", "25 per case"])
def test_a_bare_number_needs_a_currency(limit: str) -> None:
    found = said(_GIVES.format("a refund", limit))
    assert [line.split(": ")[0] for line in found] == ["3 info limit-without-unit"]
    assert said(_GIVES.format("a refund", limit), f"{HEAD}  currency: GBP\n") == []


@pytest.mark.parametrize(("gives", "limit"), [("a refund", "£25"), ("coffee tokens", "2"), ("a discount", "20%")])
def test_pieces_shares_and_amounts_with_a_sign_need_none(gives: str, limit: str) -> None:
    assert said(_GIVES.format(gives, limit)) == []


def test_of_many_bare_numbers_the_first_is_told() -> None:
    assert rules(_GIVES.format("a refund", "25") + "    Rest: {who: Lead, gives: credit, up_to: 90}\n") == [
        "3 limit-without-unit"
    ]


_COUNTED = _GIVES.format("a refund", "£25 per case") + "    More: {who: Lead, gives: a refund, up_to: £90 per case}\n"


def test_a_limit_that_is_counted_by_nothing_is_asked_for_what() -> None:
    assert said(_COUNTED + "    Tokens: {who: Adviser, gives: a token, up_to: £5}") == [
        (
            "5 info limit-without-unit: “Tokens” goes up to £5, and does not say for what: “Refunds” says "
            "“£25 per case”. Write `£5 per case`, or per customer or order."
        )
    ]


@pytest.mark.parametrize("words", ["when: Once per visit", "note: one a day", "about: Einmal im Monat"])
def test_what_it_is_counted_by_may_stand_in_words(words: str) -> None:
    assert said(_COUNTED + f"    Tokens: {{who: Adviser, gives: a token, up_to: £5, {words}}}") == []


def test_where_most_are_counted_by_nothing_none_is_asked() -> None:
    assert (
        said("discretion:\n  may_give:\n    One: {gives: a token, up_to: £5}\n    Two: {gives: a hat, up_to: £5}") == []
    )


@pytest.mark.parametrize(
    ("language", "gives", "told"),
    [
        ("en", "what is right", []),
        ("en", "whatever it takes", []),
        ("de", "was gerecht ist", []),
        ("en", "an upgrade", ["8 bands-that-do-not-meet"]),
    ],
)
def test_what_is_right_is_more_of_whatever_was_given_below(language: str, gives: str, told: list[str]) -> None:
    policy = _bands("€80", "€80", also=gives).replace(", up_to: £150", "")
    assert [each for each in rules(policy, f"{HEAD}  language: {language}\n") if "do-not-meet" in each] == told


_CHAIN = (
    "roles:\n  Crew: a\n  Desk: b\n  Manager: c\n  Boss:\n    leads: yes\ndiscretion:\n  may_give:\n"
    "    Crew: {gives: a credit, up_to: £40, above: Manager}\n    Desk: {gives: a credit, up_to: £150, above: Boss}\n"
    "    Manager: {gives: a credit, over: %s, up_to: £100, above: Boss}\n    Boss: {gives: a credit, over: £100}\n"
)


@pytest.mark.parametrize(
    ("begins", "told"), [("£60", "it is open who decides about £50"), ("£20", "both decide about £30")]
)
def test_whoever_decides_above_begins_where_the_row_ends(begins: str, told: str) -> None:
    (finding,) = [line for line in said(_CHAIN % begins) if "Crew" in line]
    assert told in finding


def test_a_chain_that_meets_is_left_alone() -> None:
    assert not [line for line in said(_CHAIN % "£40") if "“Crew”" in line]


_LEAVE = (
    "roles:\n  Adviser: {people: Ana}\n  Lead: {people: Tom, leads: yes}\nprocedures:\n  Late:\n"
    "    - {do: Pay, by: Adviser, ask: %s}\n"
)


@pytest.mark.parametrize(("ask", "expected"), [("Adviser", ["6 approver-below-limit"]), ("Lead", [])])
def test_nobody_gives_leave_to_themselves(ask: str, expected: list[str]) -> None:
    assert [line for line in rules(_LEAVE % ask) if "approver" in line] == expected


def test_a_colleague_of_the_same_job_may_be_asked() -> None:
    assert "approver" not in " ".join(rules(_LEAVE.replace("people: Ana", "people: [Ana, Bea]") % "Adviser"))


_ABOVE = (
    "roles:\n  Adviser: a\n  Packer: b\n  Lead: {leads: yes}\ndiscretion:\n  may_give:\n"
    "    Small: {who: Adviser, gives: a refund, up_to: £20, above: %s}\n"
    "    Large: {who: Lead, gives: a refund, over: £20}\n"
)


@pytest.mark.parametrize(
    ("above", "more", "count"),
    [
        ("Packer", "", 1),
        ("Lead", "", 0),
        ("Packer", "  ask: Packer\n", 0),
        ("Packer", "complaints:\n  stages:\n    One: {by: Packer}\n", 0),
        ("Whoever is in", "", 0),
    ],
)
def test_somebody_who_decides_nothing_else_decides_above_no_limit(above: str, more: str, count: int) -> None:
    assert len([line for line in rules(_ABOVE % above + more) if line.endswith("approver-below-limit")]) == count


@pytest.mark.parametrize(("boss", "found"), [("£250", 1), ("£400", 0), ("£900", 0)])
def test_whoever_is_asked_for_anything_more_may_give_as_much(boss: str, found: int) -> None:
    rows = f"    Agent: a refund up to £400\n    Omar: a refund up to {boss}\n"
    lines = said(f"roles: {{Agent: Answers, Omar: Leads}}\ndiscretion:\n  ask: Omar\n  may_give:\n{rows}")
    told = (
        "5 warning approver-below-limit: For anything more than £400 “Omar” is asked, and may give no more than £250 "
        "according to “Omar”. The other stands in line 6. Name somebody who may give more, or raise the limit of "
        "whoever is asked."
    )
    assert [line for line in lines if "approver-below-limit" in line] == [told] * found
