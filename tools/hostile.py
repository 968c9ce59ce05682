"""Look for what a stranger's policy could still do: how time grows with a file, and what random changes bring about.

    python tools/hostile.py [--size 1000000] [--changes 10000] [--pdfs 300] [--seed 1] [--only growth] [--kinds "many "]

Examples are changed at random, judged and printed: nothing may be raised, and no page may hold anything active. Then
each kind of entry, text and pair is made as large as anything is read, and a quarter of that, and judged to its end in
a process of its own: its seconds, how they grow (an exponent of 1 is linear) and its memory are held against limits.
"""

import argparse
import gc
import math
import os
import random
import re
import resource
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import cache, partial
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from policyctl import library, resources
from policyctl.__main__ import OBJECTS_BETWEEN_COLLECTIONS
from policyctl.errors import PolicyctlError
from policyctl.rendering.documents import DOCUMENTS
from policyctl.rendering.formats import FORMATS
from policyctl.rendering.prose.tree import is_allowed_target
from policyctl.validation import validate

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
from tests.hostile.growing import KINDS, largest  # noqa: E402 (the tests know what grows)

TODAY = date(2026, 3, 1)
MOST_SECONDS, MOST_MEMORY, MOST_EXPONENT = 10.0, 600, 1.3
"""Limits for a policy of a megabyte, in seconds of the processor and in MB; the exponent is that of the seconds."""

LEAST_SECONDS = 1.0
"""Seconds of the processor below which no exponent is told."""

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

AT_A_TIME = 10
"""Changes that a process gets at once."""


class Active(HTMLParser):
    """Gathers what a page holds that runs, or that is fetched without being asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self._in_script = False

    def handle_endtag(self, tag: str) -> None:
        """Know where a script ends."""
        self._in_script = self._in_script and tag != "script"

    def handle_data(self, data: str) -> None:
        """A script is told by what it does: ours is on every page, and no other may be."""
        if self._in_script:
            self.found.add(f"<script>{data}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element, its handlers and its links."""
        self._in_script = tag == "script"
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
    """Do something in a process of its own, which may take so many seconds and counts its objects as ours does."""
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(most), math.ceil(most) + 1))
        try:
            gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
            work()
        except BaseException:  # noqa: BLE001 (whatever is raised is what this looks for)
            os._exit(1)
        os._exit(0)
    _, status, usage = os.wait4(child, 0)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status))


class Grown(NamedTuple):
    """What came of judging one kind of entry: a line to print, and what is wrong with it."""

    line: str
    trouble: str


