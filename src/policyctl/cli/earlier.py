"""A file or a revision of git in, and for each policy what it was then out."""

import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

from policyctl.cli.finding_files import Document
from policyctl.cli.reading import read_file
from policyctl.errors import PolicyctlError
from policyctl.findings import Severity
from policyctl.schema import Policy
from policyctl.validation import validate

Earlier = Callable[[Document], Policy]
"""What a policy was before; raises PolicyctlError where that cannot be told."""

_ANY_DAY = date(2000, 1, 1)
"""What is overdue in an earlier policy is nobody's concern any more."""

PATIENCE = 30
"""Seconds after which git is stopped: what it would have to fetch first may never come."""

_OF_ANOTHER = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What git tells its hooks about where they run, and what would lead it astray in another folder."""


def earlier(against: str) -> Earlier:
    """What gives each document the policy that it was: the one file, or its own file at that revision."""
    if not against or against.startswith("-"):
        hint = "Write a file, or a revision such as main or v1.2."
        raise PolicyctlError(f"“{against}” is no file and no revision to compare with.", hint=hint)
    return _in_file(against) if Path(against).is_file() else lambda document: _at_revision(document, against)


def _in_file(name: str) -> Earlier:
    policy = _read(read_file(Path(name)), name)
    compared: set[str] = set()

    def give(document: Document) -> Policy:
        compared.add(document.name)
        if len(compared) > 1:
            hint = "Compare one policy at a time, or all of them with a revision of git."
            raise PolicyctlError(f"{name} is one policy, and {document.name} is another.", hint=hint)
        return policy

    return give


def _at_revision(document: Document, revision: str) -> Policy:
    path = Path(document.name)
    if not path.is_file():
        hint = "Name the file that it was before, instead of a revision."
        raise PolicyctlError(f"{document.name} is in no folder, so git does not know it at {revision}.", hint=hint)
    if _git(path.parent, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}") is None:
        hint = "Check the spelling; in a job, fetch it first, since a shallow clone holds the newest revision alone."
        raise PolicyctlError(f"{revision} is no file, and no revision that git knows here.", hint=hint)
    data = _git(path.parent, "cat-file", "blob", f"{revision}:./{path.name}")
    if data is None:
        hint = "Compare with a later revision, or with the file that it was then."
        raise PolicyctlError(f"{document.name} was not there at {revision}.", hint=hint)
    return _read(data, f"{document.name} at {revision}")


def _read(data: bytes, name: str) -> Policy:
    """The earlier policy, read whole: of one that is not, nobody knows what it promised."""
    found = validate(data, name, today=_ANY_DAY)
    if found.policy is None:
        first = next(each for each in found.findings if each.severity is Severity.ERROR)
        hint = f"Its line {first.span.start.line}: {first.message} Compare with one that can be read as a whole."
        raise PolicyctlError(f"{name} cannot be read, so nothing can be compared with it.", hint=hint)
    return found.policy


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git prints, or None where it has no such thing; raises PolicyctlError where it cannot work at all."""
    program = shutil.which("git")
    if not program:
        raise PolicyctlError(
            "git is not installed, so no revision can be looked up.", hint="Name a file to compare with."
        )
    environment = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER}
    command = [program, "-C", str(folder), *arguments]
    try:
        done = subprocess.run(  # noqa: S603  No shell; a revision that begins with a dash was refused.
            command, capture_output=True, check=False, timeout=PATIENCE, env={**environment, "GIT_TERMINAL_PROMPT": "0"}
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PolicyctlError(
            "git does not answer, so no revision can be looked up.", hint="Name a file to compare with."
        ) from error
    said = done.stderr.decode(errors="replace").strip()
    if done.returncode and arguments[0] == "rev-parse" and said:
        words = said.splitlines()[0].removeprefix("fatal: ").rstrip(".")
        raise PolicyctlError(f"git cannot look into {folder}: {words}.", hint="Name a file to compare with.")
    return None if done.returncode else done.stdout
