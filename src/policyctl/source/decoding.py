"""Bytes in; their text, or what keeps them from being one, out."""

from policyctl.source.remarks import Remark

MAX_BYTES = 2 * 1024 * 1024

_AGAIN = "Save it again as UTF-8; most editors ask for the encoding under Save as."
_UTF16 = "It looks like UTF-16, which some Windows programs write. " + _AGAIN
_LATIN = "It looks like an older Windows or Latin-1 text. " + _AGAIN


def decode(data: bytes) -> str | Remark:
    """The text with every line end as a line feed and without a byte order mark, or the reason why there is none."""
    if len(data) > MAX_BYTES:
        message = "This file is larger than 2 MiB, and no policy is."
        return Remark("yaml-size", (0, 0), (0, 0), message, "Keep the policy alone in this file.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def legible(data: bytes) -> str:
    """The text of bytes that are no UTF-8, with a mark for each wrong byte: for showing, never for reading."""
    if len(data) > MAX_BYTES:
        return ""
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")


def _not_utf8(data: bytes, offset: int) -> Remark:
    before = legible(data[:offset]).split("\n")
    line, column = len(before) - 1, len(before[-1])
    message = f"Line {line + 1} holds a character that is not in UTF-8, so this file cannot be read."
    return Remark("yaml-encoding", (line, column), (line, column + 1), message, _likely(data, offset))


def _likely(data: bytes, offset: int) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:200].count(0) * 3 > len(data[:200]):
        return _UTF16
    return _LATIN if data[offset] >= 0xA0 or 0x80 <= data[offset] <= 0x9F else _AGAIN
