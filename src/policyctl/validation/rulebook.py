"""Gather everything that a finding may be called, with what people read about it, into one book of pages."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from policyctl.findings import Severity
from policyctl.rules import FAMILIES, Rule
from policyctl.rules.documentation import parse_docstring
from policyctl.rules.regulators.profiles import pages as regulator_pages
from policyctl.rules.retired import RETIRED
from policyctl.schema.reading import RULES as LANGUAGE_RULES
from policyctl.schema.sections.head import Status
from policyctl.source import RULES as SOURCE_RULES
from policyctl.validation.baseline import RULES as BASELINE_RULES
from policyctl.validation.brand import RULES as BRAND_RULES
from policyctl.validation.budget import RULES as BUDGET_RULES
from policyctl.validation.retired import Retired, find_retired
from policyctl.validation.suppressions import CHECKS as SUPPRESSION_CHECKS

CHAPTERS: Mapping[str, str] = MappingProxyType({
    "structure": "What a policy holds",
    "promises": "Promises",
    "agreement": "Figures that agree",
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

_INTRODUCTION = """\
# What policyctl finds

`policyctl validate` names each finding by one of these ids. `policyctl rules` lists them, and `policyctl explain ID`
prints what stands here. What is asked of a draft is gentler than what is asked once a policy is published: the status
stands in the policy, below `policy`. In an example the lines with `-` are the mistake, and those with `+` mend it.

This page is made by `policyctl explain every-rule`.
"""
_REGULATORS = "Profiles of regulators and norms"
_PROFILES = f"""\
## {_REGULATORS}

A policy that names one below `policy`, such as `profiles: uk-nhs`, is held against it.
"""
_AN = {None: "not asked", Severity.ERROR: "an error", Severity.WARNING: "a warning", Severity.INFO: "a remark"}
_DEPENDS = "An error where something of the policy is lost, otherwise a warning."


@dataclass(frozen=True, slots=True)
class Weight:
    """How grave a finding is while a policy is a draft, while it is tried out, and once it is published.

    None stands for a stage at which nothing is said.
    """

    draft: Severity | None
    pilot: Severity | None
    published: Severity | None

    @property
    def gravest(self) -> Severity:
        """How grave it is where it is told the least gently."""
        severities = (each for each in (self.published, self.pilot, self.draft) if each)
        return min(severities, key=lambda severity: severity.rank)

    @classmethod
    def always(cls, severity: Severity) -> "Weight":
        """The same whatever the policy is."""
        return cls(severity, severity, severity)


@dataclass(frozen=True, slots=True)
class Page:
    """One id with what it catches and why that matters; `example` is a diff of YAML, where there is one.

    There is no `weight` where it depends on how much of the policy is lost.
    """

    id: str
    chapter: str
    catches: str
    weight: Weight | None = None
    why: str = ""
    example: str = ""
    before: str = ""

    @property
    def first_sentence(self) -> str:
        """What it catches in a line."""
        end = self.catches.find(". ")
        return self.catches[: end + 1 if end > 0 else None]


@cache
def book() -> Mapping[str, tuple[Page, ...]]:
    """Every page, chapter by chapter; a chapter without pages is left out."""
    pages = {
        **{family: tuple(_rule_page(family, rule) for rule in rules) for family, rules in FAMILIES.items()},
        "exceptions": (*_exception_pages(), *_plain("exceptions", BASELINE_RULES, Weight.always(Severity.WARNING))),
        "language": tuple(
            _plain("language", {**LANGUAGE_RULES, **BRAND_RULES, **BUDGET_RULES}, Weight.always(Severity.ERROR))
        ),
        "reading": tuple(_plain("reading", SOURCE_RULES, None)),
    }
    return MappingProxyType({chapter: pages[chapter] for chapter in CHAPTERS if pages[chapter]})


@cache
def every_page() -> Mapping[str, Page]:
    """The pages by their ids."""
    return MappingProxyType({page.id: page for pages in book().values() for page in pages})


@cache
def profiles() -> Mapping[str, str]:
    """What each regulator or norm asks that a policy can show, as a page below a heading of the second level."""
    return MappingProxyType({name: _lower(page, 1) for name, page in regulator_pages().items()})


def book_in_markdown() -> str:
    """The whole book as one page, with the profiles of regulators behind it."""
    chapters = (_chapter(CHAPTERS[chapter], pages) for chapter, pages in book().items())
    regulators = (_lower(page, 1) for page in profiles().values())
    return "\n".join([_INTRODUCTION, _contents(), *chapters, _PROFILES, *regulators])


def page_in_markdown(page: Page, level: int = 2) -> str:
    """One page below a heading of this level; its examples are fenced."""
    parts = [f"{'#' * level} {page.id}", page.catches, severity_sentence(page.weight)]
    parts += [f"Why it matters: {page.why}"] if page.why else []
    parts += [f"Before:\n\n```yaml\n{page.before}```"] if page.before else []
    parts += [f"```diff\n{page.example}```"] if page.example else []
    return "\n\n".join(parts) + "\n"


def retired_in_markdown(name: str, retired: Retired = RETIRED) -> str:
    """What became of a rule that is no more, with the page of the one that finds the same today; empty for others."""
    rule = find_retired(name, retired)
    if rule is None:
        return ""
    page = every_page().get(rule.successor or "")
    return "\n\n".join([rule.message, *([page_in_markdown(page)] if page else [])])


def severity_sentence(weight: Weight | None) -> str:
    """The severities of each stage in a sentence."""
    if weight is None:
        return _DEPENDS
    by_stage = {"in a draft": weight.draft, "in a pilot": weight.pilot, "once published": weight.published}
    if len(set(by_stage.values())) == 1:
        return f"{_AN[weight.published].capitalize()} in every policy."
    stages: dict[Severity | None, list[str]] = {}
    for stage, severity in by_stage.items():
        stages.setdefault(severity, []).append(stage)
    said = [f"{_AN[severity]} {(' and ' if severity else ' or ').join(where)}" for severity, where in stages.items()]
    return f"{', '.join(said).capitalize()}."


def _rule_page(family: str, rule: Rule) -> Page:
    stages = (Status.DRAFT, Status.PILOT, Status.PUBLISHED)
    return _documented(family, rule.id, rule.check, Weight(*map(rule.severity_for, stages)))


def _exception_pages() -> Iterator[Page]:
    weight = Weight.always(Severity.WARNING)
    return (_documented("exceptions", name, check, weight) for name, check in SUPPRESSION_CHECKS.items())


def _documented(chapter: str, name: str, check: Callable[..., Iterable[object]], weight: Weight) -> Page:
    documented = parse_docstring(name, check.__doc__)
    return Page(name, chapter, documented.catches, weight, documented.why, documented.example, documented.before)


def _plain(chapter: str, rules: Mapping[str, str], weight: Weight | None) -> Iterator[Page]:
    return (Page(name, chapter, words, weight) for name, words in rules.items())


def _contents() -> str:
    ids = {CHAPTERS[chapter]: [page.id for page in pages] for chapter, pages in book().items()}
    ids[_REGULATORS] = list(profiles())
    rows = (f"- {title}: {', '.join(f'[{name}](#{name})' for name in names)}" for title, names in ids.items())
    return "\n".join(rows) + "\n"


def _lower(page: str, levels: int) -> str:
    return re.sub("^#", "#" * (levels + 1), page, flags=re.MULTILINE)


def _chapter(title: str, pages: Iterable[Page]) -> str:
    return "\n".join([f"## {title}\n", *(page_in_markdown(page, 3) for page in pages)])
