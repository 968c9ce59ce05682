"""Mending changes what is certain and nothing else, comes to an end, and gives back what a slip of the pen took."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.source.test_hostile import HOSTILE

from policyctl.findings import Finding, Severity
from policyctl.schema.reading import RULES as LANGUAGE_RULES
from policyctl.source import RULES as SOURCE_RULES
from policyctl.source import Data, read
from policyctl.validation import Validation, validate
from policyctl.validation.fixing import MOST_TRIES, ROUNDS, mend

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*/policy.yaml"))
CASES = sorted((ROOT / "tests" / "cases").rglob("*.yaml"))
DAY = date(2026, 11, 23)
_WORD = re.compile(r"[^\W_]+")


def judge(data: bytes) -> Validation:
    return validate(data, "policy.yaml", today=DAY)


def grave(validation: Validation, *, of_reading: bool) -> Counter[tuple[str, str]]:
    """What keeps a policy from being read; or all errors."""
    return Counter(
        (each.rule, re.sub(r"line \d+", "line", each.message))
        for each in validation.findings
        if (each.rule in {*SOURCE_RULES, *LANGUAGE_RULES} if of_reading else each.severity is Severity.ERROR)
    )


def scalars(data: Data) -> Iterator[str]:
    """Every key and text in the order of the file."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from scalars(value)
    elif isinstance(data, list):
        for item in data:
            yield from scalars(item)
    else:
        yield data


def words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text))


def understood(data: bytes) -> Counter[str]:
    return words("\n".join(scalars(read(data, "policy.yaml").data or "")))


def comments(text: str) -> list[str]:
    return [line for line in re.split("\r\n|\r|\n", text) if line.lstrip().startswith("# ")]


@pytest.mark.parametrize("path", [*EXAMPLES, *CASES], ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_changed_but_what_is_certain(path: Path) -> None:
    data = path.read_bytes()
    before, mended = judge(data), mend(data, judge)
    assert "".join(old for old, _ in mended.lines).encode() == data or before.source.data is None
    assert "".join(line for _, new in mended.lines for line in new).encode() == mended.data or mended.data == data
    changed = [(old, "".join(new)) for old, new in mended.lines if new != (old,)]
    assert bool(changed) == bool(mended.done)
    assert comments(data.decode("latin-1")) == comments(mended.data.decode("latin-1"))
    assert not grave(mended.validation, of_reading=True) - grave(before, of_reading=True)
    if before.policy:
        assert not grave(mended.validation, of_reading=False) - grave(before, of_reading=False)
    swapped = words("".join(old for old, _ in changed)) - words("".join(new for _, new in changed))
    assert not understood(data) - understood(mended.data) - swapped
    again = mend(mended.data, judge)
    assert (again.data, again.done) == (mended.data, 0)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_a_policy_in_order_is_left_as_it_is(path: Path) -> None:
    assert mend(path.read_bytes(), judge).data == path.read_bytes()


# ---- slips of the pen ----------------------------------------------------------------------------------------------


@cache
def corner_shop() -> str:
    return (ROOT / "examples" / "corner-shop" / "policy.yaml").read_text(encoding="utf-8")


KEYS = [
    found.span("key") for found in re.finditer(r"^ *(?:- )*(?P<key>[a-z_]{4,}):(?= |$)", corner_shop(), re.MULTILINE)
]
SPACES = [found.end() - 1 for found in re.finditer(r"^ *(?:- )*[a-z_]+: (?=\w)", corner_shop(), re.MULTILINE)]


@st.composite
def slips(draw: st.DrawFn) -> str:
    """The corner shop with a letter of a key gone, doubled, or in the place of its neighbour; or a space gone."""
    text = corner_shop()
    if draw(st.booleans()):
        at = draw(st.sampled_from(SPACES))
        return text[:at] + text[at + 1 :]
    start, end = draw(st.sampled_from(KEYS))
    at = draw(st.integers(start, end - 2))
    one, two = text[at], text[at + 1]
    put = draw(st.sampled_from([two, one + one + two, two + one]))
    return text[:at] + put + text[at + 2 :]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(slips())
def test_a_slip_of_the_pen_is_mended_to_what_it_was_or_left_as_it_is(text: str) -> None:
    mended = mend(text.encode(), judge).data.decode()
    assert mended in (corner_shop(), text)


PLAIN = (
    "policyctl: 1\n\npolicy:\n  title: How we look after you\n  organisation: Rosa's Corner Shop\n  owner: Rosa\n\n"
    'brand:\n  accent: "#0b6e4f"\n\nstandards:\n  Reply to an email:\n    within: 4 business hours\n'
    "    met: 95%\n\nhours: Mon-Sat 7:00-21:00\n"
)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("title:", "titel:"),
        ("title:", "tittle:"),
        ("organisation:", "organistaion:"),
        ("organisation:", "organization:"),
        ("owner: Rosa", "owner:Rosa"),
        ("owner:", "Owner:"),
        ("standards:", "standarts:"),
        ("within:", "witin:"),
        ("business hours", "bussiness hours"),
        ("business hours", "business huors"),
        ('"#0b6e4f"', "“#0b6e4f”"),
        ('"#0b6e4f"', "„#0b6e4f“"),
        ('"#0b6e4f"', "#0b6e4f"),
        ("    within: 4", "\twithin: 4"),
        ("hours: Mon", "hours:Mon"),
    ],
)
def test_what_is_certain_comes_back_exactly(right: str, wrong: str) -> None:
    assert PLAIN.count(right) == 1
    assert mend(PLAIN.replace(right, wrong).encode(), judge).data.decode() == PLAIN


