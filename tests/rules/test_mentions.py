"""What a policy names and never mentions again is told in one finding for each section; every mention counts."""

import pytest
from tests.rules.judging import HEAD, said

_CHARTER = f"{HEAD}  kind: charter\n"
_METRIC = "    definition: Orders.\n    baseline: 10\n    target: 20\n    source: Till\n    owner: all of us\n"


def _told(rule: str, sections: str, head: str = HEAD) -> list[str]:
    return [line.partition(f"{rule}: ")[2] for line in said(sections, head) if f" {rule}:" in line]


@pytest.mark.parametrize("elsewhere", [
    "always:\n  - Ring everybody on backorder every Friday.",
    "always:\n  - Backorders are rung through on Fridays.",
    "facts:\n  Backorders: Take two weeks",
    "procedures:\n  A backorder has come: Ring them.",
    "tone:\n  samples:\n    Late:\n      say: It is on backorder, and I ring you on Friday.",
    "discretion:\n  may_give:\n    Backorder: a coffee",
])  # fmt: skip
def test_a_word_of_the_glossary_is_used_wherever_it_stands(elsewhere: str) -> None:
    glossary = "glossary:\n  Backorder: A book that we have asked for\n"
    assert _told("entry-unused", glossary + elsewhere) == []
    assert _told("entry-unused", glossary) == [
        ("The glossary explains “Backorder”, and no text uses it. Use the word where it is meant.")
    ]


def test_a_heading_is_no_word_that_a_text_could_use() -> None:
    assert _told("entry-unused", "glossary:\n  What counts as a reply: A message from a person\n") == []


def test_german_words_are_found_with_their_endings() -> None:
    policy = (
        "glossary:\n  Auftragskarte: Die Karte mit dem Tag\nalways:\n  - Schreib jede Zusage auf die Auftragskarten.\n"
    )
    assert _told("entry-unused", policy) == []


def test_a_metric_that_no_goal_goes_by_is_told_where_goals_have_metrics() -> None:
    metrics = f"metrics:\n  Repeat rate:\n{_METRIC}  Footfall:\n{_METRIC}"
    goal = "goals:\n  Keep customers:\n    metrics: Repeat rate\n"
    assert _told("entry-unused", metrics + goal) == [
        (
            "No goal and nothing else goes by “Footfall”. Name it under `metrics` in the goal that it shows, or stop "
            "counting it."
        )
    ]
    assert _told("entry-unused", f"{metrics}{goal}pilot:\n  measures: Footfall\n") == []
    assert _told("entry-unused", metrics) == []


_PRIORITIES = "priorities:\n  Urgent: It is for today\n  Normal: It is not\n"


@pytest.mark.parametrize(
    ("promise", "told"),
    [
        ("within: 1 hour", True),
        ("within:\n      Urgent: 1 hour\n      Normal: 1 day", False),
        ("priorities: Urgent\n    within: 1 hour", False),
        ("says: Whatever is urgent is rung back within the hour.", False),
        ("within:\n      Urgnt: 1 hour", False),
    ],
)
def test_priorities_are_loose_only_when_none_of_them_matters(promise: str, told: bool) -> None:  # noqa: FBT001  A row of the table.
    found = _told("entry-unused", f"{_PRIORITIES}standards:\n  An answer:\n    {promise}\n")
    assert [line.split(". ")[0] for line in found] == [
        "Nothing here depends on whether a case is “Urgent” or “Normal”"
    ][:told]


def test_hours_topics_and_kinds_of_customers() -> None:
    policy = """
hours:
  Shop: Mon-Sat 9:00-17:30
  Café: Mon-Sat 10:00-16:00
channels:
  Phone:
    address: 020 7946 0112
    hours: Shop
topics:
  Winter: From November to February
  Late parcels:
    about: Anything not there in time
    customer_part: Keep the tag.
customers:
  - Schools
  - name: Firms
    who: On account
"""
    assert [line.split(". ")[0] for line in _told("entry-unused", policy)] == [
        "Nothing here goes by the hours called “Café”",
        "Nothing is gathered under “Winter”",
        "Nothing is said of “Schools”, nor for them",
    ]


