"""What the organisation stands for: mission, values, ground rules, facts, topics and moments."""

from typing import Annotated, Any

from pydantic import WithJsonSchema

from policyctl.schema.grammar.entry import TEXTS_JSON, Entry, Many, Part, Section, field, many
from policyctl.schema.grammar.limits import Limits
from policyctl.schema.grammar.references import CustomerRef, RoleRef, ValueRef
from policyctl.schema.grammar.texts import Speech, Text, Unsaid
from policyctl.schema.quantities import Count


class Mission(Section):
    """One statement that everything else serves."""

    bare_text = "statement"

    statement: Text | None = field("Mission", "What you are there for.", "The right book in every hand.")
    source: Text | None = field("Where it stands", "Where the mission is published.", "Articles of association")


class Behaviour(Part):
    """What a value looks like on an ordinary day."""

    bare_text = "do"

    do: Text | None = field("Do", "What to do.", "Acknowledge the frustration first.")
    say: Many[Speech] = many("Say", "Words to say.", "I understand why this is upsetting.")
    avoid: Many[Unsaid] = many("Avoid", "Words not to say.", "Calm down.")


class Value(Entry):
    """Something that the organisation stands for."""

    bare_text = "means"

    means: Text | None = field("What it means", "What it means here.", "They know that we understood.")
    behaviours: Many[Behaviour] = many("How it shows", "What people do and say.", "Acknowledge it first")


class GroundRule(Entry):
    """How everybody works, whatever the case."""

    bare_text = "do"

    do: Text | None = field("Do", "What everybody does; below `never`, what nobody does.", "Read the history first.")
    say: Many[Speech] = many("Say", "Words to say.", "Let me read what happened.")
    avoid: Many[Unsaid] = many("Avoid", "Words not to say.", "That is not my department.")
    unless: Many[Text] = many("Unless", "What lifts the rule.", "They are away for more than a day")
    for_: Many[CustomerRef] = many("For", "The customers it is about.", "Schools", alias="for")

    @classmethod
    def from_item(cls, text: str) -> dict[str, Any] | str:
        return {"do": text}


class Fact(Entry):
    """What everybody asks: a name and a text, or a list of them."""

    bare_text = "says"
    bare_list = "says"

    says: Annotated[Text | None, WithJsonSchema(TEXTS_JSON)] = field("Fact", "The answer.", "£3.50, free above £40")

    @classmethod
    def from_mapping(cls, value: dict[str, Any]) -> dict[str, Any]:
        answers = value.get("says")
        if isinstance(answers, list) and answers and all(isinstance(each, str) for each in answers):
            return {**value, "says": "\n".join(f"- {each}" for each in answers)}
        return value


class Topic(Entry):
    """A chapter that gathers entries of any section about one matter."""

    bare_text = "about"


class Moment(Entry):
    """Something a customer lives through, and how it should feel."""

    bare_text = "feels"

    feels: Text | None = field("It feels", "What the customer should feel.", "Taken seriously at once.")
    sounds: Text | None = field("It sounds", "How we should sound.", "Unhurried and plain.")
    first_help_within: Limits | None = field("First help", "How soon help begins.", "2 minutes")
    passed_on_at_most: Count | None = field("Passed on at most", "How many times, at most.", "1")
    may_refund: Many[RoleRef] = many("Who may refund", "Who may give money back in it.", "Adviser")
    shows: Many[ValueRef] = many("What it shows", "The values that it shows.", "Customers feel heard")
