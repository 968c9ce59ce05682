"""Tell what kind of picture a file is, and refuse one that could run or fetch anything, or that cannot be drawn."""

import re
import warnings
from base64 import b64decode
from binascii import Error as NoBase64
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any, NamedTuple

from policyctl.errors import PolicyctlError

MOST_PIXELS = 25_000_000
"""What is drawn at most: a small file may hold a picture that fills the memory of a machine."""

MOST_SHAPES = 20_000
"""How much an SVG may draw at most, with each shape as often as it is used again."""

DEEPEST = 100
"""How deep the elements of an SVG may be nested."""

_SVG = "http://www.w3.org/2000/svg svg"
_RASTER = {"PNG": (b"\x89PNG\r\n\x1a\n", "image/png"), "JPEG": (b"\xff\xd8\xff", "image/jpeg")}
_EMBEDDED = re.compile(r"\s*data:image/(?P<kind>png|jpeg);base64,(?P<data>[A-Za-z0-9+/=\s]*)", re.IGNORECASE)
_ACTIVE = {"script", "foreignobject", "iframe", "handler", "listener", "set", "animate", "animatetransform"}
_FETCHING = re.compile(r"@import|url\(\s*+['\"]?\s*+(?!#)", re.IGNORECASE)
_REFERENCE = re.compile(r"url\(\s*+['\"]?\s*+#([^'\")\s]+)", re.IGNORECASE)
_NUMBER = r"(?>[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)"
_TRANSFORM = rf"\s*(?:[a-z]+\s*\(\s*(?:{_NUMBER}[\s,]*)+\)[\s,]*)*|none"
_VALUES = {
    name: re.compile(rf"\A(?:{shape})", re.IGNORECASE)
    for names, shape in (
        ("viewbox", rf"\s*{_NUMBER}(?:[\s,]+{_NUMBER}){{3}}\s*"),
        ("transform gradienttransform patterntransform", _TRANSFORM),
        ("opacity fill-opacity stroke-opacity stop-opacity", rf"\s*{_NUMBER}%?\s*|inherit"),
        ("rotate", rf"[\s,]*(?:{_NUMBER}[\s,]*)*"),
        ("orient", rf"auto(?:-start-reverse)?|{_NUMBER}(?:deg|g?rad|turn)?"),
    )
    for name in names.split()
}  # fmt: skip
"""What an attribute must look like, where anything else keeps the whole picture from being drawn."""

_UNKNOWN = "is not a picture that policyctl knows"
_DAMAGED = "is damaged and cannot be drawn"


class Picture(NamedTuple):
    """A picture that was read once: what is in the file, and its media type."""

    data: bytes
    media_type: str


def read_picture(data: bytes, name: str) -> Picture:
    """A PNG, a JPEG or a still and self-contained SVG, known by what is in it and not by its name."""
    kind, media_type = next(
        ((kind, media) for kind, (start, media) in _RASTER.items() if data.startswith(start)), ("", "image/svg+xml")
    )
    if reason := _why_undrawable(data, kind) if kind else _Svg().why_refused(data):
        raise PolicyctlError(f"“{name}” {reason}.", hint="Save the logo anew, as a plain svg, png or jpeg file.")
    return Picture(data, media_type)


def _why_undrawable(data: bytes, kind: str) -> str:
    """Why a PNG or a JPEG cannot be drawn; empty where it can be, to the last line."""
    from PIL import Image  # noqa: PLC0415  Most policies have no logo and start sooner.

    too_large = f"has more than {MOST_PIXELS // 1_000_000} million pixels, and 600 in width are plenty"
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(BytesIO(data), formats=[kind]) as image:
            if image.width * image.height > MOST_PIXELS:
                return too_large
            image.load()
    except Image.DecompressionBombError:
        return too_large
    except Exception:  # noqa: BLE001  There is another error for each way in which a picture may be damaged.
        return _DAMAGED
    return ""


class _RefusedError(Exception):
    """Why an SVG is refused, in words."""


