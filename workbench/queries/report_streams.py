"""A report of any number of claims, read page by page: what is held at once does not grow with it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlmodel import Session, col

from workbench.domain import records
from workbench.models import Appearance, Article, ArticleVersion, Claim
from workbench.queries.articles import load_outlets
from workbench.queries.circularity import FileReader
from workbench.queries.claim_filter import ClaimFilter, narrow
from workbench.queries.claims import narrow_by_words
from workbench.queries.report_records import build_record, make_article, make_claims, make_scale, name_text
from workbench.queries.scales import load_used

PAGE = 500
ARTICLES = 20  # their texts may be long


def stream_report(
    session: Session,
    wanted: ClaimFilter,
    *,
    title: str,
    made_by: str,
    made_at: datetime,
    sight: bool,
    read: FileReader | None = None,
) -> records.ReportStream:
    """The draft report of every claim that the filter leaves, in the order of their numbers. `read` gives a
    kept file's bytes.

    The session belongs to the stream until it was read: it forgets each page, and reads all of them as they
    were when the first was read. `sight` is for the filter alone; withheld sources never stand in a report.
    """
    if session.in_transaction():
        session.commit()
    if session.get_bind().dialect.name == "postgresql":
        session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
    query = narrow(select(Claim), replace(wanted, stage="accepted"), sight=sight)
    query = narrow_by_words(session, query, wanted.words)
    stream = _Stream(session, query, read)
    head = build_record(session, [], title=title, made_by=made_by, made_at=made_at)
    return records.ReportStream(head, stream.list_articles(), stream.list_pages(), stream.list_scales)


class _Stream:
    """What is known while a report is read: the scales that verdicts were met on."""

    def __init__(self, session: Session, query: Select[Any], read: FileReader | None) -> None:
        self.session, self.query, self.read = session, query, read
        self.known = load_used(session)
        self.met: set[tuple[str, int]] = set()

    def list_pages(self) -> Iterator[records.ClaimPage]:
        number, after = col(Claim.number), 0
        while True:
            query = self.query.where(number > after).order_by(None).order_by(number).limit(PAGE)
            claims = [row[0] for row in self.session.execute(query)]
            if not claims:
                return
            after = claims[-1].number
            made, versions = make_claims(self.session, claims, self.known, texts=False, read=self.read)
            self.met |= {(c.verdict.scale, c.verdict.scale_version) for c in made if c.verdict}
            yield records.ClaimPage(made, _tell_articles(self.session, list(versions.values())))
            self.session.expunge_all()

    def list_articles(self) -> Iterator[records.ArticleRecord]:
        """Every article version that one of the claims is said in."""
        wanted = select(col(Appearance.article_version_id)).where(
            col(Appearance.withdrawn_at).is_(None),
            col(Appearance.claim_id).in_(self.query.with_only_columns(col(Claim.id)).order_by(None)),
        )
        number, after = col(ArticleVersion.number), 0
        while True:
            query = (
                select(ArticleVersion, Article)
                .join(Article, col(Article.id) == col(ArticleVersion.article_id))
                .where(number > after, col(ArticleVersion.id).in_(wanted))
                .order_by(number)
                .limit(ARTICLES)
            )
            found = list(self.session.execute(query))
            if not found:
                return
            after = found[-1][0].number
            for version, article in found:
                yield make_article(self.session, version, article)
            self.session.expunge_all()

    def list_scales(self) -> Sequence[records.ScaleRecord]:
        """The scales of the verdicts that were read."""
        return [make_scale(self.known[key]) for key in sorted(self.met)]


def _tell_articles(
    session: Session, versions: Sequence[tuple[ArticleVersion, Article]]
) -> dict[str, records.ArticleRecord]:
    """The facts of these articles, without their texts."""
    outlets = load_outlets(session, [article for _, article in versions], sight=False)
    return {
        name_text(version, article): records.ArticleRecord(
            reference=name_text(version, article),
            title=article.title,
            outlet=outlets.get(article.outlet_id, "") if article.outlet_id else "",
            url=article.url,
            author=article.author,
            published_on=article.published_on,
            language=version.language,
            text="",
            text_sha256=version.text_sha256,
            furniture=(),
        )
        for version, article in versions
    }
