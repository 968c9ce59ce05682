"""Find leaders whom the rules leave out, or who promise nothing that anybody could see."""

from collections.abc import Iterator
from functools import cache

from policyctl.findings import Issue
from policyctl.lexicon import alternatives, finds
from policyctl.patterns import is_all, pattern
from policyctl.rules.needs import Need, unmet
from policyctl.rules.rule import RuleContext
from policyctl.schema.sections.conduct import LeaderCommitment, Leadership
from policyctl.schema.sections.people import Role

_SECTIONS = frozenset({"policy", "values", "always", "never", "leadership", "conduct", "privacy", "tone", "rollout"})
"""Where a rule is for everybody; limits of what may be given differ by right."""


def leaders_exempt(context: RuleContext) -> Iterator[Issue]:
    """A rule for everybody that leaves out those who lead.

    Why it matters: people do what their manager does. A rule that the manager is above is a rule for nobody within a
    month.

    Diff:

          always:
        -   - Everybody logs what they give away, except the managers.  # <- here
        +   - Everybody logs what they give away, the managers first.
    """
    if not context.understood:
        return
    for passage in context.texts.read:
        if finds("people.leaders", passage.text):
            found = _exempt(passage.text) if str(passage.pointer[0]) in _SECTIONS else None
            if not found and passage.field == "excludes" and are_leaders(passage.text):
                found = 0, passage.text
            if found:
                hint = "Take it out; if leaders need a rule of their own, write it, and let it be as strict."
                yield passage.issue(*found, f"“{found[1]}” leaves out those who lead.", hint)


def leadership_empty(context: RuleContext) -> Iterator[Issue]:
    """A section about leaders in which none of them does anything, or something that nobody could see.

    Why it matters: “we lead by example” is believed when the director answers letters on Tuesday, and the rota says so.

    Diff:

          leadership:
            commitments:
              Director:  # <- here
        -       does: Is close to our customers.
        +       does: Answers letters for one morning.
        +       every: month
        +       seen: In the rota
    """
    yield from unmet(context, _LEADERSHIP)
    around = (context.policy.leadership.intro or "") if context.policy.leadership else ""
    for pointer, each in context.parts_of(LeaderCommitment) if context.understood else ():
        said = " ".join(filter(None, (each.named(), each.does, each.about, each.note, around)))
        if not (each.every or each.seen or finds("people.often", said)):
            message = f"Nobody can tell whether “{each.named() or each.does}” happens."
            hint = "Add `every`, how often, and `seen`, how everybody can see it."
            yield Issue(pointer, message, hint, at_key=True, gently=True)


def are_leaders(text: str) -> bool:
    """Whether a text, taken whole, means people who lead and nobody else."""
    return is_all(_only_leaders(), " ".join(text.split()).rstrip("."))


def surely_leads(role: Role) -> bool:
    """Whether a role leads others: as its author says, or by a title that says nothing else.

    Whoever may lead, by any word of the title, is another question: see `policyctl.meaning.people`.
    """
    return bool(role.leads) if role.leads is not None else are_leaders(role.title or role.named())


def _exempt(text: str) -> tuple[int, str] | None:
    """The words of a rule that leave out those who lead, and where they begin."""
    found = pattern(_leaves_out()).search(text)
    part = "but" if found and found["but"] else 0
    return (found.start(part), found[part]) if found else None


@cache
def _only_leaders() -> str:
    return rf"(?:{alternatives('people.before_leaders')} )*(?:[^\W\d]+ )?{alternatives('people.leaders')}"


@cache
def _leaves_out() -> str:
    """A rule that does not hold for leaders, or one for everybody but them."""
    exempt, everybody, leaders = (alternatives(f"people.{name}") for name in ("exempt", "everybody", "leaders"))
    but = rf"\b{alternatives('people.except')} (?:\w+ ){{0,2}}{leaders}\b"
    return rf"\b{exempt}\b|\b{everybody}\b[^.;]{{0,80}}?(?P<but>{but})"


_LEADERSHIP = (
    Need(
        Leadership,
        ("commitments", "same_rules"),
        "Nothing here says what a leader does.",
        "Add under `commitments` who does what, how often, and how everybody can see it.",
    ),
)
