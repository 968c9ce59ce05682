"""The command line: it alone reads arguments, prints and ends the program."""

from enum import IntEnum


class ExitCode(IntEnum):
    """How the program ends; 0 is all well."""

    OK = 0
    FOUND = 1
    COULD_NOT_RUN = 2
    CRASHED = 70
    INTERRUPTED = 130
    TERMINATED = 143
