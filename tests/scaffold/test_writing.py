"""Whatever somebody answers, the file that is written reads back exactly that, and the same answers give the same."""

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.firsts import written

from policyctl.library import load
from policyctl.scaffold.answers import Answers, read_answers, write_answers
from policyctl.scaffold.readers import read_name, read_text
from policyctl.schema import Policy

SEEN = st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp"))
TRICKY = st.sampled_from(
    ["'", '"', ": ", " #", "{{ name }}", "\n", "\\", "<decider>", "🦊", "שלום", "\u200f", "- ", "yes", "0112"]
)
TEXTS = st.lists(st.one_of(st.text(SEEN, max_size=8), TRICKY), min_size=1, max_size=5).map("".join).filter(str.strip)
LINES = TEXTS.map(lambda text: " ".join(text.split()))
"""One line of anything that can be typed."""

few = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _policy(answers: Answers) -> Policy:
    return load(written(answers).encode())


@few
@example("null", "~", "yes")
@example("Rosa's: the #1", "a\nb", "- no")
@given(LINES, TEXTS, LINES)
def test_any_answer_is_read_back_as_it_was_given(organisation: str, feel: str, opening: str) -> None:
    policy = _policy(Answers(organisation=read_text(organisation), feel=read_text(feel), opening=read_text(opening)))
    assert policy.policy.organisation == read_text(organisation)
    assert policy.moments
    assert [each.feels for each in policy.moments] == [read_text(feel)]
    assert policy.tone
    assert policy.tone.samples
    assert next(iter(policy.tone.samples)).say == (read_text(opening),)


@few
@example("Brief: post", "~", "null")
@given(LINES, LINES, LINES)
def test_any_name_is_a_name(way: str, decider: str, goal: str) -> None:
    way, decider, goal = read_name(way), read_name(decider), read_name(goal)
    answers = Answers(ways=(way,), decider=decider, goal=goal)
    policy = _policy(answers)
    assert policy.channels
    assert [each.name for each in policy.channels] == [way]
    assert policy.roles
    assert next(iter(policy.roles)).name == decider
    assert policy.goals
    assert [each.name for each in policy.goals] == [goal]


@few
@given(LINES, TEXTS.map(read_text), st.lists(LINES, max_size=3, unique=True).map(tuple))
def test_answers_are_read_back_from_their_file(decider: str, feel: str, ways: tuple[str, ...]) -> None:
    answers = Answers(decider=decider, feel=feel, ways=ways, addresses=dict.fromkeys(ways, "1 Quay Street"))
    assert read_answers(write_answers(answers).encode(), "answers.yaml") == (answers, ())


def test_what_no_page_can_show_is_left_out() -> None:
    assert read_text(" Rosa\x1b[0m \x00 \u2028shop\u202e\r\n and more\n") == "Rosa [0m shop\nand more"


def test_the_same_answers_give_the_same_text() -> None:
    answers = Answers(organisation="Rosa's", within={"Phone": "4 rings"}, review="1 March 2027")
    assert written(answers) == written(answers)


def test_the_language_of_a_country_follows_the_money() -> None:
    assert "language: en-US\n  currency: USD" in written(Answers(may_give="a refund up to $25"))
    assert "language: de-CH\n  currency: CHF" in written(Answers(language="de", may_give="Umtausch bis 20 CHF"))
