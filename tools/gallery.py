"""Draw pictures of the documents for docs/documents.md: a page of each as it is printed, and one on a screen."""

import argparse
import shutil
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import sync_playwright

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

SCREEN = (1280, 800)
"""How wide and how high the window is that shows a page on a screen, in pixels."""


def main() -> None:
    """Print the documents and draw their pages."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("documents", nargs="*", default=list(DOCUMENTS), help="which; all unless told")
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in arguments.parse_args().documents:
        draw(name)
        if name == "handbook":
            draw_screen(name)


def render(name: str, form: str) -> bytes:
    """Print one document."""
    found = library.validate(EXAMPLE, today=TODAY)
    if found.policy is None:
        raise SystemExit(f"{EXAMPLE} cannot be read.")
    return library.render(found.policy, name, form, brand=found.brand, today=TODAY, findings=found.findings)


def draw_screen(name: str) -> None:
    """Draw what a browser shows of one document when somebody looks for a word."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        raise SystemExit("The picture of a screen needs Chromium.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": SCREEN[0], "height": SCREEN[1]})
        page.set_content(render(name, "html").decode())
        page.locator("#find").fill("refund")
        picture = Image.open(BytesIO(page.screenshot())).convert("P", palette=Image.Palette.ADAPTIVE, colors=64)
        browser.close()
    picture.save(FOLDER / f"{name}-screen.png", optimize=True)


def draw(name: str) -> None:
    """Draw the pages of one document."""
    pdf = pypdfium2.PdfDocument(render(name, "pdf"))
    for number in PAGES.get(name, (0,)):
        page = pdf[number]
        picture = page.render(scale=WIDTH / page.get_width()).to_pil().convert("P", palette=1, colors=64)
        picture.save(FOLDER / f"{name}-{number + 1}.png", optimize=True)


if __name__ == "__main__":
    main()
