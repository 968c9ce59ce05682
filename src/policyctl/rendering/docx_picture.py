"""A logo stands in a Word file as it is; beside a drawing stands a picture for programs that draw none."""

import re
from base64 import b64decode
from dataclasses import dataclass
from io import BytesIO
from typing import NamedTuple
from xml.etree import ElementTree as ET

from policyctl.rendering.docx_text import escape_xml
from policyctl.rendering.view.looks import Logo

_SVG = "image/svg+xml"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_SHEET = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_OF_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_MILLIMETRE = 36000
_NUMBER = re.compile(r"(\d+(?:\.\d+)?|\.\d+)(?:\s*+(?:px|pt|mm|cm|in))?")


class File(NamedTuple):
    """A picture as a part of the file."""

    data: bytes
    media_type: str

    @property
    def ending(self) -> str:
        """How its name ends."""
        return {"image/png": "png", "image/jpeg": "jpeg", _SVG: "svg"}[self.media_type]


@dataclass(frozen=True, slots=True)
class Picture:
    """A logo: its files, the one that every program can draw first, how wide it is to its height, what it shows."""

    files: tuple[File, ...]
    ratio: float
    alternative: str

    def drawing(self, names: "list[str]", number: int, width: float, height: float) -> str:
        """The logo in a line, as large as so many millimetres have room for; `names` are those of its files."""
        size = min(width, height * self.ratio), min(height, width / self.ratio)
        wide, high = (round(each * _MILLIMETRE) for each in size)
        drawn = (
            f'<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip xmlns:asvg="{_OF_SVG}" '
            f'r:embed="{names[1]}"/></a:ext></a:extLst>'
            if len(names) > 1
            else ""
        )
        words = escape_xml(self.alternative)
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{_SHEET}" xmlns:a="{_A}" distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="{number}" name="Logo {number}" descr="{words}"/>'
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            f'<a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr>'
            f'<pic:cNvPr id="{number}" name="Logo {number}" descr="{words}"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{names[0]}">{drawn}</a:blip>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r>"
        )


def read_picture(logo: Logo) -> Picture | None:
    """The picture of a logo; nothing where it does not say how wide and high it is."""
    head, _, data = logo.source.partition(";base64,")
    file = File(b64decode(data), head.removeprefix("data:"))
    if file.media_type == _SVG:
        ratio = _ratio_of_drawing(file.data)
        return Picture((File(_nothing(), "image/png"), file), ratio, logo.alternative) if ratio else None
    from PIL import Image  # noqa: PLC0415  Most policies have no logo.

    with Image.open(BytesIO(file.data)) as image:
        return Picture((file,), image.width / image.height, logo.alternative)


def _ratio_of_drawing(data: bytes) -> float:
    """How wide an SVG is to its height, by its view box or its own measures; nought where it says neither."""
    root = ET.fromstring(data)  # noqa: S314  It was read before it became a logo: it holds no document type.
    box = [_number(each) for each in re.split(r"[\s,]+", root.get("viewBox", "").strip())]
    measures = box[2:] if len(box) == 4 else [_number(root.get("width", "")), _number(root.get("height", ""))]
    return measures[0] / measures[1] if all(each > 0 for each in measures) else 0


def _number(text: str) -> float:
    found = _NUMBER.fullmatch(text.strip())
    return float(found[1]) if found else 0


def _nothing() -> bytes:
    """A picture of one clear point."""
    from PIL import Image  # noqa: PLC0415  As above.

    file = BytesIO()
    Image.new("RGBA", (1, 1), (0, 0, 0, 0)).save(file, "PNG")
    return file.getvalue()
