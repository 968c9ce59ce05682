"""What is both to be done and never to be done is told, gently where something lifts it; what holds for some is not."""

import pytest
from tests.rules.judging import HEAD, found, rules, said


@pytest.mark.parametrize(
    ("policy", "lines"),
    [
        ("always:\n  - Ask for the receipt\nnever:\n  - Ask for the receipt.", ["2"]),
        ("always:\n  - We always ask for the receipt.\nnever:\n  - do: ask  for the Receipt", ["2"]),
        ("never:\n  - Ring twice\nprocedures:\n  Late: \n    - Ring twice.", ["5"]),
        ("procedures:\n  Late:\n    never: Ring twice\n    steps:\n      - Look.\n      - Ring twice.", ["6"]),
        ("procedures:\n  Late:\n    never: Ring twice\n    steps: Look.\n  Lost:\n    steps: Ring twice.", []),
        ("always:\n  - Ask for the receipt\nnever:\n  - {do: Ask for the receipt, unless: It was a present}", ["2"]),
        ("procedures:\n  A present:\n    - Ask for it\nnever:\n  - {do: Ask for it, unless: It was a present}", []),
        ("always:\n  - do: Ask for the receipt\n    for: Firms\nnever:\n  - Ask for the receipt", []),
        ("always:\n  - Never ask for the receipt\nnever:\n  - Ask for the receipt", []),
        ("always:\n  - Never ask for the receipt\nnever:\n  - Never ask for the receipt", []),
        ("always:\n  - Ask for the receipt\nnever:\n  - Ask for the receipt twice", []),
    ],
)  # fmt: skip
def test_what_is_both_to_be_done_and_never_to_be_done(policy: str, lines: list[str]) -> None:
    assert [line.split()[0] for line in rules(policy) if line.endswith(" said-and-forbidden")] == lines


def test_what_something_lifts_is_told_gently_with_its_words() -> None:
    assert said("always: Ask for the receipt\nnever:\n  - {do: Ask for the receipt, unless: It was a present}") == [
        (
            "1 info said-and-forbidden: “Ask for the receipt” is asked for here, and in another place it is never "
            "asked for: “Ask for the receipt”, unless “It was a present”. The other stands in line 3. "
            "Say here in which case it is done, with `if` or in its words."
        )
    ]


def _told(policy: str, head: str = HEAD) -> list[str]:
    return found("said-and-forbidden", policy, head)


_NEVER = "never:\n  - {}\n"


@pytest.mark.parametrize(
    ("ban", "deed"),
    [
        (
            "Ask a customer to post a damaged book back",
            "procedures:\n  A book arrives damaged:\n    - Ask them to post the book back.",
        ),
        ("Ask for a password", "procedures:\n  Logging in:\n    - Ask for the password."),
        ("Ask for a password", "tone:\n  samples:\n    Locked out: Sure. Could you tell me your password?"),
        ("Ask for a whole card number, on any channel", "procedures:\n  Paying:\n    needs: The full card number"),
        ("Ask for a whole card number", "privacy:\n  identity: Name and card number"),
        ("Leave a parcel on the doorstep", "standards:\n  Parcels: We ring, or leave the parcel on your doorstep."),
        ("Leave a parcel on the step", "procedures:\n  A:\n    - If nobody is in, leave the parcel on the step."),
        ("Waive the deposit", "leadership:\n  same_rules: Gil waives the deposit for his friends."),
        ("Give a discount for a good review", "procedures:\n  A:\n    - Offer 10% off for a good review."),
        ("Refund a deposit in cash", "tone:\n  samples:\n    A: Gladly. I'm giving you the deposit back in cash."),
        ("Let a child swim alone", "procedures:\n  A:\n    - Let the child swim alone once."),
        ("Hire an e-bike to anybody under 16", "facts:\n  E-bikes: £40 a day, from 14 years"),
        ("Promise a day before the stock is checked", "always: Promise a day before the stock is checked."),
    ],
)  # fmt: skip
def test_what_is_forbidden_and_done_in_other_words_is_told(ban: str, deed: str) -> None:
    assert len(_told(_NEVER.format(ban) + deed)) == 1


