"""What `import policyctl` gives: the page on it is true, it is typed, and importing it costs next to nothing."""

import re
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import assert_type

import pytest
from PIL import Image

import policyctl
from policyctl.resources import examples

PAGE = (Path(__file__).parent.parent / "docs" / "library.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"```python\n(.*?)```(?:(?:(?!```).)*?```text\n(.*?)```)?", re.DOTALL)
POLICY = """\
policyctl: 1

policy:
  title: How we look after our customers
  organisation: Rosa's Corner Shop
standards:
  Refunds: We pay your money back soon.
"""


def _png() -> bytes:
    file = BytesIO()
    Image.new("RGB", (3, 2), "seagreen").save(file, "PNG")
    return file.getvalue()


PNG = _png()


def test_the_examples_of_the_page_print_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("policy.yaml").write_text(POLICY, encoding="utf-8")
    names: dict[str, object] = {}
    blocks = BLOCK.findall(PAGE)
    for code, output in blocks:
        exec(code, names)  # noqa: S102  Our own page.
        assert capsys.readouterr().out == output
    assert len(blocks) == PAGE.count("```python")
    assert Path("handbook.html").read_bytes().startswith(b"<!doctype html>")


def test_every_name_that_is_offered_is_there_and_on_the_page() -> None:
    assert [name for name in policyctl.__all__ if not hasattr(policyctl, name) or name not in dir(policyctl)] == []
    assert [name for name in policyctl.__all__ if f"`{name}`" not in PAGE and f"policyctl.{name}(" not in PAGE] == []
    with pytest.raises(AttributeError, match="has no attribute 'loud'"):
        policyctl.loud  # type: ignore[attr-defined]  # noqa: B018


def test_importing_it_imports_nothing_that_is_not_asked_for() -> None:
    code = "import sys, policyctl; print(*[name for name in sys.modules if name.startswith('policyctl.')])"
    code += "\nprint(*[name for name in ('pydantic', 'yaml', 'jinja2', 'typer') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "\n\n"


def test_what_is_given_has_a_type() -> None:
    policy = policyctl.load(POLICY.encode())
    validation = policyctl.validate(POLICY.encode())
    assert_type(policy, policyctl.Policy)
    assert_type(validation, policyctl.Validation)
    assert_type(validation.findings, tuple[policyctl.Finding, ...])
    assert_type(validation.findings[0].severity, policyctl.Severity)
    assert_type(policyctl.render(policy, format="markdown"), bytes)
    assert isinstance(validation.findings[0].span.start, policyctl.Position)


def test_a_policy_is_loaded_from_bytes_as_from_its_file() -> None:
    file = examples() / "corner-shop" / "policy.yaml"
    assert policyctl.load(file) == policyctl.load(file.read_bytes())


@pytest.mark.parametrize(
    ("policy", "message", "hint"),
    [
        (
            POLICY.replace("title", "titel"),
            "shop.yaml cannot be read as a policy. Line 4: “titel” is not a word that is known here.",
            "Did you mean `title`?",
        ),
        ("", "shop.yaml cannot be read as a policy. Line 1: This file is empty.", "Let `policyctl init` write a first"),
        ("- a", "shop.yaml cannot be read as a policy. Line 1: This is not a policy yet.", "Begin with `policyctl: 1`"),
    ],
)
def test_what_cannot_be_loaded_is_said_with_the_line(policy: str, message: str, hint: str) -> None:
    with pytest.raises(policyctl.PolicyctlError) as error:
        policyctl.load(policy.encode(), name="shop.yaml")
    assert error.value.message == message
    assert (error.value.hint or "").startswith(hint)


def test_what_a_policy_names_is_looked_for_beside_it(tmp_path: Path) -> None:
    text = POLICY + "brand:\n  logo: logo.png\n"
    (tmp_path / "shop.yaml").write_text(text, encoding="utf-8")
    missing = policyctl.validate(tmp_path / "shop.yaml")
    assert [(each.rule, each.key) for each in missing.findings if each.severity == "error"] == [
        ("unusable-logo", "unusable-logo: brand > logo")
    ]
    assert (missing.valid, missing.brand.logo) == (False, None)
    (tmp_path / "logo.png").write_bytes(PNG)
    for found in (policyctl.validate(tmp_path / "shop.yaml"), policyctl.validate(text.encode(), name=f"{tmp_path}/x")):
        assert found.valid
        assert found.policy
        assert found.brand.logo == policyctl.Picture(PNG, "image/png")
        assert b"data:image/png;base64," in policyctl.render(found.policy, brand=found.brand)


def test_what_changed_and_what_is_overdue_is_judged_by_what_is_given() -> None:
    published = POLICY.replace("  organisation", "  status: published\n  owner: Rosa\n  version: 1\n  organisation")
    before = policyctl.load(published.replace("soon", "within 3 days").encode())
    now = published.replace("soon", "within 5 days") + "review:\n  every: 6 months\n  next: 2026-03-01\n"
    found = policyctl.validate(now.encode(), today=date(2026, 11, 23), before=before)
    assert {"changed-without-note", "review-due"} <= {finding.rule for finding in found.findings}


def test_a_format_or_a_document_that_there_is_none_of_is_said() -> None:
    policy = policyctl.load(POLICY.encode())
    with pytest.raises(policyctl.PolicyctlError, match=r"There is no format called word\."):
        policyctl.render(policy, "handbook", "word")
    with pytest.raises(policyctl.PolicyctlError, match=r"There is no template documents/leaflet\.j2\."):
        policyctl.render(policy, "leaflet")
