"""A report of any number of claims, read page by page: what is held at once does not grow with it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlmodel import Session, col

from workbench.domain import records
from workbench.models import Appearance, Article, ArticleVersion, Claim
from workbench.queries.circularity import FileReader
from workbench.queries.claim_filter import ClaimFilter, narrow
from workbench.queries.claims import narrow_by_words
from workbench.queries.report_articles import make_article, tell_articles
from workbench.queries.report_records import REPORTED, build_record, make_claims, make_scale
from workbench.queries.report_rollups import count_articles
from workbench.queries.scales import load_used

PAGE = 200
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
    rollups = count_articles(session, query.with_only_columns(col(Claim.id)).order_by(None))
    head = replace(head, rollups=rollups)
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
            claims = self.session.execute(query.with_only_columns(*REPORTED)).all()
            if not claims:
                return
            after = claims[-1].number
            made, versions = make_claims(self.session, claims, self.known, texts=False, read=self.read)
            self.met |= {(c.verdict.scale, c.verdict.scale_version) for c in made if c.verdict}
            yield records.ClaimPage(made, tell_articles(self.session, versions.values()))
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
