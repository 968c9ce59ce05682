"""A job is what one document is printed from: the view, the templates and the options."""

from collections.abc import Callable
from dataclasses import dataclass
from gettext import NullTranslations
from pathlib import Path

from policyctl.rendering.view.document import DocumentView


@dataclass(frozen=True)
class Job:
    """One document to print. `override` is a folder of templates that come before those in `templates`.

    `progress` is called with how far a long job has come, in words; `seconds` is how long a PDF may take. `engine`
    makes it, or the one that this machine has; `notice` is told in a sentence where that is another than usual.
    """

    document: str
    view: DocumentView
    templates: Path
    catalogue: NullTranslations
    override: Path | None = None
    progress: Callable[[str], None] | None = None
    seconds: float = 120
    engine: str | None = None
    notice: Callable[[str], None] | None = None

    @property
    def folders(self) -> list[Path]:
        """The folders of templates, the first that has a file wins."""
        return [folder for folder in (self.override, self.templates) if folder]
