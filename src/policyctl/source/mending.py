"""Lines in; all that can be read of them, with a finding for each mistake that was mended in memory on the way, out."""

from collections import Counter
from typing import NamedTuple

from policyctl.findings import Finding
from policyctl.source.builder import Stop, Tree, build
from policyctl.source.diagnosis import Failure, Mistake
from policyctl.source.lines import Lines
from policyctl.source.mistakes import diagnose, unreadable
from policyctl.source.remarks import Remark

MOST_MENDS = 100
MOST_CHARACTERS = 4_000_000  # Read afresh after each mend; keeps a hostile file within about a second.
TRIES = 3  # What stops the parser on one line a fourth time is passed over.


class Reading(NamedTuple):
    """The text as it was read in the end, what it holds, and the mistakes in its YAML."""

    lines: Lines
    tree: Tree
    mistakes: tuple[Finding, ...]


def read_on(lines: Lines, tree: Tree, file: str) -> Reading:
    """Where a text that was read once is no YAML, mend the line and read again, as often as it pays.

    Of several mistakes on one line the first is told: mending a line may leave it odd in another way.
    """
    mistakes: dict[int, Finding] = {}
    tries: Counter[int] = Counter()
    mends = min(MOST_MENDS, MOST_CHARACTERS // (len(lines.text) + 1))
    while tree.stop and mends > 0:
        mends -= 1
        tries[tree.stop.mark[0]] += 1
        mistake, mended = _mended(lines, tree, tree.stop, tries[tree.stop.mark[0]])
        mistakes.setdefault(mistake.start[0], lines.finding(file, mistake.remark))
        if mended is lines:
            break
        lines, tree = mended, build(mended.text)
    if tree.stop and mends == 0:
        mistakes.setdefault(tree.stop.mark[0], lines.finding(file, _gave_up(tree.stop)))
    return Reading(lines, tree, tuple(mistakes.values()))


def _mended(lines: Lines, tree: Tree, stop: Stop, tries: int) -> tuple[Mistake, Lines]:
    """The mistake and the lines without it; the same lines where nothing is left to mend."""
    failure = Failure(lines.read, stop, tree.places[-1] if tree.places else None)
    mistake = diagnose(failure) if tries <= TRIES else unreadable(failure)
    mended = lines.edited(mistake.edits)
    if mended.read == lines.read or _swollen(mended):
        mistake = unreadable(failure)
        mended = lines.edited(mistake.edits)
    return mistake, mended if mended.read != lines.read else lines


def _swollen(lines: Lines) -> bool:
    """Whether mending has added more than was written: quoting the quotes of a hostile text doubles it each time."""
    return sum(map(len, lines.read)) > 2 * sum(map(len, lines.written)) + 1000


def _gave_up(stop: Stop) -> Remark:
    message = "Reading stopped here, and there may be more mistakes below."
    return Remark("yaml-syntax", stop.mark, stop.mark, message, "Mend the lines above, then check the file again.")
