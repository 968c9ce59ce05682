"""Figures that say otherwise than what may be given are told; what is owed or asked for is left alone."""

import pytest
from tests.rules.judging import HEAD, rules, said

_MAY = (
    "roles:\n  Adviser: Answers the telephone\n  Packer: In the store\n  Lead: Care lead\ndiscretion:\n  may_give:\n"
    "    Refunds: {who: Adviser, gives: a refund or a voucher, up_to: £50}\n"
)

_STEP = "procedures:\n  A parcel is lost:\n    - {}\n"


def test_a_step_that_gives_more_than_its_role_may_is_told_at_the_amount() -> None:
    assert said(_MAY + _STEP.format("{do: Pay, by: Adviser, gives: a refund of £80}")) == [
        (
            "10 warning more-than-may-be-given: This step gives £80, and “Adviser” may give no more than £50 according "
            "to “Refunds”. The other stands in line 7. "
            "Give less, ask first with `ask`, or raise the limit under `may_give`."
        )
    ]


def test_a_step_of_nobody_in_particular_is_held_against_everybodys_limits() -> None:
    (finding,) = said(_MAY + _STEP.format("Send a refund up to £80 at once."))
    assert finding.startswith(
        "10 warning more-than-may-be-given: This step gives £80, and the most that anybody may give without asking is "
        "£50."
    )


@pytest.mark.parametrize(
    "step",
    [
        "{do: Pay, by: Adviser, gives: a refund of £50}",
        "{do: Pay, by: Adviser, gives: a refund of £80, ask: Lead}",
        "{do: Pay, by: Adviser, gives: a refund of €80}",
        "{do: Pay, by: Adviser, gives: the courier for £80}",
        "{do: Pay, by: Packer, gives: a refund of £80}",
        "{do: Pay, by: Adviser, gives: a refund}",
        "Offer a refund up to £80 with the owner's approval.",
        "Ask Lead for a refund up to £80.",
        "Look for parcels worth up to £80.",
        "Say that we are insured up to £80.",
    ],
)
def test_a_step_within_the_limit_or_with_leave_is_left_alone(step: str) -> None:
    assert said(_MAY + _STEP.format(step)) == []


def test_leave_asked_in_one_step_holds_for_the_next() -> None:
    steps = "{do: Ring, ask: Lead}\n    - {do: Pay, by: Adviser, gives: a refund of £80}"
    assert said(_MAY + _STEP.format(steps)) == []


def test_a_limit_in_words_binds_nobody_to_a_figure() -> None:
    policy = _MAY.replace("up_to: £50", "up_to: by judgement")
    assert said(policy + _STEP.format("{do: Pay, by: Adviser, gives: a refund of £80}")) == []


def test_what_is_owed_is_no_gift() -> None:
    owed = "remedies:\n  A lost parcel: a refund of £80\n"
    assert said(_MAY + owed + _STEP.format("{do: Pay, by: Adviser, gives: a refund of £80}")) == []


def test_a_procedure_may_allow_more_itself() -> None:
    step = _STEP.format("{do: Pay, by: Adviser, gives: a voucher of £80}").replace("- {", "steps:\n      - {")
    grant = "    may_give:\n      A parcel: {who: Adviser, gives: a voucher, up_to: £80, because: ours to pay}\n"
    assert said(_MAY + step + grant) == []


def test_whoever_leads_may_do_what_the_others_may() -> None:
    lead = "    Tokens: {who: Lead, gives: a voucher, up_to: £5}\n"
    step = _STEP.format("{do: Pay, by: Lead, gives: a voucher of £40}")
    assert said(_MAY + lead + step) == []


def test_german_steps_are_read() -> None:
    may = "discretion:\n  may_give:\n    Kulanz: {who: Annahme, gives: ein Gutschein, up_to: 20 €}\n"
    assert rules(may + _STEP.format("Gib einen Gutschein bis zu 30 €.")) == ["6 more-than-may-be-given"]
    assert rules(may + _STEP.format("Gib nach Rücksprache einen Gutschein bis zu 30 €.")) == []


_NOW = "procedures:\n  A parcel is lost:\n    steps: Look.\n    may_give:\n      Now: {}\n"


