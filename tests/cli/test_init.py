"""A first policy is written from answers: typed on a terminal, given as options, or kept in a file."""

import shutil
from pathlib import Path

import pytest
import yaml
from tests.cli.conftest import Cli
from tests.terminal import END, INTERRUPT, Case, Seen, cases, converse

CASES = Path(__file__).resolve().parents[1] / "cases" / "init"
WRITTEN = ["policy.schema.json", "policy.yaml"]


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def files() -> list[str]:
    return sorted(str(path) for path in Path().rglob("*") if path.is_file())


# ---- on a terminal -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", [*cases(CASES)], ids=lambda case: case.name)
def test_the_whole_conversation(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = converse(monkeypatch, case.arguments, case.typed, case.columns, case.tag)
    assert seen.screen == (CASES / f"{case.name}.txt").read_text(encoding="utf-8")
    assert seen.code == 0
    assert max(map(len, seen.screen.splitlines())) <= max(case.columns, 52)
    written = next(iter(Path().rglob("*.yaml"))).read_text(encoding="utf-8")
    assert written == (CASES / f"{case.name}.yaml").read_text(encoding="utf-8")


def ask(monkeypatch: pytest.MonkeyPatch, *typed: str, arguments: tuple[str, ...] = ("init",)) -> Seen:
    return converse(monkeypatch, arguments, typed)


@pytest.mark.parametrize("question", range(19))
def test_breaking_off_leaves_nothing_behind(question: int, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = ask(monkeypatch, *[""] * question, INTERRUPT)
    assert seen.code == 130
    assert files() == ([] if question < 18 else WRITTEN)


@pytest.mark.parametrize("word", ["later", "Later", "später", END])
def test_who_leaves_goes_on_where_they_left(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    left = ask(monkeypatch, "", "", "Rosa's", "Known by name", word)
    assert left.code == 0
    assert files() == ["init.answers.yaml"]
    assert left.screen.endswith("Your answers are kept in init.answers.yaml. Go on with: policyctl init\n")
    resumed = ask(monkeypatch, *[""] * 14, "no")
    assert "Your answers from last time are here; this goes on where you left.\n" in resumed.screen
    assert "\n3/12" not in resumed.screen
    assert "\n5/12 How do people reach you?" in resumed.screen
    assert files() == WRITTEN
    written = Path("policy.yaml").read_text(encoding="utf-8")
    assert "organisation: Rosa's\n" in written
    assert "Known by name" in written


def test_what_options_say_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = ask(
        monkeypatch,
        *[""] * 15,
        "no",
        arguments=("init", "--trade", "shop", "--organisation", "Rosa's", "--language", "en"),
    )
    assert "\n1/12" not in seen.screen
    assert "\n4/12 What should customers feel?" in seen.screen


def test_another_language_brings_its_own_words_and_keeps_what_somebody_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    ask(monkeypatch, "", "", "Rosa's", "", "Fax", *["<"] * 4, *["<"], "2", *[""] * 10)
    written = yaml.safe_load(Path("policy.yaml").read_text(encoding="utf-8"))
    assert written["policy"]["language"] == "de"
    assert written["policy"]["organisation"] == "Rosa's"
    assert written["moments"] == {
        "Ein Besuch im Laden": "Willkommen, auch mit einer einzigen Zitrone und einer Schlange dahinter"
    }
    assert written["channels"] == ["Fax"]


def test_it_prints_where_somebody_says_yes(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = ask(monkeypatch, *[""] * 19)
    assert seen.code == 0
    assert {"build/card.html", "build/charter.md", "build/handbook.pdf"} <= {*files()}


# ---- with an older text -----------------------------------------------------------------------------------------


def test_on_a_terminal_its_figures_are_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = converse(
        monkeypatch, ["init", "--from", str(CASES / "from" / "rules.md"), "--language", "en"], ["", "Rosa's"]
    )
    assert "later" in seen.screen
    seen = converse(
        monkeypatch, ["init", "x", "--from", str(CASES / "from" / "rules.md"), "--language", "en"], [""] * 18
    )
    assert "  [Monday to Saturday 8:00 to 18:30]\n> \n" in seen.screen
    assert "Phone: How fast do you answer?\n  What holds on a bad day: 3 minutes, 1 day.\n  [5 rings]\n" in seen.screen
    assert "#   Our wifi password is on the fridge.\n" in Path("x/policy.yaml").read_text(encoding="utf-8")


def test_from_the_command_line(cli: Cli) -> None:
    assert cli("init", "--from", str(CASES / "from" / "rules.md")).code == 0
    assert "hours: Monday to Saturday 8:00 to 18:30\n" in Path("policy.yaml").read_text(encoding="utf-8")
    assert cli("init", "y", "--from", "nowhere.md").err.startswith(
        "policyctl: There is no file or folder called nowhere.md"
    )


# ---- without one -------------------------------------------------------------------------------------------------

OPTIONS = (CASES / "options.arguments").read_text(encoding="utf-8").splitlines()


def test_every_question_is_an_option_and_a_line_of_a_file(cli: Cli) -> None:
    said = cli("init", "one", *OPTIONS, "--save-answers", "answers.yaml")
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "Wrote one/policy.yaml, and one/policy.schema.json for your editor.\n\n"
        "Read it once, change what is not yours, then:\n"
        "  policyctl validate one/policy.yaml\n"
        "  policyctl render one/policy.yaml --document all\n"
    )
    assert Path("answers.yaml").read_text(encoding="utf-8") == (CASES / "options.answers.yaml").read_text(
        encoding="utf-8"
    )
    cli("init", "two", "--answers", "answers.yaml")
    cli("init", "three", "--yes", "--answers", "answers.yaml")
    assert Path("one/policy.yaml").read_bytes() == Path("two/policy.yaml").read_bytes()
    assert Path("one/policy.yaml").read_bytes() == Path("three/policy.yaml").read_bytes()
    assert Path("one/policy.yaml").read_text(encoding="utf-8") == (CASES / "options.yaml").read_text(encoding="utf-8")
    assert Path("one/policy.schema.json").read_text(encoding="utf-8") == cli("schema", "--draft", "7").out


def test_a_first_policy_validates_and_prints_untouched(cli: Cli) -> None:
    cli("init")
    checked = cli("validate", "--fail-on", "info")
    assert (checked.code, checked.out.splitlines()[0]) == (0, "policy.yaml is in order: 17 sections checked.")
    printed = cli("render", "--document", "all", "--to", "markdown")
    assert printed.code == 0
    assert "The Example Shop" in Path("build/handbook.md").read_text(encoding="utf-8")


def test_nothing_is_ever_overwritten(cli: Cli) -> None:
    Path("policy.yaml").write_text("mine", encoding="utf-8")
    said = cli("init")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("policyctl: policy.yaml is there already, and init overwrites nothing.\n")
    assert files() == ["policy.yaml"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--hours", "when the moon is up"), "“when the moon is up” does not read as opening hours."),
        (("--within", "Phone: soon"), "“soon” does not say how long: minutes, hours, days?"),
        (("--within", "soon"), "“soon” names no way in."),
        (("--within", "Fax: 1 day"), "“Fax” is none of the ways in."),
        (("--may-give", "up to thirty"), "The amount in “up to thirty” is not understood."),
        (("--review", "now and then"), "“now and then” does not say how often, and is no date."),
        (("--feel", "  "), "An answer is missing here."),
        (("--language", "de", "--hours", "bald"), "„bald“ lässt sich nicht als Öffnungszeit lesen."),
        (("--save-answers", "policy.yaml"), "The answers cannot go to policy.yaml, where the policy goes."),
        (("--answers", "nowhere.yaml"), "There is no file or folder called nowhere.yaml."),
        (("--trade", "shoo"), "shoo is not known here. Did you mean shop?"),
    ],
)
def test_what_is_not_understood_is_told_and_nothing_written(cli: Cli, options: tuple[str, ...], message: str) -> None:
    said = cli("init", *options)
    assert (said.code, said.out) == (2, "")
    assert " ".join(message.split()) in " ".join(said.err.replace("│", " ").split())
    assert files() == []


def test_all_that_is_wrong_in_a_file_of_answers_is_told_at_once(cli: Cli) -> None:
    shutil.copy(CASES / "wrong.answers.yaml", "answers.yaml")
    said = cli("init", "--answers", "answers.yaml")
    assert said.code == 2
    assert said.err == (CASES / "wrong.answers.txt").read_text(encoding="utf-8")
    assert files() == ["answers.yaml"]
