"""Pages of the rulebook in, Markdown out: for the documentation, for reports, and for whoever asks on a terminal."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from policyctl.findings import Severity
from policyctl.rulebook.book import CHAPTERS, book
from policyctl.rulebook.page import Page, Weight
from policyctl.rules.regulators.pages import pages

_INTRODUCTION = """\
# What policyctl finds

`policyctl validate` names each finding by one of these ids. `policyctl rules` lists them, and `policyctl explain ID`
prints what stands here. What is asked of a draft is gentler than what is asked once a policy is published: the status
stands in the policy, below `policy`.

This page is made by `policyctl explain every-rule`.
"""
_REGULATORS = "Profiles of regulators and norms"
_PROFILES = f"""\
## {_REGULATORS}

A policy that names one below `policy`, such as `profiles: uk-nhs`, is held against it.
"""
_AN = {None: "not asked", Severity.ERROR: "an error", Severity.WARNING: "a warning", Severity.INFO: "a remark"}
_DEPENDS = "An error where something of the policy is lost, otherwise a warning."


def markdown() -> str:
    """The whole book as one page, with the profiles of regulators behind it."""
    chapters = (_chapter(CHAPTERS[chapter], told) for chapter, told in book().items())
    regulators = (_lower(page, 1) for page in profiles().values())
    return "\n".join([_INTRODUCTION, _contents(), *chapters, _PROFILES, *regulators])


@cache
def profiles() -> Mapping[str, str]:
    """What each regulator or norm asks that a policy can show, as a page below a heading of the second level."""
    return MappingProxyType({name: _lower(page, 1) for name, page in pages().items()})


def page_in_markdown(page: Page, level: int = 2) -> str:
    """One page below a heading of this level; its examples are fenced."""
    parts = [f"{'#' * level} {page.id}", page.catches, how_grave(page.weight)]
    parts += [f"Why it matters: {page.why}"] if page.why else []
    parts += [f"{title}:\n\n```yaml\n{text}```" for title, text in page.examples]
    return "\n\n".join(parts) + "\n"


def how_grave(weight: Weight | None) -> str:
    """The severities in a sentence."""
    if weight is None:
        return _DEPENDS
    by_stage = {"in a draft": weight.draft, "in a pilot": weight.pilot, "once published": weight.published}
    if len(set(by_stage.values())) == 1:
        return f"{_AN[weight.published].capitalize()} in every policy."
    stages: dict[Severity | None, list[str]] = {}
    for stage, severity in by_stage.items():
        stages.setdefault(severity, []).append(stage)
    told = [f"{_AN[severity]} {(' and ' if severity else ' or ').join(where)}" for severity, where in stages.items()]
    return f"{', '.join(told).capitalize()}."


def _contents() -> str:
    ids = {CHAPTERS[chapter]: [page.id for page in told] for chapter, told in book().items()}
    ids[_REGULATORS] = list(profiles())
    rows = (f"- {title}: {', '.join(f'[{name}](#{name})' for name in names)}" for title, names in ids.items())
    return "\n".join(rows) + "\n"


def _lower(page: str, levels: int) -> str:
    return re.sub("^#", "#" * (levels + 1), page, flags=re.MULTILINE)


def _chapter(title: str, told: Iterable[Page]) -> str:
    return "\n".join([f"## {title}\n", *(page_in_markdown(page, 3) for page in told)])
