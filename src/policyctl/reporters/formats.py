"""What was found in, one string in a format of the user's choice out: the table of formats."""

from collections.abc import Callable, Mapping

from policyctl.reporters.concise import concise
from policyctl.reporters.github import github
from policyctl.reporters.gitlab import gitlab
from policyctl.reporters.json import json, jsonl
from policyctl.reporters.junit import junit
from policyctl.reporters.markdown import markdown
from policyctl.reporters.report import Look, Report
from policyctl.reporters.sarif import sarif
from policyctl.reporters.text import text

Reporter = Callable[[Report, Look], str]

REPORTERS: Mapping[str, Reporter] = {
    "text": text,
    "concise": concise,
    "json": json,
    "jsonl": jsonl,
    "github": github,
    "gitlab": gitlab,
    "sarif": sarif,
    "junit": junit,
    "markdown": markdown,
}
"""Each format by the word that `--format` takes."""
