"""The policy language: plain data in, a frozen policy out."""

from policyctl.spec.names import Named, Names, names
from policyctl.spec.policy import Policy
from policyctl.spec.problems import Problem
from policyctl.spec.reading import Reading, read
from policyctl.spec.walking import parts, walk

__all__ = ["Named", "Names", "Policy", "Problem", "Reading", "names", "parts", "read", "walk"]
