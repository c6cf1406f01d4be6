"""A text that the desk has already is recognised by its address, its words, or nearly its words."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from tests import factories
from workbench.domain.records import ArticleDraft
from workbench.files import FileStore
from workbench.intake import read_file, read_paste
from workbench.models import Article
from workbench.queries.copies import list_copies
from workbench.services import articles as services
from workbench.services.article_versions import Duplicate, find_duplicates
from workbench.services.articles import ArticleValues

SENTENCES = [
    "The harbour of Ostrel was closed on Monday after a storm tore three cranes from their rails.",
    "Thirty ships were waiting outside, the harbour master said, and ten more were expected by the evening.",
    "Nobody was hurt, according to the fire brigade, which had sent forty people to the northern quay.",
    "The regional government promised twelve million crowns for repairs and a report before the summer.",
    "Fishermen complained that a smaller crane had been left standing without a guard for two winters.",
    "A spokeswoman for the builder denied that the rails had been too short for the new machines.",
    "Trains to the port run again since Tuesday, but lorries have to take the long way over the hills.",
]
STORY = "\n\n".join(SENTENCES)
OTHER = " ".join(
    f"Quite {n} other words stand here and nothing else is said of it {n * 7}." for n in range(20)
)


@pytest.fixture
def rows(session: Session) -> Session:
    factories.make_desk(session)
    return session


@pytest.fixture
def files(engine: Engine, tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "files")


def add(session: Session, files: FileStore, draft: ArticleDraft, url: str = "", **more: Article) -> Article:
    values = ArticleValues("The harbour", url=url)
    return services.add_article(session, files, draft, values, by="tests", **more).article


def describe(found: list[Duplicate]) -> list[tuple[int, bool, int]]:
    return [(one.article.number, one.address, one.same) for one in found]


def test_the_same_text_and_the_same_address_are_both_said(rows: Session, files: FileStore) -> None:
    here = add(rows, files, read_paste(STORY), "http://News.example.org/harbour/?utm_source=mail#top")
    add(rows, files, read_paste(OTHER), "https://news.example.org/other")
    asked = replace(read_paste(STORY), url="https://news.example.org/harbour")
    assert describe(find_duplicates(rows, asked)) == [(here.number, True, 100)]
    assert describe(find_duplicates(rows, read_paste(STORY))) == [(here.number, False, 100)]
    elsewhere = find_duplicates(rows, read_paste("Quite another text."), "https://news.example.org/harbour")
    assert describe(elsewhere) == [(here.number, True, 0)]


def test_near_same_words_are_found_and_their_share_is_said(rows: Session, files: FileStore) -> None:
    here = add(rows, files, read_paste(STORY))
    add(rows, files, read_paste(OTHER))
    [found] = find_duplicates(rows, read_paste(STORY.replace("Thirty", "Forty").replace("three", "four")))
    assert found.article.id == here.id
    assert 95 <= found.same < 100
    assert not found.same_text
    assert find_duplicates(rows, read_paste(" ".join(SENTENCES[:2]))) == []


def test_white_space_and_page_furniture_do_not_make_another_text(rows: Session, files: FileStore) -> None:
    page = "<html><nav>Home News Sport</nav><article>%s</article><footer>%s</footer></html>"
    paragraphs = "".join(f"<p>{one}</p>" for one in SENTENCES)
    add(rows, files, read_file("a.html", (page % (paragraphs, "Read next: ten cranes")).encode()))
    [found] = find_duplicates(rows, read_file("b.html", (page % (paragraphs, "Subscribe now")).encode()))
    assert found.same_text
    [found] = find_duplicates(rows, read_paste("\n".join(SENTENCES)))
    assert found.same_text


def test_a_withdrawn_article_is_no_duplicate(rows: Session, files: FileStore) -> None:
    article = add(rows, files, read_paste(STORY), "https://news.example.org/harbour")
    services.withdraw_article(rows, article, reason="Twice", seen=article.version, by="tests")
    assert find_duplicates(rows, read_paste(STORY), "https://news.example.org/harbour") == []


def test_a_text_without_words_is_like_no_other(rows: Session, files: FileStore) -> None:
    add(rows, files, read_paste(STORY))
    assert find_duplicates(rows, ArticleDraft("— …", b"", "text/plain")) == []


def test_copies_are_what_was_said_to_be_one_and_what_is_the_very_same(
    rows: Session, files: FileStore
) -> None:
    first = add(rows, files, read_paste(STORY), "https://wire.example.org/1")
    second = add(rows, files, read_paste(STORY + " An end."), "https://daily.example.org/2", copy_of=first)
    third = add(rows, files, read_paste(STORY + " An end."), "https://weekly.example.org/3")
    address = add(rows, files, read_paste("Short."), "http://wire.example.org/1/?utm_id=9")
    apart = add(rows, files, read_paste(OTHER), "https://wire.example.org/9")
    numbers = [article.number for article in list_copies(rows, third.id)]
    assert numbers == [first.number, second.number, address.number]
    assert list_copies(rows, apart.id) == []


def test_an_address_mended_is_folded_anew(rows: Session, files: FileStore) -> None:
    article = add(rows, files, read_paste(STORY), "https://news.example.org/a")
    values = ArticleValues("The harbour", url="https://news.example.org/b/#c")
    services.edit_article(rows, article, values, seen=article.version, by="tests")
    assert article.canonical_url == "https://news.example.org/b"


def test_fingerprints_are_read_from_the_index_alone(rows: Session, files: FileStore) -> None:
    if rows.get_bind().dialect.name != "sqlite":
        return  # PostgreSQL keeps long texts apart from their rows
    add(rows, files, read_paste(STORY))
    plan = "EXPLAIN QUERY PLAN SELECT DISTINCT simhash, article_id FROM article_version"
    steps = rows.connection().exec_driver_sql(plan).all()
    assert any("COVERING INDEX ix_article_version_simhash" in str(step) for step in steps)
