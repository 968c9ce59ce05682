"""Open what was printed in the reader's own program."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from policyctl.cli.streams import write_err, write_out
from policyctl.reporters import show

_SCREENS = ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY")
"""What says that something can be shown, where windows are not part of the system."""

_PREFERRED = (".html", ".pdf")


def open_one(files: Sequence[Path]) -> None:
    """Open the one file, or of several the first that reads best on a screen; where nothing can be shown, say so."""
    file = next((each for ending in _PREFERRED for each in files if each.suffix == ending), files[0])
    name = show(str(file))
    if _open(file):
        write_out(f"Opened {name}.\n")
    else:
        write_err(f"{name} cannot be opened from here: there is no screen, or no program for it.\n")


def _open(file: Path) -> bool:
    if sys.platform == "win32":
        try:
            os.startfile(file)  # noqa: S606  A file that we have written, in the program that its owner has chosen.
        except OSError:
            return False
        return True
    if sys.platform != "darwin" and not any(os.environ.get(name) for name in _SCREENS):
        return False
    import webbrowser

    return webbrowser.open(file.resolve().as_uri())
