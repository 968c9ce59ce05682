"""Lines in; all that can be read of them, with a finding for each mistake that was mended in memory on the way, out."""

from dataclasses import dataclass

from policyctl.findings import Finding
from policyctl.source.builder import Stop, Tree, build
from policyctl.source.diagnosis import Failure, Mistake
from policyctl.source.lines import Lines
from policyctl.source.mistakes import diagnose, unreadable
from policyctl.source.remarks import Remark

MOST_MENDS = 100
MOST_CHARACTERS = 4_000_000  # Read afresh after each mend; keeps a hostile file within about a second.


@dataclass(frozen=True, slots=True)
class Reading:
    """The text as it was read in the end, what it holds, and the mistakes in its YAML."""

    lines: Lines
    tree: Tree
    mistakes: tuple[Finding, ...]


def read_on(lines: Lines, file: str) -> Reading:
    """Read a text, and where it is no YAML, mend the line and read again, as often as it pays.

    Of several mistakes on one line the first is told: mending a line may leave it odd in another way.
    """
    mistakes: dict[int, Finding] = {}
    before: Stop | None = None
    tree = build(lines.text)
    mends = min(MOST_MENDS, MOST_CHARACTERS // (len(lines.text) + 1))
    while tree.stop and mends > 0:
        mends -= 1
        mistake, mended = _mended(lines, tree, tree.stop, before)
        mistakes.setdefault(mistake.start[0], lines.finding(file, mistake.remark))
        if mended == lines:
            break
        before, lines = tree.stop, mended
        tree = build(lines.text)
    if tree.stop and mends == 0:
        mistakes.setdefault(tree.stop.mark[0], lines.finding(file, _gave_up(tree.stop)))
    return Reading(lines, tree, tuple(mistakes.values()))


def _mended(lines: Lines, tree: Tree, stop: Stop, before: Stop | None) -> tuple[Mistake, Lines]:
    failure = Failure(lines.read, stop, tree.places[-1] if tree.places else None)
    mistake = diagnose(failure) if stop != before else unreadable(failure)
    mended = lines.edited(mistake.edits)
    if mended.read == lines.read:
        mistake = unreadable(failure)
        mended = lines.edited(mistake.edits)
    return mistake, mended if mended.read != lines.read else lines


def _gave_up(stop: Stop) -> Remark:
    message = "Reading stopped here, and there may be more mistakes below."
    return Remark("yaml-syntax", stop.mark, stop.mark, message, "Mend the lines above, then check the file again.")
