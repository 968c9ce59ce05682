"""Look for what a stranger's policy could still do: how time grows with a file, and what random changes bring about.

    python tools/hostile.py [--size 1000000] [--changes 10000] [--pdfs 300] [--seed 1] [--only growth]

Each kind of entry, text and pair is made in two sizes, and judged in a process of its own: its seconds, how they grow
(an exponent of 1 is linear) and its memory are held against the limits. Then examples are changed at random, judged,
and printed: nothing may be raised, and no page may hold anything active.
"""

import argparse
import math
import os
import random
import re
import resource
import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from policyctl import library, resources
from policyctl.errors import PolicyctlError
from policyctl.rendering.formats import FORMATS
from policyctl.rendering.prose.tree import is_allowed_target
from policyctl.validation import validate

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
from tests.hostile.growing import KINDS  # noqa: E402 (the tests know what grows)

TODAY = date(2026, 3, 1)
MOST_SECONDS, MOST_MEMORY, MOST_EXPONENT = 10.0, 600, 1.3
"""Limits for a policy of a megabyte, in seconds of the processor and in MB; a short run tells of no exponent."""

LEAST_SECONDS = 1.0
PIECES = (
    "",
    " ",
    "\n",
    "\n\n",
    "\t",
    ":",
    ": ",
    "- ",
    "  ",
    "#",
    '"',
    "'",
    "|",
    ">",
    "{",
    "}",
    "[",
    "]",
    "&a ",
    "*a",
    "!!a ",
    "%",
    "~",
    "null",
    "yes",
    "-1",
    "0",
    "1e999",
    "9" * 400,
    "£1",
    "24:00",
    "30 Feb 2026",
    "within",
    "by 9",
    "<script>a</script>",
    "[a](javascript:b)",
    "![a](https://a.example/b.png)",
    "\\",
    "`" * 9,
    "**" * 50,
    "::error::a",
    "##[command]a",
    "é" * 300,
    "https://a.example",
    "\u00a0",
    "\u200d",
    "\ufeff",
    "x" * 3000,
    "{{ a }}",
    "{% raw %}",
    "🙂",
)
_CONTROL = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_FETCHED = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_HARMLESS = re.compile(r"\s*(?:https?|mailto|tel):", re.IGNORECASE)

EVERY = 1000
"""Changes after which it is said how far it has come."""


class Active(HTMLParser):
    """Gathers what a page holds that runs, or that is fetched without being asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element, its handlers and its links."""
        if tag in {"script", "iframe", "object", "embed", "base", "form"}:
            self.found.add(f"<{tag}>")
        for name, value in attrs:
            fetched = name in {"src", "srcset", "xlink:href", "poster", "background"} and _FETCHED.match(value or "")
            runs = name in {"href", "action", "formaction"} and _FETCHED.match(value or "")
            if name.startswith("on") or name == "srcdoc":
                self.found.add(name)
            elif (fetched and not (value or "").startswith("data:")) or (runs and not _HARMLESS.match(value or "")):
                self.found.add(f"{name}={value}")


def active(page: str) -> set[str]:
    """What a page of HTML holds that runs or is fetched, and its control characters."""
    reader = Active()
    reader.feed(page)
    return reader.found | {f"control character {ord(each[0]):#x}" for each in _CONTROL.finditer(page)}


class Cost(NamedTuple):
    """What it took to judge a policy: seconds of the processor, MB, and how the process ended."""

    seconds: float
    memory: float
    code: int


def cost_of(work: Callable[[], object], most: float) -> Cost:
    """Do something in a process of its own, which may take so many seconds."""
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(most), math.ceil(most) + 1))
        try:
            work()
        except BaseException:  # noqa: BLE001 (whatever is raised is what this looks for)
            os._exit(1)
        os._exit(0)
    _, status, usage = os.wait4(child, 0)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status))


