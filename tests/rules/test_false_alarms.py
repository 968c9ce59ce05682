"""Texts as real organisations write them, on which a rule once fired for nothing; beside each the nearest that is true.

Every policy here is published and of the kind that it is, and is judged by all rules. Silence alone proves little, so
that each text has a twin in which very little is different and the rule has to speak.
"""

import pytest
from tests.rules.judging import HEAD, TODAY

from policyctl.rules import RULES
from policyctl.validation import validate

_JUDGED = {rule.id for rule in RULES}
_WEEK = "hours: Mon-Fri 9:00-17:00\n"


def found(rule: str, sections: str, kind: str = "charter", more: str = "") -> list[int]:
    """The lines at which a rule has something to say about a published policy."""
    assert rule in _JUDGED
    head = f"{HEAD}  kind: {kind}\n  status: published\n  version: 1\n{more}"
    findings = validate(f"{sections.strip()}\npolicyctl: 1\n{head}".encode(), "policy.yaml", today=TODAY).findings
    assert {each.rule for each in findings} <= _JUDGED, "what cannot be read is not judged"
    return [each.span.start.line for each in findings if each.rule == rule]


# What is vague about time.


@pytest.mark.parametrize(
    ("policy", "kind"),
    [
        ("standards:\n  Ringing you back: As soon as possible, and no later than an hour after you rang.", "charter"),
        ("standards:\n  Your money: We pay it as soon as we have confirmed that the parcel is here.", "terms"),
        ("conduct:\n  we_ask:\n    - Tell us as soon as possible when you cannot come.", "charter"),
        (
            "standards:\n  Letters:\n    within: 10 working days\n    because: We answer as soon as possible.",
            "charter",
        ),
        (
            "standards:\n  intro: We want to help you promptly.\n  items:\n    Letters: within 10 working days",
            "charter",
        ),
        (
            (
                "complaints:\n  how_to_complain:\n    says: Tell us.\n    tell_us: All of it, promptly\n"
                "  stages:\n    One: 5 days"
            ),
            "complaints",
        ),
    ],
    ids=["and a limit", "and an event", "a duty of customers", "a reason", "an opening", "what to tell us"],
)
def test_a_courtesy_a_duty_and_a_reason_promise_no_time(policy: str, kind: str) -> None:
    assert found("vague-time", policy, kind) == []


@pytest.mark.parametrize(
    "policy",
    [
        "standards:\n  Ringing you back: As soon as possible after you rang.",
        "standards:\n  Your money: We pay it as soon as we can, once the parcel is here.",
        "conduct:\n  we_ask: Be in time.\nstandards:\n  - We tell you as soon as possible when we cannot come.",
        "standards:\n  Letters:\n    says: We want to answer as soon as possible, and properly.",
        "complaints:\n  how_to_complain: Tell anyone here.\n  stages:\n    Ours: Jo answers promptly.",
    ],
)
def test_a_promise_that_nobody_can_keep_or_check_is_vague(policy: str) -> None:
    assert found("vague-time", policy) == [policy.count("\n") + 1]


# What is missing.

_TERMS = "terms:\n  Returns:\n    within: 30 days\n    after: the purchase\n    gives: Your money back\n"
_COMPLAINTS = """
complaints:
  how_to_complain: Tell anyone who works here.
  stages:
    Our answer:
      by: Care lead
      steps:
        Full answer:
          within: 10 working days
          after: received
roles:
  Care lead:
    backup: Director
  Director:
    leads: yes
"""
_SUPPORT = (
    "hours: Mon-Fri 9:00-17:00\nchannels:\n  Email: help@lane.example\nstandards:\n"
    "  First reply: within 4 business hours\n"
)
_PARTS = ("method-steps-missing", "kind-unfulfilled", "direct-route-missing")


