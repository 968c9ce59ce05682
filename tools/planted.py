"""Print how many planted defects validate finds, and how often it cries wolf over edits that contradict nothing."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.planted.loading import TODAY, Edit, defects, harmless

from policyctl.findings import Finding
from policyctl.validation import validate


def main() -> None:
    """Print the score of a set."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("set", nargs="?", default="first")
    options.add_argument("--policy", help="one of the policies alone")
    options.add_argument("--missed", action="store_true", help="say what is missed")
    options.add_argument("--found", action="store_true", help="say what is found, and by which rule")
    wanted = options.parse_args()
    planted = [each for each in defects(wanted.set) if wanted.policy in (None, each.policy)]
    found = {each: _findings_of(each) for each in planted}
    print(f"found {sum(map(bool, found.values()))} of {len(planted)}")
    for title, key in (("policy", "policy"), ("kind", "kind"), ("form", "form")):
        print(f"  by {title}: {_by(planted, found, key)}")
    for each in planted:
        if wanted.missed and not found[each]:
            print(f"  missed {each.policy}/{each.id}: {each.says}")
        if wanted.found and found[each]:
            print(f"  found {each.policy}/{each.id}: {', '.join(sorted({one.rule for one in found[each]}))}")
    others = [each for each in harmless(wanted.set) if wanted.policy in (None, each.policy)]
    wrong = [(each, finding) for each in others for finding in _new(each)]
    print(f"false alarms over {len({each for each, _ in wrong})} of {len(others)} harmless edits")
    for each, finding in wrong:
        print(f"  {each.policy}/{each.id}: line {finding.span.start.line} {finding.rule}: {finding.message}")


def _by(planted: Iterable[Edit], found: dict[Edit, list[Finding]], key: str) -> str:
    whole = Counter(getattr(each, key) for each in planted)
    there = Counter(getattr(each, key) for each in planted if found[each])
    return ", ".join(f"{name} {there[name]}/{count}" for name, count in whole.items())


def _findings_of(edit: Edit) -> list[Finding]:
    """What is said of the defect at one of its lines, and was not said before."""
    return [each for each in _new(edit) if each.span.start.line in edit.lines]


def _new(edit: Edit) -> list[Finding]:
    known = {each.key for each in _judged(edit.before)}
    words = {(each.rule, each.message) for each in _judged(edit.before)}
    found = _judged(edit.after)
    return [each for each in found if each.key not in known or (edit.at and (each.rule, each.message) not in words)]


@cache
def _judged(text: str) -> tuple[Finding, ...]:
    return validate(text.encode(), "policy.yaml", today=TODAY).findings


if __name__ == "__main__":
    main()
