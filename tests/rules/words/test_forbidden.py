"""What the tone asks to avoid is told where it is there to be said, and nowhere else."""

import pytest
from tests.rules.judging import HEAD, TODAY, rules, said

from policyctl.validation import validate

_GERMAN = f"{HEAD}  language: de\n"


_TONE = "tone:\n  words:\n    - avoid: {}\n      say: Something else\n  samples:\n    Late: {}\n"


def test_a_forbidden_word_is_told_with_what_to_say_instead() -> None:
    assert said(_TONE.format("unfortunately", "Unfortunately it is late.")) == [
        (
            "6 warning forbidden-words: “Unfortunately” is said here, and the tone asks everybody to avoid it. "
            "Say “Something else” instead, or take “unfortunately” off the list under `words` in the tone."
        )
    ]


@pytest.mark.parametrize(
    ("avoid", "sample"),
    [
        ("calm down", "Let us all calm\n      down now."),
        ("'“Calm down.”'", "She calmed down, and so will you."),
        ("our policy is", "Our policy is to ask."),
        ("inconvenience", "You were inconvenienced."),
        ("inconvenience", "For the inconveniences, sorry."),
        ("that is not our job...", "That is not our job."),
        ("the words “error” and “fault”", "It was an error."),
        ("can’t", "We can't do it."),
        ("no problem / no worries", "No worries, Tom."),
        ("fee (say price)", "The fees are low."),
        ("you", "I heard you."),
        ("ASAP", "You get it ASAP."),
    ],
)
def test_a_forbidden_phrase_is_found_inflected_quoted_and_across_lines(avoid: str, sample: str) -> None:
    assert rules(_TONE.format(avoid, sample)) == ["6 forbidden-words"]


@pytest.mark.parametrize(
    ("avoid", "sample"),
    [
        ("calm down", "The sea is calm. Down by the quay we wait."),
        ("fee", "The feed is late."),
        ("will", "I am willing to wait."),
        ("ASAP", "Asap is a town."),
        ("no", "Not today, and none tomorrow."),
        ("you should have", "You should come."),
        ("we're … sorry", "We're sorry."),
    ],
)
def test_other_words_are_left_alone(avoid: str, sample: str) -> None:
    assert said(_TONE.format(avoid, sample)) == []


@pytest.mark.parametrize(
    "policy",
    [
        "always:\n  - Tell them how sorry you are, unfortunately.",
        "procedures:\n  Late:\n    - do: Say unfortunately\n      avoid: Unfortunately",
        "standards:\n  - Unfortunately you have to wait in a queue.",
        "conduct:\n  we_ask: Unfortunately we have to ask you to be kind.",
    ],
)
def test_prose_and_what_is_not_said_is_left_alone(policy: str) -> None:
    assert said(f"{policy}\ntone:\n  words:\n    - avoid: unfortunately\n") == []


def test_what_the_customer_says_is_left_alone() -> None:
    customer = "      customer: Unfortunately it is late!!! Calm down, they said.\n      say: I am sorry.\n"
    assert said(f"tone:\n  words:\n    - avoid: unfortunately\n  samples:\n    Late:\n{customer}") == []


def test_a_wording_may_hold_what_it_mends() -> None:
    assert said("tone:\n  words:\n    - avoid: sorry\n      say: I am sorry that it is late\n") == []


@pytest.mark.parametrize(
    "policy",
    [
        "procedures:\n  Late:\n    - do: Ring\n      say: Unfortunately not.",
        "procedures:\n  Late:\n    - if: Today\n      choose:\n        - do: Ring\n          say: Unfortunately not.",
        "escalation:\n  direct:\n    Press:\n      to: Ruth\n      say: Unfortunately not.",
        "conduct:\n  say: Unfortunately not.",
        "pilot:\n  told: This is a test, unfortunately.",
    ],
)
def test_words_to_say_stand_in_many_places(policy: str) -> None:
    assert "forbidden-words" in {
        line.split()[1] for line in rules(f"{policy}\ntone:\n  words:\n    - avoid: unfortunately\n")
    }


@pytest.mark.parametrize(
    ("avoid", "sample"),
    [
        ("Das geht nicht.", "Das geht nicht, tut mir leid."),
        ("leider", "Leider kommt es später."),
        ("Verzögerung", "Es gibt Verzögerungen."),
        ("bedauern", "Wir bedauerten es sehr."),
    ],
)
def test_forbidden_words_in_german(avoid: str, sample: str) -> None:
    assert rules(_TONE.format(avoid, sample), _GERMAN) == ["6 forbidden-words"]


