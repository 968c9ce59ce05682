"""Know what a printed file was made from, so that only what has changed is printed anew.

Beside the files stands one record of them: what each holds, and every input that shaped it, as fingerprints. A stranger
may have written it, and then it says at worst that a file is as it should be, which whoever can write there has already
decided.
"""

import json
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import PurePath
from types import MappingProxyType
from typing import Any, NamedTuple

from policyctl.rendering.formats import FORMATS

RECORD = ".policyctl.json"
"""The name of the record, in the folder that is printed into."""

LARGEST_RECORD = 1_000_000
"""Bytes that are read at most; a record of every document takes some thirty thousand."""

PACKAGES = (
    "babel", "jinja2", "markdown-it-py", "markupsafe", "pydantic", "pydyf", "pyphen", "python-docx", "tinycss2",
    "weasyprint",
)  # fmt: skip
"""The packages of other people whose versions shape a file."""

_FORM = 1
_ABOUT = "What policyctl printed the files beside it from. Keep it with them; render --check reads it."


class Input(NamedTuple):
    """Something that a file is made from: what is said where it changed, and which files it shapes.

    Where no documents or formats are named, it shapes all. What an author has no say in (`of_author` is false) makes
    a file worth printing again on this machine, and no file that was committed elsewhere out of date.
    """

    changed: str
    documents: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    of_author: bool = True

    def shapes(self, document: str, form: str) -> bool:
        """Whether it is in a document of this format."""
        return (not self.documents or document in self.documents) and (not self.formats or form in self.formats)


INPUTS: Mapping[str, Input] = MappingProxyType(
    {
        "policy": Input("the policy has changed"),
        "brand": Input("a logo or a typeface has changed"),
        "templates": Input("a template has changed"),
        "before": Input("it was compared with another policy", documents=("briefing",)),
        "findings": Input("what is found in the policy has changed", documents=("review",)),
        "engine": Input("its PDF was made by another engine", formats=("pdf",)),
        "version": Input("another version of policyctl has printed it"),
        "program": Input("policyctl itself has changed", of_author=False),
        "packages": Input("the packages that policyctl stands on have changed", of_author=False),
    }
)
"""Every input by its name: what is not here, such as how long a PDF may take, shapes no byte."""

MISSING = "missing"
UNKNOWN = "nothing says what it was printed from"
TOUCHED = "it is no longer as it was printed"
LEFT_OVER = "this policy has nothing for it any more"


class Entry(NamedTuple):
    """What is known of one file: a fingerprint of all that it holds, its policy's name, and those of its inputs."""

    content: str
    policy: str
    inputs: Mapping[str, str]


Record = Mapping[str, Entry]
"""What is known of each file in a folder, by its name."""


# ---- fingerprints --------------------------------------------------------------------------------------------------


def fingerprint(data: bytes | str, *, is_text: bool = False) -> str:
    """A short word for what a file holds; of a text, whatever ends its lines."""
    whole = data.encode(errors="surrogatepass") if isinstance(data, str) else data
    return blake2b(whole.replace(b"\r\n", b"\n") if is_text else whole, digest_size=16).hexdigest()


def fingerprint_of_all(files: Mapping[str, bytes], *, is_text: bool = False) -> str:
    """The same for several files with their names, in whatever order they were found."""
    return fingerprint(json.dumps({name: fingerprint(files[name], is_text=is_text) for name in sorted(files)}))


def fingerprint_of_output(data: bytes, form: str) -> str:
    """The same for a printed file."""
    return fingerprint(data, is_text=FORMATS[form].is_text)


def inputs_of(document: str, form: str, values: Mapping[str, str]) -> dict[str, str]:
    """The fingerprints of those inputs that shape a document in this format."""
    return {name: values[name] for name, each in INPUTS.items() if name in values and each.shapes(document, form)}


# ---- what has changed ----------------------------------------------------------------------------------------------


def why_stale(entry: Entry | None, content: str | None, inputs: Mapping[str, str], *, of_author: bool = False) -> str:
    """Why a file is not what would be printed now, or nothing where it is.

    `content` is the fingerprint of the file, None where there is none. Where `of_author`, only what an author has a
    say in is looked at.
    """
    if content is None:
        return MISSING
    if entry is None:
        return UNKNOWN
    if content != entry.content:
        return TOUCHED
    return next((each.changed for name, each in INPUTS.items() if _differs(name, each, entry, inputs, of_author)), "")


def _differs(name: str, each: Input, entry: Entry, inputs: Mapping[str, str], of_author: bool) -> bool:  # noqa: FBT001  It is handed on.
    return entry.inputs.get(name) != inputs.get(name) and (each.of_author or not of_author)


# ---- the file of the record ----------------------------------------------------------------------------------------


def read_record(data: bytes) -> dict[str, Entry]:
    """What a record says; nothing where it is none, and without whatever in it is no entry for a file beside it."""
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(whole, dict) or whole.get("policyctl") != _FORM or not isinstance(whole.get("files"), dict):
        return {}
    found = {name: _entry(said) for name, said in whole["files"].items() if _is_a_name(name)}
    return {name: entry for name, entry in found.items() if entry}


def _is_a_name(name: str) -> bool:
    return bool(name) and PurePath(name).name == name and name.isprintable()


def _entry(said: Any) -> Entry | None:
    match said:
        case {"content": str(content), "policy": str(policy), "inputs": dict(inputs)}:
            words = {name: word for name, word in inputs.items() if isinstance(word, str)}
            return Entry(content, policy, words)
        case _:
            return None


def write_record(record: Record) -> bytes:
    """The record as a text that a person can read and a merge can put together, file by file."""
    files = {name: record[name]._asdict() | {"inputs": dict(record[name].inputs)} for name in sorted(record)}
    return (json.dumps({"policyctl": _FORM, "about": _ABOUT, "files": files}, indent=1) + "\n").encode()
