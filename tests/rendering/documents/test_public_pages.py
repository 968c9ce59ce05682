"""What is handed to customers holds nothing that they may not read: the leaflet, the letters, the notice of a test."""

import pytest
from tests.printed import everything_in, example, policy_of, print_policy, squeezed, text_of
from tests.rendering.documents.small import page, small
from tests.rendering.documents.test_charter import MARK, UNTIDY, closed_in_turn, marked, not_public

from policyctl.rendering.documents import DOCUMENTS

POLICIES = {
    **{name: example(name) for name in ("corner-shop", "fahrradwerkstatt-lindenhof", "harbour-lane-books", "starter")},
    **{path.stem: policy_of(path) for path in UNTIDY},
}
WITH_COMPLAINTS = [name for name, policy in POLICIES.items() if not DOCUMENTS["complaints"].missing(policy)]


@pytest.mark.parametrize("name", WITH_COMPLAINTS)
def test_leaflet_and_letters_say_nothing_that_is_not_public(name: str) -> None:
    policy = POLICIES[name]
    whole = marked(policy, not_public(policy))
    for form, data in print_policy(whole, "markdown", "html", "docx", document="complaints").items():
        assert MARK not in everything_in(form, data), form


def test_nor_does_their_pdf() -> None:
    policy = POLICIES["harbour-lane-books"]
    data = print_policy(marked(policy, not_public(policy)), "pdf", document="complaints")["pdf"]
    assert squeezed(MARK) not in squeezed(text_of("pdf", data))


@pytest.mark.parametrize("offset", range(3))
@pytest.mark.parametrize("name", WITH_COMPLAINTS)
def test_what_an_author_keeps_to_staff_stays_out_of_them(name: str, offset: int) -> None:
    closed = closed_in_turn(POLICIES[name], 3, offset)
    if not DOCUMENTS["complaints"].missing(closed):
        assert MARK not in print_policy(closed, "markdown", document="complaints")["markdown"].decode()


def test_what_an_answer_must_say_is_for_whoever_writes_it() -> None:
    policy = small(
        "policyctl: 1\npolicy: {title: T, organisation: O}\n"
        "complaints: {stages: {Our answer: {by: Rosa, letter: What Rosa found, steps: {Answer: within 2 days}}}}\n"
        "roles: {Rosa: Owner}\n"
    )
    assert "What Rosa found" not in page("complaints", policy)


def test_the_notice_tells_customers_what_is_theirs() -> None:
    policy = small(
        "policyctl: 1\npolicy: {title: T, organisation: O, owner: Rosa}\n"
        "pilot:\n"
        "  {intro: INSIDE, staff: INSIDE, customers: INSIDE, told: This is a test., opt_out: Say so., consent: By answering.,"
        " success_when: INSIDE, stop_when: INSIDE, findings: {INSIDE: INSIDE}, decision: INSIDE, notes: INSIDE}\n"
    )
    notice, _, rest = page("pilot", policy).partition("\n## Ten minutes to listen\n")
    assert "INSIDE" in rest
    assert notice == (
        "# This is a test\n\nThis is a test.\n\n**Consent:** By answering.\n\n**How to stay out:** Say so.\n"
    )
