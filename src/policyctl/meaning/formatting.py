"""Word the names, figures and lists of a policy as messages and hints show them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from policyctl.findings import Issue
from policyctl.lexicon import table
from policyctl.meaning.references import FEW
from policyctl.schema.grammar.limits import Bound
from policyctl.schema.quantities import Duration, Money

_ISSUES = 5
"""Issues of one kind that are shown one by one; after so many, people stop reading any."""


def joined(words: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    return f" {last} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def first_few(words: Sequence[str], few: int = FEW) -> list[str]:
    """The first of many words, and how many more there are."""
    return [*words[:few], f"{len(words) - few} more"] if len(words) > few else [*words]


def called(name: str | None, otherwise: str = "This") -> str:
    """A name in quotation marks, or what to call a thing that has none."""
    return f"“{name}”" if name else otherwise


def quoted(names: Sequence[str], last: str = "and", few: int = FEW) -> str:
    """Names in quotation marks, the first few of many."""
    return joined(first_few([f"“{name}”" for name in names], few), last)


def fields(keys: Iterable[str]) -> str:
    """What to write before a colon, as a hint names it: `within` and `after`."""
    return joined([f"`{key}`" for key in keys])


def written(length: Duration, language: str) -> str:
    """A length of time as its author would write it: `4 business hours`, `4 Geschäftsstunden`."""
    known = table("suggestions.lengths", language)
    number = str(length).split()[0]
    one, many = known.get(f"{length.clock} {length.unit}", ("", ""))
    return f"{number} {one if number == '1' else many}" if one else str(length)


def amount(money: Money) -> str:
    """An amount as its author writes amounts: `£20`, `20 €`."""
    text = " ".join(money.text.split())
    return text if text[:1].isdigit() and not text[-1:].isdigit() else str(money)


def figure(bound: Bound) -> str:
    """A limit as its author wrote it."""
    return " ".join((bound.text or str(bound)).split())


def limit_issues(issues: Iterable[Issue], rest: str) -> Iterator[Issue]:
    """The first few issues, which should be the gravest; `rest` says how many more there are, as `{} more texts …`."""
    found = iter(issues)
    shown = list(islice(found, _ISSUES))
    more = sum(1 for _ in found)
    yield from shown[:-1]
    if shown:
        last = shown[-1]
        yield last._replace(hint=f"{last.hint} {rest.format(more)}") if more else last
