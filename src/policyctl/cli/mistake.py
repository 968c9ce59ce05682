"""An exception that nobody foresaw in, a sentence and a file with the details out."""

import platform
import tempfile
import traceback

from policyctl import __version__
from policyctl.errors import PolicyctlError


def admit(error: Exception) -> PolicyctlError:
    """Keep the details where the user can find them, and say so."""
    message = "policyctl itself has made a mistake; nothing you did is wrong."
    try:
        return PolicyctlError(message, hint=f"Please report it with the details in {_kept(error)}")
    except OSError:
        return PolicyctlError(message, hint=f"Please report it with these words: {type(error).__name__}: {error}")


def _kept(error: Exception) -> str:
    versions = f"policyctl {__version__}, Python {platform.python_version()}, {platform.platform()}\n\n"
    details = versions + "".join(traceback.format_exception(error))
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", errors="backslashreplace", prefix="policyctl-", suffix=".txt", delete=False
    ) as file:
        file.write(details)
    return file.name
