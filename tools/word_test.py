"""Open the Word files of the examples in LibreOffice, and say how many pages each has there.

    python tools/word_test.py [corner-shop ...] [--document card] [--keep FOLDER]

Each document becomes a Word file, and that a PDF, by LibreOffice without a window; our own typefaces stand in for those
that a machine may not have. Whatever does not open is told, and a card that needs more than one page.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdf

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.printed import EXAMPLES, example, print_policy

from policyctl import resources
from policyctl.rendering.documents import DOCUMENTS

SECONDS = 600
"""How long LibreOffice may take for the documents of an example."""

STAND_INS = {"Calibri": "Lato", "Georgia": "Vollkorn"}
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><dir>/usr/share/fonts</dir><cachedir>{cache}</cachedir>
<selectfont><rejectfont><glob>*.woff2</glob></rejectfont></selectfont>{matches}</fontconfig>
"""
MATCH = """<match target="pattern"><test name="family"><string>{wanted}</string></test>
<edit name="family" mode="assign" binding="strong"><string>{ours}</string></edit></match>"""


class Made(NamedTuple):
    """A Word file: how long it took, how large it is, and its pages in LibreOffice (none where it does not open)."""

    document: str
    seconds: float
    size: int
    pages: int


def main() -> int:
    """Print a line for each document; 1 where something is wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("example", nargs="*", default=EXAMPLES)
    parser.add_argument("--document", action="append", choices=DOCUMENTS)
    parser.add_argument("--keep", type=Path, help="a folder for the Word files and their PDFs")
    options = parser.parse_args()
    if not shutil.which("soffice"):
        print("There is no LibreOffice here (soffice), so that nothing was opened.")
        return 0
    wrong = 0
    for name in options.example:
        wanted = options.document or [each for each in DOCUMENTS if not DOCUMENTS[each].missing(example(name))]
        with tempfile.TemporaryDirectory() as folder:
            for made in opened(name, wanted, (options.keep or Path(folder)) / name, Path(folder)):
                said = "does not open" if not made.pages else ""
                said = "needs more than one page" if made.document == "card" and made.pages > 1 else said
                wrong += bool(said)
                figures = f"{made.seconds:.1f} s, {made.size / 1000:.0f} kB, {made.pages} pages"
                print(f"{name:28} {made.document:10} {figures}  {said}".rstrip(), flush=True)
    return 1 if wrong else 0


def opened(name: str, documents: list[str], folder: Path, scratch: Path) -> Iterator[Made]:
    """The documents of an example as LibreOffice opens them, all in one go."""
    folder.mkdir(parents=True, exist_ok=True)
    took = {}
    for document in documents:
        started = time.monotonic()
        (folder / f"{document}.docx").write_bytes(print_policy(example(name), "docx", document=document)["docx"])
        took[document] = time.monotonic() - started
    convert([folder / f"{document}.docx" for document in documents], folder, scratch)
    for document in documents:
        pdf = folder / f"{document}.pdf"
        pages = len(pypdf.PdfReader(pdf).pages) if pdf.is_file() else 0
        yield Made(document, took[document], (folder / f"{document}.docx").stat().st_size, pages)


def convert(files: list[Path], folder: Path, scratch: Path) -> None:
    """Let LibreOffice print files, with a profile and typefaces of its own."""
    matches = "".join(MATCH.format(wanted=wanted, ours=ours) for wanted, ours in STAND_INS.items())
    config = scratch / "fonts.conf"
    fonts = resources.templates() / "fonts"
    config.write_text(FONTS.format(fonts=fonts, cache=scratch / "cache", matches=matches), encoding="utf-8")
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation={(scratch / 'profile').as_uri()}",
        "--convert-to",
        "pdf",
    ]
    subprocess.run(  # noqa: S603  Our own files, and the program that was asked for.
        [*command, "--outdir", str(folder), *map(str, files)],
        env={**os.environ, "FONTCONFIG_FILE": str(config)},
        check=True,
        capture_output=True,
        timeout=SECONDS,
    )


if __name__ == "__main__":
    raise SystemExit(main())
