"""What comes when the promise is over is told; what comes in time, or in some cases only, is left alone."""

import pytest
from tests.rules.judging import HEAD, found, said

_PUBLISHED = f"{HEAD}  status: published\n"
_GERMAN = f"{HEAD}  language: de\n"

_STEP = """\
standards:
  {name}:
    milestone: {milestone}
    within: {within}
    after: you tell us
procedures:
  A book arrives damaged:
    trigger: Somebody holds a torn book.
    steps:
      - {step}
    standards: {name}
"""


def _step(step: str, within: str = "2 working days", name: str = "A new copy", milestone: str = "resolve") -> list[str]:
    return found("too-late", _STEP.format(step=step, within=within, name=name, milestone=milestone))


def test_a_step_takes_longer_than_its_promise() -> None:
    policy = _STEP.format(
        step="{do: Send a new copy, within: 5 working days}", within="2 working days", name="A new copy",
        milestone="resolve",
    )  # fmt: skip
    assert [line for line in said(policy, _PUBLISHED) if "too-late" in line] == [
        (
            "10 error too-late: This may take 5 working days, and “A new copy” promises 2 working days. The other "
            "stands in line 4. Ask for the step sooner, so that the promise can be kept, or promise longer."
        )
    ]


@pytest.mark.parametrize(
    ("step", "within"),
    [
        ("{do: Send a new copy, within: 3 hours}", "90 minutes"),
        ("{do: Send a new copy, within: 3 weeks}", "{Urgent: 1 working day, Normal: 5 working days}"),
        ("{do: Send a new copy, within: {Urgent: 2 working days}}", "{Urgent: 1 working day, Normal: 5 working days}"),
        ("{do: Send a new copy, within: 5 working days, after: you tell us}", "2 working days"),
    ],
)
def test_a_step_is_late_by_any_clock_and_in_its_own_case(step: str, within: str) -> None:
    assert _step(step, within) == ["10"]


@pytest.mark.parametrize(
    "step",
    [
        "{do: Send a new copy, within: 2 working days}",
        "{do: Send a new copy, within: 3 working days, if: It is out of print}",
        "{do: Send a new copy, within: 3 working days, for: Schools}",
        "{do: Read the book that came back, within: 5 working days}",
        "{do: Ask whether the new copy has come, within: 2 weeks}",
        "{do: Ring two weeks later about the copy, within: 3 weeks}",
        "{do: Send a new copy, within: 16 business hours}",
        "{do: Send a new copy, within: 5 working days, after: the publisher has printed it}",
    ],
)
def test_a_step_in_time_in_some_cases_or_about_something_else_is_left_alone(step: str) -> None:
    assert _step(step) == []


@pytest.mark.parametrize("milestone", ["first-reply", "acknowledge", "update"])
def test_what_is_done_after_the_first_word_does_not_hold_it_up(milestone: str) -> None:
    assert _step("{do: Send a new copy, within: 5 working days}", milestone=milestone) == []


def test_a_procedure_about_one_priority_is_held_against_its_limit() -> None:
    step = "{do: Send a new copy, within: 4 hours}"
    policy = _STEP.format(
        step=step, within="{Red: 1 hour, Green: 5 hours}", name="A new copy", milestone="resolve"
    ) + "priorities: {Red: It is for today, Green: {else: yes}}\n"  # fmt: skip
    assert found("too-late", policy) == []
    assert found("too-late", policy.replace("holds a torn", "rings in a red case with a torn")) == ["10"]


def test_a_step_in_german() -> None:
    policy = """
standards:
  Ersatz für ein Buch:
    milestone: resolve
    within: {}
    after: Ihrer Meldung
procedures:
  Ein Buch ist kaputt:
    steps:
      - do: Schick den Ersatz los
        within: 9 Arbeitstage
    standards: Ersatz für ein Buch
"""
    assert found("too-late", policy.format("5 Arbeitstage"), _GERMAN) == ["10"]
    assert found("too-late", policy.format("2 Wochen"), _GERMAN) == []


_STAGE = """
complaints:
  stages:
    Our answer:
      steps:
        Answer: {{milestone: full-reply, within: 10 working days, after: received}}
      extension: {{at_most: {most}, told_by: {told}, says: "{says}"}}
"""


def _extension(told: str = "1 day before it is due", most: str = "5 working days", says: str = "We say why.") -> int:
    head = _GERMAN if "Frist" in told else HEAD
    return len(found("too-late", _STAGE.format(told=told, most=most, says=says), head))


@pytest.mark.parametrize(
    "told",
    [
        "1 working day after the answer was due",
        "the day after the deadline",
        "once the limit has passed",
        "15 working days",
        "2 Arbeitstage nach Ablauf der Frist",
    ],
)
def test_a_delay_that_is_told_when_it_has_happened(told: str) -> None:
    assert _extension(told) == 1


@pytest.mark.parametrize(
    "told",
    [
        "1 working day before the answer was due",
        "after we have read it, before the deadline",
        "8 working days",
        "as soon as we know",
        "2 Arbeitstage vor Ablauf der Frist",
    ],
)
def test_a_delay_that_is_told_before_is_not(told: str) -> None:
    assert _extension(told) == 0


def test_the_words_of_an_extension_count_as_well() -> None:
    assert _extension(says="We tell you on the day after the deadline.") == 1
    assert _extension(says="We look at it again after the deadline.") == 0


