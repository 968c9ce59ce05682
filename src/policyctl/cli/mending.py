"""Mend policies where that is certain: in their files, on standard output, or only as a difference to look at."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from policyctl.cli.paths import STANDARD_INPUT
from policyctl.cli.streams import write_err, write_out
from policyctl.errors import PolicyctlError
from policyctl.files import read_file
from policyctl.library import validate
from policyctl.outputs import replace_all
from policyctl.reporters import Look, Report, show
from policyctl.reporters.difference import difference
from policyctl.reporters.wording import counted, mistakes
from policyctl.schema import Policy
from policyctl.validation import Validation
from policyctl.validation.fixing import Mended, mend


@dataclass
class Mender:
    """Mends each policy that is checked, and remembers what it did; `write` puts what is mended in its place.

    `accepted` gives the keys of the findings that a baseline accepts in a file: they are left alone.
    """

    today: date
    write: bool
    accepted: Callable[[str], frozenset[str]] = lambda _: frozenset()
    mended: dict[str, Mended] = field(default_factory=dict)

    def judge(self, name: str, shown: str, data: bytes, before: Policy | None) -> Validation:
        """What is found in a policy once it is mended."""

        def read(text: bytes) -> Validation:
            return validate(text, name=shown, today=self.today, before=before)

        found = mend(data, read, passed_over=self.accepted(shown))
        if self.write and name != STANDARD_INPUT and found.data != data:
            _put_in_place(Path(name), data, found.data)
        if found.data != data or name == STANDARD_INPUT:
            self.mended[shown] = found
        return found.validation

    @property
    def done(self) -> int:
        """How many mistakes were mended."""
        return sum(each.done for each in self.mended.values())

    def differences(self, look: Look) -> str:
        """What was changed, file by file."""
        return "".join(difference(name, each.lines, look) for name, each in self.mended.items())

    @property
    def where(self) -> str:
        """The one file in which something was mended, or how many there are."""
        names = [name for name, each in self.mended.items() if each.done]
        return show(names[0]) if len(names) == 1 else f"{len(names)} files"


def _put_in_place(path: Path, before: bytes, after: bytes) -> None:
    """Write a mended policy, unless somebody has changed it meanwhile or has closed it against writing."""
    if not os.access(path, os.W_OK):
        raise PolicyctlError(f"{path} may not be written by you.", hint="Change its permissions, or mend a copy of it.")
    if read_file(path) != before:
        hint = "Save it where it is open, and start again."
        raise PolicyctlError(f"{path} was changed while it was read.", hint=hint)
    replace_all({path: after})


def tell_what_was_mended(mender: Mender, look: Look, *, with_difference: bool) -> None:
    """Say what was mended before the report on what is left; a format for programs keeps its stream to itself."""
    if with_difference and (shown := mender.differences(look)):
        write_out(f"{shown}\n")
    told = f"Mended {mistakes(mender.done)} in {mender.where}." if mender.done else "There was nothing certain to mend."
    (write_out if with_difference else write_err)(f"{told}\n\n" if with_difference else f"{told}\n")


def print_mended(mender: Mender) -> None:
    """Write what came in on standard input, mended, to standard output: byte by byte, whatever its line ends."""
    data = b"".join(each.data for each in mender.mended.values())
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        write_out(data.decode("utf-8", "replace"))
        return
    sys.stdout.flush()
    try:
        buffer.write(data)
        buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def show_difference(mender: Mender, report: Report, look: Look) -> None:
    """Write the difference alone to standard output, and to standard error what it means and what is left."""
    write_out(mender.differences(look))
    would = f"--fix would mend {mistakes(mender.done)} in {mender.where}."
    told = would if mender.done else "There is nothing certain to mend."
    left = f" {counted(report.findings)} would be left." if report.findings else ""
    if report.files:
        write_err(f"{told}{left}\n")
