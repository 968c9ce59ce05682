"""Print how each document of the examples is set: how many pages, how full, how small, and what is wrong with them.

    python tools/pages.py [--document handbook] [corner-shop starter ...]

`words` are those of the policy; `foot` is how much of a page is empty at its foot, on average; `small` is the smallest
size in points, `<9 pt` the share of words below nine. Then come the faults: what is outside the page, over other words,
a heading alone at a foot, or a unit cut. --show tells each of them, and which pages are a quarter empty.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.pages import Page, colliding, cut_units, empty_foot, lone_headings, outside, read_pages, units
from tests.printed import EXAMPLES, example, print_policy

from policyctl import resources
from policyctl.schema import Policy, walk

COLUMNS = "{:10} {:28} {:>5} {:>6} {:>10} {:>11} {:>5} {:>6} {:>6} {:>7} {:>5} {:>5} {:>4}"
HEADS = ("document", "policy", "pages", "words", "words/page", "pages/1,000", "foot", "small", "<9 pt")
FAULTS = ("outside", "over", "alone", "cut")


def main() -> None:
    """Print a line for each document of each policy."""
    documents = sorted(path.stem for path in (resources.templates() / "documents").glob("*.j2"))
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("example", nargs="*", help=f"any of starter, {', '.join(EXAMPLES)}")
    options.add_argument("--document", action="append", choices=documents, help="one document alone")
    options.add_argument("--show", action="store_true", help="tell what is wrong")
    wanted = options.parse_args()
    print(COLUMNS.format(*HEADS, *FAULTS))
    for document in wanted.document or documents:
        for name in wanted.example or ["starter", *EXAMPLES]:
            policy = example(name)
            made = print_policy(policy, "pdf", "html", document=document)
            pages = read_pages(made["pdf"])
            faults = (outside(pages), colliding(pages), lone_headings(pages), cut_units(pages, units(made["html"])))
            print(COLUMNS.format(document, name, *_figures(pages, _words(policy)), *map(len, faults)), flush=True)
            if wanted.show:
                _tell(pages, dict(zip(FAULTS, faults, strict=True)))


def _tell(pages: list[Page], faults: dict[str, list[str]]) -> None:
    for page in pages:
        if page.empty_foot > 0.25:
            print(f"  empty: page {page.number}, {page.empty_foot:.0%}")
    for fault, found in faults.items():
        for what in found:
            print(f"  {fault}: {what}")


def _words(policy: Policy) -> int:
    return sum(len(str(getattr(value, "text", value)).split()) for _, value in walk(policy))


def _figures(pages: list[Page], words: int) -> tuple[str, ...]:
    sizes = [piece.size for page in pages for piece in page.texts for _ in piece.text.split()]
    return (
        str(len(pages)),
        f"{words:,}",
        f"{words / len(pages):.0f}",
        f"{1000 * len(pages) / words:.1f}",
        f"{empty_foot(pages):.0%}",
        f"{min(sizes):g} pt",
        f"{sum(size < 9 for size in sizes) / len(sizes):.0%}",
    )


if __name__ == "__main__":
    main()
