"""Small policies as they are printed: what stands between whose the document is and the words that close it."""

from pathlib import Path

from tests.printed import print_view

from policyctl.rendering.view import Context, view
from policyctl.schema import Policy, read
from policyctl.source import read as read_source

CASES = Path(__file__).parent / "cases"
"""For each document a folder: a policy `x.yaml`, what is printed of it in `x.md`, the one before in `x.before.yaml`."""


def small(text: str) -> Policy:
    """The policy of a few lines; all of them must be understood."""
    source = read_source(text.encode(), "policy.yaml")
    policy = read(source.data).policy
    assert source.findings == ()
    assert policy
    return policy


def page(document: str, policy: Policy, context: Context | None = None) -> str:
    """A document in Markdown; lines to write on are cut to three signs."""
    shown = print_view(view(policy, kind=document, context=context), "markdown")["markdown"].decode()
    matter = shown.partition("\n# ")[2].rpartition("\n---\n")[0].replace("\u00a0", " ")
    lines = (line.replace("\\_" * 30, "___").replace("\\_" * 20, "___").rstrip() for line in matter.splitlines())
    return "# " + "\n".join(lines).strip() + "\n"
