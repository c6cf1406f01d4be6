"""Work that takes time, done at once by a command, with a bar."""

import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tqdm import tqdm

from workbench.commands.desk import OpenDesk
from workbench.database import open_session
from workbench.domain.errors import WorkbenchError
from workbench.jobs import run_job
from workbench.models import Job, JobState
from workbench.workshop import make_tools

LOOK_EVERY = 0.5  # seconds, while a worker of the running desk has the job
ENDED = (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


def do_job(desk: OpenDesk, job_id: uuid.UUID, what: str) -> Job:
    """Do a job here, or wait for the worker that was quicker. Raises WorkbenchError with the job's own words
    when it came to nothing."""
    tools = make_tools(desk.settings, desk.engine)
    with show_progress(what, 0, leave=False) as bar:
        while not run_job(tools, job_id, lambda done, total: _move(bar, done, total)):
            job = _read(desk, job_id)
            if job.state in ENDED:
                break
            _move(bar, job.done, job.total)
            time.sleep(LOOK_EVERY)
    job = _read(desk, job_id)
    if job.state is JobState.DONE:
        return job
    again = " It is tried again while the desk is served." if job.state is JobState.QUEUED else ""
    raise WorkbenchError((job.message or "It was stopped.") + again)


@contextmanager
def show_progress(what: str, total: int, *, leave: bool) -> Iterator["tqdm[Any]"]:
    """A bar on stderr, nothing where stderr is no terminal."""
    with tqdm(total=total, desc=what, leave=leave, disable=None, file=sys.stderr) as bar:
        yield bar


def _read(desk: OpenDesk, job_id: uuid.UUID) -> Job:
    with open_session(desk.engine) as session:
        return session.get_one(Job, job_id)


def _move(bar: "tqdm[Any]", done: int, total: int) -> None:
    bar.total = total
    bar.update(done - bar.n)