@pytest.mark.parametrize(
    ("ban", "deed"),
    [
        ("Ask a customer to post a damaged book back", "procedures:\n  A:\n    - Ask them to post the form back."),
        ("Ask a customer to post a damaged book back", "procedures:\n  A:\n    - Ask them to post the book back."),
        ("Ask for a password", "procedures:\n  A:\n    - Ask for the name, and never for the password."),
        ("Ask for a password", "tone:\n  samples:\n    A: We'll never ask you for your password."),
        ("Ask for a password", "procedures:\n  A:\n    - if: They ask for a new password\n      do: Send a link."),
        ("Ask for a whole card number", "procedures:\n  A:\n    - Ask for the last four digits of the card number."),
        ("Leave a parcel on the doorstep", "procedures:\n  A:\n    example: We left a parcel on the doorstep once."),
        ("Leave a parcel on the step", "procedures:\n  A:\n    - Take the parcel, and leave a card on the step."),
        ("Leave a parcel on the doorstep", "facts:\n  A: You may leave a parcel on the doorstep for us."),
        ("Leave a parcel on the doorstep", "procedures:\n  A:\n    - Do not leave the parcel on the doorstep."),
        ("Waive the deposit", "facts:\n  Deposit: £50, given back when the bike is back"),
        ("Give a discount for a good review", "procedures:\n  A:\n    - Offer 10% off for the next order."),
        ("Hire an e-bike to anybody under 16", "facts:\n  E-bikes: £40 a day, from 16 years"),
        ("Hire an e-bike to anybody under 16", "facts:\n  E-bikes: From 16 years; children's seats from 2 years"),
        ("Hire an e-bike to anybody under 16", "facts:\n  Trailers: For children from 2 years"),
        ("Promise a day before the stock is checked", "always: Promise a day once the stock is checked."),
        ("Refund without the log", "procedures:\n  A:\n    - Refund at once, and write it in the log."),
        ("Send a dog home alone in a taxi", "procedures:\n  A:\n    - Send the dog home in a taxi with its person."),
    ],
)  # fmt: skip
def test_the_nearest_that_is_no_contradiction_is_left_alone(ban: str, deed: str) -> None:
    assert _told(_NEVER.format(ban) + deed) == []


_GERMAN = f"{HEAD}  language: de\n"


@pytest.mark.parametrize(
    ("ban", "deed", "count"),
    [
        ("Einen Gutschein bar auszahlen", "procedures:\n  A:\n    - Zahl den Gutschein bar aus.", 1),
        ("Einen Gutschein bar auszahlen", "procedures:\n  A:\n    - Zahl die Erstattung bar aus.", 0),
        ("Nach dem Passwort fragen", "tone:\n  samples:\n    A: Gern. Nennen Sie mir bitte Ihr Passwort.", 1),
        ("Nach dem Passwort fragen", "tone:\n  samples:\n    A: Wir fragen nie nach Ihrem Passwort.", 0),
        ("Den Jahresausweis verschenken", "procedures:\n  A:\n    - Schenk ihnen den Jahresausweis.", 1),
        ("Den Jahresausweis verschenken", "procedures:\n  A:\n    - Verlängere den Jahresausweis.", 0),
        ("Lebende Tiere an einem Freitag verschicken", "facts:\n  A: Wir verschicken Tiere von Montag bis Freitag.", 1),
        ("Lebende Tiere an einem Freitag verschicken", "facts:\n  A: Wir verschicken Tiere Montag bis Mittwoch.", 0),
        ("Lebende Tiere an einem Freitag verschicken", "facts:\n  A: Wir verschicken tote Tiere am Freitag.", 0),
        ("Die Säge von jemandem unter 16 Jahren bedienen lassen", "facts:\n  Säge: Ab 14 Jahren", 1),
        ("Die Säge von jemandem unter 16 Jahren bedienen lassen", "facts:\n  Säge: Ab 16; ab 12 darf man zusehen", 0),
        ("Die Kundin um ein Foto bitten", "procedures:\n  A:\n    - Bitte um ein Foto.", 1),
    ],
)  # fmt: skip
def test_german_bans_are_held_against_german_deeds(ban: str, deed: str, count: int) -> None:
    assert len(_told(_NEVER.format(ban) + deed, _GERMAN)) == count


@pytest.mark.parametrize(
    ("policy", "count"),
    [
        ("privacy:\n  never_ask: A password, or a copy of a passport\n  identity: A copy of your passport", 1),
        ("privacy:\n  never_ask: A password\n  identity: Name and postcode", 0),
        (
            (
                "discretion:\n  nobody_may: Give a reduction on the night fee\n"
                "  may_give:\n    Small: a reduction on the night fee"
            ),
            1,
        ),
        ("discretion:\n  nobody_may: Give a reduction on the night fee\n  may_give:\n    Small: a reduction", 0),
        (
            "facts:\n  Passwords: We never ask for your password.\nprocedures:\n  A:\n    - Ask for the password.",
            1,
        ),
    ],
)
def test_bans_stand_in_many_places(policy: str, count: int) -> None:
    assert len(_told(policy)) == count


def test_both_places_are_shown() -> None:
    assert said(
        "never:\n  - Leave a parcel on the porch.\nprocedures:\n  A:\n    - Leave the parcel on the porch."
    ) == [
        (
            "5 warning said-and-forbidden: “Leave the parcel on the porch” stands here, and in another place it is "
            "forbidden: “Leave a parcel on the porch”. The other stands in line 2. "
            "Change one of the two, or say beside what is forbidden in which case it is not."
        )
    ]


