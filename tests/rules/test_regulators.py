"""What a policy shows of an instrument that it names: gaps in one finding, what is against it where it stands."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from tests.rules.judging import HEAD, TODAY, rules, said

from policyctl.lexicon import DATA
from policyctl.rules import RuleContext
from policyctl.rules.regulators.profiles import Profile, find, likely, profiles
from policyctl.schema import read
from policyctl.schema.grammar.entry import Part
from policyctl.source import read as read_source
from policyctl.validation import validate


def head(names: str) -> str:
    return f"{HEAD}  owner: Maria\n  profiles: {names}\n"


def told(sections: str, names: str) -> list[str]:
    """The line and the rule of what this family finds."""
    return [each for each in rules(sections, head(names)) if each.split()[1].startswith("profile-")]


HOUSING = """\
channels:
  Phone: 1
  Email: a@b.example
access:
  formats: Large print
complaints:
  counts: Anything
  does_not_count: A first request
  how_to_complain:
    to: Maria
    within: {complain}
    for_somebody_else: With a line from them
  stages:
    One:
      by: Maria
      steps:
        Acknowledge: {acknowledge}
        Answer: {answer}
      extension:
        says: {longer}
        at_most: {more}
      letter: How to go on
    Two:
      by: {who}
      steps:
        Acknowledge: within 5 working days of your request
        Answer: within 20 working days of the acknowledgement
  outside:
    The Housing Ombudsman: What we could not settle
  no_detriment: Nothing changes.
  remedies: An apology
  learning: In May
