"""The rules of one family: words that people can say and understand."""

from policyctl.findings import Severity
from policyctl.rules.rule import Rule
from policyctl.rules.words.virtues import virtue_without_words

RULES: tuple[Rule, ...] = (Rule("virtue-without-words", virtue_without_words, Severity.ERROR, draft=Severity.WARNING),)
