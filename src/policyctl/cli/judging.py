"""A document in, everything there is to say about it out, the files that it names among it."""

from datetime import date
from typing import NamedTuple

from policyctl.cli.assets import read_asset
from policyctl.cli.finding_files import Document
from policyctl.cli.pictures import media_type
from policyctl.errors import PolicyctlError
from policyctl.findings import Finding, Severity
from policyctl.schema import Policy
from policyctl.validation import Validation, validate
from policyctl.validation.fingerprints import keyed

LOGO = ("brand", "logo")


class Picture(NamedTuple):
    """A picture that was read once: what is in the file, and its media type."""

    data: bytes
    media_type: str


class Judged(NamedTuple):
    """A policy that was checked, and its logo where it has one that can be used."""

    validation: Validation
    logo: Picture | None = None


def judge(document: Document, today: date, before: Policy | None = None) -> Judged:
    """Check a policy, against what it was `before`, and that its logo is there: what validates also prints."""
    validation = validate(document.data, document.name, today=today, before=before)
    name = validation.policy and validation.policy.brand and validation.policy.brand.logo
    if not name:
        return Judged(validation)
    try:
        data = read_asset(document.folder, name)
        return Judged(validation, Picture(data, media_type(data, name)))
    except PolicyctlError as error:
        return Judged(_with(validation, error))


def _with(validation: Validation, error: PolicyctlError) -> Validation:
    span = validation.source.span(LOGO)
    found = Finding(
        "unusable-logo", Severity.ERROR, span, error.message, error.hint, LOGO, validation.source.line(span)
    )
    findings = sorted((*validation.findings, found), key=lambda finding: finding.span.start)
    return validation._replace(findings=keyed(findings, validation.source.data))
