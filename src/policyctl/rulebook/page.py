"""What there is to say about one id that findings bear: a value that listings, pages and reports are made from."""

from dataclasses import dataclass

from policyctl.findings import Severity


@dataclass(frozen=True, slots=True)
class Weight:
    """How grave a finding is while a policy is a draft, while it is tried out, and once it is published.

    None stands for a stage at which nothing is said.
    """

    draft: Severity | None
    pilot: Severity | None
    published: Severity | None

    @property
    def gravest(self) -> Severity:
        """How grave it is where it is told the least gently."""
        told = (each for each in (self.published, self.pilot, self.draft) if each)
        return min(told, key=lambda severity: severity.rank)

    @classmethod
    def always(cls, severity: Severity) -> "Weight":
        """The same whatever the policy is."""
        return cls(severity, severity, severity)


@dataclass(frozen=True, slots=True)
class Page:
    """One id with what it catches and why that matters; the examples are YAML, where there are any.

    There is no `weight` where it depends on how much of the policy is lost.
    """

    id: str
    chapter: str
    catches: str
    weight: Weight | None = None
    why: str = ""
    bad: str = ""
    good: str = ""
    before: str = ""

    @property
    def examples(self) -> tuple[tuple[str, str], ...]:
        """What there is to show, each with its title."""
        shown = (("Before", self.before), ("Bad", self.bad), ("Good", self.good))
        return tuple((title, text) for title, text in shown if text)

    @property
    def first_sentence(self) -> str:
        """What it catches in a line."""
        end = self.catches.find(". ")
        return self.catches[: end + 1 if end > 0 else None]
