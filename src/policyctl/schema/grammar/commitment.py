"""What is promised, owed, returned or given: one set of fields, judged by kind."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from pydantic import SerializerFunctionWrapHandler, model_serializer, model_validator

from policyctl.schema.grammar.choices import Choice, Flag
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.grammar.entry import Entry, Many, field, many
from policyctl.schema.grammar.limits import Frequencies, Limits
from policyctl.schema.grammar.references import By, ChannelRef, CustomerRef, Mention, PriorityRef, RoleRef, Somebody
from policyctl.schema.grammar.texts import Giving, Text
from policyctl.schema.quantities import AnyAllowance, Date, Share, split_promise


class Firmness(Choice):
    """How firmly something is promised."""

    WILL = "will"
    AIM = "aim"
    TRY = "try"


class Milestone(Choice):
    """The moment that a promise is about."""

    PICK_UP = "pick-up"
    ACKNOWLEDGE = "acknowledge"
    FIRST_REPLY = "first-reply"
    NEXT_REPLY = "next-reply"
    UPDATE = "update"
    FULL_REPLY = "full-reply"
    RESOLVE = "resolve"
    CALL_BACK = "call-back"
    SEEN = "seen"
    TELL_NO = "tell-no"


class Commitment(Entry):
    """A promise, a payment, a return, a gift: what is undertaken, for whom, when, how far and what follows.

    A bare sentence is enough; `rows` makes it a group whose rows share what is said above them.
    """

    bare_text = "says"
    own: ClassVar[frozenset[str]] = frozenset(
        {"name", "about", "because", "note", "says", "rows", "stem", "intro", "notes"}
    )
    other_keys: ClassVar[Mapping[str, str]] = {"under": "up_to", "from": "over"}

    says: Text | None = field(
        "In our words", "The sentence itself, as a customer would hear it.", "We aim to answer the same day."
    )
    firmness: Firmness | None = field("How firmly", "Whether we will, aim to, or try to.", "aim")
    who: Many[RoleRef] = many("Who", "The roles or people who do it, or who may give it.", "Adviser")
    for_: Many[CustomerRef] = many("For", "The customers it is for.", "Schools", alias="for")
    not_for: Many[CustomerRef] = many("Not for", "The customers or cases it is not for.", "Resellers")
    channels: Many[ChannelRef] = many("Channels", "The channels it holds on.", "Email")
    priorities: Many[PriorityRef] = many("Priority", "The priorities it holds for.", "Urgent")
    when: Many[Text] = many("When", "The case in which it holds; of several, any.", "The book arrived damaged")
    unless: Many[Text] = many("Unless", "What lifts it.", "You were told before you paid")
    fault: Text | None = field("Whose fault", "By whose doing it must have come about.", "Ours, or our carrier's")
    milestone: Milestone | None = field("Measured at", "The moment it is about.", "first-reply")
    within: Limits | None = field(
        "Within", "How long it may take: one limit, or one for each case.", "4 business hours"
    )
    usually: Text | None = field("Usually", "What mostly happens, beside the limit.", "Much sooner")
    at_least: Limits | None = field("At least", "What is reached at the least.", "twice a year")
    at_most: Limits | None = field("At most", "What is not exceeded.", "2 a year")
    by: Many[By] = many("By", "The time by which it is done, or who does it.", "9:00")
    not_by: Many[Somebody] = many("Not by", "Who must not be the one to do it.", "The adviser who had the case")
    on: Limits | None = field("On", "The day on which it is done.", "the day we agreed")
    every: Frequencies | None = field("How often", "How often it is done, in all cases or in each.", "1 working day")
    until: Text | None = field("Until", "When the repeating ends.", "the book is found")
    notice: Limits | None = field("Notice", "How long before an event it is said.", "2 weeks")
    before: Text | None = field("Before", "The event that the notice precedes.", "a price changes")
    after: Text | None = field("Counted after", "What the time is counted after.", "received")
    met: Share | None = field("Kept in", "The share of cases in which it must be met.", "95%")
    gives: Many[Giving] = many("Gives", "What is given, owed or returned, in words or money.", "A replacement")
    up_to: AnyAllowance | None = field("Up to", "The most that may be given, or `under` what.", "£20 per case")
    over: AnyAllowance | None = field("Over", "Above which amount this begins, or `from` which.", "£20 per case")
    how: Text | None = field("How", "In which way.", "To the card that paid")
    costs: Text | None = field("Costs", "What it costs, and who bears it.", "We pay the postage")
    automatic: Flag | None = field("Without being asked", "Whether it is done without being asked.", "yes")
    added_to: Many[Mention] = many("On top of", "What it comes on top of.", "The refund")
    paid_within: Limits | None = field("Paid within", "How soon it is paid.", "10 working days")
    if_late: Text | None = field("If it is late", "What follows when the payment itself is late.", "Another £5")
    public: Flag | None = field("Customers are told", "Whether customers are told.", "yes")
    basis: Many[Text] = many("Because of", "The law or scheme it rests on.", "Consumer Rights Act 2015")
    effective: Date | None = field("In force from", "The day from which it holds.", "2026-03-01")
    exceptions: Many[Text] = many("Except", "When it does not hold.", "In a storm")
    when_missed: Text | None = field("If we miss it", "What happens when it is not kept.", "We say why, and when.")
    intro: Text | None = field("Introduction", "What opens the group.", "All of these are counted from receipt.")
    notes: Text | None = field("Notes", "What stands below the group.", "Figures are read monthly.")
    stem: Text | None = field("Beginning", "The words that begin each row.", "We will")

    @classmethod
    def from_text(cls, text: str) -> dict[str, Any] | str:
        return dict(split_promise(text))

    @classmethod
    def from_item(cls, text: str) -> dict[str, Any] | str:
        return {"says": text}

    @classmethod
    def with_known_keys(cls, value: dict[str, Any]) -> dict[str, Any]:
        """`under: £25` is the most that may be given without the figure itself, `from: £25` begins with it."""
        bounds = {key: f"{key} {each}" for key in cls.other_keys if isinstance(each := value.get(key), str)}
        return super().with_known_keys({**value, **bounds})

    @classmethod
    def from_mapping(cls, value: dict[str, Any]) -> dict[str, Any]:
        """`within: 10 working days of receipt` says two things, and limits by plan and severity are a row each."""
        nested = {key: each for key in _BY_CASE if (each := value.get(key)) and _is_nested(each)}
        if nested and "rows" in cls.known_keys() and "rows" not in value:
            return _rows_by_case(value, nested)
        limit = value.get("within")
        parts = split_promise(f"within {limit}") if isinstance(limit, str) and "after" not in value else {}
        return {**value, **parts} if {"within", "after"} == set(parts) else value

    def inherit(self, group: "Commitment") -> Self:
        """The row with what its group says wherever the row itself says nothing."""
        own, known = {*self.own, *self.set_fields()}, type(self).model_fields
        said = {name: value for name, value in group.set_fields().items() if name not in own and name in known}
        return self.model_copy(update=said)

    def without_inherited(self, group: "Commitment") -> Self:
        """The row with what it says itself, which its group has not said."""
        shared, fields = group.set_fields(), type(self).model_fields
        same = [name for name, value in self.set_fields().items() if name not in self.own and shared.get(name) is value]
        return self.model_copy(update={name: fields[name].default for name in same})

    def group(self) -> "Collection[Commitment] | None":
        """The rows that share what is said here, if this is a group."""
        rows: Collection[Commitment] | None = getattr(self, "rows", None)
        return rows

    @model_validator(mode="after")
    def _hand_on(self) -> Self:
        """A group hands what it says on to its rows, once all of them are read."""
        if self.group():
            vars(self)["rows"] = inherit_rows(self).group()
        return self

    @model_serializer(mode="wrap")
    def _as_written(self, dump: SerializerFunctionWrapHandler) -> Any:
        """What a row has from its group is written there alone."""
        rows = self.group()
        if not rows:
            return dump(self)
        return dump(self.model_copy(update={"rows": rows.mapped(lambda row: row.without_inherited(self))}))


_BY_CASE = ("within", "every")
"""What may be said by plan and severity at once."""


def _is_nested(limits: Any) -> bool:
    return isinstance(limits, dict) and any(isinstance(each, dict) for each in limits.values())


def _rows_by_case(value: dict[str, Any], nested: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """`within: {Enterprise: {Urgent: 1 hour}}` as rows: each is named like the case that it is for."""
    rest = {key: each for key, each in value.items() if key not in nested}
    cases = dict.fromkeys(case for limits in nested.values() for case in limits)
    rows = {case: {key: limits[case] for key, limits in nested.items() if case in limits} for case in cases}
    return {**rest, "rows": rows}


def inherit_rows(group: Commitment) -> Commitment:
    """The group with its rows inheriting; a row that is a group itself hands on what it inherited."""
    rows = group.group()
    if not rows:
        return group
    return group.model_copy(update={"rows": rows.mapped(lambda row: inherit_rows(row.inherit(group)))})
