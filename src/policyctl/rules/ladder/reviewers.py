"""A policy in; complaints that are judged by the wrong one, by nobody, or outside without a time out."""

from collections.abc import Iterator
from itertools import islice

from policyctl.findings import Issue, Pointer
from policyctl.rules.authority import is_one_person, roles, who
from policyctl.rules.naming import MANY
from policyctl.rules.patterns import finds
from policyctl.rules.rule import RuleContext
from policyctl.rules.telling import quoted
from policyctl.schema import walk
from policyctl.schema.grammar.names import normalise_name
from policyctl.schema.grammar.references import By, RoleRef
from policyctl.schema.quantities.words import has_figure
from policyctl.schema.sections.complaints import OutsideBody, Stage
from policyctl.schema.sections.people import Role

_SOMEBODY = (
    r"\b(?:manager|director|partner|head|owner|chair|panel|board|committee|council|trustees?|governors?|colleagues?"
    r"|officers?|teams?|some(?:body|one)|whoever|anyone|the person|another|ombudsman|expert"
    r"|leit\w+|\w+leit(?:ung|er|erin)|inhaber\w*|chef\w*|vorstand|kolleg\w+|jemand\w*|team|beirat|ausschuss|stelle"
    r"|beauftragte\w*|andere\w*|meister\w*)\b"
)
_REVIEW = (
    r"review|look\w* (?:again|at|into)|afresh|decid|decision|reconsider|investigat|prüf|entscheid|erneut|noch einmal"
)
_DECIDING = r"ombuds|adjudicat|arbitrat|schlicht|schiedsstelle|schiedsgericht"
_NOT_DECIDING = r"\b(?:court|tribunal|regulator|register|gericht|aufsicht)"


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
    told = stage.says or stage.about or stage.note
    return not told or any(finds(_REVIEW, text) for _, text in texts)


def _names_somebody(texts: list[tuple[str | int, str]], names: list[str]) -> bool:
    said = [(field, text) for field, text in texts if field != "not_by"]
    if any(isinstance(text, RoleRef) and not _is_time(text) for _, text in said):
        return True
    words = " ".join(text for _, text in said)
    spoken = normalise_name(words)
    return finds(_SOMEBODY, words) or any(name in spoken for name in names)


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
    for pointer, body in context.parts_of(OutsideBody):
        if _decides(body) and not body.limits and not _says_when(body):
            message = f"“{body.named()}” decides, and nothing says how long a customer has to ask."
            hint = "Add below it a line such as `limits: within 6 months of our final answer`."
            yield Issue(pointer, message, hint, at_key=True)


def _decides(body: OutsideBody) -> bool:
    if body.decides is not None:
        return bool(body.decides)
    named = f"{body.named()} {' '.join(body.for_what)}"
    return finds(_DECIDING, named) and not finds(_NOT_DECIDING, body.named())


def _says_when(body: OutsideBody) -> bool:
    told = (body.after, body.about, body.note, *body.for_what)
    return any(has_figure(text) for text in told if text)
