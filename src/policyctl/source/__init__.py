"""Read YAML text into plain data with the place of every key and value, and say what is wrong with the YAML."""

from policyctl.source.document import Source, read
from policyctl.source.messages import RULES
from policyctl.source.parser import Data
from policyctl.source.suppressions import Ignore

__all__ = ["RULES", "Data", "Ignore", "Source", "read"]
