"""The bytes of a picture in, the kind that it is out; what could run or fetch anything is refused."""

import re
from typing import Any
from xml.parsers import expat

from policyctl.errors import PolicyctlError

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_SAFE_LINK = re.compile(r"\s*(#|data:image/(png|jpeg);)", re.IGNORECASE)
_ACTIVE = {"script", "foreignobject", "iframe", "handler", "listener", "set", "animate", "animatetransform"}
_FETCHING = re.compile(r"@import|url\(\s*['\"]?\s*(?!#)", re.IGNORECASE)


def media_type(data: bytes, name: str) -> str:
    """The media type of a PNG, a JPEG or a still and self-contained SVG, by what is in it and not by its name."""
    if data.startswith(_PNG):
        return "image/png"
    if data.startswith(_JPEG):
        return "image/jpeg"
    reason = _unfit(data)
    if reason:
        raise PolicyctlError(f"“{name}” {reason}.", hint="Save the logo as a plain svg, png or jpeg file.")
    return "image/svg+xml"


class _UnfitError(Exception):
    """Why an SVG is refused, in words."""


def _unfit(data: bytes) -> str:
    parser = expat.ParserCreate()
    seen: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        seen.append(name)
        _check(name, attributes)

    def words(text: str) -> None:
        if _local(seen[-1]) == "style" and _FETCHING.search(text):
            raise _UnfitError("fetches something from elsewhere")

    def refused(*_: Any) -> None:
        raise _UnfitError("holds a document type, which a logo does not need")

    parser.buffer_text = True
    parser.StartElementHandler, parser.CharacterDataHandler = start, words
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refused
    try:
        parser.Parse(data, True)
    except _UnfitError as reason:
        return str(reason)
    except expat.ExpatError:
        return "is not a picture that policyctl knows"
    return "" if seen and _local(seen[0]) == "svg" else "is not a picture that policyctl knows"


def _check(name: str, attributes: dict[str, str]) -> None:
    if _local(name) in _ACTIVE:
        raise _UnfitError("does more than show a picture: it holds a script or moves")
    for key, value in attributes.items():
        if key.casefold().startswith("on"):
            raise _UnfitError("does more than show a picture: it holds a script or moves")
        linked = _local(key) in ("href", "src") and not _SAFE_LINK.match(value)
        if linked or (not key.startswith("xmlns") and _FETCHING.search(value)):
            raise _UnfitError("fetches something from elsewhere")


def _local(name: str) -> str:
    return name.rpartition(":")[2].casefold()
