"""The bytes of a policy in; a Source with everything that is wrong with its YAML, out; nothing is ever raised."""

from collections import Counter
from collections.abc import Iterator

from policyctl.findings import Finding
from policyctl.source.builder import Tree
from policyctl.source.characters import clean
from policyctl.source.decoding import decode, legible
from policyctl.source.document import Source
from policyctl.source.lines import Lines
from policyctl.source.mending import read_on
from policyctl.source.remarks import Remark
from policyctl.source.silence import losses

MOST_OF_ONE_RULE = 200


def read(data: bytes, file: str) -> Source:
    """Read a policy; `file` is the name that its findings bear."""
    text = decode(data)
    if isinstance(text, Remark):
        return _unread(legible(data), file, text)
    cleaned, hidden = clean(text)
    reading = read_on(Lines(tuple(text.split("\n")), tuple(cleaned.split("\n"))), file)
    lines, tree = reading.lines, reading.tree
    lost = tuple(losses(tree, lines.read))
    remarks = [*hidden, *_without_halves(tree.remarks, lost), *lost, *_nothing(tree, reading.mistakes)]
    findings = {*reading.mistakes, *(lines.finding(file, remark) for remark in _few(remarks))}
    return Source(file, text, tree.data, tuple(sorted(findings, key=_order)), lines, tree.root)


def _unread(text: str, file: str, remark: Remark) -> Source:
    lines = Lines(tuple(text.split("\n")), tuple(text.split("\n")))
    return Source(file, text, None, (lines.finding(file, remark),), lines, None)


def _without_halves(refused: list[Remark], lost: tuple[Remark, ...]) -> Iterator[Remark]:
    """What was refused, without keys given twice only because commas cut amounts alike: `{a: £1,000, b: £2,000}`."""
    cuts = [cut for cut in lost if cut.rule == "yaml-comma"]
    halves = {(cut.start[0], column) for cut in cuts for column in range(cut.start[1], cut.end[1])}
    return (remark for remark in refused if remark.rule != "yaml-duplicate-key" or remark.start not in halves)


def _nothing(tree: Tree, mistakes: tuple[Finding, ...]) -> list[Remark]:
    if tree.root is not None or tree.remarks or mistakes:
        return []
    hint = "Begin with `policyctl init`, which asks what it needs and writes a policy."
    return [Remark("yaml-empty", (0, 0), (0, 0), "This file is empty.", hint)]


def _few(remarks: list[Remark]) -> Iterator[Remark]:
    """No more of one rule than anybody reads; a hostile file has a hundred thousand."""
    told: Counter[str] = Counter()
    for remark in remarks:
        told[remark.rule] += 1
        if told[remark.rule] <= MOST_OF_ONE_RULE:
            yield remark


def _order(finding: Finding) -> tuple[object, ...]:
    return (finding.span, finding.severity.rank, finding.rule, finding.message)
