"""One accent gives every colour of a document, and what is read can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyctl.rendering.palette import Colours, contrast, palette

PAPER, DARK_PAPER = "#ffffff", "#181714"


def test_green_gives_the_colours_of_the_house() -> None:
    assert palette("#0B6E4F") == Colours(
        brand="#0b6e4f",
        on_brand="#ffffff",
        deep="#095b42",
        tint="#f0f7f5",
        line="#b2c7c1",
        dark_deep="#4ccba3",
        dark_tint="#1f2d29",
        dark_line="#4d6a61",
    )


@pytest.mark.parametrize(
    ("accent", "deep", "dark_deep"),
    [
        ("#ffe45c", "#615100", "#dacb81"),
        ("#ff0000", "#a80000", "#e29c9c"),
        ("#000000", "#000000", "#b3b3b3"),
        ("#ffffff", "#525252", "#ffffff"),
    ],
)
def test_any_accent_keeps_its_hue_and_becomes_readable(accent: str, deep: str, dark_deep: str) -> None:
    colours = palette(accent)
    assert (colours.brand, colours.deep, colours.dark_deep) == (accent, deep, dark_deep)


@given(st.integers(0, 0xFFFFFF))
def test_what_is_read_stands_at_least_seven_to_one(accent: int) -> None:
    colours = palette(f"#{accent:06x}")
    read = [(colours.deep, colours.tint), (colours.deep, PAPER)]
    read += [(colours.dark_deep, colours.dark_tint), (colours.dark_deep, DARK_PAPER)]
    assert min(contrast(*pair) for pair in read) >= 7


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == contrast("#ffffff", "#000000") == 21
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
