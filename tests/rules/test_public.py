"""What slips out to customers is told, and what leaves customers out; what an author meant is left alone."""

import pytest
from tests.rules.judging import HEAD, rules, said
from tests.rules.judging import found as lines_of

from policyctl.rules import public

_MINE = frozenset(rule.id for rule in public.RULES)


def head(kind: str) -> str:
    return f"{HEAD}  kind: {kind}\n  currency: GBP\naccess:\n  formats: Large print\n"


CHARTER, TERMS, COMPLAINTS = head("charter"), head("terms"), head("complaints")
HANDBOOK, BOTH = head("handbook"), head("[handbook, terms]")


def told(sections: str, kind: str = TERMS) -> list[str]:
    """The line and the rule of what this family finds; others may have a word to say about these scraps."""
    return [each for each in rules(sections, kind) if each.split()[1] in _MINE]


def test_what_is_for_staff_is_not_for_customers_as_well() -> None:
    group = (
        "standards:\n  Letters:\n    public: yes\n    audience: staff\n    rows:\n      First: within 2 working days"
    )
    assert told(group, HANDBOOK) == ["3 public-and-internal"]


def test_a_row_may_be_an_exception_from_its_group() -> None:
    rows = "      First: within 2 working days\n      Check it again:\n        audience: staff"
    assert told(f"standards:\n  Letters:\n    public: yes\n    rows:\n{rows}", HANDBOOK) == []


@pytest.mark.parametrize(
    "text",
    [
        "We answer in 4 days; the internal target is 2.", "Internal limit is £40.", "(staff only) Look there.",
        "Not for customers. Look there first.", "Das interne Ziel sind 2 Tage.", "Nur für das Team. Sieh nach.",
        "Do not tell the customer that we have a second one.",
    ],
)  # fmt: skip
def test_words_for_the_inside(text: str) -> None:
    assert told(f"terms:\n  Returns: '{text}'") == ["2 public-and-internal"]


@pytest.mark.parametrize(
    "text",
    [
        "The car park is for staff only.",
        "Our intern Tom will help you.",
        "We give internal doors a second coat.",
        "You can ask for an internal review of our answer.",
        "Wir bieten eine interne Überprüfung an.",
    ],
)
def test_words_that_only_look_as_if(text: str) -> None:
    assert told(f"terms:\n  Returns: {text}") == []


_GRANT = "discretion:\n  may_give:\n    Adviser:\n      gives: a refund\n      up_to: {}\nterms:\n  Returns: {}"


@pytest.mark.parametrize(
    ("limit", "text", "found"),
    [
        ("£20 per case", "Our adviser may refund up to £20 on the spot.", ["7 public-and-internal"]),
        ("20", "Unser Team darf bis zu 20 £ erstatten.", ["7 public-and-internal"]),
        ("£20 per case", "Our adviser may refund up to £50 on the spot.", []),
        ("£20 per case", "You may spend up to £20 of the voucher at a time.", []),
        ("£20 per case", "Postage is £20 for a crate.", []),
        ("by judgement", "Our adviser may refund up to £20 on the spot.", []),
    ],
)
def test_what_staff_may_give_is_no_price(limit: str, text: str, found: list[str]) -> None:
    assert told(_GRANT.format(limit, text)) == found


def test_a_limit_that_customers_are_told_of_is_no_leak() -> None:
    assert told(_GRANT.format("£20\n      public: yes", "Our adviser may refund up to £20.")) == []


_ROLES = "roles:\n  Desk:\n    people: [Lena Marsh]\n    reach: {}\n"


@pytest.mark.parametrize(
    ("reach", "text", "found"),
    [
        ("Extension 12", "Ask for extension 12.", ["6 staff-contact-public"]),
        ("Durchwahl 12", "Bitte Durchwahl 12 wählen.", ["6 staff-contact-public"]),
        ("01632 960 118", "Ring 01632 960118.", ["6 staff-contact-public"]),
        ("Extension 12", "It takes 12 days.", []),
        ("Extension 12", "Ring 01632 960 112 and ask for extension 14.", []),
        ("Shout across the yard", "Shout across the yard.", []),
    ],
)
def test_numbers_of_colleagues(reach: str, text: str, found: list[str]) -> None:
    assert told(f"{_ROLES.format(reach)}terms:\n  Returns: {text}") == found


