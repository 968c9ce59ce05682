"""People who are not asked, not told, not trained or not led are told of; small businesses and other words are not."""

import pytest
from tests.rules.judging import HEAD, rules, said

_HANDBOOK = f"{HEAD}  kind: handbook\n"
_PUBLISHED = f"{HEAD}  status: published\n"
_GERMAN = f"{HEAD}  language: de\n"


def found(rule: str, sections: str, head: str = HEAD) -> list[str]:
    """The lines at which one rule has something to say."""
    return [line.split()[0] for line in rules(sections, head) if line.endswith(f" {rule}")]


# The front line is asked

_ROLES = (
    "roles:\n  Ruth:\n    title: Director\n    leads: yes\n  Edwin: Shop manager\n  Priya and Joss: Booksellers\n"
    "staff_input:\n  May:\n    found: Refunds take long.\n    changed: They do not.\n    {}\n"
)


@pytest.mark.parametrize(
    "who",
    [
        "who: Ruth", "who: Edwin and Ruth", "who: the managers", "who: All team leads", "who: Two senior managers",
        "who: The shop managers and the board", "who: Ruth, heads of sales", "who: die Geschäftsführung",
    ],
)  # fmt: skip
def test_those_who_lead_are_not_the_front_line(who: str) -> None:
    assert found("front-line-not-asked", _ROLES.format(who)) == ["11"]


@pytest.mark.parametrize(
    "who",
    [
        "who: Ruth and Priya", "who: All six booksellers", "who: Everybody", "who: The managers and both helpers",
        "who: The people who answer our telephones", "who: Alle sieben, auch Ruth", "how: At the counter",
        "who: People who manage the till", "who: Joss",
    ],
)  # fmt: skip
def test_anybody_else_is(who: str) -> None:
    assert found("front-line-not-asked", _ROLES.format(who)) == []


def test_where_everybody_leads_nobody_else_can_be_asked() -> None:
    policy = "roles:\n  Rosa: Owner\nstaff_input:\n  May:\n    who: Rosa\n    found: A.\n    changed: B.\n"
    assert said(policy) == []


@pytest.mark.parametrize(
    ("entry", "head", "expected"),
    [
        ("Nobody knew who refunds postage.", HEAD, ["2"]),
        ("\n    found: Nobody knew.\n    note: Nothing changed, since it costs too much.", HEAD, []),
        ("\n    how: Six drop-in evenings", HEAD, []),
        ("\n    how: Six drop-in evenings", _HANDBOOK, ["2"]),
        ("\n    changed: Everybody may give up to £20.", _HANDBOOK, []),
    ],
)
def test_something_comes_of_what_they_said(entry: str, head: str, expected: list[str]) -> None:
    assert found("staff-input-in-vain", f"staff_input:\n  May: {entry}\n", head) == expected


# The trial

_PILOT = "pilot:\n  customers: {}\n  told: {}\n  opt_out: Say so.\n  decision: Go.\n"


@pytest.mark.parametrize(
    ("told", "lacks"),
    [
        ("We have something new for you.", "that it is a test or that their answers change the result"),
        ("This is a test.", "that their answers change the result"),
        ("We are trying out a new way of working. Tell us what you think.", "that their answers change the result"),
        ("Your answers will change what we do.", "that it is a test"),
        ("We are testing a better way to help you.", "that their answers change the result"),
        ("Wir testen einen neuen Ablauf.", "that their answers change the result"),
    ],
)
def test_customers_are_told_that_it_is_a_test_and_that_their_answers_count(told: str, lacks: str) -> None:
    (finding,) = said(_PILOT.format("Forty members", told))
    assert finding.startswith(
        f"3 warning pilot-undisclosed: Customers take part in the trial, and are not told {lacks}."
    )


