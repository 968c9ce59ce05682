"""Tell what kind of picture a file is, and refuse one that could run or fetch anything."""

import re
from typing import Any, NamedTuple

from policyctl.errors import PolicyctlError

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_SAFE_LINK = re.compile(r"\s*(#|data:image/(png|jpeg);)", re.IGNORECASE)
_ACTIVE = {"script", "foreignobject", "iframe", "handler", "listener", "set", "animate", "animatetransform"}
_FETCHING = re.compile(r"@import|url\(\s*['\"]?\s*(?!#)", re.IGNORECASE)


class Picture(NamedTuple):
    """A picture that was read once: what is in the file, and its media type."""

    data: bytes
    media_type: str


def read_picture(data: bytes, name: str) -> Picture:
    """A PNG, a JPEG or a still and self-contained SVG, known by what is in it and not by its name."""
    if data.startswith(_PNG):
        return Picture(data, "image/png")
    if data.startswith(_JPEG):
        return Picture(data, "image/jpeg")
    if reason := _why_refused(data):
        raise PolicyctlError(f"“{name}” {reason}.", hint="Save the logo as a plain svg, png or jpeg file.")
    return Picture(data, "image/svg+xml")


class _RefusedError(Exception):
    """Why an SVG is refused, in words."""


def _why_refused(data: bytes) -> str:
    from xml.parsers import expat  # noqa: PLC0415  Most policies have no logo and start sooner.

    parser = expat.ParserCreate()
    seen: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        seen.append(name)
        _check(name, attributes)

    def characters(text: str) -> None:
        if _local(seen[-1]) == "style" and _FETCHING.search(text):
            raise _RefusedError("fetches something from elsewhere")

    def refuse(*_: Any) -> None:
        raise _RefusedError("holds a document type, which a logo does not need")

    parser.buffer_text = True
    parser.StartElementHandler, parser.CharacterDataHandler = start, characters
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003  It takes no name.
    except _RefusedError as reason:
        return str(reason)
    except expat.ExpatError:
        return "is not a picture that policyctl knows"
    return "" if seen and _local(seen[0]) == "svg" else "is not a picture that policyctl knows"


def _check(name: str, attributes: dict[str, str]) -> None:
    if _local(name) in _ACTIVE:
        raise _RefusedError("does more than show a picture: it holds a script or moves")
    for key, value in attributes.items():
        if key.casefold().startswith("on"):
            raise _RefusedError("does more than show a picture: it holds a script or moves")
        linked = _local(key) in ("href", "src") and not _SAFE_LINK.match(value)
        if linked or (not key.startswith("xmlns") and _FETCHING.search(value)):
            raise _RefusedError("fetches something from elsewhere")


def _local(name: str) -> str:
    return name.rpartition(":")[2].casefold()
