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

thin     1. Values and moments: 1 value. Lacks a moment as a customer lives it.
done     6. Procedures: 1 procedure, 3 steps.
done     7. Promises and escalation: 4 promises, somebody to ask.
done     8. Discretion: 1 thing that staff may give.
thin     9. Tone: 1 sample. Lacks 2 more samples, words for somebody angry and a
            script to listen to.
thin    15. Review: every 6 months. Lacks what would bring it forward.

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
