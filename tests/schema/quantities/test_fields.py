"""Quantities are fields of a part: their values, their errors, and what an editor is told."""

import pytest
from pydantic import ValidationError

from policyctl.schema.grammar.entry import Part, field, needed
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.json_schema import json_schema
from policyctl.schema.quantities import Allowance, AnyAllowance, Date, Duration, SameDay, Share


class Row(Part):
    """A row with a field of each make."""

    within: Limits = needed("Within", "How long it may take.", "4 business hours")
    waits: Duration | None = field("Waits", "How long it waits.", "30 minutes")
    met: Share | None = field("Met", "How often.", "95%")
    since: Date | None = field("Since", "Since when.", "1 April 2026")
    up_to: AnyAllowance | None = field("Up to", "How much.", "£20 per case")


def test_texts_become_values_that_keep_their_text() -> None:
    row = Row.model_validate(
        {"within": "the same day", "waits": "half an hour", "met": "9 in 10", "up_to": "£20 a case"}
    )
    assert row.within.sole == SameDay()
    assert row.waits == Duration.read("30 minutes")
    assert isinstance(row.up_to, Allowance)
    assert row.model_dump(exclude_defaults=True) == {
        "within": "the same day",
        "waits": "half an hour",
        "met": "9 in 10",
        "up_to": "£20 a case",
    }


def test_values_pass_as_they_are() -> None:
    row = Row.model_validate({"within": "at once", "waits": "2 h"})
    assert Row.model_validate({"within": row.within, "waits": row.waits}) == row
    assert hash(row) == hash(row.model_copy(update={}))
    assert row.model_copy(update={"waits": None}) != row


def test_a_part_is_frozen_and_shows_what_it_says() -> None:
    row = Row.model_validate({"within": "at once"})
    with pytest.raises(ValidationError, match="Instance is frozen"):
        row.waits = None
    assert repr(row).startswith("Row(within=Limits(cases=((None, Words(")


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
    assert json_schema()["$defs"]["Module"]["properties"]["lasts"] == {
        "$ref": "#/$defs/text",
        "title": "Lasts",
        "description": "How long it takes.",
        "examples": ["45 minutes"],
    }