@pytest.mark.parametrize(
    "told",
    [
        "This is a test until the end of May, and your answers will change what we do.",
        "We're trying this out. What you tell us decides whether it stays.",
        "It is a pilot; your feedback shapes the final version.",
        "You are part of a trial, and every comment counts.",
        "Wir probieren etwas aus. Was du uns sagst, ändert unsere Regeln.",
        "Das ist ein Test, und Ihre Rückmeldung fließt ein.",
        "Ein Versuch bis Mai. Deine Meinung entscheidet mit.",
        "A card says that it's a test, and that what guests write on the back decides what we keep.",
        "You are in a small experiment. Tell us if you hate it. We keep it only if you like it.",
        "Ein Schild sagt, dass wir etwas ausprobieren und dass die Zettel im Kasten darüber entscheiden.",
    ],
)
def test_plain_words_for_it_are_enough(told: str) -> None:
    assert said(_PILOT.format("Forty members", told)) == []


def test_customers_who_are_told_nothing_are_found_where_they_stand() -> None:
    assert found("pilot-undisclosed", "pilot:\n  staff: Ana\n  customers: Forty members\n  decision: Go.\n") == ["3"]


def test_the_words_around_may_tell_them() -> None:
    intro = "Customers were told that it is a test and that their answers change the rules. Whoever likes may leave."
    assert said(f"pilot:\n  intro: {intro}\n  customers: Forty members\n  decision: Go.\n") == []


@pytest.mark.parametrize("pilot", ["staff: Ana and Tom", "customers: None, since it is about the back room"])
def test_a_trial_without_customers_has_nobody_to_tell(pilot: str) -> None:
    assert said(f"pilot:\n  {pilot}\n  decision: Go.\n") == []


def test_a_notice_in_another_language_is_not_read() -> None:
    told = _PILOT.format("Forty members", "Nous essayons quelque chose.")
    assert said(told, f"{HEAD}  language: fr\n") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [("opt_out: Say so.", []), ("consent: By answering", ["2"]), ("notes: You may stop at any time.", [])],
)
def test_a_customer_can_stay_out(line: str, expected: list[str]) -> None:
    policy = (
        "pilot:\n  customers: Forty\n  told: This is a test, and your answers will change it.\n"
        "  ends: 1 March 2027\n  success_when: All.\n  stop_when: None.\n"
    )
    assert found("pilot-incomplete", f"{policy}  {line}\n") == expected


def test_a_trial_that_is_decided_needs_no_bar_any_more() -> None:
    assert found("pilot-incomplete", "pilot:\n  staff: Ana\n") == ["1"]
    assert said("pilot:\n  staff: Ana\n  decision: Go.\n") == []


@pytest.mark.parametrize(
    ("status", "ends", "expected"),
    [
        ("pilot", "1 October 2026", 1),
        ("pilot", "1 November 2026", 0),
        ("pilot", "1 March 2027", 0),
        ("draft", "1 October 2026", 0),
    ],
)
def test_a_pilot_is_one_while_it_is_tried(status: str, ends: str, expected: int) -> None:
    policy = f"pilot:\n  staff: Ana\n  ends: {ends}\n  success_when: All.\n  stop_when: None.\n"
    assert len(found("pilot-undecided", policy, f"{HEAD}  status: {status}\n")) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("ends: 1 October 2026", ["1"]),
        ("findings:\n    Slow: On Mondays.", ["1"]),
        ("ends: 1 March 2027", []),
        ("staff: Tom", []),
        ("ends: 1 October 2026\n  decision: Go.", []),
    ],
)
def test_a_trial_that_is_over_ends_in_a_decision(lines: str, expected: list[str]) -> None:
    assert found("pilot-undecided", f"pilot:\n  {lines}\n", _PUBLISHED) == expected
    assert found("pilot-undecided", f"pilot:\n  {lines}\n") == []


# Training

_CASES = """\
procedures:
  Late parcels:
    topic: Parcels
    goals: Keep them
    escalation: Angry people
    steps:
      - Say what you can see.
      - use: A refund
        do: Give it back
  A refund:
    - Say how much.
    - Write it down.
  Left behind: Ring them.
goals:
  Keep them:
    metrics: Returns
metrics:
  Returns: Of all that we sold.
topics:
  Parcels: All of them.
escalation:
  ladders:
    Angry people:
      levels:
        - role: the owner
          may: Anything
    Not sure:
      kind: advice
      levels:
        - the owner
discretion:
  may_give:
    Small things: a coffee
training:
"""


