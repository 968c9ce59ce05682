"""Plain data with every scalar as text in, a policy or what keeps it from being one out."""

from typing import Any, NamedTuple

from pydantic import ValidationError

from policyctl.schema.policy import Policy
from policyctl.schema.problems import Problem, problems


class Reading(NamedTuple):
    """What was read: a policy, or the problems that are in its way."""

    policy: Policy | None
    problems: tuple[Problem, ...] = ()


def read(data: Any) -> Reading:
    """Read a policy; everything that is wrong with it comes back at once, and nothing is raised."""
    try:
        return Reading(Policy.model_validate(data))
    except ValidationError as error:
        details = error.errors(include_url=False)
        told = [(d["type"], d["loc"], {"input": d["input"], **d.get("ctx", {})}) for d in details]
        return Reading(None, tuple(problems(told)))
