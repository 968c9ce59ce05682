"""Placeholders that nobody would fill are told; whole ones in samples are how saved replies are written."""

import pytest
from tests.rules.judging import HEAD, rules, said

_SAMPLE = "tone:\n  samples:\n    Late: {}\n"


@pytest.mark.parametrize(
    "text",
    [
        "Dear {{name}, hello.", "Dear {name}}, hello.", "Dear {{name, hello.", "Dear {name, hello.",
        "Dear {{ }}, hello.", "Dear {}, hello.", "Dear [[name], hello.", "Dear [NAME, hello.",
    ],
)  # fmt: skip
def test_a_placeholder_that_is_not_whole(text: str) -> None:
    assert rules(_SAMPLE.format(f'"{text}"')) == ["3 placeholder-broken"]
    assert rules(f'always:\n  - "{text}"') == ["2 placeholder-broken"]


@pytest.mark.parametrize(
    "text",
    [
        "Dear {{name}}, hello.", "Dear {{ user.name | fallback: there }}, hello.", "Dear {name}, hello.",
        "Dear [NAME], hello.", "Dear %name%, hello.", "Dear <first name>, hello.", "Write `{{name}` by hand.",
        "See [our page](https://shop.example).", "It is 100 % wool, <b>truly</b>.", "A [sic] in brackets.",
        "Ring & wait [X].",
    ],
)  # fmt: skip
def test_whole_placeholders_in_samples_and_other_brackets_are_left_alone(text: str) -> None:
    assert said(_SAMPLE.format(f'"{text}"')) == []


def test_the_rarer_way_of_writing_a_placeholder_is_told() -> None:
    samples = "tone:\n  samples:\n    - Dear {{name}}, hello.\n    - Dear [NAME], hello.\n    - Dear {{name}}, again."
    assert said(samples) == [
        (
            "4 info placeholder-inconsistent: “[NAME]” is a placeholder of another make than the others here. "
            "Write it as the others are written: `{{name}}`."
        )
    ]


def test_one_placeholder_is_spelt_in_one_way() -> None:
    samples = "tone:\n  samples:\n    - Dear {{first_name}}.\n    - Dear {{First name}}.\n    - Dear {{first_name}}."
    assert said(samples) == [
        (
            "4 info placeholder-inconsistent: “First name” is spelt “first_name” elsewhere. "
            "Spell it in one way, and as your tool does: “first_name”."
        )
    ]


@pytest.mark.parametrize(("alone", "number"), [("custmer", 1), ("customers", 0), ("customer2", 0), ("agent", 0)])
def test_a_placeholder_that_stands_alone_may_be_another_misspelt(alone: str, number: int) -> None:
    samples = (
        f"tone:\n  samples:\n    - Dear {{{{customer}}}}.\n    - Hello {{{{customer}}}}.\n    - Dear {{{{{alone}}}}}."
    )
    found = said(samples)
    assert len(found) == number
    assert all("“custmer” is spelt “customer” elsewhere." in line for line in found)


def test_many_placeholders_are_told_in_a_handful() -> None:
    samples = "".join(f"    - Dear [NAME], {n}.\n" for n in range(8)) + "".join(
        f"    - Dear <you>, {n}.\n" for n in range(9)
    )
    found = said(f"tone:\n  samples:\n{samples}")
    assert len(found) == 5
    assert found[-1].endswith("3 more are written in another way.")


@pytest.mark.parametrize(
    ("policy", "line"),
    [
        ("facts:\n  Postage: TBD", 2),
        ("facts:\n  TODO: £3", 2),
        ("always:\n  - Ring XXX first.", 2),
        ("standards:\n  Reply:\n    within: TBC", 3),
        ("procedures:\n  Late: Lorem ipsum dolor sit amet.", 2),
        ("procedures:\n  Late: Ring [insert name] at once.", 2),
        ("discretion:\n  ask: TBD", 2),
        ("complaints: Write to ________ in the first week.", 1),
        ("terms:\n  Returns: The price is to be defined.", 2),
        ("facts:\n  Hours: We open at {{time}}.", 2),
        ("facts:\n  Hours: Ring [COMPANY NAME] first.", 2),
    ],
)
def test_what_was_left_for_later_is_told_wherever_it_stands(policy: str, line: int) -> None:
    assert rules(policy) == [f"{line} left-unfilled"]


@pytest.mark.parametrize(
    "policy",
    [
        "always:\n  - Todo lists hang in the kitchen, and size XXL is on the left.",
        "facts:\n  Dates: TBC means that nobody knows yet\nglossary:\n  TBC: no date yet",
        "tone:\n  plain_words:\n    TBC: we have no date yet",
        "guides:\n  Replies: Put {{name}} where the name belongs.",
        "always:\n  - It has to be decided in the shop.",
    ],
)
def test_words_that_look_like_it_are_left_alone(policy: str) -> None:
    assert said(policy) == []


def test_a_published_policy_is_held_to_it() -> None:
    (finding,) = said("facts:\n  Postage: TBD", f"{HEAD}  status: published\n")
    assert finding.startswith("2 error left-unfilled: “TBD” still waits for its words.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("noch offen", ["2 left-unfilled"]),
        ("Noch offen.", ["2 left-unfilled"]),
        ("Zwei Tage (noch offen)", ["2 left-unfilled"]),
        ("still open", ["2 left-unfilled"]),
        ("Laut System sind die Medien noch offen.", []),
        ("The day is to be agreed with you.", []),
    ],
)
def test_words_that_wait_for_others_do_so_where_they_stand_alone(text: str, told: list[str]) -> None:
    assert rules(f"facts:\n  Porto: {text}") == told
