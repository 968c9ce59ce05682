"""Who keeps a policy true, which version it is and since when: asked once people are held to it."""

import pytest
from tests.rules.judging import HEAD, said

_ROLES = "roles:\n  Nell: Owner\n  Amir and Bea: Shop assistants\n"
_MANY = "roles:\n  Booksellers:\n    people: [A, B, C, D, E]\n  Ruth:\n    leads: yes\n"
_WHOLE = "  status: published\n  version: 1.0\n  effective: 1 May 2026\n  owner: Ruth\n"


def _told(sections: str, head: str) -> list[str]:
    found = said(sections, HEAD + head, whole=True)
    return [line.split(" ", 1)[1] for line in found if "head-incomplete" in line]


def test_nobody_owns_a_draft_yet() -> None:
    assert _told(_ROLES, "") == []
    assert _told(_ROLES, "  status: draft\n  kind: handbook\n") == []


@pytest.mark.parametrize(
    ("status", "severity", "state"), [("pilot", "warning", "on trial"), ("published", "error", "published")]
)
def test_once_it_holds_it_has_an_owner(status: str, severity: str, state: str) -> None:
    assert _told(_ROLES, f"  status: {status}\n") == [
        (
            f"{severity} head-incomplete: This policy is {state}, and does not say who keeps it true. Write "
            "`owner: Nell` here, under `policy`."
        )
    ]


def test_an_owner_is_enough_for_a_shop() -> None:
    assert _told(_ROLES, "  status: published\n  owner: Nell\n") == []


@pytest.mark.parametrize(
    ("sections", "left_out", "lacks", "write"),
    [
        (_MANY, "", "who has approved it", "`approver:`"),
        (_ROLES, "version", "which version it is", "`version:`"),
        (_ROLES, "effective", "since when it holds", "`effective:`"),
        (_MANY, "version", "which version it is or who has approved it", "`version:` and `approver:`"),
        (_ROLES, "owner", "who keeps it true", "`owner: Nell`"),
    ],
)
def test_a_published_policy_of_a_kind_says_what_it_is(sections: str, left_out: str, lacks: str, write: str) -> None:
    lines = [line for line in _WHOLE.splitlines() if not (left_out and f"{left_out}:" in line)]
    head = "\n".join(["  kind: charter", *lines, ""]).replace("Ruth", "all of us")
    assert _told(sections, head) == [
        (
            f"error head-incomplete: This policy is published, and does not say {lacks}. Write {write} here, under "
            "`policy`."
        )
    ]


@pytest.mark.parametrize("title", ["Principal dentist", "Owner", "Managing director", "Steuerberaterin, Inhaberin"])
def test_nobody_approves_what_the_owner_of_the_business_keeps(title: str) -> None:
    many = _MANY.replace("roles:\n", f"roles:\n  Dr Osei: {title}\n")
    assert _told(many, f"  kind: charter\n{_WHOLE}".replace("Ruth", "Dr Osei")) == []


def test_whoever_owns_it_may_have_approved_it() -> None:
    assert _told(_MANY, f"  kind: charter\n{_WHOLE}  approver: Ruth\n") == []


@pytest.mark.parametrize("head", [_WHOLE.replace("  version: 1.0\n", ""), "  kind: charter\n  status: retired\n"])
def test_without_a_kind_or_in_use_no_more_it_is_not_asked(head: str) -> None:
    assert _told(_MANY, head) == []
