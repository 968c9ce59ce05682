"""A page becomes a PDF by the engine that was chosen, or by one that this machine has."""

from policyctl.rendering import browser, pdf
from policyctl.rendering.job import Job


def finish(page: str, job: Job) -> bytes:
    """Make the PDF; where nobody chose, a browser stands in for a WeasyPrint whose libraries are missing."""
    if job.engine == "browser":
        return browser.finish(page, job)
    try:
        return pdf.finish(page, job)
    except pdf.NoEngineError:
        found = browser.find()
        if job.engine or found.problem:
            raise
        if job.notice:
            job.notice(f"Printed by {found}, since the library Pango is missing; policyctl doctor says how to get it.")
        return browser.finish(page, job)