def test_sets_of_hours_before_there_are_channels_are_no_loose_ends() -> None:
    hours = "hours:\n  Shop: Mon-Sat 9:00-17:30\n  Till: Mon-Sat 10:00-16:00\n"
    assert _told("entry-unused", f"{hours}facts:\n  Parking: Behind the shop\n") == []


def test_one_set_of_hours_or_sets_that_nobody_names_are_no_loose_ends() -> None:
    assert said("hours: Mon-Sat 9:00-17:30") == []
    assert _told("entry-unused", "hours:\n  Shop: Mon-Sat 9:00-17:30\n  Café: Mon-Sat 10:00-16:00") == []


@pytest.mark.parametrize("value", ["Honesty:", "Team spirit:", "Integrity:"])
def test_a_value_of_one_or_two_words_is_told(value: str) -> None:
    (found,) = _told("value-decorative", f"values:\n  {value}\n")
    assert found.startswith(f"Nothing says what is meant by “{value[:-1]}”")


@pytest.mark.parametrize(
    "values",
    [
        "values:\n  - A word for everybody",
        "values:\n  Honesty: We say what we have not read.",
        "values:\n  Honesty:\n    because: It pays.",
        "values:\n  Honesty:\n    behaviours: Say what you have not read",
        "values:\n  - Honesty\nmoments:\n  A call:\n    feels: Safe\n    shows: Honesty",
        "values:\n  - Honesty\nalways:\n  - Put honesty before a sale.",
    ],
)
def test_a_value_that_says_or_shows_something_is_left_alone(values: str) -> None:
    assert said(values) == []


def test_values_are_told_in_one_finding() -> None:
    (found,) = _told("value-decorative", "values:\n  - Honesty\n  - Courage\n  - Team spirit\n")
    assert found.startswith("Nothing says what is meant by “Honesty”, “Courage” or “Team spirit”")


_CHANNELS = "channels:\n  Phone: 020 7946 0112\n  Email: a@books.example\n  Chat: https://books.example/chat\n"
_ONE = "  Picking up:\n    channels: Phone\n    milestone: pick-up\n    within: 6 rings\n"


def test_channels_without_a_word_on_when_are_told_in_one_finding() -> None:
    assert _told("channel-uncovered", f"{_CHANNELS}standards:\n{_ONE}", _CHARTER) == [
        (
            "Nothing says how soon somebody hears from you on “Email” or “Chat”. Promise it under `standards`, as you "
            "do for others, or write `support: no` where you give no help there."
        )
    ]


@pytest.mark.parametrize(
    "policy",
    [
        f"{_CHANNELS}standards:\n{_ONE}  A reply:\n    milestone: first-reply\n    within: 1 working day\n",
        f"{_CHANNELS}standards:\n{_ONE}  A reply:\n    within:\n      Email: 1 working day\n      Chat: 2 minutes\n",
        f"{_CHANNELS}standards:\n{_ONE}  A reply to an email or in the chat: within 1 working day\n",
        f"{_CHANNELS}standards:\n  A reply: within 1 working day\n",
        f"{_CHANNELS}standards:\n{_ONE}procedures:\n  It broke:\n    channels: [Email, Chat]\n    steps: Mend it.\n",
        f"{_CHANNELS}    \nstandards:\n{_ONE}  Writing:\n    channels: [email, chat]\n    within: 1 working day\n",
        _CHANNELS.replace("Email:", "Counter:").replace("Chat:", "Forum:") + f"standards:\n{_ONE}",
    ],
)
def test_a_channel_that_anything_speaks_of_is_left_alone(policy: str) -> None:
    assert _told("channel-uncovered", policy, _CHARTER) == []


@pytest.mark.parametrize("more", ["support: no", "moves_to: Phone", "kind: community"])
def test_a_channel_on_which_no_help_is_given_is_left_alone(more: str) -> None:
    channels = f"channels:\n  Phone: 020 7946 0112\n  Noticeboard:\n    address: https://books.example\n    {more}\n"
    assert _told("channel-uncovered", f"{channels}standards:\n{_ONE}", _CHARTER) == []


def test_without_a_kind_no_channel_is_asked_for() -> None:
    assert _told("channel-uncovered", f"{_CHANNELS}standards:\n{_ONE}") == []
