"""Taking articles in, mending what is known about them, withdrawing them."""

import hashlib
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from sqlmodel import Session, col, select

from tests import factories
from workbench.domain.errors import RuleBroken, StaleEdit
from workbench.domain.evidence import SourceKind
from workbench.domain.records import ArticleDraft, FurnitureDraft
from workbench.files import FileStore
from workbench.intake import read_file, read_paste
from workbench.models import Appearance, Article, ArticleVersion, Claim, Furniture, Job, JobState, Source
from workbench.queries.articles import get_version
from workbench.queries.history_check import check_history
from workbench.services import articles as services
from workbench.services.articles import ArticleValues

VALUES = ArticleValues("The harbour")
TEXT = "The harbour was closed on Monday.\nAdvertisement\nThe mayor said that 30 ships were waiting.\n"
LONG = "El puerto fue cerrado el lunes por la tormenta. " * 400


def add(
    session: Session, files: FileStore, text: str = TEXT, values: ArticleValues = VALUES
) -> services.AddedArticle:
    return services.add_article(session, files, read_paste(text), values, by="tests")


def list_claims(session: Session, version: ArticleVersion) -> list[tuple[Claim, Appearance]]:
    query = select(Claim, Appearance).join(Appearance, col(Appearance.claim_id) == col(Claim.id))
    return list(session.exec(query.where(col(Appearance.article_version_id) == version.id)))


def test_an_article_keeps_its_bytes_its_text_and_what_is_known_of_it(rows: Session, files: FileStore) -> None:
    values = ArticleValues(
        " The harbour ", " Coast Courier ", " https://example.org/a ", " A. Holt ", date(2026, 5, 1)
    )
    article = add(rows, files, TEXT.replace("\n", "\r\n"), values).article
    version = get_version(rows, article)
    assert version.text == TEXT
    assert files.read(version.received_sha256) == TEXT.replace("\n", "\r\n").encode()
    assert version.text_sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (article.title, article.url, article.author) == ("The harbour", "https://example.org/a", "A. Holt")
    outlet = rows.get_one(Source, article.outlet_id)
    assert (outlet.name, outlet.kind) == ("Coast Courier", SourceKind.OUTLET)
    again = add(rows, files, "Another text.", replace(VALUES, outlet="the coast courier")).article
    assert again.outlet_id == outlet.id


def test_every_proposal_quotes_the_text_and_waits_for_a_person(rows: Session, files: FileStore) -> None:
    version = get_version(rows, add(rows, files).article)
    found = list_claims(rows, version)
    assert found
    for claim, appearance in found:
        assert appearance.quote == " … ".join(version.text[start:end] for start, end in appearance.slices)
        assert claim.accepted_at is None
        assert "Advertisement" not in appearance.quote
    marks = rows.exec(select(Furniture).where(Furniture.article_version_id == version.id)).all()
    assert [version.text[mark.start : mark.end].strip() for mark in marks] == ["Advertisement"]


def test_a_long_article_leaves_a_job_and_a_short_one_does_not(rows: Session, files: FileStore) -> None:
    assert add(rows, files).job is None
    added = add(rows, files, LONG)
    job = rows.exec(select(Job).where(Job.subject_id == added.article.id)).one()
    assert added.job is not None
    assert (job.id, job.state, job.actor, job.total) == (added.job.id, JobState.QUEUED, "tests", len(LONG))
    assert list_claims(rows, get_version(rows, added.article)) == []


def test_an_article_that_cannot_be_stored_leaves_no_job(rows: Session, files: FileStore) -> None:
    before = (len(rows.exec(select(Job)).all()), len(rows.exec(select(Article)).all()))
    draft = replace(read_paste(LONG), furniture=(FurnitureDraft(0, 5, None),))  # type: ignore[arg-type]
    with pytest.raises(Exception, match="reason"):
        services.add_article(rows, files, draft, VALUES, by="tests")
    assert (len(rows.exec(select(Job)).all()), len(rows.exec(select(Article)).all())) == before


