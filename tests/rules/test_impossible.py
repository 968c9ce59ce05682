"""What customers are sent to and cannot use is told; what they can use is not."""

import pytest
from tests.rules.judging import HEAD, found, said

_CHANNELS = """
channels:
  Phone: 01632 960 112
  Email: care@lane.example
  Trade desk: {kind: phone, address: 01632 960 113, for: Schools}
  Photo wall: {kind: social, address: https://social.example/lane, support: no}
customers:
  Schools: Whoever buys for a class
  Primary schools: {part_of: Schools}
  Readers: Everybody else
"""


@pytest.mark.parametrize(
    ("policy", "line"),
    [
        ("complaints:\n  how_to_complain:\n    channels: [Phone, Photo wall]", "3"),
        ("complaints:\n  how_to_complain:\n    channels: Trade desk", "3"),
        ("standards:\n  First reply:\n    channels: Photo wall\n    within: 9 minutes", "3"),
        ("standards:\n  First reply:\n    channels: Trade desk\n    for: Readers\n    within: 9 minutes", "3"),
        ("complaints:\n  how_to_complain:\n    says: Write to us on the photo wall.", "3"),
        ("facts:\n  Questions: Ask us on the photo wall at any time.", "2"),
        ("tone:\n  samples:\n    A reply:\n      say: Leave a message on the photo wall.", "4"),
    ],
)
def test_nobody_is_sent_where_they_are_not_helped(policy: str, line: str) -> None:
    assert found("channel-not-for-them", policy + _CHANNELS) == [line]


@pytest.mark.parametrize(
    "policy",
    [
        "complaints:\n  how_to_complain:\n    channels: [Phone, Email]",
        "complaints:\n  how_to_complain:\n    channels: [Phone, Trade desk]",
        "standards:\n  First reply:\n    channels: Trade desk\n    for: Primary schools\n    within: 9 minutes",
        "standards:\n  First reply:\n    channels: Trade desk\n    for: Whoever knows it\n    within: 9 minutes",
        "standards:\n  First reply:\n    channels: Trade desk\n    within: 9 minutes",
        "standards:\n  Thanks:\n    channels: Photo wall\n    says: We thank you and give you the address.",
        "complaints:\n  how_to_complain:\n    says: Do not write to us on the photo wall, ring us.",
        "facts:\n  Pictures: Send us one, and it goes up on the photo wall.",
        "procedures:\n  On the wall:\n    channels: Photo wall\n    steps: [Thank them]",
    ],
)
def test_whoever_can_use_it_is_left_alone(policy: str) -> None:
    assert found("channel-not-for-them", policy + _CHANNELS) == []


@pytest.mark.parametrize(
    ("alternatives", "line"),
    [("Photo wall", ["4"]), ("Trade desk", ["4"]), ("[Trade desk, Email]", []), ("Email", [])],
)
def test_an_alternative_is_one_for_the_same_people(alternatives: str, line: list[str]) -> None:
    phone = f"channels:\n  Phone:\n    address: 01632 960 112\n    alternatives: {alternatives}\n"
    others = _CHANNELS.split("  Phone: 01632 960 112\n")[1]
    assert found("channel-not-for-them", phone + others) == line


def test_it_says_where_the_channel_is_closed() -> None:
    policy = "complaints:\n  how_to_complain:\n    channels: [Phone, Photo wall]" + _CHANNELS
    (told,) = [line for line in said(policy) if "not-for-them" in line]
    assert told == (
        "3 warning channel-not-for-them: Complaints are taken on Photo wall, where no help is given. "
        "The other stands in line 8. Leave Photo wall out here, or say that help is given there with `support: yes`."
    )


@pytest.mark.parametrize(
    ("moves", "lines"),
    [
        (("Chat", "Phone"), ["4"]),
        (("Chat", "Email"), []),
        (("[Chat, Email]", "Phone"), []),
    ],
)
def test_nobody_is_moved_on_in_a_circle(moves: tuple[str, str], lines: list[str]) -> None:
    policy = "channels:\n  Phone: {{moves_to: {}}}\n  Email: a@b.example\n  Chat: {{moves_to: {}}}\n".format(*moves)
    assert found("moved-on-to-nowhere", policy) == lines


_SPOKEN = """
access:
  languages: {}
  {}
channels:
  Phone: {{address: 01632 960 112, languages: {}}}
  Email: care@lane.example
"""


@pytest.mark.parametrize(
    ("offered", "beside", "spoken", "lines"),
    [
        ("[English, French]", "formats: Large print", "English and Welsh", ["2"]),
        ("[English, Welsh]", "formats: Large print", "English and Welsh", []),
        ("[English, French]", "interpreters: By telephone", "English and Welsh", []),
        ("We translate.", "formats: Large print", "English and Welsh", []),
        ("[Deutsch, Polnisch]", "formats: Grossdruck", "[Deutsch, Türkisch]", ["2"]),
        ("[Deutsch, Türkisch]", "formats: Grossdruck", "Deutsch und Türkisch", []),
    ],
)
def test_a_language_that_is_offered_is_spoken(offered: str, beside: str, spoken: str, lines: list[str]) -> None:
    assert found("language-spoken-nowhere", _SPOKEN.format(offered, beside, spoken)) == lines


@pytest.mark.parametrize(
    ("step", "lines"),
    [
        ("Close the complaint of whoever shouts twice.", ["5"]),
        ("We no longer answer complaints from anybody who is banned.", ["5"]),
        ("Whoever is banned may not complain.", ["5"]),
        ("Close the account of whoever complains in public.", ["5"]),
        ("Beende die Beschwerde.", ["5"]),
        ("Beschwerden von Gesperrten werden nicht mehr beantwortet.", ["5"]),
        ("End the call, and answer the complaint by letter.", []),
        ("Close the account after a second warning.", []),
        ("Beende das Gespräch, und beantworte die Beschwerde schriftlich.", []),
    ],
)
def test_whoever_is_banned_may_still_complain(step: str, lines: list[str]) -> None:
    policy = f"complaints:\n  how_to_complain: Tell anybody here.\nconduct:\n  steps:\n    - {step}"
    head = f"{HEAD}  language: {'de' if step[0] == 'B' else 'en'}\n"
    assert found("right-to-complain-refused", policy, head) == lines


def test_a_policy_without_complaints_grants_no_right_to_take_away() -> None:
    assert found("right-to-complain-refused", "conduct:\n  steps:\n    - Close the complaint.") == []
