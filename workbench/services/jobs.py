"""Writes to the job table: asking for work with the data it is about, stopping it, trying it again."""

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Engine, delete, or_, update
from sqlmodel import Session, col, select

from workbench import database
from workbench.domain.errors import RuleBroken
from workbench.models import Job, JobState
from workbench.models.tracked import new_id
from workbench.services.arriving import sweep_arriving
from workbench.services.job_work import Work
from workbench.services.news import forget_old_news

MOST_ATTEMPTS = 3
TIDY_JOB = "tidy"
KEPT_FOR = timedelta(days=30)  # ended jobs, for whoever asks what came of them
WORN_OUT = f"Tried {MOST_ATTEMPTS} times, and each time the worker stopped without a word."


def add_job(
    session: Session,
    kind: str,
    subject_id: uuid.UUID,
    *,
    by: str,
    total: int = 0,
    not_before: datetime | None = None,
    job_id: uuid.UUID | None = None,
    **args: Any,
) -> Job:
    """Ask for work inside the change, or the scratch, that it belongs to. After the commit hand its id to
    the queue; a job that nobody hands over is found by the next sweep, within a minute.

    `args` is plain JSON for the kind's function; `total` how much there is to do, in the kind's own units;
    `not_before` is for what is due later; `job_id` for what must not be asked for twice.
    """
    job = Job(
        id=job_id or new_id(),
        kind=kind,
        args=args,
        subject_id=subject_id,
        actor=by,
        created_at=datetime.now(UTC),
        total=total,
        not_before=not_before,
    )
    session.add(job)
    return job


def sweep_jobs(engine: Engine) -> list[uuid.UUID]:
    """The jobs that a worker could take now: never handed over, due by now, or left by a worker that died.
    What too many workers died of is given up, and what was to be stopped when its worker died is stopped."""
    now = datetime.now(UTC)
    ended = {"finished_at": now, "lease_until": None}
    with database.scratch(engine) as session:
        lost = update(Job).where(_is_lost(now))
        session.execute(lost.where(col(Job.cancel)).values(state=JobState.CANCELLED, **ended))
        worn = lost.where(col(Job.attempts) >= MOST_ATTEMPTS)
        session.execute(worn.values(state=JobState.FAILED, message=WORN_OUT, **ended))
    query = select(Job.id).where(is_free(now)).order_by(col(Job.created_at))
    with database.open_session(engine) as session:
        return list(session.exec(query))


def retry_job(engine: Engine, job: Job) -> None:
    """Put a job that failed or was stopped back in the queue. Raises RuleBroken for any other."""
    values = {
        "state": JobState.QUEUED,
        "message": "",
        "lease_until": None,
        "finished_at": None,
        "not_before": None,
        "attempts": 0,
        "cancel": False,
        "worker": "",
    }
    ended = col(Job.state).in_([JobState.FAILED, JobState.CANCELLED])
    if not _update(engine, job.id, ended, **values):
        raise RuleBroken("This is being worked on already.")


def cancel_job(engine: Engine, job: Job) -> None:
    """Stop a job: one that waits at once, one that runs at its next safe point. What it finished stays.
    Raises RuleBroken for one that has ended."""
    now = datetime.now(UTC)
    waiting = col(Job.state) == JobState.QUEUED
    if _update(engine, job.id, waiting, state=JobState.CANCELLED, finished_at=now):
        return
    if not _update(engine, job.id, col(Job.state) == JobState.RUNNING, cancel=True):
        raise RuleBroken("This has ended already.")


def tidy_jobs(work: Work) -> None:
    """Forget jobs that ended and news that was told long ago, and what was brought and never taken in."""
    sweep_arriving(work.tools.arriving)
    ended = col(Job.finished_at) < datetime.now(UTC) - KEPT_FOR
    with database.scratch(work.engine) as session:
        session.execute(delete(Job).where(ended))
        forget_old_news(session)


def is_free(now: datetime) -> ColumnElement[bool]:
    """Whether a worker may take a job: it waits and is due, or its worker died, and not for the last time."""
    due = col(Job.not_before).is_(None) | (col(Job.not_before) <= now)
    waiting = (col(Job.state) == JobState.QUEUED) & due
    return or_(waiting, _is_lost(now) & (col(Job.attempts) < MOST_ATTEMPTS))


def _is_lost(now: datetime) -> ColumnElement[bool]:
    return (col(Job.state) == JobState.RUNNING) & (col(Job.lease_until) < now)


def _update(engine: Engine, job_id: uuid.UUID, where: ColumnElement[bool], **values: Any) -> bool:
    with database.scratch(engine) as session:
        done = session.execute(update(Job).where(col(Job.id) == job_id, where).values(**values))
        return bool(done.rowcount)  # type: ignore[attr-defined]