def test_an_article_needs_a_title_and_an_address_that_can_be_one(rows: Session, files: FileStore) -> None:
    for values, field in [
        (ArticleValues(" "), "title"),
        (ArticleValues("t", url="https://example.org/" + "п" * 1_000), "url"),
    ]:
        with pytest.raises(RuleBroken) as refused:
            add(rows, files, values=values)
        assert refused.value.field == field


def test_what_was_typed_wins_and_the_file_fills_the_rest() -> None:
    page = (
        "<html><head><title>File title</title><meta name=author content='B. Reed'>"
        f"<meta property='og:site_name' content='{'Gazette ' * 500}'>"
        f"<link rel=canonical href='https://example.org/{'a' * 3_000}'></head><body><p>Some words.</p></body>"
    )
    draft = read_file("page.html", page.encode())
    filled = services.fill_values(ArticleValues("", author="A. Holt"), draft)
    assert (filled.title, filled.author, filled.url) == ("File title", "A. Holt", "")
    assert filled.outlet.startswith("Gazette Gazette")
    assert len(filled.outlet) <= 500


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n\n  First line \nSecond\n", "First line"),
        ("Advertisement\nThe harbour was closed.\n", "The harbour was closed."),
        ("• HOME»\n  • »\n\nThe harbour was closed.\n", "The harbour was closed."),
        ("w" * 300, "w" * 200),
        ("a\u2028b\n", "a"),
    ],
)
def test_a_title_is_guessed_from_the_first_line_of_the_report_itself(text: str, title: str) -> None:
    assert services.guess_title(read_paste(text)) == title


def test_furniture_of_the_file_and_of_the_text_never_overlap(rows: Session, files: FileStore) -> None:
    nested = (FurnitureDraft(0, 40, "nav"), FurnitureDraft(10, 20, "ad"), FurnitureDraft(30, 50, "foot"))
    draft = ArticleDraft(TEXT, TEXT.encode(), "text/plain", furniture=nested)
    version = get_version(rows, services.add_article(rows, files, draft, VALUES, by="t").article)
    query = select(Furniture).where(Furniture.article_version_id == version.id).order_by(col(Furniture.start))
    marks = [(mark.start, mark.end) for mark in rows.exec(query)]
    assert marks[0][0] == 0
    assert all(before[1] <= after[0] for before, after in pairwise(marks))


def test_details_are_mended_by_whoever_saw_the_newest(rows: Session) -> None:
    article = factories.find_article(rows, factories.make_article(rows))
    values = ArticleValues("New title", outlet="Evening Post")
    services.edit_article(rows, article, values, seen=1, by="tests")
    with pytest.raises(StaleEdit) as stale:
        services.edit_article(rows, article, VALUES, seen=1, by="tests")
    assert (stale.value.current, stale.value.now["title"]) == (2, "New title")
    assert stale.value.now["outlet"] == "Evening Post"
    services.edit_article(rows, article, VALUES, seen=2, by="tests")
    assert (article.title, article.outlet_id) == ("The harbour", None)


def test_withdrawing_needs_a_reason_and_is_undone(rows: Session) -> None:
    article = factories.find_article(rows, factories.make_article(rows))
    with pytest.raises(RuleBroken) as refused:
        services.withdraw_article(rows, article, reason=" ", seen=1, by="tests")
    assert refused.value.field == "reason"
    services.withdraw_article(rows, article, reason="Duplicate", seen=1, by="tests")
    with pytest.raises(RuleBroken, match="already"):
        services.withdraw_article(rows, article, reason="Again", seen=2, by="tests")
    services.reinstate_article(rows, article, seen=2, by="tests")
    assert (article.withdrawn_at, article.withdrawn_reason) == (None, "")
    with pytest.raises(RuleBroken, match="not withdrawn"):
        services.reinstate_article(rows, article, seen=3, by="tests")


def test_the_history_of_all_this_is_whole(rows: Session) -> None:
    assert check_history(rows) == []
