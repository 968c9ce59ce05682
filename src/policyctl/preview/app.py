"""Answer a browser: which addresses there are, what each gives, and who is refused.

Nothing here opens a file: what is served was printed or said by policyctl, and any other address is not there. A page
of somebody else's, opened in the same browser, is refused by the name that it asks for and by where it comes from.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import suppress
from types import MappingProxyType

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from policyctl.errors import PolicyctlError
from policyctl.preview.places import Click
from policyctl.preview.shell import Shell
from policyctl.preview.state import Preview, Teller, language_of

HEADERS: Mapping[str, str] = MappingProxyType({
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
})  # fmt: skip
"""What every answer says: keep nothing, tell nobody, and take nothing for what it is not."""

DOCUMENT_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'self'"
)
"""A page is as it would be printed. No script of it runs but one that policyctl itself has put into it."""

_SCRIPTS = re.compile(rb"script-src (?:'sha256-[A-Za-z0-9+/=]{1,100}' ?)+")

LONGEST = 2000
"""Signs of a text that are looked up."""

KEEP_ALIVE = 15.0
"""Seconds after which a browser that has gone is noticed."""


def _event(name: str, data: str = "") -> str:
    return f"event: {name}\ndata: {data}\n\n"


END = _event("end")


class Announcer:
    """Tells every browser that is listening, from whichever thread."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[str]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ended = False

    def announce(self, edition: int) -> None:
        """Tell all who listen now that there is another edition."""
        self._tell(_event("edition", str(edition)))

    def end(self) -> None:
        """Tell all who listen, now and later, that there will be no other edition."""
        self._ended = True
        self._tell(END)

    async def listen(self, first: str) -> AsyncIterator[str]:
        """The events from now on, until the end is told; `first` is the data of the first one."""
        self._loop = asyncio.get_running_loop()
        queue: asyncio.Queue[str] = asyncio.Queue()
        self._listeners.add(queue)
        try:
            event = _event("edition", first)
            while event != END:
                yield event
                try:
                    event = END if self._ended else await asyncio.wait_for(queue.get(), KEEP_ALIVE)
                except TimeoutError:
                    event = ": still here\n\n"
            yield END
        finally:
            self._listeners.discard(queue)

    def _tell(self, event: str) -> None:
        if self._loop is not None:
            with suppress(RuntimeError):  # The server has ended, and nobody listens any more.
                self._loop.call_soon_threadsafe(self._put, event)

    def _put(self, event: str) -> None:
        for queue in self._listeners:
            queue.put_nowait(event)


def make_app(
    preview: Preview, announcer: Announcer, page: Callable[[str], Shell], port: int, *, trusted: bool
) -> ASGIApp:
    """The application that answers at a port of this machine; `page` gives the page around the documents.

    Where the templates are `trusted`, since all are policyctl's own, a document may run the script that it comes with.
    """

    def index(_: Request) -> Response:
        made = page(language_of(preview.edition))
        return HTMLResponse(made.page, headers={"Content-Security-Policy": made.policy})

    def document(request: Request) -> Response:
        found = preview.page(request.path_params["name"])
        if found is None:
            raise HTTPException(404)
        if isinstance(found, PolicyctlError):
            return PlainTextResponse(f"{found.message}\n{found.hint or ''}".strip() + "\n", 503)
        script = _SCRIPTS.search(found.data, 0, 2000) if trusted else None
        allowed = f"{DOCUMENT_POLICY}; {script[0].decode()}" if script else DOCUMENT_POLICY
        return HTMLResponse(found.data, headers={"Content-Security-Policy": allowed})

    def state(_: Request) -> Response:
        edition = preview.edition
        timing = ", ".join(f"{what};dur={seconds * 1000:.0f}" for what, seconds in edition.seconds.items())
        return JSONResponse(Teller(edition).state(), headers={"Server-Timing": timing} if timing else None)

    def line(request: Request) -> Response:
        asked = request.query_params
        at = asked.get("at", "0")
        near = tuple(asked.get("near", "")[:LONGEST].split("\n")[:4])
        text = asked.get("text", "")[:LONGEST]
        number = min(int(at), LONGEST) if at.isascii() and at.isdigit() and len(at) < 6 else 0
        click = Click(text, number, asked.get("anchor", "")[:LONGEST], near)
        return JSONResponse(Teller(preview.edition).line(click))

    async def events(request: Request) -> Response:
        if request.method == "HEAD":
            return Response(media_type="text/event-stream")
        first = str(preview.edition.number)
        return StreamingResponse(announcer.listen(first), media_type="text/event-stream")

    routes = [
        Route("/", index),
        Route("/document/{name}", document),
        Route("/state", state),
        Route("/line", line),
        Route("/events", events),
    ]
    app = Starlette(routes=routes)
    app.router.redirect_slashes = False
    return Guard(app, port)


class Guard:
    """Lets nobody in but whoever asks this machine by its own name and port, from a page of ours or from none.

    A page elsewhere may lead a name of its own to this machine; its name is in the request. It may also ask directly;
    then the browser says where the page is from.
    """

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        names = ("127.0.0.1", "localhost")
        self._hosts = frozenset(f"{name}:{port}" for name in names) | (frozenset(names) if port == 80 else frozenset())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                extra = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
                message = {**message, "headers": [*message["headers"], *extra]}
            await send(message)

        refused = self._refuse(scope["method"], Headers(scope=scope))
        await (refused or self._app)(scope, receive, send_with_headers)

    def _refuse(self, method: str, headers: Headers) -> Response | None:
        if len(headers.getlist("host")) != 1 or headers["host"].lower() not in self._hosts:
            return PlainTextResponse("This preview is at 127.0.0.1 alone.\n", 421)
        origins = {f"http://{host}" for host in self._hosts}
        if any(origin.lower() not in origins for origin in headers.getlist("origin")):
            return PlainTextResponse("Another page may not ask for this.\n", 403)
        is_visit = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
        if headers.get("sec-fetch-site", "none") not in ("none", "same-origin") and not is_visit:
            return PlainTextResponse("Another page may not ask for this.\n", 403)
        if method not in ("GET", "HEAD"):
            return PlainTextResponse("Nothing can be changed here.\n", 405, {"Allow": "GET, HEAD"})
        return None
