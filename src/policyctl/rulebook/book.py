"""The tables of rules of all rooms in, one book of pages in the order in which people read it, out."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from policyctl.findings import Severity
from policyctl.rulebook.page import Page, Weight
from policyctl.rules import FAMILIES, Rule
from policyctl.rules.documentation import documented
from policyctl.source import RULES as OF_READING
from policyctl.spec.problems import RULES as OF_THE_LANGUAGE
from policyctl.spec.sections.head import Status
from policyctl.validation.baseline import RULES as OF_BASELINES
from policyctl.validation.exceptions import CHECKS as OF_EXCEPTIONS

CHAPTERS: Mapping[str, str] = MappingProxyType({
    "structure": "What a policy holds",
    "promises": "Promises",
    "time": "Hours and days",
    "ladder": "Handing a case on",
    "discretion": "What staff may give",
    "measures": "Goals and measures",
    "people": "People",
    "words": "Words",
    "keeping": "Keeping it true",
    "public": "What customers read",
    "regulators": "What regulators ask",
    "exceptions": "Exceptions that a policy makes",
    "language": "How a policy is written",
    "reading": "How its file is read",
})  # fmt: skip
"""The chapters by the word that stands for each, in order."""

OF_FILES: Mapping[str, str] = MappingProxyType({
    "unusable-logo": "The logo cannot be printed: its file is not there, is larger than 1 MB, or is no plain picture. "
    "Nothing is printed until it is mended or its line is deleted.",
})  # fmt: skip
"""What only whoever opens the files can find that a policy names."""


@cache
def book() -> Mapping[str, tuple[Page, ...]]:
    """Every page, chapter by chapter; a chapter without pages is left out."""
    pages = {
        **{family: tuple(_of_rule(family, rule) for rule in rules) for family, rules in FAMILIES.items()},
        "exceptions": (*_of_exceptions(), *_plain("exceptions", OF_BASELINES, Weight.always(Severity.WARNING))),
        "language": tuple(_plain("language", {**OF_THE_LANGUAGE, **OF_FILES}, Weight.always(Severity.ERROR))),
        "reading": tuple(_plain("reading", OF_READING, None)),
    }
    return MappingProxyType({chapter: pages[chapter] for chapter in CHAPTERS if pages[chapter]})


@cache
def every_page() -> Mapping[str, Page]:
    """The pages by their ids."""
    return MappingProxyType({page.id: page for pages in book().values() for page in pages})


def _of_rule(family: str, rule: Rule) -> Page:
    stages = (Status.DRAFT, Status.PILOT, Status.PUBLISHED)
    return _documented(family, rule.id, rule.check, Weight(*map(rule.severity_for, stages)))


def _of_exceptions() -> Iterator[Page]:
    weight = Weight.always(Severity.WARNING)
    return (_documented("exceptions", name, check, weight) for name, check in OF_EXCEPTIONS.items())


def _documented(chapter: str, name: str, check: Callable[..., Iterable[object]], weight: Weight) -> Page:
    told = documented(name, check.__doc__)
    return Page(name, chapter, told.catches, weight, told.why, told.bad, told.good, told.before)


def _plain(chapter: str, told: Mapping[str, str], weight: Weight | None) -> Iterator[Page]:
    return (Page(name, chapter, words, weight) for name, words in told.items())