def test_an_extension_that_is_longer_than_the_whole() -> None:
    assert _extension(says="It never takes longer than 3 weeks in all.", most="10 working days") == 1
    assert _extension(says="It never takes longer than 8 weeks in all.", most="10 working days") == 0


_LADDER = """
roles: {{Ana: Adviser, Bea: Owner}}
escalation:
  ladders:
    Unhappy customers:
      triggers: Somebody asks for more
      levels:
        - Ana
        - {{role: Bea, waits: {waits}}}
      handoff:
        kind: warm
        say: {say}
"""


def test_a_customer_is_told_less_than_the_next_level_has() -> None:
    policy = _LADDER.format(waits="1 working day", say="Bea rings you within 2 business hours.")
    assert [line for line in said(policy) if "too-late" in line] == [
        (
            "11 warning too-late: The customer is told “2 business hours” here, and “Unhappy customers” may take "
            "1 working day. The other stands in line 8. Say the time that they have, or ask them to answer sooner."
        )
    ]


@pytest.mark.parametrize(
    "say",
    ["Bea rings you within 2 working days.", "Bea usually rings within an hour.", "I have known Bea for 2 hours."],
)
def test_a_customer_who_is_told_more_or_nothing_sure_is_not(say: str) -> None:
    assert found("too-late", _LADDER.format(waits="1 working day", say=say)) == []


def test_words_of_a_direct_route() -> None:
    policy = (
        "roles: {{Bea: Owner, Ana: Adviser}}\nescalation:\n  direct:\n    A solicitor writes:\n      to: Bea\n"
        "      within: {}\n      say: Bea answers you within 1 working day.\n"
    )
    assert found("too-late", policy.format("3 working days")) == ["7"]
    assert found("too-late", policy.format("1 working day")) == []


def test_money_is_paid_after_it_was_promised() -> None:
    policy = (
        "standards:\n  A refund:\n    milestone: resolve\n    within: 5 working days\n    after: you ask\n"
        "    paid_within: {}\n"
    )
    assert found("too-late", policy.format("10 working days")) == ["6"]
    assert found("too-late", policy.format("5 working days")) == []


def test_leave_that_comes_when_the_promise_is_over() -> None:
    policy = """
roles: {{Ana: Adviser, Bea: Owner}}
standards:
  A new copy:
    milestone: resolve
    within: 1 working day
    after: you tell us
procedures:
  A book arrives damaged:
    steps:
      - {{do: Offer a new copy, by: Ana{}}}
    standards: A new copy
discretion:
  may_give:
    A refund:
      who: Ana
      up_to: £20 per case
      above: Bea
      answers_within: 3 working days
"""
    assert found("too-late", policy.format(", ask: Bea")) == ["18"]
    assert found("too-late", policy.format("")) == []
    assert found("too-late", policy.format(", ask: Bea, if: It is rare")) == []


_MOMENT = """
moments:
  Not passed: {{feels: Not alone, first_help_within: {}}}
procedures:
  Not passed:
    trigger: The examiner says that it was not enough.
    steps:
      - Get out of the car with them.
      - {{do: Say what was good, within: {}}}
      - {{do: Offer a new date, within: 2 days}}
"""


def test_the_first_step_in_time_is_the_first_help_of_its_moment() -> None:
    assert found("too-late", _MOMENT.format("30 minutes", "2 hours")) == ["8"]
    assert found("too-late", _MOMENT.format("30 minutes", "30 minutes")) == []
    assert found("too-late", _MOMENT.replace("  Not passed: {{", "  Passed: {{").format("30 minutes", "2 hours")) == []


_ROOMS = """
priorities:
  Unsafe: Somebody could be hurt
  No rest: {{means: Nobody could sleep in it as it is, any: The noise does not stop}}
  Nuisance: {{else: yes}}
standards:
  Somebody is with you:
    milestone: first-reply
    within: {{Unsafe: 5 minutes, No rest: 15 minutes, Nuisance: 60 minutes}}
    after: you tell us
  It is mended:
    milestone: resolve
    within: {{Unsafe: 30 minutes, No rest: 45 minutes, Nuisance: 24 hours}}
    met: 90%
procedures:
  A loud room:
    trigger: {}
    steps: [{{do: Go up and look, within: {}, after: they tell us}}]
    standards: [Somebody is with you, It is mended]
    escalation: More than I can do
escalation:
  ladders:
    More than I can do: {{levels: [{{role: Manager, waits: {}}}, Owner]}}
"""


def test_the_case_of_a_procedure_is_told_by_what_a_priority_means() -> None:
    sleepless, somebody = "They cannot sleep.", "Somebody rings."
    assert found("too-late", _ROOMS.format(sleepless, "25 minutes", "30 minutes")) == ["17"]
    assert found("too-late", _ROOMS.format(sleepless, "10 minutes", "2 hours")) == ["22"]
    assert found("too-late", _ROOMS.format(sleepless, "10 minutes", "30 minutes")) == []
    assert found("too-late", _ROOMS.format(somebody, "25 minutes", "2 hours")) == []


def test_a_delay_is_told_before_the_answer_is_due() -> None:
    stage = (
        "complaints:\n  stages:\n    Joan answers:\n      steps:\n"
        "        You have our answer: within 5 working days after it reaches us\n"
        "      extension:\n        says: If it takes longer, Joan says so before {} days are over."
    )
    assert found("too-late", stage.format("eight")) == ["7"]
    assert found("too-late", stage.format("five")) == []
