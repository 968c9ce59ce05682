"""Texts in a Pydantic model in, its values, errors, output and JSON Schema out."""

import pytest
from pydantic import BaseModel, ValidationError

from policyctl.spec.quantities import Allowance, AnyAllowance, AnyLimit, Date, Duration, SameDay, Share, Words


class Row(BaseModel):
    """A row with a field of each make."""

    within: AnyLimit
    waits: Duration | None = None
    met: Share | None = None
    since: Date | None = None
    up_to: AnyAllowance | None = None


def test_texts_become_values_and_texts_again() -> None:
    row = Row.model_validate(
        {"within": "the same day", "waits": "half an hour", "met": "9 in 10", "up_to": "£20 a case"}
    )
    assert row.within == SameDay()
    assert row.waits == Duration.read("30 minutes")
    assert isinstance(row.up_to, Allowance)
    assert row.model_dump(exclude_none=True) == {
        "within": "the same day",
        "waits": "half an hour",
        "met": "9 in 10",
        "up_to": "£20 a case",
    }


def test_values_pass_and_print_themselves() -> None:
    row = Row(within=Words("at once"), waits=Duration.read("2 h"))
    assert Row.model_validate(row.model_dump()) == row
    assert Row(within=SameDay()).model_dump(exclude_none=True) == {"within": "the same day"}


@pytest.mark.parametrize(
    ("value", "message", "hint"),
    [
        (
            "a while",
            "“a while” does not read as a length of time.",
            "Write for example “4 business hours” or “2 working days”.",
        ),
        (
            ["2 hours"],
            "This has to be a length of time, in one text.",
            "Write it behind the colon, on the same line.",
        ),
    ],
)
def test_an_error_carries_its_words(value: object, message: str, hint: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Row.model_validate({"within": "at once", "waits": value})
    (error,) = refused.value.errors()
    assert (error["type"], error["loc"], error["msg"]) == ("quantity", ("waits",), message)
    assert error["ctx"] == {"message": message, "hint": hint}


def test_an_editor_may_type_it_as_it_likes() -> None:
    schema = Row.model_json_schema()["properties"]["within"]
    assert schema == {
        "title": "Within",
        "type": ["string", "number", "boolean"],
        "description": "A limit, in a measure or in words",
        "examples": ["4 business hours", "the same day", "9:00", "2 x First reply"],
    }
