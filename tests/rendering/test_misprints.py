"""Small things that a reader stumbles over stand right in every format."""

import pytest
from tests.printed import FORMATS, print_policy, text_of

from policyctl.rendering.view import view
from policyctl.schema import Policy, read
from policyctl.source import read as read_source

HEAD = "policyctl: 1\npolicy:\n  title: T\n  organisation: O\n  language: {}\n"

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


@pytest.mark.parametrize(
    ("language", "paper"), [("en-US", "Letter"), ("en-CA", "Letter"), ("en-GB", "A4"), ("de", "A4")]
)
def test_the_paper_is_what_printers_hold_there(language: str, paper: str) -> None:
    assert view(policy_of(language, "mission: To help\n"), kind="handbook").paper == paper
