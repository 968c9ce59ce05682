"""Find what a policy was before: in another file, or at a revision of git."""

import os
import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

from policyctl.cli.streams import write_err
from policyctl.errors import PolicyctlError
from policyctl.files import read_file
from policyctl.schema import Policy
from policyctl.validation import read

History = Callable[[str], Policy | None]
"""What the policy in the file of this name was before; None where it is new, PolicyctlError where nobody can tell."""

TIMEOUT = 30
"""Seconds after which git is stopped: what it would have to fetch first may never come."""

_VARIABLES_OF_HOOKS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What git tells its hooks about where they run, and what would lead it astray in another folder."""


def history(against: str, *, may_be_new: bool) -> History:
    """What gives each policy as it was: the one file, or its own file at that revision.

    A policy that was not there at that revision is an error, or where it `may_be_new`, among others, a remark.
    """
    if not against or against.startswith("-"):
        hint = "Write a file, or a revision such as main or v1.2."
        raise PolicyctlError(f"“{against}” is no file and no revision to compare with.", hint=hint)
    return (
        _in_file(against) if Path(against).is_file() else partial(_at_revision, revision=against, may_be_new=may_be_new)
    )


def last_release(path: Path) -> str | None:
    """The newest revision at which the version of a policy was set; None where git knows of none."""
    if shutil.which("git") is None:
        return None
    try:
        found = _git(path.absolute().parent, "log", "-1", "--format=%H", "-G", r"^\s*version:", "--", path.name)
    except PolicyctlError:
        return None
    return found.decode().strip() or None if found else None


def _in_file(former: str) -> History:
    policy = _read(read_file(Path(former)), former)
    compared: set[str] = set()

    def find(name: str) -> Policy:
        compared.add(name)
        if len(compared) > 1:
            hint = "Compare one policy at a time, or all of them with a revision of git."
            raise PolicyctlError(f"{former} is one policy, and {name} is another.", hint=hint)
        return policy

    return find


def _at_revision(name: str, revision: str, *, may_be_new: bool) -> Policy | None:
    path = Path(name)
    if not path.is_file():
        hint = "Name the file that it was before, instead of a revision."
        raise PolicyctlError(f"{name} is in no folder, so git does not know it at {revision}.", hint=hint)
    if _git(path.parent, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}") is None:
        hint = "Check the spelling; in a job, fetch it first, since a shallow clone holds the newest revision alone."
        raise PolicyctlError(f"{revision} is no file, and no revision that git knows here.", hint=hint)
    data = _git(path.parent, "cat-file", "blob", f"{revision}:./{path.name}")
    if data is None and may_be_new:
        write_err(f"{name} was not there at {revision}, so it is compared with nothing.\n")
        return None
    if data is None:
        hint = "Compare with a later revision, or with the file that it was then."
        raise PolicyctlError(f"{name} was not there at {revision}.", hint=hint)
    return _read(data, f"{name} at {revision}")


def _read(data: bytes, name: str) -> Policy:
    """The earlier policy, read whole: of one that is not, nobody knows what it promised."""
    reading = read(data, name)
    if reading.policy is None:
        first = reading.errors[0]
        hint = f"Its line {first.span.start.line}: {first.message} Compare with one that can be read as a whole."
        raise PolicyctlError(f"{name} cannot be read, so nothing can be compared with it.", hint=hint)
    return reading.policy


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git prints, or None where it has no such thing; raises PolicyctlError where it cannot work at all."""
    program = shutil.which("git")
    if not program:
        raise PolicyctlError(
            "git is not installed, so no revision can be looked up.", hint="Name a file to compare with."
        )
    environment = {name: value for name, value in os.environ.items() if name not in _VARIABLES_OF_HOOKS}
    command = [program, "-C", str(folder), *arguments]
    try:
        done = subprocess.run(  # noqa: S603  No shell; a revision that begins with a dash was refused.
            command, capture_output=True, check=False, timeout=TIMEOUT, env={**environment, "GIT_TERMINAL_PROMPT": "0"}
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PolicyctlError(
            "git does not answer, so no revision can be looked up.", hint="Name a file to compare with."
        ) from error
    message = done.stderr.decode(errors="replace").strip()
    if done.returncode and arguments[0] == "rev-parse" and message:
        words = message.splitlines()[0].removeprefix("fatal: ").rstrip(".")
        raise PolicyctlError(f"git cannot look into {folder}: {words}.", hint="Name a file to compare with.")
    return None if done.returncode else done.stdout