def test_a_limit_said_twice_with_two_figures_is_told() -> None:
    assert said(_MAY + _NOW.format("{who: Adviser, gives: a refund, up_to: £30}")) == [
        (
            "12 warning limit-said-twice: “Adviser” may give up to £30 here, and up to £50 according to “Refunds”. "
            "The other stands in line 7. "
            "Write one figure in both places, or say with `because` why this case is another."
        )
    ]


@pytest.mark.parametrize(
    "grant",
    [
        "{who: Adviser, gives: a refund, up_to: £50}",
        "{who: Adviser, gives: a refund, up_to: £30, because: small}",
        "{who: Adviser, gives: a replacement, up_to: £30}",
        "{who: Packer, gives: a refund, up_to: £30}",
        "{who: Adviser, gives: a refund, up_to: £30 per day}",
        "{who: Adviser, gives: a refund, up_to: by judgement}",
    ],
)
def test_another_gift_another_person_or_a_reason_is_no_contradiction(grant: str) -> None:
    assert said(_MAY + _NOW.format(grant)) == []


def test_two_limits_in_general_are_told_where_no_word_tells_them_apart() -> None:
    twice = "    {}: {{who: Adviser, gives: a refund, up_to: £30{}}}\n"
    assert rules(_MAY + twice.format("Adviser", "")) == ["8 limit-said-twice"]
    assert rules(_MAY + twice.format("A refund", "")) == ["8 limit-said-twice"]
    assert rules(_MAY + twice.format("When it is late", "")) == []
    assert rules(_MAY + twice.format("Adviser", ", when: It is late")) == []


@pytest.mark.parametrize(
    ("where", "line"),
    [("  nobody_may: Give a refund\n", 8), ("never:\n  - Refunds geben\n", 9)],
)
def test_what_nobody_may_at_all_and_somebody_may_is_told(where: str, line: int) -> None:
    assert rules(_MAY + where) == [f"{line} limit-said-twice"]
    assert (
        rules(_MAY + where.replace("refund", "refund in cash").replace("Refunds geben", "Refunds in bar geben")) == []
    )


@pytest.mark.parametrize(
    ("where", "line"),
    [("  nobody_may: Refund more than £40\n", 8), ("never:\n  - Give a voucher of more than £40.\n", 9)],
)
def test_what_nobody_may_and_somebody_may_is_told(where: str, line: int) -> None:
    assert rules(_MAY + where) == [f"{line} limit-said-twice"]


def test_the_amount_is_marked_and_the_row_is_named() -> None:
    assert said(_MAY + "  nobody_may: Refund more than £40\n") == [
        (
            "8 warning limit-said-twice: Nobody may give more than £40, it says here, and “Refunds” goes up to £50. "
            "The other stands in line 7. Write the same figure in both places, or say who is meant."
        )
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Refund more than £50", "Refund more than £40 without leave", "Refund more than £40 on your own",
        "Refund more than £40 for a review", "Argue about anything over £2", "Send parcels worth more than £40",
        "Refund more than €40", "Mehr als 40 £ ohne Freigabe erstatten", "Give a discount of more than £40",
    ],
)  # fmt: skip
def test_a_prohibition_under_a_condition_or_of_something_else_is_left_alone(sentence: str) -> None:
    assert said(_MAY + f"  nobody_may: {sentence}\n") == []


def test_a_ground_rule_that_something_lifts_is_told_gently() -> None:
    rule = "never:\n  Money:\n    do: Refund more than £40\n    unless: {}\n"
    (finding,) = said(_MAY + rule.format("The care lead agrees"))
    assert finding.startswith("10 info limit-said-twice: Nobody may give more than £40, it says here, and ")
    assert said(_MAY + rule.format("An adviser does it")) == []


def test_a_prohibition_against_a_band_that_begins_there() -> None:
    top = "    Any: {who: Lead, gives: a refund, over: £50}\n"
    assert rules(_MAY + top + "  nobody_may: Refund more than £50\n") == ["9 limit-said-twice"]


def test_amounts_in_prose_are_of_the_policys_currency() -> None:
    dollars = _MAY.replace("£50", "50")
    assert rules(dollars + "  nobody_may: Refund more than $40\n", f"{HEAD}  currency: AUD\n") == ["8 limit-said-twice"]
