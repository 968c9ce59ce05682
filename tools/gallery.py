"""Draw pictures of the documents for docs/documents.md: a page of each, as it is printed."""

import argparse
from datetime import date
from pathlib import Path

import pypdfium2

from policyctl import library
from policyctl.rendering.documents import DOCUMENTS

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "documents"
EXAMPLE = ROOT / "examples" / "harbour-lane-books" / "policy.yaml"
TODAY = date(2026, 11, 23)
"""The day of the pictures, so that they are the same at every run."""

PAGES = {"handbook": (0, 3, 6), "complaints": (0, 4), "training": (1, 2), "pilot": (0, 1)}
"""Which pages of a document are drawn, by number from nought; the first of any other."""

WIDTH = 560
"""How wide a page is drawn, in pixels."""


def main() -> None:
    """Print the documents and draw their pages."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("documents", nargs="*", default=list(DOCUMENTS), help="which; all unless told")
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in arguments.parse_args().documents:
        draw(name)


def draw(name: str) -> None:
    """Draw the pages of one document."""
    found = library.validate(EXAMPLE, today=TODAY)
    if found.policy is None:
        raise SystemExit(f"{EXAMPLE} cannot be read.")
    data = library.render(found.policy, name, "pdf", brand=found.brand, today=TODAY, findings=found.findings)
    pdf = pypdfium2.PdfDocument(data)
    for number in PAGES.get(name, (0,)):
        page = pdf[number]
        picture = page.render(scale=WIDTH / page.get_width()).to_pil().convert("P", palette=1, colors=64)
        picture.save(FOLDER / f"{name}-{number + 1}.png", optimize=True)


if __name__ == "__main__":
    main()
