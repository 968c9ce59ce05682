"""A palette derives the colours of a document, for paper and for a dark screen, from one accent."""

import colorsys
from dataclasses import dataclass, replace

CONTRAST = 7.0
"""What coloured text has against the surface it stands on, as WCAG counts it for level AAA."""

SEEN = 1.5
"""The contrast from which on white ornament is seen on a colour, and the colour on white paper."""


_WHITE = "#ffffff"


@dataclass(frozen=True, slots=True)
class Colours:
    """Six colours from one, each `#rrggbb`, for paper and for a dark screen."""

    brand: str
    on_brand: str
    deep: str
    tint: str
    line: str
    dark_deep: str
    dark_tint: str
    dark_line: str


@dataclass(frozen=True, slots=True)
class _Hsl:
    """A colour by hue, saturation and lightness, each from 0 to 1."""

    hue: float
    saturation: float
    lightness: float

    def at(self, lightness: float, *, saturation: float) -> "_Hsl":
        """The same hue as light as asked and no more saturated than asked."""
        return _Hsl(self.hue, min(self.saturation, saturation), lightness)

    def hex(self) -> str:
        """The nearest colour that a screen or a press can be told."""
        parts = colorsys.hls_to_rgb(self.hue, self.lightness, self.saturation)
        return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def palette(accent: str) -> Colours:
    """The colours that an accent (`#rrggbb`) gives.

    The accent itself fills shapes alone, so that any colour is safe, and `on_brand` is their ornament and their edge;
    `deep` is the accent as far darkened (on a dark screen: lightened) as words and figures need to be read by all.
    """
    colour = _hsl(accent)
    tint = colour.at(0.955, saturation=0.30).hex()
    deep = _readable(colour, tint, step=-0.01)
    dark_tint = colour.at(0.15, saturation=0.18).hex()
    return Colours(
        brand=accent.lower(),
        on_brand=_WHITE if contrast(accent, _WHITE) >= SEEN else deep,
        deep=deep,
        tint=tint,
        line=colour.at(0.74, saturation=0.16).hex(),
        dark_deep=_readable(colour.at(colour.lightness, saturation=0.55), dark_tint, step=0.01),
        dark_tint=dark_tint,
        dark_line=colour.at(0.36, saturation=0.16).hex(),
    )


def contrast(one: str, other: str) -> float:
    """How far two colours (`#rrggbb`) stand apart, from 1 (the same) to 21 (black and white), as WCAG defines it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _readable(colour: _Hsl, surface: str, *, step: float) -> str:
    """The first colour on the way to black or white that can be read on a surface."""
    while contrast(colour.hex(), surface) < CONTRAST:
        colour = replace(colour, lightness=min(max(colour.lightness + step, 0.0), 1.0))
    return colour.hex()


def _hsl(colour: str) -> _Hsl:
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    return _Hsl(hue, saturation, lightness)


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red / 255, green / 255, blue / 255
