"""What was found in, one string in a format of the user's choice out: the table of formats.

Nothing here needs the room that it reports from to be loaded: trouble is told even where nothing else works.
"""

from collections.abc import Callable, Mapping

from policyctl.reporters.concise import concise
from policyctl.reporters.json import json, rfc6901
from policyctl.reporters.layout import paragraphs
from policyctl.reporters.report import Look, Report
from policyctl.reporters.text import text
from policyctl.reporters.untrusted import cells, show

Reporter = Callable[[Report, Look], str]

REPORTERS: Mapping[str, Reporter] = {"text": text, "concise": concise, "json": json}
"""Each format by the word that `--format` takes."""

__all__ = ["REPORTERS", "Look", "Report", "Reporter", "cells", "paragraphs", "rfc6901", "show"]
