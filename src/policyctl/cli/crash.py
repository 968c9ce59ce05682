"""Keep the details of what nobody foresaw in a file, and say where it is."""

from policyctl import __version__
from policyctl.errors import PolicyctlError


class CrashError(PolicyctlError):
    """A mistake of policyctl itself: whatever else a run says, its exit code tells of this."""


def write_crash_report(error: BaseException, about: str = "") -> CrashError:
    """Write the details of a mistake of our own to a file, and say where it is and what it was `about`."""
    import platform
    import tempfile
    import traceback

    over = f" over {about}" if about else ""
    message = f"policyctl itself has made a mistake{over}; nothing you did is wrong."
    versions = f"policyctl {__version__}, Python {platform.python_version()}, {platform.platform()}\n\n"
    details = versions + "".join(traceback.format_exception(error))
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", errors="backslashreplace", prefix="policyctl-", suffix=".txt", delete=False
        ) as file:
            file.write(details)
    except OSError:
        return CrashError(message, hint=f"Please report it with these words: {type(error).__name__}: {error}")
    return CrashError(message, hint=f"Please report it with the details in {file.name}")
