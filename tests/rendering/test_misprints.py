"""Small things that a reader stumbles over stand right in every format."""

import re

import pytest
from tests.pages import read_pages
from tests.printed import FORMATS, print_policy, text_of
from tests.word import Word

from policyctl.rendering.view import view
from policyctl.schema import Policy, read
from policyctl.source import read as read_source

HEAD = 'policyctl: 1\npolicy:\n  title: Wie wir "helfen"\n  organisation: O\n  language: {}\n'

MISPRINTS = {
    "an amount at the edge of the ladder of limits is whole": (
        "en-US",
        "roles: {Ben: x, Jo: y}\ndiscretion: {may_give: {Ben: a refund up to $500, Jo: 'a refund up to $5,000'}}",
        "$5,000",
        "$5,.",
    ),
    "quotation marks are not doubled": (
        "en-GB",
        "procedures:\n  Late:\n    - say: “Show me, I'll look.”\n",
        "Show me, I’ll look.",
        "““",
    ),
    "nor are German ones": (
        "de",
        "procedures:\n  Spät:\n    - say: „Danke, dass du anrufst.“\n",
        "Danke, dass du anrufst.",
        "„„",
    ),
    "a length of time stands in the case that its label asks for": (
        "de",
        "roles: {Ben: x, Jo: y}\nescalation: {ladders: {Es brennt: {levels: [{role: Ben, waits: 2 Werktage}, Jo]}}}",
        "Weiter geht es nach 2 Werktagen",
        "Antwort",
    ),
    "a role that is a name alone has no colon behind it": (
        "en-GB",
        "roles:\n  Rosa:\n  Ben: Clerk\n",
        "Rosa",
        "Rosa:",
    ),
    "a German cover has German quotation marks": (
        "de",
        "mission: Lesen für alle\n",
        "Wie wir „helfen“",
        "“helfen",
    ),
    "a channel that is called what it is does not say so twice": (
        "en-GB",
        "channels:\n  Email:\n    kind: email\n    address: care@example.org\n",
        "care@example.org",
        "Email: Email",
    ),
    "nor does the promise that is kept on it": (
        "en-GB",
        "channels: {Email: care@example.org}\nstandards: {Email: {channels: Email, within: 1 working day}}\n",
        "1 working day",
        "Email: Email",
    ),
    "hours without days are hours and no remark": ("en-GB", "hours: 08.30 to 17.00\n", "08.30 to 17.00", "About"),
    "a time before an event is not counted after it": (
        "en-GB",
        "terms: {Cancelling: {within: 24 hours before the booking}}\n",
        "24 hours before the booking",
        "Counted after",
    ),
}


def without_spaces(text: str) -> str:
    return "".join(text.split())


def policy_of(language: str, sections: str) -> Policy:
    policy = read(read_source((HEAD.format(language) + sections).encode(), "policy.yaml").data).policy
    assert policy is not None
    return policy


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("case", MISPRINTS)
def test_it_is_printed_right(case: str, form: str) -> None:
    language, sections, right, wrong = MISPRINTS[case]
    said = text_of(form, print_policy(policy_of(language, sections), form)[form])
    assert without_spaces(right) in without_spaces(said)
    assert without_spaces(wrong) not in without_spaces(said)


NUMBERED = {
    "markdown": r"\n1\. .*\n2\. .*\n3\. ",
    "html": r"<ol[^>]*>(?:(?!</ol>).)*?<li(?:(?!</ol>).)*?<li(?:(?!</ol>).)*?I am sorry(?:(?!</ol>).)*?<li",
    "pdf": r"1\nLook\.\n2\n.*I am sorry\..*\n3\nNote it\.",
    "docx": r"\nList Step: \{Strong: Look\.\}\nList Step: “I am sorry\.”\nList Step: \{Strong: Note it\.\}",
}
"""How the second of three steps has its number in each format."""


def read_aloud(pdf: bytes) -> str:
    """The words of a PDF in the order of its tags, in which a screen reader says them."""
    return "\n".join(piece.text for page in read_pages(pdf) for piece in page.body)


@pytest.mark.parametrize("form", FORMATS)
def test_a_step_that_only_says_something_keeps_its_number(form: str) -> None:
    steps = "procedures:\n  Late:\n    - Look\n    - say: I am sorry.\n    - Note it\n"
    printed = print_policy(policy_of("en-GB", steps), form)[form]
    if form == "docx":
        said = "\n".join(Word(printed).lines())
    else:
        said = read_aloud(printed) if form == "pdf" else printed.decode("utf-8")
    assert re.search(NUMBERED[form], said, re.DOTALL)


@pytest.mark.parametrize("value", ["true", "yes"])
def test_notice_that_says_no_time_is_refused_and_never_printed(value: str) -> None:
    text = HEAD.format("en-GB") + f"standards:\n  New prices:\n    notice: {value}\n    before: a price changes\n"
    reading = read(read_source(text.encode(), "policy.yaml").data)
    assert reading.policy is None
    assert [each.issue.message for each in reading.problems] == [f"“{value}” does not say how long."]


@pytest.mark.parametrize(
    ("language", "paper"), [("en-US", "Letter"), ("en-CA", "Letter"), ("en-GB", "A4"), ("de", "A4")]
)
def test_the_paper_is_what_printers_hold_there(language: str, paper: str) -> None:
    assert view(policy_of(language, "mission: To help\n"), kind="handbook").paper == paper
