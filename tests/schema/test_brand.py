"""Colours and typefaces as people write them."""

import pytest
from pydantic_core import PydanticCustomError

from policyctl.schema.grammar.texts import Colour, Typeface


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("0b6e4f", "#0b6e4f"), ("#0B6E4F", "#0b6e4f"), ("abc", "#aabbcc"), ("“#fff”", "#ffffff"),
        ("gold", "#ffd700"), ("SeaGreen", "#2e8b57"), ("sea green", "#2e8b57"), ("dark-slate-grey", "#2f4f4f"),
        ("RebeccaPurple", "#663399"), ("black", "#000000"),
    ],
)  # fmt: skip
def test_a_colour_is_read_by_its_digits_or_its_name(written: str, read: str) -> None:
    assert Colour.read(written) == read


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("dunkelgrün", "Did you mean `darkgreen`?"),
        ("Weinrot", "Did you mean `maroon`?"),
        ("burgundy", "Did you mean `maroon`?"),
        *(
            (text, "Write its six digits, such as 0b6e4f, or its English name as web pages know it, such as seagreen.")
            for text in ("transparent", "currentColor", "inherit", "rgb(1, 2, 3)", "#12345", "like the sea", "0b6e4f80")
        ),
    ],
)
def test_what_is_no_colour_is_told_with_what_to_write(written: str, hint: str) -> None:
    with pytest.raises(PydanticCustomError) as error:
        Colour.read(written)
    assert error.value.context == {"message": f"“{written}” is not a colour that can be printed.", "hint": hint}


@pytest.mark.parametrize(
    ("written", "is_file"),
    [
        ("Brand.ttf", True),
        ("fonts/Brand-Bold.WOFF2", True),
        ("fonts/Brand", True),
        ("Brand.eot", True),
        ("Brand", False),
    ],
)
def test_a_typeface_is_a_file_or_a_name(written: str, is_file: bool) -> None:  # noqa: FBT001  It is what is expected.
    assert Typeface.read(written).is_file is is_file