@pytest.mark.parametrize(
    ("kind", "policy"),
    [
        ("charter", "standards:\n  Answering the telephone: within 6 rings\n"),
        ("terms", _TERMS),
        ("complaints", _COMPLAINTS),
        ("support", _SUPPORT),
        ("[charter, complaints]", f"standards:\n  Answering the telephone: within 6 rings\n{_COMPLAINTS}"),
    ],
)
def test_a_text_that_is_no_handbook_is_not_asked_for_the_parts_of_one(kind: str, policy: str) -> None:
    assert [rule for rule in _PARTS if found(rule, policy, kind)] == []


@pytest.mark.parametrize("policy", [_TERMS, _COMPLAINTS, "values:\n  A word for everybody: Also in a queue.\n"])
def test_a_handbook_is_asked_for_all_that_is_missing_in_one_finding(policy: str) -> None:
    assert sum(len(found(rule, policy, "handbook")) for rule in _PARTS) == 1


# Two limits for one case.

_SEEN = "standards:\n  Being seen:\n    milestone: seen\n    rows:\n"


@pytest.mark.parametrize(
    "policy",
    [
        f"{_SEEN}      With an appointment: within 10 minutes\n      Without an appointment: within 30 minutes\n",
        (
            f"{_SEEN}      Early:\n        when: You have an appointment\n        within: 10 minutes\n"
            "      Late:\n        when: You have none\n        within: 30 minutes\n"
        ),
        (
            "topics:\n  Bins: Black and green\n  Graffiti: On our walls\nstandards:\n"
            "  Collecting it:\n    topic: Bins\n    milestone: resolve\n    within: 1 working day\n"
            "  Taking it off:\n    topic: Graffiti\n    milestone: resolve\n    within: 10 working days\n"
        ),
        (
            "customers:\n  Homes: Households\n  Businesses: Shops and farms\nstandards:\n"
            "  A full answer:\n    milestone: full-reply\n    for: Homes\n    within: 10 working days\n"
            "  A full answer to a business:\n    milestone: full-reply\n    for: Businesses\n"
            "    within: 5 working days\n"
        ),
    ],
    ids=["by name", "by condition", "by topic", "by customer"],
)
def test_an_appointment_a_topic_and_a_kind_of_customer_make_another_case(policy: str) -> None:
    assert found("limits-disagree", policy) == []


def test_two_limits_for_one_case_disagree() -> None:
    policy = (
        "standards:\n  Full answer:\n    milestone: full-reply\n    within: 10 working days\n"
        "  Your answer:\n    milestone: full-reply\n    within: 5 working days\n"
    )
    assert found("limits-disagree", policy) == [7]


# What is urgent, first and last.

_ORDERS = ("urgent-waits-longer", "out-of-order")
_URGENT = "priorities:\n  Urgent: Nothing works\n  Normal:\n    else: yes\n"


@pytest.mark.parametrize(
    "policy",
    [
        (
            "procedures:\n  A lost key:\n    promises:\n      A new one:\n        milestone: resolve\n"
            "        within: 1 hour\n    steps: Cut a new one.\n"
            "standards:\n  First reply:\n    milestone: first-reply\n    within: 4 business hours\n"
        ),
        (
            "standards:\n  First reply:\n    milestone: first-reply\n    within: 4 business hours\n"
            "  Next reply:\n    milestone: next-reply\n    within: half of First reply\n"
        ),
        (
            f"{_URGENT}standards:\n  First reply:\n    milestone: first-reply\n    within:\n"
            "      Urgent: 1 business hour\n"
            "      Normal: 4 business hours\n  Once engineering has it:\n    when: It was handed to engineering\n"
            "    milestone: next-reply\n    within:\n      Urgent: 30 business minutes\n"
            "      Normal: 2 business hours\n"
        ),
        (
            "complaints:\n  how_to_complain: Tell anyone here.\n  stages:\n    Ours:\n      complexity:\n"
            "        Simple:\n          within: 10 working days\n          after: received\n"
            "        Urgent and grave:\n          within: 30 working days\n          after: received\n"
        ),
    ],
    ids=["another procedure", "half of another", "once escalated", "levels of complexity"],
)
def test_procedures_multiples_escalated_cases_and_levels_are_not_held_against_each_other(policy: str) -> None:
    assert [rule for rule in _ORDERS if found(rule, _WEEK + policy, "support")] == []


