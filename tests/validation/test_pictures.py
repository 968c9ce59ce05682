"""Pictures that a logo may be, and those that are refused, each with the reason that its author reads."""

from base64 import b64encode
from io import BytesIO

import pytest
from PIL import Image

from policyctl.errors import PolicyctlError
from policyctl.validation.pictures import read_picture


def drawn(kind: str, size: tuple[int, int] = (60, 40)) -> bytes:
    file = BytesIO()
    Image.effect_noise(size, 90).save(file, kind)
    return file.getvalue()


def blank(width: int, height: int) -> bytes:
    file = BytesIO()
    Image.new("1", (width, height)).save(file, "PNG")
    return file.getvalue()


PNG, JPEG = drawn("PNG"), drawn("JPEG")
WITHIN = f'<image href="data:image/png;base64,{b64encode(PNG).decode()}"/>'
NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inside: str, attributes: str = "") -> bytes:
    return f"<svg {NAMES} {attributes}>{inside}</svg>".encode()


def encoded(encoding: str) -> bytes:
    return f'<?xml version="1.0" encoding="{encoding}"?><svg {NAMES}/>'.encode("ascii")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PNG, "image/png"),
        (JPEG, "image/jpeg"),
        (svg('<path d="M0 0h1"/>'), "image/svg+xml"),
        (svg('<path d="M0 0h1"/>', 'viewBox="0,0 24 -2.5e1"'), "image/svg+xml"),
        (svg('<defs><path id="a" d="M0 0h1"/></defs><use xlink:href="#a" fill="url(#b)"/>'), "image/svg+xml"),
        (svg(f"{WITHIN}<style>path{{fill:red}}</style>"), "image/svg+xml"),
        (svg('<g transform="translate(1,2)rotate(-45) matrix(1 0 0 1-3-4)" opacity=".5"/>'), "image/svg+xml"),
        (f'<s:svg xmlns:s="{NAMES[7:33]}"><s:path d="M0 0h1"/></s:svg>'.encode(), "image/svg+xml"),
        (f'<?xml version="1.0" encoding="utf-16"?><svg {NAMES}/>'.encode("utf-16"), "image/svg+xml"),
        (encoded("iso-8859-1"), "image/svg+xml"),
    ],
)
def test_a_picture_is_known_by_what_is_in_it(data: bytes, kind: str) -> None:
    assert read_picture(data, "logo") == (data, kind)


ELSEWHERE = "fetches something from elsewhere"
ACTIVE = "does more than show a picture: it holds a script or moves"
TYPE = "holds a document type, which a logo does not need"
UNKNOWN = "is not a picture that policyctl knows"
DAMAGED = "is damaged and cannot be drawn"
LETTERS = "is written in letters other than UTF-8"
MANY = "has more than 25 million pixels, and 600 in width are plenty"
CIRCLE = "holds a part that is drawn within itself, or within others without end"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", UNKNOWN), (b"GIF89a", UNKNOWN), (b"%PDF-1.7", UNKNOWN), (b"<?xml version='1.0'?>", UNKNOWN),
        (b"<html><svg/></html>", UNKNOWN), (b"<svg/>", UNKNOWN),
        (b"<!DOCTYPE svg><svg xmlns='http://www.w3.org/2000/svg'/>", TYPE),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', TYPE),
        (svg("<script>alert(1)</script>"), ACTIVE), (svg("<foreignObject/>"), ACTIVE),
        (svg("", 'onload="x()"'), ACTIVE), (svg("", 'ONLOAD="x()"'), ACTIVE),
        (svg('<set attributeName="href" to="x"/>'), ACTIVE),
        (svg('<image href="https://example.com/x.png"/>'), ELSEWHERE),
        (svg('<use xlink:href="other.svg#a"/>'), ELSEWHERE),
        (svg('<image href="data:image/svg+xml;base64,AAAA"/>'), ELSEWHERE),
        (svg('<a href="javascript:x()"/>'), ELSEWHERE), (svg("<style>@import 'x.css';</style>"), ELSEWHERE),
        (svg("<style>path{fill:url(https://example.com/a)}</style>"), ELSEWHERE),
        (svg('<path style="fill:url(https://example.com/a)"/>'), ELSEWHERE),
    ],
)  # fmt: skip
def test_what_is_no_plain_picture_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(PolicyctlError) as error:
        read_picture(data, "logo.svg")
    assert error.value.message == f"“logo.svg” {reason}."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (PNG[:900], DAMAGED), (JPEG[:900], DAMAGED), (PNG[:200] + b"?" * 40 + PNG[240:], DAMAGED),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), DAMAGED), (b"\xff\xd8\xff\xe0", DAMAGED),
        (blank(6000, 5000), MANY), (blank(60_000, 30_000), MANY),
        (svg("<path d='M0 0h1'>"), DAMAGED), (svg("<x:path/>"), DAMAGED),
        (svg("", 'viewBox="0 0 10"'), "cannot be drawn: it says viewBox=“0 0 10”"),
        (svg("", 'viewBox="a b c d"'), "cannot be drawn: it says viewBox=“a b c d”"),
        (svg('<g transform="rotate(a)"/>'), "cannot be drawn: it says transform=“rotate(a)”"),
        (svg('<g opacity="half"/>'), "cannot be drawn: it says opacity=“half”"),
        (svg('<image href="data:image/png;base64,AAAA"/>'), f"holds another picture, which {DAMAGED}"),
        (svg('<image href="data:image/png;base64,A"/>'), f"holds another picture, which {DAMAGED}"),
        (svg('<g id="a"><use href="#a"/></g>'), CIRCLE),
        (svg('<g id="a"><use href="#b"/></g><g id="b"><g fill="url(#a)"/></g>'), CIRCLE),
        (svg("".join(f'<g id="a{n}"><use href="#a{n + 1}"/></g>' for n in range(5000))), CIRCLE),
        (svg("<g>" * 5000 + "</g>" * 5000), "holds groups within groups without end"),
        (svg("".join(f'<g id="a{n}">{f"""<use href="#a{n + 1}"/>""" * 10}</g>' for n in range(9))),
         "draws more than a logo needs"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(PolicyctlError) as error:
        read_picture(data, "logo.svg")
    assert error.value.message == f"“logo.svg” {reason}."
    assert error.value.hint == "Save the logo anew, as a plain svg, png or jpeg file."


@pytest.mark.parametrize("encoding", ["Shift_JIS", "GB2312", "utf-7", "nonsense", "rot13"])
def test_an_svg_in_an_encoding_that_nobody_reads_is_refused(encoding: str) -> None:
    with pytest.raises(PolicyctlError) as error:
        read_picture(encoded(encoding), "logo.svg")
    assert error.value.message == f"“logo.svg” {LETTERS}."


@pytest.mark.parametrize(
    "value", ["1" * 200_000 + "x", "1 " * 100_000 + "x", " " * 200_000 + "x", "rotate(1)" * 20_000 + "x"]
)
@pytest.mark.parametrize("name", ["viewBox", "transform", "opacity", "rotate", "orient"])
def test_however_long_a_figure_is_it_is_read_at_once(name: str, value: str) -> None:
    with pytest.raises(PolicyctlError, match="cannot be drawn"):
        read_picture(svg("", f'{name}="{value}"'), "logo.svg")
