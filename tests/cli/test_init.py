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


DATES = [("en_GB", "1 March 2027"), ("en_GB", "1 Feb 2027"), ("de_DE", "15.1.2027")]


@pytest.mark.parametrize(("tag", "day"), DATES, ids=[day for _, day in DATES])
def test_it_is_read_again_on_a_day(tag: str, day: str, monkeypatch: pytest.MonkeyPatch, cli: Cli) -> None:
    seen = converse(monkeypatch, ["init"], [*[""] * 16, day, "", "no"], tag=tag)
    assert seen.code == 0
    assert f"  12  {day}\n" in seen.screen
    assert cli("validate", "--fail-on", "info", "--today", "2026-12-01").code == 0


def test_an_answer_that_makes_no_policy_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    options = ("--goal", "intro", "--notice", "Looks at a watch")
    seen = ask(monkeypatch, *[""] * 16, "Nobody waits", "Looks", "", "no", arguments=("init", *options))
    said = "\n  “intro” cannot stand in the policy like that. Please put it in other words.\n\n11/12 Which goal"
    assert said in seen.screen
    assert "\ngoals:\n  Nobody waits:\n" in Path("policy.yaml").read_text(encoding="utf-8")


def test_who_drops_a_way_can_go_on_another_time(monkeypatch: pytest.MonkeyPatch) -> None:
    typed = ["", "", "", "", "Tresen, Telefon", "Hafenstraße 1", "030 23125 417", "<", "<", "<", "2", "später"]
    left = converse(monkeypatch, ["init"], typed, tag="de_DE")
    assert "  Gelesen als: Am Tresen, Telefon\n" in left.screen
    assert "Hafenstraße" not in Path("init.answers.yaml").read_text(encoding="utf-8")
    stray = Path("init.answers.yaml").read_text(encoding="utf-8") + "within:\n  Tresen: 3 Minuten\nhours: bald\n"
    Path("init.answers.yaml").write_text(stray, encoding="utf-8")
    assert converse(monkeypatch, ["init"], [*[""] * 8, "nein"], tag="de_DE").code == 0
    assert files() == WRITTEN


def test_a_question_about_each_way_in_is_asked_again_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = ask(monkeypatch, *[""] * 17, "7", "2 minutes", "5 rings", "", "5", "", "-", "020 7946 0112", "", "", "no")
    assert seen.screen.count("Email: How fast do you answer?") == 2
    assert seen.screen.count("Phone: Which number?") == 2
    written = yaml.safe_load(Path("policy.yaml").read_text(encoding="utf-8"))
    assert written["standards"]["Somebody on the phone"] == "5 rings"
    assert written["channels"] == ["At the counter", {"Phone": "020 7946 0112"}, "Email"]


def test_an_address_can_be_left_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    ask(monkeypatch, *[""] * 5, "12 Tanner Street", *[""] * 11, "5", "", "-", "", "", "", "no")
    assert yaml.safe_load(Path("policy.yaml").read_text(encoding="utf-8"))["channels"][0] == "At the counter"


READ = [
    ("en_GB", "hairdresser", "A salon"),
    ("en_GB", "we run a small café", "A restaurant or café"),
    ("en_GB", "dentist", "A practice or clinic"),
    ("en_GB", "barber", "A salon"),
    ("de_DE", "Friseur", "Ein Salon"),
    ("de_DE", "Zahnarztpraxis", "Eine Praxis oder Klinik"),
]


