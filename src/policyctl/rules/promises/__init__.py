"""The rules of one family: promises that can be kept and checked."""

from policyctl.findings import Severity
from policyctl.rules.promises.vague import vague_time
from policyctl.rules.rule import Rule

RULES: tuple[Rule, ...] = (Rule("vague-time", vague_time, Severity.ERROR, draft=Severity.WARNING),)
