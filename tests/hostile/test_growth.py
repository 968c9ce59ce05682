"""Many of everything, and long ones of each, take a time that grows with the file and no more."""

from datetime import date
from time import thread_time

import pytest
from tests.hostile.growing import KINDS, PATTERNS, SIGNS

from policyctl.validation import baseline, validate

SIZE = 40_000
SECONDS = 2.0
"""Five times of what the slowest kind takes; anything that is worse than linear takes more."""

_TEXTS = {f"text of {words!r}" for words in (*SIGNS, *PATTERNS)}
_FEW = {
    f"text of {words!r}" for words in ("!", "…", "(", "a. ", "1 - ", "`a", "http://", "hundert", "{{a}} ", "twenty-")
}


@pytest.mark.hostile
@pytest.mark.parametrize("name", [name for name in KINDS if name not in _TEXTS or name in _FEW])
def test_it_takes_no_longer_than_it_may(name: str) -> None:
    data = KINDS[name](SIZE).encode()
    started = thread_time()
    found = validate(data, "policy.yaml", today=date(2026, 3, 1))
    assert thread_time() - started < SECONDS
    assert "too-much-to-judge" not in {each.rule for each in found.findings}


def test_a_baseline_of_a_hundred_thousand_keys_on_one_line_takes_no_longer_than_any() -> None:
    keys = [f"vague-time: standards > S{number} > says" for number in range(100_000)]
    text = '{"format_version": 1, "accepted": {"policy.yaml": ' + str(keys).replace("'", '"') + "}}"
    checked = validate(b"policyctl: 1\npolicy: {title: T, organisation: O}\n", "policy.yaml", today=date(2026, 3, 1))
    started = thread_time()
    compared = baseline.compare({"policy.yaml": checked.checked}, baseline.from_json(text, "base.json"))
    assert thread_time() - started < 5 * SECONDS
    assert compared.unused
    assert len(compared.unused.findings) == 100_000
