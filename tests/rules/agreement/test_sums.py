"""Sums in words are reckoned again, and cases by figures meet."""

import pytest
from tests.rules.judging import HEAD, found, said

GERMAN = HEAD + "  language: de\n  currency: CHF\n"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("We take 20%. On £500 that is £90.", "We take 20%. On £500 that is £100."),
        ("On £600 that's £60 off, so £520.", "On £600 that's £60 off, so £540."),
        ("£24 plus £14, £40 in all", "£24 plus £14, £38 in all"),
        ("three instalments of £50, £160 in all", "three instalments of £50, £150 in all"),
        ("£20 a day, at most £10", "£20 a day, at most £100"),
    ],
    ids=["share", "what is left", "together", "so many times", "cap"],
)
def test_a_sum_is_what_its_figures_come_to(wrong: str, right: str) -> None:
    assert found("sums-do-not-add-up", f"terms:\n  Prices: {wrong}") == ["2"]
    assert found("sums-do-not-add-up", f"terms:\n  Prices: {right}") == []


def test_the_right_sum_is_told() -> None:
    line = next(each for each in said("terms:\n  Prices: We take 20%. On £500 that is £90.") if "sums" in each)
    assert line == (
        "2 warning sums-do-not-add-up: “£90” is not the sum: 20% of £500 is £100."
        " Write the right sum, or change the figures that it is made of."
    )


def test_german_sums_are_read() -> None:
    sections = "terms:\n  Preise: Wir nehmen 30 %% Anzahlung. Bei CHF 900 sind das CHF %s.\n"
    assert found("sums-do-not-add-up", sections % "300", GERMAN) == ["2"]
    assert found("sums-do-not-add-up", sections % "270", GERMAN) == []


def test_a_sum_without_its_share_is_left_alone() -> None:
    assert found("sums-do-not-add-up", "terms:\n  Prices: On £500 that is £90, and on £900 a little more.") == []


def test_levels_and_stages_are_counted() -> None:
    sections = """
escalation:
  ladders:
    Unhappy: {note: There are %s levels., levels: [Adviser, Lead]}
complaints:
  intro: A complaint has %s stages.
  stages: {First: Ann answers., Second: Bea answers.}
roles: {Adviser: Ann Lee, Lead: Bea Orr}
"""
    assert found("sums-do-not-add-up", sections % ("three", "four")) == ["3", "5"]
    assert found("sums-do-not-add-up", sections % ("two", "two")) == []


CASES = "terms:\n  Cancelling:\n    rows:\n      More than %s before: all\n%s      Less than 24 hours before: nothing\n"


@pytest.mark.parametrize(
    ("above", "between", "lines"),
    [
        ("72 hours", "      Between 48 and 24 hours before: half\n", ["4"]),
        ("48 hours", "      Between 48 and 24 hours before: half\n", []),
        ("2 days", "      Between 2 days and 24 hours before: half\n", []),
        ("24 hours", "", []),
        ("12 hours", "", ["4"]),
        ("48 hours", "      Otherwise: half\n", []),
    ],
)
def test_cases_begin_where_the_one_before_ends(above: str, between: str, lines: list[str]) -> None:
    assert found("cases-that-do-not-meet", CASES % (above, between)) == lines


def test_who_waits_longer_is_owed_no_less() -> None:
    later = "      More than 6 weeks late: 10%% of the price\n"
    rows = f"remedies:\n  Late:\n    rows:\n      More than 2 weeks late: %s\n{later}"
    assert found("cases-that-do-not-meet", rows % "15%") == ["5"]
    assert found("cases-that-do-not-meet", rows % "5%") == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (
            "A third of the price with the order. On £900 that is £400.",
            "A third of the price with the order. On £900 that is £300.",
        ),
        (
            "We take half of the price. On £900 of goods that is £400.",
            "We take half of the price. On £900 of goods that is £450.",
        ),
        ("We take 20%, so £30 on your £100.", "We take 20%, so £20 on your £100."),
        ("Nine visits, namely five at home and three here.", "Nine visits, namely five at home and four here."),
        ("Six calls: two in May and three in June.", "Six calls: three in May and three in June."),
    ],
)
def test_parts_and_the_whole_belong_together(wrong: str, right: str) -> None:
    assert found("sums-do-not-add-up", f'terms:\n  Prices: "{wrong}"') == ["2"]
    assert found("sums-do-not-add-up", f'terms:\n  Prices: "{right}"') == []


@pytest.mark.parametrize(
    "words",
    [
        "Three sizes: two, five and ten litres.",
        "Two rooms: one for 4 people, one for 6.",
        "Three cases: one for you, two for us, three for nobody.",
        "Two visits: 9 to 11 and 14 to 16.",
    ],
)
def test_a_list_of_other_things_is_no_sum(words: str) -> None:
    assert found("sums-do-not-add-up", f'terms:\n  Prices: "{words}"') == []


COUNTED = """
mission: Our {} values come first.
values: {{Honest: We say it., Kind: We mean it.}}
procedures:
  A call: {{about: In {} steps, steps: [Say hello., Say goodbye.]}}
roles: {{Driver: {{people: [Ann Lee, Bo Chan]}}}}
staff_input: {{Tea in March: {{who: {} drivers, on: 3 March 2026}}}}
complaints:
  stages: {{One: {{by: Driver}}, Two: {{by: Lead}}}}
facts: {{Complaints: A complaint goes through {} stages.}}
"""


def test_values_steps_people_and_stages_are_counted() -> None:
    assert found("sums-do-not-add-up", COUNTED.format("three", "four", "All three", "three")) == ["1", "4", "6", "9"]
    assert found("sums-do-not-add-up", COUNTED.format("two", "two", "All two", "two")) == []
    assert found("sums-do-not-add-up", COUNTED.format("two", "two", "One of three", "two")) == []


def test_the_most_is_no_less_than_what_is_given_once() -> None:
    remedy = "remedies:\n  Late: {gives: 5%% of the fee for each hour, at_most: %s of the fee}"
    assert found("sums-do-not-add-up", remedy % "3%") == ["2"]
    assert found("sums-do-not-add-up", remedy % "50%") == []


def test_there_are_no_fewer_of_us_than_are_named() -> None:
    roles = (
        "roles:\n  Adviser: {people: [Ann Lee, Bo Chan]}\n  Lead: {people: [Cy Dow, Ann Lee]}\nvalues:\n  Near: %s\n"
    )
    assert found("sums-do-not-add-up", roles % "There are two of us, and we all answer.") == ["5"]
    assert found("sums-do-not-add-up", roles % "There are three of us, and we all answer.") == []
    assert found("sums-do-not-add-up", roles % "There are five of us, and we all answer.") == []
    assert found("sums-do-not-add-up", roles % "Two of us are there on Saturdays.") == []