@pytest.mark.parametrize(
    ("training", "names"),
    [
        ("  modules:\n    One:\n      covers: Small things\n", ["Late parcels", "A refund", "Angry people"]),
        ("  modules:\n    One:\n      covers: [Late parcels, Small things]\n", []),
        ("  modules:\n    One:\n      covers: [Parcels, Small things]\n", []),
        ("  modules:\n    One:\n      covers: [Keep them, Small things]\n", []),
        ("  modules:\n    One:\n      covers: A refund\n", ["Late parcels", "Angry people", "Small things"]),
        ("  modules:\n    One:\n      covers: The whole handbook\n", []),
        ("  modules:\n    One:\n      covers: Alles\n", []),
        (
            "  modules:\n    Late parcels and small things:\n      covers: A refund\n    Angry people: A play.\n",
            [],
        ),
        ("  modules:\n    One: A day beside somebody.\n", []),
    ],
)
def test_what_nobody_practises_is_told_in_one_finding(training: str, names: list[str]) -> None:
    findings = [line for line in said(_CASES + training) if "training-gap" in line]
    assert len(findings) == bool(names)
    assert all(f"“{name}”" in findings[0] for name in names)
    assert not any("Left behind" in line or "Not sure" in line for line in findings)


@pytest.mark.parametrize(
    ("play", "lacks"),
    [
        ("pass_when: Says sorry first\n      debrief: When did it turn?", None),
        ("pass_when: Says sorry first", None),
        ("staff_brief: It is late.\n      pass_when: A\n      debrief: B", "what the customer knows"),
        ("customer_brief: You are late.\n      pass_when: A", "what to talk about afterwards"),
        ("customer_brief: You are late.\n      debrief: A", "what a pass looks like"),
    ],
)
def test_a_scene_can_be_passed_and_talked_about(play: str, lacks: str | None) -> None:
    findings = said(f"training:\n  role_plays:\n    The torn atlas:\n      {play}\n")
    assert [f"does not say {lacks}." in line for line in findings] == ([True] if lacks else [])


def test_what_a_pass_looks_like_may_be_said_for_all_scenes() -> None:
    scenes = "  role_plays:\n    intro: You pass when the customer thanks you. Then we talk.\n    The torn atlas:\n"
    assert said(f"training:\n{scenes}      customer_brief: It is a gift.\n      staff_brief: It is late.\n") == []


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("options: [A coffee, A book]\n      answer: a coffee.", []),
        ("options: [A coffee, A book]\n      answer: A tea", ["5"]),
        ("options: [A coffee, A book]", ["3"]),
        ("options: [A coffee, A book]\n      answer: b", []),
        ("options: [A coffee, A book]\n      answer: 2", []),
        ("options: [£10, £20 per case]\n      answer: £20", []),
        ("answer: Whatever you like", []),
    ],
)
def test_one_of_the_options_is_the_answer(question: str, expected: list[str]) -> None:
    assert found("quiz-answer-missing", f"training:\n  quiz:\n    What may you give?:\n      {question}\n") == expected


# How it is brought in


@pytest.mark.parametrize("line", ["acknowledged: With a name", "acknowledge_by: 1 March 2026", "signed: no"])
def test_people_confirm_that_they_know_it(line: str) -> None:
    assert found("rollout-unacknowledged", "rollout:\n  materials: The card\n") == ["1"]
    assert said(f"rollout:\n  materials: The card\n  {line}\n") == []


def test_a_charter_is_confirmed_by_nobody() -> None:
    assert found("rollout-unacknowledged", "rollout:\n  materials: A card\n", f"{HEAD}  kind: charter\n") == []


# Those who lead


