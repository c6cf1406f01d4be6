"""Reads of work that takes time. A job about what somebody may not see is not there for them."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlmodel import Session, col

from workbench.domain.errors import NotFound
from workbench.domain.outcomes import Counted
from workbench.domain.references import format_reference
from workbench.models import Article, Claim, Evidence, Job, JobState, Source, User

PAGE_SIZE = 50
ACTIVE = (JobState.QUEUED, JobState.RUNNING)


@dataclass(frozen=True, slots=True)
class JobRow:
    """A job, who asked for it, and what it is about: a reference ("A-7") and words, empty for the desk.

    Work on the whole desk, as an import is, may name anything in what it tells item by item, and so a
    withheld source: without `sight` only its counts are there."""

    job: Job
    who: str
    reference: str
    about: str
    sight: bool

    @property
    def leads(self) -> bool:
        """Whether it is one thing, and whoever brought it goes on to what became of it."""
        return bool(self.job.args.get("leads"))

    @property
    def active(self) -> bool:
        return self.job.state in ACTIVE

    @property
    def result(self) -> Counted:
        found = Counted.from_plain(self.job.result)
        return Counted(counts=found.counts) if self.counted_only else found

    @property
    def message(self) -> str:
        """What went wrong, in words."""
        return "" if self.counted_only else self.job.message

    @property
    def counted_only(self) -> bool:
        return not self.sight and not self.reference


def get_job(session: Session, job_id: uuid.UUID, *, sight: bool) -> JobRow:
    """One job. Raises NotFound, also when it is about a withheld source and one may not see those."""
    found = session.execute(_visible(sight).where(col(Job.id) == job_id)).scalars().all()
    rows = _describe(session, found, sight=sight)
    if not rows:
        raise NotFound("There is no such job here.")
    return rows[0]


def list_jobs(session: Session, *, sight: bool, before: datetime | None = None) -> tuple[list[JobRow], bool]:
    """A page of jobs, newest first, and whether there are older ones."""
    query = _visible(sight).order_by(col(Job.created_at).desc(), col(Job.id).desc())
    if before is not None:
        query = query.where(col(Job.created_at) < before)
    found = session.execute(query.limit(PAGE_SIZE + 1)).scalars().all()
    return _describe(session, found[:PAGE_SIZE], sight=sight), len(found) > PAGE_SIZE


def list_unfinished(session: Session, subject_id: uuid.UUID, *, sight: bool) -> list[JobRow]:
    """The newest job of each kind on this row, those left out that are done."""
    query = _visible(sight).where(col(Job.subject_id) == subject_id).order_by(col(Job.created_at))
    newest = {job.kind: job for job in session.execute(query).scalars()}
    unfinished = [job for job in newest.values() if job.state is not JobState.DONE]
    return _describe(session, unfinished, sight=sight)


def find_waiting(session: Session, kind: str, subject_id: uuid.UUID) -> Job | None:
    """The job of this kind on this row that waits or is at work."""
    query = select(Job).where(
        col(Job.kind) == kind, col(Job.subject_id) == subject_id, col(Job.state).in_(ACTIVE)
    )
    found: Job | None = session.execute(query.order_by(col(Job.created_at))).scalars().first()
    return found


def _visible(sight: bool) -> Select[Any]:
    # Workers write behind this session's back.
    query: Select[Any] = select(Job).execution_options(populate_existing=True)
    if sight:
        return query
    withheld = select(col(Source.id)).where(col(Source.withheld))
    evidence = select(col(Evidence.id)).where(col(Evidence.source_id).in_(withheld))
    return query.where(col(Job.subject_id).not_in(withheld), col(Job.subject_id).not_in(evidence))


def _describe(session: Session, jobs: Sequence[Job], *, sight: bool) -> list[JobRow]:
    if not jobs:
        return []
    names = {str(key): name for key, name in session.execute(select(col(User.id), col(User.name)))}
    about = _name_subjects(session, {job.subject_id for job in jobs})
    return [
        JobRow(job, names.get(job.actor, job.actor), *about.get(job.subject_id, ("", "")), sight=sight)
        for job in jobs
    ]


def _name_subjects(session: Session, ids: set[uuid.UUID]) -> dict[uuid.UUID, tuple[str, str]]:
    about: dict[uuid.UUID, tuple[str, str]] = {}
    for letter, query, key in _SUBJECTS:
        found = session.execute(query.where(key.in_(ids)))
        about |= {subject: (format_reference(letter, number), words) for subject, number, words in found}
    return about


# What a job's subject_id may point at: letter of its reference, its id, number and words, and the id again.
_SUBJECTS = (
    ("A", select(col(Article.id), col(Article.number), col(Article.title)), col(Article.id)),
    (
        "C",
        select(col(Evidence.id), col(Claim.number), col(Claim.title)).join(
            Claim, col(Claim.id) == col(Evidence.claim_id)
        ),
        col(Evidence.id),
    ),
    ("S", select(col(Source.id), col(Source.number), col(Source.name)), col(Source.id)),
)
