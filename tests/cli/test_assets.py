"""Names and pictures as a policy may hold them in; what is read, and what is refused, out."""

from pathlib import Path

import pytest

from policyctl.cli.assets import LARGEST, read_asset
from policyctl.cli.pictures import media_type
from policyctl.errors import PolicyctlError


@pytest.mark.parametrize(
    "name",
    [
        "../secret", "/etc/passwd", "~/x", "a/../../secret", "C:/x", "a\\b", "nul", "aux.svg", "file:///etc/passwd",
        "x.", "x ", "a//b", "./x", "with\x00nul", "with\x1bescape", "link", "linked/secret", "folder", "missing", "",
    ],
)  # fmt: skip
def test_a_name_leads_to_a_file_beside_the_policy_or_nowhere(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret").write_bytes(b"canary")
    home = tmp_path / "home"
    (home / "folder").mkdir(parents=True)
    (home / "link").symlink_to(tmp_path / "secret")
    (home / "linked").symlink_to(tmp_path)
    with pytest.raises(PolicyctlError) as refused:
        read_asset(home, name)
    assert "canary" not in refused.value.message


def test_a_file_below_the_policy_is_read_also_through_a_link_that_stays_there(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "our logo.svg").write_bytes(b"x")
    (tmp_path / "logo.svg").symlink_to(tmp_path / "pictures" / "our logo.svg")
    assert read_asset(tmp_path, "pictures/our logo.svg") == b"x"
    assert read_asset(tmp_path, "logo.svg") == b"x"


def test_a_file_larger_than_a_logo_ever_is_refused(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(bytes(LARGEST + 1))
    with pytest.raises(PolicyctlError, match="larger than 1 MB"):
        read_asset(tmp_path, "logo.png")


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
    assert media_type(data, "logo") == kind


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
        media_type(data, "logo.svg")
