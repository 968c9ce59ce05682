"""`validate --summary`: a policy at a glance, as it is pasted into a mail."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Cli

from policyctl import resources

_DAY = ("--summary", "--today", "2026-11-23")
_BOOKSHOP = """\
How we look after readers, Harbour Lane Books
Version 1.2, published, in force from 1 October 2026, owner Care lead, approved
by Director. As of 23 November 2026.

The 15 steps to a handbook that works: all done.

done     1. Values and moments: 3 values, 2 moments.
done     2. Goals: 5 goals, 5 measured.
done     3. Comparison with others: 2 comparisons.
done     4. Mission: stated, 5 of 5 goals tied to it.
done     5. Front-line input: asked once, 2 answers, 2 changes.
done     6. Procedures: 8 procedures, 24 steps.
done     7. Promises and escalation: 18 promises, 2 ladders, 6 direct routes.
done     8. Discretion: 7 things that staff may give.
done     9. Tone: 6 samples, 6 moods, a script to listen to.
done    10. Pilot: with staff and customers, 2 findings, decided.
done    11. Training and briefing: 4 lessons, 2 role plays, 3 quiz questions, 1
            briefing.
done    12. Measures: 6 figures.
done    13. Customer feedback: 2 ways to hear from customers.
done    14. Leadership: 1 commitment, the same rules.
done    15. Review: every 6 months, next on 16 March 2027, sooner when something
            happens.

Findings: none.
"""
_SHOP = """\
How we look after people, Tanner Street Corner Shop
Draft, owner Nell. As of 23 November 2026.

The 15 steps to a handbook that works: 3 done, 3 thin and 9 not here.

thin     Values and moments: 1 value. Lacks a moment as a customer lives it.
done     Procedures: 1 procedure, 3 steps.
done     Promises and escalation: 4 promises, somebody to ask.
done     Discretion: 1 thing that staff may give.
thin     Tone: 1 sample. Lacks 2 more samples, words for somebody angry and a
         script to listen to.
thin     Review: every 6 months. Lacks what would bring it forward.

Not here: goals, comparison with others, mission, front-line input, pilot,
training and briefing, measures, customer feedback and leadership. This policy
does not call itself a handbook, and need not hold them.

Findings: none.
"""
_BEGUN = """\
policyctl: 1
policy:
  title: How we treat our guests
  organisation: The Lantern Cinema
  kind: handbook
  status: published
  owner: House manager
  version: 2.1
  effective: 1 May 2026
values:
  Honesty:
  Wonder: Every film is somebody's first.
roles:
  House manager:
    people: Odile Brandt
always:
  - Tear the ticket.
never:
  - Tear the ticket
review: every 2 years
"""
_BEGUN_SAID = """\
How we treat our guests, The Lantern Cinema
Version 2.1, published, in force from 1 May 2026, owner House manager. As of 23
November 2026.

The 15 steps to a handbook that works: 2 thin and 13 missing.

thin     1. Values and moments: 2 values. Lacks a moment as a customer lives it.
            Line 11: Nothing says what is meant by “Honesty”, or what anybody
            does because of it.
missing  2. Goals
missing  3. Comparison with others
missing  4. Mission
missing  5. Front-line input
missing  6. Procedures
missing  7. Promises and escalation
missing  8. Discretion
missing  9. Tone
missing 10. Pilot
missing 11. Training and briefing
missing 12. Measures
missing 13. Customer feedback
missing 14. Leadership
thin    15. Review: every 2 years. Lacks what would bring it forward.
            Line 20: This handbook is looked at again by the calendar alone,
            whatever happens meanwhile. And 1 more.

Next: 2. Goals. Write what you want to bring about, and what would show it,
under `goals`.

Findings: 2 errors and 3 warnings.
- Line 5: This handbook does not say how fast you answer, how you sound, who
  takes a case further or what to do when something happens.
- Line 17: “Tear the ticket” stands here, and in another place it is forbidden:
  “Tear the ticket”. The other stands in line 19.
