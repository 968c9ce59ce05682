"""The policy language: Pydantic models, and how plain data becomes a policy or the problems that are in its way."""

from policyctl.schema.policy import Policy
from policyctl.schema.reading import Problem, Reading, read
from policyctl.schema.walking import Named, Names, names, parts, walk

__all__ = ["Named", "Names", "Policy", "Problem", "Reading", "names", "parts", "read", "walk"]
