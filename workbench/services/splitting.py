"""The job that splits a long article: its claims are written in the change that ends it."""

import uuid
from collections.abc import Sequence

from sqlmodel import Session, col, select

from workbench import history
from workbench.database import open_session
from workbench.domain.comparing import compare
from workbench.domain.new_words import NewWords
from workbench.models import Anchor, Article, ArticleVersion
from workbench.queries.furniture import list_furniture
from workbench.services.anchoring import carry_late
from workbench.services.job_work import Work
from workbench.services.proposals import add_proposals
from workbench.splitting import split
from workbench.splitting.records import Claim as Proposal

SPLIT_JOB = "split"


def split_stored(work: Work) -> None:
    """Split the article version that the job names, as finely as it was asked for."""
    with open_session(work.engine) as session:
        version = session.get_one(ArticleVersion, uuid.UUID(work.args["article_version"]))
        article = session.get_one(Article, version.article_id)
        ranges = [(row.start, row.end) for row in list_furniture(session, version) if row.unmarked_at is None]
        session.commit()  # parsing takes long: hold no transaction open meanwhile
        found = split(
            version.text,
            published_on=article.published_on,
            furniture=ranges,
            progress=work.report,
            granularity=work.args.get("granularity", version.granularity),  # older jobs say it themselves
        )
        with history.change(session, by=work.actor, action="article.split") as change:
            session.refresh(article)  # somebody may have mended its details meanwhile
            claims: Sequence[Proposal] = found.claims
            if version.ordinal > 1:
                claims = choose_new(session, version, _get_before(session, version), claims)
            said_on = version.dated_on if version.ordinal > 1 else None
            add_proposals(session, version, claims, at=change.at, said_on=said_on or article.published_on)
            carry_late(session, version, change.at)  # its text may have changed meanwhile
            change.touch(article)
            change.subject = article
            work.end(session, change.at)


def choose_new(
    session: Session,
    version: ArticleVersion,
    before: ArticleVersion,
    proposals: Sequence[Proposal],
    anchors: Sequence[Anchor] | None = None,
) -> list[Proposal]:
    """Of the claims found in a version those whose words are new in it, and on which no claim stands that
    was carried over or that somebody is asked about. `anchors`: the version's, if they are not stored yet."""
    if not proposals:
        return []
    if anchors is None:
        anchors = session.exec(select(Anchor).where(col(Anchor.article_version_id) == version.id)).all()
    ranges = [(row.start, row.end) for row in list_furniture(session, before) if row.unmarked_at is None]
    placed = [[(start, end) for start, end in anchor.slices] for anchor in anchors]
    words = NewWords(compare(before.text, version.text), ranges, placed)
    return [proposal for proposal in proposals if words.are_new(proposal.slices)]


def _get_before(session: Session, version: ArticleVersion) -> ArticleVersion:
    query = select(ArticleVersion).where(
        col(ArticleVersion.article_id) == version.article_id,
        col(ArticleVersion.ordinal) == version.ordinal - 1,
    )
    return session.exec(query).one()
