"""`policyctl preview`: show the documents in a browser, anew on each save."""

import os
import socket
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Annotated

import typer

from policyctl.cli.options import choose_several, complete_several
from policyctl.cli.paths import STANDARD_INPUT, one_policy
from policyctl.cli.render import available
from policyctl.cli.streams import interactive, print_error, write_out
from policyctl.cli.watching import brand_files, require_packages
from policyctl.errors import PolicyctlError
from policyctl.files import read_file
from policyctl.rendering.documents import DOCUMENTS

if TYPE_CHECKING:
    from policyctl.preview.app import Announcer
    from policyctl.preview.state import Edition, Preview
    from policyctl.preview.watching import Watch
    from policyctl.schema import Policy
    from policyctl.validation import Validation

HOST = "127.0.0.1"
HIGHEST_PORT = 65535
SECONDS_TO_END = 1


def preview(
    path: Annotated[
        str | None, typer.Argument(metavar="PATH", help="The policy; policy.yaml if none.", show_default=False)
    ] = None,
    document: Annotated[
        str | None,
        typer.Option(
            "--document",
            "-d",
            metavar="NAMES",
            help="Which to open first: one, or two with a comma. The others are a click away.",
            show_default="handbook",
            autocompletion=complete_several(lambda: DOCUMENTS),
        ),
    ] = None,
    port: Annotated[
        int | None, typer.Option(metavar="N", help="The port to serve on.", show_default="one that is free")
    ] = None,
    templates: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Templates of your own; any file there comes first.", show_default=False),
    ] = None,
    no_open: Annotated[bool, typer.Option("--no-open", help="Print the address, and open no browser.")] = False,
) -> None:
    """Show the documents in a browser while you write.

    Prints an address of this machine, which nobody else can reach, and opens it. The pages are shown anew whenever the
    policy, its logo and typefaces, or a template of your own is saved, with what validate finds beside them. Click on
    a sentence, and its line is shown. Where the policy has errors, the last good page stays. Ctrl-C ends it.

    \b
    Example:
      policyctl preview
      policyctl preview policy.yaml --document handbook,card
    \b
    Exit codes: 0 ended with Ctrl-C, 2 could not run.
    """  # noqa: D301  The escape keeps the lines of a paragraph as they stand.
    require_packages()
    if templates is not None and not templates.is_dir():
        raise PolicyctlError(f"There is no folder called {templates}.", hint="Name the folder of your templates.")
    first = choose_several(document, available(templates), "--document") if document is not None else ("handbook",)
    if path == STANDARD_INPUT:
        raise PolicyctlError("What is handed in cannot change, so there is nothing to watch.", hint="Name a file.")
    # By its whole way: whoever replaces the folder that we were started in takes it from under our feet.
    policy = Path(one_policy(path)).absolute()
    own = templates.absolute() if templates is not None else None
    read_file(policy)
    with _listening(port) as listener:
        _serve(policy, first, own, listener, to_open=not no_open and interactive(sys.stdout))


@contextmanager
def _listening(port: int | None) -> Iterator[socket.socket]:
    """An open port of this machine alone."""
    if port is not None and not 0 < port <= HIGHEST_PORT:
        raise typer.BadParameter(f"Write a number from 1 to {HIGHEST_PORT}.", param_hint="--port")
    try:
        listener = socket.create_server((HOST, port or 0))
    except OSError as error:
        hint = "Write another number, or leave --port out, and a free one is taken."
        raise PolicyctlError(f"Port {port} cannot be had: another program may use it.", hint=hint) from error
    with listener:
        yield listener


def _serve(
    policy: Path, first: Sequence[str], templates: Path | None, listener: socket.socket, *, to_open: bool
) -> None:
    from policyctl.preview.app import Announcer
    from policyctl.preview.watching import Watch

    shown = _preview(policy, first, templates)
    announcer = Announcer()
    address = f"http://{HOST}:{listener.getsockname()[1]}/"
    with Watch(policy, lambda: _others(policy.parent, shown.edition, templates)) as watch:
        shown.refresh()
        try:
            with _answering(shown, announcer, first, listener, trusted=templates is None):
                write_out(f"The preview is at {address}\nIt is shown anew on each save. Ctrl-C ends it.\n")
                if to_open:
                    _open(address)
                _follow(watch, shown, announcer)
        except KeyboardInterrupt:
            write_out("\nThe preview has ended.\n")


def _follow(watch: "Watch", shown: "Preview", announcer: "Announcer") -> None:
    """Show the policy anew each time that something is saved, without end.

    What has errors is given a moment more: it may be half of what somebody is still writing.
    """
    from policyctl.preview.watching import GRACE

    watch.wait()
    while True:
        edition = shown.prepare()
        if not edition.is_good and watch.wait(GRACE):
            continue
        shown.publish(edition)
        announcer.announce(edition.number)
        watch.wait()


def _preview(file: Path, first: Sequence[str], templates: Path | None) -> "Preview":
    from policyctl.library import render, validate
    from policyctl.preview.state import Good, Preview

    def read() -> "Validation":
        if not os.path.lexists(file):
            raise PolicyctlError(f"{file} is gone.", hint="It is shown again as soon as it is back.")
        with _unforeseen_told(file):
            return validate(file)

    def print_document(good: Good, document: str) -> bytes:
        found = good.validation
        with _unforeseen_told(file):
            return render(good.policy, document, brand=found.brand, templates=templates, findings=found.findings)

    def documents(policy: "Policy") -> tuple[str, ...]:
        names = available(templates)
        return tuple(each for each in names if each not in DOCUMENTS or not DOCUMENTS[each].missing(policy))

    return Preview(read, print_document, documents, first)


@contextmanager
def _unforeseen_told(file: Path) -> Iterator[None]:
    """Tell what nobody foresaw as any other trouble, so that the preview goes on."""
    from policyctl.cli.crash import write_crash_report

    try:
        yield
    except PolicyctlError:
        raise
    except Exception as error:
        report = write_crash_report(error, about=str(file))
        print_error(report)
        raise report from error


def _others(folder: Path, edition: "Edition", templates: Path | None) -> Iterator[Path]:
    """The files beside the policy that its pages are made from: those of its brand, and somebody's own templates."""
    now = edition.now.policy if edition.now else None
    if policy := now or (edition.good.policy if edition.good else None):
        yield from brand_files(folder, policy)
    if templates is not None:
        yield templates


@contextmanager
def _answering(
    shown: "Preview", announcer: "Announcer", first: Sequence[str], listener: socket.socket, *, trusted: bool
) -> Iterator[None]:
    """Answer browsers from another thread, so that this one can be interrupted at any moment."""
    from uvicorn import Config, Server

    from policyctl.preview.app import make_app
    from policyctl.preview.shell import shell
    from policyctl.rendering.pdf import stop_workers
    from policyctl.resources import templates

    port = listener.getsockname()[1]
    app = make_app(shown, announcer, lambda language: shell(templates(), language, first), port, trusted=trusted)
    server = Server(
        Config(
            app, http="h11", ws="none", loop="asyncio", lifespan="off", log_config=None, access_log=False,
            server_header=False, proxy_headers=False, timeout_graceful_shutdown=SECONDS_TO_END,
        )
    )  # fmt: skip
    thread = Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        announcer.end()
        server.should_exit = True
        stop_workers()
        thread.join(2 * SECONDS_TO_END)


def _open(address: str) -> None:
    """Open a browser with a window; where there is no screen, the address stands on the terminal."""
    if sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")):
        import webbrowser

        webbrowser.open(address)