def test_thousands_of_bans_and_steps_are_judged_in_a_moment() -> None:
    never = "".join(f"  - Leave parcel {n} on the porch of house b{n}\n" for n in range(1_000))
    steps = "".join(f"    - Leave the parcel on the porch of c{n}.\n" for n in range(1_000))
    assert _told(f"never:\n{never}procedures:\n  A:\n{steps}") == []


_FRIDAY = "Shut off power on a Friday, on a holiday or on the day before one"
_DIAGNOSIS = "Give a diagnosis by telephone. Reception says who is free."
_UNNAMED = "Talk about neighbours. Nobody is told who complained."


@pytest.mark.parametrize(
    ("ban", "deed", "count"),
    [
        (_FRIDAY, "Before a shut-off:\n    - Shut off at noon, Tuesday to Friday.", 1),
        (_FRIDAY, "Before a shut-off:\n    - Shut off at noon, Tuesday to Thursday.", 0),
        (_FRIDAY, "Going home:\n    - Shut off the lamp on Friday.", 0),
        (_DIAGNOSIS, "A call:\n    - Tell them on the telephone what it has.", 1),
        (_DIAGNOSIS, "A call:\n    - Tell them on the telephone what it costs.", 0),
        (_UNNAMED, "Noise:\n    - Tell the other side who complained.", 1),
        (_UNNAMED, "Noise:\n    - Do not tell the other side who complained.", 0),
    ],
)  # fmt: skip
def test_cases_of_a_ban_and_what_is_told(ban: str, deed: str, count: int) -> None:
    assert len(_told(f"{_NEVER.format(ban)}procedures:\n  {deed}\n")) == count


def test_who_may_not_take_it_may_not_ask_for_it_on_that_channel() -> None:
    channels = "channels:\n  Chat: https://a.example\n  Phone: 01632 960140\n"
    sample = f"{channels}tone:\n  samples:\n    Paying:\n      channel: {{}}\n"
    policy = _NEVER.format("Take a card number by email or chat") + sample + "      say: Type your card number here.\n"
    assert _told(policy.format("Chat")) == ["10"]
    assert _told(policy.format("Phone")) == []


@pytest.mark.parametrize(
    ("ban", "question", "answer", "count"),
    [
        ("Shut off power on a holiday or on the day before one", "Tomorrow is a holiday. May we shut off?", "Yes", 1),
        ("Shut off power on a holiday or on the day before one", "Tomorrow is a holiday. May we shut off?", "No", 0),
        ("Shut off power on a holiday", "Tomorrow is a holiday. May we shut off?", "Yes", 0),
        ("Ask for the receipt", "May we ask for the receipt?", "Yes", 1),
        ("Ask for the receipt", "May we ask for the postcode?", "Yes", 0),
    ],
)
def test_right_answers_are_held_against_bans(ban: str, question: str, answer: str, count: int) -> None:
    quiz = f"training:\n  quiz:\n    {question}: {{options: ['Yes', 'No'], answer: '{answer}'}}\n"
    assert len(_told(_NEVER.format(ban) + quiz)) == count


def test_a_right_answer_knows_what_lifts_a_ban() -> None:
    policy = (
        "never:\n  - {do: Eine Wohnung ohne Anmeldung betreten, unless: Wasser läuft aus}\n"
        "training:\n  quiz:\n    Wasser läuft, und niemand öffnet. Dürfen wir hinein?: {answer: %s}\n"
    )
    assert _told(policy % "Nein", _GERMAN) == ["5"]
    assert _told(policy % "Ja", _GERMAN) == []


@pytest.mark.parametrize(
    ("deed", "count"),
    [
        ("Unangemeldet mit dem Zweitschlüssel hineingehen und messen.", 1),
        ("Angemeldet mit dem Zweitschlüssel hineingehen und messen.", 0),
    ],
)
def test_unannounced_is_without_notice(deed: str, count: int) -> None:
    policy = f"never:\n  - Eine Wohnung ohne Anmeldung betreten.\nprocedures:\n  Feuchte Wand:\n    - {deed}\n"
    assert len(_told(policy, _GERMAN)) == count


def test_what_we_never_do_with_a_thing_may_stand_behind_it() -> None:
    policy = "channels:\n  Phone: {address: 01632 960140, not_for: 'A card number, which we never take by telephone'}\n"
    steps = "procedures:\n  Paying:\n    - %s\n"
    assert _told(policy + steps % "Take the card number by telephone.") == ["5"]
    assert _told(policy + steps % "Take the order number by telephone.") == []