def test_a_number_that_is_a_channel_as_well_is_public() -> None:
    channels = "channels:\n  Desk: 4 Quay\n  Phone: 01632 960 118\n"
    assert told(f"{_ROLES.format('01632 960 118')}{channels}terms:\n  Returns: Ring 01632 960 118.") == []


@pytest.mark.parametrize(
    ("sections", "kind", "found"),
    [
        ("terms:\n  Returns: Ask for Lena Marsh.", TERMS, ["6 staff-name-public"]),
        ("terms:\n  Returns: Ask for Lena.", TERMS, []),
        ("terms:\n  Returns:\n    says: Ask at the desk.\n    note: Lena Marsh knows how.", BOTH, []),
        ("terms:\n  Returns:\n    says: Ask Lena Marsh.\n    audience: staff", TERMS, []),
        ("complaints: Lena Marsh writes to you.", COMPLAINTS, []),
        ("standards:\n  Letters: Lena Marsh answers them.", HANDBOOK, []),
    ],
)
def test_names_of_colleagues(sections: str, kind: str, found: list[str]) -> None:
    assert told(_ROLES.format("Extension 12") + sections, kind) == found


def test_whoever_hears_complaints_may_be_named_anywhere() -> None:
    hears = "complaints:\n  how_to_complain:\n    says: Tell us.\n    to: Lena Marsh\n"
    assert told(f"{_ROLES.format('Extension 12')}{hears}terms:\n  Returns: Ask Lena Marsh.") == []


def test_nothing_leaks_out_of_a_handbook() -> None:
    leaks = "standards:\n  Letters: within 4 days\n  Inside: Our internal target is 2. Lena Marsh has extension 12."
    assert told(_ROLES.format("Extension 12") + leaks, HANDBOOK) == []


def test_only_what_is_marked_leaks_out_of_a_handbook() -> None:
    leak = "standards:\n  Inside:\n    says: Our internal target is 2.\n    public: yes"
    assert told(leak, HANDBOOK) == ["3 public-and-internal"]


@pytest.mark.parametrize(
    ("channels", "kind", "found"),
    [
        ("  Phone: 01632 960 112", CHARTER, ["1 one-way-in"]),
        ("  Phone: 01632 960 112\n  Wall:\n    kind: social\n    support: no", CHARTER, ["1 one-way-in"]),
        ("  Phone: 01632 960 112\n  Email: a@b.example", CHARTER, []),
        ("  Phone: 01632 960 112\n  Pigeon: Loft 4", CHARTER, []),
        ("  At the stall: Market Place", HEAD, []),
        ("  Email: a@b.example", head("support"), []),
    ],
)
def test_one_way_in(channels: str, kind: str, found: list[str]) -> None:
    assert told(f"channels:\n{channels}", kind) == found


@pytest.mark.parametrize(
    "phone", ["{address: 01632 960 112}", "{about: The number is on every letter and on our website}", "Town 4411"]
)
def test_where_a_channel_is_reached_may_be_said_in_words(phone: str) -> None:
    assert told(f"channels:\n  Counter: 4 Quay\n  Phone: {phone}", CHARTER) == []


def test_staff_need_not_be_told_the_number() -> None:
    channels = "channels:\n  Till:\n    kind: in-person\n  Phone:\n    hours: Mon-Fri 9:00-17:00"
    assert told(channels, HANDBOOK) == []
    assert told(channels, CHARTER) == ["4 channel-without-address"]


@pytest.mark.parametrize(
    ("others", "found"),
    [
        ("Phone", ["6 moved-on-to-nowhere"]),
        ("School line", ["6 moved-on-to-nowhere"]),
        ("[Phone, Email]", []),
        ("Pigeon", []),
    ],
)
def test_alternatives(others: str, found: list[str]) -> None:
    school = f"  School line:\n    kind: phone\n    alternatives: {others}\n    address: 4"
    assert told(f"channels:\n  Phone: 1\n  Email: a@b.example\n{school}\n  Pigeon: Loft", HEAD)[:1] == found


