"""Some of a page is for a screen alone: its templates say which, a PDF leaves it out, and one script drives it.

The script is the same in every document, so that the security policy of a page can name it by its hash: no other one
runs. It is always that of policyctl, since templates of a user's own are not trusted with one. What it shows it takes
from the page, where a template has written it; no word of a policy is ever part of it.
"""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

_BEGINS, _ENDS, _SCRIPT = "<!--screen-->", "<!--/screen-->", "<!--script-->"


def on_paper(page: str) -> str:
    """The page without what is for a screen alone."""
    first, *others = page.split(_BEGINS)
    return first + "".join(each.partition(_ENDS)[2] for each in others)


def on_screen(page: str, templates: Path) -> tuple[str, str]:
    """The page with its script where its template asks for one, and which scripts its security policy allows."""
    page = page.replace(_BEGINS, "").replace(_ENDS, "")
    if _SCRIPT not in page:
        return page, ""
    script = (templates / "html" / "page.js").read_text(encoding="utf-8")
    digest = b64encode(sha256(script.encode()).digest()).decode()
    return page.replace(_SCRIPT, f"<script>{script}</script>", 1), f"; script-src 'sha256-{digest}'"
