"""The web fonts together are the faces that PDFs are made with, under names that their licence allows."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from policyctl import resources

_FONTS = resources.templates() / "fonts"
_FACES = sorted(_FONTS.glob("*.ttf"))


def _part(face: Path, part: str) -> TTFont:
    return TTFont(_FONTS / "web" / f"{face.stem}-{part}.woff2")


@pytest.mark.parametrize("face", _FACES, ids=lambda face: face.stem)
def test_the_two_parts_of_a_face_share_nothing_and_lose_nothing(face: Path) -> None:
    latin, rest = (set(_part(face, part).getBestCmap()) for part in ("latin", "rest"))
    assert not latin & rest
    assert latin | rest == set(TTFont(face).getBestCmap())


@pytest.mark.parametrize("face", _FACES, ids=lambda face: face.stem)
@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("latin", "Returns ≤ 30 days – “£20” → yes × 2"),
        ("latin", "Zażółć gęślą jaźń, Ștefan Țăran, Größe, œuvre, Llŷr"),
        ("rest", "Мыпомогаемґїє"),
        ("rest", "Βοηθούμετουςπελάτες"),
    ],
)
def test_a_part_can_write_its_languages(face: Path, part: str, text: str) -> None:
    assert {ord(character) for character in text} <= set(_part(face, part).getBestCmap())


@pytest.mark.parametrize("face", _FACES, ids=lambda face: face.stem)
def test_a_part_keeps_kerning_figures_and_its_authors_terms_under_a_name_of_ours(face: Path) -> None:
    font = _part(face, "latin")
    assert {"case", "liga", "lnum", "tnum"} <= {
        record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord
    }
    assert "kern" in {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}
    assert font["name"].getDebugName(1) in {"Policy Serif", "Policy Sans"}
    assert font["name"].getDebugName(0) == TTFont(face)["name"].getDebugName(0)
    assert "SIL Open Font License" in font["name"].getDebugName(13)


def test_a_document_in_latin_letters_stays_small() -> None:
    assert sum(path.stat().st_size for path in (_FONTS / "web").glob("*-latin.woff2")) < 250_000
