"""Hold the share that a goal names against the target of the metric that measures it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from policyctl.findings import Pointer
from policyctl.meaning.claims import Claim, Rivals, differ
from policyctl.meaning.figures import Kind
from policyctl.meaning.references import targets
from policyctl.meaning.subjects import holds, stems_of
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.entry import Entry
from policyctl.schema.sections.aims import Goal, Metric

_SAYING = frozenset({"statement", "about"})
"""Where a goal says how many it wants."""


def goals_that_differ(context: RuleContext, found: Sequence[Claim]) -> Iterator[Rivals]:
    """Goals of one share, where the only metric that measures them has another target."""
    shares = [each for each in found if each.kind is Kind.SHARE and each.entries]
    wanted = _by_entry([each for each in shares if each.section == "goals" and each.field in _SAYING])
    aimed = _by_entry([each for each in shares if each.section == "metrics" and each.field == "target"])
    for pointer, goal in context.parts_of(Goal) if wanted and aimed else ():
        said = wanted.get(pointer, ())
        named = [each for metric in goal.metrics for each in targets(metric, context.names)]
        measured = [each for each in named if each.pointer in aimed]
        if len(said) == 1 and len(measured) == 1 and said[0].figure and not said[0].figure.hedged:
            metric, target = measured[0].entry, aimed[measured[0].pointer]
            alone = len(target) == 1 and isinstance(metric, Metric)
            if alone and differ(said[0], target[0]) and _count_the_same(said[0], metric, context.language):
                yield Rivals(target[0], said[0])


def _by_entry(claims: Sequence[Claim]) -> Mapping[Pointer, list[Claim]]:
    found: dict[Pointer, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.entries[-1][0]].append(claim)
    return found


def _count_the_same(said: Claim, metric: Entry, language: str) -> bool:
    """Whether the goal and what is measured have a word in common, beyond the figure."""
    sentence = said.figure.sentence if said.figure else ""
    goal = stems_of(f"{said.name} {sentence}", language)
    counted = stems_of(" ".join(filter(None, (metric.name, getattr(metric, "definition", ""), metric.about))), language)
    return any(holds(counted, each) for each in goal)
