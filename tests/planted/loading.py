"""Load a set of planted defects: policies, edits that make them contradict themselves, and edits that do not.

Each set was written without a look at the rules. The rules were then made to see what the first and the third hold, so
that only a set which is newer than the rules says how much they see of a policy that nobody has looked at: of the
third, when it was new, they found 12 of 60.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

PLANTED = Path(__file__).parent


class Edit(NamedTuple):
    """One small change of a policy; a finding at a line with one of the texts `at` finds a defect."""

    id: str
    policy: str
    says: str
    before: str
    after: str
    kind: str = ""
    form: str = ""
    at: tuple[str, ...] = ()

    @property
    def lines(self) -> frozenset[int]:
        """The lines of the changed policy at which the defect may be told."""
        lines = enumerate(self.after.splitlines(), 1)
        return frozenset(number for number, line in lines if any(text in line for text in self.at))


def defects(name: str) -> Iterator[Edit]:
    """The planted defects of a set."""
    return _edits(name, "planted")


def harmless(name: str) -> Iterator[Edit]:
    """The edits of a set that contradict nothing."""
    return _edits(name, "harmless")


def _edits(name: str, kind: str) -> Iterator[Edit]:
    for file in sorted((PLANTED / name).glob(f"*.{kind}.yaml")):
        policy = file.name.removesuffix(f".{kind}.yaml")
        before = file.with_name(f"{policy}.policy.yaml").read_text(encoding="utf-8")
        for edit in yaml.safe_load(file.read_text(encoding="utf-8")):
            yield Edit(
                edit["id"], policy, edit["says"], before, _changed(before, edit),
                edit.get("kind", ""), edit.get("form", ""), tuple(edit.get("at", ())),
            )  # fmt: skip


def _changed(text: str, edit: dict[str, Any]) -> str:
    for each in edit.get("edits", [edit]):
        assert text.count(each["find"]) == 1, f"{edit['id']}: “{each['find']}” does not stand there once"
        text = text.replace(each["find"], each["replace"])
    return text
