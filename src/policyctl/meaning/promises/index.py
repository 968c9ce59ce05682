"""Find promises by their place and by their name, and work out what each limit is counted after."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from policyctl.findings import Pointer
from policyctl.lexicon import alternatives, pattern
from policyctl.meaning.model import Meaning
from policyctl.meaning.references import inside
from policyctl.schema import Names
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import StandardRef
from policyctl.schema.sections.complaints import OutsideBody, Stage
from policyctl.schema.sections.procedures import Procedure
from policyctl.schema.sections.standards import Standard

STANDARDS: Pointer = ("standards",)


class Index(NamedTuple):
    """Every promise and every group of them by its place, and where a name leads from within a home.

    The home of a promise is the section `standards`, or the stage or the procedure that it stands in.
    """

    names: Names
    promises: dict[Pointer, Standard]
    homes: dict[Pointer, Pointer]
    named: dict[tuple[Pointer, str], Pointer]

    def groups(self, pointer: Pointer) -> tuple[Pointer, ...]:
        """The groups that a promise stands in, the outermost first."""
        prefixes = (pointer[:length] for length in range(1, len(pointer)))
        return tuple(prefix for prefix in prefixes if prefix in self.promises)

    def find(self, home: Pointer, words: str) -> Pointer | None:
        """The promise of that name: of the same stage or procedure, or else of the standards."""
        name = normalise_name(words)
        named = self.names.find(StandardRef(words))
        return self.named.get((home, name)) or self.named.get((STANDARDS, name)) or (named.pointer if named else None)

    def leaves(self) -> Iterator[tuple[Pointer, Standard]]:
        """The promises that are no groups."""
        return ((pointer, promise) for pointer, promise in self.promises.items() if not promise.rows)


@dataclass(frozen=True, slots=True)
class Start:
    """What a limit counts after: nothing said, the customer's word, another promise, or the author's own words.

    Two that are equal begin together: `key` is empty where nothing is said and where it is the customer's word, the
    way to another promise, or the normalised words.
    """

    key: Pointer | str = ""
    words: str | None = field(default=None, compare=False)


def index_of(meaning: Meaning) -> Index:
    """The index of a policy; until when customers may ask somebody outside is no promise."""
    apart = {pointer for pointer, _ in meaning.parts_of(OutsideBody)}
    homes = {pointer for kind in (Stage, Procedure) for pointer, _ in meaning.parts_of(kind)}
    promises = {pointer: each for pointer, each in meaning.parts_of(Standard) if inside(pointer, apart) is None}
    at_home = {pointer: inside(pointer, homes) or STANDARDS for pointer in promises}
    named: dict[tuple[Pointer, str], Pointer] = {}
    for pointer, each in promises.items():
        if each.name:
            named.setdefault((at_home[pointer], normalise_name(each.name)), pointer)
    return Index(meaning.names, promises, at_home, named)


def start_of(words: str | None, home: Pointer, index: Index) -> Start:
    """What the words mean: `receipt` and `it reaches us` are one, `Acknowledge` is the step of that name."""
    if not words:
        return Start()
    clean = " ".join(words.split()).rstrip(".")
    bare = _article().sub("", clean)
    step = index.named.get((home, normalise_name(bare)))
    if step:
        return Start(step, words)
    if pattern("promises.received").fullmatch(clean):
        return Start("", words)
    return Start(index.find(home, clean) or index.find(home, bare) or normalise_name(bare), words)


@cache
def _article() -> re.Pattern[str]:
    return re.compile(rf"^{alternatives('promises.articles')} (?=\S)", re.IGNORECASE)
