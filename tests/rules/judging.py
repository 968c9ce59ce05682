"""Judge a policy without its head, for the tests of rules."""

from datetime import date

from policyctl.validation import validate

TODAY = date(2026, 11, 23)
HEAD = "policy:\n  title: How we look after you\n  organisation: Harbour Lane Books\n"

WHOLE = (
    "method-steps-missing", "kind-unfulfilled", "head-incomplete", "too-few-samples", "language-without-words",
)  # fmt: skip
"""What is asked of a whole policy, and not of the pieces that tests are about."""


def said(sections: str, head: str = HEAD, *, whole: bool = False) -> list[str]:
    """Every finding as its line, its rule and its words; the head stands behind and moves no line."""
    found = validate(f"{sections.strip()}\npolicyctl: 1\n{head}".encode(), "policy.yaml", today=TODAY).findings
    told = [each for each in found if whole or each.rule not in WHOLE]
    return [f"{each.span.start.line} {each.severity} {each.rule}: {each.message} {each.hint}" for each in told]


def rules(sections: str, head: str = HEAD) -> list[str]:
    """The line and the rule of every finding, where the words are told elsewhere."""
    return [" ".join(line.split(":")[0].split()[::2]) for line in said(sections, head)]


def found(rule: str, sections: str, head: str = HEAD) -> list[str]:
    """The lines at which one rule has something to say."""
    return [line.split()[0] for line in rules(sections, head) if line.endswith(f" {rule}")]
