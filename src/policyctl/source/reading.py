"""The bytes of a policy in; a Source with everything that is wrong with its YAML, out; nothing is ever raised."""

from policyctl.findings import Finding
from policyctl.source.builder import Tree
from policyctl.source.characters import clean
from policyctl.source.decoding import decode, legible
from policyctl.source.document import Source
from policyctl.source.lines import Lines
from policyctl.source.mending import read_on
from policyctl.source.remarks import Remark
from policyctl.source.silence import losses


def read(data: bytes, file: str) -> Source:
    """Read a policy; `file` is the name that its findings bear."""
    text = decode(data)
    if isinstance(text, Remark):
        return _unread(legible(data), file, text)
    cleaned, hidden = clean(text)
    reading = read_on(Lines(tuple(text.split("\n")), tuple(cleaned.split("\n"))), file)
    lines, tree = reading.lines, reading.tree
    lost = tuple(losses(tree, lines.read))
    refused = (remark for remark in tree.remarks if not _of_a_cut(remark, lost))
    remarks = [*hidden, *refused, *lost, *_nothing(tree, reading.mistakes)]
    findings = {*reading.mistakes, *(lines.finding(file, remark) for remark in remarks)}
    return Source(file, text, tree.data, tuple(sorted(findings, key=_order)), lines, tree.root)


def _unread(text: str, file: str, remark: Remark) -> Source:
    lines = Lines(tuple(text.split("\n")), tuple(text.split("\n")))
    return Source(file, text, None, (lines.finding(file, remark),), lines, None)


def _of_a_cut(remark: Remark, lost: tuple[Remark, ...]) -> bool:
    """Whether a key is given twice only because commas have cut two amounts alike, as in `{a: £1,000, b: £2,000}`."""
    cuts = (cut for cut in lost if cut.rule == "yaml-comma")
    return remark.rule == "yaml-duplicate-key" and any(cut.start <= remark.start < cut.end for cut in cuts)


def _nothing(tree: Tree, mistakes: tuple[Finding, ...]) -> list[Remark]:
    if tree.root is not None or tree.remarks or mistakes:
        return []
    hint = "Begin with `policyctl init`, which asks what it needs and writes a policy."
    return [Remark("yaml-empty", (0, 0), (0, 0), "This file is empty.", hint)]


def _order(finding: Finding) -> tuple[object, ...]:
    return (finding.span, finding.severity.rank, finding.rule, finding.message)
