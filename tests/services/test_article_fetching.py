"""Looking at an article's address again, through the real fetcher at a site of the test's own."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session, col, select

from tests.local_site import LocalSite, respond
from workbench.domain.captures import CaptureOutcome
from workbench.domain.errors import RuleBroken
from workbench.fetching import Fetcher
from workbench.files import FileStore
from workbench.intake import read_paste
from workbench.intake.web_page import read_answer
from workbench.models import Article, Capture
from workbench.queries.article_versions import read_timeline
from workbench.services.article_fetching import Visited, fetch_again
from workbench.services.articles import ArticleValues, add_article

PAGE = """<html><head><title>The port</title>{head}</head><body>
<article><p>The port of Aster was shut on Monday.</p>
<p>The keeper said that {count} ships were waiting outside.</p></article>
<footer>{foot}</footer></body></html>"""
DAY = '<meta property="article:published_time" content="2026-05-01">'
LATER = DAY + '<meta property="article:modified_time" content="2026-05-02">'


@pytest.fixture
def site() -> Iterator[LocalSite]:
    with LocalSite() as site:
        yield site


def take_in(session: Session, files: FileStore, site: LocalSite) -> Article:
    site.pages["/a"] = respond(PAGE.format(head=DAY, count=30, foot="Most read: cranes"))
    draft = read_answer(Fetcher(site.rules()).fetch(site.url("/a")))
    values = ArticleValues("The port", url=site.url("/a"), published_on=draft.published_on)
    return add_article(session, files, draft, values, by="tests").article


def look(session: Session, files: FileStore, site: LocalSite, article: Article) -> Visited:
    fetch = Fetcher(site.rules()).fetch
    return fetch_again(session, files, article, fetch, read_answer, tool="tests", by="tests")


def outcomes(session: Session, article: Article) -> list[tuple[CaptureOutcome, int | None]]:
    query = select(Capture).where(Capture.article_id == article.id).order_by(col(Capture.captured_at))
    return [(capture.outcome, capture.status_code) for capture in session.exec(query)]


def test_every_look_is_kept_and_changed_words_make_a_version(
    rows: Session, files: FileStore, site: LocalSite
) -> None:
    article = take_in(rows, files, site)
    site.pages["/a"] = respond(PAGE.format(head=DAY, count=30, foot="Most read: boats"))
    same = look(rows, files, site, article)
    assert same.added is not None
    assert not same.added.changed
    site.pages["/a"] = respond(PAGE.format(head=DAY, count=40, foot="Most read: boats"))
    silent = look(rows, files, site, article)
    assert silent.added is not None
    assert silent.added.version.ordinal == 2
    site.pages["/a"] = respond(PAGE.format(head=LATER, count=50, foot="Most read: boats"))
    look(rows, files, site, article)
    site.pages["/a"] = respond("No such page", status="404 Not Found")
    gone = look(rows, files, site, article)
    assert (gone.outcome, "no such page" in gone.message) == (CaptureOutcome.GONE, True)
    site.pages["/a"] = respond(b"\x00\x01", media_type="application/octet-stream")
    assert look(rows, files, site, article).outcome is CaptureOutcome.FAILED
    assert outcomes(rows, article) == [
        (CaptureOutcome.UNCHANGED, 200),
        (CaptureOutcome.CHANGED, 200),
        (CaptureOutcome.CHANGED, 200),
        (CaptureOutcome.GONE, 404),
        (CaptureOutcome.FAILED, 200),
    ]
    timeline = read_timeline(rows, article)
    assert [row.silent for row in timeline.versions] == [False, True, False]
    assert [row.capture.outcome.value for row in timeline.visits] == ["unchanged", "gone", "failed"]
    assert len(timeline.events) == 6


def test_an_address_that_may_not_be_visited_is_kept_as_refused(
    rows: Session, files: FileStore, site: LocalSite
) -> None:
    article = take_in(rows, files, site)
    fetch = Fetcher(site.rules(allow_loopback_ports=frozenset())).fetch
    visited = fetch_again(rows, files, article, fetch, read_answer, tool="tests", by="tests")
    assert visited.outcome is CaptureOutcome.REFUSED
    assert visited.message
    assert outcomes(rows, article) == [(CaptureOutcome.REFUSED, None)]


def test_an_article_without_an_address_is_not_fetched(
    rows: Session, files: FileStore, site: LocalSite
) -> None:
    article = add_article(rows, files, read_paste("Nowhere at all."), ArticleValues("T"), by="tests").article
    with pytest.raises(RuleBroken, match="no address"):
        look(rows, files, site, article)
