"""Tell what kind of typeface a file is, and which of its faces: how bold, and whether it is italic."""

import re
import struct
from typing import NamedTuple

from policyctl.errors import PolicyctlError

_SFNT = {b"\0\1\0\0": "font/ttf", b"true": "font/ttf", b"OTTO": "font/otf"}
_WOFF2 = b"wOF2"
_NEEDED = {b"cmap", b"head", b"hhea", b"hmtx"}
_WEIGHTS = {
    "thin": 100, "extralight": 200, "light": 300, "medium": 500, "semibold": 600, "demibold": 600, "halbfett": 600,
    "extrabold": 800, "bold": 700, "fett": 700, "black": 900, "heavy": 900,
}  # fmt: skip
_REGULAR = 400
_ITALIC = re.compile(r"italic|oblique|kursiv")


class Font(NamedTuple):
    """One face of a typeface that was read once: what is in its file, its media type, and which face it is."""

    data: bytes
    media_type: str
    weight: int = _REGULAR
    italic: bool = False


def read_font(data: bytes, name: str) -> Font:
    """A TrueType, OpenType or WOFF2 font, known by what is in it; which face it is, foundries say in its name."""
    media_type = "font/woff2" if _is_woff2(data) else _SFNT.get(data[:4], "") if _is_sfnt(data) else ""
    if not media_type:
        raise PolicyctlError(f"“{name}” is not a typeface that policyctl knows.", hint="Save it as ttf, otf or woff2.")
    words = re.sub(r"[^a-z]", "", name.rpartition("/")[2].casefold())
    weight = next((weight for word, weight in _WEIGHTS.items() if word in words), _REGULAR)
    return Font(data, media_type, weight, _ITALIC.search(words) is not None)


def _is_woff2(data: bytes) -> bool:
    """Whether the head of a WOFF2 file tells its own length; what is packed in it is opened where PDFs are made."""
    return data.startswith(_WOFF2) and data[8:12] == struct.pack(">I", len(data))


def _is_sfnt(data: bytes) -> bool:
    """Whether the tables that every font has are there, and all of them lie within the file."""
    if len(data) < 12 or data[:4] not in _SFNT:
        return False
    count = struct.unpack_from(">H", data, 4)[0]
    if 12 + 16 * count > len(data):
        return False
    tables = [struct.unpack_from(">4s4xII", data, 12 + 16 * number) for number in range(count)]
    return {tag for tag, _, _ in tables} >= _NEEDED and all(start + size <= len(data) for _, start, size in tables)
