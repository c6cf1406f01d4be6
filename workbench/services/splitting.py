"""The job that splits a long article: claimed by one worker, its claims written together with its end."""

import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, Engine, or_, update
from sqlmodel import Session, col, select

from workbench import database, history
from workbench.domain.errors import RuleBroken
from workbench.models import Article, ArticleVersion, Job, JobState
from workbench.queries.furniture import list_furniture
from workbench.services.proposals import add_proposals
from workbench.splitting import split

LEASE = timedelta(seconds=180)  # longer than one paragraph takes: it is renewed after each
PROGRESS_EVERY = 0.5  # seconds; each report is a write
Progress = Callable[[int, int], None]  # how much of how much is done


def run_split(engine: Engine, job_id: uuid.UUID, progress: Progress | None = None) -> None:
    """Split the article of this job. Harmless when it runs twice: only one run can claim the job, and the
    claims are written in the same transaction that ends it. A failure is kept in words on the job."""
    if not _claim_job(engine, job_id):
        return
    try:
        _split_stored(engine, job_id, progress)
    except Exception as error:
        _note_failure(engine, job_id, f"{type(error).__name__}: {error}")
        raise


def list_waiting(engine: Engine) -> list[uuid.UUID]:
    """Jobs that no worker holds: never handed over, or left by a worker that died."""
    query = select(Job.id).where(_is_free(datetime.now(UTC))).order_by(col(Job.created_at))
    with database.open_session(engine) as session:
        return list(session.exec(query))


def retry_job(engine: Engine, job: Job) -> None:
    """Put a failed job back in the queue. Raises RuleBroken for one that did not fail."""
    values = {"state": JobState.QUEUED, "message": "", "lease_until": None, "finished_at": None}
    statement = update(Job).where(col(Job.id) == job.id, col(Job.state) == JobState.FAILED).values(**values)
    with database.scratch(engine) as session:
        if session.execute(statement).rowcount == 0:  # type: ignore[attr-defined]
            raise RuleBroken("This is being worked on already.")


def _is_free(now: datetime) -> ColumnElement[bool]:
    lost = (col(Job.state) == JobState.RUNNING) & (col(Job.lease_until) < now)
    return or_(col(Job.state) == JobState.QUEUED, lost)


def _claim_job(engine: Engine, job_id: uuid.UUID) -> bool:
    now = datetime.now(UTC)
    statement = (
        update(Job)
        .where(col(Job.id) == job_id, _is_free(now))
        .values(state=JobState.RUNNING, lease_until=now + LEASE, done=0)
    )
    with database.scratch(engine) as session:
        return bool(session.execute(statement).rowcount)  # type: ignore[attr-defined]


def _split_stored(engine: Engine, job_id: uuid.UUID, progress: Progress | None) -> None:
    with database.open_session(engine) as session:
        job = session.get_one(Job, job_id)
        version = session.get_one(ArticleVersion, uuid.UUID(job.args["article_version"]))
        article = session.get_one(Article, version.article_id)
        ranges = [(row.start, row.end) for row in list_furniture(session, version) if row.unmarked_at is None]
        session.commit()  # parsing takes long: hold no transaction open meanwhile
        found = split(
            version.text,
            published_on=article.published_on,
            furniture=ranges,
            progress=_make_reporter(engine, job_id, progress),
            granularity=job.args.get("granularity", version.granularity),  # older jobs say it themselves
        )
        with history.change(session, by=job.actor, action="article.split") as change:
            session.refresh(article)  # somebody may have mended its details meanwhile
            add_proposals(session, version, found.claims, at=change.at, said_on=article.published_on)
            change.touch(article)
            change.subject = article
            _finish(session, job, change.at)


def _finish(session: Session, job: Job, at: datetime) -> None:
    session.refresh(job)
    if job.state is not JobState.RUNNING:
        raise RuntimeError("Another worker took this job over and ended it.")
    job.state = JobState.DONE
    job.finished_at = at
    job.done = job.total


def _make_reporter(engine: Engine, job_id: uuid.UUID, progress: Progress | None) -> Progress:
    """Progress for the page, and a longer lease, at most every PROGRESS_EVERY seconds."""
    last = [0.0]

    def report(done: int, total: int) -> None:
        if progress is not None:
            progress(done, total)
        if time.monotonic() - last[0] < PROGRESS_EVERY:
            return
        last[0] = time.monotonic()
        lease = datetime.now(UTC) + LEASE
        with database.scratch(engine) as session:
            session.execute(
                update(Job).where(col(Job.id) == job_id).values(done=done, total=total, lease_until=lease)
            )

    return report


def _note_failure(engine: Engine, job_id: uuid.UUID, message: str) -> None:
    """Only on a job that still runs: a worker that was given up must not undo the end another one made."""
    with database.scratch(engine) as session:
        session.execute(
            update(Job)
            .where(col(Job.id) == job_id, col(Job.state) == JobState.RUNNING)
            .values(state=JobState.FAILED, message=message[:500], finished_at=datetime.now(UTC))
        )
