"""Write what was found as one string, in a format of the user's choice.

Nothing here needs the room that it reports from to be loaded: trouble is told even where nothing else works.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType

from policyctl.reporters.report import Look, Project, Report
from policyctl.reporters.untrusted import cells, show

__all__ = ["REPORTERS", "Look", "Project", "Report", "cells", "reporter", "show"]

Reporter = Callable[[Report, Look], str]

REPORTERS: Mapping[str, str] = MappingProxyType({
    "text": "policyctl.reporters.text:text",
    "concise": "policyctl.reporters.text:concise",
    "json": "policyctl.reporters.json:json",
    "jsonl": "policyctl.reporters.json:jsonl",
    "github": "policyctl.reporters.github:github",
    "gitlab": "policyctl.reporters.gitlab:gitlab",
    "sarif": "policyctl.reporters.sarif:sarif",
    "junit": "policyctl.reporters.junit:junit",
    "markdown": "policyctl.reporters.markdown:markdown",
})  # fmt: skip
"""Where each format is written, by the word that `--format` takes; a run loads those that it is asked for alone."""


def reporter(name: str) -> Reporter:
    """The function that writes a report in this format."""
    module, _, function = REPORTERS[name].partition(":")
    found: Reporter = getattr(import_module(module), function)
    return found
