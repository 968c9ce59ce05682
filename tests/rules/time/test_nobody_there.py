"""Sentences that say when somebody is there, each beside hours and rotas; what cannot be is told, what can is not."""

import pytest
from tests.rules.judging import HEAD, found, said

_EN = """
facts:
  A word: >-
    {}
hours:
  Shop:
    open: Mon-Fri 9:00-17:30 and Sat 10:00-16:00
    closed: {{25 December: Christmas, 26 December: Boxing Day}}
  Lines: Mon-Fri 8:00-18:00
roles:
  Adviser: {{people: [Ann Lee, Bo Chan], rota: Mon-Fri 8:00-18:00}}
  Workshop lead: {{people: Maria Odell, rota: Tue-Thu 9:00-16:00, backup: Owner}}
  Duty engineer: {{people: Sal Booth, rota: 24 hours}}
  Owner: {{people: Rosa Marsh, leads: yes}}
channels:
  Phone: {{address: 01632 960 112, hours: Lines}}
  Chat: {{hours: Mon-Fri 10:00-16:00}}
  Email: {{address: a@b.example, hours: Lines}}
  Counter: {{kind: in-person, address: 1 Lane, hours: Shop}}
  Van visits: {{kind: home-visit, hours: Tue-Fri 8:00-16:00}}
"""

_DE = """
facts:
  Ein Wort: >-
    {}
hours:
  Laden:
    open: Mo-Fr 9:00-18:00 und Sa 10:00-14:00
    closed: {{25. Dezember: Weihnachten, 1. Januar: Neujahr}}
  Telefonzeit: Mo-Fr 8:00-17:00
roles:
  Beratung: {{people: [Anna Lehmann, Timo Kurz], rota: Mo-Fr 8:00-18:00}}
  Werkstattleitung: {{people: Maria Oder, rota: Di-Do 9:00-16:00, backup: Inhaberin}}
  Inhaberin: {{people: Rosa März, leads: ja}}
channels:
  Telefon: {{address: 030 960 11200, hours: Telefonzeit}}
  Chat: {{hours: Mo-Fr 10:00-16:00}}
  E-Mail: {{address: a@b.example, hours: Telefonzeit}}
  Theke: {{kind: in-person, address: Gasse 1, hours: Laden}}
  Lieferwagen: {{kind: home-visit, hours: Di-Fr 8:00-16:00}}
"""

