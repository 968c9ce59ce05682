"""Print policies with random mistakes and hostile texts, and report every document that is not whole.

    python tools/fuzz.py [--rounds 500] [--seed 1]

Each round takes an example or one of the untidy texts, changes a few of its values, and prints what can still be
read as Markdown, HTML and Word: the first two must be made of the same headings, tables, items and links, and Word of
the same headings and links.
"""

import argparse
import copy
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from policyctl import resources
from policyctl.schema import read
from policyctl.source import read as read_source

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
from tests.printed import print_policy, structure  # noqa: E402 (the tests know what a reader sees)

HOSTILE = (
    "a | b", "**x", "# h", "<b>b</b>", "1. x", "- a\n- b", "> q", "[x](https://a.example) y", "`c` d", "_a_ *b*",
    "line\n\nparagraph", "Ünïcödé €", "&lt;", "$x$", "~~s~~", "!", "\\", "https://a.example/" + "x" * 80, "word" * 30,
)  # fmt: skip


def values(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every place of a policy where something stands: its container and its key."""
    places = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, inner in list(places):
        yield data, key
        yield from values(inner)


def changed(data: Any, chance: random.Random) -> Any:
    """A copy with one to six values dropped or replaced."""
    data = copy.deepcopy(data)
    for _ in range(chance.randint(1, 6)):
        container, key = chance.choice(list(values(data)))
        if chance.random() < 0.4:
            del container[key]
        elif isinstance(container[key], str):
            container[key] = chance.choice(HOSTILE)
    return data


def problem_of(data: Any) -> str | None:
    """What is wrong with the documents of a policy; nothing where it is no policy any more."""
    policy = read(data).policy
    if not policy:
        return None
    try:
        pages = print_policy(policy, "markdown", "html", "docx")
    except Exception as error:  # noqa: BLE001 (whatever is raised is what this looks for)
        return f"{type(error).__name__}: {error}"
    markdown, html, word = (structure(form, page) for form, page in pages.items())
    if (word.headings, word.links) != (html.headings, html.links):
        return "Word and HTML differ"
    return None if markdown == html else "Markdown and HTML differ"


def main() -> int:
    """Run the rounds and say what went wrong; 1 where anything did."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    files = [*resources.examples().glob("*/policy.yaml"), *(ROOT / "tests/cases/untidy").glob("*.yaml")]
    policies = [read_source(file.read_bytes(), file.name).data for file in sorted(files)]
    bad = 0
    for number in range(options.rounds):
        chance = random.Random(f"{options.seed} {number}")  # noqa: S311 (to be repeated, not to be secret)
        found = problem_of(changed(chance.choice(policies), chance))
        if found:
            bad += 1
            print(f"round {number} of seed {options.seed}: {found}")
    print(f"{options.rounds} rounds, {bad} with problems")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
