"""Find every template that there is, and which file of it wins: somebody's own or that of policyctl."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from policyctl.rendering.formats import FORMATS

FOLDERS = ("documents", *dict.fromkeys(form.writer.partition(":")[0] for form in FORMATS.values()))
"""Where templates stand: one for each document, then what the words of structure mean in each format."""

ENDINGS = (".j2", ".css", ".xml")

_MOST = 500
_LARGEST = 1_000_000
_NOTES = (("{#", "#}"), ("/*", "*/"))
"""What begins and ends a note in a template."""
_SENTENCE_ENDS = re.compile(r"(?<=[.?!]) ")


class TemplateFile(NamedTuple):
    """A template: its name, the file of it that wins, and what it is for, as the file itself says it.

    One of somebody's own (`is_own`) may still be word for word that of policyctl (`is_same`).
    """

    name: str
    path: Path
    says: str
    is_own: bool = False
    is_same: bool = False


def template_files(packaged: Path, own: Path | None) -> tuple[TemplateFile, ...]:
    """Every template by its name, and then those that only a folder of somebody's own has."""
    names = [name for name in _names_in(packaged) if name.startswith(tuple(f"{folder}/" for folder in FOLDERS))]
    found = [_winner(packaged, own, name) for name in names]
    used = {each.path for each in found}
    others = (own / name for name in _names_in(own)) if own else ()
    return (*found, *(_own_file(own, path) for path in others if own and path not in used))


def _winner(packaged: Path, own: Path | None, name: str) -> TemplateFile:
    """The file that is read where this template is asked for; what stands at the top of a folder is for all formats."""
    ours = packaged / name
    folder, _, short = name.partition("/")
    places = (own / name, own / short) if own and folder != "documents" else (own / name,) if own else ()
    theirs = next((path for path in places if path.is_file()), None)
    said = _text(ours, packaged)
    if theirs is None or own is None:
        return TemplateFile(name, ours, _says(said))
    text = _text(theirs, own)
    return TemplateFile(name, theirs, _says(text) or _says(said), is_own=True, is_same=text == said)


def _own_file(own: Path, path: Path) -> TemplateFile:
    return TemplateFile(path.relative_to(own).as_posix(), path, _says(_text(path, own)), is_own=True)


def _names_in(folder: Path | None) -> Iterator[str]:
    """The names of the templates below a folder, in order; hidden folders hold none."""
    left = _MOST
    for place, folders, names in os.walk(folder or os.devnull):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(each for each in names if each.endswith(ENDINGS))[:left]:
            left -= 1
            yield Path(place, name).relative_to(folder or place).as_posix()


def _text(path: Path, folder: Path) -> str:
    """What a template says; nothing where it leads out of its folder, for then it is none."""
    if not path.is_file() or not path.resolve().is_relative_to(folder.resolve()):
        return ""
    with path.open("rb") as file:
        return file.read(_LARGEST).decode(errors="replace")


def _says(text: str) -> str:
    """The first sentence of the note with which a template begins."""
    first = min(((text.find(opens), opens, closes) for opens, closes in _NOTES if opens in text), default=None)
    if first is None:
        return ""
    begins, opens, closes = first
    note = text[begins + len(opens) :].partition(closes)[0]
    return _SENTENCE_ENDS.split(" ".join(note.strip("- \n").split()))[0]