All of it, line by line: policyctl validate policy.yaml
"""
_UNREAD_SAID = """\
policy.yaml cannot be read whole yet, so nothing is said of its steps.

Findings: 1 error.
- Line 3: “titel” is not a word that is known here.
All of it, line by line: policyctl validate policy.yaml
"""


@pytest.mark.parametrize(("name", "told"), [("harbour-lane-books", _BOOKSHOP), ("corner-shop", _SHOP)])
def test_an_example_at_a_glance(cli: Cli, monkeypatch: pytest.MonkeyPatch, name: str, told: str) -> None:
    monkeypatch.chdir(resources.examples() / name)
    said = cli("validate", *_DAY)
    assert (said.code, said.out, said.err) == (0, told, "")


def test_a_handbook_that_is_only_begun(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "policy.yaml").write_text(_BEGUN, encoding="utf-8")
    said = cli("validate", *_DAY)
    assert (said.code, said.out, said.err) == (1, _BEGUN_SAID, "")


def test_a_policy_that_cannot_be_read_whole(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "policy.yaml").write_text("policyctl: 1\npolicy:\n  titel: A\n  organisation: B\n", encoding="utf-8")
    said = cli("validate", *_DAY)
    assert (said.code, said.out, said.err) == (1, _UNREAD_SAID, "")


def test_several_policies_stand_one_below_the_other(cli: Cli, tmp_path: Path, small: Path) -> None:
    (tmp_path / "b.policy.yaml").write_text(small.read_text(encoding="utf-8"), encoding="utf-8")
    said = cli("validate", *_DAY, ".")
    one, other = said.out.split("\n\n\nHow ")
    assert other == f"{one.removeprefix('How ')}\n"
    assert one.startswith("How we look after our customers, Rosa's Corner Shop\nDraft. As of 23 November 2026.\n")


def test_what_cannot_be_opened_is_told_beside_it(cli: Cli) -> None:
    said = cli("validate", *_DAY, "nowhere.yaml")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("policyctl: There is no file or folder called nowhere.yaml.")


def test_other_reports_go_to_files_at_the_same_time(cli: Cli, tmp_path: Path, small: Path) -> None:
    said = cli("validate", *_DAY, "--report", "json=report.json", str(small))
    assert said.code == 0
    assert "The 15 steps" in said.out
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("form", ["json", "concise", "sarif"])
def test_a_summary_is_text(cli: Cli, small: Path, form: str) -> None:
    said = cli("validate", *_DAY, "--format", form, str(small))
    assert said.code == 2
    assert "A summary is text for people; leave out --format." in " ".join(said.err.split())


@pytest.mark.parametrize("columns", [40, 60, 200])
def test_it_fits_the_terminal(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    (tmp_path / "policy.yaml").write_text(_BEGUN, encoding="utf-8")
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = cli("validate", *_DAY).out.splitlines()
    assert [line for line in lines if len(line) > columns and "policyctl validate" not in line] == []


_WORKSHOP = """\
So kümmern wir uns um dich und dein Rad, Fahrradwerkstatt Lindenhof
Fassung 2.0, veröffentlicht, gültig ab 1. Oktober 2026, zuständig: Meisterin,
genehmigt: Inhaber. Stand: 23. November 2026.

Die 15 Schritte zu einem Handbuch, das wirkt: alle fertig.

fertig  1. Werte und Momente: 2 Werte, 2 Momente.
fertig  2. Ziele: 3 Ziele, 3 messbar.
fertig  3. Vergleich mit anderen: 1 Vergleich.
fertig  4. Auftrag: genannt, 3 von 3 Zielen dienen ihm.
fertig  5. Stimmen aus dem Team: einmal gefragt, 1 Antwort, 1 Änderung.
fertig  6. Abläufe: 4 Abläufe, 13 Schritte.
fertig  7. Zusagen und Eskalation: 7 Zusagen, 1 Stufenleiter, 6 direkte Wege.
fertig  8. Spielraum: 2 Sachen, die das Team geben darf.
fertig  9. Ton: 2 Beispiele, 2 Stimmungen, ein Text zum Anhören.
fertig 10. Probelauf: mit Team und Kunden, 1 Ergebnis, entschieden.
fertig 11. Schulung und Einweisung: 3 Lektionen, 1 Rollenspiel, 1 Quizfrage, 1
           Einweisung.
