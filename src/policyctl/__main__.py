"""Start the program and end it: every exception becomes a sentence and an exit code here."""

import gc
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from policyctl import __version__

if TYPE_CHECKING:
    from policyctl.errors import PolicyctlError

OBJECTS_BETWEEN_COLLECTIONS = 500_000
"""Imports and a single policy make no garbage, and to search for it after every 700 objects costs a fifth of a run."""


def main() -> None:
    """Run the program and end the process."""
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    code = run(sys.argv[1:])
    gc.freeze()  # The memory goes with the process: to search it once more at the end costs a fifth of the whole run.
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Answer `--version` at once, anything else through the commands, and give the exit code."""
    from policyctl.cli import ExitCode
    from policyctl.cli.streams import prepare, print_error
    from policyctl.errors import PolicyctlError

    prepare()
    try:
        return _print_version() if arguments in (["--version"], ["-V"]) else _run_command(arguments)
    except PolicyctlError as error:
        print_error(error)
        return ExitCode.COULD_NOT_RUN
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except Exception as error:  # noqa: BLE001  What nobody foresaw ends in a sentence, too.
        print_error(write_crash_report(error))
        return ExitCode.CRASHED


def write_crash_report(error: Exception) -> "PolicyctlError":
    """Write the details of a mistake of our own to a file, and say where it is."""
    import platform
    import tempfile
    import traceback

    from policyctl.errors import PolicyctlError

    message = "policyctl itself has made a mistake; nothing you did is wrong."
    versions = f"policyctl {__version__}, Python {platform.python_version()}, {platform.platform()}\n\n"
    details = versions + "".join(traceback.format_exception(error))
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", errors="backslashreplace", prefix="policyctl-", suffix=".txt", delete=False
        ) as file:
            file.write(details)
    except OSError:
        return PolicyctlError(message, hint=f"Please report it with these words: {type(error).__name__}: {error}")
    return PolicyctlError(message, hint=f"Please report it with the details in {file.name}")


def _print_version() -> int:
    from policyctl.cli.streams import write_out

    write_out(f"policyctl {__version__}\n")
    return 0


def _run_command(arguments: Sequence[str]) -> int:
    if arguments[:1] == ["validate"] and not any(each.startswith("-") and each != "-" for each in arguments):
        from policyctl.cli.checking import check_without_options

        return check_without_options(arguments[1:])  # There is nothing to parse, which takes half the time.
    from policyctl.cli.app import app

    try:
        app(list(arguments), prog_name="policyctl")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    return 0


if __name__ == "__main__":
    main()
