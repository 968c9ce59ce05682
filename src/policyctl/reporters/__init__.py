"""What was found in, one string in a format of the user's choice out.

Nothing here needs the room that it reports from to be loaded: trouble is told even where nothing else works.
"""

from policyctl.reporters.layout import paragraphs
from policyctl.reporters.project import Project
from policyctl.reporters.report import Look, Report
from policyctl.reporters.untrusted import cells, show

__all__ = ["Look", "Project", "Report", "cells", "paragraphs", "show"]
