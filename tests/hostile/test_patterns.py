"""Every regular expression of the program and of its lists of words takes a time that grows with the text, no more."""

import json
import re
import subprocess
import sys

import pytest
from tests.hostile.every_pattern import ROOT
from tests.hostile.patterns import slow

SLOW = {
    "letters that are counted twice": (r"(a+)+b", "search"),
    "two repetitions of the same": (r"\s*:?\s+x", "match"),
    "a beginning anywhere in a row": (r"[.!?]+\s+(?=[A-Z])", "search"),
    "what is looked for behind every word": (r"\bhas .* been", "search"),
    "a choice of the same": (r"(?:a|aa)*b", "fullmatch"),
}
QUICK = {
    "a row is begun once": (r"(?<![.!?])[.!?]++\s++(?=[A-Z])", "search"),
    "a repetition with an end": (r"\bhas (?:\w+ ){0,5}been", "search"),
    "a whole text has one beginning": (r"[.!?]+\s+x", "fullmatch"),
}


@pytest.mark.hostile
@pytest.mark.parametrize(("pattern", "method"), SLOW.values(), ids=SLOW)
def test_a_pattern_that_is_worse_than_linear_is_found_out(pattern: str, method: str) -> None:
    assert slow(re.compile(pattern), method)


@pytest.mark.parametrize(("pattern", "method"), QUICK.values(), ids=QUICK)
def test_a_linear_one_is_left_alone(pattern: str, method: str) -> None:
    assert slow(re.compile(pattern), method) is None


@pytest.mark.hostile
def test_every_pattern_is_linear() -> None:
    command = [sys.executable, "-m", "tests.hostile.every_pattern", "examples", "tests/cases"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    assert len(found) > 900
    worse = []
    for pattern, flags, used, where in found:
        methods = {each if each in {"match", "fullmatch"} else "search" for each in used} or {"search"}
        worse += [
            (where, bad.pattern[:200], bad.text[:40]) for each in methods if (bad := slow(_made(pattern, flags), each))
        ]
    assert worse == []


def _made(pattern: str, flags: int) -> re.Pattern[str]:
    return re.compile(pattern, flags)