def grown(name: str, size: int) -> Grown:
    """Judge one kind as large as it is read, and a quarter of that: what takes or grows more than it may."""
    validate(KINDS["many facts"](2000).encode(), "policy.yaml", today=TODAY)  # The rules are read once, before.
    text = largest(KINDS[name], size)
    small, large = (_cost_of_judging(each) for each in (KINDS[name](len(text) // 4), text))
    exponent = math.log(large.seconds / small.seconds, 4) if small.seconds > 0 else 0.0
    figures = f"{len(text) / 1000:7.0f} kB{large.seconds:6.1f} s{large.memory:6.0f} MB  exponent {exponent:4.2f}"
    line = f"{name[:40].encode('unicode_escape').decode():<42}{figures}"
    if large.code or large.seconds > MOST_SECONDS or large.memory > MOST_MEMORY:
        return Grown(line, f"{line} is too much")
    fast = large.seconds > LEAST_SECONDS and exponent > MOST_EXPONENT
    return Grown(line, f"{line} grows too fast" if fast else "")


def _cost_of_judging(text: str) -> Cost:
    """What it takes; whatever takes too long does it once more, since other programs may have been in its way."""
    judge = partial(validate, text.encode(), "policy.yaml", today=TODAY, seconds=math.inf)
    cost = cost_of(judge, 4 * MOST_SECONDS)
    return min(cost, cost_of(judge, 4 * MOST_SECONDS)) if cost.seconds > MOST_SECONDS and not cost.code else cost


def growth(size: int, kinds: str) -> Iterator[str]:
    """What takes longer, grows faster or needs more memory than it may, of the kinds with these words in their name."""
    with ProcessPoolExecutor() as pool:
        for each in pool.map(partial(grown, size=size), [name for name in KINDS if kinds in name]):
            print(each.line, flush=True)
            if each.trouble:
                yield each.trouble


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


class Change(NamedTuple):
    """What came of one changed example: files printed, the sentence of a refusal, and what should not have been."""

    pages: int = 0
    refused: str = ""
    trouble: str = ""


@cache
def _examples() -> tuple[str, ...]:
    return tuple(file.read_text(encoding="utf-8") for file in sorted(resources.examples().glob("*/policy.yaml")))


@cache
def _usual(document: str) -> set[str]:
    """What runs on a page as we make it."""
    policies = (library.load(each.encode()) for each in _examples())
    policy = next(each for each in policies if not DOCUMENTS[document].missing(each))
    return active(library.render(policy, document, "html").decode())


def _wrong_with(page: bytes, form: str, document: str) -> str:
    """What a page holds that nobody may bring into it."""
    match form:
        case "html":
            return ", ".join(sorted(active(page.decode()) - _usual(document)))
        case "markdown":
            return ", ".join(f"control character {ord(each):#x}" for each in _CONTROL.findall(page.decode()))
        case "docx":
            return ", ".join(f"a link to {target!r}" for target in _forbidden_links(page))
        case _:
            return ""


def change(number: int, formats: tuple[str, ...], seed: int) -> Change:
    """Change an example at random, judge it and print it; the same number and seed bring about the same.

    Every other time that is its handbook, otherwise any document for which it has what is needed.
    """
    chance = random.Random(f"{seed} {formats} {number}")  # noqa: S311 (to be repeated, not to be secret)
    example = chance.choice(_examples())
    text = changed(example, chance)
    pages = 0
    try:
        judged = validate(text.encode("utf-8", "replace"), "policy.yaml", today=TODAY)
        policy = judged.policy
        if policy is None:
            return Change()
        others = [name for name, document in DOCUMENTS.items() if not document.missing(policy)]
        document = chance.choice(["handbook", chance.choice(others)])
        told = partial(library.render, today=TODAY, before=library.load(example.encode()), findings=judged.findings)
        for form in formats:
            page = told(policy, document, form)
            pages += 1
            if wrong := _wrong_with(page, form, document):
                return Change(pages, trouble=f"the {document} as {form} holds {wrong}")
    except PolicyctlError as error:
        return Change(pages, refused=error.message)
    except Exception as error:  # noqa: BLE001 (whatever is raised is what this looks for)
        return Change(pages, trouble=f"{type(error).__name__}: {error}")
    return Change(pages)


def changes(rounds: int, formats: tuple[str, ...], seed: int) -> Iterator[str]:
    """What is raised over changed examples, and which page holds anything active."""
    printed = 0
    with ProcessPoolExecutor() as pool:
        each_change = pool.map(partial(change, formats=formats, seed=seed), range(rounds), chunksize=AT_A_TIME)
        for number, each in enumerate(each_change):
            printed += each.pages
            if number and number % EVERY == 0:
                print(f"{number} changes, {printed} pages", flush=True)
            if each.refused:
                print(f"change {number}: {each.refused}", flush=True)
            if each.trouble:
                yield f"change {number} of seed {seed}, {formats}: {each.trouble}"
    print(f"{rounds} changes, {printed} pages as {', '.join(formats)}", flush=True)


def main() -> int:
    """Look for trouble and tell it; 1 where there is any."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--changes", type=int, default=10_000)
    parser.add_argument("--pdfs", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", default="", help="judge only the kinds with these words in their name")
    parser.add_argument("--only", choices=("growth", "changes", "pdfs"))
    options = parser.parse_args()
    parts: dict[str, Callable[[], Iterator[str]]] = {
        "changes": lambda: changes(options.changes, tuple(each for each in FORMATS if each != "pdf"), options.seed),
        "pdfs": lambda: changes(options.pdfs, ("pdf",), options.seed),
        "growth": lambda: growth(options.size, options.kinds),
    }
    count = 0
    for trouble in (each for name, part in parts.items() if options.only in (None, name) for each in part()):
        count += 1
        print(f"TROUBLE: {trouble}", flush=True)
    print(f"{count} with trouble")
    return 1 if count else 0


if __name__ == "__main__":
    raise SystemExit(main())