def test_several_at_once_are_mended_in_one_run() -> None:
    text = PLAIN.replace("policyctl", "Policyctl").replace("policy:", "Policy:").replace("title", "Titel")
    text = text.replace("owner: Rosa", "ownr:Rosa").replace("within", "withn").replace("business", "bussiness")
    mended = mend(text.encode(), judge)
    assert mended.data.decode() == PLAIN
    assert mended.validation.valid


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("owner: Rosa", "owner: Rosa\n  ownr: Ben"),  # Two of them: which is meant?
        ("hours: Mon", "hours: #Mon"),  # A note, or the hours?
        ("title: How we look after you", "title: Ask in #support"),  # It is read, and may be meant so.
        ("business hours", "hrs"),
        ("4 business", "four to busy"),
    ],
)
def test_what_may_be_meant_otherwise_is_left_alone(right: str, wrong: str) -> None:
    text = PLAIN.replace(right, wrong)
    assert mend(text.encode(), judge).data.decode() == text


# ---- bounds --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_bytes_are_read_few_times_and_never_spoilt(name: str) -> None:
    times = Counter[str]()

    def counted(data: bytes) -> Validation:
        times["read"] += 1
        return judge(data)

    mended = mend(HOSTILE[name], counted)
    assert times["read"] <= MOST_TRIES + 1
    assert "".join(old for old, _ in mended.lines).encode() == HOSTILE[name] or not mended.lines


def test_a_large_file_is_read_few_times() -> None:
    lines = "".join(f"  Promise {number}:\n    witihn: {number} huors\n" for number in range(20_000))
    data = f"{PLAIN}standarts:\n{lines}".encode()
    read_times = [0]

    def counted(each: bytes) -> Validation:
        read_times[0] += 1
        return judge(each)

    mend(data, counted)
    assert read_times[0] <= ROUNDS


def fixes(found: tuple[Finding, ...]) -> int:
    return sum(bool(each.fix) for each in found)


def test_mistakes_without_number_are_all_mended() -> None:
    lines = "".join(f"  Promise {number}:\n    witihn: {number + 2} huors\n" for number in range(60))
    text = PLAIN.replace("brand:", f"standards_of_old:\n{lines}brand:", 1)
    assert fixes(judge(text.encode()).findings) == 0
    text = text.replace("standards:\n  Reply", "facts:\n  Reply").replace("standards_of_old", "standarts")
    mended = mend(text.encode(), judge)
    assert "witihn" not in mended.data.decode()
    assert "huors" not in mended.data.decode()
