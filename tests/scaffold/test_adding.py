"""An entry is put in its place in any policy that is there, and every byte of the rest stays as it was."""

from pathlib import Path

import pytest

from policyctl import resources
from policyctl.errors import PolicyctlError
from policyctl.scaffold.adding import Added, Wanted, add
from policyctl.scaffold.kinds import KINDS
from policyctl.validation import read

CASES = Path(__file__).resolve().parents[1] / "cases"
POLICIES = [*sorted(resources.examples().glob("*/policy.yaml")), *sorted((CASES / "untidy").glob("*.yaml"))]
NAME = "A name that nobody has"

HEAD = "policyctl: 1\npolicy:\n  title: T\n  organisation: O\n"


def put(policy: str, kind: str, name: str = NAME, text: str | None = "20 minutes", ladder: str | None = None) -> Added:
    return add(policy.encode(), "policy.yaml", Wanted(kind, name, text, ladder), str)


def shown(policy: str, kind: str, name: str = NAME, text: str | None = "20 minutes") -> str:
    return put(HEAD + policy, kind, name, text).data.decode().removeprefix(HEAD)


@pytest.mark.parametrize("text", ["20 minutes", None], ids=["entry", "note"])
@pytest.mark.parametrize("path", POLICIES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_other_byte_stays_and_the_policy_reads(path: Path, text: str | None) -> None:
    end = ("\n", "\r\n", "\r")[len(path.parent.name) % 3]
    before = path.read_bytes().replace(b"\n", end.encode())
    whole = read(before, path.name).policy is not None
    for kind in KINDS:
        try:
            added = add(before, path.name, Wanted(kind, NAME, text), str)
        except PolicyctlError as refused:
            assert refused.hint  # noqa: PT017  A policy may be written in a way that leaves no room, and says so.
            continue
        lines = added.data.decode().splitlines(keepends=True)
        put_in = lines[added.first - 1 : added.last]
        assert _without(lines, added, end) in (before, before + end.encode())
        assert any(NAME in line for line in put_in)
        assert {line[len(line.rstrip("\r\n")) :] for line in put_in} == {end}
        assert (read(added.data, path.name).policy is not None) == whole


def _without(lines: list[str], added: Added, end: str) -> bytes:
    """The policy without what was added; a new section has a blank line of its own above it."""
    above = lines[: added.first - 1]
    is_section = f"{added.path[0]}:" in "".join(lines[added.first - 1 : added.last])
    return "".join([*(above[:-1] if is_section and above[-1] == end else above), *lines[added.last :]]).encode()


PLACES = {
    "at the end of its section, before the note about the next one": (
        "roles:\n  Nell: Owner\n  # Sam comes in May\n\n# When\nhours: Mon 9-5\n",
        "role",
        (
            "roles:\n  Nell: Owner\n  # Sam comes in May\n  A name that nobody has:\n    title: 20 minutes\n"
            "    # people: Who holds it\n    # covers: What they look after\n    # backup: Who stands in\n\n"
            "# When\nhours: Mon 9-5\n"
        ),
    ),
    "as far in as its neighbours": (
        "facts:\n      Milk: Settled on Saturday\nreview: every 6 months\n",
        "fact",
        "facts:\n      Milk: Settled on Saturday\n      A name that nobody has: 20 minutes\nreview: every 6 months\n",
    ),
    "into a list": (
        "channels:\n- Phone\n- Email\n",
        "channel",
        (
            "channels:\n- Phone\n- Email\n- name: A name that nobody has\n  address: 20 minutes\n"
            "  # hours: When it is answered, if not as all others\n  # customer_part: What customers have ready\n"
            "  # when_busy: What to do when nobody is free\n"
        ),
    ),
    "in a section of its own": (
        "review: every 6 months\n",
        "fact",
        (
            "\n# What everybody asks. It stands on the card, so that nobody has to look it up.\nfacts:\n"
            "  A name that nobody has: 20 minutes\nreview: every 6 months\n"
        ),
    ),
    "below a word of its section that was missing": (
        "discretion:\n  ask: Nell",
        "limit",
        (
            "discretion:\n  ask: Nell\n  may_give:\n    A name that nobody has: 20 minutes\n"
            "    # More about it goes on lines of their own: who, gives, up_to, when, ask_first, above, log\n"
        ),
    ),
}


@pytest.mark.parametrize(("policy", "kind", "after"), PLACES.values(), ids=PLACES)
def test_it_stands(policy: str, kind: str, after: str) -> None:
    assert shown(policy, kind) == after


def test_a_level_goes_into_the_ladder_that_is_named() -> None:
    ladders = "    Up:\n      levels:\n        - role: Nell\n    Out:\n      - Nell, 15 minutes\n"
    policy = f"{HEAD}escalation:\n  ladders:\n{ladders}"
    into = put(policy, "level", "Kim", "20 minutes", "out").data.decode()
    assert into.startswith(f"{policy}      - role: Kim\n        waits: 20 minutes\n        # may:")
    first = put(policy, "level", "Kim", "20 minutes").data.decode()
    assert "        - role: Nell\n        - role: Kim\n          waits: 20 minutes\n" in first


def test_a_promise_says_its_figure_or_its_sentence() -> None:
    assert "    within: 20 minutes\n    after: the call\n" in shown(
        "", "promise", text="within 20 minutes after the call"
    )
    assert "    says: We tell you the truth.\n" in shown("", "promise", text="We tell you the truth.")


@pytest.mark.parametrize("name", ["Rosa: the #1", "- no", "{{ x }}", "שלום 🦊", "~"])
def test_a_name_of_any_letters_is_read_back(name: str) -> None:
    policy = read(put(HEAD, "fact", name).data, "policy.yaml").policy
    assert policy
    assert policy.facts
    assert [each.name for each in policy.facts] == [name]


@pytest.mark.parametrize(
    ("policy", "kind", "name", "message"),
    [
        ("roles:\n  Nell: Owner\n", "role", "nell", "“nell” is in roles already, in line 6."),
        ("channels:\n  - Phone\n  - name: Email\n", "channel", "E-Mail", "“E-Mail” is in channels already, in line 7."),
        (
            "roles: {Nell: Owner}\n",
            "role",
            "Kim",
            "`roles` is not written in lines that something could be put between.",
        ),
        ("tone: Warm\n", "sample", "Kim", "`tone` is not written in lines that something could be put between."),
    ],
)
def test_what_cannot_be_put_in_is_refused(policy: str, kind: str, name: str, message: str) -> None:
    with pytest.raises(PolicyctlError) as refused:
        put(HEAD + policy, kind, name)
    assert refused.value.message == message
    assert refused.value.hint
