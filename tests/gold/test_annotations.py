"""Every annotation reads without a fault, and every article says what it is."""

from pathlib import Path

import pytest

from tests.gold.reader import (
    CHECK,
    FIRST,
    FOLDER,
    FURTHER,
    KEPT,
    GoldError,
    list_gold,
    read_annotation,
    read_gold,
)

ANNOTATIONS = sorted(FOLDER.glob("*.toml"))


@pytest.mark.parametrize("path", ANNOTATIONS, ids=lambda path: path.name)
def test_annotation_has_no_fault(path: Path) -> None:
    article = read_annotation(path)
    assert len(article.claims) >= 40
    assert all(
        article.text[start:end] in claim.quote for claim in article.claims for start, end in claim.slices
    )


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.name)
def test_article_says_that_it_is_invented(path: Path) -> None:
    header = path.read_text(encoding="utf-8").partition("\n\n")[0]
    assert header.startswith("# ")
    assert "invented" in header.lower()
    assert path.with_suffix(".toml").exists()


def test_uses_are_as_the_readme_has_them() -> None:
    uses = {int(name[:2]): read_gold(name).use for name in list_gold()}
    assert [number for number in uses if uses[number] == FIRST] == [1, 3, 5, 6, 7, 9, 11, 12]
    assert [number for number in uses if uses[number] == KEPT] == [2, 4, 8, 10]
    assert all(uses[number] == (CHECK if number > 31 else FURTHER) for number in uses if number > 12)


def test_faults_are_told_with_their_claim(tmp_path: Path) -> None:
    (tmp_path / "99-wire.txt").write_text("# Invented\n\nThe bridge fell.\n", encoding="utf-8")
    path = tmp_path / "99-wire.toml"
    path.write_text(
        'published_on = 2031-03-14\n[[claim]]\nline = 1\nslices = ["The dam fell"]\n', encoding="utf-8"
    )
    with pytest.raises(GoldError, match=r"99-wire\.toml: claim 1: .*The dam fell"):
        read_annotation(path)
