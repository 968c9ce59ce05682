"""Policies as they are judged in, their summary out."""

import sys
from datetime import date

from policyctl.cli.streams import colourful, width
from policyctl.reporters import Look
from policyctl.reporters.glance import Glance, glance
from policyctl.reporters.summary import summary
from policyctl.validation import Validation


class Glances:
    """What is kept of each policy for the summary; little, however large the policy is."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._glances: list[Glance] = []

    def __call__(self, validation: Validation) -> None:
        """Look at one policy before it goes."""
        self._glances.append(glance(validation))

    def text(self) -> str:
        """The summary of all that were looked at."""
        return summary(self._glances, self._today, Look(width(sys.stdout), colourful(sys.stdout)))
