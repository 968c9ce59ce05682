"""Print, as JSON, every regular expression that policyctl makes and where, once all that it can do is done.

Runs in a process of its own: a pattern is made once in each.
"""

import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
_compile = re._compile  # type: ignore[attr-defined]  # noqa: SLF001  All of them come by here.


class Noted:
    """A pattern that remembers by which of its methods it is used."""

    def __init__(self, made: re.Pattern[str], where: str) -> None:
        self.made, self.where = made, where
        self.used: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        if callable(found := getattr(self.made, name)):
            self.used.add(name)
        return found


_noted: dict[tuple[str, int], Noted] = {}


def _noting(pattern: Any, flags: int) -> Any:
    made = _compile(pattern, flags)
    frame = sys._getframe(2)  # noqa: SLF001  Who asked for it.
    if not isinstance(made.pattern, str) or "policyctl" not in frame.f_code.co_filename:
        return made
    where = f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno}"
    return _noted.setdefault((made.pattern, made.flags), Noted(made, where))


def run(name: str) -> None:
    """Do all that policyctl can do with the policies of a folder, as far as it makes patterns."""
    re._compile = _noting  # type: ignore[attr-defined]  # noqa: SLF001
    import policyctl  # noqa: PLC0415  Its patterns are made from here on.

    for module in walk_packages(policyctl.__path__, "policyctl."):
        if not module.name.endswith(("__main__", "pdf_worker")):
            import_module(module.name)
    from policyctl.validation.pictures import read_picture  # noqa: PLC0415
    from policyctl.validation.rulebook import every_page  # noqa: PLC0415

    for policy in policies(Path(name)):
        _use(policy)
    every_page()
    read_picture(b'<svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/><style>a {}</style></svg>', "a.svg")
    for words in word_lists():
        _noting_words(words)


def policies(folder: Path) -> Iterator[Path]:
    """All policies in a folder."""
    yield from sorted(file for file in folder.rglob("*.yaml") if "planted" not in file.parts)


def _use(file: Path) -> None:
    from policyctl import resources  # noqa: PLC0415
    from policyctl.rendering import formats  # noqa: PLC0415
    from policyctl.rendering.language import Language  # noqa: PLC0415
    from policyctl.rendering.view import view  # noqa: PLC0415
    from policyctl.validation import read, validate  # noqa: PLC0415

    data = file.read_bytes()
    before = file.with_suffix(".before")
    former = read(before.read_bytes(), before.name).policy if before.is_file() else None
    policy = validate(data, file.name, today=date(2026, 3, 1), before=former).policy
    if policy and "examples" in file.parts:
        shown = view(policy, kind="handbook")
        catalogue = Language(shown.language).translations
        for form in ("markdown", "html"):
            formats.render("handbook", shown, [form], templates=resources.templates(), catalogue=catalogue)


def word_lists() -> Iterator[str]:
    """The name of each list of words in the data of any language."""
    from policyctl.lexicon import DATA, languages, load  # noqa: PLC0415

    for language in languages():
        for file in sorted((DATA / language).glob("*.yaml")):
            yield from (
                f"{file.stem}.{key}" for key, value in load(file.stem, language).items() if isinstance(value, list)
            )


def _noting_words(name: str) -> None:
    from policyctl.lexicon import pattern  # noqa: PLC0415

    try:
        pattern(name).search("")
    except re.error:
        return  # A list that is no pattern: it holds signs that are looked up as they are.


if __name__ == "__main__":
    for each in sys.argv[1:]:
        run(each)
    print(json.dumps([[*key, sorted(each.used), each.where] for key, each in _noted.items()]))  # noqa: T201
