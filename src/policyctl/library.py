"""Load, validate and render policies: what `import policyctl` offers, and what the commands call."""

from base64 import b64encode
from collections.abc import Callable
from datetime import date
from functools import partial
from os import PathLike
from pathlib import Path

from policyctl import validation
from policyctl.errors import PolicyctlError
from policyctl.files import read_asset, read_file
from policyctl.findings import Finding
from policyctl.schema import Policy
from policyctl.validation import Validation
from policyctl.validation.brand import BrandFiles
from policyctl.validation.fonts import Font
from policyctl.validation.pictures import Picture

PathOrBytes = str | PathLike[str] | bytes
"""A policy as its author wrote it: the path of its file, or the bytes of its text."""


def load(policy: PathOrBytes, *, name: str = "policy.yaml") -> Policy:
    """Read a policy without judging what it says.

    `name` is what errors call it where bytes are given. Raises PolicyctlError where it cannot be opened or read whole,
    with what is said first about it.
    """
    data, name = _read(policy, name)
    reading = validation.read(data, name)
    if reading.policy is None:
        first = reading.errors[0]
        message = f"{name} cannot be read as a policy. Line {first.span.start.line}: {first.message}"
        raise PolicyctlError(message, hint=first.hint)
    return reading.policy


def validate(
    policy: PathOrBytes, *, name: str = "policy.yaml", today: date | None = None, before: Policy | None = None
) -> Validation:
    """Read a policy and find everything there is to say about it; what is wrong with it raises nothing.

    `name` is what findings call it where bytes are given; files that the policy names are looked for beside it.
    `today` is the day that overdue is measured against, and `before` the policy that this one is to replace. Raises
    PolicyctlError where a file cannot be opened.
    """
    data, name = _read(policy, name)
    assets = partial(read_asset, Path(name).parent)
    day = today or date.today()  # noqa: DTZ011  The day where the user is.
    return validation.validate(data, name, today=day, before=before, assets=assets)


def render(  # noqa: PLR0913  What a document is made from, each by its name.
    policy: Policy,
    document: str = "handbook",
    format: str = "html",  # noqa: A002  The word for it.
    *,
    brand: BrandFiles | None = None,
    templates: Path | None = None,
    progress: Callable[[str], None] | None = None,
    seconds: float = 120,
    engine: str | None = None,
    notice: Callable[[str], None] | None = None,
    today: date | None = None,
    before: Policy | None = None,
    findings: tuple[Finding, ...] = (),
) -> bytes:
    """Print a document of a policy as `markdown`, `html`, `pdf` or `docx` (Word, which needs python-docx).

    `brand` holds the files that `validate` found; without it the document has no logo and no typeface of its own.
    `templates` is a folder whose templates come before those of policyctl. `progress` is told in words how far a PDF
    has come, and `seconds` is how long it may take. `engine` makes it: `weasyprint`, `browser` (Chromium, Chrome, Edge
    or Brave), or without a word the first whose libraries are there, and `notice` is told in a sentence where that is
    a browser. `today`, `before` (the policy that this one replaces) and `findings` are for a review and a briefing.
    Raises PolicyctlError where a template or the PDF engine fails, or what a format needs is not there.
    """
    from policyctl import resources  # noqa: PLC0415  Checking a policy pays for nothing that only printing needs.
    from policyctl.rendering import formats  # noqa: PLC0415
    from policyctl.rendering.language import Language  # noqa: PLC0415
    from policyctl.rendering.view import Context, FontFace, Logo, Looks, view  # noqa: PLC0415

    files = brand or BrandFiles()
    looks = Looks(
        logo=Logo(_url(files.logo), policy.policy.organisation, _url(files.logo_dark)) if files.logo else None,
        heading_faces=tuple(FontFace(_url(font), *font[2:]) for font in files.heading_font),
        text_faces=tuple(FontFace(_url(font), *font[2:]) for font in files.text_font),
    )
    shown = view(policy, kind=document, looks=looks, context=Context(today, before, findings))
    printed = formats.render(
        document,
        shown,
        [format],
        templates=resources.templates(),
        catalogue=Language(shown.language).translations,
        override=templates,
        progress=progress,
        seconds=seconds,
        engine=engine,
        notice=notice,
        apart=templates is not None,
    )
    return printed[format]


def _url(file: Picture | Font | None) -> str:
    """A file as an address that holds all of it; empty without one."""
    return f"data:{file.media_type};base64,{b64encode(file.data).decode()}" if file else ""


def _read(policy: PathOrBytes, name: str) -> tuple[bytes, str]:
    """The bytes of a policy, and the name that it goes by."""
    return (policy, name) if isinstance(policy, bytes) else (read_file(Path(policy)), str(policy))
