"""Find figures of one thing that differ from one place of the policy to another."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from policyctl.findings import Issue, Pointer
from policyctl.meaning.claims import Claim, Rivals, agree, claims
from policyctl.meaning.subjects import stems_of
from policyctl.rules.agreement.aims import goals_that_differ
from policyctl.rules.agreement.contacts import contacts_differ
from policyctl.rules.agreement.entries import MANY, entries_that_differ
from policyctl.rules.agreement.own import own_sentences
from policyctl.rules.agreement.prices import prices_said, shares_said
from policyctl.rules.agreement.promises import news_after_the_end
from policyctl.rules.agreement.repeated import figures_repeated
from policyctl.rules.agreement.sentences import (
    prices_quoted,
    quiz_answers,
    retention,
    told_in_passing,
    too_late_to_be_owed,
    windows_of_complaints,
)
from policyctl.rules.rule import RuleContext

_HINT = "Write the same figure in both, or say in which case each of them holds."


def figures_disagree(context: RuleContext) -> Iterator[Issue]:
    """Two figures of one thing in two places: a fact and the terms, a letter and its stage, a quiz and its answer.

    A sentence is held against the figure beside it in its entry, and against every entry that it speaks of by its whole
    name: a sample against the remedy, a fact against the promise. Lengths of time, amounts and shares are compared, in
    fields and in sentences, and so are numbers and addresses, who has which role, and whether calls are recorded. What
    holds in some cases only is not.

    Why it matters: everybody believes the page that they happen to have read, and the customer has the other one.

    Diff:

          facts:
        -   Returns: 14 days, for anything but gift cards  # <- here
        +   Returns: 30 days, for anything but gift cards
          terms:
            Returns: within 30 days after delivery
    """
    found = claims(context)
    firm = [each for each in found if each.is_firm]
    seen: set[tuple[Pointer, str]] = set()
    alike = _by_name(firm)
    for rivals in _rivals(context, found, firm):
        doubted, believed = _the_odd_one_first(rivals, alike)
        if (doubted.pointer, doubted.words) not in seen:
            seen.add((doubted.pointer, doubted.words))
            yield _issue(doubted, believed)
    yield from news_after_the_end(context, found)
    yield from contacts_differ(context)


def _rivals(context: RuleContext, found: Sequence[Claim], firm: Sequence[Claim]) -> Iterator[Rivals]:
    yield from entries_that_differ([each for each in firm if not each.is_conditional], context.language)
    yield from own_sentences(found)
    yield from quiz_answers(context, firm)
    yield from windows_of_complaints(found)
    yield from retention(found)
    yield from told_in_passing(found)
    yield from prices_quoted(firm)
    yield from prices_said(found)
    yield from shares_said(found)
    yield from goals_that_differ(context, found)
    yield from too_late_to_be_owed(found)
    yield from figures_repeated(found, context.language)


def _the_odd_one_first(rivals: Rivals, alike: Mapping[str, Sequence[Claim]]) -> Rivals:
    """The figure to doubt is the one that fewer other places have."""
    doubted, believed = rivals
    if doubted.section != "facts" or believed.stated or _supporters(doubted, alike) <= _supporters(believed, alike):
        return rivals
    return Rivals(believed, doubted)


def _by_name(firm: Sequence[Claim]) -> Mapping[str, Sequence[Claim]]:
    """The figures by the stems of the names of their entries, and never too many of them."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in firm:
        for each in sorted(_about(claim)):
            if len(found[each]) < MANY:
                found[each].append(claim)
    return found


def _supporters(claim: Claim, alike: Mapping[str, Sequence[Claim]]) -> int:
    """How many places about the same have the same figure."""
    near = {id(each): each for name in _about(claim) for each in alike.get(name, ())}
    return sum(each.kind is claim.kind and agree(claim, each) for each in near.values())


def _about(claim: Claim) -> frozenset[str]:
    return stems_of(claim.name, claim.language)


def _issue(doubted: Claim, believed: Claim) -> Issue:
    name = believed.name
    other = f"“{name}” says {believed.words}" if name else f"it is {believed.words} in another place"
    message = f"“{doubted.words}” is said here, and {other}."
    return doubted.issue(message, _HINT, twin=believed.pointer)
