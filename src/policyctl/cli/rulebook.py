"""The rules of every room in, what each id stands for that a finding may bear out."""

import inspect

PARTS = ("What a policy says", "How it is written", "How its file is read")


def rulebook() -> dict[str, dict[str, str]]:
    """Every id with its explanation, which begins with a line on what it catches; grouped under `PARTS`."""
    from policyctl.cli import judging
    from policyctl.rules import RULES
    from policyctl.source import RULES as OF_READING
    from policyctl.spec.problems import RULES as OF_THE_LANGUAGE

    judged = {rule.id: inspect.getdoc(rule.check) or "" for rule in RULES}
    return dict(zip(PARTS, (judged, {**OF_THE_LANGUAGE, **judging.RULES}, dict(OF_READING)), strict=True))


def every_rule() -> dict[str, str]:
    """The whole rulebook without its parts."""
    return {name: said for part in rulebook().values() for name, said in part.items()}


def listed() -> str:
    """All ids, each with its first sentence."""
    return "\n\n".join(f"## {title}\n\n{_lines(part)}" for title, part in rulebook().items())


def _lines(part: dict[str, str]) -> str:
    return "\n".join(f"- `{name}`: {_first_sentence(said)}" for name, said in part.items())


def _first_sentence(said: str) -> str:
    end = said.splitlines()[0].find(". ")
    return said.splitlines()[0][: end + 1 if end > 0 else None]
