"""The page that the templates wrote in, one HTML file with its style sheet and its fonts inside out."""

from policyctl.errors import PolicyctlError
from policyctl.rendering import fonts
from policyctl.rendering.environment import fill, stylesheets
from policyctl.rendering.job import Job

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
_META = f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
_HEAD, _HEAD_ENDS = "<head>", "</head>"


def finish(page: str, job: Job) -> bytes:
    """The page for a browser: it needs nothing but itself, and a browser is told to fetch nothing."""
    style = stylesheet(job)
    return with_style(page.replace(_HEAD, f"{_HEAD}\n{_META}", 1), fonts.for_screen(job.templates, style, page) + style)


def stylesheet(job: Job) -> str:
    """The style sheet in the colours, the fonts and on the paper of the view."""
    view = job.view
    sheet = fill(stylesheets(job.folders), "style.css", document=view, colours=view.colours, paper=view.paper)
    if "</" in sheet:
        raise PolicyctlError("The style sheet html/style.css holds “</”, which would end it.", hint="Leave it out.")
    return sheet


def with_style(page: str, style: str) -> bytes:
    """The page with this style sheet at the end of its head."""
    if _HEAD not in page or _HEAD_ENDS not in page:
        raise PolicyctlError("The HTML template writes no <head>.", hint="Begin it with <html><head>…</head>.")
    head, body = page.split(_HEAD_ENDS, 1)
    return f"{head.lstrip()}<style>\n{style.strip()}\n</style>\n{_HEAD_ENDS}{body.rstrip()}\n".encode()
