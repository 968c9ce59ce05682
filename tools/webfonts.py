"""Make small WOFF2 files and their style sheet, for single-file HTML, from the TTF faces in templates/fonts.

Every face becomes two files: `-latin`, which most policies need alone, and `-rest` (Cyrillic, Greek, Vietnamese
and the like). Together they cover the face and share no character, so a reader's browser never has to choose.
The same faces, fontTools and Brotli give the same bytes.
"""

import logging
import sys
from itertools import product
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "templates" / "fonts"

# The licence reserves the names of the originals; a subset is a modified version and needs its own.
FAMILIES = {"Vollkorn": "Policy Serif", "Lato": "Policy Sans"}
FACES = ("Vollkorn-Regular", "Vollkorn-Italic", "Vollkorn-SemiBold", "Lato-Regular", "Lato-Italic", "Lato-Bold")
WEIGHTS = {"Regular": 400, "Italic": 400, "SemiBold": 600, "Bold": 700}

Ranges = tuple[tuple[int, int], ...]

# Basic Latin to Latin Extended-A, ƒ and Romanian out of B (the rest of B would add a tenth to the size for languages
# that few policies are written in), marks, Welsh and ẞ, punctuation to arrows, mathematical operators, shapes.
LATIN: Ranges = (
    (0x0000, 0x017F),
    (0x0192, 0x0192),
    (0x0218, 0x021B),
    (0x02C6, 0x02DD),
    (0x0300, 0x0331),
    (0x1E80, 0x1E85),
    (0x1E9E, 0x1E9E),
    (0x1EF2, 0x1EF3),
    (0x2000, 0x22FF),
    (0x25A0, 0x25FF),
)

# What reading needs (kerning, ligatures, language forms, marks) and what the style sheet asks for (figures, case).
FEATURES = ["calt", "case", "ccmp", "kern", "liga", "lnum", "locl", "mark", "mkmk", "pnum", "rlig", "tnum"]

_COPYRIGHT, _FAMILY, _STYLE, _UNIQUE, _FULL, _VERSION, _POSTSCRIPT, _LICENCE, _LICENCE_URL = 0, 1, 2, 3, 4, 5, 6, 13, 14
_WINDOWS = (3, 1, 0x409)


def complement(ranges: Ranges) -> Ranges:
    """Every code point that the ranges leave out, as ranges; they must be sorted and apart."""
    starts = [0, *(last + 1 for _, last in ranges)]
    ends = [*(first - 1 for first, _ in ranges), 0x10FFFF]
    return tuple((start, end) for start, end in zip(starts, ends, strict=True) if start <= end)


PARTS = {"latin": LATIN, "rest": complement(LATIN)}


def subset(face: Path, ranges: Ranges) -> TTFont:
    """The face with what it has in these ranges alone, under a name of ours, ready to be saved as WOFF2."""
    font = TTFont(face, recalcTimestamp=False)
    options = Options(
        layout_features=FEATURES,
        name_IDs=[_COPYRIGHT, _VERSION, _LICENCE, _LICENCE_URL],
        hinting=False,
        bidi_closure=False,  # It would pull mirrored signs into both parts; no script of these faces needs them.
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for code in font.getBestCmap() if any(a <= code <= z for a, z in ranges)])
    subsetter.subset(font)
    rename(font, *names(face.stem))
    font["head"].modified = font["head"].created
    font.flavor = "woff2"
    return font


def names(face: str) -> tuple[str, str]:
    """The family and the style that a face goes by here: `Lato-Bold` is Policy Sans, Bold."""
    original, style = face.split("-")
    return FAMILIES[original], style


def rename(font: TTFont, family: str, style: str) -> None:
    """Give the face its new name; copyright and licence stay as their authors wrote them."""
    postscript = f"{family}-{style}".replace(" ", "")
    for number, text in {
        _FAMILY: family,
        _STYLE: style,
        _UNIQUE: postscript,
        _FULL: f"{family} {style}",
        _POSTSCRIPT: postscript,
    }.items():
        font["name"].setName(text, number, *_WINDOWS)


def rule(face: str, part: str) -> str:
    """The @font-face of one file, with the characters for which a browser should ask for it."""
    family, style = names(face)
    slope = "italic" if style == "Italic" else "normal"
    ranges = ", ".join(f"U+{first:04X}-{last:04X}" for first, last in PARTS[part])
    return (
        f'@font-face {{ font-family: "{family}"; font-weight: {WEIGHTS[style]}; font-style: {slope};\n'
        f'  src: url("{face}-{part}.woff2") format("woff2");\n'
        f"  unicode-range: {ranges} }}\n"
    )


def main() -> int:
    """Write both files of every face and the style sheet, and say how large the files are."""
    logging.getLogger("fontTools").setLevel(logging.ERROR)  # Lato was made before the epoch, or so it says.
    for face, part in product(FACES, PARTS):
        target = FONTS / "web" / f"{face}-{part}.woff2"
        subset(FONTS / f"{face}.ttf", PARTS[part]).save(target)
        print(f"{target.stat().st_size:>8}  {target.name}")
    rules = [rule(face, part) for face, part in product(FACES, PARTS)]
    (FONTS / "web" / "faces.css").write_text("".join(rules), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
