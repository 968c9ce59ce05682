"""What to do, step by step."""

import re
from collections.abc import Iterator
from typing import Annotated, Any, Self

from pydantic import PlainValidator, ValidationError, WithJsonSchema, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from policyctl.schema.grammar.choices import Flag
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Entry, Many, field, many
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.references import (
    ChannelRef,
    CustomerRef,
    EscalationRef,
    GoalRef,
    ProcedureRef,
    Reference,
    RoleRef,
    StandardRef,
)
from policyctl.schema.grammar.texts import Giving, Speech, Text, Unsaid, refusal
from policyctl.schema.quantities.base import SCALAR_JSON
from policyctl.schema.sections.discretion import Grant
from policyctl.schema.sections.stand import GroundRule
from policyctl.schema.sections.standards import Standard

_NUMBER = re.compile(r"(?:(?:step|schritt)\s+)?(\d+(?:\s*\(?[a-z]\)?)?)", re.IGNORECASE)


class StepNumber(Reference):
    """A step of the same procedure by its number, as it is printed; it names no entry."""

    __slots__ = ()
    loose = True


def _onward(value: Any) -> ProcedureRef | StepNumber:
    """The number of a step, or the name of a procedure or of a step."""
    found = _NUMBER.fullmatch(value.strip()) if isinstance(value, str) else None
    return StepNumber(found[1]) if found else ProcedureRef.read(value)


Onward = Annotated[ProcedureRef | StepNumber, PlainValidator(_onward), WithJsonSchema(SCALAR_JSON)]

Otherwise = Annotated[Flag, WithJsonSchema(SCALAR_JSON)]
"""`else: yes` beside a `do`, or `else:` with what is done then."""


class Step(Entry):
    """One step: what is done, said and recorded, by whom and how soon.

    `if` and `choose` branch; of several, the first that fits wins.
    """

    bare_text = "do"
    bare_list = "choose"
    other_keys = {"use": "go_to"}  # noqa: RUF012  Declared in `Part`.

    do: Text | None = field("Do", "What to do.", "Find the order and check the edition.")
    say: Many[Speech] = many("Say", "Words to say.", "Shall I send another copy today?")
    avoid: Many[Unsaid] = many("Avoid", "Words not to say.", "You should have told us.")
    record: Many[Text] = many("Record", "What to write down.", "Order number and damage")
    tell: Many[RoleRef] = many("Tell", "Who is told.", "Care lead")
    by: Many[RoleRef] = many("By", "Who does it.", "Adviser")
    within: Limits | None = field("Within", "How soon.", "1 business hour")
    after: Text | None = field("Counted after", "What the time is counted after.", "the call")
    channels: Many[ChannelRef] = many("Channels", "The channels it is for.", "Phone")
    for_: Many[CustomerRef] = many("For", "The customers it is for.", "Schools", alias="for")
    not_for: Many[CustomerRef] = many("Not for", "The customers it is not for.", "Resellers")
    if_: Many[Text] = many("If", "The case in which it is done; of several, any.", "It is a present", alias="if")
    unless: Many[Text] = many("Unless", "The case in which it is not done.", "They have written before")
    otherwise: Otherwise | None = field(
        "Otherwise", "What is done when nothing above fits.", "Offer a new copy", alias="else"
    )
    choose: "Many[Step]" = many("Choose", "Choices: the first that fits.", "if: It is a present")
    gives: Many[Giving] = many("May give", "What the customer gets in this step.", "free shipping, £9")
    ask: Many[RoleRef] = many("Ask first", "Whose leave it needs.", "Care lead")
    steps: "Many[Step]" = many("Steps", "The steps of this choice, which may branch again.", "Say sorry")
    go_to: Many[Onward] = many("Go on with", "Another procedure, or a step by its name or number.", "A refund")

    @classmethod
    def from_mapping(cls, value: dict[str, Any]) -> dict[str, Any]:
        """What is done otherwise may stand behind `else`."""
        other = value.get("else")
        if isinstance(other, str) and other.strip() and other.strip().casefold() not in ("yes", "true", "ja"):
            return {"do": other, **value, "else": "yes"}
        return value


class Procedure(Entry):
    """What to do in one kind of case."""

    bare_text = "says"
    bare_list = "steps"

    says: Text | None = field("In short", "The whole procedure, where one sentence is enough.", "Offer another one.")
    goals: Many[GoalRef] = many("Serves", "The goals that it serves.", "Keep customers who had a problem")
    trigger: Many[Text] = many("When", "How to know the case.", "The customer says that a book is torn.")
    channels: Many[ChannelRef] = many("Channels", "The channels it is for.", "Phone")
    for_: Many[CustomerRef] = many("For", "The customers it is for.", "Schools", alias="for")
    needs: Many[Text] = many("Have ready", "What is needed before beginning.", "The order number")
    steps: Many[Step] = many("Steps", "The steps, in order.", "Say sorry before you look at the receipt.")
    standards: Many[StandardRef] = many("We promised", "The promises that it keeps.", "A new copy")
    promises: Collection[Standard] | None = field(
        "Promises", "Promises of this procedure alone.", "Answer: the same day"
    )
    may_give: Collection[Grant] | None = field("May give", "What may be given in it.", "Adviser: a refund up to £20")
    never: Collection[GroundRule] | None = field("Never", "What nobody does in it.", "Ask for the box")
    escalation: Many[EscalationRef] = many("If it goes further", "The ladder it goes on to.", "An unhappy customer")
    done_when: Many[Text] = many("Done when", "How to know that it is done.", "The customer confirms it.")
    follow_up: Many[Text] = many("Afterwards", "What comes after.", "Call a week later.")
    example: Many[Text] = many("It happened", "A real example.", "A school's atlas came with pages missing.")

    @model_validator(mode="after")
    def _refuse_steps_beyond_the_last(self) -> Self:
        """A step by its number is one that is printed."""
        refused = [
            InitErrorDetails(type=_no_such_step(number, len(self.steps)), loc=loc, input=number)
            for loc, number in _numbers(self.steps, ("steps",))
            if int(re.sub(r"\D", "", number)) not in range(1, len(self.steps) + 1)
        ]
        if refused:
            raise ValidationError.from_exception_data("steps", refused)
        return self


def _numbers(steps: tuple[Step, ...], base: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every step that is named by its number, with where it is named."""
    for index, step in enumerate(steps):
        here = (*base, index)
        yield from (
            ((*here, "go_to", nth), each) for nth, each in enumerate(step.go_to) if isinstance(each, StepNumber)
        )
        yield from _numbers(step.choose, (*here, "choose"))
        yield from _numbers(step.steps, (*here, "steps"))


def _no_such_step(number: str, last: int) -> PydanticCustomError:
    return refusal(f"There is no step {number} here.", f"Write a number from 1 to {last}, or the name of a procedure.")
