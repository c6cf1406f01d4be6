"""Work that comes around: one job of a kind in each stretch of time, however many workers there are."""

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from workbench import database
from workbench.models import Job
from workbench.queries.desk import find_desk
from workbench.services.jobs import TIDY_JOB
from workbench.services.rechecks import RECHECK_JOB

BY = "schedule"
_NAMESPACE = uuid.UUID("0190b1a5-5c4e-7d00-8000-736368656475")  # any fixed one


@dataclass(frozen=True, slots=True)
class Every:
    """One job of this kind in each `every`, counted from 1970 in UTC; its subject is the desk."""

    kind: str
    every: timedelta


SCHEDULE: tuple[Every, ...] = (
    Every(TIDY_JOB, timedelta(days=1)),
    Every(RECHECK_JOB, timedelta(hours=1)),
)


def plan_jobs(engine: Engine, now: datetime | None = None, schedule: tuple[Every, ...] = SCHEDULE) -> None:
    """Add the jobs of the stretches that `now` lies in, unless they are there. What is asked for twice at
    once is added once: the stretch is the job's id."""
    now = now or datetime.now(UTC)
    with database.open_session(engine) as session:
        desk = find_desk(session)
        wanted = {_name(entry, now): entry for entry in schedule} if desk else {}
        missing = [key for key in wanted if session.get(Job, key) is None]
    for key in missing:
        assert desk is not None  # noqa: S101 - or nothing were wanted
        job = Job(id=key, kind=wanted[key].kind, args={}, subject_id=desk.id, actor=BY, created_at=now)
        try:
            with database.scratch(engine) as session:
                session.add(job)
        except IntegrityError:
            continue  # another worker was first


def _name(entry: Every, now: datetime) -> uuid.UUID:
    return uuid.uuid5(_NAMESPACE, f"{entry.kind} {int(now.timestamp() // entry.every.total_seconds())}")
