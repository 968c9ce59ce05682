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

REVISION = "git:"
"""What may stand before a revision, so that a file of that name is not taken for it."""

_VARIABLES = (
    "PATH", "HOME", "XDG_CONFIG_HOME", "LANG", "SYSTEMROOT", "WINDIR", "USERPROFILE", "APPDATA", "TEMP", "TMP",
    "TMPDIR",
)  # fmt: skip
"""What git is told of the environment: neither a token nor what leads it to another repository."""

_NOTHING_ELSE = {
    "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0", "GIT_PAGER": "cat",
}  # fmt: skip
_SETTINGS = (
    "protocol.allow=never", f"core.hooksPath={os.devnull}", "core.fsmonitor=false", "core.pager=cat",
    "core.sshCommand=false", "core.askPass=", "diff.external=", "credential.helper=", "core.attributesFile=",
    "log.showSignature=false",
)  # fmt: skip
"""The repository is that of a stranger: git fetches nothing, and runs nothing that its configuration names."""


def history(against: str, *, may_be_new: bool) -> History:
    """What gives each policy as it was: the one file, or its own file at that revision.

    What is a file and a revision as well is refused: whoever adds a file called `main` would be compared with that. A
    policy that was not there at that revision is an error, or where it `may_be_new`, among others, a remark.
    """
    revision = against.removeprefix(REVISION)
    if not revision or revision.startswith("-"):
        hint = "Write a file, or a revision such as main or v1.2."
        raise PolicyctlError(f"“{against}” is no file and no revision to compare with.", hint=hint)
    if revision == against and os.path.isfile(against):  # noqa: PTH113  It says no where a name is too long.
        if not _is_surely_a_file(against) and _may_be_a_revision(against):
            hint = f"Write {REVISION}{against} for the revision, or {Path('.', against).absolute()} for the file."
            raise PolicyctlError(f"“{against}” is a file here, and a revision as well.", hint=hint)
        return _in_file(against)
    return partial(_at_revision, revision=revision, may_be_new=may_be_new)


def _is_surely_a_file(path: str) -> bool:
    """Whether no revision is written so: `./main`, `../old.yaml` or `/srv/old.yaml`."""
    return path.startswith((".", "/", "~")) or Path(path).is_absolute()


def _may_be_a_revision(name: str) -> bool:
    """Whether git knows the name here too; outside a repository, and without git, it is a file and nothing else."""
    if not shutil.which("git"):
        return False
    try:
        return _knows(Path(), name)
    except PolicyctlError as error:
        if "not a git repository" in error.message:
            return False
        raise


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
    if not _knows(path.parent, revision):
        hint = "Check the spelling; in a job, fetch it first, since a shallow clone holds the newest revision alone."
        raise PolicyctlError(f"{revision[:100]} is no file, and no revision that git knows here.", hint=hint)
    place = _git(path.parent, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}:./{path.name}")
    data = _git(path.parent, "cat-file", "blob", place.decode().strip()) if place else None
    if place and data is None:
        hint = "Fetch it first: this is a partial clone, and policyctl fetches nothing by itself."
        raise PolicyctlError(f"The text of {name} at {revision} is not here.", hint=hint)
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


def _knows(folder: Path, revision: str) -> bool:
    """Whether git knows the revision there; nothing is one where there is no git."""
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return _git(folder, *asked) is not None


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git prints, or None where it has no such thing; raises PolicyctlError where it cannot work at all."""
    program = shutil.which("git")
    if not program:
        raise PolicyctlError(
            "git is not installed, so no revision can be looked up.", hint="Name a file to compare with."
        )
    environment = {name: os.environ[name] for name in _VARIABLES if name in os.environ} | _NOTHING_ELSE
    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    command = [program, "-C", str(folder), "--no-pager", "--no-replace-objects", *settings, *arguments]
    try:
        done = subprocess.run(  # noqa: S603  No shell; a revision that begins with a dash was refused.
            command, capture_output=True, check=False, timeout=TIMEOUT, env=environment
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
