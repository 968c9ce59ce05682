"""Two figures that cannot both hold."""

from typing import NamedTuple

from policyctl.meaning.claims import Claim


class Rivals(NamedTuple):
    """Two figures that cannot both hold, the one to doubt first."""

    doubted: Claim
    believed: Claim
