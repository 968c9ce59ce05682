"""Read the files that a brand names: the logo, its twin for dark screens, and the faces of its own typefaces."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from policyctl.errors import PolicyctlError
from policyctl.findings import Issue
from policyctl.schema.sections.head import Brand
from policyctl.validation.fonts import Font, read_font
from policyctl.validation.pictures import Picture, read_picture

T = TypeVar("T")

RULES: Mapping[str, str] = MappingProxyType({
    "unusable-logo": "The logo cannot be printed: its file is not there, is larger than 1 MB, is damaged, or is no "
    "plain picture. Nothing is printed until it is mended or its line is deleted.",
    "unusable-font": "A typeface cannot be used: its file is not there, is larger than 1 MB, is damaged, or is no ttf, "
    "otf or woff2. Nothing is printed until it is mended or its line is deleted.",
})  # fmt: skip
"""What there is to say about the files of a brand, by the id of the finding."""

Assets = Callable[[str], bytes]
"""What gives the bytes of a file that a policy names; raises PolicyctlError where it cannot be used."""


class BrandFiles(NamedTuple):
    """What a document is dressed in: the pictures and the faces that the policy names and that can be used."""

    logo: Picture | None = None
    logo_dark: Picture | None = None
    heading_font: tuple[Font, ...] = ()
    text_font: tuple[Font, ...] = ()


class BrandProblem(NamedTuple):
    """A file that cannot be used: the rule that says so, and what is wrong with it."""

    rule: str
    issue: Issue


def read_brand(brand: Brand, assets: Assets) -> tuple[BrandFiles, tuple[BrandProblem, ...]]:
    """The files of a brand, and what is wrong with those that cannot be used."""
    problems: list[BrandProblem] = []

    def read(rule: str, reader: Callable[[bytes, str], T], name: str, *pointer: str | int) -> T | None:
        try:
            return reader(assets(name), name)
        except PolicyctlError as error:
            problems.append(BrandProblem(rule, Issue(("brand", *pointer), error.message, error.hint)))
            return None

    def picture(field: str) -> Picture | None:
        name = getattr(brand, field)
        return read("unusable-logo", read_picture, name, field) if name else None

    def faces(field: str) -> tuple[Font, ...]:
        files = [(number, name) for number, name in enumerate(getattr(brand, field)) if name.is_file]
        fonts = (read("unusable-font", read_font, name, field, number) for number, name in files)
        return tuple(font for font in fonts if font)

    return (
        BrandFiles(picture("logo"), picture("logo_dark"), faces("heading_font"), faces("text_font")),
        tuple(problems),
    )