@pytest.mark.parametrize(
    "written",
    [
        "It comes late, and Our  System knew it.",
        '"It comes late, and\\tOur System knew it."',
        "'It''s late, and Our System knew it.'",
        "|\n      It comes late, and Our\n      System knew it.",
        ">-\n      It comes late, and\n\n      Our System knew it.",
        "It comes late,\n      and Our System\n      knew it.",
    ],
)
def test_the_very_words_are_marked_in_every_kind_of_yaml(written: str) -> None:
    policy = f"tone:\n  words:\n    - avoid: our system\n  samples:\n    Late: {written}\npolicyctl: 1\n{HEAD}"
    (found,) = validate(policy.encode(), "policy.yaml", today=TODAY).findings
    lines = policy.splitlines()[found.span.start.line - 1 : found.span.end.line]
    lines[-1] = lines[-1][: found.span.end.column - 1]
    assert "\n".join(lines)[found.span.start.column - 1 :].split() == ["Our", "System"]


def test_a_term_of_the_trade_is_told_with_its_plain_word() -> None:
    assert said(
        "tone:\n  plain_words:\n    Backorder: a book we are waiting for\n  samples:\n    Late: On backorder."
    ) == [
        (
            "5 info forbidden-words: A customer hears “backorder” here, and the tone has “a book we are waiting "
            "for” for it. Say “a book we are waiting for”, or explain the term in the same sentence."
        )
    ]


def test_a_term_that_is_explained_where_it_is_said_is_left_alone() -> None:
    terms = "tone:\n  plain_words:\n    OOP: out of print\n  samples:\n    Late: It is OOP, that is out of print."
    assert said(terms) == []


def test_thousands_of_forbidden_words_and_samples_are_judged_in_a_moment() -> None:
    words = "".join(f"    - avoid: never word{n}\n" for n in range(2_000))
    samples = "".join(f"    S{n}: I never do\n" for n in range(2_000))
    assert rules(f"tone:\n  words:\n{words}  samples:\n{samples}") == []


@pytest.mark.parametrize(
    "policy",
    [
        "tone:\n  samples:\n    Late:\n      avoid: It is late.\n      say: It is late!",
        "tone:\n  moods:\n    Angry:\n      avoid: It is late.\n      say: it is late",
        "procedures:\n  L:\n    - do: Go\n      avoid: It is late.\n      say:\n        - Hello\n        - It is late.",
    ],
)
def test_the_same_words_to_say_and_to_avoid(policy: str) -> None:
    assert [line.split()[1] for line in rules(policy)] == ["forbidden-words"]


@pytest.mark.parametrize(
    ("said_there", "told"),
    [("Es tut mir leid.", []), ("Leider ist es erst am Freitag da.", ["6 forbidden-words"])],
)
def test_a_word_that_has_no_ending_is_no_form_of_another(said_there: str, told: list[str]) -> None:
    assert rules(_TONE.format("leider", said_there), _GERMAN) == told


@pytest.mark.parametrize(
    ("avoiding", "line"),
    [
        ("values:\n  Calm:\n    behaviours:\n      - do: Breathe\n        avoid: Calm down.\n", 8),
        ("always:\n  - do: Breathe\n    avoid: Calm down.\n", 6),
    ],
)
def test_what_a_value_or_a_rule_asks_to_avoid_is_avoided_everywhere(avoiding: str, line: int) -> None:
    policy = f"{avoiding}tone:\n  samples:\n    Late: Calm down, it is on its way.\n"
    assert f"{line} forbidden-words" in rules(policy)
    assert "forbidden-words" not in " ".join(rules(policy.replace("Late: Calm down", "Late: I hear you")))


_POOR = "tone:\n  samples:\n    One: {{avoid: {}, say: I'm sorry.}}\n    Two: {}\n"


def test_the_poor_way_of_one_sample_is_not_the_good_one_of_another() -> None:
    assert said(_POOR.format("Delays happen from time to time.", "Well. Delays happen from time to time.")) == [
        (
            "4 warning forbidden-words: “Delays happen from time to time.” is said here, and another place shows it as "
            "what not to say. The other stands in line 3. Say it in other words in one of the two."
        )
    ]


@pytest.mark.parametrize(
    ("avoid", "say"),
    [
        ("It is the bank.", "It is the bank."),
        ("Delays happen from time to time.", "Delays happen, and this one is ours."),
    ],
)
def test_a_short_answer_may_be_poor_here_and_right_there(avoid: str, say: str) -> None:
    assert said(_POOR.format(avoid, say)) == []