class _Svg:
    """One SVG as it is read: what is open, and which named part of it draws which others again."""

    def __init__(self) -> None:
        self.open: list[str] = []
        self.names: list[str] = [""]
        self.shapes: dict[str, int] = {"": 0}
        self.used: dict[str, list[str]] = {"": []}

    def why_refused(self, data: bytes) -> str:
        """Why it is no picture that can be printed; empty where it is one."""
        from xml.parsers import expat  # noqa: PLC0415  Most policies have no logo and start sooner.

        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _refuse_document_type
        try:
            parser.Parse(data, True)  # noqa: FBT003  It takes no name.
            self._count("", ())
        except _RefusedError as reason:
            return str(reason)
        except expat.ExpatError:
            return _DAMAGED if self.open else _UNKNOWN
        except (LookupError, ValueError):  # What Python says of an encoding that it does not know, or not one by one.
            return "is written in letters other than UTF-8"
        return ""

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        if not self.open and element != _SVG:
            raise _RefusedError(_UNKNOWN)
        if len(self.open) == DEEPEST:
            raise _RefusedError("holds groups within groups without end")
        _check(element, attributes)
        self.open.append(element)
        self.names.append(attributes.get("id", self.names[-1]))
        self.shapes[self.names[-1]] = self.shapes.get(self.names[-1], 0) + 1
        self.used.setdefault(self.names[-1], []).extend(_references(attributes))
        if self.names[-1] != self.names[-2]:
            self.used[self.names[-2]].append(self.names[-1])

    def _end(self, _element: str) -> None:
        self.open.pop()
        self.names.pop()

    def _characters(self, text: str) -> None:
        if _local(self.open[-1]) == "style" and _FETCHING.search(text):
            raise _RefusedError("fetches something from elsewhere")

    def _count(self, name: str, within: tuple[str, ...], counted: dict[str, int] | None = None) -> int:
        """How many shapes a named part draws, with those that it uses again."""
        counted = {} if counted is None else counted
        if name in within or len(within) > DEEPEST:
            raise _RefusedError("holds a part that is drawn within itself, or within others without end")
        if name not in counted:
            inner = (self._count(each, (*within, name), counted) for each in self.used[name] if each in self.used)
            counted[name] = self.shapes[name] + sum(inner)
        if counted[name] > MOST_SHAPES:
            raise _RefusedError("draws more than a logo needs")
        return counted[name]


def _refuse_document_type(*_: Any) -> None:
    raise _RefusedError("holds a document type, which a logo does not need")


def _check(element: str, attributes: Mapping[str, str]) -> None:
    if _local(element) in _ACTIVE:
        raise _RefusedError("does more than show a picture: it holds a script or moves")
    for name, value in attributes.items():
        key = _local(name)
        if key.startswith("on"):
            raise _RefusedError("does more than show a picture: it holds a script or moves")
        if _FETCHING.search(value) or (key in ("href", "src") and not _is_within(value)):
            raise _RefusedError("fetches something from elsewhere")
        if key in _VALUES and not _VALUES[key].fullmatch(value):
            raise _RefusedError(f"cannot be drawn: it says {name.rpartition(' ')[2]}=“{value[:40]}”")


def _is_within(address: str) -> bool:
    """Whether an address leads to a part of the picture, or holds a picture that can be drawn."""
    found = _EMBEDDED.fullmatch(address)
    if not found:
        return address.lstrip().startswith("#")
    try:
        data = b64decode("".join(found["data"].split()), validate=True)
    except NoBase64:
        data = b""
    if reason := _why_undrawable(data, found["kind"].upper()):
        raise _RefusedError(f"holds another picture, which {reason}")
    return True


def _references(attributes: Mapping[str, str]) -> Iterable[str]:
    """The parts of the picture that an element draws with."""
    for name, value in attributes.items():
        if _local(name) == "href" and value.lstrip().startswith("#"):
            yield value.strip()[1:]
        yield from _REFERENCE.findall(value)


def _local(name: str) -> str:
    return name.rpartition(" ")[2].casefold()
