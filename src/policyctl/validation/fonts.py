"""Tell what kind of typeface a file is, and which of its faces: how bold, and whether it is italic."""

import struct
from collections.abc import Mapping
from typing import NamedTuple

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
_MOST_TABLES = 100
_AT_ONCE = 1024 * 1024


class Font(NamedTuple):
    """One face of a typeface that was read once: what is in its file, its media type, and which face it is."""

    data: bytes
    media_type: str
    weight: int = 400
    italic: bool = False


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
    except (_BrokenError, struct.error) as error:
        raise PolicyctlError(
            f"“{name}” is damaged, or holds more than one typeface.",
            hint="Take it anew from where you have it, as ttf, otf or woff2, each face in a file of its own.",
        ) from error
    return Font(data, media_type, weight, italic)


def _face(tables: Mapping[bytes, memoryview]) -> tuple[int, bool]:
    """The weight in hundreds from 100 to 900, and whether it is italic, as the typeface itself says."""
    if not tables.keys() >= _NEEDED or not tables.keys() & _OUTLINES or tables[b"head"][12:16] != _MAGIC:
        raise _BrokenError
    (weight,) = struct.unpack_from(">H", tables[b"OS/2"], 4)
    (selection,) = struct.unpack_from(">H", tables[b"OS/2"], 62)
    return min(max(round(weight / 100), 1), 9) * 100, bool(selection & (_ITALIC | _OBLIQUE))


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
        tag, size, rest = _woff2_entry(rest)
        entries.append((tag, size))
    contents = memoryview(_decompress(rest[:packed], sum(size for _, size in entries)))
    tables, start = {}, 0
    for tag, size in entries:
        tables[tag] = contents[start : start + size]
        start += size
    return tables


def _woff2_entry(data: bytes) -> tuple[bytes, int, bytes]:
    """The name of a table and its bytes as they are packed, and what follows this entry."""
    from fontTools.ttLib import TTLibError, woff2  # noqa: PLC0415  Most policies have no typeface of their own.

    entry = woff2.WOFF2DirectoryEntry()
    try:
        rest = entry.fromString(data)
    except (TTLibError, struct.error) as error:
        raise _BrokenError from error
    return str(entry.tag).encode("latin-1"), entry.length, rest


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
