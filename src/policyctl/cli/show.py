"""`policyctl show`: say what policyctl understood of a policy, or of one entry of it."""

import os
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from policyctl.cli import ExitCode
from policyctl.cli.options import choose, complete
from policyctl.cli.paths import STANDARD_INPUT, one_policy, read_policy
from policyctl.cli.streams import terminal, write_out
from policyctl.errors import PolicyctlError

if TYPE_CHECKING:
    from policyctl.findings import Pointer
    from policyctl.meaning import Meaning
    from policyctl.reporters.understood import Understood

FORMATS = ("text", "json")


def sections() -> list[str]:
    """Every section that may be named."""
    from policyctl.schema import Policy

    return list(Policy.known_keys())


def show(
    path: Annotated[
        str | None,
        typer.Argument(
            metavar="PATH", show_default=False, help="A file, a folder, or - for standard input; policy.yaml if none."
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            show_default=False,
            autocompletion=complete(sections),
            help="One entry or one section, in any spelling; all if none.",
        ),
    ] = None,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            show_default=False,
            autocompletion=complete(lambda: FORMATS),
            help="What to print: text for people, or json for programs; text unless told.",
        ),
    ] = "text",
    schema: Annotated[
        bool, typer.Option("--schema", show_default=False, help="The JSON Schema of --format json, and nothing else.")
    ] = False,
) -> None:
    """Say what policyctl understood of a policy, in sentences.

    Promises, limits, who decides, who is there when, what is said and what it
    costs, each with its line; and what it did not understand. Whoever doubts a
    finding, or wonders why there is none, sees it here.

    \b
    Example:
      policyctl show policy.yaml
      policyctl show policy.yaml "First reply"
      policyctl show policy.yaml standards
      policyctl show policy.yaml --format json
    \b
    Exit codes: 0 all was read, 1 some could not be read, 2 could not run.
    """  # noqa: D301  The escape keeps the lines of a paragraph as they stand.
    form = choose(format_, FORMATS, "--format")
    if schema:
        from policyctl.reporters.understood_json import schema_text

        write_out(schema_text())
        return
    if name is None and path and path != STANDARD_INPUT and not os.path.lexists(path) and not path.endswith("yaml"):
        path, name = None, path
    raise typer.Exit(_show(path, name, form))


def _show(path: str | None, name: str | None, form: str) -> ExitCode:
    from policyctl.findings import Checked, Severity
    from policyctl.meaning import Meaning
    from policyctl.reporters import Report, reporter, understood
    from policyctl.validation import read_partly

    data, file = read_policy(one_policy(path))
    reading = read_partly(data, file)
    source, policy = reading.source, reading.policy

    def line_of(pointer: "Pointer") -> int:
        return source.span(pointer).start.line

    meaning = Meaning(policy, date.today()) if policy else None  # noqa: DTZ011  The day where the user is.
    told = _understood(meaning, name) if meaning else understood.Understood(file, (), (), whole=not name)
    if form == "json":
        from policyctl.reporters.understood_json import json_text

        write_out(json_text(file, name, policy, told, reading.errors, line_of))
    else:
        report = Report((Checked(file, reading.errors, whole=False),), Severity.ERROR)
        write_out(reporter("text")(report, terminal()) + "\n" if reading.errors else "")
        write_out(understood.text(told, line_of, terminal()) if meaning else "")
    return ExitCode.FOUND if reading.errors else ExitCode.OK


def _understood(meaning: "Meaning", name: str | None) -> "Understood":
    """What was understood of the whole policy, or of what has the name and of what names it."""
    from policyctl.meaning.concepts import names_in
    from policyctl.meaning.lowering import concepts, gaps
    from policyctl.reporters.understood import Understood
    from policyctl.schema.grammar.entry import Entry
    from policyctl.schema.grammar.names import normalise_name

    head = meaning.policy.policy
    language = head.language or "en"
    if name is None:
        whole = f"{head.title}, {head.organisation}"
        return Understood(whole, concepts(meaning), gaps(meaning), language=language)
    places = _places(meaning, name)
    called = {entry.named() for pointer, entry in meaning.parts if pointer in places and isinstance(entry, Entry)}

    def inside(pointer: "Pointer | None") -> bool:
        return pointer is not None and any(pointer[: len(place)] == place for place in places)

    told = [
        each
        for each in concepts(meaning)
        if inside(each.place.pointer) or any(one.pointer in places for one in names_in(each))
    ]
    unclear = [gap for gap in gaps(meaning) if inside(gap.place.pointer)]
    title = next((each for each in called if normalise_name(each) == normalise_name(name)), name)
    return Understood(f"{title}, {head.organisation}", told, unclear, whole=False, language=language)


def _places(meaning: "Meaning", name: str) -> tuple["Pointer", ...]:
    """Everything that has the name: entries first, or else a section; refuses a name that nothing has."""
    from policyctl.schema.grammar.entry import Entry
    from policyctl.schema.grammar.names import normalise_name

    entries = [(pointer, part) for pointer, part in meaning.parts if isinstance(part, Entry)]
    wanted = normalise_name(name)
    found = [pointer for pointer, entry in entries if wanted in map(normalise_name, filter(None, entry.aliases()))]
    sections = [(key,) for key in meaning.policy.set_fields() if normalise_name(key) == wanted]
    if found or sections:
        return tuple(found or sections)
    known = [*(entry.named() for _, entry in entries if entry.name), *meaning.policy.set_fields()]
    near = get_close_matches(name, known, 1, 0.6)
    hint = f"Did you mean “{near[0]}”?" if near else "See every entry with: policyctl show"
    raise PolicyctlError(f"Nothing in this policy is called “{name}”.", hint=hint)