def growth(size: int) -> Iterator[str]:
    """What takes longer, grows faster or needs more memory than it may."""
    validate(KINDS["many facts"](2000).encode(), "policy.yaml", today=TODAY)  # The rules are read once, before.
    for name, make in KINDS.items():
        costs = []
        for each in (size // 4, size):
            judge = partial(validate, make(each).encode(), "policy.yaml", today=TODAY)
            costs.append(cost_of(judge, 4 * MOST_SECONDS))
        small, large = costs
        exponent = math.log(large.seconds / small.seconds, 4) if small.seconds > 0 else 0.0
        line = f"{name[:40]:<42}{large.seconds:6.1f} s{large.memory:6.0f} MB  exponent {exponent:4.2f}"
        print(line, flush=True)
        if large.code or large.seconds > MOST_SECONDS or large.memory > MOST_MEMORY:
            yield f"{line} is too much"
        elif large.seconds > LEAST_SECONDS and exponent > MOST_EXPONENT:
            yield f"{line} grows too fast"


def changed(text: str, chance: random.Random) -> str:
    """A policy with one to eight changes: something put in or taken out, lines twice or in another place."""
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(text) + 1)
        lines = text.split("\n")
        line = chance.randrange(len(lines))
        match chance.randrange(5):
            case 0:
                text = text[:at] + chance.choice(PIECES) + text[at:]
            case 1:
                text = text[:at] + text[at + chance.randint(1, 40) :]
            case 2:
                key, colon, _ = lines[line].partition(":")
                text = "\n".join([*lines[:line], f"{key}{colon} {chance.choice(PIECES)}", *lines[line + 1 :]])
            case 3:
                text = "\n".join([*lines[:line], lines[line], *lines[line:]])
            case _:
                other = chance.randrange(len(lines))
                text = "\n".join([*lines[:line], lines[other], *lines[line + 1 :]])
    return text


def _forbidden_links(word: bytes) -> list[str]:
    """Where a Word file leads, or what it fetches, though no link may lead there."""
    with ZipFile(BytesIO(word)) as file:
        related = ET.fromstring(file.read("word/_rels/document.xml.rels"))  # noqa: S314 (we have made it)
    outside = (each.get("Target", "") for each in related if each.get("TargetMode") == "External")
    return [target for target in outside if not is_allowed_target(target)]


def changes(rounds: int, formats: tuple[str, ...], seed: int) -> Iterator[str]:
    """What is raised over changed examples, and which page holds anything active."""
    examples = [file.read_text(encoding="utf-8") for file in sorted(resources.examples().glob("*/policy.yaml"))]
    usual = active(library.render(library.load(examples[0].encode()), "handbook", "html").decode())
    printed = 0
    for number in range(rounds):
        if number and number % EVERY == 0:
            print(f"{number} changes, {printed} pages", flush=True)
        chance = random.Random(f"{seed} {formats} {number}")  # noqa: S311 (to be repeated, not to be secret)
        text = changed(chance.choice(examples), chance)
        try:
            policy = validate(text.encode("utf-8", "replace"), "policy.yaml", today=TODAY).policy
            for form in formats if policy else ():
                page = library.render(policy, "handbook", form) if policy else b""
                printed += 1
                if form == "html" and (found := active(page.decode()) - usual):
                    yield f"change {number} of seed {seed}: the page holds {', '.join(sorted(found))}"
                if form == "docx" and (leads := _forbidden_links(page)):
                    yield f"change {number} of seed {seed}: the Word file leads to {leads[0]!r}"
        except PolicyctlError as error:
            print(f"change {number}: {error.message}")
        except Exception as error:  # noqa: BLE001 (whatever is raised is what this looks for)
            yield f"change {number} of seed {seed}, {formats}: {type(error).__name__}: {error}"
    print(f"{rounds} changes, {printed} pages as {', '.join(formats)}", flush=True)


def main() -> int:
    """Look for trouble and tell it; 1 where there is any."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--changes", type=int, default=10_000)
    parser.add_argument("--pdfs", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=("growth", "changes", "pdfs"))
    options = parser.parse_args()
    parts: dict[str, Callable[[], Iterator[str]]] = {
        "changes": lambda: changes(options.changes, tuple(each for each in FORMATS if each != "pdf"), options.seed),
        "pdfs": lambda: changes(options.pdfs, ("pdf",), options.seed),
        "growth": lambda: growth(options.size),
    }
    count = 0
    for trouble in (each for name, part in parts.items() if options.only in (None, name) for each in part()):
        count += 1
        print(f"TROUBLE: {trouble}", flush=True)
    print(f"{count} with trouble")
    return 1 if count else 0


if __name__ == "__main__":
    raise SystemExit(main())
