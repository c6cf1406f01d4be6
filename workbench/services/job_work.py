"""What a job's function is given: the desk's tools, and the job itself to report to and to end."""

import threading
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Engine, update
from sqlmodel import Session, col, select

from workbench import database
from workbench.domain.arrivals import Readers
from workbench.domain.outcomes import Counted, Item
from workbench.fetching import Fetcher
from workbench.files import FileStore
from workbench.models import Job, JobState
from workbench.services.visits import Visitor

LEASE = timedelta(seconds=45)  # how long a worker may be silent before another takes its job over
PROGRESS_EVERY = 0.5  # seconds; each report is a write
Progress = Callable[[int, int], None]  # how much of how much is done


@dataclass(frozen=True, slots=True)
class Tools:
    """What jobs work with, made once a process by `workshop.make_tools()`."""

    engine: Engine
    files: FileStore
    fetcher: Fetcher
    visitor: Visitor
    readers: Readers
    arriving: FileStore  # what waits to be taken in, apart from what is kept


class JobCancelled(Exception):
    """Somebody asked the job to stop."""


class JobLost(Exception):
    """Another worker took the job over: whatever this one still holds must not be written."""


class JobGivenBack(Exception):
    """The worker is stopping: the job waits for another one, and this attempt does not count."""


class Work:
    """One claimed job at work.

    A function calls `report()` as it goes on, and ends in one of two ways. What has to be done exactly once
    is written in a change that calls `end()`, so that the data and the job's end are one transaction. What
    may be done again without harm is just done, and the function returns the counted result.

    A refusal in words (WorkbenchError) ends the job at once with these words; FetchFailed and whatever
    nobody thought of is tried again later, three times in all.
    """

    def __init__(
        self,
        tools: Tools,
        job: Job,
        progress: Progress | None = None,
        stopping: threading.Event | None = None,
    ) -> None:
        self.tools = tools
        self.id: uuid.UUID = job.id
        self.worker = job.worker
        self.actor = job.actor
        self.subject_id = job.subject_id
        self.args: dict[str, Any] = job.args
        self.result = Counted.from_plain(job.result)
        self.ended = False
        self._progress = progress
        self._stopping = stopping or threading.Event()
        self._written = 0.0
        self.heard = time.monotonic()  # when the function last said that it goes on

    @property
    def engine(self) -> Engine:
        return self.tools.engine

    def report(self, done: int, total: int) -> None:
        """Say how far the work is, in its own units: shown, and the lease renewed, every PROGRESS_EVERY
        seconds. Raises JobCancelled, JobLost or JobGivenBack, so call it where stopping does no harm."""
        self.heard = time.monotonic()
        if self._stopping.is_set():
            raise JobGivenBack
        if self._progress is not None:
            self._progress(done, total)
        if self.heard - self._written < PROGRESS_EVERY:
            return
        self._written = self.heard
        self.renew(done=done, total=total)

    def renew(self, **values: Any) -> None:
        """Hold the lease for longer. Raises JobCancelled or JobLost."""
        mine = (col(Job.id) == self.id, col(Job.worker) == self.worker, col(Job.state) == JobState.RUNNING)
        lease = datetime.now(UTC) + LEASE
        with database.scratch(self.engine, lasting=False) as session:
            held = session.execute(update(Job).where(*mine).values(lease_until=lease, **values))
            cancelled = session.execute(select(Job.cancel).where(*mine)).scalar()
        if not held.rowcount:  # type: ignore[attr-defined]
            raise JobLost
        if cancelled:
            raise JobCancelled

    def keep(self, session: Session, item: Item) -> None:
        """Inside a change: what came of one item, kept together with its data. A worker that takes the job
        over finds it in `result` and need not do it again. Raises JobLost."""
        self._tell(session, lambda result: result.add(item))

    def keep_at(self, session: Session, told: Sequence[tuple[int, Item]]) -> None:
        """The same for several items, each with its place in what is worked on."""

        def add(result: Counted) -> None:
            for place, item in told:
                result.add_at(place, item)

        self._tell(session, add)

    def end(self, session: Session, at: datetime) -> None:
        """Inside a change: the job is done with what this change writes. Raises JobLost when another worker
        took it over meanwhile, which undoes the change."""
        job = self._hold(session)
        job.state, job.finished_at, job.done, job.message = JobState.DONE, at, job.total, ""
        job.result = self.result.to_plain()
        self.ended = True

    def _tell(self, session: Session, add: Callable[[Counted], None]) -> None:
        job = self._hold(session)
        # From the row, not from what this worker remembers: a change that failed has told nothing.
        self.result = Counted.from_plain(job.result)
        add(self.result)
        job.result = self.result.to_plain()

    def _hold(self, session: Session) -> Job:
        # The row stays locked until the change is committed, so nobody can take the job over in between.
        job = session.get_one(Job, self.id)
        session.refresh(job, with_for_update=True)
        if job.state is not JobState.RUNNING or job.worker != self.worker:
            raise JobLost
        return job


@dataclass(frozen=True, slots=True)
class JobKind:
    """A row of the table of kinds (`jobs/kinds.py`). `title` names it in lists; `busy` and `done` are said
    beside its bar, `link` leads on from there: to `page`, a route that takes `ref`, or to what the job is
    about; `subject` is the table its subject_id points into. `after` clears up behind a job that is done:
    what it leaves undone does no harm."""

    run: Callable[[Work], Counted | None]
    title: str
    busy: str
    done: str
    subject: type[Any]
    link: str = ""
    page: str = ""
    after: Callable[[Tools, Job], None] | None = None
