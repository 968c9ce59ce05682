"""Tell what kind of typeface a file is, and which of its faces: how bold, how wide, and whether it is italic."""

import struct
from collections.abc import Mapping
from typing import Any, NamedTuple

from policyctl.errors import PolicyctlError

LARGEST_UNPACKED = 16 * 1024 * 1024
"""Bytes of a packed typeface once it is unpacked: a small file may hold what fills the memory of a machine."""

_SFNT = {b"\0\1\0\0": "font/ttf", b"true": "font/ttf", b"OTTO": "font/otf"}
_WOFF2 = b"wOF2"
_WOFF2_HEAD = struct.Struct(">4s4sIHHII24x")
_NEEDED = {b"OS/2", b"cmap", b"head", b"hhea", b"hmtx", b"maxp", b"name", b"post"}
_OUTLINES = {b"glyf", b"CFF ", b"CFF2"}
_MAGIC = b"\x5f\x0f\x3c\xf5"
_ITALIC, _OBLIQUE = 1, 1 << 9
_UNICODE = (0, 3)
_LETTERS = " etaoinshrdlucmfwgypbvk"
_MOST_TABLES = 100
_AT_ONCE = 1024 * 1024


class Font(NamedTuple):
    """One face of a typeface that was read once: what is in its file, its media type, and which face it is.

    `weight` is what style sheets count from 100 to 900, `width` what a letter takes on average, as a share of its size.
    """

    data: bytes
    media_type: str
    weight: int = 400
    italic: bool = False
    width: float = 0.5


class _BrokenError(Exception):
    """What is in a file is no typeface, or not all of one."""


def read_font(data: bytes, name: str) -> Font:
    """A TrueType, OpenType or WOFF2 font, known by what is in it and not by its name."""
    media_type = "font/woff2" if data.startswith(_WOFF2) else _SFNT.get(data[:4], "")
    if not media_type:
        raise PolicyctlError(f"“{name}” is not a typeface that policyctl knows.", hint="Save it as ttf, otf or woff2.")
    try:
        tables = _unpacked(data) if data.startswith(_WOFF2) else _tables(data)
        weight, italic = _face(tables)
        width = _width(tables)
    except (_BrokenError, struct.error) as error:
        raise PolicyctlError(
            f"“{name}” is damaged, or holds more than one typeface.",
            hint="Take it anew from where you have it, as ttf, otf or woff2, each face in a file of its own.",
        ) from error
    return Font(data, media_type, weight, italic, width)


def _face(tables: Mapping[bytes, memoryview]) -> tuple[int, bool]:
    """The weight in hundreds from 100 to 900, and whether it is italic, as the typeface itself says."""
    if not tables.keys() >= _NEEDED or not tables.keys() & _OUTLINES or tables[b"head"][12:16] != _MAGIC:
        raise _BrokenError
    (weight,) = struct.unpack_from(">H", tables[b"OS/2"], 4)
    (selection,) = struct.unpack_from(">H", tables[b"OS/2"], 62)
    return min(max(round(weight / 100), 1), 9) * 100, bool(selection & (_ITALIC | _OBLIQUE))


def _width(tables: Mapping[bytes, memoryview]) -> float:
    """What a letter or a space takes on average, as a share of the size of the type."""
    (units,) = struct.unpack_from(">H", tables[b"head"], 18)
    (last,) = struct.unpack_from(">H", tables[b"hhea"], 34)
    glyphs = [_glyph(tables[b"cmap"], ord(sign)) for sign in _LETTERS]
    taken = [int.from_bytes(tables[b"hmtx"][4 * min(glyph, max(last - 1, 0)) :][:2]) for glyph in glyphs]
    return round(sum(taken) / len(taken) / max(int(units), 1), 3)


