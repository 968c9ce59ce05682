"""Find the parts of a policy that lack what a part of their kind cannot do without, from rows of a table.

A rule that says "each X of this kind needs an A" is a tuple of such rows and one call of `unmet`.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, NamedTuple, TypeVar

from policyctl.findings import Issue, Pointer
from policyctl.meaning.formatting import called, quoted
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.entry import Entry, Part
from policyctl.schema.sections.head import Kind

P = TypeVar("P", bound=Part)


class Need(NamedTuple, Generic[P]):
    """What each part of a kind needs, and what to say of one that lacks it.

    `there` names fields of which one is enough, or tells of a part whether what it needs is there. `message` and
    `hint` may hold `{name}`, the name of the part in quotation marks; where `message` holds `{names}`, all parts that
    lack the same are one finding at the first of them, their names joined by "or", and `{first}` is its bare name.
    `at` is the field that asks for the rest: only parts that state it are asked, and the finding stands at it.
    Without it every part is asked, and the finding stands at its key. `asked` leaves parts out, and with `kinds` only
    a policy in use that says it is of one of these kinds is asked at all.
    """

    part: type[P]
    there: tuple[str, ...] | Callable[[P, RuleContext], object]
    message: str
    hint: str
    at: str | None = None
    asked: Callable[[P, RuleContext], object] = lambda _part, _context: True
    kinds: tuple[Kind, ...] = ()


def unmet(context: RuleContext, needs: Iterable[Need[Any]]) -> Iterator[Issue]:
    """The issues of every need that is not met, need by need; a group is not asked, its rows are."""
    for need in needs:
        if not need.kinds or context.in_use_as(*need.kinds):
            lacking = [each for each in context.parts_of(need.part) if _lacks(each[1], need, context)]
            if "{names}" in need.message and lacking:
                yield _issue(lacking[0], need, quoted([_name(part) for _, part in lacking], "or"))
            else:
                yield from (_issue(each, need) for each in lacking)


def _lacks(part: Part, need: Need[Any], context: RuleContext) -> bool:
    if _says("rows", part) or (need.at and not _says(need.at, part)) or not need.asked(part, context):
        return False
    if isinstance(need.there, tuple):
        return not any(_says(field, part) for field in need.there)
    return not need.there(part, context)


def _says(field: str, part: Part) -> bool:
    """Whether a part has such a field and it says something."""
    return vars(part).get(field) not in (None, ())


def _issue(lacking: tuple[Pointer, Part], need: Need[Any], names: str = "") -> Issue:
    pointer, part = lacking
    said = {"name": called(_name(part)), "names": names, "first": _name(part)}
    message, hint = (text.format(**said) for text in (need.message, need.hint))
    place = (*pointer, part.written_keys()[need.at]) if need.at else pointer
    return Issue(place, message, hint, at_key=not need.at)


def _name(part: Part) -> str:
    return part.named() if isinstance(part, Entry) else ""