def test_within_one_case_the_end_comes_last_and_urgent_first() -> None:
    times = "standards:\n  First reply:\n    milestone: first-reply\n    within: 4 business hours\n"
    mended = "  Resolution:\n    milestone: resolve\n    within: 1 business hour\n"
    assert found("out-of-order", _WEEK + times + mended, "support") == [8]
    matrix = (
        f"{_URGENT}standards:\n  First reply:\n    within:\n      Urgent: 4 business hours\n"
        "      Normal: 1 business hour"
    )
    assert found("urgent-waits-longer", _WEEK + matrix, "support") == [9]


# Clocks.


@pytest.mark.parametrize("limit", ["6 months", "1 year", "8 weeks", "2 quarters", "40 nights"])
def test_months_and_years_need_no_clock(limit: str) -> None:
    assert (
        found("limit-without-clock", f"{_WEEK}standards:\n  A decision:\n    within: {limit}\n    after: received")
        == []
    )


@pytest.mark.parametrize("limit", ["6 hours", "3 days"])
def test_hours_and_days_need_one(limit: str) -> None:
    policy = f"{_WEEK}standards:\n  A decision:\n    within: {limit}\n    after: received"
    assert found("limit-without-clock", policy) == [4]


@pytest.mark.parametrize("limit", ["10 working days", "2 business days", "the next working day", "3 Werktage"])
def test_working_days_need_a_calendar_and_no_opening_hours(limit: str) -> None:
    assert found("limit-without-clock", f"standards:\n  Letters: within {limit}") == []


def test_business_hours_need_opening_hours() -> None:
    assert found("limit-without-clock", "standards:\n  Letters: within 10 business hours") == [2]


# Days that add up.

_STAGES = "complaints:\n  how_to_complain: Tell anyone here.\n  stages:\n    Ours:\n      steps:\n"
_THREE = (
    "        A call:\n          within: 5 working days\n          after: received\n"
    "        A visit:\n          within: 8 working days\n          after: {}\n"
    "        Our answer:\n          milestone: full-reply\n          within: 10 working days\n"
    "          after: received\n"
)


def test_steps_that_run_side_by_side_are_as_long_as_the_longest_way() -> None:
    assert found("too-late", _STAGES + _THREE.format("received"), "complaints") == []


def test_steps_that_follow_from_one_another_add_up() -> None:
    assert found("too-late", _STAGES + _THREE.format("A call"), "complaints") == [10]


# What may be given, and what is owed.

_BAND = (
    "roles:\n  Adviser: By telephone\n  Director:\n    leads: yes\ndiscretion:\n  logged: In the red book\n"
    "  may_give:\n    Refunds:\n      who: Adviser\n      gives: a refund\n      up_to: £20 per case\n"
    "      above: Director\n"
)


@pytest.mark.parametrize(
    "owed",
    [
        (
            "remedies:\n  A late train:\n    gives: A refund of £60\n    basis: The Passengers' Act\n"
            "    paid_within: 14 days\n"
        ),
        (
            "standards:\n  Being there:\n    says: We come in the hour that we named.\n    remedy:\n"
            "      gives: £40\n"
            "      automatic: yes\n"
        ),
        "terms:\n  Cancelling:\n    within: 14 days\n    after: the purchase\n    gives: A refund of up to £300\n",
    ],
    ids=["by law", "automatically", "by the terms"],
)
def test_what_is_owed_is_no_gift_and_needs_no_leave(owed: str) -> None:
    assert found("more-than-may-be-given", _BAND + owed, "[terms, support]", "  currency: GBP\n") == []