_IN_GERMAN = f"{HEAD}  language: de\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Maria answers letters on Fridays.",
        "Maria is in from Monday to Friday.",
        "Ms Odell signs the refunds every Monday.",
        "Ann is at her desk at seven in the morning.",
        "The workshop lead rings you the same evening.",
        "Ring us on Sunday and somebody answers the phone.",
        "Call us until 20:00, the phone is answered.",
        "Our chat is open until eight in the evening.",
        "Chat with us at weekends, somebody is there.",
        "The chat is answered around the clock.",
        "Emails are answered on Saturdays and Sundays.",
        "The counter is open on Sundays too.",
        "The counter is open Mon-Sat 9:00-18:00.",
        "The counter closes at 6 pm.",
        "The shop is open until six.",
        "The shop opens at 8:30.",
        "Bring it in on Boxing Day, the counter is open.",
        "The counter is open on 25 December.",
        "Drop in on Sunday for a coffee.",
        "We deliver on Mondays.",
        "The van comes on Saturday between nine and noon.",
    ],
)
def test_nobody_is_there_at_what_is_said(sentence: str) -> None:
    assert found("nobody-there", _EN.format(sentence)) == ["3"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Maria answers letters on Thursdays.",
        "Maria is away on Mondays and Fridays.",
        "On Mondays and Fridays Rosa takes Maria's place.",
        "Maria comes back to you within two days.",
        "Your bike came in on Sunday and Maria has looked at it.",
        "Ann wrote this on a Sunday evening.",
        "Sal is rung at night.",
        "The duty engineer comes at any hour.",
        "Write to us on Sunday, and we answer on Monday.",
        "If you email on a Sunday, we read it on Monday morning.",
        "Emails that come on Saturday are answered on Monday.",
        "Whoever rings after six reaches the machine.",
        "The chat is open from ten to four.",
        "The phone is answered from eight to six.",
        "The counter is open on Saturdays until four.",
        "On Sundays the counter is closed.",
        "The counter closes on Sundays.",
        "The counter closes on Saturdays at four.",
        "The counter is closed on 25 December and on Boxing Day.",
        "The shop is open until half past five.",
        "In December the shop is open until eight.",
        "We open again on Monday at nine.",
        "We deliver from Tuesday to Friday.",
        "Parcels come by courier, also on Saturdays.",
        "You may order at any hour on the website.",
        "Orders by noon on Friday leave the same day.",
        "Nothing to eat after eight in the evening before the visit.",
        "Tickets for the Sunday concert are at the counter.",
        "Tickets for the concert on Sunday are at the counter.",
        "We keep the Saturday paper at the counter for you.",
    ],
)
def test_what_is_true_and_what_others_do_is_left_alone(sentence: str) -> None:
    assert found("nobody-there", _EN.format(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Maria liest Briefe am Freitag.",
        "Frau Oder unterschreibt montags.",
        "Anna sitzt um sieben am Platz.",
        "Am Wochenende entscheidet Maria.",
        "Die Werkstattleitung ruft Sie noch am Abend an.",
        "Rufen Sie uns am Sonntag an, es ist jemand da.",
        "Am Telefon ist von Montag bis Samstag jemand da.",
        "Wir rufen Sie am Sonntag um zehn an.",
        "E-Mails werden am Samstag beantwortet.",
        "Der Chat ist bis acht Uhr abends besetzt.",
        "Der Chat wird rund um die Uhr beantwortet.",
        "Die Theke ist auch sonntags offen.",
        "Die Theke ist Mo-Sa 9:00-18:00 besetzt.",
        "Die Theke ist an Neujahr offen.",
        "Die Theke ist am 25. Dezember geöffnet.",
        "Der Laden ist bis 19 Uhr offen.",
        "Wir liefern am Montag.",
        "Am Sonntag kommt der Lieferwagen.",
    ],
)
def test_nobody_is_there_in_german(sentence: str) -> None:
    assert found("nobody-there", _DE.format(sentence), _IN_GERMAN) == ["3"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Maria liest Briefe am Donnerstag.",
        "Maria hat am Montag frei.",
        "Montags und freitags übernimmt Rosa die Fälle von Maria.",
        "Ihr Rad kam am Sonntag, und Maria hat es angesehen.",
        "Anna hat das am Sonntag geschrieben.",
        "Schreiben Sie uns am Sonntag, und wir antworten am Montag.",
        "Wenn Sie am Sonntag schreiben, lesen wir es am Montag.",
        "E-Mails, die am Samstag kommen, beantworten wir am Montag.",
        "Was Sie bis Sonntag bestellen, geht am Dienstag in den Lieferwagen.",
        "Wer nach sechs anruft, hört das Band.",
        "Der Chat ist von zehn bis vier offen.",
        "Die Theke ist am Samstag bis zwei offen.",
        "Sonntags ist die Theke geschlossen.",
        "Die Theke schließt am Sonntag.",
        "Die Theke ist am 25. Dezember geschlossen.",
        "Im Dezember ist der Laden bis 20 Uhr offen.",
        "Wir liefern von Dienstag bis Freitag.",
        "Pakete bringt der Paketdienst auch am Samstag.",
        "Die Sonntagszeitung liegt an der Theke.",
        "Die Theke hat Karten für das Konzert am Sonntag.",
    ],
)
def test_what_is_true_in_german_is_left_alone(sentence: str) -> None:
    assert found("nobody-there", _DE.format(sentence), _IN_GERMAN) == []


def test_it_says_when_they_are_there_and_where_that_stands() -> None:
    (told,) = [line for line in said(_EN.format("Maria answers letters on Fridays.")) if "nobody-there" in line]
    assert told == (
        "3 warning nobody-there: By the rota, “Workshop lead” is there Tue-Thu 9:00-16:00, and “Fridays” lies outside "
        "that. The other stands in line 11. Write when somebody is there; if somebody is there all the same, say so in "
        "the hours or the rota."
    )


_STEP = """
procedures:
  A visit:
    channels: [Phone, Workroom]
    steps:
      - do: Give a day
        say: The work takes an hour. {}
        by: Desk
roles:
  Desk: {{rota: Mon-Sat 9:00-18:00}}
channels:
  Phone: {{address: 01632 960 112, hours: Mon-Sat 9:00-18:00}}
  Workroom: {{kind: in-person, address: 1 Lane, hours: Wed-Sat 14:00-19:00}}
"""


