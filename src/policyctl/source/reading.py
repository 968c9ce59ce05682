"""The bytes of a policy in; a Source with everything that is wrong with its YAML, out; nothing is ever raised."""

from collections import Counter
from collections.abc import Iterable, Iterator

from policyctl.findings import Finding
from policyctl.source.builder import Tree, build
from policyctl.source.characters import clean
from policyctl.source.commas import joining
from policyctl.source.comments import uncommented
from policyctl.source.decoding import decode, legible
from policyctl.source.document import Source
from policyctl.source.ignoring import MARK, ignores
from policyctl.source.lines import Lines
from policyctl.source.remarks import Remark
from policyctl.source.silence import losses

MOST_OF_ONE_RULE = 200


def read(data: bytes, file: str) -> Source:
    """Read a policy; `file` is the name that its findings bear."""
    text = decode(data)
    if isinstance(text, Remark):
        return _unread(legible(data), file, text)
    cleaned, hidden = clean(text)
    lines, tree, mistakes = _read_on(Lines(tuple(text.split("\n")), tuple(cleaned.split("\n"))), file)
    lost = [lines.finding(file, remark) for remark in _few(losses(tree, lines.read))]
    if (meant := [*joining(tree, lines.read), *uncommented(tree, lines.read)]) and tree.stop is None:
        lines = lines.edited(meant)
        tree = build(lines.text)
    remarks = [*hidden, *_few(tree.remarks), *_nothing(tree, mistakes, text)]
    findings = {*mistakes, *lost, *(lines.finding(file, remark) for remark in remarks)}
    noted = tuple(ignores(tree, lines.read)) if MARK in text else ()
    return Source(file, text, tree.data, tuple(sorted(findings, key=_order)), lines, tree.root, noted)


def _read_on(lines: Lines, file: str) -> tuple[Lines, Tree, tuple[Finding, ...]]:
    """The text as it could be read in the end, what it holds, and the mistakes in its YAML."""
    tree = build(lines.text)
    if not tree.stop:
        return lines, tree, ()
    from policyctl.source.mending import read_on  # noqa: PLC0415  Most files have no such mistake and start sooner.

    reading = read_on(lines, tree, file)
    return reading.lines, reading.tree, reading.mistakes


def _unread(text: str, file: str, remark: Remark) -> Source:
    lines = Lines(tuple(text.split("\n")), tuple(text.split("\n")))
    return Source(file, text, None, (lines.finding(file, remark),), lines, None)


def _nothing(tree: Tree, mistakes: tuple[Finding, ...], text: str) -> list[Remark]:
    if tree.root is not None or tree.remarks or mistakes:
        return []
    notes = "This file holds only notes: lines that begin with `#` are not read."
    hint = "Let `policyctl init` write a first policy, and go on from there."
    return [Remark("yaml-empty", (0, 0), (0, 0), notes if "#" in text else "This file is empty.", hint)]


def _few(remarks: Iterable[Remark]) -> Iterator[Remark]:
    """No more of one rule than anybody reads; a hostile file has a hundred thousand."""
    told: Counter[str] = Counter()
    for remark in remarks:
        told[remark.rule] += 1
        if told[remark.rule] <= MOST_OF_ONE_RULE:
            yield remark


def _order(finding: Finding) -> tuple[object, ...]:
    return (finding.span, finding.severity.rank, finding.rule, finding.message)
