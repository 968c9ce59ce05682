"""The documents are listed with what a policy lacks for them, and printed by name, several or all."""

from pathlib import Path

import pytest
from tests.cli.conftest import Cli

from policyctl.rendering.documents import DOCUMENTS
from policyctl.rendering.record import RECORD

SHOP = """\
policyctl: 1
policy: {title: How we look after you, organisation: Rosa's, owner: Rosa}
standards: {Answer the phone: within 6 rings}
complaints: Rosa rings you the same day.
"""
LIST = """\
  handbook    Everything in the policy, in the order in which it is needed. For
              staff.
  card        One page for the wall: what I may give, danger, whom I call, what
              we promise, what to say. For staff.
  charter     What we promise our customers, and what they can do if it fails.
              For customers.
  complaints  A leaflet on how to complain, and the letters to acknowledge,
              hold, decide and extend. For customers, staff.
  training    The plan with a sign-off sheet, role-play cards, an observer's
              sheet, the quiz and its key, the audio script. For trainers,
              staff.
              Not yet: Add `training`, what is practised, with role plays and a
              quiz.
"""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    file = tmp_path / "policy.yaml"
    file.write_text(SHOP, encoding="utf-8")
    return file


@pytest.mark.usefixtures("shop")
def test_what_a_policy_lacks_is_said_below_each_document(cli: Cli) -> None:
    said = cli("documents")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(LIST)
    assert said.out.endswith("\nPrint one with: policyctl render --document card\n")


def test_without_a_policy_the_documents_are_listed_all_the_same(cli: Cli) -> None:
    said = cli("documents")
    assert said.code == 0
    assert "Not yet" not in said.out
    assert [name for name in DOCUMENTS if f"  {name} " not in said.out] == []
    assert cli("documents", "missing.yaml").code == 2


@pytest.mark.usefixtures("shop")
def test_documents_are_printed_by_name_and_all_means_those_that_the_policy_has_words_for(cli: Cli) -> None:
    assert cli("render", "-d", "charter,complaints", "--to", "markdown").code == 0
    assert sorted(path.name for path in Path("build").iterdir()) == [RECORD, "charter.md", "complaints.md"]
    assert cli("render", "--document", "all", "--to", "markdown", "-o", "all").code == 0
    assert sorted(path.stem for path in Path("all").glob("*.md")) == ["card", "charter", "complaints", "handbook"]


@pytest.mark.usefixtures("shop")
def test_a_document_without_words_says_what_to_add(cli: Cli) -> None:
    said = cli("render", "--document", "pilot")
    assert (said.code, said.out) == (2, "")
    assert said.err == (
        "policyctl: There is nothing in this policy to print as pilot.\n"
        "  Add `pilot`, who tries the policy, from when, and what decides.\n"
    )
    assert "Write any of handbook, card," in " ".join(cli("render", "--document", "poster").err.split())


def test_a_briefing_tells_what_two_versions_say_otherwise(cli: Cli, shop: Path) -> None:
    Path("former.yaml").write_text(SHOP.replace("6 rings", "9 rings"), encoding="utf-8")
    assert cli("render", "-d", "briefing", "--against", "former.yaml", "--to", "markdown").code == 0
    page = Path("build/briefing.md").read_text(encoding="utf-8")
    head = "| What | From now on | Before |\n| --- | --- | --- |\n"
    table = f"{head}| Answer the phone | Within: **6 rings** | Within: 9 rings |"
    assert f"## What it was before\n\n{table}\n" in page
    assert shop.exists()


@pytest.mark.usefixtures("shop")
def test_a_review_lists_what_is_open(cli: Cli) -> None:
    Path("policy.yaml").write_text(SHOP + "review: every year\nfacts:\n  Bus: Line #7 stops here\n", encoding="utf-8")
    assert cli("render", "-d", "review", "--to", "markdown", "--today", "2026-11-01").code == 0
    page = Path("build/review.md").read_text(encoding="utf-8")
    assert "What is open in the text" in page
    assert "(line 7)" in page