@pytest.mark.parametrize(
    "rule",
    [
        "Everybody logs what they give, except managers.",
        "All staff wear a name, apart from the directors.",
        "Log every refund. This does not apply to the management.",
        "Managers are exempt from this.",
        "Alle notieren jede Kulanz, außer der Geschäftsführung.",
        "Notiert jede Kulanz. Das gilt nicht für die Leitung.",
        "Die Chefs sind davon ausgenommen.",
    ],
)
def test_a_rule_that_leaves_leaders_out_is_told(rule: str) -> None:
    assert found("leaders-exempt", f"always:\n  - {rule}\n") == ["2"]


@pytest.mark.parametrize(
    "rule",
    [
        "Nobody opens the safe except the manager.",
        "Only managers may promise a date.",
        "Everybody logs what they give, the managers first.",
        "Managers need not be asked below £20.",
        "Ask the manager, except on Sundays.",
        "This holds for managers too.",
        "Everybody answers letters; the director signs them.",
        "Niemand öffnet die Kasse außer der Chefin.",
    ],
)
def test_what_leaders_alone_may_do_leaves_nobody_out(rule: str) -> None:
    assert found("leaders-exempt", f"always:\n  - {rule}\n") == []


def test_a_limit_for_others_than_leaders_is_left_alone() -> None:
    policy = "discretion:\n  may_give:\n    Refunds:\n      gives: up to £20. This does not apply to managers.\n"
    assert found("leaders-exempt", policy) == []


def test_a_scope_that_leaves_leaders_out_is_told() -> None:
    head = f"{HEAD}  scope:\n    covers: All staff\n    excludes: The managers\n"
    assert len(found("leaders-exempt", "mission: Lamps.", head)) == 1


@pytest.mark.parametrize(
    ("leadership", "expected"),
    [
        ("We care.", ["1 leadership-empty"]),
        ("\n  same_rules: No refund without the log.", []),
        ("\n  commitments:\n    Ruth: Answers letters.", ["3 leadership-empty"]),
        ("\n  commitments:\n    Ruth: Answers letters every Tuesday.", []),
        ("\n  commitments:\n    Ruth: Nimmt einmal im Monat Anrufe an.", []),
        ("\n  commitments:\n    Ruth:\n      does: Answers letters.\n      seen: In the rota", []),
        ("\n  intro: Each of us, on one day of every month.\n  commitments:\n    Ruth: Answers letters.", []),
    ],
)
def test_what_a_leader_does_can_be_seen(leadership: str, expected: list[str]) -> None:
    assert rules(f"leadership: {leadership}\n") == expected


# Customers who speak


@pytest.mark.parametrize(
    ("feedback", "lacks"),
    [
        ("Cards at the till", "who reads it or what comes of it"),
        ("\n    about: Rosa reads all cards.", "what comes of it"),
        ("\n    read_by: Rosa", "what comes of it"),
        ("\n    acted_on: One change a month", "who reads it"),
        ("\n    acted_on: We read them on the first Monday.", None),
        ("\n    acted_on: Am Dienstag liest Mehtap drei Karten vor.", None),
        ("\n    read_by: Rosa\n    acted_on: One change a month", None),
    ],
)
def test_what_customers_say_is_read_and_acted_on(feedback: str, lacks: str | None) -> None:
    findings = said(f"feedback:\n  Cards: {feedback}\n")
    assert [f"“Cards” does not say {lacks}." in line for line in findings] == ([True] if lacks else [])


def test_the_words_around_may_say_it_for_all() -> None:
    policy = (
        "feedback:\n  intro: We read all of it on Mondays, and one thing changes.\n  items:\n    Cards: At the till\n"
    )
    assert said(policy) == []


@pytest.mark.parametrize("kind", ["charter", "support", "terms"])
def test_other_kinds_need_not_say_who_reads(kind: str) -> None:
    assert found("feedback-unread", "feedback:\n  Cards: At the till\n", f"{HEAD}  kind: {kind}\n") == []
