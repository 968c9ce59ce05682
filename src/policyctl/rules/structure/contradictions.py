"""Find what a policy tells people to do and never to do."""

from collections.abc import Iterator

from policyctl.findings import Issue, Pointer
from policyctl.lexicon import alternatives, pattern
from policyctl.meaning.references import inside
from policyctl.patterns import pattern as compiled
from policyctl.rules.rule import RuleContext
from policyctl.schema.grammar.collection import Collection
from policyctl.schema.sections.procedures import Procedure, Step
from policyctl.schema.sections.stand import GroundRule


def rule_contradicted(context: RuleContext) -> Iterator[Issue]:
    """The same words under `always` or in a step, and under `never`.

    Rules that are lifted by `unless` or hold for some customers alone are left alone.

    Why it matters: whoever follows one of the two is in the wrong, and learns to read neither.

    Diff:

          always:
        -   - Ask for the receipt first.  # <- here
        +   - Look for the order by name and postcode first.
          never:
            - Ask for the receipt first
    """
    never = _forbidden(("never",), context.policy.never)
    for pointer, rule in _located(("always",), context.policy.always):
        if not (rule.unless or rule.for_):
            yield from _contradicted(_instruction(pointer, rule), never)
    inner = {base: _forbidden((*base, "never"), each.never) for base, each in context.parts_of(Procedure) if each.never}
    for pointer, step in context.parts_of(Step) if never or inner else ():
        here = inner.get(inside(pointer, inner) or (), {})
        yield from _contradicted(_instruction(pointer, step), never | here)


def _located(base: Pointer, rules: Collection[GroundRule] | None) -> Iterator[tuple[Pointer, GroundRule]]:
    return rules.located(base) if rules else iter(())


def _forbidden(base: Pointer, rules: Collection[GroundRule] | None) -> dict[str, Pointer]:
    """What is forbidden whatever the case, by its bare words, with the place where it says so."""
    instructions = (
        _instruction(pointer, rule) for pointer, rule in _located(base, rules) if not (rule.unless or rule.for_)
    )
    return {_bare(words): pointer for pointer, words in instructions if not _forbids(words)}


def _instruction(pointer: Pointer, entry: GroundRule | Step) -> tuple[Pointer, str]:
    """What an entry tells people to do, and where; a rule may be no more than its name."""
    return ((*pointer, "do"), entry.do) if entry.do else (pointer, entry.named())


def _contradicted(instruction: tuple[Pointer, str], never: dict[str, Pointer]) -> Iterator[Issue]:
    pointer, words = instruction
    twin = never.get(_bare(words)) if words else None
    if twin and not _forbids(words):
        hint = "Delete one of the two, or say with `unless` what lifts the one that is forbidden."
        yield Issue(pointer, f"“{words}” is asked for here, and forbidden in another place.", hint, twin=twin)


def _bare(words: str) -> str:
    """The words without case, without what opens a rule and without the full stop."""
    openings = compiled(rf"(?:{alternatives('structure.openings')} )+")
    bare = " ".join(words.casefold().split()).rstrip(".! ")
    return bare[found.end() :] if (found := openings.match(bare)) else bare


def _forbids(words: str) -> bool:
    return bool(pattern("structure.prohibitions").match(words))