@pytest.mark.parametrize(
    ("offer", "lines"),
    [
        ("Is Tuesday good for you?", ["6"]),
        ("Or would you rather have Monday?", ["6"]),
        ("It is ready on Tuesday.", ["6"]),
        ("Is Thursday good for you?", []),
        ("Is Thursday at three good for you?", []),
        ("Is Thursday at noon good for you?", ["6"]),
        ("I ring you on Tuesday.", []),
    ],
)
def test_a_day_that_is_offered_is_one_on_which_the_place_is_open(offer: str, lines: list[str]) -> None:
    assert found("nobody-there", _STEP.format(offer)) == lines


_BY = """
standards:
  Your call back:
    by: {}
    on: the same day
    channels: Phone
    after: you ask
    says: {}
hours: Mon-Fri 9:00-17:30
channels:
  Phone: 01632 960 112
"""


@pytest.mark.parametrize(
    ("by", "sentence", "lines"),
    [
        ("20:00", "Somebody rings you.", ["3"]),
        ("21:30", "Somebody rings you.", ["3"]),
        ("18:00", "Somebody rings you.", []),
        ("17:00", "Somebody rings you.", []),
        ("midnight", "Somebody rings you.", []),
        ("20:00", "It comes automatically.", []),
    ],
)
def test_a_time_long_after_closing_is_nobodys(by: str, sentence: str, lines: list[str]) -> None:
    assert found("nobody-there", _BY.format(by, sentence)) == lines


def test_several_are_there_if_one_of_them_is() -> None:
    assert found("nobody-there", _EN.format("Ann or Maria answers letters on Fridays.")) == []


@pytest.mark.parametrize(
    "rota", ["Mon-Fri 9:00-17:00, and somebody on call", "Ann in the week, Bo at weekends", "as on the board"]
)
def test_a_rota_that_says_more_than_a_week_is_not_known(rota: str) -> None:
    fact = "facts:\n  Letters: Ann answers letters on Sundays.\n"
    policy = f"{fact}roles:\n  Ann:\n    rota: {rota}\nhours: Mon-Fri 9:00-17:00"
    assert found("nobody-there", policy) == []
    whole = policy.replace(rota, "One of us is there Mon-Fri 9:00-17:00")
    assert found("nobody-there", whole) == ["2"]


_LINE = """
roles:
  Engineer: {{reach: {reach}, rota: {rota}}}
  Desk: {{rota: Mon-Fri 9:00-17:00}}
channels:
  Fault line: {{kind: phone, address: 01632 960 777, hours: 24 hours{note}}}
"""


@pytest.mark.parametrize(
    ("reach", "rota", "note", "lines"),
    [
        ("01632 960777", "Mon-Fri 8:00-18:00", "", ["2"]),
        ("Extension 2", "Mon-Fri 8:00-18:00", ", note: At night it rings at the engineer", ["2"]),
        ("01632 960777", "24 hours", "", []),
        ("01632 960777", "Two of us at any hour", "", []),
        ("Extension 2", "Mon-Fri 8:00-18:00", "", []),
        ("01632 960777", "Mon-Fri in turns", "", []),
    ],
)
def test_a_line_is_open_while_whoever_answers_it_is_there(reach: str, rota: str, note: str, lines: list[str]) -> None:
    policy = _LINE.format(reach=reach, rota=rota, note=note)
    assert found("channel-open-when-nobody-is-there", policy) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("We begin on Tuesday, 5 March 2029.", ["2"]),
        ("We begin on Monday, 5 March 2029.", []),
        ("We begin on Monday 6 March 2029.", ["2"]),
        ("We begin on 5 March 2029, a Monday.", []),
        ("On Tuesday we tell you whether 5 March 2029 holds.", []),
        ("We begin on Tuesday, 5 March.", []),
        ("Wir beginnen am Dienstag, den 5. März 2029.", ["2"]),
        ("Wir beginnen am Montag, dem 5. März 2029.", []),
    ],
)
def test_a_weekday_is_that_of_its_date(text: str, lines: list[str]) -> None:
    assert found("weekday-of-another-date", f"facts:\n  The day: {text}") == lines


@pytest.mark.parametrize(("day", "lines"), [("Tuesday", ["3"]), ("Monday", [])])
def test_the_weekday_in_a_date_is_its_own(day: str, lines: list[str]) -> None:
    assert found("weekday-of-another-date", f"review:\n  every: 6 months\n  next: {day} 5 March 2029") == lines