fertig 12. Kennzahlen: 3 Kennzahlen.
fertig 13. Rückmeldungen der Kunden: 1 Weg, von Kunden zu hören.
fertig 14. Führung: 1 Verpflichtung, dieselben Regeln.
fertig 15. Durchsicht: alle 6 Monate, das nächste Mal am 6. April 2027, früher,
           wenn etwas geschieht.

Befunde: keine.
"""
_BEGONNEN = """\
policyctl: 1
policy:
  title: Unsere Gäste
  organisation: Kino Laterne
  kind: handbook
  language: de
values:
  Ehrlichkeit: Wir sagen, was ist.
goals:
  Kunden halten: Wer einmal da war, kommt wieder.
tone:
  samples:
    Der Film fiel aus:
      say: Hier ist Ihr Geld.
"""
_BEGONNEN_SAID = """\
Unsere Gäste, Kino Laterne
Entwurf. Stand: 23. November 2026.

Die 15 Schritte zu einem Handbuch, das wirkt: 3 dünn und 12 offen.

dünn    1. Werte und Momente: 1 Wert. Noch nicht da: ein Moment, wie ihn ein
           Kunde erlebt.
dünn    2. Ziele: 1 Ziel, 0 messbar. Noch nicht da: eine Kennzahl für „Kunden
           halten“.
           Zeile 10: Nothing measures the goal “Kunden halten”.
offen   3. Vergleich mit anderen
offen   4. Auftrag
offen   5. Stimmen aus dem Team
offen   6. Abläufe
offen   7. Zusagen und Eskalation
offen   8. Spielraum
dünn    9. Ton: 1 Beispiel. Noch nicht da: 2 weitere Beispiele, Worte für
           wütende Kunden und ein Text zum Anhören.
           Zeile 11: The tone is shown by one sample, and it takes three.
offen  10. Probelauf
offen  11. Schulung und Einweisung
offen  12. Kennzahlen
offen  13. Rückmeldungen der Kunden
offen  14. Führung
offen  15. Durchsicht

Weiter mit 3. Vergleich mit anderen. Aufzuschreiben unter `benchmarks`: eine
Sache, die ein Mitbewerber besser macht, und ob Sie nachziehen.

Befunde: 4 Hinweise.
Alles, Zeile für Zeile: policyctl validate policy.yaml
"""


def test_a_german_policy_is_summed_up_in_german(cli: Cli) -> None:
    path = resources.examples() / "fahrradwerkstatt-lindenhof" / "policy.yaml"
    assert cli("validate", str(path), *_DAY).out == _WORKSHOP


def test_a_german_policy_that_is_begun_lacks_in_german(cli: Cli) -> None:
    Path("policy.yaml").write_text(_BEGONNEN, encoding="utf-8")
    assert cli("validate", *_DAY).out == _BEGONNEN_SAID


def test_each_policy_is_summed_up_in_its_own_language(cli: Cli) -> None:
    for name in ("fahrradwerkstatt-lindenhof", "corner-shop"):
        text = (resources.examples() / name / "policy.yaml").read_bytes()
        Path(f"{name}.policy.yaml").write_bytes(text)
    assert cli("validate", ".", *_DAY).out == f"{_SHOP}\n\n{_WORKSHOP}"


def test_a_german_policy_that_cannot_be_read_is_told_in_german(cli: Cli) -> None:
    Path("policy.yaml").write_text("policyctl: 1\npolicy:\n  language: de\n  titel: X\n", encoding="utf-8")
    said = cli("validate", *_DAY).out
    assert said.startswith("policy.yaml lässt sich noch nicht ganz lesen, daher steht hier nichts zu den")
    assert "\nBefunde: 2 Fehler.\n- Zeile " in said
