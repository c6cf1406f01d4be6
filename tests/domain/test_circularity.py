"""What is only the checked article again cannot support its claim; what was there before it can."""

from dataclasses import replace
from datetime import date

import pytest

from workbench.domain.circularity import CheckedArticle, Offered, find_circle

TEXT = (
    "Crews worked through the night.\n"
    "The dam at Orel Ford was holding on Monday, and the reservoir stood about 30 cm below its crest.\n"
    "“We opened no gates before the evacuation of the lower town had ended,” the office said.\n"
)
ARTICLE = CheckedArticle(
    "A-3", frozenset({"https://news.example/dam", "https://copy.example/dam"}), (TEXT,), date(2024, 8, 20)
)
OWN = "The dam at Orel Ford was holding on Monday, and the reservoir stood about 30 cm"
LATER = date(2024, 8, 22)


def find(excerpt: str = "", published_on: date | None = LATER, **more: object) -> str | None:
    offered = replace(Offered(frozenset({"https://other.example/x"}), excerpt, published_on), **more)  # type: ignore[arg-type]
    circle = find_circle(offered, [ARTICLE])
    return circle.field if circle else None


@pytest.mark.parametrize("address", sorted(ARTICLE.addresses))
def test_the_article_and_its_copies_are_refused(address: str) -> None:
    assert find(addresses=frozenset({address})) == "url"
    assert find(addresses=frozenset({address}), own_words=True) == "url"
    assert find(addresses=frozenset()) is None


@pytest.mark.parametrize("published_on", [None, date(2024, 8, 20), LATER])
def test_words_of_the_article_are_refused_where_nothing_shows_who_had_them_first(
    published_on: date | None,
) -> None:
    assert find(OWN, published_on) == "excerpt"
    assert find(f"“{OWN.upper()} …” it wrote".replace(" …” it wrote", "”"), published_on) == "excerpt"
    assert (
        find("the dam at orel ford was holding […] the reservoir stood about 30 cm", published_on)
        == "excerpt"
    )
    explained = "the dam at orel ford was holding [as it says] the reservoir stood about 30 cm"
    assert find(explained, published_on) == "excerpt"


def test_words_that_are_older_or_the_speakers_own_or_few_may_support() -> None:
    assert find(OWN, date(2024, 8, 19)) is None
    assert find(OWN, own_words=True) is None
    assert find("the reservoir stood about 30 cm") is None
    assert find(OWN.replace("30", "40")) is None
    assert find(f"{OWN} above the mark of 1998") is None


def test_what_the_article_itself_quotes_may_come_from_whom_it_quotes() -> None:
    assert find("We opened no gates before the evacuation of the lower town had ended") is None


def test_an_article_without_a_day_shows_nobody_to_be_older() -> None:
    undated = replace(ARTICLE, published_on=None)
    assert find_circle(Offered(frozenset(), OWN, date(1990, 1, 1)), [undated]) is not None


def test_a_captured_page_of_hardly_other_words_is_a_copy() -> None:
    page = f"Menu Home\n{TEXT}\n{TEXT}"
    assert find(page=page, published_on=date(2024, 1, 1)) == "url"
    assert find(page=TEXT[:60]) is None  # too short to tell
    report = " ".join(f"Reading {number} of the gauge is its own." for number in range(20))
    assert find(page=f"{report} {TEXT[:90]}") is None


def test_writing_without_spaces_counts_letters() -> None:
    text = "水利局周一表示,奥雷尔福特大坝安全,水库水位距坝顶约三十厘米。"
    article = replace(ARTICLE, texts=(text,))
    assert (
        find_circle(Offered(frozenset(), "奥雷尔福特大坝安全,水库水位距坝顶约三十厘米", None), [article])
        is not None
    )
    assert find_circle(Offered(frozenset(), "三十厘米", None), [article]) is None
