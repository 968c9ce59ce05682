"""What a version is called in, figures that can be compared out."""

from policyctl.rules.patterns import pattern

_VERSION = r"(?:version|fassung|v)?[.:]? ?(?P<figures>[0-9]{1,9}(?:\.[0-9]{1,9}){0,9})"

Version = tuple[int, ...]


def version(name: str) -> Version | None:
    """`1.2` of `Version 1.2`; `2` and `2.0` are one, and a name without figures is none."""
    found = pattern(_VERSION).fullmatch(" ".join(name.split()))
    figures = [int(each) for each in found["figures"].split(".")] if found else []
    while len(figures) > 1 and not figures[-1]:
        figures.pop()
    return tuple(figures) or None