"""
SUPPORTED = {
    "complain": "12 months", "acknowledge": "within 5 working days of receipt",
    "answer": "within 10 working days of the acknowledgement", "longer": "We say why.", "more": "10 working days",
    "who": "The director",
}  # fmt: skip


def housing(**said: str) -> list[str]:
    return told(HOUSING.format(**(SUPPORTED | said)), "uk-housing")


def test_a_policy_that_supports_all_of_it_is_left_alone() -> None:
    assert housing() == []


@pytest.mark.parametrize(
    ("place", "text", "line"),
    [
        ("complain", "6 months", 11),
        ("acknowledge", "within 6 working days of receipt", 17),
        ("acknowledge", "within 2 weeks of receipt", 17),
        ("answer", "within 11 working days of the acknowledgement", 18),
        ("answer", "within 16 working days of receipt", 18),
        ("answer", "within 3 weeks of the acknowledgement", 18),
        ("answer", "within 10-12 working days of Acknowledge", 18),
        ("more", "15 working days", 21),
    ],
)
def test_a_limit_that_is_broken(place: str, text: str, line: int) -> None:
    assert housing(**{place: text}) == [f"{line} profile-contradicted"]


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("complain", "2 years"),
        ("complain", "none"),
        ("complain", "as long as you remember it"),
        ("acknowledge", "the same day"),
        ("acknowledge", "within 7 days of receipt"),
        ("acknowledge", "within 4 business hours of receipt"),
        ("answer", "within 14 days of the acknowledgement"),
        # Ten working days of the acknowledgement, which may itself take five, and days that holidays may fill.
        ("answer", "within 15 working days of receipt"),
        ("answer", "within 12 working days"),
        ("answer", "within 17 days of the acknowledgement"),
        ("answer", "as soon as the board has met, and by the end of the month"),
        ("more", "2 weeks"),
    ],
)
def test_a_limit_that_may_well_be_kept(place: str, text: str) -> None:
    assert housing(**{place: text}) == []


def test_the_same_person_twice_is_not_shown_and_told_by_a_rule_of_its_own() -> None:
    found = said(HOUSING.format(**(SUPPORTED | {"who": "Maria"})), head("uk-housing"))
    assert [each.split(": ")[2:4] for each in found if "profile-" in each] == [
        ["somebody else at the second stage (6.13). Write it under `complaints", "stages"]
    ]


def test_a_team_may_decide_both_stages_and_is_asked_who() -> None:
    roles = "roles:\n  Officers:\n    people: [Maria Odell, Jo Penn]\n  Director: Ruth\n"
    policy = HOUSING.format(**(SUPPORTED | {"who": "Officers"})).replace("by: Maria", "by: Officers")
    found = [each for each in said(roles + policy, head("uk-housing")) if "profile-" in each]
    assert len(found) == 1
    assert "not shown yet: somebody else at the second stage (6.13). Write it under" in found[0]


def test_an_extension_without_a_reason() -> None:
    assert housing(longer="It happens.") == ["38 profile-unsupported"]


def test_a_stage_that_needs_no_letter_is_one_too_many_for_a_landlord() -> None:
    there_and_then = "  stages:\n    There and then: Whoever hears it tries to put it right."
    policy = HOUSING.format(**SUPPORTED).replace("  stages:", there_and_then)
    assert "13 profile-contradicted" in told(policy, "uk-housing")


def test_what_binds_nobody_is_no_error() -> None:
    late = HOUSING.format(**(SUPPORTED | {"answer": "within 6 weeks of the acknowledgement"}))
    ombudsman = late.replace("Housing Ombudsman", "Local Government and Social Care Ombudsman")
    assert told(ombudsman, "LGSCO") == ["18 profile-unsupported"]


def test_one_sentence_with_a_figure_may_say_it_all() -> None:
    complaints = "complaints:\n  stages:\n    Answer: Maria answers within 3 weeks and says why.\n"
    found = said(complaints, head("FCA DISP"))
    assert "8 weeks" not in found[0]
    assert "acknowledgement" not in found[0]


@pytest.mark.parametrize("name", ["The Financial Ombudsman Service", "FOS"])
def test_a_body_outside_goes_by_its_name_or_its_initials(name: str) -> None:
    complaints = f"complaints:\n  outside:\n    {name}:\n      free: yes\n"
    found = said(complaints, head("FCA DISP"))
    assert "the way to the Financial Ombudsman Service" not in found[0]
    assert "a word that going there costs nothing" not in found[0]


def test_everything_that_is_missing_is_one_finding() -> None:
    assert said("complaints: Maria rings you the same day.", head("ISO 10002")) == [
        (
            "7 info profile-unsupported: This policy supports 1 of 16 demands of ISO 10002; not shown yet: "
            "how to complain (4, transparency), help and other formats for whoever needs them (4, accessibility), "
            "that complaining costs nothing (4, charges), that what is said stays with those who need it "
            "(4, confidentiality), that nobody judges their own case (4, objectivity), who hears complaints (5) "
            "and 9 more. Write it under `complaints: how_to_complain`, `complaints: help_offered`, "
            "`complaints: free_of_charge`, `privacy`, `complaints: stages: not_by` and "
            "`complaints: how_to_complain: to`; `policyctl explain iso-10002` lists everything that is asked."
        )
    ]


def test_a_profile_that_is_named_twice_is_judged_once() -> None:
    assert len(told("complaints: Maria rings you.", "[ISO 10002, iso-10002]")) == 1


@pytest.mark.parametrize(
    ("name", "profile"),
    [
        ("ISO 10002:2018", "iso-10002"),
        ("DIN ISO 10002", "iso-10002"),
        ("iso-10002", "iso-10002"),
        ("the Housing Ombudsman’s Complaint Handling Code 2024", "uk-housing"),
        ("FCA DISP 1.6", "uk-fca"),
        ("FCA", "uk-fca"),
        ("FCA Consumer Duty", None),
        ("NHS complaints regulations", "uk-nhs"),
        ("NHS complaints procedure (Wales)", None),
        ("Scottish Housing Ombudsman", None),
        ("Local Government and Social Care Ombudsman", "uk-local-government"),
        ("OMB Circular A-11, section 280", "us-federal"),
        ("Executive Order 12862", "us-federal"),
        ("ISO 10001", None),
        ("A norm of our own", None),
        ("", None),
        ("x" * 5000, None),
    ],
)
def test_how_people_write_the_names(name: str, profile: str | None) -> None:
    found = find(name)
    assert (found and found.id) == profile


@pytest.mark.parametrize(
    ("name", "meant"),
    [("Housing Ombudsmen", "Housing Ombudsman"), ("ISO 10001", None), ("uk-houseing", "uk-housing"), ("Our own", None)],
)
def test_a_misspelt_name_is_guessed(name: str, meant: str | None) -> None:
    assert find(name) is None
    assert likely(name) == meant


@pytest.mark.parametrize(
    ("today", "found"), [(date(2026, 11, 23), []), (date(2028, 5, 26), []), (date(2028, 5, 28), ["profile-dated"])]
)
def test_what_was_checked_long_ago_is_told(today: date, found: list[str]) -> None:
    policy = f"policyctl: 1\n{head('uk-housing')}{HOUSING.format(**SUPPORTED)}"
    findings = validate(policy.encode(), "policy.yaml", today=today).findings
    assert [each.rule for each in findings if each.rule.startswith("profile-")] == found


def test_another_edition_is_told_at_its_year() -> None:
    found = said("complaints: Maria rings you.", head("ISO 10002:2014"))
    assert any("What is checked here is ISO 10002 of 2018, and not of 2014." in each for each in found)


def test_a_name_that_is_not_known_is_told_with_what_was_probably_meant() -> None:
    assert said("complaints: Maria rings you.", head("[Housing Ombudsmen, Our own norm]")) == [
        (
            "7 warning profile-unknown: Nothing is known here as “Housing Ombudsmen”, so nothing of it is checked. "
            "Did you mean “Housing Ombudsman”? Write it just so."
        ),
        (
            "7 info profile-unknown: Nothing is known here of what “Our own norm” asks, so nothing is checked. "
            "Known are iso-10002, uk-fca, uk-housing, uk-local-government, uk-nhs, us-federal; anything else may stand "
            "under `schemes`."
        ),
    ]


def _subclasses(part: type[Part]) -> Iterator[type[Part]]:
    for each in part.__subclasses__():
        yield each
        yield from _subclasses(each)


_KEYS = {key for part in _subclasses(Part) for key in part.model_fields}
_FILES = sorted((DATA / "regulators").glob("*.yaml"))


@pytest.mark.parametrize("profile", profiles().values(), ids=lambda profile: profile.id)
def test_a_profile_is_one_that_can_be_read_by_people_and_asked_of_a_policy(profile: Profile) -> None:
    assert isinstance(profile.checked, date)
    assert profile.source.startswith("https://")
    assert all(re.fullmatch("20[0-9][0-9]", year) for year in profile.years)
    assert find(profile.id) == profile
    for demand in profile.demands:
        assert set(demand.field.split(".")) <= _KEYS
    policy = read(
        read_source(f"policyctl: 1\n{head(profile.id)}{HOUSING.format(**SUPPORTED)}".encode(), "").data
    ).policy
    assert policy is not None
    shown = [demand.evidence(RuleContext(policy, TODAY)) is not None for demand in profile.demands]
    assert all(shown) == (profile.id == "uk-housing")


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_a_profile_names_fields_of_the_language_and_words_that_can_be_searched_for(file: Path) -> None:
    written = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert written["id"].replace("-", "_") == file.stem
    for evidence in (demand["evidence"] for demand in written["demands"] if isinstance(demand["evidence"], dict)):
        for key in ("stated", "or_stated"):
            paths = evidence.get(key, ())
            for path in [paths] if isinstance(paths, str) else paths:
                assert set(path.split(".")) <= _KEYS
        for key in ("said", "letter_says", "asked_about", "outside_body", "outside_is_free", "body"):
            for word in evidence.get(key, ()):
                assert word == word.lower()
                assert re.compile(word)