def test_a_step_in_which_an_adviser_gives_more_than_theirs() -> None:
    step = (
        "procedures:\n  A late train:\n    - do: Offer the money back\n      by: Adviser\n"
        "      gives: a refund of £60\n"
    )
    assert found("more-than-may-be-given", _BAND + step, "handbook", "  currency: GBP\n") == [17]


_NEXT = "    More:\n      who: {}\n      gives: a refund\n      over: {}\n      up_to: £100 per case\n"


@pytest.mark.parametrize(
    "band",
    [
        _NEXT.format("Director", "£20 per case"),
        _NEXT.format("Adviser", "£40 per case"),
        "    More:\n      who: Director\n      says: Whatever is fair, where a journey was spoilt altogether\n",
        "    More:\n      who: Director\n      gives: a refund of the whole journey\n",
    ],
    ids=["they meet", "the same decider", "in words", "words for an amount"],
)
def test_bands_that_meet_bands_of_one_decider_and_bands_in_words(band: str) -> None:
    assert found("bands-that-do-not-meet", _BAND + band, "support", "  currency: GBP\n") == []


def test_a_refund_between_two_deciders_is_asked_about() -> None:
    assert found("bands-that-do-not-meet", _BAND + _NEXT.format("Director", "£50 per case"), "support") == [16]


# Whom a customer meets.

_HANDS = (
    "roles:\n  Adviser: By telephone\n  Checker: Counts the parcels\n  Packer: Packs them\n  Director:\n"
    "    leads: yes\n"
    "    backup: Adviser\nmoments:\n  A lost parcel:\n    feels: In good hands\n    passed_on_at_most: 1\n"
    "escalation:\n  ladders:\n    A lost parcel:\n      kind: {}\n      triggers: A parcel is lost\n"
    "      levels:\n        - Adviser\n        - Checker\n        - Packer\n        - Director\n"
)


def test_checkers_whom_the_customer_never_meets_pass_nobody_on() -> None:
    assert found("too-many-handoffs", _HANDS.format("specialists"), "support") == []


def test_four_people_who_each_talk_to_the_customer_are_too_many() -> None:
    assert found("too-many-handoffs", _HANDS.format("authority"), "support") == [14]


# Outside bodies.

_OUTSIDE = (
    "complaints:\n  how_to_complain: Tell anyone here.\n  stages:\n    Ours: Within 5 working days.\n  outside:\n"
)


@pytest.mark.parametrize(
    "body",
    [
        "    The county court: You may go there as well.",
        "    The Regulator of Homes:\n      for: It wants to hear about landlords.\n      decides: no",
        "    The Advice Shop: Helps you to write it down",
    ],
    ids=["a court", "a regulator", "advice"],
)
def test_a_court_and_a_regulator_have_times_of_their_own(body: str) -> None:
    assert found("outside-body-without-limit", _OUTSIDE + body, "complaints") == []


def test_a_body_that_decides_needs_a_time() -> None:
    body = "    The Housing Ombudsman:\n      for: What we could not settle\n      decides: yes"
    assert found("outside-body-without-limit", _OUTSIDE + body, "complaints") == [6]


# Shares.


@pytest.mark.parametrize(
    "promise",
    [
        (
            f"{_STAGES}        Our answer:\n          milestone: full-reply\n"
            "          within: 10 working days\n          after: received"
        ),
        "standards:\n  Letters: We must answer a letter within 10 working days of receipt.",
        (
            "standards:\n  Letters:\n    says: We will answer\n    firmness: will\n"
            "    within: 10 working days\n    after: receipt"
        ),
    ],
    ids=["a complaint", "must", "will"],
)
def test_a_limit_that_binds_every_case_is_asked_for_no_share(promise: str) -> None:
    assert found("every-case-promised", promise, "[charter, complaints]") == []


def test_every_single_case_is_a_share_that_nobody_keeps() -> None:
    policy = "standards:\n  Letters:\n    within: 10 working days\n    after: receipt\n    met: 100%"
    assert found("every-case-promised", policy) == [5]


# Words.