_NIGHT = """
standards:
  Answers:
    channels: Email
    milestone: first-reply
    within: 12 calendar hours
    after: your message arrives
procedures:
  {}:
    standards: Answers
    escalation: {}
escalation:
  ladders:
    Money: {{levels: [Ann, Bea], out_of_hours: It waits until the morning.}}
    Letters: {{levels: [Ann, Bea]}}
hours: Mon-Fri 9:00-17:30
channels:
  Email: care@lane.example
"""


def test_what_a_ladder_says_of_the_night_holds_for_its_own_promises() -> None:
    assert found("promise-outside-hours", _NIGHT.format("A message", "Letters")) == ["5"]
    assert found("promise-outside-hours", _NIGHT.format("A message", "Money")) == []


_HELD = """
facts:
  Yoga: Mondays, Wednesdays and Fridays at six in the evening
  The pool: From Tuesday to Saturday
hours: Mon-Fri 9:00-17:00
roles: {{Nurse: {{people: Lin Ogawa, rota: Mon-Thu 9:00-17:00}}}}
channels: {{Chat: {{hours: Mon-Fri 10:00-16:00}}}}
tone:
  samples:
    One: {{channel: Chat, customer: "{}", say: "{}"}}
"""


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("Is there yoga on Tuesday?", "Yes, come along."),
        ("is there yoga on thursday?", "Of course. Bring a towel."),
        ("Are you open on Sunday?", "Yes, from ten."),
        ("Can I swim?", "The pool is yours on Sunday."),
        ("When do you ring?", "This is Lin. I'll ring you on Friday."),
    ],
)
def test_a_sample_says_yes_to_a_day_on_which_there_is_none(asked: str, says: str) -> None:
    assert found("nobody-there", _HELD.format(asked, says)) == ["9"]


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("Is there yoga on Tuesday?", "No, but on Wednesday there is."),
        ("Is there yoga on Wednesday?", "Yes, come along."),
        ("Are you open on Friday?", "Yes, from nine."),
        ("My parcel should come on Sunday, is that right?", "Yes, it comes on Sunday."),
        ("Can I swim?", "The pool is yours on Thursday."),
        ("Can I swim?", "The pool is closed on Sunday."),
        ("When do you ring?", "This is Lin. I'll ring you on Thursday."),
    ],
)
def test_a_sample_says_no_or_yes_to_a_day_on_which_there_is_one(asked: str, says: str) -> None:
    assert found("nobody-there", _HELD.format(asked, says)) == []


_SHOP = """
tone:
  samples:
    Stitches: {{channel: Counter, say: "{}"}}
hours:
  Shop: Mon-Fri 9:00-17:30 and Sat 10:00-16:00
channels:
  Counter: {{kind: in-person, address: 1 Lane, hours: Shop}}
  Night line: {{kind: phone, address: 01632 960 113, hours: 24 hours}}
roles:
  Adviser: Ann Lee
"""


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("She can have them out on Sunday. Come any time between nine and one.", ["3"]),
        ("She can have them out on Saturday. Come any time between ten and one.", []),
        ("It fell out on Sunday. Come any time on Monday.", []),
        ("She can have them out on Sunday. Your own vet does it at home.", []),
    ],
)
def test_a_day_on_which_customers_are_asked_to_come(text: str, lines: list[str]) -> None:
    assert found("nobody-there", _SHOP.format(text)) == lines


@pytest.mark.parametrize(("time", "lines"), [("19:00", ["12"]), ("16:00", []), ("17:30", [])])
def test_an_appointment_on_the_day_is_asked_for_while_somebody_is_there(time: str, lines: list[str]) -> None:
    promise = f"standards:\n  Today: {{says: 'You get an appointment if you ring before {time}.', on: the same day}}\n"
    assert found("nobody-there", _SHOP.format("Hello.") + promise) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Ann calls from the shop on Sunday at 9:30.", ["3"]),
        ("Ann calls from the shop on Monday at 9:30.", []),
        ("Ann calls on Sunday at 9:30.", []),
    ],
)
def test_whoever_is_in_a_place_is_there_by_its_hours(text: str, lines: list[str]) -> None:
    policy = _SHOP.replace("Adviser: Ann Lee", "Adviser: {{people: Ann Lee}}")
    assert found("nobody-there", policy.format(text)) == lines


def test_a_scene_is_played_while_the_house_is_open() -> None:
    scene = "training:\n  role_plays:\n    A stain: {{staff_brief: 'In the shop it is {} at half past five.'}}\n"
    assert found("nobody-there", _SHOP.format("Hello.") + scene.format("Saturday")) == ["13"]
    assert found("nobody-there", _SHOP.format("Hello.") + scene.format("Friday")) == []
