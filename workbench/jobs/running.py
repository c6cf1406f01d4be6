"""A job from its claim to its end: taken by one worker, renewed while it works, ended in words."""

import logging
import os
import secrets
import socket
import threading
import time
import uuid
from _thread import start_new_thread
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Engine, update
from sqlalchemy.exc import OperationalError
from sqlmodel import col

from workbench import database
from workbench.domain.errors import FetchFailed, WorkbenchError
from workbench.domain.outcomes import Counted
from workbench.jobs.kinds import KINDS
from workbench.models import Job, JobState
from workbench.services.job_work import LEASE, JobCancelled, JobGivenBack, JobLost, Progress, Tools, Work
from workbench.services.jobs import MOST_ATTEMPTS, is_free

BEAT = 10.0  # seconds between renewals; several fit into a lease, so a busy database does no harm
SILENCE = 900.0  # seconds after which a function that reports nothing is given up: it may hang
WAITS = (timedelta(seconds=30), timedelta(minutes=5))  # before the second and the third attempt

_BLIND = {"synchronize_session": False}  # the session holds no rows that an update could make stale

log = logging.getLogger(__name__)


def run_job(
    tools: Tools,
    job_id: uuid.UUID,
    progress: Progress | None = None,
    *,
    stopping: threading.Event | None = None,
) -> bool:
    """Do a job, if it is free: whether this worker took it. Harmless when it is called twice or by many.
    `stopping`, once set, has the job given back at its next report.

    Whatever goes wrong is kept in words on the job and logged, never raised.
    """
    job = _claim(tools.engine, job_id)
    if job is None:
        return False
    work = Work(tools, job, progress, stopping)
    try:
        with _beating(work):
            result = KINDS[job.kind].run(work)
        if not work.ended:
            _end(work, result)
        _clear_up(tools, job)
    except JobLost:
        log.warning("Job %s was taken over by another worker; what this one held is not written.", job_id)
    except JobGivenBack:
        _write(work, state=JobState.QUEUED, lease_until=None, attempts=col(Job.attempts) - 1)
    except JobCancelled:
        _release(work, JobState.CANCELLED, "")
    except FetchFailed as error:
        _postpone(work, job.attempts, str(error))
    except WorkbenchError as error:
        _release(work, JobState.FAILED, str(error))
    except Exception as error:
        log.exception("Job %s (%s) went wrong.", job_id, job.kind)
        _postpone(work, job.attempts, f"{type(error).__name__}: {error}")
    return True


def _clear_up(tools: Tools, job: Job) -> None:
    after = KINDS[job.kind].after
    if after is None:
        return
    try:
        after(tools, job)
    except OSError:
        log.warning("What job %s (%s) leaves behind stays for now.", job.id, job.kind, exc_info=True)


def name_worker() -> str:
    """A name for one hold of one job: machine and process for people, and a token that nobody else has."""
    return f"{socket.gethostname()} {os.getpid()} {secrets.token_hex(4)}"


def _claim(engine: Engine, job_id: uuid.UUID) -> Job | None:
    now = datetime.now(UTC)
    values: dict[str, Any] = {
        "state": JobState.RUNNING,
        "lease_until": now + LEASE,
        "worker": name_worker(),
        "attempts": col(Job.attempts) + 1,
        "done": 0,
    }
    claim = update(Job).where(col(Job.id) == job_id, is_free(now)).values(**values)
    # A claim that a power cut takes back is no harm: what this worker held it died with.
    with database.scratch(engine, lasting=False) as session:
        taken = session.execute(claim, execution_options=_BLIND)
        if not taken.rowcount:  # type: ignore[attr-defined]
            return None
        return session.get_one(Job, job_id, populate_existing=True)


@contextmanager
def _beating(work: Work) -> Iterator[None]:
    """Renew the lease from a thread while the function works, as long as it reports now and then."""
    stop, at_it = threading.Event(), threading.Lock()

    def beat() -> None:
        while not stop.wait(BEAT) and time.monotonic() - work.heard < SILENCE:
            with at_it:
                if stop.is_set() or not _renew(work):
                    return

    # Not threading.Thread: waiting until it stands, and until it has gone, takes longer than a short job.
    start_new_thread(beat, ())
    try:
        yield
    finally:
        stop.set()
        with at_it:  # a renewal that is under way
            pass


def _renew(work: Work) -> bool:
    """Whether there is still a lease to renew."""
    try:
        work.renew()
    except JobLost:
        return False
    except JobCancelled:
        pass  # the function hears it at its next report, and holds the job until then
    except OperationalError:
        log.warning("The lease of job %s could not be renewed; trying again.", work.id)
    return True


def _end(work: Work, result: Counted | None) -> None:
    kept = {"result": result.to_plain()} if result is not None else {}
    _write(work, state=JobState.DONE, message="", done=Job.total, finished_at=datetime.now(UTC), **kept)


def _release(work: Work, state: JobState, message: str) -> None:
    _write(work, state=state, message=message[:500], finished_at=datetime.now(UTC), cancel=False)


def _postpone(work: Work, attempts: int, message: str) -> None:
    """Try again later, or give up after the last attempt."""
    if attempts >= MOST_ATTEMPTS:
        _release(work, JobState.FAILED, f"Tried {attempts} times. {message}")
        return
    later = datetime.now(UTC) + WAITS[attempts - 1]
    _write(work, state=JobState.QUEUED, message=message[:500], not_before=later, lease_until=None)


def _write(work: Work, **values: Any) -> None:
    """Only while this worker holds the job: one that was given up must not undo the end another one made.

    A power cut may take it back: the job is done again then, and what writes data ends its job with it.
    """
    mine = (col(Job.id) == work.id, col(Job.worker) == work.worker, col(Job.state) == JobState.RUNNING)
    with database.scratch(work.engine, lasting=False) as session:
        session.execute(update(Job).where(*mine).values(**values), execution_options=_BLIND)
