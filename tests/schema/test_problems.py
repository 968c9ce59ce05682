"""The language refuses what it cannot read, each problem with its place and its words."""

from textwrap import dedent

import pytest

from policyctl.schema import read
from policyctl.source import read as read_source

HEAD = "policyctl: 1\npolicy:\n  title: T\n  organisation: O\n"


def problems(text: str) -> str:
    """Each problem as its place, rule and message, with its hint below."""
    source = read_source(text.encode(), "policy.yaml")
    found = [(source.span(p.issue.pointer, at_key=p.issue.at_key).start, p) for p in read(source.data).problems]
    found.sort(key=lambda each: each[0])
    return "".join(f"{at.line}:{at.column} {p.rule}: {p.issue.message}\n  {p.issue.hint}\n" for at, p in found)


CASES = {
    "a misspelt key that is needed is one problem": (
        "policyctl: 1\npolicy:\n  titel: T\n  organisation: O\n",
        """
        3:3 unknown-key: “titel” is not a word that is known here.
          Did you mean `title`?
        """,
    ),
    "words that others use are known": (
        HEAD + "pilot:\n  from: 1 March 2026\n  to: 2 March 2026\ntone:\n  avoid: x\n"
        "changelog:\n  - version: 1\n    date: x\n",
        """
        6:3 unknown-key: “from” is not a word that is known here.
          Did you mean `starts`?
        7:3 unknown-key: “to” is not a word that is known here.
          Did you mean `ends`?
        9:3 unknown-key: “avoid” is not a word that is known here.
          Did you mean `words`?
        11:5 unknown-key: “version” is not a word that is known here.
          Did you mean `name`?
        12:5 unknown-key: “date” is not a word that is known here.
          Did you mean `on`?
        """,
    ),
    "the time of a stage of a complaint is that of a step": (
        HEAD + "complaints:\n  stages:\n    Ours:\n      within: 2 days\n",
        """
        8:7 unknown-key: “within” is not a word that is known here.
          Say it in a step: write `steps:` in its place, and below it, two spaces further in, a line such as `Answer: within 5 working days`.
        """,  # noqa: E501  A hint stands on one line.
    ),
    "a missing key stands at the key of its parent": (
        "policyctl: 1\npolicy:\n  title: T\n",
        """
        2:1 missing-key: `organisation` is missing here.
          Add a line such as `organisation: Rosa's Corner Shop`.
        """,
    ),
    "an unknown key with nothing like it lists what is known": (
        HEAD + "values:\n  Kind:\n    colour: red\n    behaviours:\n      - dew: Smile\n        because: x\n",
        """
        7:5 unknown-key: “colour” is not a word that is known here.
          Known here: `about`, `audience`, `because`, `behaviours`, `customer_part`, `links`, `means`, `name`, `note`, `topic`.
        9:9 unknown-key: “dew” is not a word that is known here.
          Known here: `avoid`, `do`, `say`.
        10:9 unknown-key: “because” is not a word that is known here.
          Known here: `avoid`, `do`, `say`.
        """,  # noqa: E501  A hint stands on one line.
    ),
    "a choice that is none": (
        HEAD + "  status: publishd\n  kind: [handbook, leaflet]\n",
        """
        5:11 unreadable-value: “publishd” is not one of the words that fit here.
          Did you mean `published`? Accepted: draft, pilot, published or retired.
        6:20 unreadable-value: “leaflet” is not one of the words that fit here.
          Write handbook, charter, support, complaints or terms.
        """,
    ),
    "names in place of codes": (
        HEAD + "  currency: pounds\n  language: Deutsch\n  timezone: Mars/Olympus\nbrand: {accent: grün}\n",
        """
        5:13 unreadable-value: “pounds” is not the short name of a currency.
          Did you mean `GBP`?
        6:13 unreadable-value: “Deutsch” is not the short name of a language.
          Did you mean `de`?
        7:13 unreadable-value: “Mars/Olympus” is not a time zone that is known.
          Write region and city: `Europe/London`.
        8:17 unreadable-value: “grün” is not a colour that can be printed.
          Did you mean `green`?
        """,
    ),
    "a quantity that does not read": (
        HEAD + "  effective: soon\n",
        """
        5:14 unreadable-value: “soon” does not read as a date.
          Write for example “1 April 2026” or “2026-04-01”.
        """,
    ),
    "a mapping where a text belongs": (
        HEAD + "mission:\n  statement:\n    We stand: by books\n",
        """
        7:5 unreadable-value: One text belongs here, and the colon after “We stand” makes it a list of parts.
          Put `|` after the key, and the text on the next line, two spaces further in.
        """,
    ),
    "a mapping where hours belong": (
        HEAD + "hours:\n  Shop:\n    open: [{Mon: 9-17}]\nchannels:\n  Email: {kind: email, hours: {Mon: 9-17}}\n",
        """
        7:11 unreadable-value: One text belongs here, and this is a list.
          Write it as one sentence, or one paragraph after `|`.
        9:31 unreadable-value: One text belongs here, and the colon after “Mon” makes it a list of parts.
          Put `|` after the key, and the text on the next line, two spaces further in.
        """,
    ),
    "nothing after the colon": (
        HEAD + "tone:\n  sounds_like:\n",
        """
        6:3 unreadable-value: Nothing is written here.
          Write something after the colon, or delete the line.
        """,
    ),
    "a text where parts belong": (
        HEAD + "brand: green\n",
        """
        5:8 wrong-shape: This needs lines of its own for each thing that it says.
          Write lines such as `accent: 0b6e4f` and `logo: logo.svg`.
        """,
    ),
    "two names that are one": (
        HEAD + "values:\n  Care lead: a\n  care-lead: b\n",
        """
        7:3 name-twice: “care-lead” is named twice here.
          Give one of the two another name, or make them one.
        """,
    ),
    "a later version of the language": (
        "policyctl: 2\npolicy: {title: T, organisation: O}\n",
        """
        1:12 unreadable-value: This policy is written in a version of the language that this policyctl does not know.
          Write `policyctl: 1`.
        """,
    ),
    "no policy at all": (
        "- a\n- b\n",
        """
        1:3 wrong-shape: This is not a policy yet.
          Begin with `policyctl: 1`, or let `policyctl init` write a first one.
        """,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_every_problem_has_its_place_and_the_words_that_mend_it(case: str) -> None:
    text, expected = CASES[case]
    assert problems(text) == dedent(expected).lstrip("\n")


@pytest.mark.parametrize(
    ("sections", "left"),
    [
        ("standards: {A: {within: 1 day, foo: 1}}", {"standards": {"A": {"within": "1 day"}}}),
        ("always: [Listen, {do: []}, Smile, {foo: 1, do: Help}]", {"always": ["Listen", "Smile", "Help"]}),
        ("review: {every: never, next: soon}\nmission: Books", {"mission": {"statement": "Books"}}),
        (
            "standards: {A: {within: {Large: {Urgent: 1 hour, Normal: 4 hurs}}}}",
            {"standards": {"A": {"rows": {"Large": {"within": {"Urgent": "1 hour"}}}}}},
        ),
        ("brand: {accent: like the sea, paper: a4}", {"brand": {"paper": "A4"}}),
    ],
)
def test_what_is_refused_is_left_out_and_the_rest_is_read(sections: str, left: dict[str, object]) -> None:
    data = read_source((HEAD + sections).encode(), "policy.yaml").data
    reading = read(data)
    assert reading.policy is None
    assert reading.readable
    found = reading.readable.model_dump(mode="json", exclude_defaults=True)
    found["always"] = [rule["do"] for rule in found.get("always", ()) if "do" in rule]
    assert {key: value for key, value in found.items() if key in left} == left


def test_without_a_head_the_rest_is_read_and_words_stand_in_for_it() -> None:
    reading = read(read_source(b"policyctl: 1\nmission: Books\n", "policy.yaml").data)
    assert [problem.rule for problem in reading.problems] == ["missing-key"]
    assert reading.left_out == (("policy",),)
    assert reading.readable
    assert reading.readable.mission
