"""A preview as a process of its own, and a browser that only fetches."""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

PATIENCE = 60
SMALL = """\
policyctl: 1
policy: {title: How we help, organisation: Corner Shop, language: en-GB, owner: Rosa}
roles: {Rosa: Owner}
standards:
  Serve at the till: within 3 minutes
always:
  - We say sorry first.
"""


class Answer(NamedTuple):
    code: int
    headers: Mapping[str, str]
    text: str


class Served:
    """A running preview: what it answers, what it tells, and how it ends."""

    def __init__(self, process: "subprocess.Popen[str]", folder: Path, port: int) -> None:
        self.process, self.folder, self.port = process, folder, port
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self._told: http.client.HTTPResponse | None = None
        self._rest = b""

    def close(self) -> None:
        """Leave, as a browser does whose window is closed."""
        if self._told is not None:
            self._told.close()
        self._connection.close()

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        found = Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read().decode())
        connection.close()
        return found

    def state(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.ask("/state").text)
        return found

    def page(self, name: str = "handbook") -> str:
        return self.ask(f"/document/{name}").text

    def listen(self) -> str:
        """The next event, as a browser is told of it."""
        if self._told is None:
            self._connection.request("GET", "/events")
            self._told = self._connection.getresponse()
        while b"\n\n" not in self._rest:
            more = self._told.read1(4096)
            assert more, "The stream of events has ended."
            self._rest += more
        event, _, self._rest = self._rest.partition(b"\n\n")
        return event.decode()

    def wait(self, for_what: Callable[[], object]) -> None:
        """Listen until it is so: one save may be told in two steps on a machine that is busy."""
        end = time.monotonic() + PATIENCE
        while not for_what():
            assert time.monotonic() < end, self.state()
            self.listen()

    def until(self, words: str, name: str = "handbook") -> str:
        """The page once it holds these words."""
        self.wait(lambda: words in self.page(name))
        return self.page(name)

    def rules(self) -> list[str]:
        return [finding["rule"] for finding in self.state()["findings"]]

    def end(self, number: signal.Signals) -> tuple[int, str, str]:
        self.process.send_signal(number)
        out, err = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, out, err


@contextmanager
def preview(folder: Path, *options: str) -> Iterator[Served]:
    """The program in a folder with a policy, once it answers."""
    command = [sys.executable, "-m", "policyctl", "preview", *options]
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "DISPLAY": ""},
    )
    try:
        assert process.stdout
        line = process.stdout.readline()
        found = re.fullmatch(r"The preview is at http://127\.0\.0\.1:(\d+)/\n", line)
        assert found, line + process.communicate()[1]
        assert process.stdout.readline() == "It is shown anew on each save. Ctrl-C ends it.\n"
        with closing(Served(process, folder, int(found[1]))) as served:
            yield served
    finally:
        process.kill()
        process.communicate()


def save_by_renaming(path: Path, text: str) -> None:
    fresh = path.with_name(".fresh")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)
