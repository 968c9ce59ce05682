"""Start the program and end it: every exception becomes a sentence and an exit code here."""

import gc
import signal
import sys
from collections.abc import Sequence

from policyctl import __version__

OBJECTS_BETWEEN_COLLECTIONS = 500_000
"""Imports and a single policy make no garbage, and to search for it after every 700 objects costs a fifth of a run."""


def main() -> None:
    """Run the program and end the process; it may be interrupted or ended at any moment without a traceback."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:  # As nohup starts programs.
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Until somebody is there to end it in order, it just ends.
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    code = run(sys.argv[1:], interruptible=True)
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.freeze()  # The memory goes with the process: to search it once more at the end costs a fifth of the whole run.
    sys.exit(code)


def run(arguments: Sequence[str], *, interruptible: bool = False) -> int:
    """Answer `--version` at once, anything else through the commands, and give the exit code.

    Where it is `interruptible`, signals that end a program do so here, once all that was begun is undone.
    """
    from policyctl.cli import ExitCode
    from policyctl.cli.crash import write_crash_report
    from policyctl.cli.signals import Terminated, end_in_order
    from policyctl.cli.streams import prepare, print_error
    from policyctl.errors import PolicyctlError

    prepare()
    try:
        if interruptible:
            end_in_order()
        return _print_version() if arguments in (["--version"], ["-V"]) else _run_command(arguments)
    except PolicyctlError as error:
        print_error(error)
        return ExitCode.COULD_NOT_RUN
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except Terminated:
        return ExitCode.TERMINATED
    except Exception as error:  # noqa: BLE001  What nobody foresaw ends in a sentence, too.
        print_error(write_crash_report(error))
        return ExitCode.CRASHED


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
