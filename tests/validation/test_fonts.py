"""Typefaces that a brand may have: which face a file is, and what is refused."""

import struct
import tracemalloc
from functools import cache
from io import BytesIO

import brotli
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen

from policyctl import resources
from policyctl.errors import PolicyctlError
from policyctl.validation.fonts import read_font

FONTS = resources.templates() / "fonts"


@cache
def ttf(face: str) -> bytes:
    return (FONTS / f"{face}.ttf").read_bytes()


@cache
def woff2(face: str) -> bytes:
    return (FONTS / "web" / f"{face}-latin.woff2").read_bytes()


@cache
def otf() -> bytes:
    """A typeface of two empty glyphs in the form of OpenType."""
    builder, file = FontBuilder(1000, isTTF=False), BytesIO()
    builder.setupGlyphOrder([".notdef", "a"])
    builder.setupCharacterMap({97: "a"})
    shape = T2CharStringPen(600, None).getCharString()
    builder.setupCFF("Brand", {}, {".notdef": shape, "a": shape}, {})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "a": (600, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Brand", "styleName": "Black"})
    builder.setupOS2(usWeightClass=900)
    builder.setupPost()
    builder.save(file)
    return file.getvalue()


def packed(contents: bytes, length: int, tags: int = 1) -> bytes:
    """A WOFF2 of so many tables called `head`, each said to be so long once it is unpacked."""
    digits = bytes(0x80 | (length >> shift & 0x7F) for shift in (28, 21, 14, 7)).lstrip(b"\x80") + bytes(
        [length & 0x7F]
    )
    data = (b"\x01" + digits) * tags + contents
    head = struct.pack(">4s4sIHHII24x", b"wOF2", b"\0\1\0\0", 48 + len(data), tags, 0, length, len(contents))
    return head + data


@pytest.mark.parametrize(
    ("face", "said"),
    [
        ("Lato-Regular", (400, False, 0.493)),
        ("Lato-Bold", (700, False, 0.502)),
        ("Lato-Italic", (400, True, 0.464)),
        ("Vollkorn-SemiBold", (600, False, 0.527)),
    ],
)
def test_a_face_says_itself_how_bold_and_how_wide_it_is(face: str, said: tuple[int, bool, float]) -> None:
    assert read_font(ttf(face), "x") == (ttf(face), "font/ttf", *said)


def test_a_packed_face_says_the_same() -> None:
    assert read_font(woff2("Lato-Bold"), "x") == (woff2("Lato-Bold"), "font/woff2", 700, False, 0.502)


def test_an_opentype_face_is_one_too() -> None:
    assert read_font(otf(), "Brand.otf") == (otf(), "font/otf", 900, False, 0.504)


@pytest.mark.parametrize("data", [b"", b"wOFF", b"ttcf\0\1\0\0", b"<svg/>", b"%!PS-AdobeFont", b"\0" * 100])
def test_what_is_no_typeface_is_refused(data: bytes) -> None:
    with pytest.raises(PolicyctlError) as error:
        read_font(data, "Brand.ttf")
    assert error.value.message == "“Brand.ttf” is not a typeface that policyctl knows."
    assert error.value.hint == "Save it as ttf, otf or woff2."


BROKEN = {
    "the head alone": ttf("Lato-Bold")[:12],
    "cut in the middle": ttf("Lato-Bold")[:300_000],
    "no tables": b"\0\1\0\0" + bytes(8),
    "tables beyond the end": b"OTTO\xff\xff" + b"\xff" * 5000,
    "tables with other names": ttf("Lato-Bold").replace(b"hmtx", b"hmty", 1),
    "a head that is none": ttf("Lato-Bold").replace(b"\x5f\x0f\x3c\xf5", bytes(4), 1),
    "a cut woff2": woff2("Lato-Bold")[:9000],
    "a woff2 that says it is shorter": woff2("Lato-Bold") + bytes(9),
    "a woff2 with other contents": woff2("Lato-Bold")[:9000] + bytes(len(woff2("Lato-Bold")) - 9000),
    "a woff2 of nothing": packed(b"", 0, 0),
    "a woff2 that holds less than it says": packed(brotli.compress(bytes(10)), 11),
    "a woff2 that holds more than it says": packed(brotli.compress(bytes(10)), 9),
    "a woff2 of many tables": packed(brotli.compress(b""), 0, 5000),
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_damaged_is_refused(case: str) -> None:
    with pytest.raises(PolicyctlError) as error:
        read_font(BROKEN[case], "Brand.woff2")
    assert error.value.message == "“Brand.woff2” is damaged, or holds more than one typeface."
    assert (
        error.value.hint == "Take it anew from where you have it, as ttf, otf or woff2, each face in a file of its own."
    )


@pytest.mark.parametrize("said", [10, 2**31])
def test_a_small_file_that_holds_very_much_is_never_unpacked_whole(said: int) -> None:
    data = packed(brotli.compress(bytes(100_000_000), quality=1), said)
    tracemalloc.start()
    with pytest.raises(PolicyctlError, match="is damaged"):
        read_font(data, "Brand.woff2")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 60_000_000