_TONE = "tone:\n  words:\n    - avoid: you should have\n    - avoid: difficult customer\n"


@pytest.mark.parametrize(
    "prose",
    [
        "always:\n  - Think of what you should have known before you ring a difficult customer.\n",
        "customers:\n  Regulars:\n    who: Somebody who is no difficult customer, whatever we think\n",
        "procedures:\n  A late parcel:\n    - do: Ask yourself what you should have said.\n",
        f"{_TONE}  samples:\n    Late:\n      customer: You should have told me!\n      say: I'm sorry, we did not.\n",
        f"{_TONE}  samples:\n    Late:\n      avoid: You should have rung us.\n      say: I'm glad that you ring.\n",
    ],
    ids=["a ground rule", "a kind of customer", "what to do", "what a customer says", "the poor way"],
)
def test_words_that_the_tone_forbids_may_stand_in_prose(prose: str) -> None:
    policy = prose if "tone:" in prose else prose + _TONE
    assert found("forbidden-words", policy, "support") == []


@pytest.mark.parametrize(
    ("sections", "line"),
    [
        ("  samples:\n    Late:\n      say: You should have rung us.\n", 7),
        ("procedures:\n  A late parcel:\n    - do: Look for it\n      say: You should have rung us.\n", 8),
    ],
    ids=["a sample", "a step"],
)
def test_words_that_the_tone_forbids_are_not_to_be_said(sections: str, line: int) -> None:
    assert found("forbidden-words", _TONE + sections, "support") == [line]


# What customers read.

_HANDLER = (
    "roles:\n  Complaints officer:\n    people: Bridie Sallow\n  Packer:\n    people: Tom Ashe\n"
    "channels:\n  Email: care@lane.example\n"
    "  Phone: 020 7946 0112\ncomplaints:\n  how_to_complain:\n    says: {} rings you, and writes down what you say.\n"
    "    to: {}\n  stages:\n    Ours: Within 5 working days.\n"
)


def test_a_complaints_handler_is_named_to_customers_on_purpose() -> None:
    handler = _HANDLER.format("Bridie Sallow", "Bridie Sallow")
    assert found("staff-name-public", handler, "[charter, complaints]") == []


@pytest.mark.parametrize("said", ["public: yes\n    says: ", "says: "], ids=["marked public", "in a charter"])
def test_what_its_author_marked_public_is_obeyed(said: str) -> None:
    policy = f"roles:\n  Adviser: x\nstandards:\n  Refunds:\n    {said}We give up to £20 back at once.\n"
    assert found("public-and-internal", policy, "charter" if said == "says: " else "handbook") == []


def test_a_colleague_who_hears_no_complaints_is_asked_about() -> None:
    policy = "standards:\n  Parcels: Tom Ashe packs your parcel the same day.\n" + _HANDLER.format(
        "Bridie", "Bridie Sallow"
    )
    assert found("staff-name-public", policy, "[charter, complaints]") == [2]


# Small organisations.

_SHOP = (
    "roles:\n  Nell: Owner\n  Amir and Bea: Shop assistants\nescalation:\n  ladders:\n    A cross customer:\n"
    "      triggers: They ask for the owner\n      levels:\n        - Amir and Bea\n        - {}\n"
)
_OWNED = "  owner: Nell\n  approver: Nell\n"


def test_a_shop_whose_owner_approves_and_is_the_top_with_nobody_behind_is_normal() -> None:
    assert found("level-without-backup", _SHOP.format("Nell"), "support", _OWNED) == []


def test_a_top_that_has_to_answer_within_the_hour_has_somebody_behind_it_where_others_lead_too() -> None:
    timed = _SHOP.format("{role: Nell, waits: 1 hour}")
    assert found("level-without-backup", timed, "support", _OWNED) == []
    others = timed.replace("  Nell: Owner\n", "  Nell:\n    people: Nell Tanner\n  Ada:\n    leads: yes\n")
    assert found("level-without-backup", others, "support", _OWNED) == [13]


# Names.

