"""The job that splits a long article: its claims are written in the change that ends it."""

import uuid

from workbench import history
from workbench.database import open_session
from workbench.models import Article, ArticleVersion
from workbench.queries.furniture import list_furniture
from workbench.services.job_work import Work
from workbench.services.proposals import add_proposals
from workbench.splitting import split

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
            add_proposals(session, version, found.claims, at=change.at, said_on=article.published_on)
            change.touch(article)
            change.subject = article
            work.end(session, change.at)
