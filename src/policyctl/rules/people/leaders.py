"""A policy in; leaders whom the rules leave out, or who promise nothing that anybody could see, out."""

from collections.abc import Iterator

from policyctl.findings import Issue
from policyctl.rules.people.leader_words import LEAVING_OUT, TELLING, are_leaders, exempt
from policyctl.rules.people.words import says_how_often
from policyctl.rules.rule import RuleContext
from policyctl.schema.sections.conduct import LeaderCommitment

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
    excepting = {id(each) for word in LEAVING_OUT for each in context.texts.where.get(word, ())}
    passages = {id(each): each for word in TELLING for each in context.texts.where.get(word, ())}
    for key, passage in passages.items():
        section = str(passage.pointer[0])
        found = exempt(passage.text) if key in excepting and section in _SECTIONS else None
        if not found and passage.field == "excludes" and are_leaders(passage.text):
            found = 0, passage.text
        if found:
            hint = "Take it out; if leaders need a rule of their own, write it, and let it be as strict."
            yield passage.issue(*found, f"“{found[1]}” leaves out those who lead.", hint)


def leadership_empty(context: RuleContext) -> Iterator[Issue]:
    """A section about leaders in which none of them does anything.

    Why it matters: staff read such a page for what is missing in it, and quote it when they are asked to do more.

    Diff:

          leadership:  # <- here
        -   intro: Our leaders care about customers as much as everybody does.
        +   commitments:
        +     Director:
        +       does: Answers letters for one morning.
        +       every: month
        +       seen: In the rota
    """
    leadership = context.policy.leadership
    if leadership and not (leadership.commitments or leadership.same_rules):
        hint = "Add under `commitments` who does what, how often, and how everybody can see it."
        yield Issue(("leadership",), "Nothing here says what a leader does.", hint, at_key=True)


def commitment_unseen(context: RuleContext) -> Iterator[Issue]:
    """A leader promises something, and does not say how often, or how anybody could see it.

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
    around = (context.policy.leadership.intro or "") if context.policy.leadership else ""
    for pointer, each in context.parts_of(LeaderCommitment) if context.understood else ():
        said = " ".join(filter(None, (each.named(), each.does, each.about, each.note, around)))
        if not (each.every or each.seen or says_how_often(said)):
            message = f"Nobody can tell whether “{each.named() or each.does}” happens."
            yield Issue(pointer, message, "Add `every`, how often, and `seen`, how everybody can see it.", at_key=True)
