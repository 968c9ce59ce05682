"""Everything can be looked up, the page on the language is fresh, and its examples are true."""

import re
from datetime import date
from pathlib import Path

import pytest
from tests.cli.conftest import SMALL, Cli

from policyctl import lexicon
from policyctl.cli.explain import MORE, explainable_words, worked_examples
from policyctl.rules import RULES, Rule
from policyctl.schema import Policy
from policyctl.schema.documentation import language
from policyctl.source import RULES as OF_READING
from policyctl.validation import rulebook, validate

PAGE = Path(__file__).parent.parent.parent / "docs" / "language.md"
MISTAKES = Path(__file__).parent.parent / "cases" / "mistakes"
BLOCKS = re.findall(r"```yaml\n(.*?)```", language(worked_examples()), re.DOTALL)


def test_the_page_in_the_documentation_is_what_the_program_prints(cli: Cli) -> None:
    said = cli("explain", "everything")
    assert said.out.rstrip() == PAGE.read_text(encoding="utf-8").rstrip()


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.split(":")[0])
def test_an_example_can_be_copied_into_a_policy(block: str) -> None:
    text = block if "policyctl:" in block else f"{SMALL if 'hours:' not in block else SMALL.split('hours')[0]}\n{block}"
    text = "policyctl: 1\n" + block if block.startswith("policy:") else text
    found = [
        each for each in validate(text.encode(), "x", today=date(2026, 11, 23)).findings if each.severity == "error"
    ]
    assert [each for each in found if each.rule in ("unknown-key", "unreadable-value", "wrong-shape")] == []
    assert [each for each in found if each.rule.startswith("yaml")] == []


@pytest.mark.parametrize("section", Policy.model_fields)
def test_every_section_can_be_looked_up(cli: Cli, section: str) -> None:
    said = cli("explain", section.replace("_", "-"))
    assert said.out.startswith(f"## {section}\n\n**{Policy.model_fields[section].title}")
    assert max(len(line) for line in said.out.splitlines() if not line.startswith("    ")) <= 80
    assert "](#" not in said.out


@pytest.mark.parametrize(
    ("section", "hint"),
    [("standard", "Did you mean standards?"), ("xyzzy", "See every section with: policyctl explain")],
)
def test_a_section_that_is_none_is_answered_with_those_there_are(cli: Cli, section: str, hint: str) -> None:
    said = cli("explain", section)
    assert said.code == 2
    assert hint in said.err


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_can_be_looked_up(cli: Cli, rule: Rule) -> None:
    said = cli("explain", rule.id)
    assert said.out.startswith(f"## {rule.id}\n\n")
    assert "# <- here" in said.out


@pytest.mark.parametrize("shared", ["figures", "entries", "promises"])
def test_what_several_sections_share_can_be_looked_up(cli: Cli, shared: str) -> None:
    assert cli("explain", shared).out.casefold().startswith(f"## {shared}\n\n")


def test_a_field_is_told_with_the_sections_that_take_it(cli: Cli) -> None:
    assert cli("explain", "up to").out == (
        "In `promises`:\n\n- `up_to`: the most that may be given, or `under` what. Example: `£20 per case`.\n"
        "  Takes an amount that may be given.\n"
    )
    assert re.findall(r"^In `(.*)`:$", cli("explain", "may_give").out, re.MULTILINE) == ["procedures", "discretion"]


ORDER = [
    *(rule.id for rule in RULES),
    *("exception-unknown", "exception-without-reason", "exception-unused", "exception-lapsed"),
    "baseline-unused",
    *("unknown-key", "missing-key", "unreadable-value", "wrong-shape", "name-twice"),
    *("unusable-logo", "unusable-font"),
    *OF_READING,
]


def test_all_rules_are_listed_each_with_what_it_catches(cli: Cli) -> None:
    said = cli("explain", "rules").out
    listed = re.findall(r"^- `(\S+)`: ((?:.+\n)(?:  .+\n)*)", said, re.MULTILINE)
    assert [name for name, _ in listed] == ORDER
    assert all(words.endswith(".\n") for _, words in listed)
    assert max(map(len, said.splitlines())) <= 80


@pytest.mark.parametrize("profile", rulebook.profiles())
def test_every_profile_of_a_regulator_can_be_looked_up(cli: Cli, profile: str) -> None:
    said = cli("explain", profile.upper().replace("-", " ")).out
    assert said.startswith(f"## {profile}\n\n")
    assert "\n### What it asks for\n\n- " in said
    assert max(len(line) for line in said.splitlines() if "http" not in line) <= 80


