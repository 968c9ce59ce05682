"""A command line in, an exit code out: the one door, and the one place where exceptions end."""

import gc
import sys
from collections.abc import Sequence

from policyctl import __version__

COULD_NOT_RUN = 2
OUR_MISTAKE = 70
INTERRUPTED = 130

SELDOM = 100_000
"""Objects between two searches for garbage: imports make none, and the usual 700 cost a tenth of a start."""


def main() -> None:
    """The program; ends the process."""
    gc.set_threshold(SELDOM)
    code = run(sys.argv[1:])
    gc.freeze()  # The memory goes with the process: to search it once more at the end costs a fifth of the whole run.
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Answer `--version` at once, anything else through the commands; every exception becomes a sentence and a code."""
    from policyctl.cli.streams import prepare, trouble
    from policyctl.errors import PolicyctlError

    prepare()
    try:
        return _version() if arguments in (["--version"], ["-V"]) else _commanded(arguments)
    except PolicyctlError as error:
        trouble(error)
        return COULD_NOT_RUN
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  What nobody foresaw ends in a sentence, too.
        from policyctl.cli.mistake import admit

        trouble(admit(error))
        return OUR_MISTAKE


def _version() -> int:
    from policyctl.cli.streams import say

    say(f"policyctl {__version__}\n")
    return 0


def _commanded(arguments: Sequence[str]) -> int:
    if arguments[:1] == ["validate"] and not any(each.startswith("-") and each != "-" for each in arguments):
        from policyctl.cli.checking import check_plainly

        return check_plainly(arguments[1:])  # Without options there is nothing to parse, which takes half the time.
    from policyctl.cli.app import app

    try:
        app(list(arguments), prog_name="policyctl")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    return 0


if __name__ == "__main__":
    main()