@pytest.mark.parametrize(
    ("says", "found"),
    [
        ("Write to us.\n    channels: [Email, Post]", ["8 one-way-in"]),
        ("Ring us.\n    channels: Phone", ["8 one-way-in"]),
        ("Complaints must be made in writing.", ["7 one-way-in"]),
        ("Beschwerden bitte nur schriftlich.", ["7 one-way-in"]),
        ("Tell us, or write to us.\n    channels: [Email, Post]", []),
        ("Write to us.\n    channels: [Email, Post]\n    help: The advice centre", []),
        ("Write to us.\n    channels: [Email, Post, Phone]", []),
        ("Write to us.\n    channels: [Email, Post]\n    for_somebody_else: With consent", []),
    ],
)
def test_ways_to_complain(says: str, found: list[str]) -> None:
    channels = "channels:\n  Phone: 1\n  Email: a@b.example\n  Post: 4 Quay\n"
    lines = f"{channels}complaints:\n  how_to_complain:\n    says: {says}"
    assert told(lines, HEAD) == found


def test_complaints_told_in_one_sentence_may_shut_people_out() -> None:
    assert told("complaints: Complaints are only accepted in writing.", HEAD) == ["1 one-way-in"]


def test_who_has_one_channel_at_all_is_told_so_once() -> None:
    sections = (
        "access:\n  formats: Large print\nchannels:\n  Phone: 1\ncomplaints:\n  how_to_complain:\n    channels: Phone"
    )
    assert told(sections, f"{HEAD}  kind: complaints\n") == ["3 one-way-in"]


def test_help_for_readers_of_a_charter() -> None:
    bare = f"{HEAD}  kind: charter\n"
    begun = "channels:\n  Till: 4 Quay\n  Phone:\n    address: 1\n"
    promise = "standards:\n  - You speak to a person.\n"
    assert told(f"{begun}{promise}", bare) == ["11 no-other-format"]
    assert told(f"{begun}{promise}", HEAD) == []
    assert told(f"{begun}    languages: [English, Welsh]\n{promise}", bare) == []
    assert told(f"{begun}complaints:\n  help_offered: We write it down for you.", bare) == []
    assert told(begun, bare) == []


_LETTERS = "standards:\n  Letters: within 5 working days\n  Emails: within 2 working days\n"


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("", ["1 missed-promise-unanswered"]),
        ("  Either way: If we are late, we say why.", []),
        ("  notes: Where we miss one of these, we ring you.", []),
        ("remedies:\n  Late: £5", []),
    ],
)
def test_what_happens_when_it_is_missed(more: str, found: list[str]) -> None:
    assert told(_LETTERS + more, CHARTER) == found


def test_a_single_promise_needs_no_small_print() -> None:
    assert told("standards:\n  Letters: within 5 working days", CHARTER) == []
    assert told(_LETTERS, HANDBOOK) == []


def test_a_finding_says_whose_number_it_is() -> None:
    assert said(f"{_ROLES.format('Extension 12')}terms:\n  Returns: Ask for extension 12.", TERMS) == [
        (
            "6 warning staff-contact-public: “extension 12” is how colleagues reach Desk, and customers will read it "
            "here. Write the number of a channel, or list this one under `channels` if customers may use it."
        )
    ]


@pytest.mark.parametrize(("name", "expected"), [("Text relay", []), ("Second line", ["2 moved-on-to-nowhere"])])
def test_a_telephone_on_which_people_write_is_another_way(name: str, expected: list[str]) -> None:
    phone = "    kind: phone\n    address: 01632 960 333\n"
    channels = f"channels:\n  Emergency:\n{phone}    alternatives: {name}\n  {name}:\n{phone}"
    assert [each.split()[1] for each in told(channels)] == [each.split()[1] for each in expected]


_INSIDE = """
standards:
  First reply by email:
    within: 2 business hours
    public: {}
    after: your message arrives
{}:
  {}
"""


@pytest.mark.parametrize(
    ("public", "section", "text", "found"),
    [
        ("no", "facts", "Emails: We reply within 2 business hours.", ["7"]),
        ("no", "tone", "samples: {A reply: {say: You have our reply within 2 business hours.}}", ["7"]),
        ("yes", "facts", "Emails: We reply within 2 business hours.", []),
        ("no", "facts", "Emails: We reply within 4 business hours.", []),
        ("no", "facts", "Repairs: We mend it within 2 business hours.", []),
        ("no", "guides", "Emails: We reply within 2 business hours.", []),
    ],
)
def test_a_limit_for_the_inside_is_told_to_no_customer(public: str, section: str, text: str, found: list[str]) -> None:
    policy = _INSIDE.format(public, section, text)
    assert lines_of("public-and-internal", policy) == found