@pytest.mark.parametrize("rule", ORDER)
def test_every_id_that_a_finding_bears_can_be_looked_up(cli: Cli, rule: str) -> None:
    said = cli("explain", rule)
    assert said.out.startswith(f"## {rule}\n\n")
    assert said.out.splitlines()[2].split()[4:], "one sentence at least"


@pytest.mark.parametrize("path", sorted(MISTAKES.glob("*.txt")), ids=lambda path: path.stem)
def test_no_finding_bears_an_id_that_cannot_be_looked_up(path: Path) -> None:
    told = re.findall(r"^\S+:\d+:\d+: (?:error|warning|info) (\S+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert told
    assert set(told) <= set(ORDER)


@pytest.mark.parametrize("words", [(), ("sections",)])
def test_without_a_word_the_sections_are_listed_and_the_ways_to_look_up_more(cli: Cli, words: tuple[str, ...]) -> None:
    said = cli("explain", *words).out
    lines = said.splitlines()
    assert lines[0] == "Sections of a policy:"
    assert [line.split()[0] for line in lines if re.match(r"  (?!policyctl explain)\w", line)] == list(
        Policy.model_fields
    )
    assert max(map(len, lines)) <= 80
    assert len(lines) < 60


@pytest.mark.parametrize("way", MORE)
def test_every_way_that_is_offered_leads_somewhere(cli: Cli, way: str) -> None:
    said = cli(*way.split()[1:])
    assert said.code == 0
    assert said.out


def test_no_sentence_of_the_page_ends_twice() -> None:
    assert re.findall(r"[.!?]`\.|[.!?]\.\*\*", language(worked_examples())) == []


def test_what_may_be_words_beside_yes_is_told_so(cli: Cli) -> None:
    lines = cli("explain", "else").out.replace("\n  ", " ").splitlines()
    assert (
        "- `else`: what is done when nothing above fits. Example: `Offer a new copy`. "
        "Takes what is done then, or `yes` beside a `do`."
    ) in lines


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("SLA", "Here it is `standards`."),
        ("severity", "Here it is `priorities`."),
        ("price", "Here it is `facts`."),
        ("phone", "Here it is `channels` or `address` or `reach`."),
        ("deputy", "Here it is `backup`."),
        ("refund limit", "Here it is `discretion` or `may_give` or `up_to`."),
        ("Öffnungszeiten", "Here it is `hours`."),
        ("price", "- `figures-disagree`: Two figures of one thing in two places"),
        ("duplicate", "What may be found about it:\n\n- `figures-disagree`: "),
        ("duplicate", "- `limit-said-twice`: "),
        ("Widerspruch", "- `limit-said-twice`: "),
        ("wenn", "Here it is `if`."),
        ("Telefon", "Here it is `channels` or `address` or `reach`."),
        ("e-mail", "Here it is `channels` or `address` or `reach`."),
        ("refund", "Here it is `terms` or `gives`."),
        ("warranty", "Here it is `terms`."),
        ("Datenschutz", "Here it is `privacy`."),
        ("Reklamation", "Here it is `complaints`."),
        ("Bereitschaft", "Here it is `escalation`."),
        ("macros", "Here it is `samples`."),
        ("preview", "`policyctl render` prints again after a change"),
        ("docx", "`policyctl render` writes Markdown, HTML and PDF. Word opens the HTML page"),
        ("word file", "`policyctl render` writes Markdown, HTML and PDF. Word opens the HTML page"),
    ],
)
def test_a_word_of_the_trade_leads_to_what_it_is_called_here(cli: Cli, word: str, said: str) -> None:
    assert said in cli("explain", word).out


@pytest.mark.parametrize("language", lexicon.languages())
def test_every_other_name_leads_to_what_can_be_looked_up(language: str) -> None:
    meant = {*lexicon.load("synonyms.keys", language), *lexicon.load("synonyms.rules", language)}
    assert meant - set(explainable_words()) == set()


@pytest.mark.parametrize("word", ["xyzzy", "invoice", "weather"])
def test_nothing_is_guessed_where_nothing_is_near(cli: Cli, word: str) -> None:
    assert "Did you mean" not in cli("explain", word).err
