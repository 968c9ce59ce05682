"""Look at the files that were printed before: which of them are what would be printed now, and why others are not."""

import os
import platform
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from policyctl import resources
from policyctl.errors import PolicyctlError
from policyctl.files import read_file
from policyctl.rendering.formats import FORMATS
from policyctl.rendering.record import (
    LARGEST_RECORD,
    MISSING,
    PACKAGES,
    RECORD,
    UNKNOWN,
    Entry,
    Record,
    fingerprint,
    fingerprint_of_all,
    fingerprint_of_output,
    inputs_of,
    read_record,
    why_stale,
    write_record,
)

LARGEST_FILE = 200_000_000
"""Bytes of a printed file that are looked at; no file that policyctl prints is larger."""

MOST_TEMPLATES = 2000
"""Files in a folder of templates beyond which nobody can say quickly whether one of them has changed."""

LARGEST_TEMPLATE = 1_000_001
"""Bytes that are looked at of each: one more than a template may have."""

_SAYS_ELSE = "it is not what would be printed now"

Wanted = tuple[str, str]
"""A document and a format, by their names."""


class Printed(NamedTuple):
    """One file that is to be written: its document and format, its bytes and the seconds that it took."""

    document: str
    form: str
    data: bytes
    seconds: float


def file_name(wanted: Wanted) -> str:
    """What the file of a document in a format is called."""
    document, form = wanted
    return document + FORMATS[form].extension


def read_record_in(folder: Path) -> dict[str, Entry]:
    """What is known of the files in a folder; refuses a link or a pipe, through which the record would be written."""
    place = folder / RECORD
    if place.is_symlink() or (place.exists() and not place.is_file()):
        raise PolicyctlError(f"{place} is no plain file, so policyctl keeps no record there.", hint="Remove it.")
    try:
        data = read_file(place, LARGEST_RECORD + 1)
    except PolicyctlError:
        return {}
    return read_record(data) if len(data) <= LARGEST_RECORD else {}


def find_stale(
    folder: Path, record: Record, wanted: Iterable[Wanted], values: Mapping[str, str], *, of_author: bool = False
) -> dict[Wanted, str]:
    """Why each file has to be printed anew, of those that have to be."""
    reasons = {}
    for each in wanted:
        name = file_name(each)
        content = _fingerprint_in(folder / name, each[1])
        if why := why_stale(record.get(name), content, inputs_of(*each, values), of_author=of_author):
            reasons[each] = why
    return reasons


def compare(
    folder: Path, stale: Mapping[Wanted, str], print_again: Callable[[Sequence[Wanted]], Iterable[Printed]]
) -> dict[Wanted, str]:
    """Why each file is out of date, of those that are: what the record does not clear is printed once more.

    A file that is no text has other bytes with other libraries, so that where the record knows of it, that decides.
    """
    doubtful = [each for each, why in stale.items() if why == UNKNOWN or (why != MISSING and FORMATS[each[1]].is_text)]
    wrong = dict(stale)
    for printed in print_again(doubtful):
        each = (printed.document, printed.form)
        if _fingerprint_in(folder / file_name(each), each[1]) == fingerprint_of_output(printed.data, each[1]):
            del wrong[each]
    return {
        each: why if why == MISSING else f"out of date: {_SAYS_ELSE if why == UNKNOWN else why}"
        for each, why in wrong.items()
    }


def left_over(folder: Path, record: Record, documents: Sequence[str], policy: str) -> list[str]:
    """The files of these documents that the policy has printed before, and that are still there."""
    theirs = [name for name, entry in record.items() if entry.policy == policy and Path(name).stem in documents]
    return [name for name in theirs if os.path.isfile(folder / name)]  # noqa: PTH113  As below.


def _fingerprint_in(path: Path, form: str) -> str | None:
    try:
        return fingerprint_of_output(read_file(path, LARGEST_FILE), form)
    except PolicyctlError:
        return None


def record_with(
    folder: Path, record: Record, printed: Mapping[Wanted, Printed], policy: str, values: Mapping[str, str]
) -> bytes:
    """The record with what was printed just now, and without files that are gone."""
    kept = {name: entry for name, entry in record.items() if os.path.exists(folder / name)}  # noqa: PTH110  It says no where a name is too long.
    fresh = {
        file_name(each): Entry(fingerprint_of_output(made.data, each[1]), policy, inputs_of(*each, values))
        for each, made in printed.items()
    }
    return write_record({**kept, **fresh})


# ---- what cannot be read from the policy ---------------------------------------------------------------------------


def fingerprint_of_program() -> str:
    """All that policyctl itself is made of: between two releases it may change, and its version does not say so."""
    code = _files_in(Path(__file__).resolve().parent.parent, (".py", ".po", ".yaml"))
    templates = _files_in(resources.templates(), (".j2", ".css", ".yaml", ".ttf", ".woff2"))
    return fingerprint(fingerprint_of_all(code) + fingerprint_of_all(templates))


def versions_of_packages() -> str:
    """The versions of what policyctl stands on, as a person would read them."""
    from importlib.metadata import PackageNotFoundError, version

    found = [f"Python {platform.python_version()}"]
    for name in PACKAGES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    return ", ".join(found)


def fingerprint_of_templates(folder: Path | None, output: Path) -> str:
    """All files from which somebody's own templates may be put together; never the same where they are too many."""
    if folder is None:
        return ""
    leave_out = output.resolve()
    paths = list(_paths_in(folder, leave_out, most=MOST_TEMPLATES + 1))
    if len(paths) > MOST_TEMPLATES:
        return f"more than {MOST_TEMPLATES} files, {os.urandom(8).hex()}"
    found = {}
    for path in paths:
        try:
            found[path.relative_to(folder).as_posix()] = read_file(path, LARGEST_TEMPLATE)
        except PolicyctlError:
            continue
    return fingerprint_of_all(found, is_text=True)


def _paths_in(folder: Path, leave_out: Path, *, most: int) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = [each for each in folders if not each.startswith(".") and Path(place, each).resolve() != leave_out]
        for name in names:
            most -= 1
            if most < 0:
                return
            yield Path(place, name)


def _files_in(folder: Path, endings: tuple[str, ...]) -> dict[str, bytes]:
    """The files below a folder with these endings, by their names from there on."""
    found: dict[str, bytes] = {}
    for place, _, names in os.walk(folder):
        paths = [Path(place, name) for name in names if name.endswith(endings)]
        found |= {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    return found
