"""Do something again on each save: what that needs, which files matter, and `policyctl render --watch`."""

import io
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from policyctl.cli.paths import STANDARD_INPUT, one_policy
from policyctl.cli.streams import print_error, write_err, write_out
from policyctl.errors import PolicyctlError
from policyctl.files import asset_path, read_file

if TYPE_CHECKING:
    from policyctl.schema import Policy

PACKAGES = ("starlette", "uvicorn", "watchfiles")
"""The packages of the extra `preview`."""


def print_on_each_save(command: Callable[..., None], options: Mapping[str, Any]) -> None:
    """Run a command with these options now and on each save of what it prints from, until it is interrupted.

    The first time it says all that it says; then there is a line for each time, and more only where it fails.
    """
    from policyctl.preview.watching import Watch

    require_packages()
    if options["path"] == STANDARD_INPUT:
        raise PolicyctlError("What is handed in cannot change, so there is nothing to watch.", hint="Name a file.")
    policy, templates = Path(one_policy(options["path"])), options["templates"]
    others = [*files_of_brand(policy), *([templates] if templates else [])]
    again = {**options, "open_it": False}
    with Watch(policy, lambda: others) as watch:
        _run(lambda: command(**options))
        write_err("It is printed again on each save. Ctrl-C ends it.\n")
        try:
            while watch.wait():
                _run_in_a_line(lambda: command(**again))
                others = [*files_of_brand(policy), *([templates] if templates else [])]
        except KeyboardInterrupt:
            write_err("\n")


def _run(work: Callable[[], None]) -> bool:
    """Do it, tell what went wrong as the program does where it ends, and say whether all went well."""
    try:
        work()
    except typer.Exit as end:
        return end.exit_code == 0
    except PolicyctlError as error:
        print_error(error)
        return False
    return True


def _run_in_a_line(work: Callable[[], None]) -> None:
    started, out, err = time.monotonic(), io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        done = _run(work)
    now = f"{datetime.now().astimezone():%H:%M:%S}"
    if done:
        write_out(f"{now}  printed again in {time.monotonic() - started:.1f} s\n")
        return
    write_out(f"{now}\n{out.getvalue()}")
    write_err(err.getvalue())


def require_packages() -> None:
    """Refuse where the packages are missing that watch files and answer browsers, with the way to install them."""
    missing = [name for name in PACKAGES if not _is_there(name)]
    if missing:
        names = " ".join(missing)
        hint = f"Install them: pip install {names}; with pipx: pipx inject policyctl {names}."
        raise PolicyctlError(f"This needs packages that are not here: {', '.join(missing)}.", hint=hint)


def _is_there(package: str) -> bool:
    try:
        import_module(package)
    except ImportError:
        return False
    return True


def files_of_brand(policy: Path) -> tuple[Path, ...]:
    """The logos and typefaces that a policy names; none where it cannot be read."""
    from policyctl.validation import read_partly

    try:
        found = read_partly(read_file(policy), str(policy)).policy
    except PolicyctlError:
        return ()
    return tuple(brand_files(policy.parent, found)) if found else ()


def brand_files(folder: Path, policy: "Policy") -> Iterator[Path]:
    """The logos and typefaces that a policy in this folder names; nothing is looked for anywhere else."""
    if brand := policy.brand:
        faces = (face for face in (*brand.heading_font, *brand.text_font) if face.is_file)
        names = [str(each) for each in (brand.logo, brand.logo_dark, *faces) if each]
        yield from filter(None, (asset_path(folder, name) for name in names))
