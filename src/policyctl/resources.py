"""Find the folders that travel with the code, in a wheel as well as in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_REPOSITORY = _PACKAGE.parent.parent


def templates() -> Path:
    """The folder of every word of markup, with the fonts and style sheets that it needs."""
    return _folder("templates")


def examples() -> Path:
    """The folder of complete policies, each in a folder of its own."""
    return _folder("examples")


def _folder(name: str) -> Path:
    """A wheel holds the folder beside the code; a checkout, also an editable one, at its top."""
    packaged = _PACKAGE / name
    return packaged if packaged.is_dir() else _REPOSITORY / name
