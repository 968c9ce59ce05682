"""Templates of somebody else take no more time and memory than they may have, and show nothing of the machine."""

import resource
import sys
import time
from pathlib import Path

import pytest

import policyctl
from policyctl.errors import PolicyctlError
from policyctl.rendering import formats
from policyctl.schema import Policy

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits.")

_POLICY = b"policyctl: 1\npolicy: {title: Fern & Sons, organisation: Fern & Sons}\nmission: We mend it.\n"
_NESTED = (
    "{% set n = namespace(x=[1, 2, 3], y=[1, 2, 3]) %}" + "{% set n.x = [n.x, n.x] %}{% set n.y = [n.y, n.y] %}" * 40
)
_SQUARES = "{% set n = namespace(x=9) %}" + "{% set n.x = n.x * n.x %}" * 40

_TWICE = "{% set n.x = n.x ~ n.x %}"

HOSTILE = {
    "a macro that calls itself twice": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}"
    "{{ m(40) }}",
    "a file that includes itself twice": "{% set d = d + 1 if d is defined else 0 %}{% if d < 40 %}"
    "{% include 'documents/note.j2' %}{% include 'documents/note.j2' %}{% endif %}",
    "a number squared again and again": _SQUARES + "{{ n.x }}",
    "lists in lists compared": _NESTED + "{{ 1 if n.x == n.y else 2 }}",
    "a text of any width": '{{ _("%(n)999999999d", n=1) }}',
    "sorting in loops": "{% set n = namespace(x='ba') %}"
    + _TWICE * 18
    + "{% for i in n.x %}{{ n.x|sort|first }}{% endfor %}",
    "text without end": "{% macro m(n) %}{% if n %}" + "x" * 900_000 + "{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}"
    "{% endmacro %}{{ m(40) }}",
    "half a sign": r"{{ '\ud800' }}",
    "the address of a function": "{{ '' ~ _ }}",
    "the address of a function in a translation": '{{ _("%(f)s", f=_) }}',
}


@pytest.fixture
def policy() -> Policy:
    return policyctl.load(_POLICY)


OTHERS = [pytest.param(form, marks=pytest.mark.hostile) for form in ("markdown", "docx")]
"""The process that fills templates is the same for every format; `make hostile` tries them all."""


@pytest.mark.slow
@pytest.mark.parametrize("template", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("form", ["html", *OTHERS])
def test_it_ends_in_a_sentence(
    tmp_path: Path, policy: Policy, monkeypatch: pytest.MonkeyPatch, template: str, form: str
) -> None:
    monkeypatch.setattr(formats, "TEMPLATE_SECONDS", 2.0)
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents/note.j2").write_text(template, encoding="utf-8")
    started = time.monotonic()
    with pytest.raises(PolicyctlError) as refused:
        policyctl.render(policy, "note", form, templates=tmp_path)
    assert time.monotonic() - started < 60
    assert "0x" not in refused.value.message
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 2_200_000


def test_templates_of_ones_own_say_what_is_wrong_with_them_as_ever(tmp_path: Path, policy: Policy) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents/note.j2").write_text("a\n{{ titel }}", encoding="utf-8")
    with pytest.raises(PolicyctlError, match=r"documents/note\.j2, line 2, asks for “titel”, which is not there\."):
        policyctl.render(policy, "note", "html", templates=tmp_path)


def test_they_are_filled_like_those_of_policyctl(tmp_path: Path, policy: Policy) -> None:
    (tmp_path / "other").mkdir()
    for form in ("markdown", "html", "docx"):
        plain = policyctl.render(policy, "handbook", form)
        assert policyctl.render(policy, "handbook", form, templates=tmp_path) == plain