def _glyph(characters: memoryview, sign: int) -> int:
    """The number of the glyph for a sign, from the table that nearly every typeface has; 0 where there is none."""
    (count,) = struct.unpack_from(">H", characters, 2)
    for number in range(count):
        platform, _, at = struct.unpack_from(">HHI", characters, 4 + 8 * number)
        table = characters[at:]
        if platform in _UNICODE and struct.unpack_from(">H", table)[0] == 4:
            (doubled,) = struct.unpack_from(">H", table, 6)
            for each in range(0, doubled, 2):
                (end,), (first,) = (struct.unpack_from(">H", table, place + each) for place in (14, 16 + doubled))
                if first <= sign <= end:
                    return _in_segment(table, each, doubled, sign - first, sign)
    return 0


def _in_segment(table: memoryview, at: int, doubled: int, nth: int, sign: int) -> int:
    """The number of the nth glyph of a segment."""
    (delta,) = struct.unpack_from(">H", table, 16 + 2 * doubled + at)
    (offset,) = struct.unpack_from(">H", table, 16 + 3 * doubled + at)
    if not offset:
        return (sign + int(delta)) & 0xFFFF
    (glyph,) = struct.unpack_from(">H", table, 16 + 3 * doubled + at + offset + 2 * nth)
    return (glyph + int(delta)) & 0xFFFF if glyph else 0


def _tables(data: bytes) -> dict[bytes, memoryview]:
    """The tables of a TrueType or OpenType file, all of which must lie within it."""
    (count,) = struct.unpack_from(">H", data, 4)
    entries = [struct.unpack_from(">4s4xII", data, 12 + 16 * number) for number in range(count)]
    if any(start + size > len(data) for _, start, size in entries):
        raise _BrokenError
    return {tag: memoryview(data)[start : start + size] for tag, start, size in entries}


def _unpacked(data: bytes) -> dict[bytes, memoryview]:
    """The tables of a WOFF2 file, some of them in a form of its own; it must hold as much as it says, and no more."""
    _, flavour, length, count, _, _, packed = _WOFF2_HEAD.unpack_from(data)
    if flavour not in _SFNT or length != len(data) or count > _MOST_TABLES:
        raise _BrokenError
    rest, entries = data[_WOFF2_HEAD.size :], []
    for _number in range(count):
        entry, rest = _woff2_entry(rest)
        entries.append(entry)
    contents = memoryview(_decompress(rest[:packed], sum(entry.length for entry in entries)))
    tables, start = {}, 0
    for entry in entries:
        table = contents[start : start + entry.length]
        start += entry.length
        shortened = entry.tag == "hmtx" and entry.transformed
        tables[str(entry.tag).encode("latin-1")] = _lengthened(table) if shortened else table
    return tables


def _lengthened(widths: memoryview) -> memoryview:
    """The widths of all glyphs as TrueType has them, each with a second figure behind it that nobody asks for here."""
    most = 2 * 0xFFFF
    return memoryview(b"".join(bytes(widths[at : at + 2]) + b"\0\0" for at in range(1, min(len(widths) - 1, most), 2)))


def _woff2_entry(data: bytes) -> tuple[Any, bytes]:
    """An entry of the list of tables, with its name and its length as it is packed, and what follows it."""
    from fontTools.ttLib import TTLibError, woff2  # noqa: PLC0415  Most policies have no typeface of their own.

    entry = woff2.WOFF2DirectoryEntry()
    try:
        rest = entry.fromString(data)
    except (TTLibError, struct.error) as error:
        raise _BrokenError from error
    return entry, rest


def _decompress(packed: bytes, size: int) -> bytes:
    """What is packed, where it is as much as was said; hardly more than that is ever held in memory."""
    import brotli  # noqa: PLC0415  Most policies have no typeface of their own.

    unpacker, contents = brotli.Decompressor(), bytearray()
    try:
        more = unpacker.process(packed, output_buffer_limit=_AT_ONCE)
        while more and len(contents) <= min(size, LARGEST_UNPACKED):
            contents += more
            more = b"" if unpacker.is_finished() else unpacker.process(b"", output_buffer_limit=_AT_ONCE)
    except brotli.error as error:
        raise _BrokenError from error
    if len(contents) != size or not unpacker.is_finished():
        raise _BrokenError
    return bytes(contents)
