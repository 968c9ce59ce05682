"""The policy language: plain data in, a frozen policy out."""

from policyctl.schema.names import Named, Names, names
from policyctl.schema.policy import Policy
from policyctl.schema.problems import Problem
from policyctl.schema.reading import Reading, read
from policyctl.schema.walking import parts, walk

__all__ = ["Named", "Names", "Policy", "Problem", "Reading", "names", "parts", "read", "walk"]
