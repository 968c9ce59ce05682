"""Pictures that a logo may be, and those that are refused."""

import pytest

from policyctl.errors import PolicyctlError
from policyctl.validation.pictures import read_picture


def _svg(inside: str, attributes: str = "") -> bytes:
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {names} {attributes}>{inside}</svg>".encode()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n...", "image/png"),
        (b"\xff\xd8\xff\xe0...", "image/jpeg"),
        (_svg('<path d="M0 0h1"/>'), "image/svg+xml"),
        (_svg('<defs><path id="a" d="M0 0h1"/></defs><use xlink:href="#a" fill="url(#b)"/>'), "image/svg+xml"),
        (_svg('<image href="data:image/png;base64,AAAA"/><style>path{fill:red}</style>'), "image/svg+xml"),
    ],
)
def test_a_picture_is_known_by_what_is_in_it(data: bytes, kind: str) -> None:
    assert read_picture(data, "logo") == (data, kind)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"GIF89a", b"<html><svg/></html>", b"<svg>", b"%PDF-1.7", b"<?xml version='1.0'?>",
        b"<!DOCTYPE svg><svg xmlns='http://www.w3.org/2000/svg'/>",
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>',
        _svg("<script>alert(1)</script>"), _svg("<foreignObject/>"), _svg("", 'onload="x()"'), _svg("", 'ONLOAD="x()"'),
        _svg('<image href="https://example.com/x.png"/>'), _svg('<use xlink:href="other.svg#a"/>'),
        _svg('<image href="data:image/svg+xml;base64,AAAA"/>'), _svg('<a href="javascript:x()"/>'),
        _svg("<style>@import 'x.css';</style>"), _svg("<style>path{fill:url(https://example.com/a)}</style>"),
        _svg('<path style="fill:url(https://example.com/a)"/>'), _svg('<set attributeName="href" to="x"/>'),
    ],
)  # fmt: skip
def test_what_is_no_plain_picture_is_refused(data: bytes) -> None:
    with pytest.raises(PolicyctlError):
        read_picture(data, "logo.svg")
