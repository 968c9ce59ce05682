"""How a document looks, as far as its author's own files say so: the logo, and the typefaces."""

from dataclasses import dataclass

OUR_WIDTH = 0.5
"""What a letter of the typefaces that travel with policyctl takes on average, as a share of its size."""

_BOLD = 600
"""From here on a heading face sets no more than a few words."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture of the author's as a data URL, its twin for a dark ground or nothing, and what it shows."""

    source: str
    alternative: str
    dark: str = ""


@dataclass(frozen=True, slots=True)
class FontFace:
    """One face of a typeface as a data URL.

    `weight` is what style sheets count from 100 to 900, `width` what a letter takes, as a share of its size.
    """

    source: str
    weight: int
    italic: bool
    width: float = OUR_WIDTH


@dataclass(frozen=True, slots=True)
class Looks:
    """The logo, and the faces of the typefaces for what is said and for everything else."""

    logo: Logo | None = None
    heading_faces: tuple[FontFace, ...] = ()
    text_faces: tuple[FontFace, ...] = ()

    @property
    def stretch(self) -> float:
        """How much longer a line runs in the widest face that lines are set in; 1 where none is wider than ours."""
        said = (face for face in self.heading_faces if face.weight < _BOLD)
        return max([OUR_WIDTH, *(face.width for face in (*said, *self.text_faces))]) / OUR_WIDTH


@dataclass(frozen=True, slots=True)
class FontFamily:
    """A typeface of the author's: the names that a style sheet asks for in turn, and the faces behind the first."""

    names: tuple[str, ...] = ()
    faces: tuple[FontFace, ...] = ()
