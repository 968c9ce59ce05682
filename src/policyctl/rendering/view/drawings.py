"""Drawings show levels and limits at a glance; the words beside them say the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from policyctl.rendering.language import Language
from policyctl.rendering.view.blocks import Drawing, Label, Path

WIDTH = 347.0
"""Units across a drawing: the main column of the page, one unit near a point."""

GAP = 4.0
LINE = 13.0
ROOMY = 4
"""Steps that have room for their words; narrower ones carry a numeral, and the rows below tell the rest."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One level of a ladder: who, how long before the next is asked, and what may be decided."""

    who: str
    waits: str
    may: str


@dataclass(frozen=True, slots=True)
class Band:
    """Who decides up to which amount."""

    who: str
    up_to: str


def stair(language: Language, name: str, title: str, rungs: Sequence[Rung]) -> Drawing:
    """A stair that rises with each level; its words stand on it where there is room, else its numbers."""
    width = (WIDTH - GAP * (len(rungs) - 1)) / len(rungs)
    roomy = len(rungs) <= ROOMY
    texts = [_on_step(rung, width) if roomy else ((str(i),), (), ()) for i, rung in enumerate(rungs, start=1)]
    tread = max(sum(map(len, text)) for text in texts) * LINE + 16
    rise = max(42.0 if roomy else 16.0, max(len(text[1]) for text in texts) * LINE + 8)
    height = tread + rise * len(rungs)
    shapes: list[Path] = []
    labels: list[Label] = []
    for index, (who, waits, may) in enumerate(texts):
        x, top = index * (width + GAP), height - tread - rise * index
        shapes += [
            _box(x, top, width, height - top),
            Path(f"M{x:.1f} {top - 2:.1f}h{width:.1f}v3h-{width:.1f}z", "deep"),
        ]
        labels += _step_labels(x, top, who, waits, may)
        if index:
            shapes += [_arrow(x - GAP / 2, top + rise)]
    words = _stair_words(rungs)
    return Drawing(
        name,
        language.gettext("The ladder: {name}").format(name=title),
        words,
        WIDTH,
        height,
        tuple(shapes),
        tuple(labels),
    )


def _on_step(rung: Rung, width: float) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    fits = int(width / 6.1)
    return wrap(rung.who, fits, 3), wrap(rung.waits, fits, 3), wrap(rung.may, int(width / 5.6), 3)


def _step_labels(x: float, top: float, who: Sequence[str], waits: Sequence[str], may: Sequence[str]) -> list[Label]:
    bold = Label(x + 8, top + 18, tuple(who), bold=True)
    above = Label(x + 8, top - 8 - LINE * (len(waits) - 1), tuple(waits), "soft")
    below = Label(x + 8, top + 20 + LINE * len(who), tuple(may))
    return [label for label in (bold, above, below) if label.lines]


def _box(x: float, y: float, width: float, height: float) -> Path:
    return Path(f"M{x:.1f} {y:.1f}h{width:.1f}v{height:.1f}h-{width:.1f}z", "tint")


def _arrow(x: float, y: float) -> Path:
    return Path(f"M{x - 12:.1f} {y - 12:.1f}h4q7 0 7-7v-12m-4.5 5l4.5-5 4.5 5", stroke="deep")


def _stair_words(rungs: Sequence[Rung]) -> str:
    sentences = []
    for number, rung in enumerate(rungs, start=1):
        words = "; ".join(part for part in (rung.waits, rung.may) if part)
        sentences.append(f"{number}. {rung.who}" + (f": {words}" if words else ""))
    return ". ".join(sentences) + "."


def bands(language: Language, name: str, drawn: Sequence[Band], above: str) -> Drawing:
    """Fields side by side, filled for the first, open for the next, broken for what has no limit of its own."""
    fields = [*drawn, Band(above, "")] if above else list(drawn)
    width = (WIDTH - GAP * (len(fields) - 1)) / len(fields)
    lines = max(len(wrap(band.who, int(width / 6.1), 3)) for band in fields)
    height = LINE * lines + 14
    shapes: list[Path] = []
    labels: list[Label] = []
    for index, band in enumerate(fields):
        x = index * (width + GAP)
        d = f"M{x + 0.5:.1f} 1h{width - 1:.1f}v{height:.1f}h-{width - 1:.1f}z"
        shapes.append(Path(d, "tint" if index == 0 else "paper", "deep", broken=not band.up_to))
        labels.append(Label(x + 8, 18, wrap(band.who, int(width / 6.1), 3), bold=True))
        if band.up_to:
            last = band is fields[-1]
            at, anchor = (x + width, "end") if last else (x + width + GAP / 2, "middle")
            labels.append(Label(at, height + 20, (band.up_to,), "deep", bold=True, anchor=anchor))
    words = "; ".join(f"{band.who}: {band.up_to or language.gettext('above that')}" for band in fields)
    title = language.gettext("Who decides up to what amount")
    return Drawing(name, title, words + ".", WIDTH, height + 28, tuple(shapes), tuple(labels))


def wrap(text: str, width: int, most: int) -> tuple[str, ...]:
    """The text in lines of at most so many characters, words whole where they fit; cut after the last with a mark."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    fitting = [line if len(line) <= width else line[: max(width - 1, 1)] + "…" for line in lines[:most]]
    return tuple(fitting if len(lines) <= most else [*fitting[:-1], fitting[-1][: max(width - 1, 1)].rstrip() + "…"])
