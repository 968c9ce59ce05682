"""`policyctl show` says what was understood of a policy, whole outputs and as data that its JSON Schema describes."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.cli.conftest import Cli

from policyctl.resources import examples

SHOWN = Path(__file__).parent / "shown"
UNTIDY = sorted((Path(__file__).parent.parent / "cases" / "untidy").glob("*.yaml"))
PRACTICE, WATER = (str(UNTIDY[0].parent / name) for name in ("practice-standards.yaml", "water-code.yaml"))
EXAMPLES = sorted(examples().rglob("*policy.yaml"))
SHOP, WORKSHOP, BOOKS = (
    str(examples() / name / "policy.yaml")
    for name in ("corner-shop", "fahrradwerkstatt-lindenhof", "harbour-lane-books")
)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("corner-shop", (SHOP,)),
        ("bookshop-put-it-right", (BOOKS, "put it right")),
        ("bookshop-returns", (BOOKS, "Returns")),
        ("bookshop-dilys", (BOOKS, "Dilys")),
        ("werkstatt-standards", (WORKSHOP, "standards")),
        ("practice-guarantee", (PRACTICE, "Guarantee")),
        ("practice-out-of-hours", (PRACTICE, "Out of hours")),
        ("water-leaks", (WATER, "The first leak on your pipe")),
        ("water-planned-work", (WATER, "Planned work")),
        ("water-ways-to-pay", (WATER, "Ways to pay")),
    ],
)
def test_a_policy_and_an_entry_are_told_sentence_by_sentence(cli: Cli, name: str, arguments: tuple[str, ...]) -> None:
    said = cli("show", *arguments)
    assert (said.code, said.err) == (0, "")
    assert said.out == (SHOWN / f"{name}.txt").read_text(encoding="utf-8")


def test_without_a_path_the_policy_of_the_folder_is_meant(cli: Cli, small: Path) -> None:
    assert cli("show").out == cli("show", str(small)).out
    assert cli("show", "hours").out == (
        "hours, Rosa's Corner Shop\n\nWho is there when\n  7  Hours: Monday to Saturday 07:00-21:00.\n"
    )


def test_each_line_about_a_policy_in_another_language_is_english_around_its_authors_words(
    cli: Cli, small: Path
) -> None:
    small.write_text(
        "policyctl: 1\n"
        "policy: {title: So helfen wir, organisation: Rosas Laden, owner: Rosa, language: de-DE, currency: EUR}\n"
        "roles: {Rosa: Inhaberin}\n"
        "standards:\n"
        "  Ans Telefon gehen: {at_most: 10 mal klingeln}\n"
        "  Eine Beschwerde lösen: am selben Tag\n"
        "  Wenn es brennt: 1 Stunde rund um die Uhr\n"
        "  Neuigkeiten: {every: Monat, until: es da ist}\n"
        "  Abholen: {within: sobald es da ist}\n"
        "discretion: {may_give: {Rosa: ein Umtausch bis 20 € pro Fall}}\n",
        encoding="utf-8",
    )
    assert cli("show").out.partition("\n\nWhat is promised\n")[2].partition("\n\nWhat is done")[0] == (
        "   5  Ans Telefon gehen: promised: picking up at most 10 rings.\n"
        "   6  Eine Beschwerde lösen: promised on the same day.\n"
        "   7  Wenn es brennt: promised within 1 calendar hour.\n"
        "   8  Neuigkeiten: promised every month, until “es da ist”.\n"
        "   9  Abholen: promised within “sobald es da ist”.\n\n"
        "What may be given, and what is owed\n"
        "  10  Rosa: may give “ein Umtausch”, up to €20 per case."
    )


def test_what_cannot_be_read_is_told_as_validate_tells_it_and_the_rest_is_shown(cli: Cli, small: Path) -> None:
    small.write_text(
        small.read_text(encoding="utf-8")
        + "standards:\n  Answer the phone: {within: 6 rings, met: mostly}\n  Email: within 2 days\n",
        encoding="utf-8",
    )
    said = cli("show")
    told, _, shown = said.out.partition("\n\nHow we look after our customers, Rosa's Corner Shop\n\n")
    assert said.code == 1
    assert told.strip() == cli("validate").out.strip()
    assert shown == (
        "What is promised\n"
        "  9  Answer the phone: promised: picking up within 6 rings.\n"
        "  10  Email: promised within 2 days.\n\n"
        "Who is there when\n"
        "   7  Hours: Monday to Saturday 07:00-21:00.\n"
    ).replace("  9  Answer", "   9  Answer")


def test_a_file_of_which_nothing_can_be_read_is_told_alone(cli: Cli, small: Path) -> None:
    small.write_text("- a list\n", encoding="utf-8")
    said = cli("show")
    assert (said.code, said.out.strip()) == (1, cli("validate").out.strip())


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("Horus",), "policyctl: Nothing in this policy is called “Horus”.\n  Did you mean “hours”?\n"),
        (
            ("xyz",),
            "policyctl: Nothing in this policy is called “xyz”.\n  See every entry with: policyctl show\n",
        ),
    ],
)
def test_a_name_that_nothing_has_is_answered_with_the_likely_one(
    cli: Cli, small: Path, arguments: tuple[str, ...], error: str
) -> None:
    said = cli("show", str(small), *arguments)
    assert (said.code, said.out, said.err) == (2, "", error)


def test_what_an_author_wrote_harms_no_terminal(cli: Cli, small: Path) -> None:
    small.write_text(small.read_text(encoding="utf-8") + 'never: "##[group] ::error::"\n', encoding="utf-8")
    assert "Never: ruled out: “# #[group] : :error::”." in cli("show").out


def test_an_entry_of_which_nothing_is_compared_says_so(cli: Cli, small: Path) -> None:
    small.write_text(small.read_text(encoding="utf-8") + "glossary: {Reader: Anybody}\n", encoding="utf-8")
    assert cli("show", "reader").out == (
        "Reader, Rosa's Corner Shop\n\n"
        "Nothing of it is a promise, a limit, a deed or anything else that is compared:\n"
        "it is printed as it stands.\n"
    )


# ---- as data -----------------------------------------------------------------------------------------------------


def _known(schema: Any, shape: Any, data: Any, way: str = "") -> list[str]:
    """Every key of the data that the schema does not know; the policy has a schema of its own."""
    while "$ref" in shape:
        shape = schema["$defs"][shape["$ref"].removeprefix("#/$defs/")]
    shape = next((one for one in shape.get("anyOf", ()) if one.get("type") != "null"), shape)
    if "$ref" in shape:
        return _known(schema, shape, data, way)
    if isinstance(data, list):
        return [key for each in data for key in _known(schema, shape["items"], each, f"{way}[]")]
    if not isinstance(data, dict) or way == ".policy":
        return []
    return [
        found
        for key, value in data.items()
        for found in (
            _known(schema, shape["properties"][key], value, f"{way}.{key}")
            if key in shape["properties"]
            else [f"{way}.{key}"]
        )
    ]


@pytest.fixture
def schema(cli: Cli) -> Any:
    said = cli("show", "--schema")
    assert (said.code, said.err, said.out.isascii()) == (0, "", True)
    return json.loads(said.out)


def test_the_schema_is_one_and_describes_every_field(schema: Any) -> None:
    Draft202012Validator.check_schema(schema)
    parts = {name: part for name, part in {"": schema, **schema["$defs"]}.items() if "properties" in part}
    fields = {f"{name}.{key}": field for name, part in parts.items() for key, field in part["properties"].items()}
    assert len(fields) > 150
    assert [key for key, field in fields.items() if "description" not in field and "$ref" not in field] == []
    assert [name for name, part in parts.items() if "description" not in part] == []


@pytest.mark.parametrize("path", [*EXAMPLES, *UNTIDY], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_schema_describes_what_is_printed(cli: Cli, schema: Any, path: Path) -> None:
    said = cli("show", str(path), "--format", "json")
    assert (said.code, said.err, said.out.isascii()) == (0, "", True)
    printed = json.loads(said.out)
    assert [error.message[:200] for error in Draft202012Validator(schema).iter_errors(printed)] == []
    assert _known(schema, schema, printed) == []
    assert printed["format_version"] == 1


def test_data_bears_the_policy_its_meaning_and_the_lines(cli: Cli) -> None:
    printed = json.loads(cli("show", BOOKS, "Larger refunds", "--format", "json").out)
    assert printed["entry"] == "Larger refunds"
    assert printed["policy"]["discretion"]["may_give"]["Larger refunds"]["up_to"] == "£150 per case"
    grant = next(each for each in printed["meaning"]["grants"] if each["name"] == "Larger refunds")
    assert grant["place"] == {"pointer": "/discretion/may_give/Larger refunds", "words": "", "line": 695}
    assert grant["who"] == [{"text": "Care lead", "pointer": "/roles/items/Care lead"}]
    assert grant["up_to"] == {
        "kind": "allowance", "text": "£150 per case", "amount": "150", "most": None, "unit": None, "clock": None,
        "currency": "GBP", "per": ["case"],
    }  # fmt: skip


def test_data_tells_what_could_not_be_read(cli: Cli, small: Path) -> None:
    small.write_text(small.read_text(encoding="utf-8") + "review: {next: soon}\n", encoding="utf-8")
    said = cli("show", "--format", "json")
    printed = json.loads(said.out)
    assert said.code == 1
    assert [(each["rule"], each["line"]) for each in printed["problems"]] == [("unreadable-value", 8)]
    assert "next" not in printed["policy"].get("review", {})
    assert len(printed["meaning"]["presences"]) == 1
