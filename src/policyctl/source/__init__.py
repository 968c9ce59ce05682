"""The bytes of a policy in; its data, the place of every key and value, and what is wrong with its YAML, out."""

from policyctl.source.builder import Data
from policyctl.source.document import Source, colon_item, colon_text, words_at
from policyctl.source.explained import RULES
from policyctl.source.ignoring import Ignore
from policyctl.source.reading import read

__all__ = ["RULES", "Data", "Ignore", "Source", "colon_item", "colon_text", "read", "words_at"]