_PEOPLE = (
    "roles:\n  Lotte: Packs parcels\n  Ruben: Mends what is broken\n  Board: Nine of us\n"
    "complaints:\n  how_to_complain: Tell anyone here.\n  stages:\n    Ours: Within 5 working days.\n"
)


@pytest.mark.parametrize(
    "mention",
    [
        "always:\n  - Tell Lotte before you change a reply, Ruben when it smells of smoke, and the board never.\n",
        (
            "procedures:\n  A fault:\n    - do: Write it down\n      tell: [Lotte, Ruben]\n"
            "terms:\n  Repairs:\n    within: 2 years\n    not_by: Board\n"
        ),
    ],
    ids=["in prose", "in `tell` and `not_by`"],
)
def test_people_who_are_named_anywhere_at_all_are_in_use(mention: str) -> None:
    assert found("entry-unused", _PEOPLE + mention, "complaints") == []
    assert found("unknown-reference", _PEOPLE + mention, "complaints") == []


def test_a_name_that_is_nobodys_is_told() -> None:
    assert found(
        "unknown-reference", _PEOPLE + "procedures:\n  A fault:\n    - do: Write it down\n      tell: Lotti\n"
    ) == [12]


# What no reader had noticed.


def test_a_limit_of_21_days_that_starts_at_nothing() -> None:
    steps = "        A call:\n          within: 3 days\n          after: received\n        Our decision: within 21 days"
    assert found("limit-half-said", _STAGES + steps, "complaints") == [9]
    assert found("limit-half-said", f"{_STAGES}{steps} after the call", "complaints") == []


def test_a_reviewer_who_is_nowhere_named() -> None:
    stages = (
        "complaints:\n  how_to_complain: Tell anyone here.\n  stages:\n    First:\n      by: Care lead\n"
        "      steps:\n"
        "        Our answer: within 10 working days of receipt\n    Review:\n"
        "      begins: You ask for it.\n      steps:\n"
        "        Our last word: within 20 working days of your request\nroles:\n  Care lead:\n    backup: Director\n"
        "  Director:\n    leads: yes\n"
    )
    assert found("reviewer-unnamed", stages, "complaints") == [8]
    assert (
        found("reviewer-unnamed", stages.replace("    Review:\n", "    Review:\n      by: Director\n"), "complaints")
        == []
    )


def test_twelve_calendar_hours_that_cannot_hold_over_a_weekend() -> None:
    promise = (
        "channels:\n  Email: help@lane.example\nstandards:\n  First reply:\n    channels: Email\n"
        "    within: 12 {} hours\n"
    )
    assert found("promise-outside-hours", _WEEK + promise.format("calendar"), "support") == [7]
    assert found("promise-outside-hours", _WEEK + promise.format("business"), "support") == []


def test_a_voluntary_aim_with_a_guaranteed_payment() -> None:
    promise = (
        "standards:\n  A full answer:\n    firmness: {}\n    within: 10 working days\n    after: receipt\n"
        "    remedy:\n      gives: £25\n      automatic: yes\n      paid_within: 20 working days\n"
    )
    assert found("aim-with-payment", promise.format("aim")) == [3]
    assert found("aim-with-payment", promise.format("will")) == []


def test_refunds_up_to_a_limit_that_no_band_covers() -> None:
    gap = _BAND + _NEXT.format("Director", "£50 per case")
    assert found("bands-that-do-not-meet", gap, "support", "  currency: GBP\n") == [16]


def test_a_rule_that_asks_for_what_another_forbids() -> None:
    """An appointment that everybody needs, beside a time for those without one, is prose, which nobody can compare.

    What stands under `always` and `never` is compared, word for word.
    """
    rules = "always:\n  - Ask for an appointment.\nnever:\n  - Ask for an appointment.\n"
    assert found("said-and-forbidden", rules) == [2]
    assert found("said-and-forbidden", rules.replace("never:\n  - Ask", "never:\n  - Wait")) == []
