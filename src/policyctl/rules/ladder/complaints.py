"""Find complaints that are judged by the wrong person, by nobody, or outside without a time."""

from collections.abc import Iterator
from itertools import islice

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import pattern
from policyctl.meaning.formatting import quoted
from policyctl.meaning.people import is_one_person, roles, who
from policyctl.meaning.references import MANY
from policyctl.rules.needs import Need, unmet
from policyctl.rules.rule import RuleContext
from policyctl.schema import walk
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import By, RoleRef
from policyctl.schema.quantities.words import has_figure
from policyctl.schema.sections.complaints import OutsideBody, Stage
from policyctl.schema.sections.people import Role

_LIMIT_OF_OUTSIDE_BODY = Need(
    OutsideBody,
    lambda body, _: _says_when(body),
    "{name} decides, and nothing says how long a customer has to ask.",
    "Add below it a line such as `limits: within 6 months of our final answer`.",
    asked=lambda body, _: _decides(body),
)


def reviewer_judges_themselves(context: RuleContext) -> Iterator[Issue]:
    """A stage of a complaint decided by the very person who decided before, or who is said not to decide it.

    Why it matters: a review by whoever gave the first answer is the first answer once more, and the customer knows it.

    Diff:

          roles:
            Care lead:
              people: Maria Odell
            Director:
              people: Ruth Calder
          complaints:
            stages:
              Our answer:
                by: Care lead
              A review:
        -       by: Care lead  # <- here
        +       by: Director
        +       not_by: Care lead
    """
    before: dict[Pointer, str] = {}
    for pointer, stage in context.parts_of(Stage):
        deciding = {place: role for place, role in roles(stage.by, context).items() if is_one_person(role)}
        refused = [role for place, role in roles(stage.not_by, context).items() if place in deciding]
        hint = "Name somebody who had no part in it with `by`, or leave out the stage."
        if refused:
            message = (
                f"{quoted([role.named() for role in refused])} is to decide “{stage.named()}”, and is not to decide it."
            )
            yield Issue((*pointer, "by"), message, hint)
        elif deciding and len(deciding) == len(who(stage.by, context)) and before.keys() >= deciding.keys():
            names = quoted([role.named() for role in deciding.values()])
            message = f"“{stage.named()}” is decided by {names}, who decided “{before[next(iter(deciding))]}” before."
            yield Issue((*pointer, "by"), message, hint)
        before.update(dict.fromkeys(deciding, stage.named()))


def reviewer_unnamed(context: RuleContext) -> Iterator[Issue]:
    """A stage of a complaint after the first that names nobody who decides it, neither as a role nor in words.

    Why it matters: a customer who asks for a review wants to know that it is somebody else who looks.

    Diff:

          complaints:
            stages:
              Our answer: Rosa rings you the same day.
              A review:  # <- here
                begins: when you ask for it
        +       by: Ruth
    """
    known = (normalise_name(name) for _, role in context.parts_of(Role) for name in role.aliases() if len(name) > 2)
    names = list(islice(known, MANY))
    first = True
    for pointer, stage in context.parts_of(Stage):
        texts = [(place[0], value) for place, value in walk(stage) if isinstance(value, str)]
        if not first and _is_decided(stage, texts) and not _names_somebody(texts, names):
            dated = stage.steps or any(has_figure(text) for _, text in texts)
            lacks = "does not say who decides" if dated else "says neither who decides nor by when"
            hint = "Write with `by` who looks at it, and with `not_by` who does not."
            yield Issue(pointer, f"“{stage.named()}” {lacks}.", hint, at_key=True)
        first = False


def _is_decided(stage: Stage, texts: list[tuple[str | int, str]]) -> bool:
    """Whether anything is looked at in the stage, and not only told; a stage of which nothing is said may be."""
    words = stage.says or stage.about or stage.note
    return not words or any(pattern("escalation.review").search(text) for _, text in texts)


def _names_somebody(texts: list[tuple[str | int, str]], names: list[str]) -> bool:
    others = [(field, text) for field, text in texts if field != "not_by"]
    if any(isinstance(text, RoleRef) and not _is_time(text) for _, text in others):
        return True
    words = " ".join(text for _, text in others)
    spoken = normalise_name(words)
    return bool(pattern("escalation.somebody").search(words)) or any(name in spoken for name in names)


def _is_time(value: str) -> bool:
    return isinstance(value, By) and value.deadline


def outside_body_without_limit(context: RuleContext) -> Iterator[Issue]:
    """An outside body that decides, such as an ombudsman, without the time by which it must be asked.

    Why it matters: most of them turn a case away that comes a day late, and the customer learns it from them.

    Diff:

          complaints:
            outside:
              The Booksellers' Ombudsman:  # <- here
                for: Complaints that our review could not settle
                decides: yes
        +       limits: within 12 months of our final answer
    """
    yield from unmet(context, (_LIMIT_OF_OUTSIDE_BODY,))


def _decides(body: OutsideBody) -> bool:
    if body.decides is not None:
        return bool(body.decides)
    named = f"{body.named()} {' '.join(body.for_what)}"
    decides = pattern("escalation.deciding").search(named)
    return bool(decides and not pattern("escalation.not_deciding").search(body.named()))


def _says_when(body: OutsideBody) -> bool:
    beside = (body.after, body.about, body.note, *body.for_what)
    return bool(body.limits) or any(has_figure(text) for text in beside if text)