@pytest.mark.parametrize(("tag", "said", "trade"), READ, ids=[said for _, said, _ in READ])
def test_a_trade_goes_by_any_word(tag: str, said: str, trade: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = converse(monkeypatch, ["init"], ["", said], tag=tag)
    assert f"> {said}\n  {'Read as' if tag == 'en_GB' else 'Gelesen als'}: {trade}\n" in seen.screen


def test_a_word_for_two_trades_or_none_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = ask(monkeypatch, "", "my shop", "circus")
    assert "> my shop\n  “my shop” may be more than one of these.\n  For example: 1, 2\n" in seen.screen
    assert "> circus\n  “circus” is none of these. Write a number from 1 to " in seen.screen


SALON = ("init", "--trade", "salon", "--language", "en")


def test_it_says_how_it_reads_what_people_type(monkeypatch: pytest.MonkeyPatch) -> None:
    typed = [
        "", "", "walk ins, phone & insta and Pigeon post", "", "", "", "", "", "", "3 rings", "10 rings", "1 day",
        "1 working day", "straight away", "me", "priya decides anything above", "30", "",
    ]  # fmt: skip
    seen = ask(monkeypatch, *typed, arguments=SALON)
    for said in (
        "  Read as: In the salon, Phone, Instagram\n  New: Pigeon post. If that is not one way in, < goes back.\n",
        "  Only a phone rings. How long is “10 rings”, in minutes, hours or days?\n",
        "  Does “1 day” run on while you are closed? Write which of the two you mean.\n",
        "  For example: 1 working day, 1 calendar day\n",
        "> straight away\n  Read as: immediately\n",
        "  What is your name, or the name of your post?\n",
        "  Read as: Priya\n",
        "  Read as: £30\n",
    ):
        assert said in seen.screen


def test_a_phone_that_is_answered_is_no_phone_that_is_rung_back(cli: Cli) -> None:
    cli("init", "a", "--trade", "salon", "--within", "Phone: 5 rings")
    assert "\n  Somebody on the phone: 5 rings\n" in Path("a/policy.yaml").read_text(encoding="utf-8")
    cli("init", "b", "--trade", "shop", "--within", "Phone: 2 business hours")
    assert "\n  A call back after a missed phone call: 2 business hours\n" in Path("b/policy.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("30", "£30"),
        ("a free redo within 7 days", "a free redo within 7 days"),
        ("10% off", "10% off"),
        ("$200 credit", "credit up to $200"),
        ("£20 off", "money off up to £20"),
    ],
)
def test_an_offer_needs_no_money(cli: Cli, said: str, written: str) -> None:
    assert cli("init", "--yes", "--may-give", said).code == 0
    assert f"    Whoever is at the counter: {written}\n" in Path("policy.yaml").read_text(encoding="utf-8")
    assert cli("validate", "--fail-on", "info").code == 0


def test_the_offer_that_is_ready_is_in_the_money_of_the_country(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = converse(monkeypatch, ["init", "--trade", "software"], [*[""] * 17, "no"], tag="en_US")
    assert "[a credit or a refund up to $100]" in seen.screen
    assert "  currency: USD\n" in Path("policy.yaml").read_text(encoding="utf-8")


def test_an_offer_without_money_keeps_the_money_of_the_country(monkeypatch: pytest.MonkeyPatch, cli: Cli) -> None:
    converse(monkeypatch, ["init", "a"], [*[""] * 13, "10% off", *[""] * 4, "no"], tag="en_US")
    cli("init", "b", "--may-give", "10% off", "--currency", "usd")
    assert Path("a/policy.yaml").read_text(encoding="utf-8") == Path("b/policy.yaml").read_text(encoding="utf-8")
    assert "  language: en-US\n  currency: USD\n" in Path("a/policy.yaml").read_text(encoding="utf-8")
    assert "under $2" in Path("a/policy.yaml").read_text(encoding="utf-8")


def test_the_whole_card_is_shown_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = ask(monkeypatch, *[""] * 17, "card", "later")
    assert "\nWhat we promised\n" in seen.screen


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
    assert "  Your card: build/card.pdf\n  Open it: " in seen.screen
    assert "  Beside it: handbook.pdf, charter.pdf\n" in seen.screen
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
    assert "Phone: How soon do you answer?\n" in seen.screen
    assert "  [5 rings]\n" in seen.screen
    assert "#   Our wifi password is on the fridge.\n" in Path("x/policy.yaml").read_text(encoding="utf-8")


def test_from_the_command_line(cli: Cli) -> None:
    said = cli("init", "--from", str(CASES / "from" / "rules.md"))
    assert said.code == 0
    assert "\n\nEach paragraph of rules.md stands in it behind a #, at the section" in said.out
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


def test_an_answer_that_makes_no_policy_is_told_and_nothing_written(cli: Cli) -> None:
    said = cli("init", "--yes", "--goal", "intro")
    assert (said.code, said.out) == (2, "")
    assert " ".join(said.err.split()) == (
        "policyctl: “intro” cannot stand in the policy like that. Please put it in other words."
    )
    assert files() == []


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
        (("--within", "Email: 5 rings"), "Only a phone rings. How long is “5 rings”, in minutes, hours or days?"),
        (("--decider", "me"), "What is your name, or the name of your post?"),
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


@pytest.mark.parametrize(
    ("said", "options", "told", "organisation"),
    [
        ("dentist", (), "Read as: A practice or clinic\n", "The Example Practice"),
        ("Buchhandlung", ("--language", "de"), "Gelesen als: Ein Laden\n", "Der Beispielladen"),
        ("practice", (), "", "The Example Practice"),
    ],
)
def test_a_trade_goes_by_any_word_as_an_option_too(
    cli: Cli, said: str, options: tuple[str, ...], told: str, organisation: str
) -> None:
    done = cli("init", "--yes", "--trade", said, *options)
    assert (done.code, done.err) == (0, told)
    assert f"organisation: {organisation}" in Path("policy.yaml").read_text(encoding="utf-8")
